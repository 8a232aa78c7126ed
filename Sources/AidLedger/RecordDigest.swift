import FoundationEssentials
import GRDB

/// The SHA-256 of all rows of a run or of a vintage, by which a changed bit is found.
///
/// The columns are those of version 3: what is added later is not in the digests of then. Rows of tables that came later
/// are, and runs of then have none.
enum RecordDigest: String, CaseIterable {
    case run
    case vintage

    /// The tables with the columns that count, the owner's own first. A run is settled after it was written down.
    private var tables: [(name: String, owner: String, columns: [String])] {
        let range = ["recipients", "personTimes", "amountMinor"].flatMap { [$0 + "Lowest", $0 + "Highest"] }
        let cell = ["position", "period", "field", "name", "suppressed"] + range
        return switch self {
        case .run:
            [
                (
                    "run", "id",
                    [
                        "id", "quarter", "isProvisional", "folder", "reportSHA256", "pipelineSHA256", "rulesSHA256",
                        "version", "finishedAt",
                    ]
                ),
                ("runInput", "run", ["position", "name", "byteCount", "sha256", "recordCount"]),
                ("runCell", "run", cell),
                ("runBase", "run", ["quarter"] + cell),
                ("runProtection", "run", ["position", "field", "minGroup", "unprotected"]),
                (
                    "runGrouping", "run",
                    ["position", "definitionSHA256", "unprotectedPeriods", "unprotectedMeasures"]
                ),
                (
                    "runQuarter", "run",
                    ["position", "quarter", "isProvisional", "recipients", "personTimes", "amountMinor"]
                ),
            ]
        case .vintage:
            [
                (
                    "vintage", "id",
                    [
                        "id", "quarter", "number", "publishedOn", "reason", "note", "isProvisional", "run",
                        "importedSHA256",
                    ]
                ),
                ("vintageCell", "vintage", cell),
            ]
        }
    }

    /// Those that came after version 3: runs of before have no rows in them.
    private static let laterTables: Set = ["runBase", "runProtection", "runGrouping"]

    /// Writes the digest of what stands.
    ///
    /// - Parameter hasLaterTables: whether there are the tables that came after version 3.
    func insert(_ id: Int64, hasLaterTables: Bool = true, into db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO digest (owner, id, sha256) VALUES (?, ?, ?)").execute(arguments: [
            rawValue, id, sha256(id, hasLaterTables: hasLaterTables, in: db),
        ])
    }

    /// - Throws: where what stands is not what was written.
    func check(_ id: Int64, in db: Database) throws {
        let written = try String.fetchOne(
            db.cachedStatement(sql: "SELECT sha256 FROM digest WHERE owner = ? AND id = ?"), arguments: [rawValue, id])
        guard try written == sha256(id, in: db) else { throw UnreadableValue() }
    }

    /// The hash as a function of SQL, so that whoever has a connection has it.
    static func function(_ sha256: @escaping Ledger.SHA256Maker) -> DatabaseFunction {
        DatabaseFunction("sha256", argumentCount: 1, pure: true) { values in
            Data.fromDatabaseValue(values[0]).map { sha256(Array($0)) }
        }
    }

    private func sha256(_ id: Int64, hasLaterTables: Bool = true, in db: Database) throws -> String? {
        var bytes = Data()
        func add(_ value: some Collection<UInt8>) {
            // Its length before it, so that no two rows look alike.
            withUnsafeBytes(of: UInt64(value.count).littleEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: value)
        }
        for table in tables where hasLaterTables || !RecordDigest.laterTables.contains(table.name) {
            let columns = table.columns.map { "typeof(\($0)), CAST(\($0) AS BLOB)" }.joined(separator: ", ")
            let order = table.columns.contains("position") ? " ORDER BY position" : ""
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: "SELECT \(columns) FROM \(table.name) WHERE \(table.owner) = ?\(order)"), arguments: [id])
            while let row = try rows.next() {
                add(Array(table.name.utf8))
                for index in table.columns.indices {
                    add(Array((row[2 * index] as String).utf8))
                    add(row[2 * index + 1] as Data? ?? Data())
                }
            }
        }
        return try String.fetchOne(db.cachedStatement(sql: "SELECT sha256(?)"), arguments: [bytes])
    }
}
