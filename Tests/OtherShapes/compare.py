"""Holds `aidstats init`, `lint` and `run` against a slow count, for every shape.

    python3 compare.py AIDSTATS [SHAPE…] [--keep FOLDER] [--details]

For each shape of shapes.py: `init` writes a pipeline file from the exports
alone, `lint` judges it, `run` counts both quarters, and recipients,
person-times and money, in all and by group, are held against the truth, which
is counted here from the list of claims by the rules of the README.

What can come of a shape:

    right        the figures are right, and nobody has edited the pipeline file
    mark         lint refuses the pipeline file and says where; if a person's
                 decision is known, it is taken, and the figures are counted
    refused      init or run ends with an error though no mark was shown
    WRONG        exit 0 with another figure; the only outcome that fails

No ID number, name, phone or bank card number of a shape may be in anything
that the program prints; that fails, too.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import shapes

try:
    import yaml
except ImportError:  # the pipeline files are then not looked into
    yaml = None

QUARTERS = ["2023Q1", "2023Q2"]


# The truth


def quarter_of(date):
    return "%dQ%d" % (date.year, (date.month + 2) // 3)


def standing_claims(made, records):
    """Claims that count, with money left: rules 3 and 4 of the README."""
    read = []
    for spec in made["files"]:
        for record in records:
            if spec["keep"](record):
                keys = {key for _, key in spec["cols"]}
                shown = dict(record, care=spec["cares"](record["care"]) if "care" in keys else "",
                             district=spec["places"](record["district"]) if "district" in keys else "")
                if not spec["hasStatus"]:
                    shown["status"] = "paid"
                if spec["wholeYuan"]:
                    shown["amount"] -= shown["amount"] % 100
                read.append(shown)
    has_claim = all(spec["hasClaim"] for spec in made["files"])
    standing = {}
    for place, record in enumerate(read):
        standing[record["claim"] if has_claim else place] = record  # the last version stands
    claims = {}
    for number, record in standing.items():
        if record["status"] == "paid":
            claims[number] = dict(record, left=record["amount"])
    for record in standing.values():
        if record["status"] == "reversed":
            claims[record["orig"]]["left"] -= record["amount"]
    return [claim for claim in claims.values() if claim["left"] > 0]


def figures(claims):
    people = set()
    money = 0
    for claim in claims:
        people.add(claim["id"])
        money += claim["left"]
    return {"recipients": len(people), "personTimes": len(claims), "amountMinor": money}


def group_truth(claims, key):
    groups = {}
    for claim in claims:
        groups.setdefault(str(claim[key]) or "未填", []).append(claim)
    return {group: figures(of) for group, of in groups.items()}


# The program


class Program:
    def __init__(self, path, folder):
        self.path = path
        self.folder = folder
        self.said = ""

    def __call__(self, *words):
        done = subprocess.run([self.path, *words], capture_output=True, cwd=self.folder, timeout=120)
        out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        self.said += out + err
        return done.returncode, out, err


def differences(report, claims, quarter):
    """Every figure of a report that is not the truth."""
    here = [claim for claim in claims if quarter_of(claim["paid"]) == quarter]
    wrong = []
    if report["figures"] != figures(here):
        wrong.append("%s: expected %s, came %s" % (quarter, brief(figures(here)), brief(report["figures"])))
    known = []
    for breakdown in report["breakdowns"]:
        names = {group["group"] for group in breakdown["groups"]} - {"隐去的组"}
        for key in ["care", "district", "hospital", "employer", "sex", "age"]:
            truth = group_truth(claims, key)
            if names and names <= set(truth):
                break
        else:
            known.append(breakdown["field"] + "?")
            continue
        known.append(key)
        truth = group_truth(here, key)
        for group in breakdown["groups"]:
            if group["group"] == "隐去的组" or group["figures"] is None:
                continue
            if group["figures"] != truth.get(group["group"], figures([])):
                wrong.append("%s by %s" % (quarter, key))
                break
    return wrong, known


def brief(figures_):
    return "%(recipients)d people %(personTimes)d times %(amountMinor)d fen" % figures_


def count(program, pipeline, claims, output):
    """Runs both quarters. Returns (outcome, details, breakdowns)."""
    details, known = [], []
    for quarter in QUARTERS:
        code, out, err = program("run", pipeline, "--quarter", quarter, "--output", output, "--lang", "en")
        if code != 0:
            return "refused", ["run ended with %d: %s" % (code, err.strip())], known
        folder = [name for name in os.listdir(output) if not name.startswith(".")][0]
        with open(os.path.join(output, folder, quarter, "report.json"), encoding="utf-8") as file:
            report = json.load(file)
        wrong, known = differences(report, claims, quarter)
        details += wrong
        rejected = report["balance"]["rejected"]
        if rejected:
            details.append("%d records rejected" % rejected)
    return ("WRONG" if any(": expected" in d or " by " in d for d in details) else "right"), details, known


def decide(text, decisions):
    """Moves undecided states to where the person puts them; other marks stay."""
    lines, moved = [], {"paid": [], "unpaid": [], "reversed": []}
    for line in text.split("\n"):
        found = re.match(r"\s*undecided:\s*\[(.*?)\]", line)
        if found:
            for word in yaml.safe_load("[" + found.group(1) + "]"):
                word = str(word)
                if word not in decisions:
                    return None
                moved[decisions[word]].append(word)
        lines.append(line)
    if not any(moved.values()):
        return None
    result = []
    for line in lines:
        if re.match(r"\s*undecided:", line):
            continue
        found = re.match(r"(\s*)(paid|unpaid|reversed):\s*\[(.*?)\]", line)
        if found:
            more = ", ".join(json.dumps(word, ensure_ascii=False) for word in moved.pop(found.group(2), []))
            kept = ", ".join(part for part in (found.group(3), more) if part)
            line = "%s%s: [%s]" % (found.group(1), found.group(2), kept)
        result.append(line)
        if re.match(r"  status:\s*(#.*)?$", line):
            place = len(result)
    for name, words in moved.items():
        if words:
            result.insert(place, "    %s: [%s]" % (name, ", ".join(json.dumps(w, ensure_ascii=False) for w in words)))
    return "\n".join(result)


def chosen(text, made):
    """Which columns the pipeline file takes, as the keys of shapes.py, for people to read."""
    try:
        file = yaml.safe_load(text)
    except yaml.YAMLError as error:
        return "NOT YAML: %s" % error
    heads = {}
    for spec in made["files"]:
        for header, key in spec["cols"]:
            heads.setdefault(header, []).append(key)
    taken = []
    for field, said in (file.get("fields") or {}).items():
        names = said.get("from") if isinstance(said, dict) else said
        names = names if isinstance(names, list) else [names]
        taken.append("%s=%s" % (field, "/".join("+".join(heads.get(str(n), [str(n)])) for n in names)))
    return " ".join(taken)


def leaks(said, made, records):
    """How many values of persons are in what was printed; never which."""
    found = set()
    for spec in made["files"]:
        keys = {key for _, key in spec["cols"]}
        for record in records:
            values = [record["id"], record["id"][:6] + record["id"][8:17], record["phone"], record["card"], record["other"]["id"]]
            if "name" in keys:
                values.append(record["name"] if len(record["name"]) > 2 else "\0")
            if "othername" in keys:
                values.append(record["other"]["name"] if len(record["other"]["name"]) > 2 else "\0")
            found.update(value for value in values if value in said)
    return len(found)


def try_shape(made, records, aidstats, folder):
    os.makedirs(folder, exist_ok=True)
    paths = shapes.write_shape(made, records, folder)
    names = [os.path.basename(path) for path in paths]
    program = Program(aidstats, folder)
    claims = standing_claims(made, records)
    result = {"name": made["name"], "expect": made["expect"], "details": [], "chosen": "", "after": "", "breakdowns": []}
    program("inspect", "--lang", "en", *names)
    program("inspect", "--lang", "zh", "--format", "json", *names)
    code, text, err = program("init", "--lang", "en", *names)
    if code != 0:
        result["outcome"], result["details"] = "refused", ["init ended with %d: %s" % (code, err.strip())]
    else:
        if yaml:
            result["chosen"] = chosen(text, made)
        pipeline = os.path.join(folder, "pipeline.yaml")
        with open(pipeline, "w", encoding="utf-8") as file:
            file.write(text)
        code, out, err = program("lint", "--lang", "en", "pipeline.yaml")
        if code == 78:
            clear = re.search(r"pipeline\.yaml:\d+:\d+: error: ", out + err)
            result["outcome"] = "mark" if clear else "refused"
            result["details"] = [line for line in (out + err).strip().split("\n")]
            decided = decide(text, made["decide"]) if yaml and made["decide"] else None
            if decided:
                with open(os.path.join(folder, "decided.yaml"), "w", encoding="utf-8") as file:
                    file.write(decided)
                after, details, result["breakdowns"] = count(program, "decided.yaml", claims, os.path.join(folder, "after"))
                result["after"] = after
                result["details"] += ["after the decision: " + line for line in details]
        elif code != 0:
            result["outcome"], result["details"] = "refused", ["lint ended with %d: %s" % (code, err.strip())]
        else:
            result["outcome"], result["details"], result["breakdowns"] = count(program, "pipeline.yaml", claims, os.path.join(folder, "out"))
    result["leaks"] = leaks(program.said, made, records)
    result["crash"] = "Fatal error" in program.said
    return result


def main():
    parser = argparse.ArgumentParser(description="init, lint and run against a slow count, for every shape")
    parser.add_argument("aidstats")
    parser.add_argument("shapes", nargs="*", help="names of shapes; by default all")
    parser.add_argument("--keep", help="write the files of each shape here, and leave them")
    parser.add_argument("--details", action="store_true", help="tell of every shape why")
    options = parser.parse_intermixed_args()
    records = shapes.make_claims()
    base = options.keep or tempfile.mkdtemp(prefix="shapes-")
    results = []
    try:
        print("%-38s %-8s %-8s %-8s %s" % ("shape", "expected", "came", "decided", "broken down by"))
        for made in shapes.SHAPES:
            if options.shapes and made["name"] not in options.shapes:
                continue
            folder = os.path.join(base, made["name"])
            shutil.rmtree(folder, ignore_errors=True)
            result = try_shape(made, records, os.path.abspath(options.aidstats), folder)
            results.append(result)
            worse = "right mark refused WRONG".split().index(result["outcome"]) > \
                {"right": 0, "mark": 1, "refuse": 2}[result["expect"]]
            print("%-38s %-8s %-8s %-8s %s%s" % (result["name"], result["expect"], result["outcome"], result["after"],
                                               ",".join(result["breakdowns"]), "  <--" if worse else ""), flush=True)
            if worse or options.details or result["after"] in ("WRONG", "refused") or result["leaks"]:
                print("      columns: " + result["chosen"])
                for line in result["details"]:
                    print("      " + line.replace("\n", "\n      "))
            if result["leaks"]:
                print("      LEAK of %d values of persons" % result["leaks"])
            if result["crash"]:
                print("      CRASH")
    finally:
        if not options.keep:
            shutil.rmtree(base, ignore_errors=True)
    print()
    for outcome, meaning in [("right", "right with no editing"), ("mark", "stops at an honest mark"),
                             ("refused", "refused without help"), ("WRONG", "WRONG figure with exit 0")]:
        print("%4d %s" % (sum(result["outcome"] == outcome for result in results), meaning))
    print("%4d shapes of %d records" % (len(results), len(records)))
    bad = [r for r in results if r["outcome"] == "WRONG" or r["after"] == "WRONG" or r["leaks"] or r["crash"]]
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
