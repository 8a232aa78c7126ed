import Testing

@testable import AidCheck
@testable import AidNews

/// Sentences in words that another programme's papers use, each with the verdict of each of its figures in order.
struct DraftWordingTests {
    typealias Case = (verdicts: String, text: String)

    private static let groupCases: [Case] = [
        ("rr", "今年二季度，“暖·互助”有209.32万元互助金给了住院职工、126.36万元互助金给了门诊职工。"),
        ("ww", "今年二季度，“暖·互助”有126.36万元互助金给了住院职工、209.32万元互助金给了门诊职工。"),
        ("orr", "“暖·互助”分门诊、住院两类。今年二季度，前者受助13475人次，后者受助2672人次。"),
        ("rror", "今年二季度，“暖·互助”门诊受助13475人次，住院受助2672人次，两类合计16147人次。"),
        ("rrow", "今年二季度，“暖·互助”门诊受助13475人次，住院受助2672人次，两类合计16174人次。"),
        ("rr", "今年二季度，“暖·互助”住院互助金209.32万元，高于门诊的126.36万元。"),
        (
            "rr",
            "In the second quarter of 2023 mutual aid of 2,093,200 yuan went to inpatients and 1,263,562.13 yuan to outpatients."
        ),
        (
            "ww",
            "In the second quarter of 2023 mutual aid of 1,263,562.13 yuan went to inpatients and 2,093,200 yuan to outpatients."
        ),
    ]

    @Test("A group stands behind its figure, or is named by its place in what was told", arguments: groupCases)
    func groups(_ verdicts: String, _ text: String) throws {
        #expect(try DraftStep.verdicts(text) == verdicts, "\(text)")
    }

    private static let otherCases: [Case] = [
        ("oor", "职工吴桂兰自付2.1万元，“暖·互助”又补了5400元。今年二季度，受助职工15005人。"),
        ("or", "今年二季度，“暖·互助”受理申请16900人次，受助16147人次。"),
        ("oor", "（一）意外伤害互助。今年二季度理赔337人次、98.6万元。\n（二）“暖·互助”。今年二季度受助16147人次。"),
        ("ur", "今年二季度，“暖·互助”有95.6%由系统自动核算，受助16147人次。"),
        ("ror", "今年二季度，“暖·互助”受助职工15005人，比“送清凉”项目的1038人多，受助16147人次。"),
    ]

    @Test("One person's money, applications, ways and other schemes are none of the programme's", arguments: otherCases)
    func others(_ verdicts: String, _ text: String) throws {
        #expect(try DraftStep.verdicts(text) == verdicts, "\(text)")
    }

    private static let changeCases: [Case] = [
        ("rr", "比2022年二季度，“暖·互助”多了2780位职工、69.79万元互助金。"),
        ("rw", "比2022年二季度，“暖·互助”多了2780位职工、96.79万元互助金。"),
        ("rrr", "今年二季度，“暖·互助”人均受助223.71元；同比多发互助金69.79万元，多了2780名职工。"),
        ("rrr", "今年二季度，“暖·互助”发放互助金335.68万元，同比增长26.25%，15005名职工从中受益。"),
        (
            "rr",
            "In the second quarter of 2023 mutual aid helped 15,005 workers, up from 12,225 in the same quarter of 2022."
        ),
        (
            "rw",
            "In the second quarter of 2023 mutual aid helped 15,005 workers, up from 12,522 in the same quarter of 2022."
        ),
        ("rr", "把“暖·互助”2023年二季度的数据同2022年二季度做了对比：受助职工由12225人增加到15005人。"),
        ("rw", "把“暖·互助”2023年二季度的数据同2022年二季度做了对比：受助职工由12225人增加到15050人。"),
    ]

    @Test("Changes and bases in other words", arguments: changeCases)
    func changes(_ verdicts: String, _ text: String) throws {
        #expect(try DraftStep.verdicts(text) == verdicts, "\(text)")
    }

    private static let averageCases: [Case] = [
        ("rr", "今年二季度，“暖·互助”受助16147人次，互助金207.89元/人次。"),
        ("rw", "今年二季度，“暖·互助”受助16147人次，互助金223.71元/人次。"),
        ("rrr", "今年二季度，“暖·互助”受助16147人次，平均每人次207.89元，合计335.68万元。"),
        ("rr", "In the second quarter of 2023 mutual aid came to 3,356,762.13 yuan, or 223.71 yuan a recipient."),
        ("rw", "In the second quarter of 2023 mutual aid came to 3,356,762.13 yuan, or 232.71 yuan a recipient."),
    ]

    @Test("What is divided by stands in the unit, or behind the money", arguments: averageCases)
    func averages(_ verdicts: String, _ text: String) throws {
        #expect(try DraftStep.verdicts(text) == verdicts, "\(text)")
    }

    private static let timeCases: [Case] = [
        ("rr", "自2023年4月1日至6月30日，“暖·互助”受助16147人次，受助职工15005人。"),
        ("r", "In the three months to the end of June 2023 mutual aid helped 15,005 workers."),
        ("w", "In the three months to the end of March 2023 mutual aid helped 15,005 workers."),
        ("r", "截至6月底，“暖·互助”本季度已受助16147人次。"),
    ]

    @Test("Times in other words", arguments: timeCases)
    func times(_ verdicts: String, _ text: String) throws {
        #expect(try DraftStep.verdicts(text) == verdicts, "\(text)")
    }

    @Test("A number that ends an English sentence is no mark of a list")
    func endOfSentence() throws {
        let (figure, mark) = (try DraftStep.words("Fengqi 78. The rest"), try DraftStep.words("1. The rest"))
        #expect(figure.contains("number") && !mark.contains("number"), "\(figure), \(mark)")
    }
}
