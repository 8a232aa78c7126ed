/// A line of Markdown that this program has written, as HTML and as plain text.
///
/// Reports are worded once, in Markdown. Of it a line holds no more than strong text, code and
/// escapes; whatever else stands in it is shown as it is, so that no text can open a tag.
package enum MarkdownLine {
    package static func html(_ markdown: String) -> String {
        var html = ""
        var isStrong = false
        var isCode = false
        for piece in pieces(markdown) {
            switch piece {
            case .character(let scalar): html += XMLText.escaped(String(scalar))
            case .strong:
                html += isStrong ? "</strong>" : "<strong>"
                isStrong.toggle()
            case .code:
                html += isCode ? "</code>" : "<code>"
                isCode.toggle()
            }
        }
        return html + (isCode ? "</code>" : "") + (isStrong ? "</strong>" : "")
    }

    /// What a reader sees, without marks.
    package static func plain(_ markdown: String) -> String {
        var plain = ""
        for case .character(let scalar) in pieces(markdown) { plain.unicodeScalars.append(scalar) }
        return plain
    }

    private enum Piece {
        case character(Unicode.Scalar)
        /// Where strong text begins or ends.
        case strong
        /// Where code begins or ends; within it only its end means anything.
        case code
    }

    private static func pieces(_ markdown: String) -> [Piece] {
        var pieces: [Piece] = []
        var isCode = false
        var rest = Array(markdown.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch (scalar, rest.first) {
            case ("`", _):
                pieces.append(.code)
                isCode.toggle()
            case ("*", "*") where !isCode:
                pieces.append(.strong)
                rest.removeFirst()
            case ("\\", let next?) where !isCode && isPunctuation(next):
                pieces.append(.character(next))
                rest.removeFirst()
            default: pieces.append(.character(scalar))
            }
        }
        return pieces
    }

    /// Characters that a backslash takes their meaning from, by CommonMark.
    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
