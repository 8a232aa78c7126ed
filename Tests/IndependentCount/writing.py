"""Meanings to cells, cells to bytes: the many ways in which one thing is written."""

from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from model import PAID, REVERSED

# Fen in one of each unit.
UNITS = {"分": 1, "角": 10, "元": 100, "百元": 10_000, "千元": 100_000, "万元": 1_000_000}

UNREAD_COLUMNS = {"name": ["姓名", "Name"], "note": ["备注", "Remarks"], "number": ["序号", "No"]}


# --- Cells ----------------------------------------------------------------------------------

def spell_entry(rng, programme, file, entry):
    """Writes every field of an entry in one of the ways that mean the same."""
    meaning = entry.meaning
    for name in programme.fields:
        if name in entry.forced:
            entry.cells[name] = entry.forced[name]
        elif name == "claim":
            entry.cells[name] = guarded(rng, meaning.claim)
        elif name == "person":
            entry.cells[name] = spell_person(rng, programme, meaning.person or "")
        elif name == programme.date_field:
            entry.cells[name] = spell_day(rng, meaning.day)
        elif name == "basis" and meaning.basis is None:
            entry.cells[name] = rng.choice(["", "", "-", "无", "abc", "-5.00", "1.23456789"])
        elif name == "basis":
            unit = file.unit if file.unit_line and not programme.unit else "元"
            entry.cells[name] = spell_money(rng, meaning.basis, "", unit)
        elif name == "treatedOn" and meaning.treated is None:
            entry.cells[name] = rng.choice(["", "", "", " ", "-", "无", "昨天", "2021-02-30"])
        elif name == "treatedOn":
            entry.cells[name] = spell_day(rng, meaning.treated)
        elif name == "amount":
            entry.cells[name] = spell_amount(rng, meaning, file.unit)
        elif name == "status":
            entry.cells[name] = padded(rng, rng.choice(programme.states[meaning.state]))
        elif name == "reverses":
            entry.cells[name] = guarded(rng, meaning.reverses) if meaning.reverses else ""
        else:
            entry.cells[name] = padded(rng, widened(rng, meaning.groups[name]))
    entry.note = spell_note(rng)
    entry.name = rng.choice(["王小明", "李雷", "Ann", "张三"])


def padded(rng, text):
    """Sometimes with white space around it, which means nothing."""
    if rng.random() < 0.9:
        return text
    return rng.choice(["", " ", "\u3000"]) + text + rng.choice([" ", "\u3000", "\u00a0"])


def widened(rng, text):
    """Sometimes with full-width letters and digits, which mean the same."""
    if rng.random() < 0.9:
        return text
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


def guarded(rng, text):
    """Sometimes with what keeps a spreadsheet from taking a number for one."""
    dice = rng.random()
    if dice < 0.05:
        return "'" + text
    if dice < 0.1:
        return f'="{text}"'
    return padded(rng, widened(rng, text))


def spell_person(rng, programme, person):
    if programme.person_type == "text" or not person[:6].isdigit():
        spelled = person
        if programme.person_type == "resident-id" and rng.random() < 0.3:
            spelled = person.lower()
        return padded(rng, spelled)
    if person[6:8] == "19" and rng.random() < 0.1:
        return guarded(rng, person[:6] + person[8:17])
    if person.endswith("X") and rng.random() < 0.5:
        return guarded(rng, person[:17] + "x")
    return guarded(rng, person)


def spell_day(rng, day):
    if day is None:
        return ""
    dice = rng.randrange(9)
    year, month, number = f"{day.year:04d}", day.month, day.day
    if dice == 0 and day.year > 999:
        return f"{year}/{month}/{number}"
    if dice == 1 and day.year > 999:
        return f"{year}.{month}.{number}"
    if dice == 2:
        return f"{year}{month:02d}{number:02d}"
    if dice == 3 and day.year > 999:
        return f"{year}年{month}月{number}日"
    if dice == 4:
        return f"{year}-{month:02d}-{number:02d} {rng.randrange(24):02d}:{rng.randrange(60):02d}"
    if dice == 5:
        return f"{year}-{month:02d}-{number:02d}T{rng.randrange(24):02d}:{rng.randrange(60):02d}:00"
    return padded(rng, widened(rng, f"{year}-{month:02d}-{number:02d}"))


def in_unit(fen, unit):
    """An amount in a unit, exactly, as plain decimals."""
    text = format(Decimal(fen) / UNITS[unit], "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def spell_amount(rng, meaning, unit):
    if meaning.amount is None:
        return ""
    sign = "-" if meaning.state == REVERSED and rng.random() < 0.5 else ""
    return spell_money(rng, meaning.amount, sign, unit)


def spell_money(rng, fen, sign, unit):
    if unit != "元":
        return sign + in_unit(fen, unit)
    text = f"{fen // 100}.{fen % 100:02d}"
    dice = rng.randrange(12)
    if dice == 0:
        return sign + in_unit(fen, "元")
    if dice == 1:
        return sign + f"{fen // 100:,}.{fen % 100:02d}"
    if dice == 2 and not sign:
        return rng.choice("¥￥") + text
    if dice == 3:
        return sign + text + "元"
    if dice == 4:
        return sign + text + "00"
    return padded(rng, widened(rng, sign + text))


def spell_note(rng):
    return rng.choice(["", "", "", "好", "见附件", 'said "yes"', "a,b;c|d\te", "两行\n一格", "O'Neil"])


# --- CSV ------------------------------------------------------------------------------------

def csv_bytes(rng, file):
    """The file as it lies on disk."""
    lines = [(entry_line(rng, file, entry), entry) for entry in file.entries if entry.above]
    surplus = [""] * file.header_surplus
    lines += [(csv_line(rng, file, row + surplus), None) for row in header_rows(file)]
    for entry in file.entries:
        if not entry.above:
            lines.append((entry_line(rng, file, entry), entry))
    pieces = []
    for index, (text, entry) in enumerate(lines):
        end = file.line_end if index + 1 < len(lines) or file.final_line_end else ""
        encoding = file.encoding
        if entry and entry.other_encoding:
            encoding = "utf-8" if file.encoding == "gb18030" else "gb18030"
        if entry and entry.tail:
            end = ""
        piece = (("\ufeff" if entry and entry.mark else "") + text + end).encode(encoding)
        if entry and entry.broken_bytes:
            # Behind a quote that opens, or the quote would stand in a field without quotes and break line ends, too.
            opening = 2 if piece.startswith(b'="') else 1 if piece.startswith(b'"') else 0
            piece = piece[:opening] + b"\xff" + piece[opening:]
        pieces.append(piece)
    mark = "\ufeff".encode(file.encoding) if file.byte_order_mark else b""
    return mark + b"".join(pieces)


def header_cells(file):
    return [file.header_texts.get(column) or file.names.get(column, column) for column in file.columns]


def header_rows(file):
    """The lines of the header: one, or two with a cell that spans some columns."""
    names = header_cells(file)
    if not file.merged:
        return [names]
    first, count, text = file.merged
    group = range(first, first + count)
    return [[text if index == first else "" if index in group else name for index, name in enumerate(names)],
            [name.split(" ")[-1] if index in group else "" for index, name in enumerate(names)]]


def entry_line(rng, file, entry):
    if entry.empty_line:
        return ""
    if entry.tail:
        return entry.tail
    if entry.row is not None:
        return csv_line(rng, file, entry.row, bare=entry.bare)
    cells = [cell_of(rng, file, entry, column) for column in file.columns]
    if entry.surplus > 0:
        cells.append("多")
    if entry.surplus < 0:
        cells.pop()
    cells += [""] * file.row_surplus
    if entry.cut_quote:
        return csv_line(rng, file, cells[:-1]) + file.delimiter + '"' + cells[-1].replace('"', "")
    return csv_line(rng, file, cells, bare=entry.bare)


def cell_of(rng, file, entry, column):
    if column in entry.cells:
        return entry.cells[column]
    if column in UNREAD_COLUMNS["note"]:
        return entry.note
    if column in UNREAD_COLUMNS["number"]:
        return str(rng.randrange(1, 9999))
    return entry.name


def csv_line(rng, file, cells, bare=False):
    written = []
    for cell in cells:
        needed = any(c in cell for c in file.delimiter + "\n\r") or cell.startswith('"') \
            or ('"' in cell and not cell.startswith('="'))
        wanted = not bare and (file.quoting == "all" or (file.quoting == "some" and rng.random() < 0.5))
        written.append('"' + cell.replace('"', '""') + '"' if needed or wanted else cell)
    return file.delimiter.join(written)


# --- XML ------------------------------------------------------------------------------------

def xml_bytes(rng, programme, file):
    namespace = f' xmlns="{file.namespace}"' if file.namespace else ""
    lines = []
    # A field that many records have may be left out where it is empty.
    droppable = {name for name in programme.optional | set(programme.categories)
                 if sum(bool(entry.cells.get(name, "").strip()) for entry in file.entries) * 5 > len(file.entries)}
    parent = ""
    for name in sorted(file.parent_fields):
        parent += f"<{last_name(file, name)}>{escape(file.entries[0].cells.get(name, '').strip() or '甲')}</{last_name(file, name)}>"
    lines.append(f"<Claims{namespace}>{parent}")
    if rng.random() < 0.5:
        lines.append("<!-- 导出 <Claim> -->")
    for entry in file.entries:
        lines.append(xml_record(rng, programme, file, entry, droppable))
    lines.append("</Claims>")
    text = "\n".join(lines) + "\n"
    label = file.label
    if file.encoding == "gb18030" and label == "GBK" and not fits(text, "gbk"):
        label = "GB18030"
    text = f'<?xml version="1.0" encoding="{label}"?>\n' + text
    mark = "\ufeff".encode(file.encoding) if file.byte_order_mark else b""
    return mark + text.encode(file.encoding)


def fits(text, encoding):
    try:
        text.encode(encoding)
        return True
    except UnicodeEncodeError:
        return False


def last_name(file, field_name):
    return file.names[field_name].split("/")[-1].lstrip("@")


def xml_record(rng, programme, file, entry, droppable):
    """One <Claim>. Names are `Name`, `Parent/Name`, `@name` or `Parent/@name`."""
    attributes, children, nested, nested_attributes = "", [], {}, {}
    for name in programme.fields:
        path = file.names.get(name)
        if path is None or name in entry.absent or name in file.parent_fields:
            continue
        text = entry.cells.get(name, "")
        if not text and name in droppable and rng.random() < 0.5:
            continue
        parent, _, leaf = path.rpartition("/")
        if leaf.startswith("@"):
            written = f" {leaf[1:]}={quoteattr(text)}"
            if parent:
                nested_attributes[parent] = nested_attributes.get(parent, "") + written
                nested.setdefault(parent, "")
            else:
                attributes += written
        else:
            written = f"<{leaf}>{xml_text(rng, text)}</{leaf}>"
            if parent:
                nested[parent] = nested.get(parent, "") + written
            else:
                children.append(written)
    for parent, inside in nested.items():
        children.append(f"<{parent}{nested_attributes.get(parent, '')}>{inside}</{parent}>")
    children.append(f"<Remarks>{xml_text(rng, entry.note)}</Remarks>")
    rng.shuffle(children)
    space = rng.choice(["", "\n  "])
    return f" <Claim{attributes}>{space}" + space.join(children) + f"{space}</Claim>"


def xml_text(rng, text):
    if text and "]]>" not in text and rng.random() < 0.1:
        return f"<![CDATA[{text}]]>"
    return escape(text)


def spreadsheet_bytes(programme, file):
    """The same records as a spreadsheet saves them when asked for XML."""
    rows = [[file.names[name].split("/")[-1].lstrip("@") for name in programme.fields if name in file.names]]
    for entry in file.entries:
        rows.append([entry.cells.get(name, "") for name in programme.fields if name in file.names])
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<?mso-application progid="Excel.Sheet"?>',
             '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
             'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">',
             ' <Worksheet ss:Name="Sheet1"><Table>']
    for row in rows:
        cells = "".join(f'<Cell><Data ss:Type="String">{escape(cell)}</Data></Cell>' for cell in row)
        lines.append(f"  <Row>{cells}</Row>")
    lines.append(" </Table></Worksheet></Workbook>")
    return ("\n".join(lines) + "\n").encode("utf-8")


def file_bytes(rng, programme, file):
    if file.spreadsheet:
        return spreadsheet_bytes(programme, file)
    return csv_bytes(rng, file) if file.format == "csv" else xml_bytes(rng, programme, file)
