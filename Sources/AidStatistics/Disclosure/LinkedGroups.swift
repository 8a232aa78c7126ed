import AidModel

/// Decides which figures of a table of two fields are withheld in one period, together with those of the tables of
/// each field alone.
///
/// The cells of a row add up to the row's group in the table of its field, those of a column to the column's, and
/// either table to the total. So what is shown of the three tables may tell what another one hides. All of it is one
/// network, in which a hidden figure is an edge:
///
///     total ──▶ groups of the rows ──▶ cells ──▶ groups of the columns ──▶ total
///
/// What is known are the sums at each knot, less what is shown, and the bounds of each hidden figure (`SmallGroups`).
/// Hidden figures can be other than they are along a cycle of the network alone, some one more and some one less; so a
/// figure that lies on no such cycle is certain, and something more is hidden: with a cell three others, so that the
/// four make a rectangle. People do not add up over groups; to be safe they are taken as if they did.
///
/// - Complexity: quadratic in the number of hidden cells, for each cell that is hidden for others' sake.
struct LinkedGroups {
    /// The places of all figures: rows, then columns, then cells.
    let rowCount: Int
    let columnCount: Int
    /// For each cell its row and column.
    let cells: [(row: Int, column: Int)]
    /// Whether there is a table of the field of the rows, and of that of the columns.
    let hasRows: Bool
    let hasColumns: Bool
    let minGroup: Int

    /// - Parameters:
    ///   - figures: of one period, of rows, columns and cells.
    ///   - alsoHidden: the places to be withheld because of what other periods hide.
    /// - Returns: for each place why it is withheld, or nil.
    func suppressions(of figures: [Figures], alsoHidden: Set<Int> = []) -> [Suppression?] {
        var result = rowsAndColumns(figures, alsoHidden)
        for place in cellPlaces {
            let isSmall = figures[place].personTimeCount > 0 && figures[place].recipientCount < minGroup
            result.append(isSmall ? .small : alsoHidden.contains(place) ? .complement : nil)
        }
        while true {
            let certain = LinkedNetwork(self, figures, result, alsoHidden).certain()
            if certain.isEmpty { return result }
            var isDone = true
            for place in certain {
                for next in complements(of: place, figures, result) {
                    result[next] = .complement
                    isDone = false
                }
            }
            // All is hidden that can be.
            if isDone { return result }
        }
    }

    var cellPlaces: Range<Int> { rowCount + columnCount..<rowCount + columnCount + cells.count }

    /// The rows and columns as their own tables ask for it.
    private func rowsAndColumns(_ figures: [Figures], _ alsoHidden: Set<Int>) -> [Suppression?] {
        func table(_ places: Range<Int>, _ isShown: Bool) -> [Suppression?] {
            guard isShown else { return places.map { _ in nil } }
            let also = alsoHidden.filter(places.contains).map { $0 - places.lowerBound }
            return SmallGroups.suppressions(of: Array(figures[places]), minGroup: minGroup, alsoHidden: Set(also))
        }
        return table(0..<rowCount, hasRows) + table(rowCount..<rowCount + columnCount, hasColumns)
    }

    /// What is hidden next, so that a figure is certain no longer: of a cell the smallest rectangle that it is a corner
    /// of; else the smallest cell of its row or column, then of all; where no cell is left, the smallest row or column.
    /// Empty: nothing is left.
    private func complements(of place: Int, _ figures: [Figures], _ result: [Suppression?]) -> [Int] {
        func isOpen(_ place: Int) -> Bool { result[place] == nil && figures[place].personTimeCount > 0 }
        func smallest(_ places: some Sequence<Int>) -> [Int] {
            places.filter(isOpen).min {
                let (lhs, rhs) = (figures[$0], figures[$1])
                return (lhs.recipientCount, lhs.personTimeCount, $0) < (rhs.recipientCount, rhs.personTimeCount, $1)
            }.map { [$0] } ?? []
        }
        if place >= cellPlaces.lowerBound, let rectangle = rectangle(at: place, figures, isOpen) { return rectangle }
        let near = cellPlaces.filter { candidate in
            let cell = cells[candidate - cellPlaces.lowerBound]
            if place < rowCount { return cell.row == place }
            if place < cellPlaces.lowerBound { return cell.column == place - rowCount }
            let own = cells[place - cellPlaces.lowerBound]
            return cell.row == own.row || cell.column == own.column
        }
        let lines = (hasRows ? 0..<rowCount : 0..<0, hasColumns ? rowCount..<rowCount + columnCount : 0..<0)
        return [smallest(near), smallest(cellPlaces), smallest(Array(lines.0) + Array(lines.1))]
            .first { !$0.isEmpty } ?? []
    }

    /// The cells that are not hidden yet of the rectangle with the fewest people in such; nil: there is none.
    private func rectangle(at place: Int, _ figures: [Figures], _ isOpen: (Int) -> Bool) -> [Int]? {
        let own = cells[place - cellPlaces.lowerBound]
        var inRow: [(column: Int, place: Int)] = []
        var inColumn: [Int: Int] = [:]
        let filled = cellPlaces.filter { figures[$0].personTimeCount > 0 && $0 != place }
        for other in filled {
            let cell = cells[other - cellPlaces.lowerBound]
            if cell.row == own.row { inRow.append((cell.column, other)) }
            if cell.column == own.column { inColumn[cell.row] = other }
        }
        let rowPlaces = Dictionary(inRow.map { ($0.column, $0.place) }) { first, _ in first }
        var best: (people: Int, places: [Int])?
        for corner in filled {
            let cell = cells[corner - cellPlaces.lowerBound]
            guard cell.row != own.row, cell.column != own.column, let left = rowPlaces[cell.column],
                let above = inColumn[cell.row]
            else { continue }
            let open = [left, above, corner].filter(isOpen)
            guard !open.isEmpty else { continue }
            let people = open.reduce(0) { $0 + figures[$1].recipientCount }
            if best.map({ people < $0.people }) ?? true { best = (people, open) }
        }
        return best?.places
    }
}

/// The hidden figures of linked tables as edges between knots: the total, the rows, the columns.
private struct LinkedNetwork {
    struct Edge {
        /// The place of the figure.
        var place: Int
        var from: Int
        var to: Int
        var canRise: Bool
        var canFall: Bool
        /// Whether it is to be kept from being certain.
        var isHidden: Bool
    }

    private var networks: [[Edge]] = []
    private let knotCount: Int

    init(_ tables: LinkedGroups, _ figures: [Figures], _ result: [Suppression?], _ alsoHidden: Set<Int>) {
        let (rowCount, columnCount) = (tables.rowCount, tables.columnCount)
        // The total of the rows and that of the columns are known each.
        knotCount = rowCount + columnCount + 2
        func ends(_ place: Int) -> (Int, Int) {
            if place < rowCount { return (rowCount + columnCount, place) }
            if place < rowCount + columnCount { return (place, rowCount + columnCount + 1) }
            let cell = tables.cells[place - rowCount - columnCount]
            return (cell.row, rowCount + cell.column)
        }
        func isUnpublished(_ place: Int) -> Bool {
            place < rowCount ? !tables.hasRows : place < rowCount + columnCount && !tables.hasColumns
        }
        let minGroup = tables.minGroup
        // None of a field's groups that were hidden for others' sake has more people than the smallest that is shown.
        func smallestShown(_ places: Range<Int>) -> Int {
            places.filter { result[$0] == nil && figures[$0].personTimeCount > 0 }.map { figures[$0].recipientCount }
                .min() ?? .max
        }
        let highest = [smallestShown(0..<rowCount), smallestShown(rowCount..<rowCount + columnCount)]
        var people: [Edge] = []
        var personTimes: [Edge] = []
        for place in figures.indices {
            let (from, to) = ends(place)
            let (recipients, times) = (figures[place].recipientCount, figures[place].personTimeCount)
            func add(_ edges: inout [Edge], _ value: Int, _ lowest: Int, _ highest: Int) {
                // What the label alone tells, nothing can take back.
                edges.append(
                    Edge(
                        place: place, from: from, to: to, canRise: value < highest, canFall: value > lowest,
                        isHidden: result[place] != nil && lowest != highest))
            }
            if isUnpublished(place) {
                add(&people, recipients, 0, .max)
                add(&personTimes, times, 0, .max)
            } else if result[place] == .small {
                add(&people, recipients, min(1, recipients), minGroup - 1)
                add(&personTimes, times, 1, .max)
            } else if result[place] == .complement {
                let bound =
                    place >= rowCount + columnCount || alsoHidden.contains(place)
                    ? .max : highest[place < rowCount ? 0 : 1]
                add(&people, recipients, minGroup, bound)
                add(&personTimes, times, minGroup, .max)
            }
        }
        networks = [people, personTimes]
    }

    /// The places of hidden figures that can have one value only.
    func certain() -> [Int] {
        var places: Set<Int> = []
        for edges in networks {
            var touching = [[Int]](repeating: [], count: knotCount)
            for (index, edge) in edges.enumerated() {
                touching[edge.from].append(index)
                touching[edge.to].append(index)
            }
            for (index, edge) in edges.enumerated() where edge.isHidden {
                let isFree =
                    edge.canRise && reaches(edge.from, from: edge.to, without: index, edges, touching)
                    || edge.canFall && reaches(edge.to, from: edge.from, without: index, edges, touching)
                if !isFree { places.insert(edge.place) }
            }
        }
        return places.sorted()
    }

    /// Whether there is a way from one knot to another along edges that can rise, or backwards along such as can fall.
    private func reaches(
        _ end: Int, from start: Int, without left: Int, _ edges: [Edge], _ touching: [[Int]]
    ) -> Bool {
        var isSeen = [Bool](repeating: false, count: knotCount)
        isSeen[start] = true
        // The nearest first: most ways are short.
        var waiting = [start]
        var passed = 0
        while passed < waiting.count {
            let knot = waiting[passed]
            passed += 1
            for index in touching[knot] where index != left {
                let edge = edges[index]
                let next = edge.from == knot ? edge.to : edge.from
                guard !isSeen[next], edge.from == knot ? edge.canRise : edge.canFall else { continue }
                if next == end { return true }
                isSeen[next] = true
                waiting.append(next)
            }
        }
        return false
    }
}
