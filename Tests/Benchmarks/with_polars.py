"""Polars.

Each way was measured several times in turn with others, in CPU seconds, since other work shared the machine. More
than what stands here took, for the last versions, unique(keep="last") on claims, and for people n_unique of text.
No clear difference made the streaming engine, one lazy plan for the plain job, text instead of categories for the
groups, and bits of people as in DuckDB (over the whole job). In single runs only: amounts as Decimal, or as text
without its point, were slower. Amounts are read as Float64 and rounded to whole fen one by one, which is exact for
any amount of up to 15 digits; they are summed as integers. Reversals are not checked against what is left, in
favour of the engine.
"""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = sys.argv[-1]

import polars as pl  # noqa: E402
from polars import col  # noqa: E402

from figures import COLUMNS, PAID, PERIODS, REVERSED, Figures, main, name  # noqa: E402

QUARTER = (col.paid_on.dt.year() * 4 + col.paid_on.dt.quarter() - (2012 * 4 + 1)).cast(pl.UInt8).alias("q")
FEN = (col.amount * 100).round().cast(pl.Int64).alias("fen")


def scan(file: str, encoding: str = "utf8", **types: type[pl.DataType]) -> pl.LazyFrame:
    """The file as a table whose types need no guessing."""
    schema = {column: types.get(column, pl.String) for column in COLUMNS}
    schema |= {"paid_on": pl.Date, "amount": pl.Float64}
    return pl.scan_csv(file, has_header=False, skip_rows=1, schema=schema, encoding=encoding)


def count(rows: pl.DataFrame, *keys: str) -> list[pl.LazyFrame]:
    """Figures by each of the keys, and of all."""
    what = (col.person.n_unique(), pl.len(), col.fen.sum())
    return [rows.lazy().group_by(key).agg(what) for key in keys] + [rows.lazy().select(what)]


def plain(file: str, threads: int, encoding: str = "utf8") -> Figures:
    return count_plain(scan(file, encoding))


def count_plain(table: pl.LazyFrame) -> Figures:
    """The figures of a table with the columns `person`, `amount` and `paid_on`, wherever it comes from."""
    rows = table.select(QUARTER, "person", FEN).collect()
    quarters, everything = pl.collect_all(count(rows, "q"))
    counted = {name(q): list(row) for q, *row in quarters.rows()}
    counted["cumulative"] = list(everything.row(0))
    return counted


def gb18030(file: str, threads: int) -> Figures:
    """Polars reads no GB18030; but the columns of this job are ASCII."""
    return plain(file, threads, "utf8-lossy")


def standing(file: str, *fields: str) -> pl.DataFrame:
    """The claims that stand: the last version of each, less what was reversed."""
    category = pl.Categorical
    rows = (
        scan(file, status=category, **{field: category for field in fields})
        .select("claim", "person", QUARTER, FEN, "status", "reverses", *fields)
        .collect()
    )
    reversals = (
        rows.lazy()
        .filter(col.status == REVERSED)
        .group_by(claim=pl.when(col.reverses == "").then(None).otherwise(col.reverses).fill_null(col.claim))
        .agg(col.fen.abs().sum().alias("back"))
        .collect()
    )
    claims = rows.lazy()
    if reversals.height:
        claims = claims.filter(col.status != REVERSED)
    claims = claims.filter(col.claim.is_last_distinct()).filter(col.status == PAID)
    if reversals.height:
        back = col.back.fill_null(0)
        claims = claims.join(reversals.lazy(), on="claim", how="left").filter(col.fen > back)
        claims = claims.with_columns(col.fen - back)
    return claims.select(col.person.cast(category).to_physical(), "q", "fen", *fields).collect()


def groups(file: str, threads: int) -> Figures:
    rows = standing(file, "hospital")
    plans = [plan for span in PERIODS.values() for plan in count(rows.filter(col.q.is_between(*span)), "hospital")]
    quarters, *results = pl.collect_all([count(rows, "q")[0], *plans])
    counted = {name(q): list(row) for q, *row in quarters.rows()}
    for period, hospitals, everything in zip(PERIODS, results[::2], results[1::2]):
        counted |= {f"{period} hospital {hospital}": list(row) for hospital, *row in hospitals.rows()}
        counted[period] = list(everything.row(0))
    return counted


def full(file: str, threads: int) -> Figures:
    rows = standing(file, "care", "district")
    quarters, care, district, everything = pl.collect_all(count(rows, "q", "care", "district"))
    counted = {name(q): list(row) for q, *row in quarters.rows()}
    counted["cumulative"] = list(everything.row(0))
    counted |= {f"cumulative care {group}": list(row) for group, *row in care.rows()}
    counted |= {f"cumulative district {group}": list(row) for group, *row in district.rows()}
    spans = {period: span for period, span in PERIODS.items() if period != "cumulative"}
    recent = rows.filter(col.q >= min(first for first, _ in spans.values()))
    plans = [
        plan for span in spans.values() for plan in count(recent.filter(col.q.is_between(*span)), "care", "district")
    ]
    results = iter(pl.collect_all(plans))
    for period in spans:
        for field in ("care", "district"):
            counted |= {f"{period} {field} {group}": list(row) for group, *row in next(results).rows()}
        counted[period] = list(next(results).row(0))
    return counted


if __name__ == "__main__":
    main("polars", {"plain": plain, "gb18030": gb18030, "full": full, "groups": groups})
