"""Times aidstats beside the engines that a user could pick instead, and writes RESULTS.md.

    make bench                           everything but the large jobs: about a quarter of an hour
    make bench BENCH=--large             also 50 and 100 million claims; needs 35 GB of disk
    make bench BENCH='--records 200000'  a try at a small size
    make bench BENCH='--only csv-full'   one job, or several with several --only

A complete bench at full size is recorded in Tests/Benchmarks/RESULTS.md, any other in .build/bench/RESULTS.md.
Inputs, engines from PyPI and reports are kept below .build/bench. An engine that cannot be had is left out, and
the results say so, as they do of a job whose input cannot be made.

How it is done. Every engine first does the job once, and its figures are compared with ours, and ours with what
the generator knows; figures that differ end the bench before any time counts. Then all engines take turns, round
by round, on a file that has been read once before. aidstats takes no SHA-256 of its input then, as the others do
not; a row of its own shows what it takes with it. Ratios are medians over the rounds, each of two runs that
followed each other, since the speed of a machine drifts. Medians count: of aidstats, xmllint, zcat and Miller the
whole process; of engines in Python what comes after the start and the imports, in their favour. Slow engines run once.

Commands that no other engine has (`commands.py`) are timed alone, whole processes, against what we aim at.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import commands  # noqa: E402
import figures  # noqa: E402
import results  # noqa: E402
from engines import SLOW, Aidstats, Answer, others  # noqa: E402
from inputs import Input, Inputs, NotMade  # noqa: E402
from jobs import MILLION, Job, all_jobs  # noqa: E402
from measure import Failed, warm  # noqa: E402
from packages import Environment  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
FULL_SIZE = 5 * MILLION


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each engine does each job")
    parser.add_argument("--only", action="append", metavar="JOB", help="do this job; may be repeated")
    parser.add_argument("--large", action="store_true", help="do the large jobs, too")
    records = "claims in a CSV file; XML and the workbook have a fifth"
    parser.add_argument("--records", type=int, default=FULL_SIZE, help=records)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--aidstats", type=Path, default=ROOT / ".build/release/aidstats", help="the binary to time")
    parser.add_argument("--sample", type=Path, default=ROOT / ".build/release/aidstats-sample")
    parser.add_argument("--scratch", type=Path, default=ROOT / ".build/bench")
    parser.add_argument("--venv", type=Path, help="an environment with the engines; by default one in the scratch")
    chosen = parser.parse_args()
    if chosen.rounds < 1 or chosen.records < 10_000:
        parser.error("it takes one round and 10000 records at least")
    return chosen


def check(name: str, expected: figures.Figures, counted: figures.Figures) -> None:
    wrong = figures.differences(expected, counted)
    if wrong:
        shown = "\n  ".join(wrong[:5])
        raise SystemExit(f"{name}: {len(wrong)} figures differ; no time counts.\n  {shown}")


def expected_of(job: Job, counted: figures.Figures) -> figures.Figures:
    """The part of our figures that other engines count, too: for a plain job no periods but quarters and all."""
    if job.task in ("full", "groups"):
        return counted
    return {key: row for key, row in counted.items() if key[0] == "2" or key == "cumulative"}


def do(job: Job, source: Input, ours: Aidstats, digesting: Aidstats, rivals: dict, rounds: int) -> dict[str, list[Answer]]:
    """All runs of one job, by engine."""
    print(f"{job.name}: {source.size / MILLION:.0f} MB", flush=True)
    warm(source.file)
    first = ours.answer(job.task, source.file, job.memory)
    check(f"{job.name}, aidstats against the generator", figures.of_truth(source.truth.read_text()), first.counted)
    expected = expected_of(job, first.counted)
    answers: dict[str, list[Answer]] = {ours.name: [], digesting.name: []}
    for name, rival in rivals.items():
        answer = rival.answer(job.task, source.file)
        if answer.counted is not None:
            check(f"{job.name}, {name} against aidstats", expected, answer.counted)
            check(f"{job.name}, aidstats against {name}", answer.counted, expected)
        answers[name] = [answer] if name in SLOW else []
    for turn in range(rounds):
        answers[ours.name].append(ours.answer(job.task, source.file, job.memory))
        answers[digesting.name].append(digesting.answer(job.task, source.file, job.memory))
        for name, rival in rivals.items():
            if name not in SLOW:
                answers[name].append(rival.answer(job.task, source.file))
        said = ", ".join(f"{name} {runs[-1].seconds:.2f}" for name, runs in answers.items())
        print(f"  {turn + 1}: {said}", flush=True)
    return answers


def main() -> None:
    chosen = options()
    jobs = all_jobs(chosen.records)
    whole = commands.all_commands(chosen.records)
    known = [job.name for job in jobs] + [command.name for command in whole]
    unknown = set(chosen.only or ()) - set(known)
    if unknown:
        raise SystemExit(f"No such job: {', '.join(sorted(unknown))}. There are: {', '.join(known)}.")
    jobs = [job for job in jobs if (job.name in chosen.only if chosen.only else chosen.large or not job.large)]
    whole = [command for command in whole if not chosen.only or command.name in chosen.only]

    chosen.scratch.mkdir(parents=True, exist_ok=True)
    ours = Aidstats(chosen.aidstats, chosen.threads, chosen.scratch, digests=False)
    digesting = Aidstats(chosen.aidstats, chosen.threads, chosen.scratch, digests=True)
    environment = Environment(chosen.venv or chosen.scratch / "venv")
    engines, notes = others(environment, chosen.threads, chosen.scratch)
    inputs = Inputs(chosen.scratch / "inputs", chosen.sample, environment)
    place = commands.Place(chosen.scratch / "commands", chosen.aidstats, inputs, chosen.records)
    timed = [commands.do(command, place, chosen.rounds) for command in whole]
    done = []
    for job in jobs:
        try:
            source = job.make(inputs)
        except NotMade as problem:
            notes.append(f"The job {job.name} was left out: {problem}.")
            continue
        rivals = {name: engines[name] for name in job.others if name in engines}
        done.append(results.Done(job, source, do(job, source, ours, digesting, rivals, chosen.rounds)))

    complete = not chosen.only and chosen.records == FULL_SIZE
    target = (ROOT / "Tests/Benchmarks" if complete else chosen.scratch) / "RESULTS.md"
    versions = {engine.name: engine.version for engine in (ours, *engines.values())}
    if not any(job.large for job in jobs):
        notes.append("The large jobs were not asked for (`--large`).")
    text = results.page(done, timed, versions, notes, chosen.rounds, chosen.threads)
    target.write_text(text)
    print(f"\n{text}\nWritten to {target}.")


if __name__ == "__main__":
    try:
        main()
    except (Failed, OSError) as problem:
        raise SystemExit(f"bench: {problem}") from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
