"""Makes the inputs, each only when it is absent or was made otherwise."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

SEED = 2012


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
    """The folder of all inputs, made by the sample generator at a fixed seed."""

    def __init__(self, folder: Path, sample: Path) -> None:
        self._folder = folder
        self._sample = sample
        folder.mkdir(parents=True, exist_ok=True)

    def csv(self, records: int, encoding: str = "utf-8") -> Input:
        return self._made("csv", records, encoding)

    def xml(self, records: int, encoding: str = "utf-8") -> Input:
        return self._made("xml", records, encoding)

    def mixed_xml(self, records: int) -> Input:
        """The plain XML, but every 20th record is not plain. It says the same."""
        plain = self.xml(records)
        mixed = Input(self._folder / f"{records}-mixed.xml", plain.truth, records)
        recipe = {"from": plain.size, "edit": 1}
        if not _is_as(mixed.file, recipe):
            print(f"Making {mixed.file.name} ...", flush=True)
            with open(plain.file, "rb") as source, open(mixed.file, "wb") as target:
                _mix(source, target)
            _note(mixed.file, recipe)
        return mixed

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
