import AidModel
import Foundation
import Testing
import TestSupport

/// `aidstats check` as newsrooms start it.
struct CheckCommandTests {
    private static let printed = """
        quarter,publishedOn,period,recipients,personTimes,amount,note
        2020Q3,2020-10-20,quarter,72.7万,77.2万,9800万元,
        2020Q3,2020-10-20,cumulative,243.8万,1924.7万,24.05亿元,
        2022Q2,2022-07-14,quarter,83.36万,89.01万,1.09亿元,
        2023Q2,2023-07-14,quarter,98.58万,105.54万,1.35亿元,
        2023Q2,2023-07-14,cumulative,317.35万,3035.15万,36.92亿元,

        """
    private static let right = "今年二季度，受助职工98.58万人、105.54万人次，发放互助金共计1.35亿元。同比增加15.22万人。\n"
    private static let wrong = "今年二季度，受助职工98.53万人、105.54万人次，发放互助金共计1.35亿元。累计12345678人。\n"

    /// A workplace with the published figures imported.
    private func newsroom() throws -> Workplace {
        let place = try Workplace.ready()
        try place.write("printed.csv", Self.printed)
        let ending = try place.aidstats("publish", "pipeline.yaml", "--import", "printed.csv")
        try #require(ending.exitCode == 0, "\(ending.errorText)")
        return place
    }

    @Test("0 where all is right, 65 where something is wrong, each figure with its place")
    func exitCodes() throws {
        let place = try newsroom()
        try place.write("right.txt", Self.right)
        try place.write("wrong.txt", Self.wrong)
        let facts = ["--pipeline", "pipeline.yaml", "--date", "2023-07-16", "--lang", "zh"]
        let right = try Executable.run(["check", "right.txt"] + facts, in: place.path)
        #expect(right.exitCode == 0, "\(right.errorText)")
        #expect(right.outputText.hasSuffix("共 4 个数字：对 4。\n"), "\(right.outputText)")
        let wrong = try Executable.run(["check", "wrong.txt"] + facts, in: place.path)
        #expect(wrong.exitCode == 65)
        #expect(wrong.outputText.hasPrefix("[1] wrong.txt:1:11: 错  98.53万人\n"), "\(wrong.outputText)")
        #expect(wrong.errorText.isEmpty)
    }

    @Test("A figure is explained by its number; one that is not there is a wrong use, and tells how many there are")
    func explanation() throws {
        let place = try newsroom()
        try place.write("wrong.txt", Self.wrong)
        let asked = ["check", "wrong.txt", "--pipeline", "pipeline.yaml", "--date", "2023-07-16", "--lang", "zh"]
        let first = try Executable.run(asked + ["--explain", "1"], in: place.path)
        #expect(first.exitCode == 0, "\(first.errorText)")
        #expect(first.outputText.hasPrefix("[1] 98.53万人  wrong.txt:1:11\n判断：错；"), "\(first.outputText)")
        #expect(first.outputText.contains("“今年二季度”"), "\(first.outputText)")
        #expect(first.outputText.contains("✗ 正是所说"), "\(first.outputText)")
        for number in ["0", "-1", "99"] {
            let none = try Executable.run(asked + ["--explain=\(number)"], in: place.path)
            #expect(none.exitCode == 64, "\(number)")
            #expect(none.errorText.contains("稿中共有 "), "\(none.errorText)")
            #expect(none.outputText.isEmpty)
        }
        for more in [["--format", "json"], ["--html", "page.html"]] {
            #expect(try Executable.run(asked + ["--explain", "1"] + more, in: place.path).exitCode == 64)
        }
    }

    @Test("Plain text is taken up to its limit, whatever stands in it, and refused beyond")
    func largeDrafts() throws {
        let place = try newsroom()
        let count = 6000
        try place.write("large.txt", String(repeating: "会议室可容纳40人，今天开会。\n\n", count: count) + Self.wrong)
        let facts = ["--pipeline", "pipeline.yaml", "--date", "2023-07-16", "--lang", "zh"]
        let large = try Executable.run(["check", "large.txt"] + facts, in: place.path)
        #expect(large.exitCode == 65, "\(large.errorText)")
        #expect(large.outputText.contains(" large.txt:\(2 * count + 1):11: 错  98.53万人\n"))
        try place.write("huge.txt", String(repeating: "0123456789abcde\n", count: 4 << 20) + "。")
        let huge = try Executable.run(["check", "huge.txt"] + facts, in: place.path)
        #expect(huge.exitCode == 65)
        #expect(huge.errorText.contains("64 MiB"), "\(huge.errorText)")
        // What must be held whole is refused earlier.
        let json = try Executable.run(["check", "huge.txt", "--format", "json"] + facts, in: place.path)
        #expect(json.exitCode == 65)
        #expect(json.errorText.contains("4 MiB"), "\(json.errorText)")
    }

    @Test("The news that a run writes is right by its own facts")
    func news() throws {
        let place = try Workplace.ready()
        let run = try place.aidstats("run", "pipeline.yaml")
        try #require(run.exitCode == 0, "\(run.errorText)")
        let quarter = try #require(
            FileManager.default.contentsOfDirectory(atPath: place.path + "/reports/aid").first { $0.contains("Q") })
        for language in ["zh", "en"] {
            let news = "reports/aid/\(quarter)/news.\(language).md"
            let ending = try place.aidstats("check", news, "--pipeline", "pipeline.yaml", "--quarter", quarter)
            #expect(ending.exitCode == 0, "\(ending.outputText)\(ending.errorText)")
            #expect(!ending.outputText.contains("not known"), "\(ending.outputText)")
        }
    }

    /// Half a year and a whole one are told in words of their own.
    @Test("The news of every quarter of the sample's year is right", arguments: 1...4)
    func newsOfAYear(number: Int) throws {
        let place = try Workplace()
        let top = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let pipeline = top.appending(path: "pipelines/second-reimbursement.yaml").path
        let run = try place.aidstats("run", pipeline, "--quarter", "2022Q\(number)", "--quiet")
        try #require(run.exitCode == 0, "\(run.errorText)")
        for language in ["zh", "en"] {
            let news = "reports/second-reimbursement/2022Q\(number)/news.\(language).md"
            let ending = try place.aidstats("check", news, "--pipeline", pipeline)
            #expect(ending.exitCode == 0, "\(ending.outputText)\(ending.errorText)")
            #expect(ending.outputText.contains("right") || ending.outputText.contains("对"))
        }
    }

    @Test("JSON, and a page beside it")
    func formats() throws {
        let place = try newsroom()
        try place.write("wrong.txt", Self.wrong)
        let ending = try place.aidstats(
            "check", "wrong.txt", "--pipeline", "pipeline.yaml", "--quarter", "2023Q2", "--format", "json", "--html",
            "page.html")
        #expect(ending.exitCode == 65)
        let json = try JSONSerialization.jsonObject(with: Data(ending.output)) as? [String: Any]
        #expect(json?["wrong"] as? Bool == true)
        #expect((json?["counts"] as? [String: Int])?["wrong"] == 2)
        #expect(try place.text("page.html").contains("98.53万人<sup>✗1</sup>"))
    }

    @Test("Without facts no pipeline file is needed, and standard input is read")
    func noFacts() throws {
        let place = try Workplace()
        try place.write("draft.txt", "二季度受助职工105.54万人、98.58万人次。\n")
        let ending = try Executable.run(
            ["check", "-", "--no-facts", "--lang", "en"], in: place.path,
            streams: .init(input: place.path + "/draft.txt"))
        #expect(ending.exitCode == 65)
        #expect(ending.outputText.contains("-:1:8: against the draft's own figures"), "\(ending.outputText)")
        try place.write("draft.md", "二季度受助职工**98.58**万人、105.54万人次。\n")
        let right = try place.aidstats("check", "draft.md", "--no-facts", "--lang", "en")
        #expect(right.exitCode == 0)
        #expect(right.outputText.hasSuffix("2 figures: not known 2.\n"))
    }

    @Test("A draft in GB18030 or UTF-16 is decoded, and its columns are characters", arguments: ["gb18030", "utf-16"])
    func encodings(_ encoding: String) throws {
        let place = try newsroom()
        let text = "二季度受助职工98.53万人。\r\n"
        var bytes: [UInt8] = encoding == "utf-16" ? [0xFF, 0xFE] : []
        if encoding == "utf-16" {
            bytes += text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        } else {
            // 二季度受助职工98.53万人。
            bytes += [0xB6, 0xFE, 0xBC, 0xBE, 0xB6, 0xC8, 0xCA, 0xDC, 0xD6, 0xFA, 0xD6, 0xB0, 0xB9, 0xA4]
            bytes += Array("98.53".utf8) + [0xCD, 0xF2, 0xC8, 0xCB, 0xA1, 0xA3, 0x0D, 0x0A]
        }
        try Data(bytes).write(to: place.url.appending(path: "draft.txt"))
        let ending = try place.aidstats(
            "check", "draft.txt", "--pipeline", "pipeline.yaml", "--quarter", "2023Q2", "--lang", "zh")
        #expect(ending.exitCode == 65, "\(ending.errorText)")
        #expect(ending.outputText.hasPrefix("[1] draft.txt:1:8: 错  98.53万人\n"), "\(ending.outputText)")
    }

    @Test("What cannot be done is told, with an exit code of its own")
    func failures() throws {
        let place = try newsroom()
        try place.write("draft.txt", Self.right)
        try place.write("open.html", "<p>98万人\n<script>")
        try place.write("broken/aid/2023Q2/facts.json", "{}")
        func code(_ arguments: String...) throws -> Int32 {
            try Executable.run(["check"] + arguments, in: place.path).exitCode
        }
        #expect(try code("draft.txt") == 64)
        #expect(try code("draft.txt", "--no-facts", "--pipeline", "pipeline.yaml") == 64)
        #expect(try code("draft.txt", "--no-facts", "--encoding", "ebcdic") == 64)
        #expect(try code("draft.txt", "--no-facts", "--date", "2023-02-30") == 64)
        #expect(try code("none.txt", "--no-facts") == 66)
        #expect(try code("draft.txt", "--pipeline", "none.yaml") == 66)
        #expect(try code("draft.txt", "--pipeline", "pipeline.yaml", "--output", "elsewhere") == 66)
        #expect(try code("draft.txt", "--pipeline", "pipeline.yaml", "--output", "broken") == 65)
        #expect(try code("open.html", "--no-facts") == 65)
        #expect(try place.aidstats("check", "open.html", "--no-facts").errorText.contains("open.html:2"))
        #expect(try code("draft.txt", "--no-facts", "--html", "none/page.html") == 73)
    }
}
