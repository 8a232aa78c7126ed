"""DuckDB.

Each way was measured several times in turn with others, in CPU seconds, since other work shared the machine. More
than what stands here took, for the plain job, GROUPING SETS ((quarter), ()), and people grouped by quarter and person
first. For the last versions: row_number() in a window by claim, and arg_max of a struct, twice as much. For people:
count(DISTINCT person), by GROUPING SETS or one query a key. The column 序号 serves as the order of the file;
row_number() OVER () took a tenth more. Reversals are not checked against what is left, in favour of the engine.
"""

import duckdb

from figures import COLUMNS, PAID, PERIODS, REVERSED, Figures, index, main, name

QUARTER = f"(year(paid_on) * 4 + quarter(paid_on) - {2012 * 4 + 1})::UTINYINT"
assert index("2012Q1") == 0


def connect(threads: int) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(f"SET threads = {threads}")
    connection.execute("SET preserve_insertion_order = false")
    return connection


def rows(file: str, more: str = "") -> str:
    """The file as a table whose types need no guessing."""
    types = {"number": "UINTEGER", "paid_on": "DATE", "amount": "DECIMAL(12, 2)"}
    columns = ", ".join(f"'{column}': '{types.get(column, 'VARCHAR')}'" for column in COLUMNS)
    quoted = file.replace("'", "''")
    return (
        f"read_csv('{quoted}', header = true, delim = ',', quote = '\"', escape = '\"',"
        f" auto_detect = false, columns = {{{columns}}}{more})"
    )


def fen(yuan: object) -> int:
    return int(yuan * 100)  # type: ignore[operator]


def plain(file: str, threads: int, more: str = "") -> Figures:
    return count_plain(connect(threads), rows(file, more))


def count_plain(db: duckdb.DuckDBPyConnection, table: str) -> Figures:
    """The figures of a table with the columns `person`, `amount` and `paid_on`, wherever it comes from."""
    db.execute(f"CREATE TEMP TABLE t AS SELECT {QUARTER} AS q, person, amount FROM {table}")
    money = db.execute("SELECT q, count(*), sum(amount) FROM t GROUP BY q").fetchall()
    db.execute("CREATE TEMP TABLE people AS SELECT bit_or(1::UBIGINT << q) AS quarters FROM t GROUP BY person")
    people = dict(db.execute(in_each_bit("quarters")).fetchall())
    (everyone,) = db.execute("SELECT count(*) FROM people").fetchall()[0]
    counted = {name(q): [people[q], records, fen(amount)] for q, records, amount in money}
    counted["cumulative"] = [everyone, sum(row[1] for row in counted.values()), sum(row[2] for row in counted.values())]
    return counted


def in_each_bit(mask: str) -> str:
    return f"SELECT i, count(*) FROM people, range(64) AS r(i) WHERE {mask} >> i & 1 = 1 GROUP BY i"


def gb18030(file: str, threads: int) -> Figures:
    """Without its encodings extension DuckDB reads no GB18030; but the columns of this job are ASCII."""
    return plain(file, threads, ", ignore_errors = true")


def standing(file: str, threads: int, *fields: str) -> duckdb.DuckDBPyConnection:
    """The claims that stand, as the table `s`: the last version of each, less what was reversed."""
    db = connect(threads)
    groups = ", ".join(fields)
    db.execute(f"""
        CREATE TEMP TABLE t AS
        SELECT number, claim, person, {QUARTER} AS q, amount, status, reverses, {groups} FROM {rows(file)}""")
    db.execute(f"""
        CREATE TEMP TABLE s AS
        WITH r AS (
            SELECT coalesce(nullif(reverses, ''), claim) AS claim, sum(abs(amount)) AS back
            FROM t WHERE status = '{REVERSED}' GROUP BY 1)
        SELECT person, q, amount - coalesce(back, 0) AS amount, {groups}
        FROM t LEFT JOIN r USING (claim)
        WHERE status = '{PAID}' AND amount > coalesce(back, 0)
          AND number IN (SELECT max(number) FROM t WHERE status <> '{REVERSED}' GROUP BY claim)""")
    return db


def groups(file: str, threads: int) -> Figures:
    db = standing(file, threads, "hospital")
    counted: Figures = {}
    figures = "count(DISTINCT person), count(*), sum(amount)"
    for q, recipients, records, amount in db.execute(f"SELECT q, {figures} FROM s GROUP BY q").fetchall():
        counted[name(q)] = [recipients, records, fen(amount)]
    spans = ", ".join(f"('{period}', {first}, {last})" for period, (first, last) in PERIODS.items())
    for period, hospital, recipients, records, amount in db.execute(f"""
        SELECT period, hospital, {figures}
        FROM s JOIN (VALUES {spans}) AS v(period, first, last) ON q BETWEEN first AND last
        GROUP BY GROUPING SETS ((period), (period, hospital))""").fetchall():
        counted[period + (f" hospital {hospital}" if hospital is not None else "")] = [recipients, records, fen(amount)]
    return counted


def full(file: str, threads: int) -> Figures:
    db = standing(file, threads, "care", "district")
    # A bit a group, so that one pass over the people counts them in every quarter, care and district.
    db.execute("""
        CREATE TEMP TABLE groups AS
        SELECT field, value, (row_number() OVER (PARTITION BY field) - 1)::UTINYINT AS bit
        FROM (SELECT DISTINCT 'care' AS field, care AS value FROM s
              UNION ALL SELECT DISTINCT 'district', district FROM s)""")
    groups = {(field, bit): value for field, value, bit in db.execute("FROM groups").fetchall()}
    assert len(groups) <= 64
    db.execute("""
        CREATE TEMP TABLE people AS
        SELECT bit_or(1::UBIGINT << q) AS q,
               bit_or(1::UBIGINT << c.bit) AS care,
               bit_or(1::UBIGINT << d.bit) AS district
        FROM s JOIN groups AS c ON c.field = 'care' AND c.value = care
               JOIN groups AS d ON d.field = 'district' AND d.value = district
        GROUP BY person""")
    counted: Figures = {}
    people = dict(db.execute(in_each_bit("q")).fetchall())
    for q, records, amount in db.execute("SELECT q, count(*), sum(amount) FROM s GROUP BY q").fetchall():
        counted[name(q)] = [people[q], records, fen(amount)]
    (everyone,) = db.execute("SELECT count(*) FROM people").fetchall()[0]
    counted["cumulative"] = [everyone, sum(row[1] for row in counted.values()), sum(row[2] for row in counted.values())]
    for field in ("care", "district"):
        people = {groups[field, bit]: count for bit, count in db.execute(in_each_bit(field)).fetchall()}
        for group, records, amount in db.execute(
            f"SELECT {field}, count(*), sum(amount) FROM s GROUP BY {field}"
        ).fetchall():
            counted[f"cumulative {field} {group}"] = [people[group], records, fen(amount)]
    recent = {period: span for period, span in PERIODS.items() if period != "cumulative"}
    spans = ", ".join(f"('{period}', {first}, {last})" for period, (first, last) in recent.items())
    for period, care, district, recipients, records, amount in db.execute(f"""
        SELECT period, care, district, count(DISTINCT person), count(*), sum(amount)
        FROM s JOIN (VALUES {spans}) AS v(period, first, last) ON q BETWEEN first AND last
        WHERE q >= {min(first for first, _ in recent.values())}
        GROUP BY GROUPING SETS ((period), (period, care), (period, district))""").fetchall():
        group = f" care {care}" if care is not None else f" district {district}" if district is not None else ""
        counted[period + group] = [recipients, records, fen(amount)]
    return counted


if __name__ == "__main__":
    main("duckdb", {"plain": plain, "gb18030": gb18030, "full": full, "groups": groups})
