import AidModel
import ReportSupport
import Testing

@testable import AidReport

/// Each folder of `cases` holds what one report of `SampleReport` must look like.
///
/// `AIDSTATS_RECORD=1 swift test --filter GoldenReportTests` writes them anew; read the diff.
@Suite struct GoldenReportTests {
    @Test(arguments: SampleReport.all.map(\.name))
    func looksAsRecorded(name: String) throws {
        let report = SampleReport.named(name)
        try GoldenFile.compare(
            String(decoding: ReportJSON.bytes(report, sources: SampleReport.sources), as: UTF8.self),
            with: "\(name)/report.json")
        for language in Language.allCases {
            try GoldenFile.compare(
                ReportMarkdown.text(report, sources: SampleReport.sources, language: language),
                with: "\(name)/report.\(language.rawValue).md")
        }
    }

    @Test func schemaIsAsRecorded() throws {
        try GoldenFile.compare(ReportSchema.json(), with: "report.schema.json")
    }
}
