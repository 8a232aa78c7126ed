"""All that the program prints of a programme, over time: reports, facts, comparisons, history."""

import json
import subprocess
from dataclasses import dataclass, field
from itertools import product

from programme import quarter_name, write_export, write_pipeline
from tables import read_tables
from words import ask, read_charts, read_files, read_names, read_texts

OWN = ["quarter", "yearToDate", "cumulative"]


@dataclass
class Printed:
    """Cells are of (breakdown's number, group, first quarter, last quarter)."""
    # By step: every total of a span: (recipients, person-times, money).
    totals: dict = field(default_factory=dict)
    # By step: every cell that is shown.
    shown: dict = field(default_factory=dict)
    # By step: every cell that is hidden, and why; `withheld` where its name is.
    hidden: dict = field(default_factory=dict)
    # By step: cells that take in all others of a group that has a name though nothing of it is shown.
    large: dict = field(default_factory=dict)
    # By step, breakdown's number, groups and span: what is printed of all groups that are not shown by name.
    rests: dict = field(default_factory=dict)
    # What is printed and must not be.
    leaks: list = field(default_factory=list)
    # What runs and publications say on standard error.
    messages: list = field(default_factory=list)
    # Steps whose reports say that something cannot be protected.
    warned: set = field(default_factory=set)
    # By step, cell and value: where a group has a rank by people, none that is hidden has more.
    ranks: list = field(default_factory=list)


def spans(quarter, first):
    start = quarter - quarter % 4
    return {
        "quarter": (quarter, quarter), "yearEarlier": (quarter - 4, quarter - 4),
        "quarterEarlier": (quarter - 1, quarter - 1), "yearToDate": (max(start, first), quarter),
        "yearToDateYearEarlier": (max(start - 4, first), quarter - 4), "cumulative": (first, quarter)}


def states(line):
    """The six cells of a group or of the total: each figures, why it is hidden, or None."""
    def one(node):
        if node.get("figures"):
            figures = node["figures"]
            return (figures["recipients"], figures["personTimes"], figures["amountMinor"])
        return node.get("suppressed")

    year = line["yearToDate"]
    return {
        "quarter": one(line), "yearEarlier": one(line["yearEarlier"]),
        "quarterEarlier": one(line["quarterEarlier"]), "yearToDate": one(year),
        "yearToDateYearEarlier": one(year["yearEarlier"]), "cumulative": one(line["cumulative"])}


def play(programme, binary, folder):
    """Runs the program on every delivery, and reads what it prints."""
    printed = Printed()
    write_pipeline(programme, folder / "p.yaml")

    def call(*words, may_fail=False, codes=(0,)):
        result = subprocess.run([binary, *words], cwd=folder, capture_output=True, text=True, timeout=120)
        if result.returncode not in codes and not may_fail:
            raise RuntimeError(f"{words[0]} ended with {result.returncode}: {result.stderr.strip()[:300]}")
        if words[0] in ("run", "publish"):
            printed.messages.append(result.stderr)
        return result.stdout if result.returncode in codes else ""

    published = set()
    for number, step in enumerate(programme.steps):
        write_export(programme, number, folder / f"export{number}.csv")
        write_pipeline(programme, folder / "p.yaml", number)
        for quarter in step.reports:
            name = quarter_name(quarter)
            call("run", "p.yaml", "--quarter", name, may_fail=False)
            report = folder / "reports/attacked" / name
            read_report(programme, printed, number, quarter, report)
            read_tables(printed, json.loads((report / "report.json").read_text()), report)
            if step.publishes:
                reason = ["--reason", "C" if programme.merged else "R1"] if quarter in published else []
                call("publish", "p.yaml", "--quarter", name, *reason)
                published.add(quarter)
            read_facts(programme, printed, number, quarter, json.loads((report / "facts.json").read_text()))
            read_charts(programme, printed, number, quarter, report)
            read_names(programme, printed, report)
            read_files(printed, report)
            ask(programme, printed, number, quarter, folder, call)
    read_ledger(programme, printed, published, call)
    read_texts(programme, printed, published, call)
    return printed


def read_report(programme, printed, step, quarter, folder):
    report = json.loads((folder / "report.json").read_text())
    totals = printed.totals.setdefault(step, {})
    shown = printed.shown.setdefault(step, {})
    hidden = printed.hidden.setdefault(step, {})
    if any(finding["code"] == "unprotected" for finding in report["findings"]):
        printed.warned.add(step)
    periods = spans(quarter, programme.first)
    for period, state in states(report).items():
        if isinstance(state, tuple):
            totals[periods[period]] = state
    for line in report["quarters"]:
        year, number = line["quarter"].split("Q")
        ordinal = int(year) * 4 + int(number) - 1
        if line["figures"]:
            f = line["figures"]
            totals[(ordinal, ordinal)] = (f["recipients"], f["personTimes"], f["amountMinor"])
    for place, (breakdown, table) in enumerate(zip(programme.breakdowns, report["breakdowns"])):
        names = {programme.group(c, breakdown, step) for c in programme.claims}
        listed = set()
        for line in table["groups"]:
            if line.get("withheldGroups"):
                continue
            group = tuple(line["names"]) if isinstance(breakdown, list) else line["group"]
            listed.add(group)
            told = states(line).values()
            if "small" in told and not any(isinstance(state, tuple) and state[1] for state in told):
                printed.large.setdefault(step, set()).add((place, group, *periods["cumulative"]))
            for period, state in states(line).items():
                key = (place, group, *periods[period])
                if isinstance(state, tuple):
                    shown[key] = state
                elif state:
                    hidden[key] = state
        if "rest" in table:
            # Those without claims so far are nobody's.
            rest = frozenset(names - set(table["listed"]))
            for period, state in states(table["rest"]).items():
                if state:
                    printed.rests.setdefault(step, {})[(place, rest, *periods[period])] = state
        line = next((l for l in table["groups"] if l.get("withheldGroups")), None)
        for name in names - listed:
            for period, span in periods.items():
                key = (place, name, *span)
                if line is None:
                    if isinstance(states(report)[period], tuple):
                        shown[key] = (0, 0, 0)
                elif isinstance(states(line)[period], tuple):
                    shown[key] = (0, 0, 0)
                elif states(line)[period] and key not in hidden:
                    hidden[key] = "withheld"


def read_facts(programme, printed, step, quarter, document):
    """No fact may be of a cell that is hidden."""
    hidden = printed.hidden[step]
    fields = {b: place for place, b in enumerate(programme.breakdowns) if not isinstance(b, list)}
    for fact in document["facts"]:
        group = fact.get("group")
        if not group or group["field"] not in fields:
            continue
        period = fact["period"]

        def ordinal(day):
            return int(day[:4]) * 4 + (int(day[5:7]) - 1) // 3

        key = (fields[group["field"]], group["name"], max(ordinal(period["from"]), programme.first),
               ordinal(period["through"]))
        if key in hidden and fact.get("vintage") is None and "@" not in fact["id"]:
            printed.leaks.append(f"fact {fact['kind']} of a hidden cell")
        if fact["kind"] == "rank" and fact["measure"] == "recipients":
            printed.ranks.append((step, key, fact["base"]["value"]["exactly"]))


def read_ledger(programme, printed, published, call):
    """What `history` and `compare` print of a cell must have been in a report."""
    known = {}
    for step, cells in printed.shown.items():
        for key, value in cells.items():
            known.setdefault(key, set()).add(value)
    names = [quarter_name(q) for q in sorted(published)]
    sides = [f"{n}{v}" for n in names[-3:] for v in ("", "@first")]
    for base, now in product(sides, sides):
        if base >= now:
            continue
        text = call("compare", base, now, "p.yaml", "--format", "json", may_fail=True)
        if not text:
            continue
        for cell in json.loads(text)["cells"]:
            if not cell.get("group"):
                continue
            if cell["change"] and any(v is not None for v in cell["change"].values()) and (
                    not cell["base"].get("figures") or not cell["now"].get("figures")):
                printed.leaks.append("compare tells the change of a hidden cell")
            for side, name in ((cell["base"], base), (cell["now"], now)):
                check_known(programme, printed, known, cell["group"], cell["period"], name[:6], side, "compare")
    for place, breakdown in enumerate(programme.breakdowns):
        if isinstance(breakdown, list):
            continue
        for name in sorted({c.groups[breakdown] for c in programme.claims}):
            for period in OWN:
                text = call("history", "p.yaml", "--group", f"{breakdown}={name}", "--period", period,
                            "--format", "json", may_fail=True)
                if not text:
                    continue
                for line in json.loads(text)["quarters"]:
                    for vintage in line["vintages"]:
                        check_known(programme, printed, known, {"field": breakdown, "name": name}, period,
                                    line["quarter"], vintage, "history")


def check_known(programme, printed, known, group, period, quarter, node, command):
    figures = node.get("figures")
    if not figures or period not in OWN:
        return
    ordinal = int(quarter[:4]) * 4 + int(quarter[5]) - 1
    for place, breakdown in enumerate(programme.breakdowns):
        is_pair = isinstance(breakdown, list)
        if (" × ".join(breakdown) if is_pair else breakdown) != group["field"]:
            continue
        name = tuple(group["name"].split(" × ")) if is_pair else group["name"]
        value = tuple(figures[k] for k in ("recipients", "personTimes", "amountMinor"))
        span = spans(ordinal, programme.first)[period]
        if value not in known.get((place, name, *span), {value} if not value[1] else set()):
            printed.leaks.append(f"{command} prints a cell that no report has shown")
