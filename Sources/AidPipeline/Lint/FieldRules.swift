extension PipelineRules {
    /// One column cannot be two fields.
    static let columnsBelongToOneField: Rule = { file in
        var firstFields: [String: String] = [:]
        var findings: [PipelineFinding] = []
        for field in file.mappedFields {
            for (text, place) in field.value["from"].textItems + field.value["times"].textItems {
                let column = text.cleanedAsField
                guard let first = firstFields[column] else {
                    firstFields[column] = field.key
                    continue
                }
                let problem: PipelineProblem =
                    first == field.key
                    ? .columnTwice(text, field: field.key)
                    : .columnOfTwoFields(text, field: field.key, first: first)
                findings.append(PipelineFinding(place, problem))
            }
        }
        return findings
    }

    /// `otherDocuments` and `invalid` speak of resident IDs.
    static let personKeysFitType: Rule = { file in
        let person = file["fields"]["person"]
        guard person["type"].text == "text" else { return [] }
        return ["otherDocuments", "invalid"].filter { person[$0].isGiven }.map { key in
            PipelineFinding(person.keyPlace(key), .keyWithoutResidentIDs(key))
        }
    }

    /// Units of yuan are those of one currency.
    static let unitFitsCurrency: Rule = { file in
        guard let currency = file["currency"].text, currency != "CNY" else { return [] }
        return ["amount", PipelineSpec.basis].map { file["fields"][$0] }.filter { $0["unit"].isGiven }.map {
            PipelineFinding($0.keyPlace("unit"), .unitWithoutYuan)
        }
    }

    /// `count.period` names a date that every file has.
    static let periodIsAMappedDate: Rule = { file in
        let period = file["count"]["period"]
        guard let name = period.text, !file.fieldsAreFaulty else { return [] }
        // A default stands nowhere; what is missing then is missing in `fields`.
        let place = period.isGiven ? period.place : file.keyPlace("fields")
        guard let field = file.mappedFields.first(where: { $0.key == name }) else {
            let dates = file.mappedFields.filter { $0.value["type"].text == "date" }.map(\.key)
            return [
                PipelineFinding(place, dates.isEmpty ? .periodWithoutDates(name) : .periodUnmapped(name, dates: dates))
            ]
        }
        if !field.value["type"].isFaulty, field.value["type"].text != "date" {
            return [PipelineFinding(place, .periodNotADate(name))]
        }
        guard field.value["optional"].isTrue else { return [] }
        return [PipelineFinding(field.value.keyPlace("optional"), .periodOptional(name))]
    }

    /// Each of `breakdowns` is a field of type category.
    static let breakdownsAreCategories: Rule = { file in
        guard !file.fieldsAreFaulty else { return [] }
        return file.breakdownNames.joined().compactMap { name, place in
            guard let field = file.mappedFields.first(where: { $0.key == name }) else {
                let categories = file.mappedFields.filter { $0.value["type"].text == "category" }.map(\.key)
                return PipelineFinding(
                    place, .breakdownUnmapped(name, near: NearMiss.nearest(to: name, among: categories)))
            }
            let type = field.value["type"]
            guard !type.isFaulty, type.text != "category" else { return nil }
            return PipelineFinding(place, .breakdownNotACategory(name))
        }
    }

    /// A field has one table, however its breakdown is written.
    static let breakdownsComeOnce: Rule = { file in
        var firstLines: [String: Int] = [:]
        var findings: [PipelineFinding] = []
        for names in file.breakdownNames where names.count == 1 {
            let (name, place) = names[0]
            if let line = firstLines[name] {
                findings.append(
                    PipelineFinding(place, .itemTwice(path: "breakdowns", text: name, firstLine: line)))
            } else {
                firstLines[name] = place.line
            }
        }
        return findings
    }

    /// A field is in one pair at most: what is hidden of two tables that it linked could follow from both together.
    static let pairsAreApart: Rule = { file in
        var firstLines: [String: Int] = [:]
        var findings: [PipelineFinding] = []
        for pair in file.breakdownNames where pair.count == 2 {
            for (name, place) in pair {
                if let line = firstLines[name] {
                    findings.append(PipelineFinding(place, .pairedTwice(name, firstLine: line)))
                } else {
                    firstLines[name] = place.line
                }
            }
        }
        return findings
    }

    /// A date or category that nothing uses is read for nothing, and may be a name mistyped elsewhere.
    static let fieldsAreUsed: Rule = { file in
        guard !file["breakdowns"].isFaulty, !file["count"].isFaulty, !file["measures"].isFaulty else { return [] }
        let treatment = file.asksForTreatment ? PipelineSpec.treatment : nil
        let used = Set(file.groupFields + [file["count"]["period"].text, treatment].compactMap { $0 })
        return file.mappedFields.compactMap { field in
            guard let type = field.value["type"].text, PipelineSpec.namedFieldTypes.contains(type),
                !used.contains(field.key), !(type == "date" && file["count"]["period"].isFaulty)
            else { return nil }
            return PipelineFinding(
                field.keyPlace, type == "date" ? .dateUnused(field.key) : .categoryUnused(field.key))
        }
    }
}
