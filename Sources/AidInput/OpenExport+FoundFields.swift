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
        throw InputError(
            problem: .missingFields(
                wanted, recordCount: found.recordCount, inRecords: names.inRecords, outside: names.outside),
            file: file.name)
    }

    /// Names of elements and attributes of the file.
    private func names(record: ElementName) throws(InputError) -> XMLNameSurvey {
        let parse = XMLParse(try textSource())
        let survey = XMLNameSurvey(record: parse.pattern(record), parse)
        try parse.run(into: survey)
        return survey
    }

    /// What the names in an XML file leave in doubt.
    ///
    /// - Parameter layout: of the file.
    static func findings(_ name: String, _ found: FoundFields, layout: RecordLayout) -> [Finding] {
        var findings: [InputFinding] = []
        if found.otherCaseCount > 0 { findings.append(.otherCase(count: found.otherCaseCount)) }
        let others = found.marksOutside.filter { outside in
            guard layout.content == .claims else { return false }
            return switch outside.said {
            case .none, .unknown: false
            case .unit(let unit): unit != layout.amountUnit ?? .yuan
            case .several, .foreign: true
            }
        }
        if !others.isEmpty { findings.append(.otherUnits(others.map(\.value).sorted())) }
        let rare = found.rare(of: layout).map { "\($0.field.from.joined(separator: " / ")) (\($0.count))" }
        if !rare.isEmpty { findings.append(.rareFields(rare, recordCount: found.recordCount)) }
        return findings.map { $0.finding(in: name) }
    }
}
