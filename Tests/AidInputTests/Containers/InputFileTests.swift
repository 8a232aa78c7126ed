import AidInput
import AidModel
import Foundation
import Glibc
import Testing

struct InputFileTests {
    private static func error(_ path: String) -> InputError? {
        do {
            _ = try InputFile(name: "input", path: path)
            return nil
        } catch {
            return error
        }
    }

    @Test("No such file, and a file where a folder should be") func missing() throws {
        let file = try TemporaryFile("a")
        for path in [file.path + ".csv", file.path + "/a.csv"] {
            let error = Self.error(path)
            #expect(error?.kind == .missing)
            #expect(error?.file == "input")
            #expect(error?.what.zh == "没有这个文件" && error?.what.en == "there is no such file")
        }
    }

    @Test func directory() {
        let error = Self.error(FileManager.default.temporaryDirectory.path)
        #expect(error?.kind == .missing)
        #expect(error?.what.en == "this is a directory")
        #expect(error?.mend.zh.contains("input/*.csv") == true)
    }

    @Test("Without permission, unless the tests run as root, whom nothing stops", .enabled(if: geteuid() != 0))
    func unreadable() throws {
        let file = try TemporaryFile("a")
        chmod(file.path, 0)
        let error = Self.error(file.path)
        #expect(error?.kind == .unreadable)
        #expect(error?.mend.en == "check the file's permissions")
    }

    @Test func readsAtAnyPlace() throws {
        let file = try TemporaryFile("0123456789").open()
        #expect(file.byteCount == 10)
        let owned = OwnedRoom<UInt8>(count: 3)
        let buffer = owned.room
        for index in 0..<3 { buffer[index] = UInt8(ascii: "-") }
        #expect(try file.read(into: buffer, at: 8) == 2)
        #expect(Array(buffer) == Array("89-".utf8))
        #expect(try file.read(into: buffer, at: 3) == 3)
        #expect(Array(buffer) == Array("345".utf8))
        #expect(try file.read(into: buffer, at: 10) == 0)
        #expect(try file.allBytes() == Array("0123456789".utf8))
    }

    @Test("A pipe is read once, kept, and can be read as often as needed")
    func pipe() throws {
        let path = FileManager.default.temporaryDirectory.path + "/aidstats-test-\(UUID().uuidString)"
        try #require(mkfifo(path, 0o600) == 0)
        defer { unlink(path) }
        // More than a pipe holds, so that it comes in several reads.
        let bytes = [UInt8]((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
        let writer = Thread {
            let descriptor = open(path, O_WRONLY)
            bytes.withUnsafeBytes { FileHandle(fileDescriptor: descriptor).write(Data($0)) }
            close(descriptor)
        }
        writer.start()
        let file = try InputFile(name: "pipe", path: path)
        #expect(file.byteCount == bytes.count)
        #expect(try file.allBytes() == bytes)
        #expect(try file.allBytes() == bytes)
        try file.checkUnchanged()
    }

    @Test("`-` is standard input, a pipe like any other")
    func standardInput() throws {
        var ends: [Int32] = [0, 0]
        try #require(Glibc.pipe(&ends) == 0)
        let kept = dup(STDIN_FILENO)
        dup2(ends[0], STDIN_FILENO)
        close(ends[0])
        defer {
            dup2(kept, STDIN_FILENO)
            close(kept)
        }
        FileHandle(fileDescriptor: ends[1]).write(Data("a,b\n".utf8))
        close(ends[1])
        let file = try InputFile(name: "-", path: "-")
        #expect(file.name == "-")
        #expect(try file.allBytes() == Array("a,b\n".utf8))
    }

    @Test("A file that grows or shrinks while it is read is no export yet")
    func changed() throws {
        for size in [0, 5, 4000] {
            let temporary = try TemporaryFile(String(repeating: "a", count: 100))
            let file = try temporary.open()
            try file.checkUnchanged()
            #expect(truncate(temporary.path, size) == 0)
            let error = #expect(throws: InputError.self) { try file.checkUnchanged() }
            #expect(error?.kind == .unreadable)
            #expect(error?.what.en == "the file was written to while it was read")
        }
    }

    @Test("So it is where a whole file is read as claims")
    func changedUnderClaims() throws {
        let temporary = try TemporaryFile(ClaimsExport.header + "\nC1,,2023-04-05,1.00,已打款,,门诊\n")
        let export = try temporary.export(.csv(delimiter: nil))
        let handle = try #require(FileHandle(forWritingAtPath: temporary.path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("C2,,2023-04-05,1.00,已打款,,门诊\n".utf8))
        try handle.close()
        let error = #expect(throws: InputError.self) { try ClaimsExport.read(export) }
        #expect(error?.kind == .unreadable)
    }
}
