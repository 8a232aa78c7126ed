"""Writes what was measured as a page."""

from __future__ import annotations

import datetime
import os
import platform
import re
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from commands import Timed
from engines import Answer
from inputs import Input
from jobs import Goal, Job

MEGA = 1_000_000
OURS = "aidstats"
DIGESTING = "aidstats, SHA-256"


@dataclass(frozen=True)
class Done:
    """A job with all runs of each engine."""

    job: Job
    source: Input
    answers: dict[str, list[Answer]]

    def seconds(self, engine: str) -> float:
        return median(answer.seconds for answer in self.answers[engine])

    def megabytes(self, engine: str) -> float:
        return max(answer.run.peak_bytes for answer in self.answers[engine]) / MEGA

    def times(self, engine: str) -> float:
        """How often we fit into what an engine takes: round by round, where it ran in every one."""
        ours, theirs = self.answers[OURS], self.answers[engine]
        if len(ours) != len(theirs):
            return self.seconds(engine) / self.seconds(OURS)
        return median(other.seconds / own.seconds for own, other in zip(ours, theirs))

    @property
    def fastest_other(self) -> str | None:
        """Of those that count: a parser alone is no rival, but stands in where there is none."""
        others = [name for name in self.answers if name not in (OURS, DIGESTING)]
        counting = [name for name in others if self.answers[name][0].counted is not None]
        return min(counting or others, key=self.seconds, default=None)


def page(
    done: list[Done], timed: list[Timed], versions: dict[str, str], notes: list[str], rounds: int, threads: int
) -> str:
    parts = [
        "# Benchmark results",
        "Written by `make bench`; how it measures stands at the top of `bench.py`.",
        _setting(versions, rounds, threads),
        "## Goals",
        _goals(done),
        *notes,
        "## Commands",
        "Whole processes of aidstats: medians, the spread from the fastest to the slowest round.",
        _commands(timed),
        "## Jobs",
        "Seconds are what counts: of Python engines without start and imports. Process is everything. "
        "Spread is from the fastest to the slowest round. Times says how often aidstats fits in, as a median over "
        "the rounds. xmllint only parses, zcat only decompresses. aidstats runs without the SHA-256 of its input, "
        "which no other engine takes; the row with it is the default run.",
    ]
    for each in done:
        parts += [f"### {each.job.name}", _subject(each), _table(each)]
    return "\n\n".join(parts) + "\n"


def _setting(versions: dict[str, str], rounds: int, threads: int) -> str:
    model = re.search(r"model name\s*: (.*)", _text("/proc/cpuinfo"))
    memory = re.search(r"MemTotal:\s*(\d+)", _text("/proc/meminfo"))
    said = ", ".join(f"{name} {version}" for name, version in versions.items())
    load = f"{os.getloadavg()[0]:.1f}"
    lines = [
        f"- Date: {datetime.date.today().isoformat()}",
        f"- Machine: {model.group(1).strip() if model else platform.machine()}, {os.cpu_count()} processors, "
        f"{int(memory.group(1)) / 2**20 if memory else 0:.0f} GiB of memory, Linux {platform.release().split('-')[0]}",
        f"- Versions: {said}",
        f"- {threads} threads each, {rounds} rounds, warm page cache; system load {load} at the end",
    ]
    return "\n".join(lines)


def _text(file: str) -> str:
    try:
        return Path(file).read_text()
    except OSError:
        return ""


def _subject(done: Done) -> str:
    return f"{done.job.title}. {done.source.records:,} records, {done.source.size / MEGA:,.0f} MB."


def _table(done: Done) -> str:
    rows = ["| engine | seconds | spread | process | CPU | peak MB | MB/s | records/s | times |"]
    rows.append("| --- |" + " ---: |" * 8)
    for name in sorted(done.answers, key=done.seconds):
        answers, seconds = done.answers[name], done.seconds(name)
        each = [answer.seconds for answer in answers]
        rows.append(
            f"| {name} | {seconds:.2f} | {min(each):.2f}–{max(each):.2f} "
            f"| {median(answer.run.wall_seconds for answer in answers):.2f} "
            f"| {median(answer.run.cpu_seconds for answer in answers):.2f} | {done.megabytes(name):,.0f} "
            f"| {done.source.size / MEGA / seconds:,.0f} | {done.source.records / seconds:,.0f} "
            f"| {done.times(name):.2f} |"
        )
    return "\n".join(rows)


def _commands(timed: list[Timed]) -> str:
    rows = ["| command | | seconds | spread | aim | | CPU | peak MB | below | |"]
    rows.append("| --- | --- | ---: | ---: | ---: | --- | ---: | ---: | ---: | --- |")
    for each in timed:
        command = each.command
        walls = [run.wall_seconds for run in each.runs]
        seconds, peak = median(walls), max(run.peak_bytes for run in each.runs) / MEGA
        limit = command.megabytes
        kept = "–" if limit is None else "met" if peak < limit else "**missed**"
        rows.append(
            f"| {command.name} | {command.title} | {seconds:.3f} | {min(walls):.3f}–{max(walls):.3f} "
            f"| {command.seconds:g} | {'met' if seconds < command.seconds else '**missed**'} "
            f"| {median(run.cpu_seconds for run in each.runs):.3f} | {peak:,.0f} | {limit or '–'} | {kept} |"
        )
    return "\n".join(rows)


def _goals(done: list[Done]) -> str:
    rows = [
        "| job | against | aim, times | reached | | memory below | peak MB | |",
        "| --- | --- | ---: | ---: | --- | ---: | ---: | --- |",
    ]
    by_name = {each.job.name: each for each in done}
    for each in done:
        goal = each.job.goal
        if goal is None:
            continue
        aim = f"{goal.times:g}" if goal.times == goal.least else f"{goal.times:g} ({goal.least:g} at least)"
        against, reached = _reached(each, goal, by_name)
        peak = each.megabytes(OURS)
        limit = f"{goal.megabytes} MB" if goal.megabytes else "–"
        kept = "–" if goal.megabytes is None else "met" if peak < goal.megabytes else "**missed**"
        shown = "–" if reached is None else f"{reached:.2f}"
        rows.append(
            f"| {each.job.name} | {against} | {aim} | {shown} | {_verdict(goal, reached)} "
            f"| {limit} | {peak:,.0f} | {kept} |"
        )
    return "\n".join(rows)


def _reached(done: Done, goal: Goal, by_name: dict[str, Done]) -> tuple[str, float | None]:
    """Whom a goal is set against, and how many times faster we are."""
    if goal.reference.startswith("job "):
        name = goal.reference.removeprefix("job ")
        other = by_name.get(name)
        if other is None:
            return f"{name}, a record", None
        mine = done.seconds(OURS) / done.source.records
        return f"{name}, a record", other.seconds(OURS) / other.source.records / mine
    name = done.fastest_other if goal.reference == "fastest other" else goal.reference
    if name not in done.answers:
        return name or goal.reference, None
    return name, done.times(name)


def _verdict(goal: Goal, reached: float | None) -> str:
    if reached is None:
        return "not measured"
    if reached >= goal.times:
        return "met"
    return "least met" if reached >= goal.least else "**missed**"
