/// Tells each story as records, the last of which leave the true figures as they are.
struct Storyteller {
    /// The last day of all quarters: nothing is dated later.
    let lastDay: Int
    /// The quarters by their index in claims.
    let quarters: [Quarter]
    private var extraCounts: [Int]
    private var strangerCount = 0

    typealias Told = [(place: Place, entry: Entry)]

    init(quarters: [Quarter]) {
        self.quarters = quarters
        lastDay = quarters.last?.lastDay ?? 0
        extraCounts = [Int](repeating: 0, count: quarters.count)
    }

    /// The claim as it truly was, on one record.
    func entry(for claim: TrueClaim) -> Entry {
        Entry(saying: saying(claim), outcome: .paid, claim: claim)
    }

    mutating func tell(_ trouble: Trouble, of claim: TrueClaim) -> Told {
        switch trouble {
        case .story(let story): tell(story, of: claim)
        case .damage(let damage): tell(damage, of: claim)
        }
    }

    private mutating func tell(_ damage: Damage, of claim: TrueClaim) -> Told {
        var broken = extra(beside: claim)
        // Half of them pretend to be a later version of a claim that stands.
        if claim.serial & 1 == 0 { broken.number = saying(claim).number }
        let entry = Entry(saying: broken, outcome: .rejected(damage.reason), damage: damage)
        return [(.here, self.entry(for: claim)), (.near, entry)]
    }

    private mutating func tell(_ story: Story, of claim: TrueClaim) -> Told {
        let right = entry(for: claim)
        switch story {
        case .duplicateNear:
            var copy = repeated(right)
            copy.isVerbatim = true
            return [(.here, right), (.near, copy)]
        case .duplicateFar: return [(.here, right), (.far, repeated(right))]
        case .duplicateInOtherFile: return [(.here, right), (.otherFile, repeated(right))]
        case .correctedAmount: return [(.here, wrong(right) { $0.amountFen += 1234 }), (.near, right)]
        case .correctedDate:
            let shift = claim.serial & 1 == 0 ? -100 : 100
            return [(.here, wrong(right) { $0.day += shift }), (.far, right)]
        case .correctedGroup:
            return [
                (.here, wrong(right) { ($0.district, $0.care) = (($0.district + 1) % 14, 1 - $0.care) }),
                (.near, right),
            ]
        case .correctedPerson:
            let stranger = nextStranger()
            return [(.here, wrong(right) { $0.person = stranger }), (.far, right)]
        case .correctedInOtherFile: return [(.here, wrong(right) { $0.amountFen += 5000 }), (.laterFile, right)]
        case .changedBack:
            let before = wrong(right) { _ in }
            return [(.here, before), (.near, wrong(right) { $0.amountFen *= 2 }), (.far, right)]
        case .pendingThenPaid:
            var before = wrong(right) { $0.status = .pending }
            before.damage = .nothingButNumber
            return [(.here, before), (.far, right)]
        case .refusedThenPaid: return [(.here, wrong(right) { $0.status = .refused }), (.near, right)]
        case .lateRecord: return [(.nextQuarter, right)]
        case .blankLine: return [(.here, right)]
        case .withdrawn, .unpaid, .unpaidWithoutFields:
            return [(.here, right)] + tellOfUnpaid(story, of: claim)
        case .reversedInPart, .reversedInTwoParts, .reversalRepeated, .reversalOfMoreThanLeft:
            return tellOfParts(story, of: right)
        case .reversedWhole, .reversedByOwnNumber, .reversedInNextQuarter, .reversedBeforeClaim, .reversedWholeInParts:
            return [(.here, right)] + tellOfReversal(story, of: claim)
        case .reversalWithoutClaim:
            var lost = reversal(of: extra(beside: claim))
            lost.outcome = .rejected(.reversalWithoutClaim)
            return [(.here, right), (.near, lost)]
        case .reversalOfUnpaid:
            let unpaid = changed(extra(beside: claim)) { $0.status = .pending }
            var lost = reversal(of: unpaid)
            lost.outcome = .rejected(.reversalWithoutClaim)
            return [(.here, right), (.here, Entry(saying: unpaid, outcome: .unpaid)), (.near, lost)]
        case .reversalTooLarge:
            var greedy = reversal(of: right.saying, amountFen: claim.amountFen + 100)
            greedy.outcome = .rejected(.reversalExceedsClaim)
            return [(.here, right), (.near, greedy)]
        }
    }

    private mutating func tellOfUnpaid(_ story: Story, of claim: TrueClaim) -> Told {
        let status: Status = claim.serial & 1 == 0 ? .pending : .refused
        let paid = extra(beside: claim)
        let unpaid = Entry(saying: changed(paid) { $0.status = status }, outcome: .unpaid)
        switch story {
        case .withdrawn: return [(.here, Entry(saying: paid, outcome: .superseded)), (.far, unpaid)]
        case .unpaidWithoutFields:
            var bare = unpaid
            bare.damage = .nothingButNumber
            return [(.near, bare)]
        default: return [(.near, unpaid)]
        }
    }

    /// A claim that does not count beside one that does: paid, then taken back whole.
    private mutating func tellOfReversal(_ story: Story, of claim: TrueClaim) -> Told {
        let saying = extra(beside: claim)
        let paid = Entry(saying: saying, outcome: .paid, isTakenBack: true)
        var back = reversal(of: saying)
        switch story {
        case .reversedByOwnNumber:
            back.saying.number = saying.number
            back.saying.reverses = nil
            return [(.here, paid), (.far, back)]
        case .reversedInNextQuarter: return [(.here, paid), (.nextQuarter, back)]
        case .reversedBeforeClaim: return [(.here, back), (.far, paid)]
        case .reversedWholeInParts:
            let part = saying.amountFen / 3
            let first = reversal(of: saying, amountFen: part)
            let rest = reversal(of: saying, amountFen: saying.amountFen - part)
            return [(.here, paid), (.near, first), (.otherFile, rest)]
        default: return [(.here, paid), (.near, back)]
        }
    }

    /// A claim paid too high, of which what was too much is taken back.
    private mutating func tellOfParts(_ story: Story, of right: Entry) -> Told {
        let amountFen = right.saying.amountFen
        let (first, second) = (amountFen / 4 + 1, amountFen / 7 + 1)
        var paid = right
        paid.saying.amountFen += first
        switch story {
        case .reversedInTwoParts:
            paid.saying.amountFen += second
            return [
                (.here, paid), (.near, reversal(of: paid.saying, amountFen: first)),
                (.nextQuarter, reversal(of: paid.saying, amountFen: second)),
            ]
        case .reversalRepeated:
            let back = reversal(of: paid.saying, amountFen: first)
            return [(.here, paid), (.near, back), (.far, repeated(back))]
        case .reversalOfMoreThanLeft:
            var greedy = reversal(of: paid.saying, amountFen: amountFen + 1)
            greedy.outcome = .rejected(.reversalExceedsClaim)
            return [(.here, paid), (.near, reversal(of: paid.saying, amountFen: first)), (.far, greedy)]
        default: return [(.here, paid), (.near, reversal(of: paid.saying, amountFen: first))]
        }
    }

    private func saying(_ claim: TrueClaim) -> Saying {
        Saying(
            number: ClaimNumber(quarter: quarters[claim.quarterIndex], day: claim.day, serial: claim.serial + 1),
            person: claim.person, day: claim.day, amountFen: claim.amountFen, care: claim.care, district: claim.district
        )
    }

    private func changed(_ saying: Saying, _ change: (inout Saying) -> Void) -> Saying {
        var saying = saying
        change(&saying)
        return saying
    }

    /// A version that a later one replaces.
    private func wrong(_ entry: Entry, _ change: (inout Saying) -> Void) -> Entry {
        Entry(saying: changed(entry.saying, change), outcome: .superseded)
    }

    private func repeated(_ entry: Entry) -> Entry {
        Entry(saying: entry.saying, outcome: .duplicate)
    }

    /// A claim of somebody who has no true claim, for about as much.
    private mutating func extra(beside claim: TrueClaim) -> Saying {
        Saying(
            number: nextNumber(quarterIndex: claim.quarterIndex, day: claim.day), person: nextStranger(),
            day: claim.day,
            amountFen: claim.amountFen + 777, care: claim.care, district: claim.district
        )
    }

    private mutating func reversal(of saying: Saying, amountFen: Int? = nil) -> Entry {
        let index = quarters.firstIndex(of: saying.number.quarter) ?? 0
        let day = min(saying.day + 9, max(lastDay, saying.day))
        var back = saying
        back.number = nextNumber(quarterIndex: index, day: day)
        back.day = day
        back.amountFen = amountFen ?? saying.amountFen
        back.status = .reversed
        back.reverses = saying.number
        return Entry(saying: back, outcome: .reversal)
    }

    private mutating func nextStranger() -> Int {
        defer { strangerCount += 1 }
        return Population.firstStranger + strangerCount
    }

    private mutating func nextNumber(quarterIndex: Int, day: Int) -> ClaimNumber {
        defer { extraCounts[quarterIndex] += 1 }
        return ClaimNumber(
            quarter: quarters[quarterIndex], day: day, serial: ClaimNumber.firstExtraSerial + extraCounts[quarterIndex]
        )
    }
}
