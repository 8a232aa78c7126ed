import AidModel
import Testing

@testable import AidCheck

/// What a draft says against itself, without any fact.
struct DraftContradictionTests {
    private func kinds(_ text: String) throws -> [DraftContradiction.Kind] {
        try DraftStory.check(text, KnownFigures()).contradictions.map(\.kind)
    }

    @Test(
        "Figures that cannot all be true",
        arguments: [
            ("二季度受助职工105.54万人、98.58万人次。", DraftContradiction.Kind.morePeopleThanPersonTimes),
            ("二季度受助职工98.58万人，去年同期83.36万人，同比增加16.22万人。", .changeAndBase),
            ("二季度受助职工98.58万人，同比增加115.22万人。", .changeAndBase),
            ("二季度受助职工98.58万人，同比增加15.22万人，增长28.26%。", .percentAndChange),
            ("二季度受助职工98.58万人，去年同期83.36万人，同比增长15.26%。", .percentAndChange),
            ("二季度受助金额1.35亿元，去年同期1.09亿元，是去年同期的1.4倍。", .percentAndChange),
            ("二季度受助职工98.58万人，发放互助金1.35万元。", .moneyPerPerson),
            ("二季度受助职工98.58万人，发放互助金135万亿元。", .moneyPerPerson),
            ("二季度受助职工98.58亿人，发放互助金1.35亿元。", .moneyPerPerson),
            ("二季度受助105.54万人次，其中门诊120.5万人次。", .partOverWhole),
            ("二季度受助105.54万人次，其中门诊70万人次、住院45.54万人次。", .partsAndWhole),
            ("二季度受助105.54万人次，其中门诊50万人次、住院45.54万人次。", .partsAndWhole),
            ("二季度受助职工98.58万人，其中门诊50万人、住院20万人。", .partsAndWhole),
            ("二季度受助人次中，门诊占75%，住院占35%。", .shareAndParts),
            ("二季度受助105.54万人次，门诊60万人次，占受助人次的75%。", .shareAndParts),
            ("二季度受助职工98.58万人。自2012年5月以来累计受助职工91.7万人。", .spanOverLonger),
            ("二季度受助职工98.58万人。上半年受助职工90万人。", .spanOverLonger),
            ("二季度受助职工98.58万人。\n\n二季度共有98.53万名职工受助。", .twoValues),
            ("二季度受助职工同比增加15.22万人。\n\n二季度受助职工同比减少15.22万人。", .twoValues),
        ])
    func contradiction(_ text: String, _ kind: DraftContradiction.Kind) throws {
        #expect(try kinds(text).contains(kind))
    }

    @Test(
        "Figures that can all be true",
        arguments: [
            DraftStory.paragraph2020, DraftStory.paragraph2023, "二季度受助职工98.58万人、98.58万人次。",
            "二季度受助职工98.58万人，去年同期83.36万人，同比增加15.22万人，增长18.26%，是去年同期的1.18倍。",
            "二季度98万余职工受助。\n\n二季度受助职工98.58万人，比去年同期减少2%，其中门诊70万人、住院40万人。",
            "二季度受助105.54万人次，其中门诊60万人次，占受助人次的56.85%，住院45.54万人次。",
            "上半年受助职工160万人，二季度98.58万人，累计317.35万人。张女士获得互助金3200元。",
        ])
    func none(_ text: String) throws {
        #expect(try kinds(text).isEmpty)
        #expect(try !DraftStory.check(text, KnownFigures()).isWrong)
    }

    @Test("The figures of a contradiction are flagged, unless facts say that they are right")
    func verdicts() throws {
        let text = "2023年第二季度受助职工98.58万人，受助金额1.35亿元，去年同期受助职工81万人，同比增加15.22万人。"
        let alone = try DraftStory.check(text, KnownFigures())
        #expect(alone.figures.map(\.verdict) == [.contradicted, .unknown, .contradicted, .contradicted])
        let known = try DraftStory.check(text, DraftStory(isOdd: false).exact)
        #expect(known.figures.map(\.verdict) == [.right, .right, .wrong, .right])
        #expect(known.contradictions.isEmpty)
    }

    @Test("Some mutations of the published paragraphs are found without facts")
    func withoutFacts() throws {
        // Of 万 for 亿 in an amount, and of people and person-times changed about, facts are not needed.
        for (from, to) in [("1.35亿元", "1.35万元"), ("98.58万人、105.54万人次", "105.54万人、98.58万人次"), ("36.92亿元", "36.92万元")] {
            let text = DraftStory.paragraph2023.replacing(from, with: to)
            #expect(text != DraftStory.paragraph2023)
            #expect(try DraftStory.check(text, KnownFigures()).isWrong)
        }
    }
}
