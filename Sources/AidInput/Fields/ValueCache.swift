/// What the few different values of a field mean, learnt as they turn up.
///
/// A value is known by its bytes as they stand in the file: 32 at most, compared whole. Each
/// field has slots of its own; where all that a value could take are taken, the first is
/// taken over, so nothing grows.
///
///     slot  │ 32 bytes of the value, the unused ones 0 │ count │ meaning │
struct ValueCache: ~Copyable {
    static let valueLimit = 32
    /// As many as the bits that `place` leaves.
    private static let slotCount = 1024
    /// How many slots in a row are looked at.
    private static let probeCount = 8

    struct Slot: BitwiseCopyable {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        /// −1: free.
        var count = -1
        var meaning = 0
    }

    private let slots: OwnedRoom<Slot>

    init(fieldCount: Int) {
        slots = OwnedRoom(repeating: Slot(), count: fieldCount * ValueCache.slotCount)
    }

    @inline(never)
    private static func words(_ value: PaddedBytes) -> (UInt64, UInt64, UInt64, UInt64) {
        let count = value.count
        if count <= 8 { return (EightBytes.prefix(value.word(at: 0), count), 0, 0, 0) }
        if count <= 16 {
            return (value.word(at: 0), EightBytes.prefix(value.word(at: 8), count - 8), 0, 0)
        }
        let third = EightBytes.prefix(value.word(at: 16), count - 16)
        let fourth = count > 24 ? EightBytes.prefix(value.word(at: 24), count - 24) : 0
        return (value.word(at: 0), value.word(at: 8), third, fourth)
    }

    /// Where a value is looked for first; its later words only make the way longer.
    @inline(__always)
    private static func place(_ first: UInt64, _ second: UInt64, _ count: Int) -> Int {
        // Fibonacci hashing; the product wraps on purpose.
        let mixed = first ^ (second << 21 | second >> 43) ^ UInt64(truncatingIfNeeded: count)
        return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 54)
    }

    /// What a value of a field means, or −1 if it is not known.
    @inline(__always)
    func meaning(field: Int, _ value: PaddedBytes) -> Int {
        let count = value.count
        guard count <= 16 else { return laterMeaning(field: field, value) }
        var first = value.word(at: 0)
        var second: UInt64 = 0
        if count > 8 {
            second = EightBytes.prefix(value.word(at: 8), count &- 8)
        } else {
            first = EightBytes.prefix(first, count)
        }
        // Nearly always the first slot that is looked at; its other words are 0, as its count says.
        let slot = slots[field &* ValueCache.slotCount &+ ValueCache.place(first, second, count)]
        if slot.words.0 == first, slot.words.1 == second, slot.count == count { return slot.meaning }
        return laterMeaning(field: field, value)
    }

    @inline(never)
    private func laterMeaning(field: Int, _ value: PaddedBytes) -> Int {
        let count = value.count
        guard count <= ValueCache.valueLimit else { return -1 }
        let words = ValueCache.words(value)
        let base = slots.room.from(field * ValueCache.slotCount)
        let first = ValueCache.place(words.0, words.1, count)
        for step in 0..<ValueCache.probeCount {
            let place = (first + step) & (ValueCache.slotCount - 1)
            if base[place].count == count, base[place].words == words { return base[place].meaning }
            if base[place].count < 0 { return -1 }
        }
        return -1
    }

    /// Learns what a value means.
    mutating func learn(field: Int, _ value: PaddedBytes, meaning: Int) {
        let count = value.count
        guard count <= ValueCache.valueLimit else { return }
        let words = ValueCache.words(value)
        let base = slots.room.from(field * ValueCache.slotCount)
        let first = ValueCache.place(words.0, words.1, count)
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
