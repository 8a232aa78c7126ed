import TestSupport
import Testing

@testable import AidInput

struct GB18030Tests {
    private static let converter = SystemConverter(from: "GB18030", to: "UTF-8")

    /// What the decoder makes of one code, as UTF-8; nil where it is no character.
    private static func decoded(_ code: [UInt8], _ table: GB18030Table) -> [UInt8]? {
        guard case .scalar(let scalar, let length) = code.withByteView({ table.next($0, isAtEnd: true) }),
            length == code.count, let character = Unicode.Scalar(scalar)
        else { return nil }
        return Array(String(character).utf8)
    }

    private func expectAgreement(_ codes: [[UInt8]], sourceLocation: SourceLocation = #_sourceLocation) throws -> Int {
        let table = try #require(GB18030Table.shared)
        let expected = Self.converter.lines(codes)
        try #require(expected.count == codes.count)
        let wrong = zip(codes, expected).filter { Self.decoded($0, table) != $1 }
            .map { code, text in "\(code.map { String($0, radix: 16) }.joined()): \(text ?? [])" }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(10))", sourceLocation: sourceLocation)
        return expected.count { $0 != nil }
    }

    @Test("All two-byte codes, those outside the basic plane among them, as iconv has them")
    func twoByteCodes() throws {
        let codes = (UInt8(0x81)...0xFE).flatMap { lead in
            (UInt8(0x20)...0xFF).map { [lead, $0] }
        }.filter { !(0x30...0x39).contains($0[1]) }
        #expect(try expectAgreement(codes) > 23_000)
    }

    @Test("All four-byte codes of the basic plane and what lies around them")
    func fourByteCodes() throws {
        var codes: [[UInt8]] = []
        for lead in UInt8(0x81)...0x85 {
            for second in UInt8(0x30)...0x39 {
                for third in UInt8(0x81)...0xFE {
                    for fourth in UInt8(0x30)...0x39 { codes.append([lead, second, third, fourth]) }
                }
            }
        }
        #expect(try expectAgreement(codes) > 39_000)
    }

    @Test("A sample of the supplementary planes, of their edges and of codes that stand for nothing")
    func supplementaryCodes() throws {
        var random = SeededRandom(1)
        var codes: [[UInt8]] = [
            [0x90, 0x30, 0x81, 0x30], [0xE3, 0x32, 0x9A, 0x35], [0xE3, 0x32, 0x9A, 0x36], [0xFE, 0x39, 0xFE, 0x39],
            [0x8F, 0x39, 0xFE, 0x39], [0x84, 0x31, 0xA5, 0x30], [0x84, 0x31, 0xA4, 0x39], [0x84, 0x31, 0xA4, 0x37],
        ]
        for _ in 0..<20_000 {
            codes.append([
                UInt8.random(in: 0x81...0xFE, using: &random), UInt8.random(in: 0x30...0x39, using: &random),
                UInt8.random(in: 0x81...0xFE, using: &random), UInt8.random(in: 0x30...0x39, using: &random),
            ])
        }
        #expect(try expectAgreement(codes) > 10_000)
    }

    @Test(
        "What is no character costs one byte; what may become one waits",
        arguments: [
            ([0x80], .invalid(length: 1), .invalid(length: 1)),
            ([0xFF, 0x40], .invalid(length: 1), .invalid(length: 1)),
            ([0x81], .invalid(length: 1), .incomplete), ([0x81, 0x30], .invalid(length: 1), .incomplete),
            ([0x81, 0x30, 0x81], .invalid(length: 1), .incomplete),
            ([0x81, 0x30, 0x41], .invalid(length: 1), .invalid(length: 1)),
            ([0x81, 0x0A], .invalid(length: 1), .invalid(length: 1)),
            ([0x81, 0x7F], .invalid(length: 1), .invalid(length: 1)),
            ([0x81, 0xFF], .invalid(length: 1), .invalid(length: 1)),
            ([0x81, 0x22], .invalid(length: 1), .invalid(length: 1)),
            ([0x81, 0x30, 0x81, 0x3A], .invalid(length: 1), .invalid(length: 1)),
            ([0x81, 0x30, 0x81, 0x30], .scalar(0x80, length: 4), .scalar(0x80, length: 4)),
            ([0xD6, 0xD0, 0x2C], .scalar(0x4E2D, length: 2), .scalar(0x4E2D, length: 2)),
        ] as [([UInt8], DecodedCharacter, DecodedCharacter)])
    func atTheEndAndBefore(bytes: [UInt8], atEnd: DecodedCharacter, before: DecodedCharacter) throws {
        let table = try #require(GB18030Table.shared)
        #expect(bytes.withByteView { table.next($0, isAtEnd: true) } == atEnd)
        #expect(bytes.withByteView { table.next($0, isAtEnd: false) } == before)
    }

    @Test("The first byte that is no character is found in rows of pairs as one character at a time")
    func firstInvalid() throws {
        let table = try #require(GB18030Table.shared)
        func slow(_ bytes: [UInt8]) -> Int? {
            var position = 0
            while position < bytes.count {
                let rest = Array(bytes[position...])
                if rest[0] < 0x80 {
                    position += 1
                } else if case .scalar(_, let length) = rest.withByteView({ table.next($0, isAtEnd: true) }) {
                    position += length
                } else {
                    return position
                }
            }
            return nil
        }
        let parts: [[UInt8]] = [
            Array("abc,".utf8), Array("0123456789".utf8), [0xC3, 0xC5], [0xD5, 0xEF, 0xD7, 0xA1, 0xD4, 0xBA],
            [0x81, 0x30, 0x81, 0x30], [0x90, 0x30, 0x81, 0x30], [0xFE, 0xFE], [0xA2, 0xA0], [0x81, 0x7F], [0xD5],
        ]
        for seed in SeededRandom.seeds(100) {
            var random = SeededRandom(seed)
            for _ in 0..<50 {
                // Mostly sound, so that what is wrong comes late.
                let bytes = (0..<Int.random(in: 0...30, using: &random)).flatMap { _ in
                    parts[Int.random(in: 0..<(Int.random(in: 0..<20, using: &random) == 0 ? 10 : 6), using: &random)]
                }
                #expect(bytes.withByteView(table.firstInvalid) == slow(bytes), "seed \(seed)")
            }
        }
    }
}
