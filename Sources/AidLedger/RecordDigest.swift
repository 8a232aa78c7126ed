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

    /// The hash as functions of SQL, so that whoever has a connection has it: `sha256(bytes, isFirst)` takes in a piece,
    /// `sha256()` tells the digits.
    static func functions(_ sha256: @escaping Ledger.SHA256Maker) -> [DatabaseFunction] {
        let state = State(sha256)
        return [
            DatabaseFunction("sha256", argumentCount: 2, pure: false) { values in
                state.take(
                    Data.fromDatabaseValue(values[0]) ?? Data(), isFirst: Bool.fromDatabaseValue(values[1]) ?? true)
                return nil
            },
            DatabaseFunction("sha256", argumentCount: 0, pure: false) { _ in state.hexadecimal },
        ]
    }

    /// What a connection has taken in; only one at a time uses it.
    private final class State: @unchecked Sendable {
        private let begin: Ledger.SHA256Maker
        private var steps: (update: (UnsafeRawBufferPointer) -> Void, hexadecimal: () -> String)

        init(_ begin: @escaping Ledger.SHA256Maker) {
            self.begin = begin
            steps = begin()
        }

        func take(_ bytes: Data, isFirst: Bool) {
            if isFirst { steps = begin() }
            bytes.withUnsafeBytes(steps.update)
        }

        var hexadecimal: String { steps.hexadecimal() }
    }

    /// So much is gathered before it is hashed.
    private static let pieceSize = 64 << 10

    private func sha256(_ id: Int64, hasLaterTables: Bool = true, in db: Database) throws -> String? {
        let take = try db.cachedStatement(sql: "SELECT sha256(?, ?)")
        var bytes = Data()
        bytes.reserveCapacity(RecordDigest.pieceSize + 4096)
        var isFirst = true
        func pass() throws {
            try take.execute(arguments: [bytes, isFirst])
            bytes.removeAll(keepingCapacity: true)
            isFirst = false
        }
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
                add(table.name.utf8)
                for index in table.columns.indices {
                    add((row[2 * index] as String).utf8)
                    try row.withUnsafeData(atIndex: 2 * index + 1) { add($0 ?? Data()) }
                }
                if bytes.count >= RecordDigest.pieceSize { try pass() }
            }
        }
        try pass()
        return try String.fetchOne(db.cachedStatement(sql: "SELECT sha256()"))
    }
}
