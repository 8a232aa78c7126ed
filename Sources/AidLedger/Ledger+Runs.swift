package import AidModel
import GRDB

// A run is staged before its folder is put in place and settled after, so that whatever a crash
// leaves can be finished or undone.

extension Ledger {
    /// Records a run whose folder is about to be put in place.
    ///
    /// - Returns: its number, never used again. The number that `run` has is not looked at.
    package func stage(_ run: RecordedRun) throws(LedgerError) -> Int64 {
        try writing { db in
            try db.cachedStatement(
                sql: """
                    INSERT INTO run (
                        state, quarter, isProvisional, folder, reportSHA256, pipelineSHA256, rulesSHA256, version,
                        finishedAt)
                    VALUES ('staged', ?, ?, CAST(? AS TEXT), ?, ?, ?, CAST(? AS TEXT), ?)
                    """
            ).execute(arguments: [
                stored(run.quarter), run.isProvisional, StoredText(run.folder), run.reportSHA256, run.pipelineSHA256,
                run.rulesSHA256,
                StoredText(run.version), run.finishedAt,
            ])
            let id = db.lastInsertedRowID
            try Ledger.insert(run.inputs, of: id, into: db)
            try CellTable.runCell.insert(run.cells, of: id, into: db)
            var position = 0
            for base in run.bases {
                try CellTable.runBase.insert(base.cells, of: id, quarter: base.quarter, first: position, into: db)
                position += base.cells.count
            }
            try Ledger.insert(run.protections, of: id, into: db)
            try Ledger.insert(run.quarters, of: id, into: db)
            try RecordDigest.run.insert(id, into: db)
            return id
        }
    }

    /// The folder of a staged run stands: from now on the run does not change.
    package func settle(run id: Int64) throws(LedgerError) {
        try writing { db in
            try db.execute(
                sql: "UPDATE run SET state = 'settled' WHERE id = ? AND state = 'staged'", arguments: [id])
            guard db.changesCount == 1 else { throw LedgerRefusal.notStaged(run: id) }
        }
    }

    /// The folder of a staged run never came to be: nothing is left of it.
    package func drop(stagedRun id: Int64) throws(LedgerError) {
        try writing { db in
            let state = try String.fetchOne(db, sql: "SELECT state FROM run WHERE id = ?", arguments: [id])
            guard state == "staged" else { throw LedgerRefusal.notStaged(run: id) }
            for table in ["runInput", "runCell", "runBase", "runProtection", "runGrouping", "runQuarter"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE run = ?", arguments: [id])
            }
            try db.execute(sql: "DELETE FROM digest WHERE owner = 'run' AND id = ?", arguments: [id])
            try db.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [id])
        }
    }

    /// The runs that a crash has left, oldest first.
    package func stagedRuns() throws(LedgerError) -> [RecordedRun] {
        try runs("WHERE state = 'staged' ORDER BY id")
    }

    /// The newest settled run on a quarter.
    package func lastRun(of quarter: Quarter) throws(LedgerError) -> RecordedRun? {
        try runs(
            "WHERE quarter = ? AND state = 'settled' ORDER BY id DESC LIMIT 1", arguments: [quarter.description]
        ).first
    }

    /// The newest settled run on any quarter.
    package func lastRun() throws(LedgerError) -> RecordedRun? {
        try runs("WHERE state = 'settled' ORDER BY id DESC LIMIT 1").first
    }

    /// The newest settled run on each quarter, and all that were published, by number.
    package func standingRuns() throws(LedgerError) -> [RecordedRun] {
        try runs(
            """
            WHERE id IN (SELECT max(id) FROM run WHERE state = 'settled' GROUP BY quarter)
                OR id IN (SELECT run FROM vintage) ORDER BY id
            """)
    }

    /// The run with a number, staged or settled.
    package func run(_ id: Int64) throws(LedgerError) -> RecordedRun? {
        try runs("WHERE id = ?", arguments: [id]).first
    }

    private func runs(
        _ condition: String, arguments: StatementArguments = []
    ) throws(LedgerError) -> [RecordedRun] {
        try reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, quarter, isProvisional, CAST(folder AS BLOB) AS folder, reportSHA256, pipelineSHA256,
                        rulesSHA256,
                        CAST(version AS BLOB) AS version, finishedAt
                    FROM run \(condition)
                    """, arguments: arguments
            ).map { try RecordedRun($0, db) }
        }
    }

    private static func insert(_ inputs: [RecordedRun.Input], of id: Int64, into db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO runInput (run, position, name, byteCount, sha256, recordCount)
                VALUES (?, ?, CAST(? AS TEXT), ?, ?, ?)
                """)
        for (position, input) in inputs.enumerated() {
            try statement.execute(arguments: [
                id, position, StoredText(input.name), input.byteCount, input.sha256, input.recordCount,
            ])
        }
    }

    private static func insert(_ protections: [RecordedRun.Protection], of id: Int64, into db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO runProtection (run, position, field, minGroup, unprotected)
                VALUES (?, ?, CAST(? AS TEXT), ?, ?)
                """)
        for (position, protection) in protections.enumerated() {
            try statement.execute(arguments: [
                id, position, StoredText(protection.field), protection.minGroup, protection.unprotectedCount,
            ])
        }
        let grouping = try db.cachedStatement(
            sql: """
                INSERT INTO runGrouping (run, position, definitionSHA256, unprotectedPeriods, unprotectedMeasures)
                VALUES (?, ?, ?, ?, ?)
                """)
        for (position, protection) in protections.enumerated() {
            guard let definition = protection.definitionSHA256 else { continue }
            try grouping.execute(arguments: [
                id, position, definition, Int(protection.unprotectedPeriods), Int(protection.unprotectedMeasures),
            ])
        }
    }

    private static func insert(_ quarters: [QuarterTotal], of id: Int64, into db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO runQuarter (run, position, quarter, isProvisional, recipients, personTimes, amountMinor)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        for (position, total) in quarters.enumerated() {
            try statement.execute(arguments: [
                id, position, stored(total.quarter), total.isProvisional, total.figures?.recipientCount,
                total.figures?.personTimeCount, total.figures.map { StoredFigure($0.amountMinor) },
            ])
        }
    }
}

extension RecordedRun {
    fileprivate init(_ row: Row, _ db: Database) throws {
        let id = row["id"] as Int64
        try RecordDigest.run.check(id, in: db)
        self.init(
            quarter: try readable(Quarter(row["quarter"])), isProvisional: row["isProvisional"],
            folder: (row["folder"] as StoredText).text, reportSHA256: row["reportSHA256"],
            pipelineSHA256: row["pipelineSHA256"],
            rulesSHA256: row["rulesSHA256"], version: (row["version"] as StoredText).text,
            finishedAt: row["finishedAt"],
            inputs: try Input.all(of: id, in: db), cells: try CellTable.runCell.cells(of: id, in: db),
            bases: try CellTable.bases(of: id, in: db), protections: try Protection.all(of: id, in: db),
            quarters: try QuarterTotal.all(of: id, in: db))
        self.id = id
    }
}

extension RecordedRun.Input {
    fileprivate static func all(of run: Int64, in db: Database) throws -> [RecordedRun.Input] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT CAST(name AS BLOB) AS name, byteCount, sha256, recordCount
                    FROM runInput WHERE run = ? ORDER BY position
                    """), arguments: [run]
        ).map { row in
            RecordedRun.Input(
                name: (row["name"] as StoredText).text, byteCount: row["byteCount"], sha256: row["sha256"],
                recordCount: row["recordCount"])
        }
    }
}

extension RecordedRun.Protection {
    fileprivate static func all(of run: Int64, in db: Database) throws -> [RecordedRun.Protection] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT CAST(field AS BLOB) AS field, minGroup, unprotected, definitionSHA256,
                        unprotectedPeriods, unprotectedMeasures
                    FROM runProtection LEFT JOIN runGrouping USING (run, position) WHERE run = ? ORDER BY position
                    """), arguments: [run]
        ).map { row in
            var protection = RecordedRun.Protection(
                field: (row["field"] as StoredText).text, minGroup: row["minGroup"],
                unprotectedCount: row["unprotected"], definitionSHA256: row["definitionSHA256"])
            protection.unprotectedPeriods = UInt8(clamping: (row["unprotectedPeriods"] as Int?) ?? 0)
            protection.unprotectedMeasures = UInt8(clamping: (row["unprotectedMeasures"] as Int?) ?? 0)
            return protection
        }
    }
}

extension QuarterTotal {
    fileprivate static func all(of run: Int64, in db: Database) throws -> [QuarterTotal] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT quarter, isProvisional, recipients, personTimes, amountMinor
                    FROM runQuarter WHERE run = ? ORDER BY position
                    """), arguments: [run]
        ).map { row in
            var figures: Figures?
            if let recipients = row["recipients"] as Int? {
                figures = Figures(
                    recipientCount: recipients, personTimeCount: row["personTimes"],
                    amountMinor: (row["amountMinor"] as StoredFigure).value)
            }
            return QuarterTotal(
                quarter: try readable(Quarter(row["quarter"])), isProvisional: row["isProvisional"], figures: figures)
        }
    }
}
