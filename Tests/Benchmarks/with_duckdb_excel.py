"""DuckDB with its extension for workbooks, and then the query of `with_duckdb.py`.

The extension is kept in Python's environment. Where it is not, it comes from DuckDB's own server, not from PyPI.
"""

import sys

import duckdb

from figures import Figures, main
from with_duckdb import connect, count_plain


def with_extension(threads: int) -> duckdb.DuckDBPyConnection:
    db = connect(threads)
    db.execute(f"SET extension_directory = '{sys.prefix}/duckdb'")
    db.execute("INSTALL excel")
    db.execute("LOAD excel")
    return db


def plain(file: str, threads: int) -> Figures:
    quoted = file.replace("'", "''")
    # Types are those of the first record's cells; where there is none, it shall be text.
    rows = f"""(
        SELECT "身份证号" AS person, "互助金额"::DECIMAL(12, 2) AS amount, "打款日期" AS paid_on
        FROM read_xlsx('{quoted}', header = true, empty_as_varchar = true))"""
    return count_plain(with_extension(threads), rows)


try:
    with_extension(1)
except duckdb.Error:
    raise SystemExit("the extension cannot be fetched from DuckDB's server") from None
main("duckdb", {"plain": plain})
