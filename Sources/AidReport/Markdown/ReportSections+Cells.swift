import AidModel
import AidStatistics

extension ReportSections {
    /// One measure of figures, exactly, or the mark in their place.
    func cell(_ shown: Shown<Figures>, _ measure: Measure) -> String {
        switch shown {
        case .known(let figures): exact(figures[measure], measure)
        case .absent: Mark.absent
        case .suppressed(let why): Mark.of(why)
        }
    }

    /// A change with its sign; no change has none.
    func changeCell(_ comparison: Comparison, _ measure: Measure) -> String {
        switch comparison.change {
        case .known(let change): (change[measure] > 0 ? "+" : "") + exact(change[measure], measure)
        case .absent: Mark.absent
        case .suppressed(let why): Mark.of(why)
        }
    }

    func percentCell(_ comparison: Comparison, _ measure: Measure) -> String {
        switch (comparison.percent(measure), comparison.change) {
        case (.hundredths(let percent), _): (percent > 0 ? "+" : "") + NumberStyle.exact(percent, decimals: 2) + "%"
        case (.noneZero, _): labels.zeroBase
        case (_, .suppressed(let why)): Mark.of(why)
        default: Mark.absent
        }
    }

    func exact(_ value: Int128, _ measure: Measure) -> String {
        NumberStyle.exact(value, decimals: measure.decimals(currency))
    }

    func amount(_ minor: Int128) -> String {
        exact(minor, .amount)
    }

    func count(_ number: Int) -> String {
        NumberStyle.exact(Int128(number))
    }
}
