#!/usr/bin/env python3
"""Runs on a standalone master with two workers, each in a network namespace of its own; no byte leaves them.

    Tests/Spark/with-spark python3 Tests/Spark/network.py AIDSTATS [--short] [--records 1200000]

What comes out is held against a run on this machine, byte for byte: undisturbed; with a worker that is cut off in the
middle; with a worker that is killed; with one whose disk is full. Needs root; where the machine allows no namespaces it
says so, and ends with 69.
"""

import argparse
import os
from pathlib import Path
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from faults import fill, whole
from jobs import Job, Place, kill, wait_for

NETWORK = "10.87.0."


class Cluster:
    """A master, in the first namespace with the bridge, and two workers."""

    def __init__(self, folder):
        self.folder, self.names = folder, [f"aidstats-{os.getpid()}-{n}" for n in range(3)]
        self.master = f"spark://{NETWORK}1:7077"
        self.processes = []

    def __enter__(self):
        try:
            self.wire()
        except subprocess.CalledProcessError as error:
            self.__exit__()
            print(f"Not tried: this machine allows no network namespaces ({error.stderr.strip()}).", file=sys.stderr)
            sys.exit(69)
        self.start(0, "master", "org.apache.spark.deploy.master.Master", "--port", "7077", "--webui-port", "8080")
        for number in (1, 2):
            self.start_worker(number)
        wait_for(lambda: all("Successfully registered" in self.log(f"worker{n}").read_text() for n in (1, 2)), 60, "workers")
        return self

    def __exit__(self, *_):
        for process in self.processes:
            process.kill()
            process.wait()
        for number in (1, 2):
            subprocess.run(["umount", "-l", str(self.disk(number))], stderr=subprocess.DEVNULL)
        for name in self.names:
            subprocess.run(["ip", "netns", "delete", name], stderr=subprocess.DEVNULL)

    def wire(self):
        for name in self.names:
            ip("netns", "add", name)
            ip("-n", name, "link", "set", "lo", "up")
        ip("-n", self.names[0], "link", "add", "bridge", "type", "bridge")
        ip("-n", self.names[0], "addr", "add", f"{NETWORK}1/24", "dev", "bridge")
        ip("-n", self.names[0], "link", "set", "bridge", "up")
        for number in (1, 2):
            ip("-n", self.names[0], "link", "add", f"to{number}", "type", "veth", "peer", "name", "eth",
               "netns", self.names[number])
            ip("-n", self.names[0], "link", "set", f"to{number}", "master", "bridge", "up")
            ip("-n", self.names[number], "addr", "add", f"{NETWORK}{number + 1}/24", "dev", "eth")
            ip("-n", self.names[number], "link", "set", "eth", "up")

    def inside(self, number):
        """How a command is started in a namespace."""
        return ["ip", "netns", "exec", self.names[number]]

    def log(self, what):
        return self.folder / f"{what}.log"

    def disk(self, number):
        return self.folder / f"disk{number}"

    def start(self, number, what, program, *words, local=None):
        environment = {**os.environ, "SPARK_LOCAL_IP": f"{NETWORK}{number + 1}", "SPARK_NO_DAEMONIZE": "1"}
        if local:
            environment["SPARK_LOCAL_DIRS"] = str(local)
        with open(self.log(what), "wb") as log:
            self.processes.append(subprocess.Popen(
                [*self.inside(number), os.path.join(os.environ["SPARK_HOME"], "bin/spark-class"), program, "--host",
                 f"{NETWORK}{number + 1}", *words], env=environment, stdout=log, stderr=subprocess.STDOUT))
        return self.processes[-1]

    def start_worker(self, number):
        disk = self.disk(number)
        if not disk.exists():
            disk.mkdir()
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={512 << 20}", "none", str(disk)], check=True)
        return self.start(
            number, f"worker{number}", "org.apache.spark.deploy.worker.Worker", "--cores", "2", "--memory", "1g", "--work-dir",
            str(self.folder / f"work{number}"), self.master, local=disk)


def ip(*words):
    subprocess.run(["ip", *words], check=True, capture_output=True, text=True)


def start(cluster, place, output, *options, parts=8, settings=()):
    words = ["--engine", "spark", "--spark-master", cluster.master, "--pieces", "12", "--parts", str(parts)]
    for setting in ("spark.ui.enabled=false", f"spark.driver.host={NETWORK}1", f"spark.driver.bindAddress={NETWORK}1",
                    "spark.executor.memory=512m", "spark.eventLog.enabled=true",
                    f"spark.eventLog.dir=file://{place.events}", *settings):
        words += ["--spark-conf", setting]
    return Job(place, output, (*words, *options), prefix=cluster.inside(0),
               environment={"SPARK_LOCAL_IP": f"{NETWORK}1"})


def undisturbed(cluster, place, name):
    return whole(place, start(cluster, place, name))


def cut_off(cluster, place, name):
    """What a worker that nobody reaches goes on to write is no other than what is done in its stead."""
    job = start(cluster, place, name, settings=(
        "spark.network.timeout=8s", "spark.network.timeoutInterval=2s", "spark.executor.heartbeatInterval=2s"))
    wait_for(lambda: job.tasks("part") or not job.is_running(), 60, "a task")
    ip("-n", cluster.names[0], "link", "set", "to1", "down")
    try:
        return whole(place, job)
    finally:
        ip("-n", cluster.names[0], "link", "set", "to1", "up")


def worker_killed(cluster, place, name):
    job = start(cluster, place, name)
    wait_for(lambda: job.tasks("settle"), 60, "a task")
    for pid in pids(cluster.names[1]):
        kill(pid)
    wrong = whole(place, job)
    cluster.start_worker(1)
    return wrong


def disk_full(cluster, place, name):
    """What one worker has no room for the other one does."""
    fill(cluster.disk(1) / "filler")
    try:
        return whole(place, start(cluster, place, name, "--memory", "128MB", parts=1))
    finally:
        (cluster.disk(1) / "filler").unlink()


def pids(name):
    return [int(pid) for pid in subprocess.run(["ip", "netns", "pids", name], capture_output=True, text=True).stdout.split()]


TRIALS = [("undisturbed", undisturbed), ("a worker cut off", cut_off), ("a worker killed", worker_killed),
          ("a worker's disk full", disk_full)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--short", action="store_true", help="undisturbed alone")
    parser.add_argument("--only", nargs="*", default=[], help="parts of names")
    parser.add_argument("--records", type=int, default=1_200_000)
    options = parser.parse_args()
    if os.geteuid() != 0:
        print("Not tried: only root can make network namespaces.", file=sys.stderr)
        sys.exit(69)
    faults = 0
    with tempfile.TemporaryDirectory(prefix="spark-network-", dir="/var/tmp") as folder, Cluster(Path(folder)) as cluster:
        records = min(options.records, 240_000) if options.short else options.records
        place = Place(options.binary, Path(folder) / "place", records, files=12)
        for number, (name, trial) in enumerate(TRIALS[:1] if options.short else TRIALS):
            if options.only and not any(word in name for word in options.only):
                continue
            began = time.monotonic()
            try:
                wrong = trial(cluster, place, f"o{number}")
            except TimeoutError as error:
                wrong = [str(error)]
            faults += bool(wrong)
            print(f"{name:36} {time.monotonic() - began:6.1f} s  {'; '.join(wrong) or 'ok'}", flush=True)
        texts = [p for p in Path(folder).rglob("*") if p.is_file() and (p.name.startswith("std") or p.suffix == ".log")]
        texts += [p for p in place.events.rglob("*") if p.is_file()]
        personal = place.personal(texts)
        faults += not texts or bool(personal)
        print(f"{len(texts)} logs and event files of Spark: {'; '.join(personal[:5]) or 'nothing of a person'}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
