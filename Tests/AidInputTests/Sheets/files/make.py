#!/usr/bin/env python3
"""Writes the workbooks and the web page of this folder anew: needs openpyxl, XlsxWriter and LibreOffice Calc.

A workbook NAME.xlsx is kept as the folder NAME of the parts that are read, so that a change of it can be read. All
hold the same rows, as each of these programs writes them.
"""

import datetime
import pathlib
import shutil
import subprocess
import tempfile
import zipfile

import openpyxl
import xlsxwriter

HERE = pathlib.Path(__file__).parent
ID = "11010119900101" + "1237"
ROWS = [
    ["编号", "身份证号", "日期", "时刻", "金额(元)", "备注"],
    ["BX-1", ID, datetime.date(2023, 5, 10), datetime.datetime(2023, 5, 10, 9, 30), 1234.5, "甲,乙 \"丙\""],
    ["BX-2", float(ID[:15] + "000"), datetime.date(1999, 12, 31), None, 0.1, "两\n行"],
    ["BX-3", None, None, None, -3, None],
    [None, None, None, None, None, None],
    ["BX-4", " ", datetime.date(2024, 2, 29), datetime.datetime(2024, 2, 29, 23, 59, 59), 100, "<&>"],
]
PARTS = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml",
         "xl/worksheets/sheet1.xml", "_rels/.rels"]


def keep(workbook, name):
    folder = HERE / name
    shutil.rmtree(folder, ignore_errors=True)
    with zipfile.ZipFile(workbook) as archive:
        for part in PARTS:
            if part in archive.namelist():
                target = folder / part
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(part))


def by_openpyxl(path, streamed):
    book = openpyxl.Workbook(write_only=streamed)
    sheet = book.create_sheet("明细") if streamed else book.active
    for row in ROWS:
        sheet.append(row)
    book.save(path)


def by_xlsxwriter(path, settings):
    book = xlsxwriter.Workbook(path, settings)
    sheet = book.add_worksheet("明细")
    day = book.add_format({"num_format": "yyyy\"年\"m\"月\"d\"日\""})
    time = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    for number, row in enumerate(ROWS):
        for column, value in enumerate(row):
            if isinstance(value, datetime.datetime):
                sheet.write_datetime(number, column, value, time)
            elif isinstance(value, datetime.date):
                sheet.write_datetime(number, column, value, day)
            elif value is not None:
                sheet.write(number, column, value)
    book.close()


def by_libreoffice(source, kind, folder):
    subprocess.run(
        ["soffice", "-env:UserInstallation=file://" + str(folder / "profile"), "--headless", "--convert-to", kind,
         "--outdir", str(folder / "out"), str(source)],
        check=True, capture_output=True)
    return folder / "out" / (source.stem + "." + kind.split(":")[0])


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for streamed in (False, True):
            by_openpyxl(folder / "o.xlsx", streamed)
            keep(folder / "o.xlsx", "openpyxl-streamed" if streamed else "openpyxl")
        by_xlsxwriter(folder / "x.xlsx", {})
        keep(folder / "x.xlsx", "xlsxwriter")
        by_xlsxwriter(folder / "c.xlsx", {"constant_memory": True, "date_1904": True})
        keep(folder / "c.xlsx", "xlsxwriter-constant-memory-1904")
        keep(by_libreoffice(folder / "x.xlsx", "xlsx", folder), "libreoffice")
        shutil.copy(by_libreoffice(folder / "x.xlsx", "html:HTML (StarCalc)", folder), HERE / "libreoffice.html")


main()
