/// The stretch of a file's text that a reader is looking at, in one buffer.
///
///       ┌── textOffset
///     ┌─┴──────────────────────────┬────────────┐
///     │ not looked at yet          │ free       │
///     └────────────────────────────┴────────────┘
///      0                            count        capacity
///
/// `bytes` are valid until the next call that changes the window.
struct TextWindow: ~Copyable {
    private let source: any TextSource
    private var buffer = OwnedRoom<UInt8>(count: 1 << 20)
    private var start = 0
    private var end = 0
    /// Whether the source has nothing more.
    private(set) var isAtEnd = false
    /// Where the window begins in the file's text.
    private(set) var textOffset = 0

    init(_ source: any TextSource) {
        self.source = source
    }

    var count: Int { end - start }

    var bytes: ByteView { buffer.view(start..<end) }

    /// Drops bytes from the front.
    mutating func drop(_ dropped: Int) {
        start += dropped
        textOffset += dropped
    }

    /// Reads until there is twice as much as before, so that looking again from the
    /// front costs no more than reading did; or to the end of the file.
    mutating func fill() throws(InputError) {
        let wanted = max(count * 2, 1)
        if buffer.count - start < max(wanted, buffer.count / 2) {
            if buffer.count < wanted + wanted / 2 {
                let larger = OwnedRoom<UInt8>(count: wanted * 2)
                larger.room.copy(bytes)
                buffer = larger
            } else {
                buffer.room.copy(bytes)
            }
            end -= start
            start = 0
        }
        while count < wanted {
            let read = try source.read(into: buffer.room.from(end))
            if read == 0 {
                isAtEnd = true
                return
            }
            end += read
        }
    }
}
