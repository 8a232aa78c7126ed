import AidModel
import AidStatistics

/// What was rejected for one reason: how many, what the values look like, and what most likely made them so.
struct RejectSummary: Sendable {
    /// A value as it is shown, and how many have it.
    struct Example: Sendable, Hashable {
        /// Masked where it may be a person's; empty: nothing stands there.
        let value: String
        let count: Int
    }

    struct Cause: Sendable, Hashable {
        let cause: RejectCause
        let count: Int
    }

    /// How many values are shown, and of states, all of which someone has to list.
    private static let exampleCount = 3
    private static let stateCount = 12
    private static let causeCount = 2

    let reason: RejectReason
    let count: Int
    /// The most frequent first.
    let examples: [Example]
    /// How many more values there are.
    let otherValueCount: Int
    /// The likeliest first; empty: nothing is likelier than anything else.
    let causes: [Cause]

    private init(_ reason: RejectReason, count: Int, values: [String: Int]) {
        self.reason = reason
        self.count = count
        let ordered = values.sorted { one, other in
            one.value == other.value
                ? one.key.utf8.lexicographicallyPrecedes(other.key.utf8) : one.value > other.value
        }
        let shown = reason == .unknownStatus ? RejectSummary.stateCount : RejectSummary.exampleCount
        examples = ordered.prefix(shown).map { Example(value: $0.key, count: $0.value) }
        otherValueCount = ordered.count - examples.count
        var counts: [RejectCause: Int] = [:]
        for (value, count) in values {
            if let cause = RejectCause.likely(reason, value: value) { counts[cause, default: 0] += count }
        }
        causes = RejectCause.allCases.compactMap { cause in counts[cause].map { Cause(cause: cause, count: $0) } }
            .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .prefix(RejectSummary.causeCount).map(\.element)
    }

    /// One for each reason that there is, in the order in which reasons are tried.
    ///
    /// - Parameters:
    ///   - rejects: those that are listed.
    ///   - counts: how many there are, also those of which nothing else is kept.
    ///   - forgotten: inputs of which a register has forgotten what stood there.
    static func all(
        _ rejects: some Sequence<Reject>, counts: [RejectReason: Tally], forgotten: Set<Int> = []
    ) -> [RejectSummary] {
        var values: [RejectReason: [String: Int]] = [:]
        for reject in rejects where !(reject.maskedValue.isEmpty && forgotten.contains(reject.position.fileIndex)) {
            values[reject.reason, default: [:]][reject.maskedValue, default: 0] += 1
        }
        return RejectReason.allCases.compactMap { reason in
            guard let count = counts[reason]?.recordCount, count > 0 else { return nil }
            return RejectSummary(reason, count: count, values: values[reason] ?? [:])
        }
    }
}

extension Sequence<Reject> {
    /// The same rejects of one file, with those states shown that are plainly states.
    var showingStates: [Reject] {
        var counts: [String: Int] = [:]
        for case let state? in map(\.rawState) { counts[state, default: 0] += 1 }
        let shown = ShownStates.among(counts)
        return map { reject in
            guard let state = reject.rawState else { return reject }
            return reject.telling(shown.contains(state) ? state : reject.maskedValue)
        }
    }
}
