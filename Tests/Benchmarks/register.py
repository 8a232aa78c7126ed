"""Times a register of many years: its size, adding a quarter, and asking for people since the start.

    make bench-register                       30 million claims in 45 quarters; needs 10 GB of disk, some minutes
    make bench-register BENCH='--records 2000000'

All quarters but the last are loaded in one run; then the last is added in a run of its own, from the same state
each time, with memory bounded and without a bound. The figures of that run are compared with the generator's.
Medians of whole processes; the exports are in the page cache.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import figures  # noqa: E402
from inputs import Input, Inputs  # noqa: E402
from measure import Failed, Run, run, warm  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=30_000_000, help="claims of all quarters")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory", action="append", help="bounds to try; by default 128MB, 256MB and none")
    parser.add_argument("--aidstats", type=Path, default=ROOT / ".build/release/aidstats")
    parser.add_argument("--sample", type=Path, default=ROOT / ".build/release/aidstats-sample")
    parser.add_argument("--scratch", type=Path, default=ROOT / ".build/bench")
    return parser.parse_args()


def split(source: Input, folder: Path) -> tuple[Path, Path]:
    """All quarters but the last, and the last: claims lie in the file by quarter."""
    early, late = folder / "early.csv", folder / "late.csv"
    if early.exists() and late.exists() and early.stat().st_size + late.stat().st_size > source.size:
        return early, late
    lines = source.records * 44 // 45
    with open(source.file, "rb") as all_, open(early, "wb") as first, open(late, "wb") as second:
        header = all_.readline()
        first.write(header)
        second.write(header)
        for number, line in enumerate(all_):
            (first if number < lines else second).write(line)
    return early, late


def main() -> None:
    chosen = options()
    folder = chosen.scratch / f"register-{chosen.records}"
    folder.mkdir(parents=True, exist_ok=True)
    source = Inputs(chosen.scratch / "inputs", chosen.sample).csv(chosen.records)
    early, late = split(source, folder)
    pipeline = folder / "aid.yaml"
    pipeline.write_text((ROOT / "Tests/Benchmarks/full.yaml").read_text() + "register: register\nkeyFile: key\n")
    log = folder / "log"
    reports = folder / "reports"

    def aidstats(*arguments: str) -> Run:
        return run([str(chosen.aidstats), *arguments, "--quiet"], log)

    base = folder / "base"
    if not base.exists():
        shutil.rmtree(folder / "register", ignore_errors=True)
        (folder / "key").unlink(missing_ok=True)
        aidstats("register", "init", str(pipeline))
        loading = aidstats("run", str(pipeline), "--input", str(early), "--output", str(reports))
        print(f"load 44 quarters: {loading.wall_seconds:.1f} s, {loading.peak_bytes / 2**20:.0f} MB", flush=True)
        (folder / "register").rename(base)

    warm(late)
    expected = figures.of_truth(source.truth.read_text())
    for bound in [*(chosen.memory or ["128MB", "256MB", ""])]:
        runs = []
        for _ in range(chosen.rounds + 1):
            # Hard links: no run changes a file of a register, but each replaces its list.
            shutil.rmtree(folder / "register", ignore_errors=True)
            subprocess.run(["cp", "-al", str(base), str(folder / "register")], check=True)
            shutil.rmtree(reports, ignore_errors=True)
            memory = ["--memory", bound] if bound else []
            runs.append(aidstats("run", str(pipeline), "--input", str(late), "--output", str(reports), *memory))
        report = (reports / "full/2023Q2/report.json").read_text()
        wrong = figures.differences(expected, figures.of_report(report))
        if wrong:
            raise SystemExit("figures differ; no time counts.\n  " + "\n  ".join(wrong[:5]))
        counted = runs[1:]
        print(
            f"add a quarter, memory {bound or 'not bounded'}: "
            f"{statistics.median(r.wall_seconds for r in counted):.2f} s, "
            f"cpu {statistics.median(r.cpu_seconds for r in counted):.2f} s, "
            f"{max(r.peak_bytes for r in counted) / 2**20:.0f} MB",
            flush=True,
        )
    size = sum(file.stat().st_size for file in (folder / "register").iterdir())
    print(f"size: {size / 1e6:.0f} MB")
    asked = [aidstats("register", "people", str(pipeline), "2012Q2..2023Q2", "--lang", "en") for _ in range(chosen.rounds)]
    print(
        f"people since 2012: {statistics.median(r.wall_seconds for r in asked):.2f} s, "
        f"{max(r.peak_bytes for r in asked) / 2**20:.0f} MB: {asked[0].output.strip()}"
    )
    proof = aidstats("register", "verify", str(pipeline))
    print(f"verify: {proof.wall_seconds:.1f} s, {proof.peak_bytes / 2**20:.0f} MB")


if __name__ == "__main__":
    try:
        main()
    except (Failed, OSError) as problem:
        raise SystemExit(f"bench: {problem}") from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
