/// The stretch of a file's text that a reader is looking at, in one buffer.
///
///       ┌── textOffset
///     ┌─┴──────────────────────────┬────────────┐
///     │ not looked at yet          │ free       │
///     └────────────────────────────┴────────────┘
///      0                            count        capacity
///
/// All unsafety of the CSV reader is here: `bytes` and `count` are valid until the
/// next call that changes the window.
struct TextWindow: ~Copyable {
    private let source: any TextSource
    private var buffer: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    /// Whether the source has nothing more.
    private(set) var isAtEnd = false
    /// Where the window begins in the file's text.
    private(set) var textOffset = 0

    init(_ source: any TextSource) {
        self.source = source
        buffer = .allocate(byteCount: 1 << 20, alignment: 64)
    }

    deinit {
        buffer.deallocate()
    }

    var count: Int { end - start }

    var bytes: UnsafePointer<UInt8> {
        // The buffer is never empty, so its base address exists.
        UnsafePointer(buffer.baseAddress!.assumingMemoryBound(to: UInt8.self) + start)
    }

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
                let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: wanted * 2, alignment: 64)
                larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
                buffer.deallocate()
                buffer = larger
            } else {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
            }
            end -= start
            start = 0
        }
        while count < wanted {
            let read = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
            if read == 0 {
                isAtEnd = true
                return
            }
            end += read
        }
    }
}
