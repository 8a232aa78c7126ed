import AidModel

/// Why claims cannot be settled.
package enum SettlementRefusal: Error, Sendable, Hashable {
    /// Records, or reversals, of one claim number: they are settled side by side, in memory.
    case tooManyOfOneClaim(limit: Int)
}

/// The keys that many of some rows have, found while the rows go by: no key that one in nine of them has is missed
/// (J. Misra and D. Gries).
struct FrequentKeys {
    private static let limit = 8

    private var counts: [ExactKey: Int] = [:]

    /// Refuses a partition of which one claim has more records than can be held.
    ///
    /// Hardly any partition has so many more rows than others that it is looked at.
    static func check<Row>(_ index: Int, of exchange: Exchange<Row>, _ key: (Row) -> ExactKey) throws {
        guard exchange.isSwollen(index) else { return }
        var frequent = FrequentKeys()
        try exchange.read(index) { rows in for row in rows { frequent.add(key(row)) } }
        // Now that they are known, they can be counted.
        var counts = frequent.counts.mapValues { _ in 0 }
        try exchange.read(index) { rows in for row in rows { counts[key(row)]? += 1 } }
        let limit = Exchange<Row>.rowsOfKey
        if counts.values.contains(where: { $0 > limit }) { throw SettlementRefusal.tooManyOfOneClaim(limit: limit) }
    }

    private mutating func add(_ key: ExactKey) {
        if counts[key] != nil {
            counts[key]? += 1
        } else if counts.count < FrequentKeys.limit {
            counts[key] = 1
        } else {
            counts = counts.compactMapValues { $0 > 1 ? $0 - 1 : nil }
        }
    }
}
