#!/usr/bin/env python3
"""Takes away what a run on Spark stands on, and holds what comes out against a run on this machine, byte for byte.

    Tests/Spark/with-spark python3 Tests/Spark/faults.py AIDSTATS [--short] [--only WORDS] [--records 1200000]

Tasks and workers are killed in each step, twice; the driver between steps; a disk is full; tasks are slow and done
twice; inputs are refused. Wanted: the same bytes, or a clear end and the same bytes of the next run; nothing left behind;
and no number of a person or a claim in anything that Spark writes.
"""

import argparse
import json
import os
from pathlib import Path
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from jobs import Place, ancestor, kill, wait_for

STEPS = ("part", "settle", "count")


def whole(place, job):
    """What is wrong with a run that should give the same bytes."""
    code = job.wait()
    if code != 0:
        return [f"exit {code}: {job.said()[:600]}"]
    return [f"other bytes: {name}" for name in place.differences(job.output)] + remains(place, job)


def remains(place, job):
    """What a run has left behind, once it and all of its tasks have had a moment to end."""
    try:
        wait_for(lambda: not job.tasks() and not place.left(job.output) and job.driver() == (None, None), 20, "the end")
    except TimeoutError:
        return [f"left: {place.left(job.output)}, tasks {job.tasks()}, driver {job.driver()}"]
    return []


def again(place, job):
    """What is wrong with the next run into the same folder."""
    return [f"the next run: {wrong}" for wrong in whole(place, place.run_on_spark(job.output))]


def messages(job):
    return [json.loads(line) for line in job.said().splitlines() if line.startswith("{")]


# ---- Tasks and workers --------------------------------------------------------------------------------------------

def victims(place, job, step, times, choose):
    """Kills what `choose` gives for tasks of a step, so many times; gives how often there was something to kill."""
    killed = set()
    while len(killed) < times and job.is_running():
        for task in job.tasks(step):
            victim = choose(task)
            if victim and victim not in killed and kill(victim):
                killed.add(victim)
                break
    return len(killed)


def task_killed(step):
    def trial(place, name):
        job = place.run_on_spark(name)
        killed = victims(place, job, step, 2, lambda task: task)
        return ([] if killed == 2 else [f"only {killed} could be killed"]) + whole(place, job)
    return trial


def worker_killed(step):
    def trial(place, name):
        # So many parts that there still is something to do for the worker that comes after.
        job = place.run_on_spark(name, pieces=12, parts=12)
        killed = victims(place, job, step, 2, lambda task: ancestor(task, "java"))
        return ([] if killed == 2 else [f"only {killed} could be killed"]) + whole(place, job)
    return trial


def done_twice(place, name):
    """A task that stands still is done by another one as well; it is ended, and changes nothing."""
    job = place.run_on_spark(name, settings=(
        "spark.speculation=true", "spark.speculation.interval=100ms", "spark.speculation.quantile=0.3",
        "spark.speculation.multiplier=1.1", "spark.speculation.minTaskRuntime=100ms"))
    task = wait_for(lambda: job.tasks("settle"), 60, "a task")[0]
    kill(task, signal.SIGSTOP)
    wrong = whole(place, job)
    if kill(task, 0):
        kill(task)
        wrong.append("a task that nobody waits for is still there")
    return wrong


# ---- Driver -------------------------------------------------------------------------------------------------------

def between(job, ending, count):
    """Waits for the moment in which a step is done and the next has not begun."""
    wait_for(lambda: job.steps() and len(list(job.steps().glob(f"[!.]*.{ending}"))) == count, 120, f"all {ending}")


def driver_killed(who, ending, count):
    def trial(place, name):
        job = place.run_on_spark(name)
        between(job, ending, count)
        python, java = job.driver()
        if not kill({"python": python, "java": java, "aidstats": job.process.pid}[who]):
            return ["there was nothing to kill"]
        code = job.wait()
        wrong = remains(place, job)
        if who != "aidstats" and (code != 74 or [m["code"] for m in messages(job)] != ["spark-failed"]):
            wrong.append(f"no clear end: exit {code}: {job.said()[:300]}")
        if place.files(name):
            wrong.append("something was published")
        return wrong + again(place, job)
    return trial


# ---- Disk and inputs ----------------------------------------------------------------------------------------------

def disk_full(place, name):
    """The disk of the workers is full when tasks need it: that is told with its place, and the next run has room."""
    disk = place.folder / "disk"
    disk.mkdir()
    size = os.path.getsize(place.binary) + (16 << 20)
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(disk)]).returncode:
        return ["not tried: this machine lets nobody mount a small disk"]
    try:
        settings = (f"spark.local.dir={disk}",)
        job = place.run_on_spark(name, "--memory", "128MB", parts=1, settings=settings)
        wait_for(lambda: job.tasks("part"), 60, "a task")
        fill(disk / "filler")
        code = job.wait()
        told = messages(job)
        wrong = remains(place, job)
        if code != 74 or [m["code"] for m in told] != ["spill-failed"] or not told[0]["place"].startswith(str(disk)):
            wrong.append(f"no clear end: exit {code}: {job.said()[:600]}")
        (disk / "filler").unlink(missing_ok=True)
        return wrong + [f"the next run: {w}" for w in whole(place, place.run_on_spark(name, settings=settings))]
    finally:
        subprocess.run(["umount", "-l", str(disk)])


def fill(path):
    try:
        with open(path, "wb", buffering=0) as file:
            while True:
                file.write(bytes(1 << 20))
    except OSError:
        pass


def input_refused(place, name):
    """What a task refuses is told as on this machine, with file and line."""
    bad = place.folder / "in" / "9.csv"
    bad.write_text("编号,金额\n1,2\n")
    try:
        jobs = [place.run_on_spark(name), place.run(f"{name}-local")]
        codes = [job.wait() for job in jobs]
        told = [[(m["code"], m["place"], m["message"]) for m in messages(job)] for job in jobs]
        wrong = [] if codes == [65, 65] and told[0] == told[1] else [f"exits {codes}: {told}"]
        return wrong + remains(place, jobs[0])
    finally:
        bad.unlink()


def undisturbed(place, name):
    return whole(place, place.run_on_spark(name))


TRIALS = [
    ("undisturbed", undisturbed, False),
    *[(f"a task of {step} killed twice", task_killed(step), step == "settle") for step in STEPS],
    *[(f"a worker killed twice in {step}", worker_killed(step), False) for step in STEPS],
    *[(f"{who} killed after {step}", driver_killed(who, ending, count), (who, step) == ("aidstats", "part"))
      for step, ending, count in (("part", "claims", 6), ("settle", "standing", 4), ("count", "counts", 4))
      for who in ("python", "java", "aidstats")],
    ("a task done twice", done_twice, False),
    ("a full disk", disk_full, False),
    ("an input refused", input_refused, False),
]


def texts_of_spark(place, began):
    """What Spark has written down: its events, and the output of its workers."""
    work = Path(os.environ["SPARK_HOME"], "work")
    folders = [path for path in work.glob("app-*") if path.stat().st_mtime >= began] if work.is_dir() else []
    texts = [path for folder in folders for path in folder.rglob("std*")] + [p for p in place.events.rglob("*") if p.is_file()]
    return texts, folders


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--short", action="store_true", help="two of them, on fewer records")
    parser.add_argument("--only", nargs="*", default=[], help="parts of names")
    parser.add_argument("--records", type=int, default=1_200_000)
    options = parser.parse_args()
    faults, began = 0, time.time()
    with tempfile.TemporaryDirectory(prefix="spark-faults-", dir="/var/tmp") as folder:
        place = Place(options.binary, folder, min(options.records, 240_000) if options.short else options.records, files=12)
        for number, (name, trial, is_short) in enumerate(TRIALS):
            if options.short and not is_short or options.only and not any(word in name for word in options.only):
                continue
            start = time.monotonic()
            try:
                wrong = trial(place, f"o{number}")
            except TimeoutError as error:
                wrong = [str(error)]
            is_left_out = any(w.startswith("not tried") for w in wrong)
            faults += bool(wrong) and not is_left_out
            print(f"{name:36} {time.monotonic() - start:6.1f} s  {'; '.join(wrong) or 'ok'}", flush=True)
        texts, folders = texts_of_spark(place, began)
        personal = place.personal(texts)
        if not texts or personal:
            faults += 1
        print(f"{len(texts)} logs and event files of Spark: {'; '.join(personal[:5]) or 'nothing of a person'}")
        if os.listdir(place.folder / "tmp"):
            faults += 1
            print(f"temporary files are left: {os.listdir(place.folder / 'tmp')[:5]}")
        for path in folders:
            shutil.rmtree(path, ignore_errors=True)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
