"""The fault campaign: whatever goes wrong, outputs are wholly old or wholly new, and the program says which.

    python3 faults.py AIDSTATS [--short] [--seed N] [--only WORDS] [--share 0.1] [--keep FOLDER]

Every call of an undisturbed run that touches its folder is a point. At each of
them the run is killed, meets a full disk, a broken one, a signal, half a read
or write, once and for ever. After each:

    outputs      those of before, or those of an undisturbed run; nothing else
    exit code    0 only where the new ones stand; 73 or 74 else; and where they
                 stand nevertheless, the message says so
    next run     done, with the same bytes as an undisturbed one, and no file more
    messages     no number that may be a person's or a claim's

`--only` takes parts of the names of scenes, kinds and surroundings. A share of
all points is drawn by the seed; `--short` draws what a gate has time for.
"""

import argparse
import collections
import concurrent.futures
import os
import random
import shutil
import sys
import tempfile
import threading
import time

import injection
import places
import surroundings

local = threading.local()
CHAIN = "kill, then kill the next"
# Points of a scene that a gate has time for.
SHORT = 16


class Campaign:
    def __init__(self, options, program, home):
        self.options, self.program, self.home = options, program, home
        self.rows = collections.defaultdict(collections.Counter)
        self.faults = []
        self.notes = []
        self.lock = threading.Lock()

    def count(self, row, outcome, fault=None):
        with self.lock:
            self.rows[row]["points"] += 1
            self.rows[row][outcome] += 1
            if fault:
                self.rows[row]["faults"] += 1
                self.faults.append((row, fault))
                print(f"FAULT  {' / '.join(row)}: {fault}", flush=True)

    def is_late(self):
        return self.options.until is not None and time.time() > self.options.until

    def wants(self, *names):
        """Whether a scene or surrounding, and a kind of fault in it, are asked for."""
        kinds = [kind.name for kind in injection.KINDS] + [CHAIN] + surroundings.KINDS
        of_kinds = [part for part in self.options.only if any(part in kind for kind in kinds)]
        of_scenes = [part for part in self.options.only if part not in of_kinds]
        return (not of_scenes or any(part in names[0] for part in of_scenes)) and (
            not of_kinds or len(names) < 2 or any(part in names[1] for part in of_kinds))


class Stage:
    """A scene in one worker's folder: the place of before, and what an undisturbed run makes of it."""

    # Whether nobody can hear what it says.
    is_mute = False

    def __init__(self, scene, program, home):
        self.scene, self.program = scene, program
        self.place = os.path.join(home, scene.name.replace(" ", "-").replace(",", "").replace("--", ""))
        self.saved = self.place + ".before"
        os.makedirs(self.place)
        scene.make(self.place, program)
        shutil.copytree(self.place, self.saved, symlinks=True)
        self.old = scene.what(self.place)
        self.old_files = {n: places.file(self.place, n) for n in ("rejects.csv", "aid.prom")}
        ending, self.points = program.points(scene.words, self.place, scene.stdin, scene.stdout)
        if ending.code != 0:
            raise SystemExit(f"{scene.name} ends with {ending.code} undisturbed:\n{ending.err}")
        self.new = scene.what(self.place)
        self.new_files = {n: places.file(self.place, n) for n in ("rejects.csv", "aid.prom")}
        if self.old == self.new:
            raise SystemExit(f"{scene.name} changes nothing")
        self.expected = places.tree(self.place, program)

    def reset(self, saved=None):
        shutil.rmtree(self.place)
        shutil.copytree(saved or self.saved, self.place, symlinks=True)

    def judge(self, ending, may_fail=True, may_be_killed=False, stood="old", codes=(73, 74), deaths=()):
        """What became of a run, and what is wrong with that.

        `stood`: what was there before it; `codes`: those that it may end with; `deaths`: signals it may die of.
        """
        scene, wrong = self.scene, []
        found = scene.what(self.place)
        stands = "new" if found == self.new else "old" if found == self.old else "neither"
        if stands == "neither" and (scene.whole or ending.code == 0):
            wrong.append(f"neither old nor new ({ending.code})")
        if ending.code == "hangs":
            wrong.append("hangs")
        elif isinstance(ending.code, int) and ending.code < 0:
            if not (may_be_killed and ending.code == -9 or -ending.code in deaths):
                wrong.append(f"dies of signal {-ending.code}: {ending.err[-200:]}")
        elif ending.code == 0:
            if stands != "new":
                wrong.append("0, but the old stands")
        else:
            if not may_fail:
                wrong.append(f"gives up with {ending.code}: {brief(ending.err)}")
            if ending.code not in codes:
                wrong.append(f"code {ending.code}: {brief(ending.err)}")
            if not ending.err.strip() and not self.is_mute:
                wrong.append(f"code {ending.code} without a word")
            said = any(f"[{word}]" in ending.err for word in (
                "published-nevertheless", "publication-uncertain", "done-nevertheless"))
            said = said or "may not be on the disk" in ending.err
            if stood == "new":
                pass
            elif said != (stands == "new") and scene.publishes and not self.is_mute:
                wrong.append(f"code {ending.code}, the {stands} stands: {brief(ending.err)}")
            elif stands == "new" and not said and scene.whole and not self.is_mute:
                wrong.append(f"code {ending.code}, the new stands, unsaid: {brief(ending.err)}")
        if places.LONG_NUMBER.search(ending.err):
            wrong.append("a long number in a message")
        if scene.publishes and os.path.exists(os.path.join(self.saved, "reports/aid/2023Q2/notes.txt")) and not any(
                os.path.exists(os.path.join(self.place, "reports/aid", name, "notes.txt"))
                for name in ("2023Q2", ".2023Q2.new", ".2023Q2.new.old")):
            wrong.append("the user's own file is lost")
        for name in ("rejects.csv", "aid.prom"):
            content = places.file(self.place, name)
            if name == "rejects.csv" and content not in (self.old_files[name], self.new_files[name]):
                wrong.append(name + " is neither old nor new")
            if name == "aid.prom" and content is not None and not content.endswith(b"\n"):
                wrong.append(name + " is cut")
        outcome = "killed" if ending.code == -9 else f"{ending.code}"
        return f"{outcome}, {stands}", wrong

    def recover(self):
        """The next run, undisturbed: what is wrong with what it leaves."""
        scene = self.scene
        stood = scene.what(self.place)
        ending = self.program.run(scene.again, self.place, scene.stdin, stdout=scene.stdout)
        if ending.code != 0 and not (ending.code in scene.refused_again and stood == self.new):
            return [f"the next run ends with {ending.code}: {brief(ending.err)}"]
        if places.LONG_NUMBER.search(ending.err):
            return ["a long number in a message of the next run"]
        found = places.tree(self.place, self.program)
        wrong = places.difference(found, self.expected)
        return ["after the next run: " + wrong] if wrong else []


def brief(text):
    lines = [line for line in text.strip().splitlines() if "error" in line] or text.strip().splitlines() or [""]
    return lines[-1][-300:].replace(os.path.expanduser("~"), "~")


def drawn(points, share, rng):
    if share >= 1:
        return points
    # Of calls that are rare some are always drawn: those are the ones that publish.
    by_call = collections.defaultdict(list)
    for point in points:
        by_call[point[1]].append(point)
    chosen = []
    for call in sorted(by_call):
        few = by_call[call]
        chosen += rng.sample(few, min(len(few), max(1, round(len(few) * share))))
    return sorted(chosen)


def play(campaign, stages, tasks):
    """Does tasks two at a time; each takes a stage of its worker's own."""
    names = iter(range(campaign.options.jobs))

    def start():
        with campaign.lock:
            local.number = next(names)

    def guarded(task):
        if campaign.is_late():
            campaign.rows["left out",]["points"] += 1
            return
        task(stages[local.number])

    with concurrent.futures.ThreadPoolExecutor(campaign.options.jobs, initializer=start) as pool:
        for future in [pool.submit(guarded, task) for task in tasks]:
            future.result()


def try_scene(campaign, scene, rng):
    kinds = [kind for kind in injection.KINDS if campaign.wants(scene.name, kind.name)]
    chained = campaign.wants(scene.name, CHAIN)
    if not kinds and not chained:
        return
    stages = []
    for number in range(campaign.options.jobs):
        home = os.path.join(campaign.home, str(number))
        os.makedirs(home, exist_ok=True)
        stages.append(Stage(scene, campaign.program, home))
    points = stages[0].points
    tasks = []
    for kind in kinds:
        able = [p for p in points if not kind.calls or p[1] in kind.calls.split()]
        for point in drawn(able, campaign.options.share, rng):
            tasks.append(lambda stage, kind=kind, point=point: try_point(campaign, stage, kind, point))
    if chained:
        for point in drawn(points, campaign.options.share / 10, rng):
            seed = rng.random()
            tasks.append(lambda stage, point=point, seed=seed: try_chain(campaign, stage, point, seed))
    began = time.time()
    if campaign.options.short:
        tasks = rng.sample(tasks, min(len(tasks), SHORT))
    play(campaign, stages, tasks)
    # What the C library does by itself, strace counts; and disturbs.
    stages[0].reset()
    gaps = {} if campaign.options.short else injection.audit(
        campaign.program, scene.words, stages[0].place, points, scene.stdin, scene.stdout)
    traced = []
    for names, (seen, counted, calls) in sorted(gaps.items()):
        campaign.notes.append(f"{scene.name}: of {names}, strace sees {seen}, the shim {counted}")
        for call, numbers in calls.items():
            for number in sorted(set(numbers)):
                for name, what in (("kill", "signal=KILL"), ("EIO once", "error=EIO")):
                    if campaign.wants(scene.name, name):
                        traced.append((name, f"{call}:{what}:when={number}"))
    if campaign.options.share < 1:
        traced = rng.sample(traced, min(len(traced), round(len(traced) * campaign.options.share)))
    play(campaign, stages, [
        lambda stage, name=name, what=what: try_traced(campaign, stage, name, what) for name, what in traced])
    print(f"{scene.name}: {len(points)} calls, {len(tasks) + len(traced)} points, {time.time() - began:.0f} s", flush=True)
    for stage in stages:
        shutil.rmtree(stage.place)
        shutil.rmtree(stage.saved)


def finish(campaign, stage, row, where, ending, kind_name, harmless=False, deaths=()):
    may_fail = not (harmless and kind_name.startswith("short"))
    outcome, wrong = stage.judge(ending, may_fail=may_fail, may_be_killed=kind_name == "kill", deaths=deaths)
    wrong += stage.recover()
    if wrong and campaign.options.keep:
        keep = os.path.join(campaign.options.keep, f"{len(campaign.faults)}")
        shutil.copytree(stage.place, keep, dirs_exist_ok=True)
    campaign.count(row, outcome, f"{where}: {'; '.join(wrong)}" if wrong else None)


def where_of(point, ending, place):
    hits = [line[2:] for line in ending.hit if line.startswith("! ")]
    if not hits:
        return None
    return (hits[0].replace(place + "/", "")) + ("" if len(hits) == 1 else f" (+{len(hits) - 1})")


def try_point(campaign, stage, kind, point):
    scene = stage.scene
    stage.reset()
    ending = campaign.program.disturbed(kind, point[0], scene.words, stage.place, scene.stdin, scene.stdout)
    where = where_of(point, ending, stage.place)
    if where is None:
        campaign.count((scene.name, kind.name), "not reached")
        return
    finish(campaign, stage, (scene.name, kind.name), where, ending, kind.name, kind.harmless)


def try_traced(campaign, stage, name, what):
    scene = stage.scene
    stage.reset()
    ending = campaign.program.traced(scene.words, stage.place, what, scene.stdin, scene.stdout)
    # What strace injects into the loader of libraries keeps the program from starting.
    if ending.code == 127:
        campaign.count((scene.name, name), "not started")
        return
    # The runtime of Swift looks into /proc about once a second, and ends the program where it cannot.
    finish(campaign, stage, (scene.name, name), what, ending, name, deaths=(4, 5) if what.startswith("openat") else ())


def try_chain(campaign, stage, point, seed):
    """Kills a run, then the next one as well, and one more that meets a broken disk."""
    scene, rng, row = stage.scene, random.Random(seed), (stage.scene.name, CHAIN)
    stage.reset()
    path, stood = [], "old"
    for kind in (injection.KINDS[0], injection.KINDS[0], injection.KINDS[3]):
        number = point[0] if not path else rng.randrange(1, len(stage.points) + 1)
        ending = campaign.program.disturbed(kind, number, scene.words, stage.place, scene.stdin, scene.stdout)
        path.append(f"{kind.name} {where_of(point, ending, stage.place)}")
        if ending.code in scene.refused_again and scene.what(stage.place) == stage.new:
            break
        outcome, wrong = stage.judge(ending, may_be_killed=True, stood=stood)
        stood = outcome.split()[-1]
        if wrong:
            campaign.count(row, outcome, f"{' > '.join(path)}: {'; '.join(wrong)}")
            return
    wrong = stage.recover()
    campaign.count(row, outcome, f"{' > '.join(path)}: {'; '.join(wrong)}" if wrong else None)


def table(campaign):
    print(f"\n{'scene':28} {'what goes wrong':26} {'points':>7} {'faults':>7}  outcomes")
    total = collections.Counter()
    for row in campaign.rows:
        counts = campaign.rows[row]
        names = (*row, "")[:2]
        outcomes = ", ".join(f"{k}: {v}" for k, v in sorted(counts.items()) if k not in ("points", "faults"))
        print(f"{names[0]:28} {names[1]:26} {counts['points']:7} {counts['faults']:7}  {outcomes}")
        total.update({k: counts[k] for k in ("points", "faults")})
    print(f"{'in all':55} {total['points']:7} {total['faults']:7}")
    for note in campaign.notes:
        print("note:", note)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--short", action="store_true", help="what a gate has time for")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="of all points")
    parser.add_argument("--only", nargs="*", default=[], help="parts of names of scenes, kinds, surroundings")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seconds", type=float, help="stop after so long; what is left out is counted")
    parser.add_argument("--keep", help="folder for the places of faults")
    options = parser.parse_args()
    if options.short:
        options.share, options.seconds = min(options.share, 0.005), options.seconds or 55
    options.until = time.time() + options.seconds if options.seconds else None
    home = tempfile.mkdtemp(prefix="faults-")
    began = time.time()
    try:
        program = injection.Program(options.binary, injection.build_shim(home))
        campaign = Campaign(options, program, home)
        rng = random.Random(options.seed)
        for scene in places.SCENES:
            try_scene(campaign, scene, rng)
        surroundings.play(campaign, Stage, rng)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    table(campaign)
    print(f"seed {options.seed}, {time.time() - began:.0f} s")
    if campaign.faults:
        print(f"{len(campaign.faults)} faults.", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
