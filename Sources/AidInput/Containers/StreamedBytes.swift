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

    private let lower: InputFile
    private let open: () throws(InputError) -> any ByteSource
    private let monitor = Monitor()
    private var source: (any ByteSource)?
    private let window = OwnedRoom<UInt8>(count: StreamedBytes.windowSize)
    private var windowStart = 0
    private var windowEnd = 0
    private var knownCount: Int?

    /// - Parameters:
    ///   - lower: what the bytes are made of.
    ///   - open: begins to make them.
    init(of lower: InputFile, _ open: @escaping @Sendable () throws(InputError) -> any ByteSource) {
        self.lower = lower
        self.open = open
    }

    var isStreamed: Bool { true }

    var byteCount: Int? { monitor.withLock { knownCount } }

    func read(into buffer: Room<UInt8>, at offset: Int) throws(InputError) -> Int {
        try monitor.withLock { () throws(InputError) in
            if let knownCount, offset >= knownCount { return 0 }
            if offset < windowStart { rewind() }
            while windowEnd <= offset {
                guard try advance() else { return 0 }
            }
            let count = min(buffer.count, windowEnd - offset)
            buffer.copy(window.view(offset - windowStart..<offset - windowStart + count))
            return count
        }
    }

    private func rewind() {
        source = nil
        windowStart = 0
        windowEnd = 0
    }

    /// Takes in what comes next; false: there is nothing more.
    private func advance() throws(InputError) -> Bool {
        let source = if let source { source } else { try open() }
        self.source = source
        if windowEnd - windowStart == window.count {
            let kept = window.count / 2
            window.room.copy(window.view(window.count - kept..<window.count))
            windowStart = windowEnd - kept
        }
        let count = try source.read(into: window.room.from(windowEnd - windowStart))
        windowEnd += count
        if count == 0 { knownCount = windowEnd }
        return count > 0
    }

    func checkUnchanged() throws(InputError) {
        try lower.checkUnchanged()
    }
}
