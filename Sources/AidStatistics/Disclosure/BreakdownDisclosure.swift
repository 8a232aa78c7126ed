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
    /// For each groups code its claims.
    var weights: [Int] = []
    let minGroup: Int
    /// What hides a figure of one person's money; nil: nothing does.
    var rule: PPercentRule?

    struct Result: Sendable {
        /// For each breakdown and period, and in it for each group, why it is withheld, or nil.
        var suppressions: [[[Suppression?]]]
        /// How many figures there is nothing to hide behind, for each breakdown, or pair with the tables of its fields,
        /// that has any.
        var unprotected: [(breakdown: Int, figures: Unprotected)] = []

        fileprivate mutating func add(_ figures: Unprotected, _ breakdown: Int) {
            if figures.figureCount > 0 { unprotected.append((breakdown, figures)) }
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
        let links = TableLinks(
            places: breakdowns.indices.map { index in
                weights.indices.map { slots.slots(of: UInt32($0))[offset: index] - slots.firstSlot[index] }
            }, counts: slots.groups.map(\.count), weights: weights)
        for tables in clusters(links) {
            if tables.count == 1, !breakdowns[tables[0]].isPair {
                var alone = SingleGroups(
                    Concealment(
                        series(tables[0]), spans: spans, minGroup: minGroup, rule: rule,
                        partAtoms: counted.atoms.parts))
                alone.protect()
                result.suppressions[tables[0]] = alone.concealment.suppressions
                result.add(alone.concealment.unprotected, tables[0])
            } else {
                protect(tables, links, &result)
            }
        }
        result.unprotected.sort { $0.breakdown < $1.breakdown }
        return result
    }

    /// Breakdowns that something links besides the totals, each with all others that it is linked to.
    private func clusters(_ links: TableLinks) -> [[Int]] {
        var knots = Knots(breakdowns.count)
        for one in breakdowns.indices {
            for other in breakdowns.indices where one < other {
                if links.areLinked(one, other) || isPair(one, of: other) || isPair(other, of: one) {
                    knots.join(one, other)
                }
            }
        }
        let roots = knots.roots
        return Set(roots).sorted().map { root in breakdowns.indices.filter { roots[$0] == root } }
    }

    private func isPair(_ pair: Int, of table: Int) -> Bool {
        breakdowns[pair].isPair && breakdowns[pair].columns.contains { breakdowns[table].columns == [$0] }
    }

    /// Protects a pair with the tables of its fields, if there is one, and what further tables are linked with them.
    private func protect(_ cluster: [Int], _ links: TableLinks, _ result: inout Result) {
        let pair = cluster.first { breakdowns[$0].isPair }
        let tables =
            pair.map { pair in
                breakdowns[pair].columns.map { column in breakdowns.firstIndex { $0.columns == [column] } }
            } ?? [nil, nil]
        let further = cluster.filter { $0 != pair && !tables.contains($0) }
        let cells = pair.map(series) ?? []
        let axes = tables.enumerated().map { axis, table in
            pair.map { axisOfPair($0, axis, table) } ?? (series: [], placeOfCell: [])
        }
        let members = [axes[0].series, axes[1].series, cells] + further.map(series)
        let bounds = members.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        let ranges = zip(bounds, bounds.dropFirst()).map { $0..<$1 }
        let isPrinted = zip([tables[0], tables[1]] + ([pair] + further), ranges).flatMap { table, range in
            range.map { _ in table != nil }
        }
        let areNested = tables.allSatisfy { $0 != nil } && links.areLinked(tables[0] ?? 0, tables[1] ?? 0)
        let linked = further.isEmpty && !areNested ? nil : linkedTables(pair, axes.map(\.placeOfCell), further, ranges)
        var outer = linked?.outer ?? ranges.joined().map { _ in [] }
        for (cell, place) in ranges[2].enumerated() {
            outer[place] += [axes[0].placeOfCell[cell], ranges[1].lowerBound + axes[1].placeOfCell[cell]]
        }
        var all = LinkedGroups(
            Concealment(
                Array(members.joined()), spans: spans, minGroup: minGroup, rule: rule,
                partAtoms: counted.atoms.parts, isPrinted: isPrinted, outer: outer),
            rowCount: ranges[0].count, columnCount: ranges[1].count,
            cells: zip(axes[0].placeOfCell, axes[1].placeOfCell).map { ($0, $1) }, hasRows: tables[0] != nil,
            hasColumns: tables[1] != nil, tables: linked)
        all.protect()
        let suppressions = all.concealment.suppressions
        for (table, range) in zip([tables[0], tables[1], pair] + further, ranges) {
            guard let table else { continue }
            result.suppressions[table] = suppressions.map { Array($0[range]) }
        }
        result.add(all.concealment.unprotected, pair ?? cluster[0])
    }

    /// - Parameter placeOfCell: of each field of the pair, for each cell its place among the groups of the field.
    private func linkedTables(
        _ pair: Int?, _ placeOfCell: [[Int]], _ further: [Int], _ ranges: [Range<Int>]
    ) -> LinkedTables {
        func places(_ table: Int) -> [Int] {
            weights.indices.map { slots.slots(of: UInt32($0))[offset: table] - slots.firstSlot[table] }
        }
        let cells = pair.map(places) ?? weights.map { _ in 0 }
        let axes = placeOfCell.map { axis in cells.map { axis.isEmpty ? 0 : axis[$0] } }
        let links = TableLinks(
            places: axes + [cells] + further.map(places), counts: ranges.map(\.count), weights: weights)
        return LinkedTables(links, ranges: ranges)
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
                    dominated: counted.dominated.isEmpty
                        ? nil : Array(counted.dominated[slots.slots(ofBreakdown: index)]),
                    periods: shown)
            else { return nil }
            result.suppressions.append(suppressions)
            result.add(standing.unprotected[GroupName(field)] ?? Unprotected(), index)
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
        for (place, slot) in own.enumerated() where !counted.dominated.isEmpty {
            series[place].dominated = counted.dominated[slot]
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

extension ArraySlice {
    fileprivate subscript(offset offset: Int) -> Element { self[startIndex + offset] }
}
