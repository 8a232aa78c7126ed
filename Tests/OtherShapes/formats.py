"""The claims of shapes.py in other file formats, written by other programs.

    python3 formats.py FOLDER [SHAPE…]

writes every shape as FOLDER/NAME/…, then reads each file back with another
reader (openpyxl, zipfile, tarfile, json, html.parser, …) and tells if it does
not hold what it should. compare.py counts them as it does those of shapes.py.

The other programs: openpyxl and xlsxwriter (pip install openpyxl xlsxwriter),
LibreOffice (apt-get install --no-install-recommends libreoffice-calc), zstd,
7z, pyarrow, msoffcrypto-tool, and Python's gzip, bz2, lzma, zipfile, tarfile.
Shapes whose program is missing are skipped, and that is said.
"""

import bz2
import collections
import csv
import datetime
import decimal
import gzip
import html
import html.parser
import importlib.util
import io
import json
import lzma
import math
import os
import re
import shutil
import sqlite3
import struct
import subprocess
import sys
import tarfile
import tempfile
import warnings
import xml.etree.ElementTree as ElementTree
import zipfile
import zlib
from xml.sax.saxutils import escape, quoteattr

import shapes
from shapes import EN, ZH, columns, english, half, part, without, words

SHAPES = []


def shape(name, expect="right", files=None, says=(), needs=(), decide=None, why="", check=True, hand=True):
    """Names a function that writes one shape into a folder and returns its files.

    expect: right  right figures, and nobody has edited the pipeline file
            mark   a person must decide; right figures are welcome, too
            refuse this need not be read, but what is said must match `says`;
                   right figures are welcome, too
            never  the file is ruined: whoever counts it, even by chance
                   rightly, is wrong
    says:   patterns that must all be found in what the program printed,
            unless the figures are right
    check:  whether an independent reader can prove the file
    hand:   whether a pipeline file written by hand can name the fields
    """
    def add(write):
        SHAPES.append({"name": name, "files": files or [part(ZH)], "expect": expect, "says": list(says), "needs": list(needs),
                       "decide": decide or {}, "why": why, "check": check, "hand": hand, "write": write})
        return write
    return add


def missing(made):
    """The programs and modules that a shape needs and that are not here."""
    return [need for need in made["needs"] if not (shutil.which(need) or importlib.util.find_spec(need))]


def write_shape(made, records, folder):
    """Writes the files of a shape and returns their paths in the order of counting."""
    os.makedirs(folder, exist_ok=True)
    return [os.path.join(folder, name) for name in made["write"](folder, made["files"], records)]


def put(folder, name, data):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(data)
    return [name]


# Claims as bytes of CSV, and as rows of typed cells


def csv_of(records, spec):
    return spec["mark"] + shapes.write_csv(records, spec).encode(spec["encoding"])


DATES = {"paid": "paid", "applied": "appliedOn", "settledOn": "settledOn", "born": "born"}
MONEY = {"amount": "amount", "total": "total", "settled": "settled"}


def cell(record, key, spec, dates=True, money=True):
    """A value as a spreadsheet holds it: text, number, date, or None."""
    if dates and key in DATES:
        return record[DATES[key]]
    if money and key in MONEY:
        return record[MONEY[key]] / 100
    return shapes.CELLS[key](record, spec) or None


def table(records, spec, header=True, **types):
    rows = [[title for title, _ in spec["cols"]]] if header else []
    for record in records:
        if spec["keep"](record):
            rows.append([cell(record, key, spec, **types) for _, key in spec["cols"]])
    return rows


def place_of(spec, key):
    return [key_ for _, key_ in spec["cols"]].index(key)


# Compressed and packed


def packed(name, pack, encoding="utf-8"):
    """One CSV file, packed by a function of bytes."""
    def write(folder, specs, records):
        return put(folder, name, pack(csv_of(records, dict(specs[0], encoding=encoding))))
    return write


def pieces(data, count=3):
    """Cut in the middle of lines."""
    size = len(data) // count + 7
    return [data[at:at + size] for at in range(0, len(data), size)]


def zstd(data, *options):
    return subprocess.run(["zstd", "-q", "-c", *options], input=data, stdout=subprocess.PIPE, check=True).stdout


def gzip_named(data):
    """A gzip header with a name, a comment, extra bytes and a header checksum."""
    body = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = b"\x1f\x8b\x08\x1e\x00\x00\x00\x00\x00\x03" + struct.pack("<H", 6) + b"AB\x02\x00xy" + "赔付.csv".encode("gb18030") + b"\0note\0"
    head += struct.pack("<H", zlib.crc32(head) & 0xFFFF)
    return head + body.compress(data) + body.flush() + struct.pack("<II", zlib.crc32(data), len(data))


SKIPPABLE = b"\x50\x2a\x4d\x18\x05\x00\x00\x00hello"

shape("gz")(packed("claims.csv.gz", gzip.compress))
shape("gz-many-members")(packed("claims.csv.gz", lambda data: b"".join(map(gzip.compress, pieces(data)))))
shape("gz-empty-member-between")(packed("claims.csv.gz", lambda data: gzip.compress(b"").join(map(gzip.compress, pieces(data)))))
shape("gz-all-header-fields")(packed("claims.csv.gz", gzip_named))
shape("gz-gb18030")(packed("claims.csv.gz", gzip.compress, "gb18030"))
shape("gz-utf-16")(packed("claims.csv.gz", gzip.compress, "utf-16"))
shape("gz-called-csv")(packed("claims.csv", gzip.compress))
shape("gz-without-extension")(packed("claims", gzip.compress))
shape("gz-padded-with-zeros", "refuse", says=["gzip|gz"], why="tapes and some servers pad")(
    packed("claims.csv.gz", lambda data: gzip.compress(data) + bytes(512)))
shape("gz-in-gz", "refuse", says=["gzip|gz"])(packed("claims.csv.gz.gz", lambda data: gzip.compress(gzip.compress(data))))
shape("zst", needs=["zstd"])(packed("claims.csv.zst", zstd))
shape("zst-many-frames", needs=["zstd"])(packed("claims.csv.zst", lambda data: SKIPPABLE.join(map(zstd, pieces(data)))))
shape("zst-best", needs=["zstd"])(packed("claims.csv.zst", lambda data: zstd(data, "--ultra", "-22", "--no-check")))
shape("xz")(packed("claims.csv.xz", lzma.compress))
shape("xz-many-streams")(packed("claims.csv.xz", lambda data: bytes(4).join(map(lzma.compress, pieces(data)))))
shape("xz-without-checksum")(packed("claims.csv.xz", lambda data: lzma.compress(data, check=lzma.CHECK_NONE)))
shape("lzma-alone", "refuse", says=["lzma|LZMA|not|no CSV"])(packed("claims.csv.lzma", lambda data: lzma.compress(data, lzma.FORMAT_ALONE)))
shape("bz2")(packed("claims.csv.bz2", bz2.compress))
shape("bz2-many-streams")(packed("claims.csv.bz2", lambda data: b"".join(map(bz2.compress, pieces(data)))))
shape("csv-without-extension")(packed("claims", bytes))
shape("csv-called-xls", why="a web system that calls its CSV .xls")(packed("claims.xls", bytes))
shape("csv-called-xlsx")(packed("claims.xlsx", bytes, "gb18030"))
shape("tabs-utf-16-called-xls", files=[part(ZH, delimiter="\t", eol="\r\n")], why="“Unicode text” of a spreadsheet")(
    packed("claims.xls", bytes, "utf-16"))


def by_month(records, spec):
    """The records of each month of delivery, as CSV, in the order in which they were delivered."""
    months = sorted({record["delivered"].strftime("%Y-%m") for record in records})
    return [(month, csv_of([r for r in records if r["delivered"].strftime("%Y-%m") == month], spec)) for month in months]


def zip_of(entries, method=zipfile.ZIP_DEFLATED, stream=False, comment=b"", zip64=False):
    """entries: (name, bytes). A name as bytes stands in the archive as it is, without the mark of UTF-8."""
    class Raw(zipfile.ZipInfo):
        def _encodeFilenameFlags(self):
            return self.raw, self.flag_bits & ~0x800

    class Pipe(io.RawIOBase):  # cannot seek: sizes then stand behind the data
        def __init__(self):
            self.data = bytearray()

        def writable(self):
            return True

        def write(self, data):
            self.data += data
            return len(data)

    out = Pipe() if stream else io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.comment = comment
        for name, data in entries:
            if isinstance(name, bytes):
                info = Raw(name.decode("latin-1").replace("\\", "|"), (2023, 7, 5, 8, 0, 0))
                info.raw = name
            else:
                info = zipfile.ZipInfo(name, (2023, 7, 5, 8, 0, 0))
            info.compress_type = method
            info.external_attr = (0o755 << 16 | 0x10) if info.filename.endswith("/") else 0o644 << 16
            if zip64:
                with archive.open(info, "w", force_zip64=True) as file:
                    file.write(data)
            else:
                archive.writestr(info, data)
    return bytes(out.data) if stream else out.getvalue()


def zipped(name="claims.zip", entry="claims.csv", **options):
    return packed(name, lambda data: zip_of([(entry, data)], **options))


def zip_months(name="claims.zip", naming="{}.csv", more=(), order=lambda entries: entries, encoding=None, **options):
    """A CSV file for each month, with other entries among them."""
    def write(folder, specs, records):
        entries = [(naming.format(month), data) for month, data in by_month(records, specs[0])]
        if encoding:
            entries = [(entry.encode(encoding), data) for entry, data in entries]
        return put(folder, name, zip_of(list(more) + order(entries), **options))
    return write


APPLE_DOUBLE = b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        " + bytes(60)

shape("zip")(zipped())
shape("zip-stored")(zipped(method=zipfile.ZIP_STORED))
shape("zip-sizes-behind-data")(zipped(stream=True))
shape("zip-stored-sizes-behind-data", "refuse", says=["zip"])(zipped(method=zipfile.ZIP_STORED, stream=True))
shape("zip-64")(zipped(zip64=True))
shape("zip-with-comment")(zipped(comment="由系统导出".encode("gb18030")))
shape("zip-with-program-before", "refuse", says=["zip|not|no CSV"], why="a self-extracting archive")(
    packed("claims.exe", lambda data: b"MZ" + bytes(510) + zip_of([("claims.csv", data)])))
shape("zip-bzip2-method", "refuse", says=["zip"])(zipped(method=zipfile.ZIP_BZIP2))
shape("zip-lzma-method", "refuse", says=["zip"])(zipped(method=zipfile.ZIP_LZMA))
shape("zip-called-csv")(zipped(name="claims.csv"))
shape("zip-in-zip", "refuse", says=["zip"])(packed("claims.zip", lambda data: zip_of([("inner.zip", zip_of([("claims.csv", data)]))])))
shape("zip-gz-in-zip", "refuse", says=["zip"])(packed("claims.zip", lambda data: zip_of([("claims.csv.gz", gzip.compress(data))])))
shape("zip-months")(zip_months())
shape("zip-months-backwards", why="files are counted by path, wherever they stand in the archive")(zip_months(order=lambda e: e[::-1]))
shape("zip-gbk-names")(zip_months(naming="二季度理赔/{}赔付明细.csv", encoding="gb18030"))
shape("zip-gbk-names-with-backslash-bytes", why="the second byte of 乗 and 塡 is a backslash")(zip_months(naming="乗塡/{}.csv", encoding="gb18030"))
shape("zip-utf-8-names")(zip_months(naming="二季度理赔/{}赔付明细.csv"))
shape("zip-utf-8-names-without-mark")(zip_months(naming="二季度理赔/{}赔付明细.csv", encoding="utf-8"))
shape("zip-of-a-mac")(zip_months(naming="理赔/{}.csv", more=[
    ("理赔/", b""), ("理赔/.DS_Store", b"\x00\x00\x00\x01Bud1" + bytes(64)), ("__MACOSX/", b""), ("__MACOSX/理赔/", b""),
    ("__MACOSX/理赔/._2023-01.csv", APPLE_DOUBLE), ("__MACOSX/._理赔", APPLE_DOUBLE)]))
shape("zip-of-windows")(zip_months(naming="exports/q1/{}.csv", more=[
    ("exports/", b""), ("exports/q1/", b""), ("exports/Thumbs.db", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)),
    ("exports/desktop.ini", b"[.ShellClassInfo]\r\n"), ("exports/~$2023.xlsx", b"\x05abcde" + bytes(159))]))
shape("zip-with-read-me", "refuse", says=["zip"], why="a text beside the exports: pass it over, or say which entry it is")(
    zip_months(more=[("说明.txt", "本压缩包含2023年上半年的赔付明细。\n".encode())]))
shape("zip-with-empty-entry", "refuse", says=["zip"])(zip_months(more=[("2022-12.csv", b"")]))


@shape("zip-of-chinese-and-english", "mark", files=[part(ZH, keep=half(True)), part(EN, keep=half(False), states=shapes.STATES_EN)])
def _(folder, specs, records):
    return put(folder, "claims.zip", zip_of([("1.csv", csv_of(records, specs[0])), ("2.csv", csv_of(records, specs[1]))]))


def tarred(name, mode, form=tarfile.PAX_FORMAT, naming="{}.csv", links=False, backwards=False, pack=bytes):
    def write(folder, specs, records):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode=mode, format=form) as archive:
            entries = by_month(records, specs[0])
            for month, data in entries[::-1] if backwards else entries:
                info = tarfile.TarInfo(naming.format(month))
                info.size, info.mtime = len(data), 1688515200
                archive.addfile(info, io.BytesIO(data))
            if links:
                for entry, kind, target in [("exports", tarfile.DIRTYPE, ""), ("exports/latest.csv", tarfile.SYMTYPE, "../2023-06.csv")]:
                    info = tarfile.TarInfo(entry)
                    info.type, info.linkname = kind, target
                    archive.addfile(info)
        return put(folder, name, pack(out.getvalue()))
    return write


LONG = "二季度理赔明细/" * 12 + "{}.csv"
shape("tar")(tarred("claims.tar", "w"))
shape("tar-ustar-with-folder-and-link")(tarred("claims.tar", "w", tarfile.USTAR_FORMAT, links=True))
shape("tar-gnu-long-names")(tarred("claims.tar", "w", tarfile.GNU_FORMAT, LONG))
shape("tar-pax-long-names")(tarred("claims.tar", "w", tarfile.PAX_FORMAT, LONG))
shape("tar-backwards", why="files are counted by path, wherever they stand in the archive")(tarred("claims.tar", "w", backwards=True))
shape("tar-gz")(tarred("claims.tar.gz", "w:gz"))
shape("tar-gz-called-csv-gz")(tarred("claims.csv.gz", "w:gz"))
shape("tar-xz")(tarred("claims.tar.xz", "w:xz"))
shape("tar-bz2")(tarred("claims.tbz", "w:bz2"))
shape("tar-zst", needs=["zstd"])(tarred("claims.tar.zst", "w", pack=zstd))


@shape("folder-of-gz", files=[part(ZH)], why="one compressed file a month")
def _(folder, specs, records):
    return [put(folder, month + ".csv.gz", gzip.compress(data))[0] for month, data in by_month(records, specs[0])]


@shape("7z", "refuse", needs=["7z"], says=["7z|7-Zip|7zip"], check=False)
def _(folder, specs, records):
    put(folder, "claims.csv", csv_of(records, specs[0]))
    subprocess.run(["7z", "a", "-bd", "claims.7z", "claims.csv"], cwd=folder, stdout=subprocess.DEVNULL, check=True)
    os.remove(os.path.join(folder, "claims.csv"))
    return ["claims.7z"]


@shape("zip-by-command", needs=["zip"], why="Info-ZIP: UTF-8 names, extra fields of Unix")
def _(folder, specs, records):
    os.makedirs(os.path.join(folder, "理赔"))
    for month, data in by_month(records, specs[0]):
        put(folder, "理赔/%s.csv" % month, data)
    subprocess.run(["zip", "-qr", "claims.zip", "理赔"], cwd=folder, check=True)
    shutil.rmtree(os.path.join(folder, "理赔"))
    return ["claims.zip"]


# Workbooks by openpyxl and xlsxwriter


def fill(sheet, rows, top=1, left=1, form="yyyy-mm-dd", money_form="General"):
    """Rows into a sheet of openpyxl."""
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if value is not None:
                made = sheet.cell(top + y, left + x, value)
                if isinstance(value, datetime.date):
                    made.number_format = form
                elif isinstance(value, float):
                    made.number_format = money_form


def by_openpyxl(name="claims.xlsx", tweak=None, top=1, left=1, form="yyyy-mm-dd", money_form="General", book=None, **types):
    """A workbook of one sheet; `tweak` adds to it."""
    def write(folder, specs, records):
        import openpyxl
        made = openpyxl.Workbook()
        if book:
            book(made)
        fill(made.active, table(records, specs[0], **types), top, left, form, money_form)
        if tweak:
            tweak(made, made.active, specs[0], records)
        made.save(os.path.join(folder, name))
        return [name]
    return write


def by_xlsxwriter(name="claims.xlsx", tweak=None, form="yyyy-mm-dd", options=None, put_cell=None, top=0, **types):
    """A workbook of one sheet; `put_cell` may write a cell in its own way."""
    def write(folder, specs, records):
        import xlsxwriter
        book = xlsxwriter.Workbook(os.path.join(folder, name), options or {})
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": form})
        keys = [key for _, key in specs[0]["cols"]]
        rows = table(records, specs[0], **types)
        for y, row in enumerate(rows, top):
            for x, value in enumerate(row):
                if value is None or (put_cell and y > top and put_cell(book, sheet, y, x, keys[x], value)):
                    continue
                if isinstance(value, datetime.date):
                    sheet.write_datetime(y, x, datetime.datetime.combine(value, datetime.time()), day)
                elif isinstance(value, float):
                    sheet.write_number(y, x, value)
                else:
                    sheet.write_string(y, x, value)
        if tweak:
            tweak(book, sheet, rows)
        book.close()
        return [name]
    return write


def xlsx(name, *args, **options):
    return shape(name, *args, needs=["openpyxl"], **options)


def xlsx_too(name, *args, **options):
    return shape(name, *args, needs=["xlsxwriter"], **options)


xlsx_too("xlsx-shared-strings-all-text")(by_xlsxwriter(dates=False, money=False))
xlsx_too("xlsx-inline-strings", why="constant_memory writes no shared strings")(by_xlsxwriter(options={"constant_memory": True}))
xlsx("xlsx-typed")(by_openpyxl())
xlsx("xlsx-called-xls")(by_openpyxl("claims.xls"))
xlsx("xlsx-called-csv")(by_openpyxl("claims.csv"))
xlsx("xlsx-without-extension")(by_openpyxl("claims"))
xlsx("xlsx-english", files=[part(EN, **english)])(by_openpyxl())
xlsx("xlsx-many-columns", files=[part(shapes.EXTRA)])(by_openpyxl())
xlsx("xlsx-dates-as-text", files=[part(ZH, dates=shapes.day("{y}/{m}/{d}"))])(by_openpyxl(dates=False))
xlsx("xlsx-chinese-date-style")(by_openpyxl(form='yyyy"年"m"月"d"日"'))
xlsx("xlsx-chinese-date-style-with-locale")(by_openpyxl(form='[$-804]yyyy"年"m"月"d"日";@'))
xlsx("xlsx-built-in-date-style", why="number 14 has no code in the file")(by_openpyxl(form="mm-dd-yy"))
xlsx("xlsx-month-day-style", why="shown as 4月5日, but the day is whole")(by_openpyxl(form='m"月"d"日"'))
xlsx("xlsx-money-styles")(by_openpyxl(money_form='_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '))
xlsx("xlsx-money-shown-in-ten-thousands", why="shown as 0.3万, but the cell holds yuan")(by_openpyxl(money_form='0!.0,"万"'))
xlsx("xlsx-money-style-with-letters-of-dates", why="“d”, “m”, “y” in quotes are no date")(by_openpyxl(money_form='#,##0.00 "yuan paid by day"'))
xlsx("xlsx-money-red-style", why="[Red] has a d in it")(by_openpyxl(money_form="#,##0.00;[Red]-#,##0.00"))
xlsx("xlsx-money-as-text", files=[part(ZH, money=shapes.thousands)])(by_openpyxl(money=False))
xlsx("xlsx-table-starts-at-c4")(by_openpyxl(top=4, left=3))


# What surrounds the table in a workbook


def title_rows(book, sheet, spec, records):
    """Two title rows over the table, merged over all its columns."""
    last = len(spec["cols"])
    sheet.cell(1, 1, "2023年上半年职工互助赔付明细表")
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=last)
    sheet.cell(2, 1, "单位：元　　制表日期：2023-07-05")
    sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=last)


def group_row(book, sheet, spec, records):
    """A row over the header that names groups of columns, each merged."""
    for name, first, last in [("基本信息", 1, 3), ("赔付信息", 4, 7), ("分类", 8, 9)]:
        sheet.cell(1, first, name)
        sheet.merge_cells(start_row=1, start_column=first, end_row=1, end_column=last)


def two_line_header(book, sheet, spec, records):
    """Names that stand in two rows as one cell, and two whose upper half is one cell over both."""
    names = [title for title, _ in spec["cols"]]
    for x, name in enumerate(names, 1):
        if name in ("支付日期", "赔付金额"):
            sheet.cell(2, x, name[2:])
        else:
            sheet.cell(2, x).value = None
            sheet.cell(1, x, name)
            sheet.merge_cells(start_row=1, start_column=x, end_row=2, end_column=x)
    first = names.index("支付日期") + 1
    sheet.cell(1, first, "支付")
    sheet.merge_cells(start_row=1, start_column=first, end_row=1, end_column=first + 1)


def totals(book, sheet, spec, records):
    money, bottom = place_of(spec, "amount") + 1, sheet.max_row
    sheet.cell(bottom + 1, 1, "合计")
    sheet.cell(bottom + 1, money, sum(sheet.cell(y, money).value for y in range(2, bottom + 1)))
    sheet.cell(bottom + 3, 1, "制表人：　　　　审核人：")


def subtotals(book, sheet, spec, records):
    """A row 小计 behind every hundred records, and one at the end."""
    money = place_of(spec, "amount") + 1
    rows = [[made.value for made in row] for row in sheet.iter_rows()]
    sheet.delete_rows(1, sheet.max_row)
    out, since = rows[:1], 0
    for number, row in enumerate(rows[1:], 1):
        out.append(row)
        since += row[money - 1]
        if number % 100 == 0 or number == len(rows) - 1:
            out.append(["小计"] + [None] * (money - 2) + [round(since, 2)] + [None] * (len(row) - money))
            since = 0
    fill(sheet, [[v.date() if isinstance(v, datetime.datetime) else v for v in row] for row in out])


def decorated(book, sheet, spec, records):
    """Frozen panes, a filter, comments, colours, a picture of rules, a link, wide columns."""
    from openpyxl.comments import Comment
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet["A2"].comment = Comment("已核 9999.99", "审核")
    sheet["B3"].comment = Comment("身份证已核", "审核")
    sheet["C2"].hyperlink = "https://example.org/claims"
    for made in sheet[1]:
        made.font, made.fill = Font(bold=True), PatternFill("solid", fgColor="FFCCFFCC")
    sheet.conditional_formatting.add("E2:E500", CellIsRule(operator="greaterThan", formula=["10000"], font=Font(color="FFFF0000")))
    rule = DataValidation(type="list", formula1='"已打款,待审核,拒付,冲正"')
    sheet.add_data_validation(rule)
    rule.add("F2:F500")
    sheet.column_dimensions["B"].width = 30
    sheet.print_title_rows = "1:1"


def empty_styles(book, sheet, spec, records):
    """Borders far beyond the table, in rows and columns: cells without values."""
    from openpyxl.styles import Border, Side
    border = Border(bottom=Side(style="thin"))
    for y in range(1, sheet.max_row + 1501):
        for x in range(len(spec["cols"]) + 1, len(spec["cols"]) + 6):
            sheet.cell(y, x).border = border
    for x in range(1, 400):
        sheet.cell(1, x).border = border


def filtered_rows(book, sheet, spec, records):
    """A filter hides the unpaid rows and every tenth paid one."""
    sheet.auto_filter.ref = sheet.dimensions
    for y in range(2, sheet.max_row + 1):
        if y % 10 == 0 or sheet.cell(y, place_of(spec, "status") + 1).value != "已打款":
            sheet.row_dimensions[y].hidden = True


def hidden_columns(book, sheet, spec, records):
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions["C"].hidden = True


xlsx("xlsx-title-rows")(by_openpyxl(tweak=title_rows, top=3))
xlsx("xlsx-group-row-over-header")(by_openpyxl(tweak=group_row, top=2))
xlsx("xlsx-two-line-header", "mark")(by_openpyxl(tweak=two_line_header, top=2))
xlsx("xlsx-totals-and-signatures")(by_openpyxl(tweak=totals))
xlsx("xlsx-subtotals", check=False)(by_openpyxl(tweak=subtotals))
xlsx("xlsx-decorated")(by_openpyxl(tweak=decorated))
xlsx("xlsx-empty-styled-cells")(by_openpyxl(tweak=empty_styles))
xlsx("xlsx-hidden-columns")(by_openpyxl(tweak=hidden_columns))
xlsx("xlsx-filtered-rows", "mark", why="a filter hides rows: all count, or a person decides")(by_openpyxl(tweak=filtered_rows))


def note_sheet(book):
    """The table's sheet is the second; the first says what it is."""
    sheet = book.create_sheet("说明", 0)
    for y, text in enumerate(["填表说明", "一、金额单位：元", "二、本表含2023年上半年全部赔付", "三、联系人：经办处"], 1):
        sheet.cell(y, 1, text)
    book.active = 1


def summary_sheet(book):
    """The first sheet sums up by district, in the words of the table's header."""
    sheet = book.create_sheet("汇总", 0)
    for row in [["区县", "人次", "赔付金额"]] + [[name, 60 + place, 300000.5 + place] for place, name in enumerate(shapes.DISTRICTS)]:
        sheet.append(row)
    book.active = 1


def draft_sheet(state):
    """A hidden first sheet with the same header and old records, which nobody who opens the file sees."""
    def add(book):
        sheet = book.create_sheet("草稿", 0)
        records = shapes.make_claims()
        rows = table(records[:60], part(ZH))
        for number, row in enumerate(rows[1:]):
            row[0] = "OLD%06d" % number
        fill(sheet, rows)
        sheet.sheet_state = state
        book.active = 1
    return add


def code_sheet(book):
    """A hidden sheet of the choices in drop-down lists, and empty sheets, as Excel 2007 made them."""
    sheet = book.create_sheet("代码表", 0)
    for word in ["状态", "已打款", "待审核", "拒付", "冲正"]:
        sheet.append([word])
    sheet.sheet_state = "hidden"
    book.create_sheet("Sheet2")
    book.create_sheet("Sheet3")
    book.active = 1


def chart_sheet(book):
    from openpyxl.chart import BarChart
    book.create_chartsheet("图表", 0).add_chart(BarChart())
    book.active = 1


xlsx("xlsx-note-sheet-first")(by_openpyxl(book=note_sheet))
xlsx("xlsx-summary-sheet-first", "mark")(by_openpyxl(book=summary_sheet))
xlsx("xlsx-hidden-draft-first", "mark", why="hidden records are not counted without a word")(by_openpyxl(book=draft_sheet("hidden")))
xlsx("xlsx-very-hidden-draft-first", "mark")(by_openpyxl(book=draft_sheet("veryHidden")))
xlsx("xlsx-hidden-codes-and-empty-sheets")(by_openpyxl(book=code_sheet))
xlsx("xlsx-chart-sheet-first")(by_openpyxl(book=chart_sheet))


def in_sheets(choose):
    """A sheet with a header for each part of the records; none may be left out without a word."""
    def write(folder, specs, records):
        import openpyxl
        book = openpyxl.Workbook()
        book.remove(book.active)
        parts = collections.OrderedDict()
        for record in records:
            parts.setdefault(choose(record), []).append(record)
        for name in parts:
            fill(book.create_sheet(name), table(parts[name], specs[0]))
        book.save(os.path.join(folder, "claims.xlsx"))
        return ["claims.xlsx"]
    return write


xlsx("xlsx-sheet-a-month", "mark")(in_sheets(lambda r: r["delivered"].strftime("%Y-%m")))
xlsx("xlsx-sheet-a-district", "mark")(in_sheets(lambda r: r["district"]))


@xlsx("xlsx-merged-cells-of-district", "mark", why="a district stands once for many rows")
def _(folder, specs, records):
    import openpyxl
    book = openpyxl.Workbook()
    rows = table(sorted(records, key=lambda r: shapes.DISTRICTS.index(r["district"])), specs[0])
    fill(book.active, rows)
    x, start = place_of(specs[0], "district") + 1, 2
    for y in range(3, len(rows) + 2):
        if y > len(rows) or rows[y - 1][x - 1] != rows[start - 1][x - 1]:
            book.active.merge_cells(start_row=start, start_column=x, end_row=y - 1, end_column=x)
            start = y
    book.save(os.path.join(folder, "claims.xlsx"))
    return ["claims.xlsx"]


@xlsx("xlsx-months-of-files", why="one workbook a month, as they are delivered")
def _(folder, specs, records):
    import openpyxl
    names = []
    for month in sorted({record["delivered"].strftime("%Y-%m") for record in records}):
        book = openpyxl.Workbook()
        fill(book.active, table([r for r in records if r["delivered"].strftime("%Y-%m") == month], specs[0]))
        names.append(month + ".xlsx")
        book.save(os.path.join(folder, names[-1]))
    return names


@xlsx("xlsx-in-zip")
def _(folder, specs, records):
    by_openpyxl("inner.xlsx")(folder, specs, records)
    with open(os.path.join(folder, "inner.xlsx"), "rb") as file:
        put(folder, "claims.zip", zip_of([("二季度/claims.xlsx".encode("gb18030"), file.read())]))
    os.remove(os.path.join(folder, "inner.xlsx"))
    return ["claims.zip"]


@xlsx("xlsx-in-gz", "refuse", says=["gzip|gz"])
def _(folder, specs, records):
    by_openpyxl("claims.xlsx")(folder, specs, records)
    with open(os.path.join(folder, "claims.xlsx"), "rb") as file:
        put(folder, "claims.xlsx.gz", gzip.compress(file.read()))
    os.remove(os.path.join(folder, "claims.xlsx"))
    return ["claims.xlsx.gz"]


# What cells hold


def whole_mac(book):
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    book.epoch = CALENDAR_MAC_1904


def iso_dates(book):
    book.iso_dates = True


def noise(book, sheet, y, x, key, value):
    """Money as sums of floats leave it: 1234.5600000000002."""
    if key != "amount":
        return False
    sheet.write_number(y, x, math.nextafter(math.nextafter(value, 1e9), 1e9) if y % 2 else math.nextafter(value, 0))
    return True


def formulas(book, sheet, y, x, key, value):
    """Money, dates, states and districts by formulas, with the results that Excel keeps."""
    if key == "amount":
        sheet.write_formula(y, x, "=ROUND(%r*1,2)" % value, None, value)
    elif key == "paid":
        serial = (value - datetime.date(1899, 12, 30)).days
        style = getattr(book, "kept_style", None) or book.add_format({"num_format": "yyyy/m/d"})
        book.kept_style = style
        sheet.write_formula(y, x, "=DATE(%d,%d,%d)" % (value.year, value.month, value.day), style, serial)
    elif key in ("status", "district"):
        sheet.write_formula(y, x, '="%s"&""' % value, None, value)
    else:
        return False
    return True


def failed_lookups(book, sheet, rows):
    """Every empty cell of claims that are taken back is a look-up that found none."""
    place = rows[0].index("冲正案件编号")
    for y, row in enumerate(rows):
        if row[place] is None:
            sheet.write_formula(y, place, '=VLOOKUP(A%d,Z:Z,1,0)' % (y + 1), None, "#N/A")


def rich(book, sheet, y, x, key, value):
    """Parts of a text in other colours: a cell is what all its parts say."""
    if key not in ("id", "status", "district", "claim") or y % 3:
        return False
    style = getattr(book, "kept_style", None) or book.add_format({"bold": True, "color": "red"})
    book.kept_style = style
    sheet.write_rich_string(y, x, style, value[:1], value[1:2], *([style, value[2:]] if len(value) > 2 else []))
    return True


def numbers(keys, value_of, form="General"):
    """Numbers where texts should stand."""
    def tweak(book, sheet, spec, records):
        for key in keys:
            x = place_of(spec, key) + 1
            for y in range(2, sheet.max_row + 1):
                made = sheet.cell(y, x)
                if made.value is not None and value_of(made.value) is not None:
                    made.value = value_of(made.value)
                    made.number_format = form
    return tweak


def serials(book, sheet, spec, records):
    """Dates as the numbers of days that they are, without a style."""
    x = place_of(spec, "paid") + 1
    for y in range(2, sheet.max_row + 1):
        made = sheet.cell(y, x)
        if made.value is not None:
            made.value = (made.value - datetime.date(1899, 12, 30)).days if isinstance(made.value, datetime.date) else made.value
            made.number_format = "General"


def as_number(text):
    """What Excel makes of a text of digits: the first 15 of them, and zeros."""
    return int(text[:15] + "0" * (len(text) - 15)) if text.isdigit() else None


def as_double(text):
    """What programs other than Excel make of it: the nearest number of 53 bits."""
    return float(text) if text.isdigit() else None


def with_times(book, sheet, spec, records):
    x = place_of(spec, "paid") + 1
    for y in range(2, sheet.max_row + 1):
        made = sheet.cell(y, x)
        if made.value is not None:
            made.value = datetime.datetime.combine(made.value, datetime.time(23, 59, 59))
            made.number_format = "yyyy/m/d h:mm"


BROKEN = ZH.replace("赔付金额", "赔付金额⏎(元)").replace("支付日期", "支付⏎日期") + " 备注=note"

xlsx("xlsx-1904")(by_openpyxl(book=whole_mac))
xlsx_too("xlsx-1904-by-xlsxwriter")(by_xlsxwriter(options={"date_1904": True}))
xlsx("xlsx-iso-dates")(by_openpyxl(book=iso_dates))
xlsx("xlsx-dates-with-times")(by_openpyxl(tweak=with_times))
xlsx("xlsx-serial-dates-without-style", "mark", check=False)(by_openpyxl(tweak=serials))
xlsx_too("xlsx-float-noise")(by_xlsxwriter(put_cell=noise))
xlsx_too("xlsx-formulas-with-results")(by_xlsxwriter(put_cell=formulas))
xlsx_too("xlsx-failed-lookups")(by_xlsxwriter(tweak=failed_lookups))
xlsx_too("xlsx-rich-text")(by_xlsxwriter(put_cell=rich))
xlsx("xlsx-line-breaks", files=[part(BROKEN)])(by_openpyxl())
xlsx("xlsx-claims-as-numbers", files=[part(ZH, claims=shapes.claim_digits)], check=False)(by_openpyxl(tweak=numbers(["claim", "orig"], as_number)))
xlsx("xlsx-states-as-numbers", "mark", files=[part(ZH, states=words("3", "1", "2", "9"))], check=False,
     decide={"3": "paid", "1": "unpaid", "2": "unpaid", "9": "reversed"})(by_openpyxl(tweak=numbers(["status"], as_number)))
xlsx("xlsx-truth-values", "mark", files=[part(without(ZH, "status", "orig") + " 是否打款=status", states=words("true", "false", "false", ""),
                                              keep=lambda r: r["status"] != "reversed")], check=False)(
    by_openpyxl(tweak=numbers(["status"], lambda text: text == "true")))
xlsx("xlsx-cards-as-numbers", files=[part(ZH + " 银行卡号=card 手机号=phone")], check=False,
     why="ruined, but nobody needs them")(by_openpyxl(tweak=numbers(["card", "phone"], as_number)))
OLD = part(ZH, keep=lambda r: r["id"][6:8] == "19", ids=lambda number, r: number[:6] + number[8:17])
xlsx("xlsx-ids-of-15-digits-as-numbers", "mark", files=[OLD], check=False, why="15 digits are exact in a number")(
    by_openpyxl(tweak=numbers(["id"], as_number)))
xlsx("xlsx-ids-as-numbers", "never", check=False, why="what stands behind the fifteenth digit is lost")(
    by_openpyxl(tweak=numbers(["id"], as_number)))
xlsx("xlsx-ids-as-numbers-shown-whole", "never", check=False)(by_openpyxl(tweak=numbers(["id"], as_number, "0")))
xlsx("xlsx-ids-as-doubles", "never", check=False)(by_openpyxl(tweak=numbers(["id"], as_double)))
xlsx("xlsx-ids-all-numbers", "never", files=[part(ZH, keep=lambda r: not r["id"].endswith("X"))], check=False)(
    by_openpyxl(tweak=numbers(["id"], as_number, "0")))
xlsx("xlsx-ids-as-ruined-text", "never", check=False, why="1.10101E+17")(
    by_openpyxl(tweak=numbers(["id"], lambda text: "%.5E" % int(text) if text.isdigit() else None)))
xlsx("xlsx-long-claims-as-numbers", "never", files=[part(ZH, claims=shapes.claim_long)], check=False)(
    by_openpyxl(tweak=numbers(["claim", "orig"], as_number, "0")))


@xlsx("xlsx-formulas-without-results", "never", check=False, why="made by a program that does not calculate; nothing is no zero")
def _(folder, specs, records):
    return by_openpyxl(tweak=numbers_as_formulas)(folder, specs, records)


def numbers_as_formulas(book, sheet, spec, records):
    x = place_of(spec, "amount") + 1
    for y in range(2, sheet.max_row + 1):
        sheet.cell(y, x).value = "=ROUND(%r,2)" % sheet.cell(y, x).value


@xlsx("xlsx-write-only", why="openpyxl's way of writing large files")
def _(folder, specs, records):
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("明细")
    for row in table(records, specs[0]):
        sheet.append(row)
    book.save(os.path.join(folder, "claims.xlsx"))
    return ["claims.xlsx"]


@shape("xlsx-encrypted", "refuse", says=["(?i)encrypt|password|加密|密码"], needs=["openpyxl", "msoffcrypto"], check=False)
def _(folder, specs, records):
    from msoffcrypto.format.ooxml import OOXMLFile
    by_openpyxl("plain.xlsx")(folder, specs, records)
    with open(os.path.join(folder, "plain.xlsx"), "rb") as plain, open(os.path.join(folder, "claims.xlsx"), "wb") as out:
        OOXMLFile(plain).encrypt("2023", out)
    os.remove(os.path.join(folder, "plain.xlsx"))
    return ["claims.xlsx"]


# Workbooks written by hand, as reports of others' readers show them

OFFICE = "http://schemas.openxmlformats.org/"
MAIN, RELATIONS = OFFICE + "spreadsheetml/2006/main", OFFICE + "officeDocument/2006/relationships"
STRICT_MAIN, STRICT_RELATIONS = "http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def letters(x):
    """The letters of a column, from 0."""
    name = ""
    x += 1
    while x:
        x, rest = divmod(x - 1, 26)
        name = chr(65 + rest) + name
    return name


def sheet_xml(rows, strings, refs=True, iso=False, main=MAIN, dimension=None, extra=""):
    """A sheet's XML; `strings` takes the shared ones, or is None for inline ones. Style 1 is a date."""
    out = [DECLARATION, '<worksheet xmlns="%s">' % main, '<dimension ref="%s"/>' % dimension if dimension else "", "<sheetData>"]
    for y, row in enumerate(rows, 1):
        out.append('<row r="%d">' % y if refs else "<row>")
        for x, value in enumerate(row):
            at = ' r="%s%d"' % (letters(x), y) if refs else ""
            if value is None:
                out.append("" if refs else "<c/>")
            elif isinstance(value, datetime.date) and iso:
                out.append('<c%s s="1" t="d"><v>%s</v></c>' % (at, value.isoformat()))
            elif isinstance(value, datetime.date):
                out.append('<c%s s="1"><v>%d</v></c>' % (at, (value - datetime.date(1899, 12, 30)).days))
            elif isinstance(value, float):
                out.append("<c%s><v>%r</v></c>" % (at, value))
            elif strings is None:
                out.append('<c%s t="inlineStr"><is><t>%s</t></is></c>' % (at, escape(value)))
            else:
                out.append('<c%s t="s"><v>%d</v></c>' % (at, strings.setdefault(value, len(strings))))
        out.append("</row>")
    return "".join(out + ["</sheetData>", extra, "</worksheet>"])


def shared_xml(strings, main=MAIN, phonetic=False):
    item = '<si><t xml:space="preserve">%s</t>%s</si>'
    sound = '<rPh sb="0" eb="2"><t>ミンフー</t></rPh><rPh sb="2" eb="3"><t>区</t></rPh><phoneticPr fontId="0"/>' if phonetic else ""
    return DECLARATION + '<sst xmlns="%s">' % main + "".join(item % (escape(text), sound) for text in strings) + "</sst>"


def parts_of_book(sheets, strings, main=MAIN, relations=RELATIONS, phonetic=False, folder="xl/", target=""):
    """All parts of a workbook. sheets: (name, XML)."""
    types = ('<Types xmlns="%spackage/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             '<Default Extension="xml" ContentType="application/xml"/>' % OFFICE)
    kinds = [("workbook", "sheet.main"), ("styles", "styles")] + [("sharedStrings", "sharedStrings")] * (strings is not None)
    kinds += [("worksheets/sheet%d" % n, "worksheet") for n in range(1, len(sheets) + 1)]
    for name, kind in kinds:
        types += ('<Override PartName="/%s%s.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml"/>'
                  % (folder, name, kind))
    of_package = '<Relationships xmlns="%spackage/2006/relationships">' % OFFICE
    relation = '<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>'
    book = '<workbook xmlns="%s" xmlns:r="%s"><workbookPr/><sheets>' % (main, relations)
    links = ""
    for number, (name, _) in enumerate(sheets, 1):
        book += '<sheet name=%s sheetId="%d" r:id="rId%d"/>' % (quoteattr(name), number, number)
        links += relation % (number, relations, "worksheet", target + "worksheets/sheet%d.xml" % number)
    links += relation % (90, relations, "styles", target + "styles.xml")
    if strings is not None:
        links += relation % (91, relations, "sharedStrings", target + "sharedStrings.xml")
    styles = ('<styleSheet xmlns="%s"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
              '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
              '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>' % main)
    made = [("[Content_Types].xml", types + "</Types>"),
            ("_rels/.rels", of_package + relation % (1, relations, "officeDocument", folder + "workbook.xml") + "</Relationships>"),
            (folder + "workbook.xml", book + "</sheets></workbook>"),
            (folder + "_rels/workbook.xml.rels", of_package + links + "</Relationships>"),
            (folder + "styles.xml", styles)]
    made += [(folder + "worksheets/sheet%d.xml" % number, xml) for number, (_, xml) in enumerate(sheets, 1)]
    if strings is not None:
        made.append((folder + "sharedStrings.xml", shared_xml(strings, main, phonetic)))
    return [(name, (text if text.startswith("<?") else DECLARATION + text).encode()) for name, text in made]


def by_hand(change=lambda parts: parts, inline=False, book=None, zipping=None, rows_of=table, **options):
    def write(folder, specs, records):
        strings = None if inline else {}
        xml = sheet_xml(rows_of(records, specs[0]), strings, **options)
        parts = change(parts_of_book([("明细", xml)], strings, **(book or {})))
        return put(folder, "claims.xlsx", zip_of(parts, **(zipping or {})))
    return write


def prefixed(parts):
    """Every element with a prefix, as some servers' libraries write them."""
    out = []
    for name, data in parts:
        if name.startswith("xl/") and not name.endswith(".rels"):
            data = re.sub(rb"<(/?)([A-Za-z]+)(?=[\s/>])", rb"<\1x:\2", data).replace(b"xmlns=", b"xmlns:x=")
        elif name.endswith(".rels"):
            data = re.sub(rb"<(/?)(Relationships?)(?=[\s/>])", rb"<\1p:\2", data).replace(b"xmlns=", b"xmlns:p=")
        out.append((name, data))
    return out


def utf_16(parts):
    return [(name, data.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16") if "sheet1" in name or "shared" in name else data)
            for name, data in parts]


def escaped_returns(records, spec):
    """What Excel writes for a carriage return: _x000D_; and _x005F_ for a line under that looks so."""
    rows = table(records, spec)
    rows[0] = [name.replace("⏎", "_x000D_\n") for name in rows[0]]
    for row in rows[1:]:
        row[-1] = "第一行_x000D_\n第二行"
    return rows


def state_as_formula(parts):
    """Texts that formulas made: t="str"."""
    return [(name, re.sub(rb't="inlineStr"><is><t>([^<]*)</t></is>', rb't="str"><f>T("x")</f><v>\1</v>', data)) for name, data in parts]


shape("xlsx-by-hand")(by_hand())
shape("xlsx-cells-without-references")(by_hand(refs=False))
shape("xlsx-inline-cells-without-references")(by_hand(refs=False, inline=True))
shape("xlsx-elements-with-prefix", check=False)(by_hand(prefixed))
shape("xlsx-strict", why="another namespace, dates as ISO", check=False)(
    by_hand(iso=True, main=STRICT_MAIN, book={"main": STRICT_MAIN, "relations": STRICT_RELATIONS}))
shape("xlsx-phonetic-guides", why="how a word is spoken is no part of it")(by_hand(book={"phonetic": True}))
shape("xlsx-dimension-lies")(by_hand(dimension="A1"))
shape("xlsx-texts-of-formulas")(by_hand(state_as_formula, inline=True))
shape("xlsx-absolute-targets")(by_hand(book={"target": "/xl/"}))
shape("xlsx-parts-elsewhere", "mark", why="only the relations say where the parts are", check=False)(by_hand(book={"folder": "data/book/"}))
shape("xlsx-parts-in-other-order", why="the strings stand behind the sheet, or before all")(by_hand(lambda parts: parts[::-1]))
shape("xlsx-backslashes", "refuse", says=["(?i)excel|xlsx|workbook"], check=False)(
    by_hand(lambda parts: [(name.replace("/", "\\").encode(), data) for name, data in parts]))
shape("xlsx-sizes-behind-data", why="written to a pipe by a server")(by_hand(zipping={"stream": True}))
shape("xlsx-stored")(by_hand(zipping={"method": zipfile.ZIP_STORED}))
shape("xlsx-utf-16", check=False)(by_hand(utf_16))
shape("xlsx-escaped-returns", files=[part(ZH + " 备注=note")], check=False)(by_hand(rows_of=escaped_returns))
shape("xlsx-ids-with-exponent", "never", check=False, why="1.10101199001011E+17, as Excel stores it")(
    by_hand(rows_of=lambda records, spec: [[float(v) if x == 1 and v and v.isdigit() else v for x, v in enumerate(row)] for row in table(records, spec)]))


# LibreOffice

# What LibreOffice is told of the columns of a CSV: all text; or a date and an amount among texts.
TEXTS = "--infilter=CSV:44,34,76,1," + "/".join("%d/2" % x for x in range(1, 30))
TYPED = "--infilter=CSV:44,34,76,1,1/2/2/2/3/2/4/5/5/1/6/2/7/2/8/2/9/2"


def office(folder, source, kind, *options):
    """Converts with a LibreOffice of its own, whose settings go with the folder."""
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(["soffice", "--headless", "-env:UserInstallation=file://" + home, *options, "--convert-to", kind,
                        "--outdir", folder, os.path.join(folder, source)],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def by_office(name, kind, *options):
    """CSV into another format."""
    def write(folder, specs, records):
        put(folder, "source.csv", csv_of(records, specs[0]))
        office(folder, "source.csv", kind, *options)
        os.rename(os.path.join(folder, "source." + kind.split(":")[0]), os.path.join(folder, name))
        os.remove(os.path.join(folder, "source.csv"))
        return [name]
    return write


def lo(name, *args, **options):
    return shape(name, *args, needs=["soffice"], **options)


CONVERT = r"(?i)convert|save as|soffice|libreoffice|另存|转换"
lo("office-xlsx")(by_office("claims.xlsx", "xlsx", TEXTS))
lo("office-xlsx-typed")(by_office("claims.xlsx", "xlsx", TYPED))
lo("office-xlsx-opened-without-care", "never", check=False, why="a CSV that was opened by a double click: IDs are numbers")(
    by_office("claims.xlsx", "xlsx", "--infilter=CSV:44,34,76,1"))
lo("office-xls-binary", "refuse", says=[r"(?i)\bxls\b|BIFF|Excel 97", CONVERT], check=False)(by_office("claims.xls", "xls", TYPED))
lo("office-xls-binary-called-xlsx", "refuse", says=[r"(?i)\bxls\b|BIFF|Excel 97", CONVERT], check=False)(by_office("claims.xlsx", "xls", TYPED))
lo("office-ods", "refuse", says=["(?i)opendocument|ods", CONVERT], check=False)(by_office("claims.ods", "ods", TYPED))
lo("office-fods", "refuse", says=["(?i)opendocument|fods", CONVERT], check=False)(by_office("claims.fods", "fods", TYPED))
lo("office-html-called-xls")(by_office("claims.xls", "html", TEXTS))
lo("office-html-typed-called-xls")(by_office("claims.xls", "html", TYPED))
lo("office-xml-2003")(by_office("claims.xml", "xml:MS Excel 2003 XML", TEXTS))
lo("office-xml-2003-typed-called-xls")(by_office("claims.xls", "xml:MS Excel 2003 XML", TYPED))


# HTML tables that are called .xls


def text_of(value):
    if value is None:
        return ""
    return "%.2f" % value if isinstance(value, float) else str(value)


def html_page(rows, charset="utf-8", style="", td=lambda value: "<td>", head="", before="", after="", close=True, break_=False):
    ends = ("</td>", "</tr>\n", "</th>") if close else ("", "\n", "")
    out = ["<html>\n<head>\n", '<meta http-equiv="Content-Type" content="text/html; charset=%s">\n' % charset, head,
           "<style>%s</style>\n" % style, "</head>\n<body>\n", before, '<table border="1">\n']
    out.append("<tr>" + "".join("<th>" + (escape(title[:2]) + "<br>" + escape(title[2:]) if break_ else escape(title)) + ends[2] for title in rows[0]) + ends[1])
    for row in rows[1:]:
        out.append("<tr>" + "".join(td(value) + (escape(text_of(value)) or "&nbsp;") + ends[0] for value in row) + ends[1])
    return "".join(out + ["</table>\n", after, "</body></html>\n"])


def by_html(name="claims.xls", encoding="utf-8", mark=b"", change=lambda text: text, **options):
    def write(folder, specs, records):
        return put(folder, name, mark + change(html_page(table(records, specs[0]), **options)).encode(encoding))
    return write


OFFICE_HEAD = ('<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>明细</x:Name>'
               '</x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->\n')
TITLE = '<table><tr><td colspan="9"><h2>2023年上半年赔付明细</h2></td></tr></table>\n'
FORM = ('<form action="/query"><table><tr><td>开始日期</td><td><input name="from" value="2023-01-01"></td>'
        '<td>结束日期</td><td><input name="to" value="2023-06-30"></td></tr></table></form>\n')


def references(text):
    """Chinese characters as numbers, as some systems write them in pages without a charset."""
    return re.sub("[^\x00-\x7f]", lambda found: "&#%d;" % ord(found.group()) if ord(found.group()) % 2 else "&#x%X;" % ord(found.group()), text)


def in_layout(text):
    """The table in a cell of another one."""
    return text.replace('<table border="1">', '<table><tr><td>菜单</td><td><table border="1">').replace("</table>\n</body>", "</table></td></tr></table></body>")


def sections(text):
    """A title over all columns, thead, tbody, tfoot, and the spaces of indents."""
    text = text.replace('<table border="1">\n<tr>', '<table border="1">\n<caption>赔付明细</caption>\n<thead>\n<tr><th colspan="9">2023年上半年</th></tr>\n<tr>', 1)
    text = text.replace("</th></tr>\n<tr><td>", "</th></tr>\n</thead>\n<tbody>\n<tr><td>", 1).replace("<td>", "\n    <td>\n      ")
    return text.replace("</table>", "</tbody>\n<tfoot><tr><td colspan='9'>合计：略</td></tr></tfoot></table>", 1)


def numbers_of_office(value):
    if isinstance(value, float):
        return '<td x:num="%r">' % value
    return '<td class="text">' if isinstance(value, str) else "<td class=date>"


shape("html-called-xls")(by_html())
shape("html-called-xls-gbk")(by_html(encoding="gb18030", charset="gb2312"))
shape("html-without-charset-gbk", "refuse", says=["(?i)html|encod"])(
    by_html(encoding="gb18030", change=lambda text: re.sub("<meta.*?>\n", "", text)))
shape("html-utf-8-mark")(by_html(mark=b"\xef\xbb\xbf", change=lambda text: re.sub("<meta.*?>\n", "", text)))
shape("html-utf-16")(by_html(encoding="utf-16", charset="utf-16"))
shape("html-mso-number-format")(by_html(
    style='.text{mso-number-format:"\\@";} .date{mso-number-format:"Short Date";} br{mso-data-placement:same-cell;}', td=numbers_of_office,
    head=OFFICE_HEAD, change=lambda text: text.replace("<html>", '<html xmlns:o="urn:schemas-microsoft-com:office:office" '
                                                       'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">')))
shape("html-without-closing-tags")(by_html(close=False))
shape("html-capitals", why="tags as old systems wrote them")(by_html(change=lambda text: re.sub(r"</?[a-z]+", lambda found: found.group().upper(), text)))
shape("html-numbered-characters")(by_html(change=references, encoding="ascii"))
shape("html-break-in-header")(by_html(break_=True))
shape("html-sections-and-spans")(by_html(change=sections))
shape("html-title-table-first")(by_html(before=TITLE))
shape("html-form-table-first")(by_html(before=FORM))
shape("html-in-layout-table")(by_html(change=in_layout))
shape("html-bare-table", why="no html, no head: what a page's script saves")(
    by_html(change=lambda text: text[text.index("<table"):text.index("</table>") + 8]))
shape("html-two-tables", "mark", why="the second has the rest of the records", check=False)(
    lambda folder, specs, records: put(folder, "claims.xls", "".join(
        html_page(table([r for r in records if half(first)(r)], specs[0])) for first in (True, False)).encode()))
shape("html-ids-ruined", "never", check=False, why="the page was saved by a spreadsheet that had made numbers of the IDs")(
    by_html(change=lambda text: re.sub(r"<td>(\d{15})\d{3}</td>", lambda f: '<td x:num="%s000">%.5E</td>' % (f.group(1), int(f.group(1) + "000")), text)))


@shape("mhtml-called-xls", "refuse", says=["(?i)mht|mime|web archive", CONVERT], check=False)
def _(folder, specs, records):
    page = html_page(table(records, specs[0])).encode()
    import quopri
    return put(folder, "claims.xls", b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=\"----=_Next\"\r\n\r\n"
               b"------=_Next\r\nContent-Location: file:///C:/claims.htm\r\nContent-Transfer-Encoding: quoted-printable\r\n"
               b"Content-Type: text/html; charset=\"utf-8\"\r\n\r\n" + quopri.encodestring(page) + b"\r\n------=_Next--\r\n")


# SpreadsheetML 2003


def sheet_2003(rows, gaps=True, prefix="", before="", number_ids=False, second=""):
    """XML Spreadsheet: with `gaps`, empty cells are left out and the next says its number."""
    sheet = "urn:schemas-microsoft-com:office:spreadsheet"
    p = prefix + ":" if prefix else ""
    out = ['<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n',
           '<%sWorkbook xmlns%s="%s" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" %s>\n'
           % (p, ":" + prefix if prefix else "", sheet, "" if prefix == "ss" else 'xmlns:ss="%s"' % sheet),
           '<DocumentProperties xmlns="urn:schemas-microsoft-com:office:office"><Author>经办处</Author></DocumentProperties>\n',
           '<%sStyles><%sStyle ss:ID="d"><%sNumberFormat ss:Format="Short Date"/></%sStyle></%sStyles>\n' % (p, p, p, p, p),
           '<%sWorksheet ss:Name="明细"><%sTable ss:ExpandedColumnCount="9">\n<%sColumn ss:Width="80"/>\n' % (p, p, p), before]
    for row in rows:
        out.append("<%sRow>" % p)
        skipped = False
        for x, value in enumerate(row, 1):
            if value is None:
                skipped = True
                if not gaps:
                    out.append("<%sCell/>" % p)
                continue
            at = ' ss:Index="%d"' % x if skipped and gaps else ""
            skipped = False
            if isinstance(value, datetime.date):
                kind, text, at = "DateTime", value.isoformat() + "T00:00:00.000", at + ' ss:StyleID="d"'
            elif isinstance(value, float):
                kind, text = "Number", repr(value)
            elif number_ids and re.fullmatch(r"\d{18}", value):
                kind, text = "Number", "%.14E" % int(value[:15] + "000")
            else:
                kind, text = "String", escape(value)
            out.append('<%sCell%s><%sData ss:Type="%s">%s</%sData></%sCell>' % (p, at, p, kind, text, p, p))
        out.append("</%sRow>\n" % p)
    out.append("</%sTable></%sWorksheet>%s\n</%sWorkbook>\n" % (p, p, second, p))
    return "".join(out)


def by_2003(name="claims.xls", encoding="utf-8", change=lambda text: text, **options):
    def write(folder, specs, records):
        return put(folder, name, change(sheet_2003(table(records, specs[0]), **options)).encode(encoding))
    return write


TITLE_2003 = ('<Row><Cell ss:MergeAcross="8"><Data ss:Type="String">2023年上半年赔付明细</Data></Cell></Row>\n'
              '<Row ss:Index="4"><Cell><Data ss:Type="String">单位：元</Data></Cell></Row>\n')
shape("xml-2003-with-gaps")(by_2003())
shape("xml-2003-called-xml")(by_2003("claims.xml", gaps=False))
shape("xml-2003-gb18030")(by_2003(encoding="gb18030", change=lambda text: text.replace('version="1.0"', 'version="1.0" encoding="GB2312"', 1)))
shape("xml-2003-prefixed")(by_2003(prefix="ss"))
shape("xml-2003-title-and-row-gap")(by_2003(before=TITLE_2003))
shape("xml-2003-empty-second-sheet")(by_2003(second='<Worksheet ss:Name="Sheet2"><Table/></Worksheet>'))
shape("xml-2003-rich-text", why="html inside a cell")(by_2003(change=lambda text: text.replace(
    '<Data ss:Type="String">已打款</Data>',
    '<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>已</B><Font html:Color="#FF0000" xmlns:html="http://www.w3.org/TR/REC-html40">打款</Font></ss:Data>')))
shape("xml-2003-ids-as-numbers", "never", check=False)(by_2003(number_ids=True))


# JSON


def objects(records, spec, money=True, drop=True, nest=False, ids=str):
    """Records as objects; a name a/b is an object in an object."""
    made = []
    for record in records:
        if not spec["keep"](record):
            continue
        out = {}
        for title, key in spec["cols"]:
            value = cell(record, key, spec, dates=False, money=money)
            if value is None and drop:
                continue
            place, *rest = title.split("/") if nest else [title]
            value = ids(value) if key == "id" else value
            if rest:
                out.setdefault(place, {})[rest[0]] = value
            else:
                out[place] = value
        made.append(out)
    return made


def by_json(name="claims.json", form=lambda made: json.dumps(made, ensure_ascii=False), encoding="utf-8", mark=b"", pack=bytes, **options):
    def write(folder, specs, records):
        return put(folder, name, pack(mark + form(objects(records, specs[0], **options)).encode(encoding)))
    return write


def lines(made, ascii_=False, end="\n"):
    return end.join(json.dumps(one, ensure_ascii=ascii_) for one in made) + end


def pretty(made):
    return json.dumps(made, ensure_ascii=False, indent=2)


def exact_number(text):
    return int(text) if text.isdigit() else text


def doubled(text):
    """A browser's JSON.parse and JSON.stringify: the nearest double, printed whole."""
    return int(float(text)) if text.isdigit() else text


NESTED = ("claimNo=claim person/idNo=id person/name=name payment/date=paid payment/amount=amount status=status "
          "originalClaimNo=orig care=care district=district")
CAMEL = "claimNo=claim idNo=id name=name paidDate=paid amount=amount status=status originalClaimNo=orig careType=care district=district"
camel = [part(CAMEL, **english)]
shape("json-array")(by_json())
shape("json-array-english", files=camel)(by_json())
shape("json-array-pretty")(by_json(form=pretty))
shape("json-array-escaped")(by_json(form=json.dumps))
shape("json-utf-8-mark")(by_json(mark=b"\xef\xbb\xbf"))
shape("json-gb18030", "mark", why="JSON is UTF-8, but not in life")(by_json(encoding="gb18030"))
shape("json-utf-16", "mark")(by_json(encoding="utf-16"))
shape("json-money-as-text")(by_json(money=False))
shape("json-nulls")(by_json(drop=False))
shape("json-in-data-list", files=camel)(by_json(form=lambda made: json.dumps(
    {"code": 0, "msg": "成功", "data": {"total": len(made), "page": {"no": 1, "size": 1000}, "list": made}}, ensure_ascii=False)))
shape("json-list-before-total", files=camel)(by_json(form=lambda made: json.dumps(
    {"rows": made, "total": len(made), "columns": [{"key": "claimNo"}, {"key": "idNo"}]}, ensure_ascii=False)))
shape("json-called-txt")(by_json("claims.txt"))
shape("json-nested-person", files=[part(NESTED, **english)], hand=False)(by_json(nest=True))
shape("json-lines")(by_json("claims.jsonl", lines))
shape("json-lines-called-json", files=camel)(by_json("claims.json", lines))
shape("json-lines-crlf-and-blank-lines")(by_json("claims.ndjson", lambda made: "\r\n" + lines(made, end="\r\n\r\n")))
shape("json-lines-nested", files=[part(NESTED, **english)], hand=False)(by_json("claims.jsonl", lines, nest=True))
shape("json-lines-gb18030", "mark")(by_json("claims.jsonl", lines, encoding="gb18030"))
shape("json-lines-gz")(by_json("claims.jsonl.gz", lines, pack=gzip.compress))
shape("json-in-zip")(by_json("claims.zip", pack=lambda data: zip_of([("claims.json", data)])))
shape("json-without-line-ends-between", "mark", why="objects one after the other", check=False)(
    by_json("claims.json", lambda made: "".join(json.dumps(one, ensure_ascii=False) for one in made)))
shape("json-ids-as-exact-numbers", "mark", why="all 18 digits stand there")(by_json(ids=exact_number))
shape("json-ids-through-a-browser", "never", check=False)(by_json(ids=doubled))
shape("json-ids-with-exponent", "never", check=False)(by_json(ids=lambda text: float(text) if text.isdigit() else text))
shape("json-money-noise")(by_json(form=lambda made: json.dumps(
    [dict(one, **{"赔付金额": math.nextafter(one["赔付金额"], 1e9)}) for one in made], ensure_ascii=False)))
shape("json-columns-and-rows", "refuse", says=["(?i)json"], why="pandas' “split”", check=False, hand=False)(
    by_json(drop=False, form=lambda made: json.dumps({"columns": list(made[0]), "data": [list(one.values()) for one in made]}, ensure_ascii=False)))
shape("json-object-of-claims", "refuse", says=["(?i)json"], why="keys are what another shape has as claim number", check=False, hand=False)(
    by_json(form=lambda made: json.dumps({"%s-%d" % (one["案件编号"], number): one for number, one in enumerate(made)}, ensure_ascii=False)))
shape("json-two-lists", "mark", files=camel, why="two lists of like objects: which one?", hand=False, check=False)(by_json(form=lambda made: json.dumps(
    {"list": made, "previous": [dict(one, claimNo="OLD" + one["claimNo"]) for one in made[:50]]}, ensure_ascii=False)))


# What cannot be read, and must be called by its name


@shape("parquet", "refuse", needs=["pyarrow"], says=["(?i)parquet", "(?i)duckdb"], check=False)
def _(folder, specs, records):
    import pyarrow
    import pyarrow.parquet
    rows = table(records, specs[0])
    columns_ = {title: [row[x] for row in rows[1:]] for x, title in enumerate(rows[0])}
    pyarrow.parquet.write_table(pyarrow.table(columns_), os.path.join(folder, "claims.parquet"))
    return ["claims.parquet"]


@shape("arrow", "refuse", needs=["pyarrow"], says=["(?i)arrow|feather"], check=False)
def _(folder, specs, records):
    import pyarrow
    import pyarrow.feather
    rows = table(records, specs[0])
    pyarrow.feather.write_feather(pyarrow.table({title: [row[x] for row in rows[1:]] for x, title in enumerate(rows[0])}),
                                  os.path.join(folder, "claims.feather"))
    return ["claims.feather"]


@shape("sqlite", "refuse", says=["(?i)sqlite"], check=False)
def _(folder, specs, records):
    rows = table(records, specs[0], dates=False)
    base = sqlite3.connect(os.path.join(folder, "claims.db"))
    base.execute("create table claims (%s)" % ", ".join('"%s"' % title for title in rows[0]))
    base.executemany("insert into claims values (%s)" % ", ".join("?" * len(rows[0])), rows[1:])
    base.commit()
    base.close()
    return ["claims.db"]


def dbase(rows, encoding="gb18030"):
    """A dBase III table, as old insurers' systems still export it."""
    texts = [[text_of(value).encode(encoding) for value in row] for row in rows]
    sizes = [max(len(row[x]) for row in texts) or 1 for x in range(len(rows[0]))]
    head = struct.pack("<BBBBIHH20x", 3, 123, 7, 5, len(rows) - 1, 33 + 32 * len(sizes), 1 + sum(sizes))
    for title, size in zip(texts[0], sizes):
        head += struct.pack("<11sc4xBB14x", title[:10], b"C", size, 0)
    body = b"".join(b" " + b"".join(text.ljust(size) for text, size in zip(row, sizes)) for row in texts[1:])
    return head + b"\r" + body + b"\x1a"


def other(name, says, data, file):
    shape(name, "refuse", says=[says], check=False)(lambda folder, specs, records: put(folder, file, data(records, specs[0])))


other("dbase", "(?i)dbase|dbf", lambda records, spec: dbase(table(records, spec)), "claims.dbf")
other("pdf", "(?i)pdf", lambda records, spec: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n", "claims.pdf")
other("pdf-called-csv", "(?i)pdf", lambda records, spec: b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n", "claims.csv")
other("picture-called-xls", "(?i)png|picture|image", lambda records, spec: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64), "claims.xls")
other("word-document", "(?i)word|docx", lambda records, spec: zip_of([
    ("[Content_Types].xml", b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    ("word/document.xml", b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>")]), "claims.docx")
other("binary-workbook", "(?i)xlsb|binary", lambda records, spec: zip_of([
    ("[Content_Types].xml", b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.bin" '
     b'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'),
    ("xl/workbook.bin", bytes(64)), ("xl/worksheets/sheet1.bin", bytes(64))]), "claims.xlsb")
other("numbers-of-a-mac", "(?i)numbers", lambda records, spec: zip_of([
    ("Index/Document.iwa", bytes(64)), ("Index/Tables/DataList.iwa", bytes(64)), ("preview.jpg", b"\xff\xd8\xff\xe0"),
    ("Metadata/Properties.plist", b"bplist00")]), "claims.numbers")
other("rar", "(?i)rar", lambda records, spec: b"Rar!\x1a\x07\x01\x00" + bytes(range(64)), "claims.rar")
other("empty-zip", "(?i)zip|empty|no entr|nothing", lambda records, spec: zip_of([]), "claims.zip")
other("empty-gz", "(?i)gz|empty|nothing|no (header|line|record)", lambda records, spec: gzip.compress(b""), "claims.csv.gz")
other("page-instead-of-file", "(?i)html|page|table", lambda records, spec: (
    "<!DOCTYPE html><html><head><title>登录</title></head><body><form action='/login'>请重新登录</form></body></html>").encode(), "claims.xls")
other("json-of-an-error", "(?i)json", lambda records, spec: '{"code":401,"msg":"登录已过期","data":null}'.encode(), "claims.xls")


# The other reader: all cells of a file, by programs that share nothing with the one that is judged


class PageReader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.cells = []
        self.open = False

    def handle_starttag(self, tag, attributes):
        if tag in ("td", "th"):
            self.open = True
            self.cells.append("")

    def handle_endtag(self, tag):
        if tag in ("td", "th", "tr", "table"):
            self.open = False

    def handle_data(self, data):
        if self.open:
            self.cells[-1] += data


def decoded(data):
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def values_of(made):
    if isinstance(made, dict):
        made = made.values()
    if isinstance(made, (list, type({}.values()))):
        return [value for one in made for value in values_of(one)]
    return [made]


def unxz(data):
    """All streams, and the zeros that may stand between them."""
    out = b""
    while data:
        stream = lzma.LZMADecompressor()
        out += stream.decompress(data)
        data = stream.unused_data.lstrip(b"\0")
    return out


def cells_of(data):
    """Every value that a file holds, wherever it stands."""
    for start, unpack in [(b"\x1f\x8b", gzip.decompress), (b"BZh", bz2.decompress), (b"\xfd7zXZ", unxz), (b"\x5d\x00\x00", lzma.decompress)]:
        if data.startswith(start):
            return cells_of(unpack(data))
    if data.startswith(b"\x28\xb5\x2f\xfd"):
        return cells_of(subprocess.run(["zstd", "-dqc"], input=data, stdout=subprocess.PIPE, check=True).stdout)
    if data[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            return [value for entry in archive if entry.isfile() for value in cells_of(archive.extractfile(entry).read())]
    if data.startswith(b"PK") or data.startswith(b"MZ"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.testzip():
                raise ValueError("a checksum in the zip is wrong")
            if "[Content_Types].xml" in archive.namelist():
                import openpyxl
                with warnings.catch_warnings():  # of styles that are missing
                    warnings.simplefilter("ignore")
                    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
                return [made for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for made in row if made is not None]
            return [value for name in archive.namelist() if not name.startswith("__MACOSX") and not name.endswith((".DS_Store", "Thumbs.db", "desktop.ini"))
                    and "~$" not in name for value in cells_of(archive.read(name))]
    text = decoded(data).lstrip()
    if "urn:schemas-microsoft-com:office:spreadsheet" in text[:2000]:
        text = re.sub(r'encoding="[^"]*"', "", text, count=1)
        return ["".join(made.itertext()) for made in ElementTree.fromstring(text).iter("{urn:schemas-microsoft-com:office:spreadsheet}Data")]
    if text.startswith("<"):
        reader = PageReader()
        reader.feed(text)
        return [value.strip().replace("\xa0", "") for value in reader.cells]
    if text[:1] in "[{":
        try:
            return values_of(json.loads(text, parse_float=decimal.Decimal))
        except json.JSONDecodeError:
            return [value for line in text.splitlines() if line.strip() for value in values_of(json.loads(line, parse_float=decimal.Decimal))]
    delimiter = "\t" if "\t" in text.split("\n")[0] else ","
    return [value for row in csv.reader(io.StringIO(text), delimiter=delimiter) for value in row]


def day_of(value):
    """A date, however a reader tells it; else None."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    found = re.match(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", value) if isinstance(value, str) else None
    return datetime.date(*map(int, found.groups())) if found else None


def fen_of(value):
    if isinstance(value, bool) or value is None:
        return None
    try:
        return int((decimal.Decimal(str(value).replace(",", "")) * 100).to_integral_value())
    except (decimal.InvalidOperation, ValueError):
        return None


def lacks(made, paths, records):
    """What should be in the files of a shape, and is not: an empty list if they are as they should be."""
    found = []
    for path in paths:
        with open(path, "rb") as file:
            found += cells_of(file.read())
    texts = collections.Counter(str(value) for value in found)
    days = collections.Counter(day for day in map(day_of, found) if day)
    money = collections.Counter(fen for fen in map(fen_of, found) if fen is not None)
    wanted = [collections.Counter() for _ in range(3)]
    for spec in made["files"]:
        for record in filter(spec["keep"], records):
            for _, key in spec["cols"]:
                if key in ("claim", "orig", "id"):
                    wanted[0].update(filter(None, [shapes.CELLS[key](record, spec)]))
            wanted[1].update(filter(None, [record["paid"]]))
            wanted[2][record["amount"]] += 1
    kinds = zip(["numbers of claims and people", "days", "amounts"], wanted, [texts, days, money])
    return ["%d %s" % (sum((want - have).values()), kind) for kind, want, have in kinds if want - have]


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: formats.py FOLDER [SHAPE…]")
    records = shapes.make_claims()
    bad = skipped = proven = 0
    chosen = [made for made in SHAPES if not sys.argv[2:] or made["name"] in sys.argv[2:]]
    for made in chosen:
        if missing(made):
            skipped += 1
            print("%s: skipped, for want of %s" % (made["name"], ", ".join(missing(made))))
            continue
        folder = os.path.join(sys.argv[1], made["name"])
        shutil.rmtree(folder, ignore_errors=True)
        paths = write_shape(made, records, folder)
        if made["check"]:
            try:
                wrong = lacks(made, paths, records)
            except Exception as error:  # whatever the other reader says, the file is not proven
                wrong = ["%s: %s" % (type(error).__name__, error)]
            proven += not wrong
            bad += bool(wrong)
            if wrong:
                print("%s: another reader misses %s" % (made["name"], ", ".join(wrong)))
    print("%d shapes of %d records: %d read back, %d not as they should be, %d skipped" % (len(chosen), len(records), proven, bad, skipped))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
