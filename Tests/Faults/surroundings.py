"""What surrounds the program: disks that are full, rights, limits, streams, other runs, clocks, inputs that change.

What needs root, or a kernel that allows it, is skipped with a word.
"""

import os
import resource
import shutil
import subprocess
import threading

import injection
import places

NOBODY = 65534
CLOSING = {"no input": (0,), "no output": (1,), "no errors": (2,), "no output, no errors": (1, 2), "none": (0, 1, 2)}

KINDS = [
    "the disk is full", "no files are left", "files may not grow", "outputs that cannot be", "out of handles",
    "out of memory", "things that are missing", "closed standard streams", "eight at once", "clocks that jump",
    "inputs that change",
]


def scene(name):
    return next(s for s in places.SCENES if s.name == name)


def ran(campaign, stage, row, where, ending, recovers=True, **judging):
    outcome, wrong = stage.judge(ending, **judging)
    if recovers:
        wrong += stage.recover()
    campaign.count(row, outcome, f"{where}: {'; '.join(wrong)}" if wrong else None)
    return outcome


def skip(campaign, name, why):
    campaign.notes.append(f"{name}: skipped, {why}")


def mount(*words):
    return subprocess.run(["mount", *words], capture_output=True, text=True)


def may_unshare():
    return subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode == 0


# ---- Disks and rights ----------------------------------------------------------------------------------------

def full_disk(campaign, stage_class, share):
    """A file system of its own, a page larger each time, until the command has room."""
    disk = os.path.join(campaign.home, "disk")
    os.makedirs(disk)
    if mount("-t", "tmpfs", "-o", "size=64m,nr_inodes=4k", "none", disk).returncode:
        return skip(campaign, "a full disk", "this account may not mount")
    try:
        for name in ("run, over another", "run, standard input", "run, a register", "publish", "register forget",
                     "check --html"):
            row = (name, "the disk is full")
            if not campaign.wants(*row):
                continue
            stage = stage_class(scene(name), campaign.program, disk)
            shutil.rmtree(stage.saved + "-elsewhere", ignore_errors=True)
            elsewhere = os.path.join(campaign.home, "before")
            shutil.move(stage.saved, elsewhere)
            stage.saved = elsewhere
            step, pages, succeeded = max(1, round(1 / share / 4)), 0, 0
            while succeeded < 2 and pages < 400:
                mount("-o", "remount,size=64m", disk)
                stage.reset()
                used = os.statvfs(disk)
                blocks = used.f_blocks - used.f_bfree + pages
                mount("-o", f"remount,size={blocks * used.f_frsize}", disk)
                ending = campaign.program.run(stage.scene.words, stage.place, stage.scene.stdin)
                mount("-o", "remount,size=64m", disk)
                ran(campaign, stage, row, f"{pages} pages are free", ending)
                succeeded += ending.code == 0
                pages += step
            for inodes in range(0, 24, step):
                mount("-o", "remount,nr_inodes=4k", disk)
                stage.reset()
                used = os.statvfs(disk)
                mount("-o", f"remount,nr_inodes={used.f_files - used.f_ffree + inodes}", disk)
                ending = campaign.program.run(stage.scene.words, stage.place, stage.scene.stdin)
                mount("-o", "remount,nr_inodes=4k", disk)
                ran(campaign, stage, (name, "no files are left"), f"{inodes} more files", ending)
            shutil.rmtree(stage.place)
            shutil.rmtree(elsewhere)
    finally:
        subprocess.run(["umount", "-l", disk])


def file_size(campaign, stage, share):
    row = (stage.scene.name, "files may not grow")
    if not campaign.wants(*row):
        return
    for kilobytes in range(0, 140, max(4, round(1 / share))):
        limit = kilobytes << 10
        stage.reset()
        ending = campaign.program.run(
            stage.scene.words, stage.place, stage.scene.stdin,
            prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        ran(campaign, stage, row, f"{kilobytes} KiB", ending, deaths=(25,))


def rights(campaign, stage):
    """Outputs that cannot be written: of others, on a file system for reading, where a file is."""
    row = (stage.scene.name, "outputs that cannot be")
    if not campaign.wants(*row):
        return
    if os.getuid() == 0:
        stage.reset()
        subprocess.run(["chmod", "a+x", campaign.home, os.path.dirname(stage.place)], check=True)
        subprocess.run(["chmod", "-R", "a+rX", stage.place], check=True)

        def become_nobody():
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        ending = campaign.program.run(stage.scene.words, stage.place, prepare=become_nobody)
        if ending.code == 126 or "cannot execute" in ending.err:
            skip(campaign, "another account", "it may not read the program")
        else:
            ran(campaign, stage, row, "of another account", ending, recovers=False, codes=(73, 74))
    else:
        skip(campaign, "another account", "this is not root")
    if may_unshare():
        for name in ("reports", "reports/aid", "."):
            stage.reset()
            script = f'mount --bind {name} {name} && mount -o remount,ro,bind {name} && cd . && exec "$0" "$@"'
            ending = campaign.program.run(stage.scene.words, stage.place, before=["unshare", "-m", "sh", "-c", script])
            ran(campaign, stage, row, name + " is for reading alone", ending)
    else:
        skip(campaign, "disks for reading alone", "this account may not unshare")
    for name in ("reports", "reports/aid", "reports/aid/2023Q2", "reports/aid/.lock", "reports/aid/ledger.sqlite"):
        stage.reset()
        path = os.path.join(stage.place, name)
        (shutil.rmtree if os.path.isdir(path) else os.unlink)(path)
        other = name.endswith((".lock", ".sqlite"))
        os.mkdir(path) if other else places.write(stage.place, name, "a file\n")
        ending = campaign.program.run(stage.scene.words, stage.place)
        fault = None if ending.code in (73, 74, 65) and ending.err else f"{name}: {ending.code} {ending.err[-200:]}"
        is_kept = os.path.isdir(path) if other else os.path.isfile(path)
        campaign.count(row, f"{ending.code}", fault or (None if is_kept else f"{name} was replaced"))
    # Folders that are missing are made.
    stage.reset()
    shutil.rmtree(os.path.join(stage.place, "reports"))
    ending = campaign.program.run([*stage.scene.words, "--output", "deep/er/reports"], stage.place)
    is_there = os.path.exists(os.path.join(stage.place, "deep/er/reports/aid/2023Q2/report.json"))
    campaign.count(row, f"{ending.code}", None if ending.code == 0 and is_there else "a missing folder is not made")


# ---- Limits --------------------------------------------------------------------------------------------------

def limits(campaign, stage, share):
    row = (stage.scene.name, "out of handles")
    if campaign.wants(*row):
        for handles in range(4, 26, max(1, round(0.3 / share))):
            stage.reset()
            ending = campaign.program.run(
                stage.scene.words, stage.place, stage.scene.stdin,
                prepare=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (handles, handles)))
            # Below that not even the libraries can be loaded.
            if ending.code == 127:
                campaign.count(row, "not started")
                continue
            # With fewer than eight Swift's concurrency cannot start, and ends the program.
            ran(campaign, stage, row, f"{handles} handles", ending, deaths=(4, 5) if handles < 8 else ())
    row = (stage.scene.name, "out of memory")
    if campaign.wants(*row) and not campaign.options.short:
        succeeded = 0
        for megabytes in range(40, 1200, max(4, round(6 / share))):
            stage.reset()
            ending = campaign.program.run(
                stage.scene.words, stage.place, stage.scene.stdin,
                prepare=lambda: resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20)))
            if ending.code == 127:
                campaign.count(row, "not started")
                continue
            # Swift ends a program that gets no memory: as a kill does.
            ran(campaign, stage, row, f"{megabytes} MiB", ending, deaths=(4, 5, 6, 11), codes=(70, 73, 74))
            succeeded += ending.code == 0
            if succeeded > 2:
                break
        control_group(campaign, stage, row)


def control_group(campaign, stage, row):
    for root, limit in (("/sys/fs/cgroup/memory", "memory.limit_in_bytes"), ("/sys/fs/cgroup", "memory.max")):
        group = os.path.join(root, f"aidstats-faults-{os.getpid()}")
        try:
            os.mkdir(group)
            if not os.path.exists(os.path.join(group, limit)):
                os.rmdir(group)
                continue
        except OSError:
            continue
        try:
            for megabytes in (4, 8, 12, 16, 24, 32, 48):
                stage.reset()
                with open(os.path.join(group, limit), "w") as file:
                    file.write(str(megabytes << 20))
                procs = os.path.join(group, "cgroup.procs")
                ending = campaign.program.run(
                    stage.scene.words, stage.place, stage.scene.stdin,
                    before=["sh", "-c", f'echo $$ >{procs} && exec "$0" "$@"'])
                ran(campaign, stage, row, f"a group of {megabytes} MiB", ending, may_be_killed=True, codes=(70, 73, 74, 137))
        except OSError as error:
            skip(campaign, "a control group", str(error))
        finally:
            try:
                os.rmdir(group)
            except OSError:
                pass
        return
    skip(campaign, "a control group", "there is none to make one in")


# ---- What a program takes for granted ------------------------------------------------------------------------

def bare_environment(campaign, stage):
    row = (stage.scene.name, "things that are missing")
    if not campaign.wants(*row):
        return
    if may_unshare():
        stage.reset()
        ending = campaign.program.run(
            stage.scene.words, stage.place, stage.scene.stdin,
            before=["unshare", "-m", "sh", "-c", 'mount -t tmpfs none /proc && exec "$0" "$@"'])
        ran(campaign, stage, row, "no /proc", ending)
    for where, more in (
            ("no TMPDIR", {"TMPDIR": None}), ("an empty TMPDIR", {"TMPDIR": ""}),
            ("TMPDIR is missing", {"TMPDIR": "/nowhere/at/all"}), ("TMPDIR is a file", {"TMPDIR": "/etc/passwd"}),
            ("TMPDIR is no place to write", {"TMPDIR": "/proc"}),
            ("no HOME", {"HOME": None}), ("no locale", {"LANG": None}), ("a locale that is none", {"LANG": "xx_YY.Z"}),
            ("a locale of bytes", {"LC_ALL": "zh_CN.GB18030"}), ("no PATH", {"PATH": None}), ("no TZ", {"TZ": None}),
            ("a TZ that is none", {"TZ": "Nowhere/Land"}),
            ("nothing at all", dict.fromkeys(("PATH", "HOME", "TMPDIR", "LANG", "TZ")))):
        stage.reset()
        ending = campaign.program.run(stage.scene.words, stage.place, stage.scene.stdin, more=more)
        outcome = ran(campaign, stage, row, where, ending)
        needs = where.startswith("TMPDIR") and stage.scene.stdin
        if not needs and ending.code != 0:
            campaign.count(row, outcome, f"{where}: cannot do without: {ending.err[-200:]}")


def streams(campaign, stage):
    row = (stage.scene.name, "closed standard streams")
    if not campaign.wants(*row):
        return
    for where, closed in CLOSING.items():
        if stage.scene.stdin and 0 in closed:
            continue
        stage.reset()

        def close_them():
            for descriptor in closed:
                os.close(descriptor)
        ending = campaign.program.run(stage.scene.words, stage.place, stage.scene.stdin, prepare=close_them)
        stage.is_mute = 2 in closed
        ran(campaign, stage, row, where, ending)
        stage.is_mute = False
    for where, command in (("output is full", '"$0" "$@" >/dev/full'), ("errors are full", '"$0" "$@" 2>/dev/full'),
                           ("nobody reads", '"$0" "$@" | true; exit ${PIPESTATUS[0]}')):
        stage.reset()
        ending = campaign.program.run(stage.scene.words, stage.place, stage.scene.stdin, before=["bash", "-c", command])
        # Where nobody reads, the signal for that ends the program, as it does all that write to a pipe.
        stage.is_mute = where in ("errors are full", "nobody reads")
        ran(campaign, stage, row, where, ending, codes=(74, 141))
        stage.is_mute = False


def at_once(campaign, stage, share):
    row = (stage.scene.name, "eight at once")
    if not campaign.wants(*row):
        return
    words = stage.scene.words
    for waits in (False, True):
        for _ in range(max(1, round(6 * share))):
            stage.reset()
            endings = []
            more = ["--wait"] if waits and words[0] in ("run", "publish") else []
            threads = [
                threading.Thread(target=lambda: endings.append(
                    campaign.program.run([*words, *more], stage.place, stage.scene.stdin))) for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            codes = sorted(str(ending.code) for ending in endings)
            allowed = {"0"} if more else {"0", "75"}
            wrong = [] if set(codes) <= allowed and "0" in codes else [
                f"codes {codes}: " + next((e.err[-200:] for e in endings if str(e.code) not in allowed), "")]
            if stage.scene.what(stage.place) != stage.new:
                wrong.append("not the new")
            wrong += stage.recover()
            campaign.count(row, f"{codes.count('0')} of 8 done", "; ".join(wrong) or None)


def clocks(campaign, stage):
    row = (stage.scene.name, "clocks that jump")
    if not campaign.wants(*row):
        return
    for seconds in (3600, 86400, 10 * 365 * 86400, 200 * 365 * 86400, 60 * 365 * 86400):
        stage.reset()
        ending = campaign.program.run(
            stage.scene.words, stage.place, stage.scene.stdin, fault={"FAULT_CLOCK": seconds})
        # Before the day of a publication nothing can have been published.
        ran(campaign, stage, row, f"by {seconds} s", ending, codes=(64, 73, 74))


# ---- Inputs that change --------------------------------------------------------------------------------------

def changing_inputs(campaign, stage, share, rng):
    row = (stage.scene.name, "inputs that change")
    if not campaign.wants(*row):
        return
    name = "exports/2023Q2.csv"
    reads = [p for p in stage.points if p[2].endswith(name)]
    everything = [p for p in stage.points if "exports" in p[2]]
    shares = {"rewrite": 1, "grow": 1, "shrink": 1, "replace": 1}
    for act in shares:
        # What an undisturbed run makes of the file as it is then.
        target = os.path.join(stage.place, name)
        change = {"FAULT_AT": 1, "FAULT_DO": act, "FAULT_TARGET": target}
        stage.reset()
        campaign.program.run(["inspect", "draft.md"], stage.place, fault=change)
        changed = places.file(stage.place, name)
        ending = campaign.program.run(stage.scene.words, stage.place, stage.scene.stdin)
        new = stage.scene.what(stage.place)
        if ending.code != 0 or new == stage.new:
            campaign.count(row, act, f"{act} changes nothing")
            continue
        few = everything if share >= 1 else sorted(
            set(rng.sample(everything, max(1, round(len(everything) * share)))) | set(rng.sample(reads, 1)))
        for point in few:
            stage.reset()
            ending = campaign.program.run(
                stage.scene.words, stage.place, stage.scene.stdin, fault={**change, "FAULT_AT": point[0]})
            found = stage.scene.what(stage.place)
            stands = {str(stage.old): "old", str(stage.new): "before", str(new): "after"}.get(str(found), "neither")
            where = f"{act} at {' '.join(map(str, point))}".replace(stage.place + "/", "")
            wrong = []
            if stands == "neither" or ending.code == 0 and stands == "old":
                wrong.append(f"{ending.code}, {stands}")
            if ending.code not in (0, 74) or ending.code == 74 and stands != "old":
                wrong.append(f"{ending.code}, {stands}: {ending.err[-200:]}")
            if places.LONG_NUMBER.search(ending.err):
                wrong.append("a long number in a message")
            if places.file(stage.place, name) == changed:
                again = campaign.program.run(stage.scene.again, stage.place, stage.scene.stdin)
                if again.code != 0 or stage.scene.what(stage.place) != new:
                    wrong.append(f"the next run ends with {again.code}, {again.err[-200:]}")
            campaign.count(row, f"{ending.code}, {stands}", f"{where}: {'; '.join(wrong)}" if wrong else None)


def play(campaign, stage_class, rng):
    share = campaign.options.share
    if os.getuid() == 0:
        full_disk(campaign, stage_class, share)
    else:
        skip(campaign, "a full disk", "this is not root")
    one = os.path.join(campaign.home, "surroundings")
    os.makedirs(one)
    for name in ("run, over another", "run, standard input", "run, a register", "publish", "register init",
                 "register forget", "check --html"):
        subject = scene(name)
        tries = [
            lambda: file_size(campaign, stage, share), lambda: limits(campaign, stage, share),
            lambda: bare_environment(campaign, stage), lambda: streams(campaign, stage), lambda: clocks(campaign, stage)]
        if name in ("run, over another", "run, a register", "publish"):
            tries.append(lambda: at_once(campaign, stage, share))
        if name == "run, over another":
            tries += [lambda: rights(campaign, stage), lambda: changing_inputs(campaign, stage, share, rng)]
        if share < 0.02:
            # What a gate has time for: two of them.
            tries = rng.sample(tries, 2) if name == "run, over another" else []
        if not tries or not campaign.wants(name):
            continue
        stage = stage_class(subject, campaign.program, one)
        for attempt in tries:
            if campaign.is_late():
                break
            attempt()
        shutil.rmtree(stage.place)
        shutil.rmtree(stage.saved)
