import AidModel

extension PipelineRules {
    /// One column cannot be two fields.
    static let columnsBelongToOneField: Rule = { file in
        var firstFields: [String: String] = [:]
        var findings: [PipelineFinding] = []
        for field in file.mappedFields {
            for (text, place) in field.value["from"].textItems {
                let column = text.cleanedAsField
                guard let first = firstFields[column] else {
                    firstFields[column] = field.key
                    continue
                }
                let message =
                    first == field.key
                    ? BilingualText(
                        zh: "\(field.key.quoted)两次列出同一列\(text.quoted)；请只保留一个",
                        en: "\(field.key.quoted) lists the column \(text.quoted) twice; keep one")
                    : BilingualText(
                        zh: "列\(text.quoted)已用于字段\(first.quoted)，不能又是\(field.key.quoted)；请改正其一",
                        en: "the column \(text.quoted) is the field \(first.quoted) already and cannot be "
                            + "\(field.key.quoted) too; correct one of them")
                findings.append(PipelineFinding(place, "column-twice", message))
            }
        }
        return findings
    }

    /// `otherDocuments` and `invalid` speak of resident IDs.
    static let personKeysFitType: Rule = { file in
        let person = file["fields"]["person"]
        guard person["type"].text == "text" else { return [] }
        return ["otherDocuments", "invalid"].filter { person[$0].isGiven }.map { key in
            PipelineFinding(
                person.keyPlace(key), "key-not-possible",
                BilingualText(
                    zh: "\(key.quoted)只用于 type: resident-id；请删去，或改 type",
                    en: "\(key.quoted) goes with type: resident-id; remove it, or change the type"))
        }
    }

    /// Units of yuan are those of one currency.
    static let unitFitsCurrency: Rule = { file in
        let amount = file["fields"]["amount"]
        guard amount["unit"].isGiven, let currency = file["currency"].text, currency != "CNY" else { return [] }
        return [
            PipelineFinding(
                amount.keyPlace("unit"), "key-not-possible",
                BilingualText(
                    zh: "\("unit".quoted)只用于人民币（currency: CNY）；请删去",
                    en: "\("unit".quoted) goes with currency: CNY; remove it"))
        ]
    }

    /// `count.period` names a date that every file has.
    static let periodIsAMappedDate: Rule = { file in
        let period = file["count"]["period"]
        guard let name = period.text, !file.fieldsAreFaulty else { return [] }
        // A default stands nowhere; what is missing then is missing in `fields`.
        let place = period.isGiven ? period.place : file.keyPlace("fields")
        guard let field = file.mappedFields.first(where: { $0.key == name }) else {
            let dates = file.mappedFields.filter { $0.value["type"].text == "date" }.map(\.key)
            let choice = dates.listed
            return [
                PipelineFinding(
                    place, "period-without-field",
                    dates.isEmpty
                        ? BilingualText(
                            zh: "缺少决定季度的日期字段\(name.quoted)；请在 fields 中补上，type 为 date",
                            en: "the date field \(name.quoted), which decides the quarter, is missing; "
                                + "add it to fields with type: date")
                        : BilingualText(
                            zh: "count.period 所指的字段\(name.quoted)不存在；请改为已有的日期字段：\(choice.zh)",
                            en:
                                "no field is named \(name.quoted), as count.period says; name one of the dates: \(choice.en)"
                        ))
            ]
        }
        if !field.value["type"].isFaulty, field.value["type"].text != "date" {
            return [
                PipelineFinding(
                    place, "period-not-a-date",
                    BilingualText(
                        zh: "count.period 所指的字段\(name.quoted)不是日期；请改为 type 为 date 的字段",
                        en: "count.period names \(name.quoted), which is no date; name a field with type: date"))
            ]
        }
        guard field.value["optional"].isTrue else { return [] }
        return [
            PipelineFinding(
                field.value.keyPlace("optional"), "key-not-possible",
                BilingualText(
                    zh: "\(name.quoted)决定赔付属于哪个季度，每个文件都须有；请删去 optional",
                    en: "\(name.quoted) decides a claim's quarter, so every file needs it; remove optional"))
        ]
    }

    /// Each of `breakdowns` is a field of type category.
    static let breakdownsAreCategories: Rule = { file in
        guard !file.fieldsAreFaulty else { return [] }
        return file["breakdowns"].textItems.compactMap { name, place in
            guard let field = file.mappedFields.first(where: { $0.key == name }) else {
                let categories = file.mappedFields.filter { $0.value["type"].text == "category" }.map(\.key)
                let suggestion = NearMiss.suggestion(for: name, among: categories)
                return PipelineFinding(
                    place, "breakdown-without-field",
                    BilingualText(
                        zh: "分组\(name.quoted)不是已有的字段；\(suggestion.zh)请在 fields 中补上，type 为 category，或从此处删去",
                        en: "no field is named \(name.quoted); \(suggestion.en)add it to fields with "
                            + "type: category, or remove it here"))
            }
            let type = field.value["type"]
            guard !type.isFaulty, type.text != "category" else { return nil }
            return PipelineFinding(
                place, "breakdown-not-a-category",
                BilingualText(
                    zh: "字段\(name.quoted)不是分组；请把它的 type 改为 category，或从此处删去",
                    en: "the field \(name.quoted) is no category; give it type: category, or remove it here"))
        }
    }

    /// A date or category that nothing uses is read for nothing, and may be a name mistyped elsewhere.
    static let fieldsAreUsed: Rule = { file in
        guard !file["breakdowns"].isFaulty, !file["count"].isFaulty else { return [] }
        let used = Set(file["breakdowns"].textItems.map(\.text) + [file["count"]["period"].text].compactMap { $0 })
        return file.mappedFields.compactMap { field in
            guard let type = field.value["type"].text, PipelineSpec.namedFieldTypes.contains(type),
                !used.contains(field.key), !(type == "date" && file["count"]["period"].isFaulty)
            else { return nil }
            let mend =
                type == "date"
                ? BilingualText(zh: "请写入 count.period，或删去", en: "name it in count.period, or remove it")
                : BilingualText(zh: "请列入 breakdowns，或删去", en: "list it in breakdowns, or remove it")
            return PipelineFinding(
                field.keyPlace, .warning, "field-not-used",
                BilingualText(
                    zh: "字段\(field.key.quoted)没有用处；\(mend.zh)",
                    en: "nothing uses the field \(field.key.quoted); \(mend.en)"))
        }
    }
}
