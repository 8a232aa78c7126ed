"""Runs `aidstats check` on all true pages and all falsifications, and prints how it did.

    python3 judge.py BINARY [--folder paragraphs] [--pipeline FILE] [--reports FOLDER] [--seed 20231116]
                     [--count 3000] [--list]

The folder is that of the templates, beside this file: paragraphs, second and so on to ninth. Where it has names.json,
its programme is another one: the sample is copied with those names, beside a copy of the folder's pipeline.yaml.
Without --reports all quarters are reported first, into a temporary folder. The figures of the reports must be those
of truth.json; a group that a report withholds is not compared. --list prints every case that is not as wished.
"""
import argparse
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import falsify
import oracle

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
GOOD, BAD = ("right", "rounded"), ("wrong", "contradicted")


# How the sample's files write names: in UTF-8, GB18030, and XML's numbers of characters.
FORMS = [lambda name: name.encode("utf-8"), lambda name: name.encode("gb18030"),
         lambda name: "".join("&#%d;" % ord(c) for c in name).encode(),
         lambda name: "".join("&#x%X;" % ord(c) for c in name).encode()]


def programme(folder, scratch):
    """The pipeline file of the folder's programme, and its exports: the sample's, with the names of names.json."""
    if not (folder / "names.json").is_file():
        return ROOT / "pipelines" / "second-reimbursement.yaml"
    exports = scratch / "programme" / "exports"
    exports.mkdir(parents=True)
    renamed = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    pairs = [pair for names in renamed.values() for pair in names.items()]
    for path in sorted(p for p in (ROOT / "sample-input").iterdir() if p.is_file()):
        data = path.read_bytes()
        for old, new in pairs:
            for form in FORMS:  # no text in one of them has the bytes of these names in another
                data = data.replace(form(old), form(new))
        (exports / path.name).write_bytes(data)
    return shutil.copy(folder / "pipeline.yaml", exports.parent)


def report_all(binary, pipeline, folder, truth):
    for quarter in sorted(truth.quarters):
        name = "%dQ%d" % (quarter // 4, quarter % 4 + 1)
        subprocess.run([binary, "run", str(pipeline), "--output", str(folder), "--quarter", name, "--quiet"],
                       check=True, stdout=subprocess.DEVNULL)


def same_as_truth(reports, truth):
    for quarter, entry in truth.quarters.items():
        path = next(reports.glob("*/%s/report.json" % entry["quarter"]), None)
        if path is None:
            return "no report of " + entry["quarter"]
        report = json.loads(path.read_text(encoding="utf-8"))
        figures, mine = report["figures"], entry["all"]
        if (figures["recipients"], figures["personTimes"], figures["amountMinor"]) != (mine["R"], mine["T"], mine["M"]):
            return "the report of %s differs from truth.json" % entry["quarter"]
        groups = {b["field"] + "=" + g["group"]: g["figures"] for b in report["breakdowns"] for g in b["groups"]}
        for key, mine in entry["groups"].items():
            shown = [(groups.get(key) or {}).get(name) for name in ("recipients", "personTimes", "amountMinor")]
            if None not in shown and None not in mine.values() and shown != [mine["R"], mine["T"], mine["M"]]:
                return "the report of %s differs from truth.json in %s" % (entry["quarter"], key)
    return None


class Checker:
    def __init__(self, binary, pipeline, reports, scratch):
        self.binary, self.pipeline, self.reports, self.scratch = binary, pipeline, reports, scratch
        self.failures = []

    def check(self, page, text):
        """The figures that the program found, each with its place in the text, and the exit code."""
        path = self.scratch / ("draft." + page.template.suffix)
        path.write_text(text, encoding="utf-8")
        done = subprocess.run([self.binary, "check", str(path), "--pipeline", str(self.pipeline), "--output",
                               str(self.reports), "--date", page.date(), "--format", "json", "--quiet"],
                              capture_output=True, text=True)
        if done.returncode not in (0, 65):
            self.failures.append((page.name(), done.returncode, done.stderr[:200]))
            return [], done.returncode
        lines, starts = text.split("\n"), [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        figures = []
        for figure in json.loads(done.stdout)["figures"]:
            start = starts[figure["line"] - 1] + figure["column"] - 1
            figures.append((start, end_of(text, start, figure["text"]), figure))
        return figures, done.returncode


def end_of(text, start, shown):
    """Where a figure ends that began at start; blanks and line ends in the text may not be shown."""
    at = start
    for c in shown:
        if c.isspace():
            continue
        while at < len(text) and text[at] != c and text[at].isspace():
            at += 1
        if at < len(text) and text[at] == c:
            at += 1
        else:
            return max(at, start + len(shown))
    return at


def of(figures, start, end):
    """The figure that covers that place: the one that shares most characters with it."""
    best, most = None, 0
    for begin, stop, figure in figures:
        shared = min(end, stop) - max(start, begin)
        if shared > most:
            best, most = figure, shared
    return best


def verdict(figure):
    return "not found" if figure is None else figure["verdict"]


def say(figure):
    if figure is None:
        return ""
    expected = figure["expected"] or {}
    return "%s | %s%s" % ((figure["subject"] or {}).get("zh", "-"), figure["reason"]["zh"][:70],
                          " | expected " + expected["zh"] if expected else "")


def percent(part, whole):
    return "   –  " if whole == 0 else "%5.1f%%" % (100 * part / whole)


def around(text, start, end):
    return text[max(0, start - 24):start].replace("\n", "/") + "【" + text[start:end].replace("\n", "/") + "】" + \
        text[end:end + 14].replace("\n", "/")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--folder", default="paragraphs")
    parser.add_argument("--pipeline")
    parser.add_argument("--reports")
    parser.add_argument("--seed", type=int, default=20231116)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    folder = oracle.folder_named(options.folder)
    truth = oracle.truth_of(folder)
    pages = oracle.pages(truth, folder)
    made = falsify.falsifications(pages, truth, options.seed, options.count)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        pipeline = options.pipeline or programme(folder, scratch)
        reports = pathlib.Path(options.reports) if options.reports else scratch / "reports"
        if not options.reports:
            report_all(options.binary, pipeline, reports, truth)
        problem = same_as_truth(reports, truth)
        if problem:
            sys.exit(problem)
        checker = Checker(options.binary, pipeline, reports, scratch)
        sound = judge_true(checker, pages, options.list)
        judge_false(checker, made, options.seed, options.list)
        for failure in checker.failures:
            print("the program failed:", *failure)
    sys.exit(0 if sound else 1)


def judge_true(checker, pages, listed):
    kinds = collections.OrderedDict()
    cases = []
    for page in sorted(pages, key=lambda p: p.template.kind):
        counts = kinds.setdefault(page.template.kind, collections.Counter())
        figures, code = checker.check(page, page.text)
        counts["pages"] += 1
        counts["pages 65"] += code == 65
        mine = set()
        for slot in page.slots:
            figure = of(figures, slot.start, slot.end)
            mine.add(id(figure))
            result = verdict(figure)
            counts["ours"] += 1
            counts["ours " + ("right" if result in GOOD else "flagged" if result in BAD else result)] += 1
            if result not in GOOD:
                cases.append(("TRUE " + result, page, around(page.text, slot.start, slot.end), say(figure)))
        for other in page.others:
            figure = of(figures, other.start, other.end)
            mine.add(id(figure))
            result = verdict(figure)
            counts["others"] += 1
            counts["others " + ("right" if result in GOOD else "flagged" if result in BAD else result)] += 1
            if result in GOOD or result in BAD:
                cases.append(("OTHER " + result, page, around(page.text, other.start, other.end), say(figure)))
        for begin, stop, figure in figures:
            if id(figure) not in mine and figure["verdict"] in BAD:
                counts["stray flagged"] += 1
                cases.append(("STRAY " + figure["verdict"], page, around(page.text, begin, stop), say(figure)))
    print("True pages")
    print("%-14s %5s %6s | %5s %7s %7s %7s %7s | %6s %7s %7s %7s | %5s" % (
        "kind", "pages", "as 65", "ours", "right", "flagged", "unknown", "notfnd", "others", "flagged", "right",
        "notfnd", "stray"))
    total = collections.Counter()
    for kind, c in list(kinds.items()):
        total.update(c)
    for kind, c in list(kinds.items()) + [("all", total)]:
        print("%-14s %5d %6d | %5d %7s %7s %7s %7s | %6d %7s %7s %7s | %5d" % (
            kind, c["pages"], c["pages 65"], c["ours"], percent(c["ours right"], c["ours"]),
            percent(c["ours flagged"], c["ours"]), percent(c["ours unknown"], c["ours"]),
            percent(c["ours not found"], c["ours"]), c["others"], percent(c["others flagged"], c["others"]),
            percent(c["others right"], c["others"]), percent(c["others not found"], c["others"]), c["stray flagged"]))
    print("counts: ours %d, right %d, flagged %d, unknown %d, not found %d; others %d, flagged %d, right %d, "
          "not found %d; stray flagged %d; true pages %d, with 65 %d" % (
              total["ours"], total["ours right"], total["ours flagged"], total["ours unknown"],
              total["ours not found"], total["others"], total["others flagged"], total["others right"],
              total["others not found"], total["stray flagged"], total["pages"], total["pages 65"]))
    if listed:
        for what, page, where, why in cases:
            print("%s  %s  %s  (%s)\n      %s" % (what, page.name(), where, page.template.kind, why))
    return total["ours flagged"] + total["others flagged"] + total["stray flagged"] == 0


def judge_false(checker, made, seed, listed):
    by_change, by_kind = collections.OrderedDict(), collections.OrderedDict()
    for kind in falsify.KINDS:
        by_change[kind] = collections.Counter()
    cases = []
    for f in made:
        figures, code = checker.check(f.page, f.text)
        results = [of(figures, start, end) for start, end in f.targets]
        verdicts = [verdict(r) for r in results]
        if any(v in BAD for v in verdicts):
            result = "flagged"
        elif any(v in GOOD for v in verdicts):
            result = "passed"
        elif all(v == "not found" for v in verdicts):
            result = "not found"
        else:
            result = "unknown"
        for counts in (by_change[f.kind], by_kind.setdefault(f.page.template.kind, collections.Counter())):
            counts["all"] += 1
            counts[result] += 1
            counts["page 65"] += code == 65
        if result != "flagged":
            start, end = f.targets[0]
            cases.append(("FALSE " + result + (" (page 65)" if code == 65 else ""), f, around(f.text, start, end),
                          say(results[0])))
    total = collections.Counter()
    for c in by_change.values():
        total.update(c)
    for title, table in (("Falsifications by change (seed %d)" % seed, by_change),
                         ("Falsifications by kind of structure", collections.OrderedDict(sorted(by_kind.items())))):
        print("\n" + title)
        print("%-15s %5s %8s %8s %8s %8s %8s" % ("", "all", "flagged", "passed", "unknown", "notfnd", "page 65"))
        for name, c in list(table.items()) + [("all", total)]:
            print("%-15s %5d %8s %8s %8s %8s %8s" % (
                name, c["all"], percent(c["flagged"], c["all"]), percent(c["passed"], c["all"]),
                percent(c["unknown"], c["all"]), percent(c["not found"], c["all"]), percent(c["page 65"], c["all"])))
    print("counts: falsifications %d, flagged %d, passed as right %d, unknown %d, not found %d, page with 65 %d" % (
        total["all"], total["flagged"], total["passed"], total["unknown"], total["not found"], total["page 65"]))
    if listed:
        for what, f, where, why in cases:
            print("%s  %s %s  %s  %s  (%s)\n      %s" % (what, f.page.name(), f.kind, f.what, where,
                                                        f.page.template.kind, why))


if __name__ == "__main__":
    main()
