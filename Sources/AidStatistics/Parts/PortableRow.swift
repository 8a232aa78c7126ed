import AidModel

/// A row that goes to another process as it lies in memory, which on every machine that this program runs on is with the
/// lowest byte first; but for the numbers that are of this process alone.
protocol PortableRow: Sendable, BitwiseCopyable {
    static var kind: PartKind { get }

    /// The same row with numbers that go with it.
    func sent(_ numbers: inout PortableNumbers) -> Self

    /// The same row as this process knows it; nil: there can be no such row.
    func received(_ numbers: borrowing ReceivedNumbers) -> Self?
}

extension Claim: PortableRow {
    static var kind: PartKind { .claims }

    func sent(_ numbers: inout PortableNumbers) -> Claim { numbers.portable(self) }

    func received(_ numbers: borrowing ReceivedNumbers) -> Claim? {
        guard let own = numbers.own(self), own.claimClass != .reversed,
            own.isPaid == false || own.dayNumber != Claim.noDay
        else { return nil }
        return own
    }
}

/// A claim with what its aid is worked out from: 56 bytes.
struct BasedClaim: PortableRow {
    static var kind: PartKind { .basedClaims }

    var claim: Claim
    var basisMinor: Int64

    func sent(_ numbers: inout PortableNumbers) -> BasedClaim {
        BasedClaim(claim: claim.sent(&numbers), basisMinor: basisMinor)
    }

    func received(_ numbers: borrowing ReceivedNumbers) -> BasedClaim? {
        claim.received(numbers).map { BasedClaim(claim: $0, basisMinor: basisMinor) }
    }
}

extension PersonTime: PortableRow {
    static var kind: PartKind { .people }

    func sent(_ numbers: inout PortableNumbers) -> PersonTime {
        PersonTime(person: numbers.portable(person), cellKey: numbers.portable(cellKey: cellKey))
    }

    func received(_ numbers: borrowing ReceivedNumbers) -> PersonTime? {
        guard let person = numbers.own(person), !person.isNone, let cellKey = numbers.own(cellKey: cellKey) else {
            return nil
        }
        return PersonTime(person: person, cellKey: cellKey)
    }
}

extension PersonMoney: PortableRow {
    static var kind: PartKind { .amounts }

    func sent(_ numbers: inout PortableNumbers) -> PersonMoney {
        PersonMoney(
            person: numbers.portable(person), cellKey: numbers.portable(cellKey: cellKey), amountMinor: amountMinor)
    }

    func received(_ numbers: borrowing ReceivedNumbers) -> PersonMoney? {
        guard let person = numbers.own(person), !person.isNone, let cellKey = numbers.own(cellKey: cellKey),
            amountMinor >= 0
        else { return nil }
        return PersonMoney(person: person, cellKey: cellKey, amountMinor: amountMinor)
    }
}

extension DatedPersonTime: PortableRow {
    static var kind: PartKind { .dated }

    func sent(_ numbers: inout PortableNumbers) -> DatedPersonTime {
        var sent = self
        sent.person = numbers.portable(person)
        sent.cellKey = numbers.portable(cellKey: cellKey)
        return sent
    }

    func received(_ numbers: borrowing ReceivedNumbers) -> DatedPersonTime? {
        guard let person = numbers.own(person), let cellKey = numbers.own(cellKey: cellKey), amountMinor >= 0 else {
            return nil
        }
        var own = self
        own.person = person
        own.cellKey = cellKey
        return own
    }
}

extension MeasuredClaim: PortableRow {
    static var kind: PartKind { .measured }

    func sent(_ numbers: inout PortableNumbers) -> MeasuredClaim {
        MeasuredClaim(
            amountMinor: amountMinor, cell: UInt32(numbers.portable(cell: Int(cell))), daysToPayment: daysToPayment)
    }

    func received(_ numbers: borrowing ReceivedNumbers) -> MeasuredClaim? {
        guard let cell = numbers.own(cell: Int(cell)), amountMinor >= 0 else { return nil }
        return MeasuredClaim(amountMinor: amountMinor, cell: UInt32(cell), daysToPayment: daysToPayment)
    }
}

extension RuledClaim: PortableRow {
    static var kind: PartKind { .ruled }

    func sent(_ numbers: inout PortableNumbers) -> RuledClaim {
        RuledClaim(
            self, person: numbers.portable(person), key: numbers.portable(key),
            groupsCode: numbers.portable(groupsCode: UInt32(groupsCode)))
    }

    func received(_ numbers: borrowing ReceivedNumbers) -> RuledClaim? {
        guard let person = numbers.own(person), let key = numbers.own(key), numbers.isPosition(position),
            let code = numbers.own(groupsCode: UInt32(groupsCode)), paidMinor >= 0
        else { return nil }
        return RuledClaim(self, person: person, key: key, groupsCode: code)
    }
}

extension ReversalRow: PortableRow {
    static var kind: PartKind { .reversals }

    func sent(_ numbers: inout PortableNumbers) -> ReversalRow {
        ReversalRow(self, claim: numbers.portable(claim), ownKey: numbers.portable(ownKey))
    }

    func received(_ numbers: borrowing ReceivedNumbers) -> ReversalRow? {
        guard isWhole, let claim = numbers.own(claim), claim.claimClass == .reversed, let ownKey = numbers.own(ownKey)
        else { return nil }
        return ReversalRow(self, claim: claim, ownKey: ownKey)
    }
}

/// Some rows side by side, with what their numbers stand for.
enum PortableRows {
    static func bytes<Row: PortableRow>(_ rows: ContiguousArray<Row>, _ numbers: PortableNumbers) -> [UInt8] {
        var bytes = LittleEndianBytes()
        numbers.write(to: &bytes)
        bytes.append(UInt64(rows.count))
        rows.withUnsafeBytes { rows in
            bytes.append(count: rows.count) { $0.copyMemory(from: rows) }
        }
        return bytes.array
    }

    /// - Returns: as this process knows them.
    static func rows<Row: PortableRow>(
        _: Row.Type, _ reader: inout LittleEndianReader, _ numbers: ReceivedNumbers
    ) throws(DamagedBytes) -> ContiguousArray<Row> {
        let stride = MemoryLayout<Row>.stride
        let count = try reader.count(ofByteCount: stride)
        guard let bytes = reader.nextBytes(count * stride), reader.isAtEnd else { throw DamagedBytes() }
        var rows: ContiguousArray<Row> = []
        rows.reserveCapacity(count)
        for index in 0..<count {
            // Within the bytes, whose number was asked for.
            guard let row = bytes.loadUnaligned(fromByteOffset: index * stride, as: Row.self).received(numbers) else {
                throw DamagedBytes()
            }
            rows.append(row)
        }
        return rows
    }
}

/// The rows of one kind on their way to all parts, some at a time.
struct PartBuffers<Row: PortableRow> {
    private struct Buffer {
        var rows: ContiguousArray<Row> = []
        var numbers: PortableNumbers

        /// - Returns: how many bytes it takes then, with the texts that go with it.
        mutating func add(_ row: Row) -> Int {
            rows.append(row.sent(&numbers))
            return rows.count * MemoryLayout<Row>.stride + numbers.textByteCount
        }
    }

    private let makeNumbers: () -> PortableNumbers
    private let take: PartTaking
    /// What a part may take in memory.
    private let byteLimit: Int
    private var buffers: [Buffer?]

    /// - Parameter cells: by their numbers; empty: the rows have none.
    init(partCount: Int, _ tables: PartTables, cells: [TimeCells.Cell] = [], _ take: @escaping PartTaking) {
        makeNumbers = { PortableNumbers(tables, cells: cells) }
        self.take = take
        // 64 MiB in all, and a MiB at a time at most.
        byteLimit = min(1 << 20, (64 << 20) / partCount)
        buffers = Array(repeating: nil, count: partCount)
    }

    mutating func add(_ row: Row, to part: Int) throws {
        if buffers[part] == nil { buffers[part] = Buffer(numbers: makeNumbers()) }
        guard let byteCount = buffers[part]?.add(row) else { return }
        if byteCount >= byteLimit { try flush(part) }
    }

    private mutating func flush(_ part: Int) throws {
        guard let buffer = buffers[part] else { return }
        buffers[part] = nil
        try take(Row.kind, part, buffer.rows.count, PortableRows.bytes(buffer.rows, buffer.numbers))
    }

    mutating func finish() throws {
        for part in buffers.indices { try flush(part) }
    }
}
