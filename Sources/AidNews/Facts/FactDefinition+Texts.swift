import AidModel

extension FactDefinition {
    /// Facts are provisional also where the report but warns.
    static let provisional = BilingualText(
        zh: "初步：导出数据未覆盖到该时段的最后几天，或所涉季度的赔付缺少开头或末尾的两周以上，数字可能还会变动。",
        en: "Provisional means that the exports stop before the last days of the period, or that the claims of a "
            + "quarter in it leave out its first or last fortnight, so that the figures may still change.")

    /// A sentence of the report, where facts are rounded half to even.
    static func toEven(_ text: BilingualText) -> BilingualText {
        BilingualText(
            zh: text.zh.replacing("四舍五入", with: "四舍六入五成双"),
            en: text.en.replacing("rounded half away from zero", with: "rounded half to even"))
    }

    var text: BilingualText {
        switch self {
        case .perPersonTime:
            BilingualText(
                zh: "次均：受助金额除以受助人次。", en: "Per person-time means the amount ÷ person-times.")
        case .share:
            BilingualText(
                zh: "占比：分组数值÷全部数值×100%；首次、再次受助则为其人数÷受助职工人数×100%。同一人可在多个分组受助，各组人数占比之和可能超过100%。",
                en:
                    "A share is the group's figure ÷ that of the whole × 100, or first-time or returning recipients ÷ all; "
                    + "a person can be aided in several groups, so shares of recipients may add up to more than 100%.")
        case .percentagePoints:
            BilingualText(
                zh: "百分点：两个占比之差。", en: "Percentage points are the difference of two shares.")
        case .rank:
            BilingualText(
                zh: "位次：同一分组方式中由多到少排列的名次，数值相同的名次相同，不含未填的一组。",
                en:
                    "A rank is the place among the groups of a breakdown, the largest first; equal ones share a place, and "
                    + "the group of empty fields has none.")
        case .highest:
            BilingualText(
                zh: "最高：大于比较范围内其他所有季度的数值，按本次输入的数据重新计算。",
                en: "Highest means above every other quarter compared, all counted anew from the present inputs.")
        case .lowest:
            BilingualText(
                zh: "最低：小于比较范围内其他所有季度的数值，按本次输入的数据重新计算。",
                en: "Lowest means below every other quarter compared, all counted anew from the present inputs.")
        case .run:
            BilingualText(
                zh: "连续：至本季度止，逐个季度与各自的比较期相比都增长（或都下降）的季度数；一直到数据开始之处的，实际可能更多，写作“至少”。",
                en:
                    "A run counts the quarters up to this one that were each above, or each below, the one they are held "
                    + "against; one that goes back to where the data begin may be longer, and is told as “at least”.")
        case .milestone:
            BilingualText(
                zh: "突破：累计数在本季度内由不足变为达到或超过的整数。",
                en: "A milestone is a round number that the cumulative figure reached or passed within the quarter.")
        case .members:
            BilingualText(
                zh: "季末会员：季度最后一天项目所覆盖的会员人数，受助与否均计入，每人只计一次；出处见依据。",
                en:
                    "Members are those whom the programme covers on the quarter's last day, helped or not, each counted "
                    + "once; the sources say who tells.")
        case .perThousand:
            BilingualText(
                zh: "每千名会员：该季度的数值×1000÷季末会员人数，以精确数值计算，四舍五入到两位小数，金额到货币的最小单位；分组的会员人数为该组的；全部的数值计入所有受助的人，受助时不是会员的也在内。",
                en:
                    "Per thousand members means the figure of the quarter × 1,000 ÷ the members at its end, of a group those "
                    + "of the group, from exact values, rounded half away from zero to two decimals, or to the currency's "
                    + "minor unit. The whole's figure is that of all who were helped, members or not.")
        }
    }
}
