extension LedgerSchema {
    /// Whose ledger it is: one programme's, counted in one currency, once and for all.
    static let version2 = """
        CREATE TABLE owner (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            programme TEXT NOT NULL,
            currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]')
        ) STRICT;

        CREATE TRIGGER ownerComesOnce BEFORE INSERT ON owner
        WHEN EXISTS (SELECT 1 FROM owner)
        BEGIN SELECT RAISE(ABORT, 'a ledger has one owner'); END;

        CREATE TRIGGER ownerNeverChanges BEFORE UPDATE ON owner
        BEGIN SELECT RAISE(ABORT, 'the owner of a ledger never changes'); END;

        CREATE TRIGGER ownerStays BEFORE DELETE ON owner
        BEGIN SELECT RAISE(ABORT, 'the owner of a ledger stays'); END;
        """
}
