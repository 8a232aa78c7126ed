import AidModel

/// Runs and vintages to put into a ledger.
enum Sample {
    static let quarter = Quarter(year: 2023, number: 2)

    /// Something that looks like a SHA-256.
    static func sha256(_ seed: Int) -> String {
        let digits = String(seed, radix: 16)
        return String(repeating: "0", count: 64 - digits.count) + digits
    }

    static func run(_ quarter: Quarter = quarter, report: Int = 1) -> RecordedRun {
        RecordedRun(
            quarter: quarter, isProvisional: false, folder: "/srv/reports/aid/2023Q2", reportSHA256: sha256(report),
            pipelineSHA256: sha256(2),
            rulesSHA256: sha256(3), version: "1.0.0", finishedAt: "2023-07-16T08:00:00Z",
            inputs: [
                .init(name: "claims-2023Q2.csv", byteCount: 1000, sha256: sha256(4), recordCount: 10),
                .init(name: "notes.csv", byteCount: 0, sha256: nil, recordCount: 0),
            ],
            cells: [total(recipients: 985_800), unnamed, kept],
            bases: [.init(quarter: quarter.yearEarlier, cells: [total(recipients: 833_600), kept])],
            protections: [
                .init(
                    field: "district", minGroup: 5, unprotectedCount: 2,
                    definitionSHA256: String(repeating: "d", count: 64))
            ],
            quarters: [
                .init(quarter: quarter.quarterEarlier, isProvisional: false, figures: nil),
                .init(
                    quarter: quarter, isProvisional: false,
                    figures: Figures(recipientCount: 985_800, personTimeCount: 1_055_400, amountMinor: 13_500_000_000)),
            ])
    }

    static func total(recipients: Int) -> PublishedCell {
        PublishedCell(
            period: .quarter, group: nil,
            content: .figures(
                PublishedFigures(
                    Figures(recipientCount: recipients, personTimeCount: recipients + 1, amountMinor: 13_500_000_000))))
    }

    /// The claims whose district was empty.
    static let unnamed = PublishedCell(
        period: .yearToDate, group: .init(field: "district", name: nil),
        content: .figures(
            PublishedFigures(
                recipients: nil, personTimes: FigureRange(lowest: 726_500, highest: 727_499),
                amountMinor: FigureRange(exactly: 0))))

    /// A district that is called 未填 in the export.
    static let kept = PublishedCell(
        period: .yearToDate, group: .init(field: "district", name: "未填"), content: .suppressed("complement"))

    static func vintage(
        _ quarter: Quarter = quarter, number: Int = 1, reason: RestatementReason? = nil,
        origin: Vintage.Origin = .imported(sha256: sha256(5)), cells: [PublishedCell] = [total(recipients: 985_800)]
    ) -> Vintage {
        Vintage(
            quarter: quarter, number: number, publishedOn: CalendarDay(year: 2023, month: 7, day: 16)!,
            reason: reason, note: nil, isProvisional: false, origin: origin, cells: cells)
    }
}
