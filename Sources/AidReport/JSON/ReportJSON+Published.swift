import AidModel
import AidStatistics
import AidText

/// What was published before, and how the figures differ from it.
extension ReportJSON {
    static func restatement(_ restatement: Restatement) -> JSONText {
        .object(of: [
            "first": .object(published(restatement.first)),
            "last": .object(published(restatement.last)),
            "now": figures(restatement.now),
            "change": .object(
                Measure.allCases.map { measure in
                    let change = restatement.change(measure)?.exactly
                    return JSONText.Member(key: measure.jsonKey, value: change.map { .integer($0) } ?? .null)
                }),
            "causes": restatement.causes.map(causes) ?? .null,
            "whyUnknown": restatement.causes == nil ? restatement.whyUnknown.map(bilingual) : nil,
        ])
    }

    static func asPublished(_ base: PublishedBase) -> JSONText {
        .object(
            published(base.published) + [
                JSONText.Member(key: "change", value: measures(base.change)),
                JSONText.Member(key: "percent", value: percents(base.percent)),
                JSONText.Member(key: "noPercent", value: noPercents(base.percent)),
            ])
    }

    private static func published(_ published: Restatement.Published) -> [JSONText.Member] {
        [
            JSONText.Member(key: "vintage", value: .integer(published.number)),
            JSONText.Member(key: "publishedOn", value: text(published.publishedOn)),
        ]
            + (published.reason.map { [JSONText.Member(key: "reason", value: .string($0.rawValue))] } ?? [])
            + [JSONText.Member(key: "figures", value: measures { published.figures[$0] })]
    }

    private static func measures(_ figure: (Measure) -> FigureRange?) -> JSONText {
        .object(Measure.allCases.map { JSONText.Member(key: $0.jsonKey, value: self.figure(figure($0))) })
    }

    /// A figure, its bounds where it was printed rounded, or null where it was not published.
    private static func figure(_ range: FigureRange?) -> JSONText {
        guard let range else { return .null }
        return range.exactly.map { .integer($0) }
            ?? ["lowest": .integer(range.lowest), "highest": .integer(range.highest)]
    }

    private static func causes(_ causes: RestatementCauses) -> JSONText {
        .object(
            RestatementCause.allCases.map { cause in
                let change = causes[cause]
                return JSONText.Member(
                    key: cause.rawValue,
                    value: .object(of: [
                        // Of what no claim accounts for, nobody knows how many claims it concerns.
                        "claims": cause == .other ? nil : .integer(change.claimCount),
                        "personTimes": .integer(change.personTimes),
                        "amountMinor": .integer(change.amountMinor),
                    ]))
            })
    }
}
