/// Text from outside as Markdown that shows exactly it, wherever it stands in a line.
///
/// Group names, file names and titles come from exports and pipeline files. None
/// of them may open a tag, a link, a table cell or a new line, begin a list, or
/// turn the direction of what follows. Characters that show nothing are named
/// instead (`[U+202E]`), so that two names that differ look different.
enum MarkdownText {
    static func escaped(_ text: String) -> String {
        var escaped = ""
        // Digits so far where the text has begun with digits only: `1.` would begin a list.
        var digitsLead = true
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if scalar.isInvisible || (scalar.properties.isWhitespace && scalar != " ") {
                escaped += "\\[U+" + hexadecimal(scalar.value, width: 4) + "\\]"
            } else if special.contains(scalar)
                || (index == 0 && leading.contains(scalar))
                || (digitsLead && index > 0 && listDelimiters.contains(scalar))
                || (scalar == "." && escaped.suffix(3).lowercased() == "www")
            {
                escaped += "\\"
                escaped.unicodeScalars.append(scalar)
            } else {
                escaped.unicodeScalars.append(scalar)
            }
            digitsLead = digitsLead && ("0"..."9").contains(scalar)
        }
        return escaped
    }

    /// Marks of CommonMark and of GitHub's tables, mentions, addresses and formulas.
    private static let special = Set("\\`*_[]{}<>|&#!~$^@:".unicodeScalars)
    /// Marks that begin a list or underline a heading at the start of a line.
    private static let leading = Set("-+=".unicodeScalars)
    private static let listDelimiters = Set(".)".unicodeScalars)
}
