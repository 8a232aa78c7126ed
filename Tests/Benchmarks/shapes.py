"""Times one list of claims in the shapes in which the world sends it, beside the plainest.

    make bench-shapes                        a million claims in each of 13 shapes; a gigabyte of disk
    make bench-shapes BENCH='--records 200000 --rounds 3'

The claims are made here, by nothing that the sample's generator has. In every shape they are the same, but for those
with records that are not paid or cannot be understood; the figures of all others are compared with the plain one's.
What counts is the least processor time of some runs, of two threads, without the SHA-256 of the input; each shape
takes its turn once a round. Ratios are to the plain one.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path
from typing import Callable

sys.dont_write_bytecode = True

from measure import run, warm  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
HEADER = ["赔付编号", "身份证号", "打款日期", "互助金额", "状态", "就诊类型", "所属区"]
CLAIM, PERSON, DAY, AMOUNT, STATUS = range(5)
WEIGHTS = [pow(2, 17 - place, 11) for place in range(17)]
Claim = tuple[str, str, tuple[int, int, int], int, str, str]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", action="append", metavar="SHAPE", help="this shape; may be repeated")
    parser.add_argument("--aidstats", type=Path, default=ROOT / ".build/release/aidstats")
    parser.add_argument("--scratch", type=Path, default=ROOT / ".build/bench/shapes")
    return parser.parse_args()


def claims(count: int) -> list[Claim]:
    draw = random.Random(2012)
    people = []
    for _ in range(max(count * 6 // 10, 1)):
        body = "%06d%04d%02d%02d%03d" % (
            draw.choice([110101, 310104, 320106, 440103]) + draw.randint(0, 20), draw.randint(1955, 2000),
            draw.randint(1, 12), draw.randint(1, 28), draw.randint(0, 999))
        people.append(body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS)) % 11])
    districts = ["明湖区", "石桥区", "青溪区", "西浦区", "中和区", "白塔区"]
    return [("HZ%09d" % (100_000_000 + number), draw.choice(people),
             (draw.choice([2022, 2023]), draw.randint(1, 6), draw.randint(1, 28)), draw.randint(1000, 900_000),
             draw.choice(["门诊", "住院"]), draw.choice(districts)) for number in range(count)]


def plain(claim: Claim) -> list[str]:
    number, person, day, fen, care, district = claim
    return [number, person, "%04d-%02d-%02d" % day, "%d.%02d" % divmod(fen, 100), "已打款", care, district]


def changed(field: int, text: Callable[[int, Claim, str], str]) -> Callable[[int, Claim], list[str]]:
    """A shape in which one field is written otherwise."""
    def fields(number: int, claim: Claim) -> list[str]:
        row = plain(claim)
        row[field] = text(number, claim, row[field])
        return row
    return fields


def guarded(form: str) -> Callable[[int, Claim], list[str]]:
    """Numbers of claims and persons with a spreadsheet's guard round them."""
    def fields(number: int, claim: Claim) -> list[str]:
        row = plain(claim)
        return [form % text for text in row[:2]] + row[2:]
    return fields


def troubled(number: int, claim: Claim) -> list[str]:
    """One record in fifty cannot be understood, for one reason after the other."""
    row = plain(claim)
    if number % 50:
        return row
    kind = number // 50 % 8
    if kind == 7:
        return row + ["x"]
    field, text = [(PERSON, "1.10101E+17"), (DAY, "2023-13-01"), (AMOUNT, "abc"), (STATUS, "未知"), (CLAIM, ""),
                   (PERSON, ""), (PERSON, row[PERSON][:-1] + ("1" if row[PERSON][-1] != "1" else "2"))][kind]
    row[field] = text
    return row


SHAPES: dict[str, tuple[Callable[[int, Claim], list[str]], str]] = {
    "plain": (lambda number, claim: plain(claim), "utf-8"),
    "1.5 % not paid": (changed(STATUS, lambda n, c, text: text if n % 67 else "待审核"), "utf-8"),
    "all quoted": (lambda number, claim: ['"%s"' % text for text in plain(claim)], "utf-8"),
    "2023/4/5": (changed(DAY, lambda n, c, text: "%d/%d/%d" % c[2]), "utf-8"),
    "with a time": (changed(DAY, lambda n, c, text: "%s %02d:%02d:%02d" % (text, n % 24, n % 60, n % 59)), "utf-8"),
    "1,234.50": (changed(AMOUNT, lambda n, c, text: '"%s.%02d"' % (format(c[3] // 100, ","), c[3] % 100)), "utf-8"),
    "guard '": (guarded("'%s"), "utf-8"),
    'guard ="…"': (guarded('="%s"'), "utf-8"),
    'guard "=""…"""': (guarded('"=""%s"""'), "utf-8"),
    "trailing blanks": (lambda number, claim: [text + "  " for text in plain(claim)], "utf-8"),
    "UTF-16": (lambda number, claim: plain(claim), "utf-16"),
    "GB18030": (lambda number, claim: plain(claim), "gb18030"),
    "2 % of trouble": (troubled, "utf-8"),
}
OTHER_FIGURES = {"1.5 % not paid", "2 % of trouble"}


def made(name: str, rows: list[Claim], folder: Path) -> Path:
    """The pipeline file of a shape, beside its export."""
    fields, encoding = SHAPES[name]
    stem = "shape-%d" % list(SHAPES).index(name)
    with open(folder / (stem + ".csv"), "w", encoding=encoding, newline="") as export:
        export.write(",".join(HEADER) + "\r\n")
        for number, claim in enumerate(rows):
            export.write(",".join(fields(number, claim)) + "\r\n")
    text = (ROOT / "Tests/Benchmarks/full.yaml").read_text(encoding="utf-8")
    head, tail = text.split("inputs:\n")
    text = head + 'inputs:\n  - files: ["%s.csv"]\n    format: csv\nfields:\n' % stem + tail.split("fields:\n", 1)[1]
    pipeline = folder / (stem + ".yaml")
    pipeline.write_text(text.replace("minGroup: 0", "minGroup: 0\n  maxRejected: 100%"), encoding="utf-8")
    return pipeline


def main() -> None:
    chosen = options()
    chosen.scratch.mkdir(parents=True, exist_ok=True)
    rows = claims(chosen.records)
    names = [name for name in SHAPES if name == "plain" or not chosen.only or name in chosen.only]
    pipelines = {name: made(name, rows, chosen.scratch) for name in names}
    least: dict[str, float] = {}
    figures = {}
    for _ in range(chosen.rounds):
        for name, pipeline in pipelines.items():
            output = chosen.scratch / "reports"
            warm(pipeline.with_suffix(".csv"))
            done = run([str(chosen.aidstats), "run", str(pipeline), "--no-digest", "--jobs", "2", "--quiet",
                        "--output", str(output)], chosen.scratch / "log", keep=False)
            least[name] = min(least.get(name, done.cpu_seconds), done.cpu_seconds)
            report = next(output.glob("full/*/report.json"))
            figures[name] = json.loads(report.read_text(encoding="utf-8"))["figures"]
    for name in names:
        if name not in OTHER_FIGURES and figures[name] != figures["plain"]:
            sys.exit("%s: its figures are not those of the plain export" % name)
    print("| shape | seconds of processor | times plain |\n| --- | ---: | ---: |")
    for name in names:
        print("| `%s` | %.2f | %.2f |" % (name, least[name], least[name] / least["plain"]))


main()
