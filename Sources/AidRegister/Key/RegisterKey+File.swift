import AidModel
import Glibc

/// The file of a key: one line that says what it is, one with 64 hexadecimal digits, mode 0600.
extension RegisterKey {
    private static let header = "aidstats register key 1"

    /// Makes a new key and writes it to a file that is not there yet: whole, or not at all.
    ///
    /// - Parameter registerFolder: where the key must not lie; need not be there yet.
    package static func make(at path: String, registerFolder: String) throws(RegisterError) -> RegisterKey {
        try checkPlace(path, registerFolder)
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let text = "\(header)\n\(Digest.hexadecimal(bytes: secret))\n"
        let new = newPath(path)
        var file = try RegisterFile(creating: new, knownAs: new)
        do throws(RegisterError) {
            try file.append(Array(text.utf8))
            try file.finish()
            try put(new, at: path)
        } catch {
            unlink(new)
            throw error
        }
        do throws(RegisterError) {
            guard unlink(new) == 0 || errno == ENOENT else { throw RegisterError(.io(errno), at: new) }
            try RegisterFolder(path: FilePlace.folder(of: path)).flush()
        } catch {
            unlink(new)
            unlink(path)
            throw error
        }
        return RegisterKey(secret: secret)
    }

    /// Where a key is written before it gets its name.
    private static func newPath(_ path: String) -> String { path + ".new" }

    /// Gives a file a second name that nothing has yet.
    private static func put(_ new: String, at path: String) throws(RegisterError) {
        if link(new, path) == 0 { return }
        // There are file systems without second names.
        guard [EPERM, EOPNOTSUPP, ENOSYS, EINVAL].contains(errno), access(path, F_OK) != 0, errno == ENOENT,
            rename(new, path) == 0
        else { throw RegisterError(.io(errno), at: path) }
    }

    /// Removes what a program has left that was killed while it made this key. Nothing else is touched.
    static func removeLeftover(_ path: String) throws(RegisterError) {
        let new = newPath(path)
        let descriptor = open(new, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & (S_IFMT | 0o7777) == S_IFREG | 0o600 else { return }
        let bytes = try RegisterFile.read(descriptor, atMost: header.utf8.count + 2 * byteCount + 3, at: new)
        // A key, or how one begins.
        let opening = Array("\(header)\n".utf8)
        let digits = bytes.dropFirst(opening.count)
        let secret = digits.last == 0x0A ? digits.dropLast() : digits
        guard bytes.starts(with: opening.prefix(bytes.count)), secret.count <= 2 * byteCount,
            secret.allSatisfy({ digit($0) != .max })
        else { return }
        guard unlink(new) == 0 || errno == ENOENT else { throw RegisterError(.io(errno), at: new) }
    }

    /// - Parameter registerFolder: where the key must not lie.
    package static func read(at path: String, registerFolder: String) throws(RegisterError) -> RegisterKey {
        try checkPlace(path, registerFolder)
        // Not to wait where a pipe has the name.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw RegisterError(errno == ENOENT ? .unusableKey(.missing) : .io(errno), at: path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw RegisterError(.io(errno), at: path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw RegisterError(.unusableKey(.noKey), at: path) }
        guard status.st_mode & 0o077 == 0 else { throw RegisterError(.unusableKey(.openToOthers), at: path) }
        let bytes = try RegisterFile.read(descriptor, atMost: header.utf8.count + 2 * byteCount + 3, at: path)
        guard let secret = secret(in: bytes[...]) else { throw RegisterError(.unusableKey(.noKey), at: path) }
        return RegisterKey(secret: secret)
    }

    private static func secret(in bytes: ArraySlice<UInt8>) -> [UInt8]? {
        let opening = Array("\(header)\n".utf8)
        guard bytes.count == opening.count + 2 * byteCount + 1, bytes.starts(with: opening), bytes.last == 0x0A else {
            return nil
        }
        return RegisterKey.bytes(hexadecimal: bytes.dropFirst(opening.count).dropLast())
    }

    private static func bytes(hexadecimal digits: ArraySlice<UInt8>) -> [UInt8]? {
        let values = digits.map(digit)
        guard !values.contains(.max) else { return nil }
        return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }

    /// The value of a hexadecimal digit; the greatest number: it is none.
    private static func digit(_ digit: UInt8) -> UInt8 {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: .max
        }
    }

    static func checkPlace(_ path: String, _ registerFolder: String) throws(RegisterError) {
        let key = FilePlace.resolved(path)
        let folder = FilePlace.resolved(registerFolder)
        guard key != folder, !key.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") else {
            throw RegisterError(.unusableKey(.insideRegister), at: path)
        }
    }
}

extension RegisterKey: CustomStringConvertible, CustomReflectable {
    /// Nothing of the key, whoever prints it.
    package var description: String { "a register's key" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
