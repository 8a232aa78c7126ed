/// JSON whose members keep their order, so that the same schema is the same bytes.
indirect enum OrderedJSON {
    case text(String)
    case integer(Int)
    case flag(Bool)
    case array([OrderedJSON])
    case object([(key: String, value: OrderedJSON)])

    /// The text, indented by two spaces, short arrays of plain values on one line.
    func printed(indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .text(let text): return Self.quote(text)
        case .integer(let number): return String(number)
        case .flag(let flag): return flag ? "true" : "false"
        case .array(let items) where items.allSatisfy(\.isPlain):
            return "[" + items.map { $0.printed() }.joined(separator: ", ") + "]"
        case .array(let items):
            return "[\n" + items.map { inner + $0.printed(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members) where members.isEmpty:
            return "{}"
        case .object(let members):
            let lines = members.map { inner + Self.quote($0.key) + ": " + $0.value.printed(indent: inner) }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    private var isPlain: Bool {
        switch self {
        case .text, .integer, .flag: true
        case .array, .object: false
        }
    }

    private static func quote(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\0"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
