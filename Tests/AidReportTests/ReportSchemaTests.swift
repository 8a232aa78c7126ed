import TestSupport
import AidModel
import AidStatistics
import AidText
import ReportSupport
import Testing

@testable import AidReport

@Suite(.needs(.jsonSchema))
struct ReportSchemaTests {
    private static func value(_ name: String) throws -> JSONText {
        try ReportDocument.document.json(SourcedReport(SampleReport.named(name), sources: SampleReport.sources))
    }

    @Test func everySampleIsAccepted() throws {
        let names = SampleReport.all.map(\.name)
        let verdicts = try SchemaChecker.accepted(
            try names.map(Self.value), by: ReportDocument.document.outline.jsonSchema.pretty())
        for (name, accepted) in zip(names, verdicts) { #expect(accepted, "\(name)") }
    }

    @Test func aQuarterWithoutRecipientsIsAccepted() throws {
        var report = SampleReport.dollars
        report.figures = .zero
        report.firstTimeCount = 0
        let value = try ReportDocument.document.json(SourcedReport(report, sources: SampleReport.sources))
        #expect(value[["people", "noRecipients"]] == true)
        #expect(try SchemaChecker.accepted([value], by: ReportDocument.document.outline.jsonSchema.pretty()) == [true])
    }

    @Test func theSchemaItselfIsOne() throws {
        let metaSchema = #"{"$ref": "https://json-schema.org/draft/2020-12/schema"}"#
        #expect(try SchemaChecker.accepted([ReportDocument.document.outline.jsonSchema], by: metaSchema) == [true])
    }

    /// Wherever a member stands: it cannot go, be null, or have an unknown one beside it.
    @Test func aMemberLessOrMoreIsRefused() throws {
        // One of every kind of thing is enough, and quick.
        var report = SampleReport.provisional
        report.breakdowns = SampleReport.suppressed.breakdowns
        report.breakdowns[0].groups = [report.breakdowns[0].groups[1]]
        report.breakdowns[0].bound = BreakdownReport.Bound(
            listed: [0], restCount: 2, rest: report.breakdowns[0].groups[0])
        report.quarters = report.quarters.suffix(1)
        report.restatement = SampleReport.restated.restatement
        report.yearEarlier.asPublished = SampleReport.restated.yearEarlier.asPublished
        report.measures = SampleReport.measured.measures
        report.rules = SampleReport.ruled.rules
        report.inputs = Array(report.inputs.prefix(1))
        report.balance.rejectedByReason = [.badDate: Tally(recordCount: 1, amountMinor: 1)]
        let value = try ReportDocument.document.json(SourcedReport(report, sources: SampleReport.sources))
        var seen: Set<[JSONStep]> = []
        let paths = value.memberPaths().filter { path in
            seen.insert(path.map { if case .index = $0 { .index(0) } else { $0 } }).inserted
        }
        #expect(paths.count > 100)
        // What may not be known.
        let nullable: [[JSONStep]] = [["programme", "since"], ["inputs", 0, "sha256"]]
        // What was not published, and what has no exact change, is null.
        func isNullable(_ path: [JSONStep]) -> Bool {
            let isOfPublished = path.first == "restatement" || path.contains("asPublished")
            let isMeasure = Measure.allCases.contains { path.last == .key($0.jsonKey) }
            let isFigure = path.dropLast().last == "figures" || path.dropLast().last == "change"
            return nullable.contains(path) || (isOfPublished && isMeasure && isFigure)
        }
        func isOptional(_ path: [JSONStep]) -> Bool {
            switch (path.last, path.dropLast().last) {
            case (_, "rejectedByReason"), ("restatement", nil), ("asPublished", _), ("reason", _): true
            case ("vintage", "definitions"), ("restatement", "definitions"): true
            case ("listed", _), ("rest", _): true
            case ("factors", _), ("contributions", _), ("contribution", "definitions"): true
            case ("personTimes", _), ("amountMinor", _): path.contains("contributions")
            case ("format", 0), ("encoding", 0), ("bytes", 0), ("balance", 0): true
            case ("measures", nil), ("quartiles", "definitions"), ("daysToPayment", "definitions"): true
            case ("rules", nil), ("due", "definitions"), ("yearCapMinor", "rules"), ("bands", "rules"): true
            case ("cause", _), ("belowPercent", _), ("exceeds", _): true
            case ("withoutDay", "distribution"), ("paidBeforeTreatment", "distribution"): true
            default: false
            }
        }
        var mutants: [(what: String, value: JSONText)] = []
        for path in paths {
            if !isOptional(path) { mutants.append(("without \(path)", value.setting(path, to: nil))) }
            if value[path] != .null, !isNullable(path) {
                mutants.append(("null at \(path)", value.setting(path, to: .null)))
            }
            if case .object = value[path] {
                mutants.append(("more in \(path)", value.setting(path + ["unknown"], to: 1)))
            }
        }
        try refuse(mutants)
    }

    @Test func wrongValuesAreRefused() throws {
        var lighter = SampleReport.fullSize
        lighter.quarters = []
        lighter.breakdowns = []
        let full = try ReportDocument.document.json(SourcedReport(lighter, sources: SampleReport.sources))
        let suppressed = try Self.value("suppressed")
        let firstYear = try Self.value("first-year")
        let restated = try Self.value("restated")
        let printed = try Self.value("printed")
        let measured = try Self.value("measured")
        let ruled = try Self.value("ruled")
        let covered = try Self.value("covered")
        let provisional = try Self.value("provisional")
        let withheld: [JSONStep] = ["breakdowns", 0, "groups", 2]
        let figures: JSONText = ["recipients": 1, "personTimes": 1, "amountMinor": 1]
        func set(_ value: JSONText, _ path: [JSONStep], _ new: JSONText?) -> (what: String, value: JSONText) {
            ("\(path) as \(new.map { "\($0)" } ?? "left out")", value.setting(path, to: new))
        }
        try refuse([
            set(full, ["unknown"], 1),
            set(measured, ["measures", 0, "measure"], "mean"),
            set(measured, ["measures", 0, "suppressed"], "small"),
            set(measured, ["measures", 0, "distribution"], .null),
            set(measured, ["measures", 0, "distribution", "median"], -1),
            set(measured, ["measures", 0, "distribution", "median"], .hundredths(150)),
            set(measured, ["measures", 0, "yearEarlier", "suppressed"], nil),
            set(measured, ["measures", 1, "yearEarlier", "suppressed"], "small"),
            set(ruled, ["rules", "outcomes", 0, "outcome"], "right"),
            set(ruled, ["rules", "outcomes", 1, "cause"], "none"),
            set(ruled, ["rules", "outcomes", 0, "figures"], .null),
            set(ruled, ["rules", "outcomes", 0, "suppressed"], "small"),
            set(ruled, ["rules", "outcomes", 0, "figures", "dueMinor"], -1),
            set(ruled, ["rules", "bands", 1, "suppressed"], nil),
            set(ruled, ["rules", "bands", 0, "recipients"], -1),
            set(covered, ["members", "source"], nil),
            set(covered, ["members", "sha256"], "abc"),
            set(covered, ["members", "breakdowns", 0, "groups", 0, "quarter", "members"], 0),
            set(covered, ["members", "breakdowns", 0, "groups", 0, "quarter", "perThousand"], .null),
            set(covered, ["members", "breakdowns", 0, "groups", 0, "quarter", "perThousand", "recipients"], "1"),
            set(full, ["schema"], "aidstats.report/2"),
            set(full, ["quarter"], "2023Q5"),
            set(full, ["quarter"], "2023q2"),
            set(full, ["programme", "since"], "2012-13-01"),
            set(full, ["currency"], "cny"),
            set(full, ["figures", "recipients"], -1),
            set(full, ["figures", "recipients"], .hundredths(150)),
            set(full, ["figures", "amountMinor"], "135000000.00"),
            set(full, ["yearToDate", "from"], "2023Q2"),
            set(full, ["sources", "pipelineFile", "sha256"], .string(String(repeating: "A", count: 64))),
            set(full, ["inputs", 0, "sha256"], "abc"),
            set(full, ["inputs", 0, "format"], "xlsx"),
            set(full, ["inputs", 0, "encoding"], "latin-1"),
            set(full, ["balance", "rejectedByReason", "bad-luck"], 1),
            set(provisional, ["findings", 0, "level"], "fatal"),
            set(provisional, ["findings", 0, "code"], "Not A Code"),
            // Figures and why there are none exclude each other.
            set(full, ["cumulative", "suppressed"], "small"),
            set(full, ["yearEarlier", "absent"], true),
            set(suppressed, withheld + ["suppressed"], "tiny"),
            set(suppressed, withheld + ["absent"], true),
            set(suppressed, withheld + ["figures"], figures),
            set(firstYear, ["quarters", 1, "absent"], false),
            // A percent and why there is none exclude each other.
            set(full, ["yearEarlier", "noPercent", "recipients"], "zero"),
            set(full, ["yearEarlier", "percent", "recipients"], .null),
            set(firstYear, ["quarterEarlier", "percent", "recipients"], .hundredths(0)),
            set(firstYear, ["quarterEarlier", "noPercent", "recipients"], "absent"),
            set(firstYear, ["yearEarlier", "noPercent", "recipients"], "zero"),
            set(firstYear, ["yearEarlier", "change"], figures),
            set(full, ["yearEarlier", "change"], .null),
            // What is not known of people, and why, exclude each other.
            set(full, ["people", "firstTime"], .null),
            set(full, ["people", "absent"], true),
            set(full, ["people", "personTimesPerRecipient"], .null),
            set(full, ["people", "noRecipients"], true),
            set(full, ["people", "returning"], -1),
            set(suppressed, ["people", "absent"], nil),
            set(suppressed, ["people", "firstTime"], 1),
            // Causes and why there are none exclude each other.
            set(restated, ["restatement", "causes"], .null),
            set(restated, ["restatement", "whyUnknown"], ["zh": "", "en": ""]),
            set(printed, ["restatement", "whyUnknown"], nil),
            set(restated, ["restatement", "last", "reason"], "R4"),
            set(restated, ["restatement", "causes", "other", "claims"], 1),
            set(printed, ["restatement", "first", "figures", "recipients", "highest"], nil),
            set(restated, ["quarterEarlier", "asPublished"], restated[["yearEarlier", "asPublished"]]),
            set(printed, ["yearEarlier", "asPublished", "noPercent", "recipients"], "suppressed"),
            set(printed, ["yearEarlier", "asPublished", "percent", "recipients"], .hundredths(1)),
            set(full, ["yearEarlier", "noPercent", "recipients"], "rounded"),
        ])
    }

    private func refuse(_ mutants: [(what: String, value: JSONText)]) throws {
        let verdicts = try SchemaChecker.accepted(
            mutants.map(\.value), by: ReportDocument.document.outline.jsonSchema.pretty())
        for (mutant, accepted) in zip(mutants, verdicts) {
            #expect(!accepted, "accepted: \(mutant.what)")
        }
    }
}
