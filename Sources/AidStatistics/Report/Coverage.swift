import AidModel

/// Which quarters the exports cover, and what follows from it.
struct Coverage {
    /// How many days before its end a quarter may see its last payment and still be whole.
    private static let lastDays: Int32 = 7

    let firstDay: CalendarDay
    /// Of all data, without quarters that are far off.
    let lastDay: CalendarDay
    /// Without those that are far off.
    let daysByQuarter: [Int: ClosedRange<CalendarDay>]
    private let usual: UsualQuarters
    /// Whether the quarter of the report is one that only its being asked for has made a usual one.
    let isAskedFarOff: Bool
    let forgotten: ForgottenQuarters?

    /// nil where no paid claim stands in the data.
    ///
    /// - Parameters:
    ///   - start: of the programme, as the pipeline file says.
    ///   - asked: the quarter that the user has asked for.
    ///   - forgotten: of which claims there are none in the data any more.
    init?(_ claims: SettledClaims, start: CalendarDay?, asked: Quarter? = nil, forgotten: ForgottenQuarters? = nil) {
        self.forgotten = forgotten
        let usual = claims.usualQuarters(since: start, forgotten: forgotten, asked: asked)
        let isUsual = Set(usual.quarters.map(\.ordinal))
        daysByQuarter = claims.daysByQuarter.filter { isUsual.contains($0.key) }
        self.usual = usual
        isAskedFarOff =
            asked.map { claims.usualQuarters(since: start, forgotten: forgotten).isFarOff($0) } ?? false
        let ordinals = daysByQuarter.keys
        guard let first = ordinals.min(), let last = ordinals.max(), let firstDays = daysByQuarter[first],
            let lastDays = daysByQuarter[last]
        else { return nil }
        firstDay = firstDays.lowerBound
        lastDay = lastDays.upperBound
    }

    /// The first quarter with figures.
    var first: Quarter { usual.quarters.first ?? firstDay.quarter }
    var last: Quarter { lastDay.quarter }

    /// From the first to the last with claims, those without in between included. Quarters
    /// in gaps of more than ten years are left out: nobody would read so long a list.
    var quarters: [Quarter] {
        var quarters: [Quarter] = []
        for quarter in usual.quarters {
            if let before = quarters.last, quarter.ordinal - before.ordinal <= 40 {
                for gap in before.ordinal + 1..<quarter.ordinal { quarters.append(Quarter(ordinal: gap)) }
            }
            quarters.append(quarter)
        }
        return quarters
    }

    /// Quarters in which dates must be wrong, with their claims.
    var farOff: [(quarter: Quarter, claimCount: Int)] { usual.farOff }

    func isFarOff(_ quarter: Quarter) -> Bool { usual.isFarOff(quarter) }

    func hasClaims(in quarter: Quarter) -> Bool {
        daysByQuarter[quarter.ordinal] != nil
    }

    /// The first day of cumulative figures: that of the programme, or from which on everybody is known.
    func since(_ start: CalendarDay?) -> CalendarDay {
        guard let forgotten else { return start ?? firstDay }
        return max(start ?? forgotten.since, forgotten.exactFrom.firstDay)
    }

    /// Which quarters from a day on, up to the one of the report, the data lack.
    func missing(since: CalendarDay, through quarter: Quarter) -> MissingQuarters {
        MissingQuarters(known: usual.quarters.filter(hasFigures), since: since.quarter, through: quarter)
    }

    /// Whether all who were aided since the programme's start can be told apart.
    func knowsEverybody(since: CalendarDay, through quarter: Quarter) -> Bool {
        forgotten?.lacksPeople != true && missing(since: since, through: quarter).isEmpty
    }

    func hasFigures(_ quarter: Quarter) -> Bool {
        hasClaims(in: quarter) || forgotten?.figures(of: quarter) != nil
    }

    /// Whether the exports stop before the quarter's last seven days (rule 8).
    func isProvisional(_ quarter: Quarter) -> Bool {
        lastDay.daysSinceEpoch <= quarter.lastDay.daysSinceEpoch - Coverage.lastDays
    }

    /// Whether a quarter that the exports reach past lacks days all the same.
    func isIncomplete(_ quarter: Quarter) -> Bool {
        daysByQuarter[quarter.ordinal].map { isCut($0, in: quarter) } == true && !isProvisional(quarter)
    }

    /// Whether the claims of a quarter begin after its first fortnight or end before its last.
    private func isCut(_ days: ClosedRange<CalendarDay>, in quarter: Quarter) -> Bool {
        days.lowerBound.daysSinceEpoch - quarter.firstDay.daysSinceEpoch >= 14
            || quarter.lastDay.daysSinceEpoch - days.upperBound.daysSinceEpoch >= 14
    }

    /// The last quarter that is not provisional; where there is none, the last one.
    var lastComplete: Quarter {
        let quarters = daysByQuarter.keys.sorted().map { Quarter(ordinal: $0) }
        return quarters.last { !isProvisional($0) } ?? lastDay.quarter
    }

    /// Whether a period can be told at all. A year to date serves as a base only if its
    /// data cover the same quarters as those that are held against it.
    func covers(_ period: ReportPeriod, of quarter: Quarter) -> Bool {
        let span = period.quarters(of: quarter)
        // Whom the forgotten quarters of a year have helped is not known.
        if period != .cumulative, let forgotten, span.lowerBound < forgotten.exactFrom { return false }
        switch period {
        case .cumulative: return true
        case .yearToDateYearEarlier: return coversAlike(quarter)
        default: return !covered(span).isEmpty
        }
    }

    /// Whether the data cover the same quarters of the year to date as of that a year earlier.
    func coversAlike(_ quarter: Quarter) -> Bool {
        covered(ReportPeriod.yearToDateYearEarlier.quarters(of: quarter))
            == covered(ReportPeriod.yearToDate.quarters(of: quarter))
    }

    /// The numbers, from 1 to 4, of the quarters of a year that have claims, or had.
    private func covered(_ span: ClosedRange<Quarter>) -> [Int] {
        (span.lowerBound.ordinal...span.upperBound.ordinal).map(Quarter.init(ordinal:))
            .filter(hasFigures).map(\.number)
    }
}
