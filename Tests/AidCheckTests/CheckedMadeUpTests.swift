import AidModel
import AidReport
import AidStatistics
import ReportSupport
import TestSupport
import Testing

@testable import AidCheck
@testable import AidNews

/// Of made-up programmes, too, nothing that the program writes of its figures is wrong.
@Suite struct CheckedMadeUpTests {
    private func flagged(_ text: String, _ set: FactSet) throws -> [String] {
        let known = KnownFigures([set], vintages: [], programme: set.programme)
        let check = try DraftStory.check(text, known, quarter: set.quarter, format: .markdown)
        return check.figures.filter(\.mustBeMended).map {
            "\($0.lineNumber):\($0.columnNumber) \($0.text): \($0.reason.en)"
        }
    }

    /// Names of any words and lengths, many groups, tables of two fields, hidden figures.
    @Test(arguments: SeededRandom.seeds(40), Language.allCases)
    func madeUpReportIsNotWrong(seed: UInt64, language: Language) throws {
        let report = MadeUpReport.random(seed)
        let found = try flagged(
            ReportText(report, sources: SampleReport.sources, language: language).markdown, SampleFacts.of(report))
        #expect(found.isEmpty, "seed \(seed)\n\(found.prefix(20).joined(separator: "\n"))")
    }

    @Test(arguments: SeededRandom.seeds(40), Language.allCases)
    func madeUpNewsIsNotWrong(seed: UInt64, language: Language) throws {
        let set = SampleFacts.of(MadeUpReport.random(seed))
        let text = NewsMarkdown.text(try News(set, NewsTemplates(language)))
        let found = try flagged(text, set)
        #expect(found.isEmpty, "seed \(seed)\n\(found.prefix(20).joined(separator: "\n"))")
    }
}
