import AidModel
import Testing

@testable import AidNews

/// What the press calls the programme, where the pipeline file says nothing of it.
@Suite struct NewsWordsTests {
    @Test(
        arguments: [
            ("暖·互助“二次报销”", "Second reimbursement", ["暖·互助“二次报销”", "二次报销", "Second reimbursement"]),
            ("「甲」与《乙》", "The \"Care\" plan", ["「甲」与《乙》", "甲", "乙", "The \"Care\" plan", "Care"]),
            ("“甲‘乙’丙”", "“甲‘乙’丙”", ["“甲‘乙’丙”", "甲‘乙’丙", "乙"]),
            ("没有“关上", "Workers’ aid “”", ["没有“关上", "Workers’ aid “”"]),
        ] as [(String, String, [String])])
    func titlesAndWhatIsQuotedInThem(zh: String, en: String, names: [String]) {
        #expect(NewsWords.names(of: BilingualText(zh: zh, en: en)) == names)
    }
}
