import AidModel
import Foundation
import Testing

@testable import AidReport

/// Each folder of `cases` holds what one report of `SampleReport` must look like.
///
/// `AIDSTATS_RECORD=1 swift test --filter GoldenReportTests` writes them anew; read the diff.
@Suite struct GoldenReportTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "cases")

    @Test(arguments: SampleReport.all.map(\.name))
    func looksAsRecorded(name: String) throws {
        let report = SampleReport.named(name)
        try compare(
            String(decoding: ReportJSON.bytes(report, sources: SampleReport.sources), as: UTF8.self),
            with: "\(name)/report.json")
        for language in Language.allCases {
            try compare(
                ReportMarkdown.text(report, sources: SampleReport.sources, language: language),
                with: "\(name)/report.\(language.rawValue).md")
        }
    }

    @Test func schemaIsAsRecorded() throws {
        try compare(ReportSchema.json(), with: "report.schema.json")
    }

    private func compare(_ text: String, with path: String) throws {
        let file = GoldenReportTests.folder.appending(path: path)
        if ProcessInfo.processInfo.environment["AIDSTATS_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return
        }
        let recorded = try Data(contentsOf: file)
        guard Data(text.utf8) != recorded else { return }
        let now = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let then = recorded.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = zip(now, then).prefix { $0.elementsEqual($1) }.count
        Issue.record(
            """
            \(path):\(line + 1) differs
            now:      \(line < now.count ? String(decoding: now[line], as: UTF8.self) : "(ends)")
            recorded: \(line < then.count ? String(decoding: then[line], as: UTF8.self) : "(ends)")
            """)
    }
}
