import AidModel
import Testing

@testable import AidInput

@Suite("Units of money in the names of columns") struct ColumnUnitTests {
    private func unit(_ name: String) -> ColumnUnit { ColumnUnit(of: name, currency: .cny) }

    @Test(
        "are found in brackets, behind separators and as suffixes",
        arguments: [
            ("金额（万元）", .tenThousandYuan), ("金额(万元)", .tenThousandYuan), ("金额（万元)", .tenThousandYuan),
            ("金额【千元】", .thousandYuan),
            ("金额[元]", .yuan), ("金额(元)", .yuan), ("金额（元/人）", .yuan), ("金额（元／人）", .yuan), ("元", .yuan), ("分", .fen),
            ("万元", .tenThousandYuan), ("Fen", .fen), ("金额 (元/人次)", .yuan), ("金额（单位：万元）", .tenThousandYuan),
            ("金额（单位:元）", .yuan), ("金额（人民币元）", .yuan), ("金额（人民币：万元）", .tenThousandYuan), ("金额（万元，含税）", .tenThousandYuan),
            ("金额（含税，万元）", .tenThousandYuan), ("金额（万元）（实付）", .tenThousandYuan), ("金额（实付）（万元）", .tenThousandYuan),
            ("（万元）金额", .tenThousandYuan),
            ("金额（实付）/万元", .tenThousandYuan), ("金额万元（实付）", .tenThousandYuan), ("金额（万）", .tenThousandYuan),
            ("金额(分)", .fen), ("金额（角）", .jiao),
            ("金额/千元", .thousandYuan), ("金额_分", .fen), ("金额-万元", .tenThousandYuan), ("金额：万元", .tenThousandYuan),
            ("金额 万元", .tenThousandYuan),
            ("金额、元", .yuan), ("金额 单位：万元", .tenThousandYuan), ("金额，单位:元", .yuan), ("金额/元/人", .yuan), ("金额 元/人", .yuan),
            ("互助金额万元", .tenThousandYuan), ("金额百万元", .millionYuan), ("金额亿元", .hundredMillionYuan), ("金额元", .yuan),
            ("人民币元", .yuan), ("金额分", .fen),
            ("金额万", .tenThousandYuan), ("AidAmountFen", .fen), ("amount_fen", .fen), ("amount-cents", .fen),
            ("amountYuan", .yuan), ("AmountWanYuan", .tenThousandYuan),
            ("Amount (10k yuan)", .tenThousandYuan), ("Amount (RMB 10,000)", .tenThousandYuan),
            ("Amount (ten thousand yuan)", .tenThousandYuan),
            ("amount in ten thousand yuan", .tenThousandYuan), ("Amount in thousands", .thousandYuan),
            ("Amount (thousand yuan)", .thousandYuan), ("amountfen", .fen),
            ("Amount (CNY '000)", .thousandYuan), ("金额（10000元）", .tenThousandYuan), ("金额（十万元）", .hundredThousandYuan),
            ("金额（以万元为单位）", .tenThousandYuan),
        ] as [(String, MoneyUnit)])
    func found(name: String, expected: MoneyUnit) {
        #expect(unit(name) == .unit(expected))
    }

    @Test(
        "are not seen in other words",
        arguments: [
            "金额", "互助金额", "分公司金额", "万达金额", "部分金额", "百分比金额", "金额（实付）", "单元金额", "公元金额", "金额部分", "金额（部分）", "（分）公司金额",
            "积分", "千分比", "万科", "金额（含税）", "Amount", "AidAmount", "fenAmount", "WanAmount", "amount_2", "金额2",
            "金额（2023年）", "金额_部分",
            "金额（人民币）", "Amount (CNY)", "AmountRMB", "金额(¥)", "二元金额", "多元", "金额（分公司）", "角色金额", "支付万元户",
        ])
    func none(name: String) {
        #expect(unit(name) == .none)
    }

    @Test("Two units, or another currency, are no unit", arguments: ["金额（元/万元）", "金额（元）（万元）", "金额（万元）/元"])
    func several(name: String) {
        guard case .several = unit(name) else {
            Issue.record("\(name): \(unit(name))")
            return
        }
    }

    @Test(arguments: ["金额（美元）", "金额（万美元）", "Amount (USD)", "金额/港元", "金额港币", "金额_USD", "AmountUSD", "金额万美元"])
    func foreign(name: String) {
        guard case .foreign = unit(name) else {
            Issue.record("\(name): \(unit(name))")
            return
        }
        let dollars = name.contains("美") || name.contains("USD")
        #expect(ColumnUnit(of: name, currency: Currency(dollars ? "USD" : "HKD")!) == .none)
    }
}
