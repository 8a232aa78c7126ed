/// Bytes on their way out, which are kept, or handed on a piece at a time.
package struct ByteSink {
    /// What has not been handed on.
    package private(set) var bytes: [UInt8] = []
    private let handOn: (([UInt8]) -> Void)?

    /// So much is gathered before it is handed on.
    package static let pieceSize = 64 << 10

    /// Keeps everything.
    package init() {
        handOn = nil
    }

    /// - Parameter handOn: gets pieces in order, the last one by `end`.
    package init(_ handOn: @escaping ([UInt8]) -> Void) {
        self.handOn = handOn
        bytes.reserveCapacity(ByteSink.pieceSize + 4096)
    }

    package mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    package mutating func append(_ more: [UInt8]) {
        bytes.append(contentsOf: more)
        if bytes.count >= ByteSink.pieceSize { pass() }
    }

    package mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        if bytes.count >= ByteSink.pieceSize { pass() }
    }

    /// A number in decimal digits.
    package mutating func append(_ number: Int128) {
        // Nearly every number is short, and dividing long ones takes long.
        guard let short = Int64(exactly: number), short != .min else { return append(String(number)) }
        if short < 0 { append(UInt8(ascii: "-")) }
        var rest = short.magnitude
        let start = bytes.count
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            bytes.append(0x30 + UInt8(digit))
            rest = quotient
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Appends what is written, and shows it to somebody on its way.
    package mutating func append(
        seenBy see: @escaping ([UInt8]) -> Void, _ write: (inout ByteSink) throws -> Void
    ) rethrows {
        let target = Target(self)
        self = ByteSink()
        defer { self = target.sink }
        var sink = ByteSink { bytes in
            see(bytes)
            target.sink.append(bytes)
        }
        try write(&sink)
        sink.end()
    }

    private final class Target {
        var sink: ByteSink

        init(_ sink: ByteSink) {
            self.sink = sink
        }
    }

    /// Hands on what is left.
    package mutating func end() {
        if !bytes.isEmpty { pass() }
    }

    private mutating func pass() {
        guard let handOn else { return }
        handOn(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
