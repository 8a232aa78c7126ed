import AidModel
import AidStatistics
import AidText

/// How the figures differ from what was published of the quarter, and why (修订).
extension ReportSections {
    var restatement: [ReportBlock] {
        guard let restatement = report.restatement else { return [] }
        return [heading(labels.restatementHeading, "restatement"), .list(vintages(of: restatement))]
            + blocks([table(of: restatement)]) + [sentence(of: restatement)].compactMap { $0.map(paragraph) }
            + causes(of: restatement)
    }

    /// The vintages shown: the first and the last, once where these are the same.
    private func shown(_ restatement: Restatement) -> [(name: String, published: Restatement.Published)] {
        restatement.first.number == restatement.last.number
            ? [(labels.published, restatement.last)]
            : [(labels.firstPublished, restatement.first), (labels.lastPublished, restatement.last)]
    }

    private func vintages(of restatement: Restatement) -> [InlineText] {
        shown(restatement).map { "\(strong: $0.name)\(labels.colon)\(words.vintage($0.published))" }
    }

    private func table(of restatement: Restatement) -> MarkdownTable {
        let vintages = shown(restatement)
        var table = MarkdownTable(labels.measure, numbers: vintages.map(\.name) + [labels.now, labels.change])
        for measure in Measure.allCases {
            table.add(
                [.words(words.column(measure, currency))]
                    + vintages.map { cell($0.published.figures[measure], measure) }
                    + [
                        .words(exact(restatement.now[measure], measure)),
                        changeCell(restatement.change(measure), measure),
                    ])
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
            (.words(labels.cause), .left), (.words(labels.claimCount), .right),
            (.words(words.name(.personTimes)), .right), (.words(words.column(.amount, currency)), .right),
            (.words(labels.explanation), .left),
        ])
        var all = RestatementCauses.Change.none
        for cause in RestatementCause.allCases {
            let change = causes[cause]
            all += change
            if cause == .other, change == .none { continue }
            table.add([
                .words(words.name(cause)), cause == .other ? "" : .words(count(change.claimCount)),
                .words(signed(Int128(change.personTimes), .personTimes)),
                .words(signed(change.amountMinor, .amount)), .words(words.explain(cause)),
            ])
        }
        table.add([
            .strong(labels.all), "", .words(signed(Int128(all.personTimes), .personTimes)),
            .words(signed(all.amountMinor, .amount)), "",
        ])
        return [subheading(labels.causesHeading), .table(table), paragraph(labels.causesNote)]
    }

    private func whyUnknown(_ restatement: Restatement) -> [ReportBlock] {
        restatement.whyUnknown.map { [.paragraph(.value($0.text(language)))] } ?? []
    }
}

extension ReportSections {
    /// Further rows of a comparison: against the base as it was published.
    func publishedRows(_ base: PublishedBase, now: Shown<Figures>) -> [[InlineText]] {
        Measure.allCases.map { measure in
            [
                .words(words.asPublished(words.column(measure, currency))), cell(now, measure),
                cell(base.published.figures[measure], measure), changeCell(base.change(measure), measure),
                percentCell(base, measure),
            ]
        }
    }
}
