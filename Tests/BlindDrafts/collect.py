"""Takes the exact figures of the sample out of its reports, one of each quarter, into truth.json.

    python3 collect.py REPORTS/second-reimbursement

The reports are those of `aidstats run`, one a quarter. Only integers of report.json are taken (people,
person-times, fen); everything else is computed from them by oracle.py with exact fractions.
"""
import json
import pathlib
import sys

MEASURES = {"recipients": "R", "personTimes": "T", "amountMinor": "M"}


def short(figures):
    return {short: (figures or {}).get(long) for long, short in MEASURES.items()}


def main():
    folder = pathlib.Path(sys.argv[1])
    truth = {"quarters": []}
    for path in sorted(folder.glob("*/report.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        entry = {"quarter": report["quarter"], "all": short(report["figures"]),
                 "ytd": short(report["yearToDate"]["figures"]), "groups": {}, "ytdGroups": {}}
        for breakdown in report["breakdowns"]:
            for group in breakdown["groups"]:
                key = breakdown["field"] + "=" + group["group"]
                entry["groups"][key] = short(group["figures"])
                entry["ytdGroups"][key] = short((group.get("yearToDate") or {}).get("figures"))
        truth["quarters"].append(entry)
    out = pathlib.Path(__file__).with_name("truth.json")
    out.write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(len(truth["quarters"]), "quarters")


main()
