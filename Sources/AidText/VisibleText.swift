import AidModel

/// Text from outside with a name in place of every character that shows nothing.
///
/// A control character is not even allowed in XML, and a direction mark makes a name look
/// like another one; both become `[U+202E]`, as in Markdown.
package enum VisibleText {
    package static func of(_ text: String) -> String {
        if PlainText.ascii.holds(text) { return text }
        var visible = ""
        for scalar in text.unicodeScalars {
            if scalar.isUnseen {
                visible += name(of: scalar)
            } else {
                visible.unicodeScalars.append(scalar)
            }
        }
        return visible
    }

    /// What stands in place of a character that shows nothing.
    static func name(of scalar: Unicode.Scalar) -> String {
        "[U+" + hexadecimal(scalar.value, width: 4) + "]"
    }
}

extension Unicode.Scalar {
    /// Whether the character shows nothing by itself, or is any white space but the plain one.
    var isUnseen: Bool {
        // Nearly every character is one of these, and the tables of Unicode are slow.
        isASCII
            ? value < 0x20 || value == 0x7F
            : !isSeen && (isInvisibleByTables || properties.isWhitespace)
    }
}
