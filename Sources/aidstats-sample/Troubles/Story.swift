/// What happens to a claim, or beside it, that must not change the true figures.
enum Story: String, CaseIterable {
    case duplicateNear, duplicateFar, duplicateInOtherFile
    case correctedAmount, correctedDate, correctedGroup, correctedPerson, correctedInOtherFile, changedBack
    case pendingThenPaid, refusedThenPaid, withdrawn
    case lateRecord
    case reversedWhole, reversedByOwnNumber, reversedInNextQuarter, reversedBeforeClaim, reversedWholeInParts
    case reversedInPart, reversedInTwoParts, reversalRepeated
    case unpaid, unpaidWithoutFields
    case blankLine

    // Of these one record is rejected.
    case reversalWithoutClaim, reversalOfUnpaid, reversalTooLarge, reversalOfMoreThanLeft
}

/// One trouble of the plan.
enum Trouble {
    case story(Story)
    case damage(Damage)

    var name: String {
        switch self {
        case .story(let story): story.rawValue
        case .damage(let damage): damage.rawValue
        }
    }
}

/// The troubles of one kind of file, in turn: every other one gets a record rejected.
struct TroublePlan {
    let calm: [Trouble]
    let rejecting: [Trouble]
    private var count = 0

    init(format: Dialect.Format) {
        let refusals: [Story] = [.reversalWithoutClaim, .reversalOfUnpaid, .reversalTooLarge, .reversalOfMoreThanLeft]
        let stories = Story.allCases.filter { !refusals.contains($0) && !($0 == .blankLine && format == .xml) }
        let frame: [Damage] =
            switch format {
            case .csv: [.unclosedQuote, .textAfterQuote, .tooFewFields, .tooManyFields, .invalidBytes]
            case .xml: [.fieldTwice, .missingElement]
            }
        let texts: [Damage] = [
            .scientificID, .zeroedID, .wrongCheckCharacter, .shortID, .longID, .impossibleBirthday, .noPerson,
            .unknownStatus, .noStatus, .impossibleDate, .noDate, .dateOfWords,
            .amountGrouping, .amountOfWords, .thirdDecimal, .negativeAmount, .hugeAmount, .noAmount, .noClaim,
        ]
        calm = stories.map { .story($0) }
        rejecting = frame.map { .damage($0) } + refusals.map { .story($0) } + texts.map { .damage($0) }
    }

    /// The names of all troubles, each once.
    static var names: [String] {
        let csv = TroublePlan(format: .csv)
        let csvNames = (csv.calm + csv.rejecting).map(\.name)
        return csvNames + TroublePlan(format: .xml).rejecting.map(\.name).filter { !csvNames.contains($0) }
    }

    mutating func next() -> Trouble {
        defer { count += 1 }
        let list = count & 1 == 0 ? calm : rejecting
        return list[count / 2 % list.count]
    }
}
