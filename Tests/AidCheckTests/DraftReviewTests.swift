import AidModel
import AidText
import Testing

@testable import AidCheck
@testable import AidNews

/// Drafts that were once misjudged, with the verdict of each of their figures.
///
/// Verdicts are written by their first letter: r is right or rounded, w wrong, c contradicted, u unknown.
struct DraftReviewTests {
    private static let known: KnownFigures = {
        func level(_ period: FactPeriod, _ people: Int128, _ times: Int128, _ fen: Int128) -> [Fact] {
            zip([Measure.recipients, .personTimes, .amount], [people, times, fen]).map {
                DraftStory.fact(period, $0, $1)
            }
        }
        let first = Quarter(year: 2023, number: 1)
        let (second, since) = (DraftStory.second2023, DraftStory.programme.since!)
        let year = Quarter(year: 2022, number: 4)
        let facts = [
            (DraftStory.third2020, level(.quarter(DraftStory.third2020), 727_000, 772_000, 9_800_000_000)),
            (second.yearEarlier, level(.quarter(second.yearEarlier), 833_600, 890_100, 10_900_000_000)),
            (year, level(.yearToDate(through: year), 2_500_000, 3_500_000, 43_580_000_000)),
            (first, level(.quarter(first), 948_000, 1_014_000, 12_870_000_000)),
            (
                second,
                level(.quarter(second), 985_800, 1_055_400, 13_500_000_000)
                    + level(.yearToDate(through: second), 1_367_000, 2_069_000, 26_370_000_000)
                    + level(.cumulative(since: since, through: second), 3_173_500, 30_351_500, 369_200_000_000)
            ),
        ]
        let sets = facts.map { quarter, facts in
            FactSet(
                programme: DraftStory.programme, quarter: quarter, isProvisional: false, rounding: .halfUp,
                definitions: [], sources: [], facts: facts)
        }
        return KnownFigures(sets, vintages: [], programme: DraftStory.programme)
    }()

    private func expect(_ verdicts: String, _ text: String, _ format: DraftFormat = .text) throws {
        let check = try DraftStory.check(
            text, Self.known, date: CalendarDay(year: 2023, month: 7, day: 16), format: format)
        let found = check.figures.map { $0.verdict == .rounded ? "r" : String($0.verdict.rawValue.prefix(1)) }
        #expect(found.joined() == verdicts, "\(check.text(.en))")
    }

    @Test(
        "A paragraph about another quarter says nothing of the next one",
        arguments: [
            ("rrr", "今年二季度，受助职工98.58万人。\n\n一年前的2022年第二季度，受助职工83.36万人。\n\n本季度，发放互助金1.35亿元。"),
            ("rrrr", "今年二季度，受助职工98.58万人。\n\n回顾2020年第三季度，受助职工72.7万人。\n\n受助职工98.58万人创新高，发放互助金1.35亿元。"),
            ("rrw", "今年二季度，受助职工98.58万人。\n\n2022年第二季度，受助职工83.36万人。\n\n去年同期，发放互助金1.19亿元。"),
            ("rrr", "今年二季度，受助职工98.58万人。2022年第二季度，受助职工83.36万人。本季度，发放互助金1.35亿元。"),
            // A heading is for what stands under it, up to the next one.
            ("rr", "2022年第二季度\n\n受助职工83.36万人。\n\n按季度看\n\n今年二季度受助职工98.58万人。"),
            ("rrr", "今年二季度，受助职工98.58万人。\n\n2022年第二季度\n\n受助职工83.36万人。\n\n其他情况\n\n受助职工98.58万人。"),
            ("rr", "今年二季度，受助职工98.58万人。\n\n自2012年5月以来累计\n\n受助职工317.35万人。"),
            ("rrr", "今年二季度，受助职工98.58万人。\n\n2022年第二季度\n\n受助职工83.36万人，发放互助金1.09亿元。"),
        ])
    func paragraphs(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "Figures that are listed with 分别 are of what is listed before",
        arguments: [
            ("rrrrrr", "2023年第二季度，“二次报销”受助职工98.58万人、105.54万人次，发放互助金1.35亿元，同比分别增长18.3%、18.6%、23.9%。"),
            ("rrrrwr", "2023年第二季度，“二次报销”受助职工98.58万人、105.54万人次，发放互助金1.35亿元，同比分别增长18.3%、23.9%、23.9%。"),
            ("rrrr", "2023年第二季度，受助职工98.58万人，发放互助金1.35亿元，同比分别增长18.3%、23.9%。"),
            ("rrrr", "2023年第二季度，受助职工98.58万人，发放互助金1.35亿元。同比分别增长18.3%、23.9%。"),
            ("rr", "一季度、二季度，受助职工分别为94.8万人、98.58万人。"),
            ("rr", "2023年一、二季度受助职工分别为94.8万人和98.58万人。"),
            ("ww", "2023年一、二季度受助职工分别为98.58万人和94.8万人。"),
            ("rrr", "受助职工98.58万人，增长18.3%，环比增长4%。"),
        ])
    func respectively(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "多 and 少 say by how much more or less, or how much was added",
        arguments: [
            ("rrr", "发放互助金1.35亿元，比去年同期的1.09亿元多2600万元。"),
            ("rrr", "受助职工98.58万人，比去年同期的83.36万人多出15.22万人。"),
            ("rrr", "受助职工98.58万人，比一季度的94.8万人多出近4万人。"),
            ("r", "相比去年同期，互助金多发2600万元。"), ("r", "相比去年同期，互助金多发了2600万元。"),
            ("r", "比去年同期多惠及职工15.22万人。"), ("r", "与去年同期相比，二季度多支付互助金2600万元。"),
            ("w", "相比去年同期，互助金少发2600万元。"), ("w", "相比去年同期，互助金多发2800万元。"),
            ("rr", "受助职工从一年前的83.36万人增加到98.58万人。"), ("wr", "受助职工从一年前的88.36万人增加到98.58万人。"),
            ("uu", "三年间，季度受助职工由72.7万人增长到98.58万人。"),
            ("rr", "项目累计发放互助金36.92亿元，今年二季度新增1.35亿元。"),
            ("rw", "项目累计发放互助金36.92亿元，今年二季度新增1.53亿元。"), ("r", "受助职工98万5800人。"),
            ("w", "受助职工98万5300人。"), ("r", "98万多职工受助。"), ("r", "受助职工98万多人。"),
        ])
    func moreAndLess(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "In English a time may stand after the one figure that it dates",
        arguments: [
            (
                "rrrr",
                "In the second quarter of 2023, the programme reached 985,800 people, up 18.3% from 833,600 a year earlier, and paid 135 million yuan."
            ),
            (
                "rr",
                "The programme helped 985,800 people in the second quarter, compared with 833,600 in the same period last year."
            ),
            (
                "rw",
                "The programme helped 985,800 people in the second quarter, compared with 853,600 in the same period last year."
            ),
            (
                "rrr",
                "In Q2 2023 the programme helped 985,800 people and paid out 135m yuan (109m yuan a year earlier)."
            ),
            ("r", "In the whole of 2022, aid reached 2.5 million people."),
            (
                "w", "In the whole of 2022, aid reached 985,800 people."
            ),
            ("r", "In 2022, the programme paid 435.8 million yuan."),
            ("w", "In 2022, the programme paid 135 million yuan."),
            ("r", "Over the full year 2022, the programme paid 435.8 million yuan."),
            ("r", "The programme, launched in 2012, helped 985,800 people in the second quarter."),
        ])
    func english(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "No figure vanishes from a sentence that is about aid",
        arguments: [
            ("w", "The number of recipients rose by 252,200 in the second quarter of 2023."),
            ("r", "The number of recipients rose by 152,200 in the second quarter of 2023."),
            ("w", "Recipients rose by 252,200 year on year in the second quarter of 2023."),
            ("r", "Recipients rose by 152,200 year on year in the second quarter of 2023."),
            ("w", "In the second quarter of 2023 the total number of recipients was 885,800."),
            ("wr", "Aid jumped by a third to 135 million yuan in the second quarter of 2023 from a year earlier."),
            ("wr", "Aid doubled to 135 million yuan in the second quarter of 2023 from a year earlier."),
            ("w", "受助职工在二季度末统计时写着885800。"), ("u", "受助职工（万）在表里是88.58"),
            ("", "A third quarter of growth followed."),
        ])
    func nothingVanishes(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "Tables are read by their heads, and re-time nothing after them",
        arguments: [
            ("ww", "| 季度 | 受助职工（万人） | 受助金额（亿元） |\n| --- | ---: | ---: |\n| 2023年第二季度 | 88.58 | 1.53 |\n"),
            ("rr", "| 指标 | 2023年第二季度 | 2022年第二季度 |\n| --- | ---: | ---: |\n| 受助职工 | 98.58万人 | 83.36万人 |\n"),
            (
                "rrr",
                "| 季度 | 受助职工 |\n| --- | ---: |\n| 2023年第二季度 | 98.58万人 |\n| 2022年第二季度 | 83.36万人 |\n\n受助职工98.58万人。\n"
            ),
            ("w", "| 季度 | 受助职工 |\n| --- | ---: |\n| 2023年第二季度 | 98.53万人 |\n"),
            ("rr", "| 指标 | 2022年第二季度 |\n| --- | ---: |\n| 受助职工 | 83.36万人 |\n\n受助职工98.58万人。\n"),
        ])
    func tables(_ verdicts: String, _ text: String) throws {
        try expect(verdicts, text)
        try expect(verdicts, text, .markdown)
    }

    @Test("What is struck out is no part of the draft, and a table of HTML is a table")
    func struckOut() throws {
        try expect("r", "2023年第二季度发放互助金~~1.53~~1.35亿元。", .markdown)
        try expect("r", "![受助职工：45.6万人](people.svg)\n\n2023年第二季度受助职工98.58万人。", .markdown)
        try expect("r", "<p>2023年第二季度发放互助金<s>1.53亿元</s><del>1.5亿元</del><strong>1.35亿元</strong>。</p>", .html)
        try expect(
            "ur",
            "<table><tr><th>指标</th><th>2022年第二季度</th></tr><tr><td>受助职工</td><td>88.58</td></tr></table><p>受助职工98.58万人。</p>",
            .html)
        try expect("r", "<table><tr><td>2023年第二季度，受助职工98.58万人。</td></tr></table>", .html)
    }

    /// Of the money 60% went to 住院 a year ago, and now 62.5%.
    private static let shares: KnownFigures = {
        func money(_ quarter: Quarter, _ care: String?, _ fen: Int128) -> Fact {
            let group = care.map { FactGroup(field: "care", title: BilingualText(zh: "就诊类型", en: "care"), name: $0) }
            return DraftStory.fact(.quarter(quarter), .amount, fen, group: group)
        }
        let (now, before) = (DraftStory.second2023, DraftStory.second2023.yearEarlier)
        let facts = [
            (before, [money(before, nil, 10_000_000_000), money(before, "住院", 6_000_000_000)]),
            (now, [money(now, nil, 16_000_000_000), money(now, "住院", 10_000_000_000)]),
        ]
        let sets = facts.map { quarter, facts in
            FactSet(
                programme: DraftStory.programme, quarter: quarter, isProvisional: false, rounding: .halfUp,
                definitions: [], sources: [], facts: facts)
        }
        return KnownFigures(sets, vintages: [], programme: DraftStory.programme)
    }()

    @Test(
        "Percentage points are of a group's share, and held against it",
        arguments: [
            ("rr", "今年二季度，住院受助金额占比62.5%，同比提高2.5个百分点。"), ("rw", "今年二季度，住院受助金额占比62.5%，同比下降2.5个百分点。"),
            ("rw", "今年二季度，住院受助金额占比62.5%，同比提高4.2个百分点。"), ("rw", "今年二季度，住院受助金额占比62.5%，同比提高25个百分点。"),
            // Of what share is not told; against which time may be either.
            ("ru", "今年二季度，发放互助金1.6亿元，增速提高1.9个百分点。"), ("rr", "今年二季度，住院受助金额占比62.5%，提高2.5个百分点。"),
        ])
    func points(_ verdicts: String, _ text: String) throws {
        let check = try DraftStory.check(text, Self.shares, date: CalendarDay(year: 2023, month: 7, day: 16))
        let found = check.figures.map { $0.verdict == .rounded ? "r" : String($0.verdict.rawValue.prefix(1)) }
        #expect(found.joined() == verdicts, "\(check.text(.en))")
    }
}
