import AidModel
import AidStatistics
import AidText

/// What the kinds of facts mean that a report does not have, in one sentence; the raw value is the key in
/// facts.json.
enum FactDefinition: String, CaseIterable {
    case perPersonTime
    case share
    case percentagePoints
    case rank
    case highest
    case lowest
    case run
    case milestone
    case members
    case perThousand

    /// Those of facts that a report has where its pipeline file says how many members there are.
    private static let ofMembers: [FactDefinition] = [.members, .perThousand]

    /// Those of the report, and those that facts have besides.
    ///
    /// - Parameters:
    ///   - pPercent: the share of the p% rule, if there is one.
    ///   - rounding: how the facts are rounded, which the report's sentences do not know of.
    ///   - hasMembers: whether any fact is of members.
    static func all(
        minGroup: Int, pPercent: String? = nil, _ rounding: Rounding, hasMembers: Bool = false
    ) -> [FactSet.Definition] {
        func text(_ definition: Definition) -> BilingualText {
            if definition == .provisional { return provisional }
            let text = definition.text(minGroup: minGroup, pPercent: pPercent)
            return rounding == .halfEven ? toEven(text) : text
        }
        return Definition.allCases.map { FactSet.Definition(key: $0.rawValue, text: text($0)) }
            + allCases.filter { hasMembers || !ofMembers.contains($0) }.map {
                FactSet.Definition(key: $0.rawValue, text: rounding == .halfEven ? toEven($0.text) : $0.text)
            }
    }
}
