import AidModel
import AidStatistics

/// What groups are, and what part of the whole.
///
/// Nothing is made of a group that is withheld, nor of the line of those without a name, and no rank where a withheld group could stand
/// above or below one that is shown:
/// - levels, changes, averages and shares come from figures of the group itself that the report shows;
/// - ranks by person-times or money are made only where no group of the breakdown is withheld in that period;
/// - ranks by recipients are made where no group is withheld but for having few, which are the smallest.
///
/// Of a breakdown with many groups those that reports show by name have facts, and 未填, and all others together, whose
/// people the report has told apart; ranks are among all.
extension FactBuilder {
    mutating func addBreakdowns() {
        // Those of two fields are for tables.
        for breakdown in report.breakdowns where breakdown.axes.isEmpty {
            addQuarter(breakdown)
            if isYearWhole { addYearToDate(breakdown) }
            if isCumulativeWhole, !isForgotten { addCumulative(breakdown) }
        }
    }

    /// What the groups of the rest are in each period, and no more.
    mutating func addOtherLevels() {
        for breakdown in report.breakdowns where breakdown.bound != nil {
            for (line, group) in told(breakdown) {
                func add(_ period: FactPeriod, _ shown: Shown<Figures>) {
                    if let now = shown.value { addLevels(now, of: subject(group, period)) }
                }
                add(quarter, line.figures)
                add(.quarter(line.yearEarlier.quarter), line.yearEarlier.base)
                add(.quarter(line.quarterEarlier.quarter), line.quarterEarlier.base)
                if isYearWhole {
                    add(yearToDate, line.yearToDate.figures)
                    add(.yearToDate(through: line.yearToDate.yearEarlier.quarter), line.yearToDate.yearEarlier.base)
                }
                if isCumulativeWhole, !isForgotten { add(cumulative, line.cumulative) }
            }
        }
    }

    private mutating func addQuarter(_ breakdown: BreakdownReport) {
        let total = report.figures
        let figures = breakdown.groups.map(\.figures)
        let shares = shareNotes(figures, total)
        addGroups(breakdown, quarter, \.figures, notes: levelNotes(figures, total))
        for (line, group) in told(breakdown) {
            let subject = subject(group, quarter)
            addComparison(line.figures, of: subject, .yearEarlier, line.yearEarlier, FactPeriod.quarter)
            addContributions(of: subject, line.yearEarlier, report.yearEarlier, FactPeriod.quarter)
            addComparison(line.figures, of: subject, .quarterEarlier, line.quarterEarlier, FactPeriod.quarter)
            guard let now = line.figures.value else { continue }
            addShares(now, of: subject, total, notes: shares)
            addShareChanges(now, of: subject, total, line)
        }
        addRanks(breakdown, quarter, figures)
    }

    private mutating func addYearToDate(_ breakdown: BreakdownReport) {
        guard let total = report.yearToDate.figures.value else { return }
        let figures = breakdown.groups.map(\.yearToDate.figures)
        let shares = shareNotes(figures, total)
        addGroups(breakdown, yearToDate, \.yearToDate.figures, notes: levelNotes(figures, total))
        for (line, group) in told(breakdown) {
            let subject = subject(group, yearToDate)
            addComparison(line.yearToDate.figures, of: subject, .yearEarlier, line.yearToDate.yearEarlier) {
                .yearToDate(through: $0)
            }
            addContributions(of: subject, line.yearToDate.yearEarlier, report.yearToDate.yearEarlier) {
                .yearToDate(through: $0)
            }
            if let now = line.yearToDate.figures.value { addShares(now, of: subject, total, notes: shares) }
        }
        addRanks(breakdown, yearToDate, figures)
    }

    private mutating func addCumulative(_ breakdown: BreakdownReport) {
        let total = report.cumulative.figures
        let figures = breakdown.groups.map(\.cumulative)
        let shares = shareNotes(figures, total)
        addGroups(breakdown, cumulative, \.cumulative, notes: levelNotes(figures, total))
        for (line, group) in told(breakdown) {
            guard let now = line.cumulative.value else { continue }
            addShares(now, of: subject(group, cumulative), total, notes: shares)
        }
        addRanks(breakdown, cumulative, figures)
    }

    private func subject(_ group: FactGroup, _ period: FactPeriod) -> FactMaker.Subject {
        FactMaker.Subject(period: period, group: group, isProvisional: isProvisional(period))
    }

    /// What is told, and what of.
    typealias Told = (line: GroupReport, group: FactGroup)

    private func told(
        _ breakdown: BreakdownReport, _ line: GroupReport, restCount: Int? = nil
    ) -> Told {
        (line, FactGroup(field: breakdown.field, title: breakdown.title, name: line.group, restCount: restCount))
    }

    /// The groups of which there are facts, and the rest of them.
    func told(_ breakdown: BreakdownReport) -> [Told] {
        guard isOfOtherGroups else {
            var all = breakdown.listed.filter { $0.withheldCount == 0 }.map { told(breakdown, $0) }
            if let bound = breakdown.bound {
                all.insert(told(breakdown, bound.rest, restCount: bound.restCount), at: bound.listed.count)
            }
            return all
        }
        guard let bound = breakdown.bound else { return [] }
        let listed = Set(bound.listed)
        return breakdown.groups.enumerated().filter { $1.group != nil && !listed.contains($0) }.map {
            told(breakdown, $0.element)
        }
    }

    /// Levels and averages of every group that is shown.
    private mutating func addGroups(
        _ breakdown: BreakdownReport, _ period: FactPeriod, _ shown: (GroupReport) -> Shown<Figures>,
        notes: [Measure: BilingualText]
    ) {
        for (line, group) in told(breakdown) {
            guard let now = shown(line).value else { continue }
            let subject = subject(group, period)
            addLevels(now, of: subject, notes: notes)
            if let unidentified = unidentifiedElsewhere {
                addAverages(now, unidentified: unidentified, of: subject)
            }
        }
    }

    private mutating func addShares(
        _ now: Figures, of subject: FactMaker.Subject, _ total: Figures, notes: [Measure: BilingualText]
    ) {
        for measure in Measure.allCases {
            guard let ratio = ExactRatio(now[measure], over: total[measure]) else { continue }
            add(
                .share, FactMeasure(measure), of: subject, .ratio(ratio),
                base: FactBase(.whole, period: subject.period, value: .exactly(total[measure])), note: notes[measure])
        }
    }

    /// What a group adds to the growth of the whole against the year earlier.
    private mutating func addContributions(
        of subject: FactMaker.Subject, _ comparison: Comparison, _ whole: Comparison, _ period: (Quarter) -> FactPeriod
    ) {
        guard let change = comparison.change.value, let base = whole.base.value else { return }
        let basePeriod = period(whole.quarter)
        var compared = subject
        compared.isProvisional = subject.isProvisional || isProvisional(basePeriod)
        for measure in [Measure.personTimes, .amount] {
            guard let ratio = ExactRatio(change[measure], over: base[measure]) else { continue }
            add(
                .contribution, FactMeasure(measure), of: compared, comparison: .yearEarlier, .ratio(ratio),
                base: FactBase(.yearEarlier, period: basePeriod, value: .exactly(base[measure])))
        }
    }

    /// By how many percentage points the share differs from that of the year earlier.
    private mutating func addShareChanges(
        _ now: Figures, of subject: FactMaker.Subject, _ total: Figures, _ line: GroupReport
    ) {
        guard let base = line.yearEarlier.base.value, let whole = report.yearEarlier.base.value else { return }
        let earlier = FactPeriod.quarter(report.yearEarlier.quarter)
        for measure in Measure.allCases {
            guard let share = ExactRatio(base[measure], over: whole[measure]),
                let ratio = ExactRatio(now[measure], over: total[measure])?.subtracting(share)
            else { continue }
            add(
                .shareChange, FactMeasure(measure), of: subject, comparison: .yearEarlier, .ratio(ratio),
                base: FactBase(.yearEarlier, period: earlier, value: .ratio(share)))
        }
    }

    private mutating func addRanks(_ breakdown: BreakdownReport, _ period: FactPeriod, _ figures: [Shown<Figures>]) {
        let isWithheld = figures.contains { if case .suppressed = $0 { true } else { false } }
        let isLargeWithheld = figures.contains { $0 == .suppressed(.complement) }
        let shown = zip(breakdown.groups, figures).compactMap { line, figures in
            figures.value.flatMap { line.group == nil || $0.personTimeCount == 0 ? nil : (line, $0) }
        }
        guard shown.count > 1 else { return }
        let names = Set(told(breakdown).map(\.line.group))
        for measure in Measure.allCases where measure == .recipients ? !isLargeWithheld : !isWithheld {
            // The place of the first that has a figure is that of all who have it.
            var places: [Int128: Int] = [:]
            for (index, figure) in shown.map({ $0.1[measure] }).sorted(by: >).enumerated() where places[figure] == nil {
                places[figure] = index + 1
            }
            for (line, now) in shown where names.contains(line.group) {
                guard let place = places[now[measure]] else { continue }
                let group = told(breakdown, line).group
                add(
                    .rank, FactMeasure(measure), of: subject(group, period), .exactly(Int128(place)),
                    base: FactBase(.others, period: period, value: .exactly(now[measure]), count: shown.count))
            }
        }
    }

    // MARK: Rounding

    /// Notes for the measures that add up across groups, where all groups are shown.
    private func levelNotes(_ figures: [Shown<Figures>], _ total: Figures) -> [Measure: BilingualText] {
        notes(figures) { maker.note(parts: $0, whole: total[$1], FactMeasure($1)) }
    }

    private func shareNotes(_ figures: [Shown<Figures>], _ total: Figures) -> [Measure: BilingualText] {
        notes(figures) { maker.note(shares: $0, whole: total[$1]) }
    }

    private func notes(
        _ figures: [Shown<Figures>], _ note: ([Int128], Measure) -> BilingualText?
    ) -> [Measure: BilingualText] {
        var notes: [Measure: BilingualText] = [:]
        guard figures.allSatisfy({ if case .suppressed = $0 { false } else { true } }) else { return notes }
        for measure in [Measure.personTimes, .amount] {
            notes[measure] = note(figures.compactMap { $0.value?[measure] }, measure)
        }
        return notes
    }
}

extension ExactRatio {
    /// The exact difference; nil: beyond what fits.
    func subtracting(_ other: ExactRatio) -> ExactRatio? {
        let (left, isLeftBeyond) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (right, isRightBeyond) = other.numerator.multipliedReportingOverflow(by: denominator)
        let (bottom, isBottomBeyond) = denominator.multipliedReportingOverflow(by: other.denominator)
        let (top, isTopBeyond) = left.subtractingReportingOverflow(right)
        guard !isLeftBeyond, !isRightBeyond, !isBottomBeyond, !isTopBeyond else { return nil }
        return ExactRatio(top, over: bottom)
    }
}
