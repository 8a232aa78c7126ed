"""Writes a CSV input as a workbook of one sheet: IDs, claim numbers and words as text, the rest as numbers and dates.

Rows go to disk as they come. So each text stands in its cell, as other programs write it; Excel itself would put all
texts into a table and numbers of its rows into the cells, which this does not measure.
"""

import csv
import sys
from datetime import date

from xlsxwriter import Workbook

from figures import COLUMNS

NUMBERS = frozenset(COLUMNS.index(column) for column in ("number", "settled", "amount"))
DATES = frozenset({COLUMNS.index("paid_on")})


def write(source: str, target: str) -> None:
    with open(source, encoding="utf-8", newline="") as file, Workbook(target, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        rows = csv.reader(file)
        sheet.write_row(0, 0, next(rows))
        for row, fields in enumerate(rows, start=1):
            for column, text in enumerate(fields):
                if not text:
                    continue
                if column in DATES:
                    sheet.write_datetime(row, column, date.fromisoformat(text), day)
                elif column in NUMBERS:
                    sheet.write_number(row, column, float(text))
                else:
                    sheet.write_string(row, column, text)


write(*sys.argv[1:])
