import AidModel
import Glibc

extension Register {
    /// Opens a register.
    ///
    /// - Parameter isPublished: whether a report stands. What a run has staged that was killed is the register's
    ///   state if its report does: for a reader at once, for a writer for good. Else a writer undoes it.
    /// - Throws: where there is none, or it cannot be used with this key or for this purpose.
    package static func open(
        _ folder: String, for access: Access, key: RegisterKey, purpose: RegisterPurpose,
        isPublished: (RegisterPublication) -> Bool
    ) throws(RegisterError) -> Register {
        try open(RegisterFolder(path: folder), for: access, key: key, isPublished: isPublished) {
            list throws(RegisterError) in
            guard list.purpose.programme == purpose.programme else {
                throw RegisterError(.another(programme: list.purpose.programme), at: folder)
            }
            guard list.purpose == purpose else { throw RegisterError(.otherRules, at: folder) }
        }
    }

    static func open(
        _ folder: RegisterFolder, for access: Access, key: RegisterKey,
        isPublished: (RegisterPublication) -> Bool = { _ in false }, check: (RegisterList) throws(RegisterError) -> Void
    ) throws(RegisterError) -> Register {
        let lock = access == .writing ? try RegisterLock(folder.path) : nil
        var list = try list(in: folder, key: key)
        try check(list)
        if let staged = stagedList(in: folder, after: list, key: key), staged.publication.map(isPublished) == true {
            if access == .writing { try commitStaged(in: folder) }
            list = staged
        }
        let register = Register(folder: folder, key: key, list: list, lock: lock)
        try register.checkSizes()
        if access == .writing { try register.removeLeftovers() }
        return register
    }

    static func list(in folder: RegisterFolder, key: RegisterKey) throws(RegisterError) -> RegisterList {
        guard let bytes = try folder.read(RegisterList.fileName, limit: SealedList.byteLimit) else {
            throw RegisterError(.noRegister, at: folder.path)
        }
        return try SealedList.read(
            bytes, key: key, path: folder.path(of: RegisterList.fileName), folder: folder.path)
    }

    /// The state that a writer was about to make the register's when it ended; nil: there is none, or not all of it.
    private static func stagedList(
        in folder: RegisterFolder, after list: RegisterList, key: RegisterKey
    ) -> RegisterList? {
        guard let bytes = try? folder.read(RegisterList.newFileName, limit: SealedList.byteLimit),
            let staged = try? SealedList.read(
                bytes, key: key, path: folder.path(of: RegisterList.newFileName), folder: folder.path),
            staged.changeCount == list.changeCount + 1
        else { return nil }
        return staged
    }

    /// Every file is there and as long as it was.
    private func checkSizes() throws(RegisterError) {
        for segment in list.segments {
            let path = folder.path(of: segment.name)
            var status = stat()
            guard lstat(path, &status) == 0 else {
                throw telling(RegisterError(errno == ENOENT ? .missing : .io(errno), at: path))
            }
            guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == segment.byteCount else {
                throw RegisterError(.damaged(.size), at: path)
            }
        }
    }

    /// A file may be missing because a writer has replaced it since the list was read.
    func telling(_ error: RegisterError) -> RegisterError {
        guard error.kind == .missing, lock == nil,
            let now = try? Register.list(in: folder, key: key), now.changeCount != list.changeCount
        else { return error }
        return RegisterError(.locked, at: folder.path)
    }
}
