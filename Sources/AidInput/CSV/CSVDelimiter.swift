/// The bytes that may separate fields.
package enum CSVDelimiter {
    /// In the order in which they win where a header holds as many of each.
    package static let all: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"),
    ]

    /// How often each stands in a file's first line that has any, outside of quotes: a title has none.
    struct Count {
        private var counts = [Int](repeating: 0, count: CSVDelimiter.all.count)
        /// Whether the line ended.
        private(set) var isComplete = false

        init() {}

        init(_ bytes: ByteView) {
            var isQuoted = false
            for byte in bytes {
                if byte == UInt8(ascii: "\"") {
                    isQuoted.toggle()
                } else if !isQuoted {
                    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                        isComplete = counts.contains { $0 > 0 }
                        if isComplete { return }
                        continue
                    }
                    if let index = CSVDelimiter.all.firstIndex(of: byte) { counts[index] += 1 }
                }
            }
        }

        /// The most frequent one; a comma where there is none.
        var best: UInt8 {
            let most = counts.max() ?? 0
            return CSVDelimiter.all[counts.firstIndex(of: most) ?? 0]
        }
    }
}
