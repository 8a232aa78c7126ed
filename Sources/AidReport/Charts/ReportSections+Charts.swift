import AidModel
import AidStatistics
import AidText

/// What the charts of a report have in common.
extension ReportSections {
    var chartLabels: ChartLabels { words.chartLabels }

    func chart(_ name: String, _ title: String, _ statements: [String], _ drawing: ChartDrawing) -> Chart {
        Chart(
            name: name, title: title, summary: statements.joined(separator: labels.legendSeparator),
            language: language, drawing: drawing)
    }

    /// A value of an axis: short, else exact and without decimals that are all zero.
    static func tickText(_ numbers: NumberStyle, decimals: Int) -> @Sendable (Int128) -> String {
        { value in
            if let short = numbers.short(value, decimals: decimals) { return short }
            let whole = (0..<decimals).reduce(Int128(1)) { power, _ in power * 10 }
            return value.isMultiple(of: whole)
                ? NumberStyle.exact(value / whole) : NumberStyle.exact(value, decimals: decimals)
        }
    }

    func named(_ total: QuarterTotal) -> String {
        let name = words.quarter(total.quarter)
        return total.isProvisional ? words.provisional(name) : name
    }

    /// A figure without its unit, which the chart's title names: short, else exact.
    func number(_ value: Int128, _ measure: Measure) -> String {
        words.numbers.short(value, decimals: measure.decimals(currency)) ?? exact(value, measure)
    }

    func quantity(_ value: Int128, _ measure: Measure) -> String {
        words.quantity(exact(value, measure), measure, currency)
    }

    /// From the first quarter shown to the last.
    func range(_ totals: [QuarterTotal]) -> String {
        guard let first = totals.first, let last = totals.last else { return "" }
        return first.quarter == last.quarter
            ? words.quarter(first.quarter) : words.range(words.quarter(first.quarter), words.quarter(last.quarter))
    }

    func lineNotes(_ totals: [QuarterTotal]) -> [String] {
        let hasGap = zip(totals, totals.dropFirst()).contains { $1.quarter.ordinal != $0.quarter.ordinal + 1 }
        return (totals.contains { $0.isProvisional } ? [chartLabels.hollowLine] : [])
            + (hasGap || totals.contains { $0.figures == nil } ? [chartLabels.gap] : [])
    }

    /// What is missing of a line, in words.
    func absent(_ totals: [QuarterTotal]) -> [String] {
        let names = totals.filter { $0.figures == nil }.map { words.quarter($0.quarter) }
        return names.isEmpty ? [] : [chartLabels.noFigures + labels.colon + names.joined(separator: words.comma)]
    }
}
