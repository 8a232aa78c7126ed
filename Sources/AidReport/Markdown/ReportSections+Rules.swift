import AidModel
import AidStatistics
import AidText

extension ReportSections {
    /// The claims of the quarter held against the programme's rules.
    var rules: [ReportBlock] {
        guard let rules = report.rules else { return [] }
        return [heading(labels.rulesHeading, "rules"), paragraph(labels.rulesNote)]
            + sums(rules).map { .list($0.map { .words($0) }) } + blocks([outcomes(rules)])
            + (rules.bands.isEmpty ? [] : [paragraph(capSentence(rules))] + blocks([bands(rules)]))
    }

    /// What can be said without a line that is withheld.
    private func sums(_ rules: RuleReport) -> [[String]] {
        let sides = ["agreeing", "over", "under"].compactMap { side -> String? in
            rules.total { $0.word == side }.map { words.ruleTotal(side, $0, currency) }
        }
        let below = rules.belowDeductible.value.flatMap {
            $0.claimCount > 0 ? words.belowDeductible($0, currency) : nil
        }
        let all = sides + [below].compactMap { $0 }
        return all.isEmpty ? [] : [all]
    }

    private func outcomes(_ rules: RuleReport) -> MarkdownTable {
        var table = MarkdownTable([
            (.words(labels.ruleOutcome), .left), (.words(labels.ruleCause), .left),
            (.words(words.recipientsColumn), .right), (.words(labels.ruleClaims), .right),
            (.words(words.paidColumn(currency)), .right), (.words(words.dueColumn(currency)), .right),
            (.words(words.differenceColumn(currency)), .right),
        ])
        for line in rules.lines where line.tally.value?.claimCount != 0 {
            let isJudged = line.outcome.word != "unjudged"
            let names: [InlineText] = [
                .words(words.ruleOutcome(line.outcome.word)), .words(words.ruleCause(line.outcome)),
            ]
            switch line.tally {
            case .known(let tally):
                let figures = [
                    count(tally.recipientCount), count(tally.claimCount), amount(tally.paidMinor),
                    isJudged ? amount(tally.dueMinor) : "",
                    isJudged ? signed(tally.paidMinor - tally.dueMinor, .amount) : "",
                ]
                table.add(names + figures.map { .words($0) })
            case .suppressed(let why): table.add(names + Array(repeating: Mark.of(why), count: 5))
            case .absent: break
            }
        }
        return table
    }

    private func capSentence(_ rules: RuleReport) -> String {
        words.yearCap(amount(Int128(rules.yearCapMinor ?? 0)), through: report.quarter, currency)
    }

    private func bands(_ rules: RuleReport) -> MarkdownTable {
        var table = MarkdownTable(labels.capBand, numbers: [words.recipientsColumn])
        for band in rules.bands {
            let cell: InlineText =
                switch band.recipientCount {
                case .known(let recipients): .words(count(recipients))
                case .suppressed(let why): Mark.of(why)
                case .absent: Mark.absent
                }
            table.add([.words(words.capBand(band.band)), cell])
        }
        return table
    }
}
