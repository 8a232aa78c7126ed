import AidModel
import AidStatistics
import AidText

extension ReportSections {
    /// One measure of figures, exactly, or the mark in their place.
    func cell(_ shown: Shown<Figures>, _ measure: Measure) -> InlineText {
        switch shown {
        case .known(let figures): .words(exact(figures[measure], measure))
        case .absent: Mark.absent
        case .suppressed(let why): Mark.of(why)
        }
    }

    /// A published figure, or its bounds where it was printed rounded.
    func cell(_ published: FigureRange?, _ measure: Measure) -> InlineText {
        guard let published else { return Mark.absent }
        return .words(
            published.exactly.map { exact($0, measure) }
                ?? words.range(exact(published.lowest, measure), exact(published.highest, measure)))
    }

    /// A change with its sign; no change has none.
    func changeCell(_ comparison: Comparison, _ measure: Measure) -> InlineText {
        switch comparison.change {
        case .known(let change): .words(signed(change[measure], measure))
        case .absent: Mark.absent
        case .suppressed(let why): Mark.of(why)
        }
    }

    /// Everything that a change from a published figure can be.
    func changeCell(_ change: FigureRange?, _ measure: Measure) -> InlineText {
        guard let change else { return Mark.absent }
        return .words(
            change.exactly.map { signed($0, measure) }
                ?? words.range(signed(change.lowest, measure), signed(change.highest, measure)))
    }

    func percentCell(_ comparison: Comparison, _ measure: Measure) -> InlineText {
        switch (comparison.percent(measure), comparison.change) {
        case (.hundredths(let percent), _): .words(signed(percent: percent))
        case (.noneZero, _): .words(labels.zeroBase)
        case (_, .suppressed(let why)): Mark.of(why)
        default: Mark.absent
        }
    }

    func percentCell(_ base: PublishedBase, _ measure: Measure) -> InlineText {
        switch base.percent(measure) {
        case .hundredths(let percent): .words(signed(percent: percent))
        case .noneZero: .words(labels.zeroBase)
        case .noneRounded: .words(labels.roundedBase)
        case .noneAbsent, .noneSuppressed: Mark.absent
        }
    }

    func signed(_ change: Int128, _ measure: Measure) -> String {
        (change > 0 ? "+" : "") + exact(change, measure)
    }

    func signed(percent hundredths: Int128) -> String {
        (hundredths > 0 ? "+" : "") + NumberStyle.exact(hundredths, decimals: 2) + "%"
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
