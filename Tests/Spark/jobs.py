"""What the tests of runs on Spark share: an export, runs, what they leave, and the processes that take part."""

import os
from pathlib import Path
import re
import signal
import subprocess
import sys
import time

sys.dont_write_bytecode = True
HEADER = "编号,身份证号,打款日期,金额,状态,原编号,地市\n"
PIPELINE = """name: t
inputs:
  - files: ["in/*.csv"]
fields:
  claim:    { from: [编号] }
  person:   { from: [身份证号], type: resident-id }
  paidOn:   { from: [打款日期], type: date }
  amount:   { from: [金额], type: money }
  status:   { from: [状态] }
  reverses: { from: [原编号], optional: true }
  city:     { from: [地市], type: category }
count:
  status: { paid: [已打款], unpaid: [待审核], reversed: [冲正] }
breakdowns: [city]
quality: { minGroup: 0, maxRejected: 100%, maxSharedClaims: 100% }
reports: [json, markdown]
"""
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def resident(number):
    """A sound ID that nobody has: its region belongs to no place."""
    text = f"990114{1950 + number // 336 % 50}{number // 28 % 12 + 1:02d}{number % 28 + 1:02d}{number // 16800 % 999 + 1:03d}"
    return text + "10X98765432"[sum(int(a) * b for a, b in zip(text, WEIGHTS)) % 11]


def line(i, people):
    """Claims, corrections, copies, reversals and records that are rejected for each reason that shows a value."""
    person, day, city = people[i * 7919 % len(people)], f"2023-0{4 + i // 7 % 3}-{1 + i % 30:02d}", f"第{i % 17}市"
    if i % 50 == 11:
        return f"HZ{i - 3},{person},{day},2.{i % 100:02d},已打款,,{city}\n"
    if i % 50 == 21:
        return f"R{i},{person},{day},0.50,冲正,HZ{i - 1},{city}\n"
    if i % 50 == 31:
        return f"HZ{i},{person[:-1]}#,{day},1.00,已打款,,{city}\n"
    if i % 50 == 41:
        return f"HZ{i},{person},{person},1.00,已打款,,{city}\n"
    return f"HZ{i},{person},{day},1.{i % 100:02d},已打款,,{city}\n"


class Place:
    """A folder with an export and its pipeline file, in which runs are made."""

    def __init__(self, binary, folder, records=400_000, files=4):
        self.binary, self.folder = os.path.abspath(binary), Path(folder)
        self.people = [resident(i) for i in range(40_000)]
        (self.folder / "in").mkdir(parents=True)
        per = records // files
        for number in range(files):
            with open(self.folder / "in" / f"{number}.csv", "w") as file:
                file.write(HEADER)
                file.writelines(line(i, self.people) for i in range(number * per, (number + 1) * per))
        (self.folder / "t.yaml").write_text(PIPELINE)
        self.local = self.run("local")
        if self.local.wait() != 0:
            raise SystemExit(f"A run on this machine fails: {self.local.said()}")

    def run(self, output, *options):
        return Job(self, output, options)

    def run_on_spark(self, output, *options, master="local-cluster[2,1,1024]", pieces=6, parts=4, settings=()):
        words = ["--engine", "spark", "--spark-master", master, "--pieces", str(pieces), "--parts", str(parts)]
        for setting in ("spark.ui.enabled=false", "spark.eventLog.enabled=true", f"spark.eventLog.dir=file://{self.events}",
                        *settings):
            words += ["--spark-conf", setting]
        return Job(self, output, (*words, *options))

    @property
    def events(self):
        (self.folder / "events").mkdir(exist_ok=True)
        return self.folder / "events"

    def differences(self, output):
        """Which files of a quarter are not those of a run on this machine; but for the manifest, which holds times."""
        names = [name for name in self.files("local") | self.files(output) if not name.endswith("manifest.json")]
        return sorted(name for name in names if self.content("local", name) != self.content(output, name))

    def files(self, output):
        root = self.folder / output / "t"
        return {str(path.relative_to(root)) for quarter in root.glob("[0-9]*") for path in quarter.rglob("*") if path.is_file()}

    def content(self, output, name):
        path = self.folder / output / "t" / name
        return path.read_bytes() if path.exists() else None

    def left(self, output):
        """What runs leave that they should not."""
        return sorted(path.name for path in (self.folder / output / "t").glob(".steps*") if path.name != ".steps.lock")

    def personal(self, texts):
        """Which numbers of people or claims stand in texts of Spark."""
        known = set(self.people) | {person[:-1] for person in self.people}
        found = []
        for path in texts:
            text = path.read_text(errors="replace")
            found += [f"{path.name}: a number of a person" for word in re.findall(r"99\d{15}[\dX]?", text)
                      if word in known]
            found += [f"{path.name}: a number of a claim" for word in re.findall(r"\bHZ\d+\b", text)]
        return sorted(set(found))


class Job:
    """A run that is going on."""

    def __init__(self, place, output, options, prefix=(), environment=None):
        self.place, self.output, self.began = place, output, time.monotonic()
        self.errors = open(place.folder / f"{output}.err", "w+b")
        temporary = place.folder / "tmp"
        temporary.mkdir(exist_ok=True)
        self.process = subprocess.Popen(
            [*prefix, place.binary, "run", "t.yaml", "--output", output, "--quarter", "2023Q2", "--log-format", "json",
             "--quiet", *(options if "--memory" in options else ("--memory", "256MB", *options))],
            cwd=place.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self.errors,
            env={**os.environ, "TMPDIR": str(temporary), **(environment or {})})

    def wait(self, seconds=300):
        return self.process.wait(seconds)

    def is_running(self):
        return self.process.poll() is None

    def said(self):
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace").strip()

    def steps(self):
        """The folder of the steps; None: it is not there."""
        return next(iter((self.place.folder / self.output / "t").glob(".steps-*")), None)

    def tasks(self, step=None):
        """The processes that do a step of this run."""
        mark = f"{self.place.folder}/{self.output}/t/.steps-"
        return [pid for pid, words in processes()
                if len(words) > 3 and words[1] in ((step,) if step else ("part", "settle", "count")) and words[3].startswith(mark)]

    def driver(self):
        """The driver in Python, and the Java that has started it."""
        for pid, words in processes():
            if len(words) > 2 and words[1].endswith("aidstats-spark.py") and words[1].startswith(str(self.place.folder)):
                return pid, ancestor(pid, "java")
        return None, None


def processes():
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                words = Path("/proc", name, "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            yield int(name), [word.decode(errors="replace") for word in words]


def parent(pid):
    return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])


def ancestor(pid, name):
    """The next process above one that is of some program; None: there is none, or no more."""
    try:
        while pid > 1:
            pid = parent(pid)
            if Path(f"/proc/{pid}/comm").read_text().strip() == name:
                return pid
    except OSError:
        pass
    return None


def kill(pid, number=signal.SIGKILL):
    try:
        os.kill(pid, number)
        return True
    except (ProcessLookupError, TypeError):
        return False


def wait_for(condition, seconds, what):
    """What a condition gives, as soon as it gives something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.002)
    raise TimeoutError(f"waited {seconds} s for {what}")
