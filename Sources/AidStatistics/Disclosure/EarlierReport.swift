package import AidModel

/// What an earlier report, or a published version, has printed of one quarter.
package struct EarlierReport: Sendable, Hashable {
    package var quarter: Quarter
    /// Of the quarter, the year to date and all since the start: the total, and every group, shown or hidden.
    package var cells: [PublishedCell]
    /// The breakdowns whose groups were others then, by other rules.
    package var regrouped: Set<String>
    /// The quarter of the report, if nothing was published of it: another report on it may put groups together anew.
    package var draftOf: Quarter?

    package init(
        quarter: Quarter, cells: [PublishedCell], regrouped: Set<String> = [], draftOf: Quarter? = nil
    ) {
        self.quarter = quarter
        self.cells = cells
        self.regrouped = regrouped
        self.draftOf = draftOf
    }
}

/// What all earlier reports have told of the groups of one breakdown.
///
/// What one has hidden stays hidden, unless so much has been added since that nothing follows of what there was then.
///
/// Where the groups of a breakdown are others now, and something was hidden then, whatever is not as it was printed may
/// hold what was hidden: put a hidden group into another one, and the other one has as much more. So it is hidden as
/// well, and must stay as uncertain as what a small group may be.
struct EarlierFigures {
    private let reports: [EarlierReport]
    private let field: String
    private let atoms: AtomsOfTime
    private let minGroup: Int

    /// What one report has told of one span.
    private struct Told {
        var total: Int?
        /// By the number of the group's name.
        var contents: [PublishedCell.Content?]
        var isEmpty = true
        /// Why groups were withheld by name; nil: none was.
        var nameless: Suppression?
        /// What was printed under names that there are no more.
        var renamed: Set<Tally> = []
        /// Whether anything was hidden.
        var hides = false
    }

    init(_ reports: [EarlierReport], field: String, atoms: AtomsOfTime, minGroup: Int) {
        self.reports = reports
        self.field = field
        self.atoms = atoms
        self.minGroup = minGroup
    }

    /// Adds to each group what was told of it.
    ///
    /// - Parameter names: of each group; nil for 未填.
    func add(to series: inout [GroupSeries], names: [String?]) {
        var numbers: [GroupName: Int] = [:]
        for name in names.map(GroupName.init) where numbers[name] == nil { numbers[name] = numbers.count }
        let numberOfPlace = names.map { numbers[GroupName($0)] ?? 0 }
        for report in reports {
            for period in PublishedCell.Period.allCases {
                guard let span = atoms.span(period, of: report.quarter) else { continue }
                let told = told(report, period, numbers)
                if told.isEmpty { continue }
                if told.hides, report.draftOf != atoms.quarter,
                    report.regrouped.contains(where: { $0.utf8.elementsEqual(field.utf8) })
                {
                    addRegrouped(told, span, numberOfPlace, to: &series)
                } else {
                    add(told, span, numberOfPlace, to: &series)
                }
            }
        }
    }

    /// - Parameter numbers: of the groups, by name.
    private func told(
        _ report: EarlierReport, _ period: PublishedCell.Period, _ numbers: [GroupName: Int]
    ) -> Told {
        var told = Told(contents: Array(repeating: nil, count: numbers.count))
        for cell in report.cells where cell.period == period {
            guard let group = cell.group else {
                told.total = cell.figures?.exactly?.personTimeCount
                continue
            }
            guard group.field.utf8.elementsEqual(field.utf8) else { continue }
            told.isEmpty = false
            switch cell.content {
            case .figures(let figures):
                if numbers[GroupName(group.name)] == nil, let figures = figures.exactly {
                    told.renamed.insert(figures.tally)
                }
            case .suppressed: told.hides = true
            }
            if group.isWithheld {
                if case .suppressed(let why) = cell.content { told.nameless = Suppression(rawValue: why) }
            } else if let number = numbers[GroupName(group.name)] {
                told.contents[number] = cell.content
            }
        }
        return told
    }

    /// Adds what was told of groups that were put together by other rules.
    private func addRegrouped(
        _ told: Told, _ span: Range<Int>, _ numberOfPlace: [Int], to series: inout [GroupSeries]
    ) {
        for (place, number) in numberOfPlace.enumerated() {
            let now = Tally(recordCount: series[place].times(in: span), amountMinor: series[place].money(in: span))
            guard now.recordCount > 0 else { continue }
            var then = Tally.zero
            switch told.contents[number] {
            case .figures(let figures)?:
                then = figures.exactly?.tally ?? .zero
                if then == now {
                    series[place].known.insert(span)
                    continue
                }
            case .suppressed(let why)?:
                series[place].kept.insert(span)
                if why == Suppression.small.rawValue { series[place].remembered.insert(span) }
                continue
            case nil:
                if told.renamed.contains(now) {
                    series[place].known.insert(span)
                    continue
                }
            }
            series[place].kept.insert(span)
            let other = Tally(
                recordCount: abs(now.recordCount - then.recordCount),
                amountMinor: abs(now.amountMinor - then.amountMinor))
            let known = series[place].regrouped[span] ?? .zero
            series[place].regrouped[span] = other.amountMinor > known.amountMinor ? other : known
        }
    }

    private func add(_ told: Told, _ span: Range<Int>, _ numberOfPlace: [Int], to series: inout [GroupSeries]) {
        var hidden: [(place: Int, isSmall: Bool)] = []
        var shownThen = 0
        var shownNow = 0
        var now = 0
        for (place, number) in numberOfPlace.enumerated() {
            let times = series[place].times(in: span)
            now += times
            switch told.contents[number] {
            case .figures(let figures)?:
                series[place].known.insert(span)
                shownThen += figures.exactly?.personTimeCount ?? 0
                shownNow += times
            case .suppressed(let why)?: hidden.append((place, why == Suppression.small.rawValue))
            case nil: if let why = told.nameless, times > 0 { hidden.append((place, why == .small)) }
            }
        }
        guard !hidden.isEmpty else { return }
        // What was hidden then, all together, and what these groups have now.
        let then = told.total.map { $0 - shownThen }
        for (place, isSmall) in hidden {
            if let then, isFree(series[place].times(in: span), isSmall, then: then, now: now - shownNow) { continue }
            series[place].kept.insert(span)
            if isSmall { series[place].remembered.insert(span) }
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

extension Figures {
    fileprivate var tally: Tally { Tally(recordCount: personTimeCount, amountMinor: amountMinor) }
}
