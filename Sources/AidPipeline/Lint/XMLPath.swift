/// The grammar of names in XML: `a`, `{uri}a`, `a/b`, `@x`, `a/@x`.
enum XMLPath {
    /// Why a text is no such name.
    enum Problem: Sendable {
        case bracesUnbalanced
        /// An `@` stands before the last step.
        case attributeNotLast
        /// Behind steps up stands nothing, or more than one element.
        case notAnAncestor
        case notOneElement
        case stepEmpty
        case prefixed
        case wrongCharacter
    }

    /// What is wrong with the path of a field; nil: nothing.
    static func problem(ofField path: String) -> Problem? {
        guard var steps = steps(of: path) else { return .bracesUnbalanced }
        let levelsUp = steps.prefix { $0 == ".." }.count
        steps.removeFirst(levelsUp)
        if steps.isEmpty || steps.contains("..") { return .notAnAncestor }
        if levelsUp > 0, steps.count(where: { !$0.hasPrefix("@") }) > 1 { return .notAnAncestor }
        for (index, step) in steps.enumerated() {
            var name = step[...]
            if name.first == "@" {
                guard index == steps.count - 1 else { return .attributeNotLast }
                name.removeFirst()
            }
            if let problem = problem(ofName: name) { return problem }
        }
        return nil
    }

    /// What is wrong with the name of a record element; nil: nothing.
    static func problem(ofRecord name: String) -> Problem? {
        guard let steps = steps(of: name), steps.count == 1, !name.hasPrefix("@") else { return .notOneElement }
        return problem(ofName: name[...])
    }

    private static func problem(ofName name: Substring) -> Problem? {
        var local = name
        if local.first == "{", let end = local.firstIndex(of: "}") { local = local[local.index(after: end)...] }
        if local.isEmpty { return .stepEmpty }
        if local.contains(":") { return .prefixed }
        let isWrong = local.unicodeScalars.contains {
            $0.properties.isWhitespace || "<>&\"'=@{}".unicodeScalars.contains($0)
        }
        return isWrong ? .wrongCharacter : nil
    }

    /// The path split at each `/` outside braces; nil where the braces do not match.
    private static func steps(of path: String) -> [String]? {
        var steps = [""]
        var isInside = false
        for character in path {
            switch character {
            case "{":
                guard !isInside, steps.last == "" || steps.last == "@" else { return nil }
                isInside = true
            case "}":
                guard isInside else { return nil }
                isInside = false
            case "/" where !isInside:
                steps.append("")
                continue
            default:
                break
            }
            steps[steps.count - 1].append(character)
        }
        return isInside ? nil : steps
    }
}
