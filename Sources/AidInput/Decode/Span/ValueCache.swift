/// What the few different values of a field mean, learnt as they turn up.
///
/// A value is known by its bytes as they stand in the file: 32 at most, compared whole. Each
/// field has slots of its own; where all that a value could take are taken, the first is
/// taken over, so nothing grows.
///
///     slot  │ 32 bytes of the value, the unused ones 0 │ count │ meaning │
struct ValueCache: ~Copyable {
    static let valueLimit = 32
    /// A power of two.
    private static let slotCount = 1024
    /// How many slots in a row are looked at.
    private static let probeCount = 8

    private struct Slot: BitwiseCopyable {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        /// −1: free.
        var count = -1
        var meaning = 0
    }

    private let slots: UnsafeMutablePointer<Slot>

    init(fieldCount: Int) {
        slots = .allocate(capacity: fieldCount * ValueCache.slotCount)
        slots.initialize(repeating: Slot(), count: fieldCount * ValueCache.slotCount)
    }

    deinit {
        slots.deallocate()
    }

    @inline(__always)
    private static func words(_ value: UnsafePointer<UInt8>, _ count: Int) -> (UInt64, UInt64, UInt64, UInt64) {
        if count <= 8 { return (Words.prefix(Words.load(value), count), 0, 0, 0) }
        if count <= 16 { return (Words.load(value), Words.prefix(Words.load(value + 8), count - 8), 0, 0) }
        let third = Words.prefix(Words.load(value + 16), count - 16)
        let fourth = count > 24 ? Words.prefix(Words.load(value + 24), count - 24) : 0
        return (Words.load(value), Words.load(value + 8), third, fourth)
    }

    @inline(__always)
    private static func place(_ words: (UInt64, UInt64, UInt64, UInt64), _ count: Int) -> Int {
        // The products wrap on purpose: only their upper bits matter.
        let mixed =
            (words.0 &+ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15 ^ words.1 &* 0xC2B2_AE3D_27D4_EB4F
            ^ (words.2 ^ words.3 << 7) &* 0x1656_67B1_9E37_79F9
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 29) >> 32) & (slotCount - 1)
    }

    /// What a value of a field means, or −1 if it is not known.
    ///
    /// - Parameter value: 32 bytes from it on can be read.
    @inline(__always)
    func meaning(field: Int, _ value: UnsafePointer<UInt8>, _ count: Int) -> Int {
        guard count <= ValueCache.valueLimit else { return -1 }
        let words = ValueCache.words(value, count)
        let base = slots + field &* ValueCache.slotCount
        var place = ValueCache.place(words, count)
        for _ in 0..<ValueCache.probeCount {
            let slot = base + place
            if slot.pointee.count == count, slot.pointee.words.0 == words.0, slot.pointee.words.1 == words.1,
                slot.pointee.words.2 == words.2, slot.pointee.words.3 == words.3
            {
                return slot.pointee.meaning
            }
            if slot.pointee.count < 0 { return -1 }
            place = (place + 1) & (ValueCache.slotCount - 1)
        }
        return -1
    }

    /// Learns what a value means.
    mutating func learn(field: Int, _ value: UnsafePointer<UInt8>, _ count: Int, meaning: Int) {
        guard count <= ValueCache.valueLimit else { return }
        let words = ValueCache.words(value, count)
        let base = slots + field * ValueCache.slotCount
        let first = ValueCache.place(words, count)
        var chosen = first
        for step in 0..<ValueCache.probeCount {
            let place = (first + step) & (ValueCache.slotCount - 1)
            if base[place].count < 0 {
                chosen = place
                break
            }
        }
        base[chosen] = Slot(words: words, count: count, meaning: meaning)
    }
}
