package import AidModel

/// What reading a whole file as claims leaves, besides the claims.
package struct ClaimReading: Sendable {
    /// Every record of the file, and the money of those whose amount could be read.
    package var records: Tally
    /// Those of them that are no records: totals, repeated headers and the like.
    package var scaffolding: Tally
    /// Their places are offsets in the file's text.
    package var rejects: RejectList
    package var findings: [Finding]
    /// Which of its claim numbers look as if a spreadsheet had cut them.
    package var cutNumbers = CutNumbers()
    /// What its dates look like.
    var dayCounts = DayCounts()
    /// What is no record.
    var noRecordLines = NoRecordLines()
}

extension ClaimReading {
    /// With lines above the header, which are no records and hold no money.
    func adding(titleCount: Int) -> ClaimReading {
        var reading = self
        let titles = Tally(recordCount: titleCount, amountMinor: 0)
        reading.records = reading.records + titles
        reading.scaffolding = reading.scaffolding + titles
        return reading
    }
}

extension OpenExport {
    /// Reads every record of the file as a claim.
    ///
    /// - Parameters:
    ///   - fileIndex: the file's place among the inputs.
    ///   - cutNumbers: those that are known to have been cut.
    ///   - shape: what is said of the header of a CSV file, and of lines that are no records.
    ///   - requiresFinalNewline: whether a CSV file is refused whose last line has no end.
    ///   - deal: gets the claims, batch by batch, in input order.
    /// - Throws: where the file cannot be read to its end, or lacks what is needed; what
    ///   was dealt before is then of no use.
    package func readClaims(
        layout: RecordLayout, fileIndex: Int, keys: KeyTable, groups: GroupTable,
        cutNumbers: CutNumbers = CutNumbers(), shape: CSVShape = CSVShape(), requiresFinalNewline: Bool = false,
        deal: @escaping (ClaimBatch) -> Void
    ) throws(InputError) -> ClaimReading {
        var reading = try readRecords(
            layout: layout, fileIndex: fileIndex, keys: keys, groups: groups, cutNumbers: cutNumbers, shape: shape,
            deal: deal)
        if case .csv = format {
            reading.findings += try FinalLine.findings(
                file, encoding: encoding, recordCount: reading.records.recordCount, isRequired: requiresFinalNewline)
        }
        if let finding = reading.noRecordLines.finding(in: file.name) { reading.findings.append(finding) }
        return reading
    }

    /// Whether something follows the last line end of a CSV file: it may have been cut off there.
    package func lacksFinalLineEnd() throws(InputError) -> Bool { try FinalLine.lacksEnd(file, encoding) }

    private func readRecords(
        layout: RecordLayout, fileIndex: Int, keys: KeyTable, groups: GroupTable, cutNumbers: CutNumbers,
        shape: CSVShape, deal: @escaping (ClaimBatch) -> Void
    ) throws(InputError) -> ClaimReading {
        func decoder(_ layout: RecordLayout) -> ClaimDecoder {
            ClaimDecoder(
                layout: layout, fileIndex: fileIndex, keys: keys, groups: groups, cutNumbers: cutNumbers, deal: deal)
        }
        do throws(InputError) {
            switch format {
            case .csv(let delimiter):
                var reader = try csvReader(delimiter: delimiter)
                let header = try reader.readHeader(shape) {
                    ColumnMap.fits($0, layout.wantedFields)
                }
                reader.setHeader(header, skipped: shape.skippedBeginnings, currency: layout.currency)
                let columns = try ColumnMap(layout.wantedFields, header, file: file.name)
                let fileLayout = try columns.layout(layout, header, file: file)
                var decoder = decoder(fileLayout)
                _ = try reader.read(into: &decoder, columns: columns.columns, expectedCount: header.names.count)
                try OpenExport.refuseMergedRecords(
                    of: file, layout.wantedFields, columns: columns.columns, header: header)
                let findings = columns.findings(layout, header, file).map { $0.finding(in: file.name) }
                return try reading(&decoder, fileLayout, titleCount: header.titleCount, findings: findings)
                    .adding(titleCount: header.titleCount)
            case .xml(let record):
                guard let record else { throw InputError(problem: .recordNotNamed, file: file.name) }
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
                    &decoder, layout, findings: OpenExport.findings(file.name, summary.found, layout: layout))
            }
        } catch {
            throw onDisk(error)
        }
    }

    /// What a decoder has found, when all is read.
    private func reading(
        _ decoder: inout ClaimDecoder, _ layout: RecordLayout, titleCount: Int = 0, findings: [Finding] = []
    ) throws(InputError) -> ClaimReading {
        decoder.finish()
        try file.checkUnchanged()
        var findings = findings
        if decoder.records.recordCount == decoder.scaffolding.recordCount {
            findings.append(InputFinding.noRecords.finding(in: file.name))
        }
        if invalidCount > 0 {
            findings.append(InputFinding.invalidBytes(encoding, count: invalidCount).finding(in: file.name))
        }
        let controlTotals = decoder.takeControlTotals()
        var noRecordLines = decoder.takeNoRecordLines()
        noRecordLines.add(titleCount: titleCount)
        findings += decoder.observations.findings(in: file.name, noRecordLines)
        findings += controlTotals.findings(in: file.name, layout)
        if case .xml = format, lines.otherCount > 0 {
            findings.append(InputFinding.mixedEncoding(lines).finding(in: file.name))
        }
        return ClaimReading(
            records: decoder.records, scaffolding: decoder.scaffolding, rejects: decoder.rejects, findings: findings,
            cutNumbers: decoder.takeNumberCounts().cutNumbers, dayCounts: decoder.takeDayCounts(),
            noRecordLines: noRecordLines)
    }

    /// An empty export has no record; one full of other elements is not what was meant.
    private func checkFound(_ summary: XMLReadSummary, record: ElementName) throws(InputError) {
        guard summary.recordCount == 0, !summary.rootChildren.isEmpty else { return }
        func shown(_ name: ElementName) -> String { ColumnMap.looksLikeData(name.local) ? "…" : name.description }
        throw InputError(
            problem: .noSuchRecord(record, root: shown(summary.root), children: summary.rootChildren.map(shown)),
            file: file.name)
    }
}

/// Which column holds which field.
struct ColumnMap {
    /// For each wanted field its column, or −1 where the file may and does lack it.
    let columns: [Int]

    /// - Throws: for all columns that are missing or named twice, at once.
    init(_ fields: [RecordLayout.Field], _ header: CSVHeader, file: String) throws(InputError) {
        let names = header.names
        var columns: [Int] = []
        var missing: [String] = []
        var twice: [String] = []
        for field in fields {
            let from = field.from.map(FieldCleaner.cleaned)
            var found = names.indices.filter { from.contains(names[$0]) }
            if found.isEmpty, !field.isMark {
                let alike = Set(from.map(ColumnMap.bare)).subtracting([""])
                found = names.indices.filter { alike.contains(ColumnMap.bare(names[$0])) }
            }
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
            let shown = ColumnMap.shown(names, isHeader: columns.contains { $0 >= 0 })
            throw InputError(
                problem: .missingColumns(missing, twice: twice, header: shown), file: file,
                lineNumber: header.lineNumber)
        }
    }

    /// Whether a line names all columns that are needed.
    static func fits(_ names: [String], _ fields: [RecordLayout.Field]) -> Bool {
        (try? ColumnMap(fields, CSVHeader(rows: [names]), file: "")) != nil
    }

    /// A name without what tells no columns apart: case, blanks and line breaks, marks such as `*` and `_`, the width of
    /// its brackets, and a unit in brackets at its end: `互助 金额（元）` is `互助金额`, but `金额（自付）` is another one.
    private static func bare(_ name: String) -> String {
        var text = name.lowercased().map { "（【［[".contains($0) ? "(" : "）】］]".contains($0) ? ")" : $0 }
            .filter { !$0.isWhitespace && !"*＊_-:：".contains($0) }
        while text.last == ")", let start = text.lastIndex(of: "("), start > 0,
            unitNotes.contains(String(text[(start + 1)...].dropLast()))
        {
            text.removeSubrange(start...)
        }
        return String(text)
    }

    /// What stands in brackets behind a name without making it another one.
    private static let unitNotes = Set(
        "元 万元 千元 百元 亿元 角 分 人民币 人民币元 rmb cny yuan ¥ ￥ 单位元 单位万元 单位千元 单位分 必填 选填 必填项".split(separator: " ")
            .map(String.init))

    /// The layout of this file, whose column of amounts may say their unit, or a line above the header.
    func layout(_ layout: RecordLayout, _ header: CSVHeader, file: InputFile) throws(InputError) -> RecordLayout {
        let read = try self.layout(layout, header, file: file.name).reading(
            sayings: file.allSayings, told: layout, file: file.name)
        return withUnitOfBasis(read, told: layout, header)
    }

    private func layout(
        _ layout: RecordLayout, _ header: CSVHeader, file: String
    ) throws(InputError) -> RecordLayout {
        let column = columns[FieldPlaces(layout).amount]
        guard column >= 0 else { return layout }
        let read = try layout.reading(amountsOf: header.names[column], file: file, lineNumber: header.lineNumber)
        guard let above = header.unitAbove(layout.currency) else { return read }
        return try read.reading(
            unitAbove: above.said, file: file, lineNumber: above.lineNumber,
            column: layout.amountUnit == nil ? header.names[column] : nil)
    }

    /// The layout whose basis is in the unit that its column says, or else what stands above the header or around the table.
    ///
    /// - Parameter told: the layout as the pipeline file says it.
    private func withUnitOfBasis(_ layout: RecordLayout, told: RecordLayout, _ header: CSVHeader) -> RecordLayout {
        let places = FieldPlaces(layout)
        guard let place = places.basis, columns[place] >= 0, told.basisUnit == nil else { return layout }
        func said(_ place: Int) -> ColumnUnit {
            columns[place] < 0 ? .none : ColumnUnit(of: header.names[columns[place]], currency: layout.currency)
        }
        var read = layout
        if case .unit(let unit) = said(place), unit.decimals(layout.currency) != nil {
            read.basisUnit = unit
        } else if told.amountUnit == nil, case .none = said(places.amount) {
            // Then the unit of the amounts is that of all money in the table.
            read.basisUnit = layout.amountUnit
        }
        return read
    }

    /// What is to be told where a line above the header decides what the amounts are in.
    func findings(_ layout: RecordLayout, _ header: CSVHeader, _ file: InputFile) -> [InputFinding] {
        let column = columns[FieldPlaces(layout).amount]
        guard column >= 0, layout.content == .claims, layout.amountUnit == nil else { return [] }
        guard let above = header.unitAbove(layout.currency) else {
            guard case .none = ColumnUnit(of: header.names[column], currency: layout.currency) else { return [] }
            return file.allSayings.compactMap { saying in
                guard case .name(let name) = saying, case .unit(let unit) = saying.said(layout.currency), unit != .yuan
                else { return nil }
                return .unitInName(unit, name: PersonalNumbers.masked(in: name))
            }
        }
        guard
            case .unit(let unit) = above.said, unit != .yuan,
            case .none = ColumnUnit(of: header.names[column], currency: layout.currency)
        else { return [] }
        return [.unitAbove(unit, lineNumber: above.lineNumber)]
    }

    /// What may be shown of the first line.
    ///
    /// - Parameter isHeader: whether the line names a column that is known.
    private static func shown(_ names: [String], isHeader: Bool) -> InputProblem.ShownHeader {
        if names.contains(where: looksLikeData) { return .looksLikeRecord }
        guard isHeader else { return .unknown(fieldCount: names.count) }
        return .columns(names.prefix(64) + (names.count > 64 ? ["…"] : []))
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
