"""The engines: how each is called, and how its answer is read."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import figures
from figures import Figures
from measure import Run, run
from packages import Environment

HERE = Path(__file__).resolve().parent
SLOW = frozenset({"lxml", "Miller"})
"""Ten times slower than the others and more: they run once a job."""


@dataclass(frozen=True)
class Answer:
    """One run of an engine. `seconds` is what counts; `counted` is None where nothing is counted, only parsed."""

    run: Run
    seconds: float
    counted: Figures | None


class Aidstats:
    """The binary under test. Its whole process counts.

    Without digests it does what the others do; with them, as it runs by default, it also takes the SHA-256 of
    its input, which one thread does at about 1 GB/s whatever the engine.
    """

    def __init__(self, binary: Path, threads: int, scratch: Path, *, digests: bool) -> None:
        self._binary, self._threads, self._scratch, self._digests = binary, threads, scratch, digests
        self.name = "aidstats, SHA-256" if digests else "aidstats"
        self.version = subprocess.run([binary, "--version"], check=True, capture_output=True, text=True).stdout.strip()

    def answer(self, task: str, file: Path, memory: str | None = None) -> Answer:
        pipeline = task if task in ("full", "groups") else "plain"
        output = self._scratch / "reports"
        # Without what earlier runs have left: reports and their ledger, which other engines do not read.
        shutil.rmtree(output / pipeline, ignore_errors=True)
        command = [str(self._binary), "run", str(HERE / f"{pipeline}.yaml"), "--quarter", figures.REPORTED]
        command += ["--input", str(file), "--output", str(output), "--jobs", str(self._threads), "--quiet"]
        if memory:
            command += ["--memory", memory]
        if not self._digests:
            command.append("--no-digest")
        took = run(command, self._scratch / "aidstats.log")
        report = output / pipeline / figures.REPORTED / "report.json"
        return Answer(took, took.wall_seconds, figures.of_report(report.read_text()))


class Program:
    """A Python program beside this one, named after its engine.

    What counts begins after Python's start and the imports, in its favour.
    """

    def __init__(self, name: str, python: Path, threads: int, scratch: Path) -> None:
        self.name, self._python, self._threads, self._scratch = name, python, threads, scratch
        self._file = HERE / f"with_{name.lower().replace(' ', '_')}.py"
        self.version = run(self._command("--version"), scratch / f"{name}.log").output.strip()

    def _command(self, *arguments: str) -> list[str]:
        return [str(self._python), "-B", str(self._file), *arguments]

    def answer(self, task: str, file: Path) -> Answer:
        took = run(self._command(task, str(file), str(self._threads)), self._scratch / f"{self.name}.log")
        said = json.loads(took.output)
        return Answer(took, said["seconds"], said["figures"])


class Xmllint:
    """libxml2's own command: it parses and does nothing with what it reads."""

    name = "xmllint"

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        said = subprocess.run(["xmllint", "--version"], check=True, capture_output=True, text=True).stderr
        number = int(re.search(r"version (\d+)", said)[1])
        self.version = f"{number // 10000}.{number // 100 % 100}.{number % 100}"

    def answer(self, task: str, file: Path) -> Answer:
        took = run(["xmllint", "--sax", "--noout", str(file)], self._scratch / "xmllint.log")
        return Answer(took, took.wall_seconds, None)


class Zcat:
    """gzip's own command: it decompresses, and nobody reads what it says."""

    name = "zcat"

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        said = subprocess.run(["gzip", "--version"], check=True, capture_output=True, text=True).stdout
        self.version = said.split()[1]

    def answer(self, task: str, file: Path) -> Answer:
        took = run(["zcat", str(file)], self._scratch / "zcat.log", keep=False)
        return Answer(took, took.wall_seconds, None)


class Miller:
    """Miller. Amounts lose their point, so that whole fen are added."""

    name = "Miller"
    _PLAIN = """
        quarter = sub(${打款日期}, "-.*", "") . "Q" . (1 + (int(sub(substr(${打款日期}, 5, 6), "^0", "")) - 1) // 3);
        person = ${身份证号};
        @records[quarter] += 1;
        @fen[quarter] += int(sub(gsub(${互助金额}, "[.]", ""), "^0+(.)", "\\1"));
        if (is_absent(@seen[quarter][person])) { @seen[quarter][person] = 1; @people[quarter] += 1 };
        if (is_absent(@known[person])) { @known[person] = 1; @everyone += 1 };
        end { unset @seen; unset @known; dump }"""

    def __init__(self, threads: int, scratch: Path) -> None:
        self._scratch = scratch
        # Go's scheduler is told by the environment; -S keeps fields from being taken for numbers.
        os.environ["GOMAXPROCS"] = str(threads)
        self.version = run(["mlr", "--version"], scratch / "Miller.log").output.split()[-1]

    def answer(self, task: str, file: Path) -> Answer:
        command = ["mlr", "--icsv", "--onidx", "-S", "put", "-q", self._PLAIN, str(file)]
        took = run(command, self._scratch / "Miller.log")
        said = json.loads(took.output)
        records, fen = said["records"], said["fen"]
        counted = {quarter: [said["people"][quarter], records[quarter], fen[quarter]] for quarter in records}
        counted["cumulative"] = [said["everyone"], sum(records.values()), sum(fen.values())]
        return Answer(took, took.wall_seconds, counted)


Engine = Aidstats | Program | Xmllint | Zcat | Miller


def others(environment: Environment, threads: int, scratch: Path) -> tuple[dict[str, Engine], list[str]]:
    """All engines that can be had, and one sentence for each that cannot."""
    found: dict[str, Engine] = {}
    missing: list[str] = []
    for name, *packages in (
        ("DuckDB", "duckdb"),
        ("DuckDB excel", "duckdb"),
        ("Polars", "polars"),
        ("chdb", "chdb"),
        ("lxml", "lxml"),
        ("calamine", "python_calamine"),
        ("fastexcel", "polars", "fastexcel"),
    ):
        try:
            for package in packages:
                environment.install(package)
            found[name] = Program(name, environment.python, threads, scratch)
        except Exception as problem:  # whatever is wrong with it, the others go on
            missing.append(f"{name} was left out: {_first_line(problem)}.")
    for name, command, package, make in (
        ("xmllint", "xmllint", "libxml2-utils", lambda: Xmllint(scratch)),
        ("zcat", "zcat", "gzip", lambda: Zcat(scratch)),
        ("Miller", "mlr", "miller", lambda: Miller(threads, scratch)),
    ):
        if shutil.which(command):
            found[name] = make()
        else:
            missing.append(f"{name} was left out: `{command}` is not installed (Debian package {package}).")
    return found, missing


def _first_line(problem: Exception) -> str:
    return (str(problem).splitlines() or [type(problem).__name__])[0].rstrip(".")
