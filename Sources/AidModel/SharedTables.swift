import Synchronization

/// Gives long claim numbers and persons, which do not fit a key, keys of their own.
///
/// Shared by all readers of a run: the same text must get the same key wherever it
/// is read. Which number a text gets depends on who comes first, and nothing depends
/// on the number but whether two are equal.
package final class KeyTable: Sendable {
    /// As many as threads rarely meet in; a power of two.
    private static let shardCount = 64

    private final class Shard: Sendable {
        let table = Mutex(InternTable())
    }

    private let shards = (0..<KeyTable.shardCount).map { _ in Shard() }

    package init() {}

    /// The key of a claim number, exactly.
    ///
    /// - Parameter text: not empty.
    package func key(of text: UnsafeBufferPointer<UInt8>) -> ExactKey {
        ExactKey(packing: text) ?? ExactKey(tableNumber: number(of: text))
    }

    /// The key of a person's document or name, exactly.
    ///
    /// - Parameter text: not empty.
    package func personKey(of text: UnsafeBufferPointer<UInt8>) -> PersonKey {
        PersonKey(packing: text) ?? PersonKey(tableNumber: number(of: text))
    }

    /// Appends the text of a number that the table gave.
    func appendText(of number: UInt64, to text: inout [UInt8]) {
        let (index, shard) = number.quotientAndRemainder(dividingBy: UInt64(KeyTable.shardCount))
        text += shards[Int(shard)].table.withLock { Array($0.bytes(of: Int(index))) }
    }

    private func number(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let hash = InternTable.hash(text)
        let shard = hash >> 40 & (KeyTable.shardCount - 1)
        let number = shards[shard].table.withLock { $0.number(of: text) }
        return UInt64(number) * UInt64(KeyTable.shardCount) + UInt64(shard)
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

    private let table = Mutex(InternTable())

    /// - Parameter known: the values of the codes from 0 on, each once.
    package init(known: [[String]] = []) {
        for values in known {
            let text = values.flatMap { Array($0.utf8) + [GroupTable.separator] }
            _ = text.withUnsafeBufferPointer { code(of: $0) }
        }
    }

    /// The code of a record's groups; where there are too many, one that means nothing.
    package func code(of values: UnsafeBufferPointer<UInt8>) -> UInt32 {
        table.withLock { UInt32(min($0.number(of: values), GroupTable.limit - 1)) }
    }

    /// Whether there were more combinations of groups than have codes: then no figure can come of them.
    package var isTooLarge: Bool { table.withLock { $0.count > GroupTable.limit } }

    /// For every code the values of the breakdown fields, in their order; "" where empty.
    package func values() -> [[String]] {
        table.withLock { table in
            (0..<table.count).map { code in
                table.bytes(of: code).split(separator: GroupTable.separator, omittingEmptySubsequences: false)
                    .dropLast().map { String(decoding: $0, as: UTF8.self) }
            }
        }
    }
}
