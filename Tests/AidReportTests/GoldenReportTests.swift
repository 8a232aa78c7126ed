import AidText
import TestSupport
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
            ReportDocument.document.text(SourcedReport(report, sources: SampleReport.sources)),
            with: "\(name)/report.json")
        for language in Language.allCases {
            try GoldenFile.compare(
                ReportText(report, sources: SampleReport.sources, language: language).markdown,
                with: "\(name)/report.\(language.rawValue).md")
        }
    }

    /// The page and the charts of the cases in which they differ, each in the language named.
    @Test(arguments: [
        ("forty-quarters", Language.zh), ("forty-quarters", .en), ("provisional", .zh), ("suppressed", .en),
        ("restated", .zh), ("printed", .zh), ("first-year", .zh), ("hostile", .zh), ("dollars", .en),
        ("many-groups", .zh),
    ])
    func pageLooksAsRecorded(name: String, language: Language) throws {
        let report = SampleReport.named(name)
        try GoldenFile.compare(
            ReportText(report, sources: SampleReport.sources, language: language).page(),
            with: "\(name)/report.\(language.rawValue).html")
    }

    @Test(arguments: [
        ("forty-quarters", Language.zh), ("provisional", .en), ("suppressed", .zh), ("first-year", .en),
        ("many-groups", .zh), ("covered", .zh), ("covered", .en),
    ])
    func chartsLookAsRecorded(name: String, language: Language) throws {
        let charts = ReportText(
            SampleReport.named(name), sources: SampleReport.sources, language: language
        ).charts
        for chart in charts {
            try GoldenFile.compare(chart.file, with: "\(name)/charts.\(language.rawValue)/\(chart.fileName)")
        }
    }

    @Test func schemaIsAsRecorded() throws {
        try GoldenFile.compare(ReportDocument.document.outline.jsonSchema.pretty(), with: "report.schema.json")
    }
}
