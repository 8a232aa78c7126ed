import AidModel

/// What a report that stands has shown and hidden, to be shown and hidden again as long as the figures are the same.
///
/// Another report on the same figures tells nothing that this one has not, so nothing is decided anew; and the same
/// inputs give the same bytes, whatever other reports were made in between.
struct StandingReport {
    private let run: RecordedRun
    private let minGroup: Int
    private let cells: [Place: Cells]
    /// Of each breakdown how many of its figures nothing makes safe.
    let unprotected: [GroupName: Unprotected]

    private struct Place: Hashable {
        var quarter: Quarter
        var period: PublishedCell.Period
    }

    private struct Cells {
        var total: PublishedFigures?
        /// By field.
        var groups: [GroupName: Groups] = [:]
    }

    private struct Groups {
        var contents: [GroupName: PublishedCell.Content] = [:]
        /// Whether groups are withheld by name.
        var isNameless = false
    }

    /// - Returns: nil if the report was protected by other rules.
    init?(_ run: RecordedRun, minGroup: Int) {
        guard run.protections.allSatisfy({ $0.minGroup == minGroup }) else { return nil }
        self.run = run
        self.minGroup = minGroup
        unprotected = Dictionary(
            run.protections.map { (GroupName($0.field), Unprotected($0)) }, uniquingKeysWith: { one, _ in one })
        var cells: [Place: Cells] = [:]
        for (quarter, all) in [(run.quarter, run.cells)] + run.bases.map({ ($0.quarter, $0.cells) }) {
            for cell in all {
                let place = Place(quarter: quarter, period: cell.period)
                guard let group = cell.group else {
                    cells[place, default: Cells()].total = cell.figures
                    continue
                }
                let field = GroupName(group.field)
                if group.isWithheld {
                    cells[place, default: Cells()].groups[field, default: Groups()].isNameless = true
                } else {
                    cells[place, default: Cells()].groups[field, default: Groups()].contents[GroupName(group.name)] =
                        cell.content
                }
            }
        }
        self.cells = cells
    }

    /// Whether the totals are what it has printed.
    ///
    /// - Parameters:
    ///   - periods: those that are shown now.
    ///   - quarters: the lines of all quarters through that of the report.
    func holds(_ totals: PeriodFigures, periods: [ReportPeriod], quarters: [QuarterTotal]) -> Bool {
        func lines(_ quarters: [QuarterTotal]) -> [Quarter: Figures?] {
            Dictionary(uniqueKeysWithValues: quarters.map { ($0.quarter, $0.figures) })
        }
        return lines(run.quarters.filter { $0.quarter <= run.quarter }) == lines(quarters)
            && periods.allSatisfy { cells[place($0)]?.total?.exactly == totals[$0] }
    }

    /// Why each figure of a breakdown is withheld, for each period and in it for each group.
    ///
    /// - Parameters:
    ///   - names: of each group; nil for 未填.
    ///   - dominated: of each group the periods that the p% rule hides; nil: there is no such rule.
    ///   - periods: those that are shown now.
    /// - Returns: nil if anything is not as it was.
    func suppressions(
        field: String, names: [String?], figures: [PeriodFigures], dominated: [PeriodSet]? = nil,
        periods: [ReportPeriod]
    ) -> [[Suppression?]]? {
        guard unprotected[GroupName(field)] != nil else { return nil }
        var all: [[Suppression?]] = []
        for period in ReportPeriod.allCases {
            let told = cells[place(period)]?.groups[GroupName(field)] ?? Groups()
            guard periods.contains(period) else {
                guard told.contents.isEmpty, !told.isNameless else { return nil }
                all.append(names.map { _ in nil })
                continue
            }
            let isDominated = dominated.map { $0.map { $0.contains(PeriodSet(period)) } } ?? names.map { _ in false }
            guard let suppressions = suppressions(told, names, figures.map { $0[period] }, isDominated) else {
                return nil
            }
            all.append(suppressions)
        }
        return isNamedAlike(names, figures, field: GroupName(field), periods) ? all : nil
    }

    /// Whether the groups of which nothing is shown would have names again, or none again.
    private func isNamedAlike(
        _ names: [String?], _ figures: [PeriodFigures], field: GroupName, _ periods: [ReportPeriod]
    ) -> Bool {
        let told = periods.map { ($0, cells[place($0)]?.groups[field] ?? Groups()) }
        for (name, figures) in zip(names, figures) where name != nil {
            let contents = told.map { ($0.0, $0.1.contents[GroupName(name)]) }
            let isShown = contents.contains { period, content in
                if case .figures = content { figures[period].personTimeCount > 0 } else { false }
            }
            let isNamed = contents.contains { $0.1 != nil }
            let isWithheld = !isShown && SmallGroups.isNameWithheld(figures, minGroup: minGroup)
            if isNamed, isWithheld { return false }
            // A large one has no name only where the whole report has none for it.
            let hasLarge = contents.contains { period, content in
                content == nil && figures[period].recipientCount >= minGroup
            }
            if hasLarge, !isWithheld { return false }
        }
        return true
    }

    private func suppressions(
        _ told: Groups, _ names: [String?], _ figures: [Figures], _ isDominated: [Bool]
    ) -> [Suppression?]? {
        var suppressions: [Suppression?] = []
        var namedCount = 0
        var isNameless = false
        for ((name, figures), isDominated) in zip(zip(names, figures), isDominated) {
            let suppression: Suppression? =
                figures.personTimeCount == 0 ? nil : figures.recipientCount < minGroup ? .small : .complement
            switch told.contents[GroupName(name)] {
            case .figures(let shown)?:
                guard shown.exactly == figures, suppression != .small, !isDominated else { return nil }
                suppressions.append(nil)
                namedCount += 1
            case .suppressed(let why)?:
                guard suppression?.rawValue == why else { return nil }
                suppressions.append(suppression)
                namedCount += 1
            case nil:
                suppressions.append(suppression)
                isNameless = isNameless || suppression != nil
            }
        }
        return namedCount == told.contents.count && isNameless == told.isNameless ? suppressions : nil
    }

    private func place(_ period: ReportPeriod) -> Place {
        Place(quarter: period.quarters(of: run.quarter).upperBound, period: period.published)
    }
}

extension ReportPeriod {
    /// As what the ledger has it, of the quarter with which it ends.
    fileprivate var published: PublishedCell.Period {
        switch self {
        case .quarter, .yearEarlier, .quarterEarlier: .quarter
        case .yearToDate, .yearToDateYearEarlier: .yearToDate
        case .cumulative: .cumulative
        }
    }
}

/// A name of a group or a field as the bytes that it is: strings that are equal in Swift may be different texts.
struct GroupName: Hashable {
    private let bytes: [UInt8]?

    init(_ name: String?) { bytes = name.map { Array($0.utf8) } }
}

extension Unprotected {
    /// As the ledger has it.
    fileprivate init(_ protection: RecordedRun.Protection) {
        self.init(
            figureCount: protection.unprotectedCount, periods: PeriodSet(rawValue: protection.unprotectedPeriods),
            measures: MeasureSet(rawValue: protection.unprotectedMeasures))
    }
}
