import TestSupport
import Foundation
import Testing

/// What becomes of keys that look alike and are not, and of keys that are alike and were not.
struct ClaimKeysTests {
    private static let id = Persons.first.id

    private static func report(_ place: Workplace, _ quarter: String = "2023Q2") throws -> TwinJSON {
        try TwinJSON(try place.bytes("reports/aid/\(quarter)/report.json"))
    }

    private static func findings(_ report: TwinJSON) -> [String] {
        (report["findings"]?.elements ?? []).compactMap { $0["code"]?.text }
    }

    @Test(
        "One document with what nobody sees around and within it is one person, whatever its type",
        arguments: [true, false])
    func invisible(isText: Bool) throws {
        let marks = [
            "", "\t", "\u{200B}", "\u{200E}", "\u{202D}", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{AD}", "\u{2060}",
            "\u{200C}", "\u{1}",
        ]
        var lines = [Exports.header]
        for (number, mark) in marks.enumerated() {
            let id =
                mark + Self.id.prefix(9) + (mark == "\u{A0}" || mark == "\u{3000}" ? "" : mark) + Self.id.dropFirst(9)
                + mark
            lines.append("HZ\(number),\(id),2023-05-10,100.00,已打款,门诊,\(Persons.first.name)")
            // The same claim again, and the same group.
            lines.append(
                "H\(mark.filter { !$0.isWhitespace })Z\(number),\(id),2023-05-10,100.00,已\(mark)打款,门\(mark == "\u{A0}" || mark == "\u{3000}" ? "" : mark)诊,x"
                    .replacing("已\u{A0}", with: "已").replacing("已\u{3000}", with: "已"))
        }
        let place = try Workplace.ready(lines)
        if isText {
            try place.write(
                "pipeline.yaml",
                Exports.pipeline().replacing(
                    "type: resident-id, otherDocuments: reject, invalid: reject", with: "type: text"))
        }
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(run.exitCode == 0, "\(run.errorText)")
        let report = try Self.report(place)
        #expect(report["figures", "recipients"]?.integer == 1)
        #expect(report["figures", "personTimes"]?.integer == Int128(marks.count))
        #expect(report["balance", "duplicates"]?.integer == Int128(marks.count))
        #expect(report["breakdowns"]?.elements.first?["groups"]?.elements.count == 1)
        #expect(Self.findings(report).contains("invisible-characters"))
        #expect(run.errorText.contains("values held invisible characters"))
    }

    @Test("Names of columns and of states are cleaned as values are, in the pipeline file too")
    func names() throws {
        let place = try Workplace.ready(
            [Exports.header.replacing("状态", with: "状\u{200B}态\u{FEFF}")] + Exports.csv.dropFirst())
        try place.write(
            "pipeline.yaml",
            Exports.pipeline().replacing("paid: [已打款]", with: "paid: [\"已\u{200B}打款\"]").replacing(
                "[身份证号, IdNo]", with: "[\"身份证\u{2060}号\", IdNo]"))
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(run.exitCode == 0, "\(run.errorText)")
        #expect(try Self.report(place)["figures", "personTimes"]?.integer == 4)
        // Two columns of one name are, whatever is hidden in one of them.
        try place.write("exports/b.csv", Exports.header.replacing("姓名", with: "赔付\u{200B}编号") + "\n")
        let twice = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(twice.exitCode == 65 && twice.errorText.contains("named twice"))
        // A state listed twice, and a name of which nothing is left.
        try place.write(
            "pipeline.yaml",
            Exports.pipeline().replacing("unpaid: [待审核]", with: "unpaid: [\"已打\u{200B}款\"]").replacing(
                "[打款日期, PaidDate]", with: "[打款日期, \"\u{200B}\"]"))
        let lint = try place.aidstats("lint", "pipeline.yaml", "--lang", "en")
        #expect(
            lint.exitCode == 78 && lint.outputText.contains("state-twice") && lint.outputText.contains("bad-text"),
            "\(lint.outputText)\(lint.errorText)")
    }

    private static func line(_ number: String, _ person: Int, day: String = "2023-05-10") -> String {
        let id =
            "11010519" + String(40_000_000 + 10_101 + person % 28).suffix(6)
            + String(String(1000 + person % 900).suffix(3))
        return "\(number),\((id + "X").rechecked),\(day),100.00,已打款,门诊,x"
    }

    /// Eighteen digits, of which a spreadsheet has kept fifteen.
    private static func cut(_ index: Int) -> String { "20230510" + String(10_000_000 + index).suffix(7) + "000" }

    @Test("Numbers that a spreadsheet has cut are no claims", arguments: ["1", "3"])
    func cutNumbers(jobs: String) throws {
        let whole = (0..<40).map { Self.line("20230510" + String(10_000_000 + $0).suffix(7) + "\(100 + $0)", $0) }
        let place = try Workplace.ready([Exports.header] + whole)
        #expect(try place.aidstats("run", "pipeline.yaml", "--jobs", jobs).exitCode == 0)
        // The same export once more, opened and saved: each claim would count a second time.
        try place.write(
            "exports/b.csv", ([Exports.header] + (0..<40).map { Self.line(Self.cut($0), $0) }).joined(separator: "\n"))
        let run = try place.aidstats("run", "pipeline.yaml", "--jobs", jobs, "--lang", "en", "--rejects", "rejects.csv")
        #expect(run.exitCode == 65 && run.errorText.contains("40 records: "), "\(run.errorText)")
        #expect(run.errorText.contains("at exports/b.csv:2, "))
        let rejects = try place.text("rejects.csv").split(separator: "\r\n").dropFirst()
        #expect(rejects.count == 40 && rejects.allSatisfy { $0.contains("damaged-claim") })
        // Two that end in 000 may do so by chance.
        try place.write(
            "exports/b.csv", ([Exports.header] + (0..<2).map { Self.line(Self.cut($0), $0) }).joined(separator: "\n"))
        #expect(try place.aidstats("run", "pipeline.yaml", "--jobs", jobs).exitCode == 0)
    }

    @Test("Claim numbers that stand for several people are told; too many are refused", arguments: ["1", "3"])
    func shared(jobs: String) throws {
        let lines = (0..<1000).map { Self.line("HZ\($0)", $0) }
        let place = try Workplace.ready([Exports.header] + lines)
        #expect(try place.aidstats("run", "pipeline.yaml", "--jobs", jobs).exitCode == 0)
        #expect(try !Self.findings(Self.report(place)).contains("shared-claim-numbers"))
        for (count, exitCode) in [(1, 0), (9, 0), (10, 0), (11, 65)] as [(Int, Int32)] {
            let others = (0..<count).map { Self.line("HZ\($0)", $0 + 1) }
            try place.write("exports/b.csv", ([Exports.header] + others).joined(separator: "\n") + "\n")
            let before = try place.contents(of: "reports")
            let run = try place.aidstats("run", "pipeline.yaml", "--jobs", jobs, "--lang", "en")
            #expect(run.exitCode == exitCode, "\(count): \(run.errorText)")
            #expect(
                run.errorText.contains("\(count) records give a claim number to another person"), "\(run.errorText)")
            if exitCode == 0 {
                #expect(try Self.findings(Self.report(place)).contains("shared-claim-numbers"))
            } else {
                #expect(run.errorText.contains("[too-many-shared-claims]"))
                #expect(try place.contents(of: "reports") == before)
            }
        }
        try place.write(
            "pipeline.yaml", Exports.pipeline().replacing("minGroup: 0", with: "minGroup: 0, maxSharedClaims: 2%"))
        #expect(try place.aidstats("run", "pipeline.yaml", "--jobs", jobs).exitCode == 0)
    }

    @Test("With a register, claims that it knows are shared as others are")
    func sharedWithRegister() throws {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline() + "register: register\nkeyFile: register.key\n")
        #expect(try place.aidstats("register", "init", "pipeline.yaml").exitCode == 0)
        try place.write(
            "exports/a.csv", ([Exports.header] + (0..<500).map { Self.line("HZ\($0)", $0) }).joined(separator: "\n"))
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        func deliver(_ count: Int) throws -> Ending {
            let others = (0..<count).map { Self.line("HZ\($0)", $0 + 1) }
            try place.write("exports/b.csv", ([Exports.header] + others).joined(separator: "\n") + "\n")
            return try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        }
        let refused = try deliver(30)
        #expect(refused.exitCode == 65 && refused.errorText.contains("30 records give"), "\(refused.errorText)")
        for _ in 0..<2 {
            let told = try deliver(4)
            #expect(told.exitCode == 0 && told.errorText.contains("4 records give"), "\(told.errorText)")
            #expect(told.errorText.contains("(exports/b.csv)"))
        }
    }

    @Test("Documents that a spreadsheet has cut are no persons; who says so has them counted")
    func cutDocuments() throws {
        let lines = (0..<30).map { number in
            "HZ\(number),62284800\(1_000_000 + number / 2)0000,2023-05-10,1.00,已打款,门诊,x"
        }
        let place = try Workplace.ready([Exports.header] + lines)
        let pipeline = Exports.pipeline().replacing(
            "type: resident-id, otherDocuments: reject, invalid: reject", with: "type: text")
        try place.write("pipeline.yaml", pipeline)
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(run.exitCode == 65 && run.errorText.contains("30 records: "), "\(run.errorText)")
        #expect(run.errorText.contains("[damaged-person]"))
        try place.write("pipeline.yaml", pipeline.replacing("type: text }", with: "type: text, cutNumbers: accept }"))
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
    }

    @Test("Without breakdowns, too")
    func withoutBreakdowns() throws {
        let place = try Workplace.ready()
        let pipeline = Exports.pipeline(breakdowns: "[]")
        try place.write(
            "pipeline.yaml", pipeline.split(separator: "\n").filter { !$0.contains("  care:") }.joined(separator: "\n"))
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(run.exitCode == 0, "\(run.errorText)")
        #expect(try Self.report(place)["figures", "personTimes"]?.integer == 4)
    }
}
