"""Attacks what the program prints: finds of every hidden cell the least and the most that it can be.

    python3 attack.py BINARY --seeds 300 --scenario year
    python3 attack.py BINARY --from 17 --seeds 1 --scenario both --show

Needs scipy, whose solver is HiGHS. Nothing here shares code with the program.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from multiprocessing import Pool
from pathlib import Path

from model import Model
from printed import play
from programme import SCENARIOS, make, quarter_name
from truth import Truth

# A hidden amount must be uncertain by so much of itself.
MONEY_SHARE = 0.10
# How many of each scenario `--short` tries.
SHORT_SEEDS = 4


def judge(truth, ends, least):
    """What is wrong with the bounds of a small cell: names of faults."""
    (r_low, r_high), (n_low, n_high), (m_low, m_high) = [(round(a, 3), round(b, 3)) for a, b in ends]
    people, times, money = truth
    faults = set()
    # With a smallest group of two, a small one has one recipient: the label says so.
    if least > 2 and (r_low > 1 or r_high < least - 1):
        faults.add("people")
    if n_high - n_low < least - 2:
        faults.add("person-times")
    if m_high - m_low < MONEY_SHARE * money:
        faults.add("money")
    if r_low == r_high and least > 2 or n_low == n_high or m_high - m_low < 1:
        faults.add("exact")
    elif least > 4 and n_low >= times - 1 and n_high <= times + 1:
        faults.add("within one")
    return faults


def judge_amount(truth, ends, largest, second, percent):
    """The same of a cell that is hidden for the money of one person.

    Whoever has the second most knows that the first has no more than the most that all can have, less their own.
    """
    m_low, m_high = [round(end, 3) for end in ends[2]]
    faults = set()
    if 100 * (m_high - second - largest) < percent * largest:
        faults.add("money")
    if m_high - m_low < 1 and truth[2]:
        faults.add("exact")
    return faults


def groups_of_tables(programme):
    """Tables that are to be solved together."""
    pair = next((b for b in programme.breakdowns if isinstance(b, list)), None)
    linked = [p for p, b in enumerate(programme.breakdowns) if pair and (b is pair or b in pair)]
    if programme.kinds:
        linked = [p for p, b in enumerate(programme.breakdowns) if b in ("care", "kind")]
    return ([linked] if linked else []) + [[p] for p in range(len(programme.breakdowns)) if p not in linked]


def least(programme, truth, printed):
    """How many others must be hidden at least: one in each table and span whose small ones follow by themselves."""
    count = 0
    for step, hidden in printed.hidden.items():
        tables = {}
        for key, why in hidden.items():
            if why != "complement":
                tables.setdefault((key[0], *key[2:]), []).append(truth.cell(step, key)[1])
        for (place, *span), times in tables.items():
            others = any(key[0] == place and list(key[2:]) == span and value[1]
                         for key, value in printed.shown[step].items())
            others = others or any(key[0] == place and list(key[2:]) == span and why == "complement"
                                   for key, why in hidden.items())
            times = [n for n in times if n]
            if times and others and (len(times) == 1 or sum(times) - len(times) < programme.min_group - 2):
                count += 1
    return count


def attack(task):
    binary, seed, scenario, show, keep = task
    programme = make(seed, scenario)
    counts, lines = Counter(programmes=1), []
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(keep) if keep else Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        try:
            printed = play(programme, binary, folder)
        except (RuntimeError, ValueError, KeyError) as error:
            return counts + Counter(failed=1), [f"seed {seed} {scenario}: {type(error).__name__} {error}"]
    truth = Truth(programme)
    counts["cells"] = sum(
        1 for s in printed.shown.values() for v in s.values() if v[1]) + sum(len(h) for h in printed.hidden.values())
    counts["few"] = sum(
        v != "complement" and truth.cell(s, k)[1] > 0 for s, h in printed.hidden.items() for k, v in h.items())
    counts["complement"] = sum(v == "complement" for h in printed.hidden.values() for v in h.values())
    counts["least"] = least(programme, truth, printed)
    for leak in sorted(set(printed.leaks)):
        counts["printed"] += 1
        lines.append(f"seed {seed} {scenario}: {leak}")
    for step, rests in printed.rests.items():
        for (place, groups, *span), state in rests.items():
            counts["rests"] += 1
            if isinstance(state, tuple) and state != truth.rest(step, place, groups, span):
                counts["contradiction"] += 1
                lines.append(f"seed {seed} {scenario}: a rest is not what it is {state} {place} {span}")
    for step, cells in printed.shown.items():
        for key, value in cells.items():
            if programme.p_percent and value[1] and truth.is_dominated(step, key):
                counts["printed"] += 1
                lines.append(f"seed {seed} {scenario}: shown though one person has nearly all {key}")
    for places in groups_of_tables(programme):
        hidden = {}
        for step, cells in printed.hidden.items():
            for key, why in cells.items():
                figures = truth.cell(step, key)
                is_small = why == "small" or why == "withheld" and figures[0] < programme.min_group
                is_dominated = why == "complement" and programme.p_percent and truth.is_dominated(step, key)
                if key[0] in places and figures[1] and (is_small or is_dominated):
                    # As long as nothing changes it is one cell, however often it is printed.
                    span = key[2:]
                    version = tuple(truth.version(step, t) for t in range(span[0], span[1] + 1))
                    hidden.setdefault((key, version), (step, why))
        if not hidden:
            continue
        model = Model(programme, truth, printed, places)
        blank = None
        for (key, _), (step, why) in hidden.items():
            counts["small"] += 1
            known = truth.cell(step, key)
            ends = model.bounds(step, key)
            if ends is None:
                counts["contradiction"] += 1
                lines.append(f"seed {seed} {scenario}: what was printed contradicts itself {key}")
                break
            if any(not low - 0.01 <= value <= high + 0.01 for value, (low, high) in zip(known, ends)):
                counts["contradiction"] += 1
                lines.append(f"seed {seed} {scenario}: the truth is not among what may be {key} {known} {ends}")
                continue
            # Without a name nobody knows whose figures they are.
            def judged(ends):
                if why == "complement":
                    return judge_amount(known, ends, *truth.largest(step, key)[:2], programme.p_percent)
                return judge(known, ends, programme.min_group)

            faults = judged(ends)
            if why == "withheld":
                faults &= {"exact"}
            if not faults:
                continue
            # A group that was large when it was printed first has been seen then.
            if any(printed.shown.get(earlier, {}).get(key, (0, 0))[1] for earlier in range(step)):
                counts["unavoidable"] += 1
                counts["unsaid"] += step not in printed.warned
                continue
            # Would it be so if all groups were hidden that have claims?
            blank = blank or Model(programme, truth, printed, places, everything_hidden=True)
            hopeless = blank.bounds(step, key)
            if hopeless is not None and faults <= judged(hopeless):
                counts["unavoidable"] += 1
                counts["unsaid"] += step not in printed.warned
                continue
            counts["found"] += 1
            counts["said"] += step in printed.warned
            for fault in faults:
                counts[fault] += 1
            span = "..".join(quarter_name(t) for t in key[2:])
            lines.append(
                f"seed {seed} {scenario}: {programme.breakdowns[key[0]]} {key[1]} {span} step {step}"
                f" ({'+'.join(sorted(faults))})" + (f" true {known} may be {ends}" if show else ""))
    return counts, lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--seeds", type=int, default=100)
    parser.add_argument("--from", type=int, default=1, dest="first")
    parser.add_argument("--scenario", choices=SCENARIOS, action="append")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print the bounds that were found")
    parser.add_argument("--keep", help="folder for the files of one seed")
    parser.add_argument("--short", action="store_true", help="a few seeds of each scenario, always the same ones")
    parser.add_argument("--lines", type=int, default=20, help="findings to print of each scenario")
    options = parser.parse_args()
    if options.short:
        options.first, options.seeds, options.jobs = 1, SHORT_SEEDS, 2
    binary = str(Path(options.binary).resolve())
    columns = ["programmes", "cells", "rests", "small", "complement", "found", "said", "exact", "within one", "people", "person-times",
               "money", "printed", "unavoidable", "unsaid", "contradiction", "failed"]
    print("| scenario | " + " | ".join(columns) + " | small | others | at least |")
    print("| --- |" + " ---: |" * (len(columns) + 3))
    found = 0
    with Pool(options.jobs) as pool:
        for scenario in options.scenario or SCENARIOS:
            start, total, lines = time.time(), Counter(), []
            tasks = [(binary, seed, scenario, options.show, options.keep)
                     for seed in range(options.first, options.first + options.seeds)]
            for counts, told in pool.imap(attack, tasks):
                total += counts
                lines += told
            print(f"| {scenario} | " + " | ".join(str(total[c]) for c in columns)
                  + "".join(f" | {100 * total[c] / max(total['cells'], 1):.1f}%" for c in ("few", "complement", "least"))
                  + " |", flush=True)
            for line in lines[:options.lines]:
                print("  " + line, file=sys.stderr)
            found += total["found"] + total["printed"] + total["contradiction"] + total["failed"]
            print(f"  {scenario}: {time.time() - start:.0f} s", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
