/// The archive out of which a file was taken last, with its names and with readers that go on behind a file that was
/// read: to list an archive anew for each of its files, and to go to each from the start, takes a time that grows with
/// the square of their number.
package final class ArchiveShelf: @unchecked Sendable {
    // All that changes is behind the monitor.

    /// A reader of the archive, and which entry comes next.
    typealias Resting = (handle: ArchiveHandle, next: Int)

    private let monitor = Monitor()
    private var path = ""
    private var entries: ArchiveEntries?
    /// Those that came last, one for each of a few threads.
    private var resting: [Resting] = []
    private static let restingLimit = 4

    package init() {}

    /// The files of the archive at a path; nil: it is another one that is kept.
    func entries(at path: String) -> ArchiveEntries? {
        monitor.withLock { path == self.path ? entries : nil }
    }

    /// Keeps an archive instead of the one before.
    ///
    /// - Parameter path: none of what can be opened once alone.
    func put(_ entries: ArchiveEntries, at path: String) {
        monitor.withLock {
            self.path = path
            self.entries = entries
            resting = []
        }
    }

    /// A reader that has not come to an entry of an archive yet, of several the furthest; nil: there is none.
    func take(from archive: InputFile, before index: Int) -> Resting? {
        monitor.withLock {
            guard entries?.archive === archive,
                let found = resting.indices.filter({ resting[$0].next <= index }).max(by: {
                    resting[$0].next < resting[$1].next
                })
            else { return nil }
            return resting.remove(at: found)
        }
    }

    /// Keeps a reader that is not needed any more.
    func give(_ handle: ArchiveHandle, next: Int, of archive: InputFile) {
        monitor.withLock {
            guard entries?.archive === archive else { return }
            if resting.count == ArchiveShelf.restingLimit { resting.removeFirst() }
            resting.append((handle, next))
        }
    }
}

/// The bytes of one file of an archive that may be kept. When nobody needs them any more, its reader goes to the shelf.
final class EntrySource: ByteSource {
    private let name: String
    private let handle: ArchiveHandle
    private let next: Int
    private let archive: InputFile
    private let shelf: ArchiveShelf?
    private var hasFailed = false

    /// - Parameters:
    ///   - name: of the file, for errors.
    ///   - shelf: nil: nothing that is wanted follows.
    init(_ name: String, _ handle: ArchiveHandle, next: Int, of archive: InputFile, _ shelf: ArchiveShelf?) {
        self.name = name
        self.handle = handle
        self.next = next
        self.archive = archive
        self.shelf = shelf
    }

    deinit {
        if !hasFailed { shelf?.give(handle, next: next, of: archive) }
    }

    func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        hasFailed = true
        let count = try InputError.calling(name) { () throws(InputError) in try handle.read(into: buffer) }
        hasFailed = false
        return count
    }
}
