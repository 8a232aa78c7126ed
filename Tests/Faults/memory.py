"""What grows with an input must not pass `--memory`: exports of one trouble each, of millions of records.

    python3 memory.py AIDSTATS [--records 3000000] [--memory 256] [--jobs 2] [--only WORDS] [--keep FOLDER]
    python3 memory.py AIDSTATS --parts 2          the same by `part`, `settle`, `count` and `run --from-counts`

Each kind is one export that is nothing but what fills some table of the program: long claim numbers, long names of
persons, long groups, rejects, reversals, lines of totals. The most memory that a run held at once is told beside the bound, and so is
whether the figures are those that the export was made from.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HEADER = "编号,身份证号,打款日期,金额,状态,原编号,地市\n"
PIPELINE = """name: t
inputs:
{inputs}
fields:
{claim}  person:   {{ from: [身份证号], type: {person} }}
  paidOn:   {{ from: [打款日期], type: date }}
  amount:   {{ from: [金额], type: money }}
  status:   {{ from: [状态] }}
{reverses}  city:     {{ from: [地市], type: category }}
count:
  status: {{ paid: [已打款], unpaid: [待审核]{reversed} }}
breakdowns: [city]
quality: {{ minGroup: 0, maxRejected: 100%, maxSameRecords: 100%, maxSharedClaims: 100% }}
reports: [json]
"""
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def resident(number):
    """A sound ID that nobody has: its region belongs to no place."""
    text = f"990114{1950 + number // 336 % 50}{number // 28 % 12 + 1:02d}{number % 28 + 1:02d}{number // 16800 % 999 + 1:03d}"
    return text + "10X98765432"[sum(int(a) * b for a, b in zip(text, WEIGHTS)) % 11]


PEOPLE = [resident(i) for i in range(200_000)]


def day(i):
    return f"2023-0{4 + i // 7 % 3}-{1 + i % 30:02d}"


# ---- Kinds ------------------------------------------------------------------------------------------------------

class Kind:
    """An export: what makes line `i`; and people, person-times and money in so many, or the word it is refused with."""

    def __init__(self, name, line, truth=None, *, refusal=None, in_parts=None, person="resident-id", claim=True, files=1):
        self.name, self.line, self.truth, self.refusal, self.in_parts = name, line, truth, refusal, in_parts
        self.person, self.claim, self.files = person, claim, files


def cents(i):
    # So that no two files of as many records are of as much money.
    return (i + i // 601) % 100


def paid(claim, person, i, city="上海"):
    return f"{claim},{person},{day(i)},1.{cents(i):02d},已打款,,{city}\n"


def money(count):
    """Of the records from 0 on, in fen."""
    return sum(100 + cents(i) for i in range(count))


def every(count):
    return count, min(count, len(PEOPLE)), money(count)


def reversal(i):
    # A claim, and a reversal of a part of it.
    if i % 2:
        return f"R{i},{PEOPLE[i // 2 % len(PEOPLE)]},2023-06-30,0.01,冲正,HZ{i - 1},上海\n"
    return f"HZ{i},{PEOPLE[i // 2 % len(PEOPLE)]},2023-05-01,1.00,已打款,,上海\n"


ONE_CLAIM = "too-many-records-of-a-claim"
KINDS = [
    Kind("plain", lambda i: paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i), every),
    Kind("long claim numbers", lambda i: paid(f"赔付二〇二三第{i:012d}号", PEOPLE[i % len(PEOPLE)], i), every),
    Kind("long persons", lambda i: paid(f"HZ{i}", f"护照与姓名{i:010d}号", i), lambda n: (n, n, money(n)), person="text"),
    Kind("long both", lambda i: paid(f"赔付二〇二三第{i:012d}号", f"护照与姓名{i:010d}号", i),
         lambda n: (n, n, money(n)), person="text"),
    Kind("very long claim numbers", lambda i: paid(f"{i:012d}" + "赔" * 80, PEOPLE[i % len(PEOPLE)], i), every),
    Kind("reversals", reversal, lambda n: (n // 2, min(n // 2, len(PEOPLE)), n // 2 * 99)),
    Kind("reversals of nothing", lambda i: f"R{i},{PEOPLE[i % len(PEOPLE)]},2023-06-30,0.01,冲正,没有这个编号{i:09d},上海\n"
         if i else paid("HZ1", PEOPLE[0], 0), lambda n: (1, 1, 100)),
    Kind("reversals of one claim", lambda i: f"R{i},{PEOPLE[0]},2023-06-30,0.01,冲正,HZ1,上海\n"
         if i else f"HZ1,{PEOPLE[0]},2023-05-01,900000.00,已打款,,上海\n", refusal=ONE_CLAIM),
    Kind("wrong number of fields", lambda i: f"HZ{i},a,b\n" if i % 20 else paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i)),
    Kind("rejects among claims", lambda i: f"HZ{i},a,b\n" if i % 2 else paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i)),
    Kind("broken quotes", lambda i: f'HZ{i},"{PEOPLE[i % len(PEOPLE)]}"x,{day(i)},1.00,已打款,,上海\n'
         if i % 20 else paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i)),
    Kind("invalid bytes", lambda i: paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i, "上\udcff海" if i % 20 else "上海")),
    Kind("bad days", lambda i: f"HZ{i},{PEOPLE[i % len(PEOPLE)]},某年某月某日第{i},1.00,已打款,,上海\n"
         if i % 20 else paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i)),
    Kind("unknown states", lambda i: f"HZ{i},{PEOPLE[i % len(PEOPLE)]},{day(i)},1.00,状态第{i:020d}种,,上海\n"
         if i % 20 else paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i)),
    Kind("bad persons", lambda i: paid(f"HZ{i}", f"{99011419900101000 + i % 999}9" if i % 20 else PEOPLE[i % len(PEOPLE)], i)),
    Kind("totals", lambda i: f"合计,,,{i}.00,,,\n" if i % 3 else paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i)),
    Kind("pages", lambda i: (f"第{i}页,,,,,,\n" if i % 3 == 1 else "打印时间：2023,,,,,,\n") if i % 3
         else paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i)),
    Kind("headers again", lambda i: HEADER if i % 3 else paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i)),
    Kind("invisible characters", lambda i: paid(f"\u200bHZ\u200d{i}", f"\u2060{PEOPLE[i % len(PEOPLE)]}", i, "上\u200b海"), every),
    Kind("one claim", lambda i: paid("HZ1", PEOPLE[0], i), refusal=ONE_CLAIM),
    Kind("one claim again and again", lambda i: paid("HZ1", PEOPLE[0], 0), refusal=ONE_CLAIM),
    Kind("one person", lambda i: paid(f"HZ{i}", PEOPLE[0], i), lambda n: (n, 1, money(n))),
    Kind("two of each", lambda i: paid(f"HZ{i // 2}", PEOPLE[i // 2 % len(PEOPLE)], i // 2),
         lambda n: (n // 2, min(n // 2, len(PEOPLE)), money(n // 2))),
    Kind("no claim numbers", lambda i: paid("", PEOPLE[i % len(PEOPLE)], i), every, claim=False, files=2),
    # But for the first, without which the two files would be one.
    Kind("same records", lambda i: paid("", PEOPLE[i == 0], 0), lambda n: (n, 2, n * 100), claim=False, files=2),
    Kind("one group", lambda i: paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i, "上海" if i % 20 else f"第{i % 400}市"), every),
    Kind("groups of long texts", lambda i: paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i, f"地市第{i:08d}个" + "市" * 3000
         if i % 100 == 0 else "上海"), refusal="groups-too-long"),
    Kind("groups", lambda i: paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i, f"地市第{i % 500:08d}个"), every),
    Kind("many files", lambda i: paid(f"HZ{i}", PEOPLE[i % len(PEOPLE)], i), every, files=5000),
]


# ---- Exports ----------------------------------------------------------------------------------------------------

def make(kind, count, folder):
    per = (count + kind.files - 1) // kind.files
    os.makedirs(os.path.join(folder, "in"))
    for number in range(kind.files):
        with open(os.path.join(folder, "in", f"{number:05d}.csv"), "w", errors="surrogateescape") as file:
            file.write(HEADER)
            for start in range(number * per, min((number + 1) * per, count), 10_000):
                file.write("".join(map(kind.line, range(start, min(start + 10_000, (number + 1) * per, count)))))
    with open(os.path.join(folder, "t.yaml"), "w") as file:
        file.write(PIPELINE.format(
            inputs='  - files: ["in/*.csv"]', person=kind.person,
            claim="  claim:    { from: [编号] }\n" if kind.claim else "",
            reverses="  reverses: { from: [原编号], optional: true }\n" if kind.claim else "",
            reversed=", reversed: [冲正]" if kind.claim else ""))


def steps_of(parts):
    """The commands of a run: one, or those of a run in so many pieces and parts."""
    if not parts:
        return [["run", "t.yaml", "--quarter", "2023Q2", "--no-digest"]]
    numbers = [f"{k}/{parts}" for k in range(1, parts + 1)]
    return [*(["part", "t.yaml", "work", "--piece", k, "--parts", str(parts), "--divide-from", "1MB"] for k in numbers),
            *(["settle", "t.yaml", "work", "--part", k] for k in numbers),
            *(["count", "t.yaml", "work", "--part", k, "--quarter", "2023Q2"] for k in numbers),
            ["run", "t.yaml", "--quarter", "2023Q2", "--from-counts", "work"]]


def run(binary, kind, folder, memory, jobs, parts):
    """Exit code, the most that was resident at once in MB, seconds, what it said, and the step that took most."""
    shutil.rmtree(os.path.join(folder, "work"), ignore_errors=True)
    ended, most, seconds, said, step = 0, 0, 0, "", ""
    for words in steps_of(parts):
        ended, resident, took, said = do(binary, folder, [*words, "--memory", f"{memory}MB", "--jobs", str(jobs), "--quiet"])
        most, step = max((most, step), (resident, words[0]))
        seconds += took
        if ended != 0:
            break
    return ended, most, seconds, said, step


def do(binary, folder, words):
    began = time.time()
    with open(os.path.join(folder, "err"), "wb") as errors:
        process = subprocess.Popen(
            [binary, *words],
            cwd=folder, stdout=subprocess.DEVNULL, stderr=errors, env={**os.environ, "TMPDIR": folder})
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    with open(os.path.join(folder, "err"), errors="replace") as errors:
        return process.returncode, usage.ru_maxrss / 1024, time.time() - began, errors.read()


def figures(folder):
    try:
        with open(os.path.join(folder, "reports/t/2023Q2/report.json")) as file:
            found = json.load(file)["figures"]
    except OSError:
        return None
    return found["personTimes"], found["recipients"], found["amountMinor"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--records", type=int, default=3_000_000)
    parser.add_argument("--memory", type=int, default=256)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--parts", type=int, default=0, help="do it in so many pieces and parts; 0: by one process")
    parser.add_argument("--only", nargs="*", default=[], help="parts of names")
    parser.add_argument("--keep", help="folder for the exports; those that are there are read again")
    options = parser.parse_args()
    binary, faults = os.path.abspath(options.binary), 0
    print(f"{'export':28} {'MB':>6} {'seconds':>8}  of {options.memory} MB, {options.records:,} records")
    for kind in KINDS:
        if options.only and not any(word in kind.name for word in options.only):
            continue
        home = options.keep or tempfile.mkdtemp(prefix="memory-", dir="/var/tmp")
        folder = os.path.join(home, f"{kind.name.replace(' ', '-')}-{options.records}")
        if not os.path.exists(folder):
            make(kind, options.records, folder)
        shutil.rmtree(os.path.join(folder, "reports"), ignore_errors=True)
        code, most, seconds, said, step = run(binary, kind, folder, options.memory, options.jobs, options.parts)
        wrong = []
        refusal = options.parts and kind.in_parts or kind.refusal
        if most > options.memory:
            wrong.append("past the bound")
        if refusal:
            if code != 65 or refusal not in said:
                wrong.append(f"exit {code}, and it should be refused ({refusal}): {said.strip()[:200]}")
        elif code != 0:
            wrong.append(f"exit {code}: {said.strip()[:200]}")
        elif kind.truth and figures(folder) != kind.truth(options.records):
            wrong.append(f"{figures(folder)}, and it should be {kind.truth(options.records)}")
        faults += bool(wrong)
        print(f"{kind.name:28} {most:6.0f} {seconds:8.1f}  {step if options.parts else ''} {'; '.join(wrong) or 'ok'}",
              flush=True)
        if not options.keep:
            shutil.rmtree(home)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
