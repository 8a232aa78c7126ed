import AidInput

extension PipelineRules {
    /// Only the values of a category are names of groups.
    static let valuesAreOfCategories: Rule = { file in
        file.mappedFields.filter { $0.value["type"].text == "date" }.flatMap { field in
            ["values", "valuesFile", "otherwise", "default"].filter { field.value[$0].isGiven }.map { key in
                PipelineFinding(field.value.keyPlace(key), .valuesWithoutCategory(key: key))
            }
        }
    }

    /// `otherwise` is for values that are not listed, and `default` for the empty one where it is not.
    static let restOfValuesIsClear: Rule = { file in
        file.mappedFields.flatMap { field -> [PipelineFinding] in
            var findings: [PipelineFinding] = []
            let values = field.value["values"]
            if field.value["otherwise"].isGiven, values.isAbsent, field.value["valuesFile"].isAbsent {
                findings.append(PipelineFinding(field.value.keyPlace("otherwise"), .otherwiseWithoutValues))
            }
            let empty = values.entries.first { $0.value.textItems.contains { $0.text.cleanedAsField.isEmpty } }
            if let empty, field.value["default"].isGiven {
                findings.append(PipelineFinding(field.value.keyPlace("default"), .defaultTwice(meaning: empty.key)))
            }
            return findings
        }
    }

    /// A value means one group, and what it means stands for itself. Values are compared as the decoder compares
    /// them, cleaned.
    static let valuesMeanOneGroup: Rule = { file in
        file.mappedFields.flatMap { ambiguities(in: $0.value["values"]) }
    }

    /// Only dates have forms of dates.
    static let formsAreOfDates: Rule = { file in
        file.mappedFields.compactMap { field in
            guard field.value["dateForms"].isGiven, field.value["type"].text == "category" else { return nil }
            return PipelineFinding(field.value.keyPlace("dateForms"), .formsWithoutDate)
        }
    }

    /// Of forms that look alike one alone can be meant.
    static let formsAgree: Rule = { file in
        (file.mappedFields + file.referenceTables).flatMap { field -> [PipelineFinding] in
            let forms = field.value["dateForms"].textItems.compactMap { item in
                DateForm(rawValue: item.text).map { (form: $0, place: item.place) }
            }
            return forms.indices.compactMap { index in
                guard let other = forms[..<index].first(where: { $0.form.contradicts(forms[index].form) }) else {
                    return nil
                }
                return PipelineFinding(
                    forms[index].place, .formsContradict(forms[index].form.rawValue, other.form.rawValue))
            }
        }
    }

    private static func ambiguities(in values: CheckedValue) -> [PipelineFinding] {
        var findings: [PipelineFinding] = []
        var names: Set<[UInt8]> = []
        for entry in values.entries where !names.insert(Array(entry.key.cleanedAsField.utf8)).inserted {
            findings.append(PipelineFinding(entry.keyPlace, .groupTwice(entry.key)))
        }
        var groups: [[UInt8]: String] = [:]
        for entry in values.entries {
            let own = Array(entry.key.cleanedAsField.utf8)
            for (text, place) in entry.value.textItems {
                let value = Array(text.cleanedAsField.utf8)
                if value != own, names.contains(value) {
                    findings.append(PipelineFinding(place, .valueIsAGroup(text, meaning: entry.key)))
                } else if let group = groups[value] {
                    findings.append(PipelineFinding(place, .valueTwice(text, meaning: group)))
                } else {
                    groups[value] = entry.key
                }
            }
        }
        return findings
    }
}
