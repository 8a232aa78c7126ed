import AidModel
import AidStatistics
import AidText

/// What a change comes from, of the measures that have factors.
struct ComparisonFactors {
    let personTimes: ChangeFactors
    let amount: ChangeFactors

    /// nil: the change is not shown, or people are not told from person-times.
    init?(_ comparison: Comparison) {
        guard let personTimes = comparison.factors(.personTimes), let amount = comparison.factors(.amount) else {
            return nil
        }
        (self.personTimes, self.amount) = (personTimes, amount)
    }
}

extension DocumentShape<ComparisonFactors> {
    static let factors = object(
        zh: "增减量分解到各因素，各项之和恰为增减量；见 definitions 的 factors。",
        en: "The change divided among what it comes from; the parts add up to it. See factors among the definitions."
    ) {
        DocumentMember(
            Measure.personTimes.jsonKey, \.personTimes, .factors(of: .personTimes), zh: "受助人次的。",
            en: "Of the person-times.")
        DocumentMember(
            Measure.amount.jsonKey, \.amount, .factors(of: .amount), zh: "受助金额的，以最小货币单位计。",
            en: "Of the money, in the minor unit.")
    }.named("factors")
}

extension DocumentShape<ChangeFactors> {
    fileprivate static func factors(of measure: Measure) -> DocumentShape {
        .object {
            for factor in ChangeFactor.all(of: measure) {
                DocumentMember(factor.rawValue, { $0[factor] }, .integer, meaning: factor.meaning)
            }
        }
    }
}

extension ChangeFactor {
    fileprivate var meaning: BilingualText {
        switch self {
        case .recipients: BilingualText(zh: "来自受助职工人数。", en: "From more or fewer recipients.")
        case .personTimesPerRecipient:
            BilingualText(zh: "来自人均受助人次。", en: "From more or fewer person-times a recipient.")
        case .amountPerPersonTime:
            BilingualText(zh: "来自次均受助金额。", en: "From more or less money a person-time.")
        }
    }
}

/// What a group, or the rest, adds to the growth of the whole, by what is compared with.
struct GroupContributions {
    let yearEarlier: ByMeasure<Int128?>
    let quarterEarlier: ByMeasure<Int128?>
    let yearToDate: ByMeasure<Int128?>

    /// nil: nothing of it is shown.
    init?(_ group: GroupReport, in report: ReportFrame) {
        func hundredths(_ comparison: Comparison, _ whole: Comparison) -> ByMeasure<Int128?> {
            { measure in
                guard case .hundredths(let points)? = comparison.contribution(measure, to: whole) else { return nil }
                return points
            }
        }
        yearEarlier = hundredths(group.yearEarlier, report.yearEarlier)
        quarterEarlier = hundredths(group.quarterEarlier, report.quarterEarlier)
        yearToDate = hundredths(group.yearToDate.yearEarlier, report.yearToDate)
        let all = [yearEarlier, quarterEarlier, yearToDate]
        if all.allSatisfy({ $0(.personTimes) == nil && $0(.amount) == nil }) { return nil }
    }
}

extension DocumentShape<GroupContributions> {
    static let contributions = object(
        zh: "该组的增减量拉动全部增长的百分点；没有或隐去的无此项。",
        en:
            "What the group's change adds to the growth of the whole, in percentage points; left out where there is none or "
            + "it is withheld."
    ) {
        DocumentMember("yearEarlier", \.yearEarlier, .points, zh: "与上年同期相比的。", en: "Against the year earlier.")
        DocumentMember(
            "quarterEarlier", \.quarterEarlier, .points, zh: "与上季度相比的。", en: "Against the quarter earlier.")
        DocumentMember(
            "yearToDate", \.yearToDate, .points, zh: "今年以来与上年同期相比的。",
            en: "Of the year to date against the year earlier.")
    }.named("contributions")
}

extension DocumentShape<ByMeasure<Int128?>> {
    /// Of the measures that add up.
    fileprivate static let points = object {
        for measure in [Measure.personTimes, .amount] {
            DocumentMember(
                optional: measure.jsonKey, { $0(measure) }, DocumentShape<Int128>.hundredths,
                zh: "百分点，保留两位小数，四舍五入。",
                en: "Percentage points with two decimals, rounded half away from zero.")
        }
    }
}
