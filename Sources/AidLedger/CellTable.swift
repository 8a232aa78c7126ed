import AidModel
import GRDB
import GRDBSQLite

/// Where published cells stand: those of runs and those of vintages look alike.
enum CellTable: String {
    case runCell
    /// Those of other quarters, each with its quarter.
    case runBase
    case vintageCell

    private var owner: String {
        switch self {
        case .runCell, .runBase: "run"
        case .vintageCell: "vintage"
        }
    }

    /// Nothing is kept by name of groups whose names are withheld.
    ///
    /// - Parameters:
    ///   - quarter: that of the cells, in `runBase` alone.
    ///   - first: the position of the first of them.
    func insert(
        _ cells: [PublishedCell], of id: Int64, quarter: Quarter? = nil, first: Int = 0, into db: Database
    ) throws {
        let row = CellRow(
            try db.cachedStatement(
                sql: """
                    INSERT INTO \(rawValue) (
                        \(owner), position, period, field, name, suppressed,
                        recipientsLowest, recipientsHighest, personTimesLowest, personTimesHighest,
                        amountMinorLowest, amountMinorHighest\(quarter == nil ? "" : ", quarter"))
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?\(quarter == nil ? "" : ", ?"))
                    """))
        for (position, cell) in cells.withoutWithheldNames().enumerated() {
            row.bind(1, id)
            row.bind(2, Int64(first + position))
            row.bind(3, cell.period.rawValue)
            row.bind(4, cell.group?.field)
            row.bind(5, cell.group?.name)
            var ranges: [FigureRange?] = [nil, nil, nil]
            switch cell.content {
            case .suppressed(let reason): row.bind(6, reason)
            case .figures(let figures):
                row.bind(6, nil as String?)
                ranges = [figures.recipients, figures.personTimes, figures.amountMinor]
            }
            for (place, range) in ranges.enumerated() {
                row.bind(Int32(7 + 2 * place), range?.lowest)
                row.bind(Int32(8 + 2 * place), range?.highest)
            }
            if let quarter { row.bind(13, try stored(quarter)) }
            try row.insert()
        }
    }

    /// The cells of `runBase`, by quarter, in the order in which they were written.
    static func bases(of id: Int64, in db: Database) throws -> [RecordedRun.Base] {
        let quarters = try String.fetchAll(
            db.cachedStatement(
                sql: "SELECT quarter FROM runBase WHERE run = ? GROUP BY quarter ORDER BY min(position)"),
            arguments: [id])
        return try quarters.map { quarter in
            RecordedRun.Base(
                quarter: try readable(Quarter(quarter)),
                cells: try runBase.cells(of: id, quarter: quarter, in: db))
        }
    }

    /// The cells of one run or vintage, in the order in which they were written; without names that are withheld,
    /// which earlier versions kept.
    func cells(of id: Int64, quarter: String? = nil, in db: Database) throws -> [PublishedCell] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT period, CAST(field AS BLOB) AS field, CAST(name AS BLOB) AS name,
                    CAST(suppressed AS BLOB) AS suppressed, recipientsLowest, recipientsHighest,
                    personTimesLowest, personTimesHighest, amountMinorLowest, amountMinorHighest
                FROM \(rawValue) WHERE \(owner) = ?\(quarter == nil ? "" : " AND quarter = ?") ORDER BY position
                """)
        return try Row.fetchAll(statement, arguments: quarter.map { [id, $0] } ?? [id]).map(PublishedCell.init)
            .withoutWithheldNames()
    }
}

/// A row that is about to be written, by SQLite's own functions: there may be millions, and GRDB would wrap each value.
private struct CellRow {
    private let statement: Statement
    private var row: OpaquePointer { statement.sqliteStatement }

    /// - Parameter statement: has a parameter for each column.
    init(_ statement: Statement) { self.statement = statement }

    func bind(_ column: Int32, _ number: Int64) { sqlite3_bind_int64(row, column, number) }

    /// Text with whatever is in it, be it a NUL (`StoredText`).
    func bind(_ column: Int32, _ text: String?) {
        guard var text else {
            sqlite3_bind_null(row, column)
            return
        }
        // SQLite's mark for bytes that it has to copy.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        text.withUTF8 { bytes in
            // Of nothing there may be no address, and without one it would be null.
            guard let start = bytes.baseAddress, !bytes.isEmpty else {
                sqlite3_bind_text(row, column, "", 0, copied)
                return
            }
            start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                _ = sqlite3_bind_text(row, column, $0, Int32(bytes.count), copied)
            }
        }
    }

    /// As `StoredFigure` has it.
    func bind(_ column: Int32, _ figure: Int128?) {
        if let figure, let number = Int64(exactly: figure) {
            bind(column, number)
        } else {
            bind(column, figure.map { String($0) })
        }
    }

    func insert() throws {
        let code = sqlite3_step(row)
        sqlite3_reset(row)
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: String(cString: sqlite3_errmsg(sqlite3_db_handle(row))))
        }
    }
}

extension PublishedCell {
    fileprivate init(_ row: Row) throws {
        let field = row["field"] as StoredText?
        let name = row["name"] as StoredText?
        let suppressed = row["suppressed"] as StoredText?
        self.init(
            period: try readable(Period(rawValue: row["period"])),
            group: field.map { Group(field: $0.text, name: name?.text) },
            content: try suppressed.map { .suppressed($0.text) }
                ?? .figures(
                    PublishedFigures(
                        recipients: FigureRange(row, "recipientsLowest", "recipientsHighest"),
                        personTimes: FigureRange(row, "personTimesLowest", "personTimesHighest"),
                        amountMinor: FigureRange(row, "amountMinorLowest", "amountMinorHighest"))))
    }
}

extension FigureRange {
    fileprivate init?(_ row: Row, _ lowestColumn: String, _ highestColumn: String) throws {
        guard let lowest = row[lowestColumn] as StoredFigure?, let highest = row[highestColumn] as StoredFigure? else {
            return nil
        }
        guard lowest.value <= highest.value else { throw UnreadableValue() }
        self.init(lowest: lowest.value, highest: highest.value)
    }
}
