import AidInput
import AidRegister
import AidModel
import AidReport
import AidStatistics
import AidText

/// The rules of counting in a pipeline file, told apart from all else in it: where they differ
/// between two runs, the method has changed (R3).
enum CountingRules {
    /// How this program counts by the same pipeline file. Raised where other keys or figures come of the same bytes:
    /// then a register, which holds keys as they were, is refused, and the ledger knows that the method has changed.
    ///
    /// 2: invisible characters are taken out of keys; claim numbers that a spreadsheet has cut are rejected.
    /// 3: placeholders are no numbers, and more lines no records; units are read beside amounts.
    /// 4: more forms of dates and amounts are read, and dates that a spreadsheet made numbers of.
    private static let version = 4

    static func sha256(of pipeline: PipelineFile) -> String {
        Digest.hexadecimal(of: Array(text(pipeline).compact().utf8))
    }

    /// The same but for reference tables: a register keeps records, and tables are joined to them anew every time.
    static func recordsSHA256(of pipeline: PipelineFile) -> String {
        Digest.hexadecimal(of: Array(text(pipeline, isOfRecords: true).compact().utf8))
    }

    /// Of each breakdown the digest of the rules by which records get their groups.
    static func definitions(of pipeline: PipelineFile) -> [String: String] {
        Dictionary(
            pipeline.reportBreakdowns.map { breakdown in
                let named = breakdown.columns.map { pipeline.layout.breakdowns[$0.place] }
                let isOfTable = named.contains { $0.source?.tableValue != nil }
                let fields = named.map(field) + (isOfTable ? pipeline.tables.map(table) : [])
                return (breakdown.field, Digest.hexadecimal(of: Array(JSONText.array(fields).compact().utf8)))
            }, uniquingKeysWith: { one, _ in one })
    }

    /// All that decides what a record counts for; not where files are, nor what is shown.
    private static func text(_ pipeline: PipelineFile, isOfRecords: Bool = false) -> JSONText {
        let layout = pipeline.layout
        func isTold(_ field: RecordLayout.Field) -> Bool { !isOfRecords || field.source?.tableValue == nil }
        let states = layout.statusClasses.map { (state: $0.key, claimClass: $0.value) }.sorted {
            Array($0.state.utf8).lexicographicallyPrecedes(Array($1.state.utf8))
        }
        return .object(of: [
            "rules": .integer(version),
            "since": pipeline.programme.since.map { .string($0.description) } ?? .null,
            "currency": .string(pipeline.programme.currency.code),
            "period": .string(pipeline.periodField),
            "acceptsCutNumbers": .bool(layout.acceptsCutNumbers),
            "acceptsCutDocuments": .bool(layout.acceptsCutDocuments),
            "timeZone": .string(layout.zone.name),
            "person": person(layout.personRule),
            "fields": .array(layout.namedFields.filter(isTold).map(field)),
            "states": .array(
                states.map { .array([.string($0.state), .integer(Int($0.claimClass.rawValue))]) }),
            "breakdowns": .array(layout.breakdowns.filter(isTold).map { .string($0.name) }),
            // Left out where a pipeline file says nothing of them: a new key changes no rules.
            "unit": layout.amountUnit.map { .string($0.rawValue) },
            "dateForms": layout.dateForms.isEmpty ? nil : .array(layout.dateForms.map { .string($0.rawValue) }),
            "treatmentDateForms": layout.treatmentDateForms.isEmpty
                ? nil : .array(layout.treatmentDateForms.map { .string($0.rawValue) }),
            "tables": pipeline.tables.isEmpty || isOfRecords ? nil : .array(pipeline.tables.map(table)),
            "skip": skipped(pipeline),
            "zeroAmount": layout.zeroAmounts == .count ? nil : .string(layout.zeroAmounts.rawValue),
        ])
    }

    /// What lines begin with that are no records, in one input or another; nil: none are said.
    private static func skipped(_ pipeline: PipelineFile) -> JSONText? {
        let inputs = pipeline.inputs.map(\.shape.skippedBeginnings)
        guard inputs.contains(where: { !$0.isEmpty }) else { return nil }
        return .array(inputs.map { .array($0.map { .string($0) }) })
    }

    private static func field(_ field: RecordLayout.Field) -> JSONText {
        .object(of: [
            "name": .string(field.name), "from": .array(field.from.map { .string($0) }),
            "optional": .bool(field.isOptional),
            // Left out where there are none: the rules of before have no such member.
            "source": field.source.map { .array($0.terms.map { .string($0) }) },
            "values": field.values.pairs.isEmpty
                ? nil : .array(field.values.pairs.map { .array([.string($0.value), .string($0.name)]) }),
            "otherwise": field.values.otherwise.map { rest in
                .array([.string(rest.name)] + rest.groups.map { .string($0) })
            },
        ])
    }

    /// What joins a reference table to claims, and what its rows mean; which of its values are taken, `fields` says.
    private static func table(_ table: PipelineTable) -> JSONText {
        .object(of: [
            "name": .string(table.name), "keyField": .string(table.keyField),
            "fields": .array(table.layout.namedFields.map(field)),
            "asOf": .string(table.join.asOf.rawValue), "absent": .string(table.join.absent),
            "dateForms": table.layout.dateForms.isEmpty
                ? nil : .array(table.layout.dateForms.map { .string($0.rawValue) }),
        ])
    }

    private static func person(_ rule: RecordLayout.PersonRule) -> JSONText {
        switch rule {
        case .text: "text"
        case .residentID(let acceptsOthers, let countsInvalid):
            ["otherDocuments": .bool(acceptsOthers), "unidentified": .bool(countsInvalid)]
        }
    }
}
