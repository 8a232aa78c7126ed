extension Tally {
    package func write(to bytes: inout LittleEndianBytes) {
        bytes.append(UInt64(recordCount))
        bytes.append(amountMinor)
    }

    package init(_ reader: inout LittleEndianReader) throws(DamagedBytes) {
        let count = try reader.number(UInt64.self)
        guard count <= UInt64(Int.max) else { throw DamagedBytes() }
        self.init(recordCount: Int(count), amountMinor: try reader.number())
    }
}

extension RejectReason {
    package func write(to bytes: inout LittleEndianBytes) { bytes.append(rawValue) }

    package init(_ reader: inout LittleEndianReader) throws(DamagedBytes) {
        guard let reason = RejectReason(rawValue: try reader.text()) else { throw DamagedBytes() }
        self = reason
    }
}

extension Dictionary<RejectReason, Tally> {
    package func write(to bytes: inout LittleEndianBytes) {
        bytes.append(list: sorted { $0.key < $1.key }) { bytes, reason in
            reason.key.write(to: &bytes)
            reason.value.write(to: &bytes)
        }
    }

    package init(_ reader: inout LittleEndianReader) throws(DamagedBytes) {
        let tallies = try reader.list { reader throws(DamagedBytes) in
            (try RejectReason(&reader), try Tally(&reader))
        }
        self.init(tallies) { first, _ in first }
    }
}

extension Balance {
    package func write(to bytes: inout LittleEndianBytes) {
        for tally in [
            records, paid, unpaid, reversals, duplicates, superseded, scaffolding, fullyReversed, unidentified,
        ] { tally.write(to: &bytes) }
        rejectedByReason.write(to: &bytes)
    }

    package init(_ reader: inout LittleEndianReader) throws(DamagedBytes) {
        self.init()
        records = try Tally(&reader)
        paid = try Tally(&reader)
        unpaid = try Tally(&reader)
        reversals = try Tally(&reader)
        duplicates = try Tally(&reader)
        superseded = try Tally(&reader)
        scaffolding = try Tally(&reader)
        fullyReversed = try Tally(&reader)
        unidentified = try Tally(&reader)
        rejectedByReason = try [RejectReason: Tally](&reader)
    }
}

extension Tally: Codable {
    @usableFromInline
    package init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        let count = try values.decode(Int.self)
        let high = try values.decode(Int64.self)
        let amountMinor = Int128(high) << 64 | Int128(try values.decode(UInt64.self))
        self.init(recordCount: count, amountMinor: amountMinor)
    }

    /// In numbers that every way of writing has.
    @usableFromInline
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        try values.encode(recordCount)
        try values.encode(Int64(truncatingIfNeeded: amountMinor >> 64))
        try values.encode(UInt64(truncatingIfNeeded: amountMinor))
    }
}
