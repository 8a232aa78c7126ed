/// What is broken in a record that must be rejected.
enum Damage: String {
    // The ID.
    case scientificID, zeroedID, wrongCheckCharacter, shortID, longID, impossibleBirthday, noPerson
    // Other fields.
    case unknownStatus, noStatus, impossibleDate, noDate, dateOfWords
    case amountGrouping, amountOfWords, thirdDecimal, negativeAmount, hugeAmount, noAmount, noClaim
    // The record: CSV.
    case tooFewFields, tooManyFields, textAfterQuote, unclosedQuote, invalidBytes
    // The record: XML.
    case fieldTwice, missingElement

    /// Where the damage is no reason to reject: an unpaid claim with nothing but a number and a state.
    case nothingButNumber

    /// Why the record is rejected, in the words of the balance.
    var reason: RejectReason {
        switch self {
        case .tooFewFields, .tooManyFields, .textAfterQuote, .unclosedQuote, .invalidBytes, .fieldTwice:
            .malformedRecord
        case .noClaim: .missingClaim
        case .unknownStatus, .noStatus: .unknownStatus
        case .impossibleDate, .noDate, .dateOfWords, .missingElement: .badDate
        case .amountGrouping, .amountOfWords, .thirdDecimal, .negativeAmount, .hugeAmount, .noAmount: .badAmount
        case .noPerson, .nothingButNumber: .missingPerson
        case .scientificID, .zeroedID: .damagedPerson
        case .wrongCheckCharacter, .shortID, .longID, .impossibleBirthday: .badPerson
        }
    }

    /// Breaks the texts of a record; what breaks the record's frame is the writer's part.
    func edit(_ text: inout RecordText) {
        switch self {
        case .scientificID: text.set(.person, "9.90103E+17")
        case .zeroedID: Damage.zero(&text[.person])
        case .wrongCheckCharacter:
            // Never 0, so that the last three can't be 000: a spreadsheet's ruin is another reason.
            text[.person][17] = text[.person][17] == UInt8(ascii: "5") ? UInt8(ascii: "6") : UInt8(ascii: "5")
        case .shortID: text[.person].remove(at: 12)
        case .longID: text[.person].insert(UInt8(ascii: "1"), at: 12)
        case .impossibleBirthday:
            text[.person].replaceSubrange(10..<14, with: Array("1301".utf8))
            text[.person][17] = ResidentID.checkCharacter(of: text[.person][0..<17])
        case .noPerson: text.clear(.person)
        case .unknownStatus: text.set(.status, "已作废")
        case .noStatus: text.clear(.status)
        case .impossibleDate: text.set(.paidOn, "2023-02-30")
        case .noDate: text.clear(.paidOn)
        case .dateOfWords: text.set(.paidOn, "下周五")
        case .amountGrouping: text.set(.amount, "12,34")
        case .amountOfWords: text.set(.amount, "abc")
        case .thirdDecimal: text.set(.amount, "1.234")
        case .negativeAmount: text[.amount].insert(UInt8(ascii: "-"), at: 0)
        case .hugeAmount: text.set(.amount, "99999999999999999999999.00")
        case .noAmount: text.clear(.amount)
        case .noClaim: text.clear(.claim)
        case .nothingButNumber:
            for column in [Column.person, .paidOn, .amount, .name, .basis] { text.clear(column) }
        case .tooFewFields, .tooManyFields, .textAfterQuote, .unclosedQuote, .invalidBytes, .fieldTwice,
            .missingElement:
            break
        }
    }

    /// Turns the last three characters into 000, as a spreadsheet does, such that the check character fails.
    private static func zero(_ person: inout [UInt8]) {
        person.replaceSubrange(15..<18, with: Array("000".utf8))
        if ResidentID.checkCharacter(of: person[0..<17]) == UInt8(ascii: "0") {
            person[14] = person[14] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
        }
    }
}

/// The words of the balance for rejected records, in the order in which reasons are tried.
enum RejectReason: String, CaseIterable {
    case malformedRecord = "malformed-record"
    case missingClaim = "missing-claim"
    case unknownStatus = "unknown-status"
    case badDate = "bad-date"
    case badAmount = "bad-amount"
    case missingPerson = "missing-person"
    case damagedPerson = "damaged-person"
    case badPerson = "bad-person"
    case reversalWithoutClaim = "reversal-without-claim"
    case reversalExceedsClaim = "reversal-exceeds-claim"
}

/// Where a record goes in the balance.
enum Outcome: Equatable {
    case paid, unpaid, reversal, duplicate, superseded
    case rejected(RejectReason)
}
