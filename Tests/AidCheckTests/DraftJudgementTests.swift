import AidModel
import AidText
import Testing

@testable import AidCheck
@testable import AidNews

/// Single sentences, as journalists write them, against the story's facts.
struct DraftJudgementTests {
    private static let story = DraftStory(isOdd: false)
    private static let known: KnownFigures = {
        // 门诊 and 住院 in three and one quarters of the whole.
        let quarter = DraftStory.second2023
        let figures = story.quarters[quarter]!.quarter
        let title = BilingualText(zh: "就诊类型", en: "care")
        let facts = Measure.allCases.flatMap { measure in
            [
                DraftStory.fact(.quarter(quarter), measure, figures[measure]),
                DraftStory.fact(
                    .quarter(quarter), measure, figures[measure] * 3 / 4,
                    group: FactGroup(field: "care", title: title, name: "门诊")),
                DraftStory.fact(
                    .quarter(quarter), measure, figures[measure] / 4,
                    group: FactGroup(field: "care", title: title, name: "住院")),
            ]
        }
        let groups = FactSet(
            programme: DraftStory.programme, quarter: quarter, isProvisional: false, rounding: .halfUp, definitions: [],
            sources: [], facts: facts)
        return KnownFigures(story.sets + [groups], vintages: [], programme: DraftStory.programme)
    }()

    private func verdicts(_ text: String) throws -> [String] {
        try DraftStory.check(text, Self.known, quarter: DraftStory.second2023).figures.map(\.verdict.rawValue)
    }

    @Test(
        "Sentences whose every figure is right",
        arguments: [
            "今年二季度，98.58万名职工受助。", "98.58万名职工在今年二季度受助，", "受助职工较上年同期增长18.26%。",
            "受助职工98.58万人（去年同期83.36万人），受助金额1.35亿元。", "与去年同期的83.36万人相比，增加15.22万人。",
            "受助职工由去年同期的83.36万人增加到98.58万人，增长18.26%。", "受助金额从1.09亿元增至1.35亿元。",
            "受助职工、人次同比分别增长18.26%、18.57%。", "受助金额是去年同期的1.24倍。", "受助金额增幅为23.85%。",
            "人均受助金额136.94元，人均受助1.07次。", "次均受助金额127.91元。", "门诊受助职工73.94万人，住院24.65万人。",
            "门诊、住院分别受助79.16万人次、26.39万人次。", "门诊占受助金额的75%，住院占四分之一。", "其中门诊占七成五。",
            "去年同期，受助职工83.36万人、89.01万人次，受助金额1.09亿元。", "2022年第二季度受助职工83.36万人。",
            "二季度职工住院、门诊费用二次报销，受助职工98.58万人。", "截至6月底，累计受助职工317.35万人。",
            "截至2023年6月30日，项目已累计惠及职工317.35万人、3035.15万人次。", "受助职工同比增加超15万人，增长近两成。",
            "与一季度134.39万人相比，受助职工减少35.81万人。", "受助职工同比、环比分别增长18.26%、下降26.65%。",
            "受助职工从2022年第二季度的83.36万人增长至2023年第二季度的98.58万人，一年间增长了18.26%。",
            "去年二季度受助职工83.36万人。今年二季度为98.58万人。", "每位受助职工平均获得136.94元。", "①受助职工98.58万人 ②受助人次105.54万 ③金额1.35亿元",
            "受助职工人数同比增加超15万，受助人次也由89.01万增至105.54万，金额则突破1.3亿元大关。", "受助职工较上年增长18.26%，较一季度下降26.65%。",
            "截至2023年上半年，该项目已惠及职工317.35万人，支付互助金36.92亿。", "受助职工同比增加15.22万人，16.53万人次、2600万元。",
            "受助职工：98.58万；受助金额：13500万元，同比增2600万元。",
            "Recipients: 985,800 (+18.26% year on year)", "Average aid was 136.94 yuan per person.",
            "In the second quarter of 2023, 985,800 people received aid, 152,200 more than a year earlier.",
            "Recipients rose 18.26 percent from a year earlier to 985,800 people.",
            "The amount rose by CNY 26 million to 135 million yuan compared with the same period last year.",
            "Since May 2012, 3.17 million people were helped in 30.35 million payments.",
        ])
    func right(_ text: String) throws {
        let check = try DraftStory.check(text, Self.known, quarter: DraftStory.second2023)
        // 一年间 is a numeral too, and not ours.
        let verdicts = check.figures.filter(\.isOurs).map(\.verdict.rawValue)
        #expect(!verdicts.isEmpty)
        #expect(verdicts.allSatisfy { $0 == "right" || $0 == "rounded" }, "\(verdicts)")
    }

    @Test(
        "Sentences with one figure that is wrong",
        arguments: [
            "今年二季度，98.53万名职工受助。", "受助职工98.58万人次。", "受助职工较上年同期下降18.26%。", "受助职工环比增长18.26%。",
            "受助职工98.58亿人。", "近98万职工受助。", "受助职工由去年同期的83.36万人减少到98.58万人。", "门诊受助职工24.65万人。",
            "门诊占受助金额的25%。", "受助金额是去年同期的1.35倍。", "受助金额1350万元。", "去年同期受助职工98.58万人。",
            "Recipients fell 18.26 percent from a year earlier.", "受助金额超1.5亿元。", "人均受助金额236.94元。",
        ])
    func wrong(_ text: String) throws {
        let verdicts = try verdicts(text)
        #expect(verdicts.count { $0 == "wrong" } == 1, "\(verdicts)")
    }

    @Test(
        "What no fact can tell is not called wrong",
        arguments: [
            "2012年第三季度受助职工98.58万人。", "海淀区受助职工10万人。", "张先生获得互助金3200元。", "最高可报销10万元。", "受助职工少于5人，不公布。", "报销比例达90%。",
            "7月份受助职工30万人。", "提高1.2个百分点。", "首次受助职工12.34万人。", "2015年以来受助职工200万人。", "占比达75%。",
            "“送清凉”项目惠及职工10万人。", "“暖·关爱”受助职工12万人。", "慰问困难职工5.3万人。", "全市现有职工1200万人。", "报销比例平均提高15%。",
            "今年以来培训职工12万人次。", "住院花费12.6万元。", "全市参保职工近600万人。", "最高可获得20万元互助金。", "职工年缴费120元。",
        ])
    func unknown(_ text: String) throws {
        #expect(try verdicts(text) == ["unknown"])
    }

    @Test(
        "Which quarter is meant, by the day of the draft",
        arguments: [
            ("二季度受助职工98.58万人。", 2023, 7, "2023Q2/recipients"), ("今年二季度受助职工98.58万人。", 2023, 7, "2023Q2/recipients"),
            ("去年二季度受助职工83.36万人。", 2023, 7, "2022Q2/recipients"), ("四季度受助职工1万人。", 2023, 1, "2022Q4/recipients"),
            ("上季度受助职工1万人。", 2023, 7, "2023Q1/recipients"), ("受助职工98.58万人。", 2023, 7, "2023Q2/recipients"),
            ("全年受助职工1万人。", 2023, 1, "2022Q4/ytd/recipients"), ("今年以来受助职工1万人。", 2023, 7, "2023Q2/ytd/recipients"),
            ("去年四季度以来，二季度受助职工1万人。", 2023, 7, "2023Q2/recipients"),
            ("截至2022年底，累计受助职工1万人。", 2023, 7, "2022Q4/cumulative/recipients"),
            ("2021年前三季度受助职工1万人。", 2023, 7, "2021Q3/ytd/recipients"), ("2020Q3受助职工1万人。", 2023, 7, "2020Q3/recipients"),
            ("4月至6月受助职工1万人。", 2023, 7, "2023Q2/recipients"), ("1-9月受助职工1万人。", 2023, 10, "2023Q3/ytd/recipients"),
            ("In April-June 12,345 people were helped.", 2023, 7, "2023Q2/recipients"),
            ("12,345 people were helped between January and September 2022.", 2023, 7, "2022Q3/ytd/recipients"),
            ("In the first half of 2022, 12,345 people were helped.", 2023, 7, "2022Q2/ytd/recipients"),
        ])
    func quarter(_ text: String, _ year: Int, _ month: Int, _ fact: String) throws {
        let check = try DraftStory.check(
            text, Self.known, date: CalendarDay(year: year, month: month, day: 16))
        #expect(check.figures.map(\.factIDs) == [[fact]])
    }

    @Test("The reason says what the wrong figure is")
    func hints() throws {
        func reason(_ text: String) throws -> String {
            try DraftStory.check(text, Self.known, quarter: DraftStory.second2023).figures.map(\.reason.zh).joined()
        }
        #expect(try reason("受助职工98.53万人。") == "2023年第二季度受助职工应为98.58万人（985,800人）")
        #expect(try reason("受助金额1.35万元。").hasSuffix("；单位可能写错：差了一万倍"))
        #expect(try reason("受助职工减少15.22万人，同比。").hasSuffix("；方向相反"))
        #expect(try reason("受助职工98.57万人。受助职工98.5万人。").hasSuffix("；末位应四舍五入，不能舍去"))
        #expect(try reason("受助职工环比增长18.26%。").hasSuffix("；这是同比的数"))
        #expect(try reason("受助职工105.54万人。").hasSuffix("；这是2023年第二季度受助人次的数"))
        #expect(try reason("受助职工15.22万人。").hasSuffix("；这是2023年第二季度受助职工同比变化的数"))
    }

    @Test("A figure of an earlier vintage is told to be one")
    func vintage() throws {
        func vintage(_ number: Int, _ people: Int) -> Vintage {
            let figures = Figures(recipientCount: people, personTimeCount: 1_055_400, amountMinor: 13_500_000_000)
            return Vintage(
                quarter: DraftStory.second2023, number: number,
                publishedOn: CalendarDay(year: 2023, month: 6 + number, day: 14)!, reason: nil, note: nil,
                isProvisional: false, origin: .run(Int64(number)),
                cells: [PublishedCell(period: .quarter, group: nil, content: .figures(PublishedFigures(figures)))])
        }
        let known = KnownFigures(
            [], vintages: [vintage(1, 981_200), vintage(2, 985_800)], programme: DraftStory.programme)
        let check = try DraftStory.check("2023年第二季度受助职工98.12万人。", known)
        #expect(check.figures.map(\.verdict) == [.wrong])
        #expect(check.figures[0].reason.zh.hasSuffix("；与2023-07-14发布的第1版相同，之后已修订"))
        #expect(check.figures[0].factIDs == ["2023Q2@2/recipients"])
    }
}
