/// Bytes that can be had in order alone, as if they could be read at any place: those behind the window come from the
/// start once more.
///
///     ┌── windowStart       ┌── windowEnd
///     ┌─────────────────────┬─────────────────────────┐
///     │ the last bytes read │ the source's next bytes │
///     └─────────────────────┴─────────────────────────┘
///
/// Whoever reads from the start to the end, and looks back no further than the window, has every byte made once.
final class StreamedBytes: StoredBytes, @unchecked Sendable {
    // All that changes is behind the monitor.

    /// At least half of it lies before the place that is read.
    private static let windowSize = 4 << 20
    /// What is kept of it when all was read: a piece with what follows it, and the last line. An archive may have many
    /// files.
    private static let restSize = 640 << 10

    /// Room that can be exchanged for smaller room.
    private final class Window {
        let room: OwnedRoom<UInt8>

        init(size: Int) {
            room = OwnedRoom(count: size)
        }
    }

    private let lower: InputFile
    private let open: @Sendable () throws(InputError) -> any ByteSource
    private let monitor = Monitor()
    private var source: (any ByteSource)?
    private var window: Window?
    private var windowStart = 0
    private var windowEnd = 0
    private var knownCount: Int?
    private var merged: [MergedCells] = []

    /// - Parameters:
    ///   - lower: what the bytes are made of.
    ///   - open: begins to make them.
    init(of lower: InputFile, _ open: @escaping @Sendable () throws(InputError) -> any ByteSource) {
        self.lower = lower
        self.open = open
    }

    var isStreamed: Bool { true }

    var fromStart: any StoredBytes { StreamedBytes(of: lower, open) }

    var mergedCells: [MergedCells] { monitor.withLock { merged } }

    var byteCount: Int? { monitor.withLock { knownCount } }

    func read(into buffer: Room<UInt8>, at offset: Int) throws(InputError) -> Int {
        try monitor.withLock { () throws(InputError) in
            if let knownCount, offset >= knownCount { return 0 }
            if offset < windowStart { rewind() }
            while windowEnd <= offset {
                guard try advance() else { return 0 }
            }
            let count = min(buffer.count, windowEnd - offset)
            if let window { buffer.copy(window.room.view(offset - windowStart..<offset - windowStart + count)) }
            return count
        }
    }

    private func rewind() {
        source = nil
        window = nil
        windowStart = 0
        windowEnd = 0
    }

    /// Lets go what is not needed when all was read.
    private func rest() {
        source = nil
        guard let whole = window, windowEnd - windowStart > StreamedBytes.restSize else { return }
        let rest = Window(size: StreamedBytes.restSize)
        let end = windowEnd - windowStart
        rest.room.room.copy(whole.room.view(end - StreamedBytes.restSize..<end))
        windowStart = windowEnd - StreamedBytes.restSize
        window = rest
    }

    /// Takes in what comes next; false: there is nothing more.
    private func advance() throws(InputError) -> Bool {
        let source = if let source { source } else { try open() }
        let window = window ?? Window(size: StreamedBytes.windowSize)
        self.source = source
        self.window = window
        let room = window.room.room
        if windowEnd - windowStart == room.count {
            let kept = room.count / 2
            room.copy(room.view.from(room.count - kept))
            windowStart = windowEnd - kept
        }
        let count = try source.read(into: room.from(windowEnd - windowStart))
        windowEnd += count
        if count == 0 {
            knownCount = windowEnd
            if let table = source as? any MergingSource { merged = table.mergedCells }
            rest()
        }
        return count > 0
    }

    func checkUnchanged() throws(InputError) {
        try lower.checkUnchanged()
    }
}
