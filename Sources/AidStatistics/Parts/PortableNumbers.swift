import AidModel

/// The numbers that some rows are sent with, and what they stand for.
struct PortableNumbers {
    private var keys: PortableKeys
    private var groups: PortableGroups
    private let cells: [TimeCells.Cell]
    private var sentCells: [TimeCells.Cell] = []
    private var cellPlaces: [Int: Int] = [:]
    private var lastCell: (number: Int, place: Int)?

    /// - Parameter cells: by their numbers; empty: the rows have none.
    init(_ tables: PartTables, cells: [TimeCells.Cell]) {
        keys = PortableKeys(tables.keys)
        groups = PortableGroups(tables.groups, valueCount: tables.valueCount)
        self.cells = cells
    }

    /// Of the texts that they stand for.
    var textByteCount: Int { keys.byteCount + groups.byteCount }

    mutating func portable(_ key: ExactKey) -> ExactKey { keys.portable(key) }
    mutating func portable(_ person: PersonKey) -> PersonKey { keys.portable(person) }
    mutating func portable(groupsCode: UInt32) -> UInt32 { groups.portable(groupsCode) }

    mutating func portable(_ claim: Claim) -> Claim {
        var sent = claim
        sent.key = keys.portable(claim.key)
        sent.person = keys.portable(claim.person)
        sent.terms = claim.terms & ~Claim.groupsMask | UInt64(groups.portable(claim.groupsCode))
        return sent
    }

    mutating func portable(cell number: Int) -> Int {
        if let lastCell, lastCell.number == number { return lastCell.place }
        let place = cellPlaces[number] ?? sentCells.count
        if place == sentCells.count {
            sentCells.append(cells[number])
            cellPlaces[number] = place
        }
        lastCell = (number, place)
        return place
    }

    /// A time cell and a groups code as `CellSums.key` puts them together.
    mutating func portable(cellKey: UInt64) -> UInt64 {
        CellSums.key(
            cell: portable(cell: Int(cellKey >> 32)),
            groupsCode: portable(groupsCode: UInt32(truncatingIfNeeded: cellKey)))
    }

    func write(to bytes: inout LittleEndianBytes) {
        keys.write(to: &bytes)
        groups.write(to: &bytes)
        bytes.append(list: sentCells) { bytes, cell in
            bytes.append(Int64(cell.quarter.ordinal))
            bytes.append(flag: cell.isBeforeStart)
        }
    }
}

/// The numbers that some rows have come with, as this process numbers what they stand for.
struct ReceivedNumbers {
    private let keys: ReceivedKeys
    private let groups: ReceivedGroups
    private let cells: [Int]
    private let fileCount: Int

    /// - Parameter fileCount: how many inputs there are.
    init(
        _ reader: inout LittleEndianReader, _ tables: PartTables, cells: TimeCells, fileCount: Int
    ) throws(DamagedBytes) {
        keys = try ReceivedKeys(&reader, tables.keys)
        groups = try ReceivedGroups(&reader, tables.groups, valueCount: tables.valueCount)
        self.cells = try reader.list { reader throws(DamagedBytes) in
            let ordinal = try reader.number(Int64.self)
            guard (0...4 * 10_000).contains(ordinal) else { throw DamagedBytes() }
            return cells.number(
                of: TimeCells.Cell(quarter: Quarter(ordinal: Int(ordinal)), isBeforeStart: try reader.flag()))
        }
        self.fileCount = fileCount
    }

    func own(_ key: ExactKey) -> ExactKey? { keys.own(key) }
    func own(_ person: PersonKey) -> PersonKey? { keys.own(person) }
    func own(groupsCode: UInt32) -> UInt32? { groups.own(groupsCode) }
    func own(cell place: Int) -> Int? { place < cells.count ? cells[place] : nil }

    func own(cellKey: UInt64) -> UInt64? {
        guard let cell = own(cell: Int(cellKey >> 32)), let code = own(groupsCode: UInt32(truncatingIfNeeded: cellKey))
        else { return nil }
        return CellSums.key(cell: cell, groupsCode: code)
    }

    func isPosition(_ position: SourcePosition) -> Bool { position.fileIndex < fileCount }

    /// - Returns: nil where there can be no such claim.
    func own(_ claim: Claim) -> Claim? {
        guard let key = own(claim.key), let person = own(claim.person), let code = own(groupsCode: claim.groupsCode),
            isPosition(claim.position), claim.amountMinor >= 0, claim.terms >> Claim.classShift & 3 != 3
        else { return nil }
        var own = claim
        own.key = key
        own.person = person
        own.terms = claim.terms & ~Claim.groupsMask | UInt64(code)
        return own
    }
}
