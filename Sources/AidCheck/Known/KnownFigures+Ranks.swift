import AidModel
import AidNews

/// Places of groups among those of their field, and how many of them are within a limit.
///
/// Small groups are hidden. What they can be at most is what the known ones leave of the whole: in person-times for
/// people too, for each of them has one at least. So a place or a number is often sure though some are hidden.
extension KnownFigures {
    /// The place of a group by a measure, the most first; of several that are alike each may come first.
    func place(_ statement: DraftStatement) -> KnownValue {
        guard let group = statement.group, case .value(let own, let ids, let isProvisional) = value(statement.now),
            let field = field(groups[group].field, statement.now)
        else { return .missing(.level(key(statement.now))) }
        let above = field.values.count { $0.key != group && $0.value.lowest.compare(own.highest) > 0 }
        let notBelow = field.values.count { $0.key != group && $0.value.highest.compare(own.lowest) >= 0 }
        let hidden = field.hiddenCount(above: own.lowest)
        return .value(
            DraftRatioRange(
                lowest: DraftRatio(Int128(above + 1)), highest: DraftRatio(Int128(notBelow + 1 + hidden))),
            ids: ids, isProvisional: isProvisional)
    }

    /// How many groups of the districts' field are within a limit.
    func count(_ statement: DraftStatement) -> KnownValue {
        guard let limit = statement.limit, let name = DistrictNames.field(of: groups),
            let field = field(name, statement.now), !field.values.isEmpty
        else {
            return .missing(.level(key(statement.now)))
        }
        let sure = field.values.count { limit.meets($0.value) }
        let bound = DraftRatio(limit.lowest, over: DraftBounds.one)
        let hidden = limit.lowest > 0 ? field.hiddenCount(above: bound) : field.hiddenLimit
        return .value(
            DraftRatioRange(lowest: DraftRatio(Int128(sure)), highest: DraftRatio(Int128(sure + hidden))), ids: [],
            isProvisional: false)
    }

    private struct Field {
        /// By the group's place.
        var values: [Int: DraftRatioRange]
        /// All that hidden groups can have together.
        var rest: DraftRatio
        let hiddenLimit = 1000

        /// How many hidden groups can have so much.
        func hiddenCount(above value: DraftRatio) -> Int {
            guard rest.numerator > 0 else { return 0 }
            guard value.numerator > 0 else { return hiddenLimit }
            let quotient = rest.over(value)
            return Int(min(Int128(hiddenLimit), quotient.numerator / quotient.denominator))
        }
    }

    /// What is known of a field's groups by a measure; nil: the whole is not known.
    private func field(_ name: String, _ quantity: DraftQuantity) -> Field? {
        let additive: FactMeasure = quantity.measure == .amount ? .amount : .personTimes
        guard [.recipients, .personTimes, .amount].contains(quantity.measure), quantity.rate == nil,
            case .value(let whole, _, _) = value(quantity.of(groups: []).of(additive))
        else { return nil }
        var values: [Int: DraftRatioRange] = [:]
        var rest = whole.highest
        for place in groups.indices where groups[place].field == name && groups[place].name != nil {
            guard case .value(let own, _, _) = value(quantity.of(groups: [place])),
                case .value(let part, _, _) = value(quantity.of(groups: [place]).of(additive))
            else { continue }
            values[place] = own
            rest = rest.minus(part.lowest)
        }
        return Field(values: values, rest: rest)
    }
}
