import FoundationEssentials
import GRDB
import GRDBSQLite

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

    /// What stands before a value: the name of its type.
    private enum StoredType {
        static let null = DigestBytes.text("null")
        static let integer = DigestBytes.text("integer")
        static let real = DigestBytes.text("real")
        static let text = DigestBytes.text("text")
        static let blob = DigestBytes.text("blob")

        /// - Parameter code: of SQLite.
        static func named(by code: Int32) -> [UInt8] {
            switch code {
            case SQLITE_INTEGER: integer
            case SQLITE_FLOAT: real
            case SQLITE_TEXT: text
            case SQLITE_BLOB: blob
            default: null
            }
        }
    }

    /// Values are taken from SQLite as they stand, since there may be millions.
    private func sha256(_ id: Int64, hasLaterTables: Bool = true, in db: Database) throws -> String? {
        let take = try db.cachedStatement(sql: "SELECT sha256(?, ?)")
        var digest = DigestBytes(reserving: RecordDigest.pieceSize + 4096)
        var isFirst = true
        func pass() throws {
            try take.execute(arguments: [Data(digest.bytes), isFirst])
            digest.removeAll()
            isFirst = false
        }
        for table in tables where hasLaterTables || !RecordDigest.laterTables.contains(table.name) {
            let name = DigestBytes.text(table.name)
            let order = table.columns.contains("position") ? " ORDER BY position" : ""
            let columns = table.columns.joined(separator: ", ")
            let statement = try db.cachedStatement(
                sql: "SELECT \(columns) FROM \(table.name) WHERE \(table.owner) = ?\(order)")
            let rows = try Row.fetchCursor(statement, arguments: [id])
            while try rows.next() != nil {
                digest.append(name)
                for index in 0..<Int32(table.columns.count) {
                    let row = statement.sqliteStatement
                    // The type first: bytes of a number turn it into text.
                    digest.append(StoredType.named(by: sqlite3_column_type(row, index)))
                    let start = sqlite3_column_blob(row, index)
                    digest.append(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, index))))
                }
                if digest.bytes.count >= RecordDigest.pieceSize { try pass() }
            }
        }
        try pass()
        return try String.fetchOne(db.cachedStatement(sql: "SELECT sha256()"))
    }
}

/// Values one after the other, each with its length before it, so that no two rows look alike.
private struct DigestBytes {
    private(set) var bytes: [UInt8] = []

    init(reserving count: Int) { bytes.reserveCapacity(count) }

    /// A text as it is appended.
    static func text(_ text: String) -> [UInt8] {
        var digest = DigestBytes(reserving: 0)
        Array(text.utf8).withUnsafeBytes { digest.append($0) }
        return digest.bytes
    }

    /// - Parameter value: with its length before it.
    mutating func append(_ value: [UInt8]) { bytes += value }

    mutating func append(_ value: UnsafeRawBufferPointer) {
        withUnsafeBytes(of: UInt64(value.count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: value)
    }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
