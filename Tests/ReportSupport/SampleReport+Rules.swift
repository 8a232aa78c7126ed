import AidModel
package import AidStatistics

extension SampleReport {
    /// One whose claims were held against rules: with lines that are known, withheld, and of nobody.
    package static let ruled: QuarterReport = {
        var report = suppressed
        let tallies: [RuleOutcome: Shown<RuleTally>] = [
            .agreeing: tally(900, 950, 11_783_303, 11_783_303), .over(.yearCap): .suppressed(.small),
            .over(.deductible): tally(15, 15, 589_307, 462_879), .over(.other): .suppressed(.complement),
            .under(.rounding): tally(17, 18, 134_444, 134_461), .unjudged(.noBasis): tally(14, 14, 201_879, 0),
            .unjudged(.noPerson): tally(0, 3, 1_000, 0),
        ]
        report.rules = RuleReport(
            lines: RuleOutcome.all.map {
                RuleReport.Line(outcome: $0, tally: tallies[$0] ?? .known(RuleTally()))
            }, belowDeductible: tally(9, 9, 58_960, 0), yearCapMinor: 20_065_300,
            bands: [
                .init(band: .belowHalf, recipientCount: .known(1_300)),
                .init(band: .fromHalf, recipientCount: .suppressed(.complement)),
                .init(band: .fromThreeQuarters, recipientCount: .known(12)),
                .init(band: .fromNineTenths, recipientCount: .known(0)),
                .init(band: .reached, recipientCount: .suppressed(.small)),
                .init(band: .beyond, recipientCount: .known(0)),
            ])
        return report
    }()

    private static func tally(
        _ recipients: Int, _ claims: Int, _ paid: Int128, _ due: Int128
    ) -> Shown<RuleTally> {
        .known(RuleTally(recipientCount: recipients, claimCount: claims, paidMinor: paid, dueMinor: due))
    }
}
