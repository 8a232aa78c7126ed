import CIsal

/// What a file compressed by gzip holds, of all its members, each held to its check sum and its length, which
/// libarchive does not.
///
///     │ header │ what ISA-L decompresses │ check sum, length │ header │ …
///
/// Headers are read here: ISA-L misreads those that lie in two buffers.
final class GzipSource: ByteSource {
    private let file: InputFile
    private let stream: UnsafeMutablePointer<inflate_state>
    private let taken = OwnedRoom<UInt8>(count: 64 << 10)
    private var fileOffset = 0
    private var limit = ExpansionLimit()
    private var isInMember = false
    private var isFirst = true
    private var isAtEnd = false

    init(_ file: InputFile) {
        self.file = file
        // ISA-L remembers where it lies, and its 85 KiB are not copied.
        stream = .allocate(capacity: 1)
        isal_inflate_init(stream)
        stream.pointee.crc_flag = UInt32(ISAL_GZIP_NO_HDR_VER)
        stream.pointee.avail_in = 0
    }

    deinit {
        stream.deallocate()
    }

    func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        guard !isAtEnd else { return 0 }
        let room = UInt32(clamping: buffer.count)
        stream.pointee.next_out = buffer.start
        stream.pointee.avail_out = room
        while stream.pointee.avail_out == room, try begin() {
            try inflate()
        }
        let count = Int(room - stream.pointee.avail_out)
        guard limit.allows(count) else { throw refused(.expandsTooFar(ratio: ExpansionLimit.ratio)) }
        return count
    }

    private func inflate() throws(InputError) {
        if stream.pointee.avail_in == 0 { try takeIn() }
        let hadBytes = stream.pointee.avail_in > 0
        let room = stream.pointee.avail_out
        guard isal_inflate(stream) == ISAL_DECOMP_OK else { throw refused(.damaged(.gzip)) }
        if stream.pointee.block_state == ISAL_BLOCK_FINISH {
            isInMember = false
        } else if !hadBytes, stream.pointee.avail_out == room {
            throw refused(.cutOff(.gzip))
        }
    }

    private func takeIn() throws(InputError) {
        let count = try file.read(into: taken.room, at: fileOffset)
        fileOffset += count
        limit.taken += count
        stream.pointee.next_in = taken.room.start
        stream.pointee.avail_in = UInt32(count)
    }

    private func refused(_ problem: ArchiveProblem) -> InputError {
        InputError(
            problem: .archive(problem), file: file.name, byteOffset: fileOffset - Int(stream.pointee.avail_in))
    }
}

// MARK: - Headers of members (RFC 1952)

extension GzipSource {
    /// What a header's fourth byte says there is.
    private enum Part {
        static let checkSum: UInt8 = 1 << 1
        static let extra: UInt8 = 1 << 2
        static let name: UInt8 = 1 << 3
        static let comment: UInt8 = 1 << 4
        /// Nobody knows what they would say.
        static let unknown: UInt8 = 0b1110_0000
    }

    /// Begins a member, if none is begun; false: there is no more.
    private func begin() throws(InputError) -> Bool {
        if isInMember { return true }
        guard let first = try firstByte() else {
            isAtEnd = true
            return false
        }
        var sum: UInt32 = 0
        func next() throws(InputError) -> UInt8 {
            guard var byte = try nextByte() else { throw refused(.cutOff(.gzip)) }
            sum = crc32_gzip_refl(sum, &byte, 1)
            return byte
        }
        func nextPair() throws(InputError) -> UInt16 {
            UInt16(try next()) | UInt16(try next()) << 8
        }
        var byte = first
        sum = crc32_gzip_refl(sum, &byte, 1)
        guard first == 0x1F, try next() == 0x8B, try next() == 8 else { throw refused(.damaged(.gzip)) }
        let parts = try next()
        guard parts & Part.unknown == 0 else { throw refused(.damaged(.gzip)) }
        // When it was written, how and where.
        for _ in 0..<6 { _ = try next() }
        if parts & Part.extra != 0 {
            for _ in 0..<(try nextPair()) { _ = try next() }
        }
        if parts & Part.name != 0 {
            while try next() != 0 {}
        }
        if parts & Part.comment != 0 {
            while try next() != 0 {}
        }
        if parts & Part.checkSum != 0 {
            let expected = UInt16(truncatingIfNeeded: sum)
            guard try nextPair() == expected else { throw refused(.damaged(.gzip)) }
        }
        isal_inflate_reset(stream)
        isInMember = true
        isFirst = false
        return true
    }

    /// The byte with which a member begins; zeros behind the last one are what tapes and some copies add.
    private func firstByte() throws(InputError) -> UInt8? {
        var byte = try nextByte()
        guard !isFirst, byte == 0 else { return byte }
        while byte == 0 { byte = try nextByte() }
        guard byte == nil || byte == 0x1F else { throw refused(.damaged(.gzip)) }
        return byte
    }

    private func nextByte() throws(InputError) -> UInt8? {
        if stream.pointee.avail_in == 0 { try takeIn() }
        guard stream.pointee.avail_in > 0, let next = stream.pointee.next_in else { return nil }
        stream.pointee.next_in = next + 1
        stream.pointee.avail_in -= 1
        return next.pointee
    }
}
