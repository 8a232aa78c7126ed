/// Person-times and money by time cell and groups code: what adds up without knowing people.
///
/// Open addressing, a power of two of slots, at most half full.
struct CellSums: ~Copyable {
    struct Sum {
        /// The cell and the code, and 1; 0: free.
        var key: UInt64
        var count: Int
        var amountMinor: Int128
    }

    private var slots: UnsafeMutablePointer<Sum>
    private var slotCount = 4096
    private var usedCount = 0

    init() {
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: Sum(key: 0, count: 0, amountMinor: 0), count: slotCount)
    }

    deinit {
        slots.deallocate()
    }

    /// One number for a time cell and a groups code.
    @inline(__always)
    static func key(cell: Int, groupsCode: UInt32) -> UInt64 {
        UInt64(truncatingIfNeeded: cell) << 32 | UInt64(groupsCode)
    }

    @inline(__always)
    mutating func add(_ key: UInt64, amountMinor: Int64) {
        let slot = slot(of: key)
        slots[slot].count += 1
        slots[slot].amountMinor += Int128(amountMinor)
    }

    @inline(__always)
    private mutating func slot(of key: UInt64) -> Int {
        let mask = slotCount - 1
        // Fibonacci hashing; the product wraps on purpose.
        var slot = Int(truncatingIfNeeded: ((key &+ 1) &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        while slots[slot].key != key + 1 {
            if slots[slot].key == 0 { return begin(key, at: slot) }
            slot = (slot + 1) & mask
        }
        return slot
    }

    @inline(never)
    private mutating func begin(_ key: UInt64, at slot: Int) -> Int {
        if usedCount * 2 >= slotCount {
            grow()
            return self.slot(of: key)
        }
        slots[slot].key = key + 1
        usedCount += 1
        return slot
    }

    private mutating func grow() {
        let old = slots
        let oldCount = slotCount
        slotCount *= 2
        usedCount = 0
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: Sum(key: 0, count: 0, amountMinor: 0), count: slotCount)
        for index in 0..<oldCount where old[index].key != 0 {
            let slot = slot(of: old[index].key - 1)
            slots[slot].count = old[index].count
            slots[slot].amountMinor = old[index].amountMinor
        }
        old.deallocate()
    }

    /// All sums that are not empty, in no particular order.
    var all: [(cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128)] {
        var all: [(cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128)] = []
        for index in 0..<slotCount where slots[index].key != 0 {
            let sum = slots[index]
            let key = sum.key - 1
            all.append((Int(key >> 32), UInt32(truncatingIfNeeded: key), sum.count, sum.amountMinor))
        }
        return all
    }
}
