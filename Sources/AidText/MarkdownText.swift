/// Text from outside as Markdown that shows exactly it, wherever it stands in a line.
///
/// Group names, file names and titles come from exports and pipeline files. None
/// of them may open a tag, a link, a table cell or a new line, begin a list, or
/// turn the direction of what follows. Characters that show nothing are named
/// instead (`[U+202E]`), so that two names that differ look different.
package enum MarkdownText {
    package static func escaped(_ text: String) -> String {
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

    /// Marks of CommonMark and of GitHub's tables, mentions, addresses and formulas.
    private static let special = Set("\\`*_[]{}<>|&#!~$^@:".unicodeScalars)
    /// Marks that begin a list or underline a heading at the start of a line.
    private static let leading = Set("-+=".unicodeScalars)
    private static let listDelimiters = Set(".)".unicodeScalars)
}
