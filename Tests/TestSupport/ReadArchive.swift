import CArchive

/// An archive as libarchive reads it, from memory.
package enum ReadArchive {
    /// The files in it, in their order; nil: it is broken.
    package static func entries(_ bytes: [UInt8]) -> [WrittenArchive.Entry]? {
        let archive = archive_read_new()
        defer { archive_read_free(archive) }
        archive_read_support_format_zip(archive)
        return bytes.withUnsafeBytes { buffer in
            guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else { return nil }
            var entries: [WrittenArchive.Entry] = []
            var header: OpaquePointer?
            while true {
                switch archive_read_next_header(archive, &header) {
                case ARCHIVE_OK: break
                case ARCHIVE_EOF: return entries
                default: return nil
                }
                guard let name = archive_entry_pathname(header) else { return nil }
                var content: [UInt8] = []
                var piece = [UInt8](repeating: 0, count: 1 << 16)
                while true {
                    let count = archive_read_data(archive, &piece, piece.count)
                    guard count >= 0 else { return nil }
                    if count == 0 { break }
                    content += piece[..<count]
                }
                entries.append(WrittenArchive.Entry(String(cString: name), content))
            }
        }
    }
}
