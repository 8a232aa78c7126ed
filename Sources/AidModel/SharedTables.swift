import Synchronization

/// Gives long claim numbers and persons, which do not fit a key, keys of their own.
///
/// Shared by all readers of a run: the same text must get the same key wherever it
/// is read. Which number a text gets depends on who comes first, and nothing depends
/// on the number but whether two are equal.
///
/// The table grows to a limit. Texts that come later are not kept: their keys are digests of 120 bits, of which by chance
/// two of a billion are one once in 10^18; of persons there is room for 60, and whether these told all apart is found out
/// in the end (`tellPersonsApart`).
package final class KeyTable: Sendable {
    /// As many as threads rarely meet in; a power of two.
    private static let shardCount = 64
    /// Bits of a digest that are in the key of a person, at most.
    package static let personDigestBits: UInt64 = 60

    private final class Shard: Sendable {
        let table = Mutex(InternTable())
    }

    private let shards = (0..<KeyTable.shardCount).map { _ in Shard() }
    private let shardByteLimit: Int
    private let digest = TextDigest.random()
    private let personDigestBits: UInt64
    /// nil: all texts are kept.
    private let personDigests: PersonDigests?
    private let hasPassedLimit = Atomic(false)

    /// A table of all texts.
    ///
    /// - Parameter byteLimit: how much memory they may take; past it nothing more is kept, and keys mean nothing
    ///   (`isFull`). Of that, half is for one 64th of them to grow.
    package init(textsWithin byteLimit: Int = .max) {
        shardByteLimit = byteLimit == .max ? .max : byteLimit / KeyTable.shardCount
        personDigestBits = KeyTable.personDigestBits
        personDigests = nil
    }

    /// Whether a table of all texts has no room for all: then no figure can come of its keys.
    package var isFull: Bool { hasPassedLimit.load(ordering: .relaxed) }

    /// - Parameters:
    ///   - byteLimit: how much memory texts may take.
    ///   - spill: where digests go that memory has no room for.
    ///   - personDigestBits: fewer of them make keys that do not tell apart, for tests.
    package init(byteLimit: Int, spill: any SpillStore, personDigestBits: UInt64 = KeyTable.personDigestBits) {
        shardByteLimit = byteLimit / KeyTable.shardCount
        self.personDigestBits = personDigestBits
        personDigests = PersonDigests(spill)
    }

    /// The key of a claim number, exactly.
    ///
    /// - Parameter text: not empty.
    package func key(of text: UnsafeBufferPointer<UInt8>) -> ExactKey {
        if let key = ExactKey(packing: text) { return key }
        if let number = number(of: text) { return ExactKey(tableNumber: number) }
        let digest = digest(text)
        return ExactKey(digestLow: digest.low, high: digest.high)
    }

    /// The key of a person's document or name, exactly.
    ///
    /// - Parameter text: not empty.
    package func personKey(of text: UnsafeBufferPointer<UInt8>) -> PersonKey {
        if let key = PersonKey(packing: text) { return key }
        if let number = number(of: text) { return PersonKey(tableNumber: number) }
        let digest = digest(text)
        let payload = digest.low >> (64 - personDigestBits)
        // What is in the key needs no second place, but is no different in both.
        personDigests?.add(payload: payload, rest: digest.high ^ digest.low << personDigestBits)
        return PersonKey(digest: payload)
    }

    /// Whether no two persons have one key; asked when all are read.
    ///
    /// - Throws: where memory was short, and what could not be kept in it could not be kept elsewhere.
    package func tellPersonsApart() throws -> Bool { try personDigests?.tellApart() ?? true }

    /// Appends the text of a number that the table gave.
    func appendText(of number: UInt64, to text: inout [UInt8]) {
        let (index, shard) = number.quotientAndRemainder(dividingBy: UInt64(KeyTable.shardCount))
        text += shards[Int(shard)].table.withLock { Array($0.bytes(of: Int(index))) }
    }

    /// The number of a text; nil: it has none, and there is no room for more.
    private func number(of text: UnsafeBufferPointer<UInt8>) -> UInt64? {
        let hash = InternTable.hash(text)
        let shard = hash >> 40 & (KeyTable.shardCount - 1)
        let number = shards[shard].table.withLock { $0.number(of: text, ifWithin: shardByteLimit) }
        if number == nil, personDigests == nil { hasPassedLimit.store(true, ordering: .relaxed) }
        return number.map { UInt64($0) * UInt64(KeyTable.shardCount) + UInt64(shard) }
    }
}

/// The groups that records fall into: one code stands for the values of all breakdown
/// fields of a record at once.
///
/// Shared by all readers of a run, as `KeyTable` is. The text of a code is the values,
/// each followed by 0xFF, which no UTF-8 contains.
package final class GroupTable: Sendable {
    package static let separator: UInt8 = 0xFF
    /// So many codes a claim has bits for.
    package static let limit = Int(Claim.groupsMask) + 1
    /// A field of more values than this is no category, and nobody reads a report on them.
    package static let valueLimit = 100_000

    /// What there are too many of.
    package enum Excess: Sendable, Hashable {
        case combinations
        /// Their texts are too long for the memory there is.
        case bytes
        /// - Parameter column: the place of a breakdown field.
        case values(column: Int)
    }

    private struct State: ~Copyable {
        var codes = InternTable()
        /// Of each breakdown field.
        var valueCounts = ValueCounts()
        var byteCount = 0
        var excess: Excess?
    }

    private let table = Mutex(State())
    /// How many combinations there may be.
    package let codeLimit: Int
    /// How many bytes their texts may have in all.
    package let byteLimit: Int

    /// - Parameters:
    ///   - known: the values of the codes from 0 on, each once.
    ///   - codeLimit: how many combinations there may be; no more than `limit`.
    ///   - byteLimit: how many bytes their texts may have in all.
    package init(known: [[String]] = [], codeLimit: Int = GroupTable.limit, byteLimit: Int = .max) {
        self.codeLimit = min(codeLimit, GroupTable.limit)
        self.byteLimit = byteLimit
        for values in known {
            let text = values.flatMap { Array($0.utf8) + [GroupTable.separator] }
            _ = text.withUnsafeBufferPointer { code(of: $0) }
        }
    }

    /// The code of a record's groups; where there are too many, one that means nothing.
    package func code(of values: UnsafeBufferPointer<UInt8>) -> UInt32 {
        table.withLock { state in
            if let known = state.codes.known(values) { return UInt32(known) }
            guard state.excess == nil else { return 0 }
            guard state.codes.count < codeLimit else {
                state.excess = .combinations
                return 0
            }
            guard values.count <= byteLimit - state.byteCount else {
                state.excess = .bytes
                return 0
            }
            state.byteCount += values.count
            if let column = state.valueCounts.add(values, limit: GroupTable.valueLimit) {
                state.excess = .values(column: column)
                return 0
            }
            return UInt32(state.codes.number(of: values))
        }
    }

    /// What there are too many of: then no figure can come of them, and nothing more is learnt.
    package var excess: Excess? { table.withLock { $0.excess } }

    /// The values of one code.
    package func values(of code: UInt32) -> [ArraySlice<UInt8>] {
        table.withLock { state in
            state.codes.bytes(of: Int(code)).split(separator: GroupTable.separator, omittingEmptySubsequences: false)
                .dropLast()
        }
    }

    /// For every code the values of the breakdown fields, in their order; "" where empty.
    package func values() -> [[String]] {
        table.withLock { state in
            (0..<state.codes.count).map { code in
                state.codes.bytes(of: code).split(separator: GroupTable.separator, omittingEmptySubsequences: false)
                    .dropLast().map { String(decoding: $0, as: UTF8.self) }
            }
        }
    }
}

/// The different values of each breakdown field.
private struct ValueCounts: ~Copyable {
    /// Each behind the place of its field.
    private var values = InternTable()
    private var counts: [Int] = []
    private var text: [UInt8] = []

    /// Adds the values of a combination, each followed by the separator.
    ///
    /// - Returns: the place of a field that has more values than `limit`; nil: none has.
    mutating func add(_ combination: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
        var column = 0
        var rest = combination[...]
        while let end = rest.firstIndex(of: GroupTable.separator) {
            if counts.count == column { counts.append(0) }
            text.removeAll(keepingCapacity: true)
            text.append(UInt8(truncatingIfNeeded: column))
            text += rest[..<end]
            let known = values.count
            if text.withUnsafeBufferPointer({ values.number(of: $0) }) == known { counts[column] += 1 }
            if counts[column] > limit { return column }
            rest = rest[(end + 1)...]
            column += 1
        }
        return nil
    }
}
