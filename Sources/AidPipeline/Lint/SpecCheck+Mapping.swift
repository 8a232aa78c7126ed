import AidModel

extension SpecCheck {
    /// Checks a mapping key by key; the keys that it leaves out get their defaults.
    mutating func mapping(_ node: YAMLNode, _ spec: MappingSpec, path: String) -> CheckedValue {
        guard case .mapping(let given) = node.content else {
            return wrongType(node, zh: "映射，写作 键: 值", en: "a mapping, written as key: value", path: path)
        }
        var entries: [CheckedValue.Entry] = []
        let givenNames = Set(given.map(\.key))
        for entry in given {
            let entryPath = path.isEmpty ? entry.key : path + "." + entry.key
            if let key = spec.keys.first(where: { $0.name == entry.key }) {
                entries.append(checked(entry, key.value, path: entryPath))
            } else if let others = spec.others {
                if let problem = spec.names.problem(of: entry.key) {
                    add(
                        PipelineFinding(
                            entry.keyPlace, problem.code,
                            BilingualText(
                                zh: "\(entry.key.quoted)：\(problem.message.zh)",
                                en: "\(entry.key.quoted): \(problem.message.en)")))
                }
                entries.append(checked(entry, others, path: entryPath))
            } else {
                add(unknownKey(entry, spec, givenNames: givenNames, path: path))
            }
        }
        if given.count < spec.minKeys {
            add(
                PipelineFinding(
                    node.place, "too-few",
                    BilingualText(
                        zh: "\(path.quoted)是空的；请至少填写以下之一：\(spec.keys.map(\.name).listed.zh)",
                        en: "\(path.quoted) is empty; give at least one of \(spec.keys.map(\.name).listed.en)")))
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
        switch key.presence {
        case .optional:
            return nil
        case .defaulted(let value):
            let defaultNode = YAMLNode(place: node.place, content: value.yaml(at: node.place))
            var value = check(defaultNode, key.value, path: path.isEmpty ? key.name : path + "." + key.name)
            value.isGiven = false
            return CheckedValue.Entry(key: key.name, keyPlace: node.place, value: value)
        case .required:
            let unknown = given.map(\.key).filter { name in !spec.keys.contains { $0.name == name } }
            let near = NearMiss.nearest(to: key.name, among: unknown)
            // Where authors name nothing, the finding of the unknown key says all.
            if near == nil || spec.others != nil { add(missing(key, of: node, near: near, path: path)) }
            return CheckedValue.Entry(
                key: key.name, keyPlace: node.place,
                value: CheckedValue(place: node.place, isGiven: false, content: .faulty))
        }
    }

    /// - Parameter near: a key that may be the missing one, mistyped.
    private func missing(_ key: KeySpec, of node: YAMLNode, near: String?, path: String) -> PipelineFinding {
        let keyPath = path.isEmpty ? key.name : path + "." + key.name
        let mend = near.map {
            BilingualText(zh: "请补上，或把\($0.quoted)改为此名", en: "Add it, or give its name to \($0.quoted)")
        }
        return PipelineFinding(
            node.place, "missing-key",
            BilingualText(
                zh: "缺少\(keyPath.quoted)：\(key.doc.zh)\(mend?.zh ?? "请补上")",
                en: "\(keyPath.quoted) is missing: \(key.doc.en) \(mend?.en ?? "Add it")"))
    }

    private func unknownKey(
        _ entry: YAMLNode.Entry, _ spec: MappingSpec, givenNames: Set<String>, path: String
    ) -> PipelineFinding {
        let names = spec.keys.map(\.name)
        let suggestion = NearMiss.suggestion(for: entry.key, among: names.filter { !givenNames.contains($0) })
        let mapping =
            path.isEmpty
            ? BilingualText(zh: "此处", en: "here")
            : BilingualText(zh: "\(path.quoted)中", en: "in \(path.quoted)")
        return PipelineFinding(
            entry.keyPlace, "unknown-key",
            BilingualText(
                zh: "\(mapping.zh)没有\(entry.key.quoted)这个键；\(suggestion.zh)可用：\(names.listed.zh)",
                en:
                    "there is no key \(entry.key.quoted) \(mapping.en); \(suggestion.en)possible here: \(names.listed.en)"
            ))
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
