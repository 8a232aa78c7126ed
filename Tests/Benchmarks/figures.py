"""What is counted, in the form in which every engine's result is compared.

Figures are a dictionary: `period` or `period field group` to [recipients, person-times, fen],
where a period is a quarter (`2023Q2`) or one of PERIODS. Groups that are nothing are left out.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from importlib.metadata import version

Figures = dict[str, list[int]]

REPORTED = "2023Q2"
"""The last quarter of every input: the one that is reported."""

COLUMNS = (
    "number", "claim", "name", "person", "employer", "district", "care", "hospital",
    "settled", "amount", "paid_on", "status", "reverses",
)  # fmt: skip
"""The columns of a CSV input in their order."""

UNPAID = ("待审核", "拒付")
PAID = "已打款"
REVERSED = "冲正"


def index(quarter: str) -> int:
    """The number of a quarter, 0 for the first of 2012. It fits the bits of a 64-bit word until 2027."""
    return (int(quarter[:4]) - 2012) * 4 + int(quarter[5]) - 1


def name(quarter_index: int) -> str:
    """The quarter of a number."""
    return f"{2012 + quarter_index // 4}Q{quarter_index % 4 + 1}"


def _periods(now: int) -> dict[str, tuple[int, int]]:
    year_start, earlier = now - now % 4, now - 4
    return {
        "quarter": (now, now),
        "yearEarlier": (earlier, earlier),
        "quarterEarlier": (now - 1, now - 1),
        "yearToDate": (year_start, now),
        "yearToDateYearEarlier": (year_start - 4, earlier),
        "cumulative": (0, now),
    }


PERIODS = _periods(index(REPORTED))
"""The first and the last quarter of each period that a report gives beside all quarters."""


def of_report(text: str) -> Figures:
    """All figures of a report.json."""
    report = json.loads(text)
    found: Figures = {}

    def add(key: str, figures: dict) -> None:
        row = [figures["recipients"], figures["personTimes"], figures["amountMinor"]]
        if any(row):
            found[key] = row

    def add_periods(at: dict, group: str) -> None:
        to_date = at["yearToDate"]
        add("quarter" + group, at["figures"])
        add("yearEarlier" + group, at["yearEarlier"]["figures"])
        add("quarterEarlier" + group, at["quarterEarlier"]["figures"])
        add("yearToDate" + group, to_date["figures"])
        add("yearToDateYearEarlier" + group, to_date["yearEarlier"]["figures"])
        add("cumulative" + group, at["cumulative"]["figures"])

    add_periods(report, "")
    for quarter in report["quarters"]:
        add(quarter["quarter"], quarter["figures"])
    for breakdown in report["breakdowns"]:
        for group in breakdown["groups"]:
            add_periods(group, f" {breakdown['field']} {group['group']}")
    return found


def of_truth(text: str) -> Figures:
    """The figures that the generator knows before anything is counted."""
    truth = json.loads(text)
    found: Figures = {}

    def add(key: str, row: dict) -> None:
        found[key] = [row["recipients"], row["personTimes"], row["amountMinor"]]

    for row in truth["quarters"]:
        add(row["quarter"], row)
    for key in ("yearToDate", "cumulative"):
        for row in truth[key]:
            if row["quarter"] == REPORTED:
                add(key, row)
    return found


def differences(expected: Figures, counted: Figures) -> list[str]:
    """One line for each figure of `expected` that `counted` lacks or has otherwise."""
    return [
        f"{key}: {row} expected, {counted.get(key, 'nothing')} counted"
        for key, row in expected.items()
        if counted.get(key) != row
    ]


def main(package: str, jobs: dict[str, Callable[[str, int], Figures]]) -> None:
    """The command line of every program here: `--version`, or JOB FILE THREADS.

    Prints the figures and the seconds that counting took, without Python's start and the imports.
    """
    if sys.argv[1:] == ["--version"]:
        print(version(package))
        return
    job, file, threads = sys.argv[1:]
    began = time.perf_counter()
    counted = jobs[job](file, int(threads))
    json.dump({"seconds": time.perf_counter() - began, "figures": counted}, sys.stdout, ensure_ascii=False)
