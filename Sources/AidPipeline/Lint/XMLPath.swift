import AidModel

/// The grammar of names in XML: `a`, `{uri}a`, `a/b`, `@x`, `a/@x`.
enum XMLPath {
    /// What is wrong with the path of a field; nil: nothing.
    static func problem(ofField path: String) -> BilingualText? {
        guard let steps = steps(of: path) else {
            return BilingualText(zh: "中的 { } 不成对；请写作 {uri}名称", en: "has an unbalanced { or }; write {uri}name")
        }
        for (index, step) in steps.enumerated() {
            var name = step[...]
            if name.first == "@" {
                guard index == steps.count - 1 else {
                    return BilingualText(
                        zh: "中的 @ 不在最后一步；属性之下不能再有元素，请写作 a/@x",
                        en: "has an @ before its last step, but nothing lies inside an attribute; write a/@x")
                }
                name.removeFirst()
            }
            if let problem = problem(ofName: name) { return problem }
        }
        return nil
    }

    /// What is wrong with the name of a record element; nil: nothing.
    static func problem(ofRecord name: String) -> BilingualText? {
        guard let steps = steps(of: name), steps.count == 1, !name.hasPrefix("@") else {
            return BilingualText(
                zh: "应为一个元素的名称，不是路径或属性；请写作 Claim 或 {uri}Claim",
                en: "must be the name of one element, no path and no attribute; write Claim or {uri}Claim")
        }
        return problem(ofName: name[...])
    }

    private static func problem(ofName name: Substring) -> BilingualText? {
        var local = name
        if local.first == "{", let end = local.firstIndex(of: "}") { local = local[local.index(after: end)...] }
        if local.isEmpty {
            return BilingualText(zh: "中有空的一步；请删去多余的 /，或补上名称", en: "has an empty step; remove the extra / or add a name")
        }
        if local.contains(":") {
            return BilingualText(
                zh: "带有前缀；前缀因文件而异，请写名称本身或 {uri}名称",
                en: "has a prefix, which files are free to choose; write the name alone or {uri}name")
        }
        if local.unicodeScalars.contains(where: {
            $0.properties.isWhitespace || "<>&\"'=@{}".unicodeScalars.contains($0)
        }) {
            return BilingualText(
                zh: "含有 XML 名称中不能有的字符（空格、引号、@ 等）；请改正",
                en: "has a character that no XML name has, such as a space, a quote or an @; correct it")
        }
        return nil
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
