import AidModel
import AidStatistics
import AidText

extension ReportLabels {
    var rulesHeading: String { text(zh: "按规则复算", en: "Held against the rules") }
    var rulesNote: String {
        text(
            zh: "本季度每笔现行有效的赔付，按流程文件中的规则复算应付金额：一人的赔付按日期先后，同日的按输入中的先后；起付线、分段比例、舍入、"
                + "单笔封顶、年度封顶依次计算。原因是按次序第一个说得通的。逐笔差额（最大的一千笔）在 rules.csv 中，只供内部核查。",
            en:
                "Every claim of the quarter that stands is worked out anew by the rules in the pipeline file: a person's claims "
                + "in the order of their days, and of the inputs within a day; deductible, shares, rounding, cap of the claim "
                + "and caps of the year, in this order. The cause is the first that fits. The largest differences claim by "
                + "claim (a thousand at most) are in rules.csv, for internal use alone.")
    }
    var ruleOutcome: String { text(zh: "结果", en: "Outcome") }
    var ruleCause: String { text(zh: "原因", en: "Cause") }
    var ruleClaims: String { text(zh: "赔付笔数", en: "Claims") }
    var capBand: String { text(zh: "已得金额占年度封顶线", en: "Paid, of the year's cap") }
}

extension Wording {
    var recipientsColumn: String { text(zh: "人数（人）", en: "People") }

    func paidColumn(_ currency: Currency) -> String {
        text(zh: "已付金额（\(unit(of: currency))）", en: "Paid (\(unit(of: currency)))")
    }

    func dueColumn(_ currency: Currency) -> String {
        text(zh: "应付金额（\(unit(of: currency))）", en: "Due (\(unit(of: currency)))")
    }

    func differenceColumn(_ currency: Currency) -> String {
        text(zh: "差额（\(unit(of: currency))）", en: "Difference (\(unit(of: currency)))")
    }

    /// - Parameter outcome: a word of `RuleOutcome`.
    func ruleOutcome(_ outcome: String) -> String {
        switch outcome {
        case "agreeing": text(zh: "相符", en: "agreeing")
        case "over": text(zh: "多付", en: "over")
        case "under": text(zh: "少付", en: "under")
        default: text(zh: "未复算", en: "not held against them")
        }
    }

    func ruleCause(_ outcome: RuleOutcome) -> String {
        switch outcome {
        case .agreeing: ""
        case .over(let cause), .under(let cause): explain(cause)
        case .unjudged(let why): explain(why)
        }
    }

    private func explain(_ cause: RuleCause) -> String {
        switch cause {
        case .reversedInPart: text(zh: "部分冲正", en: "reversed in part")
        case .rounding: text(zh: "舍入", en: "rounding")
        case .yearCap: text(zh: "超出年度封顶线", en: "beyond the year's cap")
        case .claimCap: text(zh: "超出单笔封顶线", en: "beyond the cap of a claim")
        case .deductible: text(zh: "未扣起付线", en: "no deductible taken off")
        case .otherTerms: text(zh: "套用了其他时期或类别的规则", en: "by terms of another day or kind of care")
        case .other: text(zh: "其他", en: "other")
        }
    }

    private func explain(_ why: RuleOutcome.Unjudged) -> String {
        switch why {
        case .noPerson: text(zh: "无法识别人员", en: "unidentified")
        case .noBasis: text(zh: "没有基数", en: "no basis")
        case .noTerms: text(zh: "规则未涉及", en: "no terms for its kind of care or day")
        }
    }

    /// What all lines of one outcome come to.
    func ruleTotal(_ outcome: String, _ tally: RuleTally, _ currency: Currency) -> String {
        let claims = NumberStyle.exact(Int128(tally.claimCount))
        let difference = Int128((tally.paidMinor - tally.dueMinor).magnitude)
        let money = quantity(NumberStyle.exact(difference, decimals: currency.minorDigits), .amount, currency)
        let name = ruleOutcome(outcome)
        return outcome == "agreeing"
            ? text(zh: "\(name)：\(claims)笔", en: "\(name): \(claims) claims")
            : text(zh: "\(name)：\(claims)笔，共\(money)", en: "\(name): \(claims) claims, by \(money)")
    }

    func belowDeductible(_ tally: RuleTally, _ currency: Currency) -> String {
        let claims = NumberStyle.exact(Int128(tally.claimCount))
        let money = quantity(NumberStyle.exact(tally.paidMinor, decimals: currency.minorDigits), .amount, currency)
        return text(
            zh: "基数未超过起付线：\(claims)笔，已付\(money)",
            en: "of no more than the deductible: \(claims) claims, paid \(money)")
    }

    func yearCap(_ cap: String, through quarter: Quarter, _ currency: Currency) -> String {
        text(
            zh: "年度封顶线（各类合计）：每人\(quantity(cap, .amount, currency))。\(span(through: quarter))已得金额的分布：",
            en:
                "The year's cap, all kinds of care together, is \(quantity(cap, .amount, currency)) a person. People by what "
                + "they were paid in \(spokenSpan(through: quarter)):")
    }

    func capBand(_ band: CapBand) -> String {
        switch band {
        case .reached: text(zh: "正好达到", en: "the cap itself")
        case .beyond: text(zh: "超过", en: "more than the cap")
        default:
            band.fromPercent == 0
                ? text(zh: "不到\(band.belowPercent ?? 0)%", en: "below \(band.belowPercent ?? 0)%")
                : text(
                    zh: "\(band.fromPercent)%至不到\(band.belowPercent ?? 0)%",
                    en: "\(band.fromPercent)% to below \(band.belowPercent ?? 0)%")
        }
    }
}
