"""Claims joined with memberships as of their days, beside DuckDB's ASOF JOIN on the same files.

    python3 Tests/Benchmarks/membership.py .build/release/aidstats [--members 4250000] [--claims 10000000] [--folder F]

The generator is this file alone. A third and more of the members have moved once, some with a gap; of fifty claims one
is of somebody who is no member. Results are equal first: people, person-times and money by union and by district, of
one quarter and of all.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from measure import run, warm
from packages import Environment

UNIONS, DISTRICTS = 400, 16
QUARTER = "2023Q2"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
NONE, UNLISTED = "无会籍", "未列入"


def mixed(number: int) -> int:
    """SplitMix64: from one number another that looks like chance."""
    number = (number + 0x9E3779B97F4A7C15) & (1 << 64) - 1
    number = ((number ^ number >> 30) * 0xBF58476D1CE4E5B9) & (1 << 64) - 1
    number = ((number ^ number >> 27) * 0x94D049BB133111EB) & (1 << 64) - 1
    return number ^ number >> 31


def person(number: int) -> str:
    """A resident ID of nobody: the region 99 does not exist."""
    day, serial = divmod(number, 1000)
    year, day = divmod(day, 336)
    digits = "990101" + f"{1940 + year}{day // 28 + 1:02}{day % 28 + 1:02}{serial:03}"
    return digits + "10X98765432"[sum(int(d) * w for d, w in zip(digits, WEIGHTS)) % 11]


def day(number: int) -> str:
    """Of the years from 2012 to 2023, the first 28 of each month."""
    year, rest = divmod(number, 336)
    return f"{2012 + year}-{rest // 28 + 1:02}-{rest % 28 + 1:02}"


DAYS = 12 * 336


def make(folder: Path, members: int, spells: int, claims: int) -> None:
    done = folder / "made"
    recipe = f"{members} {spells} {claims} 1"
    if done.exists() and done.read_text() == recipe:
        return
    print("Making members, unions and claims ...", flush=True)
    days = [day(number) for number in range(DAYS)]
    people = [person(number) for number in range(members + members // 50)]
    moved = spells - members
    with open(folder / "members.csv", "w") as out:
        out.write("身份证号,工会,入会日期,转出日期,状态\n")
        for number in range(members):
            chance = mixed(number)
            union = chance % UNIONS
            if number * 7 % members < moved:
                # Moves; every fifth does not come to the new union at once.
                last = 1000 + (chance >> 20) % 2500
                first = last + 1 + (100 if chance >> 40 & 7 == 0 else 0)
                out.write(f"{people[number]},U{union:03},2010-01-01,{days[last]},在职\n")
                out.write(f"{people[number]},U{(union + 7) % UNIONS:03},{days[first]},,{'在职' if chance >> 50 & 15 else '失业'}\n")
            else:
                out.write(f"{people[number]},U{union:03},2010-01-01,,在职\n")
    with open(folder / "unions.csv", "w") as out:
        out.write("工会,所属区\n")
        out.writelines(f"U{union:03},区{union % DISTRICTS:02}\n" for union in range(UNIONS - 3))
    with open(folder / "claims.csv", "w") as out:
        out.write("身份证号,打款日期,互助金额\n")
        lines: list[str] = []
        for number in range(claims):
            chance = mixed(number + 1_000_000_007)
            who = people[chance % len(people)]
            lines.append(f"{who},{days[(chance >> 24) % DAYS]},{(chance >> 40) % 5000 + 1}.{chance >> 56 & 63:02}\n")
            if len(lines) == 100_000:
                out.writelines(lines)
                lines.clear()
        out.writelines(lines)
    done.write_text(recipe)


PIPELINE = """\
name: {name}
inputs: [{{ files: [claims.csv] }}]
{tables}fields:
  person: {{ from: [身份证号] }}
  paidOn: {{ from: [打款日期], type: date }}
  amount: {{ from: [互助金额] }}
{fields}quality: {{ minGroup: 0 }}
reports: [json]
"""
TABLES = """\
tables:
  members:
    files: [members.csv]
    key: { field: person, from: [身份证号] }
    from: [入会日期]
    until: [转出日期]
  unions:
    files: [unions.csv]
    key: { field: union, from: [工会] }
"""
FIELDS = """\
  union: { from: { table: members, column: [工会] }, type: category }
  district: { from: { table: unions, column: [所属区] }, type: category }
breakdowns: [union, district]
"""

DUCKDB = """
import json, sys
import duckdb
folder, threads = sys.argv[1], sys.argv[2]
db = duckdb.connect()
db.execute(f"SET threads = {threads}")
db.execute("SET preserve_insertion_order = false")
db.execute("SET enable_progress_bar = false")
# It does not know how many rows a file has, and would compare each claim with each spell.
db.execute("SET asof_loop_join_threshold = 0")
def rows(file, columns):
    return f"read_csv('{folder}/{file}', header = true, delim = ',', auto_detect = false, columns = {columns})"
members = rows("members.csv", "{'person': 'VARCHAR', 'u': 'VARCHAR', 'first': 'DATE', 'last': 'DATE', 'state': 'VARCHAR'}")
claims = rows("claims.csv", "{'person': 'VARCHAR', 'paid_on': 'DATE', 'amount': 'DECIMAL(12, 2)'}")
unions = rows("unions.csv", "{'u': 'VARCHAR', 'd': 'VARCHAR'}")
db.execute(f'''CREATE TEMP TABLE s AS
    SELECT c.person, c.paid_on BETWEEN DATE '2023-04-01' AND DATE '2023-06-30' AS now,
           c.paid_on <= DATE '2023-06-30' AS far, c.amount,
           CASE WHEN m.u IS NOT NULL AND (m.last IS NULL OR c.paid_on <= m.last) THEN m.u ELSE '无会籍' END AS u
    FROM {claims} AS c ASOF LEFT JOIN {members} AS m ON c.person = m.person AND c.paid_on >= m.first''')
db.execute(f'''CREATE TEMP TABLE t AS
    SELECT s.*, CASE WHEN u = '无会籍' THEN u ELSE coalesce(n.d, '未列入') END AS d FROM s LEFT JOIN {unions} AS n USING (u)''')
result = {}
for period, where in (("all", "far"), ("quarter", "now")):
    for u, d, people, times, amount in db.execute(f'''
        SELECT u, d, count(DISTINCT person), count(*), sum(amount) FROM t WHERE {where}
        GROUP BY GROUPING SETS ((u), (d), ())''').fetchall():
        field = "union " + u if u is not None else "district " + d if d is not None else ""
        result[f"{period} {field}"] = [people, times, int(amount * 100)]
json.dump(result, sys.stdout)
"""


def of_report(report: dict) -> dict[str, list[int]]:
    def three(figures: dict) -> list[int]:
        return [figures["recipients"], figures["personTimes"], figures["amountMinor"]]

    result = {"quarter ": three(report["figures"]), "all ": three(report["cumulative"]["figures"])}
    for breakdown in report["breakdowns"]:
        for group in breakdown["groups"]:
            name = f"{breakdown['field']} {group['group']}"
            result[f"all {name}"] = three(group["cumulative"]["figures"])
            if group["figures"]:
                result[f"quarter {name}"] = three(group["figures"])
    return {name: figures for name, figures in result.items() if figures[1]}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("aidstats", type=Path)
    parser.add_argument("--members", type=int, default=4_250_000)
    parser.add_argument("--spells", type=int, default=6_000_000)
    parser.add_argument("--claims", type=int, default=10_000_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--memory", default="512MB")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "aidstats-membership")
    options = parser.parse_args()
    folder = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    make(folder, options.members, options.spells, options.claims)
    (folder / "joined.yaml").write_text(PIPELINE.format(name="joined", tables=TABLES, fields=FIELDS))
    (folder / "plain.yaml").write_text(PIPELINE.format(name="plain", tables="", fields=""))
    environment = Environment(folder / "environment")
    environment.install("duckdb")

    def aidstats(name: str, *more: str) -> list[str]:
        return [
            str(options.aidstats), "run", str(folder / f"{name}.yaml"), "--quarter", QUARTER, "--output",
            str(folder / "reports"), "--jobs", str(options.threads), "--quiet", "--no-digest", *more,
        ]

    commands = {
        "claims alone": aidstats("plain"),
        "joined": aidstats("joined"),
        f"joined, --memory {options.memory}": aidstats("joined", "--memory", options.memory),
        "DuckDB": [str(environment.python), "-c", DUCKDB, str(folder), str(options.threads)],
    }
    best: dict[str, tuple[float, float, int]] = {}
    results: dict[str, dict] = {}
    for file in ("claims.csv", "members.csv"):
        warm(folder / file)
    for _ in range(options.repeat):
        for name, command in commands.items():
            took = run(command, folder / "log")
            if name == "DuckDB":
                results[name] = json.loads(took.output)
            elif name.startswith("joined"):
                report = folder / "reports" / "joined" / QUARTER / "report.json"
                results[name] = of_report(json.loads(report.read_text()))
            figures = (took.wall_seconds, took.cpu_seconds, took.peak_bytes)
            best[name] = min(best.get(name, figures), figures)
    wrong = [name for name in results if results[name] != results["DuckDB"]]
    for name in wrong:
        differing = [key for key in {**results[name], **results["DuckDB"]}
                     if results[name].get(key) != results["DuckDB"].get(key)]
        print(f"{name} differs from DuckDB in {len(differing)} figures, as in {differing[:5]}")
    for name, (wall, cpu, peak) in best.items():
        print(f"{name:28} {wall:7.2f} s {cpu:7.2f} s CPU {peak / 1e6:8.0f} MB")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
