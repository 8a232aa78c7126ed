"""Troubles of files: encodings, labels, missing fields, lines that are no records, files that end too soon.

See record_troubles.py for what such a function does and returns.
"""

from decimal import Decimal
import re

from model import PAID, Doubt, Entry, Meaning, Refusal, last_day
from record_troubles import some
from writing import UNREAD_COLUMNS, header_rows, in_unit


# --- How files are written ------------------------------------------------------------------

def mixed_encoding(export, rng, old):
    """Some lines of a CSV file come from a file in another encoding."""
    places = [file for file in export.files if file.format == "csv" and file.encoding in ("utf-8", "gb18030")]
    if not places:
        return False
    file = rng.choice(places)
    # A record of several lines in another encoding may become several broken ones.
    plain = [e for f, e in export.plain_entries() if f is file and "\n" not in e.note and sum(is_chinese(c) for c in "".join(e.cells.values())) >= 3]
    chosen = some(rng, plain, max(1, len(plain) // 12))
    seemingly_valid = rng.random() < 0.6
    for entry in chosen:
        entry.other_encoding = True
        entry.meaning.reject("malformed-record")
        if seemingly_valid:
            make_valid_in_both(rng, export.programme, file, entry)
    if chosen:
        export.doubts.append(Doubt("mixed-encoding", ("mixed-encoding", "invalid-bytes")))
    return bool(chosen)


def make_valid_in_both(rng, programme, file, entry):
    """Other words, so that no byte gives away which of the two encodings the line is in."""
    if file.encoding == "gb18030":
        cells = {name: paired(text) for name, text in entry.cells.items()}
        if sum(is_chinese(c) for c in "".join(cells.values())) < 3:
            return
        entry.cells = cells
        entry.note, entry.name = paired(entry.note), paired(entry.name)
    else:
        # Of two letters alone nobody can tell what they are.
        words = [name for name in programme.categories if entry.cells.get(name) and name in file.columns]
        words += [column for column in file.columns if column in UNREAD_COLUMNS["note"] + UNREAD_COLUMNS["name"]]
        if len(words) < 2:
            return
        entry.note = entry.name = "".join(rng.sample(valid_as_utf8(), 2))
        for name in programme.categories:
            if entry.cells.get(name):
                entry.cells[name] = "".join(rng.sample(valid_as_utf8(), 2))


def paired(text):
    """A text whose bytes in UTF-8 are valid in GB18030 too: they come in pairs wherever they are not ASCII."""
    text = re.sub("[^\0-\x7f]+", lambda run: run[0] + "区" * (len(run[0].encode("utf-8")) % 2), text.strip())
    try:
        text.encode("utf-8").decode("gb18030")
        return text
    except UnicodeError:
        return "x" + text.encode("utf-8").hex()


def valid_as_utf8():
    """Common characters whose bytes in GB18030 are one character each in UTF-8 as well."""
    common = "一乙丁七中文南京东西北上下左右大小"
    rest = [chr(code) for code in range(0x4E00, 0x9FA6)]
    found = []
    for character in list(common) + rest:
        try:
            if len(character.encode("gb2312").decode("utf-8")) == 1:
                found.append(character)
        except UnicodeError:
            pass
    return found


def is_chinese(character):
    return "\u4e00" <= character <= "\u9fff"


def encoding_label(export, rng, old):
    """An XML file whose label says another encoding than its bytes are in."""
    file = rng.choice([f for f in export.files if f.format == "xml"])
    if sum(is_chinese(c) for entry in file.entries for text in entry.cells.values() for c in text) < 30:
        return False
    file.byte_order_mark = False
    if rng.random() < 0.7:
        file.encoding, file.label = "utf-8", rng.choice(["GBK", "GB2312", "gb18030"])
        if rng.random() < 0.6:
            make_all_paired(export.programme, file)
    else:
        file.encoding, file.label = "gb18030", "UTF-8"
    export.refusals.append(Refusal("encoding-label", "file-refused|encoding|label"))
    return True


def make_all_paired(programme, file):
    """Texts and names that could be GB18030 as well, so that the file does not fall at its first byte."""
    for name, written in file.names.items():
        file.names[name] = "/".join(paired(part) for part in written.split("/"))
        programme.names[name] = sorted({*programme.names[name], file.names[name]})
    for entry in file.entries:
        entry.note = paired(entry.note)
        for name, text in entry.cells.items():
            entry.cells[name] = paired(text)
    if programme.has_status:
        programme.states = {state: sorted({*words, *map(paired, words)}) for state, words in programme.states.items()}


def xml_field_missing(export, rng, old):
    """A field that no record of an XML file has: under another name, or on the parent element."""
    file = rng.choice([f for f in export.files if f.format == "xml"])
    names = [name for name in export.programme.fields
             if name in file.names and name not in export.programme.optional and name != "reverses"]
    name = rng.choice(names)
    if rng.random() < 0.3 and "@" not in file.names[name]:
        file.parent_fields.add(name)
    else:
        file.names[name] = rng.choice(["Other/Thing", "Sonstiges", "@other", "其他"])
    export.refusals.append(Refusal("xml-field-missing", "missing|no record|in none of|not found|lacks?"))
    return True


def xml_field_rare(export, rng, old):
    """A category that hardly any record of an XML file has."""
    places = [f for f in export.files if f.format == "xml" and 101 <= len(f.entries)]
    if not places:
        return False
    file = rng.choice(places)
    name = rng.choice([n for n in export.programme.categories if n in file.names] or [None])
    if name is None:
        return False
    kept = rng.choice(file.entries)
    if not kept.cells[name].strip():
        kept.cells[name] = kept.meaning.groups[name] = "门诊"
    for entry in file.entries:
        if entry is not kept:
            entry.absent.add(name)
            entry.cells[name] = entry.meaning.groups[name] = ""
    export.doubts.append(Doubt("xml-field-rare", ("field-rarely-found",)))
    return True


def spreadsheet_xml(export, rng, old):
    """A spreadsheet saved as XML, given as if its rows were records."""
    file = rng.choice([f for f in export.files if f.format == "xml"])
    file.spreadsheet = True
    export.refusals.append(Refusal("spreadsheet-xml", "[Ss]preadsheet|no element|record|missing"))
    return True


TOTALS = ["合计", "合计：", "小计", "总计", "共计", "累计", "本页合计", "本月合计", "Total", "Subtotal", "Grand total", "TOTAL"]
SIGNATURES = ["制表人：王某", "制表:李某", "复核：", "审核：赵某", "填表人：张某", "打印日期：2021-07-01"]


def totals(export, rng, old):
    """Lines of totals and signatures, which are no records."""
    programme = export.programme
    for file in some(rng, export.files, len(export.files)):
        total = sum(e.meaning.amount or 0 for e in file.entries if e.meaning.plain)
        for _ in range(rng.randrange(1, 4)):
            entry = Entry(Meaning(scaffolding=True))
            word = rng.choice(TOTALS)
            if file.format == "xml":
                key = "claim" if programme.has_claim else "person"
                entry.cells = {key: word, "amount": in_unit(total, file.unit)}
                entry.absent = set(programme.fields) - set(entry.cells)
            else:
                entry.row = totals_row(rng, export, file, word, total)
            add_line(rng, file, entry, at_end=rng.random() < 0.7)
    return True


def totals_row(rng, export, file, word, total):
    programme = export.programme
    if rng.random() < 0.3:
        line = [rng.choice(SIGNATURES)]
        return line if rng.random() < 0.4 else line + [""] * (len(file.columns) - 1)
    row = []
    # The word stands in the first cell, in the claim's or in the person's; some systems fill in the rest.
    keys = [file.columns[0]] + (["claim"] if programme.has_claim else [])
    keys += ["person"] if programme.person_type == "text" else []
    places = {rng.choice(keys)}
    filled = rng.random() < 0.3
    if filled:
        places |= {name for name in ("claim", "person") if name in file.columns}
    for column in file.columns:
        if column in places:
            row.append(word)
        elif column == "amount":
            row.append(in_unit(total, file.unit))
        elif column == programme.date_field and filled:
            row.append(last_day(export.quarter).isoformat())
        elif column == "status" and filled:
            row.append(programme.states[PAID][0])
        else:
            row.append("")
    return row


def add_line(rng, file, entry, at_end=False):
    """Puts a line into a file; never behind a last record that was cut."""
    cut = not file.final_line_end and file.entries and (file.entries[-1].bare or file.entries[-1].cut_quote)
    last = len(file.entries) - (1 if cut else 0)
    file.entries.insert(last if at_end else rng.randrange(last + 1), entry)


def repeated_header(export, rng, old):
    """The header again in the middle of a file, as when several were put together."""
    file = rng.choice([f for f in export.files if f.format == "csv"])
    for _ in range(rng.randrange(1, 4)):
        for row in header_rows(file):
            add_line(rng, file, Entry(Meaning(scaffolding=True), row=row + [""] * file.header_surplus))
    return True


def blank_lines(export, rng, old):
    """Lines of nothing but delimiters and blanks, or of nothing at all."""
    file = rng.choice([f for f in export.files if f.format == "csv"])
    for _ in range(rng.randrange(1, 5)):
        if rng.random() < 0.3:
            entry = Entry(Meaning(scaffolding=True), empty_line=True)
        else:
            entry = Entry(Meaning(scaffolding=True), row=[rng.choice(["", "", " "]) for _ in file.columns], bare=True)
        add_line(rng, file, entry)
    return True


def cut_file(export, rng, old):
    """The file ends in the middle of its last record."""
    programme = export.programme
    places = [f for f in export.files if f.format == "csv" and f.unit == "元" and not f.serials
              and any(e.meaning.plain and not e.forced and not e.other_encoding for e in f.entries)]
    if not places:
        return False
    file = rng.choice(places)
    entry = rng.choice([e for e in file.entries if e.meaning.plain and not e.forced and not e.other_encoding])
    file.entries.remove(entry)
    file.entries.append(entry)
    file.final_line_end = False
    entry.bare = True
    meaning = entry.meaning
    kinds = ["amount", "amount", programme.date_field, "field", "quote"]
    kinds += [name for name in programme.categories if name in file.names and len(meaning.groups[name]) > 1]
    kind = rng.choice(kinds)
    last = kind if kind in file.columns else rng.choice(["amount", programme.date_field])
    file.columns.remove(last)
    file.columns.append(last)
    text = {"amount": in_unit(meaning.amount, "元"), programme.date_field: meaning.day.isoformat()}.get(
        last, meaning.groups.get(last, ""))
    if kind == "field":
        entry.surplus = -1
        meaning.reject("malformed-record")
    elif kind == "quote" and any("\n" in cell for cell in [*entry.cells.values(), entry.note]):
        # The record breaks at its first line end, and so becomes several; what becomes of them is not told here.
        entry.surplus = -1
        meaning.reject("malformed-record")
    elif kind == "quote":
        entry.cut_quote = True
        entry.cells[last] = text[:-1]
        meaning.reject("malformed-record")
    else:
        whole, text = text, text[:rng.randrange(1, max(2, len(text)))] if last == "amount" else text[:-1]
        if last == "amount" and not text.strip("0."):
            # A claim of nothing is another trouble (zero-amounts).
            text = whole
        entry.cells[last] = text
        if last == "amount":
            meaning.amount = int(Decimal(text) * 100) if re.fullmatch(r"\d+(\.\d+)?", text) else None
            if meaning.amount is None:
                meaning.reject("bad-amount")
        elif last == programme.date_field:
            number = int(text[8:])
            if number == 0:
                meaning.reject("bad-date")
            else:
                meaning.day = meaning.day.replace(day=number)
        else:
            meaning.groups[last] = text.strip()
    if not old and rng.random() < 0.3:
        for source in programme.inputs:
            if file.path.startswith(source["files"][0].split("/")[0] + "/"):
                source["requireFinalNewline"] = True
        export.refusals.append(Refusal("cut-file", "requireFinalNewline|line end|newline"))
    elif not meaning.rejected:
        export.doubts.append(Doubt("cut-file", ("no-final-newline",), [entry]))
    return True


def source_of(export, file):
    """The input that names this file alone; None: it names others as well."""
    folder = file.path.split("/")[0] + "/"
    if sum(other.path.startswith(folder) for other in export.files) > 1:
        return None
    return next(source for source in export.programme.inputs if source["files"][0].startswith(folder))


def two_line_header(export, rng, old):
    """A header of two lines, with one cell above several columns."""
    file = rng.choice([f for f in export.files if f.format == "csv"])
    needed = {name for name in export.programme.fields if name not in export.programme.optional}
    count = rng.randrange(2, 4)
    starts = [first for first in range(len(file.columns) - count + 1) if needed & set(file.columns[first:first + count])]
    if not starts:
        return False
    first = rng.choice(starts)
    text = rng.choice(["发放", "赔付", "Payment"])
    file.merged = (first, count, text)
    for name in file.columns[first:first + count]:
        if name in file.names:
            file.names[name] = f"{text} {file.names[name]}"
            export.programme.names[name] = sorted({*export.programme.names[name], file.names[name]})
    source = None if old else source_of(export, file)
    if source is not None and rng.random() < 0.5:
        source["header"] = {"rows": 2}
    return True


TITLES = ["职工互助赔付明细表", "2021年第二季度", "制表单位：测试中心", "导出时间：2021-07-01 09:30", "Claims paid"]


def title_lines(export, rng, old):
    """Lines above the header."""
    file = rng.choice([f for f in export.files if f.format == "csv"])
    source = None if old else source_of(export, file)
    told = source is not None and rng.random() < 0.5
    # Those of a unit stand directly above the header.
    below = sum(entry.above for entry in file.entries)
    above = []
    for _ in range(rng.randrange(1, 4)):
        row = [rng.choice(TITLES)]
        if told and rng.random() < 0.5:
            # As full as a record, so that nobody could know.
            row = [rng.choice(TITLES) for _ in file.columns]
        elif rng.random() < 0.5:
            row += [""] * (len(file.columns) - 1)
        above.append(Entry(Meaning(scaffolding=True), row=row, above=True))
    if not told and rng.random() < 0.3 and file.delimiter in ",;":
        above.insert(0, Entry(Meaning(scaffolding=True), row=[f"sep={file.delimiter}"], bare=True, above=True))
    if told:
        # Blank lines count as lines of the file.
        if rng.random() < 0.3:
            above.append(Entry(Meaning(scaffolding=True), empty_line=True, above=True))
        if rng.random() < 0.7:
            header = source.setdefault("header", {})
            header["row"] = len(above) + below + 1
            # Whoever says where a header begins says how many lines it takes.
            if file.merged:
                header["rows"] = 2
        else:
            source["skip"] = [len(above), *source["skip"]] if "skip" in source else len(above)
    file.entries = above + file.entries
    return True


def unit_lines(export, rng):
    """Writes what `unit_line` of record_troubles.py has a line above the header say."""
    for file in export.files:
        if not file.unit_line:
            continue
        row = [""] * rng.randrange(len(file.columns)) + [file.unit_line]
        if rng.random() < 0.5:
            row += [""] * (len(file.columns) - len(row))
        file.entries.insert(0, Entry(Meaning(scaffolding=True), row=row, above=True))


def skipped_lines(export, rng, old):
    """Lines that look like records and are none, as the pipeline file says."""
    if old:
        return False
    places = [(f, source_of(export, f)) for f in export.files if f.format == "csv"]
    places = [(f, source) for f, source in places if source is not None and "skip" not in source]
    if not places:
        return False
    file, source = rng.choice(places)
    first = file.columns[0]
    entries = [e for f, e in export.plain_entries() if f is file and not e.other_encoding]
    for entry in some(rng, entries, 3):
        word = rng.choice(["作废", "＃", "VOID "])
        if first in file.names:
            entry.cells[first] = word + entry.cells[first].strip().lstrip("='")
            entry.cells[first] = entry.cells[first].replace('"', "")
        elif first in UNREAD_COLUMNS["note"]:
            entry.note = word
        elif first in UNREAD_COLUMNS["name"]:
            entry.name = word
        else:
            continue
        entry.meaning.scaffolding = True
        source["skip"] = ["作废", "＃", "VOID"]
    return "skip" in source


def end_marks(export, rng, old):
    """What ends a file of old systems, or fills it up."""
    file = rng.choice([f for f in export.files if f.format == "csv"])
    if not file.final_line_end or any(e.tail for e in file.entries):
        return False
    tail = rng.choice(["\x1a", "\x1a", "\x1a\x1a", "\0" * rng.randrange(1, 600)])
    file.entries.append(Entry(Meaning(scaffolding=True), tail=tail))
    return True


def inner_marks(export, rng, old):
    """Byte-order marks within a file, as where several were put one behind the other."""
    places = [f for f in export.files if f.format == "csv" and f.encoding != "gb18030"]
    if not places:
        return False
    file = rng.choice(places)
    # What a mark before a broken line makes of it is not told here.
    lines = [e for e in file.entries if not (e.empty_line or e.tail or e.above or e.broken_bytes or e.other_encoding or e.cut_quote)]
    for entry in some(rng, lines, 4):
        entry.mark = True
    return bool(lines)


def surplus_columns(export, rng, old):
    """Delimiters at the end of all records, or of the header, that the other has not."""
    file = rng.choice([f for f in export.files if f.format == "csv"])
    records = [e for e in file.entries if e.row is None and not (e.empty_line or e.tail or e.above)]
    odd = sum(bool(e.surplus or e.cut_quote or e.other_encoding or e.broken_bytes) for e in records[:25])
    if len(records) < 10 or odd > 3:
        return False
    if rng.random() < 0.5:
        file.header_surplus = rng.randrange(1, 4)
        for entry in file.entries:
            # Names of columns that were repeated stand there with their delimiters.
            if entry.row in header_rows(file):
                entry.row = entry.row + [""] * file.header_surplus
    else:
        file.row_surplus = rng.randrange(1, 3)
        for entry in file.entries:
            # Lines of totals are written as records are.
            if entry.row and len(entry.row) == len(file.columns) and entry.row not in header_rows(file):
                entry.row = entry.row + [""] * file.row_surplus
    return True
