import AidModel

/// The groups codes of values that go together.
///
/// Each value of a field has a number, and a code is found by the numbers of all fields in one word. So a record of
/// values that went together before costs two look-ups, however many values a field has.
struct GroupCodes: ~Copyable {
    /// Slots grow with what is learnt, from a few that are always at hand.
    private static let leastSlotCount = 1 << 12
    private static let mostSlotCount = 1 << 17
    /// A field of more values as they stand in the file has no numbers for the later ones.
    private static let mostBits = 17

    struct Slot: BitwiseCopyable {
        var combined: UInt64 = 0
        /// −1: free.
        var code = -1
    }

    private var slots = OwnedRoom(repeating: Slot(), count: leastSlotCount)
    private var slotCount = leastSlotCount
    private var learntCount = 0
    /// For each breakdown a number for each of its values as it stands in the file.
    private let numbers: [ValueNumbers]
    /// The bits of a number.
    let bitCount: UInt64

    private final class ValueNumbers {
        var table = InternTable()
    }

    /// - Parameters:
    ///   - fieldCount: of all breakdowns.
    ///   - valueFieldCount: of those that have numbers for their values.
    ///   - otherBits: the bits of a word that the others take.
    init(fieldCount: Int, valueFieldCount: Int, otherBits: Int) {
        numbers = (0..<fieldCount).map { _ in ValueNumbers() }
        bitCount = UInt64(min(GroupCodes.mostBits, max(0, 64 - otherBits) / max(1, valueFieldCount)))
    }

    @inline(__always)
    private func place(_ combined: UInt64) -> Int {
        // Fibonacci hashing; the product wraps on purpose.
        Int(truncatingIfNeeded: ((combined &+ 1) &* 0x9E37_79B9_7F4A_7C15) >> 40) & (slotCount &- 1)
    }

    @inline(__always)
    func code(of combined: UInt64) -> Int {
        let slot = slots[place(combined)]
        return slot.combined == combined ? slot.code : -1
    }

    mutating func learn(_ combined: UInt64, code: UInt32) {
        learntCount += 1
        if learntCount > slotCount, slotCount < GroupCodes.mostSlotCount { grow() }
        slots[place(combined)] = Slot(combined: combined, code: Int(code))
    }

    private mutating func grow() {
        let count = slotCount
        slotCount *= 4
        let larger = OwnedRoom(repeating: Slot(), count: slotCount)
        for index in 0..<count where slots[index].code >= 0 { larger[place(slots[index].combined)] = slots[index] }
        slots = larger
    }

    /// The number of a value that was met before, or −1.
    @inline(never)
    func known(field: Int, _ value: ByteView) -> Int { numbers[field].table.known(value.buffer) ?? -1 }

    /// The number of a value, or nil if there is none left for it.
    mutating func number(field: Int, _ value: ByteView) -> Int? {
        if let known = numbers[field].table.known(value.buffer) { return known }
        guard numbers[field].table.count < 1 << bitCount else { return nil }
        return numbers[field].table.number(of: value.buffer)
    }
}
