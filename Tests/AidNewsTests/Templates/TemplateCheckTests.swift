import AidModel
import AidText
import ReportSupport
import TestSupport
import Testing

@testable import AidNews

@Suite struct TemplateCheckTests {
    private func findings(_ template: String, _ language: Language = .zh) -> [String] {
        TemplateCheck.findings(template, language: language).map { "\($0.line):\($0.column) \($0.code)" }
    }

    @Test(arguments: Language.allCases, NewsTemplates.Part.allCases)
    func theGivenTemplatesAreRight(language: Language, part: NewsTemplates.Part) {
        #expect(findings(NewsTemplates(language)[part], language).isEmpty)
        #expect(!NewsTemplates(language)[part].isEmpty)
    }

    @Test(arguments: [
        "受助职工98万人", "受助职工９８万人", "增长两成", "近三成", "五分之一", "翻番", "增长5%", "增长五个百分点", "100％", "一千余人", "三人", "十二万元",
        "每人五元", "①", "½", "Ⅻ", "٣人", "今年二季度", "上半年", "一半职工", "五倍", "two people", "Half of them", "1.5 million",
        "five percent",
        "twice", "a dozen", "壹佰元", "廿人",
    ])
    func figuresCannotBeTyped(text: String) {
        #expect(findings("惠及\n职工：" + text).first?.hasSuffix(" typed-figure") == true, "\(text)")
        #expect(findings("{{programme}}" + text).first?.hasPrefix("1:") == true)
    }

    @Test(arguments: [
        "进一步统一工作，十分感谢每一位职工。", "一线职工和百姓", "首次受助", "第一时间发放", "暖·互助惠及职工", "相比去年同期", "The first of all quarters, as one",
        "mutual aid – “care”; (provisional)",
    ])
    func wordsAreNoFigures(text: String) {
        #expect(findings(text).isEmpty, "\(findings(text))")
    }

    @Test func placesAreExact() {
        #expect(findings("甲乙\n丙5丁{{nonsense}}戊") == ["2:2 typed-figure", "2:4 unknown-name"])
        #expect(findings("{{#yoy}}\n  {{amount}}\n{{/yoy}}") == ["2:3 no-text"])
    }

    @Test(arguments: [
        ("{{recipient}}", "unknown-name"), ("{{}}", "unknown-tag"), ("{{yoy.recipients.size}}", "unknown-name"),
        ("{{breakdowns.title}}", "unknown-name"), ("{{isProvisional}}", "no-text"), ("{{yoy}}", "no-text"),
        ("{{#breakdowns}}{{name}}{{/breakdowns}}", "unknown-name"), ("{{name}}", "unknown-name"),
        ("{{> partial}}", "unknown-tag"), ("{{=<% %>=}}", "unknown-tag"), ("{{% CONTENT_TYPE:HTML}}", "unknown-tag"),
        ("{{$block}}{{/block}}", "unknown-tag"), ("{{uppercased(programme)}}", "unknown-name"),
        ("{{.}}", "unknown-tag"), ("{{#yoy}}", "section-open"), ("{{/yoy}}", "wrong-end"),
        ("{{#yoy}}{{#qoq}}{{/yoy}}{{/qoq}}", "wrong-end"), ("{{programme", "tag-open"),
        ("a\u{F0001}b", "reserved-character"),
        ("{{{programme}}", "tag-open"), ("{{recipients.}}", "unknown-name"),
        ("{{recipients.number.number}}", "unknown-name"),
    ])
    func whatNothingFillsIsRefused(template: String, code: String) {
        #expect(findings(template).contains { $0.hasSuffix(" " + code) }, "\(findings(template))")
    }

    @Test(arguments: [
        "{{programme}}", "{{{programme}}}", "{{& programme }}", "{{! 注释 5 }}", "{{#yoy}}{{yoy.changes}}{{/yoy}}",
        "{{#yoy}}{{changes}}，{{recipients.change.size}}{{/yoy}}", "{{^yoy}}{{programme}}{{/yoy}}",
        "{{#breakdowns}}{{title}}{{#groups}}{{name}}{{amount.share}}{{^isLast}}、{{/isLast}}{{/groups}}{{/breakdowns}}",
        "{{#amount.rank.isFirst}}{{amount.rank}}{{/amount.rank.isFirst}}",
    ])
    func whatIsKnownIsTaken(template: String) throws {
        #expect(findings(template).isEmpty, "\(findings(template))")
        _ = try Template(template, escaping: .none)
    }

    @Test func depthAndSizeHaveLimits() {
        let deep = String(repeating: "{{#yoy}}", count: 8_000)
        #expect(findings(deep).contains { $0.hasSuffix("too-deep") })
        #expect(findings(String(repeating: "字", count: 40_000)) == ["1:1 template-too-large"])
    }

    /// A paragraph for which a figure is missing goes, and the others stay.
    @Test func holesAreNeverPrinted() throws {
        var templates = NewsTemplates(.zh)
        templates[.body] = "同比{{yoy.amount.percent}}。\n\n累计{{cumulative.amount}}。\n\n{{#yoy}}有{{/yoy}}\n金额{{amount}}。"
        let news = try News(SampleFacts.named("first-year"), templates)
        #expect(news.body.map(\.plain) == ["金额500元。"])
    }

    @Test func aWrongTemplateIsToldWithItsPart() {
        var templates = NewsTemplates(.zh)
        templates[.deck] = "{{amount}}，增长5%"
        #expect {
            _ = try News(SampleFacts.named("full-size"), templates)
        } throws: { error in
            (error as? NewsProblem)?.part == .deck && (error as? NewsProblem)?.findings.count == 1
        }
    }

    @Test func everyHedgeIsThere() throws {
        var templates = NewsTemplates(.zh)
        templates[.body] =
            "{{recipients.over}} {{recipients.more}} {{recipients.above}} {{recipients.beyond}} {{recipients.nearly}} "
            + "{{recipients.about}} {{recipients.exact}} {{recipients.number}}"
        let news = try News(SampleFacts.named("full-size"), templates)
        #expect(news.body.map(\.plain) == ["98万余 98万多 超98万 逾98万 近99万 约99万 985,800人 98.58万"])
    }

    /// Any text: findings or news, and never a crash.
    @Test(arguments: SeededRandom.seeds(12))
    func anyTextIsTaken(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let parts = [
            "{{", "}}", "{{{", "}}}", "#", "^", "/", "yoy", "amount", ".", "change", "!", "&", ">", "\n", "5", "三", "人",
            " ",
            "breakdowns", "groups", "name", "%", "=", "{{#yoy}}", "{{/yoy}}", "\u{F0000}", "\r\n", "é", "programme",
        ]
        for _ in 0..<25 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in parts.randomElement(using: &random)! }
                .joined()
            let isRight = TemplateCheck.findings(text, language: .zh).isEmpty
            var templates = NewsTemplates(.zh)
            templates[.deck] = text
            let news = try? News(SampleFacts.named("first-year"), templates)
            #expect((news != nil) == isRight, "seed \(seed): \(text)")
        }
    }
}
