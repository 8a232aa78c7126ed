"""The tables to take away: they show what report.json shows, and nothing else. Read with Python's own modules alone."""

import csv
import re
import zipfile
import xml.etree.ElementTree as ElementTree

PERIODS = ["quarter", "yearEarlier", "quarterEarlier", "yearToDate", "yearToDateYearEarlier", "cumulative"]
MEASURES = ["recipients", "personTimes", "amountMinor"]
SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# The columns of a sheet that hold values, by the table's name; all sheets but the first are tables, in this order.
TABLES = {"quarters": 3, "groups": 3, "comparisons": 8, "balance": 2, "vintages": 2}


def read_tables(printed, report, folder):
    """Compares every cell of every table with report.json."""
    rows = {name: rows_of(folder / "tables" / f"{name}.csv") for name in TABLES}
    expected = {
        "quarters": [(line["quarter"], *line_of(line.get("figures"), m)) for line in report["quarters"]
                     for m in MEASURES],
        "groups": [(*scope, period, *line_of(figures, m)) for scope, line in scopes(report)
                   for period, figures in figures_of(line).items() for m in MEASURES],
        "comparisons": [cell for scope, line in scopes(report) for cell in compared(scope, line)],
        "balance": balance(report),
    }
    keys = {"quarters": ["quarter"], "groups": ["breakdown", "group", "period"],
            "comparisons": ["breakdown", "group", "comparison", "statistic"], "balance": ["file", "line", "reason"]}
    for name, lines in expected.items():
        found = [(*(row[key] for key in keys[name]), row["measure"], row["value"]) for row in rows[name]]
        if found != lines:
            printed.leaks.append(f"{name}.csv is not what report.json shows")
    for name in ("groups", "comparisons"):
        if any(row["value"] and row["status"] == "suppressed" for row in rows[name]):
            printed.leaks.append(f"{name}.csv shows what it says is withheld")
    read_vintages(printed, rows["vintages"])
    read_workbook(printed, rows, folder / "tables.xlsx")


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def name_of(measure):
    return "amount" if measure == "amountMinor" else measure


def decimal(measure, value):
    """A figure of report.json as a table prints it; nothing where it is null."""
    if value is None:
        return ""
    if measure != "amountMinor":
        return str(value)
    sign = "-" if value < 0 else ""
    return f"{sign}{abs(value) // 100}.{abs(value) % 100:02d}"


def line_of(figures, measure):
    return name_of(measure), decimal(measure, figures[measure] if figures else None)


def scopes(report):
    """The total and every group, each with what a table calls it; withheld names are none."""
    yield ("", ""), report
    for table in report["breakdowns"]:
        for line in table["groups"]:
            yield (table["field"], "" if line.get("withheldGroups") else line["group"]), line


def figures_of(line):
    year = line["yearToDate"]
    nodes = [line, line["yearEarlier"], line["quarterEarlier"], year, year["yearEarlier"], line["cumulative"]]
    return {period: node.get("figures") for period, node in zip(PERIODS, nodes)}


# What a change comes from, as report.json and the table call it.
FACTORS = {"recipients": "fromRecipients", "personTimesPerRecipient": "fromPersonTimesPerRecipient",
           "amountPerPersonTime": "fromAmountPerPersonTime"}


def compared(scope, line):
    for now, node, name in ((line, line["yearEarlier"], "yearEarlier"), (line, line["quarterEarlier"], "quarterEarlier"),
                            (line["yearToDate"], line["yearToDate"]["yearEarlier"], "yearToDateYearEarlier")):
        for measure in MEASURES:
            percent = node["percent"][measure]
            cells = {"now": line_of(now.get("figures"), measure), "base": line_of(node.get("figures"), measure),
                     "change": line_of(node["change"], measure),
                     "percent": (name_of(measure), "" if percent is None else f"{percent:.2f}")}
            factors = node.get("factors", {}).get(measure, {})
            for factor, statistic in FACTORS.items():
                cells[statistic] = name_of(measure), decimal(measure, factors.get(factor))
            # The report has the year to date under that name.
            added = line.get("contributions", {}).get(name if now is line else "yearToDate", {}).get(measure)
            cells["contribution"] = name_of(measure), "" if added is None else f"{added:.2f}"
            for statistic, cell in cells.items():
                yield (*scope, name, statistic, *cell)


def balance(report):
    lines = []
    for file, node in [("", report["balance"])] + [
            (i["file"], i["balance"]) for i in report["inputs"] if "balance" in i]:
        money = node["amountMinor"]
        pairs = [((line, ""), value, money[line]) for line, value in node.items() if isinstance(value, int)]
        pairs += [(("rejected", reason), value, money["rejectedByReason"][reason])
                  for reason, value in node["rejectedByReason"].items()]
        for key, count, amount in pairs:
            lines.append((file, *key, "records", str(count)))
            lines.append((file, *key, "amount", decimal("amountMinor", amount)))
    return lines


def read_vintages(printed, rows):
    """What was published must have been the total of a report."""
    known = {}
    for totals in printed.totals.values():
        for (_, last), figures in totals.items():
            for measure, value in zip(MEASURES, figures):
                known.setdefault((last, name_of(measure)), set()).add(decimal(measure, value))
    for row in rows:
        last = int(row["quarter"][:4]) * 4 + int(row["quarter"][5]) - 1
        if row["value"] not in known.get((last, row["measure"]), set()):
            printed.leaks.append("vintages.csv prints a total that no report has shown")


def read_workbook(printed, rows, path):
    """Every value of every sheet is that of the table, cell by cell; and no cell is a formula."""
    with zipfile.ZipFile(path) as file:
        for number, (name, width) in enumerate(TABLES.items(), 2):
            sheet = ElementTree.fromstring(file.read(f"xl/worksheets/sheet{number}.xml"))
            if sheet.find(f".//{SHEETS}f") is not None:
                printed.leaks.append("a formula in the workbook")
            lines = []
            for row in sheet.iter(f"{SHEETS}row"):
                lines.append({re.match("[A-Z]+", c.get("r")).group(): c.find(f"{SHEETS}v").text for c in row})
            # The head has every column; the last one is the status, and those before it the values.
            columns = list(lines[0])[-1 - width:-1]
            values = [line.get(column, "") for line in lines[1:] for column in columns]
            if values != [row["value"] for row in rows[name]]:
                printed.leaks.append(f"the workbook's {name} are not those of the table")
