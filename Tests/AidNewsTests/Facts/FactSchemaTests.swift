import TestSupport
import AidModel
import AidStatistics
import AidText
import ReportSupport
import Testing

@testable import AidNews

@Suite(.needs(.jsonSchema))
struct FactSchemaTests {
    @Test func everySampleIsAccepted() throws {
        let names = SampleReport.all.map(\.name)
        let verdicts = try SchemaChecker.accepted(
            names.map { try FactDocument.document.json(SampleFacts.named($0)) },
            by: FactDocument.document.outline.jsonSchema.pretty())
        for (name, accepted) in zip(names, verdicts) { #expect(accepted, "\(name)") }
    }

    @Test func theSchemaItselfIsOne() throws {
        let metaSchema = #"{"$ref": "https://json-schema.org/draft/2020-12/schema"}"#
        #expect(try SchemaChecker.accepted([FactDocument.document.outline.jsonSchema], by: metaSchema) == [true])
    }

    /// One of every kind of fact and of source.
    private static func small() throws -> JSONText {
        var report = SampleReport.fullSize
        report.restatement = SampleReport.printed.restatement
        report.yearEarlier.asPublished = SampleReport.printed.yearEarlier.asPublished
        let vintage = Vintage(
            quarter: report.quarter.yearEarlier, number: 1, publishedOn: SampleReport.day(2022, 7, 20), reason: nil,
            note: nil, isProvisional: false, origin: .imported(sha256: String(repeating: "a", count: 64)), cells: [])
        let facts = FactBuilder.facts(
            report,
            run: FactSource.Run(
                inputs: [FactSource.Run.Input(name: "a.csv", sha256: String(repeating: "b", count: 64))],
                pipelineFile: SourceFile(name: "a.yaml", sha256: String(repeating: "c", count: 64)), version: "1"),
            rounding: .halfUp, vintages: [vintage])
        var seen: Set<String> = []
        return try FactDocument.document.json(
            FactSet(
                programme: facts.programme, quarter: facts.quarter, isProvisional: false, rounding: .halfUp,
                definitions: Array(facts.definitions.prefix(1)), sources: facts.sources,
                facts: facts.facts.filter { fact in
                    let value =
                        switch fact.value {
                        case .exactly: "exactly"
                        case .between: "between"
                        case .ratio: "ratio"
                        case .none: "none"
                        }
                    let base = fact.base.map { "\($0.count != nil) \($0.vintage != nil)" } ?? ""
                    return seen.insert("\(value) \(base) \(fact.group != nil) \(fact.note != nil)").inserted
                }))
    }

    /// Wherever a member stands: it cannot go, be null, or have an unknown one beside it.
    @Test func aMemberLessOrMoreIsRefused() throws {
        let value = try Self.small()
        let optional = ["note", "count", "vintage"]
        let nullable: [[JSONStep]] = [["programme", "since"]]
        var mutants: [(what: String, value: JSONText)] = []
        let paths = value.memberPaths()
        #expect(paths.count > 200)
        for path in paths {
            let key = path.last?.description ?? ""
            let isInMap = ["definitions", "sources"].contains(path.dropLast().last)
            if !isInMap, !optional.contains(key) { mutants.append(("without \(path)", value.setting(path, to: nil))) }
            let isNullable = nullable.contains(path) || ["group", "base", "name", "sha256"].contains(key)
            if value[path] != .null, !isNullable {
                mutants.append(("null at \(path)", value.setting(path, to: .null)))
            }
            if case .object = value[path], path.last != "definitions", path.last != "sources" {
                mutants.append(("more in \(path)", value.setting(path + ["unknown"], to: 1)))
            }
        }
        mutants.append(("more", value.setting(["unknown"], to: 1)))
        try refuse(mutants)
    }

    @Test func wrongValuesAreRefused() throws {
        let value = try Self.small()
        func set(_ path: [JSONStep], _ new: JSONText?) -> (what: String, value: JSONText) {
            ("\(path) as \(new.map { "\($0)" } ?? "left out")", value.setting(path, to: new))
        }
        try refuse([
            set(["schema"], "aidstats.facts/2"), set(["quarter"], "2023Q5"), set(["currency"], "cny"),
            set(["rounding"], "down"), set(["facts", 0, "id"], "recipients"), set(["facts", 0, "kind"], "rumour"),
            set(["facts", 0, "measure"], "hope"), set(["facts", 0, "unit"], "boxes"),
            set(["facts", 0, "noValue"], "zero"), set(["facts", 0, "value"], .null),
            set(["facts", 0, "value", "exactly"], .hundredths(150)), set(["facts", 0, "value", "lowest"], 1),
            set(["facts", 0, "value"], ["numerator": 1, "denominator": 0]),
            set(["facts", 0, "period", "type"], "month"), set(["facts", 0, "period", "from"], "2023-13-01"),
            set(["sources", "run", "type"], "vintage"), set(["sources", "run", "pipelineFile", "sha256"], "ab"),
            set(["sources", "2022Q2@1", "origin"], "run"),
        ])
    }

    private func refuse(_ mutants: [(what: String, value: JSONText)]) throws {
        let verdicts = try SchemaChecker.accepted(
            mutants.map(\.value), by: FactDocument.document.outline.jsonSchema.pretty())
        for (mutant, accepted) in zip(mutants, verdicts) { #expect(!accepted, "accepted: \(mutant.what)") }
    }

    @Test func schemaIsAsRecorded() throws {
        try GoldenFile.compare(FactDocument.document.outline.jsonSchema.pretty(), with: "facts.schema.json")
    }
}
