"""What is told in words and pictures: charts, tables of a terminal, and the answers of `check` to guesses."""

import json
import re
import sqlite3
import zipfile
from contextlib import closing

from programme import quarter_name
from truth import Truth

# For those who run the program.
PRIVATE = ["rejects.csv", "manifest.json"]
DIGIT = re.compile(r"\d")
# As `check` reads them; the year to date where the programme has all of the year.
PERIODS = {
    "quarter": "{year}年第{number}季度，",
    "yearToDate": "{year}年前{number}个季度，",
    "cumulative": "截至{year}年{month}月底，累计",
}
GUESS = "{period}{group}受助{people}人、{times}人次，发放互助金{money}元。"


def read_charts(programme, printed, step, quarter, folder):
    """A group's line and bar tell nothing of a figure that is hidden; nor does the order of those that have none."""
    hidden = printed.hidden[step]
    tables = json.loads((folder / "report.json").read_text())["breakdowns"]
    places = [place for place, b in enumerate(programme.breakdowns) if not isinstance(b, list)]
    for file in folder.glob("groups-*.svg"):
        place = int(file.name.split("-")[1]) - 1
        if place not in places:
            printed.leaks.append(f"chart {file.name} of a table of two fields")
            continue
        text = file.read_text()
        names = [line["group"] for line in tables[place]["groups"]]
        bars = {g.split("：", 1)[0]: g for g in re.findall(r"<g><title>(.*?)</g>", text)}
        without = []
        for line in re.search(r"<desc[^>]*>(.*?)</desc>", text).group(1).split("；"):
            name, told = line.split("：", 1)
            if name.startswith("其余"):
                rest = tables[place]["rest"]
                now, *base = told.split("，")
                for line, part in ((rest, now), (rest["yearEarlier"], "".join(base))):
                    if not line["figures"] and DIGIT.search(part):
                        printed.leaks.append(f"chart {file.name} tells a rest that is hidden")
            now = (place, name, quarter, quarter) in hidden
            base = (place, name, quarter - 4, quarter - 4) in hidden
            parts = told.split("，")
            if now:
                without.append(name)
            if now and DIGIT.search(parts[0]) or base and any(DIGIT.search(p) for p in parts if p.startswith("上年")):
                printed.leaks.append(f"chart {file.name} tells a hidden figure")
            if (now or base) and "%" in told:
                printed.leaks.append(f"chart {file.name} tells the change of a hidden figure")
            if now and "<rect" in bars.get(name, ""):
                printed.leaks.append(f"chart {file.name} draws a hidden figure")
        if without != [name for name in names if name in without]:
            printed.leaks.append(f"chart {file.name} sorts hidden groups")


def withheld_names(programme, printed):
    """The names of groups that are nowhere large, in any report so far."""
    for place, breakdown in enumerate(programme.breakdowns):
        if isinstance(breakdown, list) or breakdown in ("month", "mon"):
            continue
        ever = {key[1] for shown in printed.shown.values() for key, value in shown.items()
                if key[0] == place and value[1]}
        ever |= {key[1] for hidden in printed.hidden.values() for key, why in hidden.items()
                 if key[0] == place and why != "withheld"}
        pairs = {name for hidden in printed.hidden.values() for key in hidden if isinstance(key[1], tuple)
                 and hidden[key] != "withheld" for name in key[1]}
        yield from sorted({c.groups[breakdown] for c in programme.claims} - ever - pairs)


def read_names(programme, printed, folder):
    """The names of groups that are nowhere large are in no file, nor in the ledger."""
    for name in withheld_names(programme, printed):
        for file in [*folder.rglob("*"), *folder.parent.glob("ledger*")]:
            if file.is_file() and file.name not in PRIVATE and any(name.encode() in text for text in contents(file)):
                printed.leaks.append(f"name of a withheld group in {file.suffix}")


def read_files(printed, folder):
    """How much each of several files holds is told in the manifest alone, which others cannot read."""
    for name in PRIVATE:
        if (folder / name).stat().st_mode & 0o077:
            printed.leaks.append(f"others can read {name}")
    inputs = json.loads((folder / "report.json").read_text())["inputs"]
    if len(json.loads((folder / "manifest.json").read_text())["inputs"]) < 2:
        return
    if any("balance" in node or "bytes" in node for node in inputs):
        printed.leaks.append("report.json tells how much a file holds")
    with closing(sqlite3.connect(f"file:{folder.parent}/ledger.sqlite?mode=ro", uri=True)) as ledger:
        # One file is all there is, and its figures are the totals.
        told = "SELECT sum(byteCount + recordCount) FROM runInput GROUP BY run HAVING count(*) > 1"
        if any(size for size, in ledger.execute(told)):
            printed.leaks.append("the ledger tells how much a file holds")
    sizes = [node.get("balance") for node in json.loads((folder / "manifest.json").read_text())["inputs"]]
    if not any(size and size["records"] for size in sizes):
        printed.leaks.append("the manifest lacks the balance of files")


def contents(file):
    """The bytes of a file; of a workbook those of its parts."""
    if file.suffix != ".xlsx":
        return [file.read_bytes()]
    with zipfile.ZipFile(file) as parts:
        return [parts.read(part) for part in parts.namelist()]


def read_texts(programme, printed, published, call):
    """Nor are they in what a terminal shows."""
    names = list(withheld_names(programme, printed))
    if any(name in text for name in names for text in printed.messages):
        printed.leaks.append("a message names a withheld group")
    if not names or not published:
        return
    quarters = [quarter_name(q) for q in sorted(published)]
    year = f"{quarters[0]}..{quarters[-1]}"
    commands = [["history", "p.yaml"], ["history", "p.yaml", "--format", "csv"], ["facts", "p.yaml"],
                ["facts", "p.yaml", "--all-groups"], ["compare", quarters[0], quarters[-1], "p.yaml", "--all-groups"],
                ["facts", "p.yaml", "--format", "markdown"], ["explain", "p.yaml", "--measure", "amount"], ["compare", year, quarters[-1], "p.yaml"],
                ["compare", quarters[0], quarters[-1], "p.yaml"],
                ["compare", quarters[0], quarters[-1], "p.yaml", "--format", "csv"]]
    for words in commands:
        text = call(*words, may_fail=True)
        for name in names:
            if name in text:
                printed.leaks.append(f"{words[0]} names a withheld group")


def ask(programme, printed, step, quarter, folder, call, most=6):
    """Whoever writes down guesses of a hidden figure gets the same answer to the right one and to wrong ones."""
    truth = Truth(programme)
    first = programme.first
    number = quarter % 4 + 1
    spans = {"quarter": (quarter, quarter), "yearToDate": (max(quarter - quarter % 4, first), quarter),
             "cumulative": (first, quarter)}
    fields = [p for p, b in enumerate(programme.breakdowns) if not isinstance(b, list)]
    asked = []
    for key, why in sorted(printed.hidden[step].items(), key=str):
        for period, span in spans.items():
            if key[0] in fields and key[2:] == span and truth.cell(step, key)[1]:
                asked.append((key, period))
    draft = folder / "guess.md"
    # A few of each report: spread over all of them.
    for key, period in asked[::max(1, len(asked) // most)][:most]:
        people, times, money = truth.cell(step, key)
        words = PERIODS[period].format(year=quarter // 4, number="一二三四"[number - 1] if period == "quarter" else number,
                                       month=number * 3)
        answers = []
        for more in (0, 1, 2):
            amount = money + 11 * more
            draft.write_text(GUESS.format(
                period=words, group=key[1], people=people + more, times=times + more,
                money=f"{amount // 100}.{amount % 100:02d}") + "\n")
            text = call("check", str(draft), "--pipeline", "p.yaml", "--quarter", quarter_name(quarter),
                        "--format", "json", may_fail=True, codes=(0, 65))
            answers.append(json.loads(text)["figures"] if text else None)
        draft.unlink()
        if None in answers or not any(answers):
            printed.leaks.append("check does not answer")
            continue
        of_group = f"{programme.breakdowns[key[0]]}={key[1]}"
        if any(of_group in fact and "@" not in fact for figures in answers for figure in figures for fact in figure["facts"]):
            printed.leaks.append("check knows a hidden figure")
        # What is held against a total tells nothing but that, of which all is told.
        verdicts = [[figure["verdict"] for figure in guesses] for guesses in zip(*answers) if not guesses[0]["facts"]]
        if len({len(figures) for figures in answers}) > 1 or any(right not in wrong for right, *wrong in verdicts):
            printed.leaks.append(f"check answers a right guess otherwise ({period})")
