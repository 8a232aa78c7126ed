import AidModel
import AidStatistics
import AidText

extension ReportJSON {
    static func figures(_ figures: Figures) -> JSONText {
        [
            "recipients": .integer(figures.recipientCount),
            "personTimes": .integer(figures.personTimeCount),
            "amountMinor": .integer(figures.amountMinor),
        ]
    }

    static func figures(_ shown: Shown<Figures>) -> JSONText {
        shown.value.map(figures) ?? .null
    }

    /// Why figures are withheld, or nil where they are not.
    static func suppressed(_ shown: Shown<Figures>) -> JSONText? {
        if case .suppressed(let why) = shown { .string(why.rawValue) } else { nil }
    }

    /// `true` where there is no data, else nil.
    static func absent(_ shown: Shown<Figures>) -> JSONText? {
        if case .absent = shown { true } else { nil }
    }

    static func comparison(_ comparison: Comparison) -> JSONText {
        .object(of: [
            "quarter": text(comparison.quarter),
            "figures": figures(comparison.base),
            "suppressed": suppressed(comparison.base),
            "absent": absent(comparison.base),
            "change": comparison.change.value.map(change) ?? .null,
            "percent": percents(comparison.percent),
            "noPercent": noPercents(comparison.percent),
            "asPublished": comparison.asPublished.map(asPublished),
        ])
    }

    static func yearToDate(_ span: YearToDate, of report: QuarterReport) -> JSONText {
        .object(of: [
            "from": text(report.quarter.firstOfYear),
            "through": text(report.quarter),
            "figures": figures(span.figures),
            "suppressed": suppressed(span.figures),
            "absent": absent(span.figures),
            "yearEarlier": comparison(span.yearEarlier),
        ])
    }

    static func cumulative(
        _ shown: Shown<Figures>, of report: QuarterReport, sinceStart: Cumulative.SinceStart? = nil
    ) -> JSONText {
        .object(of: [
            "since": text(report.cumulative.since),
            "through": text(report.cumulative.through),
            "figures": figures(shown),
            "suppressed": suppressed(shown),
            "absent": absent(shown),
            "sinceStart": sinceStart.map { start in
                [
                    "since": text(start.since), "personTimes": .integer(start.personTimeCount),
                    "amountMinor": .integer(start.amountMinor),
                ]
            },
        ])
    }

    private static func change(_ change: Change) -> JSONText {
        .object(Measure.allCases.map { JSONText.Member(key: $0.jsonKey, value: .integer(change[$0])) })
    }

    static func percents(_ percent: (Measure) -> Percent) -> JSONText {
        .object(Measure.allCases.map { JSONText.Member(key: $0.jsonKey, value: self.percent(percent($0))) })
    }

    /// For each measure without a percent why there is none.
    static func noPercents(_ percent: (Measure) -> Percent) -> JSONText {
        .object(
            Measure.allCases.compactMap { measure in
                whyNone(percent(measure)).map { JSONText.Member(key: measure.jsonKey, value: $0) }
            })
    }

    private static func percent(_ percent: Percent) -> JSONText {
        if case .hundredths(let hundredths) = percent { .hundredths(hundredths) } else { .null }
    }

    private static func whyNone(_ percent: Percent) -> JSONText? {
        switch percent {
        case .hundredths: nil
        case .noneAbsent: "absent"
        case .noneZero: "zero"
        case .noneSuppressed: "suppressed"
        case .noneRounded: "rounded"
        }
    }
}

extension Measure {
    /// The measure's key wherever report.json holds its value.
    var jsonKey: String {
        switch self {
        case .recipients: "recipients"
        case .personTimes: "personTimes"
        case .amount: "amountMinor"
        }
    }
}
