"""Runs one program and says what it took."""

from __future__ import annotations

import os
import subprocess
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

    The peak is the resident memory as the kernel says at the end. It is never below that of this program, some
    25 MB, from which the process was made.
    """
    kept = log.with_suffix(".out") if keep else os.devnull
    with open(log, "wb") as errors, open(kept, "w+b") as output:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode()
    if process.returncode != 0:
        last = log.read_text(errors="replace").strip().splitlines()[-3:]
        raise Failed(f"{Path(command[0]).name} ended with {process.returncode}: {' '.join(last) or 'no message'}")
    return Run(text, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def warm(file: Path) -> None:
    """Reads a file once, so that all find it in the page cache (as much of it as fits)."""
    with open(file, "rb", buffering=0) as stream:
        while stream.read(1 << 22):
            pass
