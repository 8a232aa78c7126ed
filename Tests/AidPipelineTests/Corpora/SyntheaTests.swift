import TestSupport
import AidModel
import AidStatistics
import Foundation
import Testing

@testable import AidPipeline

/// Encounters of made-up patients, by Synthea: UUIDs for persons, instants for dates, dollars.
@Suite(.enabled(if: Corpus.synthea.isThere, "skipped: synthea is not there; set AIDSTATS_CORPORA"))
struct SyntheaTests {
    /// Ten lines.
    private static let pipeline = """
        version: 1
        name: synthea
        title: { zh: 合成就诊记录, en: Synthetic encounters }
        since: 1900-01-01
        currency: USD
        fields:
          person: { from: [PATIENT], type: text }
          paidOn: { from: [START], type: date }
          amount: { from: [TOTAL_CLAIM_COST], type: money }
        count: { period: paidOn }

        """

    @Test func theQuarterThatIsKnown() async throws {
        let report = try await report("2021Q3", claimField: false)
        #expect(report.quarter.description == "2021Q3")
        #expect(report.figures == Figures(recipientCount: 24, personTimeCount: 42, amountMinor: 7_830_424))
        #expect(report.balance.paid.recordCount == 2590)
        #expect(report.balance.records.recordCount == 2590)
        #expect(Self.pipeline.split(separator: "\n").count == 10)
    }

    @Test("every quarter and the totals, with and without a claim field", arguments: [false, true])
    func everyQuarter(claimField: Bool) async throws {
        let counted = try SyntheaTwin(file: try #require(Corpus.synthea.folder).appending(path: "encounters.csv"))
        let report = try await report("2021Q3", claimField: claimField)
        let quarters = report.quarters.compactMap { line in line.figures.map { (line.quarter.description, $0) } }
        // A report shows nothing after its quarter.
        #expect(Dictionary(uniqueKeysWithValues: quarters) == counted.quarters.filter { $0.key <= "2021Q3" })
        #expect(report.cumulative.figures == counted.cumulative(through: "2021Q3"))
        #expect(report.yearToDate.figures == .known(counted.quarters(["2021Q1", "2021Q2", "2021Q3"])))
        #expect(
            report.yearToDate.yearEarlier.base == .known(counted.quarters(["2020Q1", "2020Q2", "2020Q3"])))
        #expect(report.yearEarlier.base == counted.quarters["2020Q3"].map { .known($0) })
        #expect(report.quarterEarlier.base == counted.quarters["2021Q2"].map { .known($0) })
    }

    private func report(_ quarter: String, claimField: Bool) async throws -> QuarterReport {
        let folder = try TemporaryFolder()
        // Its times end with Z, and the count by hand looks at their dates as they stand.
        let fields = claimField ? "fields:\n  claim: { from: [Id] }" : "fields:"
        let claim = "timeZone: UTC\n" + fields
        let file = try folder.write("synthea.yaml", Self.pipeline.replacing("fields:", with: claim))
        var options = RunOptions(pipelinePath: file.path)
        options.quarter = Quarter(quarter)
        options.inputs = [try #require(Corpus.synthea.folder).appending(path: "encounters.csv").path]
        options.output = folder.path + "/reports"
        options.jobs = 2
        return try await Run(options).run().report
    }
}

/// The same file counted by hand, in a way that shares nothing with the pipeline. The file has
/// no quotes in it, which is checked.
private struct SyntheaTwin {
    struct Encounter {
        var quarter: String
        var patient: String
        var cents: Int
    }

    let encounters: [Encounter]

    init(file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        try #require(!text.contains("\""))
        let rows = text.split(whereSeparator: \.isNewline).map { $0.components(separatedBy: ",") }
        let header = try #require(rows.first)
        let start = try #require(header.firstIndex(of: "START"))
        let patient = try #require(header.firstIndex(of: "PATIENT"))
        let cost = try #require(header.firstIndex(of: "TOTAL_CLAIM_COST"))
        encounters = try rows.dropFirst().map { row in
            try #require(row.count == header.count)
            let parts = row[start].components(separatedBy: "-")
            let quarter = (try #require(Int(parts[1])) + 2) / 3
            let dollars = row[cost].components(separatedBy: ".")
            try #require(dollars.count == 2 && dollars[1].count == 2)
            let cents = try #require(Int(dollars[0] + dollars[1]))
            return Encounter(quarter: "\(parts[0])Q\(quarter)", patient: row[patient], cents: cents)
        }
    }

    var quarters: [String: Figures] {
        Dictionary(grouping: encounters, by: \.quarter).mapValues(Self.figures)
    }

    func quarters(_ names: [String]) -> Figures {
        Self.figures(encounters.filter { names.contains($0.quarter) })
    }

    func cumulative(through last: String) -> Figures {
        Self.figures(encounters.filter { $0.quarter <= last })
    }

    private static func figures(_ encounters: [Encounter]) -> Figures {
        Figures(
            recipientCount: Set(encounters.map(\.patient)).count, personTimeCount: encounters.count,
            amountMinor: encounters.reduce(0) { $0 + Int128($1.cents) })
    }
}
