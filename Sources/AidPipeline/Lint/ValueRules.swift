import AidModel

extension PipelineRules {
    /// Only the values of a category are names of groups.
    static let valuesAreOfCategories: Rule = { file in
        file.mappedFields.compactMap { field in
            guard field.value["values"].isGiven, field.value["type"].text == "date" else { return nil }
            return PipelineFinding(
                field.value.keyPlace("values"), "key-not-possible",
                BilingualText(
                    zh: "“values”只用于 type: category；请删去，或改 type",
                    en: "“values” goes with type: category; remove it, or change the type"))
        }
    }

    /// A value means one group, and what it means stands for itself. Values are compared as the decoder compares
    /// them, cleaned.
    static let valuesMeanOneGroup: Rule = { file in
        file.mappedFields.flatMap { ambiguities(in: $0.value["values"]) }
    }

    private static func ambiguities(in values: CheckedValue) -> [PipelineFinding] {
        var findings: [PipelineFinding] = []
        var names: Set<[UInt8]> = []
        for entry in values.entries where !names.insert(Array(entry.key.cleanedAsField.utf8)).inserted {
            findings.append(
                PipelineFinding(
                    entry.keyPlace, "value-twice",
                    BilingualText(
                        zh: "组\(entry.key.quoted)已在前面列出；请合为一项",
                        en: "the group \(entry.key.quoted) is listed above already; make one of the two")))
        }
        var groups: [[UInt8]: String] = [:]
        for entry in values.entries {
            let own = Array(entry.key.cleanedAsField.utf8)
            for (text, place) in entry.value.textItems {
                let value = Array(text.cleanedAsField.utf8)
                if value != own, names.contains(value) {
                    findings.append(
                        PipelineFinding(
                            place, "value-is-a-group",
                            BilingualText(
                                zh: "\(text.quoted)自己就是列出的组，不能又算作\(entry.key.quoted)；请删去其一",
                                en: "\(text.quoted) is a group of its own here and cannot mean \(entry.key.quoted); "
                                    + "remove one of them")))
                } else if let group = groups[value] {
                    findings.append(
                        PipelineFinding(
                            place, "value-twice",
                            BilingualText(
                                zh: "值\(text.quoted)已算作\(group.quoted)；一个值只能属于一个组，请删去其一",
                                en: "the value \(text.quoted) means \(group.quoted) already; a value means one group, "
                                    + "so remove one of them")))
                } else {
                    groups[value] = entry.key
                }
            }
        }
        return findings
    }
}
