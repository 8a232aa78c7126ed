import AidModel
import Testing

@testable import AidCheck

/// Figures in structures of which the reader makes nothing, told by what they are: r is right or rounded, w wrong,
/// u not known, o not ours.
struct DraftCoincidenceTests {
    private func expect(_ verdicts: String, _ text: String) throws {
        try DraftStory.expect(verdicts, of: text, DraftKindTests.known)
    }

    @Test(
        "So many digits as facts have, at a time and of a group that the sentence names, are what the facts say",
        arguments: [
            ("rr", "“暖·互助”的账本翻到2023年二季度这一页：门诊这一栏写着1263562.13元，住院那一栏写着2093200元。"),
            ("r", "说到“暖·互助”，谁也没料到2023年二季度会停在15005这个数上。"),
        ])
    func told(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "Two that are exchanged are not right for it, nor what is of a time or a group that nobody names",
        arguments: [
            "“暖·互助”的账本翻到2023年二季度这一页：门诊这一栏写着2093200元，住院那一栏写着1263562.13元。",
            "“暖·互助”的账本翻到2023年二季度这一页，上面写着2921600元。",
            "“暖·互助”的账本翻到2023年二季度这一页，上面写着2093200元。",
        ])
    func notTold(_ text: String) throws {
        let check = try DraftStory.check(text, DraftKindTests.known, quarter: DraftStory.second2023)
        #expect(!check.figures.contains { $0.verdict == .right || $0.verdict == .rounded })
    }

    @Test(
        "A share of a longer time, and a ratio to another one, that the sentence told",
        arguments: [
            ("rrrr", "2023年一季度“暖·互助”发放互助金292.16万元，二季度335.68万元，加起来627.84万元，其中二季度占53.47%。")
        ])
    func parts(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "Units and nouns that stand behind",
        arguments: [
            ("rr", "“暖·互助”2023年二季度门诊、住院分别受助13475、2672人次。"),
            ("rr", "In the second quarter of 2023 Warm Aid made 16,147 payments, 13,475 of them for outpatients."),
        ])
    func units(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "Times",
        arguments: [
            ("rr", "2023年二季度“暖·互助”受助职工15005人，环比一季度增长5.95%。")
        ])
    func times(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }
}
