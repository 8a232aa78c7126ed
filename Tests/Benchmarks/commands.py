"""What users wait for that no other engine does: whole commands, each with the time and memory that we aim at."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from inputs import Inputs
from measure import Run, run, warm
from register import split

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SAMPLE = ROOT / "pipelines/second-reimbursement.yaml"
QUARTERS = [f"{year}Q{number}" for year in range(2020, 2024) for number in range(1, 5)][2:14]
"""Those of the sample."""


@dataclass(frozen=True)
class Place:
    """Where commands run, and what they run on."""

    folder: Path
    binary: Path
    inputs: Inputs
    records: int

    def aidstats(self, *arguments: object) -> Run:
        return run([str(self.binary), *map(str, arguments)], self.folder / "log")


@dataclass(frozen=True)
class Command:
    name: str
    title: str
    seconds: float
    """The aim."""
    megabytes: int | None
    prepare: Callable[[Place], list[object]]
    """Makes what there must be, and gives the arguments."""
    before: Callable[[Place], None] = lambda place: None
    """Comes before every run, and is not timed."""


@dataclass(frozen=True)
class Timed:
    command: Command
    runs: list[Run]


def _fresh(place: Place) -> None:
    """No report and no ledger: a programme's first run."""
    shutil.rmtree(place.folder / "reports", ignore_errors=True)


def _sample(place: Place) -> list[object]:
    return ["run", SAMPLE, "--output", place.folder / "reports", "--quiet"]


def _check(place: Place) -> list[object]:
    """The news of the latest quarter; every quarter has its facts."""
    output = place.folder / "checked"
    shutil.rmtree(output, ignore_errors=True)
    for quarter in QUARTERS:
        place.aidstats("run", SAMPLE, "--quarter", quarter, "--output", output, "--quiet")
    news = next(output.glob(f"*/{QUARTERS[-1]}/news.zh.md"))
    return ["check", news, "--pipeline", SAMPLE, "--output", output, "--quiet"]


def _groups(count: int) -> Callable[[Place], list[object]]:
    def prepare(place: Place) -> list[object]:
        source = place.inputs.groups(place.records * 2 // 25, count).file
        warm(source)
        text = (HERE / "full.yaml").read_text().replace("minGroup: 0", "minGroup: 5")
        text = text.replace("  district: {", "  hospital: { from: [医院, Hospital], type: category }\n  district: {")
        text = text.replace("[care, district]", "[care, district, hospital]")
        pipeline = place.folder / f"groups-{count}.yaml"
        pipeline.write_text(text.replace("reports: [json]", "reports: [json, markdown, html]"))
        output = place.folder / "reports"
        return ["run", pipeline, "--input", source, "--output", output, "--memory", "1GB", "--no-digest", "--quiet"]

    return prepare


def _register(place: Place) -> list[object]:
    source = place.inputs.csv(place.records)
    early, late = split(source, place.folder)
    pipeline = place.folder / "register.yaml"
    pipeline.write_text((HERE / "full.yaml").read_text() + "register: register\nkeyFile: key\n")
    base = place.folder / "base"
    if not base.exists():
        shutil.rmtree(place.folder / "register", ignore_errors=True)
        (place.folder / "key").unlink(missing_ok=True)
        place.aidstats("register", "init", pipeline, "--quiet")
        _fresh(place)
        place.aidstats("run", pipeline, "--input", early, "--output", place.folder / "reports", "--quiet")
        (place.folder / "register").rename(base)
    warm(late)
    return ["run", pipeline, "--input", late, "--output", place.folder / "reports", "--quiet"]


def _without_quarter(place: Place) -> None:
    """The register as it was before the quarter. Hard links: no run changes a file of it, but each replaces its list."""
    _fresh(place)
    shutil.rmtree(place.folder / "register", ignore_errors=True)
    subprocess.run(["cp", "-al", str(place.folder / "base"), str(place.folder / "register")], check=True)


def all_commands(records: int) -> list[Command]:
    claims = f"{records * 2 // 25:,} claims over 45 quarters"
    return [
        Command("help", "`aidstats --help`", 0.015, None, lambda place: ["--help"]),
        Command("sample", "The sample of the repository: 12,000 records, all reports", 0.1, None, _sample, _fresh),
        Command("check", "A page of news held against the facts of 12 quarters", 0.1, None, _check),
        Command(
            "reports-300",
            f"{claims}; care, district and 300 unions; groups of 5 and more; report.json, .md and .html",
            0.3,
            None,
            _groups(300),
            _fresh,
        ),
        Command("reports-2000", "The same with 2,000 hospitals", 1, 150, _groups(2000), _fresh),
        Command("reports-100000", "The same with 100,000 hospitals", 10, 1000, _groups(100_000), _fresh),
        Command(
            "register-quarter",
            f"A quarter added to a register of {records / 1e6:g} million claims in 45 quarters",
            1,
            None,
            _register,
            _without_quarter,
        ),
    ]


def do(command: Command, place: Place, rounds: int) -> Timed:
    place.folder.mkdir(parents=True, exist_ok=True)
    arguments = command.prepare(place)
    runs = []
    for turn in range(rounds + 1):
        command.before(place)
        runs.append(place.aidstats(*arguments))
    took = [each.wall_seconds for each in runs[1:]]
    print(f"{command.name}: {median(took):.3f}", flush=True)
    return Timed(command, runs[1:])
