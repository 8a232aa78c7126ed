import AidModel
import FoundationEssentials

/// `register.json`: the list of a register's files under a seal that only the key can make.
///
///     {"seal":"64 hexadecimal digits","register":{…}}
///
/// The seal is an HMAC-SHA256 of the bytes of `{…}` as they stand.
enum SealedList {
    private static let opening = Array(#"{"seal":""#.utf8)
    private static let middle = Array(#"","register":"#.utf8)
    private static let closing = Array("}\n".utf8)
    private static let sealByteCount = 64
    /// A list of a hundred thousand files is shorter.
    static let byteLimit = 256 << 20

    /// What is read before anything else is believed.
    private struct Head: Decodable {
        var version: Int
        var keyFingerprint: String?
    }

    /// - Parameter path: of the file, for messages.
    static func bytes(_ list: RegisterList, key: RegisterKey, path: String) throws(RegisterError) -> [UInt8] {
        try bytes(StoredList(list), key: key, path: path)
    }

    static func bytes(_ list: StoredList, key: RegisterKey, path: String) throws(RegisterError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let body = (try? encoder.encode(list)).map({ Array($0) }) else {
            throw RegisterError(.refused(.notAsJSON), at: path)
        }
        return opening + Array(key.seal(body).utf8) + middle + body + closing
    }

    /// - Parameters:
    ///   - path: of the file, for messages.
    ///   - folder: of the register.
    static func read(
        _ bytes: [UInt8], key: RegisterKey, path: String, folder: String
    ) throws(RegisterError) -> RegisterList {
        let start = opening.count + sealByteCount + middle.count
        guard bytes.count > start + closing.count, bytes.starts(with: opening),
            bytes[(opening.count + sealByteCount)...].starts(with: middle),
            bytes.suffix(closing.count).elementsEqual(closing)
        else { throw damaged(path) }
        let body = Array(bytes[start..<bytes.count - closing.count])
        let head = try? JSONDecoder().decode(Head.self, from: Data(body))
        // A later version may seal in another way.
        if let head, head.version > RegisterList.version { throw RegisterError(.newer, at: path) }
        let seal = String(decoding: bytes[opening.count..<opening.count + sealByteCount], as: UTF8.self)
        if let fingerprint = head?.keyFingerprint, fingerprint != key.fingerprint {
            // Where all else is as this key has sealed it, it is the fingerprint that was changed.
            let asSealed = String(decoding: body, as: UTF8.self)
                .replacing(fingerprint, with: key.fingerprint, maxReplacements: 1)
            throw key.seal(Array(asSealed.utf8)) == seal ? damaged(path) : RegisterError(.wrongKey, at: folder)
        }
        guard key.seal(body) == seal, let head, head.version >= RegisterList.oldestVersion else {
            throw damaged(path)
        }
        // What the key has sealed nobody has damaged: a later version knows more kinds of things, an earlier one fewer.
        guard let list = (try? JSONDecoder().decode(StoredList.self, from: Data(body)))?.value else {
            throw RegisterError(head.version < RegisterList.version ? .older : .newer, at: path)
        }
        return list
    }

    private static func damaged(_ path: String) -> RegisterError {
        RegisterError(.damaged(.seal), at: path)
    }
}
