/// Holds a YAML value against a spec: collects every finding, fills in defaults.
struct SpecCheck {
    private(set) var findings: [PipelineFinding] = []
    /// What `init` says of a list that it left empty.
    private let comments: PipelineComments

    /// - Parameter text: of the pipeline file.
    init(_ text: String) {
        comments = PipelineComments(text)
    }

    /// - Parameter path: the keys down to the value, as messages name it.
    mutating func check(_ node: YAMLNode, _ spec: ValueSpec, path: String) -> CheckedValue {
        if case .scalar(let scalar) = node.content, scalar.kind == .null {
            return faulty(node, .valueEmpty(path: path))
        }
        switch spec {
        case .text(let format): return text(node, format, path: path)
        case .word(let words): return word(node, words, path: path)
        case .integer(let range): return integer(node, range, spec, path: path)
        case .integerOrWord(let range, let words):
            if case .scalar(let scalar) = node.content, words.canonical(of: scalar.text) != nil {
                return word(node, words, path: path)
            }
            return integer(node, range, spec, path: path)
        case .flag: return flag(node, spec, path: path)
        case .list(let list): return self.list(node, list, path: path)
        case .mapping(let mapping): return self.mapping(node, mapping, path: path)
        case .textOrMapping(let format, let mapping):
            switch node.content {
            case .scalar: return text(node, format, path: path)
            case .mapping: return self.mapping(node, mapping, path: path)
            case .sequence: return wrongType(node, spec, path: path)
            }
        case .listOrMapping(let list, let mapping):
            if case .mapping = node.content { return self.mapping(node, mapping, path: path) }
            return self.list(node, list, path: path)
        case .onlyFalse(let reason):
            let value = flag(node, spec, path: path)
            guard value.isTrue else { return value }
            return faulty(node, .cannotBeTrue(path: path, reason: reason))
        }
    }

    private mutating func text(_ node: YAMLNode, _ format: TextFormat, path: String) -> CheckedValue {
        guard case .scalar(let scalar) = node.content else {
            return wrongType(node, .text(format), path: path)
        }
        if !format.takesAnyScalar, scalar.kind != .text {
            // A date such as 20120501 or a currency such as 156 reads better as a bad date or currency.
            guard let problem = format.problem(of: scalar.text) else {
                return faulty(node, .quotesMissing(path: path, text: scalar.text))
            }
            return faulty(node, .wrongText(path: path, text: scalar.text, problem))
        }
        if let problem = format.problem(of: scalar.text) {
            return faulty(node, .wrongText(path: path, text: scalar.text, problem))
        }
        return CheckedValue(place: node.place, isGiven: true, content: .text(scalar.text))
    }

    private mutating func word(_ node: YAMLNode, _ spec: WordSpec, path: String) -> CheckedValue {
        guard case .scalar(let scalar) = node.content else {
            return wrongType(node, .word(spec), path: path)
        }
        if let canonical = spec.canonical(of: scalar.text) {
            return CheckedValue(place: node.place, isGiven: true, content: .text(canonical))
        }
        return faulty(
            node,
            .wordUnknown(
                path: path, text: scalar.text, near: NearMiss.nearest(to: scalar.text, among: spec.all),
                possible: spec.words.map(\.canonical)))
    }

    /// - Parameter spec: what may stand there besides.
    private mutating func integer(
        _ node: YAMLNode, _ range: ClosedRange<Int>, _ spec: ValueSpec, path: String
    ) -> CheckedValue {
        guard case .scalar(let scalar) = node.content, scalar.kind == .integer else {
            return wrongType(node, spec, path: path)
        }
        guard let number = Int(scalar.text), range.contains(number) else {
            return faulty(node, .outOfRange(path: path, takes: spec, text: scalar.text))
        }
        return CheckedValue(place: node.place, isGiven: true, content: .integer(number))
    }

    private mutating func flag(_ node: YAMLNode, _ spec: ValueSpec, path: String) -> CheckedValue {
        guard case .scalar(let scalar) = node.content, scalar.kind == .flag else {
            return wrongType(node, spec, path: path)
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
            return wrongType(node, .list(spec), path: path)
        }
        guard spec.count.contains(nodes.count) else {
            let asked = comments.behindEmptyList(at: node.place)
            if nodes.isEmpty, path.hasPrefix("fields."), path.hasSuffix(".from") {
                return faulty(node, .columnNotNamed(path: path, asked: asked))
            }
            if nodes.isEmpty, path == "count.status.paid" {
                return faulty(node, .noPaidState(path: path))
            }
            return faulty(node, .wrongCount(path: path, spec.count, count: nodes.count))
        }
        var items: [CheckedValue] = []
        var firstLines: [String: Int] = [:]
        for itemNode in nodes {
            let item = check(itemNode, spec.item, path: path)
            if spec.isUnique, let text = item.text ?? item.joinedTexts {
                if let line = firstLines[text] {
                    add(item.place, .itemTwice(path: path, text: text, firstLine: line))
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
    private mutating func faulty(_ node: YAMLNode, _ problem: PipelineProblem) -> CheckedValue {
        add(node.place, problem)
        return CheckedValue(place: node.place, isGiven: true, content: .faulty)
    }

    mutating func wrongType(_ node: YAMLNode, _ spec: ValueSpec, path: String) -> CheckedValue {
        faulty(node, .wrongType(path: path, takes: spec, given: node))
    }

    mutating func add(_ place: Place, _ problem: PipelineProblem) {
        findings.append(PipelineFinding(place, problem))
    }
}
