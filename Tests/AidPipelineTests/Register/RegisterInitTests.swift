import TestSupport
import Foundation
import Testing

/// `register init` leaves the register with its key, or neither; and where it was killed, the next one finishes or
/// undoes what it finds.
@Suite(.serialized) struct RegisterInitTests {

    /// The calls that change something, or open something to change it.
    private static let calls = [
        "mkdir", "openat", "flock", "chmod", "write", "fsync", "link", "rename", "unlink", "rmdir", "close",
    ]

    /// Of these a program does hundreds before it does anything; an error of theirs may be the loader's.
    private static let startCalls: Set<String> = ["openat", "close"]

    private static func place() throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline() + "register: kept/register\nkeyFile: keys/register.key\n")
        try place.write("kept/other", "")
        try place.write("keys/other", "")
        return place
    }

    private static let initial = ["kept", "kept/other", "keys", "keys/other", "pipeline.yaml"]
    private static let made = (initial + ["kept/register", "kept/register/register.json", "keys/register.key"]).sorted()

    private static func initialize(_ place: Workplace) throws -> Ending {
        try place.aidstats("register", "init", "pipeline.yaml", "--lang", "en")
    }

    private static func checkMade(_ place: Workplace, _ what: String) throws {
        #expect(try place.contents().keys.sorted() == made, "\(what)")
        let verified = try place.aidstats("register", "verify", "pipeline.yaml")
        #expect(verified.exitCode == 0, "\(what): \(verified.errorText)")
        #expect(try place.mode("keys/register.key") == 0o600 && place.mode("kept/register") == 0o700, "\(what)")
    }

    @Test(.needs(.strace), arguments: calls)
    func killedAtAnySystemCall(call: String) throws {
        var number = 1
        while true {
            let place = try Self.place()
            let kill =
                ["-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)"] + [
                    "-e", "inject=\(call):signal=KILL:when=\(number)",
                ]
            let ending = try Started(
                kill + [Executable.path, "register", "init", "pipeline.yaml"], program: NeededTool.strace.path,
                in: place.path
            ).wait()
            if ending.exitCode == 0 { break }
            let key = try? place.bytes("keys/register.key")
            #expect(key.map { $0.count == 89 } ?? true, "\(call) \(number): half a key")
            let again = try Self.initialize(place)
            #expect(again.exitCode == 0, "\(call) \(number): \(again.errorText)")
            try Self.checkMade(place, "\(call) \(number)")
            // A key that was whole is the register's.
            #expect(try key == nil || place.bytes("keys/register.key") == key, "\(call) \(number)")
            number += Self.startCalls.contains(call) ? 5 : 1
        }
    }

    /// Out of space, or whatever else a call may fail with.
    @Test(
        .needs(.strace),
        arguments: calls.filter { !startCalls.contains($0) }, ["ENOSPC", "EIO"])
    func anErrorOfAnySystemCall(call: String, error: String) throws {
        var number = 1
        while true {
            let place = try Self.place()
            let inject =
                ["-f", "-qq", "-o", "trace", "-e", "trace=\(call)"] + [
                    "-e", "inject=\(call):error=\(error):when=\(number)",
                ]
            let ending = try Started(
                inject + [Executable.path, "register", "init", "pipeline.yaml", "--lang", "en"],
                program: NeededTool.strace.path,
                in: place.path
            ).wait()
            let wasInjected = try place.text("trace").contains("(INJECTED)")
            try place.remove("trace")
            guard wasInjected else { break }
            #expect([0, 74].contains(ending.exitCode), "\(call) \(number): \(ending.exitCode) \(ending.errorText)")
            let left = try place.contents().keys.sorted()
            if ending.exitCode == 74, left != Self.made {
                #expect(left == Self.initial, "\(call) \(number): \(left)")
            }
            let again = try Self.initialize(place)
            #expect(again.exitCode == 0, "\(call) \(number): \(again.errorText)")
            try Self.checkMade(place, "\(call) \(number)")
            number += 1
        }
    }

    @Test func whatIsInUseIsNotMadeAgain() throws {
        let place = try Self.place()
        #expect(try Self.initialize(place).outputText.hasPrefix("Made the register"))
        #expect(try Self.initialize(place).outputText.hasPrefix("The register was made before and is still empty"))
        try place.write("exports/a.csv", Exports.csv.joined(separator: "\n") + "\n")
        #expect(try place.aidstats("run", "pipeline.yaml", "--quarter", "2023Q2").exitCode == 0)
        let before = try place.contents()
        let again = try Self.initialize(place)
        #expect(again.exitCode == 73 && again.errorText.contains("[register-notEmpty]"))
        #expect(try place.contents() == before)
    }

    @Test func aFolderOfSomebodyElseIsLeftAlone() throws {
        let place = try Self.place()
        try place.write("kept/register/notes.txt", "mine")
        let before = try place.contents()
        #expect(try Self.initialize(place).exitCode == 73)
        #expect(try place.contents() == before)
        try place.remove("kept/register")
        // A file of the name under which a key is written first.
        try place.write("keys/register.key.new", "mine")
        #expect(try Self.initialize(place).exitCode == 74)
        #expect(try place.text("keys/register.key.new") == "mine" && place.contents()["kept/register"] == nil)
    }
}
