import Glibc
import Testing

@testable import AidInput

/// Bytes that a thread of its own makes ready.
struct ReadAheadTests {
    /// Bytes in parts of one size, that may end in an error.
    private final class Source: ByteSource {
        private let bytes: [UInt8]
        private let partSize: Int
        private let failure: InputError?
        private var offset = 0

        init(_ bytes: [UInt8], partSize: Int, failure: InputError? = nil) {
            self.bytes = bytes
            self.partSize = partSize
            self.failure = failure
        }

        func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
            if offset == bytes.count, let failure { throw failure }
            let count = min(buffer.count, partSize, bytes.count - offset)
            bytes[offset..<offset + count].withByteView(buffer.copy)
            offset += count
            return count
        }
    }

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    }

    private static func all(_ source: any ByteSource, at once: Int) throws(InputError) -> [UInt8] {
        let room = OwnedRoom<UInt8>(count: once)
        var all: [UInt8] = []
        while true {
            let count = try source.read(into: room.room)
            if count == 0 { return all }
            all += room.view(0..<count)
        }
    }

    @Test("Whatever the sizes, the same bytes", arguments: [0, 1, 524_287, 524_288, 524_289, 1_572_864, 1_600_001])
    func sameBytes(_ count: Int) throws {
        let bytes = Self.bytes(count)
        for (partSize, once) in [(1 << 20, 1 << 20), (65_536, 100_000), (7_001, 524_288)] {
            #expect(try Self.all(ReadAhead(Source(bytes, partSize: partSize), file: "a"), at: once) == bytes)
        }
    }

    @Test(arguments: [0, 100, 524_288, 1_600_001]) func anErrorComesThrough(_ count: Int) throws {
        let failure = InputError(problem: .archive(.cutOff(.gzip)), file: "a")
        let ahead = try ReadAhead(Source(Self.bytes(count), partSize: 65_536, failure: failure), file: "a")
        let error = #expect(throws: InputError.self) { try Self.all(ahead, at: 65_536) }
        #expect(error == failure)
    }

    @Test("Whoever stops reading leaves no thread behind") func leftAlone() throws {
        weak var source: Source?
        do {
            let whole = Source(Self.bytes(4_000_000), partSize: 65_536)
            source = whole
            let ahead = try ReadAhead(whole, file: "a")
            let room = OwnedRoom<UInt8>(count: 10)
            #expect(try ahead.read(into: room.room) == 10)
        }
        for _ in 0..<1000 where source != nil { usleep(10_000) }
        #expect(source == nil)
    }
}
