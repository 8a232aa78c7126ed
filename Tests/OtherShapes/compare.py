"""Holds `aidstats init`, `lint` and `run` against a slow count, for every shape.

    python3 compare.py AIDSTATS [SHAPE…] [--set shapes|formats] [--keep FOLDER] [--details] [--strict]

For each shape of shapes.py (CSV and XML) and of formats.py (compressed and
packed files, workbooks, HTML tables, JSON): `init` writes a pipeline file from the exports
alone, `lint` judges it, `run` counts both quarters, and recipients,
person-times and money, in all and by group, are held against the truth, which
is counted here from the list of claims by the rules of the README.

What can come of a shape:

    right        the figures are right, and nobody has edited the pipeline file
    mark         lint refuses the pipeline file and says where; if a person's
                 decision is known, it is taken, and the figures are counted
    refused      init or run ends with an error though no mark was shown
    WRONG        exit 0 with another figure, or with any figure where IDs are
                 ruined; the only outcome that fails, unless --strict asks for
                 every shape to come out as it is expected

Where init refuses a file of formats.py, `run` is tried as well, with a pipeline
file that a person has written and that names no format. What a refusal must
say (what the file is, how to convert it) stands with the shape; if it does not,
that is told as “unclear”.

No ID number, name, phone or bank card number of a shape may be in anything
that the program prints; that fails, too, and so does a crash.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import formats
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
        self.crashed = False

    def __call__(self, *words):
        done = subprocess.run([self.path, *words], capture_output=True, cwd=self.folder, timeout=120)
        out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        self.crashed = self.crashed or done.returncode < 0 or done.returncode == 70 or "Fatal error" in err
        if words[0] != "dump":  # which shows personal data as it is
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
            if names - {"未填"} and names <= set(truth) | {"未填"}:
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
            # Of a ruined ID, the first 15 digits are left.
            values = [record["id"][:15], record["id"][:6] + record["id"][8:17], record["phone"], record["card"], record["other"]["id"][:15]]
            if "name" in keys:
                values.append(record["name"] if len(record["name"]) > 2 else "\0")
            if "othername" in keys:
                values.append(record["other"]["name"] if len(record["other"]["name"]) > 2 else "\0")
            found.update(value for value in values if value in said)
    return len(found)


FIELDS = {"claim": "claim", "id": "person", "paid": "paidOn", "amount": "amount", "status": "status", "orig": "reverses"}


def written_by_hand(made, names):
    """A pipeline file that names all fields, all states and no format."""
    fields = {}
    for spec in made["files"]:
        for header, key in spec["cols"]:
            if key in FIELDS:
                fields.setdefault(key, []).append(header.replace("\n", ""))
    if not any(spec["states"]["reversed"] for spec in made["files"]):
        fields.pop("orig", None)
    out = ["name: by-hand", "inputs: [{ files: %s }]" % json.dumps(names), "fields:"]
    for key, headers in fields.items():
        more = {"id": ", type: resident-id", "paid": ", type: date", "orig": ", optional: true"}.get(key, "")
        out.append("  %s: { from: %s%s }" % (FIELDS[key], json.dumps(headers, ensure_ascii=False), more))
    if "status" in fields:
        classes = [("paid", ["paid"]), ("unpaid", ["pending", "rejected"]), ("reversed", ["reversed"])]
        out += ["count:", "  status:"]
        for name, keys in classes:
            states = {spec["states"][key] for spec in made["files"] for key in keys if spec["states"][key]}
            if states:
                out.append("    %s: %s" % (name, json.dumps(sorted(states), ensure_ascii=False)))
    return "\n".join(out) + "\n"


def unclear(made, program):
    """What a refusal should have said, and did not."""
    return [pattern for pattern in made.get("says", []) if not re.search(pattern, program.said)]


def try_shape(made, records, aidstats, folder):
    os.makedirs(folder, exist_ok=True)
    paths = (formats if "write" in made else shapes).write_shape(made, records, folder)
    names = [os.path.basename(path) for path in paths]
    program = Program(aidstats, folder)
    claims = standing_claims(made, records)
    result = {"name": made["name"], "expect": made["expect"], "details": [], "chosen": "", "after": "", "breakdowns": [],
              "why": made["why"]}
    program("inspect", "--lang", "en", *names)
    program("inspect", "--lang", "zh", "--format", "json", *names)
    program("dump", names[0])
    code, text, err = program("init", "--lang", "en", *names)
    if code != 0:
        result["outcome"], result["details"] = "refused", ["init ended with %d: %s" % (code, err.strip())]
        if "write" in made and made["hand"]:
            with open(os.path.join(folder, "by-hand.yaml"), "w", encoding="utf-8") as file:
                file.write(written_by_hand(made, names))
            result["after"], details, _ = count(program, "by-hand.yaml", claims, os.path.join(folder, "by-hand"))
            result["details"] += ["by hand: " + line for line in details]
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
    if made["expect"] == "never":
        for way in ("outcome", "after"):
            if result[way] == "right":
                result[way] = "WRONG"
                result["details"].append("counted people whose IDs, or claims whose numbers, are ruined")
    result["leaks"] = leaks(program.said, made, records)
    result["crash"] = program.crashed
    result["unclear"] = unclear(made, program) if result["outcome"] != "right" else []
    if result["unclear"]:
        result["details"].append("does not say: " + ", ".join(result["unclear"]))
    return result


def main():
    parser = argparse.ArgumentParser(description="init, lint and run against a slow count, for every shape")
    parser.add_argument("aidstats")
    parser.add_argument("shapes", nargs="*", help="names of shapes; by default all")
    parser.add_argument("--set", choices=["shapes", "formats"], help="those of shapes.py or formats.py alone")
    parser.add_argument("--strict", action="store_true", help="fail if any shape comes out worse than expected")
    parser.add_argument("--keep", help="write the files of each shape here, and leave them")
    parser.add_argument("--details", action="store_true", help="tell of every shape why")
    options = parser.parse_intermixed_args()
    records = shapes.make_claims()
    base = options.keep or tempfile.mkdtemp(prefix="shapes-")
    results, skipped = [], []
    chosen_shapes = (shapes.SHAPES if options.set != "formats" else []) + (formats.SHAPES if options.set != "shapes" else [])
    try:
        print("%-38s %-8s %-8s %-8s %s" % ("shape", "expected", "came", "decided", "broken down by"))
        for made in chosen_shapes:
            if options.shapes and made["name"] not in options.shapes:
                continue
            if "write" in made and formats.missing(made):
                skipped.append(made["name"])
                print("%-38s skipped, for want of %s" % (made["name"], ", ".join(formats.missing(made))))
                continue
            folder = os.path.join(base, made["name"])
            shutil.rmtree(folder, ignore_errors=True)
            result = try_shape(made, records, os.path.abspath(options.aidstats), folder)
            results.append(result)
            worse = "right mark refused WRONG".split().index(result["outcome"]) > \
                {"right": 0, "mark": 1, "refuse": 2, "never": 2}[result["expect"]] or bool(result["unclear"])
            result["worse"] = worse
            print("%-38s %-8s %-8s %-8s %s%s" % (result["name"], result["expect"], result["outcome"], result["after"],
                                               ",".join(result["breakdowns"]), "  <--" if worse else ""), flush=True)
            if worse or options.details or result["after"] in ("WRONG", "refused") or result["leaks"]:
                print("      columns: " + result["chosen"] if result["chosen"] else "      " + (result["why"] or "no pipeline file"))
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
    print("%4d refusals that do not say what they should" % sum(bool(result["unclear"]) for result in results))
    print("%4d shapes of %d records, %d as expected; %d skipped" % (
        len(results), len(records), sum(not result["worse"] for result in results), len(skipped)))
    bad = [r for r in results if r["outcome"] == "WRONG" or r["after"] == "WRONG" or r["leaks"] or r["crash"] or (options.strict and r["worse"])]
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
