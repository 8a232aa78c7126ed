#!/usr/bin/env python3
"""Runs random exports, with every kind of trouble, in parts, and holds each file against a plain run, byte for byte.

    Tests/Spark/parts.py AIDSTATS --seeds 300                                  part, settle, count, run --from-counts
    Tests/Spark/with-spark Tests/Spark/parts.py AIDSTATS --seeds 10 --spark    the same on Apache Spark
    Tests/Spark/parts.py AIDSTATS --seeds 1 --from 17 --keep FOLDER            keeps the files of a seed

The exports are those of `Tests/IndependentCount`. A run that is refused must be refused with the same codes in parts.
"""

import argparse
from concurrent.futures import ThreadPoolExecutor
import json
import os
from pathlib import Path
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "IndependentCount"))
import exports
from model import quarter_name

# Pieces, parts, and how large a file is at least that is divided.
DIVISIONS = [(1, 1, "256MB"), (2, 2, "1B"), (3, 7, "1KB"), (5, 64, "256MB")]
# The error of a file that was divided, and must be read whole: then all is done once more, as the engine does.
WHOLE_AGAIN = "cannot-be-divided"


class Seed:
    def __init__(self, binary, number, home):
        self.binary, self.folder = binary, home / str(number)
        export = exports.make(number, clean=False, only=None, old_keys=False)
        for path, content in exports.bytes_of(export):
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        self.quarter = [] if export.asks_latest else ["--quarter", quarter_name(export.quarter)]

    def do(self, *words):
        """Exit code and codes of the errors."""
        done = subprocess.run(
            [self.binary, *words, "--log-format", "json", "--quiet", "--memory", "256MB"], cwd=self.folder, text=True,
            capture_output=True, errors="replace", timeout=600, env={**os.environ, "TMPDIR": str(self.folder)})
        told = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
        return done.returncode, sorted({m["code"] for m in told if m["level"] == "error"})

    def run(self, output, *words):
        return self.do("run", "pipeline.yaml", "--output", output, *self.quarter, *words)

    def run_in_parts(self, output, pieces, parts, least, is_whole=False):
        work = f"work-{output}"
        divided = ["--whole"] if is_whole else ["--divide-from", least]
        steps = [["part", "pipeline.yaml", work, "--piece", f"{k}/{pieces}", "--parts", str(parts), *divided]
                 for k in range(1, pieces + 1)]
        steps += [["settle", "pipeline.yaml", work, "--part", f"{k}/{parts}", "--output", output]
                  for k in range(1, parts + 1)]
        steps += [["count", "pipeline.yaml", work, "--part", f"{k}/{parts}", *self.quarter] for k in range(1, parts + 1)]
        ended = (0, [])
        for step in steps:
            ended = self.do(*step)
            if ended[0] != 0:
                break
        if ended[0] == 0:
            ended = self.run(output, "--from-counts", work)
        shutil.rmtree(self.folder / work, ignore_errors=True)
        if WHOLE_AGAIN in ended[1] and not is_whole:
            return self.run_in_parts(output, pieces, parts, least, is_whole=True)
        return ended

    def content(self, output):
        root = self.folder / output
        return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*")
                if path.is_file() and path.parent != root and "ledger" not in path.name
                and path.name not in ("manifest.json", ".lock", ".steps.lock")}


def judge(binary, number, home, on_spark):
    """How the plain run has ended, and what is other in parts."""
    seed = Seed(binary, number, home)
    plain = seed.run("plain")
    expected, wrong = seed.content("plain"), []
    for pieces, parts, least in DIVISIONS[2:3] if on_spark else DIVISIONS:
        name = f"parts-{pieces}-{parts}"
        if on_spark:
            ended = seed.run(
                name, "--engine", "spark", "--spark-master", "local-cluster[2,1,1024]", "--pieces", str(pieces), "--parts",
                str(parts), "--spark-conf", "spark.ui.enabled=false")
        else:
            ended = seed.run_in_parts(name, pieces, parts, least)
        found = seed.content(name)
        if ended[0] != plain[0] or (plain[0] != 0 and ended[1] != plain[1]):
            wrong.append(f"{name}: ends with {ended}, not {plain}")
        else:
            wrong += [f"{name}: {file}" for file in sorted(found.keys() | expected.keys())
                      if found.get(file) != expected.get(file)]
    return plain[0], wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--seeds", type=int, default=100)
    parser.add_argument("--from", dest="first", type=int, default=1)
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep")
    options = parser.parse_args()
    binary, began, faults, refused = os.path.abspath(options.binary), time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory(prefix="parts-", dir="/var/tmp") as temporary:
        home = Path(options.keep or temporary).resolve()

        def one(number):
            try:
                return number, *judge(binary, number, home, options.spark)
            finally:
                if not options.keep:
                    shutil.rmtree(home / str(number), ignore_errors=True)

        with ThreadPoolExecutor(1 if options.spark else options.jobs) as pool:
            for number, code, wrong in pool.map(one, range(options.first, options.first + options.seeds)):
                faults += bool(wrong)
                refused += code != 0
                for what in wrong[:5]:
                    print(f"seed {number}: {what}", flush=True)
    print(f"{options.seeds - faults} of {options.seeds} exports as by a plain run, {refused} of them refused; "
          f"{time.monotonic() - began:.0f} s")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
