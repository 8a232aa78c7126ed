extension LedgerSchema {
    /// By which rules records got the groups of a breakdown, and where figures may follow: what was hidden under one set
    /// of groups must not be told by another.
    static let version5 = """
        CREATE TABLE runGrouping (
            run INTEGER NOT NULL REFERENCES run (id),
            position INTEGER NOT NULL CHECK (position >= 0),
            definitionSHA256 TEXT NOT NULL CHECK (\(sha256("definitionSHA256"))),
            unprotectedPeriods INTEGER NOT NULL CHECK (unprotectedPeriods BETWEEN 0 AND 255),
            unprotectedMeasures INTEGER NOT NULL CHECK (unprotectedMeasures BETWEEN 0 AND 255),
            PRIMARY KEY (run, position)
        ) STRICT, WITHOUT ROWID;

        \(childOfRun("runGrouping"))
        """
}
