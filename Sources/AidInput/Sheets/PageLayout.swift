/// Which tables of a web page are read: those that lie in no other one, or in their place one that lies in them.
///
/// Many systems set everything on a page into a table: its title, what was asked for, and the table that is meant. Read
/// as one table, all of that would be the text of one cell.
struct PageLayout: Sendable, Equatable {
    /// For an outermost table that only sets others in their place, the one in it that is read. Both by their places
    /// among all tables, from 1.
    var inner: [Int: Int] = [:]

    /// - Parameter outermost: the table without another one around it in which this one lies, or itself.
    func reads(_ table: Int, within outermost: Int) -> Bool {
        (inner[outermost] ?? outermost) == table
    }
}

extension PageLayout {
    /// How much of a page without a table in a table is looked at: what sets others in their place begins at its top.
    private static let headByteCount = 1 << 20

    /// Looks at the tables of a page: at all of it only where one lies in another.
    ///
    /// - Parameter source: the bytes of the page as they are.
    /// - Throws: where several tables in one may be meant.
    init(of source: any TextSource) throws(InputError) {
        var page = try PageText.opening(source)
        let survey = PageSurvey()
        let parse = PageParse(into: survey)
        guard parse.isReady else { return }
        while survey.isNested || parse.fedByteCount < PageLayout.headByteCount {
            let bytes = try page.next()
            if bytes.isEmpty { break }
            parse.push(bytes)
            // What is wrong with the page is told of when it is read.
            if survey.isTooDeep || parse.silentByteCount > XMLLimits.byteCountWithoutEvent {
                parse.stop()
                return
            }
            if survey.isUnclear { break }
        }
        if survey.isUnclear || !survey.isNested { parse.stop() } else { parse.finish() }
        guard !survey.isUnclear else {
            throw InputError(problem: .sheet(.severalInnerTables), file: source.name)
        }
        inner = survey.inner
    }
}

/// Counts the rows and columns of the tables of a page that lie in one another.
private final class PageSurvey: PageSink {
    /// Of outermost tables that only set others in their place, the one that is meant.
    private(set) var inner: [Int: Int] = [:]
    /// Whether there is a table in a table.
    private(set) var isNested = false
    /// Whether several tables may be meant.
    private(set) var isUnclear = false
    private(set) var isTooDeep = false

    private struct Table {
        let place: Int
        /// Rows that have several cells with text of their own.
        var rowCount = 0
        /// Cells of the open row that have text of their own.
        var filledCount = 0
        var isFilled = false
        /// Tables within that have several rows and columns: how many, the last of them, and the most rows.
        var gridCount = 0
        var grid = 0
        var gridRowCount = 0

        var isGrid: Bool { rowCount >= 2 }

        mutating func endCell() {
            if isFilled { filledCount += 1 }
            isFilled = false
        }

        mutating func endRow() {
            endCell()
            if filledCount >= 2 { rowCount += 1 }
            filledCount = 0
        }
    }

    private var depth = 0
    private var tableCount = 0
    private var open: [Table] = []

    override func begin(_ tag: PageTag) {
        depth += 1
        isTooDeep = isTooDeep || depth > SheetLimits.pageDepth
        switch PageElement(tag.name) {
        case .table:
            tableCount += 1
            if !open.isEmpty { isNested = true }
            open.append(Table(place: tableCount))
        case .row: if let last = open.indices.last { open[last].endRow() }
        case .cell: if let last = open.indices.last { open[last].endCell() }
        case .breaking, .other: break
        }
    }

    override func end(_ name: ByteView) {
        depth -= 1
        guard PageElement(name) == .table, var table = open.popLast() else { return }
        table.endRow()
        let (grids, grid, rowCount) =
            if !table.isGrid {
                (table.gridCount, table.grid, table.gridRowCount)
            } else {
                (1, table.place, table.rowCount)
            }
        // A small table in a cell is text of it; a longer one may as well be what is meant.
        if table.isGrid ? table.gridRowCount > table.rowCount : open.isEmpty && table.gridCount > 1 { isUnclear = true }
        guard let last = open.indices.last else {
            if !table.isGrid, table.gridCount == 1 { inner[table.place] = table.grid }
            return
        }
        guard grids > 0 else { return }
        open[last].gridCount += grids
        open[last].grid = grid
        open[last].gridRowCount = max(open[last].gridRowCount, rowCount)
    }

    override func text(_ bytes: ByteView) {
        guard let last = open.indices.last, !open[last].isFilled else { return }
        open[last].isFilled = !bytes.allSatisfy { $0 <= 0x20 }
    }
}
