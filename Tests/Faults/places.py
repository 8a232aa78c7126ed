"""Where the commands are run, and how what they leave is judged: wholly old, wholly new, or neither."""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import stat
import tempfile

FIELDS = """name: aid
since: 2012-05-01
inputs:
  - files: ["exports/*.csv"]
fields:
  claim:    { from: [赔付编号, ClaimNo] }
  person:   { from: [身份证号, IdNo], type: resident-id }
  paidOn:   { from: [打款日期, PaidDate], type: date }
  amount:   { from: [互助金额, AidAmount], type: money }
  status:   { from: [状态, Status] }
  reverses: { from: [原赔付编号, ReversesClaimNo], optional: true }
  care:     { from: [就诊类型, CareType], type: category }
count:
  period: paidOn
  status:
    paid:     [已打款]
    unpaid:   [待审核, 拒付]
    reversed: [冲正]
breakdowns: [care]
quality: { maxRejected: 20%, minGroup: 5 }
"""
REGISTER = "register: register\nkeyFile: secret/register.key\n"
IMPORT = """quarter,publishedOn,period,recipients,personTimes,amount
2020Q3,2020-10-20,quarter,72.7万,77.2万,9800万元
2020Q3,2020-10-20,cumulative,243.8万,1924.7万,24.05亿元
"""
DRAFT = "2023年第二季度，受助职工118人、118人次，发放互助金1.56万元。\n"
NOTES = "what the user put beside the report\n"
LONG_NUMBER = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{0,4}[0-9]{15,19}[Xx]?(?![0-9A-Za-z])")


def sample(name, lines, skip=0):
    """The header and some records of one export of the sample."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../sample-input", name)
    with open(path, "rb") as file:
        all_lines = file.read().split(b"\n")
    return b"\n".join(all_lines[:1] + all_lines[1 + skip:1 + skip + lines]) + b"\n"


def write(place, name, content):
    path = os.path.join(place, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def deliver(place):
    write(place, "exports/2021Q4.csv", sample("claims-2021Q4.csv", 50))
    write(place, "exports/2022Q4.csv", sample("claims-2022Q4.csv", 50))
    write(place, "exports/2023Q1.csv", sample("claims-2023Q1.csv", 60))
    write(place, "exports/2023Q2.csv", sample("claims-2023Q2.csv", 80))


def deliver_more(place, name="exports/2023Q2_late.csv"):
    write(place, name, sample("claims-2023Q2.csv", 50, skip=80))


# ---- What stands ---------------------------------------------------------------------------------------------

def manifest(content):
    """Without what differs between two runs that say the same."""
    try:
        value = json.loads(content)
    except ValueError:
        return b"broken: " + content
    for key in ("startedAt", "finishedAt", "host", "jobs"):
        value.pop(key, None)
    return json.dumps(value, sort_keys=True).encode()


def ledger(path):
    """What a ledger holds, without the numbers of its rows and its times."""
    with tempfile.TemporaryDirectory(prefix="faults-ledger-") as copy:
        for end in ("", "-journal", "-wal"):
            if os.path.exists(path + end):
                shutil.copy(path + end, os.path.join(copy, "ledger" + end))
        base = sqlite3.connect(os.path.join(copy, "ledger"))
        try:
            if base.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return {"broken": "integrity"}
            holds = {}
            for (table,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                # What a vintage says is kept; the numbers of runs have gaps where runs were killed.
                if table in ("sqlite_sequence", "digest"):
                    continue
                names = [row[1] for row in base.execute(f"PRAGMA table_info({table})")]
                kept = [n for n in names if n not in ("id", "run", "vintage", "finishedAt")]
                rows = base.execute(f"SELECT {','.join(kept)} FROM {table}").fetchall()
                # A report that cannot be read back is written once more, and that is one run more.
                holds[table] = sorted(set(map(repr, rows)) if table.startswith("run") else map(repr, rows))
            return holds
        except sqlite3.Error as error:
            return {"broken": str(error)}
        finally:
            base.close()


def vintages(place):
    path = os.path.join(place, "reports/aid/ledger.sqlite")
    if not os.path.exists(path):
        return ()
    holds = ledger(path)
    return tuple(holds.get("vintage", ())) + tuple(holds.get("vintageCell", ())) or (str(holds.get("broken", "")),)


def folder(place, name):
    """The files of a folder, as they say what they say; nil: it is not there."""
    path = os.path.join(place, name)
    if not os.path.isdir(path):
        return None
    holds = {}
    for above, _, files in os.walk(path):
        for file in sorted(files):
            content = read(os.path.join(above, file))
            name = os.path.relpath(os.path.join(above, file), path)
            holds[name] = hashlib.sha256(manifest(content) if name == "manifest.json" else content).hexdigest()
    return holds


def file(place, name):
    path = os.path.join(place, name)
    return read(path) if os.path.exists(path) else None


def tree(place, program):
    """All that there is, for a comparison with what an undisturbed run leaves."""
    holds = {}
    for above, folders, files in os.walk(place):
        for name in folders + files:
            path = os.path.join(above, name)
            short = os.path.relpath(path, place)
            status = os.lstat(path)
            mode = oct(stat.S_IMODE(status.st_mode))
            if os.path.isdir(path):
                holds[short + "/"] = mode
            elif name == "manifest.json":
                holds[short] = mode, manifest(read(path))
            elif name == "ledger.sqlite":
                holds[short] = mode, ledger(path)
            elif short.startswith(("register/", "secret/", "aid.prom")):
                holds[short] = mode
            else:
                holds[short] = mode, hashlib.sha256(read(path)).hexdigest()
    if os.path.exists(os.path.join(place, "register/register.json")):
        holds["verify"] = program.run(["register", "verify", "register.yaml"], place).code
        holds["people"] = program.run(["register", "export", "register.yaml"], place).out
    return holds


def difference(found, expected):
    parts = []
    for name in sorted(set(found) | set(expected), key=str):
        if name not in expected:
            parts.append("stray " + name)
        elif name not in found:
            parts.append("missing " + name)
        elif found[name] != expected[name]:
            if isinstance(found[name], tuple) and isinstance(found[name][1], dict):
                tables = [t for t in {**found[name][1], **expected[name][1]}
                          if found[name][1].get(t) != expected[name][1].get(t)]
                parts.append("other " + name + " " + ",".join(tables))
            else:
                parts.append("other " + name)
    return "; ".join(parts)


# ---- Scenes --------------------------------------------------------------------------------------------------

class Scene:
    """A command, the place in which it is run, and what of it must be old or new as a whole."""

    def __init__(self, name, words, make, what, *, again=None, stdin=None, stdout=None, publishes=False, whole=True,
                 refused_again=()):
        self.name, self.words, self.make, self.what = name, words, make, what
        self.again, self.stdin, self.stdout, self.publishes = again or words, stdin, stdout, publishes
        self.whole, self.refused_again = whole, refused_again


QUIET = ["--quiet", "--lang", "en"]
RUN = ["run", "aid.yaml", "--quarter", "2023Q2", "--jobs", "1", *QUIET]
RUN_TABLES = [word.replace("aid.yaml", "tables.yaml") for word in RUN]
RUN_REGISTER = ["run", "register.yaml", "--quarter", "2023Q2", "--jobs", "1", *QUIET]


def bare(place, program):
    for name in ("tmp", "secret"):
        os.makedirs(os.path.join(place, name), mode=0o700)
    write(place, "aid.yaml", FIELDS + "reports: [json]\n")
    write(place, "register.yaml", FIELDS + "reports: [json]\n" + REGISTER)
    write(place, "full.yaml", FIELDS)
    write(place, "tables.yaml", FIELDS + "reports: [json, csv, xlsx]\n")
    write(place, "draft.md", DRAFT)
    write(place, "printed.csv", IMPORT)
    deliver(place)


def must(program, place, *words, stdin=None):
    ending = program.run(words, place, stdin=stdin)
    if ending.code != 0:
        raise SystemExit(f"{' '.join(words)} ends with {ending.code} undisturbed:\n{ending.err}")
    return ending


def reported(place, program):
    bare(place, program)
    must(program, place, *RUN)
    write(place, "reports/aid/2023Q2/notes.txt", NOTES)
    must(program, place, "publish", "aid.yaml", "--quarter", "2023Q2", "--on", "2023-07-16", *QUIET)


def late(place, program):
    reported(place, program)
    must(program, place, *RUN, "--metrics", "aid.prom", "--rejects", "rejects.csv")
    deliver_more(place)


def late_tables(place, program):
    reported(place, program)
    must(program, place, *RUN_TABLES)
    write(place, "reports/aid/2023Q2/tables/notes.txt", NOTES)
    deliver_more(place)


def restated(place, program):
    reported(place, program)
    deliver_more(place)
    must(program, place, *RUN)


def page(place, program):
    reported(place, program)
    write(place, "page.html", "what was there before\n")


def with_register(place, program):
    bare(place, program)
    must(program, place, "register", "init", "register.yaml", *QUIET)
    must(program, place, *RUN_REGISTER)


def late_register(place, program):
    with_register(place, program)
    write(place, "reports/aid/2023Q2/notes.txt", NOTES)
    deliver_more(place)


def piped_register(place, program):
    with_register(place, program)
    deliver_more(place, "late.csv")


def report(place):
    """The report, but for what users put beside it: that moves after it."""
    holds = folder(place, "reports/aid/2023Q2")
    return holds and {name: holds[name] for name in holds if os.path.basename(name) != "notes.txt"}


def register_made(place):
    """The register with its key: both, or neither that anything relies on."""
    is_there = [os.path.exists(os.path.join(place, n)) for n in ("register/register.json", "secret/register.key")]
    return "made" if all(is_there) else "none"


def register_list(place):
    content = file(place, "register/register.json")
    if content is None:
        return None
    try:
        return json.loads(content)["register"].get("forgotten") is not None
    except (ValueError, KeyError):
        return "broken"


# On a day of its own, so that neither the clock nor the time zone makes two runs differ.
PUBLISH = ["publish", "aid.yaml", "--quarter", "2023Q2", "--reason", "R1", "--on", "2023-10-16", *QUIET]

SCENES = [
    Scene("run, the first", RUN, bare, report, publishes=True),
    Scene("run, over another", [*RUN, "--metrics", "aid.prom", "--rejects", "rejects.csv"], late, report,
          publishes=True),
    Scene("run, all reports", [w.replace("aid.yaml", "full.yaml") for w in RUN], late, report, publishes=True),
    Scene("run, tables", RUN_TABLES, late_tables, report, publishes=True),
    Scene("run, standard input", [*RUN, "--input", "exports/*.csv", "--input", "-"], piped_register, report,
          stdin="late.csv", publishes=True),
    Scene("run, a register", RUN_REGISTER, late_register, report, publishes=True),
    Scene("publish", PUBLISH, restated, vintages),
    Scene("publish --import", ["publish", "aid.yaml", "--import", "printed.csv", *QUIET], reported, vintages),
    Scene("register init", ["register", "init", "register.yaml", *QUIET], bare, register_made, refused_again=(65, 73)),
    Scene("register forget", ["register", "forget", "register.yaml", "--before", "2022Q1", "--yes", *QUIET],
          with_register, register_list),
    Scene("check --html", ["check", "draft.md", "--no-facts", "--html", "page.html", *QUIET], page,
          lambda place: file(place, "page.html")),
    Scene("init", ["init", "exports/2021Q4.csv", "exports/2022Q4.csv", *QUIET], bare,
          lambda place: file(place, "made.yaml"), stdout="made.yaml", whole=False),
]
