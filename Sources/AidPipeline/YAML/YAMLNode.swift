/// A value of a YAML file with its place: what is left of YAML once aliases, merge
/// keys and duplicate keys are settled.
struct YAMLNode: Sendable {
    enum Content: Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    struct Entry: Sendable {
        var key: String
        var keyPlace: Place
        var value: YAMLNode
    }

    var place: Place
    var content: Content
}

/// A scalar's text as written; what it means is decided by the key that it belongs to.
struct YAMLScalar: Sendable {
    /// What a plain scalar is under YAML's core schema.
    enum Kind: Sendable {
        case null
        case flag
        case integer
        case number
        case text
    }

    var text: String
    /// Whether it stands without quotes.
    var isPlain: Bool

    var kind: Kind {
        guard isPlain else { return .text }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE", "false", "False", "FALSE": return .flag
        default: break
        }
        if text.starts(with: "0x") || text.starts(with: "0o") { return .integer }
        let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
        if [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains(unsigned) { return .number }
        let mantissaAndExponent = unsigned.split(
            maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
        let parts = mantissaAndExponent[0].split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy(Self.isDigits), parts.contains(where: { !$0.isEmpty }) else {
            return .text
        }
        if mantissaAndExponent.count == 2 {
            var exponent = mantissaAndExponent[1]
            if exponent.first == "-" || exponent.first == "+" { exponent.removeFirst() }
            return !exponent.isEmpty && Self.isDigits(exponent) ? .number : .text
        }
        return parts.count == 1 ? .integer : .number
    }

    private static func isDigits(_ text: Substring) -> Bool {
        text.allSatisfy { ("0"..."9").contains($0) }
    }
}
