import AidInput
import TestSupport

/// A file that is gone when nobody holds it any more.
final class TemporaryFile {
    private let folder: TemporaryFolder

    var path: String { folder.path + "/export" }

    init(_ bytes: [UInt8]) throws {
        folder = try TemporaryFolder()
        try folder.write("export", bytes)
    }

    convenience init(_ text: String) throws {
        try self.init(Array(text.utf8))
    }

    func open() throws -> InputFile {
        try InputFile(name: "export", path: path)
    }

    func export(_ format: ExportFormat, encoding: TextEncodingChoice = .auto, pieceSize: Int = 512 << 10) throws
        -> OpenExport
    {
        try OpenExport(name: "export", path: path, format: format, encoding: encoding, pieceSize: pieceSize)
    }
}

extension TextSource {
    /// Everything, asked for in buffers of a size of its own.
    func readAll(bufferSize: Int = 4096) throws -> [UInt8] {
        let buffer = OwnedRoom<UInt8>(count: bufferSize)
        var all: [UInt8] = []
        while true {
            let count = try read(into: buffer.room)
            if count == 0 { return all }
            all += buffer.view(0..<count)
        }
    }
}
