import ReportSupport
import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidReport

/// The page as a browser shows it, on a telephone, a tablet and a desk.
@Suite(.needs(.chromium))
struct PageInBrowserTests {
    private static func page(_ name: String, _ language: Language) throws -> String {
        try ReportText(SampleReport.named(name), sources: SampleReport.sources, language: language).page()
    }

    @Test(arguments: [false, true])
    func nothingIsWrong(isDark: Bool) throws {
        var pages: [String: String] = [:]
        for (name, language) in [
            ("forty-quarters", Language.zh), ("forty-quarters", .en), ("hostile", .zh), ("suppressed", .en),
            ("provisional", .en), ("first-year", .zh), ("restated", .zh), ("dollars", .en),
        ] {
            pages["\(name).\(language)"] = try Self.page(name, language)
        }
        let problems = try PageProbe.problems(of: pages, isDark: isDark)
        #expect(problems == [])
    }

    /// Charts of reports of any size: nothing overlaps, nothing is cut.
    @Test func chartsOfAnyFiguresAreLegible() throws {
        let seeds = Array(SeededRandom.seeds(12))
        // A browser has only so many frames at once.
        for start in stride(from: 0, to: seeds.count, by: 12) {
            var pages: [String: String] = [:]
            for seed in seeds[start..<min(start + 12, seeds.count)] {
                for language in Language.allCases {
                    let charts = ReportText(
                        SampleReport.random(seed), sources: SampleReport.sources, language: language
                    ).charts
                    pages["seed \(seed) \(language)"] = """
                        <!DOCTYPE html><html><head><meta charset="utf-8"/><style>\(PageStyle.sheet)</style></head><body>
                        <h1>\(seed)</h1>\(charts.map { "<figure>\($0.element)</figure>" }.joined())</body></html>
                        """
                }
            }
            let problems = try PageProbe.problems(of: pages, widths: [360])
            #expect(problems == [])
        }
    }

    /// Opened by itself, under its own policy and not in a frame.
    @Test func nothingIsSaidOfThePageItself() throws {
        let outcome = try Chromium.open(try Self.page("hostile", .zh))
        #expect(outcome.console == [])
        #expect(outcome.document.contains("<h1>"))
    }

    /// What the probe looks for, it sees.
    @Test func aBadPageIsSeenToBeOne() throws {
        let policy = try #require(try Self.page("dollars", .en).firstMatch(of: /<meta http-equiv[^>]*>/)?.output)
        let bad = """
            <!DOCTYPE html><html><head><meta charset="utf-8">POLICY</head><body style="background:#fff">
            <h1>Bad</h1><h3 id="x">Low</h3><p id="x" style="width:900px">Wide</p><p style="color:#999">Pale</p>
            <table><tr><th>Head</th></tr></table><a href="#none">Link</a>
            <script>undefinedFunction()</script><img src="http://127.0.0.1:9/a.png" alt="">
            <svg width="200" height="40" viewBox="0 0 400 80" aria-labelledby="nobody"><rect width="400" height="80" fill="#fff"/>
            <text x="0" y="20" font-size="12">One text</text><text x="10" y="22" font-size="12">Another text</text>
            <text x="390" y="60" font-size="30" fill="#aaaaaa">Cut off</text></svg></body></html>
            """
        let open = try PageProbe.problems(of: ["open": bad.replacing("POLICY", with: "")]).joined(separator: "\n")
        for problem in [
            "undefinedFunction is not defined", "overflows", "asks for http://127.0.0.1:9/a.png", "holds a script",
            "leaves out a level of headings before Low", "head without scope: Head", "has the id x twice",
            "lacks nobody", "leads to #none", "hard to read: Pale", "is cut: Wide", "a chart cuts Cut off",
            "a chart's text is hard to read: Cut off", "a chart's text is small: One text",
            "One text lies over Another text",
        ] {
            #expect(open.contains(problem), "\(problem)")
        }
        let closed = try PageProbe.problems(of: ["closed": bad.replacing("POLICY", with: policy)])
        #expect(closed.contains { $0.contains("Content Security Policy") && $0.contains("script-src") })
        #expect(closed.contains { $0.contains("Content Security Policy") && $0.contains("img-src") })
        #expect(!closed.contains { $0.contains("undefinedFunction is not defined") })
    }
}
