import AidText
import AidModel
import AidStatistics
import ReportSupport
import Testing

@testable import AidReport

@Suite struct RestatementSectionTests {
    private func markdown(_ name: String, _ language: Language) -> String {
        ReportText(SampleReport.named(name), sources: SampleReport.sources, language: language).markdown
    }

    @Test func theChangeAndItsCausesAreTold() {
        let zh = markdown("restated", .zh)
        #expect(zh.contains("| 受助人次 | 1,052,000 | 1,054,300 | 1,055,400 | +1,100 |"))
        #expect(zh.contains("相比最近公布的数字，受助职工增加800人、1,100人次，受助金额增加10万元。"))
        #expect(zh.contains("| 补报 | 1,250 | +1,250 | +150,000.00 |"))
        #expect(zh.contains("| **合计** |  | +1,100 | +100,000.00 |"))
        #expect(zh.contains("| 受助职工（人），按公布数 | 985,800 | 833,000 | +152,800 | +18.34% |"))
        let en = markdown("restated", .en)
        #expect(en.contains("- **Last published**: vintage 3, published on 16 October 2023: better source data (R1)"))
        #expect(
            en.contains(
                "Compared with what was last published, recipients rose by 800, person-times rose by 1,100 and the"
                    + " amount rose by 100,000.00 yuan."))
        #expect(en.contains("| Reversals | 120 | -100 | -24,999.99 |"))
    }

    @Test func printedFiguresAreToldWithTheirBounds() {
        let zh = markdown("printed", .zh)
        #expect(zh.contains("| 受助职工（人） | 986,750 至 986,849 | 985,800 | -1,049 至 -950 |"))
        #expect(zh.contains("| 受助人次 | – | 1,055,400 | – |"))
        #expect(zh.contains("照印出的数字录入 \\| 无明细"))
        #expect(!zh.contains("### 变动原因"))
        #expect(
            zh.contains("| 受助职工（人），按公布数 | 985,800 | 833,550 至 833,649 | +152,151 至 +152,250 | 公布的是约数 |"))
    }

    @Test(arguments: Language.allCases)
    func nothingIsSaidWhereNothingWasPublished(language: Language) throws {
        let heading = language == .zh ? "## 修订" : "## Restatement"
        #expect(markdown("restated", language).contains(heading))
        #expect(!markdown("full-size", language).contains(heading))
        let lastPublished = markdown("as-last-published", language)
        #expect(lastPublished.contains(language == .zh ? "与最近公布的一致" : "The figures are as last published."))
        let value = try ReportDocument.document.json(
            SourcedReport(SampleReport.fullSize, sources: SampleReport.sources))
        #expect(value[["restatement"]] == nil && value[["yearEarlier", "asPublished"]] == nil)
        #expect(value[["definitions", "vintage"]] == nil)
    }
}
