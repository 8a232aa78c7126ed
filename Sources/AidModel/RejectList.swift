/// Rejects of any number of records: all are counted, and the first of them, in input order, are listed.
///
/// Nobody mends more than that by hand, and an export of nothing but rejects must not fill the memory. What is listed
/// does not depend on the order in which rejects are added.
package struct RejectList: Sendable, Codable {
    /// How many are listed at most.
    package static let limit = 100_000
    /// How many are held at most before those past the limit are dropped.
    package static let heldLimit = limit + limit / 4

    /// All of them, reason by reason, with their money.
    package private(set) var tallies: [RejectReason: Tally] = [:]
    /// The first `limit`, and maybe others; in no order.
    private var kept: [Reject] = []
    /// What lies behind it is not listed.
    private var last = SourcePosition(bits: .max)

    package init() {}

    /// A list as it was written down.
    ///
    /// - Parameter listed: in input order; the first `limit` of all, or all.
    init(_ listed: [Reject], tallies: [RejectReason: Tally]) {
        self.tallies = tallies
        kept = listed
        if listed.count == RejectList.limit, listed.count < count {
            last = SourcePosition(bits: listed[listed.count - 1].position.bits + 1)
        }
    }

    package var count: Int { tallies.values.reduce(0) { $0 + $1.recordCount } }

    /// Those that are listed, in input order.
    package var listed: [Reject] {
        Array(kept.sorted { $0.position < $1.position }.prefix(RejectList.limit))
    }

    /// Counts a reject.
    ///
    /// - Parameter make: makes it, if it may be listed.
    package mutating func add(
        _ reason: RejectReason, amountMinor: Int64, at position: SourcePosition, _ make: () -> Reject
    ) {
        tallies[reason, default: .zero].add(amountMinor)
        guard position < last else { return }
        kept.append(make())
        if kept.count == RejectList.heldLimit { keepFirst(RejectList.limit) }
    }

    package mutating func add(_ reject: Reject) {
        add(reject.reason, amountMinor: reject.amountMinor, at: reject.position) { reject }
    }

    /// Gives each of those that may be listed another place.
    package mutating func place(_ placed: (Reject) -> Reject) {
        kept = kept.map(placed)
    }

    package static func += (lhs: inout RejectList, rhs: RejectList) {
        lhs.tallies.merge(rhs.tallies) { $0 + $1 }
        lhs.last = min(lhs.last, rhs.last)
        lhs.kept += rhs.kept
        if lhs.kept.count >= RejectList.heldLimit { lhs.keepFirst(RejectList.limit) }
    }

    /// How many are in memory.
    package var keptCount: Int { kept.count }

    /// Lists no more than so many from now on.
    package mutating func keepFirst(_ count: Int) {
        guard kept.count > count else { return }
        kept.sort { $0.position < $1.position }
        if count < kept.count { last = min(last, kept[count].position) }
        // An array that only becomes shorter keeps its memory.
        kept = Array(kept.prefix(count))
    }
}
