/// One part of the table of people: open addressing over their numbers, at most half full.
///
/// A slot is empty, or holds the number of a person of the register's files, or that of a person
/// added since, from 2^31 on, in the order of this part alone.
struct PeopleShard {
    private static let empty: UInt32 = .max
    private static let addedBit: UInt32 = 1 << 31

    private var slots: ContiguousArray<UInt32>
    private var count = 0
    private(set) var addedTags: ContiguousArray<RegisterTag> = []
    private(set) var addedIndices: ContiguousArray<UInt32> = []

    init(expecting count: Int) {
        var slotCount = 64
        // Room for some more before it has to grow.
        while slotCount * 2 < count * 5 { slotCount *= 2 }
        slots = ContiguousArray(repeating: PeopleShard.empty, count: slotCount)
    }

    /// The number of a person; nil: unknown.
    func index(of tag: RegisterTag, _ known: KnownTags) -> Int? {
        let found = slots[slot(of: tag, known)]
        if found == PeopleShard.empty { return nil }
        return Int(found & PeopleShard.addedBit == 0 ? found : addedIndices[Int(found & ~PeopleShard.addedBit)])
    }

    /// Enters a person of the register's files.
    mutating func enter(knownIndex index: Int, _ known: KnownTags) {
        let slot = slot(of: known[index], known)
        slots[slot] = UInt32(index)
        grow(known)
    }

    /// Enters a person who is not there yet.
    mutating func add(_ tag: RegisterTag, index: Int, _ known: KnownTags) {
        slots[slot(of: tag, known)] = PeopleShard.addedBit | UInt32(addedTags.count)
        addedTags.append(tag)
        addedIndices.append(UInt32(index))
        grow(known)
    }

    /// Forgets everyone who was added.
    mutating func dropAdded(_ known: KnownTags) {
        guard !addedTags.isEmpty else { return }
        let kept = ContiguousArray(slots.filter { $0 & PeopleShard.addedBit == 0 })
        addedTags = []
        addedIndices = []
        count = kept.count
        refill(kept, slotCount: slots.count, known)
    }

    private mutating func grow(_ known: KnownTags) {
        count += 1
        guard count * 2 > slots.count else { return }
        refill(ContiguousArray(slots.filter { $0 != PeopleShard.empty }), slotCount: slots.count * 2, known)
    }

    private mutating func refill(_ kept: ContiguousArray<UInt32>, slotCount: Int, _ known: KnownTags) {
        slots = ContiguousArray(repeating: PeopleShard.empty, count: slotCount)
        for value in kept { slots[slot(of: tag(value, known), known)] = value }
    }

    private func tag(_ value: UInt32, _ known: KnownTags) -> RegisterTag {
        value & PeopleShard.addedBit == 0 ? known[Int(value)] : addedTags[Int(value & ~PeopleShard.addedBit)]
    }

    /// Where a person's number is, or belongs.
    private func slot(of tag: RegisterTag, _ known: KnownTags) -> Int {
        let mask = slots.count - 1
        // The highest bits have picked the shard; all bits of a tag are as good as random.
        var slot = Int(truncatingIfNeeded: tag.low) & mask
        while slots[slot] != PeopleShard.empty, self.tag(slots[slot], known) != tag { slot = (slot + 1) & mask }
        return slot
    }
}

/// The tags of the people in the register's files, by their numbers.
///
/// Filled once, before anybody else has it, and never changed: so threads may share it.
final class KnownTags: @unchecked Sendable {
    let count: Int
    private let tags: UnsafeMutablePointer<RegisterTag>

    /// Nobody's.
    init() {
        count = 0
        tags = .allocate(capacity: 1)
    }

    /// - Parameter fill: is handed memory for all tags, and initialises it.
    init(count: Int, fill: (UnsafeMutableBufferPointer<RegisterTag>) throws(RegisterError) -> Void)
        throws(RegisterError)
    {
        self.count = count
        tags = .allocate(capacity: max(count, 1))
        tags.initialize(repeating: .forgotten, count: count)
        try fill(UnsafeMutableBufferPointer(start: tags, count: count))
    }

    deinit {
        tags.deallocate()
    }

    subscript(index: Int) -> RegisterTag {
        precondition(index < count && index >= 0, "a person's number is not of the register")
        return tags[index]
    }
}
