import AidModel
import Testing

@testable import AidRegister

@Suite struct RegisterTaggerTests {
    @Test func theSameTextsHaveTheSameTagsInEveryRun() throws {
        let place = try RegisterPlace()
        let people = try RegisterPeople(place.make())
        let texts = [
            "C-1", "C-2", "一个相当长的赔付编号0001", String(repeating: "9", count: 20), String(repeating: "9", count: 21),
        ]
        func claims(_ order: [String]) -> [String: Claim] {
            let keys = KeyTable()
            let tagger = RegisterTagger(place.key, keys: keys, people: people)
            var claims: [String: Claim] = [:]
            for text in order {
                let bytes = Array(text.utf8)
                claims[text] = tagger.tagged(
                    Claim(
                        key: bytes.withUnsafeBufferPointer { keys.key(of: $0) },
                        person: bytes.withUnsafeBufferPointer { keys.personKey(of: $0) },
                        position: SourcePosition(fileIndex: 0, textOffset: 7), amountMinor: 1, dayNumber: 5,
                        groupsCode: 2,
                        claimClass: .unpaid, hasAmount: true))
            }
            return claims
        }
        let first = claims(texts)
        #expect(claims(texts.reversed()) == first)
        #expect(Set(first.values.map(\.key)).count == texts.count)
        #expect(Set(first.values.map(\.person)).count == texts.count && people.count == texts.count)
        let tag = Array("C-1".utf8).withUnsafeBytes { place.key.tag(.claim, $0) }
        #expect(first["C-1"]?.key == tag.claimKey)
        #expect(first.values.allSatisfy { $0.dayNumber == 5 && $0.groupsCode == 2 && $0.claimClass == .unpaid })
    }

    @Test func nobodyAndNoClaimStayWhatTheyAre() throws {
        let place = try RegisterPlace()
        let people = try RegisterPeople(place.make())
        let position = SourcePosition(fileIndex: 3, textOffset: 9)
        let claim = Claim(
            key: ExactKey(position), person: .none, position: position, amountMinor: 1, dayNumber: 5, groupsCode: 0,
            claimClass: .reversed, hasAmount: true)
        let reversal = RegisterTagger(place.key, keys: KeyTable(), people: people).tagged(
            Reversal(
                claim: claim, ownKey: .none, place: RecordPlace(recordNumber: 1, lineNumber: nil, byteOffset: 9),
                maskedTarget: ""))
        #expect(reversal.claim.key.isNone && reversal.ownKey.isNone && reversal.claim.person.isNone)
        #expect(people.count == 0)
    }
}
