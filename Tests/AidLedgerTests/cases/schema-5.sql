CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL CHECK (state IN ('staged', 'settled')),
    quarter TEXT NOT NULL CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]Q[1-4]'),
    isProvisional INTEGER NOT NULL CHECK (isProvisional IN (0, 1)),
    folder TEXT NOT NULL,
    reportSHA256 TEXT NOT NULL CHECK (length(reportSHA256) = 64 AND reportSHA256 NOT GLOB '*[^0-9a-f]*'),
    pipelineSHA256 TEXT NOT NULL CHECK (length(pipelineSHA256) = 64 AND pipelineSHA256 NOT GLOB '*[^0-9a-f]*'),
    rulesSHA256 TEXT NOT NULL CHECK (length(rulesSHA256) = 64 AND rulesSHA256 NOT GLOB '*[^0-9a-f]*'),
    version TEXT NOT NULL,
    finishedAt TEXT NOT NULL CHECK (finishedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX runByQuarter ON run (quarter, id);

CREATE TABLE runInput (
    run INTEGER NOT NULL REFERENCES run (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    byteCount INTEGER NOT NULL CHECK (byteCount >= 0),
    sha256 TEXT CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    recordCount INTEGER NOT NULL CHECK (recordCount >= 0),
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE runCell (
    run INTEGER NOT NULL REFERENCES run (id),
    position INTEGER NOT NULL CHECK (position >= 0),
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
    PRIMARY KEY (run, position),
    CHECK (field IS NOT NULL OR name IS NULL),
    CHECK ((recipientsLowest IS NULL) = (recipientsHighest IS NULL) AND (typeof(recipientsLowest) IN ('integer', 'null') OR typeof(recipientsLowest) = 'text' AND recipientsLowest NOT GLOB '*[^-0-9]*') AND (typeof(recipientsHighest) IN ('integer', 'null') OR typeof(recipientsHighest) = 'text' AND recipientsHighest NOT GLOB '*[^-0-9]*') AND (typeof(recipientsLowest) <> 'integer' OR typeof(recipientsHighest) <> 'integer' OR recipientsLowest <= recipientsHighest)),
    CHECK ((personTimesLowest IS NULL) = (personTimesHighest IS NULL) AND (typeof(personTimesLowest) IN ('integer', 'null') OR typeof(personTimesLowest) = 'text' AND personTimesLowest NOT GLOB '*[^-0-9]*') AND (typeof(personTimesHighest) IN ('integer', 'null') OR typeof(personTimesHighest) = 'text' AND personTimesHighest NOT GLOB '*[^-0-9]*') AND (typeof(personTimesLowest) <> 'integer' OR typeof(personTimesHighest) <> 'integer' OR personTimesLowest <= personTimesHighest)),
    CHECK ((amountMinorLowest IS NULL) = (amountMinorHighest IS NULL) AND (typeof(amountMinorLowest) IN ('integer', 'null') OR typeof(amountMinorLowest) = 'text' AND amountMinorLowest NOT GLOB '*[^-0-9]*') AND (typeof(amountMinorHighest) IN ('integer', 'null') OR typeof(amountMinorHighest) = 'text' AND amountMinorHighest NOT GLOB '*[^-0-9]*') AND (typeof(amountMinorLowest) <> 'integer' OR typeof(amountMinorHighest) <> 'integer' OR amountMinorLowest <= amountMinorHighest)),
    CHECK (suppressed IS NULL OR coalesce(recipientsLowest, personTimesLowest, amountMinorLowest) IS NULL)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX runCellOnce ON runCell
    (run, period, field IS NULL, coalesce(field, ''), name IS NULL, coalesce(name, ''));

CREATE TABLE runQuarter (
    run INTEGER NOT NULL REFERENCES run (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    quarter TEXT NOT NULL CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]Q[1-4]'),
    isProvisional INTEGER NOT NULL CHECK (isProvisional IN (0, 1)),
    recipients INTEGER,
    personTimes INTEGER,
    amountMinor ANY CHECK ((typeof(amountMinor) IN ('integer', 'null') OR typeof(amountMinor) = 'text' AND amountMinor NOT GLOB '*[^-0-9]*')),
    PRIMARY KEY (run, position),
    UNIQUE (run, quarter),
    CHECK ((recipients IS NULL) = (personTimes IS NULL) AND (recipients IS NULL) = (amountMinor IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE vintage (
    id INTEGER PRIMARY KEY,
    quarter TEXT NOT NULL CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]Q[1-4]'),
    number INTEGER NOT NULL CHECK (number >= 1),
    publishedOn TEXT NOT NULL CHECK (publishedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reason TEXT CHECK (reason IN ('R1', 'R2', 'R3', 'C')),
    note TEXT,
    isProvisional INTEGER NOT NULL CHECK (isProvisional IN (0, 1)),
    run INTEGER REFERENCES run (id),
    importedSHA256 TEXT CHECK (length(importedSHA256) = 64 AND importedSHA256 NOT GLOB '*[^0-9a-f]*'),
    UNIQUE (quarter, number),
    CHECK ((number = 1) = (reason IS NULL)),
    CHECK ((run IS NULL) <> (importedSHA256 IS NULL))
) STRICT;

CREATE INDEX vintageByRun ON vintage (run);

CREATE TABLE vintageCell (
    vintage INTEGER NOT NULL REFERENCES vintage (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 0),
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
    PRIMARY KEY (vintage, position),
    CHECK (field IS NOT NULL OR name IS NULL),
    CHECK ((recipientsLowest IS NULL) = (recipientsHighest IS NULL) AND (typeof(recipientsLowest) IN ('integer', 'null') OR typeof(recipientsLowest) = 'text' AND recipientsLowest NOT GLOB '*[^-0-9]*') AND (typeof(recipientsHighest) IN ('integer', 'null') OR typeof(recipientsHighest) = 'text' AND recipientsHighest NOT GLOB '*[^-0-9]*') AND (typeof(recipientsLowest) <> 'integer' OR typeof(recipientsHighest) <> 'integer' OR recipientsLowest <= recipientsHighest)),
    CHECK ((personTimesLowest IS NULL) = (personTimesHighest IS NULL) AND (typeof(personTimesLowest) IN ('integer', 'null') OR typeof(personTimesLowest) = 'text' AND personTimesLowest NOT GLOB '*[^-0-9]*') AND (typeof(personTimesHighest) IN ('integer', 'null') OR typeof(personTimesHighest) = 'text' AND personTimesHighest NOT GLOB '*[^-0-9]*') AND (typeof(personTimesLowest) <> 'integer' OR typeof(personTimesHighest) <> 'integer' OR personTimesLowest <= personTimesHighest)),
    CHECK ((amountMinorLowest IS NULL) = (amountMinorHighest IS NULL) AND (typeof(amountMinorLowest) IN ('integer', 'null') OR typeof(amountMinorLowest) = 'text' AND amountMinorLowest NOT GLOB '*[^-0-9]*') AND (typeof(amountMinorHighest) IN ('integer', 'null') OR typeof(amountMinorHighest) = 'text' AND amountMinorHighest NOT GLOB '*[^-0-9]*') AND (typeof(amountMinorLowest) <> 'integer' OR typeof(amountMinorHighest) <> 'integer' OR amountMinorLowest <= amountMinorHighest)),
    CHECK (suppressed IS NULL OR coalesce(recipientsLowest, personTimesLowest, amountMinorLowest) IS NULL)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX vintageCellOnce ON vintageCell
    (vintage, period, field IS NULL, coalesce(field, ''), name IS NULL, coalesce(name, ''));

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

CREATE TRIGGER runInputComesStaged BEFORE INSERT ON runInput
WHEN (SELECT state FROM run WHERE id = NEW.run) IS NOT 'staged'
BEGIN SELECT RAISE(ABORT, 'a settled run takes nothing more'); END;

CREATE TRIGGER runInputNeverChanges BEFORE UPDATE ON runInput
BEGIN SELECT RAISE(ABORT, 'what belongs to a run never changes'); END;

CREATE TRIGGER runInputStays BEFORE DELETE ON runInput
WHEN (SELECT state FROM run WHERE id = OLD.run) IS NOT 'staged'
BEGIN SELECT RAISE(ABORT, 'what belongs to a settled run stays'); END;

CREATE TRIGGER runCellComesStaged BEFORE INSERT ON runCell
WHEN (SELECT state FROM run WHERE id = NEW.run) IS NOT 'staged'
BEGIN SELECT RAISE(ABORT, 'a settled run takes nothing more'); END;

CREATE TRIGGER runCellNeverChanges BEFORE UPDATE ON runCell
BEGIN SELECT RAISE(ABORT, 'what belongs to a run never changes'); END;

CREATE TRIGGER runCellStays BEFORE DELETE ON runCell
WHEN (SELECT state FROM run WHERE id = OLD.run) IS NOT 'staged'
BEGIN SELECT RAISE(ABORT, 'what belongs to a settled run stays'); END;

CREATE TRIGGER runQuarterComesStaged BEFORE INSERT ON runQuarter
WHEN (SELECT state FROM run WHERE id = NEW.run) IS NOT 'staged'
BEGIN SELECT RAISE(ABORT, 'a settled run takes nothing more'); END;

CREATE TRIGGER runQuarterNeverChanges BEFORE UPDATE ON runQuarter
BEGIN SELECT RAISE(ABORT, 'what belongs to a run never changes'); END;

CREATE TRIGGER runQuarterStays BEFORE DELETE ON runQuarter
WHEN (SELECT state FROM run WHERE id = OLD.run) IS NOT 'staged'
BEGIN SELECT RAISE(ABORT, 'what belongs to a settled run stays'); END;

CREATE TRIGGER vintageIsNext BEFORE INSERT ON vintage
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM vintage WHERE quarter = NEW.quarter)
    OR EXISTS (SELECT 1 FROM vintage WHERE id = NEW.id)
    OR (NEW.run IS NOT NULL AND (SELECT state FROM run WHERE id = NEW.run) IS NOT 'settled')
BEGIN SELECT RAISE(ABORT, 'a vintage is the next of its quarter, and its run is settled'); END;

CREATE TRIGGER vintageNeverChanges BEFORE UPDATE ON vintage
BEGIN SELECT RAISE(ABORT, 'what was published never changes'); END;

CREATE TRIGGER vintageStays BEFORE DELETE ON vintage
BEGIN SELECT RAISE(ABORT, 'what was published stays'); END;

CREATE TRIGGER vintageCellComesFirst BEFORE INSERT ON vintageCell
WHEN EXISTS (SELECT 1 FROM vintage WHERE id = NEW.vintage)
BEGIN SELECT RAISE(ABORT, 'a vintage takes no more cells'); END;

CREATE TRIGGER vintageCellNeverChanges BEFORE UPDATE ON vintageCell
BEGIN SELECT RAISE(ABORT, 'what was published never changes'); END;

CREATE TRIGGER vintageCellStays BEFORE DELETE ON vintageCell
BEGIN SELECT RAISE(ABORT, 'what was published stays'); END;

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

CREATE TABLE runBase (
    run INTEGER NOT NULL REFERENCES run (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    quarter TEXT NOT NULL CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]Q[1-4]'),
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
    PRIMARY KEY (run, position),
    CHECK (field IS NOT NULL OR name IS NULL),
    CHECK ((recipientsLowest IS NULL) = (recipientsHighest IS NULL) AND (typeof(recipientsLowest) IN ('integer', 'null') OR typeof(recipientsLowest) = 'text' AND recipientsLowest NOT GLOB '*[^-0-9]*') AND (typeof(recipientsHighest) IN ('integer', 'null') OR typeof(recipientsHighest) = 'text' AND recipientsHighest NOT GLOB '*[^-0-9]*') AND (typeof(recipientsLowest) <> 'integer' OR typeof(recipientsHighest) <> 'integer' OR recipientsLowest <= recipientsHighest)),
    CHECK ((personTimesLowest IS NULL) = (personTimesHighest IS NULL) AND (typeof(personTimesLowest) IN ('integer', 'null') OR typeof(personTimesLowest) = 'text' AND personTimesLowest NOT GLOB '*[^-0-9]*') AND (typeof(personTimesHighest) IN ('integer', 'null') OR typeof(personTimesHighest) = 'text' AND personTimesHighest NOT GLOB '*[^-0-9]*') AND (typeof(personTimesLowest) <> 'integer' OR typeof(personTimesHighest) <> 'integer' OR personTimesLowest <= personTimesHighest)),
    CHECK ((amountMinorLowest IS NULL) = (amountMinorHighest IS NULL) AND (typeof(amountMinorLowest) IN ('integer', 'null') OR typeof(amountMinorLowest) = 'text' AND amountMinorLowest NOT GLOB '*[^-0-9]*') AND (typeof(amountMinorHighest) IN ('integer', 'null') OR typeof(amountMinorHighest) = 'text' AND amountMinorHighest NOT GLOB '*[^-0-9]*') AND (typeof(amountMinorLowest) <> 'integer' OR typeof(amountMinorHighest) <> 'integer' OR amountMinorLowest <= amountMinorHighest)),
    CHECK (suppressed IS NULL OR coalesce(recipientsLowest, personTimesLowest, amountMinorLowest) IS NULL)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX runBaseOnce ON runBase
    (run, quarter, period, field IS NULL, coalesce(field, ''), name IS NULL, coalesce(name, ''));

CREATE TRIGGER runBaseComesStaged BEFORE INSERT ON runBase
WHEN (SELECT state FROM run WHERE id = NEW.run) IS NOT 'staged'
BEGIN SELECT RAISE(ABORT, 'a settled run takes nothing more'); END;

CREATE TRIGGER runBaseNeverChanges BEFORE UPDATE ON runBase
BEGIN SELECT RAISE(ABORT, 'what belongs to a run never changes'); END;

CREATE TRIGGER runBaseStays BEFORE DELETE ON runBase
WHEN (SELECT state FROM run WHERE id = OLD.run) IS NOT 'staged'
BEGIN SELECT RAISE(ABORT, 'what belongs to a settled run stays'); END;

CREATE TABLE runProtection (
    run INTEGER NOT NULL REFERENCES run (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    field TEXT NOT NULL,
    minGroup INTEGER NOT NULL CHECK (minGroup > 0),
    unprotected INTEGER NOT NULL CHECK (unprotected >= 0),
    PRIMARY KEY (run, position),
    UNIQUE (run, field)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER runProtectionComesStaged BEFORE INSERT ON runProtection
WHEN (SELECT state FROM run WHERE id = NEW.run) IS NOT 'staged'
BEGIN SELECT RAISE(ABORT, 'a settled run takes nothing more'); END;

CREATE TRIGGER runProtectionNeverChanges BEFORE UPDATE ON runProtection
BEGIN SELECT RAISE(ABORT, 'what belongs to a run never changes'); END;

CREATE TRIGGER runProtectionStays BEFORE DELETE ON runProtection
WHEN (SELECT state FROM run WHERE id = OLD.run) IS NOT 'staged'
BEGIN SELECT RAISE(ABORT, 'what belongs to a settled run stays'); END;

CREATE TABLE runGrouping (
    run INTEGER NOT NULL REFERENCES run (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    definitionSHA256 TEXT NOT NULL CHECK (length(definitionSHA256) = 64 AND definitionSHA256 NOT GLOB '*[^0-9a-f]*'),
    unprotectedPeriods INTEGER NOT NULL CHECK (unprotectedPeriods BETWEEN 0 AND 255),
    unprotectedMeasures INTEGER NOT NULL CHECK (unprotectedMeasures BETWEEN 0 AND 255),
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER runGroupingComesStaged BEFORE INSERT ON runGrouping
WHEN (SELECT state FROM run WHERE id = NEW.run) IS NOT 'staged'
BEGIN SELECT RAISE(ABORT, 'a settled run takes nothing more'); END;

CREATE TRIGGER runGroupingNeverChanges BEFORE UPDATE ON runGrouping
BEGIN SELECT RAISE(ABORT, 'what belongs to a run never changes'); END;

CREATE TRIGGER runGroupingStays BEFORE DELETE ON runGrouping
WHEN (SELECT state FROM run WHERE id = OLD.run) IS NOT 'staged'
BEGIN SELECT RAISE(ABORT, 'what belongs to a settled run stays'); END;
