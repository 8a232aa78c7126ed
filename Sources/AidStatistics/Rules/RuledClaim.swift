import AidModel

/// A claim that stands, on its way to be held against the rules beside all others of its person: 56 bytes.
struct RuledClaim: Sendable, BitwiseCopyable {
    /// `none`: nobody who is known.
    let person: PersonKey
    let key: ExactKey
    let position: SourcePosition
    /// What reversals have left of it.
    let paidMinor: Int64
    /// `ClaimBatch.noBasis`: not known.
    let basisMinor: Int64
    let dayNumber: Int32
    /// The groups code, and in the highest bit whether something of it was reversed.
    private let codeAndFlag: UInt32

    private static let flag: UInt32 = 1 << 31

    init(_ claim: Claim, basisMinor: Int64, left: Int64) {
        person = claim.person
        key = claim.key
        position = claim.position
        paidMinor = left
        self.basisMinor = basisMinor
        dayNumber = claim.dayNumber
        // Groups have 25 bits.
        codeAndFlag = claim.groupsCode | (left == claim.amountMinor ? 0 : RuledClaim.flag)
    }

    /// The same claim as another process knows it.
    init(_ other: RuledClaim, person: PersonKey, key: ExactKey, groupsCode: UInt32) {
        self.person = person
        self.key = key
        position = other.position
        paidMinor = other.paidMinor
        basisMinor = other.basisMinor
        dayNumber = other.dayNumber
        codeAndFlag = groupsCode | other.codeAndFlag & RuledClaim.flag
    }

    var groupsCode: Int { Int(codeAndFlag & ~RuledClaim.flag) }
    var isReversedInPart: Bool { codeAndFlag & RuledClaim.flag != 0 }

    /// All claims of a person side by side, those of a day as the inputs list them.
    static func precedes(_ one: RuledClaim, _ other: RuledClaim) -> Bool {
        if one.person != other.person { return one.person.bits < other.person.bits }
        return one.dayNumber != other.dayNumber ? one.dayNumber < other.dayNumber : one.position < other.position
    }
}

/// What a record says that the aid is worked out from, on its way beside its claim: 16 bytes.
struct BasisRow: Sendable, BitwiseCopyable, KeyedRow {
    /// The record's position.
    let key: UInt64
    let basisMinor: Int64

    init(_ claim: Claim, basisMinor: Int64) {
        key = claim.position.bits
        self.basisMinor = basisMinor
    }

    static func mixed(_ key: UInt64) -> UInt64 { mixBits(key) }
}

/// The bases of one partition of records after the other, on one thread.
struct PartitionBases: ~Copyable {
    private var rows = RowBuffer<BasisRow>()
    private var slots = KeySlots<BasisRow>()

    /// - Parameter index: of the partition that the records' claims are in.
    mutating func take(_ index: Int, of bases: Exchange<BasisRow>) throws {
        try bases.take(index, into: &rows)
        let rows = rows.rows
        slots.removeAll(keepingRoomFor: rows.count)
        for row in 0..<rows.count { _ = slots.firstRow(of: rows[row].key, rows, insert: row) }
    }

    /// The basis of a record of the partition.
    mutating func basis(of claim: Claim) -> Int64 {
        let row = slots.firstRow(of: claim.position.bits, rows.rows, insert: nil)
        return row < 0 ? ClaimBatch.noBasis : rows.rows[row].basisMinor
    }
}
