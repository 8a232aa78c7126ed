import AidModel

/// Holds a YAML value against a spec: collects every finding, fills in defaults.
struct SpecCheck {
    private(set) var findings: [PipelineFinding] = []

    /// - Parameter path: the keys down to the value, as messages name it.
    mutating func check(_ node: YAMLNode, _ spec: ValueSpec, path: String) -> CheckedValue {
        if case .scalar(let scalar) = node.content, scalar.kind == .null {
            return faulty(
                node, "empty-value",
                zh: "\(path.quoted)没有值；请填写，或删去此键", en: "\(path.quoted) has no value; give one or remove the key")
        }
        switch spec {
        case .text(let format): return text(node, format, path: path)
        case .word(let words): return word(node, words, path: path)
        case .integer(let range): return integer(node, range, path: path)
        case .flag: return flag(node, path: path)
        case .list(let list): return self.list(node, list, path: path)
        case .mapping(let mapping): return self.mapping(node, mapping, path: path)
        case .textOrMapping(let format, let mapping):
            if case .scalar = node.content { return text(node, format, path: path) }
            return self.mapping(node, mapping, path: path)
        case .onlyFalse(let reason):
            let value = flag(node, path: path)
            guard value.isTrue else { return value }
            return faulty(
                node, "key-not-possible",
                zh: "\(path.quoted)不能为 true：\(reason.zh)", en: "\(path.quoted) cannot be true: \(reason.en)")
        }
    }

    private mutating func text(_ node: YAMLNode, _ format: TextFormat, path: String) -> CheckedValue {
        guard case .scalar(let scalar) = node.content else {
            return wrongType(node, zh: "一段文字", en: "a text", path: path)
        }
        if !format.takesAnyScalar, scalar.kind != .text {
            // A date such as 20120501 or a currency such as 156 reads better as a bad date or currency.
            guard let problem = format.problem(of: scalar.text) else {
                return faulty(
                    node, "wrong-type",
                    zh: "\(path.quoted)应为文字，\(scalar.text.quoted)会被当作数字或真假值；请加引号",
                    en: "\(path.quoted) takes a text, but \(scalar.text.quoted) reads as a number or a truth value; "
                        + "put it in quotes")
            }
            return faulty(node, problem, text: scalar.text, path: path)
        }
        if let problem = format.problem(of: scalar.text) {
            return faulty(node, problem, text: scalar.text, path: path)
        }
        return CheckedValue(place: node.place, isGiven: true, content: .text(scalar.text))
    }

    private mutating func word(_ node: YAMLNode, _ spec: WordSpec, path: String) -> CheckedValue {
        let choice = spec.words.map(\.canonical).listed
        guard case .scalar(let scalar) = node.content else {
            return wrongType(node, zh: "以下之一：\(choice.zh)", en: "one of \(choice.en)", path: path)
        }
        if let canonical = spec.canonical(of: scalar.text) {
            return CheckedValue(place: node.place, isGiven: true, content: .text(canonical))
        }
        let suggestion = NearMiss.suggestion(for: scalar.text, among: spec.all)
        return faulty(
            node, "unknown-value",
            zh: "\(path.quoted)不认识\(scalar.text.quoted)；\(suggestion.zh)可用：\(choice.zh)",
            en: "\(path.quoted) cannot be \(scalar.text.quoted); \(suggestion.en)possible here: \(choice.en)")
    }

    private mutating func integer(_ node: YAMLNode, _ range: ClosedRange<Int>, path: String) -> CheckedValue {
        let wanted =
            range.count == 1
            ? BilingualText(zh: " \(range.lowerBound)", en: "\(range.lowerBound)")
            : BilingualText(
                zh: " \(range.lowerBound) 到 \(range.upperBound) 的整数",
                en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        guard case .scalar(let scalar) = node.content, scalar.kind == .integer else {
            return wrongType(node, zh: wanted.zh, en: wanted.en, path: path)
        }
        guard let number = Int(scalar.text), range.contains(number) else {
            return faulty(
                node, "out-of-range",
                zh: "\(path.quoted)应为\(wanted.zh)，而不是 \(scalar.text)；请改正",
                en: "\(path.quoted) takes \(wanted.en), not \(scalar.text); change it")
        }
        return CheckedValue(place: node.place, isGiven: true, content: .integer(number))
    }

    private mutating func flag(_ node: YAMLNode, path: String) -> CheckedValue {
        guard case .scalar(let scalar) = node.content, scalar.kind == .flag else {
            return wrongType(node, zh: " true 或 false", en: "true or false", path: path)
        }
        return CheckedValue(place: node.place, isGiven: true, content: .flag(scalar.text.lowercased() == "true"))
    }

    private mutating func list(_ node: YAMLNode, _ spec: ListSpec, path: String) -> CheckedValue {
        let nodes: [YAMLNode]
        switch node.content {
        case .sequence(let items):
            nodes = items
        case .scalar where spec.allowsSingle:
            nodes = [node]
        default:
            return wrongType(node, zh: "列表，写作 [甲, 乙]", en: "a list, written as [a, b]", path: path)
        }
        guard spec.count.contains(nodes.count) else {
            return faulty(
                node, nodes.count < spec.count.lowerBound ? "too-few" : "too-many",
                zh: "\(path.quoted)应有 \(spec.count.lowerBound) 到 \(spec.count.upperBound) 项，这里有 \(nodes.count) 项；请增减",
                en: "\(path.quoted) takes \(spec.count.lowerBound) to \(spec.count.upperBound) items, "
                    + "but has \(nodes.count); add or remove some")
        }
        var items: [CheckedValue] = []
        var firstLines: [String: Int] = [:]
        for itemNode in nodes {
            let item = check(itemNode, spec.item, path: path)
            if spec.isUnique, let text = item.text {
                if let line = firstLines[text] {
                    findings.append(
                        PipelineFinding(
                            item.place, "listed-twice",
                            BilingualText(
                                zh: "\(path.quoted)中\(text.quoted)出现两次（首次在第 \(line) 行）；请只保留一个",
                                en: "\(path.quoted) lists \(text.quoted) twice (first on line \(line)); keep one")))
                    continue
                }
                firstLines[text] = item.place.line
            }
            items.append(item)
        }
        return CheckedValue(place: node.place, isGiven: true, content: .list(items))
    }
}

extension SpecCheck {
    private mutating func faulty(_ node: YAMLNode, _ code: String, zh: String, en: String) -> CheckedValue {
        findings.append(PipelineFinding(node.place, code, BilingualText(zh: zh, en: en)))
        return CheckedValue(place: node.place, isGiven: true, content: .faulty)
    }

    private mutating func faulty(
        _ node: YAMLNode, _ problem: (code: String, message: BilingualText), text: String, path: String
    ) -> CheckedValue {
        faulty(
            node, problem.code,
            zh: "\(path.quoted)的值\(text.quoted)：\(problem.message.zh)",
            en: "\(path.quoted), here \(text.quoted), \(problem.message.en)")
    }

    mutating func wrongType(_ node: YAMLNode, zh: String, en: String, path: String) -> CheckedValue {
        let found = node.kindName
        return faulty(
            node, "wrong-type",
            zh: "\(path.quoted)应为\(zh)，这里却是\(found.zh)；请改正",
            en: "\(path.quoted) takes \(en), but this is \(found.en); change it")
    }

    mutating func add(_ finding: PipelineFinding) {
        findings.append(finding)
    }
}

extension YAMLNode {
    /// What the value is, in a word.
    fileprivate var kindName: BilingualText {
        switch content {
        case .sequence: return BilingualText(zh: "列表", en: "a list")
        case .mapping: return BilingualText(zh: "映射", en: "a mapping")
        case .scalar(let scalar):
            let text = scalar.text.quoted
            switch scalar.kind {
            case .null: return BilingualText(zh: "空值", en: "empty")
            case .flag: return BilingualText(zh: "真假值\(text)", en: "the truth value \(text)")
            case .integer, .number: return BilingualText(zh: "数字\(text)", en: "the number \(text)")
            case .text: return BilingualText(zh: "文字\(text)", en: "the text \(text)")
            }
        }
    }
}
