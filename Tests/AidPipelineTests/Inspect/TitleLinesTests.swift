import Foundation
import TestSupport
import Testing

/// What people put above the header of an export.
@Suite struct TitleLinesTests {
    private static let header = "赔付编号,身份证号,姓名,打款日期,互助金额,状态,就诊类型"

    private static let records = Persons.all.prefix(3).enumerated().map { index, person in
        "A000\(index),\(person.id),\(person.name),2023-04-0\(index + 5),10.00,已打款,门诊"
    }

    private static func run(_ lines: [String], in place: Workplace) throws -> Ending {
        try place.write("pipeline.yaml", Exports.pipeline(files: "export.csv"))
        try place.write("export.csv", lines.joined(separator: "\r\n") + "\r\n")
        return try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
    }

    @Test(arguments: [
        ["暖·互助 2023年二季度发放明细"], ["2023年二季度发放明细,,,,,,", "制表：财务部,,,单位：元,,,"], ["", "发放明细", ""], ["sep=,"],
        ["受助人,,,发放,,,"], ["说明：\"仅供内部使用\""],
    ])
    func titlesAreNoRecords(titles: [String]) throws {
        let place = try Workplace()
        let ending = try Self.run(titles + [Self.header] + Self.records, in: place)
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        let report = try place.text("reports/aid/2023Q2/report.json")
        #expect(report.contains("\"recipients\": 3,\n    \"personTimes\": 3,\n    \"amountMinor\": 3000\n"))
        let titleCount = titles.filter { !$0.isEmpty }.count
        #expect(report.contains("\"scaffolding\": \(titleCount)"), "\(titleCount)")
        #expect(report.contains("\"no-records-lines\""))
    }

    /// The same through another way of reading, and with another delimiter.
    @Test func inAnotherEncoding() throws {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline(files: "export.csv"))
        let lines =
            ["2023年二季度发放明细", "sep=;", Self.header.replacing(",", with: ";")]
            + Self.records.map { $0.replacing(",", with: ";") }
        let bytes = try #require((lines.joined(separator: "\n") + "\n").data(using: .utf16))
        try bytes.write(to: URL(filePath: place.path + "/export.csv"))
        let ending = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        #expect(try place.text("reports/aid/2023Q2/report.json").contains("\"recipients\": 3"))
    }

    /// What is as full as a header is no title: nothing is passed over.
    @Test(arguments: [
        ["A0009,B,C,2023-04-05,5.00,已打款,门诊"], Array(repeating: "标题", count: 21), ["编号,身份证,姓名,日期,金额,状态,类型"],
    ])
    func recordsAreNoTitles(titles: [String]) throws {
        let place = try Workplace()
        let ending = try Self.run(titles + [Self.header] + Self.records, in: place)
        #expect(ending.exitCode == 65)
        #expect(!FileManager.default.fileExists(atPath: place.path + "/reports/aid/2023Q2"))
    }
}
