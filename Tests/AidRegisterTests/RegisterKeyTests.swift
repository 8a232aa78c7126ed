import AidModel
import Foundation
import Testing

@testable import AidRegister

@Suite struct RegisterKeyTests {
    @Test func aKeyIsMadeOnceAndReadAgain() throws {
        let place = try RegisterPlace()
        let read = try RegisterKey.read(at: place.keyPath, registerFolder: place.folder)
        #expect(read.fingerprint == place.key.fingerprint)
        let attributes = try FileManager.default.attributesOfItem(atPath: place.keyPath)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let error = #expect(throws: RegisterError.self) {
            try RegisterKey.make(at: place.keyPath, registerFolder: place.folder)
        }
        #expect(error?.kind == .io)
        let text = try String(contentsOfFile: place.keyPath, encoding: .utf8)
        #expect(text.hasPrefix("aidstats register key 1\n") && text.utf8.count == 24 + 64 + 1)
        #expect(!"\(read)".contains(where: \.isNumber) && Mirror(reflecting: read).children.isEmpty)
        #expect(String(reflecting: read) == "a register's key")
    }

    /// What a program has left that was killed while it made the key goes; nothing else of that name does.
    @Test(arguments: [0, 1, 23, 24, 25, 60, 87, 88, 89])
    func theBeginningOfAKeyGoes(byteCount: Int) throws {
        let place = try RegisterPlace()
        let new = place.keyPath + ".new"
        let key = try Data(contentsOf: URL(filePath: place.keyPath))
        func leave(_ bytes: Data, mode: Int = 0o600) {
            try? FileManager.default.removeItem(atPath: new)
            #expect(
                FileManager.default.createFile(atPath: new, contents: bytes, attributes: [.posixPermissions: mode]))
        }
        leave(key.prefix(byteCount))
        try RegisterKey.removeLeftover(place.keyPath)
        #expect(!FileManager.default.fileExists(atPath: new))
        for other in [key.prefix(byteCount) + [0x2F], key + key] {
            leave(other)
            try RegisterKey.removeLeftover(place.keyPath)
            #expect(FileManager.default.contents(atPath: new) == other)
        }
        leave(key.prefix(byteCount), mode: 0o640)
        try RegisterKey.removeLeftover(place.keyPath)
        #expect(FileManager.default.fileExists(atPath: new))
    }

    @Test func everyKeyIsNew() throws {
        #expect(try RegisterPlace().key.fingerprint != RegisterPlace().key.fingerprint)
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o644, 0o610, 0o601])
    func aKeyThatOthersCanReachIsRefused(mode: Int) throws {
        let place = try RegisterPlace()
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.keyPath)
        #expect(refusal(place.keyPath, place)?.kind == .unusableKey)
    }

    @Test(arguments: [
        "", "aidstats register key 1\n", "aidstats register key 2\n" + String(repeating: "0", count: 64) + "\n",
        "aidstats register key 1\n" + String(repeating: "0", count: 63) + "\n",
        "aidstats register key 1\n" + String(repeating: "0", count: 65) + "\n",
        "aidstats register key 1\n" + String(repeating: "g", count: 64) + "\n",
        "aidstats register key 1\n" + String(repeating: "0", count: 64) + "\n\n",
        "aidstats register key 1\n" + String(repeating: "0", count: 64),
    ])
    func whatIsNoKeyIsRefused(text: String) throws {
        let place = try RegisterPlace()
        let path = place.url.appending(path: "other.key").path
        #expect(
            FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]))
        let error = refusal(path, place)
        #expect(error?.kind == .unusableKey && error?.path == path)
    }

    @Test func foldersPipesAndNothingAreNoKeys() throws {
        let place = try RegisterPlace()
        #expect(refusal(place.url.path, place)?.kind == .unusableKey)
        #expect(refusal(place.url.appending(path: "none").path, place)?.kind == .unusableKey)
        let pipe = place.url.appending(path: "pipe").path
        #expect(mkfifo(pipe, 0o600) == 0)
        #expect(refusal(pipe, place)?.kind == .unusableKey)
    }

    @Test func aKeyInTheRegistersFolderIsRefused() throws {
        let place = try RegisterPlace()
        _ = try place.make()
        let inside = place.folder + "/key"
        let copy = try Data(contentsOf: URL(filePath: place.keyPath))
        #expect(
            FileManager.default.createFile(atPath: inside, contents: copy, attributes: [.posixPermissions: 0o600]))
        let link = place.url.appending(path: "link").path
        #expect(symlink(place.folder, link) == 0)
        let keyLink = place.url.appending(path: "key-link").path
        #expect(symlink(inside, keyLink) == 0)
        for path in [inside, link + "/key", place.folder + "/../register/key", keyLink] {
            #expect(refusal(path, place)?.kind == .unusableKey)
        }
        for folder in [place.folder, link, place.folder + "/none/.."] {
            let error = #expect(throws: RegisterError.self) {
                try RegisterKey.make(at: folder + "/new", registerFolder: place.folder)
            }
            #expect(error?.kind == .unusableKey)
        }
        // A neighbour whose name only begins alike is no such folder.
        _ = try RegisterKey.make(at: place.folder + "-key", registerFolder: place.folder)
    }

    private func refusal(_ path: String, _ place: RegisterPlace) -> RegisterError? {
        do throws(RegisterError) {
            _ = try RegisterKey.read(at: path, registerFolder: place.folder)
            return nil
        } catch {
            return error
        }
    }
}
