import AidModel
import Synchronization

/// Numbers people by their tags: those of the register as they are numbered there, new ones from then on.
///
/// Shared by all threads of a run. Which number a new person gets depends on who comes first, and
/// nothing that is counted depends on it.
///
/// - Complexity: about 26 bytes a person; a tenth of a microsecond a look-up.
package final class RegisterPeople: Sendable {
    /// As many as threads rarely meet in; a power of two.
    private static let shardCount = 256
    /// A person's number and 1 fit 31 bits.
    static let limit = 1 << 31 - 2

    private final class Shard: Sendable {
        let table: Mutex<PeopleShard>

        init(_ table: PeopleShard) {
            self.table = Mutex(table)
        }
    }

    private let known: KnownTags
    private let shards: [Shard]
    private let nextIndex: Atomic<Int>

    /// Loads the people of a register.
    package init(_ register: Register) throws(RegisterError) {
        known = try register.tags()
        var shards = (0..<RegisterPeople.shardCount).map { [count = known.count] _ in
            PeopleShard(expecting: count / RegisterPeople.shardCount)
        }
        for index in 0..<known.count where known[index] != .forgotten {
            shards[RegisterPeople.shard(of: known[index])].enter(knownIndex: index, known)
        }
        self.shards = shards.map(Shard.init)
        nextIndex = Atomic(known.count)
    }

    /// Nobody yet: a table of the people of several registers.
    package init() {
        known = KnownTags()
        shards = (0..<RegisterPeople.shardCount).map { _ in Shard(PeopleShard(expecting: 0)) }
        nextIndex = Atomic(0)
    }

    /// The numbers that the people of a register have here, by those that they have there; new ones for who is new.
    ///
    /// Whom the register has forgotten has a number of its own.
    package func numbers(of register: Register) throws(RegisterError) -> [UInt32] {
        let tags = try register.tags()
        return (0..<tags.count).map { index in
            UInt32(tags[index] == .forgotten ? newIndex() : self.index(of: tags[index]))
        }
    }

    /// How many numbers there are.
    package var count: Int { nextIndex.load(ordering: .relaxed) }

    /// The number of a person, a new one for somebody new.
    package func index(of tag: RegisterTag) -> Int {
        let known = known
        return shards[RegisterPeople.shard(of: tag)].table.withLock { shard in
            if let index = shard.index(of: tag, known) { return index }
            let index = newIndex()
            shard.add(tag, index: index, known)
            return index
        }
    }

    private func newIndex() -> Int {
        let index = nextIndex.wrappingAdd(1, ordering: .relaxed).oldValue
        precondition(index < RegisterPeople.limit, "more people than a register can hold")
        return index
    }

    /// The number of a person; nil: unknown.
    package func knownIndex(of tag: RegisterTag) -> Int? {
        let known = known
        return shards[RegisterPeople.shard(of: tag)].table.withLock { $0.index(of: tag, known) }
    }

    /// Forgets all new people, when exports are to be read once more; no other thread may ask meanwhile.
    package func dropAdded() {
        let known = known
        for shard in shards { shard.table.withLock { $0.dropAdded(known) } }
        nextIndex.store(known.count, ordering: .relaxed)
    }

    /// The tags of all new people in the order of their numbers.
    func added() -> [RegisterTag] {
        var tags = [RegisterTag](repeating: .forgotten, count: count - known.count)
        for shard in shards {
            shard.table.withLock { shard in
                for (tag, index) in zip(shard.addedTags, shard.addedIndices) { tags[Int(index) - known.count] = tag }
            }
        }
        return tags
    }

    private static func shard(of tag: RegisterTag) -> Int {
        Int(truncatingIfNeeded: tag.high >> 56)
    }
}

extension Register {
    /// The tags of all people by their numbers.
    func tags() throws(RegisterError) -> KnownTags {
        do throws(RegisterError) {
            return try KnownTags(count: list.peopleCount) { tags throws(RegisterError) in
                let memory = BlockMemory()
                var next = 0
                for segment in list.segments(.people) {
                    var file = try SegmentReader(segment, in: folder, memory)
                    while let open = try file.next() {
                        guard open.payload.count == 16 * open.rowCount, open.rowCount <= tags.count - next else {
                            throw file.damaged()
                        }
                        var reader = LittleEndianReader(open.payload)
                        for _ in 0..<open.rowCount {
                            // As many as the payload holds.
                            tags[next] = reader.nextTag()!
                            next += 1
                        }
                    }
                }
                guard next == tags.count else {
                    throw RegisterError(.damaged(.peopleCount), at: folder.path(of: RegisterList.fileName))
                }
            }
        } catch {
            throw telling(error)
        }
    }
}
