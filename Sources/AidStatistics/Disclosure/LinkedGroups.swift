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
    /// Of each line of partners and each period, once they were asked for and are many.
    private var likelyPlaces: [Line: [ReportPeriod: LikelyPlaces]] = [:]

    /// Groups one of which may be hidden behind another one.
    private enum Line: Hashable {
        case allCells
        /// The cells of a row or a column.
        case cells(of: Int)
        /// The rows that have a cell in a column, or the columns that have one in a row.
        case crossing(Int)
        /// Groups of one table that may change places as they are.
        case kind(Int)
        /// All groups of a table.
        case table(Int)
    }

    /// How many rows and columns are tried before all of them are.
    private static let tried = 6
    /// How many cells are tried at all in each direction.
    private static let most = 40
    /// Fewer are put in order each time.
    private static let many = 64

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
                var open = concealment.open(place, wanted)
                let period = wanted[0].period ?? .cumulative
                var likely: [[Concealment.Part]] = []
                for limit in [LinkedGroups.tried, LinkedGroups.most] where !open.isEmpty {
                    let moves = moves(place, period, limit)
                    if likely.isEmpty { likely = moves }
                    note(concealment.hide(&open, behind: moves))
                }
                note(concealment.close(open, likely: likely))
            }
        }
    }

    private var cellPlaces: Range<Int> { rowCount + columnCount..<rowCount + columnCount + cells.count }

    private func cell(_ row: Int, _ column: Int) -> Int? { cellAt[row * columnCount + column] }

    private mutating func moves(_ place: Int, _ period: ReportPeriod, _ limit: Int) -> [[Concealment.Part]] {
        guard let tables else { return movesOfPair(place, period, limit) }
        let pairTables = LinkedGroups.pairTables
        let table = tables.tableOfPlace[place]
        if table < pairTables {
            let moves = movesOfPair(place, period, limit).compactMap {
                tables.completed($0, cells: pairTables - 1, further: pairTables..<tables.ranges.count)
            }
            if !moves.isEmpty { return moves }
        }
        // Such as are alike, and then such as need groups of other tables: as provinces have no city in common.
        let near = likely(.kind(tables.kinds[place]), period, limit, but: place)
        let far = likely(.table(table), period, limit, but: place).filter { !near.contains($0) }
        return (near + far).compactMap { tables.swap(place, $0) }
    }

    private mutating func movesOfPair(_ place: Int, _ period: ReportPeriod, _ limit: Int) -> [[Concealment.Part]] {
        if place >= cellPlaces.lowerBound { return cellMoves(place, period, limit) }
        // With another line, by way of a cell of each.
        let isRow = place < rowCount
        return likely(.cells(of: place), period, limit, but: place).flatMap { own in
            let at = cells[own - cellPlaces.lowerBound]
            let others = likely(.crossing(isRow ? rowCount + at.column : at.row), period, limit, but: place)
            return others.compactMap { other -> [Concealment.Part]? in
                let beside = isRow ? cell(other, at.column) : cell(at.row, other - rowCount)
                return beside.map { [(place, 1), (other, -1), (own, 1), ($0, -1)] }
            }
        }
    }

    private mutating func cellMoves(_ place: Int, _ period: ReportPeriod, _ limit: Int) -> [[Concealment.Part]] {
        if !hasRows, !hasColumns {
            return likely(.allCells, period, limit, but: place).map { [(place, 1), ($0, -1)] }
        }
        let own = cells[place - cellPlaces.lowerBound]
        let inRow = hasRows ? likely(.cells(of: own.row), period, limit, but: place) : []
        let inColumn = hasColumns ? likely(.cells(of: rowCount + own.column), period, limit, but: place) : []
        guard hasRows, hasColumns else { return (inRow + inColumn).map { [(place, 1), ($0, -1)] } }
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

    /// Those of a line that are likely to do, at most so many.
    ///
    /// - Parameter place: the one that is to be hidden.
    private mutating func likely(_ line: Line, _ period: ReportPeriod, _ limit: Int, but place: Int) -> [Int] {
        if likelyPlaces[line]?[period] == nil {
            let places = LikelyPlaces(places(of: line).map { sized($0, period) }) { concealment.hidden[$0].count }
            if places.count < LinkedGroups.many { return places.first(limit, but: place) }
            likelyPlaces[line, default: [:]][period] = places
        }
        return likelyPlaces[line]?[period]?.first(limit, but: place) ?? []
    }

    private func places(of line: Line) -> [Int] {
        switch line {
        case .allCells: Array(cellPlaces)
        case .cells(let line): line < rowCount ? cellsOfRow[line] : cellsOfColumn[line - rowCount]
        case .crossing(let line):
            line < rowCount
                ? cellsOfRow[line].map { rowCount + cells[$0 - cellPlaces.lowerBound].column }
                : cellsOfColumn[line - rowCount].map { cells[$0 - cellPlaces.lowerBound].row }
        case .kind(let kind): tables?.placesOfKind[kind] ?? []
        case .table(let table): tables.map { Array($0.ranges[table]) } ?? []
        }
    }

    /// Those that are too small to hide anything behind them come last.
    private func sized(_ place: Int, _ period: ReportPeriod) -> LikelyPlaces.Sized {
        let people = concealment.figures(place, period).recipientCount
        return (people < 2 * concealment.minGroup ? people + 1_000_000 : people, place)
    }

    /// Notes of some groups that more of them is hidden, or less.
    private mutating func note(_ changed: Set<Int>) {
        guard !likelyPlaces.isEmpty else { return }
        for place in changed {
            let hiddenCount = concealment.hidden[place].count
            for line in lines(with: place) where likelyPlaces[line] != nil {
                for period in ReportPeriod.allCases {
                    let sized = sized(place, period)
                    likelyPlaces[line]?[period]?.note(hiddenCount, of: sized)
                }
            }
        }
    }

    private func lines(with place: Int) -> [Line] {
        (tables.map { [.kind($0.kinds[place]), .table($0.tableOfPlace[place])] } ?? []) + linesOfPair(with: place)
    }

    private func linesOfPair(with place: Int) -> [Line] {
        if place >= cellPlaces.upperBound { return [] }
        if place >= cellPlaces.lowerBound {
            let cell = cells[place - cellPlaces.lowerBound]
            return [.allCells, .cells(of: cell.row), .cells(of: rowCount + cell.column)]
        }
        return place < rowCount
            ? cellsOfRow[place].map { .crossing(rowCount + cells[$0 - cellPlaces.lowerBound].column) }
            : cellsOfColumn[place - rowCount].map { .crossing(cells[$0 - cellPlaces.lowerBound].row) }
    }
}
