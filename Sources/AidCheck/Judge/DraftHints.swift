import AidModel
import AidNews

/// Finds what a wrong figure would be right for, so that the mistake can be understood at once.
struct DraftHints {
    let known: KnownFigures

    func hint(_ number: Numeral, _ statement: DraftStatement, _ value: DraftRatioRange) -> DraftHint? {
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
            guard let value = known.range(of: other),
                number.accepted.meets(other.rises == false ? value.negated : value)
            else { continue }
            return isBase ? .otherBase(other) : .other(other)
        }
        return nil
    }

    private func isTruncated(_ number: Numeral, _ value: DraftRatioRange) -> Bool {
        number.isPlain && number.value >= number.step * 10
            && DraftBounds(lowest: number.value, highest: number.value + number.step, isHighestOut: true).meets(value)
    }

    /// A figure that was published, and is no longer what is counted.
    private func vintage(_ number: Numeral, _ statement: DraftStatement) -> FactVintage? {
        guard statement.kind == .level else { return nil }
        return known.published[known.key(statement.now)]?
            .last { number.accepted.meets(known.ratios($0, statement.measure)) }?.vintage
    }

    /// What it may have been mixed up with, the likeliest first.
    private func others(_ statement: DraftStatement) -> [(DraftStatement, isBase: Bool)] {
        let ofBases = otherBases(statement).map { ($0, true) }
        let all = otherMeasures(statement) + otherSpans(statement) + changes(statement) + otherGroups(statement)
        return ofBases + all.map { ($0, false) }
    }

    private func otherBases(_ statement: DraftStatement) -> [DraftStatement] {
        guard let base = statement.base, statement.kind != .share, base.groups == statement.now.groups else {
            return []
        }
        let spans = [statement.span.moved(years: -1), .quarter(statement.span.quarter.quarterEarlier)]
        return spans.filter { $0 != base.span }.map { span in
            var other = statement
            other.base = base.of(span)
            return other
        }
    }

    private func otherMeasures(_ statement: DraftStatement) -> [DraftStatement] {
        [FactMeasure.recipients, .personTimes, .amount].filter { $0 != statement.measure }.filter { measure in
            // Money is not mixed up with people; a percent may be.
            statement.kind == .percent || statement.kind == .share || measure != .amount && statement.measure != .amount
        }.map { measure in
            var other = statement
            other.now.measure = measure
            other.base?.measure = measure
            return other
        }
    }

    private func otherSpans(_ statement: DraftStatement) -> [DraftStatement] {
        guard statement.kind == .level else { return [] }
        let quarter = statement.span.quarter
        let spans: [DraftSpan] = [
            .quarter(quarter), .cumulative(quarter), .yearToDate(quarter), .quarter(quarter.quarterEarlier),
            .quarter(quarter.yearEarlier), .quarter(Quarter(ordinal: quarter.ordinal + 1)),
        ]
        return spans.filter { $0 != statement.span }.map { span in
            var other = statement
            other.now.span = span
            return other
        }
    }

    private func changes(_ statement: DraftStatement) -> [DraftStatement] {
        guard statement.kind == .level, statement.rises == nil else { return [] }
        let bases: [DraftSpan] = [
            statement.span.moved(years: -1), .quarter(statement.span.quarter.quarterEarlier),
        ]
        return bases.map {
            DraftStatement(kind: .change, now: statement.now, base: statement.now.of($0), rises: true)
        }
    }

    private func otherGroups(_ statement: DraftStatement) -> [DraftStatement] {
        let groups = known.groups.indices.prefix(DraftWeights.hintGroups).map { [$0] }
        return ([[]] + groups).filter { $0 != statement.now.groups }.map { statement.ofOther(groups: $0) }
    }
}
