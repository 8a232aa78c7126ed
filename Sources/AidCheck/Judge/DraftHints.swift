import AidModel
import AidNews

/// Finds what a wrong figure would be right for, so that the mistake can be understood at once.
struct DraftHints {
    let known: KnownFigures
    let wording: StatementWording

    func hint(_ number: DraftNumber, _ statement: DraftStatement, _ value: DraftRatioRange) -> BilingualText? {
        for power in [4, -4, 8, -8] {
            if let other = number.times(tenTo: power), other.accepted.meets(value) {
                return BilingualText(
                    zh: "单位可能写错：差了\(abs(power) == 4 ? "一万" : "一亿")倍",
                    en: "the unit may be wrong: it is off by 10^\(abs(power))")
            }
        }
        if statement.kind != .level, statement.rises != nil, number.accepted.meets(value.negated) {
            return BilingualText(zh: "方向相反", en: "the direction is the other one")
        }
        if isTruncated(number, value) {
            return BilingualText(zh: "末位应四舍五入，不能舍去", en: "its last digit was cut off, not rounded")
        }
        if let vintage = vintage(number, statement) { return vintage }
        for (other, isBase) in others(statement) {
            guard case .value(let value, _, _) = known.value(other),
                number.accepted.meets(other.rises == false ? value.negated : value)
            else { continue }
            let subject = wording.subject(other)
            if isBase {
                let relation = wording.relation(other)
                return BilingualText(zh: "这是\(relation.zh)的数", en: "this is the figure \(relation.en)")
            }
            return BilingualText(zh: "这是\(subject.zh)的数", en: "this is \(subject.en)")
        }
        return nil
    }

    private func isTruncated(_ number: DraftNumber, _ value: DraftRatioRange) -> Bool {
        number.isPlain && number.value >= number.step * 10
            && DraftBounds(lowest: number.value, highest: number.value + number.step, isHighestOut: true).meets(value)
    }

    /// A figure that was published, and is no longer what is counted.
    private func vintage(_ number: DraftNumber, _ statement: DraftStatement) -> BilingualText? {
        guard statement.kind == .level,
            let levels = known.published[known.key(statement, statement.span)],
            let level = levels.last(where: { number.accepted.meets(known.ratios($0, statement.measure)) }),
            let vintage = level.vintage
        else { return nil }
        return BilingualText(
            zh: "与\(vintage.publishedOn)发布的第\(vintage.number)版相同，之后已修订",
            en: "it is what version \(vintage.number) of \(vintage.publishedOn) said, which was revised since")
    }

    /// What it may have been mixed up with, the likeliest first.
    private func others(_ statement: DraftStatement) -> [(DraftStatement, isBase: Bool)] {
        var others: [(DraftStatement, isBase: Bool)] = []
        if let base = statement.base {
            for span in [statement.span.moved(years: -1), .quarter(statement.span.quarter.quarterEarlier)]
            where span != base {
                var other = statement
                other.base = span
                others.append((other, true))
            }
        }
        for measure in [FactMeasure.recipients, .personTimes, .amount] where measure != statement.measure {
            // Money is not mixed up with people; a percent may be.
            guard
                statement.kind == .percent || statement.kind == .share
                    || (measure != .amount && statement.measure != .amount)
            else { continue }
            var other = statement
            other.measure = measure
            others.append((other, false))
        }
        let quarter = statement.span.quarter
        var spans: [DraftSpan] = [.quarter(quarter), .cumulative(quarter), DraftSpan(yearToDate: quarter)]
        spans += [
            .quarter(quarter.quarterEarlier), .quarter(quarter.yearEarlier),
            .quarter(Quarter(ordinal: quarter.ordinal + 1)),
        ]
        for span in spans where span != statement.span && statement.kind == .level {
            var other = statement
            other.span = span
            others.append((other, false))
        }
        if statement.kind == .level, statement.rises == nil {
            for base in [statement.span.moved(years: -1), .quarter(quarter.quarterEarlier)] {
                others.append(
                    (
                        DraftStatement(
                            kind: .change, measure: statement.measure, span: statement.span, group: statement.group,
                            base: base, rises: true), false
                    ))
            }
        }
        for group in [nil] + known.groups.indices.map({ Optional($0) }) where group != statement.group {
            var other = statement
            other.group = group
            others.append((other, false))
        }
        return others
    }
}
