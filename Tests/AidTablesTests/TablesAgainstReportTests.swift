import AidModel
import AidReport
import AidStatistics
import AidText
import ReportSupport
import TestSupport
import Testing

@testable import AidTables

/// The tables say what report.json says, and hide what it hides.
@Suite struct TablesAgainstReportTests {
    /// The periods of groups.csv, with the path to each in a line of report.json.
    private static let periods: [(name: String, path: [JSONStep])] = [
        ("quarter", []), ("yearEarlier", ["yearEarlier"]), ("quarterEarlier", ["quarterEarlier"]),
        ("yearToDate", ["yearToDate"]), ("yearToDateYearEarlier", ["yearToDate", "yearEarlier"]),
        ("cumulative", ["cumulative"]),
    ]
    private static let measures = [
        ("recipients", "recipients"), ("personTimes", "personTimes"), ("amount", "amountMinor"),
    ]

    private func check(_ report: QuarterReport, _ comment: Comment) throws {
        let json = try ReportDocument.document.json(SourcedReport(report, sources: SampleReport.sources))
        let written = WrittenTables(report)
        let decimals = report.programme.currency.minorDigits
        var groups = try written.records(.groups)[...]
        var comparisons = try written.records(.comparisons)[...]

        /// One value and why it is empty, of a place in report.json.
        func expect(
            _ record: [String: String]?, _ value: JSONText?, at place: JSONText, isMoney: Bool, isPercent: Bool = false
        ) throws {
            let record = try #require(record, comment)
            let text = record["value"] ?? ""
            switch value {
            case .integer(let number): #expect(minor(text, isMoney ? decimals : 0) == number, comment)
            case .hundredths(let number): #expect(minor(text, 2) == number, comment)
            default:
                #expect(text.isEmpty, comment)
                let isSuppressed = place["suppressed"] != nil
                if !isPercent { #expect(record["status"] == (isSuppressed ? "suppressed" : "absent"), comment) }
                #expect(["suppressed", "absent", "zeroBase"].contains(record["status"]), comment)
            }
        }
        func line(_ line: JSONText, breakdown: String, group: String) throws {
            for (name, path) in Self.periods {
                let place = try #require(line[path], comment)
                for (measure, key) in Self.measures {
                    let record = groups.popFirst()
                    #expect(record?["period"] == name && record?["measure"] == measure, comment)
                    #expect(record?["breakdown"] == breakdown && record?["group"] == group, comment)
                    try expect(record, place[["figures", .key(key)]], at: place, isMoney: measure == "amount")
                }
            }
            let compared: [(now: [JSONStep], base: [JSONStep])] = [
                ([], ["yearEarlier"]), ([], ["quarterEarlier"]), (["yearToDate"], ["yearToDate", "yearEarlier"]),
            ]
            for (nowPath, basePath) in compared {
                let (now, base) = (try #require(line[nowPath]), try #require(line[basePath]))
                for (measure, key) in Self.measures {
                    let isMoney = measure == "amount"
                    try expect(comparisons.popFirst(), now[["figures", .key(key)]], at: now, isMoney: isMoney)
                    try expect(comparisons.popFirst(), base[["figures", .key(key)]], at: base, isMoney: isMoney)
                    let either = base["suppressed"] == nil ? now : base
                    try expect(comparisons.popFirst(), base[["change", .key(key)]], at: either, isMoney: isMoney)
                    try expect(
                        comparisons.popFirst(), base[["percent", .key(key)]], at: base, isMoney: false, isPercent: true)
                    for factor in ["recipients", "personTimesPerRecipient", "amountPerPersonTime"] {
                        try expect(
                            comparisons.popFirst(), base[["factors", .key(key), .key(factor)]], at: either,
                            isMoney: isMoney)
                    }
                    let own = nowPath + basePath
                    let points = line[["contributions", own.first ?? "", .key(key)]]
                    // All that the whole lacks has no contribution of its own.
                    try expect(
                        comparisons.popFirst(), points, at: breakdown.isEmpty ? .null : either, isMoney: false)
                }
            }
        }
        try line(json, breakdown: "", group: "")
        for breakdown in json["breakdowns"]?.elements ?? [] {
            for group in breakdown["groups"]?.elements ?? [] {
                // What report.json calls them is no name of theirs.
                let isWithheld = group["withheldGroups"] != nil
                try line(
                    group, breakdown: breakdown["field"]?.text ?? "",
                    group: isWithheld ? "" : group["group"]?.text ?? "")
            }
        }
        #expect(groups.isEmpty && comparisons.isEmpty, comment)

        var quarters = try written.records(.quarters)[...]
        for quarter in json["quarters"]?.elements ?? [] {
            for (measure, key) in Self.measures {
                let record = quarters.popFirst()
                #expect(record?["quarter"] == quarter["quarter"]?.text, comment)
                try expect(record, quarter[["figures", .key(key)]], at: quarter, isMoney: measure == "amount")
                #expect(
                    quarter["figures"] == .null
                        || (record?["status"] == "provisional") == (quarter["provisional"] == true), comment)
            }
        }
        #expect(quarters.isEmpty, comment)
    }

    /// `1.50` with two decimals as 150; nil: it is written otherwise.
    private func minor(_ text: String, _ decimals: Int) -> Int128? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == (decimals == 0 ? 1 : 2), decimals == 0 || parts[1].count == decimals else { return nil }
        return Int128(parts.joined())
    }

    @Test(arguments: SeededRandom.seeds(60))
    func randomReports(seed: UInt64) throws {
        try check(SampleReport.random(seed), "seed \(seed)")
    }

    @Test(arguments: SampleReport.all.map(\.name).filter { $0 != "hostile" })
    func samples(name: String) throws {
        try check(SampleReport.named(name), "\(name)")
    }

    /// A line of groups that have no names has none here either.
    @Test func withheldGroupsHaveNoName() throws {
        var report = SampleReport.suppressed
        var line = report.breakdowns[0].groups[2]
        line.group = nil
        line.withheldCount = 3
        report.breakdowns[0].groups[2] = line
        let written = WrittenTables(report)
        let records = try written.records(.groups).filter { $0["breakdown"] == "district" && $0["group"] == "" }
        #expect(records.count == 18)
        #expect(records.allSatisfy { $0["value"] == "" })
        #expect(try written.parts().contains { $0.text.contains("（隐去名称的3个组）") })
    }

    /// A later vintage of a quarter that is not what is counted now says so; so does no quarter else.
    @Test func whatDiffersFromTheLastVintageIsRestated() throws {
        let written = WrittenTables(SampleReport.fullSize, vintages: SampleVintages.all)
        let restated = try written.records(.quarters).filter { $0["status"] != "normal" && $0["value"] != "" }
        #expect(Set(restated.compactMap { $0["quarter"] }) == ["2022Q2"])
        #expect(Set(restated.compactMap { $0["status"] }) == ["restated"])
        // Of totals alone, and of no quarter after the report's.
        let vintages = try written.records(.vintages)
        #expect(Set(vintages.compactMap { $0["quarter"] }) == ["2022Q2", "2023Q2"])
        #expect(vintages.count == 3 * 3 * 2)
        #expect(
            vintages.map { $0["vintage"] ?? "" } == Array(repeating: "1", count: 12) + Array(repeating: "2", count: 6))
    }

    /// The lines of a balance add up, in records and in money.
    @Test func theBalanceAddsUp() throws {
        let records = try WrittenTables(SampleReport.fullSize).records(.balance)
        for file in Set(records.compactMap { $0["file"] }) {
            for measure in ["records", "amount"] {
                func sum(_ isTaken: ([String: String]) -> Bool) throws -> Int128 {
                    try records.filter { $0["file"] == file && $0["measure"] == measure && isTaken($0) }.reduce(0) {
                        $0 + (try #require(minor($1["value"] ?? "", measure == "amount" ? 2 : 0)))
                    }
                }
                let parts = ["paid", "unpaid", "reversals", "duplicates", "superseded", "rejected", "scaffolding"]
                let all = try sum { $0["line"] == "records" }
                #expect(try sum { parts.contains($0["line"] ?? "") && $0["reason"] == "" } == all)
                #expect(try sum { $0["line"] == "rejected" && $0["reason"] == "" } == sum { $0["reason"] != "" })
            }
        }
    }
}

extension JSONText {
    fileprivate var elements: [JSONText] { if case .array(let elements) = self { elements } else { [] } }
    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}
