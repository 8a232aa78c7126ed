import AidModel
import AidNews

/// Finds what a wrong figure would be right for, so that the mistake can be understood at once.
struct DraftHints {
    let known: KnownFigures

    func hint(_ number: DraftNumber, _ statement: DraftStatement, _ value: DraftRatioRange) -> DraftHint? {
        for power in [4, -4, 8, -8] {
            if let other = number.times(tenTo: power), other.accepted.meets(value) {
                return .unit(power: power)
            }
        }
        if statement.kind != .level, statement.rises != nil, number.accepted.meets(value.negated) {
            return .otherDirection
        }
        if isTruncated(number, value) { return .cutOff }
        if let vintage = vintage(number, statement) { return .published(vintage) }
        for (other, isBase) in others(statement) {
            guard case .value(let value, _, _) = known.value(other),
                number.accepted.meets(other.rises == false ? value.negated : value)
            else { continue }
            return isBase ? .otherBase(other) : .other(other)
        }
        return nil
    }

    private func isTruncated(_ number: DraftNumber, _ value: DraftRatioRange) -> Bool {
        number.isPlain && number.value >= number.step * 10
            && DraftBounds(lowest: number.value, highest: number.value + number.step, isHighestOut: true).meets(value)
    }

    /// A figure that was published, and is no longer what is counted.
    private func vintage(_ number: DraftNumber, _ statement: DraftStatement) -> FactVintage? {
        guard statement.kind == .level else { return nil }
        return known.published[known.key(statement, statement.span)]?
            .last { number.accepted.meets(known.ratios($0, statement.measure)) }?.vintage
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
