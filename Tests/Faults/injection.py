"""One fault in one run of the program: where it is put, and what came of the run.

The calls that touch a folder are counted by `shim.c`, which also makes them
fail, and by `strace`, which sees what goes past it: the C library's own.
"""

import collections
import os
import re
import shutil
import signal
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PATIENCE = 20

SPACE = "create write mkdir rename cut flush link close"
DISK = "converter create open read write close flush cut rename unlink rmdir mkdir rights stat list lock fcntl link"
INTERRUPTED = "create open read write close flush cut lock"
PARTIAL = "read write"

# What goes wrong: name, what the shim does, how often, at which calls; and whether the program must get over it.
Kind = collections.namedtuple("Kind", "name act error times calls harmless")
KINDS = [
    Kind("kill", "kill", 0, 1, "", False),
    Kind("ENOSPC once", "error", 28, 1, SPACE, False),
    Kind("ENOSPC for ever", "error", 28, -1, SPACE, False),
    Kind("EIO once", "error", 5, 1, DISK, False),
    Kind("EIO for ever", "error", 5, -1, DISK, False),
    Kind("EINTR once", "error", 4, 1, INTERRUPTED, True),
    Kind("EINTR thrice", "error", 4, 3, INTERRUPTED, True),
    Kind("short once", "short", 0, 1, PARTIAL, True),
    Kind("short for ever", "short", 0, -1, PARTIAL, True),
]

Ending = collections.namedtuple("Ending", "code out err hit")


def build_shim(folder):
    path = os.path.join(folder, "shim.so")
    compiler = next((c for c in ("cc", "gcc", "clang") if shutil.which(c)), None)
    if not compiler:
        raise SystemExit("no C compiler: apt-get install gcc")
    subprocess.run(
        [compiler, "-O1", "-shared", "-fPIC", "-o", path, os.path.join(HERE, "shim.c"), "-ldl"], check=True)
    return path


class Program:
    """The program under test, and how it is started: never with a terminal, always with patience that ends."""

    def __init__(self, binary, shim):
        self.binary, self.shim = os.path.abspath(binary), shim

    def environment(self, place, **more):
        return {
            "PATH": "/usr/bin:/bin", "HOME": place, "TMPDIR": os.path.join(place, "tmp"), "LANG": "C.UTF-8",
            "TZ": "Asia/Shanghai", **more,
        }

    def run(self, words, place, stdin=None, fault=None, before=(), more=None, prepare=None, stdout=None):
        """One run; `fault`: variables of the shim; `before`: words before the program's name."""
        environment = self.environment(place)
        log = None
        if fault is not None:
            descriptor, log = tempfile.mkstemp(prefix="faults-log-")
            os.close(descriptor)
            environment.update(
                {"FAULT_UNDER": place, "FAULT_LOG": log, **{k: str(v) for k, v in fault.items()}})
            environment["LD_PRELOAD"] = self.shim
        environment.update(more or {})
        environment = {k: v for k, v in environment.items() if v is not None}
        source = open(os.path.join(place, stdin), "rb") if stdin else subprocess.DEVNULL
        target = open(os.path.join(place, stdout), "wb") if stdout else subprocess.PIPE
        process = subprocess.Popen(
            [*before, self.binary, *words], cwd=place, env=environment, stdin=source, stdout=target,
            stderr=subprocess.PIPE, start_new_session=True, preexec_fn=prepare)
        try:
            out, err = process.communicate(timeout=PATIENCE)
            code = process.returncode
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            out, err = process.communicate()
            code = "hangs"
        finally:
            for stream in (source, target):
                if not isinstance(stream, int):
                    stream.close()
        lines = []
        if log:
            with open(log, errors="replace") as file:
                lines = file.read().splitlines()
            os.unlink(log)
        return Ending(code, out or b"", err.decode("utf-8", "replace"), lines)

    def points(self, words, place, stdin=None, stdout=None):
        """The calls of an undisturbed run: number, call, path."""
        ending = self.run(words, place, stdin, fault={}, stdout=stdout)
        points = []
        for line in ending.hit:
            number, call, path = line.split(" ", 2)
            points.append((int(number), call, path))
        return ending, points

    def disturbed(self, kind, number, words, place, stdin=None, stdout=None):
        fault = {"FAULT_AT": number, "FAULT_DO": kind.act, "FAULT_TIMES": kind.times, "FAULT_ERROR": kind.error}
        if kind.calls:
            fault["FAULT_CALLS"] = "," + ",".join(kind.calls.split()) + ","
        return self.run(words, place, stdin, fault, stdout=stdout)

    def traced(self, words, place, injection, stdin=None, stdout=None):
        """One run under strace, which injects."""
        call = injection.split(":")[0]
        before = [
            "strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=" + call, "-e",
            "inject=" + injection]
        return self.run(words, place, stdin, before=before, stdout=stdout)


# The names of system calls, and those that the shim gives them.
SAME = {
    "openat": "open create", "open": "open create", "read": "read", "pread64": "read", "write": "write",
    "pwrite64": "write", "writev": "write", "sendfile": "write", "fsync": "flush", "fdatasync": "flush",
    "ftruncate": "cut", "truncate": "cut", "rename": "rename", "renameat": "rename", "renameat2": "rename",
    "unlink": "unlink", "unlinkat": "unlink", "rmdir": "rmdir", "mkdir": "mkdir", "fchmod": "rights",
    "chmod": "rights", "fchown": "rights", "flock": "lock", "close": "close", "link": "link",
}


def audit(program, words, place, points, stdin=None, stdout=None):
    """What strace sees that changes files below the place, and the shim doesn't: {call: (seen, counted, numbers)}.

    The numbers are those that strace counts by, one thread at a time, for its own injection.
    """
    log = tempfile.mktemp(prefix="faults-strace-")
    try:
        program.run(
            words, place, stdin, stdout=stdout,
            before=["strace", "-f", "-qq", "-y", "-o", log, "-e", "trace=" + ",".join(SAME)])
        seen, count = collections.defaultdict(list), collections.Counter()
        for line in open(log, errors="replace"):
            match = re.match(r"(\d+) +(\w+)\((.*)", line)
            if not match:
                continue
            thread, call, rest = match.groups()
            count[thread, call] += 1
            # What it is done to: an open file, or a path, below a folder or not.
            open_file = re.match(r"[0-9]+<([^>]*)>", rest)
            path = re.match(r'(?:(?:AT_FDCWD|[0-9]+)<([^>]*)>, )?"([^"]*)"', rest)
            name = path.group(2) if path else open_file.group(1) if open_file else ""
            if name.startswith(place) or path and not name.startswith("/") and (path.group(1) or place).startswith(place):
                seen[call].append(count[thread, call])
    finally:
        if os.path.exists(log):
            os.unlink(log)
    counted = collections.Counter(call for _, call, _ in points)
    gaps = {}
    for names in set(SAME.values()):
        calls = [call for call in SAME if SAME[call] == names]
        strace_sees = sum(len(seen[call]) for call in calls)
        shim_sees = sum(counted[name] for name in names.split())
        if strace_sees > shim_sees:
            gaps[names] = (strace_sees, shim_sees, {call: seen[call] for call in calls if seen[call]})
    return gaps
