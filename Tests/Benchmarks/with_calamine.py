"""calamine from Python: what a program for workbooks would do. One thread: there is no more to be had.

Amounts come as Float64 and are rounded to whole fen one by one, which is exact; they are summed as integers. The whole
sheet as a list of rows, in place of one row after the other, was no faster.
"""

from collections import defaultdict

from python_calamine import CalamineWorkbook

from figures import COLUMNS, Figures, main, name

PERSON, AMOUNT, PAID_ON = (COLUMNS.index(column) for column in ("person", "amount", "paid_on"))


def plain(file: str, threads: int) -> Figures:
    people: dict[int, set[str]] = defaultdict(set)
    totals: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).iter_rows()
    next(rows)
    for row in rows:
        day = row[PAID_ON]
        quarter = (day.year - 2012) * 4 + (day.month - 1) // 3
        people[quarter].add(row[PERSON])
        total = totals[quarter]
        total[0] += 1
        total[1] += round(row[AMOUNT] * 100)
    counted = {name(quarter): [len(people[quarter]), *total] for quarter, total in totals.items()}
    counted["cumulative"] = [
        len(set().union(*people.values())),
        sum(total[0] for total in totals.values()),
        sum(total[1] for total in totals.values()),
    ]
    return counted


main("python_calamine", {"plain": plain})
