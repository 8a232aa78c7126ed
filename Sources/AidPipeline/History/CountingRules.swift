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

    /// Of each breakdown the digest of the rules by which records get their groups.
    static func definitions(of pipeline: PipelineFile) -> [String: String] {
        Dictionary(
            pipeline.reportBreakdowns.map { breakdown in
                let fields = breakdown.columns.map { field(pipeline.layout.breakdowns[$0.place]) }
                return (breakdown.field, Digest.hexadecimal(of: Array(JSONText.array(fields).compact().utf8)))
            }, uniquingKeysWith: { one, _ in one })
    }

    /// All that decides what a record counts for; not where files are, nor what is shown.
    private static func text(_ pipeline: PipelineFile) -> JSONText {
        let layout = pipeline.layout
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
            "fields": .array(layout.namedFields.map(field)),
            "states": .array(
                states.map { .array([.string($0.state), .integer(Int($0.claimClass.rawValue))]) }),
            "breakdowns": .array(layout.breakdowns.map { .string($0.name) }),
            // Left out where a pipeline file says nothing of them: a new key changes no rules.
            "unit": layout.amountUnit.map { .string($0.rawValue) },
            "dateForms": layout.dateForms.isEmpty ? nil : .array(layout.dateForms.map { .string($0.rawValue) }),
            "treatmentDateForms": layout.treatmentDateForms.isEmpty
                ? nil : .array(layout.treatmentDateForms.map { .string($0.rawValue) }),
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

    private static func person(_ rule: RecordLayout.PersonRule) -> JSONText {
        switch rule {
        case .text: "text"
        case .residentID(let acceptsOthers, let countsInvalid):
            ["otherDocuments": .bool(acceptsOthers), "unidentified": .bool(countsInvalid)]
        }
    }
}
