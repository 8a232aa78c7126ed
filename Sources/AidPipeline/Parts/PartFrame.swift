import AidModel
import AidStatistics

/// Which process of a run has written something.
struct PartOrigin: Sendable, Hashable {
    /// The first 16 bytes of the digest of the run.
    let run: (high: UInt64, low: UInt64)
    /// The piece or the part, from 0, and how many there are.
    let index: Int
    let count: Int
    /// How many parts there are.
    let partCount: Int

    static func == (lhs: PartOrigin, rhs: PartOrigin) -> Bool {
        lhs.run == rhs.run && lhs.index == rhs.index && lhs.count == rhs.count && lhs.partCount == rhs.partCount
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(run.high)
        hasher.combine(run.low)
        hasher.combine(index)
    }
}

/// What a file between two steps of a run is made of, and a pipe could be: each says by itself what it is.
///
///     magic (8) │ version (4) │ kind (4) │ run (16) │ from (4) │ of (4) │ for part (4) │ of (4) │ rows (8)
///     │ payload bytes (8) │ hash of the payload (8) │ hash of all that (8) │ payload
///
/// The numbers have their lowest byte first; pieces and parts are counted from 0. Hashes are XXH64.
struct PartFrame: Sendable, Hashable {
    static let headerByteCount = 80
    static let version: UInt32 = 1
    private static let magic: UInt64 = 0x1A54_5241_5044_4941  // “AIDPART” and an end-of-file mark.

    enum Reading {
        case frame(PartFrame)
        case otherVersion
        case damaged
    }

    let origin: PartOrigin
    let kind: PartKind
    /// Which it is for; of what is for all, 0.
    let part: Int
    let rowCount: Int
    let payloadByteCount: Int
    private let payloadHash: UInt64

    /// A frame with its payload, as it is written.
    static func bytes(
        _ kind: PartKind, from origin: PartOrigin, part: Int, rowCount: Int, _ payload: [UInt8]
    ) -> [UInt8] {
        var bytes = LittleEndianBytes()
        bytes.append(magic)
        bytes.append(version)
        bytes.append(kind.rawValue)
        bytes.append(origin.run.high)
        bytes.append(origin.run.low)
        for number in [origin.index, origin.count, part, origin.partCount] { bytes.append(UInt32(number)) }
        bytes.append(UInt64(rowCount))
        bytes.append(UInt64(payload.count))
        bytes.append(payload.withUnsafeBytes { BlockHash.hash($0, seed: 0) })
        bytes.append(bytes.array.withUnsafeBytes { BlockHash.hash($0, seed: 0) })
        bytes.append(bytes: payload)
        return bytes.array
    }

    static func read(_ bytes: UnsafeRawBufferPointer) -> Reading {
        var reader = LittleEndianReader(bytes)
        guard bytes.count == headerByteCount, reader.next(UInt64.self) == magic,
            let version = reader.next(UInt32.self)
        else { return .damaged }
        guard version == PartFrame.version else { return .otherVersion }
        guard let kind = reader.next(UInt32.self).flatMap(PartKind.init), let high = reader.next(UInt64.self),
            let low = reader.next(UInt64.self), let index = reader.next(UInt32.self),
            let count = reader.next(UInt32.self), let part = reader.next(UInt32.self),
            let partCount = reader.next(UInt32.self), let rows = reader.next(UInt64.self),
            let payload = reader.next(UInt64.self), let payloadHash = reader.next(UInt64.self),
            reader.next(UInt64.self) == BlockHash.hash(UnsafeRawBufferPointer(rebasing: bytes.dropLast(8)), seed: 0),
            index < count, part < partCount, rows <= UInt64(Int.max), payload <= UInt64(Int.max)
        else { return .damaged }
        return .frame(
            PartFrame(
                origin: PartOrigin(
                    run: (high, low), index: Int(index), count: Int(count), partCount: Int(partCount)),
                kind: kind, part: Int(part), rowCount: Int(rows), payloadByteCount: Int(payload),
                payloadHash: payloadHash))
    }

    /// Whether a payload is as it was written; that the header is, was seen when it was read.
    func isSound(_ payload: UnsafeRawBufferPointer) -> Bool { BlockHash.hash(payload, seed: 0) == payloadHash }
}
