"""Damage of every file that the program keeps or is given for keeps: never silently other figures.

    python3 kept.py AIDSTATS [--trials 300] [--seed 1]

One bit, one byte or a run of bytes of a file is changed, or the file is cut, at
random. Then commands that read it must say what an undamaged file says, or
refuse it with a word.
"""

import argparse
import collections
import json
import os
import random
import re
import shutil
import sys
import tempfile
import time

import injection
import places

FIGURE = re.compile(rb"[0-9][0-9,.]*")


def damage(content, rng):
    """Other bytes, and what was done to them."""
    kind, place = rng.randrange(5), rng.randrange(len(content))
    if kind == 0:
        return content[:place], f"cut at {place}"
    if kind == 1:
        return content[:place] + bytes([content[place] ^ 1 << rng.randrange(8)]) + content[place + 1:], f"a bit at {place}"
    if kind == 2:
        return content[:place] + bytes([rng.randrange(256)]) + content[place + 1:], f"a byte at {place}"
    length = rng.randrange(1, 600)
    if kind == 3:
        return content[:place] + bytes(len(content[place:place + length])) + content[place + length:], f"zeros at {place}"
    other = rng.randrange(len(content))
    piece = content[other:other + length]
    return content[:place] + piece + content[place + len(piece):], f"{length} bytes of {other} at {place}"


class Case:
    """A kind of file: where it lies, and what is asked of it; `seen`: what of an answer must stay the same."""

    def __init__(self, name, files, commands, seen=lambda place, out: out, must_refuse=False, codes=(65, 74, 78),
                 same=lambda found, expected: found == expected):
        self.name, self.files, self.commands, self.seen = name, files, commands, seen
        self.must_refuse, self.codes, self.same = must_refuse, codes, same


def report_and_output(place, out):
    report = places.folder(place, "reports/aid/2023Q2") or {}
    return out, {name: report.get(name) for name in ("report.json", "facts.json")}


def news_figures(place, out):
    """Figures of the news, whatever words stand around them."""
    names = ("news.zh.md", "news.en.md")
    return report_and_output(place, b"")[1], {
        name: set(FIGURE.findall(places.file(place, "reports/aid/2023Q2/" + name) or b"")) for name in names}


def no_other_figures(found, expected):
    """A sentence may be gone, or stand twice; a template is the user's own text."""
    return found[0] == expected[0] and all(found[1][name] <= expected[1][name] for name in expected[1])


def beneath(folder, ends=""):
    return lambda place: [
        os.path.join(folder, name) for name in sorted(os.listdir(os.path.join(place, folder))) if name.endswith(ends)]


QUIET = places.QUIET
HISTORY = ["history", "aid.yaml", "--format", "json"]
TEMPLATES = ["run", "templates.yaml", "--quarter", "2023Q2", "--jobs", "1", *QUIET]
CASES = [
    Case("the ledger", lambda place: ["reports/aid/ledger.sqlite"], [
        HISTORY, ["compare", "2023Q2@1", "2023Q2@2", "aid.yaml"], places.RUN], report_and_output),
    Case("the register", beneath("register"), [
        ["register", "verify", "register.yaml"]], must_refuse=True),
    Case("the register, a run", beneath("register"), [
        places.RUN_REGISTER, ["register", "people", "register.yaml", "2022Q4..2023Q2", "--lang", "en"],
        ["register", "forget", "register.yaml", "--before", "2022Q1", "--yes", "--lang", "en"],
        ["register", "export", "register.yaml"]], report_and_output),
    Case("the key", beneath("secret"), [["register", "people", "register.yaml", "2023Q2"]], must_refuse=True),
    Case("templates", beneath("templates"), [TEMPLATES], news_figures, same=no_other_figures),
    Case("a table of values", lambda place: ["codes.csv"], [
        ["run", "values.yaml", "--quarter", "2023Q2", "--jobs", "1", *QUIET]],
        lambda place, out: json.loads(places.file(place, "reports/aid/2023Q2/report.json"))["figures"]),
    Case("printed figures, cut", lambda place: ["printed.csv"], [
        ["publish", "aid.yaml", "--import", "printed.csv", *QUIET]], lambda place, out: places.vintages(place)),
]


def make(place, program):
    places.bare(place, program)
    places.must(program, place, *places.RUN)
    places.must(program, place, "publish", "aid.yaml", "--quarter", "2023Q2", *QUIET)
    places.deliver_more(place)
    places.must(program, place, *places.RUN)
    places.must(program, place, "publish", "aid.yaml", "--quarter", "2023Q2", "--reason", "R1", *QUIET)
    places.must(program, place, "register", "init", "register.yaml", *QUIET)
    places.must(program, place, *places.RUN_REGISTER)
    places.must(program, place, "facts", "aid.yaml", "--quarter", "2023Q2", "--templates-out", "templates")
    places.write(place, "templates.yaml", places.FIELDS + "news: { templates: templates }\n")
    places.write(place, "codes.csv", "value,group\n门诊,看门诊\n住院,看住院\n")
    places.write(place, "values.yaml", places.FIELDS.replace(
        "type: category }", "type: category, valuesFile: codes.csv }") + "reports: [json]\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--trials", type=int, default=300, help="of each kind of file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    home = tempfile.mkdtemp(prefix="kept-")
    rows, faults, began = collections.defaultdict(collections.Counter), 0, time.time()
    try:
        program = injection.Program(options.binary, injection.build_shim(home))
        place, saved = os.path.join(home, "place"), os.path.join(home, "saved")
        os.makedirs(place)
        make(place, program)
        shutil.copytree(place, saved)

        def reset():
            shutil.rmtree(place)
            shutil.copytree(saved, place)

        for case in CASES:
            if options.only not in case.name:
                continue
            expected = []
            for command in case.commands:
                reset()
                ending = program.run(command, place)
                if ending.code != 0:
                    raise SystemExit(f"{' '.join(command)} ends with {ending.code} undamaged: {ending.err}")
                expected.append(case.seen(place, ending.out))
            for _ in range(options.trials):
                reset()
                name = rng.choice(case.files(place))
                whole = places.read(os.path.join(place, name))
                damaged, what = damage(whole, rng)
                if case.name.endswith("cut"):
                    place_of_cut = rng.randrange(len(whole))
                    damaged, what = whole[:place_of_cut], f"cut at {place_of_cut}"
                if damaged == whole:
                    continue
                number = rng.randrange(len(case.commands))
                with open(os.path.join(place, name), "wb") as file:
                    file.write(damaged)
                ending = program.run(case.commands[number], place)
                wrong = ""
                if ending.code == 0:
                    if case.must_refuse:
                        wrong = "taken for whole"
                    elif not case.same(case.seen(place, ending.out), expected[number]):
                        wrong = "silently other figures"
                elif ending.code not in case.codes or not ending.err.strip():
                    wrong = f"ends with {ending.code}: {ending.err[-200:]}"
                elif places.LONG_NUMBER.search(ending.err):
                    wrong = "a long number in a message"
                rows[case.name][str(ending.code)] += 1
                if wrong:
                    faults += 1
                    rows[case.name]["faults"] += 1
                    print(f"FAULT  {name}, {what}; {' '.join(case.commands[number])}: {wrong}", flush=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(f"\n{'file':28} {'trials':>7} {'faults':>7}  codes")
    for name, counts in rows.items():
        codes = ", ".join(f"{k}: {v}" for k, v in sorted(counts.items()) if k != "faults")
        print(f"{name:28} {sum(v for k, v in counts.items() if k != 'faults'):7} {counts['faults']:7}  {codes}")
    print(f"seed {options.seed}, {time.time() - began:.0f} s")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
