import AidModel

extension OpenExport {
    /// Refuses an XML file of which no record holds a field that every file must have, as a CSV file without
    /// its column is refused.
    func refuseMissing(
        _ found: FoundFields, layout: RecordLayout, record: ElementName, areAllUnpaid: Bool
    ) throws(InputError) {
        let missing = found.missing(of: layout, areAllUnpaid: areAllUnpaid)
        guard !missing.isEmpty else { return }
        let names = try names(record: record)
        let wanted = missing.map { $0.from.joined(separator: " / ") }
        var zh = "\(found.recordCount) 条记录中都没有：\(wanted.joined(separator: "；"))"
        var en = "in none of the \(found.recordCount) records: \(wanted.joined(separator: "; "))"
        zh += "。记录中有：" + names.inRecords.joined(separator: "、")
        en += ". Records hold: " + names.inRecords.joined(separator: ", ")
        if !names.outside.isEmpty {
            zh += "；记录之外有：" + names.outside.joined(separator: "、")
            en += "; outside of the records there are: " + names.outside.joined(separator: ", ")
        }
        throw InputError(
            kind: .refused, file: file.name, what: BilingualText(zh: zh, en: en),
            mend: BilingualText(
                zh: "请在流程文件的 fields 中写出记录之内的元素或属性（记录之外的值无法读取）；文件可以没有的字段请写 optional: true",
                en: "name the elements or attributes within the record under `fields` in the pipeline file (what is "
                    + "outside of it cannot be read); write `optional: true` for a field that a file may lack"))
    }

    /// Names of elements and attributes of the file.
    private func names(record: ElementName) throws(InputError) -> XMLNameSurvey {
        let parse = XMLParse(try textSource())
        let survey = XMLNameSurvey(record: parse.pattern(record), parse)
        try parse.run(into: survey)
        return survey
    }

    /// What the names in an XML file leave in doubt.
    static func findings(_ name: String, _ found: FoundFields, layout: RecordLayout) -> [Finding] {
        otherCase(name, found) + otherUnits(name, found, layout) + rarelyFound(name, found, layout: layout)
    }

    /// That a part of the file names another unit or currency than the one that all of it is read in.
    ///
    /// - Parameter layout: of the file.
    private static func otherUnits(_ name: String, _ found: FoundFields, _ layout: RecordLayout) -> [Finding] {
        let others = found.marksOutside.filter { outside in
            switch outside.said {
            case .none, .unknown: false
            case .unit(let unit): unit != layout.amountUnit ?? .yuan
            case .several, .foreign: true
            }
        }.map(\.value).sorted()
        guard !others.isEmpty else { return [] }
        let list = others.joined(separator: ", ")
        return [
            Finding(
                level: .error, code: "other-unit",
                message: BilingualText(
                    zh: "\(name)：记录之外写明的单位或货币（\(list)）与读取所用的不同；请把各部分分成单独的文件，或用 fields.amount.unit 写明",
                    en:
                        "\(name): units or currencies that stand outside of the records (\(list)) are not what amounts are "
                        + "read in; make each part a file of its own, or say the unit as fields.amount.unit"))
        ]
    }

    /// That some records seem to be called by other letters.
    private static func otherCase(_ name: String, _ found: FoundFields) -> [Finding] {
        guard found.otherCaseCount > 0 else { return [] }
        return [
            Finding(
                level: .error, code: "other-case",
                message: BilingualText(
                    zh: "\(name)：有 \(found.otherCaseCount) 个元素的名称与 record 只有大小写不同，没有读取；请统一名称",
                    en: "\(name): \(found.otherCaseCount) elements are called as `record` says but for the case of "
                        + "letters, and were not read; give all records one name"))
        ]
    }

    /// That hardly a record holds a field: mostly it has another name in some of them.
    private static func rarelyFound(_ name: String, _ found: FoundFields, layout: RecordLayout) -> [Finding] {
        let rare = found.rare(of: layout)
        guard !rare.isEmpty else { return [] }
        let fields = rare.map { "\($0.field.from.joined(separator: " / ")) (\($0.count))" }
        return [
            Finding(
                level: .warning, code: "field-rarely-found",
                message: BilingualText(
                    zh: "\(name)：\(found.recordCount) 条记录中，含有下列字段的不到 1%：\(fields.joined(separator: "；"))",
                    en: "\(name): fields that fewer than 1% of the \(found.recordCount) records hold: "
                        + fields.joined(separator: "; ")))
        ]
    }
}
