package import AidModel

/// A population whose ages, sexes or the like all rates are reckoned for, so that they can be compared (标准人口).
package struct StandardPopulation: Sendable, Hashable {
    /// What its people are told apart by: fields that are known of members.
    package struct Field: Sendable, Hashable {
        package let name: String
        package let title: BilingualText
        /// Its place among the groups of claims.
        package let place: Int

        package init(name: String, title: BilingualText, place: Int) {
            self.name = name
            self.title = title
            self.place = place
        }
    }

    package enum Weights: Sendable, Hashable {
        /// The programme's own members at the end of a quarter.
        case members(Quarter)
        /// People of each cell, by the bytes of its values; each from 1.
        case given([[[UInt8]]: Int], SourceFile)
    }

    package let text: BilingualText
    package let fields: [Field]
    package let weights: Weights

    package init(_ text: BilingualText, fields: [Field], weights: Weights) {
        self.text = text
        self.fields = fields
        self.weights = weights
    }
}

/// Recipients for a thousand members, directly standardised: what the rate would be if the members were made up as the
/// standard population is.
///
/// Of each cell, such as women of 30 to 39, recipients ÷ members are weighted by the people of the standard population:
///
///     1000 · Σ weight · recipients / members ÷ Σ weight
///
/// from exact values, rounded once. Where the population has people in a cell in which there is no member, there is no
/// such rate. A person who was aided in two cells of a quarter is in both.
package struct StandardRates: Sendable, Hashable {
    /// What a rate is, or why there is none.
    package enum Rate: Sendable, Hashable {
        /// Hundredths of a person for each thousand members.
        case hundredths(Int128)
        /// So many cells of the population have no member.
        case noMembers(cells: Int)
        /// Fewer than `minGroup` people were aided in some cell, or in one of a group that would follow.
        case withheld
        /// There are no data of the period, or nobody says how many members there were.
        case absent
    }

    package struct Line: Sendable, Hashable {
        /// nil: the whole.
        package let field: String?
        /// nil: the whole, or 未填.
        package let group: String?
        package let crude: Shown<Int128>
        package let now: Rate
        package let yearEarlier: Rate
    }

    package let population: StandardPopulation
    /// The whole first, then the groups in the order of the report.
    package let lines: [Line]
    /// So many cells have members at the end of the quarter, and nobody in the population: no rate knows of them.
    package var unweightedCellCount = 0

    /// People of cells, by the bytes of the values of the population's fields.
    typealias Cells = [[[UInt8]]: Int]

    /// One rate from its cells.
    ///
    /// - Parameter minGroup: fewer recipients of a cell than this are not told, nor is what tells them.
    static func rate(recipients: Cells, members: Cells, weights: Cells, minGroup: Int) -> Rate {
        var sum = WideFraction()
        var total: UInt64 = 0
        var emptyCount = 0
        // In no order of their own, but a sum has none.
        for (cell, weight) in weights {
            let (next, isBeyond) = total.addingReportingOverflow(UInt64(weight))
            guard !isBeyond else { return .absent }
            total = next
            let memberCount = members[cell] ?? 0
            guard memberCount > 0 else {
                emptyCount += 1
                continue
            }
            sum.add([UInt64(weight), UInt64(recipients[cell] ?? 0), 100_000], over: UInt64(memberCount))
        }
        guard emptyCount == 0 else { return .noMembers(cells: emptyCount) }
        guard total > 0 else { return .absent }
        if recipients.values.contains(where: { $0 > 0 && $0 < minGroup }) { return .withheld }
        return sum.rounded(over: total).map { .hundredths($0) } ?? .absent
    }
}
