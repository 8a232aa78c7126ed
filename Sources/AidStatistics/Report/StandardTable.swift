import AidModel

/// The standardised rates of one breakdown, of the quarter and of the year earlier.
struct StandardTable {
    /// A group as its rate is reckoned: whoever has the same people has the same rate.
    struct People: Hashable {
        let recipients: StandardRates.Cells
        /// nil: nobody says.
        let members: StandardRates.Cells?
    }

    struct Entry {
        let people: People
        /// 0 where it is not shown.
        let recipientCount: Int
        var rate: StandardRates.Rate
    }

    let field: String
    /// By the time, and then by the group.
    private var times: [[Entry]]
    private let groups: [String?]

    init(_ field: String, times: [[Entry]], groups: [String?]) {
        self.field = field
        self.times = times
        self.groups = groups
    }

    /// Withholds what would follow: of a breakdown of which one rate alone is withheld, the smallest other group's,
    /// since what the cells of all leave of the whole would be its own; and where the same people are a group of several
    /// breakdowns, as a street of one union is, the rates of all or of none.
    static func withhold(_ tables: inout [StandardTable]) {
        for time in tables.first?.times.indices ?? 0..<0 {
            var isDone = false
            while !isDone {
                for place in tables.indices { hideRest(&tables[place].times[time]) }
                let withheld = Set(tables.flatMap { $0.times[time].filter { $0.rate == .withheld }.map(\.people) })
                isDone = true
                for place in tables.indices {
                    for index in tables[place].times[time].indices {
                        let entry = tables[place].times[time][index]
                        guard entry.rate.isShown, withheld.contains(entry.people) else { continue }
                        tables[place].times[time][index].rate = .withheld
                        isDone = false
                    }
                }
            }
        }
    }

    private static func hideRest(_ entries: inout [Entry]) {
        guard entries.count(where: { $0.rate == .withheld }) == 1 else { return }
        let smallest = entries.indices.filter { entries[$0].rate.isShown }.min {
            (entries[$0].recipientCount, $0) < (entries[$1].recipientCount, $1)
        }
        if let smallest { entries[smallest].rate = .withheld }
    }

    /// Of the groups of which anything is to be said.
    ///
    /// - Parameter crudes: the crude rates of groups, by their names; nil: there is none.
    func lines(_ crudes: [(group: String?, rate: Shown<Int128>?)]) -> [StandardRates.Line] {
        let known = Dictionary(crudes.map { (StandardTable.key($0.group), $0.rate) }) { first, _ in first }
        return groups.indices.compactMap { index in
            let (now, earlier) = (times[0][index].rate, times[1][index].rate)
            let crude = known[StandardTable.key(groups[index])] ?? nil
            guard crude != nil || now != .absent || earlier != .absent else { return nil }
            return StandardRates.Line(
                field: field, group: groups[index], crude: crude ?? .absent, now: now, yearEarlier: earlier)
        }
    }

    /// By bytes: texts that Swift takes for equal may be different groups.
    private static func key(_ group: String?) -> [UInt8]? { group.map { Array($0.utf8) } }
}

extension StandardRates.Rate {
    fileprivate var isShown: Bool { if case .hundredths = self { true } else { false } }
}
