import AidText
import CArchive

/// A zip archive that is written piece by piece, by libarchive.
///
/// The bytes depend on nothing but what goes in: no time, no owner, and the order is the caller's. Nothing in it needs
/// 64-bit sizes, of which many readers of workbooks know nothing.
final class ZipFile {
    private let archive: OpaquePointer
    private let target: Target
    private var partByteCount = 0

    /// Where the bytes go, as C hands it around.
    private final class Target {
        var sink: ByteSink

        init(_ sink: ByteSink) { self.sink = sink }
    }

    private init(_ sink: ByteSink) throws {
        guard let archive = archive_write_new() else { throw TableProblem.libraryFailed }
        self.archive = archive
        target = Target(sink)
    }

    deinit { archive_write_free(archive) }

    /// Writes an archive.
    ///
    /// - Parameter write: adds its parts.
    static func write(to sink: inout ByteSink, _ write: (ZipFile) throws -> Void) throws {
        let file = try ZipFile(sink)
        sink = ByteSink()
        defer { sink = file.target.sink }
        do {
            try file.open()
            try write(file)
            try file.check(archive_write_close(file.archive))
        } catch {
            // Or it would write the rest when it is freed.
            archive_write_fail(file.archive)
            throw error
        }
    }

    private func open() throws {
        try check(archive_write_set_format_zip(archive))
        try check(archive_write_set_options(archive, "zip:compression=deflate,zip:compression-level=6,zip:!zip64"))
        try check(archive_write_set_bytes_per_block(archive, Int32(ByteSink.pieceSize)))
        try check(archive_write_set_bytes_in_last_block(archive, 1))
        try check(
            archive_write_open(
                archive, Unmanaged.passUnretained(target).toOpaque(), nil,
                { _, context, bytes, count in
                    guard let context else { return -1 }
                    let target = Unmanaged<Target>.fromOpaque(context).takeUnretainedValue()
                    target.sink.append(Array(UnsafeRawBufferPointer(start: bytes, count: count)))
                    return count
                }, nil))
    }

    /// Begins the next part.
    func begin(_ name: String) throws {
        guard let entry = archive_entry_new() else { throw TableProblem.libraryFailed }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        try check(archive_write_header(archive, entry))
        partByteCount = 0
    }

    /// Adds to the part that was begun.
    func add(_ bytes: UnsafeRawBufferPointer) throws {
        partByteCount += bytes.count
        guard partByteCount < Int(UInt32.max) else { throw TableProblem.partTooLarge }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = archive_write_data(archive, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            guard count > 0 else { throw TableProblem.libraryFailed }
            rest = rest.dropFirst(count)
        }
    }

    private func check(_ code: Int32) throws {
        if code != ARCHIVE_OK { throw TableProblem.libraryFailed }
    }
}
