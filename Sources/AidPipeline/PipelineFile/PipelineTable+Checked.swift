import AidInput
import AidModel
import AidStatistics

extension PipelineTable {
    /// What members of a table are called who are no others.
    private static let member = "在籍"
    private static let retained = "会籍保留"
    private static let nonMember = "无会籍"
    private static let notListed = "未列入"

    /// What English news calls them.
    static let englishNames = [
        member: "current members", retained: "retained members", nonMember: "non-members",
        notListed: "those not listed",
    ]

    /// - Parameters:
    ///   - claims: the layout of the claims.
    ///   - values: the tables of values that fields name.
    init?(_ entry: CheckedValue.Entry, _ file: CheckedValue, _ claims: RecordLayout, values: [String: ValuesFile]) {
        let table = entry.value
        guard let files = PipelineInput(table), let keyField = table["key"]["field"].text else { return nil }
        let isByPerson = keyField == "person"
        var fields: [RecordLayout.Field] = []
        var columns: [ReferenceTable.Column] = []
        for (place, field) in claims.breakdowns.enumerated() {
            guard let value = field.source?.tableValue, value.table == entry.key else { continue }
            columns.append(ReferenceTable.Column(place: place, source: fields.count))
            fields.append(
                value.taken == .membership
                    ? PipelineTable.membership(of: table, name: field.name)
                    : RecordLayout.Field(
                        name: field.name, from: value.columns,
                        values: RecordLayout.ValueNames(file["fields"][field.name], values[field.name])))
        }
        var retained: ReferenceTable.Retained?
        if !table["retained"].isAbsent {
            let taken = claims.breakdowns.first {
                $0.source?.tableValue == TableValue(table: entry.key, taken: .membership)
            }
            let place = fields.firstIndex { $0.name == taken?.name } ?? fields.count
            if place == fields.count { fields.append(PipelineTable.membership(of: table, name: "retained")) }
            retained = ReferenceTable.Retained(source: place, group: PipelineTable.retained)
        }
        var key = ReferenceTable.Key.person
        if !isByPerson {
            guard let place = claims.breakdowns.firstIndex(where: { $0.name == keyField }) else { return nil }
            key = .field(place: place)
        }
        var layout = RecordLayout(
            spells: RecordLayout.Field(name: "key", from: table["key"]["from"].textItems.map(\.text)),
            rule: isByPerson ? claims.personRule.rejecting : .text,
            first: PipelineTable.day("from", table), last: PipelineTable.day("until", table), values: fields,
            of: claims)
        layout.acceptsCutDocuments = isByPerson && claims.acceptsCutDocuments
        layout.dateForms = table["dateForms"].textItems.compactMap { DateForm(rawValue: $0.text) }
        self.init(
            files: files, layout: layout, keyField: keyField,
            join: ReferenceTable(
                name: entry.key, key: key, asOf: file.isAsOfTreatment(table) ? .treatment : .payment, columns: columns,
                absent: table["absent"].text?.cleanedAsField
                    ?? (isByPerson ? PipelineTable.nonMember : PipelineTable.notListed),
                endsWithNext: table["until"].isAbsent, retained: retained))
    }

    private static func day(_ key: String, _ table: CheckedValue) -> RecordLayout.Field {
        RecordLayout.Field(name: key, from: table[key].textItems.map(\.text), isOptional: table[key].isAbsent)
    }

    private static func membership(of table: CheckedValue, name: String) -> RecordLayout.Field {
        RecordLayout.Field(
            name: name, from: table["retained"]["from"].textItems.map(\.text),
            values: RecordLayout.ValueNames(
                [retained: table["retained"]["values"].textItems.map(\.text.cleanedAsField)], empty: member,
                otherwise: member))
    }
}

extension RecordLayout.PersonRule {
    /// The same, but whoever cannot be known is rejected.
    fileprivate var rejecting: Self {
        switch self {
        case .text: .text
        case .residentID(let acceptsOthers, _):
            .residentID(acceptsOtherDocuments: acceptsOthers, countsInvalidAsUnidentified: false)
        }
    }
}
