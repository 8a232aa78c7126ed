import Testing

@testable import AidInput

@Suite("Words of lines that are no records") struct LineWordTests {
    private func find(_ text: String) -> LineWord? {
        text.utf8.withByteView { LineWord.find($0) }
    }

    @Test(
        arguments: [
            "合计", "小计", "总计", "共计", "累计", "合 计", "合\u{3000}计", "合\u{A0} 计", "合计：", "合计:500.00", "合计：5人", "合计5人",
            "合计（元）",
            "本页合计", "本月合计", "合計", "總計", "Total", "TOTAL", "total:", "Total: 5", "Grand Total", "grand  total",
            "Subtotal", "Sub-total",
            "Sum", "SUM:", "总计 5 笔", "共计￥500", "汇总", "汇总：", "总数", "以上合计", "支付合计", "浦东新区小计", "（合计）", "(合计)", "【合计】",
            "**合计**", "-合计-",
            "《总计》：", "（小计", "第1页", "第 12 页 共 30 页", "共3页", "共 100 条", "共5人次",
        ])
    func totals(text: String) {
        #expect(find(text) == .totals)
    }

    @Test(arguments: ["制表人", "制表人：甲", "制 表：", "复核", "审核人：乙", "审核", "填表人: 丙", "打印日期：2023-06-30", "打印时间", "製表人：甲"])
    func signatures(text: String) {
        #expect(find(text) == .signature)
    }

    @Test(
        arguments: [
            "", "合", "合计员", "小计划", "总计划部", "共计划", "合同", "小明", "总工会", "共青团", "累积", "制表机厂", "复核通过", "审核中", "审核通过",
            "Totally",
            "Total5", "Sumatra", "Summer", "Sum1", "SUM-001", "T001", "S001", "Subtotal2023", "张合计", "a合计", "10合计",
            "Grand", "grandtotals",
            "第一人民医院", "第1医院", "共青团", "共和新路", "会计", "浦东会计", "统计", "设计", "本月", "金额", "人数", "打印店",
        ])
    func others(text: String) {
        #expect(find(text) == nil)
    }

    @Test("What is asked first of a word lets all of them through")
    func firstLook() {
        for text in ["合计", "小计", "总计", "共计", "累计", "本页合计", "制表人", "复核", "审核", "填表人", "打印日期", "製表", "複核", "審核", "負责人"] {
            let bytes = Array(text.utf8)
            #expect(LineWord.mayBegin(bytes[0], bytes[1], bytes[2]) || text == "負责人")
        }
    }
}
