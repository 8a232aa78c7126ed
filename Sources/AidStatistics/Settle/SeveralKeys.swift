import AidModel

/// The keys of claims that are several records, or are named by a reversal.
///
/// - Shape: no more than some million; where there are more, it is not worth keeping them, and there are none.
struct SeveralKeys: Sendable {
    private static let limit = 4 << 20

    /// nil: they are not kept, or too many.
    private(set) var keys: [ExactKey]?

    init(isKept: Bool) {
        keys = isKept ? [] : nil
    }

    mutating func add(_ key: ExactKey) {
        keys?.append(key)
        dropTooMany()
    }

    mutating func add(_ other: SeveralKeys) {
        guard let more = other.keys else {
            keys = nil
            return
        }
        keys?.append(contentsOf: more)
        dropTooMany()
    }

    private mutating func dropTooMany() {
        if keys.map({ $0.count > SeveralKeys.limit }) ?? false { keys = nil }
    }
}
