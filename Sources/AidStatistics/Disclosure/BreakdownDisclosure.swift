import AidModel

/// Decides what is withheld of all breakdowns of a report: of each alone, and of those that a breakdown by two fields
/// links.
struct BreakdownDisclosure {
    let breakdowns: [ReportBreakdown]
    let slots: GroupSlots
    let counted: QuarterCount
    /// The periods that are shown at all.
    let shown: [ReportPeriod]
    let earlier: [EarlierReport]
    /// Reports on the same quarter that are taken over as long as the figures are the same, likely ones first.
    var standing: [RecordedRun] = []
    /// The lines of all quarters through that of the report.
    var quarters: [QuarterTotal] = []
    let minGroup: Int

    struct Result: Sendable {
        /// For each breakdown and period, and in it for each group, why it is withheld, or nil.
        var suppressions: [[[Suppression?]]]
        /// How many figures there is nothing to hide behind, for each breakdown, or pair with the tables of its fields,
        /// that has any.
        var unprotected: [(breakdown: Int, count: Int)] = []

        fileprivate mutating func add(unprotected count: Int, _ breakdown: Int) {
            if count > 0 { unprotected.append((breakdown, count)) }
        }
    }

    /// A field is in one pair at most, so that no two pairs are linked by more than the total.
    func result() -> Result {
        var result = Result(
            suppressions: breakdowns.indices.map { index in
                ReportPeriod.allCases.map { _ in slots.groups[index].map { _ in nil } }
            })
        guard minGroup > 0 else { return result }
        for run in standing {
            if let standing = StandingReport(run, minGroup: minGroup).flatMap(self.result) { return standing }
        }
        let linked = breakdowns.indices.filter { breakdowns[$0].isPair }.map { pair in
            (
                pair: pair,
                tables: breakdowns[pair].columns.map { column in
                    breakdowns.firstIndex { $0.columns == [column] }
                }
            )
        }
        let isLinked = Set(linked.flatMap { $0.tables.compactMap { $0 } + [$0.pair] })
        for index in breakdowns.indices where !isLinked.contains(index) {
            var alone = SingleGroups(
                Concealment(series(index), spans: spans, minGroup: minGroup, partAtoms: counted.atoms.parts))
            alone.protect()
            result.suppressions[index] = alone.concealment.suppressions
            result.add(unprotected: alone.concealment.unsafeCount, index)
        }
        for (pair, tables) in linked {
            let cells = series(pair)
            let axes = tables.enumerated().map { axis, table in axisOfPair(pair, axis, table) }
            let all = axes[0].series + axes[1].series + cells
            let isPrinted =
                zip(axes, tables).flatMap { axis, table in axis.series.map { _ in table != nil } }
                + cells.map { _ in true }
            let rowCount = axes[0].series.count
            let outer =
                (0..<all.count - cells.count).map { _ in [Int]() }
                + zip(axes[0].placeOfCell, axes[1].placeOfCell).map { [$0, rowCount + $1] }
            var both = LinkedGroups(
                Concealment(
                    all, spans: spans, minGroup: minGroup, partAtoms: counted.atoms.parts, isPrinted: isPrinted,
                    outer: outer),
                rowCount: axes[0].series.count, columnCount: axes[1].series.count,
                cells: zip(axes[0].placeOfCell, axes[1].placeOfCell).map { ($0, $1) }, hasRows: tables[0] != nil,
                hasColumns: tables[1] != nil)
            both.protect()
            let bounds = [0, both.rowCount, both.rowCount + both.columnCount, all.count]
            let suppressions = both.concealment.suppressions
            for (place, range) in zip(tables + [pair], zip(bounds, bounds.dropFirst())) {
                guard let place else { continue }
                result.suppressions[place] = suppressions.map { Array($0[range.0..<range.1]) }
            }
            result.add(unprotected: both.concealment.unsafeCount, pair)
        }
        result.unprotected.sort { $0.breakdown < $1.breakdown }
        return result
    }

    /// - Returns: nil if the report would not be printed again.
    private func result(_ standing: StandingReport) -> Result? {
        guard standing.holds(counted.periods, periods: shown, quarters: quarters) else { return nil }
        var result = Result(suppressions: [])
        for index in breakdowns.indices {
            let field = breakdowns[index].field
            guard
                let suppressions = standing.suppressions(
                    field: field, names: names(index), figures: Array(counted.groups[slots.slots(ofBreakdown: index)]),
                    periods: shown)
            else { return nil }
            result.suppressions.append(suppressions)
            result.add(unprotected: standing.unprotected[GroupName(field)] ?? 0, index)
        }
        return result
    }

    private func names(_ index: Int) -> [String?] {
        slots.groups[index].map { breakdowns[index].isPair ? GroupPair.name($0) : $0[0] }
    }

    private var spans: [Range<Int>?] {
        ReportPeriod.allCases.map { shown.contains($0) ? counted.atoms.span($0) : nil }
    }

    /// The groups of a breakdown, with what earlier reports have told of them.
    private func series(_ index: Int) -> [GroupSeries] {
        let own = slots.slots(ofBreakdown: index)
        var series = own.map { slot in
            GroupSeries(
                figures: counted.groups[slot], atoms: counted.atomSums[slot], atomCount: counted.atoms.atoms.count)
        }
        EarlierFigures(earlier, field: breakdowns[index].field, atoms: counted.atoms, minGroup: minGroup)
            .add(to: &series, names: names(index))
        return series
    }

    /// The groups of one field of a pair; those of a field without a table of its own are the sums of the cells.
    private func axisOfPair(_ pair: Int, _ axis: Int, _ table: Int?) -> (
        series: [GroupSeries], placeOfCell: [Int]
    ) {
        // Strings that are equal in Swift may be different texts.
        func key(_ name: String?) -> [UInt8] { name.map { Array($0.utf8) } ?? [] }
        let names = slots.groups[pair].map { key($0[axis]) }
        var places: [[UInt8]: Int] = [:]
        for name in table.map({ slots.groups[$0].map { key($0[0]) } }) ?? names where places[name] == nil {
            places[name] = places.count
        }
        let placeOfCell = names.map { places[$0] ?? 0 }
        if let table { return (series(table), placeOfCell) }
        var figures = [PeriodFigures](repeating: PeriodFigures(), count: places.count)
        var atoms = [[AtomSums.Sum]](repeating: [], count: places.count)
        for (place, slot) in zip(placeOfCell, slots.slots(ofBreakdown: pair)) {
            figures[place] += counted.groups[slot]
            atoms[place] += counted.atomSums[slot]
        }
        let series = zip(figures, atoms).map { figures, atoms in
            GroupSeries(
                figures: figures, atoms: AtomSums.merged(atoms)[...], atomCount: counted.atoms.atoms.count)
        }
        return (series, placeOfCell)
    }
}
