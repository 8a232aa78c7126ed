import AidModel
import AidStatistics
import AidText
import ReportSupport
import Testing

@testable import AidNews

/// The sentences of the two published reports, letter by letter.
@Suite struct PressSentenceTests {
    private func text(_ facts: FactSet, _ language: Language = .zh) throws -> String {
        try News(facts, NewsTemplates(language)).texts.map(\.plain).joined(separator: "\n")
    }

    @Test func theSecondQuarterOf2023() throws {
        let text = try text(SampleFacts.named("full-size"))
        #expect(
            text.contains(
                "受助职工98.58万人、105.54万人次，发放互助金共计1.35亿元。"
                    + "相比去年同期，受助职工增加15.22万人、16.53万人次，受助金额增加2600万元。"))
        #expect(text.contains("今年二季度暖·互助“二次报销”惠及98万余职工\n"))
    }

    @Test func theThirdQuarterOf2020() throws {
        var report = SampleReport.fullSize
        report.quarter = Quarter(year: 2020, number: 3)
        report.figures = SampleReport.figures(727_000, 772_000, 9_800_000_000)
        #expect(try text(SampleFacts.of(report)).contains("受助职工72.7万人、77.2万人次，受助金额9800万元"))
    }

    /// Known from print alone, it is told as it was printed.
    @Test func theThirdQuarterOf2020FromPrint() throws {
        let facts = try printed([try vintage(2020, 3, "72.7万", "77.2万", "9800万元")])
        #expect(try text(facts).contains("受助职工72.7万人、77.2万人次，受助金额9800万元"))
        #expect(facts["2020Q3@1/recipients"]?.value == .between(FigureRange(lowest: 726_500, highest: 727_499)))
        #expect(try News(facts, NewsTemplates(.zh)).headline.plain == "今年三季度暖·互助“二次报销”惠及72万余职工")
        #expect(
            try News(facts, NewsTemplates(.en)).headline.plain
                == "Second reimbursement reaches more than 720,000 people in the third quarter of this year")
    }

    /// The headline has what is true of all that a printed figure can be, or what was printed.
    @Test(arguments: [
        ("98.58万", "惠及98万余职工"), ("98万", "惠及98万职工"), (nil, "发放互助金1.35亿元"),
    ])
    func headlinesOfPrintedQuarters(recipients: String?, ending: String) throws {
        let facts = try printed([try vintage(2023, 2, recipients, "105.54万", "1.35亿元")])
        #expect(try News(facts, NewsTemplates(.zh)).headline.plain.hasSuffix(ending))
    }

    /// What is known of a change between printed figures is a sentence, and shows no more digits than count.
    @Test func changesOfPrintedQuarters() throws {
        let facts = try printed([
            try vintage(2022, 2, "83.36万", "101.34万", "1.09亿元"), try vintage(2023, 2, "98.58万", "105.54万", "1.35亿元"),
        ])
        let zh = try News(facts, NewsTemplates(.zh)).lead.plain
        #expect(zh.hasSuffix("相比去年同期，受助职工增加约15.2万人，受助人次增加约4.2万人次，受助金额增加2500万～2700万元。"))
        let en = try News(facts, NewsTemplates(.en)).lead.plain
        #expect(
            en.hasSuffix(
                "made 1,055,400 payments to 985,800 people, 135 million yuan in total. Compared with the same period a year "
                    + "earlier, recipients rose by about 152,000, payments rose by about 42,000 and the amount rose by "
                    + "25 million to 27 million yuan."))
    }

    private func vintage(
        _ year: Int, _ number: Int, _ recipients: String?, _ personTimes: String, _ amount: String
    ) throws -> Vintage {
        func range(_ text: String, _ measure: Measure) throws -> FigureRange {
            try PrintedFigure(text, measure: measure, currency: .cny).range
        }
        let figures = PublishedFigures(
            recipients: try recipients.map { try range($0, .recipients) },
            personTimes: try range(personTimes, .personTimes), amountMinor: try range(amount, .amount))
        let quarter = Quarter(year: year, number: number)
        return Vintage(
            quarter: quarter, number: 1, publishedOn: SampleReport.day(2023, 10, 20), reason: nil, note: nil,
            isProvisional: false, origin: .imported(sha256: String(repeating: "a", count: 64)),
            cells: [PublishedCell(period: .quarter, group: nil, content: .figures(figures))])
    }

    /// The facts of the last of the quarters.
    private func printed(_ vintages: [Vintage]) throws -> FactSet {
        try #require(
            PublishedFacts.set(
                of: vintages[vintages.count - 1].quarter, vintages, programme: SampleReport.programme,
                rounding: .halfUp, minGroup: 5))
    }

    /// That nobody was new is no news.
    @Test(arguments: Language.allCases)
    func nobodyNewIsNotTold(language: Language) throws {
        var report = SampleReport.fullSize
        #expect(try text(SampleFacts.of(report), language).contains(language == .zh ? "首次受助" : "were new"))
        report.firstTimeCount = 0
        #expect(try !text(SampleFacts.of(report), language).contains(language == .zh ? "首次受助" : "were new"))
    }

    // MARK: Falls, equal figures, no base

    private func lead(recipients: Int, personTimes: Int, amount: Int128, _ language: Language) throws -> String {
        var report = SampleReport.fullSize
        let base = SampleReport.figures(50_000, 60_000, 900_000_000)
        report.figures = SampleReport.figures(50_000 + recipients, 60_000 + personTimes, 900_000_000 + amount)
        report.yearEarlier = SampleReport.compare(
            .known(report.figures), .known(base), at: report.quarter.yearEarlier)
        return try News(SampleFacts.of(report), NewsTemplates(language)).lead.plain
    }

    @Test(
        arguments: [
            (-10_000, -20_000, -300_000_000, "受助职工减少1万人、2万人次，受助金额减少300万元。"),
            (1, -2, 0, "受助职工增加1人，受助人次减少2人次，受助金额持平。"), (0, 2, -3, "受助职工人数持平，受助人次增加2人次，受助金额减少0.03元。"),
            (0, 0, 3, "受助职工人数、人次均持平，受助金额增加0.03元。"), (0, 0, 0, "受助职工人数、人次和受助金额均持平。"),
        ] as [(Int, Int, Int128, String)])
    func changesHaveTheirWords(recipients: Int, personTimes: Int, amount: Int128, text: String) throws {
        let lead = try lead(recipients: recipients, personTimes: personTimes, amount: amount, .zh)
        #expect(lead.hasSuffix("相比去年同期，" + text))
        #expect(!lead.contains("倍"))
    }

    @Test(
        arguments: [
            (
                -10_000, -20_000, -300_000_000,
                "recipients fell by 10,000 (20%), payments fell by 20,000 (33.33%) and the amount fell by 3 million yuan "
                    + "(33.33%)."
            ),
            (0, 0, 0, "recipients, payments and the amount did not change."),
            (
                1, 0, 3,
                "recipients rose by 1 (less than 0.01%), payments did not change and the amount rose by 0.03 yuan "
                    + "(less than 0.01%)."
            ),
        ] as [(Int, Int, Int128, String)])
    func changesHaveTheirEnglishWords(recipients: Int, personTimes: Int, amount: Int128, text: String) throws {
        let lead = try lead(recipients: recipients, personTimes: personTimes, amount: amount, .en)
        #expect(lead.hasSuffix("Compared with the same period a year earlier, " + text))
    }

    @Test func roundingFollowsTheSetting() throws {
        var report = SampleReport.fullSize
        report.figures.recipientCount = 985_850
        func lead(_ rounding: Rounding) throws -> String {
            try News(SampleFacts.of(report, rounding: rounding), NewsTemplates(.zh)).lead.plain
        }
        #expect(try lead(.halfUp).contains("受助职工98.59万人"))
        #expect(try lead(.halfEven).contains("受助职工98.58万人"))
        let definitions = SampleFacts.of(report, rounding: .halfEven).definitions.map(\.text.zh).joined()
        #expect(definitions.contains("四舍六入五成双") && !definitions.contains("四舍五入"))
    }

    /// What stands below the news names no fact that the news does not state, and every one that it does.
    @Test(arguments: Language.allCases)
    func everyFigureHasItsFact(language: Language) throws {
        for name in SampleReport.all.map(\.name) {
            let news = try News(SampleFacts.named(name), NewsTemplates(language))
            for text in news.texts {
                for span in text.spans {
                    switch span {
                    case .figure(let figure, let id):
                        #expect(news.facts[id] != nil, "\(id)")
                        // A figure is one that its fact allows: none is made up here.
                        #expect(!figure.contains("{"))
                    case .words(let words):
                        // Words of ours hold periods alone.
                        let rest = words.replacing(/[0-9]{4}年|第?[一二三四]季度|[0-9]{1,2}月[0-9]{1,2}日|上半年|前三季度/, with: "")
                            .replacing(/[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}|of [0-9]{4}/, with: "")
                        #expect(!rest.contains(/[0-9]/), "\(name): \(words)")
                    case .name, .statement: break
                    }
                }
            }
        }
    }
}
