import AidModel

/// Hides groups of one breakdown behind one another, two and two.
struct SingleGroups {
    private(set) var concealment: Concealment
    /// Groups that others are hidden behind already, the first first.
    private var partners: [Int] = []
    private var isPartner: [Bool]
    /// Of each group the one for which it was found to be likely last; -1: for none.
    private var seenFor: [Int]
    /// Of each period the places of its groups, by their recipients.
    private let bySize: [[Int]]

    /// How many groups of a kind are tried first.
    private static let tried = 10
    /// How many are tried at all: else the work would grow with the square of the groups.
    private static let most = 40

    init(_ concealment: Concealment) {
        self.concealment = concealment
        bySize = ReportPeriod.allCases.map { period in
            concealment.series.indices.filter { concealment.isFilled($0, period) }.sorted {
                let (one, other) = (concealment.figures($0, period), concealment.figures($1, period))
                return (one.recipientCount, one.personTimeCount, $0) < (other.recipientCount, other.personTimeCount, $1)
            }
        }
        let isPartner = concealment.series.indices.map { place in
            ReportPeriod.allCases.contains {
                concealment.hidden[place].contains(PeriodSet($0)) && !concealment.isSmall(place, $0)
            }
        }
        self.isPartner = isPartner
        seenFor = isPartner.map { _ in -1 }
        partners = isPartner.indices.filter { isPartner[$0] }
    }

    mutating func protect() {
        let all = concealment.series.indices.map { ($0, concealment.wanted(of: $0)) }.filter { !$0.1.isEmpty }
            .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
        let others = bySize[ReportPeriod.cumulative.rawValue].suffix(SingleGroups.most)
        for (place, wanted) in all {
            var open = concealment.open(place, wanted)
            let likely = open.isEmpty ? [] : likely(place, wanted)
            var changed = concealment.hide(&open, behind: moves(place, likely))
            let rest = open.isEmpty ? [] : others.filter { $0 != place && !likely.contains($0) }
            changed.formUnion(concealment.hide(&open, behind: moves(place, rest)))
            changed.formUnion(concealment.close(open, likely: moves(place, likely + rest)))
            for partner in likely + others where changed.contains(partner) && !isPartner[partner] {
                isPartner[partner] = true
                partners.append(partner)
            }
        }
    }

    /// Made one by one, since the first often does.
    private func moves(_ place: Int, _ others: [Int]) -> some Sequence<[Concealment.Part]> {
        others.lazy.map { other -> [Concealment.Part] in [(place, 1), (other, -1)] }
    }

    /// Groups that a group may well be hidden behind: such as are hidden, others as small, and those that are large
    /// enough, the smallest first.
    private mutating func likely(_ place: Int, _ wanted: [Concealment.Wanted]) -> [Int] {
        let period = wanted[0].period ?? .cumulative
        let own = concealment.figures(place, period).recipientCount
        let sizes = bySize[period.rawValue]
        func first(_ least: Int) -> Int {
            var (low, high) = (0, sizes.count)
            while low < high {
                let middle = (low + high) / 2
                if concealment.figures(sizes[middle], period).recipientCount < least {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return low
        }
        let alike = first(max(1, concealment.minGroup - own))
        let enough = first(2 * concealment.minGroup - 1 - own)
        let all = [
            partners.prefix(2 * SingleGroups.tried), sizes[alike...].prefix(SingleGroups.tried),
            sizes[enough...].prefix(SingleGroups.tried), sizes.suffix(2),
        ]
        seenFor[place] = place
        return all.joined().filter { other in
            defer { seenFor[other] = place }
            return seenFor[other] != place
        }
    }
}
