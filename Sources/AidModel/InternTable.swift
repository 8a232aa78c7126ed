/// Numbers texts from 0 in the order in which they are first seen; equal texts, equal numbers.
///
/// Looking up a text that is known allocates nothing. All texts lie in one arena:
///
///     arena  │ 门诊 │ 住院 │ …            ends  │ 6 │ 12 │ …
///     slots  │ – │ 1 │ – │ – │ 0 │ …      (open addressing, a power of two, at most half full)
package struct InternTable: ~Copyable {
    private var arena: ContiguousArray<UInt8> = []
    private var ends: ContiguousArray<Int> = []
    private var slots: ContiguousArray<Int32>

    package init() {
        slots = ContiguousArray(repeating: -1, count: 64)
    }

    package var count: Int { ends.count }

    /// The number of a text, a new one if it was not seen before.
    package mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
        let slot = slot(of: text)
        return slots[slot] >= 0 ? Int(slots[slot]) : insert(text, at: slot)
    }

    /// The number of a text; nil: it was not seen before, and a new one might take more memory than there may be.
    ///
    /// - Parameter byteLimit: of the whole table. What grows may double at once, so that half of it is kept free.
    mutating func number(of text: UnsafeBufferPointer<UInt8>, ifWithin byteLimit: Int) -> Int? {
        let slot = slot(of: text)
        if slots[slot] >= 0 { return Int(slots[slot]) }
        let held =
            arena.capacity + ends.capacity * MemoryLayout<Int>.stride + slots.capacity * MemoryLayout<Int32>.stride
        return held + text.count <= byteLimit / 2 ? insert(text, at: slot) : nil
    }

    private mutating func insert(_ text: UnsafeBufferPointer<UInt8>, at slot: Int) -> Int {
        let number = ends.count
        arena.append(contentsOf: text)
        ends.append(arena.count)
        slots[slot] = Int32(number)
        if ends.count * 2 > slots.count { grow() }
        return number
    }

    /// The number of a text, or nil if it was not seen before.
    package func known(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        let number = slots[slot(of: text)]
        return number < 0 ? nil : Int(number)
    }

    /// The text of a number.
    package func bytes(of number: Int) -> ArraySlice<UInt8> {
        ArraySlice(arena[start(of: number)..<ends[number]])
    }

    private func start(of number: Int) -> Int {
        number == 0 ? 0 : ends[number - 1]
    }

    /// Where a text's number is, or belongs.
    private func slot(of text: UnsafeBufferPointer<UInt8>) -> Int {
        let mask = slots.count - 1
        var slot = InternTable.hash(text) & mask
        while slots[slot] >= 0, !isText(Int(slots[slot]), text) {
            slot = (slot + 1) & mask
        }
        return slot
    }

    /// Whether a text has a number.
    package func isText(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = start(of: number)
        guard ends[number] - start == text.count else { return false }
        for index in 0..<text.count where arena[start + index] != text[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = ContiguousArray(repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for number in ends.indices {
            let hash = arena.withUnsafeBufferPointer {
                InternTable.hash(UnsafeBufferPointer(rebasing: $0[start(of: number)..<ends[number]]))
            }
            var slot = hash & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number)
        }
    }

    /// FNV-1a with a last mix; the products wrap on purpose, only their bits matter.
    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 29)
    }
}
