import AidModel
import AidNews

/// What is counted: of what, of whom, in which time, and whether for each day or month of it.
struct DraftQuantity: Sendable, Hashable {
    /// For each what of its time it is told.
    enum Rate: Sendable, Hashable {
        case day
        case month
        case quarter
    }

    var measure: FactMeasure
    var span: DraftSpan
    /// Places among the groups that are known, ascending; none: the whole.
    var groups: [Int] = []
    /// nil: the whole of its time.
    var rate: Rate?

    /// The only group, or nil.
    var group: Int? { groups.count == 1 ? groups[0] : nil }

    func of(_ span: DraftSpan) -> DraftQuantity {
        var other = self
        other.span = span
        return other
    }

    func of(_ measure: FactMeasure) -> DraftQuantity {
        var other = self
        other.measure = measure
        return other
    }

    func of(groups: [Int]) -> DraftQuantity {
        var other = self
        other.groups = groups
        return other
    }
}

/// What one figure of a draft says, in the terms of facts.
struct DraftStatement: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case level
        /// By how much more or less than the base.
        case change
        /// By how many percent more or less than the base.
        case percent
        /// How many percent of the base it is: 是去年同期的1.2倍, 是门诊的1.66倍.
        case ratio
        /// Its part of the base, in percent.
        case share
        /// By how many percentage points a group's part of the whole is more or less than at the base.
        case shareChange
        /// How much of a change comes from one of its factors.
        case factor(FactKind)
        /// What a group adds to the growth of the whole, in percentage points.
        case contribution
        /// By how many percentage points one change in percent is more than another.
        case percentGap
        /// Through how many quarters in a row it rose, the last one with it; the base is that of each.
        case run
        /// Its place among the groups of its field, the most first.
        case place
        /// How many groups of a field are within the limit.
        case count
    }

    var kind: Kind
    var now: DraftQuantity
    /// What it is held against; nil for a level of which no change is told.
    var base: DraftQuantity?
    /// The other change of a `percentGap`: what rose, and against what.
    var other: DraftQuantity?
    var otherBase: DraftQuantity?
    /// Whether the base is meant as it was published, not as it is counted now.
    var isBasePublished = false
    /// Of a `count`: the values that are counted.
    var limit: DraftBounds?
    /// Whether it is said to have risen; nil: nothing is said.
    var rises: Bool?

    var measure: FactMeasure { now.measure }
    var span: DraftSpan { now.span }
    var group: Int? { now.group }

    /// The same of other groups, now and at its base.
    func ofOther(groups: [Int]) -> DraftStatement {
        var other = self
        other.now.groups = groups
        if kind != .share, base?.groups == now.groups { other.base?.groups = groups }
        return other
    }

    /// Whether it is of one group or the whole at two times or one, without rates: what most figures are.
    var isPlain: Bool {
        kind != .place && kind != .count && now.groups.count <= 1 && now.rate == nil && other == nil
            && (base == nil || base?.measure == now.measure)
            && (kind == .share
                ? base?.groups.isEmpty == true && base?.span == now.span : base?.groups ?? now.groups == now.groups)
    }
}
