import AidModel
import AidNews

/// Why a figure has its verdict.
enum FigureReason: Sendable, Hashable {
    enum Agreement: Sendable, Hashable {
        case asPrinted
        /// The facts themselves are known but within bounds.
        case withinBounds
        /// Its hedge leaves open more than the facts do.
        case saysLess
        case roundedOtherwise
    }

    /// There are none at all.
    case noFacts
    case notOurs(DraftSupport.Reason)
    case doubt(DraftFigure.Doubt)
    case missing(KnownValue.Missing)
    case agrees(Agreement, DraftStatement, DraftRatioRange)
    /// It would be right for another reading, which the words may mean.
    case mayBe(DraftStatement, not: DraftStatement)
    /// It is not what the facts say, but that it is ours is not sure.
    case unsure(DraftSupport.Doubt, DraftStatement)
    /// Another figure of its sentence would state the same thing: the list was not understood.
    case repeated(DraftStatement)
    /// So far below the facts that it may be about something else.
    case farBelow(DraftStatement)
    /// Nothing tells how it came to be wrong, nor that it is ours but what stands elsewhere.
    case untraced(DraftStatement)
    /// It is said to have risen and fell, or the other way round; the change, and what it is.
    case wrongDirection(DraftStatement, DraftRatioRange)
    /// Percentage points where a percent is meant, or the other way round.
    case otherUnit(DraftStatement, DraftRatioRange)
    /// What it should be.
    case differs(DraftStatement, DraftRatioRange, DraftHint?)

    var isOfSomethingElse: Bool {
        switch self {
        case .farBelow, .untraced, .notOurs, .repeated, .unsure, .mayBe: true
        default: false
        }
    }
}

/// What a wrong figure would be right for.
enum DraftHint: Sendable, Hashable {
    /// Another unit: it is off by this power of ten.
    case unit(power: Int)
    case otherDirection
    /// The exact figure, cut off instead of rounded.
    case cutOff
    /// What was published, and is no longer what is counted.
    case published(FactVintage)
    /// The same against another base.
    case otherBase(DraftStatement)
    case other(DraftStatement)
}
