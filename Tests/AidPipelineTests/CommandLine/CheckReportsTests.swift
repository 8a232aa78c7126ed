import Foundation
import TestSupport
import Testing

/// `aidstats check` finds nothing wrong in what `aidstats run` wrote: reports with all their tables, and news, of both
/// samples, of the latest quarter and earlier ones, in both languages.
struct CheckReportsTests {
    private static let pipelines = ["second-reimbursement", "hospital-allowance"]
    private static let quarters = ["2023Q2", "2022Q4", "2022Q1"]

    /// A copy of a sample's pipeline file in a language, beside the sample's exports.
    private func place(_ pipeline: String, _ language: String) throws -> Workplace {
        let place = try Workplace()
        let top = GoldenCases.repository
        try place.link("sample-input", to: top.appending(path: "sample-input").path)
        let names = try FileManager.default.contentsOfDirectory(atPath: top.appending(path: "pipelines").path)
        for name in names {
            let text = try String(contentsOf: top.appending(path: "pipelines/" + name), encoding: .utf8)
            try place.write("pipelines/" + name, text.replacing("language: zh", with: "language: " + language))
        }
        return place
    }

    @Test(arguments: pipelines, ["zh", "en"])
    func ownReportsAreNotWrong(pipeline: String, language: String) throws {
        let place = try place(pipeline, language)
        let file = "pipelines/\(pipeline).yaml"
        for quarter in Self.quarters {
            let run = try Executable.run(["run", file, "--quarter", quarter, "--quiet"], in: place.path)
            try #require(run.exitCode == 0, "\(quarter): \(run.errorText)")
        }
        for quarter in Self.quarters {
            for name in ["report.md", "news.zh.md", "news.en.md"] {
                let draft = "reports/\(pipeline)/\(quarter)/\(name)"
                let check = try Executable.run(["check", draft, "--pipeline", file, "--lang", "en"], in: place.path)
                let wrong = check.outputText.split(separator: "\n").filter {
                    $0.contains(": wrong") || $0.contains("≠")
                }
                let last = check.outputText.split(separator: "\n").last ?? ""
                #expect(check.exitCode == 0, "\(draft)\n\(wrong.joined(separator: "\n"))")
                print("\(draft) in \(language): \(last)")
            }
        }
    }
}
