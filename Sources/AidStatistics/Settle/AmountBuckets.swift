/// How many claims are of how much money, roughly: of each of some things, claims by the size of their money.
///
/// Eight buckets lie between a power of two and the next, so a median is known to an eighth. That is
/// enough to see that money is in another unit, and costs one count a claim.
struct AmountBuckets: ~Copyable {
    static let bucketCount = 512
    /// No amount is so large: here those are counted that are no whole major unit of a hundred minor ones.
    private static let unevenBucket = 511

    private var counts: UnsafeMutablePointer<UInt32>
    private(set) var rowCount: Int

    init(rowCount: Int) {
        self.rowCount = max(rowCount, 1)
        counts = AmountBuckets.zeros(self.rowCount)
    }

    deinit {
        counts.deallocate()
    }

    private static func zeros(_ rowCount: Int) -> UnsafeMutablePointer<UInt32> {
        let zeros = UnsafeMutablePointer<UInt32>.allocate(capacity: rowCount * bucketCount)
        zeros.initialize(repeating: 0, count: rowCount * bucketCount)
        return zeros
    }

    /// The bucket of an amount above 0.
    @inline(__always)
    static func bucket(_ amountMinor: Int64) -> Int {
        let amount = UInt64(bitPattern: amountMinor)
        let zeroBits = amount.leadingZeroBitCount
        // The three bits behind the highest one.
        return (63 &- zeroBits) &* 8 &+ Int(truncatingIfNeeded: ((amount &<< UInt64(zeroBits)) &>> 60) & 7)
    }

    /// - Precondition: `row` is below the row count; an amount of 0 is of no size, and not counted.
    @inline(__always)
    mutating func add(_ amountMinor: Int64, row: Int) {
        if amountMinor <= 0 { return }
        counts[row &* AmountBuckets.bucketCount &+ AmountBuckets.bucket(amountMinor)] &+= 1
        counts[row &* AmountBuckets.bucketCount &+ AmountBuckets.unevenBucket] &+= amountMinor % 100 == 0 ? 0 : 1
    }

    mutating func makeRoom(rowCount: Int) {
        guard rowCount > self.rowCount else { return }
        let more = max(rowCount, self.rowCount * 2)
        let larger = AmountBuckets.zeros(more)
        larger.update(from: counts, count: self.rowCount * AmountBuckets.bucketCount)
        counts.deallocate()
        counts = larger
        self.rowCount = more
    }

    func sizes(row: Int) -> AmountSizes {
        let start = counts + row * AmountBuckets.bucketCount
        var counts = (0..<AmountBuckets.bucketCount).map { Int(start[$0]) }
        let unevenCount = counts[AmountBuckets.unevenBucket]
        counts[AmountBuckets.unevenBucket] = 0
        return AmountSizes(counts: counts, unevenCount: unevenCount)
    }
}

/// How many claims lie in each bucket. Those of several files or quarters add up.
package struct AmountSizes: Sendable, Hashable {
    private(set) var counts: [Int]
    /// How many amounts are no multiple of a hundred minor units.
    private(set) var unevenCount = 0

    package init() {
        counts = Array(repeating: 0, count: AmountBuckets.bucketCount)
    }

    init(counts: [Int], unevenCount: Int) {
        self.counts = counts
        self.unevenCount = unevenCount
    }

    package init(_ amounts: some Sequence<Int64>) {
        self.init()
        for amount in amounts where amount > 0 {
            counts[AmountBuckets.bucket(amount)] += 1
            if amount % 100 != 0 { unevenCount += 1 }
        }
    }

    package static func += (lhs: inout AmountSizes, rhs: AmountSizes) {
        for index in lhs.counts.indices { lhs.counts[index] += rhs.counts[index] }
        lhs.unevenCount += rhs.unevenCount
    }

    private func subtracting(_ other: AmountSizes) -> AmountSizes {
        AmountSizes(
            counts: zip(counts, other.counts).map { $0 - $1 }, unevenCount: unevenCount - other.unevenCount)
    }

    package var claimCount: Int { counts.reduce(0, +) }

    /// The least amount of the bucket in which the median lies, in eighths of a minor unit; 0 where there is no claim.
    private var medianEighths: Int128 {
        let half = (claimCount + 1) / 2
        var seen = 0
        for (index, count) in counts.enumerated() {
            seen += count
            guard seen >= half, count > 0 else { continue }
            return Int128(8 + index % 8) << (index / 8)
        }
        return 0
    }

    /// How many claims are of so many times as much money as the median of all, or more.
    package func count(from factor: Int128, timesTheMedianOf all: AmountSizes) -> Int {
        let least = all.medianEighths * factor
        return counts.enumerated().reduce(0) { sum, bucket in
            let (index, count) = bucket
            return Int128(8 + index % 8) << (index / 8) >= least ? sum + count : sum
        }
    }

    /// The parts that may be in 分 while all others are in yuan, or the other way round: about a hundred times as large,
    /// and whole yuan in every claim, while most of the others are not.
    ///
    /// - Parameter fewest: claims on either side.
    package static func hundredfold<Key: Hashable & Comparable>(
        _ sizes: [Key: AmountSizes], fewest: Int = 20
    ) -> [(key: Key, median: Int128, others: Int128)] {
        var all = AmountSizes()
        for part in sizes.values { all += part }
        return sizes.sorted { $0.key < $1.key }.compactMap { key, part in
            let others = all.subtracting(part)
            guard part.claimCount >= fewest, others.claimCount >= fewest,
                part.mayBeHundredfold(of: others) || others.mayBeHundredfold(of: part)
            else { return nil }
            return (key, part.medianEighths, others.medianEighths)
        }
    }

    private func mayBeHundredfold(of others: AmountSizes) -> Bool {
        let (median, usual) = (medianEighths, others.medianEighths)
        return unevenCount == 0 && others.unevenCount * 2 > others.claimCount && median >= usual * 30
            && median <= usual * 330
    }

    /// The parts whose median is far off that of all others, with both medians; only their ratio means anything.
    ///
    /// - Parameters:
    ///   - fewest: claims on either side.
    ///   - factor: medians are known to an eighth, so what is less than an eighth below is told, too.
    package static func outliers<Key: Hashable & Comparable>(
        _ sizes: [Key: AmountSizes], fewest: Int = 20, factor: Int128 = 1000
    ) -> [(key: Key, median: Int128, others: Int128)] {
        var all = AmountSizes()
        for part in sizes.values { all += part }
        return sizes.sorted { $0.key < $1.key }.compactMap { key, part in
            let others = all.subtracting(part)
            guard part.claimCount >= fewest, others.claimCount >= fewest else { return nil }
            let (median, usual) = (part.medianEighths, others.medianEighths)
            let isFarOff = median * 9 >= usual * factor * 8 || usual * 9 >= median * factor * 8
            return isFarOff ? (key, median, usual) : nil
        }
    }
}
