import AidModel

/// What a report says of the programme's rules: nothing of fewer than `minGroup` people.
package struct RuleReport: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package var outcome: RuleOutcome
        package var tally: Shown<RuleTally>

        package init(outcome: RuleOutcome, tally: Shown<RuleTally>) {
            self.outcome = outcome
            self.tally = tally
        }
    }

    package struct Band: Sendable, Hashable {
        package var band: CapBand
        package var recipientCount: Shown<Int>

        package init(band: CapBand, recipientCount: Shown<Int>) {
            self.band = band
            self.recipientCount = recipientCount
        }
    }

    /// Every outcome, of the quarter.
    package var lines: [Line]
    /// Claims of the quarter of which the deductible left nothing.
    package var belowDeductible: Shown<RuleTally>
    /// The year's cap on the last day of the quarter; nil: there is none.
    package var yearCapMinor: Int64?
    /// People of the year to date; none where there is no cap.
    package var bands: [Band]

    package init(
        lines: [Line], belowDeductible: Shown<RuleTally>, yearCapMinor: Int64?, bands: [Band]
    ) {
        self.lines = lines
        self.belowDeductible = belowDeductible
        self.yearCapMinor = yearCapMinor
        self.bands = bands
    }

    /// - Parameters:
    ///   - minGroup: of fewer people nothing is shown; 0 shows all.
    ///   - recipientCount: of the quarter.
    ///   - hidesGroups: whether the report hides figures of groups that outcomes may be sums of: kinds of care, times.
    package init(_ audit: RuleAudit, minGroup: Int, recipientCount: Int, hidesGroups: Bool) {
        // Nobody knows how many people the claims of nobody are: that there are so many is known from the report.
        let people = zip(RuleOutcome.all, audit.outcomes).map { outcome, tally in
            outcome == .unjudged(.noPerson) ? 0 : tally.recipientCount
        }
        var withheld = SmallLines.withheld(people, minGroup: minGroup)
        // Which kinds the rules are of is known, so a hidden kind would follow from what they say of the others.
        if hidesGroups {
            withheld = zip(withheld, audit.outcomes).map { $0 ?? ($1.claimCount > 0 ? .complement : nil) }
        }
        lines = RuleOutcome.all.indices.map { place in
            Line(
                outcome: RuleOutcome.all[place],
                tally: withheld[place].map { .suppressed($0) } ?? .known(audit.outcomes[place]))
        }
        let below = audit.belowDeductible
        // Those of the others are few, too, where nearly all are below it.
        let claimCount = audit.outcomes.reduce(0) { $0 + $1.claimCount }
        let isNearlyAll =
            below.claimCount > 0 && below.claimCount < claimCount && recipientCount - below.recipientCount < minGroup
        let isSmall = (1..<max(minGroup, 1)).contains(below.recipientCount)
        belowDeductible =
            isSmall
            ? .suppressed(.small)
            : withheld.contains { $0 != nil } || isNearlyAll ? .suppressed(.complement) : .known(below)
        yearCapMinor = audit.yearCapMinor
        let withheldBands = SmallLines.withheld(audit.bands, minGroup: minGroup)
        bands =
            audit.yearCapMinor == nil
            ? []
            : CapBand.allCases.map { band in
                Band(
                    band: band,
                    recipientCount: withheldBands[band.rawValue].map { .suppressed($0) }
                        ?? .known(audit.bands[band.rawValue]))
            }
    }

    /// What all lines of one side come to; nil where one of them is withheld.
    package func total(_ isOfSide: (RuleOutcome) -> Bool) -> RuleTally? {
        var sum = RuleTally()
        for line in lines where isOfSide(line.outcome) {
            guard let tally = line.tally.value else { return nil }
            sum += tally
        }
        // One person may be in several lines.
        sum.recipientCount = 0
        return sum
    }
}

/// Which lines of a table whose total is known are withheld.
///
/// A line of fewer people than `minGroup`, and besides as many large ones as leave it open how many the small ones are:
/// of the large ones everyone knows that they are no fewer than `minGroup`, so what they have more must be as much as a
/// small line can differ. Where all large ones together have not enough, all lines with anybody are withheld.
enum SmallLines {
    /// - Parameter people: of each line.
    /// - Returns: of each line why it is withheld; nil: it is shown.
    static func withheld(_ people: [Int], minGroup: Int) -> [Suppression?] {
        var withheld: [Suppression?] = people.map { (1..<max(minGroup, 1)).contains($0) ? .small : nil }
        guard withheld.contains(.small) else { return withheld }
        // The smallest first: they tell least.
        var large = people.indices.filter { people[$0] >= minGroup }.sorted {
            (people[$0], $0) < (people[$1], $1)
        }
        var room = 0
        while room < minGroup, !large.isEmpty {
            let next = large.removeFirst()
            withheld[next] = .complement
            room += people[next] - minGroup
        }
        return withheld
    }
}
