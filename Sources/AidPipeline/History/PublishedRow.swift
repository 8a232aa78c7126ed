import AidInput
import AidModel

/// One row of a file of published figures: a quarter, a period that ends with it, and its figures.
struct PublishedRow {
    var lineNumber: Int
    var quarter: Quarter
    var publishedOn: CalendarDay
    var period: PublishedCell.Period
    var figures: PublishedFigures
    var note: String

    private static let periods: [(words: [String], period: PublishedCell.Period)] = [
        (["quarter", "本季度"], .quarter), (["yeartodate", "今年以来"], .yearToDate), (["cumulative", "累计"], .cumulative),
    ]

    /// Reads the cells of a row.
    ///
    /// - Parameter report: gets everything that is wrong with it; no message holds a cell's text.
    /// - Returns: nil where something is.
    init?(
        _ cells: [String], lineNumber: Int, columns: PublishedColumns, currency: Currency, zone: ZoneOffsets,
        report: (_ problem: PublishedFileProblem, _ column: PublishedColumns.Column?) -> Void
    ) {
        let quarter = Quarter(columns.cell(.quarter, of: cells))
        if quarter == nil { report(.badQuarter, .quarter) }
        let day = DateDecoder(zone: zone).day(of: columns.cell(.publishedOn, of: cells))
        if let day, let quarter, day < quarter.firstDay {
            report(.dayBeforeQuarter, .publishedOn)
        } else if day == nil {
            report(.badDay, .publishedOn)
        }
        let word = columns.cell(.period, of: cells).lowercased()
        let period = PublishedRow.periods.first { $0.words.contains(word) }?.period
        if period == nil { report(.badPeriod, .period) }
        var problemCount = 0
        var hasFigure = false
        func range(_ measure: Measure) -> FigureRange? {
            let text = columns.cell(.figure(measure), of: cells)
            if text.isEmpty { return nil }
            hasFigure = true
            var column = PublishedColumns.Column.precision(measure)
            do throws(PrintedFigureProblem) {
                let precisionText = columns.cell(column, of: cells)
                var precision: Int128?
                if !precisionText.isEmpty {
                    precision = try PrintedFigure(precisionText, measure: measure, currency: currency).value
                }
                column = .figure(measure)
                return try PrintedFigure(text, measure: measure, currency: currency, precision: precision).range
            } catch {
                problemCount += 1
                report(.badFigure(error), column)
                return nil
            }
        }
        figures = PublishedFigures(
            recipients: range(.recipients), personTimes: range(.personTimes), amountMinor: range(.amount))
        if !hasFigure {
            report(.noFigures, nil)
        } else if let recipients = figures.recipients, let personTimes = figures.personTimes,
            recipients.lowest > personTimes.highest
        {
            problemCount += 1
            report(.moreRecipientsThanPersonTimes, .recipients)
        }
        guard let quarter, let day, day >= quarter.firstDay, let period, hasFigure, problemCount == 0 else {
            return nil
        }
        self.lineNumber = lineNumber
        self.quarter = quarter
        publishedOn = day
        self.period = period
        note = columns.cell(.note, of: cells)
    }
}
