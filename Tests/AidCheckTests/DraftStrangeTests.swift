import Testing

@testable import AidCheck

/// Structures of a set of drafts by a stranger, each by its kind and with other figures; verdicts as in
/// `DraftKindTests`.
struct DraftStrangeTests {
    private func expect(_ verdicts: String, _ text: String) throws {
        try DraftStory.expect(verdicts, of: text, DraftKindTests.known)
    }

    @Test(
        "The fund and its members are the programme's own, but where members are counted",
        arguments: [
            ("r", "The Second reimbursement fund paid 16,147 claims in the second quarter of 2023."),
            ("r", "Second reimbursement paid its members 3.36 million yuan in the second quarter of 2023."),
            ("o", "Second reimbursement has 416,000 members."),
        ])
    func fundAndMembers(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "Averages: said before the clause, or of claims; people are none",
        arguments: [
            (
                "rr",
                "Per head, the 15,005 recipients of Second reimbursement drew 223.71 yuan in the second quarter of 2023."
            ),
            ("r", "In the second quarter of 2023, claims on Second reimbursement averaged 207.89 yuan."),
            ("rrr", "二季度“暖·互助”受助16147人次，互助金335.68万元，平均一笔207.89元。"),
        ])
    func averages(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "Levels that words of growth stand before, and shares of the money",
        arguments: [
            (
                "rr",
                "Second reimbursement's payouts were 26.2 percent higher on the year at 3,356,762.13 yuan in the second "
                    + "quarter of 2023."
            ),
            (
                "r",
                "Of every 100 yuan that Second reimbursement paid in the second quarter of 2023, 62 went to inpatients."
            ),
        ])
    func levelsAndShares(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test(
        "Times that begin in a year before",
        arguments: [
            ("r", "去年四季度以来，“暖·互助”累计受助50481人次。"), ("r", "2022年10月至2023年6月，“暖·互助”累计受助50481人次。"),
            ("r", "“暖·互助”开办以来（2022年10月至2023年6月）受助50481人次。"),
        ])
    func times(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test("A figure with more behind it makes its row no head, and is not lost")
    func rowsOfFigures() throws {
        try expect("rrrr", "“暖·互助”二季度\n◆ 受助职工　15005人（同比↑22.7%）\n◆ 互助金　335.68万元（同比↑26.2%）\n")
    }

    /// What differs from its reading so that no slip explains it was read wrongly.
    @Test func whatNoSlipExplainsIsNotWrong() throws {
        try expect("rw", "今年二季度，“暖·互助”受助职工15005人，受助16174人次。")
        try expect("u", "今年二季度，“暖·互助”兑付4120元。")
    }
}
