"""ClickHouse within the process (chdb).

Each way was measured several times in turn with others, in CPU seconds, since other work shared the machine. More
than what stands here took columns of LowCardinality, twice as much to read, be they needed or not; and for the last
versions argMax of a tuple, five times. No clear difference made, for the plain job, WITH ROLLUP, a table in memory
first, and people grouped by quarter and person first; for people GROUPING SETS. The column 序号 serves as the order
of the file. Reversals are not checked against what is left, in favour of the engine.
"""

import json

from chdb.session import Session

from figures import COLUMNS, PAID, PERIODS, REVERSED, Figures, main, name

PLAIN = {"person": "FixedString(18)", "paid_on": "Date", "amount": "Decimal(12, 2)"}
FULL = PLAIN | {"number": "UInt32"}
QUARTER = f"toUInt8(toYear(paid_on) * 4 + toQuarter(paid_on) - {2012 * 4 + 1}) AS q"
FIGURES = "uniqExact(person), count(), toInt64(sum(amount) * 100)"


class Queries:
    """A session in memory with two settings for all of its queries."""

    def __init__(self, threads: int) -> None:
        self._session = Session()
        self._settings = f" SETTINGS max_threads = {threads}, input_format_csv_skip_first_lines = 1"
        self._session.query("CREATE DATABASE IF NOT EXISTS bench")
        self._session.query("USE bench")

    def make(self, table: str, query: str) -> None:
        self._session.query(f"CREATE TABLE {table} ENGINE = Memory AS {query}{self._settings}")

    def ask(self, query: str) -> dict:
        settings = self._settings + ", output_format_json_quote_64bit_integers = 0"
        return json.loads(str(self._session.query(query + settings, "JSONCompact")))

    def rows(self, query: str) -> list[list]:
        return self.ask(query)["data"]


def source(file: str, types: dict[str, str]) -> str:
    """The file as a table whose types need no guessing. Text is bytes, whatever its encoding."""
    columns = ", ".join(f"{column} {types.get(column, 'String')}" for column in COLUMNS)
    quoted = file.replace("\\", "\\\\").replace("'", "\\'")
    return f"file('{quoted}', 'CSV', '{columns}')"


def plain(file: str, threads: int) -> Figures:
    query = f"SELECT {QUARTER}, {FIGURES} FROM {source(file, PLAIN)} GROUP BY q WITH TOTALS"
    answer = Queries(threads).ask(query)
    return {name(q): row for q, *row in answer["data"]} | {"cumulative": answer["totals"][1:]}


def full(file: str, threads: int) -> Figures:
    db = Queries(threads)
    db.make(
        "t",
        f"SELECT number, claim, person, {QUARTER}, amount, status, reverses, care, district FROM {source(file, FULL)}",
    )
    db.make(
        "s",
        f"""
        SELECT person, q, amount - back AS amount, care, district
        FROM t LEFT JOIN (
            SELECT if(reverses = '', claim, reverses) AS claim, sum(abs(amount)) AS back
            FROM t WHERE status = '{REVERSED}' GROUP BY 1) AS r USING (claim)
        WHERE status = '{PAID}' AND t.amount > back
          AND number IN (SELECT max(number) FROM t WHERE status <> '{REVERSED}' GROUP BY claim)""",
    )
    counted = {name(q): row for q, *row in db.rows(f"SELECT q, {FIGURES} FROM s GROUP BY q")}
    for period, (first, last) in PERIODS.items():
        within = f"FROM s WHERE q BETWEEN {first} AND {last}"
        counted[period] = db.rows(f"SELECT {FIGURES} {within}")[0]
        for field in ("care", "district"):
            for group, *row in db.rows(f"SELECT {field}, {FIGURES} {within} GROUP BY {field}"):
                counted[f"{period} {field} {group}"] = row
    return counted


main("chdb-core", {"plain": plain, "gb18030": plain, "full": full})
