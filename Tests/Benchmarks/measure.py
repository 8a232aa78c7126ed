"""Runs one program and says what it took."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """What one process took, with its start and its end."""

    output: str
    wall_seconds: float
    cpu_seconds: float
    peak_bytes: int


class Failed(Exception):
    """A program ended with an exit code other than 0."""


def run(command: list[str], log: Path, *, keep: bool = True) -> Run:
    """Runs a command to its end; what it says on standard error goes to `log`.

    Its output is kept, or goes nowhere: then `output` is empty.

    The peak is the resident memory as the kernel says at the end. It is never below that of the process from which
    it was made: a small one that starts commands and does nothing else, some 10 MB.
    """
    kept = log.with_suffix(".out") if keep else os.devnull
    wall, cpu, peak, code = _launcher().run([str(part) for part in command], str(log), str(kept))
    if code != 0:
        last = log.read_text(errors="replace").strip().splitlines()[-3:]
        raise Failed(f"{Path(command[0]).name} ended with {code}: {' '.join(last) or 'no message'}")
    return Run(Path(kept).read_text() if keep else "", wall, cpu, peak)


class _Launcher:
    """This file as a program of its own, which is told of commands a line each."""

    def __init__(self) -> None:
        command = [sys.executable, "-S", "-B", __file__]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, *told: object) -> tuple[float, float, int, int]:
        print(json.dumps(told), file=self._process.stdin, flush=True)
        return tuple(json.loads(self._process.stdout.readline()))


@functools.cache
def _launcher() -> _Launcher:
    return _Launcher()


def _launch() -> None:
    for line in sys.stdin:
        command, log, kept = json.loads(line)
        with open(log, "wb") as errors, open(kept, "wb") as output:
            began = time.perf_counter()
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
        took = [wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, process.returncode]
        print(json.dumps(took), flush=True)


def warm(file: Path) -> None:
    """Reads a file once, so that all find it in the page cache (as much of it as fits)."""
    with open(file, "rb", buffering=0) as stream:
        while stream.read(1 << 22):
            pass


if __name__ == "__main__":
    _launch()
