import AidText

/// The texts of a workbook, each once; cells hold their places.
///
/// - Complexity: memory for every different text.
struct SharedStrings {
    private var texts: [String] = []
    /// By bytes: two texts that are equal in Swift may be different ones.
    private var places: [[UInt8]: Int] = [:]
    private var useCount = 0

    /// The most that a cell can hold, in units of UTF-16.
    private static let maximumLength = 32_767

    /// The place of a text.
    mutating func place(of text: String) -> Int {
        useCount += 1
        let key = Array(text.utf8)
        if let place = places[key] { return place }
        places[key] = texts.count
        texts.append(text)
        return texts.count - 1
    }

    func write(_ part: XMLPart) throws {
        try part.element("sst", WorkbookParts.counted(useCount, different: texts.count)) { part in
            for text in texts {
                try part.element("si") { part in
                    try part.element("t", ["xml:space": "preserve"]) { try $0.text(SharedStrings.written(text)) }
                }
                try part.relieve()
            }
        }
    }

    /// A text as a part of a workbook has it: what shows nothing is named, what a cell cannot hold is cut off.
    ///
    /// `_x000D_` stands for a character there, so that a text which has it must say so.
    static func written(_ text: String) -> String {
        var written = VisibleText.of(text)
        if written.utf16.count > maximumLength {
            // Room for the ellipsis, and for whatever the end cuts in two.
            var units = 0
            let kept = written.unicodeScalars.prefix { scalar in
                units += scalar.value > 0xFFFF ? 2 : 1
                return units < maximumLength
            }
            written = String(kept) + "…"
        }
        return written.contains("_x") ? escaped(written) : written
    }

    private static func escaped(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var escaped = ""
        for (index, scalar) in scalars.enumerated() {
            if scalar == "_", isCode(scalars[index...].prefix(7)) {
                escaped += "_x005F_"
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Whether these are `_x`, four hexadecimal digits and `_`.
    private static func isCode(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let first = scalars.startIndex
        return scalars.count == 7 && scalars[first + 1] == "x" && scalars[first + 6] == "_"
            && scalars[(first + 2)..<(first + 6)].allSatisfy { $0.properties.isASCIIHexDigit }
    }
}
