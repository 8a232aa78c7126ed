import AidModel
import AidText

extension HistoryReport {
    static let schemaName = "aidstats.history/1"

    /// The history as JSON.
    package func json() -> String {
        JSONText.object(
            head(schema: HistoryReport.schemaName) + [
                JSONText.Member(key: "quarters", value: .array(quarters.map(HistoryReport.quarter))),
                JSONText.Member(
                    key: "unpublished",
                    value: .array(
                        unpublished.map { total in
                            [
                                "quarter": ReportJSON.text(total.quarter), "provisional": .bool(total.isProvisional),
                                "figures": total.figures.map(ReportJSON.figures) ?? .null,
                            ]
                        })),
            ]
        ).pretty()
    }

    /// The members with which every file of a history begins.
    func head(schema: String) -> [JSONText.Member] {
        guard
            case .object(let members) = JSONText.object(of: [
                "schema": .string(schema), "programme": PublishedJSON.programme(programme),
                "currency": .string(currency.code), "period": .string(period.rawValue),
                "group": group.map(PublishedJSON.group),
            ])
        else { return [] }
        return members
    }

    private static func quarter(_ history: QuarterHistory) -> JSONText {
        .object(of: [
            "quarter": ReportJSON.text(history.quarter),
            "vintages": .array(history.vintages.map(vintage)),
            "now": history.now.map(now),
        ])
    }

    private static func vintage(_ entry: Entry) -> JSONText {
        let vintage = entry.vintage
        return .object(of: [
            "vintage": .integer(vintage.number),
            "publishedOn": ReportJSON.text(vintage.publishedOn),
            "reason": vintage.reason.map { .string($0.rawValue) } ?? .null,
            "note": vintage.note.map { .string($0) },
            "provisional": .bool(vintage.isProvisional),
            "origin": origin(vintage.origin),
            "figures": entry.content?.figures.map(PublishedJSON.figures) ?? .null,
            "suppressed": entry.content?.suppressed.map { .string($0) },
            "absent": entry.content == nil ? true : nil,
            "revision": entry.revision.map(revision),
        ])
    }

    private static func origin(_ origin: Vintage.Origin) -> JSONText {
        switch origin {
        case .run(let id): ["run": .integer(Int128(id))]
        case .imported(let sha256): ["imported": .string(sha256)]
        }
    }

    private static func now(_ now: Now) -> JSONText {
        .object(of: [
            "provisional": .bool(now.isProvisional),
            "figures": now.figures.map(PublishedJSON.figures) ?? .null,
            "absent": now.figures == nil ? true : nil,
            "differs": .bool(now.isDifferent),
            "revision": revision(now.revision),
        ])
    }

    private static func revision(_ changes: [Measure: FigureChange]) -> JSONText {
        .object(PublishedJSON.members { changes[$0] ?? FigureChange(from: nil, to: nil) })
    }
}

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
