import CArchive

/// An archive, or a compressed file, as libarchive writes it, in memory.
package struct WrittenArchive {
    package enum Format: CaseIterable {
        case gzip, zstandard, xz, bzip2
        case zip, storedZip, tar, gzippedTar

        /// Whether a byte of a file that has been changed is found out; of Zstandard it is where the one who wrote it
        /// wanted it so, as its own command does.
        package var hasCheckSums: Bool { self != .tar && self != .zstandard }
    }

    package struct Entry {
        package var name: [UInt8]
        package var bytes: [UInt8]

        package init(_ name: String, _ bytes: [UInt8]) {
            self.init(name: Array(name.utf8), bytes)
        }

        package init(name: [UInt8], _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// - Parameter password: of a zip archive.
    package static func bytes(_ format: Format, _ entries: [Entry], password: String? = nil) -> [UInt8] {
        let archive = archive_write_new()
        defer { archive_write_free(archive) }
        switch format {
        case .gzip, .gzippedTar: archive_write_add_filter_gzip(archive)
        case .zstandard: archive_write_add_filter_zstd(archive)
        case .xz: archive_write_add_filter_xz(archive)
        case .bzip2: archive_write_add_filter_bzip2(archive)
        case .zip, .storedZip, .tar: break
        }
        switch format {
        case .gzip, .zstandard, .xz, .bzip2: archive_write_set_format_raw(archive)
        case .zip, .storedZip: archive_write_set_format_zip(archive)
        case .tar, .gzippedTar: archive_write_set_format_ustar(archive)
        }
        if format == .storedZip { archive_write_zip_set_compression_store(archive) }
        if let password {
            archive_write_set_options(archive, "zip:encryption=aes256")
            archive_write_set_passphrase(archive, password)
        }
        // The names go in as they are.
        archive_write_set_bytes_in_last_block(archive, 1)
        let size = entries.reduce(1 << 20) { $0 + $1.bytes.count * 2 + 4096 }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
        defer { buffer.deallocate() }
        var used = 0
        archive_write_open_memory(archive, buffer.baseAddress, size, &used)
        for entry in entries {
            let header = archive_entry_new()
            defer { archive_entry_free(header) }
            (entry.name + [0]).withUnsafeBytes {
                archive_entry_set_pathname(header, $0.bindMemory(to: CChar.self).baseAddress)
            }
            archive_entry_set_filetype(header, UInt32(AE_IFREG))
            archive_entry_set_perm(header, 0o644)
            archive_entry_set_size(header, Int64(entry.bytes.count))
            archive_write_header(archive, header)
            entry.bytes.withUnsafeBytes { _ = archive_write_data(archive, $0.baseAddress, $0.count) }
        }
        archive_write_close(archive)
        return Array(buffer.prefix(used))
    }

    private static let AE_IFREG = 0o100000
}
