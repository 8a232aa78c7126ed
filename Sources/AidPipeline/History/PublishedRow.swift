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
        report: (_ code: String, _ column: PublishedColumns.Column?, _ what: BilingualText) -> Void
    ) {
        let quarter = Quarter(columns.cell(.quarter, of: cells))
        if quarter == nil {
            report("bad-quarter", .quarter, BilingualText(zh: "应写作如 2020Q3", en: "expected a quarter such as 2020Q3"))
        }
        let day = DateDecoder(zone: zone).day(of: columns.cell(.publishedOn, of: cells))
        if let day, let quarter, day < quarter.firstDay {
            report(
                "bad-date", .publishedOn,
                BilingualText(zh: "早于该季度的第一天", en: "the day is before the first of the quarter"))
        } else if day == nil {
            report(
                "bad-date", .publishedOn, BilingualText(zh: "应写作如 2020-10-15", en: "expected a day such as 2020-10-15"))
        }
        let word = columns.cell(.period, of: cells).lowercased()
        let period = PublishedRow.periods.first { $0.words.contains(word) }?.period
        if period == nil {
            report(
                "bad-period", .period,
                BilingualText(zh: "应为 本季度、今年以来 或 累计", en: "expected quarter, yearToDate or cumulative"))
        }
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
                report("bad-figure", column, error.message)
                return nil
            }
        }
        figures = PublishedFigures(
            recipients: range(.recipients), personTimes: range(.personTimes), amountMinor: range(.amount))
        if !hasFigure {
            report("no-figures", nil, BilingualText(zh: "这一行没有任何数字", en: "the row has no figure at all"))
        } else if let recipients = figures.recipients, let personTimes = figures.personTimes,
            recipients.lowest > personTimes.highest
        {
            problemCount += 1
            report(
                "figures-contradict", .recipients,
                BilingualText(zh: "人数多于人次，是否两列颠倒", en: "more recipients than person-times; are the two swapped?"))
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
