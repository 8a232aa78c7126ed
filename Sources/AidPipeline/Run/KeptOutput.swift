import AidRegister
import AidText

/// A large file as it was made once, in a private temporary file: making it again takes longer than reading it back.
struct KeptOutput: Sendable {
    private let spill = SpillFile()
    private let byteCount: Int
    /// Of all of it, in hexadecimal.
    let sha256: String

    /// - Parameter write: writes all of the file.
    /// - Returns: nil where there is no room for it; then it is made as often as it is needed.
    init?(_ write: (inout ByteSink) throws -> Void) rethrows {
        var digest = Digest()
        var byteCount = 0
        var isWhole = true
        let spill = spill
        var sink = ByteSink { piece in
            piece.withUnsafeBytes { bytes in
                digest.update(bytes)
                byteCount += bytes.count
                if isWhole, (try? spill.write(bytes)) == nil { isWhole = false }
            }
        }
        try write(&sink)
        sink.end()
        guard isWhole else { return nil }
        sha256 = digest.hexadecimal()
        self.byteCount = byteCount
    }

    func write(to sink: inout ByteSink) throws {
        var offset = 0
        while offset < byteCount {
            var piece = [UInt8](repeating: 0, count: min(ByteSink.pieceSize, byteCount - offset))
            try piece.withUnsafeMutableBytes { try spill.read(into: $0, at: offset) }
            sink.append(piece)
            offset += piece.count
        }
    }
}
