"""Nights in a row: deliveries, corrections, reversals, kills and broken disks, and at the end all of history.

    python3 soak.py AIDSTATS [--nights 1000] [--seed 1] [--start kept/ledger-1-register-1.tar.xz]

Two programmes on the same claims, one that reads all exports every night and
one with a register, whose exports go once it has them. On some nights the run
is killed at any of its calls, or its disk fails, and is tried again or not. What
was published stays as it was published, in order; figures are those of a count
in a few lines of Python; and in the end there is nothing beside the reports but
the ledger, the register and its key.

`--start` goes on from the place that an earlier version of the program has left
(`kept/`), whose ledger and register are brought up to date, or are refused with
the way to mend. `--calm --save FILE` leaves such a place.
"""

import argparse
import collections
import datetime
import json
import os
import random
import shutil
import sys
import tarfile
import tempfile
import time

import injection
import places

PIPELINE = """name: NAME
since: 2022-01-01
inputs:
  - files: ["FOLDER/*.csv"]
fields:
  claim: { from: [claim] }
  person: { from: [person], type: resident-id }
  paidOn: { from: [paidOn], type: date }
  amount: { from: [amount] }
  status: { from: [status] }
  reverses: { from: [reverses] }
  care: { from: [care], type: category }
count:
  status: { paid: [paid], unpaid: [open], reversed: [reversed] }
breakdowns: [care]
quality: { maxRejected: 50%, maxSharedClaims: 50% }
reports: [json]
"""
REGISTER = "register: register\nkeyFile: key/register.key\n"
NAMES = {"report.json", "facts.json", "rejects.csv", "manifest.json"}


def resident_id(number):
    day = datetime.date(1950, 1, 1) + datetime.timedelta(number * 37 % 20000)
    digits = f"990101{day:%Y%m%d}{number % 1000:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + "10X98765432"[sum(w * int(d) for w, d in zip(weights, digits)) % 11]


def quarter(day):
    return f"{day.year}Q{(day.month + 2) // 3}"


class Soak:
    def __init__(self, options, program, place):
        self.options, self.program, self.place = options, program, place
        self.rng = random.Random(options.seed)
        self.first, self.claims, self.count = 0, {}, 0
        self.published = {}
        # Names and quarters that another version published last, perhaps by other rules of counting.
        self.of_before = set()
        self.tally = collections.Counter()
        self.wrong = []

    # ---- Places of other versions

    def save(self, path):
        """The place and what it must tell, for a later version to start from."""
        versions = {name: [[*key, json.loads(text)["publishedOn"], json.loads(text)["figures"]]
                           for key, text in sorted(of.items())] for name, of in self.published.items()}
        claims = {claim: [person, str(paid), fen, care] for claim, (person, paid, fen, care) in self.claims.items()}
        places.write(self.place, "state.json", json.dumps(
            {"nights": self.first + self.options.nights, "count": self.count, "claims": claims, "versions": versions}, indent=0))
        with tarfile.open(path, "w:xz") as archive:
            for name in ("state.json", "exports", "inbox", "reports", "register", "key"):
                archive.add(os.path.join(self.place, name), name)

    def start(self, path):
        """Goes on from a saved place: its versions still stand, and its register is taken over or refused."""
        with tarfile.open(path) as archive:
            archive.extractall(self.place)
        state = os.path.join(self.place, "state.json")
        with open(state, encoding="utf-8") as file:
            saved = json.load(file)
        os.remove(state)
        os.chmod(os.path.join(self.place, "key/register.key"), 0o600)
        self.first, self.count = saved["nights"], saved["count"]
        self.claims = {claim: [person, datetime.date.fromisoformat(paid), fen, care]
                       for claim, (person, paid, fen, care) in saved["claims"].items()}
        self.take_over_register()
        for name, versions in saved["versions"].items():
            # A run brings the ledger up to date.
            places.must(self.program, self.place, "run", f"{name}.yaml", "--quarter", versions[-1][0])
            self.published[name] = self.history(name) or {}
            found = [[*key, json.loads(text)["publishedOn"], json.loads(text)["figures"]]
                     for key, text in sorted(self.published[name].items())]
            if found != versions:
                self.complain(self.first, f"{name}: the versions kept are {versions}, told are {found}")
            self.tally["versions"] += len(found)
            self.of_before |= {(name, subject) for subject, _ in self.published[name]}

    def take_over_register(self):
        ending = self.program.run(["register", "verify", "kept.yaml", "--lang", "en"], self.place)
        if ending.code == 0:
            return
        # Other rules of counting, or a list that lacks something: made anew, from all exports.
        if ending.code != 65 or "make the register anew" not in ending.err:
            self.complain(self.first, f"the register kept ends with {ending.code}: {ending.err[-300:]}")
        self.tally["registers made anew"] += 1
        shutil.rmtree(os.path.join(self.place, "register"))
        os.remove(os.path.join(self.place, "key/register.key"))
        shutil.rmtree(os.path.join(self.place, "inbox"))
        shutil.copytree(os.path.join(self.place, "exports"), os.path.join(self.place, "inbox"))
        places.must(self.program, self.place, "register", "init", "kept.yaml")

    def complain(self, night, text):
        self.wrong.append(f"night {night}: {text}")
        print(f"FAULT  night {night}: {text}", flush=True)

    # ---- Deliveries

    def delivery(self, today):
        """Records of a night; the claims are what stands after them."""
        rng, lines = self.rng, []
        for _ in range(rng.randrange(1, 7)):
            kind = rng.random()
            standing = list(self.claims)
            if kind < 0.7 or not standing:
                self.count += 1
                claim = f"C{self.count:06d}"
                late = rng.randrange(150) if rng.random() < 0.1 else rng.randrange(4)
                paid = max(datetime.date(2022, 1, 1), today - datetime.timedelta(late))
                self.claims[claim] = [resident_id(rng.randrange(4000)), paid, rng.randrange(100, 99999), rng.choice("ab")]
            elif kind < 0.9:
                claim = rng.choice(standing[-60:])
                self.claims[claim][2] = rng.randrange(100, 99999)
            else:
                claim = rng.choice(standing[-60:])
                person, paid, fen, care = self.claims.pop(claim)
                lines.append(f"R{claim},{person},{paid},{fen / 100:.2f},reversed,{claim},{care}")
                continue
            person, paid, fen, care = self.claims[claim]
            lines.append(f"{claim},{person},{paid},{fen / 100:.2f},paid,,{care}")
        if rng.random() < 0.2:
            lines.append("X,123,not a day,1.00,paid,,a")
        return "claim,person,paidOn,amount,status,reverses,care\n" + "\n".join(lines) + "\n"

    def figures(self, of):
        """The plain count, of one quarter."""
        few = [c for c in self.claims.values() if quarter(c[1]) == of]
        return {"recipients": len({c[0] for c in few}), "personTimes": len(few), "amountMinor": sum(c[2] for c in few)}

    # ---- Nights

    def run(self, words, night):
        """A command, on some nights disturbed and perhaps tried again; whether it was done."""
        rng, chance = self.rng, 1 if self.options.calm else self.rng.random()
        kind = injection.KINDS[0 if chance < 0.15 else 3 if chance < 0.18 else 2]
        tries = [rng.randrange(1, 700)] if chance < 0.2 else []
        tries += [rng.randrange(1, 700)] if chance < 0.03 else []
        for number in tries:
            ending = self.program.disturbed(kind, number, words, self.place)
            self.tally["disturbed"] += any(line.startswith("! ") for line in ending.hit)
            if ending.code not in (0, -9, 73, 74):
                self.complain(night, f"{' '.join(words)} ends with {ending.code}, disturbed: {ending.err[-300:]}")
            if ending.code == 0:
                return True
        if tries and rng.random() < 0.5:
            self.tally["left for the next night"] += 1
            return False
        ending = self.program.run(words, self.place)
        if ending.code != 0:
            self.complain(night, f"{' '.join(words)} ends with {ending.code}: {ending.err[-300:]}")
        return ending.code == 0

    def history(self, name):
        ending = self.program.run(["history", f"{name}.yaml", "--format", "json"], self.place)
        if ending.code != 0:
            return None
        return {
            (q["quarter"], v["vintage"]): json.dumps({k: v[k] for k in ("publishedOn", "reason", "figures")})
            for q in json.loads(ending.out)["quarters"] for v in q["vintages"]}

    def night(self, number):
        today = datetime.date(2022, 1, 10) + datetime.timedelta(number)
        if number == self.first or self.rng.random() < 0.5:
            text = self.delivery(today)
            for folder in ("exports", "inbox"):
                places.write(self.place, f"{folder}/{today}.csv", text)
            self.tally["deliveries"] += 1
        subject = quarter(today - datetime.timedelta(10))
        expected = self.figures(subject)
        if not expected["personTimes"]:
            return
        for name in ("plain", "kept"):
            command = ["run", f"{name}.yaml", "--quarter", subject, "--jobs", "1", "--quiet", "--lang", "en"]
            if not self.run(command, number):
                continue
            found = self.report(name, subject)
            if found != expected:
                self.complain(number, f"{name} {subject}: {found}, and the count has {expected}")
            if name == "kept" and self.rng.random() < 0.3:
                shutil.rmtree(os.path.join(self.place, "inbox"))
                os.makedirs(os.path.join(self.place, "inbox"))
            if self.rng.random() < 0.15:
                self.publish(name, subject, today, number, found)
        if number % 50 == 49:
            self.look(number)

    def report(self, name, subject):
        """The figures of a report; withheld ones have none here."""
        with open(os.path.join(self.place, "reports", name, subject, "report.json"), encoding="utf-8") as file:
            figures = json.load(file)["figures"]
        return {key: figures[key] for key in ("recipients", "personTimes", "amountMinor")}

    def publish(self, name, subject, today, night, figures):
        before = self.published.get(name, {})
        words = ["publish", f"{name}.yaml", "--quarter", subject, "--on", str(today), "--lang", "en"]
        if any(key[0] == subject for key in before):
            words += ["--reason", "C" if (name, subject) in self.of_before else "R1"]
            self.of_before.discard((name, subject))
        if not self.run(words, night):
            # Whether it stands, the next one tells.
            self.program.run(words, self.place)
        after = self.history(name)
        if after is None:
            return self.complain(night, f"no history of {name}")
        lost = [key for key in before if after.get(key) != before[key]]
        if lost or len(after) > len(before) + 1:
            self.complain(night, f"{name}: versions {lost} are lost or changed; {len(before)} before, {len(after)} after")
        last = max((key for key in after if key[0] == subject), default=None)
        if last is None or json.loads(after[last])["figures"] != figures:
            self.complain(night, f"{name}: the last version of {subject} is {last and after[last]}, the report {figures}")
        self.published[name] = after
        self.tally["versions"] += len(after) - len(before)

    # ---- What there is

    def look(self, night):
        """After a run of each that nothing disturbed: nothing that nobody knows."""
        subject = quarter(datetime.date(2022, 1, 10) + datetime.timedelta(night - 10))
        for name in ("plain", "kept"):
            self.program.run(["run", f"{name}.yaml", "--quarter", subject, "--jobs", "1"], self.place)
            home = os.path.join(self.place, "reports", name)
            for entry in sorted(os.listdir(home)):
                if entry in (".lock", "ledger.sqlite"):
                    continue
                found = set(os.listdir(os.path.join(home, entry)))
                if len(entry) != 6 or found != NAMES:
                    self.complain(night, f"reports/{name}/{entry}: {sorted(found)}")
        left = [n for n in os.listdir(self.place) if n not in (
            "plain.yaml", "kept.yaml", "exports", "inbox", "reports", "register", "key", "tmp")]
        left += [n for n in os.listdir(os.path.join(self.place, "key")) if n != "register.key"]
        left += os.listdir(os.path.join(self.place, "tmp"))
        if left:
            self.complain(night, f"left over: {left}")
        ending = self.program.run(["register", "verify", "kept.yaml"], self.place)
        if ending.code != 0:
            self.complain(night, f"the register: {ending.err[-300:]}")

    def size(self, *names):
        total = number = 0
        for above, _, files in os.walk(os.path.join(self.place, *names)):
            for name in files:
                total += os.path.getsize(os.path.join(above, name))
                number += 1
        return number, total

    def end(self):
        """Every quarter counted once more, from the exports alone and from the register."""
        night = self.first + self.options.nights
        self.look(night - 1)
        for subject in sorted({quarter(c[1]) for c in self.claims.values()}):
            for name in ("plain", "kept"):
                ending = self.program.run(
                    ["run", f"{name}.yaml", "--quarter", subject, "--jobs", "1", "--quiet"], self.place)
                found = self.report(name, subject) if ending.code == 0 else ending.err[-300:]
                if found != self.figures(subject):
                    self.complain(night, f"in the end {name} {subject}: {found}, and the count has {self.figures(subject)}")
        for name in ("plain", "kept"):
            if self.history(name) != self.published.get(name, {}):
                self.complain(night, f"in the end the history of {name} is another")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--nights", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--calm", action="store_true", help="disturb nothing")
    parser.add_argument("--start", help="the place of an earlier version to go on from")
    parser.add_argument("--save", help="where to keep the place in the end")
    options = parser.parse_args()
    home = tempfile.mkdtemp(prefix="soak-")
    began = time.time()
    try:
        program = injection.Program(options.binary, injection.build_shim(home))
        place = os.path.join(home, "place")
        for folder in ("exports", "inbox", "tmp", "key"):
            os.makedirs(os.path.join(place, folder))
        places.write(place, "plain.yaml", PIPELINE.replace("NAME", "plain").replace("FOLDER", "exports"))
        places.write(place, "kept.yaml", PIPELINE.replace("NAME", "kept").replace("FOLDER", "inbox") + REGISTER)
        soak = Soak(options, program, place)
        if options.start:
            soak.start(options.start)
        else:
            places.must(program, place, "register", "init", "kept.yaml")
        for number in range(soak.first, soak.first + options.nights):
            soak.night(number)
        soak.end()
        if options.save:
            soak.save(options.save)
        print(f"{options.nights} nights, seed {options.seed}: {soak.tally['deliveries']} deliveries of "
              f"{soak.count} claims, {soak.tally['disturbed']} commands disturbed, "
              f"{soak.tally['left for the next night']} left for the next night, {soak.tally['versions']} versions; "
              f"{soak.tally['registers made anew']} registers made anew; {len(soak.wrong)} faults; {time.time() - began:.0f} s")
        for names in (("reports", "plain"), ("reports", "kept"), ("register",), ("key",), ("tmp",)):
            number, total = soak.size(*names)
            print(f"  {'/'.join(names)}: {number} files, {total:,} bytes")
        ledger = os.path.getsize(os.path.join(place, "reports/plain/ledger.sqlite"))
        print(f"  reports/plain/ledger.sqlite: {ledger:,} bytes")
    finally:
        shutil.rmtree(home, ignore_errors=True)
    if soak.wrong:
        sys.exit(1)


if __name__ == "__main__":
    main()
