import AidModel
import GRDB

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
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO \(rawValue) (
                    \(owner), position, period, field, name, suppressed,
                    recipientsLowest, recipientsHighest, personTimesLowest, personTimesHighest,
                    amountMinorLowest, amountMinorHighest\(quarter == nil ? "" : ", quarter"))
                VALUES (?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?, ?, ?, ?\(
                    quarter == nil ? "" : ", ?"))
                """)
        for (position, cell) in cells.withoutWithheldNames().enumerated() {
            var values: [(any DatabaseValueConvertible)?] = [
                id, first + position, cell.period.rawValue,
                cell.group.map { StoredText($0.field) }, cell.group?.name.map(StoredText.init),
            ]
            switch cell.content {
            case .suppressed(let reason):
                values.append(StoredText(reason))
                values += [(any DatabaseValueConvertible)?](repeating: nil, count: 6)
            case .figures(let figures):
                values.append(nil)
                for range in [figures.recipients, figures.personTimes, figures.amountMinor] {
                    values.append(range.map { StoredFigure($0.lowest) })
                    values.append(range.map { StoredFigure($0.highest) })
                }
            }
            if let quarter { values.append(try stored(quarter)) }
            try statement.execute(arguments: StatementArguments(values))
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
