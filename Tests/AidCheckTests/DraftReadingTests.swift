import Testing

@testable import AidCheck

/// What a clause says outright and what it carries over, as the likeliest reading of each of its figures.
struct DraftReadingTests {
    @Test(
        "The likeliest readings, which cost nothing",
        arguments: [
            ("今年二季度，受助职工15005人。", ["level recipients 2023Q2"]),
            ("今年二季度，互助金同比增长26.25%。", ["percent amount 2023Q2 vs 2022Q2"]),
            ("今年二季度，门诊互助金126.36万元。", ["level amount 2023Q2 门诊"]),
            ("去年同期受助职工12225人。", ["level recipients 2022Q2"]), ("上半年发放互助金627.84万元。", ["level amount 2023Q1-2023Q2"]),
            ("今年二季度，住院互助金是门诊的1.66倍。", ["ratio amount 2023Q2 住院 vs 2023Q2 门诊"]),
            ("今年二季度，住院占互助金总额的62.36%。", ["share amount 2023Q2 住院"]),
            ("今年二季度，日均发放互助金3.69万元。", ["level amount a day 2023Q2"]),
            ("今年二季度，人均受助223.71元。", ["level amountPerRecipient 2023Q2"]),
            // From one time to another.
            (
                "受助职工由去年同期的12225人增加到15005人。",
                ["level recipients 2022Q2", "level recipients 2023Q2 vs 2022Q2"]
            ),
            // 分别, lists, brackets.
            (
                "今年二季度，门诊、住院互助金分别为126.36万元、209.32万元。",
                ["level amount 2023Q2 门诊", "level amount 2023Q2 住院"]
            ),
            (
                "今年二季度，受助16147人次（同比增长22.32%）。",
                ["level personTimes 2023Q2", "percent personTimes 2023Q2 vs 2022Q2"]
            ),
            (
                "2023年一季度、二季度，受助人次分别为17234人次、16147人次。",
                ["level personTimes 2023Q1", "level personTimes 2023Q2"]
            ),
            // What a sentence does not say, the one before said.
            (
                "2022年四季度，受助职工16000人。受助17100人次。",
                ["level recipients 2022Q4", "level personTimes 2022Q4"]
            ),
            (
                "今年二季度，受助职工15005人，同比增加2780人，增长22.74%。",
                [
                    "level recipients 2023Q2", "change recipients 2023Q2 vs 2022Q2",
                    "percent recipients 2023Q2 vs 2022Q2",
                ]
            ),
        ])
    func readings(_ text: String, _ expected: [String]) throws {
        let figures = try DraftStep.figures(text)
        #expect(figures.map { $0.readings.first.map { DraftStep.text($0.statement) } ?? "none" } == expected)
        #expect(figures.allSatisfy { $0.readings.first?.cost == DraftWeights.said })
    }

    @Test(
        "Whether a figure is one of ours",
        arguments: [
            ("今年二季度，受助职工15005人。", "certain"), ("市总工会接待来访9842人次。", "not ours: otherSubject"),
            ("最高可报销10万元。", "not ours: rule"), ("今年计划救助6万人。", "not ours: plan"),
            ("全省受助18.6万人次。", "not ours: otherPlace"), ("邻近的江州市受助18.6万人次。", "not ours: otherPlace"),
            // A city's name alone is no other place: it may be the programme's own.
            ("记者从江州市总工会获悉，今年二季度，江州市受助职工15005人。", "certain"),
            ("海淀区受助职工10万人。", "not ours: unknownGroup"), ("“送清凉”项目惠及职工10万人。", "not ours: otherProgramme"),
            ("会议室可容纳40人。", "plausible: unknownWords"), ("会议室占地3000平方米。", "not ours: otherUnit"),
        ])
    func support(_ text: String, _ expected: String) throws {
        #expect(try DraftStep.figures(text).map { DraftStep.text($0.support) } == [expected])
    }

    @Test(
        "What words leave open the other figures of the sentence settle",
        arguments: [
            // This year is the quarter or the half-year.
            ("今年，受助职工15005人，受助16147人次，发放互助金335.68万元。", "rrr"), ("今年，受助职工15005人，受助16147人次，发放互助金627.84万元。", "rru"),
            // Without a word of a base either may be meant.
            ("今年二季度，受助职工增加2780人。", "r"), ("今年二季度，受助职工增加843人。", "r"), ("今年二季度，受助职工增加844人。", "w"),
            // Two figures for one thing.
            ("今年二季度，“暖·互助”受助职工15005人次、16147人次。", "wr"),
        ])
    func choice(_ text: String, _ verdicts: String) throws {
        #expect(try DraftStep.verdicts(text) == verdicts)
    }
}
