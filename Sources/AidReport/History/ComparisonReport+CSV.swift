import AidModel
import AidText

extension ComparisonReport {
    /// `quarter`, `yearToDate`, `cumulative`, or `span`.
    static func name(_ period: PublishedCell.Period, isOfSpans: Bool) -> String {
        isOfSpans && period == .quarter ? "span" : period.rawValue
    }

    /// Both sides and their changes as CSV, one line a period, group and measure.
    ///
    /// - Shape: a figure has its lowest and highest value, equal where it is exact, empty where
    ///   there is none; `noPercent` says why. A total has no `groupField`.
    package func csv() -> String {
        var csv = CSVText([
            "period", "groupField", "group", "measure", "baseLowest", "baseHighest", "nowLowest", "nowHighest",
            "changeLowest", "changeHighest", "percentLowest", "percentHighest", "noPercent",
        ])
        for line in lines {
            for measure in Measure.allCases {
                let (base, now) = (line.base?.figures?[measure], line.now?.figures?[measure])
                let change = line.change(measure)
                csv.add([
                    .word(ComparisonReport.name(line.period, isOfSpans: isOfSpans)), .text(line.group?.field ?? ""),
                    .text(line.group.map { EmptyGroup.name(of: $0.name) } ?? ""),
                    .word(measure.jsonKey), .number(base?.lowest), .number(base?.highest), .number(now?.lowest),
                    .number(now?.highest), .number(change.range?.lowest), .number(change.range?.highest),
                    .hundredths(change.percent.range?.lowest), .hundredths(change.percent.range?.highest),
                    .word(change.percent.whyNone?.rawValue ?? ""),
                ])
            }
        }
        return csv.text
    }
}
