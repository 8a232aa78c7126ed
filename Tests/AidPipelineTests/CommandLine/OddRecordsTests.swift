import Foundation
import TestSupport
import Testing

/// What is counted as it stands, and may well be a slip: it is told.
@Suite struct OddRecordsTests {
    private static let pipeline = """
        version: 1
        name: aid
        title: { zh: 互助, en: Aid }
        inputs: [{ files: ["exports/*.csv"] }]
        fields:
          claim: { from: [编号] }
          person: { from: [人员], type: text }
          paidOn: { from: [日期], type: date }
          amount: { from: [金额] }
          status: { from: [状态] }
          reverses: { from: [原编号] }
        count: { status: { paid: [付], reversed: [退] } }
        quality: { minGroup: 0, maxRejected: 50% }
        """

    private static func place(_ lines: [String], pipeline: String = pipeline) throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", pipeline)
        let paid = (0..<30).map { "C\($0),P\($0),2023-05-10,\(100 + $0).00,付," }
        try place.write(
            "exports/a.csv", (["编号,人员,日期,金额,状态,原编号"] + paid + lines).joined(separator: "\n") + "\n")
        return place
    }

    private static func codes(_ place: Workplace) throws -> [String] {
        let ending = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2", "--lang", "en")
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        let report = try JSONSerialization.jsonObject(with: Data(place.bytes("reports/aid/2023Q2/report.json")))
        let findings = (report as? [String: Any])?["findings"] as? [[String: Any]] ?? []
        return findings.compactMap { $0["code"] as? String }
    }

    @Test func aReversalOfSomebodyElsesClaim() throws {
        #expect(try Self.codes(Self.place(["R1,P7,2023-06-01,10.00,退,C0"])).contains("reversals-of-other-persons"))
        #expect(try !Self.codes(Self.place(["R1,P0,2023-06-01,10.00,退,C0"])).contains("reversals-of-other-persons"))
    }

    @Test func aReversalThatCorrectsAnother() throws {
        let twice = ["R1,P0,2023-06-01,40.00,退,C0", "R1,P0,2023-06-01,30.00,退,C0"]
        #expect(try Self.codes(Self.place(twice)).contains("repeated-reversals"))
        let parts = ["C0,P0,2023-06-01,40.00,退,", "C0,P0,2023-06-02,30.00,退,", "R2,P1,2023-06-02,30.00,退,C1"]
        #expect(try !Self.codes(Self.place(parts)).contains("repeated-reversals"))
    }

    @Test func aNumberOfSomethingElseAmongTheAmounts() throws {
        #expect(try Self.codes(Self.place(["X1,P99,2023-05-10,13812345678,付,"])).contains("far-off-amounts"))
        #expect(try !Self.codes(Self.place(["X1,P99,2023-05-10,99999.00,付,"])).contains("far-off-amounts"))
    }

    @Test func aFileThatTheGlobPassesOver() throws {
        let place = try Self.place([])
        #expect(try !Self.codes(place).contains("files-passed-over"))
        try place.write("exports/B.CSV", "编号,人员,日期,金额,状态,原编号\n")
        #expect(try Self.codes(place).contains("files-passed-over"))
    }

    @Test(arguments: ["#REF!", "NULL", "-"])
    func aGroupThatStandsForNoValue(value: String) throws {
        let pipeline = Self.pipeline.replacing(
            "reverses: { from: [原编号] }", with: "city: { from: [原编号], type: category }"
        )
        .replacing("quality:", with: "breakdowns: [city]\nquality:")
        let codes = try Self.codes(Self.place(["X1,P99,2023-05-10,5.00,付,\(value)"], pipeline: pipeline))
        #expect(codes.contains("placeholder-groups"))
        // Nothing of how many there are, which a report may hide.
        let place = try Self.place(["X1,P99,2023-05-10,5.00,付,\(value)"], pipeline: pipeline)
        let told = try place.aidstats("run", "pipeline.yaml", "--lang", "en").errorText
        let line = try #require(told.split(separator: "\n").first { $0.contains("stand for none") })
        #expect(!line.contains { $0.isNumber }, "\(line)")
        let other = try Self.codes(Self.place(["X1,P99,2023-05-10,5.00,付,无"], pipeline: pipeline))
        #expect(!other.contains("placeholder-groups"))
    }

    @Test func theSameExportOnceMoreWithoutClaimNumbers() throws {
        let pipeline = Self.pipeline.replacing("  claim: { from: [编号] }\n", with: "")
            .replacing("  reverses: { from: [原编号] }\n", with: "").replacing(", reversed: [退]", with: "")
        let place = try Self.place([], pipeline: pipeline)
        #expect(try !Self.codes(place).contains("same-figures"))
        let text = try place.text("exports/a.csv").replacing("\n", with: "\r\n")
        try place.write("exports/b.csv", text)
        let ending = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2", "--lang", "en")
        #expect(ending.exitCode == 65 && ending.errorText.contains("[too-many-same-records]"), "\(ending.errorText)")
        try place.write("pipeline.yaml", pipeline.replacing("maxRejected", with: "maxSameRecords: 100%, maxRejected"))
        #expect(try Self.codes(place).contains("same-figures"))
    }
}
