/// Text from outside as the content, or as a quoted attribute, of an element of XML or HTML.
package enum XMLText {
    package static func escaped(_ text: String) -> String {
        if plain.holds(text) { return text }
        var escaped = ""
        for scalar in VisibleText.of(text).unicodeScalars { escaped += XMLText.escaped(scalar) }
        return escaped
    }

    private static let plain = PlainText(except: "&<>\"'")

    static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: String(scalar)
        }
    }
}
