import AidModel
import AidStatistics
import AidText

/// What a change comes from.
extension NewsValues {
    /// The change of the amount and its parts; missing where fewer than two are there to tell.
    mutating func factorsPhrase(
        _ moves: [Move], _ period: FactPeriod, _ group: FactGroup?, _ comparison: FactID.Comparison
    ) -> TemplateValue {
        guard let move = moves.first(where: { $0.measure == .amount }), move.isExact, move.sign != 0 else {
            return NewsValues.missing
        }
        let parts = ChangeFactor.allCases.compactMap { factor in
            fact(period, .amount, FactKind(factor), group: group, comparison: comparison).map { (factor, $0) }
        }.filter { $0.1.value != .exactly(0) }
        guard parts.count > 1 else { return NewsValues.missing }
        var phrases: [String] = []
        for (factor, part) in parts {
            let isUp = printing.sign(of: part.value) > 0
            phrases.append(labels.cause(factor, isUp: isUp) + labels.added(isUp: isUp, size(part)))
        }
        let change = labels.name(.amount) + labels.space + moved(move)
        return .text(labels.ofWhich(change, phrases))
    }

    /// Groups that a sentence names.
    private static let mostContributions = 3

    /// What the groups that moved the amount most add to its growth; missing where fewer than two did.
    ///
    /// - Parameter levels: a fact of each group of the breakdown.
    mutating func contributionsPhrase(_ levels: [Fact]) -> TemplateValue {
        let period = FactPeriod.quarter(facts.quarter)
        guard let whole = fact(period, .amount, .percent, comparison: .yearEarlier), printing.sign(of: whole.value) != 0
        else { return NewsValues.missing }
        var found: [(place: Int, fact: Fact, points: Int128)] = []
        for (place, level) in levels.enumerated() where level.group?.name != nil {
            guard
                let fact = fact(period, .amount, .contribution, group: level.group, comparison: .yearEarlier),
                case .ratio(let ratio) = fact.value, let points = printing.hundredths(ratio, scale: 10_000), points != 0
            else { continue }
            found.append((place, fact, points))
        }
        found.sort { ($1.points.magnitude, $0.place) < ($0.points.magnitude, $1.place) }
        guard found.count > 1 else { return NewsValues.missing }
        var phrases: [String] = []
        for (_, fact, points) in found.prefix(NewsValues.mostContributions) {
            let size = spans.mark(
                .figure(printing.size(fact.kind, fact.measure, fact.value).text, factID: fact.id))
            phrases.append(groupMark(fact.group) + labels.contributed(isUp: points > 0, size))
        }
        let size = spans.mark(
            .figure(printing.size(whole.kind, whole.measure, whole.value).text, factID: whole.id))
        let isUp = printing.sign(of: whole.value) > 0
        return .text(labels.ofWhich(labels.grew(.amount, isUp: isUp, size), phrases))
    }
}
