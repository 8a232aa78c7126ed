import Glibc

enum TextEncoding: String {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case gbk = "GBK"
}

/// A file to which UTF-8 text is appended and that lies on disk in an encoding of its own.
///
/// - Shape: text waits in a buffer of bounded size and is turned over when that is full.
final class EncodedFile {
    let path: String
    let encoding: TextEncoding
    /// Text in UTF-8 that is not yet written. Whoever appends calls `drain` after each record.
    var text: [UInt8] = []

    private let descriptor: Int32
    private let converter: iconv_t?
    private var converted: [UInt8]
    private static let fullSize = 1 << 17

    init(path: String, encoding: TextEncoding) throws {
        self.path = path
        self.encoding = encoding
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw SampleError.cannotCreate(path, errno) }
        if encoding == .utf8 {
            converter = nil
            converted = []
        } else {
            let opened = iconv_open(encoding.rawValue, "UTF-8")
            guard let opened, opened != iconv_t(bitPattern: -1) else {
                Glibc.close(descriptor)
                throw SampleError.noConversion(path, encoding.rawValue)
            }
            converter = opened
            converted = [UInt8](repeating: 0, count: EncodedFile.fullSize)
        }
        text.reserveCapacity(2 * EncodedFile.fullSize)
    }

    deinit {
        if let converter { iconv_close(converter) }
    }

    /// Writes what waits, if it is much.
    func drain() throws {
        if text.count >= EncodedFile.fullSize { try flush() }
    }

    /// Writes bytes as they are, whatever the encoding.
    func write(raw bytes: [UInt8]) throws {
        try flush()
        try bytes.withUnsafeBytes { try writeAll($0) }
    }

    func close() throws {
        try flush()
        guard Glibc.close(descriptor) == 0 else { throw SampleError.cannotWrite(path, errno) }
    }

    private func flush() throws {
        if let converter {
            try convertAndWrite(converter)
        } else {
            try text.withUnsafeBytes { try writeAll($0) }
        }
        text.removeAll(keepingCapacity: true)
    }

    private func convertAndWrite(_ converter: iconv_t) throws {
        try text.withUnsafeMutableBytes { source in
            var input = source.baseAddress?.assumingMemoryBound(to: CChar.self)
            var inputCount = source.count
            while inputCount > 0 {
                let (result, code, writtenCount) = converted.withUnsafeMutableBytes { target in
                    var output = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var room = target.count
                    let result = iconv(converter, &input, &inputCount, &output, &room)
                    return (result, errno, target.count - room)
                }
                try converted.withUnsafeBytes { try writeAll(UnsafeRawBufferPointer(rebasing: $0[..<writtenCount])) }
                if result == -1, code != E2BIG {
                    throw SampleError.noConversion(path, encoding.rawValue)
                }
            }
        }
    }

    private func writeAll(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while let start = rest.baseAddress, rest.count > 0 {
            let count = Glibc.write(descriptor, start, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw SampleError.cannotWrite(path, errno)
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
