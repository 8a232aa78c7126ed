import AidModel

/// The first bytes of every file of a register.
///
///     magic (8) │ version (4) │ kind (4) │ change (8) │ quarter (8) │ hash of these (8)
///
/// How many rows and blocks follow says the sealed list of files.
struct SegmentHeader: Hashable {
    static let byteCount = 40
    static let version: UInt32 = 1
    private static let magic: UInt64 = 0x1A47_4552_5344_4941  // “AIDSREG” and an end-of-file mark.
    private static let noQuarter: Int64 = .min

    enum Reading: Hashable {
        case header(SegmentHeader)
        case newer
        case damaged
    }

    var kind: RegisterSegment.Kind
    var quarter: Quarter?
    var change: Int

    var bytes: [UInt8] {
        var bytes = LittleEndianBytes()
        bytes.append(SegmentHeader.magic)
        bytes.append(SegmentHeader.version)
        bytes.append(kind.rawValue)
        bytes.append(UInt64(change))
        bytes.append(UInt64(bitPattern: quarter.map { Int64($0.ordinal) } ?? SegmentHeader.noQuarter))
        bytes.append(bytes.array.withUnsafeBytes { BlockHash.hash($0, seed: 0) })
        return bytes.array
    }

    static func read(_ bytes: UnsafeRawBufferPointer) -> Reading {
        guard bytes.count == byteCount else { return .damaged }
        var reader = LittleEndianReader(bytes)
        guard reader.next(UInt64.self) == magic, let version = reader.next(UInt32.self) else { return .damaged }
        guard version <= SegmentHeader.version else { return .newer }
        guard version == SegmentHeader.version, let kind = reader.next(UInt32.self).flatMap(RegisterSegment.Kind.init),
            let change = reader.next(UInt64.self), let quarter = reader.next(UInt64.self).map(Int64.init(bitPattern:)),
            reader.next(UInt64.self) == BlockHash.hash(UnsafeRawBufferPointer(rebasing: bytes.dropLast(8)), seed: 0)
        else { return .damaged }
        return .header(
            SegmentHeader(
                kind: kind, quarter: quarter == noQuarter ? nil : Quarter(ordinal: Int(quarter)),
                change: Int(truncatingIfNeeded: change)))
    }
}
