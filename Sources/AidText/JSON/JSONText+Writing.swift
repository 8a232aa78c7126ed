import AidModel

extension JSONText {
    /// The value as a file of its own: two spaces a level, and a line end after the last line.
    package func pretty() -> String {
        var text = ""
        write(to: &text, indent: "")
        return text + "\n"
    }

    /// The same for an object with a long list, of which every element takes one line.
    ///
    /// - Parameter key: the list's; it comes last.
    package func pretty(withLinesIn key: String) -> String {
        guard case .object(let members) = self, case .array(let elements)? = self[key] else { return pretty() }
        let head = JSONText.object(members.filter { $0.key != key } + [Member(key: key, value: [])]).pretty()
        guard !elements.isEmpty else { return head }
        let lines = elements.map { "    " + $0.compact() }.joined(separator: ",\n")
        return head.dropLast("[]\n}\n".count) + "[\n" + lines + "\n  ]\n}\n"
    }

    /// The value on one line, for logs.
    package func compact() -> String {
        switch self {
        case .array(let elements): "[" + elements.map { $0.compact() }.joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { JSONText.string($0.key).compact() + ":" + $0.value.compact() }.joined(separator: ",")
                + "}"
        default: String(pretty().dropLast())
        }
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .hundredths(let number): text += JSONText.decimal(hundredths: number)
        case .string(let string): JSONText.write(string, to: &text)
        case .array(let elements):
            JSONText.write(elements, between: "[", "]", to: &text, indent: indent) { element, text, indent in
                element.write(to: &text, indent: indent)
            }
        case .object(let members):
            JSONText.write(members, between: "{", "}", to: &text, indent: indent) { member, text, indent in
                JSONText.write(member.key, to: &text)
                text += ": "
                member.value.write(to: &text, indent: indent)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part], between opening: String, _ closing: String, to text: inout String, indent: String,
        writePart: (Part, inout String, String) -> Void
    ) {
        text += opening
        let inner = indent + "  "
        for (index, part) in parts.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text += inner
            writePart(part, &text, inner)
        }
        if !parts.isEmpty { text += "\n" + indent }
        text += closing
    }

    private static func decimal(hundredths: Int128) -> String {
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        return (hundredths < 0 ? "-" : "") + String(whole) + (rest < 10 ? ".0" : ".") + String(rest)
    }

    /// Writes a string in quotes. Characters that do not show, or that turn the
    /// direction of writing, are escaped though JSON would allow most of them: a
    /// person who reads the file sees what is there.
    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            default:
                if scalar.isInvisible {
                    for unit in Character(scalar).utf16 { text += "\\u" + hexadecimal(UInt32(unit), width: 4) }
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }
}
