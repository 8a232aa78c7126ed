/// Why what lies in an archive, or in a compressed file, cannot be read.
enum ArchiveProblem: Hashable {
    case damaged(FileKind)
    /// It ends too early.
    case cutOff(FileKind)
    case encrypted
    /// - Parameter ratio: the most that may come out of a byte.
    case expandsTooFar(ratio: Int)
    case tooManyEntries(limit: Int)
    /// A name that leads out of the folder, or is no text.
    case unsafeName
    /// Two entries of one name.
    case nameTwice(String)
    /// Entries lie on top of each other: no program writes that.
    case sharedBytes
    case empty
    /// It must be said which of its entries is meant.
    case severalEntries([String], count: Int)
    case noSuchEntry(String, [String])
    /// Archives in archives in archives.
    case nestedTooDeep
    /// A workbook, or an archive of several entries, within an archive: it is read into memory.
    case innerTooLarge(limit: Int)
}
