import AidModel
import AidStatistics
import Glibc

/// Writes one file between two steps of a run, frame by frame: beside its place, and there when it is whole.
///
/// It holds personal data, and is its owner's alone (0600).
final class PartFileWriter {
    private let path: String
    private let stagedPath: String
    private let descriptor: Int32
    private let origin: PartOrigin
    /// Of each part.
    private var rowCounts: [Int]
    private var frameCount = 0
    private var isInPlace = false

    init(_ path: String, _ origin: PartOrigin) throws(RunFailure) {
        self.path = path
        self.origin = origin
        rowCounts = Array(repeating: 0, count: origin.partCount)
        let staged = try StagedPart.make(for: path)
        stagedPath = staged.path
        descriptor = staged.descriptor
    }

    deinit {
        close(descriptor)
        if !isInPlace { unlink(stagedPath) }
    }

    func append(_ kind: PartKind, part: Int, rowCount: Int, _ payload: [UInt8]) throws(RunFailure) {
        rowCounts[part] += rowCount
        frameCount += 1
        let writing = FileWriting(to: descriptor)
        writing.take(PartFrame.bytes(kind, from: origin, part: part, rowCount: rowCount, payload))
        guard writing.code == 0 else { throw OutputFolder.failure(path, code: writing.code) }
    }

    /// Ends the file with what is for all parts, and puts it in its place.
    func finish(_ kind: PartKind, _ payload: [UInt8]) throws(RunFailure) {
        var bytes = LittleEndianBytes()
        bytes.append(UInt64(frameCount))
        bytes.append(list: rowCounts) { $0.append(UInt64($1)) }
        bytes.append(bytes: payload)
        try append(kind, part: 0, rowCount: 0, bytes.array)
        guard fsync(descriptor) == 0, rename(stagedPath, path) == 0 else {
            throw OutputFolder.failure(path, code: errno)
        }
        isInPlace = true
    }
}

/// Reads one file between two steps of a run, and believes no byte whose hash is wrong.
final class PartFileReader {
    private let path: String
    private let origin: PartOrigin
    private let descriptor: Int32
    private let byteCount: Int
    private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)

    /// - Parameter origin: whose it must be.
    init(_ path: String, _ origin: PartOrigin) throws(RunFailure) {
        self.path = path
        self.origin = origin
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? RunFailure(PartProblem.missing, place: path) : RunFailure(PartProblem.unreadable(errno), place: path)
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw RunFailure(PartProblem.damaged, place: path)
        }
        byteCount = Int(status.st_size)
    }

    deinit {
        close(descriptor)
        memory.deallocate()
    }

    /// Hands out the frames that are asked for, in the order in which they were written.
    ///
    /// - Parameters:
    ///   - part: the part that rows must be for; nil: all.
    ///   - take: gets what is for all parts last. It gives how many rows it was.
    func each(
        _ kinds: Set<PartKind>, part: Int?, sealedBy seal: PartKind,
        _ take: (PartFrame, UnsafeRawBufferPointer) throws -> Int
    ) throws {
        var offset = 0
        var passed = PassedFrames()
        var isAtEnd = false
        while !isAtEnd {
            let frame = try header(at: offset)
            let start = offset + PartFrame.headerByteCount
            guard frame.payloadByteCount <= byteCount - start else { throw damaged }
            offset = start + frame.payloadByteCount
            isAtEnd = frame.kind == seal
            if isAtEnd {
                try end(frame, try payload(of: frame, at: start), at: offset, behind: passed, take)
            } else {
                passed.add(frame)
                if kinds.contains(frame.kind), (part ?? frame.part) == frame.part {
                    try takeRows(frame, try payload(of: frame, at: start), take)
                }
            }
        }
    }

    /// The frames before the end of a file.
    private struct PassedFrames {
        private(set) var count = 0
        private(set) var rowCounts: [Int: Int] = [:]

        mutating func add(_ frame: PartFrame) {
            count += 1
            rowCounts[frame.part, default: 0] += frame.rowCount
        }
    }

    private func takeRows(
        _ frame: PartFrame, _ payload: UnsafeRawBufferPointer, _ take: (PartFrame, UnsafeRawBufferPointer) throws -> Int
    ) throws {
        let rowCount = try taking { try take(frame, payload) }
        guard rowCount == frame.rowCount else { throw damaged }
    }

    /// Hands out what is for all parts, where the file is as long as that says.
    private func end(
        _ frame: PartFrame, _ payload: UnsafeRawBufferPointer, at offset: Int, behind passed: PassedFrames,
        _ take: (PartFrame, UnsafeRawBufferPointer) throws -> Int
    ) throws {
        _ = try taking {
            var reader = LittleEndianReader(payload)
            let written = Int(truncatingIfNeeded: try reader.number(UInt64.self))
            let counts = try reader.list { reader throws(DamagedBytes) in
                Int(truncatingIfNeeded: try reader.number(UInt64.self))
            }
            guard offset == byteCount, written == passed.count, counts.count == origin.partCount,
                counts.indices.allSatisfy({ counts[$0] == passed.rowCounts[$0, default: 0] })
            else { throw damaged }
            let rest = payload.count - 8 * (2 + counts.count)
            return try take(frame, UnsafeRawBufferPointer(rebasing: payload.suffix(rest)))
        }
    }

    private func taking<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch is DamagedBytes {
            throw damaged
        }
    }

    private func header(at offset: Int) throws(RunFailure) -> PartFrame {
        guard byteCount - offset >= PartFrame.headerByteCount else { throw damaged }
        try read(PartFrame.headerByteCount, at: offset)
        switch PartFrame.read(UnsafeRawBufferPointer(rebasing: memory[..<PartFrame.headerByteCount])) {
        case .damaged: throw damaged
        case .otherVersion: throw RunFailure(PartProblem.otherVersion, place: path)
        case .frame(let frame):
            guard frame.origin == origin else { throw RunFailure(PartProblem.foreign, place: path) }
            return frame
        }
    }

    private func payload(of frame: PartFrame, at start: Int) throws(RunFailure) -> UnsafeRawBufferPointer {
        let size = frame.payloadByteCount
        if memory.count < size {
            memory.deallocate()
            memory = .allocate(byteCount: size + size / 4, alignment: 16)
        }
        try read(size, at: start)
        let payload = UnsafeRawBufferPointer(rebasing: memory[..<size])
        guard frame.isSound(payload) else { throw damaged }
        return payload
    }

    private func read(_ count: Int, at offset: Int) throws(RunFailure) {
        var done = 0
        while done < count {
            let got = pread(descriptor, memory.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw RunFailure(PartProblem.unreadable(errno), place: path) }
            guard got > 0 else { throw damaged }
            done += got
        }
    }

    private var damaged: RunFailure { RunFailure(PartProblem.damaged, place: path) }
}
