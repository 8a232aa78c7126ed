import CZlib

/// What a file compressed by gzip holds, of all its members; zlib holds each to its check sum and its length, which
/// libarchive does not.
final class GzipSource: ByteSource {
    private let file: InputFile
    private let stream: UnsafeMutablePointer<z_stream>
    private let taken = OwnedRoom<UInt8>(count: 64 << 10)
    private var fileOffset = 0
    private var limit = ExpansionLimit()
    private var isAtEnd = false

    init(_ file: InputFile) throws(InputError) {
        self.file = file
        // zlib remembers where it lies.
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard aid_inflate_gzip(stream) == Z_OK else { throw GzipSource.error(.damaged(.gzip), file) }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        guard !isAtEnd else { return 0 }
        stream.pointee.next_out = buffer.start
        stream.pointee.avail_out = UInt32(clamping: buffer.count)
        let room = Int(stream.pointee.avail_out)
        while Int(stream.pointee.avail_out) == room {
            if stream.pointee.avail_in == 0 { try takeIn() }
            guard stream.pointee.avail_in > 0 else { throw damaged(.cutOff(.gzip)) }
            switch inflate(stream, Z_NO_FLUSH) {
            case Z_OK, Z_BUF_ERROR: break
            case Z_STREAM_END:
                guard try beginsAnother() else {
                    isAtEnd = true
                    return try given(room - Int(stream.pointee.avail_out))
                }
                inflateReset(stream)
            default: throw damaged(.damaged(.gzip))
            }
        }
        return try given(room - Int(stream.pointee.avail_out))
    }

    private func given(_ count: Int) throws(InputError) -> Int {
        guard limit.allows(count) else { throw damaged(.expandsTooFar(ratio: ExpansionLimit.ratio)) }
        return count
    }

    private func takeIn() throws(InputError) {
        let count = try file.read(into: taken.room, at: fileOffset)
        fileOffset += count
        limit.taken += count
        stream.pointee.next_in = taken.room.start
        stream.pointee.avail_in = UInt32(count)
    }

    /// Whether another member follows; zeros behind the last one are what tapes and some copies add.
    private func beginsAnother() throws(InputError) -> Bool {
        while true {
            if stream.pointee.avail_in == 0 { try takeIn() }
            guard stream.pointee.avail_in > 0 else { return false }
            guard let next = stream.pointee.next_in else { return false }
            if next.pointee == 0x1F { return true }
            guard next.pointee == 0 else { throw damaged(.damaged(.gzip)) }
            stream.pointee.next_in = next + 1
            stream.pointee.avail_in -= 1
        }
    }

    private func damaged(_ problem: ArchiveProblem) -> InputError {
        var error = GzipSource.error(problem, file)
        error.byteOffset = fileOffset - Int(stream.pointee.avail_in)
        return error
    }

    private static func error(_ problem: ArchiveProblem, _ file: InputFile) -> InputError {
        InputError(problem: .archive(problem), file: file.name)
    }
}
