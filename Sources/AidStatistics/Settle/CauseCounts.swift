import AidModel

/// Counts what late inputs have changed in each watched quarter, on one thread.
///
/// Each quarter has late inputs of its own. A claim concerns only those quarters in which a
/// version of it is dated, so that their number costs nothing.
struct CauseCounts: Sendable {
    private var counts: [CauseCount]
    /// By day from `firstDay`: the place in `counts` and 1, or 0 where the quarter is not watched.
    private let places: [UInt16]
    private let firstDay: Int32

    /// nil where nothing is watched.
    init?(_ watches: [RestatementWatch]) {
        let quarters = watches.map(\.quarter)
        guard let first = quarters.min(), let last = quarters.max() else { return nil }
        precondition(Set(quarters).count == quarters.count, "a quarter is watched twice")
        precondition(quarters.count < Int(UInt16.max), "more quarters than can be watched")
        counts = watches.map(CauseCount.init)
        firstDay = first.firstDay.daysSinceEpoch
        var places = [UInt16](repeating: 0, count: Int(last.lastDay.daysSinceEpoch - firstDay) + 1)
        for (place, quarter) in quarters.enumerated() {
            for day in quarter.firstDay.daysSinceEpoch...quarter.lastDay.daysSinceEpoch {
                places[Int(day - firstDay)] = UInt16(place + 1)
            }
        }
        self.places = places
    }

    /// What has changed in each quarter.
    var causes: [Quarter: RestatementCauses] {
        Dictionary(counts.map { ($0.quarter, $0.causes) }) { first, _ in first }
    }

    /// Counts a claim of one record that no reversal names.
    @inline(__always)
    mutating func add(_ claim: Claim) {
        if let place = place(of: claim) { counts[place].add(claim) }
    }

    /// Counts a claim of several records, or with reversals.
    ///
    /// - Parameters:
    ///   - versions: all its records in input order, duplicates too.
    ///   - reversals: all that name it, in input order.
    mutating func add(_ versions: ArraySlice<Claim>, reversals: ArraySlice<ReversalRow>) {
        var done: [Int] = []
        for version in versions {
            guard let place = place(of: version), !done.contains(place) else { continue }
            done.append(place)
            counts[place].add(versions, reversals: reversals)
        }
    }

    @inline(__always)
    private func place(of claim: Claim) -> Int? {
        // In 64 bits: an unpaid claim may have no day, which is the smallest number of all.
        let index = Int(claim.dayNumber) - Int(firstDay)
        guard index >= 0, index < places.count, places[index] != 0 else { return nil }
        return Int(places[index]) - 1
    }
}
