/// Looks for words in what is read of a draft.
struct TextScan: Sendable {
    let text: [Unicode.Scalar]

    func has(_ word: String, at index: Int) -> Bool {
        index < text.count && text[index...].starts(with: word.unicodeScalars)
    }

    /// Whether an English word stands at a place, as a word of its own, in either case.
    func hasWord(_ word: String, at index: Int) -> Bool {
        var place = index
        guard index < text.count, index == 0 || !text[index - 1].isLatinLetter else { return false }
        for scalar in word.unicodeScalars {
            guard place < text.count, text[place].lowered == scalar else { return false }
            place += 1
        }
        return place == text.count || !(text[place].isLatinLetter || text[place].isDigit)
    }

    func skipSpace(_ index: Int) -> Int {
        var index = index
        while index < text.count, text[index] == " " { index += 1 }
        return index
    }

    /// The end of the first of some words that stands at a place.
    func end(ofAny words: [String], at index: Int) -> Int? {
        words.first { has($0, at: index) }.map { index + $0.unicodeScalars.count }
    }
}

/// Some words, of which the first in their order is looked for; told apart from what none of them begins with at once.
struct WordList: Sendable {
    private let words: [(scalars: [Unicode.Scalar], place: Int)]
    private let firsts: Set<Unicode.Scalar>

    init(_ words: some Sequence<String>) {
        self.words = words.enumerated().map { (Array($1.unicodeScalars), $0) }
        firsts = Set(self.words.compactMap(\.scalars.first))
    }

    /// Whether one of them begins with a character.
    func canBegin(with first: Unicode.Scalar) -> Bool { firsts.contains(first) }

    /// The first of them that stands at a place, and its end.
    func found(_ text: [Unicode.Scalar], at index: Int) -> (place: Int, end: Int)? {
        guard index < text.count, firsts.contains(text[index]) else { return nil }
        for (word, place) in words where text.count - index >= word.count {
            if word.indices.allSatisfy({ text[index + $0] == word[$0] }) {
                return (place, index + word.count)
            }
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// An ASCII letter in lower case; any other character as it is.
    var lowered: Unicode.Scalar { ("A"..."Z").contains(self) ? Unicode.Scalar(value + 32) ?? self : self }
}
