import AidModel
import AidText

extension ReportLabels {
    var membersHeading: String { text(zh: "每千名会员", en: "Per thousand members") }
    var members: String { text(zh: "季末会员（人）", en: "Members at the quarter's end") }
}

extension Wording {
    /// A measure for a thousand members, as the head of a column.
    func perThousandColumn(_ measure: Measure, _ currency: Currency) -> String {
        switch measure {
        case .recipients: text(zh: "每千名会员受助职工（人）", en: "Recipients per 1,000")
        case .personTimes: text(zh: "每千名会员受助人次", en: "Person-times per 1,000")
        case .amount:
            text(
                zh: "每千名会员受助金额（\(unit(of: currency))）", en: "Amount per 1,000 (\(unit(of: currency)))")
        }
    }

    func membersSource(_ source: String, file: String) -> InlineText {
        text(
            zh: "会员人数的依据：\(value: source)（\(value: file)）；按季末人数计算，四舍五入到两位小数。",
            en:
                "Members as of the quarter's end, by \(value: source) (\(value: file)); rates are rounded to two decimals."
        )
    }

    /// Where the series says nothing of the report's quarter.
    func noMembers(_ quarter: String) -> String {
        text(zh: "会员人数的依据中没有\(quarter)。", en: "The source says nothing of \(quarter).")
    }
}
