package import AidModel
package import AidStatistics
import AidText

/// How the figures of one period and group came about (来历): from all records that were read to what is counted.
///
/// It says what the report shows and nothing besides: what is withheld has no trail, and a file has one of its own only
/// where the report publishes its balance (`QuarterReport.publishesContents`).
package struct FigureTrail: Sendable {
    /// One step: how many, or how much, is left, or goes.
    package struct Step: Sendable, Hashable {
        /// What its value counts; money is in the minor unit.
        package enum Unit: String, Sendable, CaseIterable {
            case records
            case persons
            case personTimes
            case minor
        }

        package let label: String
        package let figure: String
        package let value: Int128
        package let unit: Unit

        package init(label: String, figure: String, value: Int128, unit: Unit) {
            self.label = label
            self.figure = figure
            self.value = value
            self.unit = unit
        }
    }

    let report: QuarterReport
    let words: Wording

    package init(_ report: QuarterReport, language: Language) {
        self.report = report
        words = Wording(language: language)
    }

    private var labels: TrailLabels { TrailLabels(language: words.language) }
    private var currency: Currency { report.programme.currency }

    /// The steps to person-times, and to what else is asked for, of all claims or of a group.
    ///
    /// - Parameter group: what reports call its field, and the group.
    /// - Returns: nothing where the figures are not shown.
    package func steps(
        to measures: [Measure], _ period: ReportPeriod, group: (title: String, line: GroupReport)? = nil
    ) -> [Step] {
        let shown = group.map { $0.line[period] } ?? report[period]
        guard let figures = shown.value else { return [] }
        let span = period.quarters(of: report.quarter)
        let isKept = report.keptFrom.map { span.lowerBound < $0 } ?? false
        var steps = isKept && period != .cumulative ? [] : records
        let first = period == .cumulative ? report.cumulative.since : span.lowerBound.firstDay
        let days = labels.days(words.day(first), words.day(span.upperBound.lastDay))
        if group != nil, let all = report[period].value {
            steps.append(step(labels.ofDays(days), Int128(all.personTimeCount), .personTimes))
        }
        let name = group.map { labels.group($0.title, $0.line.group ?? words.labels.emptyGroup) }
        steps.append(step(name ?? labels.ofDays(days), Int128(figures.personTimeCount), .personTimes))
        if measures.contains(.recipients) {
            steps.append(step(labels.people, Int128(figures.recipientCount), .recipients))
        }
        if measures.contains(.amount) { steps.append(step(labels.money, figures.amountMinor, .amount)) }
        return steps
    }

    /// What became of the records of all inputs.
    private var records: [Step] {
        let balance = report.balance
        guard balance.records != .zero else { return [] }
        func step(_ label: String, _ tally: Tally) -> Step {
            Step(
                label: label, figure: NumberStyle.exact(Int128(tally.recordCount)), value: Int128(tally.recordCount),
                unit: .records)
        }
        let parts = BalanceLine.parts.filter { $0 != .paid && balance[$0] != .zero }
        let standing = Int128(balance.paid.recordCount - balance.fullyReversed.recordCount)
        return [step(labels.records, balance.records)]
            + parts.map { step(labels.less(words.name($0)), balance[$0]) }
            + [step(labels.left(words.name(.paid)), balance.paid)]
            + (balance.fullyReversed == .zero ? [] : [step(labels.fullyReversed, balance.fullyReversed)])
            + [self.step(labels.standing, standing, .personTimes)]
    }

    private func step(_ label: String, _ value: Int128, _ measure: Measure) -> Step {
        Step(
            label: label,
            figure: words.quantity(NumberStyle.exact(value, decimals: measure.decimals(currency)), measure, currency),
            value: value, unit: Step.Unit(measure))
    }
}

extension FigureTrail.Step.Unit {
    fileprivate init(_ measure: Measure) {
        self =
            switch measure {
            case .recipients: .persons
            case .personTimes: .personTimes
            case .amount: .minor
            }
    }
}
