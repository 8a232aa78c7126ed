import AidModel
import Foundation
import Glibc
import TestSupport
import Testing

@testable import AidRegister

@Suite struct RegisterDamageTests {
    /// Every kind of damage is refused or found, and nothing wrong is ever read.
    @Test func flippedBytesAreFound() throws {
        let place = try RegisterPlace()
        let content = try filled(place)
        let files = try Dictionary(uniqueKeysWithValues: place.names().map { ($0, try place.bytes($0)) })
        let names = files.keys.sorted()
        #expect(names.count >= 8)
        for seed in SeededRandom.seeds(500) {
            var random = SeededRandom(seed)
            let name = names.randomElement(using: &random)!
            var bytes = files[name]!
            switch Int.random(in: 0..<10, using: &random) {
            case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
            case 1: bytes.append(UInt8.random(in: 0...255, using: &random))
            default:
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let index = Int.random(in: 0..<bytes.count, using: &random)
                    bytes[index] ^= UInt8.random(in: 1...255, using: &random)
                }
            }
            guard bytes != files[name] else { continue }
            try place.write(bytes, to: name)
            #expect(isNoticed(place, content), "seed \(seed), \(name)")
            try place.write(files[name]!, to: name)
        }
        #expect(try RegisterContent(place.open()) == content)
    }

    @Test func filesThatAreMissingOrSwappedAreFound() throws {
        let place = try RegisterPlace()
        let content = try filled(place)
        let names = try place.names()
        for name in names {
            let bytes = try place.bytes(name)
            try FileManager.default.removeItem(atPath: place.folder + "/" + name)
            let error = #expect(throws: RegisterError.self) { try place.open() }
            #expect(error?.kind == (name == "register.json" ? .noRegister : .missing))
            #expect(symlink("/etc/hostname", place.folder + "/" + name) == 0)
            #expect(throws: RegisterError.self) { try place.open() }
            try FileManager.default.removeItem(atPath: place.folder + "/" + name)
            for other in names where other != name {
                try place.write(try place.bytes(other), to: name)
                #expect(isNoticed(place, content))
            }
            try place.write(bytes, to: name)
        }
        #expect(try RegisterContent(place.open()) == content)
    }

    /// Two blocks of one file that change places are as many bytes with as many good hashes.
    @Test func blocksInEachOthersPlaceAreFound() throws {
        let place = try RegisterPlace()
        let register = try place.make()
        let delivery = RegisterDelivery(register, newInputCount: 2)
        for file in 0..<2 {
            let writer = RegisterRowWriter(delivery)
            for record in 0..<10 {
                writer.add(
                    Claim(
                        key: RegisterTag(high: 1, low: UInt64(record + file * 10)).claimKey, person: .none,
                        position: SourcePosition(fileIndex: file, textOffset: record), amountMinor: 1,
                        dayNumber: 19_448,
                        groupsCode: 0, claimClass: .paid, hasAmount: true))
            }
            writer.finish()
        }
        let inputs = (0..<2).map {
            RegisterInput(
                name: "\($0)", byteCount: 1, sha256: "\($0)", format: "csv", encoding: "utf-8",
                records: Tally(recordCount: 10), rejectedByReason: [:], findings: [])
        }
        let segment = try register.add(
            delivery, inputs: inputs, groups: [["", ""]], people: RegisterPeople(register)
        ).claimSegments[0]
        let bytes = try place.bytes(segment.name)
        let size = (bytes.count - SegmentHeader.byteCount) / 2
        let (head, first, second) = (
            bytes.prefix(SegmentHeader.byteCount), bytes.dropLast(size).suffix(size), bytes.suffix(size)
        )
        try place.write(head + second + first, to: segment.name)
        #expect(throws: RegisterError.self) { try RegisterContent(place.open()) }
    }

    /// Whatever a block says of itself, no byte beside it is read: behind it the memory ends.
    @Test(arguments: SeededRandom.seeds(500))
    func noBlockIsReadBeyondItsEnd(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let rowCount = Int.random(in: 1...40, using: &random)
        let claims = (0..<rowCount).map { row in
            Claim(
                key: seed % 3 == 0 ? .none : RegisterTag(high: random.next(), low: random.next()).claimKey,
                person: .none,
                position: SourcePosition(fileIndex: 0, textOffset: row * 100), amountMinor: Int64(row),
                dayNumber: 19_448,
                groupsCode: UInt32(row), claimClass: .paid, hasAmount: true)
        }
        var bytes = LittleEndianBytes()
        claims.withUnsafeBufferPointer { ClaimBlock.append($0, input: 0, to: &bytes) }
        var payload = bytes.array
        // Mostly in the header, where widths are.
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let limit = Bool.random(using: &random) ? min(payload.count, 40) : payload.count
            payload[Int.random(in: 0..<limit, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if Int.random(in: 0..<4, using: &random) == 0 {
            payload.removeLast(Int.random(in: 0...payload.count, using: &random))
        }
        let claimed = Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 0...9000, using: &random) : rowCount
        let rows = UnsafeMutablePointer<Claim>.allocate(capacity: Block.rowLimit)
        defer { rows.deallocate() }
        try atTheEndOfMemory(payload) { payload in
            guard let block = ClaimBlock(payload, rowCount: claimed) else { return }
            let isRead = block.read(into: rows, fileIndex: 3) != nil
            if payload.elementsEqual(bytes.array), claimed == rowCount {
                #expect(isRead && (0..<rowCount).allSatisfy { rows[$0].saysTheSame(as: claims[$0]) })
            }
        }
    }

    private func atTheEndOfMemory(_ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) -> Void) throws {
        let page = 4096
        let size = (bytes.count + page - 1) / page * page
        let memory = try #require(mmap(nil, size + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
        #expect(mprotect(memory + size, page, PROT_NONE) == 0)
        let start = memory + size - bytes.count
        bytes.withUnsafeBytes { if let base = $0.baseAddress { start.copyMemory(from: base, byteCount: $0.count) } }
        body(UnsafeRawBufferPointer(start: start, count: bytes.count))
        munmap(memory, size + page)
    }

    /// A register with files of every kind.
    private func filled(_ place: RegisterPlace) throws -> RegisterContent {
        var source = RandomDelivery(seed: 11)
        var content = RegisterContent.empty
        var register = try place.make()
        for _ in 0..<2 {
            register = try source.add(to: register, expecting: &content, inputCount: 2, rowCount: 150)
        }
        let quarters = PeopleQuarters(quarters: register.quarters, peopleCount: register.peopleCount)
        for person in 0..<register.peopleCount { quarters.mark(person, place: person % quarters.quarters.count) }
        _ = try register.keep(SettledState(peopleQuarters: quarters, severalKeys: []))
        return content
    }

    /// Whether a damaged register is refused, or `verify` finds it; and what can be read is right.
    private func isNoticed(_ place: RegisterPlace, _ content: RegisterContent) -> Bool {
        guard let register = try? place.open() else { return true }
        if register.verify().isEmpty { return false }
        if let read = try? RegisterContent(register), read != content { return false }
        _ = try? register.peopleQuarters()
        return true
    }
}
