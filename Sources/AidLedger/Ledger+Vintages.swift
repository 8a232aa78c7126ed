package import AidModel
import GRDB

// Vintages are only ever added. A mistake is set right by another one.

extension Ledger {
    /// The vintages of a quarter, by number.
    package func vintages(of quarter: Quarter) throws(LedgerError) -> [Vintage] {
        try vintages("WHERE quarter = ? ORDER BY number", arguments: [quarter.description])
    }

    /// All vintages, by quarter and number.
    package func vintages() throws(LedgerError) -> [Vintage] {
        try vintages("ORDER BY quarter, number")
    }

    /// Adds vintages, all or none.
    ///
    /// - Throws: where one is not the next of its quarter, gives no reason for a restatement, or
    ///   is of a run that is not settled.
    package func publish(_ vintages: [Vintage]) throws(LedgerError) {
        try writing { db in
            for vintage in vintages { try Ledger.publish(vintage, in: db) }
        }
    }

    private static func publish(_ vintage: Vintage, in db: Database) throws {
        let quarter = try stored(vintage.quarter)
        let next = try readable(
            Int.fetchOne(
                db, sql: "SELECT coalesce(max(number), 0) + 1 FROM vintage WHERE quarter = ?", arguments: [quarter]))
        guard vintage.number == next else {
            throw LedgerRefusal.notNext(vintage.quarter, number: vintage.number, next: next)
        }
        guard (next == 1) == (vintage.reason == nil) else {
            throw next == 1
                ? LedgerRefusal.needlessReason(vintage.quarter) : .withoutReason(vintage.quarter, number: next)
        }
        var run: Int64?
        var importedSHA256: String?
        switch vintage.origin {
        case .run(let id):
            run = id
            let state = try String.fetchOne(db, sql: "SELECT state FROM run WHERE id = ?", arguments: [id])
            guard state == "settled" else { throw LedgerRefusal.notSettled(run: id) }
        case .imported(let sha256):
            importedSHA256 = sha256
        }
        let id = try readable(Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM vintage"))
        // The vintage closes the list of its cells, so it comes after them.
        try CellTable.vintageCell.insert(vintage.cells, of: id, into: db)
        try db.execute(
            sql: """
                INSERT INTO vintage (
                    id, quarter, number, publishedOn, reason, note, isProvisional, run, importedSHA256)
                VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?, ?)
                """,
            arguments: [
                id, quarter, vintage.number, stored(vintage.publishedOn), vintage.reason?.rawValue,
                vintage.note.map(StoredText.init), vintage.isProvisional, run, importedSHA256,
            ])
        try RecordDigest.vintage.insert(id, into: db)
    }

    private func vintages(
        _ condition: String, arguments: StatementArguments = []
    ) throws(LedgerError) -> [Vintage] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, quarter, number, publishedOn, reason, CAST(note AS BLOB) AS note, isProvisional,
                        run, importedSHA256
                    FROM vintage \(condition)
                    """, arguments: arguments
            ).map { try Vintage($0, db) }
        }
    }
}

extension Vintage {
    fileprivate init(_ row: Row, _ db: Database) throws {
        try RecordDigest.vintage.check(row["id"], in: db)
        let origin: Origin =
            if let run = row["run"] as Int64? {
                .run(run)
            } else {
                .imported(sha256: row["importedSHA256"])
            }
        self.init(
            quarter: try readable(Quarter(row["quarter"])), number: row["number"],
            publishedOn: try CalendarDay(stored: row["publishedOn"]),
            reason: try (row["reason"] as String?).map { try readable(RestatementReason(rawValue: $0)) },
            note: (row["note"] as StoredText?)?.text, isProvisional: row["isProvisional"], origin: origin,
            cells: try CellTable.vintageCell.cells(of: row["id"], in: db))
    }
}
