"""fastexcel, which reads workbooks for Polars, and then the query of `with_polars.py`.

Each way was measured several times in turn with others, in CPU seconds, since other work shared the machine. No clear
difference made types that are guessed, and Arrow in place of what both packages exchange.
"""

import fastexcel

from figures import COLUMNS, Figures, main
from with_polars import count_plain

TYPES = {"person": "string", "amount": "float", "paid_on": "date"}


def plain(file: str, threads: int) -> Figures:
    """Reads the three columns that count, of types that need no guessing."""
    types = {COLUMNS.index(column): type_ for column, type_ in TYPES.items()}
    sheet = fastexcel.read_excel(file).load_sheet(0, use_columns=list(types), dtypes=types)
    rows = sheet.to_polars()
    rows.columns = list(TYPES)
    return count_plain(rows.lazy())


main("fastexcel", {"plain": plain})
