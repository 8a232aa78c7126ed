import AidText
import TestSupport
import AidModel
import ReportSupport
import Testing

@testable import AidNews

/// Each folder of `cases` holds what the news of one report of `SampleReport` must say.
///
/// `AIDSTATS_RECORD=1 swift test --filter GoldenNewsTests` writes it anew; read the diff.
@Suite struct GoldenNewsTests {
    @Test(arguments: SampleReport.all.map(\.name), Language.allCases)
    func newsIsAsRecorded(name: String, language: Language) throws {
        let news = try News(SampleFacts.named(name), NewsTemplates(language))
        let text = news.texts.map { $0.plain + "\n" }.joined(separator: "\n")
        try GoldenFile.compare(text, with: "\(name)/news.\(language.rawValue).txt")
    }

    @Test(arguments: ["full-size", "hostile", "restated"], Language.allCases)
    func filesAreAsRecorded(name: String, language: Language) throws {
        let news = try News(SampleFacts.named(name), NewsTemplates(language))
        try GoldenFile.compare(NewsMarkdown.text(news), with: "\(name)/news.\(language.rawValue).md")
    }

    @Test func outputIsAsRecorded() throws {
        let news = try News(SampleFacts.named("first-year"), NewsTemplates(.zh))
        try GoldenFile.compare(NewsOutput.text(news), with: "first-year/output.zh.txt")
        try GoldenFile.compare(NewsDocument.document.text(news), with: "first-year/output.zh.json")
    }
}
