import AidModel
import AidText
import Testing

@testable import AidCheck
@testable import AidNews

/// Drafts that a checker once misjudged, each with the verdict of each of its figures in order: r is right or rounded,
/// w wrong, u not known, o not ours.
struct DraftKindTests {
    /// A programme of one city: 2023Q2 and the quarters that it is held against.
    static let known: KnownFigures = {
        func set(
            _ quarter: Quarter, _ people: Int128, _ times: Int128, _ fen: Int128, _ parts: [(String, Measure, Int128)]
        ) -> FactSet {
            let facts =
                [(Measure.recipients, people), (.personTimes, times), (.amount, fen)].map {
                    DraftStory.fact(.quarter(quarter), $0.0, $0.1)
                }
                + parts.map { name, measure, value in
                    DraftStory.fact(
                        .quarter(quarter), measure, value,
                        group: FactGroup(field: "care", title: BilingualText(zh: "就诊类型", en: "care"), name: name))
                }
            return FactSet(
                programme: DraftStory.programme, quarter: quarter, isProvisional: false, rounding: .halfUp,
                definitions: [], sources: [], facts: facts)
        }
        let second = DraftStory.second2023
        return KnownFigures(
            [
                set(
                    second.yearEarlier, 12_225, 13_201, 265_888_832,
                    [("住院", .amount, 163_335_509), ("门诊", .amount, 102_553_323)]),
                set(Quarter(year: 2022, number: 4), 16_000, 17_100, 310_000_000, []),
                set(Quarter(year: 2023, number: 1), 14_162, 17_234, 292_160_000, []),
                set(
                    second, 15_005, 16_147, 335_676_213,
                    [
                        ("住院", .amount, 209_320_000), ("门诊", .amount, 126_356_213), ("门诊", .personTimes, 13_475),
                        ("住院", .personTimes, 2672),
                    ]),
            ], vintages: [], programme: DraftStory.programme)
    }()

    private func expect(_ verdicts: String, _ text: String) throws {
        try DraftStory.expect(verdicts, of: text, Self.known)
    }

    @Test(
        "a: lines break within a figure, before its unit and within that",
        arguments: [
            ("r", "今年二季度，“暖·互助”受助1.61万\n人次。"), ("r", "今年二季度，“暖·互助”受助1.61万人\n次。"),
            ("r", "今年二季度，“暖·互助”发放互助金335.68\n万元。"), ("r", "今年二季度，“暖·互助”发放互助金33\n5.68万元。"),
            ("r", "今年二季度，“暖·互助”受助16147 人 次。"), ("w", "今年二季度，“暖·互助”发放互助金9800\n万元。"),
            ("w", "今年二季度，“暖·互助”发放互助金98\n00万元。"),
        ])
    func lineEnds(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "b: numbers in Chinese, mixed and English words",
        arguments: [
            ("rw", "今年二季度，发放互助金三百三十余万元，惠及三十余万人次。"), ("w", "今年二季度，发放互助金五百三十多万元。"),
            ("w", "今年二季度，发放互助金四千余万元。"), ("w", "今年二季度，发放互助金叁仟陆佰万元整。"), ("w", "今年二季度，发放互助金3600W元。"),
            ("w", "今年二季度，发放互助金3千6百万元。"), ("r", "今年二季度，受助职工上万人。"), ("r", "今年二季度，受助职工一万五千余人。"),
            ("r", "今年二季度，发放互助金3百余万元。"), ("w", "今年二季度，发放互助金5百余万元。"),
            ("u", "今年二季度，受助职工二十几人。"), ("u", "今年二季度，受助职工百余人。"), ("u", "今年二季度，受助职工廿人。"),
            ("u", "In the second quarter the programme helped thirteen workers."),
            ("u", "In the second quarter the programme helped a dozen workers."),
        ])
    func numerals(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "c, d: what stands elsewhere on the page neither sets the time nor is held against us",
        arguments: [
            ("urw", "会议室可容纳40人。\n\n2023年第二季度受助职工15005人。\n\n发放互助金共计353.68万元。"),
            ("rroo", "本报讯 今年二季度，“暖·互助”二次报销受助职工15005人、16147人次。\n\n共24个项目 1200余名职工参加\n\n本报讯 全市职工运动会昨日开幕。"),
        ])
    func pages(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "e, f, g: shares and percents in lists, and in brackets",
        arguments: [
            ("rrrr", "今年二季度，门诊、住院互助金分别为126.36万元、209.32万元，占比分别为37.64%、62.36%。"),
            ("rrww", "今年二季度，门诊、住院互助金分别为126.36万元、209.32万元，占比分别为62.36%、37.64%。"),
            ("rrrrrr", "今年二季度，受助职工15005人，受助人次16147人次，互助金335.68万元，同比增长22.74%、22.32%和26.25%。"),
            ("rrrwrw", "今年二季度，受助职工15005人，受助人次16147人次，互助金335.68万元，同比增长26.25%、22.32%和22.74%。"),
            ("rr", "今年二季度，受助16147人次（同比增长22.32%）。"), ("rw", "今年二季度，受助16147人次（同比增长22.74%）。"),
        ])
    func lists(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "h: 过半, 以上, 超 are true of anything above",
        arguments: [
            ("r", "今年二季度，住院互助金占过半。"), ("r", "今年二季度，住院互助金占一半以上。"), ("r", "今年二季度，住院互助金占比超过50%。"),
            ("r", "今年二季度，住院互助金占比超五成。"), ("r", "今年二季度，门诊受助人次占比超四分之三。"), ("w", "今年二季度，门诊互助金占比过半。"),
            ("r", "一季度受助超1.5万人次。"), ("r", "今年二季度，受助突破1.5万人次。"), ("w", "今年二季度，受助突破1.7万人次。"),
        ])
    func bounds(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "i: any span",
        arguments: [
            ("r", "一、二季度合计发放互助金627.84万元。"), ("w", "一、二季度合计发放互助金672.84万元。"), ("r", "一至二季度发放互助金627.84万元。"),
            ("u", "近三年累计发放互助金627.84万元。"), ("u", "“十四五”以来，发放互助金627.84万元。"),
        ])
    func spans(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "j, k: from a share to another, and averages a day, a month and a head",
        arguments: [
            ("rr", "住院互助金占比从去年二季度的61.43%提高到今年二季度的62.36%。"), ("wr", "住院互助金占比从去年二季度的62.43%提高到今年二季度的62.36%。"),
            ("r", "今年二季度，日均发放互助金3.69万元。"), ("w", "今年二季度，日均发放互助金3.96万元。"), ("r", "今年二季度，月均发放互助金111.89万元。"),
            ("oo", "今年二季度，互助金两年平均增长21.98%。"), ("r", "今年二季度，人均同比增加6.21元。"),
        ])
    func averages(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "l, m, n: more than before, multiples, and quarters one after the other",
        arguments: [
            ("r", "今年二季度，比去年同期多帮了2780人。"), ("w", "今年二季度，比去年同期多帮了2870人。"), ("r", "今年二季度，比去年同期多救助2780人。"),
            ("r", "今年二季度，互助金同比增发69.79万元。"), ("r", "今年二季度，互助金是去年的1.26倍。"), ("w", "今年二季度，互助金是去年的1.62倍。"),
            ("r", "今年二季度，住院互助金是门诊的1.66倍。"), ("w", "今年二季度，住院互助金是门诊的1.26倍。"), ("r", "今年二季度，住院占互助金总额的62.36%。"),
            ("r", "今年二季度，住院占全部互助金的62.36%。"), ("w", "今年二季度，住院占全部互助金的63.26%。"),
            ("rr", "受助职工一季度比上年四季度减少1838人；二季度回升至15005人。"), ("wr", "受助职工一季度比上年四季度减少1883人；二季度回升至15005人。"),
        ])
    func changes(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "o: figures in other dress",
        arguments: [
            ("r", "今年二季度，“暖·互助”受助16147人（次）。"), ("r", "今年二季度，“暖·互助”受助16147人(次)。"),
            ("r", "今年二季度，发放互助金3 356 762.13元。"), ("ro", "今年二季度，发放互助金335.68万元（约合46万美元）。"),
        ])
    func dress(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "p: what is not ours",
        arguments: [
            ("ro", "今年二季度，受助职工15005人，其中女职工6423人。"), ("ro", "今年二季度，受助职工15005人，其中农民工6423人。"),
            ("ro", "今年二季度，受助职工15005人。金秋助学发放助学金212万元。"), ("ro", "今年二季度，受助职工15005人。技能竞赛有3.2万名职工参加。"),
            ("ro", "今年二季度，受助职工15005人。市总工会接待来访9842人次。"), ("ro", "今年二季度，受助职工15005人。全省受助18.6万人次。"),
            ("ro", "今年二季度，受助职工15005人。今年计划救助6万人。"), ("roo", "今年二季度，受助职工15005人，获得1000元以上的有486人。"),
        ])
    func others(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test("q: tables with the units in their heads", arguments: ["\t", "  ", "|"])
    func tables(_ mark: String) throws {
        func table(_ rows: [[String]]) -> String {
            "2023年第二季度“暖·互助”二次报销情况\n"
                + rows.map { mark == "|" ? "|" + $0.joined(separator: "|") + "|" : $0.joined(separator: mark) }.joined(
                    separator: "\n") + "\n"
        }
        let head = ["项目", "受助人次（人次）", "互助金（万元）"]
        try expect(
            "rrrrrr", table([head, ["门诊", "13475", "126.36"], ["住院", "2672", "209.32"], ["合计", "16147", "335.68"]]))
        try expect(
            "rrrrwr", table([head, ["门诊", "13475", "126.36"], ["住院", "2672", "209.32"], ["合计", "16174", "335.68"]]))
    }
}
