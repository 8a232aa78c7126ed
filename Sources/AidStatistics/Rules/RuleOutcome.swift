package import AidModel

/// How what was paid for a claim compares with what the rules say.
package enum RuleOutcome: Sendable, Hashable {
    case agreeing
    case over(RuleCause)
    case under(RuleCause)
    case unjudged(Unjudged)

    /// Why a claim is not held against the rules.
    package enum Unjudged: String, Sendable, Hashable, CaseIterable {
        /// Nobody knows whose it is, and so what others the year had.
        case noPerson = "no-person"
        case noBasis = "no-basis"
        /// The rules say nothing of its kind of care on its day.
        case noTerms = "no-terms"
    }

    /// In the order in which reports have them.
    package static let all: [RuleOutcome] =
        [.agreeing] + RuleCause.allCases.map { .over($0) } + RuleCause.allCases.filter(\.mayBeUnder).map { .under($0) }
        + Unjudged.allCases.map { .unjudged($0) }

    package var word: String {
        switch self {
        case .agreeing: "agreeing"
        case .over: "over"
        case .under: "under"
        case .unjudged: "unjudged"
        }
    }

    /// nil: there is nothing to be said.
    package var cause: String? {
        switch self {
        case .agreeing: nil
        case .over(let cause), .under(let cause): cause.rawValue
        case .unjudged(let why): why.rawValue
        }
    }
}

/// What makes the difference between what was paid and what the rules say: the first that fits.
package enum RuleCause: String, Sendable, Hashable, CaseIterable {
    /// Something of the claim was reversed, and what is left is not what the rules say of its whole basis.
    case reversedInPart = "reversed-in-part"
    /// No more apart than one unit of rounding.
    case rounding
    /// Over, by no more than a cap of the year has taken off.
    case yearCap = "year-cap"
    /// Over, by no more than the cap of a claim has taken off.
    case claimCap = "claim-cap"
    /// Over: what the rules say without the deductible.
    case deductible
    /// What other terms would say: those of another day or of another kind of care.
    case otherTerms = "other-terms"
    case other

    var mayBeUnder: Bool {
        switch self {
        case .yearCap, .claimCap, .deductible: false
        case .reversedInPart, .rounding, .otherTerms, .other: true
        }
    }
}

/// People, claims and money of one line.
package struct RuleTally: Sendable, Hashable {
    /// Different people in the quarter; of claims of nobody who is known, none.
    package var recipientCount = 0
    package var claimCount = 0
    package var paidMinor: Int128 = 0
    /// What the rules say; 0 where they say nothing.
    package var dueMinor: Int128 = 0

    package init() {}

    package init(recipientCount: Int, claimCount: Int, paidMinor: Int128, dueMinor: Int128) {
        self.recipientCount = recipientCount
        self.claimCount = claimCount
        self.paidMinor = paidMinor
        self.dueMinor = dueMinor
    }

    /// Adds people of other partitions, who are others.
    static func += (lhs: inout RuleTally, rhs: RuleTally) {
        lhs.recipientCount += rhs.recipientCount
        lhs.claimCount += rhs.claimCount
        lhs.paidMinor += rhs.paidMinor
        lhs.dueMinor += rhs.dueMinor
    }

    mutating func add(paid: Int64, due: Int64) {
        claimCount += 1
        paidMinor += Int128(paid)
        dueMinor += Int128(due)
    }
}

/// How near what a person was paid in the year is to the year's cap.
package enum CapBand: Int, Sendable, Hashable, CaseIterable {
    case belowHalf, fromHalf, fromThreeQuarters, fromNineTenths
    /// The cap itself.
    case reached
    case beyond

    /// - Parameters:
    ///   - paidMinor: not below 0.
    ///   - capMinor: above 0.
    init(_ paidMinor: Int128, capMinor: Int64) {
        let cap = Int128(capMinor)
        self =
            if paidMinor > cap {
                .beyond
            } else if paidMinor == cap {
                .reached
            } else if paidMinor * 10 >= cap * 9 {
                .fromNineTenths
            } else if paidMinor * 4 >= cap * 3 {
                .fromThreeQuarters
            } else if paidMinor * 2 >= cap {
                .fromHalf
            } else {
                .belowHalf
            }
    }

    /// Where it begins, in percent of the cap.
    package var fromPercent: Int {
        switch self {
        case .belowHalf: 0
        case .fromHalf: 50
        case .fromThreeQuarters: 75
        case .fromNineTenths: 90
        case .reached, .beyond: 100
        }
    }

    /// Where the next one begins, in percent of the cap; nil: the cap itself, or more.
    package var belowPercent: Int? {
        switch self {
        case .belowHalf: 50
        case .fromHalf: 75
        case .fromThreeQuarters: 90
        case .fromNineTenths: 100
        case .reached, .beyond: nil
        }
    }
}

/// A claim that was paid otherwise than the rules say; for whoever looks into it, and in no report.
package struct RuleDifference: Sendable, Hashable {
    package let key: ExactKey
    package let position: SourcePosition
    package let day: CalendarDay
    package let groupsCode: Int
    package let basisMinor: Int64
    package let paidMinor: Int64
    package let dueMinor: Int64
    package let cause: RuleCause

    package var differenceMinor: Int128 { Int128(paidMinor) - Int128(dueMinor) }

    /// The largest first, and those of one size as the inputs list them.
    static func precedes(_ one: RuleDifference, _ other: RuleDifference) -> Bool {
        let (size, otherSize) = (one.differenceMinor.magnitude, other.differenceMinor.magnitude)
        return size != otherSize ? size > otherSize : one.position < other.position
    }
}
