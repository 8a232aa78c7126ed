import AidModel
import AidText

extension HistoryReport {
    /// The history as CSV: one line a vintage, and one `now` a quarter that the newest run counts.
    ///
    /// - Shape: a figure has its lowest and highest value, equal where it is exact, empty where it
    ///   was not published; money is in the currency's minor unit, percent a decimal.
    package func csv() -> String {
        var csv = CSVText(
            ["quarter", "vintage", "publishedOn", "reason", "provisional", "origin"]
                + HistoryReport.columns("") + HistoryReport.columns("Change") + HistoryReport.columns("Percent")
                + ["note"])
        for history in quarters {
            for entry in history.vintages {
                let vintage = entry.vintage
                csv.add(
                    [
                        .word(history.quarter.description), .number(Int128(vintage.number)),
                        .word(vintage.publishedOn.description), .word(vintage.reason?.rawValue ?? ""),
                        .word(String(vintage.isProvisional)), .word(HistoryReport.name(vintage.origin)),
                    ] + HistoryReport.cells(entry.content?.figures, entry.revision) + [.text(vintage.note ?? "")])
            }
            if let now = history.now {
                csv.add(
                    [
                        .word(history.quarter.description), .word("now"), .word(""), .word(""),
                        .word(String(now.isProvisional)), .word("run"),
                    ] + HistoryReport.cells(now.figures, now.revision) + [.text("")])
            }
        }
        return csv.text
    }

    private static func columns(_ kind: String) -> [String] {
        Measure.allCases.flatMap { [$0.jsonKey + kind + "Lowest", $0.jsonKey + kind + "Highest"] }
    }

    private static func cells(
        _ figures: PublishedFigures?, _ revision: [Measure: FigureChange]?
    ) -> [CSVText.Cell] {
        let changes = Measure.allCases.map { revision?[$0] }
        return Measure.allCases.flatMap { measure -> [CSVText.Cell] in
            [.number(figures?[measure]?.lowest), .number(figures?[measure]?.highest)]
        }
            + changes.flatMap { change -> [CSVText.Cell] in
                [.number(change?.range?.lowest), .number(change?.range?.highest)]
            }
            + changes.flatMap { change -> [CSVText.Cell] in
                [.hundredths(change?.percent.range?.lowest), .hundredths(change?.percent.range?.highest)]
            }
    }

    private static func name(_ origin: Vintage.Origin) -> String {
        switch origin {
        case .run: "run"
        case .imported: "imported"
        }
    }
}
