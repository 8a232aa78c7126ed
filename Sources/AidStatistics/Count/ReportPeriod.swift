package import AidModel

/// The spans of time of which a report of one quarter gives figures, for totals and for
/// each group; a claim may lie in several. No more than eight: a mark holds a bit for each.
package enum ReportPeriod: Int, CaseIterable, Sendable {
    case quarter
    case yearEarlier
    case quarterEarlier
    case yearToDate
    case yearToDateYearEarlier
    case cumulative

    /// The quarters of the span. Cumulative figures begin within one, at `since`.
    package func quarters(of quarter: Quarter) -> ClosedRange<Quarter> {
        switch self {
        case .quarter: quarter...quarter
        case .yearEarlier: quarter.yearEarlier...quarter.yearEarlier
        case .quarterEarlier: quarter.quarterEarlier...quarter.quarterEarlier
        case .yearToDate: quarter.firstOfYear...quarter
        case .yearToDateYearEarlier: quarter.yearEarlier.firstOfYear...quarter.yearEarlier
        case .cumulative: Quarter(year: 1, number: 1)...quarter
        }
    }
}

/// Figures for each period of a report, side by side.
struct PeriodFigures: Sendable, Equatable {
    // As many as there are periods. An array would be a piece of memory of its own for each group.
    private var figures = InlineArray<6, Figures>(repeating: .zero)

    subscript(period: ReportPeriod) -> Figures {
        get { figures[period.rawValue] }
        set { figures[period.rawValue] = newValue }
    }

    static func += (lhs: inout PeriodFigures, rhs: PeriodFigures) {
        for period in ReportPeriod.allCases { lhs[period] += rhs[period] }
    }

    static func == (lhs: PeriodFigures, rhs: PeriodFigures) -> Bool {
        ReportPeriod.allCases.allSatisfy { lhs[$0] == rhs[$0] }
    }
}

extension Figures {
    /// Adds the figures of other people: of another partition by person, never of another
    /// period or group.
    static func += (lhs: inout Figures, rhs: Figures) {
        lhs.recipientCount += rhs.recipientCount
        lhs.personTimeCount += rhs.personTimeCount
        lhs.amountMinor += rhs.amountMinor
    }
}
