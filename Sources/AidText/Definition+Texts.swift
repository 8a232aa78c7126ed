package import AidModel

extension Definition {
    /// - Parameters:
    ///   - minGroup: the smallest number of recipients shown in a group; 0 shows all.
    ///   - pPercent: the share of the p% rule, such as `10%`; nil: there is none.
    package func text(minGroup: Int, pPercent: String? = nil) -> BilingualText {
        switch self {
        case .recipients:
            BilingualText(
                zh: "受助职工：在所述时期和分组内至少有一人次受助的不同人员，每人只计一次；各时期、各分组的人数不能相加。",
                en: "Recipients are the distinct persons with at least one person-time in the period and group, each "
                    + "counted once; they do not add up across periods or groups.")
        case .personTimes:
            BilingualText(
                zh: "受助人次：已支付且未被全额冲正的赔付笔数。",
                en: "Person-times are the paid claims that no reversal has taken back whole.")
        case .amount:
            BilingualText(
                zh: "受助金额：上述赔付的互助金总额，已扣除部分冲正的金额。",
                en: "The amount is the money of those claims, less what partial reversals took back.")
        case .quarter:
            BilingualText(
                zh: "季度：公历季度，赔付按流程文件指定的日期归入季度，冲正归入原赔付所在季度。",
                en: "A quarter is a civil quarter; a claim belongs to that of the date which the pipeline file names, "
                    + "a reversal to that of its claim.")
        case .yearEarlier:
            BilingualText(
                zh: "上年同期：上一年的同一季度（今年以来则为上一年的同一时段），与之相比的变化为同比。",
                en: "Year earlier is the same quarter of the year before, or the same span of it for year to date.")
        case .quarterEarlier:
            BilingualText(
                zh: "上季度：紧接本季度之前的季度，与之相比的变化为环比。",
                en: "Quarter earlier is the quarter just before.")
        case .yearToDate:
            BilingualText(
                zh: "今年以来：当年1月1日至本季度末；人数在整个时段内重新去重计算，不是各季度人数之和。",
                en: "Year to date runs from 1 January to the end of the quarter; its recipients are counted anew, "
                    + "not added.")
        case .cumulative:
            BilingualText(
                zh: "累计：自项目开始至本季度末；人数在整个时段内重新去重计算，不是各季度人数之和。",
                en: "Cumulative runs from the programme's start to the end of the quarter; its recipients are counted "
                    + "anew, not added.")
        case .percent:
            BilingualText(
                zh: "增减幅度：增减量÷比较期数值×100%，以精确数值计算，四舍五入到两位小数；比较期无数据或为零时不计算。",
                en: "Percent is change ÷ base × 100 from exact values, rounded half away from zero to two decimals; "
                    + "there is none where the base is absent or zero.")
        case .provisional:
            BilingualText(
                zh: "初步：导出数据未覆盖到该季度的最后几天，数字可能还会变动。",
                en: "Provisional means that the exports stop before the quarter's last days, so that its figures may "
                    + "still change.")
        case .suppressed:
            minGroup > 0
                ? BilingualText(
                    zh: "不公布：为保护个人信息，受助职工少于\(minGroup)人的分组不公布数字；"
                        + (pPercent.map { "除金额最多的两人外，其余人的金额合计不足最多者\($0)的分组，也不公布；" } ?? "")
                        + "为防止由其他数字推算，必要时一并不公布同类的其他分组。",
                    en: "Suppressed: to protect people, figures of groups with fewer than \(minGroup) recipients are "
                        + "withheld, "
                        + (pPercent.map {
                            "and of groups in which all but the two with the most money come to less than \($0) of what "
                                + "the first of them has, "
                        } ?? "") + "and those of further groups where the former would follow by subtraction.")
                : BilingualText(
                    zh: "不公布：本报告未设定分组公布的最低人数，所有分组的数字均予公布。",
                    en: "Suppressed: this report sets no smallest group, so that the figures of every group are shown.")
        case .unidentified:
            BilingualText(
                zh: "无法识别人员：证件号码损坏或有误的赔付，计入人次和受助金额，不计入受助职工人数。",
                en: "Unidentified are paid claims whose ID is damaged or wrong; they count person-times and money but "
                    + "no recipient.")
        case .firstTime:
            BilingualText(
                zh: "首次受助：本季度受助，而自项目开始以来的以前各季度均未受助的职工；项目开始日未定的，自数据中的首笔赔付起算。",
                en: "First-time recipients are those of the quarter with no person-time in any quarter before it since "
                    + "the programme's start, or since the first payment of the data where no start is given.")
        case .returning:
            BilingualText(
                zh: "再次受助：本季度受助，且自项目开始以来的以前某个季度也受助过的职工；与首次受助人数之和为受助职工人数。",
                en: "Returning recipients are all others of the quarter; with the first-time ones they are the "
                    + "recipients.")
        case .perRecipient:
            BilingualText(
                zh: "人均：本季度受助人次、受助金额除以受助职工人数，均不含无法识别人员的赔付；人次四舍五入到两位小数，金额四舍五入到货币的最小单位。",
                en: "Per recipient means the quarter's person-times, or amount, ÷ recipients, without unidentified "
                    + "claims; rounded half away from zero to two decimals, or to the currency's minor unit.")
        case .vintage:
            BilingualText(
                zh: "版本：某一季度的数字某一次公布时的样子，从第1版起编号，公布后不再改动。",
                en: "A vintage is the figures of a quarter as they were published at one time; vintages are numbered "
                    + "from 1 and never changed.")
        case .restatement:
            BilingualText(
                zh: "修订：现在的数字与已公布的不同。补报、更正和冲正的变动按赔付编号逐笔比较最近公布时已有的输入文件与全部输入文件得出；"
                    + "人次和金额的各项变动相加即为全部变动，人数的变动不能按原因相加。",
                en: "A restatement is a difference from figures that were published. Late claims, corrections and "
                    + "reversals come from holding, claim by claim, the inputs of the last vintage against all; their "
                    + "person-times and money add up to the whole change, recipients do not.")
        case .forgotten:
            BilingualText(
                zh: "按保留期限删去：登记册不再保存更早季度的记录，那些季度的数字保持原样；累计从能精确统计人数的第一天起算，自项目开始以来的人次和金额另列。",
                en: "Forgotten for retention: the register no longer has the records of earlier quarters, whose "
                    + "figures stay as they were; cumulative figures run from the first day on which people are "
                    + "exact, and person-times and money since the programme's start stand beside them.")
        case .quartiles:
            BilingualText(
                zh: "四分位数：把有效的赔付（金额已扣除部分冲正）从小到大排列，共n笔，下四分位数、中位数、上四分位数为第n/4、n/2、"
                    + "3n/4笔的数值；不是整数时取下一笔，是整数时取该笔与下一笔的平均数，四舍五入到最小单位或一天（Hyndman与Fan的"
                    + "第二种定义）。每个四分位数是一两个人的数值，"
                    + (minGroup > 0
                        ? "因此受助职工减去未计入的赔付笔数不足\(minGroup * 10)人时不予公布，分组一律不给出。" : "分组一律不给出。"),
                en:
                    "Quartiles: of n claims that stand in rising order (money net of reversals), the lower quartile, the "
                    + "median and the upper quartile are the values at places n/4, n/2 and 3n/4; where that is not whole, "
                    + "at the next place, and where it is, the mean of that value and the next, rounded half away from "
                    + "zero to the minor unit or the day (definition 2 of Hyndman and Fan). Each is what one person or "
                    + "two have got, so "
                    + (minGroup > 0
                        ? "they are withheld where the recipients, less the claims that are not measured, are fewer "
                            + "than \(minGroup * 10), and never given for groups."
                        : "they are never given for groups."))
        case .factors:
            BilingualText(
                zh: "因素：受助金额＝受助职工×人均受助人次×次均受助金额，受助人次＝受助职工×人均受助人次。增减量按各因素变动的先后顺序逐一替换，"
                    + "取全部顺序的平均数（Shapley值）分解到各因素，以精确数值计算，各项之和恰为增减量；不足一个单位的部分按余数由大到小"
                    + "逐一补足，余数相同的依上述次序。一期无人受助的，全部归于受助职工；有无法识别人员的，不分解。",
                en:
                    "Factors: the amount is recipients × person-times a recipient × amount a person-time, and person-times are "
                    + "recipients × person-times a recipient. A change is divided among them as the mean over all orders in "
                    + "which they can change one after the other (Shapley's value), from exact values; the parts add up to "
                    + "the change. What is missing after rounding down goes by one to those of which most was cut off, of "
                    + "equals to the first. Where one period has nobody, all comes from recipients; where persons are "
                    + "unidentified, nothing is divided.")
        case .contribution:
            BilingualText(
                zh: "拉动：分组的增减量÷全部的比较期数值×100%，以百分点计；各组不重复、不遗漏时，其和为全部的增减幅度。人数不能相加，不计算。",
                en:
                    "Contribution means the change of a group ÷ the base of the whole × 100, in percentage points; those of "
                    + "all groups add up to the percent of the whole. There is none of recipients, who do not add up.")
        case .due:
            BilingualText(
                zh: "应付金额：按流程文件中的规则，由赔付的基数算出的金额；一人同一自然年的赔付依次计算，扣除冲正后全额冲正的赔付不计。",
                en:
                    "Due is what the rules in the pipeline file make of a claim's basis, with a person's claims of a calendar "
                    + "year in their order; claims that were reversed whole are none of them.")
        case .daysToPayment:
            BilingualText(
                zh: "就诊至打款天数：打款日期减去就诊日期；当日打款为 0 天。没有就诊日期的、打款早于就诊的赔付不计入，另列笔数；"
                    + "相差超过 16,381 天的视为没有就诊日期。",
                en: "Days to payment are the day of payment less that of the treatment, 0 on the same day. Claims "
                    + "without a day of treatment, and those paid before it, are counted apart; a day more than 16,381 "
                    + "days before the payment is as if there were none.")
        }
    }
}
