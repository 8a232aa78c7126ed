package import AidModel

/// A piece of the inputs, read and not settled: its claims go to the parts that settle them.
extension ClaimSettlement {
    /// Gives the places of some reversals of one input, in input order, as they are on disk.
    package typealias Placing = (_ fileIndex: Int, _ reversals: [Reject]) throws -> [Reject]

    /// Hands out all that was dealt, when every dealer has finished.
    ///
    /// - Parameters:
    ///   - parts: how many there are, and which one a key goes to.
    ///   - take: gets all rows, some at a time.
    /// - Precondition: it was made with `hasClaimNumbers`, or records were settled as they came.
    package func handOut(
        _ parts: PartChoice, _ tables: PartTables, placing: Placing, _ take: @escaping PartTaking
    ) throws {
        if isRuled { try handOutBased(parts, tables, take) } else { try handOutClaims(parts, tables, take) }
        var buffers = PartBuffers<ReversalRow>(partCount: parts.count, tables, take)
        for reversal in try placedReversals(placing) {
            try buffers.add(reversal, to: parts.part(of: reversal.claim.key))
        }
        try buffers.finish()
    }

    private func handOutClaims(_ parts: PartChoice, _ tables: PartTables, _ take: @escaping PartTaking) throws {
        var buffers = PartBuffers<Claim>(partCount: parts.count, tables, take)
        for index in 0..<Exchange<Claim>.partitionCount {
            try claims.drainEach(index) { claim in try buffers.add(claim, to: parts.part(for: claim)) }
        }
        try buffers.finish()
    }

    private func handOutBased(_ parts: PartChoice, _ tables: PartTables, _ take: @escaping PartTaking) throws {
        var buffers = PartBuffers<BasedClaim>(partCount: parts.count, tables, take)
        var partition = PartitionBases()
        for index in 0..<Exchange<Claim>.partitionCount {
            try partition.take(index, of: bases)
            try claims.drainEach(index) { claim in
                try buffers.add(
                    BasedClaim(claim: claim, basisMinor: partition.basis(of: claim)), to: parts.part(for: claim))
            }
        }
        try buffers.finish()
    }

    /// All reversals, which are few, with their places on disk.
    private func placedReversals(_ placing: Placing) throws -> [ReversalRow] {
        var rows: [ReversalRow] = []
        for index in 0..<Exchange<ReversalRow>.partitionCount { try reversals.drain(index) { rows += $0 } }
        rows.sort { $0.claim.position < $1.claim.position }
        var placed: [ReversalRow] = []
        var start = 0
        while start < rows.count {
            let file = rows[start].claim.position.fileIndex
            let end = rows[start...].firstIndex { $0.claim.position.fileIndex != file } ?? rows.count
            // They have places in the way in which rejects have them.
            let rejects = rows[start..<end].map {
                Reject(
                    position: $0.claim.position, place: $0.place, reason: .reversalWithoutClaim, field: "reverses",
                    maskedValue: $0.maskedTarget, amountMinor: $0.claim.amountMinor)
            }
            for (row, reject) in zip(rows[start..<end], try placing(file, rejects)) {
                placed.append(ReversalRow(row, place: reject.place))
            }
            start = end
        }
        return placed
    }
}

extension PartChoice {
    /// Where a record goes: to all of its claim, or where it is one by itself, to all that say the same.
    fileprivate func part(for claim: Claim) -> Int {
        claim.key.high >> 56 == ExactKey.positionKind ? part(saying: claim) : part(of: claim.key)
    }
}

extension Exchange {
    /// Hands out all rows of a partition one by one, and gives their memory back.
    fileprivate func drainEach(_ index: Int, _ take: (Row) throws -> Void) throws {
        var failure: (any Error)?
        try drain(index) { rows in
            for row in rows where failure == nil {
                do { try take(row) } catch { failure = error }
            }
        }
        if let failure { throw failure }
    }
}

/// A part that was settled: what stands goes to the parts that count people.
extension SettledClaims {
    /// Hands out all that stands, and what adds up.
    ///
    /// - Parameters:
    ///   - watches: what was settled with.
    ///   - take: gets all rows, some at a time; what adds up last, which is for no part alone (0).
    package func handOut(
        _ parts: PartChoice, _ tables: PartTables, watches: [RestatementWatch], _ take: @escaping PartTaking
    ) throws {
        try handOut(people, parts, tables, take) { parts.part(of: $0.person) }
        try handOut(measured, parts, tables, take) { parts.part(MeasuredClaim.mixedKey(cell: Int($0.cell))) }
        try handOut(ruled, parts, tables, take) { parts.part(of: $0.person) }
        try handOut(amounts, parts, tables, take) { parts.part(of: $0.person) }
        try handOut(dated, parts, tables, take) { parts.part(of: $0.person) }
        var numbers = PortableNumbers(tables, cells: cells)
        var sums = LittleEndianBytes()
        shares.write(to: &sums, &numbers)
        var bytes = LittleEndianBytes()
        watches.write(to: &bytes)
        tables.writeGroups(to: &bytes)
        numbers.write(to: &bytes)
        bytes.append(bytes: sums.array)
        try take(.shares, 0, 0, bytes.array)
    }

    private func handOut<Row: PortableRow>(
        _ exchange: Exchange<Row>, _ parts: PartChoice, _ tables: PartTables, _ take: @escaping PartTaking,
        part: (Row) -> Int
    ) throws {
        var buffers = PartBuffers<Row>(partCount: parts.count, tables, cells: cells, take)
        for index in 0..<Exchange<Row>.partitionCount {
            try exchange.drainEach(index) { row in try buffers.add(row, to: part(row)) }
        }
        try buffers.finish()
    }
}

extension [RestatementWatch] {
    func write(to bytes: inout LittleEndianBytes) {
        bytes.append(list: self) { bytes, watch in
            bytes.append(Int64(watch.quarter.ordinal))
            bytes.append(list: watch.isLate) { $0.append(flag: $1) }
        }
    }

    init(_ reader: inout LittleEndianReader) throws(DamagedBytes) {
        self = try reader.list { reader throws(DamagedBytes) in
            RestatementWatch(
                quarter: Quarter(ordinal: try reader.ordinal()),
                isLate: try reader.list { reader throws(DamagedBytes) in try reader.flag() })
        }
    }
}
