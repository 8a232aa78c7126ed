extension SpecCheck {
    /// Checks a mapping key by key; the keys that it leaves out get their defaults.
    mutating func mapping(_ node: YAMLNode, _ spec: MappingSpec, path: String) -> CheckedValue {
        guard case .mapping(let given) = node.content else {
            return wrongType(node, .mapping(spec), path: path)
        }
        var entries: [CheckedValue.Entry] = []
        let givenNames = Set(given.map(\.key))
        for entry in given {
            let entryPath = path.isEmpty ? entry.key : path + "." + entry.key
            if let key = spec.keys.first(where: { $0.name == entry.key }) {
                entries.append(checked(entry, key.value, path: entryPath))
            } else if let others = spec.others {
                if let problem = spec.names.problem(of: entry.key) {
                    add(entry.keyPlace, .wrongName(entry.key, problem))
                }
                entries.append(checked(entry, others, path: entryPath))
            } else {
                let names = spec.keys.map(\.name)
                let near = NearMiss.nearest(to: entry.key, among: names.filter { !givenNames.contains($0) })
                add(entry.keyPlace, .keyUnknown(entry.key, path: path, near: near, possible: names))
            }
        }
        if given.count < spec.minKeys {
            add(node.place, .mappingEmpty(path: path, possible: spec.keys.map(\.name)))
        }
        for key in spec.keys where !givenNames.contains(key.name) {
            if let entry = leftOut(key, spec, of: node, given: given, path: path) { entries.append(entry) }
        }
        return CheckedValue(place: node.place, isGiven: true, content: .mapping(entries))
    }

    private mutating func checked(_ entry: YAMLNode.Entry, _ spec: ValueSpec, path: String) -> CheckedValue.Entry {
        CheckedValue.Entry(
            key: entry.key, keyPlace: entry.keyPlace, value: check(entry.value, spec, path: path))
    }

    /// A key that the mapping does not have: its default, or a finding where it must have it.
    private mutating func leftOut(
        _ key: KeySpec, _ spec: MappingSpec, of node: YAMLNode, given: [YAMLNode.Entry], path: String
    ) -> CheckedValue.Entry? {
        let keyPath = path.isEmpty ? key.name : path + "." + key.name
        switch key.presence {
        case .optional:
            return nil
        case .defaulted(let value):
            let defaultNode = YAMLNode(place: node.place, content: value.yaml(at: node.place))
            var value = check(defaultNode, key.value, path: keyPath)
            value.isGiven = false
            return CheckedValue.Entry(key: key.name, keyPlace: node.place, value: value)
        case .required:
            let unknown = given.map(\.key).filter { name in !spec.keys.contains { $0.name == name } }
            let near = NearMiss.nearest(to: key.name, among: unknown)
            // Where authors name nothing, the finding of the unknown key says all.
            if near == nil || spec.others != nil {
                add(node.place, .keyMissing(path: keyPath, doc: key.doc, near: near))
            }
            return CheckedValue.Entry(
                key: key.name, keyPlace: node.place,
                value: CheckedValue(place: node.place, isGiven: false, content: .faulty))
        }
    }
}

extension KeySpec.Default {
    /// The default as a file would say it.
    fileprivate func yaml(at place: Place) -> YAMLNode.Content {
        func scalar(_ text: String, isPlain: Bool) -> YAMLNode.Content {
            .scalar(YAMLScalar(text: text, isPlain: isPlain))
        }
        return switch self {
        case .text(let text): scalar(text, isPlain: false)
        case .integer(let number): scalar(String(number), isPlain: true)
        case .flag(let flag): scalar(flag ? "true" : "false", isPlain: true)
        case .list(let items):
            .sequence(items.map { YAMLNode(place: place, content: scalar($0, isPlain: false)) })
        case .mapping: .mapping([])
        }
    }
}
