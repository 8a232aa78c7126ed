import AidModel

/// Decides which figures of a breakdown are withheld, over all periods that a report shows.
///
/// What one period hides must not follow from others: in a second quarter the year to date less the
/// quarter earlier is the quarter. So where a hidden figure of a group is a combination of the group's
/// figures that are shown, one of these is hidden too; and then within that period what `SmallGroups` asks.
///
/// Person-times and money add up over spans of time, and the totals tell which quarters have claims.
struct Disclosure {
    /// The periods that are shown at all.
    private let shown: [ReportPeriod]
    /// For each kind of time that the data have its periods, a bit each: what adds up.
    private let masks: [UInt64]
    let minGroup: Int

    /// Which to hide first: what is the most removed from the news.
    private static let order: [ReportPeriod] = [
        .yearToDate, .yearToDateYearEarlier, .cumulative, .quarterEarlier, .yearEarlier, .quarter,
    ]

    /// - Parameter masks: each once.
    init(shown: [ReportPeriod], masks: [UInt64], minGroup: Int) {
        self.shown = shown
        self.masks = masks
        self.minGroup = minGroup
    }

    /// For each period, and in it for each group, why it is withheld, or nil.
    ///
    /// - Parameter ownMasks: the masks of the times that a group has claims in, where everybody knows that it has none
    ///   in the others; nil: nobody does.
    func suppressions(of groups: [PeriodFigures], ownMasks: (Int) -> Set<UInt64>? = { _ in nil }) -> [[Suppression?]] {
        suppressions(of: groups, ownMasks: ownMasks) { period, alsoHidden in
            SmallGroups.suppressions(of: groups.map { $0[period] }, minGroup: minGroup, alsoHidden: alsoHidden)
        }
    }

    /// The same, where something else decides within a period.
    ///
    /// - Parameter within: for each group why it is withheld in a period, given the places of those that are to be
    ///   because of others.
    func suppressions(
        of groups: [PeriodFigures], ownMasks: (Int) -> Set<UInt64>?,
        within: (ReportPeriod, _ alsoHidden: Set<Int>) -> [Suppression?]
    ) -> [[Suppression?]] {
        var alsoHidden = [Set<Int>](repeating: [], count: ReportPeriod.allCases.count)
        // One for each set of masks.
        var follows: [[UInt64]: Follows] = [:]
        let masks = groups.indices.map { ownMasks($0)?.sorted() ?? self.masks }
        while true {
            let result = ReportPeriod.allCases.map { within($0, alsoHidden[$0.rawValue]) }
            var isDone = true
            for index in groups.indices {
                let known = shown.filter { result[$0.rawValue][index] == nil }
                guard known.count < shown.count,
                    let period = revealing(
                        groups[index], known, &follows[masks[index], default: Follows(masks[index])])
                else { continue }
                alsoHidden[period.rawValue].insert(index)
                isDone = false
            }
            if isDone { return result }
        }
    }

    /// A period that must be hidden so that no hidden one follows from those that are shown; nil: none does.
    private func revealing(
        _ figures: PeriodFigures, _ known: [ReportPeriod], _ follows: inout Follows
    ) -> ReportPeriod? {
        guard let revealed = shown.first(where: { !known.contains($0) && follows($0, from: known) }) else { return nil }
        // A figure of nothing is shown, and hides nothing.
        let candidates = Disclosure.order.filter { known.contains($0) && figures[$0].personTimeCount > 0 }
        return candidates.first { candidate in !follows(revealed, from: known.filter { $0 != candidate }) }
            ?? candidates.first
    }
}

/// Whether the figures of a period are a combination of those of others, whatever they are.
private struct Follows {
    private let masks: [UInt64]
    private var answers: [UInt64: Bool] = [:]

    init(_ masks: [UInt64]) {
        self.masks = masks
    }

    mutating func callAsFunction(_ period: ReportPeriod, from known: [ReportPeriod]) -> Bool {
        let question = known.reduce(UInt64(period.rawValue) << 32) { $0 | 1 << UInt64($1.rawValue) }
        if let answer = answers[question] { return answer }
        let answer = isCombination(vector(period), of: known.map(vector))
        answers[question] = answer
        return answer
    }

    private func vector(_ period: ReportPeriod) -> [Int] {
        masks.map { Int($0 >> UInt64(period.rawValue) & 1) }
    }

    /// By elimination in whole numbers; of six vectors of zeros and ones they stay small.
    private func isCombination(_ wanted: [Int], of vectors: [[Int]]) -> Bool {
        var wanted = wanted
        var left = vectors
        for column in masks.indices {
            guard let pivotIndex = left.firstIndex(where: { $0[column] != 0 }) else {
                if wanted[column] != 0 { return false }
                continue
            }
            let pivot = left.remove(at: pivotIndex)
            func reduced(_ row: [Int]) -> [Int] {
                let factor = row[column]
                return factor == 0 ? row : zip(row, pivot).map { $0 * pivot[column] - $1 * factor }
            }
            left = left.map(reduced)
            wanted = reduced(wanted)
        }
        return wanted.allSatisfy { $0 == 0 }
    }
}
