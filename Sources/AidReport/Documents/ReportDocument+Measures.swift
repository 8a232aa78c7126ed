import AidModel
import AidStatistics
import AidText

extension DocumentShape<ReportPart<MeasureReport>> {
    static let measure = object(
        zh: "一个指标在本季度各笔赔付中的分布。", en: "How one measure is distributed over the claims of the quarter."
    ) {
        DocumentMember("measure", \.part.measure, .word, zh: "流程文件中的名称。", en: "Its name in the pipeline file.")
        distribution(zh: "本季度的分布。", en: "The distribution in the quarter.").of {
            MeasuredPart(measure: $0.part.measure, shown: $0.part.distribution)
        }
        DocumentMember(
            "yearEarlier", { $0 }, .yearEarlier, zh: "上年同期的分布。", en: "The distribution in the year earlier.")
    }.named("measure")

    private static let yearEarlier = object {
        DocumentMember("quarter", \.report.quarter.yearEarlier, .quarter, zh: "上年同期。", en: "The year earlier.")
        distribution(zh: "该季度的分布。", en: "The distribution in that quarter.").of {
            MeasuredPart(measure: $0.part.measure, shown: $0.part.yearEarlier)
        }
    }

    private static func distribution(zh: String, en: String) -> DocumentMembers<MeasuredPart> {
        DocumentMembers {
            DocumentMember(
                "distribution", { part in part.shown.value.map { MeasuredDistribution(part.measure, $0) } },
                DocumentShape<MeasuredDistribution>.distribution.orNull, zh: zh, en: en)
            DocumentMember(
                optional: "suppressed",
                { part in if case .suppressed(let why) = part.shown { why } else { nil } }, .word,
                zh: "为何隐去：受助职工不足 minGroup 的十倍。",
                en: "Why it is withheld: fewer recipients than ten times minGroup.")
            DocumentMember(
                optional: "absent", { part in part.shown == .absent ? true : nil }, .yes,
                zh: "该季度没有可计的赔付。", en: "The measure is known of no claim of the quarter.")
            DocumentRule.null([["distribution"]], saidBy: [["suppressed"], ["absent"]])
        }
    }
}

private struct MeasuredPart {
    let measure: ClaimMeasure
    let shown: Shown<ClaimDistribution>
}

private struct MeasuredDistribution {
    let measure: ClaimMeasure
    let distribution: ClaimDistribution

    init(_ measure: ClaimMeasure, _ distribution: ClaimDistribution) {
        self.measure = measure
        self.distribution = distribution
    }

    /// nil: every claim has its amount.
    var days: ClaimDistribution? { measure == .daysToPayment ? distribution : nil }
}

extension DocumentShape<MeasuredDistribution> {
    fileprivate static let distribution = object(
        zh: "四分位数：金额以最小货币单位计，天数以天计。", en: "The quartiles, of money in the minor unit, of days in days."
    ) {
        DocumentMember(
            "claims", \.distribution.claimCount, .count, zh: "计入分布的赔付笔数。",
            en: "The claims of which the measure is known.")
        DocumentMember(
            "lowerQuartile", { Int($0.distribution.quartiles.lower) }, .count, zh: "下四分位数。", en: "The lower quartile.")
        DocumentMember("median", { Int($0.distribution.quartiles.median) }, .count, zh: "中位数。", en: "The median.")
        DocumentMember(
            "upperQuartile", { Int($0.distribution.quartiles.upper) }, .count, zh: "上四分位数。", en: "The upper quartile.")
        DocumentMember(
            optional: "withoutDay", \.days?.withoutDayCount, .count, zh: "只用于天数：没有就诊日期的赔付笔数。",
            en: "Of days alone: the claims without a day of treatment.")
        DocumentMember(
            optional: "paidBeforeTreatment", \.days?.paidBeforeTreatmentCount, .count,
            zh: "只用于天数：打款早于就诊的赔付笔数。", en: "Of days alone: the claims that were paid before the treatment.")
    }.named("distribution")
}
