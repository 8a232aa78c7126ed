/// The six periods of a report, and which claims are in each.
struct TwinPeriods {
    enum Period: String, CaseIterable {
        case quarter, yearEarlier, quarterEarlier, yearToDate, yearToDateEarlier, cumulative
    }

    let plan: TwinPlan
    let count: TwinCount
    let quarter: Int
    /// As yyyymmdd.
    let since: Int
    /// Quarters in which a standing paid claim is dated, also one taken back whole.
    let quarters: Set<Int>
    private let lastDay: Int

    /// nil where the run is refused: no claim at all, or none in the quarter that was asked for.
    init?(_ count: TwinCount) {
        plan = count.plan
        self.count = count
        let days = count.claims.map { count.seen[$0].day!.number }
        guard let first = days.min(), let last = days.max() else { return nil }
        lastDay = last
        quarters = Set(days.map { TwinDay(number: $0).quarter })
        since = count.plan.since ?? first
        if let asked = count.plan.quarter {
            guard quarters.contains(asked) else { return nil }
            quarter = asked
        } else {
            let complete = quarters.filter { TwinPeriods.isComplete($0, lastDay: last) }
            quarter = complete.max() ?? quarters.max()!
        }
    }

    private static func isComplete(_ quarter: Int, lastDay: Int) -> Bool {
        lastDay > TwinDay.last(of: quarter).number - 7
    }

    func isProvisional(_ quarter: Int) -> Bool { !TwinPeriods.isComplete(quarter, lastDay: lastDay) }

    func contains(_ period: Period, _ day: TwinDay) -> Bool {
        let first = quarter - quarter % 4
        switch period {
        case .quarter: return day.quarter == quarter
        case .yearEarlier: return day.quarter == quarter - 4
        case .quarterEarlier: return day.quarter == quarter - 1
        case .yearToDate: return (first...quarter).contains(day.quarter)
        case .yearToDateEarlier: return (first - 4...quarter - 4).contains(day.quarter)
        case .cumulative: return day.number >= since && day.number <= TwinDay.last(of: quarter).number
        }
    }

    func isAbsent(_ period: Period) -> Bool {
        let first = quarter - quarter % 4
        switch period {
        case .yearEarlier: return !quarters.contains(quarter - 4)
        case .quarterEarlier: return !quarters.contains(quarter - 1)
        case .yearToDateEarlier:
            return (first...quarter).contains { quarters.contains($0) != quarters.contains($0 - 4) }
        case .quarter, .yearToDate, .cumulative: return false
        }
    }

    func figures(_ period: Period, breakdown: Int? = nil, group: Exact? = nil) -> TwinFigures {
        count.figures { claim in
            contains(period, claim.day!) && (breakdown == nil || claim.groups[breakdown!] == group)
        }
    }

    /// The groups that the report lists, with an empty one last.
    func groups(_ breakdown: Int) -> [Exact] {
        let all = Set(count.claims.map { count.seen[$0].groups[breakdown] })
        let shown = all.filter { group in
            Period.allCases.contains { figures($0, breakdown: breakdown, group: group).personTimes > 0 }
        }
        return shown.sorted { one, other in
            if one.isEmpty || other.isEmpty { return !one.isEmpty }
            return one.scalars.lexicographicallyPrecedes(other.scalars)
        }
    }

    /// Whether so few people are in a group in all six periods that the report does not name it.
    func isNameless(_ group: Exact, _ breakdown: Int) -> Bool {
        !group.isEmpty
            && Period.allCases.allSatisfy { figures($0, breakdown: breakdown, group: group).recipients < plan.minGroup }
    }
}
