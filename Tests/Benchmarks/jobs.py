"""The jobs: what is counted, on which input, by whom, and what we aim at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from inputs import Input, Inputs

MILLION = 1_000_000


@dataclass(frozen=True)
class Goal:
    """How many times faster than the reference, and below what memory.

    The reference is the fastest other engine, or the one named, or our own run of another job
    (`job NAME`, by time a record).
    """

    times: float
    least: float
    megabytes: int | None = None
    reference: str = "fastest other"


@dataclass(frozen=True)
class Job:
    name: str
    title: str
    task: str
    """plain, gb18030 (plain, too), full or groups."""
    others: tuple[str, ...]
    goal: Goal | None
    make: Callable[[Inputs], Input]
    memory: str | None = None
    large: bool = False


def all_jobs(records: int) -> list[Job]:
    """Every job; CSV has `records` records, XML and the workbook a fifth, the large ones up to twenty times as many."""
    fifth = records // 5
    some = records * 2 // 25
    # libxml2 with handlers on one thread reached 0.8 of xmllint's speed, which only parses.
    handlers = Goal(0.8, 0.8, 150, "xmllint")

    def growth(times: float) -> Job:
        size = int(records * times)
        title = f"Growth: {size / MILLION:g} million claims, plain"
        goal = None if times < 1 else Goal(1, 1, None, f"job growth-{_short(records * 0.2)}")
        return Job(f"growth-{_short(size)}", title, "plain", (), goal, lambda made: made.csv(size), large=True)

    def large(task: str) -> Job:
        goal = Goal(0.5, 0.5, 1000, f"job csv-{task}")
        title = f"{20 * records / MILLION:g} million claims with --memory 1GB, {task}"
        return Job(f"large-{task}", title, task, (), goal, lambda made: made.csv(20 * records), "1GB", True)

    def groups(count: int) -> Job:
        title = f"{count:,} hospitals in one breakdown, all periods of a report, nothing withheld"
        return Job(
            f"groups-{count}", title, "groups", ("DuckDB", "Polars"), Goal(1, 1), lambda made: made.groups(some, count)
        )

    engines = ("DuckDB", "Polars", "chdb")
    return [
        Job(
            "csv-plain",
            "CSV plain: per quarter and in all people, records, exact sum",
            "plain",
            (*engines, "Miller"),
            Goal(8, 5, 150),
            lambda made: made.csv(records),
        ),
        Job(
            "csv-full",
            "CSV full: last version of each claim, reversals, two breakdowns, all periods of a report",
            "full",
            engines,
            Goal(12, 8, 500),
            lambda made: made.csv(records),
        ),
        Job(
            "gb18030-plain",
            "CSV plain in GB18030",
            "gb18030",
            engines,
            Goal(1, 1, 150, "job csv-plain"),
            lambda made: made.csv(records, "gb18030"),
        ),
        Job(
            "csv-gz",
            "CSV plain, compressed by gzip; megabytes are those of the compressed file",
            "plain",
            ("zcat", *engines),
            Goal(1, 1, 150, "zcat"),
            lambda made: made.csv_gz(records),
        ),
        Job(
            "xlsx",
            "A workbook, plain: IDs as text, amounts as numbers, dates as dates; megabytes are those of the workbook",
            "plain",
            ("calamine", "fastexcel", "DuckDB excel"),
            Goal(3, 3, 150),
            lambda made: made.xlsx(fifth),
        ),
        Job(
            "xml-plain",
            "XML plain",
            "plain",
            ("xmllint", "lxml"),
            Goal(10, 6, 150, "xmllint"),
            lambda made: made.xml(fifth),
        ),
        Job("xml-full", "XML full", "full", ("xmllint",), None, lambda made: made.xml(fifth)),
        Job(
            "xml-mixed",
            "XML that is not plain: entities, comments, CDATA, namespaces in every 20th record",
            "plain",
            ("xmllint",),
            handlers,
            lambda made: made.mixed_xml(fifth),
        ),
        Job("xml-gbk", "XML in GB18030", "plain", ("xmllint",), handlers, lambda made: made.xml(fifth, "gb18030")),
        groups(2000),
        groups(100_000),
        *(growth(times) for times in (0.2, 1, 4, 10)),
        large("plain"),
        large("full"),
    ]


def _short(size: float) -> str:
    return f"{size / MILLION:g}m"
