import AidModel

extension Register {
    /// Brings a list to the disk beside the present one: the register is as it was.
    ///
    /// All files that the list names are on the disk.
    func stage(_ list: RegisterList) throws(RegisterError) {
        precondition(lock != nil, "the register was opened to be read")
        try folder.remove(RegisterList.newFileName)
        do throws(RegisterError) {
            var file = try folder.create(RegisterList.newFileName)
            try folder.beforeStep?(.appendToFile(RegisterList.newFileName))
            try file.append(SealedList.bytes(list, key: key, path: folder.path(of: RegisterList.fileName)))
            try folder.beforeStep?(.finishFile(RegisterList.newFileName))
            try file.finish()
            // The names of new files reach the disk before the list that names them.
            try folder.flush()
        } catch {
            try? folder.remove(RegisterList.newFileName)
            throw error
        }
    }

    /// Makes the list that was staged the register's own.
    static func commitStaged(in folder: RegisterFolder) throws(RegisterError) {
        try folder.replace(RegisterList.fileName, by: RegisterList.newFileName)
        do throws(RegisterError) {
            try folder.flush()
        } catch {
            // The new state is there now, whatever becomes of it when the power fails.
            if case .io(let code) = error.message { throw RegisterError(.unflushed(code), at: error.path) }
            throw error
        }
    }

    /// The register with another list, after that was written.
    func with(_ list: RegisterList) -> Register {
        Register(folder: folder, key: key, list: list, lock: lock)
    }

    /// Removes what a crash has left: files of a register that the list does not name.
    ///
    /// Whatever else lies in the folder is the user's own, and stays.
    func removeLeftovers() throws(RegisterError) {
        let named = Set(list.segments.map(\.name))
        for name in try folder.names() where !named.contains(name) && Register.isOwnName(name) {
            try folder.remove(name)
        }
    }

    private static func isOwnName(_ name: String) -> Bool {
        if name == RegisterList.newFileName { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let dash = parts[0].lastIndex(of: "-"),
            let change = Int(parts[0][parts[0].index(after: dash)...])
        else { return false }
        let quarter = Quarter(String(parts[0][..<dash]))
        return RegisterSegment.Kind.allCases.contains {
            name == RegisterSegment.name($0, $0 == .quarter ? quarter : nil, change: change)
        }
    }
}
