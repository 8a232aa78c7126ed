import AidModel

/// A paid record of someone who is known, where no claim numbers tell claims apart: 32 bytes.
///
/// Two exports that overlap hold such a record twice, and nothing but its being the same says so.
struct SameRecord: Sendable, KeyedRow {
    /// All that a record says; its terms are day, class, groups and days to payment.
    struct Key: Hashable, BitwiseCopyable {
        let person: PersonKey
        let amountMinor: Int64
        let terms: UInt64

        /// An order without meaning, to bring equal keys together.
        static func precedes(_ one: Key, _ other: Key) -> Bool {
            if one.person != other.person { return one.person.bits < other.person.bits }
            return one.terms != other.terms ? one.terms < other.terms : one.amountMinor < other.amountMinor
        }
    }

    let key: Key
    let file: Int

    init(_ claim: Claim) {
        key = Key(person: claim.person, amountMinor: claim.amountMinor, terms: claim.terms)
        file = claim.position.fileIndex
    }

    @inline(__always)
    static func mixed(_ key: Key) -> UInt64 {
        // The product is meant to wrap: only its bits matter.
        mixBits(key.person.mixed ^ key.terms &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bitPattern: key.amountMinor))
    }
}

/// Finds, on one thread, the records of one partition after the other that say the same.
struct SameRecordSearch: ~Copyable {
    private(set) var found = SameRecords()
    private var rows = RowBuffer<SameRecord>()
    private var table = KeySlots<SameRecord>()
    private var isPickedOut: ContiguousArray<Bool> = []
    private var pickedOut: ContiguousArray<SameRecord> = []
    private var copies: [(file: Int, count: Int)] = []

    mutating func search(_ index: Int, of records: Exchange<SameRecord>) throws {
        try records.take(index, into: &rows)
        let rows = rows.rows
        table.removeAll(keepingRoomFor: rows.count)
        isPickedOut.removeAll(keepingCapacity: true)
        isPickedOut.append(contentsOf: repeatElement(false, count: rows.count))
        pickedOut.removeAll(keepingCapacity: true)
        for row in 0..<rows.count {
            let first = table.firstRow(of: rows[row].key, rows, insert: row)
            if first == row { continue }
            if !isPickedOut[first] { pickedOut.append(rows[first]) }
            isPickedOut[first] = true
            pickedOut.append(rows[row])
        }
        pickedOut.sort { $0.key != $1.key ? SameRecord.Key.precedes($0.key, $1.key) : $0.file < $1.file }
        addPickedOut()
    }

    /// Counts, key by key, how many records each file has.
    private mutating func addPickedOut() {
        var next = 0
        while next < pickedOut.count {
            let key = pickedOut[next].key
            copies.removeAll(keepingCapacity: true)
            while next < pickedOut.count, pickedOut[next].key == key {
                if copies.last?.file == pickedOut[next].file {
                    copies[copies.count - 1].count += 1
                } else {
                    copies.append((pickedOut[next].file, 1))
                }
                next += 1
            }
            found.add(copies[...])
        }
    }
}
