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
            "explain", "pipeline.yaml", "--quarter", "2023Q2", "--period", "cumulative", "--measure", "recipients",
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
