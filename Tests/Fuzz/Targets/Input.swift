import AidInput
import AidModel
import CFuzzer
import Foundation

/// The bytes of one trial: some first decide how, the others are what is tried.
struct Input {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// One of some choices, by the next byte.
    mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        guard !bytes.isEmpty else { return choices[0] }
        return choices[Int(bytes.removeFirst()) % choices.count]
    }

    mutating func flag() -> Bool { pick([false, true]) }

    /// What is left, parted at zeros.
    var parts: [[UInt8]] { bytes.split(separator: 0, omittingEmptySubsequences: false).map(Array.init) }
}

/// Ends the process, so that the fuzzer keeps the input.
func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
    guard !holds else { return }
    FileHandle.standardError.write(Data("aidstats-fuzz: \(what())\n".utf8))
    abort()
}

/// Two ways to the same, which must agree.
func expectEqual<Value: Equatable>(_ fast: Value, _ slow: Value, _ what: @autoclosure () -> String) {
    expect(fast == slow, "\(what())\n  fast: \(fast)\n  slow: \(slow)")
}

/// A file in memory, with a path by which the program can open it.
final class TrialFile {
    private let descriptor: Int32
    var path: String { "/proc/self/fd/\(descriptor)" }

    init(_ bytes: [UInt8]) {
        descriptor = aid_memory_file()
        expect(descriptor >= 0, "no memory for a file")
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            expect(count > 0, "a file in memory cannot be written")
            written += count
        }
    }

    deinit { close(descriptor) }
}

/// The whole text of a source, or what is wrong with it.
struct TextRead: Equatable {
    private(set) var bytes: [UInt8] = []
    private(set) var error: InputError?

    init(roomSize: Int = 64 << 10, _ open: () throws(InputError) -> any TextSource) {
        let room = OwnedRoom<UInt8>(count: roomSize)
        do throws(InputError) {
            let source = try open()
            while true {
                let count = try source.read(into: room.room)
                if count == 0 { break }
                bytes += room.view(0..<count)
            }
        } catch {
            self.error = error
        }
    }
}
