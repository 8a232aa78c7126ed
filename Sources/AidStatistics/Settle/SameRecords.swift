/// Records that say the same and stand in different files, where no claim numbers tell whether they are one claim.
///
/// - Shape: of each file, how many of its records stand in another file as well: no more than that has of them.
package struct SameRecords: Sendable, Hashable {
    /// Two inputs, the one before the other.
    package struct Pair: Sendable, Hashable, Comparable {
        package let earlier: Int
        package let later: Int

        package init(earlier: Int, later: Int) {
            self.earlier = earlier
            self.later = later
        }

        package static func < (lhs: Pair, rhs: Pair) -> Bool {
            lhs.earlier != rhs.earlier ? lhs.earlier < rhs.earlier : lhs.later < rhs.later
        }
    }

    /// More pairs of files are not told apart.
    package static let pairLimit = 20_000

    /// By input; those that have none are left out.
    package private(set) var countsByFile: [Int: Int] = [:]
    /// How many records of an input stood last in which input before it; nil: there are too many such pairs.
    package private(set) var countsByPair: [Pair: Int]? = [:]
    /// The sum over all pairs, also where these are too many.
    package private(set) var count = 0

    package init() {}

    /// As another process has found them.
    init(count: Int, countsByFile: [Int: Int], countsByPair: [Pair: Int]?) {
        self.count = count
        self.countsByFile = countsByFile
        self.countsByPair = countsByPair
    }

    /// - Parameter copies: of records that say the same, how many there are in each file, in input order.
    mutating func add(_ copies: ArraySlice<(file: Int, count: Int)>) {
        guard copies.count > 1 else { return }
        for (earlier, later) in zip(copies, copies.dropFirst()) {
            let shared = min(earlier.count, later.count)
            count += shared
            countsByPair?[Pair(earlier: earlier.file, later: later.file), default: 0] += shared
        }
        dropTooMany()
        // Of each file the most that any other one shares with it.
        let most = copies.reduce((0, 0)) { most, copy in
            copy.count > most.0 ? (copy.count, most.0) : (most.0, max(most.1, copy.count))
        }
        for copy in copies {
            countsByFile[copy.file, default: 0] += min(copy.count, copy.count == most.0 ? most.1 : most.0)
        }
    }

    static func += (lhs: inout SameRecords, rhs: SameRecords) {
        lhs.count += rhs.count
        lhs.countsByFile.merge(rhs.countsByFile, uniquingKeysWith: +)
        guard let more = rhs.countsByPair else {
            lhs.countsByPair = nil
            return
        }
        lhs.countsByPair?.merge(more, uniquingKeysWith: +)
        lhs.dropTooMany()
    }

    private mutating func dropTooMany() {
        if countsByPair.map({ $0.count > SameRecords.pairLimit }) ?? false { countsByPair = nil }
    }
}
