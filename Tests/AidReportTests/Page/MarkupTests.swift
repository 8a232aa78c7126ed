import TestSupport
import ReportSupport
import AidModel
import AidStatistics
import AidText
import Foundation
import Testing

@testable import AidReport

/// Pages and charts are well-formed and hold nothing but what they may, whatever names an export has.
@Suite(.needs(.python))
struct MarkupTests {
    /// Every page and chart of a report, by the name of its file.
    private static func files(_ name: String, _ report: QuarterReport, _ language: Language) throws -> [String: String]
    {
        var files = [
            "\(name).\(language).html": try ReportText(report, sources: SampleReport.sources, language: language).page()
        ]
        for chart in ReportText(report, sources: SampleReport.sources, language: language).charts {
            files["\(name).\(language).\(chart.fileName)"] = chart.file
        }
        return files
    }

    @Test func everySampleIsWellFormed() throws {
        var files: [String: String] = [:]
        for (name, report) in SampleReport.all {
            for language in Language.allCases { files.merge(try Self.files(name, report, language)) { $1 } }
        }
        #expect(files.count > 140)
        #expect(try MarkupChecker.problems(of: files) == [])
    }

    /// Each hostile text in every place that a text from outside has.
    @Test func hostileTextsStayTexts() throws {
        var files: [String: String] = [:]
        let hostile =
            SampleReport.hostileNames + [
                "</title><script>alert(1)</script>", "]]><svg onload=alert(1)>", "' onmouseover='x", "\" onload=\"x",
                "{{{styleSheet}}}", "{{#sections}}", "&lt;", "\u{FFFF}\u{1}\u{FFFE}", "</style>", "--><b>",
            ]
        for (index, text) in hostile.enumerated() {
            let title = BilingualText(zh: text, en: text)
            var report = SampleReport.printed
            report.breakdowns = SampleReport.suppressed.breakdowns
            report.programme = Programme(name: "hostile", title: title, since: nil, currency: .cny)
            report.breakdowns[0].title = title
            report.breakdowns[0].groups[0].group = text
            report.inputs[0].name = text
            report.inputs[0].encoding = text
            report.findings = [Finding(level: .note, code: text, message: title)]
            report.restatement?.whyUnknown = .told(title)
            let sources = ReportSources(pipelineFile: SourceFile(name: text, sha256: text), version: text)
            files["\(index).html"] = try ReportText(report, sources: sources, language: .zh).page()
            for chart in ReportText(report, sources: sources, language: .en).charts
            where chart.name.contains("groups-1") {
                files["\(index).\(chart.fileName)"] = chart.file
            }
        }
        #expect(try MarkupChecker.problems(of: files) == [])
    }

    @Test func whatIsWrongIsSeen() throws {
        let page = try ReportText(SampleReport.dollars, sources: SampleReport.sources, language: .en).page()
        let seen = try MarkupChecker.problems(of: [
            "a.html": page.replacing("</main>", with: ""),
            "b.html": page.replacing("<main>", with: "<main onload=\"x\"><script>x</script>"),
            "c.html": page.replacing("href=\"#balance\"", with: "href=\"https://example.org\""),
            "d.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><path fill=\"url(https://example.org)\"/></svg>",
        ])
        for problem in [
            "a.html: is not well-formed", "b.html: holds <script>", "b.html: has the attribute onload",
            "c.html: leads to https://example.org", "d.svg: asks for https://example.org",
            "d.svg: has no text alternative",
        ] {
            #expect(seen.contains { $0.hasPrefix(problem) }, "\(problem)")
        }
    }
}

@Suite struct ReportPageTests {
    /// In a debug build a search of Swift's own takes seconds for a page.
    private func holds(_ page: String, _ text: String) -> Bool {
        page.withCString { page in text.withCString { strstr(page, $0) != nil } }
    }

    @Test func itsPolicyForbidsEverythingButItsStyleSheet() throws {
        let page = try ReportText(SampleReport.fullSize, sources: SampleReport.sources, language: .zh).page()
        #expect(
            page.contains(
                "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"")
        )
        #expect(page.contains("<html lang=\"zh-CN\">"))
        #expect(!page.contains("http://") && !page.contains("https://"))
    }

    /// Every table and every sentence of report.md is in the page.
    @Test(arguments: SampleReport.all.map(\.name), Language.allCases)
    func itSaysWhatTheMarkdownSays(name: String, language: Language) throws {
        let report = SampleReport.named(name)
        let page = try ReportText(report, sources: SampleReport.sources, language: language).page()
        let sections = ReportSections(report, sources: SampleReport.sources, language: language)
        for block in sections.body {
            let texts: [InlineText] =
                switch block {
                case .title(let text), .heading(let text, _), .subheading(let text), .paragraph(let text),
                    .note(let text):
                    [text]
                case .list(let items): items
                case .table(let table): table.columns.map(\.head) + table.rows.flatMap(\.self)
                case .charts(let charts): charts.map { .value($0.title) }
                }
            for text in texts { #expect(holds(page, ">" + text.html + "<"), "\(text)") }
        }
        #expect(page.contains(XMLText.escaped(sections.headlineSentences)))
        for text in sections.people { #expect(page.contains(text.html)) }
    }

    @Test func aCardHasTheFigureAndItsChanges() throws {
        let page = try ReportText(SampleReport.fullSize, sources: SampleReport.sources, language: .zh).page()
        #expect(page.contains("<p class=\"figure\"><a href=\"#how\">98.58万人</a></p>\n<p class=\"exact\">985,800人</p>"))
        #expect(page.contains("<span>同比</span> <strong class=\"rise\">+15.22万人（+18.26%）</strong>"))
        let provisional = try ReportText(SampleReport.provisional, sources: SampleReport.sources, language: .zh).page()
        #expect(provisional.contains("<span>同比</span> <strong class=\"fall\">-1人（0.00%）</strong>"))
        #expect(provisional.contains("2023年第二季度（初步）</span></h1>\n<p class=\"note\"><strong>初步数据</strong>"))
        #expect(provisional.contains("<span>同比</span> <strong class=\"still\">持平</strong>"))
        let first = try ReportText(SampleReport.firstYear, sources: SampleReport.sources, language: .zh).page()
        #expect(first.contains("<span>同比</span> <strong class=\"still\">无数据</strong>"))
        #expect(first.contains("<span>环比</span> <strong class=\"rise\">+1人（基数为0）</strong>"))
        let printed = try ReportText(SampleReport.printed, sources: SampleReport.sources, language: .zh).page()
        #expect(printed.contains("<span>同比，按公布数</span> <strong class=\"still\">+152,151 至 +152,250</strong>"))
    }
}
