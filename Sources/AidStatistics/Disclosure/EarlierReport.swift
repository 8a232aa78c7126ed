package import AidModel

/// What an earlier report, or a published version, has printed of one quarter.
package struct EarlierReport: Sendable, Hashable {
    package var quarter: Quarter
    /// Of the quarter, the year to date and all since the start: the total, and every group, shown or hidden.
    package var cells: [PublishedCell]

    package init(quarter: Quarter, cells: [PublishedCell]) {
        self.quarter = quarter
        self.cells = cells
    }
}

/// What all earlier reports have told of the groups of one breakdown.
///
/// What one has hidden stays hidden, unless so much has been added since that nothing follows of what there was then.
struct EarlierFigures {
    private struct Told {
        var span: Range<Int>
        var total: Int?
        var contents: [GroupName: PublishedCell.Content] = [:]
        /// Whether groups were withheld by name.
        var isNameless = false
    }

    private var told: [Told] = []
    private let minGroup: Int

    init(_ reports: [EarlierReport], field: String, atoms: AtomsOfTime, minGroup: Int) {
        self.minGroup = minGroup
        for report in reports {
            for period in PublishedCell.Period.allCases {
                guard let span = atoms.span(period, of: report.quarter) else { continue }
                var told = Told(span: span)
                for cell in report.cells where cell.period == period {
                    guard let group = cell.group else {
                        told.total = cell.figures?.exactly?.personTimeCount
                        continue
                    }
                    guard Array(group.field.utf8) == Array(field.utf8) else { continue }
                    if group.isWithheld {
                        told.isNameless = true
                    } else {
                        told.contents[GroupName(group.name)] = cell.content
                    }
                }
                if told.isNameless || !told.contents.isEmpty { self.told.append(told) }
            }
        }
    }

    /// Adds to each group what was told of it.
    ///
    /// - Parameter names: of each group; nil for 未填.
    func add(to series: inout [GroupSeries], _ places: Range<Int>, names: [String?]) {
        let names = names.map(GroupName.init)
        for told in told {
            var hidden: [(place: Int, isSmall: Bool)] = []
            var shownThen = 0
            var shownNow = 0
            var now = 0
            for (place, name) in zip(places, names) {
                let times = series[place].times(in: told.span)
                now += times
                switch told.contents[name] {
                case .figures(let figures)?:
                    series[place].known.insert(told.span)
                    shownThen += figures.exactly?.personTimeCount ?? 0
                    shownNow += times
                case .suppressed(let why)?: hidden.append((place, why == Suppression.small.rawValue))
                case nil: if told.isNameless, times > 0 { hidden.append((place, true)) }
                }
            }
            guard !hidden.isEmpty else { continue }
            // What was hidden then, all together, and what these groups have now.
            let then = told.total.map { $0 - shownThen }
            for (place, isSmall) in hidden {
                if let then, isFree(series[place].times(in: told.span), isSmall, then: then, now: now - shownNow) {
                    continue
                }
                series[place].kept.insert(told.span)
                if isSmall { series[place].remembered.insert(told.span) }
            }
        }
    }

    /// Whether so much was added since that what a group has now tells nothing of what it, or another one, had then.
    private func isFree(_ times: Int, _ isSmall: Bool, then: Int, now: Int) -> Bool {
        let added = now - then
        guard added > 0 else { return false }
        // A small group had anything from one person-time on; another one as much as leaves the small ones all they
        // may have had.
        return isSmall
            ? times - added <= 1 && times >= minGroup - 1
            : times >= then - 1 && times <= now - (minGroup - 1)
    }
}
