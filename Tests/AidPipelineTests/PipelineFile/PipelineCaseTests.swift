import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidPipeline

/// `aidstats lint --test`: lines of an export, and what must come of them.
@Suite struct PipelineCaseTests {
    private static let csv = Exports.csv.map { "      \($0)\n" }.joined()
    private static let rejected = Exports.rejected.map { "      \($0)\n" }.joined()

    private static func test(_ name: String, _ lines: String, _ rest: String) -> String {
        "  - name: \(name)\n    lines: |\n\(lines)\(rest)\n"
    }

    private static let right = [
        test(
            "一个季度", csv,
            "    quarter: 2023Q2\n    figures: { recipients: 3, personTimes: 4, amount: 601.50 }"),
        test("另一个", csv, "    quarter: 2022Q2\n    figures: { recipients: 1, personTimes: 1, amount: 9.99 }"),
        test("没有赔付", csv, "    quarter: 2020Q1\n    figures: { recipients: 0, personTimes: 0, amount: 0 }"),
        test(
            "被拒", rejected,
            "    quarter: 2023Q2\n    figures: { personTimes: 4 }\n    rejects: { bad-amount: 1, bad-person: 1 }"),
    ]

    private static func place(_ tests: [String]) throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline() + "tests:\n" + tests.joined())
        return place
    }

    @Test func whatComesOutAsExpectedPasses() throws {
        let place = try Self.place(Self.right)
        let before = try place.contents()
        let lint = try place.aidstats("lint", "pipeline.yaml", "--test", "--lang", "en")
        #expect(lint.exitCode == 0 && lint.output.isEmpty, "\(lint.outputText)\(lint.errorText)")
        #expect(lint.errorText.contains("4 tests, 4 as expected [tests]"))
        // Nothing is written: no reports, no ledger.
        #expect(try place.contents() == before)
    }

    @Test func differencesAreToldWithTheirPlaces() throws {
        let place = try Self.place([
            Self.right[0].replacing("recipients: 3", with: "recipients: 2").replacing("601.50", with: "601.5")
                .replacing("personTimes: 4", with: "personTimes: 5"),
            Self.right[1].replacing("amount: 9.99", with: "amount: 9.98"), Self.right[2],
            Self.right[3].replacing(", bad-person: 1", with: "").replacing("bad-amount: 1", with: "bad-amount: 2"),
        ])
        let lint = try place.aidstats("lint", "pipeline.yaml", "--test", "--lang", "en")
        #expect(lint.exitCode == 78)
        let lines = lint.outputText.split(separator: "\n").map(String.init)
        #expect(lines.count == 5, "\(lines)")
        for (line, text) in zip(
            lines,
            [
                "test “一个季度”: recipients: expected 2, got 3 [test-failed]",
                "test “一个季度”: person-times: expected 5, got 4 [test-failed]",
                "test “另一个”: amount: expected 9.98, got 9.99 [test-failed]",
                "test “被拒”: rejects for bad-amount: expected 2, got 1; ",
                "test “被拒”: rejects for bad-person: expected 0, got 1; ",
            ])
        {
            #expect(line.hasPrefix("pipeline.yaml:") && line.contains(text), "\(line)")
        }
        let yaml = try place.text("pipeline.yaml").split(separator: "\n", omittingEmptySubsequences: false)
        let place0 = lines[0].split(separator: ":")
        let (line, column) = (try #require(Int(place0[1])), try #require(Int(place0[2])))
        #expect(yaml[line - 1].dropFirst(column - 1).hasPrefix("2, personTimes"))
        #expect(lint.errorText.contains("4 tests, 1 as expected"))
        let chinese = try place.aidstats("lint", "pipeline.yaml", "--test", "--lang", "zh").outputText
        #expect(chinese.contains("测试“一个季度”：受助职工应为 2，得到 3"))
        // Without --test they are not tried.
        let plain = try place.aidstats("lint", "pipeline.yaml")
        #expect(plain.exitCode == 0 && plain.output.isEmpty && plain.errors.isEmpty)
    }

    @Test func linesThatCannotBeReadAreADifference() throws {
        let place = try Self.place([Self.right[0].replacing("打款日期", with: "日期"), Self.right[1]])
        let lint = try place.aidstats("lint", "pipeline.yaml", "--test", "--lang", "en")
        #expect(lint.exitCode == 78)
        #expect(
            lint.outputText.contains("test “一个季度”: its lines cannot be read: missing columns"), "\(lint.outputText)")
    }

    @Test func linesMayBeXML() throws {
        let claims = Exports.claim("X1", Persons.first) + Exports.claim("X2", Persons.second, day: "2023-02-30")
        let lines = Exports.xml(claims).split(separator: "\n").map { "      \($0)\n" }.joined()
        let test = Self.test(
            "XML", lines,
            "    quarter: 2023Q2\n    figures: { recipients: 1, amount: 100 }\n    rejects: { bad-date: 1 }")
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline(files: "a.xml", format: "xml") + "tests:\n" + test)
        let lint = try place.aidstats("lint", "pipeline.yaml", "--test", "--lang", "en")
        #expect(lint.exitCode == 0, "\(lint.outputText)\(lint.errorText)")
    }

    /// A register is neither opened nor needed, and errors of the file come first.
    @Test func onlyASoundFileIsTried() throws {
        let place = try Self.place([Self.right[0]])
        let text = try place.text("pipeline.yaml")
        try place.write("pipeline.yaml", text + "register: nowhere\nkeyFile: nowhere.key\n")
        #expect(try place.aidstats("lint", "pipeline.yaml", "--test").exitCode == 0)
        try place.write("pipeline.yaml", text + "langage: zh\n")
        let lint = try place.aidstats("lint", "pipeline.yaml", "--test")
        #expect(lint.exitCode == 78 && lint.outputText.contains("unknown-key") && !lint.errorText.contains("[tests]"))
    }

    @Test func aFileWithoutTestsSaysSo() throws {
        let place = try Workplace.ready()
        let lint = try place.aidstats("lint", "pipeline.yaml", "--test", "--lang", "en")
        #expect(lint.exitCode == 0 && lint.errorText.contains("the pipeline file has no tests"))
    }

    @Test(
        arguments: [
            ("1234.5", "CNY", 123_450), ("0", "CNY", 0), ("1.005", "CNY", nil), ("7", "JPY", 7), ("7.0", "JPY", nil),
            ("1.005", "KWD", 1_005), ("", "CNY", nil), ("1.", "CNY", nil), (".5", "CNY", nil), ("-1", "CNY", nil),
        ] as [(String, String, Int?)])
    func amountsAreExact(text: String, code: String, minor: Int?) throws {
        let currency = try #require(Currency(code))
        #expect(CaseAmount.minor(text, currency) == minor.map { Int128($0) })
        if let minor { #expect(CaseAmount.minor(CaseAmount.text(Int128(minor), currency), currency) == Int128(minor)) }
    }
}
