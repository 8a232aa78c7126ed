import AidModel
import AidStatistics
import AidText

/// How the figures differ from what was published of the quarter, and why (修订).
extension ReportSections {
    var restatement: [ReportBlock] {
        guard let restatement = report.restatement else { return [] }
        return [heading(labels.restatementHeading, "restatement"), list(vintages(of: restatement))]
            + blocks([table(of: restatement)]) + [sentence(of: restatement)].compactMap { $0.map { .paragraph($0) } }
            + causes(of: restatement)
    }

    /// The vintages shown: the first and the last, once where these are the same.
    private func shown(_ restatement: Restatement) -> [(name: String, published: Restatement.Published)] {
        restatement.first.number == restatement.last.number
            ? [(labels.published, restatement.last)]
            : [(labels.firstPublished, restatement.first), (labels.lastPublished, restatement.last)]
    }

    private func vintages(of restatement: Restatement) -> [String] {
        shown(restatement).map { "**\($0.name)**\(labels.colon)\(words.vintage($0.published))" }
    }

    private func table(of restatement: Restatement) -> MarkdownTable {
        let vintages = shown(restatement)
        var table = MarkdownTable(labels.measure, numbers: vintages.map(\.name) + [labels.now, labels.change])
        for measure in Measure.allCases {
            table.add(
                [words.column(measure, currency)] + vintages.map { cell($0.published.figures[measure], measure) }
                    + [exact(restatement.now[measure], measure), changeCell(restatement.change(measure), measure)])
        }
        return table
    }

    /// What the change comes to; nil where that is not known exactly.
    private func sentence(of restatement: Restatement) -> String? {
        if !restatement.differsFromLast { return labels.asLastPublished }
        return restatement.last.figures.exactly.map {
            words.restatedSentence(Change(from: $0, to: restatement.now), currency)
        }
    }

    private func causes(of restatement: Restatement) -> [ReportBlock] {
        guard restatement.differsFromLast else { return [] }
        guard let causes = restatement.causes else { return whyUnknown(restatement) }
        var table = MarkdownTable([
            (labels.cause, .left), (labels.claimCount, .right), (words.name(.personTimes), .right),
            (words.column(.amount, currency), .right), (labels.explanation, .left),
        ])
        var all = RestatementCauses.Change.none
        for cause in RestatementCause.allCases {
            let change = causes[cause]
            all += change
            if cause == .other, change == .none { continue }
            table.add([
                words.name(cause), cause == .other ? "" : count(change.claimCount),
                signed(Int128(change.personTimes), .personTimes), signed(change.amountMinor, .amount),
                words.explain(cause),
            ])
        }
        table.add([
            "**\(labels.all)**", "", signed(Int128(all.personTimes), .personTimes), signed(all.amountMinor, .amount),
            "",
        ])
        return [heading(labels.causesHeading), .table(table), .paragraph(labels.causesNote)]
    }

    private func whyUnknown(_ restatement: Restatement) -> [ReportBlock] {
        restatement.whyUnknown.map { [.paragraph(MarkdownText.escaped($0.text(language)))] } ?? []
    }
}

extension ReportSections {
    /// Further rows of a comparison: against the base as it was published.
    func publishedRows(_ base: PublishedBase, now: Shown<Figures>) -> [[String]] {
        Measure.allCases.map { measure in
            [
                words.asPublished(words.column(measure, currency)), cell(now, measure),
                cell(base.published.figures[measure], measure), changeCell(base.change(measure), measure),
                percentCell(base, measure),
            ]
        }
    }
}
