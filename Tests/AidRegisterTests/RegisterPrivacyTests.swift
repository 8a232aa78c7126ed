import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidRegister

@Suite struct RegisterPrivacyTests {
    /// What went in as texts is in no byte of the folder, and nothing there looks like an ID number.
    @Test(arguments: SeededRandom.seeds(5))
    func noNumberOfAPersonOrAClaimIsLeft(seed: UInt64) throws {
        let place = try RegisterPlace()
        var random = SeededRandom(seed)
        let register = try place.make()
        let people = try RegisterPeople(register)
        let delivery = RegisterDelivery(register, newInputCount: 1)
        let writer = RegisterRowWriter(delivery)
        var texts: Set<String> = []
        var numbers: [UInt64] = []
        for record in 0..<20_000 {
            let id = UInt64.random(in: 990_000_190_000_000_000..<999_999_210_000_000_000, using: &random)
            let claimNumber = "CLAIM\(id % 9_999_991)"
            texts.formUnion(["\(id)", claimNumber])
            numbers.append(id)
            let tag = Array(claimNumber.utf8).withUnsafeBytes { place.key.tag(.claim, $0) }
            let person = Array("\(id)".utf8).withUnsafeBytes { place.key.tag(.person, $0) }
            writer.add(
                Claim(
                    key: tag.claimKey, person: PersonKey(registerIndex: people.index(of: person)),
                    position: SourcePosition(fileIndex: 0, textOffset: record * 120),
                    amountMinor: Int64.random(in: 0...1_000_000, using: &random),
                    dayNumber: Int32.random(in: 19_358...19_722, using: &random), groupsCode: 0, claimClass: .paid,
                    hasAmount: true))
        }
        writer.finish()
        let input = RegisterInput(
            name: "2023.csv", byteCount: 1, sha256: "0", format: "csv", encoding: "utf-8",
            records: Tally(recordCount: 20_000), rejectedByReason: [:], findings: [])
        let added = try register.add(delivery, inputs: [input], groups: [["门诊", "东城"]], people: people)
        _ = try added.keep(
            SettledState(
                peopleQuarters: PeopleQuarters(quarters: added.quarters, peopleCount: added.peopleCount),
                severalKeys: []))

        let secret = try String(contentsOfFile: place.keyPath, encoding: .utf8).split(separator: "\n")[1]
        let binaries = Set(numbers.flatMap { [$0, $0 / 10] })
        for name in try place.names() {
            let bytes = [UInt8](try place.bytes(name))
            if name != "register.json" { #expect(longestRunOfDigits(bytes) < 17, "seed \(seed), \(name)") }
            let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
            let words = text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
            #expect(texts.isDisjoint(with: words), "seed \(seed), \(name)")
            #expect(!text.contains(secret) && !text.contains("CLAIM"))
            bytes.withUnsafeBytes { bytes in
                for offset in 0..<max(bytes.count - 7, 0) {
                    let number = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    if binaries.contains(number) { Issue.record("seed \(seed), \(name)") }
                }
            }
        }
    }

    private func longestRunOfDigits(_ bytes: [UInt8]) -> Int {
        var (longest, run) = (0, 0)
        for byte in bytes {
            run = (0x30...0x39).contains(byte) ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
