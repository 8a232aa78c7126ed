package import AidModel

/// Figures of a draft that cannot all be true.
package struct DraftContradiction: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case twoValues = "two-values"
        case morePeopleThanPersonTimes = "more-people-than-person-times"
        case changeAndBase = "change-and-base"
        case percentAndChange = "percent-and-change"
        case moneyPerPerson = "money-per-person"
        case partOverWhole = "part-over-whole"
        case partsAndWhole = "parts-and-whole"
        case spanOverLonger = "span-over-longer"
        case shareAndParts = "share-and-parts"
    }

    /// What exactly contradicts what.
    enum Reason: Sendable, Hashable {
        case twoValues(DraftStatement)
        case morePeopleThanPersonTimes
        case spanOverLonger(DraftSpan, longer: DraftSpan)
        case tooLittlePerPerson
        case tooMuchPerPerson
        /// An increase is larger than the figure that it led to.
        case increaseOverFigure
        case changeAndBase(rises: Bool, base: DraftSpan)
        case percentAndChange
        case percentAndFigures
        case ratioAndFigures
        case partOverWhole
        case partsOverWhole
        case partsBelowWhole
        case sharesAndHundred
        case shareAndParts

        var kind: Kind {
            switch self {
            case .twoValues: .twoValues
            case .morePeopleThanPersonTimes: .morePeopleThanPersonTimes
            case .spanOverLonger: .spanOverLonger
            case .tooLittlePerPerson, .tooMuchPerPerson: .moneyPerPerson
            case .increaseOverFigure, .changeAndBase: .changeAndBase
            case .percentAndChange, .percentAndFigures, .ratioAndFigures: .percentAndChange
            case .partOverWhole: .partOverWhole
            case .partsOverWhole, .partsBelowWhole: .partsAndWhole
            case .sharesAndHundred, .shareAndParts: .shareAndParts
            }
        }
    }

    package let kind: Kind
    /// Places among the draft's figures, ascending.
    package let figures: [Int]
    package let reason: BilingualText
}
