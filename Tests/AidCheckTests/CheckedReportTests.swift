import AidModel
import AidReport
import AidStatistics
import Foundation
import ReportSupport
import Testing

@testable import AidCheck
@testable import AidNews

/// Nothing that the program itself wrote of its figures is wrong: reports with all their tables, and tables for
/// programs.
@Suite struct CheckedReportTests {
    private static let reports = SampleReport.all.map(\.name)
    private static let tables: [String] = SampleReport.all.map(\.name).filter {
        FileManager.default.fileExists(atPath: path("AidTablesTests", $0, "groups.csv"))
    }

    private static func path(_ target: String, _ name: String, _ file: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../\(target)/cases/\(name)/\(file)").standardized.path()
    }

    private func flagged(
        _ text: String, _ set: FactSet, _ format: DraftFormat, _ name: String? = nil
    ) throws -> [String] {
        let known = KnownFigures([set], vintages: [], programme: set.programme)
        let check = try DraftStory.check(text, known, quarter: set.quarter, format: format)
        if let name { print("\(name): \(check.figures.count) figures, \(check.count(.unknown)) not known") }
        return check.figures.filter(\.mustBeMended).map {
            "\($0.lineNumber):\($0.columnNumber) \($0.text): \($0.reason.en)"
        }
    }

    private func markdown(_ report: QuarterReport, _ language: Language) -> String {
        ReportText(report, sources: SampleReport.sources, language: language).markdown
    }

    @Test(arguments: reports, Language.allCases)
    func reportIsNotWrong(name: String, language: Language) throws {
        let report = SampleReport.named(name)
        let found = try flagged(markdown(report, language), SampleFacts.of(report), .markdown, "\(name).\(language)")
        #expect(found.isEmpty, "\(found.prefix(20).joined(separator: "\n"))")
    }

    @Test(arguments: Language.allCases)
    func ratesOfReportsAreNotWrong(language: Language) throws {
        let report = SampleReport.covered(SampleReport.firstYear, members: 7)
        let found = try flagged(markdown(report, language), SampleFacts.of(report), .markdown)
        #expect(found.isEmpty, "\(found.prefix(20).joined(separator: "\n"))")
    }

    @Test(arguments: tables, ["groups", "comparisons", "quarters", "balance", "vintages", "members"])
    func tableIsNotWrong(name: String, table: String) throws {
        let path = Self.path("AidTablesTests", name, "\(table).csv")
        guard FileManager.default.fileExists(atPath: path) else { return }
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        let found = try flagged(text, SampleFacts.named(name), .text)
        #expect(found.isEmpty, "\(found.prefix(20).joined(separator: "\n"))")
    }

    /// Most of what its tables say is read, and held against the facts.
    @Test func tablesOfReportsAreRead() throws {
        let text = markdown(SampleReport.fullSize, .zh)
        let set = SampleFacts.named("full-size")
        let known = KnownFigures([set], vintages: [], programme: set.programme)
        let check = try DraftStory.check(text, known, quarter: set.quarter, format: .markdown)
        let right = check.count(.right) + check.count(.rounded)
        print("report of full-size: \(check.figures.count) figures, \(right) right")
        #expect(right * 2 > check.figures.count)
    }
}
