import AidModel
import AidStatistics

/// What is counted as it stands, and may well be a slip.
extension RunFindings {
    /// Claims of absurdly much money: mostly a number of something else in the column of amounts.
    static func farOffAmounts(_ settled: SettledClaims, names: [String]) -> [RunFinding] {
        let all = settled.sizesByFile.values.reduce(into: AmountSizes()) { $0 += $1 }
        guard all.claimCount >= 20 else { return [] }
        let counts = settled.sizesByFile.sorted { $0.key < $1.key }.compactMap { file, sizes in
            let count = sizes.count(from: 10_000, timesTheMedianOf: all)
            return count > 0 ? (name: names[file], count: count) : nil
        }
        guard let first = counts.first else { return [] }
        let count = counts.reduce(0) { $0 + $1.count }
        return [.farOffAmounts(count: count, fileCount: counts.count, firstName: first.name)]
    }

    /// Reversals that were carried out, and may well be slips.
    static func oddReversals(_ odd: OddReversals) -> [RunFinding] {
        (odd.ofOthersCount > 0 ? [.reversalsOfOtherPersons(count: odd.ofOthersCount)] : [])
            + (odd.repeatedCount > 0 ? [.repeatedReversals(count: odd.repeatedCount)] : [])
    }
}
