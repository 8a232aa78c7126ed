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
                if !told.isEmpty { add(told, span, numberOfPlace, to: &series) }
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
            if group.isWithheld {
                if case .suppressed(let why) = cell.content { told.nameless = Suppression(rawValue: why) }
            } else if let number = numbers[GroupName(group.name)] {
                told.contents[number] = cell.content
            }
        }
        return told
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
