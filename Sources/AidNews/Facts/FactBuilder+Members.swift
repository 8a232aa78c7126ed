import AidModel
import AidStatistics

/// Members, and what the figures are for a thousand of them.
///
/// Nothing is made of a group whose figures are withheld: its members are no secret, so a rate would tell the figure.
extension FactBuilder {
    private typealias Rate = MemberRates.Rate

    /// Those of the whole in every quarter of which members are known, and of the groups that are told of.
    mutating func addMembers() {
        guard let members = report.members else { return }
        if !isOfOtherGroups {
            addSource(.members(members.source))
            if let now = members.now { add(now.rate, members.yearEarlier?.rate, of: nil) }
            for line in members.quarters where line.quarter != report.quarter {
                addRates(line.rate, of: subject(line.quarter, nil))
            }
        }
        for breakdown in members.breakdowns {
            let named = toldNames(of: breakdown.field)
            for line in breakdown.groups where named.contains(line.group.map { Array($0.utf8) }) {
                let group = FactGroup(field: breakdown.field, title: breakdown.title, name: line.group)
                // As of other figures, nothing is told of a year earlier beside which there is none of now.
                if let now = line.now, now.figures.value != nil { add(now, line.yearEarlier, of: group) }
            }
        }
    }

    private func subject(_ quarter: Quarter, _ group: FactGroup?) -> FactMaker.Subject {
        FactMaker.Subject(
            period: .quarter(quarter), group: group, isProvisional: isProvisional(.quarter(quarter)),
            isRestated: group == nil && quarter == report.quarter && report.restatement?.differsFromLast ?? false,
            sources: [FactSource.runKey, FactSource.membersKey])
    }

    /// The rates of the quarter, those of the year earlier, and the change from them.
    private mutating func add(_ now: Rate, _ earlier: Rate?, of group: FactGroup?) {
        let subject = subject(report.quarter, group)
        addRates(now, of: subject)
        guard let earlier else { return }
        let past = self.subject(report.quarter.yearEarlier, group)
        addRates(earlier, of: past)
        var compared = subject
        compared.isProvisional = subject.isProvisional || past.isProvisional
        compared.isRestated = subject.isRestated || group == nil && report.yearEarlier.asPublished != nil
        for measure in Measure.allCases {
            guard let rate = FactBuilder.ratio(now, measure), let base = FactBuilder.ratio(earlier, measure),
                let change = rate.subtracting(base)
            else { continue }
            let held = FactBase(.yearEarlier, period: past.period, value: .ratio(base))
            add(
                .change, FactMeasure(perThousand: measure), of: compared, comparison: .yearEarlier, .ratio(change),
                base: held)
            let percent: FactValue
            if base.numerator == 0 {
                percent = .none(.zero)
            } else if let ratio = change.divided(by: base) {
                percent = .ratio(ratio)
            } else {
                continue
            }
            add(
                .percent, FactMeasure(perThousand: measure), of: compared, comparison: .yearEarlier, percent,
                base: held)
        }
    }

    /// Members, and each measure for a thousand of them, where it is shown.
    private mutating func addRates(_ rate: Rate, of subject: FactMaker.Subject) {
        var members = subject
        members.isProvisional = false
        members.isRestated = false
        members.sources = [FactSource.membersKey]
        add(.level, .members, of: members, .exactly(Int128(rate.memberCount)))
        for measure in Measure.allCases {
            guard let ratio = FactBuilder.ratio(rate, measure) else { continue }
            add(.average, FactMeasure(perThousand: measure), of: subject, .ratio(ratio))
        }
    }

    /// nil: it is withheld, or there is none.
    private static func ratio(_ rate: Rate, _ measure: Measure) -> ExactRatio? {
        rate.figures.value.flatMap { figures in
            let (thousandfold, isBeyond) = figures[measure].multipliedReportingOverflow(by: 1000)
            return isBeyond ? nil : ExactRatio(thousandfold, over: Int128(rate.memberCount))
        }
    }

    /// The groups of a field of which there are facts, by the bytes of their names.
    private func toldNames(of field: String) -> Set<[UInt8]?> {
        guard let breakdown = report.breakdowns.first(where: { $0.field == field }), breakdown.axes.isEmpty else {
            return []
        }
        return Set(told(breakdown).filter { $0.group.restCount == nil }.map { $0.line.group.map { Array($0.utf8) } })
    }
}

extension ExactRatio {
    /// The exact quotient, in lowest terms; nil: beyond what fits.
    ///
    /// - Parameter other: above 0.
    fileprivate func divided(by other: ExactRatio) -> ExactRatio? {
        let (one, two) = (reduced, other.reduced)
        let (top, isTopBeyond) = one.numerator.multipliedReportingOverflow(by: two.denominator)
        let (bottom, isBottomBeyond) = one.denominator.multipliedReportingOverflow(by: two.numerator)
        return isTopBeyond || isBottomBeyond ? nil : ExactRatio(top, over: bottom)
    }
}
