package import AidModel

/// What reading a whole file as claims leaves, besides the claims.
package struct ClaimReading: Sendable {
    /// Every record of the file, and the money of those whose amount could be read.
    package var records: Tally
    /// Those of them that are no records: totals, repeated headers and the like.
    package var scaffolding: Tally
    /// In input order; their places are offsets in the file's text.
    package var rejects: [Reject]
    package var findings: [Finding]
    /// Which of its claim numbers look as if a spreadsheet had cut them.
    package var cutNumbers = CutNumbers()
}

extension OpenExport {
    /// Reads every record of the file as a claim.
    ///
    /// - Parameters:
    ///   - fileIndex: the file's place among the inputs.
    ///   - cutNumbers: those that are known to have been cut.
    ///   - requiresFinalNewline: whether a CSV file is refused whose last line has no end.
    ///   - deal: gets the claims, batch by batch, in input order.
    /// - Throws: where the file cannot be read to its end, or lacks what is needed; what
    ///   was dealt before is then of no use.
    package func readClaims(
        layout: RecordLayout, fileIndex: Int, keys: KeyTable, groups: GroupTable,
        cutNumbers: CutNumbers = CutNumbers(), requiresFinalNewline: Bool = false,
        deal: @escaping (ClaimBatch) -> Void
    ) throws(InputError) -> ClaimReading {
        var reading = try readRecords(
            layout: layout, fileIndex: fileIndex, keys: keys, groups: groups, cutNumbers: cutNumbers, deal: deal)
        if case .csv = format {
            reading.findings += try FinalLine.findings(
                file, encoding: encoding, recordCount: reading.records.recordCount, isRequired: requiresFinalNewline)
        }
        return reading
    }

    private func readRecords(
        layout: RecordLayout, fileIndex: Int, keys: KeyTable, groups: GroupTable, cutNumbers: CutNumbers,
        deal: @escaping (ClaimBatch) -> Void
    ) throws(InputError) -> ClaimReading {
        func decoder(_ layout: RecordLayout) -> ClaimDecoder {
            ClaimDecoder(
                layout: layout, fileIndex: fileIndex, keys: keys, groups: groups, cutNumbers: cutNumbers, deal: deal)
        }
        do throws(InputError) {
            switch format {
            case .csv(let delimiter):
                var reader = try csvReader(delimiter: delimiter)
                let names = try reader.readHeader()
                reader.setHeader(names, currency: layout.currency)
                let columns = try ColumnMap(layout.wantedFields, names: names, file: file.name)
                var decoder = decoder(try columns.layout(layout, names: names, file: file.name))
                _ = try reader.read(into: &decoder, columns: columns.columns, expectedCount: names.count)
                return try reading(&decoder)
            case .xml(let record):
                guard let record else { throw noRecordName }
                let layout = try layout.reading(xml: file.name, record: record) { () throws(InputError) in
                    try textSource()
                }
                var decoder = decoder(layout)
                let paths = layout.elementPaths
                let summary = try XMLReader(record: record, wanted: paths, currency: layout.currency).read(
                    try textSource(), into: &decoder)
                try checkFound(summary, record: record)
                let areAllUnpaid = decoder.takeUnpaidCount() == summary.found.recordCount
                try refuseMissing(summary.found, layout: layout, record: record, areAllUnpaid: areAllUnpaid)
                return try reading(
                    &decoder, findings: OpenExport.findings(file.name, summary.found, layout: layout))
            }
        } catch {
            throw onDisk(error)
        }
    }

    /// What a decoder has found, when all is read.
    private func reading(
        _ decoder: inout ClaimDecoder, findings: [Finding] = []
    ) throws(InputError) -> ClaimReading {
        decoder.finish()
        try file.checkUnchanged()
        var findings = findings
        if decoder.records.recordCount == decoder.scaffolding.recordCount {
            findings.append(OpenExport.noRecords(file.name))
        }
        if invalidCount > 0 { findings.append(OpenExport.invalidBytes(file.name, encoding, invalidCount)) }
        findings += decoder.observations.findings(in: file.name)
        if case .xml = format, lines.otherCount > 0 { findings.append(OpenExport.mixedText(file.name, lines)) }
        return ClaimReading(
            records: decoder.records, scaffolding: decoder.scaffolding, rejects: decoder.rejects, findings: findings,
            cutNumbers: decoder.takeNumberCounts().cutNumbers)
    }

    /// An empty export has no record; one full of other elements is not what was meant.
    private func checkFound(_ summary: XMLReadSummary, record: ElementName) throws(InputError) {
        guard summary.recordCount == 0, !summary.rootChildren.isEmpty else { return }
        func shown(_ name: ElementName) -> String { ColumnMap.looksLikeData(name.local) ? "…" : name.description }
        let found = summary.rootChildren.map(shown)
        throw InputError(
            kind: .refused, file: file.name,
            what: BilingualText(
                zh: "没有名为 \(record) 的元素；根元素 \(shown(summary.root)) 之下有：\(found.joined(separator: "、"))",
                en:
                    "no element \(record); below the root \(shown(summary.root)) there are: \(found.joined(separator: ", "))"
            ),
            mend: BilingualText(
                zh: "请在流程文件中改正 inputs 的 record", en: "correct `record` of this input in the pipeline file"))
    }

    private var noRecordName: InputError {
        InputError(
            kind: .refused, file: file.name,
            what: BilingualText(zh: "不知道哪个元素是一条记录", en: "it is not said which element is one record"),
            mend: BilingualText(zh: "请在流程文件中写明 record", en: "name it as `record` in the pipeline file"))
    }

    static func noRecords(_ name: String) -> Finding {
        Finding(
            level: .warning, code: "no-records",
            message: BilingualText(zh: "\(name)：文件中没有记录", en: "\(name): the file holds no record"))
    }

    static func invalidBytes(_ name: String, _ encoding: TextEncoding, _ invalidCount: Int) -> Finding {
        Finding(
            level: .warning, code: "invalid-bytes",
            message: BilingualText(
                zh: "\(name)：按 \(encoding.name) 读取，有 \(invalidCount) 处字节无效",
                en: "\(name): read as \(encoding.name), with \(invalidCount) invalid byte sequences"))
    }
}

/// Which column holds which field.
struct ColumnMap {
    /// For each wanted field its column, or −1 where the file may and does lack it.
    let columns: [Int]

    /// - Throws: for all columns that are missing or named twice, at once.
    init(_ fields: [RecordLayout.Field], names: [String], file: String) throws(InputError) {
        var columns: [Int] = []
        var missing: [String] = []
        var twice: [String] = []
        for field in fields {
            let from = field.from.map(FieldCleaner.cleaned)
            let found = names.indices.filter { from.contains(names[$0]) }
            if found.count > 1, !field.isMark { twice.append(found.map { names[$0] }.joined(separator: " / ")) }
            if found.isEmpty && !field.isOptional { missing.append(field.from.joined(separator: " / ")) }
            columns.append(found.first ?? -1)
        }
        if let rest = fields.lastIndex(where: \.isMark), let amount = fields.firstIndex(where: { $0.name == "amount" }),
            columns[amount] >= 0, columns[amount] + 1 < names.count, names[columns[amount] + 1].isEmpty
        {
            columns[rest] = columns[amount] + 1
        }
        self.columns = columns
        guard missing.isEmpty && twice.isEmpty else {
            let found = ColumnMap.list(names, isHeader: columns.contains { $0 >= 0 })
            throw InputError(
                kind: .refused, file: file, lineNumber: 1,
                what: BilingualText(
                    zh: ColumnMap.problems(missing, "缺少列：", twice, "列重复：", separator: "；") + "。" + found.zh,
                    en: ColumnMap.problems(
                        missing, "missing columns: ", twice, "columns named twice: ", separator: "; ")
                        + ". " + found.en),
                mend: BilingualText(
                    zh: "请在流程文件的 fields 中写出列名，或重新导出",
                    en: "name the columns under `fields` in the pipeline file, or export the file again"))
        }
    }

    /// The layout of this file, whose column of amounts may say their unit.
    func layout(_ layout: RecordLayout, names: [String], file: String) throws(InputError) -> RecordLayout {
        let column = columns[FieldPlaces(layout).amount]
        return column < 0 ? layout : try layout.reading(amountsOf: names[column], file: file, lineNumber: 1)
    }

    private static func problems(
        _ missing: [String], _ missingText: String, _ twice: [String], _ twiceText: String, separator: String
    ) -> String {
        [
            missing.isEmpty ? nil : missingText + missing.joined(separator: separator),
            twice.isEmpty ? nil : twiceText + twice.joined(separator: separator),
        ].compactMap { $0 }.joined(separator: separator)
    }

    /// The columns that were found. A file without a header has a person where the names of
    /// columns should be: then nothing of it is shown.
    ///
    /// - Parameter isHeader: whether the line names a column that is known.
    private static func list(_ names: [String], isHeader: Bool) -> BilingualText {
        guard !names.contains(where: looksLikeData) else {
            return BilingualText(
                zh: "第一行看起来是数据而不是列名", en: "The first line looks like a record, not like names of columns")
        }
        guard isHeader else {
            return BilingualText(
                zh: "第一行有 \(names.count) 个字段，没有一个是所需的列，可能不是列名，因此不予显示；可用 aidstats dump 查看",
                en: "None of the \(names.count) fields of the first line is a column that is needed. It may be no "
                    + "header, and is not shown; look at it with aidstats dump")
        }
        let shown = names.prefix(64) + (names.count > 64 ? ["…"] : [])
        return BilingualText(
            zh: "文件中的列：" + shown.joined(separator: "、"), en: "Columns found: " + shown.joined(separator: ", "))
    }

    /// Four digits in a row, a line break, or more than forty characters.
    static func looksLikeData(_ name: String) -> Bool {
        var run = 0
        for character in name.unicodeScalars {
            run = ("0"..."9").contains(character) ? run + 1 : 0
            if run >= 4 { return true }
        }
        return name.count > 40 || name.contains(where: \.isNewline)
    }
}
