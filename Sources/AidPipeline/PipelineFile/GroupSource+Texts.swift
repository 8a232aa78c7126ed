import AidInput
import AidModel

extension GroupSource {
    /// What a report calls such groups, if the pipeline file says nothing; nil: what they are, their field's name tells.
    var title: BilingualText? {
        switch self {
        case .sex: BilingualText(zh: "性别", en: "sex")
        case .ageBand: BilingualText(zh: "年龄", en: "age")
        case .region: BilingualText(zh: "身份证地区", en: "region of the ID")
        case .month: BilingualText(zh: "月份", en: "month")
        case .year: BilingualText(zh: "年份", en: "year")
        case .amountBand: BilingualText(zh: "金额", en: "amount")
        case .dayBand: BilingualText(zh: "就诊至打款天数", en: "days to payment")
        case .table(let value): value.taken == .membership ? BilingualText(zh: "会籍", en: "membership") : nil
        case .path, .constant: nil
        }
    }
}
