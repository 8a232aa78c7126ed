/// What a reader can work out of one group's periods by adding and subtracting those that are shown.
struct TwinInference {
    let periods: TwinPeriods
    /// By period: why it is hidden, or nil.
    let labels: [String?]

    var faults: [String] {
        let all = TwinPeriods.Period.allCases
        let seen = all.indices.filter { labels[$0] == nil && !periods.isAbsent(all[$0]) }
        return all.indices.filter { labels[$0] != nil }.compactMap { hidden in
            canTell(all[hidden], from: seen.map { all[$0] }, sum: days.map { _ in 0 })
                ? "\(all[hidden]) follows from other periods" : nil
        }
    }

    /// One day for each kind of claim that the data have: its quarter, before the start or after it.
    private var days: [TwinDay] {
        var days: [Int: TwinDay] = [:]
        for claim in periods.count.claims {
            let day = periods.count.seen[claim].day!
            days[day.quarter * 2 + (day.number < periods.since ? 0 : 1)] = day
        }
        return days.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Tries every way to add, subtract or leave out each period.
    private func canTell(
        _ hidden: TwinPeriods.Period, from seen: [TwinPeriods.Period], sum: [Int]
    ) -> Bool {
        guard let next = seen.first else {
            return zip(days, sum).allSatisfy { (periods.contains(hidden, $0) ? 1 : 0) == $1 }
        }
        return [0, 1, -1].contains { factor in
            let more = zip(days, sum).map { $1 + (periods.contains(next, $0) ? factor : 0) }
            return canTell(hidden, from: Array(seen.dropFirst()), sum: more)
        }
    }
}
