extension LedgerSchema {
    /// What the report of a run has printed of other quarters, with which it compares, and how its breakdowns were
    /// protected: what one report has hidden no later one may tell, and what is as it was is hidden as it was.
    static let version4 = """
        \(cells("runBase", of: "run", reference: "REFERENCES run (id)", ofQuarters: true))

        \(childOfRun("runBase"))

        CREATE TABLE runProtection (
            run INTEGER NOT NULL REFERENCES run (id),
            position INTEGER NOT NULL CHECK (position >= 0),
            field TEXT NOT NULL,
            minGroup INTEGER NOT NULL CHECK (minGroup > 0),
            unprotected INTEGER NOT NULL CHECK (unprotected >= 0),
            PRIMARY KEY (run, position),
            UNIQUE (run, field)
        ) STRICT, WITHOUT ROWID;

        \(childOfRun("runProtection"))
        """
}
