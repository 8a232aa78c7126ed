import AidModel
import Glibc

/// The folder of a register, and what is done in it.
struct RegisterFolder: Sendable {
    /// What changes the folder, for tests that let each step fail.
    enum Step: Hashable, Sendable {
        case createFile(String)
        case appendToFile(String)
        case finishFile(String)
        case flushFolder
        case replaceList
        case removeFile(String)
    }

    let path: String
    /// Asked before every step.
    var beforeStep: (@Sendable (Step) throws(RegisterError) -> Void)?

    init(path: String, beforeStep: (@Sendable (Step) throws(RegisterError) -> Void)? = nil) {
        self.path = path
        self.beforeStep = beforeStep
    }

    func path(of name: String) -> String { path + "/" + name }

    func create(_ name: String) throws(RegisterError) -> RegisterFile {
        try beforeStep?(.createFile(name))
        return try RegisterFile(creating: path(of: name), knownAs: path(of: name))
    }

    /// The names of all files in it.
    func names() throws(RegisterError) -> [String] {
        guard let entries = opendir(path) else { throw RegisterError(.io(errno), at: path) }
        defer { closedir(entries) }
        var names: [String] = []
        // Nothing more, and nothing that can be read, look the same but for this.
        errno = 0
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw RegisterError(.io(errno), at: path) }
        return names
    }

    func remove(_ name: String) throws(RegisterError) {
        try beforeStep?(.removeFile(name))
        guard unlink(path(of: name)) == 0 || errno == ENOENT else {
            throw RegisterError(.io(errno), at: path(of: name))
        }
    }

    /// Brings names that were added or removed to the disk.
    func flush() throws(RegisterError) {
        try beforeStep?(.flushFolder)
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw RegisterError(.io(errno), at: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw RegisterError(.io(errno), at: path) }
    }

    /// Brings the folder's own name to the disk.
    func flushParent() throws(RegisterError) {
        let above = FilePlace.folder(of: path)
        try beforeStep?(.flushFolder)
        let descriptor = open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // Who may use a folder need not be allowed to list the one above.
        if descriptor < 0, errno == EACCES { return }
        guard descriptor >= 0 else { throw RegisterError(.io(errno), at: above) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw RegisterError(.io(errno), at: above) }
    }

    /// Puts one file in the place of another, in one step.
    func replace(_ name: String, by new: String) throws(RegisterError) {
        try beforeStep?(.replaceList)
        guard rename(path(of: new), path(of: name)) == 0 else { throw RegisterError(.io(errno), at: path(of: name)) }
    }

    /// All bytes of a small file; nil: it is not there.
    func read(_ name: String, limit: Int) throws(RegisterError) -> [UInt8]? {
        let path = path(of: name)
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw RegisterError(.io(errno), at: path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw RegisterError(.io(errno), at: path) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
            throw RegisterError(.damaged(.notPlainFile), at: path)
        }
        return try RegisterFile.read(descriptor, atMost: Int(status.st_size), at: path)
    }
}

/// The right to change a register, held while it exists.
///
/// A lock on the folder itself, which the system drops with the process.
final class RegisterLock: Sendable {
    private let descriptor: Int32

    init(_ folder: String) throws(RegisterError) {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw RegisterError(errno == ENOENT || errno == ENOTDIR ? .noRegister : .io(errno), at: folder)
        }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            // What throws here is whole already, so that `deinit` closes the descriptor.
            if code == EINTR { continue }
            throw RegisterError(code == EWOULDBLOCK ? .locked : .io(code), at: folder)
        }
    }

    deinit {
        // A child that is just being started may still hold the descriptor, and with it the lock.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
