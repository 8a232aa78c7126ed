import AidModel

/// Hides figures of a table of two fields together with those of the tables of each field alone.
///
/// The cells of a row add up to the row's group in the table of its field, those of a column to the column's, and
/// either table to the total. So a cell is hidden behind the three others of a rectangle, and a row behind another row,
/// with the two cells of one column; a column likewise.
///
/// Further tables whose groups add up to groups of these, or of one another, are hidden together with them.
struct LinkedGroups {
    private(set) var concealment: Concealment
    /// The places of all figures: rows, then columns, then cells.
    let rowCount: Int
    let columnCount: Int
    /// For each cell its row and column.
    private let cells: [(row: Int, column: Int)]
    /// Whether there is a table of the field of the rows, and of that of the columns.
    private let hasRows: Bool
    private let hasColumns: Bool
    private var cellsOfRow: [[Int]]
    private var cellsOfColumn: [[Int]]
    private let cellAt: [Int: Int]
    /// All tables, if there are more than those of the pair: rows, columns, cells, and the further ones.
    private let tables: LinkedTables?
    /// Of each kind of groups of further tables, and of each such table as a whole, those that may well be hidden behind.
    private var alike: [Int: [Int]] = [:]
    private var whole: [[Int]] = []

    /// How many rows and columns are tried before all of them are.
    private static let tried = 6
    /// How many cells are tried at all in each direction.
    private static let most = 40

    init(
        _ concealment: Concealment, rowCount: Int, columnCount: Int, cells: [(row: Int, column: Int)], hasRows: Bool,
        hasColumns: Bool, tables: LinkedTables? = nil
    ) {
        self.tables = tables
        self.concealment = concealment
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.cells = cells
        self.hasRows = hasRows
        self.hasColumns = hasColumns
        cellsOfRow = Array(repeating: [], count: rowCount)
        cellsOfColumn = Array(repeating: [], count: columnCount)
        var cellAt: [Int: Int] = [:]
        for (index, cell) in cells.enumerated() {
            cellsOfRow[cell.row].append(rowCount + columnCount + index)
            cellsOfColumn[cell.column].append(rowCount + columnCount + index)
            cellAt[cell.row * columnCount + cell.column] = rowCount + columnCount + index
        }
        self.cellAt = cellAt
        let further = tables?.ranges.dropFirst(LinkedGroups.pairTables) ?? []
        for range in further {
            for place in range { alike[tables?.kinds[place] ?? 0, default: []].append(place) }
            whole.append(foremost(Array(range)))
        }
        for (kind, places) in alike { alike[kind] = foremost(places) }
    }

    /// Rows, columns and cells.
    static let pairTables = 3

    /// Tables of fewer groups first: theirs take in those of others.
    mutating func protect() {
        let further = (tables?.ranges.dropFirst(LinkedGroups.pairTables) ?? []).sorted { $0.count < $1.count }
        for lines in [0..<rowCount, rowCount..<rowCount + columnCount, cellPlaces] + further {
            let all = lines.map { ($0, concealment.wanted(of: $0)) }.filter { !$0.1.isEmpty }
                .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
            for (place, wanted) in all {
                let open = concealment.open(place, wanted)
                let period = wanted[0].period ?? .cumulative
                let goes =
                    open.isEmpty
                    ? [] : [LinkedGroups.tried, LinkedGroups.most].map { moves(place, period, $0) }
                concealment.protect(open, goes)
            }
        }
    }

    private var cellPlaces: Range<Int> { rowCount + columnCount..<rowCount + columnCount + cells.count }

    private func cell(_ row: Int, _ column: Int) -> Int? { cellAt[row * columnCount + column] }

    private func moves(_ place: Int, _ period: ReportPeriod, _ limit: Int) -> [[Concealment.Part]] {
        guard let tables else { return movesOfPair(place, period, limit) }
        let pairTables = LinkedGroups.pairTables
        if place < cellPlaces.upperBound {
            let moves = movesOfPair(place, period, limit).compactMap {
                tables.completed($0, cells: pairTables - 1, further: pairTables..<tables.ranges.count)
            }
            // Lines that have nothing in common, as provinces have no cities.
            let others = tables.ranges.first { $0.contains(place) } ?? 0..<0
            return moves.isEmpty
                ? likely(others.filter { $0 != place }, period, limit).compactMap { tables.swap(place, $0) } : moves
        }
        let table = tables.ranges.dropFirst(pairTables).firstIndex { $0.contains(place) } ?? pairTables
        let near = likely((alike[tables.kinds[place]] ?? []).filter { $0 != place }, period, limit)
        let far = likely(whole[table - pairTables].filter { $0 != place && !near.contains($0) }, period, limit)
        return (near + far).compactMap { tables.swap(place, $0) }
    }

    /// Of many groups of one table the largest, and the smallest that are large enough.
    private func foremost(_ places: [Int]) -> [Int] {
        guard places.count > 2 * LinkedGroups.most else { return places }
        let sorted = places.sorted {
            let (one, other) = (people($0), people($1))
            return (one, $0) < (other, $1)
        }
        let enough = sorted.firstIndex { people($0) >= 2 * concealment.minGroup } ?? 0
        return Array(Set(sorted[enough...].prefix(LinkedGroups.most) + sorted.suffix(LinkedGroups.most))).sorted()
    }

    private func people(_ place: Int) -> Int { concealment.series[place].figures[.cumulative].recipientCount }

    private func movesOfPair(_ place: Int, _ period: ReportPeriod, _ limit: Int) -> [[Concealment.Part]] {
        if place < rowCount {
            return lineMoves(place, cellsOfRow[place], period, limit) { own, other in
                let column = cells[own - cellPlaces.lowerBound].column
                return other < rowCount ? cell(other, column) : nil
            } others: { own in
                cellsOfColumn[cells[own - cellPlaces.lowerBound].column].map { cells[$0 - cellPlaces.lowerBound].row }
            }
        }
        if place < cellPlaces.lowerBound {
            return lineMoves(place, cellsOfColumn[place - rowCount], period, limit) { own, other in
                cell(cells[own - cellPlaces.lowerBound].row, other - rowCount)
            } others: { own in
                cellsOfRow[cells[own - cellPlaces.lowerBound].row].map {
                    rowCount + cells[$0 - cellPlaces.lowerBound].column
                }
            }
        }
        return cellMoves(place, period, limit)
    }

    /// A line with another one, by way of a cell of each.
    private func lineMoves(
        _ place: Int, _ own: [Int], _ period: ReportPeriod, _ limit: Int, beside: (Int, Int) -> Int?,
        others: (Int) -> [Int]
    ) -> [[Concealment.Part]] {
        likely(own, period, limit).flatMap { cell in
            likely(others(cell).filter { $0 != place }, period, limit).compactMap { other in
                beside(cell, other).map { [(place, 1), (other, -1), (cell, 1), ($0, -1)] }
            }
        }
    }

    private func cellMoves(_ place: Int, _ period: ReportPeriod, _ limit: Int) -> [[Concealment.Part]] {
        let own = cells[place - cellPlaces.lowerBound]
        let inRow = likely(cellsOfRow[own.row].filter { $0 != place }, period, limit)
        let inColumn = likely(cellsOfColumn[own.column].filter { $0 != place }, period, limit)
        switch (hasRows, hasColumns) {
        case (false, false):
            return likely(cellPlaces.filter { $0 != place }, period, limit).map { [(place, 1), ($0, -1)] }
        case (true, false): return inRow.map { [(place, 1), ($0, -1)] }
        case (false, true): return inColumn.map { [(place, 1), ($0, -1)] }
        case (true, true):
            let corners = inRow.flatMap { left in
                inColumn.compactMap { above -> [Concealment.Part]? in
                    cell(cells[above - cellPlaces.lowerBound].row, cells[left - cellPlaces.lowerBound].column).map {
                        [(place, 1), (left, -1), (above, -1), ($0, 1)]
                    }
                }
            }
            // Where the groups of the lines are hidden too, their cells do alone.
            let withLines =
                inRow.map { left -> [Concealment.Part] in
                    let column = cells[left - cellPlaces.lowerBound].column
                    return [(place, 1), (left, -1), (rowCount + own.column, 1), (rowCount + column, -1)]
                }
                + inColumn.map { above -> [Concealment.Part] in
                    [(place, 1), (above, -1), (own.row, 1), (cells[above - cellPlaces.lowerBound].row, -1)]
                }
            return corners + withLines
        }
    }

    /// Those that are hidden first, then the smallest of those that are large enough.
    private func likely(_ places: [Int], _ period: ReportPeriod, _ limit: Int) -> [Int] {
        let keyed = places.map { place -> (hidden: Int, people: Int, place: Int) in
            let people = concealment.series[place].figures[period].recipientCount
            return (
                -concealment.hidden[place].count, people < 2 * concealment.minGroup ? people + 1_000_000 : people, place
            )
        }
        return keyed.sorted { $0 < $1 }.prefix(limit).map(\.place)
    }
}
