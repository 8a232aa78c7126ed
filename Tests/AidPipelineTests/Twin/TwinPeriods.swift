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
    /// Quarters in which a standing paid claim is dated, also one taken back whole; without those that are far off.
    let quarters: Set<Int>
    let farOff: Set<Int>
    private let lastDay: Int

    /// nil where the run is refused: no claim at all, or none in the quarter that was asked for.
    init?(_ count: TwinCount) {
        plan = count.plan
        self.count = count
        let all = Set(count.claims.map { count.seen[$0].day!.quarter })
        farOff = TwinPeriods.farOff(all, count)
        quarters = all.subtracting(farOff)
        let usual = quarters
        let days = count.claims.map { count.seen[$0].day! }.filter { usual.contains($0.quarter) }.map(\.number)
        guard let first = days.min(), let last = days.max() else { return nil }
        lastDay = last
        since = count.plan.since ?? first
        if let asked = count.plan.quarter {
            guard quarters.contains(asked) else { return nil }
            quarter = asked
        } else {
            let complete = quarters.filter { TwinPeriods.isComplete($0, lastDay: last) }
            quarter = complete.max() ?? quarters.max()!
        }
    }

    /// Quarters in which dates must be wrong.
    private static func farOff(_ all: Set<Int>, _ count: TwinCount) -> Set<Int> {
        func isPlausible(_ quarter: Int) -> Bool { quarter / 4 > 1970 && quarter / 4 < 2100 }
        func claims(_ part: [Int]) -> Int {
            count.claims.filter { part.contains(count.seen[$0].day!.quarter) && !count.isFullyReversed($0) }.count
        }
        var parts: [[Int]] = []
        for quarter in all.sorted() {
            if let last = parts.last?.last, quarter - last < 10, isPlausible(quarter) == isPlausible(last) {
                parts[parts.count - 1].append(quarter)
            } else {
                parts.append([quarter])
            }
        }
        func rank(_ part: [Int]) -> [Int] { [isPlausible(part[0]) ? 1 : 0, claims(part), part.count, -part[0]] }
        guard let bulk = parts.max(by: { rank($0).lexicographicallyPrecedes(rank($1)) }) else { return [] }
        let since = count.plan.since.map { TwinDay(number: $0).quarter }
        var farOff: Set<Int> = []
        for part in parts where part != bulk {
            if let asked = count.plan.quarter, part.contains(asked), isPlausible(asked) { continue }
            let isEarly = part[0] < bulk[0]
            if isEarly, let since, part.last! >= since { continue }
            let isThin = claims(part) * 10 * bulk.count < claims(bulk) * part.count
            if isPlausible(part[0]) != isPlausible(bulk[0]) || claims(part) < 5 || isThin
                || !isEarly && part.count * 4 <= bulk.count
            {
                farOff.formUnion(part)
            }
        }
        return farOff
    }

    /// Whether the data hold every quarter since the programme's start.
    var areWhole: Bool {
        let first = TwinDay(number: since).quarter
        return first >= quarters.min()! && (first > quarter || (first...quarter).allSatisfy(quarters.contains))
    }

    private static func isComplete(_ quarter: Int, lastDay: Int) -> Bool {
        lastDay > TwinDay.last(of: quarter).number - 7
    }

    func isProvisional(_ quarter: Int) -> Bool { !TwinPeriods.isComplete(quarter, lastDay: lastDay) }

    func contains(_ period: Period, _ day: TwinDay) -> Bool {
        let first = quarter - quarter % 4
        if farOff.contains(day.quarter) { return false }
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

    /// Of several groups together, whose people are told apart.
    func figures(_ period: Period, breakdown: Int, groups: Set<Exact>) -> TwinFigures {
        count.figures { contains(period, $0.day!) && groups.contains($0.groups[breakdown]) }
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

    /// Whether so few people are in a group that a report which shows nothing of it does not name it.
    func isFew(_ group: Exact, _ breakdown: Int) -> Bool {
        let all = Period.allCases.map { figures($0, breakdown: breakdown, group: group) }
        return !group.isEmpty && all.allSatisfy { $0.recipients < 2 * plan.minGroup }
            && all.contains { $0.personTimes > 0 && $0.recipients < plan.minGroup }
    }
}
