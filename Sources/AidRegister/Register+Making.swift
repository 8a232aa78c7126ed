import AidModel
import Glibc

extension Register {
    /// What making a register has come to.
    package enum Making: Sendable {
        case made(Register)
        /// It was made before, perhaps by a program that was killed before it could say so, and is still empty.
        case wasThere(Register)
    }

    /// Makes a new register in a folder that is not there yet, or is empty, and its key where there is none.
    ///
    /// Old or new: where it fails, what it made goes; where it is killed, the next call takes up or removes
    /// what it finds of that. The key comes first: a register is of no use without.
    package static func make(
        _ folder: String, keyFile: String, for purpose: RegisterPurpose
    ) throws(RegisterError) -> Making {
        try make(RegisterFolder(path: folder), keyFile: keyFile, for: purpose)
    }

    static func make(
        _ folder: RegisterFolder, keyFile: String, for purpose: RegisterPurpose
    ) throws(RegisterError) -> Making {
        try RegisterKey.checkPlace(keyFile, folder.path)
        let isNewFolder = mkdir(folder.path, 0o700) == 0
        guard isNewFolder || errno == EEXIST else { throw RegisterError(.io(errno), at: folder.path) }
        var isNewKey = false
        do throws(RegisterError) {
            let lock = try lockToMake(folder)
            let names = try folder.names()
            let hasKey = access(keyFile, F_OK) == 0
            guard names.allSatisfy({ $0 == RegisterList.newFileName }) else {
                return .wasThere(try made(folder, names, hasKey ? keyFile : nil, purpose, lock))
            }
            guard chmod(folder.path, 0o700) == 0 else { throw RegisterError(.io(errno), at: folder.path) }
            try RegisterKey.removeLeftover(keyFile)
            let key =
                hasKey
                ? try RegisterKey.read(at: keyFile, registerFolder: folder.path)
                : try RegisterKey.make(at: keyFile, registerFolder: folder.path)
            isNewKey = !hasKey
            let list = RegisterList(keyFingerprint: key.fingerprint, purpose: purpose)
            let register = Register(folder: folder, key: key, list: list, lock: lock)
            try register.stage(list)
            try folder.flushParent()
            try commitStaged(in: folder)
            return .made(register)
        } catch {
            // Once the list has its name, the register is there.
            guard access(folder.path(of: RegisterList.fileName), F_OK) != 0 else { throw error }
            try? folder.remove(RegisterList.newFileName)
            if isNewKey { unlink(keyFile) }
            if isNewFolder { rmdir(folder.path) }
            throw error
        }
    }

    private static func lockToMake(_ folder: RegisterFolder) throws(RegisterError) -> RegisterLock {
        do throws(RegisterError) {
            return try RegisterLock(folder.path)
        } catch {
            // Something of this name is there, and no folder.
            throw error.kind == .noRegister ? RegisterError(.io(ENOTDIR), at: folder.path) : error
        }
    }

    /// The register that a folder holds already, if nothing has been done with it yet.
    ///
    /// - Parameter keyFile: nil: there is none.
    private static func made(
        _ folder: RegisterFolder, _ names: [String], _ keyFile: String?, _ purpose: RegisterPurpose,
        _ lock: RegisterLock
    ) throws(RegisterError) -> Register {
        let own = [RegisterList.fileName, RegisterList.newFileName]
        // A new key in the place of one that was lost would be taken for the right one.
        guard let keyFile, names.allSatisfy(own.contains) else { throw RegisterError(.notEmpty, at: folder.path) }
        try RegisterKey.removeLeftover(keyFile)
        let key = try RegisterKey.read(at: keyFile, registerFolder: folder.path)
        let list = try list(in: folder, key: key)
        guard list == RegisterList(keyFingerprint: key.fingerprint, purpose: purpose) else {
            throw RegisterError(.notEmpty, at: folder.path)
        }
        try folder.remove(RegisterList.newFileName)
        try folder.flush()
        return Register(folder: folder, key: key, list: list, lock: lock)
    }
}
