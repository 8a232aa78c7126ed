import CArchive
import Glibc

/// An archive, or a compressed file, as libarchive reads it: from bytes of ours, at places of ours, entry after entry.
final class ArchiveHandle: ByteSource {
    /// What is to be read; libarchive gets to know no other kind, and none that would start a program.
    enum Content {
        case zip
        case tar
        /// A single file that is compressed.
        case compressed(FileKind)

        var kind: FileKind {
            switch self {
            case .zip: .zip
            case .tar: .tar
            case .compressed(let kind): kind
            }
        }
    }

    /// One entry.
    struct Entry {
        /// As it stands in the archive: in UTF-8, or in GB18030 as many programs in China write it.
        let name: [UInt8]
        let isFile: Bool
        /// How many bytes the archive says it has; nil: it says nothing.
        let byteCount: Int?
    }

    private let file: InputFile
    private let content: Content
    private let archive: OpaquePointer
    private let taken = OwnedRoom<UInt8>(count: 64 << 10)
    /// How much is read at once: little behind a jump, which often leads to a header alone.
    private var blockSize = ArchiveHandle.firstBlockSize
    private static let firstBlockSize = 4 << 10
    private var offset = 0
    private var limit = ExpansionLimit()
    /// How many bytes were taken in last.
    private var lastCount = 0
    private var hasBegun = false
    /// Of the entry that came last, the bytes that are to come; nil: nobody knows.
    private var leftCount: Int?
    /// What our own reading ran into below libarchive.
    private var failure: InputError?

    init(_ file: InputFile, _ content: Content) throws(InputError) {
        self.file = file
        self.content = content
        guard let archive = archive_read_new() else { throw InputError(system: ENOMEM, file: file.name) }
        self.archive = archive
        switch content {
        case .zip: archive_read_support_format_zip_seekable(archive)
        case .tar: archive_read_support_format_tar(archive)
        case .compressed(let kind):
            switch kind {
            case .zstandard: archive_read_support_filter_zstd(archive)
            case .xz: archive_read_support_filter_xz(archive)
            case .bzip2: archive_read_support_filter_bzip2(archive)
            default: break
            }
            archive_read_support_format_raw(archive)
            archive_read_support_format_empty(archive)
        }
        archive_read_set_callback_data(archive, Unmanaged.passUnretained(self).toOpaque())
        archive_read_set_read_callback(archive) { _, handle, block in
            ArchiveHandle.of(handle).takeIn(block)
        }
        archive_read_set_skip_callback(archive) { _, handle, count in
            ArchiveHandle.of(handle).skip(Int(count))
        }
        archive_read_set_seek_callback(archive) { _, handle, offset, whence in
            ArchiveHandle.of(handle).seek(Int(offset), whence)
        }
        guard archive_read_open1(archive) == ARCHIVE_OK else { throw error() }
    }

    deinit {
        archive_read_free(archive)
    }

    /// What a compressed file holds.
    static func compressed(_ file: InputFile, _ kind: FileKind) throws(InputError) -> any ByteSource {
        let handle = try ArchiveHandle(file, .compressed(kind))
        guard try handle.next() != nil else { return NoBytes() }
        // What no filter takes for its own would come through as it is.
        guard archive_filter_code(handle.archive, 0) != ARCHIVE_FILTER_NONE else { throw handle.error() }
        return handle
    }

    /// An empty file, compressed.
    private final class NoBytes: ByteSource {
        func read(into buffer: Room<UInt8>) throws(InputError) -> Int { 0 }
    }

    /// The next entry; nil: there is none.
    func next() throws(InputError) -> Entry? {
        var entry: OpaquePointer?
        // Each entry is held to its own bytes, of which the last that were taken in may be some.
        if hasBegun {
            limit = ExpansionLimit()
            limit.taken = lastCount
        }
        hasBegun = true
        // A name that it cannot convert ends the program, if `errno` says from before that there was no memory.
        errno = 0
        // Names in UTF-8 are converted to the locale's encoding, and come through in none but this one.
        let outcome = ArchiveHandle.withUTF8Locale { archive_read_next_header(archive, &entry) }
        if outcome == ARCHIVE_EOF { return nil }
        guard let entry, outcome == ARCHIVE_OK || outcome == ARCHIVE_WARN, failure == nil else { throw error() }
        guard archive_entry_is_encrypted(entry) == 0 else {
            throw InputError(problem: .archive(.encrypted), file: file.name)
        }
        let name: [UInt8] =
            if case .compressed = content { [] } else {
                ArchiveHandle.withUTF8Locale {
                    errno = 0
                    let text = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)
                    return text.map {
                        Array(UnsafeBufferPointer(start: $0, count: strlen($0))).map(UInt8.init(bitPattern:))
                    }
                } ?? []
            }
        // Links have no bytes of their own.
        let isFile = archive_entry_filetype(entry) == S_IFREG && archive_entry_hardlink(entry) == nil
        leftCount = archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil
        return Entry(name: name, isFile: isFile, byteCount: leftCount)
    }

    /// Bytes of the entry that came last.
    func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        let count = archive_read_data(archive, buffer.start, buffer.count)
        // A wrong check sum is no more than a warning there.
        guard count >= 0, failure == nil else { throw error() }
        if let leftCount {
            // What an archive says of its entries has been counted.
            guard count <= leftCount else {
                throw InputError(problem: .archive(.damaged(content.kind)), file: file.name)
            }
            self.leftCount = leftCount - count
        }
        guard limit.allows(count) else {
            throw InputError(problem: .archive(.expandsTooFar(ratio: ExpansionLimit.ratio)), file: file.name)
        }
        return count
    }

    private func error() -> InputError {
        if let failure { return failure }
        let message = archive_error_string(archive).map { String(cString: $0) } ?? ""
        let problem: ArchiveProblem =
            if message.lowercased().contains("encrypt") || message.lowercased().contains("passphrase") {
                .encrypted
            } else if message.lowercased().contains("truncated") {
                .cutOff(content.kind)
            } else {
                .damaged(content.kind)
            }
        return InputError(problem: .archive(problem), file: file.name)
    }
}

// MARK: - What libarchive asks for

extension ArchiveHandle {
    private static func of(_ handle: UnsafeMutableRawPointer?) -> ArchiveHandle {
        Unmanaged<ArchiveHandle>.fromOpaque(handle.unsafelyUnwrapped).takeUnretainedValue()
    }

    private func takeIn(_ block: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
        do throws(InputError) {
            let count = try file.read(into: taken.room.part(0..<blockSize), at: offset)
            blockSize = min(blockSize * 4, taken.count)
            offset += count
            limit.taken += count
            lastCount = count
            block?.pointee = UnsafeRawPointer(taken.room.start)
            return count
        } catch {
            failure = error
            return Int(ARCHIVE_FATAL)
        }
    }

    private func skip(_ count: Int) -> Int64 {
        // What is not there cannot be skipped.
        guard let end = file.knownByteCount else { return 0 }
        let skipped = max(0, min(count, end - offset))
        offset += skipped
        blockSize = ArchiveHandle.firstBlockSize
        return Int64(skipped)
    }

    private func seek(_ target: Int, _ whence: Int32) -> Int64 {
        let start =
            switch whence {
            case SEEK_CUR: offset
            case SEEK_END: file.byteCount
            default: 0
            }
        let (place, overflows) = start.addingReportingOverflow(target)
        guard !overflows, place >= 0 else { return Int64(ARCHIVE_FATAL) }
        offset = place
        blockSize = ArchiveHandle.firstBlockSize
        return Int64(place)
    }

    private static func withUTF8Locale<Result>(_ body: () -> Result) -> Result {
        let former = uselocale(utf8Locale)
        defer { uselocale(former) }
        return body()
    }

    private nonisolated(unsafe) static let utf8Locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
}
