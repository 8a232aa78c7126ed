extension LedgerSchema {
    /// The first version of the tables.
    ///
    /// ```
    /// run ─┬─ runInput      what it read
    ///      ├─ runCell       the figures of its quarter
    ///      └─ runQuarter    the totals of all quarters
    ///  └─ vintage ── vintageCell
    /// ```
    ///
    /// A settled run and a vintage never change. Triggers see to it, for whoever writes: `OR REPLACE`
    /// deletes without calling a trigger, so insertions are looked at too. The cells of a vintage
    /// come before it (their reference is checked when the transaction ends), and none can follow.
    static let version1 = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            state TEXT NOT NULL CHECK (state IN ('staged', 'settled')),
            quarter TEXT NOT NULL CHECK (\(quarter("quarter"))),
            isProvisional INTEGER NOT NULL CHECK (isProvisional IN (0, 1)),
            folder TEXT NOT NULL,
            reportSHA256 TEXT NOT NULL CHECK (\(sha256("reportSHA256"))),
            pipelineSHA256 TEXT NOT NULL CHECK (\(sha256("pipelineSHA256"))),
            rulesSHA256 TEXT NOT NULL CHECK (\(sha256("rulesSHA256"))),
            version TEXT NOT NULL,
            finishedAt TEXT NOT NULL CHECK (finishedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
        ) STRICT;
        CREATE INDEX runByQuarter ON run (quarter, id);

        CREATE TABLE runInput (
            run INTEGER NOT NULL REFERENCES run (id),
            position INTEGER NOT NULL CHECK (position >= 0),
            name TEXT NOT NULL,
            byteCount INTEGER NOT NULL CHECK (byteCount >= 0),
            sha256 TEXT CHECK (\(sha256("sha256"))),
            recordCount INTEGER NOT NULL CHECK (recordCount >= 0),
            PRIMARY KEY (run, position)
        ) STRICT, WITHOUT ROWID;

        \(cells("runCell", of: "run", reference: "REFERENCES run (id)"))

        CREATE TABLE runQuarter (
            run INTEGER NOT NULL REFERENCES run (id),
            position INTEGER NOT NULL CHECK (position >= 0),
            quarter TEXT NOT NULL CHECK (\(quarter("quarter"))),
            isProvisional INTEGER NOT NULL CHECK (isProvisional IN (0, 1)),
            recipients INTEGER,
            personTimes INTEGER,
            amountMinor ANY CHECK (\(figure("amountMinor"))),
            PRIMARY KEY (run, position),
            UNIQUE (run, quarter),
            CHECK ((recipients IS NULL) = (personTimes IS NULL) AND (recipients IS NULL) = (amountMinor IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE vintage (
            id INTEGER PRIMARY KEY,
            quarter TEXT NOT NULL CHECK (\(quarter("quarter"))),
            number INTEGER NOT NULL CHECK (number >= 1),
            publishedOn TEXT NOT NULL CHECK (publishedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
            reason TEXT CHECK (reason IN ('R1', 'R2', 'R3', 'C')),
            note TEXT,
            isProvisional INTEGER NOT NULL CHECK (isProvisional IN (0, 1)),
            run INTEGER REFERENCES run (id),
            importedSHA256 TEXT CHECK (\(sha256("importedSHA256"))),
            UNIQUE (quarter, number),
            CHECK ((number = 1) = (reason IS NULL)),
            CHECK ((run IS NULL) <> (importedSHA256 IS NULL))
        ) STRICT;
        CREATE INDEX vintageByRun ON vintage (run);

        \(cells("vintageCell", of: "vintage", reference: "REFERENCES vintage (id) DEFERRABLE INITIALLY DEFERRED"))

        CREATE TRIGGER runBeginsStaged BEFORE INSERT ON run
        WHEN NEW.state <> 'staged' OR EXISTS (SELECT 1 FROM run WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'a run begins staged, under a number of its own'); END;

        CREATE TRIGGER runOnlySettles BEFORE UPDATE ON run
        WHEN NOT (OLD.state = 'staged' AND NEW.state = 'settled' AND NEW.id = OLD.id AND NEW.quarter = OLD.quarter
            AND NEW.isProvisional = OLD.isProvisional AND NEW.folder = OLD.folder AND NEW.reportSHA256 = OLD.reportSHA256
            AND NEW.pipelineSHA256 = OLD.pipelineSHA256 AND NEW.rulesSHA256 = OLD.rulesSHA256
            AND NEW.version = OLD.version AND NEW.finishedAt = OLD.finishedAt)
        BEGIN SELECT RAISE(ABORT, 'a staged run is settled, and nothing else changes'); END;

        CREATE TRIGGER settledRunStays BEFORE DELETE ON run
        WHEN OLD.state <> 'staged'
        BEGIN SELECT RAISE(ABORT, 'a settled run stays'); END;

        \(childOfRun("runInput"))

        \(childOfRun("runCell"))

        \(childOfRun("runQuarter"))

        CREATE TRIGGER vintageIsNext BEFORE INSERT ON vintage
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM vintage WHERE quarter = NEW.quarter)
            OR EXISTS (SELECT 1 FROM vintage WHERE id = NEW.id)
            OR (NEW.run IS NOT NULL AND (SELECT state FROM run WHERE id = NEW.run) IS NOT 'settled')
        BEGIN SELECT RAISE(ABORT, 'a vintage is the next of its quarter, and its run is settled'); END;

        \(stays("vintage"))

        CREATE TRIGGER vintageCellComesFirst BEFORE INSERT ON vintageCell
        WHEN EXISTS (SELECT 1 FROM vintage WHERE id = NEW.vintage)
        BEGIN SELECT RAISE(ABORT, 'a vintage takes no more cells'); END;

        \(stays("vintageCell"))
        """

    private static func quarter(_ column: String) -> String {
        "\(column) GLOB '[0-9][0-9][0-9][0-9]Q[1-4]'"
    }

    /// Holds for NULL too, where the column allows it.
    static func sha256(_ column: String) -> String {
        "length(\(column)) = 64 AND \(column) NOT GLOB '*[^0-9a-f]*'"
    }

    /// A table of published cells: no figure twice, both ends of a range or none, and none at all
    /// where the cell was kept back.
    ///
    /// - Parameter ofQuarters: whether each cell names its quarter.
    static func cells(_ table: String, of owner: String, reference: String, ofQuarters: Bool = false) -> String {
        """
        CREATE TABLE \(table) (
            \(owner) INTEGER NOT NULL \(reference),
            position INTEGER NOT NULL CHECK (position >= 0),\(
                ofQuarters ? "\n    quarter TEXT NOT NULL CHECK (\(quarter("quarter")))," : "")
            period TEXT NOT NULL CHECK (period IN ('quarter', 'yearToDate', 'cumulative')),
            field TEXT,
            name TEXT,
            suppressed TEXT,
            recipientsLowest ANY,
            recipientsHighest ANY,
            personTimesLowest ANY,
            personTimesHighest ANY,
            amountMinorLowest ANY,
            amountMinorHighest ANY,
            PRIMARY KEY (\(owner), position),
            CHECK (field IS NOT NULL OR name IS NULL),
            CHECK (\(range("recipients"))),
            CHECK (\(range("personTimes"))),
            CHECK (\(range("amountMinor"))),
            CHECK (suppressed IS NULL OR coalesce(recipientsLowest, personTimesLowest, amountMinorLowest) IS NULL)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX \(table)Once ON \(table)
            (\(owner), \(ofQuarters ? "quarter, " : "")period, field IS NULL, coalesce(field, ''), name IS NULL, coalesce(name, ''));
        """
    }

    private static func range(_ measure: String) -> String {
        """
        (\(measure)Lowest IS NULL) = (\(measure)Highest IS NULL) \
        AND \(figure(measure + "Lowest")) AND \(figure(measure + "Highest")) \
        AND (typeof(\(measure)Lowest) <> 'integer' OR typeof(\(measure)Highest) <> 'integer' \
        OR \(measure)Lowest <= \(measure)Highest)
        """
    }

    /// A number, or the digits of one beyond 64 bits; holds for NULL too.
    private static func figure(_ column: String) -> String {
        "(typeof(\(column)) IN ('integer', 'null') OR typeof(\(column)) = 'text' AND \(column) NOT GLOB '*[^-0-9]*')"
    }

    /// Rows of a run: they come and go while it is staged.
    static func childOfRun(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)ComesStaged BEFORE INSERT ON \(table)
        WHEN (SELECT state FROM run WHERE id = NEW.run) IS NOT 'staged'
        BEGIN SELECT RAISE(ABORT, 'a settled run takes nothing more'); END;

        CREATE TRIGGER \(table)NeverChanges BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, 'what belongs to a run never changes'); END;

        CREATE TRIGGER \(table)Stays BEFORE DELETE ON \(table)
        WHEN (SELECT state FROM run WHERE id = OLD.run) IS NOT 'staged'
        BEGIN SELECT RAISE(ABORT, 'what belongs to a settled run stays'); END;
        """
    }

    private static func stays(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)NeverChanges BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, 'what was published never changes'); END;

        CREATE TRIGGER \(table)Stays BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, 'what was published stays'); END;
        """
    }
}
