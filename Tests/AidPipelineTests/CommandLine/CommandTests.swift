import TestSupport
import Foundation
import Testing

/// The commands as users call them, when all is well.
struct CommandTests {
    @Test(arguments: [
        "run", "publish", "history", "compare", "together", "facts", "explain", "check", "lint", "dump", "schema",
    ])
    func everyCommandHelpsWithAnExample(command: String) throws {
        let place = try Workplace()
        let ending = try place.aidstats(command, "--help")
        #expect(ending.exitCode == 0)
        #expect(ending.errors.isEmpty)
        #expect(ending.outputText.contains("Example"))
        #expect(ending.outputText.contains("\n  aidstats \(command) "))
        for option in ["--quiet", "--log-format", "--lang"] { #expect(ending.outputText.contains(option)) }
        #expect(
            ending.outputText.split(separator: "\n").filter { !$0.hasPrefix("USAGE") }.allSatisfy { $0.count <= 80 })
    }

    @Test func helpOfTheProgram() throws {
        let ending = try Workplace().aidstats("--help")
        #expect(ending.exitCode == 0)
        #expect(ending.outputText.contains("Example:\n  aidstats run "))
        #expect(ending.outputText.contains("Exit codes: 0 done; 64 wrong usage"))
    }

    @Test func version() throws {
        let ending = try Workplace().aidstats("--version")
        #expect(ending.exitCode == 0)
        #expect(try ending.outputText.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let ending = try Workplace().aidstats("--generate-completion-script", shell)
        #expect(ending.exitCode == 0)
        #expect(ending.outputText.contains("aidstats") && ending.outputText.contains("log-format"))
    }

    @Test(arguments: ["report", "facts", "check", "pipeline"])
    func schemasAreJSON(kind: String) throws {
        let ending = try Workplace().aidstats("schema", kind)
        #expect(ending.exitCode == 0)
        let schema = try JSONSerialization.jsonObject(with: Data(ending.output)) as? [String: Any]
        #expect((schema?["$schema"] as? String)?.contains("json-schema.org") == true)
    }

    @Test func resultsAndNotesGoTheirOwnWays() throws {
        let place = try Workplace.ready()
        let plain = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(plain.exitCode == 0)
        #expect(plain.outputText.contains("  reports/aid/2023Q2/report.json\n"))
        #expect(!plain.errors.isEmpty && plain.errorLines.allSatisfy { $0.contains("warning: ") })

        let quiet = try place.aidstats("run", "pipeline.yaml", "--lang", "en", "--quiet")
        #expect(quiet.exitCode == 0 && quiet.errors.isEmpty)
        #expect(quiet.output == plain.output)

        let json = try place.aidstats("run", "pipeline.yaml", "--log-format", "json")
        #expect(json.errorLines.count == plain.errorLines.count)
        for line in json.errorLines {
            let message = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
            #expect(message?["level"] == "warning" && message?["code"] != nil && message?["message"] != nil)
        }

        let chinese = try place.aidstats("run", "pipeline.yaml", "--lang", "zh")
        #expect(chinese.outputText.contains("受助职工：3人") && chinese.errorText.contains("注意: "))
    }

    @Test("messages are in the language of the environment")
    func languageOfTheEnvironment() throws {
        let place = try Workplace()
        for (environment, word) in [
            ([:], "error: "), (["LANG": "zh_CN.UTF-8"], "错误: "), (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], "error: "),
            (["LC_MESSAGES": "zh_TW"], "错误: "),
        ] {
            let ending = try place.aidstats("lint", "nowhere.yaml", environment: environment)
            #expect(ending.exitCode == 66 && ending.errorText.contains(word))
        }
    }

    @Test func lintPrintsItsFindings() throws {
        let place = try Workplace.ready()
        let right = try place.aidstats("lint", "pipeline.yaml")
        #expect(right.exitCode == 0 && right.output.isEmpty && right.errors.isEmpty)

        let pipeline = Exports.pipeline(breakdowns: "7").replacing("name: aid", with: "nme: aid")
        try place.write("wrong.yaml", pipeline)
        let wrong = try place.aidstats("lint", "wrong.yaml")
        #expect(wrong.exitCode == 78 && wrong.errors.isEmpty)
        let lines = wrong.outputText.split(separator: "\n")
        #expect(lines.count >= 2)
        #expect(lines.allSatisfy { $0.contains(/^wrong\.yaml:[0-9]+:[0-9]+: error: .+ \[[a-z-]+\]$/) })
        let json = try place.aidstats("lint", "wrong.yaml", "--log-format", "json")
        #expect(json.outputText.split(separator: "\n").count == lines.count)
        for line in json.outputText.split(separator: "\n") {
            _ = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
        }
    }

    @Test func standardInput() throws {
        let place = try Workplace.ready()
        let streams = Started.Streams(input: place.path + "/exports/a.csv")
        let run = try place.aidstats("run", "pipeline.yaml", "--input", "-", "--output", "piped", streams: streams)
        #expect(run.exitCode == 0)
        #expect(try place.aidstats("run", "pipeline.yaml", "--input", "exports/a.csv").exitCode == 0)
        let piped = try place.text("piped/aid/2023Q2/report.json")
        #expect(try place.text("reports/aid/2023Q2/report.json") == piped.replacing("\"-\"", with: "\"exports/a.csv\""))

        let dump = try place.aidstats("dump", "-", streams: streams)
        #expect(dump.exitCode == 0)
        #expect(try dump.output == place.aidstats("dump", "exports/a.csv").output)
        #expect(dump.outputText.split(separator: "\n").count == Exports.csv.count)

        // A pipe, of which no place can be read twice.
        let command = "cat exports/a.csv | \"$0\" run pipeline.yaml --input - --output pipe --quiet"
        let pipe = try Started(["-c", command, Executable.path], program: "/bin/sh", in: place.path).wait()
        #expect(pipe.exitCode == 0)
        #expect(try place.bytes("pipe/aid/2023Q2/report.json") == Array(piped.utf8))
    }

    @Test func dumpSaysWhatIsWrongToo() throws {
        let place = try Workplace()
        try place.write("a.csv", "a,b\n\"x\"y,1\n2,3\n")
        let ending = try place.aidstats("dump", "a.csv")
        #expect(ending.exitCode == 65)
        let lines = ending.outputText.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0] == "[\"a\",\"b\"]" && lines[2] == "[\"2\",\"3\"]")
        #expect(lines[1].contains("\"problem\":\"malformed-record\"") && lines[1].contains("\"line\":2"))
        // Of a file that breaks off, what stands before that.
        try place.write("a.xml", "<r><c><v>1</v></c><c><v>2</")
        let cut = try place.aidstats("dump", "a.xml")
        #expect(cut.exitCode == 65)
        #expect(cut.outputText == "{\"v\":\"1\"}\n")
        #expect(cut.errorText.contains("a.xml:1 (byte 27): error: the XML file is cut off here"))
    }

    @Test func whatARunLeaves() throws {
        let place = try Workplace.ready()
        let before = try place.contents()
        #expect(try place.aidstats("run", "pipeline.yaml").exitCode == 0)
        let files = [
            "cumulative-amount.svg", "cumulative-person-times.svg", "facts.json", "groups-1-amount.svg",
            "groups-1-person-times.svg",
            "groups-1-recipients.svg", "manifest.json", "news.en.md", "news.zh.md", "rejects.csv", "report.html",
            "report.json", "report.md",
            "trend-amount.svg", "trend-person-times.svg", "trend-recipients.svg", "year-over-year-amount.svg",
            "year-over-year-person-times.svg", "year-over-year-recipients.svg",
        ]
        let new = try place.contents().keys.filter { before[$0] == nil }.sorted()
        #expect(
            new == ["reports", "reports/aid", "reports/aid/2023Q2"] + files.map { "reports/aid/2023Q2/" + $0 }
                + ["reports/aid/ledger.sqlite"])
        #expect(try place.contents().filter { before[$0.key] != nil } == before)
        for name in files {
            #expect(
                try place.mode("reports/aid/2023Q2/" + name)
                    == (["rejects.csv", "manifest.json"].contains(name) ? 0o600 : 0o644))
        }
        #expect(
            try place.text("reports/aid/2023Q2/rejects.csv") == "\u{FEFF}file,line,record,byte,field,reason,value\r\n")
    }
}
