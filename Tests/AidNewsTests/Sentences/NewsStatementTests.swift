import AidModel
import AidStatistics
import AidText
import ReportSupport
import Testing

@testable import AidNews

/// Background that nothing computes, as templates name it.
@Suite struct NewsStatementTests {
    private static let statements = [
        NewsStatement(
            id: "start", text: [.zh: "该项目自2012年5月启动。", .en: "The programme *began* in May 2012."],
            source: BilingualText(zh: "北京市总工会", en: "Beijing Federation of Trade Unions"),
            asOf: SampleReport.day(2023, 7, 16)),
        NewsStatement(
            id: "members-now", text: [.zh: "目前在保会员410余万人。"], source: BilingualText(zh: "《劳动午报》", en: "《劳动午报》"),
            asOf: SampleReport.day(2020, 6, 29)),
    ]

    private func news(_ body: String, _ language: Language = .zh) throws -> News {
        var templates = NewsTemplates(language, statements: Self.statements)
        templates[.body] = body
        return try News(SampleFacts.named("full-size"), templates)
    }

    @Test func aStatementStandsWhereItsTemplateNamesIt() throws {
        let news = try news("{{statements.start}}累计受助{{cumulative.personTimes}}。\n\n{{statements.members-now}}")
        #expect(news.body.map(\.plain) == ["该项目自2012年5月启动。累计受助3035.15万人次。", "目前在保会员410余万人。"])
        #expect(news.body.map(\.statementIDs) == [["start"], ["members-now"]])
        #expect(news.toldStatements == Self.statements)
        let parts = try self.news("{{#statements.start}}{{statements.start.source}}，{{asOf}}{{/statements.start}}")
        #expect(parts.body.map(\.plain) == ["北京市总工会，2023年7月16日"])
    }

    /// The given templates tell the beginning before what was paid since, and the rest behind it.
    @Test(arguments: Language.allCases)
    func theGivenTemplatesTellTheirStatements(language: Language) throws {
        let statements = NewsStatement.Known.allCases.map { known in
            NewsStatement(
                id: known.rawValue, text: [.zh: "（\(known.rawValue)）。", .en: "(\(known.rawValue))."],
                source: BilingualText(zh: "甲", en: "a"), asOf: SampleReport.day(2023, 7, 16))
        }
        func news(_ name: String) throws -> News {
            try News(SampleFacts.named(name), NewsTemplates(language, statements: statements))
        }
        let whole = try news("full-size").body.map(\.statementIDs).filter { !$0.isEmpty }
        #expect(whole == [["start"], ["about", "members", "highest", "payer"]])
        // Over a gap among the quarters nothing is told of what was paid since.
        let gap = try news("first-year").body.map(\.statementIDs).filter { !$0.isEmpty }
        #expect(gap == [["start", "about", "members", "highest", "payer"]])
    }

    /// The second paragraph as the press had it: a statement, and behind it what facts say.
    @Test func theSecondParagraphOfThePress() throws {
        var statement = Self.statements[0]
        statement.text[.zh] = "该项目自2012年5月启动以来，受助职工不断增加，保障覆盖面不断扩大。"
        let news = try News(SampleFacts.named("full-size"), NewsTemplates(.zh, statements: [statement]))
        let paragraph = try #require(news.body.first { $0.statementIDs == ["start"] })
        #expect(
            paragraph.plain.hasPrefix(
                "该项目自2012年5月启动以来，受助职工不断增加，保障覆盖面不断扩大。累计受助职工达317.35万人、3035.15万人次，受助金额36.92亿元"))
        // What the statement says is no figure of ours.
        #expect(paragraph.factIDs.allSatisfy { $0.hasPrefix("2023Q2/cumulative/") })
        #expect(
            paragraph.spans.first == .statement("该项目自2012年5月启动以来，受助职工不断增加，保障覆盖面不断扩大。", id: "start"))
    }

    /// A title or a group with a number in it is a name, whatever stands beside it.
    @Test func aNumberInATitleIsNoFigure() throws {
        var report = SampleReport.fullSize
        report.programme = Programme(
            name: "x", title: BilingualText(zh: "2023“5·1”行动", en: "100 Smiles"), since: report.programme.since,
            currency: .cny)
        for language in Language.allCases {
            let plain = try News(SampleFacts.named("full-size"), NewsTemplates(language))
            let news = try News(SampleFacts.of(report), NewsTemplates(language))
            #expect(news.statedFacts.map(\.id) == plain.statedFacts.map(\.id))
            #expect(news.lead.spans.contains(.name(report.programme.title(language))))
        }
    }

    /// Groups have their English names in English news alone; those without one are called as in the exports.
    @Test func groupsHaveTheirEnglishNames() throws {
        let names = ["门诊": "outpatient care", "住院": "inpatient care", "西城区": "Xicheng"]
        func body(_ language: Language) throws -> String {
            try News(SampleFacts.named("full-size"), NewsTemplates(language, groupNames: names)).body.map(\.plain)
                .joined(separator: "\n")
        }
        let english = try body(.en)
        #expect(english.contains("inpatient care accounted for 616,125 people") && !english.contains("住院"))
        #expect(english.contains("Xicheng accounted for") && english.contains("东城区 accounted for"))
        #expect(try body(.zh).contains("住院受助职工61.61万人"))
    }

    /// News in a language that a statement is not in goes without, as without any other value.
    @Test func aStatementInOneLanguageAlone() throws {
        let body =
            "{{statements.members-now}}\n\n{{#statements.members-now}}{{statements.members-now}}{{/statements.members-now}}{{statements.start}}"
        let news = try news(body, .en)
        #expect(news.body.map(\.plain) == ["The programme *began* in May 2012."])
        #expect(news.body.map(\.markdown) == ["The programme \\*began\\* in May 2012."])
    }

    /// The given templates name some statements, so those are known though there are none; any other is told.
    @Test func onlyStatementsThatThereMayBeAreNamed() {
        func findings(_ template: String, _ ids: [String]) -> [TemplateFinding] {
            TemplateCheck.findings(template, language: .zh, statements: ids)
        }
        for known in NewsStatement.Known.allCases {
            #expect(findings("{{statements.\(known.rawValue)}}", []).isEmpty)
        }
        #expect(findings("{{#statements.ours_2}}{{statements.ours_2}}{{/statements.ours_2}}", ["ours_2"]).isEmpty)
        let unknown = findings("甲\n乙{{statements.strat}}", ["ours_2"])
        #expect(unknown.map { "\($0.line):\($0.column) \($0.code)" } == ["2:2 unknown-statement"])
        #expect(
            unknown.first?.message.en
                == "the pipeline file has no statement with the id strat; add it there, or name one of: "
                + "about, highest, members, ours_2, payer, start")
        #expect(findings("{{statements}}", []).map(\.code) == ["no-text"])
        #expect(findings("{{statements.start.day}}", []).map(\.code) == ["unknown-name"])
    }

    /// Below the news stands who says so, and that someone should look at what is old.
    @Test func sourcesAndAgeAreToldBelow() throws {
        let news = try news("{{statements.start}}{{statements.members-now}}")
        #expect(
            NewsNotes.sources(news).suffix(2)
                == ["北京市总工会（2023年7月16日）：该项目自2012年5月启动。", "《劳动午报》（2020年6月29日）：目前在保会员410余万人。"])
        #expect(NewsNotes.notes(news).filter { $0.contains("背景") }.count == 1)
        #expect(NewsNotes.notes(news).last?.contains("是2020年6月29日的说法") == true)
        // Below the news a statement is a text like any other from outside.
        var marked = Self.statements[1]
        marked.text[.zh] = "<b>*甲*</b>"
        var templates = NewsTemplates(.zh, statements: [marked])
        templates[.body] = "{{statements.members-now}}"
        let markdown = NewsMarkdown.text(try News(SampleFacts.named("full-size"), templates))
        #expect(!markdown.contains("<b>") && !markdown.contains(" *甲*"))
        // Three years before the end of the quarter it is not old yet.
        var statement = Self.statements[1]
        statement.asOf = SampleReport.day(2020, 6, 30)
        #expect(!statement.isOld(on: news.facts.quarter.lastDay))
        #expect(try self.news("甲").toldStatements.isEmpty)
    }
}
