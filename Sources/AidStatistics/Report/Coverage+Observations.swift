import AidModel

extension Coverage {
    /// What a reader of the figures must know of the data behind them.
    func observations(quarter: Quarter, since: CalendarDay, isSinceGiven: Bool) -> [ReportObservation] {
        var observations: [ReportObservation] = []
        if isProvisional(quarter) { observations.append(.provisional(quarter, lastDay: lastDay)) }
        let year = ReportPeriod.yearToDate.quarters(of: quarter)
        let absent = (year.lowerBound.ordinal...year.upperBound.ordinal).map(Quarter.init(ordinal:))
            .filter { !hasClaims(in: $0) && $0.lastDay >= since }
        if !absent.isEmpty { observations.append(.yearToDateIncomplete(absent)) }
        if let forgotten {
            observations.append(
                .quartersForgotten(exactFrom: forgotten.exactFrom, lacksPeople: forgotten.lacksPeople))
        }
        let missing = missing(since: since, through: quarter)
        if forgotten == nil, isSinceGiven, missing.lateStart != nil {
            observations.append(.cumulativeIncomplete(since: since, first: first))
        }
        let gaps = MissingQuarters(known: quarters.filter(hasFigures), since: nil, through: quarter).within
        if !gaps.isEmpty {
            // A hole before the programme's start is of no consequence.
            observations.append(.quartersWithoutClaims(gaps, areOfProgramme: !missing.within.isEmpty))
        }
        if firstDay < since { observations.append(.claimsBeforeStart(since: since, firstDay: firstDay)) }
        for asked in [quarter, quarter.yearEarlier] {
            guard let days = daysByQuarter[asked.ordinal], isIncomplete(asked) else { continue }
            observations.append(.quarterIncomplete(asked, days: days, isYearEarlier: asked != quarter))
        }
        if !farOff.isEmpty {
            observations.append(
                .farOffDates(farOff.map(\.quarter), claimCount: farOff.reduce(0) { $0 + $1.claimCount }))
        }
        if isAskedFarOff { observations.append(.farOffQuarter(quarter)) }
        if last > quarter { observations.append(.laterQuarters(after: quarter, last: last)) }
        return observations
    }
}
