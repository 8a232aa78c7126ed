/// The groups codes of values that go together.
struct GroupCodes: ~Copyable {
    private static let slotCount = 4096

    struct Slot: BitwiseCopyable {
        var combined: UInt64 = 0
        /// −1: free.
        var code = -1
    }

    private let slots = OwnedRoom(repeating: Slot(), count: slotCount)
    /// For each breakdown a number for each of its values as it stands in the file.
    private var numbers: [[ArraySlice<UInt8>: Int]]

    init(fieldCount: Int) {
        numbers = Array(repeating: [:], count: fieldCount)
    }

    @inline(__always)
    private static func place(_ combined: UInt64) -> Int {
        // Fibonacci hashing; the product wraps on purpose.
        Int(truncatingIfNeeded: ((combined &+ 1) &* 0x9E37_79B9_7F4A_7C15) >> 40) & (slotCount - 1)
    }

    @inline(__always)
    func code(of combined: UInt64) -> Int {
        let slot = slots[GroupCodes.place(combined)]
        return slot.combined == combined ? slot.code : -1
    }

    mutating func learn(_ combined: UInt64, code: UInt32) {
        slots[GroupCodes.place(combined)] = Slot(combined: combined, code: Int(code))
    }

    /// The number of a value, or nil if a byte has none left for it.
    mutating func number(field: Int, _ value: ByteView) -> Int? {
        let text = ArraySlice(value)
        if let known = numbers[field][text] { return known }
        let number = numbers[field].count
        guard number <= 255 else { return nil }
        numbers[field][text] = number
        return number
    }
}
