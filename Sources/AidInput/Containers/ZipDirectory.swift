import AidModel

/// The directory at the end of a zip archive, looked at before libarchive reads it: that drops all but one of several
/// entries that begin at one place without a word, and takes its time to list too many.
///
///     │ entry │ entry │ … │ directory: PK12 … PK12 … │ [PK66 … PK67] │ PK56 … │
///
/// - Source: PKWARE's APPNOTE.TXT, 4.3.
struct ZipDirectory {
    /// Names of 4 KiB each at most, and what is said of the entries.
    private static let byteLimit = 5 << 20
    /// As far from the end as libarchive looks for it.
    private static let tailSize = 16 << 10

    private let archive: InputFile

    init(_ archive: InputFile) {
        self.archive = archive
    }

    /// Throws where there are too many entries, or some of them share bytes.
    func check() throws(InputError) {
        let tooMany = ArchiveProblem.tooManyEntries(limit: ArchiveEntries.limit)
        guard let place = try place() else { throw refused(.damaged(.zip)) }
        guard place.count <= ZipDirectory.byteLimit else { throw refused(tooMany) }
        let bytes = try archive.bytes(from: place.lowerBound, count: place.count)
        var extents: [Range<Int>] = []
        var start = 0
        while let entry = ZipDirectory.entry(bytes, at: start) {
            guard extents.count < ArchiveEntries.limit else { throw refused(tooMany) }
            extents.append(entry.extent)
            start = entry.next
        }
        extents.sort { $0.lowerBound < $1.lowerBound }
        for (extent, next) in zip(extents, extents.dropFirst()) where next.lowerBound < extent.upperBound {
            throw refused(.sharedBytes)
        }
    }

    /// The names of the entries, so far as they are UTF-8; nil: there is no directory that can be read.
    func names() throws(InputError) -> [String]? {
        guard let place = try place(), place.count <= ZipDirectory.byteLimit, place.count > 0 else { return nil }
        let bytes = try archive.bytes(from: place.lowerBound, count: place.count)
        var names: [String] = []
        var start = 0
        while names.count < ArchiveEntries.limit, let entry = ZipDirectory.entry(bytes, at: start) {
            let count = bytes.number(of: 2, at: start + 28) ?? 0
            guard start + 46 + count <= bytes.count else { break }
            names.append(String(decoding: bytes[start + 46..<start + 46 + count], as: UTF8.self))
            start = entry.next
        }
        return names.isEmpty ? nil : names
    }

    /// Where the directory lies; nil: nowhere.
    private func place() throws(InputError) -> Range<Int>? {
        let tailStart = max(0, archive.byteCount - ZipDirectory.tailSize)
        let tail = try archive.bytes(from: tailStart, count: archive.byteCount - tailStart)
        var index = tail.count - 22
        while index >= 0 {
            defer { index -= 1 }
            guard tail.holds([0x50, 0x4B, 0x05, 0x06], at: index) else { continue }
            let end = tailStart + index
            if index >= 20, tail.holds([0x50, 0x4B, 0x06, 0x07], at: index - 20),
                let offset = tail.number(of: 8, at: index - 12), offset < end
            {
                let record = try archive.bytes(from: offset, count: 56)
                guard record.holds([0x50, 0x4B, 0x06, 0x06], at: 0), let size = record.number(of: 8, at: 40),
                    let start = record.number(of: 8, at: 48), start <= end, size <= end - start
                else { continue }
                return start..<start + size
            }
            guard let size = tail.number(of: 4, at: index + 12), size <= end else { continue }
            return end - size..<end
        }
        return nil
    }

    /// - Returns: where the entry's header and data lie at least, and where the next one is told of; nil: there is none.
    private static func entry(_ bytes: [UInt8], at start: Int) -> (extent: Range<Int>, next: Int)? {
        guard bytes.holds([0x50, 0x4B, 0x01, 0x02], at: start), var packed = bytes.number(of: 4, at: start + 20),
            let size = bytes.number(of: 4, at: start + 24), let nameCount = bytes.number(of: 2, at: start + 28),
            let extraCount = bytes.number(of: 2, at: start + 30),
            let commentCount = bytes.number(of: 2, at: start + 32), var offset = bytes.number(of: 4, at: start + 42)
        else { return nil }
        // Numbers that have no room in 32 bits stand among what is extra, in this order.
        let unset = 0xFFFF_FFFF
        var extra = start + 46 + nameCount
        let extraEnd = extra + extraCount
        while let kind = bytes.number(of: 2, at: extra), let count = bytes.number(of: 2, at: extra + 2),
            extra + 4 + count <= extraEnd
        {
            var place = extra + 4
            if kind == 1, size == unset { place += 8 }
            if kind == 1, packed == unset, let number = bytes.number(of: 8, at: place) {
                packed = number
                place += 8
            }
            if kind == 1, offset == unset, let number = bytes.number(of: 8, at: place) { offset = number }
            extra += 4 + count
        }
        let headerSize = 30
        let (end, overflows) = offset.addingReportingOverflow(headerSize + Swift.min(packed, .max - headerSize))
        return (offset..<(overflows ? .max : end), extraEnd + commentCount)
    }

    private func refused(_ problem: ArchiveProblem) -> InputError {
        InputError(problem: .archive(problem), file: archive.name)
    }
}

extension [UInt8] {
    fileprivate func holds(_ signature: [UInt8], at place: Int) -> Bool {
        place >= 0 && place <= count - signature.count && self[place..<place + signature.count].elementsEqual(signature)
    }

    /// A number, the lowest byte first; nil: it does not lie within, or is greater than any place.
    fileprivate func number(of byteCount: Int, at place: Int) -> Int? {
        guard place >= 0, place <= count - byteCount else { return nil }
        return Int(exactly: self[place..<place + byteCount].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
