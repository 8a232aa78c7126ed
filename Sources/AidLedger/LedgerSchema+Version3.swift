import GRDB

extension LedgerSchema {
    /// For every run and every vintage the SHA-256 of all that stands of it: SQLite finds a page that is broken, and
    /// not a figure of which one bit has changed.
    static let version3 = """
        CREATE TABLE digest (
            owner TEXT NOT NULL CHECK (owner IN ('run', 'vintage')),
            id INTEGER NOT NULL,
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
            PRIMARY KEY (owner, id)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER digestComesOnce BEFORE INSERT ON digest
        WHEN EXISTS (SELECT 1 FROM digest WHERE owner = NEW.owner AND id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'a run or a vintage has one digest'); END;

        CREATE TRIGGER digestNeverChanges BEFORE UPDATE ON digest
        BEGIN SELECT RAISE(ABORT, 'a digest never changes'); END;

        CREATE TRIGGER digestStays BEFORE DELETE ON digest
        WHEN OLD.owner <> 'run' OR (SELECT state FROM run WHERE id = OLD.id) IS NOT 'staged'
        BEGIN SELECT RAISE(ABORT, 'the digest of what was published stays'); END;
        """

    /// Takes the digests of all that earlier versions have written.
    static func addDigests(_ db: Database) throws {
        for owner in RecordDigest.allCases {
            for id in try Int64.fetchAll(db, sql: "SELECT id FROM \(owner.rawValue) ORDER BY id") {
                try owner.insert(id, hasLaterTables: false, into: db)
            }
        }
    }
}
