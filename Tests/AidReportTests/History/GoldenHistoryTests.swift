import AidText
import TestSupport
import AidModel
import ReportSupport
import Testing

@testable import AidReport

/// Each folder of `cases` that begins with `history` or `compare` holds what one sample must look like.
@Suite struct GoldenHistoryTests {
    @Test(arguments: SampleHistory.all.map(\.name))
    func historyLooksAsRecorded(name: String) throws {
        let history = SampleHistory.named(name)
        let triangle = RevisionTriangle(history)
        for language in Language.allCases {
            try GoldenFile.compare(history.text(language), with: "\(name)/history.\(language.rawValue).txt")
            try GoldenFile.compare(triangle.text(language), with: "\(name)/triangle.\(language.rawValue).txt")
        }
        try GoldenFile.compare(history.csv(), with: "\(name)/history.csv")
        try GoldenFile.compare(HistoryDocument.document.text(history), with: "\(name)/history.json")
        try GoldenFile.compare(triangle.csv(), with: "\(name)/triangle.csv")
        try GoldenFile.compare(TriangleDocument.document.text(history), with: "\(name)/triangle.json")
    }

    @Test(arguments: SampleComparison.all.map(\.name))
    func comparisonLooksAsRecorded(name: String) throws {
        let comparison = SampleComparison.named(name)
        for language in Language.allCases {
            try GoldenFile.compare(comparison.text(language), with: "\(name)/compare.\(language.rawValue).txt")
        }
        try GoldenFile.compare(comparison.csv(), with: "\(name)/compare.csv")
        try GoldenFile.compare(ComparisonDocument.document.text(comparison), with: "\(name)/compare.json")
    }
}
