package import AidModel

/// One thread's way into a settlement for what comes from other processes.
package final class PartDealer {
    private let settlement: ClaimSettlement
    private let tables: PartTables
    private let claims: ClaimDealer
    private var people: ExchangeWriter<PersonTime>
    private var measured: ExchangeWriter<MeasuredClaim>
    private var ruled: ExchangeWriter<RuledClaim>
    private var amounts: ExchangeWriter<PersonMoney>
    private var dated: ExchangeWriter<DatedPersonTime>
    /// What each part was settled with.
    package private(set) var watches: [[RestatementWatch]] = []

    package init(_ settlement: ClaimSettlement, _ tables: PartTables) {
        self.settlement = settlement
        self.tables = tables
        claims = ClaimDealer(settlement)
        people = ExchangeWriter(settlement.people)
        measured = ExchangeWriter(settlement.measured)
        ruled = ExchangeWriter(settlement.ruled)
        amounts = ExchangeWriter(settlement.amounts)
        dated = ExchangeWriter(settlement.dated)
    }

    /// Takes what `handOut` has given.
    ///
    /// - Returns: how many rows it was.
    /// - Throws: where it cannot be that; what was dealt before is then of no use.
    package func deal(_ kind: PartKind, _ payload: UnsafeRawBufferPointer) throws(DamagedBytes) -> Int {
        var reader = LittleEndianReader(payload)
        switch kind {
        case .claims:
            let rows = try rows(Claim.self, &reader)
            rows.withUnsafeBufferPointer { claims.deal(ClaimBatch(claims: $0, reversals: [])) }
            return rows.count
        case .basedClaims:
            let rows = try rows(BasedClaim.self, &reader)
            let (based, bases) = (ContiguousArray(rows.map(\.claim)), ContiguousArray(rows.map(\.basisMinor)))
            based.withUnsafeBufferPointer { based in
                bases.withUnsafeBufferPointer { claims.deal(ClaimBatch(claims: based, reversals: [], bases: $0)) }
            }
            return rows.count
        case .reversals:
            let rows = try rows(ReversalRow.self, &reader)
            claims.deal(rows)
            return rows.count
        case .people:
            return try deal(PersonTime.self, &reader) { people.deal($0, mixedKey: $0.person.mixed) }
        case .measured:
            return try deal(MeasuredClaim.self, &reader) {
                measured.deal($0, mixedKey: MeasuredClaim.mixedKey(cell: Int($0.cell)))
            }
        case .ruled:
            return try deal(RuledClaim.self, &reader) {
                ruled.deal($0, mixedKey: $0.person.isNone ? mixBits($0.position.bits) : $0.person.mixed)
            }
        case .amounts:
            return try deal(PersonMoney.self, &reader) { amounts.deal($0, mixedKey: $0.person.mixed) }
        case .dated:
            return try deal(DatedPersonTime.self, &reader) {
                // Nobody's claims need not lie together.
                dated.deal($0, mixedKey: $0.person.isNone ? mixBits($0.cellKey) : $0.person.mixed)
            }
        case .shares:
            watches.append(try [RestatementWatch](&reader))
            try tables.takeGroups(&reader)
            let numbers = try numbers(&reader)
            let shares = try SettledShares(&reader, numbers, fileCount: settlement.fileCount)
            guard reader.isAtEnd else { throw DamagedBytes() }
            settlement.add(shares)
            return 0
        case .reading, .counts:
            preconditionFailure("what is not settled")
        }
    }

    /// Ends this thread's dealing; called once.
    package func finish() {
        claims.finish()
        people.finish()
        measured.finish()
        ruled.finish()
        amounts.finish()
        dated.finish()
    }

    private func numbers(_ reader: inout LittleEndianReader) throws(DamagedBytes) -> ReceivedNumbers {
        try ReceivedNumbers(&reader, tables, cells: settlement.cells, fileCount: settlement.fileCount)
    }

    private func rows<Row: PortableRow>(
        _ kind: Row.Type, _ reader: inout LittleEndianReader
    ) throws(DamagedBytes) -> ContiguousArray<Row> {
        let numbers = try numbers(&reader)
        return try PortableRows.rows(kind, &reader, numbers)
    }

    private func deal<Row: PortableRow>(
        _ kind: Row.Type, _ reader: inout LittleEndianReader, _ take: (Row) -> Void
    ) throws(DamagedBytes) -> Int {
        let rows = try rows(kind, &reader)
        for row in rows { take(row) }
        return rows.count
    }
}
