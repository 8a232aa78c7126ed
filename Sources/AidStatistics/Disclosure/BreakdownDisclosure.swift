import AidModel

/// Decides what is withheld of all breakdowns of a report: of each alone, and of those that a breakdown by two fields
/// links.
struct BreakdownDisclosure {
    let breakdowns: [ReportBreakdown]
    let slots: GroupSlots
    /// By slot.
    let groups: [PeriodFigures]
    let groupMasks: [Set<UInt64>]
    let disclosure: Disclosure

    /// For each breakdown and period, and in it for each group, why it is withheld, or nil.
    ///
    /// A field is in one pair at most, so that no two pairs are linked by more than the total.
    func suppressions() -> [[[Suppression?]]] {
        var result = breakdowns.indices.map { breakdowns[$0].isPair ? [] : alone($0) }
        for (index, breakdown) in breakdowns.enumerated() where breakdown.isPair {
            let tables = breakdown.columns.map { column in
                breakdowns.firstIndex { $0.columns == [column] }
            }
            for (place, suppressions) in zip(tables + [index], linked(index, tables)) {
                if let place { result[place] = suppressions }
            }
        }
        return result
    }

    private func alone(_ index: Int) -> [[Suppression?]] {
        let own = slots.slots(ofBreakdown: index)
        return disclosure.suppressions(
            of: Array(groups[own]),
            ownMasks: { breakdowns[index].isTime ? groupMasks[own.lowerBound + $0] : nil })
    }

    /// Of the rows, the columns and the cells of a pair.
    ///
    /// - Parameter tables: the breakdowns of its fields alone; nil: there is none.
    private func linked(_ index: Int, _ tables: [Int?]) -> [[[Suppression?]]] {
        let pair = slots.slots(ofBreakdown: index)
        let axes = tables.enumerated().map { axis, table in
            LinkedAxis(
                names: slots.groups[index].map { $0[axis] }, cells: pair,
                known: table.map { slots.groups[$0].map { $0[0] } },
                slots: table.map { slots.slots(ofBreakdown: $0) }, groups: groups)
        }
        let (rows, columns) = (axes[0], axes[1])
        let linked = LinkedGroups(
            rowCount: rows.figures.count, columnCount: columns.figures.count,
            cells: zip(rows.placeOfCell, columns.placeOfCell).map { ($0, $1) }, hasRows: tables[0] != nil,
            hasColumns: tables[1] != nil, minGroup: disclosure.minGroup)
        let figures = rows.figures + columns.figures + groups[pair]
        let masks: [Set<UInt64>?] =
            axes.enumerated().flatMap { axis, own in
                own.slots.map { slots in
                    slots.map { breakdowns[index].columns[axis].isTime ? groupMasks[$0] : nil }
                } ?? own.figures.map { _ in nil }
            } + pair.map { breakdowns[index].isTime ? groupMasks[$0] : nil }
        let all = disclosure.suppressions(of: figures, ownMasks: { masks[$0] }) { period, alsoHidden in
            linked.suppressions(of: figures.map { $0[period] }, alsoHidden: alsoHidden)
        }
        let bounds = [0, linked.rowCount, linked.rowCount + linked.columnCount, figures.count]
        return zip(bounds, bounds.dropFirst()).map { start, end in all.map { Array($0[start..<end]) } }
    }
}

/// The groups of one field of a pair.
private struct LinkedAxis {
    let figures: [PeriodFigures]
    /// For each cell its place in `figures`.
    let placeOfCell: [Int]
    /// Where the field has a table of its own.
    let slots: Range<Int>?

    /// - Parameters:
    ///   - names: of each cell the group in this field.
    ///   - cells: the slots of the cells.
    ///   - known: the groups of the field's own table; nil: there is none.
    init(names: [String?], cells: Range<Int>, known: [String?]?, slots: Range<Int>?, groups: [PeriodFigures]) {
        self.slots = slots
        // Strings that are equal in Swift may be different texts.
        let keys = names.map { $0.map { Array($0.utf8) } ?? [] }
        var places: [[UInt8]: Int] = [:]
        for name in known?.map({ $0.map { Array($0.utf8) } ?? [] }) ?? keys where places[name] == nil {
            places[name] = places.count
        }
        placeOfCell = keys.map { places[$0] ?? 0 }
        if let slots {
            figures = Array(groups[slots])
        } else {
            var sums = [PeriodFigures](repeating: PeriodFigures(), count: places.count)
            for (place, slot) in zip(placeOfCell, cells) {
                for period in ReportPeriod.allCases { sums[place][period] += groups[slot][period] }
            }
            figures = sums
        }
    }
}
