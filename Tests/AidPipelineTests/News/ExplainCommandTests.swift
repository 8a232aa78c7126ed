import Foundation
import TestSupport
import Testing

/// `explain` as somebody calls it who doubts a figure.
struct ExplainCommandTests {
    private static func reported() throws -> Workplace {
        let place = try Workplace.ready()
        let ending = try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2", "--quiet")
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        return place
    }

    @Test func aFigureIsToldByItsPlaceOrItsFact() throws {
        let place = try Self.reported()
        let zh = try place.aidstats("explain", "pipeline.yaml", "--measure", "amount", "--lang", "zh")
        #expect(zh.exitCode == 0 && zh.errors.isEmpty, "\(zh.errorText)")
        for part in ["2023年第二季度受助金额", "2023Q2/amount", "含义", "统计哪些赔付", "全部输入文件的记录", "没有公布过", "SHA-256"] {
            #expect(zh.outputText.contains(part), "\(part)")
        }
        let byID = try place.aidstats("explain", "pipeline.yaml", "--fact", "2023Q2/amount", "--lang", "zh")
        #expect(byID.output == zh.output)
        let en = try place.aidstats(
            "explain", "pipeline.yaml", "--quarter", "2023Q2", "--period", "quarter", "--measure", "recipients",
            "--lang", "en")
        #expect(en.exitCode == 0, "\(en.errorText)")
        #expect(en.outputText.contains("made to so many distinct persons"))
    }

    /// All facts of a quarter have an explanation, whatever they are of.
    @Test func everyFactIsExplained() throws {
        let place = try Self.reported()
        let lines = try place.aidstats("facts", "pipeline.yaml", "--format", "jsonl").outputText.split(separator: "\n")
        let ids = try lines.dropFirst().map { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        }.compactMap { $0?["id"] as? String }
        #expect(ids.count > 20)
        // One of each sort.
        var seen: Set<String> = []
        for id in ids where seen.insert(id.replacing(/=[^\/]*/, with: "=")).inserted {
            let told = try place.aidstats("explain", "pipeline.yaml", "--fact", id, "--lang", "en")
            #expect(told.exitCode == 0 && told.outputText.contains(id), "\(id) \(told.errorText)")
        }
    }

    @Test func aPublishedVersionIsHeldAgainstNow() throws {
        let place = try Self.reported()
        let published = try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2", "--on", "2023-07-14")
        #expect(published.exitCode == 0, "\(published.errorText)")
        let told = try place.aidstats("explain", "pipeline.yaml", "--measure", "personTimes", "--lang", "en")
        #expect(told.outputText.contains("14 July 2023"), "\(told.outputText)")
        let version = try place.aidstats("explain", "pipeline.yaml", "--fact", "2023Q2@1/personTimes", "--lang", "en")
        #expect(version.exitCode == 0 && !version.outputText.contains("Records of all inputs"), "\(version.errorText)")
    }

    private static func json(_ place: Workplace, _ options: String...) throws -> [String: Any] {
        let told = try Executable.run(
            ["explain", "pipeline.yaml", "--format", "json", "--lang", "en"] + options, in: place.path)
        #expect(told.exitCode == 0, "\(told.errorText)")
        return try #require(try JSONSerialization.jsonObject(with: Data(told.output)) as? [String: Any])
    }

    /// The last step is the figure itself.
    @Test func programsReadTheSame() throws {
        let place = try Self.reported()
        for (measure, value, unit) in [
            ("recipients", 3, "persons"), ("personTimes", 4, "personTimes"), ("amount", 60_150, "minor"),
        ] {
            let told = try Self.json(place, "--measure", measure)
            #expect(told["schema"] as? String == "aidstats.explanation/1")
            let last = (told["steps"] as? [[String: Any]])?.last
            #expect(last?["value"] as? Int == value && last?["unit"] as? String == unit, "\(measure)")
            #expect(last?["base"] is Int && told["causes"] == nil)
            #expect((told["published"] as? [Any])?.isEmpty == true && (told["meaning"] as? [Any])?.isEmpty == false)
            #expect((told["fact"] as? [String: Any])?["id"] as? String == "2023Q2/\(measure)")
        }
    }

    /// Who is new is a part of those who were aided, and the last step says how many.
    @Test func theWayToNewRecipientsEndsWithThem() throws {
        let place = try Workplace.ready()
        try place.write(
            "pipeline.yaml", Exports.pipeline().replacing("since: 2012-05-01", with: "since: 2023-04-01"))
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2", "--quiet").exitCode == 0)
        for (measure, count) in [("firstTime", 3), ("returning", 0)] {
            let steps = try Self.json(place, "--measure", measure)["steps"] as? [[String: Any]]
            #expect(steps?.last?["value"] as? Int == count && steps?.dropLast().last?["value"] as? Int == 3)
        }
        let text = try place.aidstats("explain", "pipeline.yaml", "--measure", "firstTime", "--lang", "zh")
        #expect(text.outputText.contains("首次受助"), "\(text.outputText)")
    }

    /// What has come in since a publication is told by its cause.
    @Test func causesOfARestatementAreTold() throws {
        let place = try Self.reported()
        let published = try place.aidstats("publish", "pipeline.yaml", "--quarter", "2023Q2", "--on", "2023-07-14")
        #expect(published.exitCode == 0, "\(published.errorText)")
        try place.write(
            "exports/b.csv",
            Exports.header + "\nHZ9,\(Persons.first.id),2023-05-06,7.00,已打款,门诊,\(Persons.first.name)\n")
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2", "--quiet").exitCode == 0)
        let told = try Self.json(place, "--measure", "personTimes")
        let causes = try #require(told["causes"] as? [String: Any], "\(told)")
        let lines = try #require(causes["lines"] as? [[String: Any]])
        #expect(causes["vintage"] as? Int == 1 && lines.count == 1)
        #expect(
            lines[0]["cause"] as? String == "lateClaims" && lines[0]["claims"] as? Int == 1
                && lines[0]["personTimes"] as? Int == 1 && lines[0]["amountMinor"] as? Int == 700)
        let versions = try #require(told["published"] as? [[String: Any]])
        #expect((versions.first?["difference"] as? [String: Any])?["lowest"] as? Int == 1)
        let text = try place.aidstats("explain", "pipeline.yaml", "--measure", "amount", "--lang", "en")
        #expect(text.outputText.contains("What has changed it") && text.outputText.contains("+7.00 yuan"))
        // Of a group nobody knows.
        #expect(try Self.json(place, "--measure", "personTimes", "--group", "care=门诊")["causes"] == nil)
    }

    @Test func aFigureOfADraftIsToldByItsNumber() throws {
        let place = try Self.reported()
        let news = try place.text("reports/aid/2023Q2/news.zh.md")
        try place.write("draft.md", String(news.prefix(upTo: news.range(of: "\n---")?.lowerBound ?? news.endIndex)))
        let told = try place.aidstats(
            "explain", "pipeline.yaml", "--draft", "draft.md", "--figure", "1", "--lang", "zh")
        #expect(told.exitCode == 0 && told.outputText.contains("2023Q2/recipients"), "\(told.errorText)")
        let none = try place.aidstats("explain", "pipeline.yaml", "--draft", "draft.md", "--figure", "999")
        #expect(none.exitCode == 64 && none.errorText.contains("--figure"), "\(none.errorText)")
    }

    /// What is withheld and what is not there are answered alike.
    @Test func whatIsWithheldIsNotExplained() throws {
        let place = try Self.reported()
        let answers = try ["2023Q2/care=无/recipients", "2023Q2/nothing", "2019Q1/recipients"].map {
            try place.aidstats("explain", "pipeline.yaml", "--fact", $0)
        }
        for answer in answers {
            #expect(answer.exitCode == 65 && answer.output.isEmpty && answer.errorText.contains("[no-figure]"))
        }
        let empty = try Workplace.ready().aidstats("explain", "pipeline.yaml", "--measure", "amount")
        #expect(empty.exitCode == 65 && empty.errorText.contains("[no-facts]"), "\(empty.errorText)")
    }

    /// The claims come to the figure, and nobody else reads them; after any change there are none.
    @Test func theClaimsBehindAFigureAreListed() throws {
        let place = try Self.reported()
        func list(_ options: String...) throws -> Ending {
            try Executable.run(
                ["explain", "pipeline.yaml", "--claims", "claims.csv", "--lang", "en"] + options, in: place.path)
        }
        let all = try list("--measure", "personTimes")
        #expect(all.exitCode == 0 && all.errorText.contains("[claims-written]"), "\(all.errorText)")
        let lines = try place.text("claims.csv").split(separator: "\n")
        #expect(lines.first == "claim,date,amount,file" && Set(lines).count == lines.count)
        let facts = try place.aidstats("facts", "pipeline.yaml", "--format", "jsonl").outputText
        let told = facts.split(separator: "\n").first { $0.contains("\"2023Q2/personTimes\"") } ?? ""
        #expect(
            told.contains("\"exactly\": \(lines.count - 1)") || told.contains("\"exactly\":\(lines.count - 1)"),
            "\(told)")
        let mode = try FileManager.default.attributesOfItem(atPath: place.path + "/claims.csv")[.posixPermissions]
        #expect(mode as? Int == 0o600)

        try place.remove("claims.csv")
        try place.write("pipeline.yaml", Exports.pipeline() + "# changed\n")
        let changed = try list("--measure", "amount")
        #expect(changed.exitCode == 65 && changed.errorText.contains("[inputs-changed]"), "\(changed.errorText)")
        try place.write("pipeline.yaml", Exports.pipeline())
        let input = try #require(try place.contents().keys.sorted().first { $0.hasPrefix("exports/") })
        try place.write(input, try place.text(input) + "\n")
        let other = try list("--measure", "amount")
        #expect(other.exitCode == 65 && other.errorText.contains("[inputs-changed]"), "\(other.errorText)")
        #expect(try !place.contents().keys.contains("claims.csv"))
    }

    /// The sample's second programme, reported, and its pipeline file.
    private static func secondSample() throws -> (Workplace, file: String) {
        let place = try Workplace()
        try place.link("sample-input", to: GoldenCases.repository.appending(path: "sample-input").path)
        let file = "pipelines/hospital-allowance.yaml"
        try place.write(file, try String(contentsOf: GoldenCases.repository.appending(path: file), encoding: .utf8))
        try #require(try place.aidstats("run", file, "--quarter", "2023Q2", "--quiet").exitCode == 0)
        return (place, file)
    }

    /// Who was helped for the first time is told by what was before, and members by no claim at all: a list of the
    /// quarter's claims would not be theirs.
    @Test func claimsThatDoNotMakeTheFigureAreRefused() throws {
        let (place, file) = try Self.secondSample()
        for (measure, words) in [
            ("firstTime", "earlier quarters"), ("returning", "earlier quarters"), ("members", "are not counted"),
        ] {
            let ending = try place.aidstats(
                "explain", file, "--measure", measure, "--claims", "claims.csv", "--lang", "en")
            #expect(ending.exitCode == 64 && ending.errorText.contains("[wrong-option]"), "\(ending.errorText)")
            #expect(ending.errorText.contains(words))
            #expect(try place.contents()["claims.csv"] == nil)
        }
    }

    /// Those of a union, which a table of memberships gives them, come to the union's figures.
    @Test func theClaimsOfAGroupOfATableAreListed() throws {
        let (place, file) = try Self.secondSample()
        let facts = try place.aidstats("facts", file, "--format", "jsonl").outputText.split(separator: "\n")
        for (field, group) in [("union", "梅园食品厂工会"), ("district", "西浦区"), ("membership", "无会籍"), ("cause", "生育")] {
            let ending = try place.aidstats(
                "explain", file, "--measure", "personTimes", "--group", "\(field)=\(group)", "--claims", "claims.csv",
                "--lang", "en")
            #expect(ending.exitCode == 0, "\(group): \(ending.errorText)")
            let count = try place.text("claims.csv").split(separator: "\n").count - 1
            let told = facts.first { $0.contains("\"2023Q2/\(field)=\(group)/personTimes\"") } ?? ""
            #expect(
                count > 5 && told.contains("\"exactly\":\(count)") || told.contains("\"exactly\": \(count)"), "\(told)")
            try place.remove("claims.csv")
        }
    }

    /// Those of empty fields are a group, too.
    @Test func theClaimsOfEmptyFieldsAreListed() throws {
        let place = try Workplace.ready()
        try place.write("pipeline.yaml", Exports.pipeline())
        try place.write(
            "exports/a.csv",
            """
            赔付编号,身份证号,打款日期,互助金额,状态,就诊类型
            HZ1,\(Persons.first.id),2023-04-30,1.00,已打款,
            HZ2,\(Persons.second.id),2023-05-30,2.00,已打款,门诊

            """)
        try #require(try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2", "--quiet").exitCode == 0)
        for (group, number) in [("未填", "HZ1"), ("门诊", "HZ2")] {
            let ending = try place.aidstats(
                "explain", "pipeline.yaml", "--measure", "amount", "--group", "care=\(group)", "--claims", "claims.csv")
            #expect(ending.exitCode == 0, "\(ending.errorText)")
            let lines = try place.text("claims.csv").split(whereSeparator: \.isNewline)
            #expect(lines.count == 2 && lines[1].contains(number), "\(lines.count)")
        }
    }

    @Test func oneFigureIsNamedInOneWay() throws {
        let place = try Workplace.ready()
        for wrong in [[], ["--measure", "amount", "--fact", "x"], ["--draft", "draft.md"], ["--figure", "1"]] {
            let ending = try Executable.run(["explain", "pipeline.yaml"] + wrong, in: place.path)
            #expect(ending.exitCode == 64, "\(wrong)")
        }
    }

    @Test func aPipelineFileThatHasChangedIsTold() throws {
        let place = try Self.reported()
        try place.write("pipeline.yaml", Exports.pipeline() + "# changed\n")
        let told = try place.aidstats("explain", "pipeline.yaml", "--measure", "amount", "--lang", "en")
        #expect(told.exitCode == 0 && told.outputText.contains("has changed since"), "\(told.errorText)")
    }
}
