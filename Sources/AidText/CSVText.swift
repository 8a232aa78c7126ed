import AidModel

/// A table for programs: UTF-8, commas, one line a record, every line ended by LF.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front.
package struct CSVText {
    package enum Cell {
        case number(Int128?)
        /// Hundredths, printed as a decimal.
        case hundredths(Int128?)
        /// A word of ours: it needs no quotes.
        case word(String)
        /// A text from outside.
        case text(String)
    }

    package private(set) var text: String

    package init(_ columns: [String]) {
        text = columns.joined(separator: ",") + "\n"
    }

    package mutating func add(_ cells: [Cell]) {
        text += cells.map(CSVText.written).joined(separator: ",") + "\n"
    }

    private static let plain = PlainText(except: "\"")
    /// What a spreadsheet takes for the start of a formula.
    private static let formulaMarks = "=+-@＝＋－＠".unicodeScalars

    private static func written(_ cell: Cell) -> String {
        switch cell {
        case .number(let number): number.map { String($0) } ?? ""
        case .hundredths(let number):
            number.map { NumberStyle.exact($0, decimals: 2, hasCommas: false) } ?? ""
        case .word(let word): word
        case .text(let text): text.isEmpty ? "" : quoted(text)
        }
    }

    /// A text in quotes, on one line, that no spreadsheet takes for a formula; what shows nothing is named (`[U+202E]`),
    /// but a control character of ASCII is a blank.
    ///
    /// By scalars: to Swift's characters a quote with an accent would be no quote.
    package static func quoted(_ text: String) -> String {
        if let first = text.unicodeScalars.first, !formulaMarks.contains(first), plain.holds(text) {
            return "\"" + text + "\""
        }
        var quoted = "\""
        if let first = text.unicodeScalars.first, formulaMarks.contains(first) || first.value < 0x20 {
            quoted += "'"
        }
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            if scalar.value < 0x20 {
                quoted += " "
            } else if scalar.isInvisible {
                quoted += VisibleText.name(of: scalar)
            } else {
                quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
