/// Text from outside as Markdown that shows exactly it, wherever it stands in a line.
///
/// Group names, file names and titles come from exports and pipeline files. None
/// of them may open a tag, a link, a table cell or a new line, begin a list, or
/// turn the direction of what follows. Characters that show nothing are named
/// instead (`[U+202E]`), so that two names that differ look different.
package enum MarkdownText {
    package static func escaped(_ text: String) -> String {
        if plain.holds(text) { return text }
        var escaped = ""
        let scalars = Array(text.unicodeScalars)
        let digitCount = scalars.prefix { ("0"..."9").contains($0) }.count
        for (index, scalar) in scalars.enumerated() {
            if scalar.isUnseen {
                escaped += "\\[U+" + hexadecimal(scalar.value, width: 4) + "\\]"
                continue
            }
            // `1. ` and `1) ` begin a list, www. an address.
            let beginsList =
                index == digitCount && index > 0 && listDelimiters.contains(scalar)
                && (index + 1 == scalars.count || scalars[index + 1] == " ")
            let isAddress = scalar == "." && escaped.suffix(3).lowercased() == "www"
            if special.contains(scalar) || (index == 0 && leading.contains(scalar)) || beginsList || isAddress {
                escaped += "\\"
            }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }

    /// A point may be that of a list or of an address, which the rules above tell.
    private static let plain = PlainText(except: marks + leadingMarks + delimiters)

    /// Marks of CommonMark and of GitHub's tables, mentions, addresses and formulas.
    private static let marks = "\\`*_[]{}<>|&#!~$^@:"
    /// Marks that begin a list or underline a heading at the start of a line.
    private static let leadingMarks = "-+="
    /// Of numbered lists.
    private static let delimiters = ".)"
    private static let special = Set(marks.unicodeScalars)
    private static let leading = Set(leadingMarks.unicodeScalars)
    private static let listDelimiters = Set(delimiters.unicodeScalars)
}
