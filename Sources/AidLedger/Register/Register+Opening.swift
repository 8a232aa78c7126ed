import AidModel
import Glibc

extension Register {
    /// Makes a new register in a folder that is not there yet, or is empty.
    ///
    /// - Parameters:
    ///   - rulesSHA256: of the rules of counting, under which alone it can be opened.
    ///   - breakdowns: the names of the breakdown fields.
    package static func make(
        _ folder: String, key: RegisterKey, rulesSHA256: String, breakdowns: [String]
    ) throws(RegisterError) -> Register {
        try make(RegisterFolder(path: folder), key: key, rulesSHA256: rulesSHA256, breakdowns: breakdowns)
    }

    static func make(
        _ folder: RegisterFolder, key: RegisterKey, rulesSHA256: String, breakdowns: [String]
    ) throws(RegisterError) -> Register {
        if mkdir(folder.path, 0o700) != 0 {
            guard errno == EEXIST else { throw .io(folder.path, code: errno) }
        }
        let lock = try RegisterLock(folder.path)
        // A crash while one was made leaves no more than this.
        guard try folder.names().allSatisfy({ $0 == RegisterList.newFileName }) else { throw .notEmpty(folder.path) }
        guard chmod(folder.path, 0o700) == 0 else { throw .io(folder.path, code: errno) }
        let list = RegisterList(keyFingerprint: key.fingerprint, rulesSHA256: rulesSHA256, breakdowns: breakdowns)
        let register = Register(folder: folder, key: key, list: list, lock: lock)
        try register.stage(list)
        try commitStaged(in: folder)
        return register
    }

    /// Opens a register.
    ///
    /// - Parameter publications: the SHA-256 of all reports that were published: what a run has staged that
    ///   was killed is committed by the next writer if its report is among them, else undone.
    /// - Throws: where there is none, or it cannot be used with this key and these rules.
    package static func open(
        _ folder: String, for access: Access, key: RegisterKey, rulesSHA256: String, breakdowns: [String],
        publications: Set<String> = []
    ) throws(RegisterError) -> Register {
        try open(RegisterFolder(path: folder), for: access, key: key, publications: publications) {
            list throws(RegisterError) in
            guard list.rulesSHA256 == rulesSHA256, list.breakdowns == breakdowns else { throw .otherRules(folder) }
        }
    }

    /// Opens a register whatever the rules are, to verify, export or forget.
    package static func open(
        _ folder: String, for access: Access, key: RegisterKey
    ) throws(RegisterError) -> Register {
        try open(RegisterFolder(path: folder), for: access, key: key) { _ in }
    }

    static func open(
        _ folder: RegisterFolder, for access: Access, key: RegisterKey, publications: Set<String> = [],
        check: (RegisterList) throws(RegisterError) -> Void
    ) throws(RegisterError) -> Register {
        let lock = access == .writing ? try RegisterLock(folder.path) : nil
        var list = try list(in: folder, key: key)
        if access == .writing, let staged = stagedList(in: folder, after: list, key: key),
            staged.publication.map(publications.contains) == true
        {
            try commitStaged(in: folder)
            list = staged
        }
        try check(list)
        let register = Register(folder: folder, key: key, list: list, lock: lock)
        try register.checkSizes()
        if access == .writing { try register.removeLeftovers() }
        return register
    }

    static func list(in folder: RegisterFolder, key: RegisterKey) throws(RegisterError) -> RegisterList {
        guard let bytes = try folder.read(RegisterList.fileName, limit: SealedList.byteLimit) else {
            throw .noRegister(folder.path)
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
                throw telling(errno == ENOENT ? .missing(path) : .io(path, code: errno))
            }
            guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == segment.byteCount else {
                throw .damaged(path, zh: "大小不符", en: "its size is wrong")
            }
        }
    }

    /// A file may be missing because a writer has replaced it since the list was read.
    func telling(_ error: RegisterError) -> RegisterError {
        guard error.kind == .missing, lock == nil,
            let now = try? Register.list(in: folder, key: key), now.changeCount != list.changeCount
        else { return error }
        return .locked(folder.path)
    }
}
