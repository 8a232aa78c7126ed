"""Makes the inputs, each only when it is absent or was made otherwise."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zlib
from dataclasses import dataclass
from pathlib import Path

from figures import COLUMNS
from packages import Environment

SEED = 2012
CLAIM = COLUMNS.index("claim")
HOSPITAL = COLUMNS.index("hospital")
SHEET = 1_048_575
"""As many records go into a sheet, below its header."""


class NotMade(Exception):
    """An input cannot be made here; the message says why."""


@dataclass(frozen=True)
class Input:
    """A file of so many records, and what the generator knows of it."""

    file: Path
    truth: Path
    records: int

    @property
    def size(self) -> int:
        return self.file.stat().st_size


class Inputs:
    """The folder of all inputs, made by the sample generator at a fixed seed.

    Only the workbook needs the environment, for xlsxwriter.
    """

    def __init__(self, folder: Path, sample: Path, environment: Environment | None = None) -> None:
        self._folder = folder
        self._sample = sample
        self._environment = environment
        folder.mkdir(parents=True, exist_ok=True)

    def csv(self, records: int, encoding: str = "utf-8") -> Input:
        return self._made("csv", records, encoding)

    def xml(self, records: int, encoding: str = "utf-8") -> Input:
        return self._made("xml", records, encoding)

    def mixed_xml(self, records: int) -> Input:
        """The plain XML, but every 20th record is not plain. It says the same."""
        plain = self.xml(records)
        mixed = Input(self._folder / f"{records}-mixed.xml", plain.truth, records)
        recipe = {"from": plain.size, "edit": 2}
        if not _is_as(mixed.file, recipe):
            print(f"Making {mixed.file.name} ...", flush=True)
            with open(plain.file, "rb") as source, open(mixed.file, "wb") as target:
                _mix(source, target)
            _note(mixed.file, recipe)
        return mixed

    def groups(self, records: int, count: int) -> Input:
        """The plain CSV, but with so many hospitals, or nearly so many: which one follows from the claim's number."""
        plain = self.csv(records)
        made = Input(self._folder / f"{records}-of-{count}-hospitals.csv", plain.truth, records)
        recipe = {"from": plain.size, "hospitals": count}
        if not _is_as(made.file, recipe):
            print(f"Making {made.file.name} ...", flush=True)
            with open(plain.file, "rb") as source, open(made.file, "wb") as target:
                target.write(source.readline())
                for line in source:
                    cells = line.split(b",")
                    cells[HOSPITAL] = b"H%06d" % (zlib.crc32(cells[CLAIM]) % count)
                    target.write(b",".join(cells))
            _note(made.file, recipe)
        return made

    def csv_gz(self, records: int) -> Input:
        """The plain CSV as gzip compresses it when it is told nothing."""
        plain = self.csv(records)
        packed = Input(plain.file.with_name(plain.file.name + ".gz"), plain.truth, records)
        recipe = {"from": plain.size, "by": "gzip"}
        if not _is_as(packed.file, recipe):
            if not shutil.which("gzip"):
                raise NotMade("`gzip` is not installed")
            print(f"Making {packed.file.name} ...", flush=True)
            with open(packed.file, "wb") as target:
                subprocess.run(["gzip", "--stdout", "--no-name", str(plain.file)], check=True, stdout=target)
            _note(packed.file, recipe)
        return packed

    def xlsx(self, records: int) -> Input:
        """The plain CSV as a workbook of one sheet, by `make_workbook.py`."""
        plain = self.csv(min(records, SHEET))
        book = Input(self._folder / f"{plain.records}.xlsx", plain.truth, plain.records)
        recipe = {"from": plain.size, "by": "xlsxwriter", "edit": 2}
        if not _is_as(book.file, recipe):
            if self._environment is None:
                raise NotMade("there is no environment to put xlsxwriter into")
            try:
                self._environment.install("xlsxwriter")
            except RuntimeError as problem:
                raise NotMade(str(problem)) from None
            print(f"Making {book.file.name} ...", flush=True)
            maker = Path(__file__).with_name("make_workbook.py")
            command = [self._environment.python, "-B", maker, plain.file, book.file]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            _note(book.file, recipe)
        return book

    def _made(self, form: str, records: int, encoding: str) -> Input:
        stem = f"{records}-{encoding}.{form}"
        made = Input(self._folder / stem, self._folder / f"{stem}.truth.json", records)
        arguments = ["--records", str(records), "--format", form, "--encoding", encoding, "--seed", str(SEED)]
        recipe = {"arguments": arguments}
        if not _is_as(made.file, recipe):
            print(f"Making {stem} ...", flush=True)
            command = [str(self._sample), "bench", *arguments, "--output", str(made.file), "--truth", str(made.truth)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            _note(made.file, recipe)
        return made


def _stamp(file: Path) -> Path:
    return file.with_name(file.name + ".made")


def _is_as(file: Path, recipe: dict) -> bool:
    """Whether the file was made to its end, and by this recipe."""
    try:
        return json.loads(_stamp(file).read_text()) == recipe | {"bytes": file.stat().st_size}
    except (OSError, ValueError):
        return False


def _note(file: Path, recipe: dict) -> None:
    _stamp(file).write_text(json.dumps(recipe | {"bytes": file.stat().st_size}))


def _mix(source, target) -> None:
    """Of every 20th record: an entity in the name, a comment, a CDATA section, a namespace declared inside."""
    record = 0
    for line in source:
        if line.strip() == b"<Claim>":
            record += 1
            if record % 20 == 0 and record % 80 == 0:
                line = line.replace(b"<Claim>", b'<Claim xmlns:x="urn:example:bench">')
        elif record % 20 == 0:
            line = _unplain(line)
        target.write(line)


def _unplain(line: bytes) -> bytes:
    line = line.replace(b"</Name>", b" &amp; &#x4E00;</Name>")
    line = line.replace(b"<PaidDate>", b"<!-- <Claim> paid on --><PaidDate>")
    return re.sub(rb"<CareType>([^<]*)</CareType>", rb"<CareType><![CDATA[\1]]></CareType>", line)
