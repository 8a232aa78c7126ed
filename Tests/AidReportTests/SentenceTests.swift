import AidModel
import AidStatistics
import ReportSupport
import Testing

@testable import AidReport

@Suite struct SentenceTests {
    @Test func theNewspapersSentenceComesOutWordForWord() {
        let report = ReportText(SampleReport.fullSize, sources: SampleReport.sources, language: .zh).markdown
        #expect(
            report.contains(
                "受助职工98.58万人、105.54万人次，发放互助金共计1.35亿元。"
                    + "相比去年同期，受助职工增加15.22万人、16.53万人次，受助金额增加2600万元。"))
    }

    @Test(
        arguments: [
            (10_000, 20_000, 300_000_000, "受助职工增加1万人、2万人次，受助金额增加300万元。"),
            (-10_000, -20_000, -300_000_000, "受助职工减少1万人、2万人次，受助金额减少300万元。"),
            (1, -2, 0, "受助职工增加1人，受助人次减少2人次，受助金额持平。"), (-1, 2, 3, "受助职工减少1人，受助人次增加2人次，受助金额增加0.03元。"),
            (0, 2, -3, "受助职工人数持平，受助人次增加2人次，受助金额减少0.03元。"), (-1, 0, 3, "受助职工减少1人，受助人次持平，受助金额增加0.03元。"),
            (0, 0, 3, "受助职工人数、人次均持平，受助金额增加0.03元。"), (0, 0, 0, "受助职工人数、人次和受助金额均持平。"),
        ] as [(Int, Int, Int128, String)])
    func changesAreWordedByTheirSigns(recipients: Int, personTimes: Int, amount: Int128, text: String) {
        let base = SampleReport.figures(50_000, 60_000, 900_000_000)
        let now = SampleReport.figures(50_000 + recipients, 60_000 + personTimes, 900_000_000 + amount)
        #expect(Wording(language: .zh).changeSentence(Change(from: base, to: now), .cny) == "相比去年同期，" + text)
    }

    /// The difference is taken before rounding: 1.26 − 1.25 may well be 0.
    @Test func differencesComeFromExactValues() {
        let change = Change(
            from: SampleReport.figures(12_549, 12_549, 1_254_900), to: SampleReport.figures(12_550, 12_550, 1_255_000))
        #expect(Wording(language: .zh).changeSentence(change, .cny) == "相比去年同期，受助职工增加1人、1人次，受助金额增加1.00元。")
    }

    @Test(arguments: [
        (1, "2023年第一季度", "2023年一季度", "Q1 2023", "First quarter of 2023"),
        (2, "2023年第二季度", "2023年上半年", "Q2 2023", "First half of 2023"),
        (3, "2023年第三季度", "2023年前三季度", "Q3 2023", "First three quarters of 2023"),
        (4, "2023年第四季度", "2023年全年", "Q4 2023", "Full year 2023"),
    ])
    func periodsHaveTheirNames(number: Int, zh: String, zhSpan: String, en: String, enSpan: String) {
        let quarter = Quarter(year: 2023, number: number)
        #expect(Wording(language: .zh).quarter(quarter) == zh)
        #expect(Wording(language: .zh).span(through: quarter) == zhSpan)
        #expect(Wording(language: .en).quarter(quarter) == en)
        #expect(Wording(language: .en).span(through: quarter) == enSpan)
    }

    @Test func unidentifiedHasItsSectionOnlyWhereThereAreSome() {
        for language in Language.allCases {
            let heading = language == .zh ? "## 无法识别人员" : "## Unidentified"
            func text(_ name: String) -> String {
                ReportText(SampleReport.named(name), sources: SampleReport.sources, language: language).markdown
            }
            #expect(text("provisional").contains(heading))
            #expect(!text("full-size").contains(heading))
        }
    }
}
