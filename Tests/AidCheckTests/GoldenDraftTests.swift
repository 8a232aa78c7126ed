import TestSupport
import AidModel
import AidText
import Foundation
import ReportSupport
import Testing

@testable import AidCheck
@testable import AidNews

/// Whole drafts with what `check` says of them, as folders below `cases/check`: the draft, the facts, and the
/// text, JSON and page that come of them.
///
/// `AIDSTATS_RECORD=1 swift test --filter GoldenDraftTests` writes the latter anew; read the diff.
@Suite struct GoldenDraftTests {
    /// Each with the file of its draft and whether it is held against facts.json, printed figures, or nothing.
    private static let cases = [
        ("mistakes", "draft.md", "facts"), ("press-release", "draft.html", "printed"),
        ("english", "draft.txt", "facts"),
        ("alone", "draft.txt", "nothing"),
    ]

    private static func check(_ name: String, _ file: String, _ facts: String) throws -> DraftCheck {
        let target = URL(filePath: #filePath).deletingLastPathComponent()
        let folder = target.appending(path: "cases/check/\(name)")
        let known: KnownFigures
        switch facts {
        case "facts":
            try GoldenFile.compare(
                String(decoding: FactDocument.bytes(story), as: UTF8.self), with: "check/\(name)/facts.json")
            let set = try FactDocument.read(Array(try Data(contentsOf: folder.appending(path: "facts.json"))))
            known = KnownFigures([set], vintages: [], programme: set.programme)
        case "printed": known = DraftStory.imported
        default: known = KnownFigures()
        }
        let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
        let date = facts == "nothing" ? nil : CalendarDay(year: 2023, month: 7, day: 16)
        return try DraftCheck(
            DraftText(bytes, name: file, format: DraftFormat(fileName: file)), against: known, quarter: nil, date: date)
    }

    /// The facts of 2023Q2, its bases and its groups.
    private static var story: FactSet {
        let quarter = DraftStory.second2023
        let story = DraftStory(isOdd: false)
        let title = BilingualText(zh: "就诊类型", en: "care")
        let facts = [quarter, quarter.quarterEarlier, quarter.yearEarlier].flatMap { quarter -> [Fact] in
            story.sets.first { $0.quarter == quarter }!.facts
        }
        let groups = [("门诊", Int128(3)), ("住院", 1)].flatMap { name, part -> [Fact] in
            Measure.allCases.map {
                DraftStory.fact(
                    .quarter(quarter), $0, story.quarters[quarter]!.quarter[$0] * part / 4,
                    group: FactGroup(field: "care", title: title, name: name))
            }
        }
        return FactSet(
            programme: DraftStory.programme, quarter: quarter, isProvisional: false, rounding: .halfUp, definitions: [],
            sources: [], facts: facts + groups)
    }

    @Test(arguments: cases)
    func draftsAreCheckedAsRecorded(name: String, file: String, facts: String) throws {
        let check = try Self.check(name, file, facts)
        try GoldenFile.compare(check.text(.zh), with: "check/\(name)/check.zh.txt")
        try GoldenFile.compare(check.text(.en), with: "check/\(name)/check.en.txt")
        try GoldenFile.compare(DraftCheckDocument.document.text(check), with: "check/\(name)/check.json")
        try GoldenFile.compare(check.html(name == "english" ? .en : .zh), with: "check/\(name)/check.html")
    }

    @Test func theSchemaIsAsRecorded() throws {
        try GoldenFile.compare(DraftCheckDocument.document.outline.jsonSchema.pretty(), with: "check.schema.json")
    }

    @Test(.needs(.jsonSchema))
    func everyCheckIsAcceptedByTheSchema() throws {
        let checks = try Self.cases.map { try DraftCheckDocument.document.json(try Self.check($0.0, $0.1, $0.2)) }
        #expect(
            try SchemaChecker.accepted(checks, by: DraftCheckDocument.document.outline.jsonSchema.pretty())
                == checks.map { _ in true })
        // And nothing else is.
        let empty: JSONText = ["schema": "aidstats.check/1"]
        #expect(
            try SchemaChecker.accepted([empty], by: DraftCheckDocument.document.outline.jsonSchema.pretty()) == [false])
        let metaSchema = #"{"$ref": "https://json-schema.org/draft/2020-12/schema"}"#
        #expect(try SchemaChecker.accepted([DraftCheckDocument.document.outline.jsonSchema], by: metaSchema) == [true])
    }
}
