import Foundation
import Testing
import TestSupport

/// What is wrong is told once, with its place and the way to mend it; the exit code says of
/// what kind it is; and what was there before is there still.
struct BadInputTests {
    @Test(arguments: BadInput.all)
    func oneClearMessageAndNothingChanged(_ bad: BadInput) throws {
        let place = try Workplace.ready()
        // The outputs of an earlier run, which was right.
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        try bad.prepare(place)
        let before = try place.contents(of: "reports")

        let ending = try Executable.run(bad.arguments + ["--log-format", "json"], in: place.path)
        #expect(ending.exitCode == bad.exitCode)
        #expect(ending.output.isEmpty, "\(ending.outputText)")
        let messages = try ending.errorLines.map { try JSONDecoder().decode(Message.self, from: Data($0.utf8)) }
        #expect(messages.map(\.code) == bad.codes, "\(ending.errorText)")
        #expect(messages.allSatisfy { $0.level == "error" && !$0.message.isEmpty })
        // What is told of several files together names its places in the text.
        let named = messages.first { $0.place != nil }?.place
        #expect(named?.contains(bad.place) == true, "\(ending.errorText)")
        // Findings on pipeline files hold the way to mend them in their text.
        if bad.exitCode != 78 { #expect(messages.first?.mend?.isEmpty == false, "\(ending.errorText)") }
        #expect(try place.contents(of: "reports") == before)
        for person in Persons.all {
            #expect(!ending.errorText.contains(person.id) && !ending.errorText.contains(person.name))
        }
    }

    @Test("the same in Chinese, a line a message", arguments: BadInput.all)
    func inChinese(_ bad: BadInput) throws {
        let place = try Workplace.ready()
        try bad.prepare(place)
        let ending = try Executable.run(bad.arguments + ["--lang", "zh", "--quiet"], in: place.path)
        #expect(ending.exitCode == bad.exitCode)
        #expect(ending.errorLines.count == bad.codes.count, "\(ending.errorText)")
        for (line, code) in zip(ending.errorLines, bad.codes) {
            #expect(line.contains("错误: ") && line.hasSuffix(" [\(code)]"), "\(line)")
        }
    }

    @Test(arguments: [
        ["run"], ["run", "pipeline.yaml", "--quarter", "2023Q5"], ["run", "pipeline.yaml", "--unknown"],
        ["run", "pipeline.yaml", "--jobs", "0"], ["run", "pipeline.yaml", "--jobs", "many"],
        ["run", "pipeline.yaml", "other.yaml"], ["run", "pipeline.yaml", "--lang", "fr"], ["nothing"],
        ["dump"], ["dump", "exports/a.csv", "--format", "txt"], ["schema", "other"], ["lint"],
    ])
    func wrongUsage(arguments: [String]) throws {
        let place = try Workplace.ready()
        let before = try place.contents()
        let ending = try Executable.run(arguments, in: place.path)
        #expect(ending.exitCode == 64)
        #expect(ending.output.isEmpty)
        #expect(ending.errorText.hasPrefix("Error: ") && ending.errorText.contains("Usage: aidstats"))
        #expect(try place.contents() == before)
    }

    /// Whatever is wrong with the options is said in the language that is asked for, also by a library that has none.
    @Test(arguments: [
        (["run"], "缺少参数 <pipeline>"), (["run", "a", "--quarter", "2023Q9"], "“2023Q9”不能用作 --quarter"),
        (["check", "--format", "jsn", "a"], "可用：text、json"), (["run", "a", "--jobs="], "选项缺少值：--jobs <n>"),
        (["run", "a", "-Z"], "没有选项 -Z"), (["run", "a", "--outputt", "b"], "没有选项 --outputt；是否应为 --output？"),
        (["run", "a", "--quiet=3"], "选项 --quiet 不带值，却给出了“3”"), (["run", "a", "b"], "多余的参数“b”"),
        (["run", "a", "b", "c"], "2 个多余的参数：b、c"), (["publish", "a"], "--quarter 与 --import 须给出其一"),
        (["run", "a", "--jobs", "0"], "--jobs 须为 1 至 1024 的数"), (["history", "a", "--group", "b"], "“b”不能用作 --group"),
    ])
    func wrongUsageInChinese(arguments: [String], text: String) throws {
        let place = try Workplace()
        let ending = try Executable.run(arguments + ["--lang", "zh"], in: place.path)
        #expect(ending.exitCode == 64)
        let lines = ending.errorText.split(separator: "\n")
        #expect(lines.first?.hasPrefix("错误：") == true && lines.first?.contains(text) == true, "\(ending.errorText)")
        #expect(lines.dropFirst().first?.hasPrefix("用法：aidstats") == true, "\(ending.errorText)")
        #expect(lines.last == "  详见 aidstats \(arguments[0]) --help")
    }

    @Test func theColumnsOfAHeaderAreShown() throws {
        let place = try Workplace.ready([Exports.header.replacing("打款日期", with: "付款日")])
        let ending = try place.aidstats("run", "pipeline.yaml")
        #expect(
            ending.errorText.contains("missing columns: 打款日期 / PaidDate. Columns found: 赔付编号, 身份证号, 付款日, 互助金额"))
    }

    @Test func rejectsAreWrittenForARunThatIsRefused() throws {
        let place = try Workplace.ready(Exports.rejected)
        let ending = try place.aidstats("run", "pipeline.yaml", "--rejects", "rejected.csv")
        #expect(ending.exitCode == 65)
        #expect(try place.mode("rejected.csv") == 0o600)
        let lines = try place.text("rejected.csv").split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(lines[1].hasPrefix("\"exports/a.csv\",7,6,") && lines[1].contains(",amount,bad-amount,"))
        #expect(lines[2].hasPrefix("\"exports/a.csv\",8,7,") && lines[2].contains(",person,bad-person,"))
        #expect(!FileManager.default.fileExists(atPath: place.path + "/reports/aid/2023Q2"))
        // Nothing but what was there, the rejects and the folder with the lock.
        #expect(
            try place.contents().keys.sorted() == [
                "exports", "exports/a.csv", "pipeline.yaml", "rejected.csv", "reports", "reports/aid",
            ])
    }

    private struct Message: Decodable {
        var level: String
        var code: String
        var place: String?
        var message: String
        var mend: String?
    }
}
