/// Texts that are looked for in others, all at once.
///
/// - Complexity: of a search, the length of the text times the number of different lengths.
package struct TextSet: Sendable {
    private let texts: Set<ArraySlice<UInt8>>
    /// The longest first.
    private let lengths: [Int]

    package init(_ texts: some Sequence<String>) {
        self.texts = Set(texts.lazy.filter { !$0.isEmpty }.map { Array($0.utf8)[...] })
        lengths = Set(self.texts.map(\.count)).sorted(by: >)
    }

    package var isEmpty: Bool { texts.isEmpty }

    /// Whether one of them stands in a text, and not as a part of a longer word or number of ASCII.
    package func isIn(_ text: String) -> Bool {
        var isFound = false
        search(text) { bytes, range in
            let isWithin =
                range.lowerBound > 0 && areOneWord(bytes[range.lowerBound - 1], bytes[range.lowerBound])
                || range.upperBound < bytes.count && areOneWord(bytes[range.upperBound - 1], bytes[range.upperBound])
            isFound = isFound || !isWithin
        } between: { _ in
        }
        return isFound
    }

    /// A text in which something else stands for each of them, the longest first.
    package func replaced(in text: String, by other: String) -> String {
        var result: [UInt8] = []
        search(text) { _, _ in
            result += Array(other.utf8)
        } between: {
            result.append($0)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Tells of each that is found, and of the bytes between them.
    private func search(_ text: String, found: ([UInt8], Range<Int>) -> Void, between: (UInt8) -> Void) {
        let bytes = Array(text.utf8)
        var place = 0
        while place < bytes.count {
            let length = lengths.first { place + $0 <= bytes.count && texts.contains(bytes[place..<place + $0]) }
            if let length {
                found(bytes, place..<place + length)
            } else {
                between(bytes[place])
            }
            place += length ?? 1
        }
    }

    private func areOneWord(_ one: UInt8, _ other: UInt8) -> Bool {
        func isOfWords(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: false
            }
        }
        return isOfWords(one) && isOfWords(other)
    }
}
