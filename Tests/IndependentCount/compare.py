#!/usr/bin/env python3
"""Runs aidstats on random exports, and holds every figure against the independent count.

    python3 compare.py BINARY --seeds 1000
    python3 compare.py BINARY --seeds 200 --clean            exports without troubles: all must agree
    python3 compare.py BINARY --seeds 100 --only hole        one kind of trouble alone
    python3 compare.py BINARY --seeds 1 --from 17 --keep DIR keeps the files of a seed, to look at

A run may end in three ways: every figure agrees, and where figures are in doubt
a finding says so; or the run refuses with 65, for a reason that the truth knows.
All else is a failure: a wrong figure, silence about a doubt, a refusal of what
is sound, any other exit code.
"""

import argparse
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
import csv
from decimal import Decimal
import json
import os
from pathlib import Path
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True   # leaves no folder beside these files

from count import Count, percent_hundredths
import exports
import rules
from model import quarter_later, quarter_name, quarter_of
from record_troubles import ODD_SPELLINGS
import troubles

MEASURES = ("recipients", "personTimes", "amountMinor")
CLASSES = ("paid", "unpaid", "reversals", "duplicates", "superseded", "rejected", "fullyReversed", "unidentified")


class Outcome:
    """What became of one seed: agreed, told, refused or failed."""

    def __init__(self, export, verdict, problems=(), unsaid=()):
        self.seed, self.kinds, self.verdict = export.seed, export.kinds, verdict
        self.problems, self.unsaid = list(problems), list(unsaid)
        self.blamed, self.codes, self.remarks = [], set(), set()


# --- One run --------------------------------------------------------------------------------

def run(binary, export, folder):
    """Writes the export, runs the program, and gives exit code, report, facts and messages."""
    for path, content in exports.bytes_of(export):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    output = folder / "reports"
    command = [str(binary), "run", "pipeline.yaml", "--output", "reports", "--log-format", "json", "--lang", "en"]
    if not export.asks_latest:
        command += ["--quarter", quarter_name(export.quarter)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", timeout=300,
                          env={**os.environ, "TMPDIR": str(folder), "SWIFT_BACKTRACE": "enable=no"})
    messages = []
    for line in done.stderr.splitlines():
        try:
            messages.append(json.loads(line))
        except ValueError:
            messages.append({"level": "error", "code": "", "message": line})
    published = output / export.programme.name / quarter_name(export.quarter)
    report = facts = None
    if (published / "report.json").exists():
        report = json.loads((published / "report.json").read_text("utf-8"))
        facts = json.loads((published / "facts.json").read_text("utf-8"))
    return done.returncode, report, facts, messages, published


def judge(binary, seed, options):
    export = exports.make(seed, clean=options.clean, only=options.only, old_keys=options.old_keys)
    with tempfile.TemporaryDirectory(prefix="independent-count-") as temporary:
        folder = Path(options.keep) / str(seed) if options.keep else Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        count = Count(export)
        if export.asks_latest:
            # The last quarter that is not provisional; where all are, one is asked for by name.
            complete = [quarter for quarter in count.with_claims if not count.provisional(quarter)]
            export.asks_latest = bool(complete)
            export.quarter = max(complete, default=export.quarter)
        code, report, facts, messages, published = run(binary, export, folder)
        if options.keep:
            (folder / "messages.json").write_text(json.dumps(messages, ensure_ascii=False, indent=1), "utf-8")
        export.binary = binary
        return verdict(export, count, code, report, facts, messages, published)


def verdict(export, count, code, report, facts, messages, published):
    must, may = reasons_to_refuse(export, count)
    errors = [m for m in messages if m.get("level") == "error"]
    said = " / ".join(f"{m.get('code', '')}: {m.get('message', '')}" for m in errors)
    if code == 65:
        if report is not None:
            return Outcome(export, "failed", ["refused with 65, and published all the same"])
        if any(re.search(says, said) for says in must + may):
            return Outcome(export, "refused")
        return Outcome(export, "failed", [f"refused without a reason that the truth knows: {said[:300]}"])
    if code != 0:
        return Outcome(export, "failed", [f"exit {code}: {said[:300]}"])
    if must:
        return Outcome(export, "failed", [f"not refused, but should be: {says}" for says in must])
    if report is None:
        others = sorted(path.name for path in published.parent.iterdir() if path.is_dir()) if published.parent.exists() else []
        return Outcome(export, "failed", [f"exit 0 without a report on {published.name}; instead: {others}"])

    inputs = json.loads((published / "manifest.json").read_text("utf-8"))["inputs"]
    check = Check(export, count, report, facts, inputs)
    if export.programme.rules:
        check.problems += differences_problems(count, published) + what_if_problems(export, count, published.parents[2])
    problems = check.problems
    problems += secrets_told(export, count, published)
    codes = {finding["code"] for finding in report["findings"]}
    told = False
    for doubt in export.doubts:
        if any(entries and sum(e in count.left and count.fate[e] == "paid" for e in entries) < doubt.least
               for entries in (doubt.entries, doubt.others)):
            continue
        if doubt.kind == "shared-claims" and count.shared_versions == 0:
            continue
        if doubt.kind == "similar-groups" and not any(
                e in count.left and ODD_SPELLINGS & set(e.meaning.groups.values())
                and quarter_of(e.meaning.day) <= export.quarter for e in doubt.entries):
            continue   # the category was taken out of their file since, or they lie behind the quarter of the report
        if doubt.kind == "hole" and not check.cannot_know_everyone():
            continue   # it lies behind the quarter of the report
        if codes & set(doubt.codes):
            told = True
        else:
            problems.append(f"in doubt without a word: {doubt.kind} wants the finding {' or '.join(doubt.codes)}")
    if count.same_records():
        if "same-records" in codes:
            told = True
        else:
            problems.append("in doubt without a word: records that stand in several files, without claim numbers")
    unsaid = {kind for kind, wanted in export.words if not codes & set(wanted)}
    outcome = Outcome(export, "failed" if problems else "told" if told else "agreed", problems, unsaid)
    outcome.codes, outcome.remarks = codes, check.remarks
    return outcome


def differences_problems(count, published):
    """`rules.csv`, the file of the owner, line by line."""
    path = published / "rules.csv"
    if path.stat().st_mode & 0o777 != 0o600:
        return ["rules.csv is not its owner's alone"]
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    wanted = rules.audit(count)[4]
    if len(found) != len(wanted):
        return [f"rules.csv has {len(found)} claims, should have {len(wanted)}"]
    problems = []
    for row, right in zip(found, wanted):
        told = {"claim": row["claim"], "day": row["day"], "cause": row["cause"],
                **{name: round(Decimal(row[name]) * 100) for name in ("basis", "paid", "due", "difference")}}
        if told != right:
            problems.append(f"rules.csv: {told}, should be {right}")
    return problems[:3]


def what_if_problems(export, count, folder):
    """What `aidstats rules` says of other rules."""
    binary, programme = export.binary, export.programme
    (folder / "other.yaml").write_text("rules: " + json.dumps(programme.rules.other.keys(), ensure_ascii=False) + "\n", "utf-8")
    first, last = programme.rules.span
    done = subprocess.run(
        [str(binary), "rules", "pipeline.yaml", "--with", "other.yaml", "--from", first.isoformat(), "--through",
         last.isoformat(), "--format", "json", "--lang", "en"], cwd=folder, capture_output=True, text=True,
        errors="replace", timeout=300, env={**os.environ, "TMPDIR": str(folder), "SWIFT_BACKTRACE": "enable=no"})
    wanted = rules.what_if(count)
    none = (dict.fromkeys(("recipients", "claims", "paidMinor", "dueMinor", "otherDueMinor"), 0),
            dict.fromkeys(("more", "less", "same", "newlyHelped", "noLongerHelped"), 0))
    costs, split = wanted.get(None, none)
    of_few = any(0 < number < programme.min_group for number in (costs["recipients"], split["more"] + split["less"]))
    if done.returncode == 65 and "[too-few-people]" in done.stderr and of_few:
        return []
    if done.returncode != 0:
        return [f"rules: exit {done.returncode}: {done.stderr[:300]}"]
    found = json.loads(done.stdout)
    lines = {None: found}
    for breakdown in found["breakdowns"]:
        for group in breakdown["groups"]:
            if "group" in group:
                lines[(breakdown["field"], group["group"])] = group
    problems, least = [], programme.min_group
    for key, line in lines.items():
        costs, split = wanted.get(key, none)
        if line["costs"] not in (None, costs) or key is None and line["costs"] is None:
            problems.append(f"rules: {key}: {line['costs']}, should be {costs}")
        if line["people"] not in (None, split):
            problems.append(f"rules: {key}: {line['people']}, should be {split}")
        parts = [*split.values(), split["more"] - split["newlyHelped"], split["less"] - split["noLongerHelped"]]
        if any(0 < number < least for number in [costs["recipients"], *parts]) and line["people"]:
            problems.append(f"rules: {key}: small numbers of people are told")
        changed = split["more"] + split["less"]
        if (0 < costs["recipients"] < least or 0 < changed < least) and line["costs"]:
            problems.append(f"rules: {key}: costs of few people are told")
        if least == 0 and (line["costs"] is None or line["people"] is None):
            problems.append(f"rules: {key}: withheld, though all may be shown")
    if least == 0 and lines.keys() != {None} | wanted.keys():
        problems.append(f"rules: lines {sorted(map(str, lines))}, should be {sorted(map(str, wanted))}")
    return problems[:3]


def reasons_to_refuse(export, count):
    """Expressions for the messages of reasons that the run must, or may, give for a refusal."""
    must = [refusal.says for refusal in export.refusals if refusal.must]
    may = [refusal.says for refusal in export.refusals if not refusal.must]
    records, _, _, _ = count.balance()
    total = sum(records[c] for c in ("paid", "unpaid", "reversals", "duplicates", "superseded", "rejected"))
    limit = export.programme.max_rejected
    if records["rejected"] > limit * (total + records["scaffolding"]):
        must.append("too-many-rejects")
    elif records["rejected"] > limit * total:
        may.append("too-many-rejects")
    if count.shared_versions >= 10 and not export.programme.max_shared_claims:
        share = count.shared_versions / max(1, records["paid"])
        (must if share > 0.02 else may).append("shared-claim|maxSharedClaims|different (people|persons)")
    if any(number >= 20 and number * 10 > count.balance(file)[0]["paid"] for file, number in count.same_records().items()):
        must.append("too-many-same-records")
    if export.quarter not in count.with_claims:
        must.append("no-claims-in-quarter")
    return must, may


def secrets_told(export, count, published):
    """What must not be known, in any file that is there to be read by others."""
    found = []
    secrets = [secret for secret in export.secrets if secret.entry is None or secret.entry in count.standing]
    for path in sorted(published.iterdir()):
        if path.name not in ("rejects.csv",) and path.suffix in (".json", ".md", ".html", ".svg"):
            text = path.read_text("utf-8")
            found += sorted({f"{secret.what} stands in {path.name}" for secret in secrets if secret.text in text})
    return found


# --- Every figure of a report ---------------------------------------------------------------

class Check:
    """Holds a report against the count; `problems` says where they differ."""

    def __init__(self, export, count, report, facts, inputs):
        self.export, self.count, self.quarter, self.inputs = export, count, export.quarter, inputs
        self.min_group = export.programme.min_group
        self.problems, self.remarks = [], set()
        self.totals(report)
        self.facts(facts)
        self.people(report, facts)
        self.breakdowns(report)
        self.measures(report)
        self.quarters(report)
        self.balance(report)
        self.rules(report)

    def same(self, place, found, wanted):
        if found == wanted:
            return
        if isinstance(found, dict) and isinstance(wanted, dict):
            differing = sorted(key for key in found.keys() | wanted.keys() if found.get(key) != wanted.get(key))
            found, wanted = ({key: side.get(key) for key in differing} for side in (found, wanted))
        self.problems.append(f"{place}: {found}, should be {wanted}")

    # A period's figures, and the comparison with an earlier period

    def comparison(self, place, found, quarter, now, then, has_data):
        """`now` and `then` are the true figures; `has_data` whether there is a base at all."""
        self.same(f"{place}.quarter", found["quarter"], quarter_name(quarter))
        if not has_data:
            self.same(f"{place}.figures", found["figures"], None)
            self.same(f"{place}.noPercent", found["noPercent"], dict.fromkeys(MEASURES, "absent"))
            return
        self.same(f"{place}.figures", found["figures"], then)
        self.changes(place, found, now, then)

    def changes(self, place, found, now, then):
        self.same(f"{place}.change", found["change"], {m: now[m] - then[m] for m in MEASURES})
        for measure in MEASURES:
            wanted = percent_hundredths(now[measure], then[measure])
            given = found["percent"][measure]
            self.same(f"{place}.percent.{measure}", None if given is None else round(given * 100), wanted)
            self.same(f"{place}.noPercent.{measure}", found["noPercent"].get(measure), "zero" if wanted is None else None)

    def totals(self, report):
        count, quarter = self.count, self.quarter
        year_earlier, quarter_earlier = quarter_later(quarter, -4), quarter_later(quarter, -1)
        now = count.quarter_figures(quarter)
        self.same("quarter", report["quarter"], quarter_name(quarter))
        self.same("figures", report["figures"], now)
        self.same("provisional", report["provisional"], count.provisional(quarter))
        self.comparison("yearEarlier", report["yearEarlier"], year_earlier, now,
                        count.quarter_figures(year_earlier), year_earlier in count.with_claims)
        self.comparison("quarterEarlier", report["quarterEarlier"], quarter_earlier, now,
                        count.quarter_figures(quarter_earlier), quarter_earlier in count.with_claims)
        to_date = report["yearToDate"]
        self.same("yearToDate.figures", to_date["figures"], count.year_to_date(quarter))
        self.comparison("yearToDate.yearEarlier", to_date["yearEarlier"], year_earlier, count.year_to_date(quarter),
                        count.year_to_date(year_earlier), count.years_comparable(quarter))
        if report["cumulative"]["figures"] is not None or not self.cannot_know_everyone():
            self.same("cumulative.figures", report["cumulative"]["figures"], count.cumulative(quarter))
            self.same("cumulative.since", report["cumulative"]["since"], count.since.isoformat())

    def cannot_know_everyone(self):
        """Whether the data lack quarters in which people may have been aided."""
        return self.count.start_missing() or bool(self.count.holes(self.quarter))

    def people(self, report, facts):
        people = report["people"]
        first, returning, times, money = self.count.people(self.quarter)
        unsure = self.cannot_know_everyone()
        self.same("people.firstTime", people["firstTime"], None if unsure else first)
        self.same("people.returning", people["returning"], None if unsure else returning)
        given = people["personTimesPerRecipient"]
        self.same("people.personTimesPerRecipient", None if given is None else round(given * 100), times)
        self.same("people.amountPerRecipientMinor", people["amountPerRecipientMinor"], money)
        if unsure:
            name = quarter_name(self.quarter)
            told = {fact["id"] for fact in facts["facts"]}
            for id in (f"{name}/firstTime", f"{name}/returning", f"{name}/cumulative/recipients"):
                if id in told:
                    self.problems.append(f"facts: {id} is stated, although the data lack quarters")

    def facts(self, facts):
        """The levels among the facts; all else in them is made of these."""
        name = quarter_name(self.quarter)
        measures = {"recipients": "recipients", "personTimes": "personTimes", "amount": "amountMinor"}
        periods = {"ytd": self.count.year_to_date(self.quarter), "cumulative": self.count.cumulative(self.quarter)}
        for fact in facts["facts"]:
            parts = fact["id"].split("/")
            if parts[-1] not in measures or len(parts) > 3:
                continue
            if len(parts) == 2 and re.fullmatch(r"\d{4}Q\d", parts[0]):
                wanted = self.count.quarter_figures((int(parts[0][:4]), int(parts[0][5])))
                if parts[0] > name:
                    self.remarks.add("facts of quarters after the reported one are stated")
            elif len(parts) == 3 and parts[0] == name and parts[1] in periods:
                wanted = periods[parts[1]]
            else:
                continue
            self.same(f"facts: {fact['id']}", fact["value"].get("exactly"), wanted[measures[parts[-1]]])

    # Medians

    def measures(self, report):
        names = self.export.programme.measures
        self.same("measures", [m["measure"] for m in report.get("measures", [])], names)
        for found in report.get("measures", []):
            self.measure(found["measure"], found, self.quarter)
            year_earlier = quarter_later(self.quarter, -4)
            self.same("measures.yearEarlier", found["yearEarlier"]["quarter"], quarter_name(year_earlier))
            self.measure(found["measure"], found["yearEarlier"], year_earlier)

    def measure(self, name, found, quarter):
        wanted = self.count.measure(name, quarter)
        people = self.count.quarter_figures(quarter)["recipients"]
        reason = None
        if wanted is None:
            reason = "absent"
        elif self.min_group and (people - wanted.get("withoutDay", 0) - wanted.get("paidBeforeTreatment", 0)
                                 < self.min_group * 10):
            wanted, reason = None, "suppressed"
        self.same(f"measures.{name}.{quarter_name(quarter)}", found["distribution"], wanted)
        self.same(f"measures.{name}.why", [why for why in ("absent", "suppressed") if why in found],
                  [reason] if reason else [])

    # The programme's rules

    def rules(self, report):
        if not self.export.programme.rules:
            self.same("rules", report.get("rules"), None)
            return
        found = report["rules"]
        lines, below, cap, bands, _ = rules.audit(self.count)
        nothing = {"recipients": 0, "claims": 0, "paidMinor": 0, "dueMinor": 0}
        shown = {(line["outcome"], line.get("cause")): line for line in found["outcomes"]}
        people = {key: 0 if key[1] == "no-person" else lines.get(key, nothing)["recipients"] for key in shown}
        figures = {key: line["figures"] for key, line in shown.items()}
        hidden = [key for key, value in figures.items() if value is None]
        # Where groups are hidden that outcomes may be sums of, no line with a claim is shown.
        hides_groups = any("suppressed" in group or "withheldGroups" in group
                           for breakdown in report["breakdowns"] for group in breakdown["groups"])
        if not (hides_groups and hidden and {key for key in figures if lines.get(key)} <= set(hidden)):
            self.withheld("rules", figures, people, {key: lines.get(key, nothing) for key in shown})
        self.same("rules: outcomes", sorted(map(str, lines.keys() - shown.keys())), [])
        small = 0 < below["recipients"] < self.min_group
        claims = sum(line["claims"] for line in lines.values())
        nearly_all = (0 < below["claims"] < claims
                      and report["figures"]["recipients"] - below["recipients"] < self.min_group)
        self.same("rules.belowDeductible", found["belowDeductible"]["figures"],
                  None if small or hidden or nearly_all else below)
        self.same("rules.yearCapMinor", found.get("yearCapMinor"), cap)
        if bands is None:
            self.same("rules.bands", found.get("bands"), None)
        else:
            self.withheld("rules.bands", {place: band["recipients"] for place, band in enumerate(found["bands"])},
                          dict(enumerate(bands)), dict(enumerate(bands)))

    def withheld(self, place, found, people, wanted):
        """Small lines are withheld, and large ones with them; all others are as they should be."""
        small = {key for key, number in people.items() if 0 < number < self.min_group}
        hidden = {key for key, value in found.items() if value is None}
        for key, value in found.items():
            if value is not None:
                self.same(f"{place} {key}", value, wanted[key])
        self.same(f"{place}: small lines that are shown", sorted(map(str, small - hidden)), [])
        if not small:
            self.same(f"{place}: withheld without need", sorted(map(str, hidden)), [])
        large = {key for key, number in people.items() if number >= max(self.min_group, 1)}
        if small and large - hidden:
            # What is withheld leaves it open how small the small ones are.
            room = sum(people[key] - self.min_group for key in hidden & large)
            self.same(f"{place}: room", room >= self.min_group, True)

    # Groups

    def breakdowns(self, report):
        self.same("breakdowns", [b["field"] for b in report["breakdowns"]], self.export.programme.breakdowns)
        for breakdown in report["breakdowns"]:
            category = breakdown["field"]
            shown = {}
            for group in breakdown["groups"]:
                name = None if group.get("withheldGroups") else group.get("group")
                if name is None:
                    continue   # a group that is not named, since it is withheld
                if name in shown:
                    self.problems.append(f"{category}: the group {name} is listed twice")
                shown[name] = group
            truth = self.count.groups(category, self.quarter)
            some_small = any(self.small_somewhere(other) for other in self.told_together(category))
            for name in sorted(truth | set(shown)):
                if name in shown:
                    self.group(category, name, shown[name], some_small)
                elif not self.small_anywhere(category, name):
                    self.problems.append(f"{category}: the group {name} is not listed")

    def periods(self):
        """The periods that a group has figures of: name, function of count, quarter, whether there is a base."""
        count, quarter = self.count, self.quarter
        year_earlier, quarter_earlier = quarter_later(quarter, -4), quarter_later(quarter, -1)
        return {
            "quarter": (count.quarter_figures, quarter, True),
            "yearEarlier": (count.quarter_figures, year_earlier, year_earlier in count.with_claims),
            "quarterEarlier": (count.quarter_figures, quarter_earlier, quarter_earlier in count.with_claims),
            "yearToDate": (count.year_to_date, quarter, True),
            "yearToDate.yearEarlier": (count.year_to_date, year_earlier, count.years_comparable(quarter)),
            "cumulative": (count.cumulative, quarter, True),
        }

    def told_together(self, category):
        """The categories whose groups follow from one another's: all that the tables of memberships tell."""
        nested = ["union", "membership", "street"]
        return nested if category in nested and self.export.programme.memberships else [category]

    def small_somewhere(self, category):
        """One period's figures may follow from another's: a small group in any may withhold others in any.

        Quarters that no row names count, too, since the year to date less a quarter tells of them.
        """
        return any(
            self.small_anywhere(category, name)
            or any(self.is_small(self.count.quarter_figures(quarter, category, name)) for quarter in self.count.with_claims)
            for name in self.count.groups(category, self.quarter))

    def small_anywhere(self, category, name):
        return any(self.is_small(function(quarter, category, name)) for function, quarter, _ in self.periods().values())

    def is_small(self, figures):
        return figures["personTimes"] > 0 and figures["recipients"] < self.min_group

    def group(self, category, name, found, some_small):
        at = {"quarter": found, "yearEarlier": found["yearEarlier"], "quarterEarlier": found["quarterEarlier"],
              "yearToDate": found["yearToDate"], "yearToDate.yearEarlier": found["yearToDate"]["yearEarlier"],
              "cumulative": found["cumulative"]}
        base_of = {"yearEarlier": "quarter", "quarterEarlier": "quarter", "yearToDate.yearEarlier": "yearToDate"}
        wanted = {key: function(quarter, category, name) for key, (function, quarter, _) in self.periods().items()}
        for key, (_, _, has_data) in self.periods().items():
            place = f"{category}={name}.{key}"
            given = at[key]["figures"]
            if not has_data:
                self.same(f"{place}.figures", given, None)
                continue
            if self.is_small(wanted[key]):
                self.same(f"{place}.figures (fewer than {self.min_group})", given, None)
            elif given is None and some_small and at[key].get("suppressed") == "complement":
                pass   # withheld so that a small group's figures do not follow
            elif given is None and key == "cumulative" and self.cannot_know_everyone():
                pass
            else:
                self.same(f"{place}.figures", given, wanted[key])
            if key in base_of:
                if given is None or at[base_of[key]]["figures"] is None:
                    self.same(f"{place}.change", at[key]["change"], None)
                    self.same(f"{place}.percent", at[key]["percent"], dict.fromkeys(MEASURES))
                else:
                    self.changes(place, at[key], wanted[base_of[key]], wanted[key])

    # Quarters, and the balance

    def quarters(self, report):
        found = {line["quarter"]: line for line in report["quarters"]}
        at = self.count.first_quarter
        wanted = []
        while at <= self.quarter:
            wanted.append(at)
            at = quarter_later(at, 1)
        for quarter in wanted:
            line = found.pop(quarter_name(quarter), None)
            if quarter not in self.count.with_claims:
                if line is not None:
                    self.same(f"quarters.{quarter_name(quarter)}", line["figures"], None)
            else:
                self.same(f"quarters.{quarter_name(quarter)}", line and line["figures"], self.count.quarter_figures(quarter))
        for name, line in found.items():
            quarter = (int(name[:4]), int(name[5]))
            # Older versions list later quarters too; then they have to be right.
            true = quarter in self.count.with_claims and self.count.quarter_figures(quarter)
            self.remarks.add("quarters after the reported one are listed")
            if quarter < self.quarter or line["figures"] != (true or None):
                self.problems.append(f"quarters: {name} is listed with {line['figures']}, should be {true or None}")

    def balance(self, report):
        self.one_balance("balance", report["balance"], None)
        files = {item["file"]: item for item in self.inputs}
        for file in self.export.files:
            if file.path not in files:
                self.problems.append(f"inputs: {file.path} is not listed")
            else:
                self.one_balance(f"inputs.{file.path}", files[file.path]["balance"], file)

    def one_balance(self, place, found, file):
        records, money, reasons, reason_money = self.count.balance(file)
        empty = sum(e.empty_line for f, e in self.export.entries() if file is None or f is file)
        for name in CLASSES:
            self.same(f"{place}.{name}", found[name], records[name])
            self.same(f"{place}.amountMinor.{name}", found["amountMinor"][name], money[name])
        self.same(f"{place}.rejectedByReason", found["rejectedByReason"], dict(reasons))
        self.same(f"{place}.amountMinor.rejectedByReason", found["amountMinor"]["rejectedByReason"],
                  {reason: reason_money[reason] for reason in reasons})
        # Lines with nothing on them may or may not be counted as lines.
        scaffolding = found.get("scaffolding", 0)
        if not records["scaffolding"] - empty <= scaffolding <= records["scaffolding"]:
            self.problems.append(f"{place}.scaffolding: {scaffolding}, should be {records['scaffolding']}"
                                 f" (of which {empty} empty)")
        counted = sum(records[name] for name in ("paid", "unpaid", "reversals", "duplicates", "superseded", "rejected"))
        self.same(f"{place}.records less scaffolding", found["records"] - scaffolding, counted)
        counted = sum(money[name] for name in ("paid", "unpaid", "reversals", "duplicates", "superseded", "rejected"))
        self.same(f"{place}.amountMinor.records less scaffolding",
                  found["amountMinor"]["records"] - found["amountMinor"].get("scaffolding", 0), counted)


# --- All seeds ------------------------------------------------------------------------------

def blame(binary, outcome, options):
    """Which of a failed seed's troubles fail alone."""
    if options.clean or options.only or len(outcome.kinds) < 2:
        return outcome.kinds
    guilty = []
    for kind in outcome.kinds:
        alone = argparse.Namespace(**{**vars(options), "only": [kind], "keep": None})
        if judge(binary, outcome.seed, alone).verdict == "failed":
            guilty.append(kind)
    return guilty


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary", type=Path)
    parser.add_argument("--seeds", type=int, default=100, help="how many exports (default: 100)")
    parser.add_argument("--from", type=int, default=1, dest="first", help="the first seed (default: 1)")
    parser.add_argument("--jobs", type=int, default=1, help="how many runs at once (default: 1)")
    parser.add_argument("--clean", action="store_true", help="exports without troubles")
    parser.add_argument("--only", action="append", choices=list(troubles.TROUBLES), help="this trouble alone (may be repeated)")
    parser.add_argument("--old-keys", action="store_true", help="no pipeline keys that came with the troubles' mending")
    parser.add_argument("--keep", help="keep the files of each seed in this folder")
    parser.add_argument("--problems", type=int, default=4, help="how many problems of a seed to print (default: 4)")
    options = parser.parse_args()
    binary = options.binary.resolve()

    verdicts, by_kind, alone, unsaid = Counter(), {}, Counter(), Counter()
    codes, remarks = Counter(), Counter()

    def work(seed):
        outcome = judge(binary, seed, options)
        if outcome.verdict == "failed":
            outcome.blamed = blame(binary, outcome, options)
        return outcome

    with ThreadPoolExecutor(options.jobs) as pool:
        for outcome in pool.map(work, range(options.first, options.first + options.seeds)):
            verdicts[outcome.verdict] += 1
            for kind in outcome.kinds or ["(none)"]:
                by_kind.setdefault(kind, Counter())[outcome.verdict] += 1
            if outcome.verdict != "failed":
                unsaid.update(outcome.unsaid)
            codes.update(outcome.codes)
            remarks.update(outcome.remarks)
            if outcome.verdict == "failed":
                for kind in outcome.blamed or ["(together)" if outcome.kinds else "(none)"]:
                    alone[kind] += 1
                print(f"seed {outcome.seed}: {', '.join(outcome.kinds) or 'no trouble'}")
                if outcome.blamed and outcome.blamed != outcome.kinds:
                    print(f"  fails with these alone: {', '.join(outcome.blamed)}")
                for problem in outcome.problems[:options.problems]:
                    print(f"  {problem}")
                if len(outcome.problems) > options.problems:
                    print(f"  and {len(outcome.problems) - options.problems} more")
                sys.stdout.flush()

    print(f"\n{'trouble':24}{'exports':>9}{'agreed':>9}{'told':>9}{'refused':>9}{'failed':>9}{'by itself':>11}{'no word':>9}")
    for kind in ["(none)", *troubles.TROUBLES, "(together)"]:
        row = by_kind.get(kind, Counter())
        if row or alone[kind]:
            print(f"{kind:24}{sum(row.values()):9}{row['agreed']:9}{row['told']:9}{row['refused']:9}{row['failed']:9}"
                  f"{alone[kind]:11}{unsaid[kind]:9}")
    print(f"{'all':24}{sum(verdicts.values()):9}{verdicts['agreed']:9}{verdicts['told']:9}{verdicts['refused']:9}"
          f"{verdicts['failed']:9}")
    print("“by itself”: failed seeds whose failure this trouble causes alone; “no word”: figures right, finding missing")
    print("findings:", ", ".join(f"{code} {number}" for code, number in codes.most_common()) or "none")
    for remark, number in remarks.most_common():
        print(f"remark: {remark} ({number} reports)")
    return 1 if verdicts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
