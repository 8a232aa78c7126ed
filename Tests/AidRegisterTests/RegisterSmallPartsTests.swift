import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidRegister

@Suite struct RegisterSmallPartsTests {
    /// - Source: the published test values of XXH64, among them those of its reference implementation.
    @Test func hashesAreXXH64() {
        func hash(_ text: String, seed: UInt64 = 0) -> UInt64 {
            Array(text.utf8).withUnsafeBytes { BlockHash.hash($0, seed: seed) }
        }
        #expect(hash("") == 0xEF46_DB37_51D8_E999)
        #expect(hash("a") == 0xD24E_C4F1_A98C_6E5B)
        #expect(hash("abc") == 0x44BC_2CF5_AD77_0999)
        #expect(hash("Nobody inspects the spammish repetition") == 0xFBCE_A83C_8A37_8BF1)
        #expect(hash("a", seed: 1) != hash("a"))
    }

    @Test(arguments: SeededRandom.seeds(60))
    func packedColumnsGiveBackTheirNumbers(seed: UInt64) {
        var random = SeededRandom(seed)
        let highest = seed % 65 == 0 ? 0 : UInt64.max >> (seed % 65 == 64 ? 0 : 64 - seed % 65)
        let numbers = (0..<Int.random(in: 1...200, using: &random)).map { _ in
            Bool.random(using: &random) ? highest : UInt64.random(in: 0...highest, using: &random)
        }
        let width = PackedColumn.width(upTo: highest)
        #expect(PackedColumn.isWidth(width))
        var bytes = LittleEndianBytes()
        PackedColumn.append(width: width, rowCount: numbers.count, to: &bytes) { numbers[$0] }
        #expect(bytes.array.count == PackedColumn.byteCount(width: width, rowCount: numbers.count))
        bytes.append(UInt64.max)
        bytes.array.withUnsafeBytes { column in
            var cursor = PackedCursor(column.baseAddress!, width: width)
            #expect(numbers.map { _ in cursor.next() } == numbers, "seed \(seed)")
        }
    }

    @Test func tagsAreHMACsThatTheSlowWayMakesToo() throws {
        let secret = (0..<32).map { UInt8($0) }
        let key = RegisterKey(secret: secret)
        for text in ["", "C0001", "990101190001010000", String(repeating: "长", count: 100)] {
            for domain in RegisterKey.Domain.allCases {
                let derived = SHA256Twin.keyedCode(
                    Array("aidstats register 1 \(domain.rawValue)".utf8), key: secret)
                let code = SHA256Twin.keyedCode(Array(text.utf8), key: derived)
                let tag = Array(text.utf8).withUnsafeBytes { key.tag(domain, $0) }
                #expect(Array(text.utf8).withUnsafeBytes { key.unshared().tag(domain, $0) } == tag)
                #expect(withUnsafeBytes(of: (tag.high, tag.low)) { Array($0) } == Array(code.prefix(16)))
            }
        }
        let tags = Set(
            RegisterKey.Domain.allCases.map { domain in Array("A".utf8).withUnsafeBytes { key.tag(domain, $0) } })
        #expect(tags.count == 2)
        #expect(RegisterKey(secret: secret).fingerprint == key.fingerprint)
        #expect(RegisterKey(secret: secret.reversed()).fingerprint != key.fingerprint)
    }

    @Test func personsHaveNumbers() {
        #expect(PersonKey(registerIndex: 0).registerIndex == 0)
        #expect(PersonKey(registerIndex: 1 << 31).registerIndex == 1 << 31)
        #expect(!PersonKey(registerIndex: 0).isNone)
        #expect(PersonKey.none.registerIndex == nil)
        #expect(Array("AB".utf8).withUnsafeBufferPointer { KeyTable().personKey(of: $0) }.registerIndex == nil)
    }

    @Test func namesOfFilesAreReadBackAsOwn() {
        #expect(
            RegisterSegment.Kind.allCases.map {
                RegisterSegment.name($0, $0 == .quarter ? Quarter("2023Q2") : nil, change: 3)
            }
                == [
                    "people-0003.tags", "groups-0003.values", "2023Q2-0003.claims", "others-0003.claims",
                    "reversals-0003.records", "people-0003.quarters", "several-0003.tags",
                    "rejects-0003.records",
                ])
    }
}
