/// Groups that another may be hidden behind, likely ones first: those of which more periods are hidden already, then the
/// smallest of those that are large enough.
///
/// Sizes stay, what is hidden changes. A tree over the groups by size: each node has a bit for every number of hidden
/// periods that is below it.
///
///     masks   1 │ 2  3 │ 4  5  6  7 │ leaves, by size
///
/// - Complexity: a change takes steps as the logarithm of the groups, the first few as many each.
struct LikelyPlaces {
    typealias Sized = (size: Int, place: Int)

    private let sized: [Sized]
    private var masks: [UInt8]
    private let leafCount: Int

    init(_ places: [Sized], hiddenCount: (Int) -> Int) {
        sized = places.sorted { $0 < $1 }
        var leafCount = 1
        while leafCount < places.count { leafCount *= 2 }
        self.leafCount = leafCount
        masks = Array(repeating: 0, count: 2 * leafCount)
        for (index, sized) in sized.enumerated() { masks[leafCount + index] = 1 << UInt8(hiddenCount(sized.place)) }
        for node in stride(from: leafCount - 1, to: 0, by: -1) { masks[node] = masks[2 * node] | masks[2 * node + 1] }
    }

    /// Notes of one of the groups how many of its periods are hidden.
    mutating func note(_ hiddenCount: Int, of group: Sized) {
        var (low, high) = (0, sized.count)
        while low < high {
            let middle = (low + high) / 2
            if sized[middle] < group { low = middle + 1 } else { high = middle }
        }
        var node = leafCount + low
        masks[node] = 1 << UInt8(hiddenCount)
        while node > 1 {
            node /= 2
            masks[node] = masks[2 * node] | masks[2 * node + 1]
        }
    }

    var count: Int { sized.count }

    /// The likeliest, at most so many, without one of them.
    func first(_ limit: Int, but place: Int) -> [Int] {
        var found: [Int] = []
        for count in stride(from: UInt8(PeriodSet.all.count), through: 0, by: -1) where found.count <= limit {
            add(1, 1 << count, to: &found, limit + 1)
        }
        return Array(found.filter { $0 != place }.prefix(limit))
    }

    private func add(_ node: Int, _ bit: UInt8, to found: inout [Int], _ limit: Int) {
        guard masks[node] & bit != 0, found.count < limit else { return }
        if node >= leafCount {
            found.append(sized[node - leafCount].place)
        } else {
            add(2 * node, bit, to: &found, limit)
            add(2 * node + 1, bit, to: &found, limit)
        }
    }
}
