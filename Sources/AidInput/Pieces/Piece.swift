/// A stretch of a file in memory, with some of what follows it.
///
///     ┌── fileOffset                     ┌── ownCount      ┌── count
///     ┌──────────────────────────────────┬─────────────────┬─────────┐
///     │ the piece's own bytes            │ what follows    │ padding │
///     └──────────────────────────────────┴─────────────────┴─────────┘
///
/// The records that begin in its own bytes are the piece's; what follows is there so that the
/// last of them is whole. Padding can be read, and means nothing.
final class Piece: @unchecked Sendable {
    // In the hands of one thread at a time; `PieceQueue` passes it on.

    private let buffer: OwnedRoom<UInt8>
    /// From 0.
    fileprivate(set) var index = 0
    fileprivate(set) var fileOffset = 0
    fileprivate(set) var ownCount = 0
    fileprivate(set) var count = 0
    /// Whether the file ends with these bytes.
    fileprivate(set) var isAtFileEnd = false

    init(capacity: Int) {
        buffer = OwnedRoom(count: capacity + PaddedBytes.padding)
    }

    var bytes: PaddedBytes { PaddedBytes(buffer.room, count: count) }

    var ownBytes: ByteView { buffer.view(0..<ownCount) }

    /// Where the piece's own bytes end in the file.
    var ownEnd: Int { fileOffset + ownCount }

    fileprivate func read(
        _ file: InputFile, index: Int, in range: Range<Int>, pieceSize: Int, tailSize: Int
    ) throws(InputError) {
        self.index = index
        fileOffset = range.lowerBound + index * pieceSize
        let known = file.knownByteCount
        let wanted = min(pieceSize + tailSize, (known ?? .max) - fileOffset)
        // A file that has become shorter is found out when all is read.
        count = try file.fill(buffer.room.part(0..<wanted), at: fileOffset)
        // What was read before, or never written, must not matter; but it must be there.
        for index in count..<count + PaddedBytes.padding { buffer[index] = 0 }
        ownCount = min(pieceSize, count, range.upperBound - fileOffset)
        isAtFileEnd = known.map { fileOffset + count >= $0 } == true || count < wanted
    }
}

/// Hands the pieces of one file to any number of threads, in order.
///
/// Two things go from piece to piece in the order of the file. Where the first record of a
/// piece begins is what the piece before it says when it knows where its own last record
/// ends: so boundaries are exact, whatever stands between quotes. And an observer sees the
/// file's bytes, each once, from the first to the last.
final class PieceQueue: @unchecked Sendable {
    // All that changes is behind the monitor.

    private let file: InputFile
    /// What of the file the pieces are; up to its end, wherever that is, it may go further.
    private let range: Range<Int>
    private let pieceSize: Int
    private let tailSize: Int
    private let isInOrder: Bool
    private let observe: ((ByteView) -> Void)?

    private let monitor = Monitor()
    private var nextIndex = 0
    /// Of a file whose length nobody knows, more than there can be, until its end is read.
    private var pieceCount: Int
    /// For files that are read in order: whoever has taken a number reads before the next one is taken.
    private let order = Monitor()
    private var freePieces: [Piece] = []
    private var unmadeCount: Int
    /// The piece whose start is known, and the start; later pieces wait.
    private var started: (index: Int, offset: Int)
    private var failure: (index: Int, error: InputError)?
    /// Pieces that the observer has yet to see.
    private var unseen: [Int: Piece] = [:]
    private var nextSeen = 0
    private var isObserving = false

    /// - Parameters:
    ///   - start: where the first record begins.
    ///   - range: what of the file; nil: all of it.
    ///   - pieceLimit: how many pieces are in memory at most.
    ///   - observe: sees every byte of the file, once, in order, never on two threads at a time.
    init(
        _ file: InputFile, start: Int, range: Range<Int>? = nil, pieceSize: Int, tailSize: Int, pieceLimit: Int,
        observe: ((ByteView) -> Void)?
    ) {
        self.file = file
        self.pieceSize = pieceSize
        self.tailSize = tailSize
        self.observe = observe
        let range = range ?? 0..<(file.knownByteCount ?? .max)
        self.range = range
        pieceCount = file.knownByteCount == nil ? .max : (range.count + pieceSize - 1) / pieceSize
        isInOrder = file.isStreamed
        unmadeCount = pieceLimit
        started = (0, start)
    }

    /// Where the first record of all begins; asked before any piece is taken.
    var firstStart: Int { monitor.withLock { started.offset } }

    /// The next piece, read; or nil when there is none left, or reading has failed.
    func take() -> Piece? {
        isInOrder ? order.withLock(takeNext) : takeNext()
    }

    private func takeNext() -> Piece? {
        let piece: Piece? = monitor.withLock {
            while true {
                guard nextIndex < pieceCount, failure == nil else { return nil }
                if let piece = freePieces.popLast() ?? makePiece() {
                    piece.index = nextIndex
                    nextIndex += 1
                    return piece
                }
                monitor.wait()
            }
        }
        guard let piece else { return nil }
        do {
            try piece.read(file, index: piece.index, in: range, pieceSize: pieceSize, tailSize: tailSize)
            guard isInOrder, piece.isAtFileEnd else { return piece }
            return monitor.withLock {
                pieceCount = (piece.fileOffset + piece.count + pieceSize - 1) / pieceSize
                monitor.announce()
                guard piece.count == 0 else { return piece }
                free(piece)
                return nil
            }
        } catch {
            fail(piece, error)
            return nil
        }
    }

    private func makePiece() -> Piece? {
        guard unmadeCount > 0 else { return nil }
        unmadeCount -= 1
        return Piece(capacity: min(pieceSize + tailSize, file.knownByteCount ?? .max))
    }

    /// Where the first record of a piece begins, maybe behind its end; nil: reading has failed.
    func start(of piece: Piece) -> Int? {
        monitor.withLock {
            while started.index != piece.index {
                if failure != nil { return nil }
                monitor.wait()
            }
            return failure == nil ? started.offset : nil
        }
    }

    /// Says where the last record of a piece ends, which is where the next piece starts.
    func end(_ piece: Piece, at offset: Int) {
        monitor.withLock {
            started = (piece.index + 1, offset)
            monitor.announce()
        }
    }

    /// Ends the reading of the file; of several errors the first in the file counts.
    func fail(_ piece: Piece, _ error: InputError) {
        monitor.withLock {
            if failure.map({ piece.index < $0.index }) ?? true { failure = (piece.index, error) }
            free(piece)
        }
    }

    var error: InputError? { monitor.withLock { failure?.error } }

    /// Gives a piece back when its records are taken.
    func give(_ piece: Piece) {
        guard let observe else {
            monitor.withLock { free(piece) }
            return
        }
        var next: Piece? = monitor.withLock {
            unseen[piece.index] = piece
            if isObserving { return nil }
            isObserving = true
            return nextUnseen()
        }
        // Whoever comes while nobody observes does so for all, as far as it goes.
        while let seen = next {
            observe(seen.ownBytes)
            next = monitor.withLock {
                free(seen)
                nextSeen += 1
                return nextUnseen()
            }
        }
    }

    /// Keeps a piece for the next one; or lets all go, when there is no next one, so that files
    /// that were read take no memory.
    private func free(_ piece: Piece) {
        if nextIndex < pieceCount, failure == nil {
            freePieces.append(piece)
        } else {
            freePieces = []
        }
        monitor.announce()
    }

    /// Whether a thread that comes now finds something to do.
    var hasMore: Bool { monitor.withLock { nextIndex < pieceCount && failure == nil } }

    private func nextUnseen() -> Piece? {
        guard let piece = unseen.removeValue(forKey: nextSeen) else {
            isObserving = false
            return nil
        }
        return piece
    }
}
