import Foundation
import TestSupport
import Testing

/// Exports as spreadsheets, databases and people give them: `cases/NAME/{export.csv, pipeline.yaml, expected.txt}`.
///
/// What is expected was worked out from what the records say, never from a run; so nothing records it anew.
@Suite("Exports as they come") struct ExportShapesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "cases")

    static let names: [String] = {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return entries.filter { !$0.hasPrefix(".") }.sorted()
    }()

    private struct Report: Decodable {
        struct Figures: Decodable { let recipients, personTimes, amountMinor: Int }
        struct Balance: Decodable {
            let records, paid, reversals, rejected, scaffolding: Int
            let rejectedByReason: [String: Int]
        }
        struct Finding: Decodable { let code: String }

        let figures: Figures
        let balance: Balance
        let findings: [Finding]

        /// What the lines of `expected.txt` say, all that is in the report.
        var lines: [String] {
            let reasons = balance.rejectedByReason.sorted { $0.key < $1.key }.map { "rejected \($0.key) \($0.value)" }
            return [
                "figures \(figures.recipients) \(figures.personTimes) \(figures.amountMinor)",
                "balance \(balance.records) = \(balance.paid) paid + \(balance.reversals) reversals + "
                    + "\(balance.rejected) rejected + \(balance.scaffolding) scaffolding",
            ] + reasons + Set(findings.map(\.code)).sorted().map { "finding \($0)" }
        }
    }

    @Test func thereAreCases() { #expect(Self.names.count > 30) }

    @Test(arguments: names)
    func isReadAsItIs(name: String) throws {
        func text(_ file: String) throws -> [UInt8] {
            Array(try Data(contentsOf: Self.folder.appending(path: "\(name)/\(file)")))
        }
        let place = try Workplace()
        for file in ["pipeline.yaml", "export.csv"] { try place.write(file, text(file)) }
        let ending = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        let bytes = try place.bytes("reports/shapes/2023Q2/report.json")
        let lines = try JSONDecoder().decode(Report.self, from: Data(bytes)).lines
        let expected = String(decoding: try text("expected.txt"), as: UTF8.self).split(separator: "\n").map(String.init)
        // Of findings, those that are expected are there; of all else, nothing more.
        #expect(lines.filter { !$0.hasPrefix("finding") } == expected.filter { !$0.hasPrefix("finding") })
        #expect(Set(expected).isSubset(of: lines), "\(lines)")
    }

    /// `inspect` tells what stands around the records, without a pipeline file.
    @Test(arguments: [
        ("title-lines", "header on line 3"), ("title-lines", "2 above the header"),
        ("two-line-header", "header on lines 2 to 3"),
        ("totals", "2 totals or signatures (line 7, 9)"), ("repeated-header", "1 repeated headers (line 5)"),
        ("blank-lines", "3 blank (line 7, 8, 9)"),
        ("trailing-columns-of-records", "1 empty columns at the end of each record"),
        ("end-of-file-mark", "1 blank (line 7)"),
    ])
    func isTold(name: String, text: String) throws {
        let file = Self.folder.appending(path: "\(name)/export.csv").path
        let place = try Workplace()
        let ending = try place.aidstats("inspect", file, "--lang", "en")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        #expect(ending.outputText.contains(text), "\(ending.outputText)")
    }
}
