import AidModel

/// A row that has a key, which others may share.
protocol KeyedRow: BitwiseCopyable {
    associatedtype Key: Equatable
    var key: Key { get }
    /// Equal for equal keys, and spread over all bits.
    static func mixed(_ key: Key) -> UInt64
}

extension Claim: KeyedRow {
    @inline(__always)
    static func mixed(_ key: ExactKey) -> UInt64 { key.mixed }
}

/// Finds the first row of each key: open addressing over row numbers, at most half full.
struct KeySlots<Row: KeyedRow>: ~Copyable {
    private var slots: UnsafeMutablePointer<UInt32>
    private var capacity = 1024
    /// A power of two, no more than `capacity`.
    private var slotCount = 1024

    init() {
        slots = .allocate(capacity: capacity)
    }

    deinit {
        slots.deallocate()
    }

    mutating func removeAll(keepingRoomFor rowCount: Int) {
        precondition(rowCount < Int(UInt32.max), "more rows than a partition can hold")
        slotCount = 1024
        while slotCount < rowCount * 2 { slotCount *= 2 }
        if capacity < slotCount {
            slots.deallocate()
            capacity = slotCount
            slots = .allocate(capacity: capacity)
        }
        slots.initialize(repeating: .max, count: slotCount)
    }

    /// The first row with a key, or −1 if there is none.
    ///
    /// - Parameter row: the row to enter under the key if there is none, which then is the result.
    @inline(__always)
    mutating func firstRow(of key: Row.Key, _ rows: UnsafeMutableBufferPointer<Row>, insert row: Int?) -> Int {
        let mask = slotCount - 1
        // The lowest bits have picked the partition.
        var slot = Int(truncatingIfNeeded: Row.mixed(key) >> 16) & mask
        while slots[slot] != .max {
            let found = Int(slots[slot])
            if rows[found].key == key { return found }
            slot = (slot + 1) & mask
        }
        guard let row else { return -1 }
        slots[slot] = UInt32(truncatingIfNeeded: row)
        return row
    }

    /// Follows rows to where they have been moved to.
    ///
    /// - Parameter place: of the first row of a key, where it is now.
    mutating func move(_ place: (Int) -> Int) {
        for slot in 0..<slotCount where slots[slot] != .max {
            slots[slot] = UInt32(truncatingIfNeeded: place(Int(slots[slot])))
        }
    }
}
