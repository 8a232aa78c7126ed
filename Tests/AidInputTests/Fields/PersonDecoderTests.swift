import AidModel
import Testing

@testable import AidInput

/// No test here says an ID when it fails: only which case it was.
@Suite("Rule 2: resident IDs") struct PersonDecoderTests {
    @Test("A resident ID written in groups is the same person, whether other documents are taken or not")
    func groups() throws {
        let id = MadeUpID.id(number: 7)
        var spellings: [String] = []
        for sign in [" ", "-", "\u{A0}", "\u{3000}"] {
            let (region, birth, rest) = (String(id.prefix(6)), String(id.dropFirst(6).prefix(8)), String(id.suffix(4)))
            spellings += ["\(region)\(sign)\(birth)\(rest)", "\(region)\(sign)\(birth)\(sign)\(rest)"]
        }
        func decode(_ text: String, _ accepts: Bool) -> PersonDecoder.Outcome {
            let rule = RecordLayout.PersonRule.residentID(
                acceptsOtherDocuments: accepts, countsInvalidAsUnidentified: false)
            return text.utf8.withByteView { PersonDecoder(rule: rule, keys: KeyTable()).decode($0) }
        }
        for accepts in [true, false] {
            for spelling in spellings { #expect(decode(spelling, accepts) == decode(id, false)) }
            let wrong = String(id.dropFirst(6).dropLast()) + (id.hasSuffix("1") ? "2" : "1")
            #expect(decode("\(id.prefix(6)) \(wrong)", accepts) == .bad)
        }
        #expect(decode("G 1234 5678", false) == .bad)
        guard case .person = decode("G 1234 5678", true) else {
            Issue.record("a passport")
            return
        }
    }

    private func decode(_ text: String) -> ResidentIDDecoder.Outcome {
        text.utf8.withByteView { ResidentIDDecoder.decode($0) }
    }

    private func number(_ digits: String) -> ResidentIDDecoder.Outcome? {
        UInt64(digits).map { .id(ResidentID(number: $0)) }
    }

    @Test("follow GB 11643: all check characters, each wrong one refused")
    func checkCharacters() {
        var seen: Set<String> = []
        for sequence in 1..<60 {
            let digits = MadeUpID.seventeen(number: sequence)
            let right = MadeUpID.check(digits)
            seen.insert(right)
            for check in ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"] {
                let isRight = decode(digits + check) == number(digits)
                #expect(isRight == (check == right), "number \(sequence), check \(check)")
                if check != right { #expect(decode(digits + check) == .bad, "number \(sequence), check \(check)") }
            }
            if right == "X" {
                let isSame = decode(digits + "x") == number(digits)
                #expect(isSame, "lower case, number \(sequence)")
            }
        }
        #expect(seen.count == 11)
    }

    @Test("of 15 digits are the same person as the 18 of century 19")
    func fifteenDigits() {
        for sequence in 1..<40 {
            let whole = MadeUpID.id(birth: "19650429", number: sequence)
            let old = "990101" + "650429" + whole.dropFirst(14).prefix(3)
            let isSame = decode(old) == decode(whole) && decode(whole) == number(String(whole.prefix(17)))
            #expect(isSame, "number \(sequence)")
        }
        let isBad = decode("990101" + "650230" + "001") == .bad
        #expect(isBad, "30 February")
    }

    @Test(
        "with a date that no calendar has are bad",
        arguments: ["19900230", "19901301", "19900100", "00000101", "20230229"])
    func badDates(birth: String) {
        let isBad = decode(MadeUpID.id(birth: birth, number: 1)) == .bad
        #expect(isBad)
    }

    @Test("that a spreadsheet ruined are damaged")
    func damaged() {
        for text in ["9.90101E+17", "9.90101199003E+17", "9.9e17", "9E+17", "9.90101E17"] {
            #expect(decode(text) == .damaged, "\(text)")
        }
        var damagedCount = 0
        for sequence in 1..<99 {
            // The last three digits become 000; where they then pass the check it is an ID.
            let digits =
                MadeUpID.seventeen(region: "9901\(sequence < 10 ? "0" : "")\(sequence)", number: 0).prefix(15) + "00"
            let passes = MadeUpID.check(String(digits)) == "0"
            let expected: ResidentIDDecoder.Outcome? = passes ? number(String(digits)) : .damaged
            let isExpected = decode(digits + "0") == expected
            #expect(isExpected, "region \(sequence)")
            damagedCount += passes ? 0 : 1
            let isBad = decode(String(digits) + (MadeUpID.check(String(digits)) == "1" ? "2" : "1")) == .bad
            #expect(isBad, "region \(sequence), last digit not 0")
        }
        #expect(damagedCount > 80 && damagedCount < 98)
    }

    @Test(
        "of another shape are other documents",
        arguments: [
            "9901011990030700", "99010119900307001", "9901011990030700123", "E12345678", "H10000000A", "军字第1号", "9.9E",
            "9.E+17",
            "99010119900307001Y", "99010165042900a", "12E+17", "9.9E+1700", "9.9E-17",
        ])
    func otherShapes(text: String) {
        #expect(decode(text) == .otherDocument)
    }

    @Test("Other documents are taken as they stand, with capital letters, or refused")
    func otherDocuments() {
        let keys = KeyTable()
        func person(_ text: String, _ rule: RecordLayout.PersonRule) -> PersonDecoder.Outcome {
            text.utf8.withByteView { PersonDecoder(rule: rule, keys: keys).decode($0) }
        }
        let accept = RecordLayout.PersonRule.residentID(acceptsOtherDocuments: true, countsInvalidAsUnidentified: false)
        let refuse = RecordLayout.PersonRule.residentID(
            acceptsOtherDocuments: false, countsInvalidAsUnidentified: false)
        #expect(person("e1234567", accept) == person("E1234567", accept))
        #expect(person("E1234567", accept) != person("E1234568", accept))
        #expect(person("E1234567", refuse) == .bad)
        // No document has a mobile number, and nobody's is what says that there is none.
        #expect(person("13812345678", accept) == .bad && person("12345678901", accept) != .bad)
        for text in ["无证件", "无", "不详", "无身份证"] { #expect(person(text, accept) == .missing) }
        #expect(person("", accept) == .missing && person("", refuse) == .missing && person("", .text) == .missing)
        #expect(person("9.90101E+17", accept) == .damaged)
        #expect(person("e1234567", .text) != person("E1234567", .text))
        let id = MadeUpID.id(number: 7)
        let isOtherKind = person(id, .text) != person(id, accept)
        #expect(isOtherKind, "a text and an ID are never the same person")
        let long = "document number that is too long for a key"
        #expect(person(long, accept) == person(long.uppercased(), accept))
    }
}
