"""Bombs and damaged files: each must be refused soon, in little memory, and leave nothing behind.

    python3 damage.py AIDSTATS [CASE…] [--step N] [--seconds 5] [--megabytes 64] [--keep FOLDER]

Every case is one file and one `aidstats run` with a pipeline file that names
its fields and no format. What is asked of the run:

    exit code       65; or 0 with the figures of the undamaged file, where the
                    damage is in nothing that matters (a file's time, say)
    time            below --seconds; the aim is one second on a quiet machine
    memory          peak of the process below --megabytes
    files           nothing in the output folder but its lock, nothing in
                    TMPDIR, nothing anywhere else
    messages        one at least; no ID number, no raw control character, and
                    no more than 4 KiB

Small files of each kind are cut, and one of their bytes is turned over, at
every place that --step meets; --step 1 is every byte (about 12,000 runs).
Before that, the undamaged file of each kind is tried: where the program does
not read the kind at all, refusing its damages proves nothing, and that is said.
"""

import argparse
import bz2
import gzip
import io
import json
import lzma
import os
import shutil
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
import zlib

import formats
import shapes
from formats import parts_of_book, sheet_xml, sheet_2003, table, zip_of, zstd

PIPELINE = """name: damage
inputs: [{ files: [%s] }]
fields:
  claim: { from: [案件编号] }
  person: { from: [身份证号], type: resident-id }
  paidOn: { from: [支付日期], type: date }
  amount: { from: [赔付金额] }
"""
COLUMNS = "案件编号=claim 身份证号=id 支付日期=paid 赔付金额=amount"
SPEC = shapes.part(COLUMNS)
RECORDS = [r for r in shapes.make_claims() if r["status"] == "paid" and r["paid"].month < 4][:6]
ROWS = table(RECORDS, SPEC)
TEXT = shapes.write_csv(RECORDS, SPEC).encode()
HEAD, LINE = TEXT.split(b"\n")[0] + b"\n", TEXT.split(b"\n")[1] + b"\n"
MIB = 1 << 20

CASES = []


def case(name, file, also_right=False, needs=()):
    """Names a function that gives the bytes of a file, or an iterator of pieces of them.

    also_right: right figures are welcome, too
    """
    def add(make):
        CASES.append({"name": name, "file": file, "make": make, "also_right": also_right, "needs": list(needs)})
        return make
    return add


# Bombs of one stream


def repeated(piece, size, head=b""):
    """`head`, then `piece` again and again, in pieces of a MiB."""
    yield head
    block = piece * (MIB // len(piece))
    for _ in range(size // len(block)):
        yield block


def through(compressor, source):
    for piece in source:
        made = compressor.compress(piece)
        if made:
            yield made
    yield compressor.flush()


def gzipped(source):
    return through(zlib.compressobj(6, zlib.DEFLATED, 31), source)


def joined(compressor, head, piece, size):
    """A stream of `head`, then the same stream of 16 MiB again and again: quick to make."""
    first, block = compressor(), compressor()
    yield b"".join(through(first, [head]))
    again = b"".join(through(block, repeated(piece, 16 * MIB)))
    yield again * (size // (16 * MIB))


class Zstd:
    """The command, as a compressor. Its output is small here."""
    def __init__(self, *options):
        self.process = subprocess.Popen(["zstd", "-q", "-c", "-1", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def compress(self, piece):
        self.process.stdin.write(piece)
        return b""

    def flush(self):
        self.process.stdin.close()
        out = self.process.stdout.read()
        self.process.stdout.close()
        self.process.wait()
        return out


STREAMS = [("gz", lambda: zlib.compressobj(6, zlib.DEFLATED, 31), []), ("bz2", lambda: bz2.BZ2Compressor(), []),
           ("xz", lambda: lzma.LZMACompressor(preset=1), []), ("zst", Zstd, ["zstd"])]
FILLINGS = [("zeros", b"\0", b""), ("zeros-behind-header", b"\0", HEAD), ("blank-lines", b"\n", HEAD), ("commas", b",", HEAD),
            ("open-quote", b"a", HEAD + b'"'), ("one-line-again", LINE, HEAD)]
for kind, compressor, needs in STREAMS:
    case("bomb-%s-one-stream" % kind, "claims.csv." + kind, needs=needs)(
        lambda c=compressor: through(c(), repeated(b"\0", 512 * MIB)))
    for filling, piece, head in FILLINGS:
        case("bomb-%s-%s" % (kind, filling), "claims.csv." + kind, needs=needs)(
            lambda c=compressor, p=piece, h=head: joined(c, h, p, 512 * MIB))
    # A bomb in the same kind of stream: 10^6 and more to 1
    case("bomb-%s-in-%s" % (kind, kind), "claims.csv.%s.%s" % (kind, kind), needs=needs)(
        lambda c=compressor: through(c(), through(c(), repeated(b"\0", 512 * MIB))))


@case("bomb-gz-members-of-nothing", "claims.csv.gz")
def _():
    return gzip.compress(b"", mtime=0) * 200_000


@case("bomb-bz2-streams", "claims.csv.bz2")
def _():
    return bz2.compress(bytes(45 * MIB)) * 1000


@case("bomb-xz-streams-of-nothing", "claims.csv.xz")
def _():
    return lzma.compress(b"") * 100_000


@case("bomb-zst-skippable-frames", "claims.csv.zst")
def _():
    return b"\x50\x2a\x4d\x18\x00\x00\x00\x00" * 500_000


@case("greedy-zst-window", "claims.csv.zst", also_right=True)
def _():
    """A frame of a few bytes that asks for a window of 2 GiB."""
    return b"\x28\xb5\x2f\xfd\x00\xa8" + struct.pack("<I", len(TEXT) << 3 | 1)[:3] + TEXT


@case("greedy-xz-dictionary", "claims.csv.xz", also_right=True)
def _():
    """A block of a few bytes that asks for a dictionary of 4 GiB."""
    data = bytearray(lzma.compress(TEXT))
    size = (data[12] + 1) * 4
    place = data.index(b"\x21\x01", 12) + 2
    data[place] = 40
    data[12 + size - 4:12 + size] = struct.pack("<I", zlib.crc32(bytes(data[12:12 + size - 4])))
    return bytes(data)


@case("greedy-lzma-dictionary", "claims.csv.lzma", also_right=True)
def _():
    data = bytearray(lzma.compress(TEXT, lzma.FORMAT_ALONE))
    data[1:5] = b"\xff\xff\xff\xff"
    return bytes(data)


# Zip archives


def zipped_stream(name, source):
    """A zip whose only entry is written piece by piece."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        with archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as entry:
            entry._compressor = zlib.compressobj(6, zlib.DEFLATED, -15)  # a ZipInfo alone would store
            entry._zinfo.compress_type = zipfile.ZIP_DEFLATED
            for piece in source:
                entry.write(piece)
    return out.getvalue()


def raw_deflate(data):
    made = zlib.compressobj(9, zlib.DEFLATED, -15)
    return made.compress(data) + made.flush()


def zip_by_hand(entries, end=None, between=b""):
    """A zip written field by field.

    entries: dictionaries of name and data, and of lies, as `local_size`, `central_crc`
    end:     lies of the end record
    """
    body, directory = b"", b""
    for entry in entries:
        name, data = entry["name"], entry["data"]
        packed = raw_deflate(data)
        true = {"flags": 0, "method": 8, "crc": zlib.crc32(data), "packed": len(packed), "size": len(data), "offset": len(body), "name": name}

        def said(key, where):
            return entry.get(where + "_" + key, true[key])

        if not entry.get("no_local"):
            body += struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, said("flags", "local"), said("method", "local"), 0, 0x56E5, said("crc", "local"),
                                said("packed", "local"), said("size", "local"), len(said("name", "local")), 0) + said("name", "local") + packed
        directory += struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 0x031E, 20, said("flags", "central"), said("method", "central"), 0, 0x56E5,
                                 said("crc", "central"), said("packed", "central"), said("size", "central"), len(said("name", "central")),
                                 0, 0, 0, 0, 0o100644 << 16, said("offset", "central")) + said("name", "central")
    last = {"count": len(entries), "size": len(directory), "offset": len(body) + len(between), "comment": b"", "comment_size": None}
    last.update(end or {})
    size = len(last["comment"]) if last["comment_size"] is None else last["comment_size"]
    return body + between + directory + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, last["count"] & 0xFFFF, last["count"] & 0xFFFF,
                                                    last["size"], last["offset"], size) + last["comment"]


def one(**lies):
    return [dict({"name": b"claims.csv", "data": TEXT}, **lies)]


for filling, piece, head in FILLINGS:
    case("bomb-zip-" + filling, "claims.zip")(lambda p=piece, h=head: zipped_stream("claims.csv", repeated(p, 512 * MIB, h)))
case("bomb-zip-in-zip", "claims.zip")(lambda: zip_of([("inner.zip", zipped_stream("claims.csv", repeated(b"\0", 512 * MIB)))]))
case("bomb-zip-gz-in-zip", "claims.zip")(lambda: zip_of([("claims.csv.gz", b"".join(gzipped(repeated(b"\0", 512 * MIB))))]))
case("bomb-zip-of-many-bombs", "claims.zip")(
    lambda: zip_of([("%04d.csv" % n, zipped) for n, zipped in enumerate([HEAD + b"\n" * (2 * MIB)] * 250)]))
case("bomb-zip-many-entries", "claims.zip")(lambda: zip_of([("%05d.csv" % n, b"") for n in range(60_000)], zipfile.ZIP_STORED))
case("bomb-zip-deep", "claims.zip")(lambda: nested_zip(40))
case("bomb-zip-overlapping", "claims.zip")(lambda: overlapping(2000))
case("zip-encrypted", "claims.zip", needs=["zip"])(lambda: by_command(["zip", "-qj", "-P", "2023", "claims.zip", "claims.csv"]))
case("zip-encrypted-aes", "claims.zip", needs=["7z"])(lambda: by_command(["7z", "a", "-bd", "-tzip", "-mem=AES256", "-p2023", "claims.zip", "claims.csv"]))
case("zip-encrypted-flag-alone", "claims.zip", also_right=True)(lambda: zip_by_hand(one(local_flags=1, central_flags=1)))
case("zip-wrong-crc", "claims.zip")(lambda: zip_by_hand(one(local_crc=1, central_crc=1)))
case("zip-wrong-crc-in-directory", "claims.zip", also_right=True)(lambda: zip_by_hand(one(central_crc=1)))
case("zip-size-too-small", "claims.zip")(lambda: zip_by_hand(one(local_size=60, central_size=60, local_crc=zlib.crc32(TEXT[:60]), central_crc=zlib.crc32(TEXT[:60]))))
case("zip-size-too-large", "claims.zip")(lambda: zip_by_hand(one(local_size=10**6, central_size=10**6)))
case("zip-directory-lies-about-size", "claims.zip", also_right=True)(lambda: zip_by_hand(one(central_size=10**9)))
case("zip-directory-lies-about-packed-size", "claims.zip", also_right=True)(lambda: zip_by_hand(one(central_packed=10**9)))
case("zip-packed-beyond-end", "claims.zip")(lambda: zip_by_hand(one(local_packed=10**9, central_packed=10**9)))
case("zip-offset-beyond-end", "claims.zip")(lambda: zip_by_hand(one(central_offset=10**9)))
case("zip-names-differ", "claims.zip", also_right=True)(lambda: zip_by_hand(one(local_name=b"other.csv")))
case("zip-unknown-method", "claims.zip")(lambda: zip_by_hand(one(local_method=98, central_method=98)))
case("zip-method-differs", "claims.zip", also_right=True)(lambda: zip_by_hand(one(local_method=0)))
case("zip-count-lies", "claims.zip", also_right=True)(lambda: zip_by_hand(one(), end={"count": 65_000}))
case("zip-directory-beyond-end", "claims.zip", also_right=True)(lambda: zip_by_hand(one(), end={"offset": 10**9}))
case("zip-comment-size-lies", "claims.zip", also_right=True)(lambda: zip_by_hand(one(), end={"comment_size": 5000}))
case("zip-two-ends", "claims.zip", also_right=True)(lambda: zip_by_hand(one(), end={"comment": zip_by_hand([])}))
case("zip-entry-missing-from-directory", "claims.zip", also_right=True)(
    lambda: zip_by_hand(one()[:1], between=zip_by_hand([{"name": b"more.csv", "data": TEXT}])[:-22]))
case("zip-directory-entry-without-data", "claims.zip")(lambda: zip_by_hand(one() + [{"name": b"more.csv", "data": TEXT, "no_local": True}]))
for label, name in [("parents", b"../../escaped.csv"), ("absolute", None), ("backslashes", b"..\\..\\escaped.csv"), ("drive", b"C:\\escaped.csv"),
                    ("parents-inside", b"a/../../../escaped.csv")]:
    case("zip-path-" + label, "claims.zip")(lambda n=name: zip_by_hand(one(name=n or absolute_name())))
for label, name in [("zero", b"claims.csv\0.exe"), ("escape", b"\x1b[31mclaims\x1b[0m.csv"), ("line-end", b"claims.csv\nerror: all is well.csv"), ("empty", b""),
                    ("long", b"a" * 65_000 + b".csv"), ("not-text", b"\xff\xfe\xfd.csv"), ("an-id", RECORDS[0]["id"].encode() + b".csv"),
                    ("hidden", b".csv"), ("many-folders", b"a/" * 30_000 + b"a.csv")]:
    case("zip-name-" + label, "claims.zip", also_right=True)(lambda n=name: zip_by_hand(one(name=n)))


def absolute_name():
    return os.path.join(SANDBOX[0], "escaped.csv").encode()


def nested_zip(depth):
    data = zip_of([("claims.csv", TEXT)])
    for _ in range(depth):
        data = zip_of([("inner.zip", data)])
    return data


def overlapping(count):
    """Entries of a directory that all point to the same data."""
    entries = [{"name": b"00000.csv", "data": HEAD + LINE * 50_000}]
    entries += [{"name": b"%05d.csv" % n, "data": b"", "no_local": True} for n in range(1, count)]
    packed = raw_deflate(entries[0]["data"])
    for entry in entries[1:]:
        entry.update(central_offset=0, central_packed=len(packed), central_size=len(entries[0]["data"]), central_crc=zlib.crc32(entries[0]["data"]))
    return zip_by_hand(entries)


def by_command(words):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "claims.csv"), "wb") as file:
            file.write(TEXT)
        subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with open(os.path.join(folder, "claims.zip"), "rb") as file:
            return file.read()


# Tar archives


def tar_entry(name, data=b"", kind=tarfile.REGTYPE, link="", size=None, pax=None):
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.size = kind, link, len(data) if size is None else size
    info.pax_headers = pax or {}
    made = info.tobuf(tarfile.PAX_FORMAT if pax else tarfile.GNU_FORMAT)
    return made + data + bytes(-len(data) % 512)


def with_checksum(block):
    block = bytearray(block)
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


END = bytes(1024)


def sparse(real):
    """An old GNU sparse file: no data, and a size of `real`."""
    block = bytearray(tar_entry("claims.csv", kind=tarfile.GNUTYPE_SPARSE))
    block[257:265] = b"ustar  \0"
    block[386:398] = b"%011o\0" % real
    block[398:410] = b"%011o\0" % 0
    block[483:495] = b"%011o\0" % real
    return with_checksum(block) + END


def negative_size():
    block = bytearray(tar_entry("claims.csv", TEXT)[:512])
    block[124:136] = b"\xff" * 11 + b"\xf0"
    return with_checksum(block) + TEXT + END


case("tar-path-parents", "claims.tar")(lambda: tar_entry("../../escaped.csv", TEXT) + END)
case("tar-path-absolute", "claims.tar")(lambda: tar_entry(absolute_name().decode(), TEXT) + END)
case("tar-link-outside", "claims.tar")(lambda: tar_entry("claims.csv", kind=tarfile.SYMTYPE, link="/etc/passwd") + END)
case("tar-hard-link-outside", "claims.tar")(lambda: tar_entry("claims.csv", kind=tarfile.LNKTYPE, link="../../pipeline.yaml") + END)
case("tar-device", "claims.tar")(lambda: tar_entry("claims.csv", kind=tarfile.CHRTYPE) + END)
case("tar-size-beyond-end", "claims.tar")(lambda: tar_entry("claims.csv", TEXT, size=8**11 - 1))
case("tar-size-negative", "claims.tar")(negative_size)
case("tar-sparse-bomb", "claims.tar")(lambda: sparse(8 * 1024 * MIB - 512))
case("tar-pax-size-lies", "claims.tar", also_right=True)(lambda: tar_entry("claims.csv", TEXT, pax={"size": "99999999999"}) + END)
case("tar-long-name-of-a-gigabyte", "claims.tar")(lambda: tar_entry("././@LongLink", b"a" * 1024, kind=tarfile.GNUTYPE_LONGNAME, size=1 << 30))
case("tar-without-end", "claims.tar", also_right=True)(lambda: tar_entry("claims.csv", TEXT))
case("tar-wrong-checksum", "claims.tar")(lambda: tar_entry("claims.csv", TEXT).replace(b"claims.csv", b"clauns.csv", 1) + END)
case("tar-many-entries", "claims.tar")(lambda: tar_entry("a/", kind=tarfile.DIRTYPE) * 100_000 + END)
case("bomb-tar-gz", "claims.tar.gz")(lambda: gzipped(
    piece for pieces in ([tar_entry("claims.csv", size=512 * MIB)], repeated(b"\0", 512 * MIB), [END]) for piece in pieces))


# Workbooks


def book(sheet=None, change=lambda parts: parts, strings=None, rows=ROWS):
    """A small workbook, with parts of it changed."""
    shared = {}
    xml = sheet_xml(rows, shared)
    parts = dict(parts_of_book([("明细", sheet(xml) if sheet else xml)], shared))
    if strings:
        parts["xl/sharedStrings.xml"] = strings(parts["xl/sharedStrings.xml"].decode()).encode()
    return zip_of(list(change(parts).items()))


def big_part(name, before, piece, size, after, start=""):
    """A workbook with one part of many bytes, packed small."""
    shared = {}
    xml = sheet_xml(ROWS, shared)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts_of_book([("明细", xml)], shared):
            if part != name:
                archive.writestr(part, data)
                continue
            place = data.index(before) + len(before)
            with archive.open(name, "w") as entry:
                entry.write(data[:place] + start.encode())
                for block in repeated(piece, size):
                    entry.write(block)
                entry.write(after + data[place:])
    return out.getvalue()


LAUGHS = ('<!DOCTYPE worksheet [<!ENTITY a0 "ha">%s]>' %
          "".join('<!ENTITY a%d "%s">' % (n, "&a%d;" % (n - 1) * 10) for n in range(1, 12)))
SHEET, STRINGS, WORKBOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"


def doctype(text, entity="&a11;", declared=LAUGHS, at="<t"):
    """A DOCTYPE before the root, and its entity in the first text behind `at`."""
    start = text.index("?>") + 2
    place = text.index(">", text.index(at, start)) + 1
    return text[:start] + declared + text[start:place] + entity + text[place:]


def replaced(name, change):
    def edit(parts):
        parts[name] = change(parts[name].decode()).encode()
        return parts
    return edit


def without_part(name):
    return lambda parts: {key: value for key, value in parts.items() if key != name}


def xlsx(name, also_right=False):
    return case("xlsx-" + name, "claims.xlsx", also_right)


FILE_ENTITY = '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>'
xlsx("laughs-in-sheet")(lambda: book(lambda xml: doctype(xml, at="<v")))
xlsx("laughs-in-strings")(lambda: book(strings=doctype))
xlsx("laughs-in-workbook")(lambda: book(change=replaced(WORKBOOK, lambda xml: doctype(xml, at="<workbook"))))
xlsx("file-entity-in-strings")(lambda: book(strings=lambda xml: doctype(xml, declared=FILE_ENTITY)))
xlsx("doctype-alone", also_right=True)(lambda: book(lambda xml: xml.replace("?>", "?><!DOCTYPE worksheet SYSTEM 'http://example.org/x.dtd'>", 1)))
xlsx("bomb-spaces")(lambda: big_part(SHEET, b"<sheetData>", b" ", 512 * MIB, b""))
xlsx("bomb-empty-rows")(lambda: big_part(SHEET, b"<sheetData>", b"<row/>", 512 * MIB, b""))
xlsx("bomb-one-row-of-empty-cells")(lambda: big_part(SHEET, b"<sheetData>", b"<c/>", 64 * MIB, b"</row>", "<row>"))
xlsx("bomb-nesting")(lambda: big_part(SHEET, b"<sheetData>", b"<a>", 64 * MIB, b""))
xlsx("bomb-comment")(lambda: big_part(SHEET, b"<sheetData>", b"a", 256 * MIB, b"-->", "<!--"))
xlsx("bomb-long-string")(lambda: big_part(STRINGS, b'<t xml:space="preserve">', b"a", 256 * MIB, b""))
xlsx("bomb-many-strings", also_right=True)(lambda: big_part(STRINGS, b"</si>", b"<si><t>a</t></si>", 256 * MIB, b""))
xlsx("many-other-strings", also_right=True)(lambda: book(strings=lambda xml: xml.replace("</sst>", "".join("<si><t>%020d</t></si>" % n for n in range(100_000)) + "</sst>")))
xlsx("bomb-rich-runs")(lambda: big_part(STRINGS, b"</t>", b"<r><t>a</t></r>", 64 * MIB, b""))
xlsx("bomb-styles", also_right=True)(lambda: big_part("xl/styles.xml", b'<cellXfs count="2">', b'<xf numFmtId="0"/>', 128 * MIB, b""))
xlsx("bomb-long-string-in-many-cells")(lambda: book(
    lambda xml: xml.replace("</sheetData>", "".join('<row>%s</row>' % ('<c t="s"><v>0</v></c>' * 4) for _ in range(100_000)) + "</sheetData>"),
    strings=lambda xml: xml.replace("preserve\">", 'preserve">' + "a" * MIB, 1)))
xlsx("million-empty-columns")(lambda: book(
    lambda xml: xml.replace("<sheetData>", "<sheetData><row>" + "".join('<c r="%s1" s="1"/>' % formats.letters(x) for x in range(1_000_000)) + "</row>")))
xlsx("million-empty-columns-in-each-row")(lambda: book(
    lambda xml: xml.replace("</row>", "<c/>" * 200_000 + "</row>")))
xlsx("million-columns-by-reference", also_right=True)(lambda: book(lambda xml: xml.replace('r="D3"', 'r="XFD3"')))
xlsx("column-beyond-all")(lambda: book(lambda xml: xml.replace('r="D3"', 'r="ZZZZZZZ3"')))
xlsx("column-not-letters", also_right=True)(lambda: book(lambda xml: xml.replace('r="D3"', 'r="-1"')))
xlsx("row-beyond-all", also_right=True)(lambda: book(lambda xml: xml.replace('<row r="3">', '<row r="99999999999999999999">')))
xlsx("row-far-away", also_right=True)(lambda: book(lambda xml: xml.replace('<row r="7">', '<row r="1048576">').replace("7\"", '1048576"')))
xlsx("row-four-billion", also_right=True)(lambda: book(lambda xml: xml.replace('<row r="7">', '<row r="4294967295">')))
xlsx("same-cell-twice")(lambda: book(lambda xml: xml.replace('r="C3"', 'r="D3"')))
xlsx("merged-everything", also_right=True)(lambda: book(lambda xml: xml.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')))
xlsx("merged-million-times", also_right=True)(lambda: book(
    lambda xml: xml.replace("</sheetData>", "</sheetData><mergeCells>" + '<mergeCell ref="F1:G1"/>' * 500_000 + "</mergeCells>")))
xlsx("string-number-beyond-table")(lambda: book(lambda xml: xml.replace("<v>0</v>", "<v>99999999</v>")))
xlsx("string-number-negative")(lambda: book(lambda xml: xml.replace("<v>0</v>", "<v>-1</v>")))
xlsx("string-number-not-a-number")(lambda: book(lambda xml: xml.replace("<v>0</v>", "<v>zero</v>")))
xlsx("money-without-end")(lambda: book(lambda xml: xml.replace("</v></c></row>", "0" * MIB + "</v></c></row>", 2)))
xlsx("money-infinite")(lambda: book(lambda xml: xml.replace("<v>%r</v>" % ROWS[1][3], "<v>1e999</v>")))
xlsx("money-exponent")(lambda: book(lambda xml: xml.replace("<v>%r</v>" % ROWS[1][3], "<v>1e-2147483648</v>")))
xlsx("date-infinite")(lambda: book(lambda xml: xml.replace('s="1"><v>4', 's="1"><v>1e300')))
xlsx("date-negative")(lambda: book(lambda xml: xml.replace('s="1"><v>4', 's="1"><v>-4')))
xlsx("style-beyond-table", also_right=True)(lambda: book(lambda xml: xml.replace('s="1"', 's="4294967297"')))
xlsx("many-sheets")(lambda: zip_of(parts_of_book([("表%d" % n, sheet_xml(ROWS[:1], {})) for n in range(5000)], {})))
xlsx("sheet-outside")(lambda: book(change=replaced("xl/_rels/workbook.xml.rels", lambda xml: xml.replace("worksheets/sheet1.xml", "../../../../etc/passwd"))))
xlsx("sheet-elsewhere")(lambda: book(change=replaced("xl/_rels/workbook.xml.rels", lambda xml: xml.replace(
    'Target="worksheets/sheet1.xml"', 'Target="http://127.0.0.1:9/sheet1.xml" TargetMode="External"'))))
for name in ["[Content_Types].xml", "_rels/.rels", WORKBOOK, "xl/_rels/workbook.xml.rels", "xl/styles.xml", STRINGS, SHEET]:
    xlsx("without-" + name.split("/")[-1].replace("[", "").replace("]", ""), also_right=name not in (SHEET, STRINGS, WORKBOOK))(lambda n=name: book(change=without_part(n)))
xlsx("sheet-cut", also_right=False)(lambda: book(lambda xml: xml[:len(xml) * 2 // 3]))
xlsx("strings-cut")(lambda: book(strings=lambda xml: xml[:len(xml) * 2 // 3]))
xlsx("sheet-not-xml")(lambda: book(lambda xml: "\0" * 1000))
xlsx("sheet-of-two-roots")(lambda: book(lambda xml: xml + "<worksheet/>"))
xlsx("part-twice", also_right=True)(lambda: zip_twice())
xlsx("path-parents-among-parts", also_right=True)(lambda: book(change=lambda parts: dict(parts, **{"../../escaped.csv": TEXT})))


def zip_twice():
    """A second sheet of the same name: two programs read two things."""
    shared = {}
    parts = parts_of_book([("明细", sheet_xml(ROWS, shared))], shared)
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return zip_of(parts + [(SHEET, sheet_xml(ROWS, dict(shared)).encode())])


# HTML, XML Spreadsheet and JSON


def page(change=lambda text: text):
    return change(formats.html_page(ROWS)).encode()


def cells_2003(change):
    return change(sheet_2003(ROWS)).encode()


case("html-deep-tables", "claims.xls")(lambda: b"<html><body>" + b"<table><tr><td>" * 200_000)
case("html-span-of-a-billion", "claims.xls", also_right=True)(lambda: page(lambda text: text.replace("<th>", '<th colspan="1000000000">', 1)))
case("html-row-span-of-a-billion", "claims.xls", also_right=True)(lambda: page(lambda text: text.replace("<td>", '<td rowspan="1000000000">', 1)))
case("html-many-spans", "claims.xls")(lambda: b"<html><table>" + b'<tr><td rowspan="65534" colspan="1000">a</td></tr>' * 20_000)
case("html-cell-without-end", "claims.xls")(lambda: repeated(b"a", 64 * MIB, page(lambda text: text[:text.index("</td>")])))
case("html-attributes-without-end", "claims.xls")(lambda: repeated(b' a="b"', 32 * MIB, b"<html><table><tr><td"))
case("html-unknown-entities", "claims.xls", also_right=True)(lambda: page(lambda text: text.replace("</body>", "&unknown;&#x110000;&#0;&" + "a" * 100_000 + "</body>")))
case("xml-2003-laughs", "claims.xls")(lambda: cells_2003(lambda text: text.replace("?>\n", "?>" + LAUGHS, 1).replace('"String">', '"String">&a11;', 1)))
case("xml-2003-index-beyond-all", "claims.xls")(lambda: cells_2003(lambda text: text.replace("<Cell>", '<Cell ss:Index="2000000000">', 5)))
case("xml-2003-index-backwards", "claims.xls")(lambda: cells_2003(lambda text: text.replace("</Data></Cell></Row>", '</Data></Cell><Cell ss:Index="1"><Data ss:Type="String">x</Data></Cell></Row>')))
case("xml-2003-row-index-beyond-all", "claims.xls", also_right=True)(lambda: cells_2003(lambda text: text.replace("<Row>", '<Row ss:Index="2000000000">', 3)))
case("xml-2003-span-beyond-all", "claims.xls", also_right=True)(lambda: cells_2003(lambda text: text.replace("<Cell>", '<Cell ss:MergeAcross="2000000000" ss:MergeDown="2000000000">', 1)))
case("xml-2003-row-span-beyond-all", "claims.xls", also_right=True)(lambda: cells_2003(lambda text: text.replace("<Row>", '<Row ss:Span="2000000000">', 2)))
OBJECTS = formats.objects(RECORDS, SPEC)
ARRAY = json.dumps(OBJECTS, ensure_ascii=False).encode()
case("json-deep", "claims.json")(lambda: b"[" * 5_000_000)
case("json-deep-objects", "claims.json")(lambda: b'{"a":' * 2_000_000)
case("json-deep-in-a-record", "claims.json", also_right=True)(lambda: ARRAY.replace(b"}]", b', "more": ' + b"[" * 500_000 + b"]" * 500_000 + b"}]"))
case("json-long-text", "claims.json", also_right=True)(lambda: ARRAY.replace(b"}]", b', "more": "' + b"a" * 100 * MIB + b'"}]'))
case("json-long-key", "claims.json", also_right=True)(lambda: ARRAY.replace(b"}]", b', "' + b"a" * 20 * MIB + b'": 1}]'))
case("json-million-keys", "claims.json", also_right=True)(lambda: ARRAY.replace(b"}]", "".join(', "k%d": 1' % n for n in range(1_000_000)).encode() + b"}]"))
case("json-money-exponent", "claims.json")(lambda: ARRAY.replace(str(OBJECTS[0]["赔付金额"]).encode(), b"1e999999999", 1))
case("json-money-without-end", "claims.json")(lambda: ARRAY.replace(str(OBJECTS[0]["赔付金额"]).encode(), b"1" * 5 * MIB, 1))
case("json-same-key-twice", "claims.json")(lambda: ARRAY.replace("}".encode(), ', "赔付金额": 1.00}'.encode(), 1))
case("json-not-a-number", "claims.json")(lambda: ARRAY.replace(str(OBJECTS[0]["赔付金额"]).encode(), b"NaN", 1))
case("json-lone-surrogate", "claims.json", also_right=True)(lambda: ARRAY.replace(b"}]", b', "more": "\\ud800"}]'))
case("json-not-utf-8", "claims.json", also_right=True)(lambda: ARRAY.replace(b"}]", b', "more": "\xff\xfe"}]'))
case("json-something-behind", "claims.json")(lambda: ARRAY + b"]")
case("json-comma-behind", "claims.json", also_right=True)(lambda: ARRAY[:-1] + b",]")
case("bomb-json-gz", "claims.json.gz")(lambda: gzipped(repeated(b" ", 512 * MIB, b"[")))


# Small files, cut and with one byte turned over

SMALL = {
    "gz": ("claims.csv.gz", lambda: gzip.compress(TEXT, mtime=0)),
    "bz2": ("claims.csv.bz2", lambda: bz2.compress(TEXT)),
    "xz": ("claims.csv.xz", lambda: lzma.compress(TEXT)),
    "zst": ("claims.csv.zst", lambda: zstd(TEXT)),
    "zip": ("claims.zip", lambda: zip_of([("claims.csv", TEXT)])),
    "zip-sizes-behind-data": ("claims.zip", lambda: zip_of([("claims.csv", TEXT)], stream=True)),
    "tar-gz": ("claims.tar.gz", lambda: gzip.compress(tar_entry("claims.csv", TEXT) + END, mtime=0)),
    "xlsx": ("claims.xlsx", book),
    "json": ("claims.json", lambda: ARRAY),
    "xml-2003": ("claims.xls", lambda: cells_2003(str)),
    "html": ("claims.xls", page),
    "tar": ("claims.tar", lambda: tar_entry("claims.csv", TEXT) + END),
}
NO_CHECKSUM = ("json", "xml-2003", "html", "tar")  # a byte turned over in these is other data, not damage
CUT_UNSEEN = ("html", "tar")  # browsers close what is open; a tar may end without its end


def flipped(data, place):
    return data[:place] + bytes([data[place] ^ (0xFF if place % 2 else 0x01)]) + data[place + 1:]


def small_cases(step):
    made = []
    for kind, (file, make) in SMALL.items():
        if kind == "zst" and not shutil.which("zstd"):
            continue
        data = make()
        places = sorted(set(range(0, len(data), step)) | set(range(max(0, len(data) - 24), len(data))))
        if kind not in CUT_UNSEEN:
            # Without its last line end, a text is whole.
            made += [("cut-" + kind, at, file, data[:at], kind == "xml-2003" and not data[at:].strip()) for at in places if at]
        if kind not in NO_CHECKSUM:
            made += [("flip-" + kind, at, file, flipped(data, at), True) for at in places]
    return made


# Running

SANDBOX = [""]  # the folder of the case that runs


def files_below(folder):
    return {os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names}


STARTER = r"""
import json, os, resource, signal, subprocess, sys, time
for line in sys.stdin:
    words, folder, temporary, said, limit = json.loads(line)
    with open(said, "wb") as out:
        started, late, ended = time.monotonic(), False, 0
        process = subprocess.Popen(words, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=dict(os.environ, TMPDIR=temporary))
        # A bomb that goes off shall not take the machine with it.
        resource.prlimit(process.pid, resource.RLIMIT_DATA, (4 << 30, 4 << 30))
        while not ended:
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
            if not ended and time.monotonic() - started > limit and not late:
                late = True
                process.send_signal(signal.SIGKILL)
            elif not ended:
                time.sleep(0.002)
        process.returncode = os.waitstatus_to_exitcode(status)
    print(json.dumps([process.returncode, late, time.monotonic() - started, used.ru_maxrss]), flush=True)
"""


class Starter:
    """A small process that starts the program: Linux tells a process to have had the memory of the one that started it."""

    def __init__(self):
        self.process = subprocess.Popen([sys.executable, "-S", "-E", "-c", STARTER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, *request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Run:
    """One run of the program on one file, in a folder of its own."""

    def __init__(self, starter, aidstats, base, file, data, limit):
        self.sandbox = SANDBOX[0]
        folder = os.path.join(self.sandbox, "deep", "work")
        temporary = os.path.join(self.sandbox, "tmp")
        self.output = os.path.join(folder, "out")
        os.makedirs(folder)
        os.makedirs(temporary)
        with open(os.path.join(folder, file), "wb") as out:
            self.size = sum(out.write(piece) for piece in ([data] if isinstance(data, bytes) else data))
        with open(os.path.join(folder, "pipeline.yaml"), "w", encoding="utf-8") as out:
            out.write(PIPELINE % file)
        before = files_below(self.sandbox)
        with open(os.path.join(base, "said"), "w+b") as said:
            self.code, self.late, self.seconds, self.kilobytes = starter(
                [aidstats, "run", "pipeline.yaml", "--quarter", "2023Q1", "--output", "out", "--lang", "en"], folder, temporary, said.name, 4 * limit)
            said.seek(0)
            self.said = said.read()
        self.written = files_below(self.sandbox) - before

    def figures(self):
        path = os.path.join(self.output, "damage", "2023Q1", "report.json")
        if not os.path.exists(path):
            return None
        with open(path, encoding="utf-8") as file:
            return json.load(file)["figures"]

    def faults(self, right, also_right, seconds, megabytes):
        """All that is wrong with it, as words."""
        wrong = []
        if self.late:
            wrong.append("not ended after %.0f s" % self.seconds)
        elif self.code < 0:
            wrong.append("CRASH by signal %d" % -self.code)
        elif self.code == 0 and self.figures() != right:
            wrong.append("exit 0 with OTHER FIGURES")
        elif self.code == 0 and not also_right:
            wrong.append("counted as if nothing were wrong")
        elif self.code not in (0, 65):
            wrong.append("exit %d" % self.code)
        if self.seconds > seconds and not self.late:
            wrong.append("%.1f s" % self.seconds)
        if self.kilobytes > megabytes * 1024:
            wrong.append("%d MB of memory" % (self.kilobytes // 1024))
        allowed = os.path.relpath(os.path.join(self.output, "damage"), self.sandbox)
        left = {name for name in self.written if not name.endswith(".lock") and not (self.code == 0 and name.startswith(allowed))}
        if left:
            wrong.append("wrote " + ", ".join(sorted(left)[:3]))
        if any(record["id"][:15].encode() in self.said for record in RECORDS):
            wrong.append("LEAK of an ID")
        if self.code != 0 and not self.late and not self.said:
            wrong.append("says nothing")
        if any(byte < 32 and byte not in b"\n\t" for byte in self.said) or len(self.said) > 4096:
            wrong.append("%d bytes of messages, or control characters in them" % len(self.said))
        return wrong


def main():
    parser = argparse.ArgumentParser(description="bombs and damaged files, one run each")
    parser.add_argument("aidstats")
    parser.add_argument("cases", nargs="*", help="beginnings of names of cases; by default all")
    parser.add_argument("--step", type=int, default=7, help="cut and turn over every n-th byte of small files")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--megabytes", type=int, default=64)
    parser.add_argument("--keep", help="write the files of cases with faults here, and leave them")
    parser.add_argument("--details", action="store_true", help="tell of every case what it came to and what was said")
    options = parser.parse_intermixed_args()
    aidstats = os.path.abspath(options.aidstats)
    base, starter = tempfile.mkdtemp(prefix="damage-"), Starter()
    count, bad, slowest, largest, read = 0, 0, (0, ""), (0, ""), set()

    def run(name, file, data):
        """`data` may be a function, which then runs when the folder is known."""
        SANDBOX[0] = os.path.join(base, "case")
        os.makedirs(SANDBOX[0])
        return Run(starter, aidstats, base, file, data() if callable(data) else data, options.seconds)

    def judge(name, file, data, also_right):
        nonlocal count, bad, slowest, largest
        made = run(name, file, data)
        wrong = made.faults(right, also_right, options.seconds, options.megabytes)
        count += 1
        slowest, largest = max(slowest, (made.seconds, name)), max(largest, (made.kilobytes, name))
        if wrong or options.details:
            print("%-44s %s" % (name, "; ".join(wrong) or "exit %d, %.2f s, %d MB" % (made.code, made.seconds, made.kilobytes // 1024)), flush=True)
            if options.details:
                print("      " + made.said.decode("utf-8", "backslashreplace").strip()[:400].replace("\n", "\n      "))
        if wrong:
            bad += 1
            if options.keep:
                os.makedirs(options.keep, exist_ok=True)
                shutil.copy(os.path.join(made.sandbox, "deep", "work", file), os.path.join(options.keep, "%s-%s" % (name, file)))
        shutil.rmtree(made.sandbox)

    def wanted(name):
        return not options.cases or any(name.startswith(start) for start in options.cases)

    try:
        plain = run("plain", "claims.csv", TEXT)
        right = plain.figures()
        shutil.rmtree(plain.sandbox)
        if right is None:
            sys.exit("the plain file is not read: " + plain.said.decode())
        print("plain: %(recipients)d people, %(personTimes)d times, %(amountMinor)d fen" % right +
              ", %.2f s, %d MB" % (plain.seconds, plain.kilobytes // 1024))
        for kind, (file, make) in SMALL.items():
            if kind == "zst" and not shutil.which("zstd"):
                continue
            whole = run(kind, file, make)
            good = whole.code == 0 and whole.figures() == right
            shutil.rmtree(whole.sandbox)
            if good:
                read.add(kind)
            else:
                print("%s: the undamaged file is not read (exit %d), so its damages prove nothing yet" % (kind, whole.code))
        for made in CASES:
            lacking = [need for need in made["needs"] if not shutil.which(need)]
            if wanted(made["name"]) and lacking:
                print("%-44s skipped, for want of %s" % (made["name"], ", ".join(lacking)))
            elif wanted(made["name"]):
                judge(made["name"], made["file"], made["make"], made["also_right"])
        for name, place, file, data, also_right in small_cases(options.step):
            if wanted(name):
                judge("%s-at-%d" % (name, place), file, data, also_right)
    finally:
        starter.close()
        shutil.rmtree(base, ignore_errors=True)
    print("\n%d runs, %d with faults; of %d kinds of files, %d are read when they are whole" % (count, bad, len(SMALL), len(read)))
    print("slowest %.2f s (%s), largest %d MB (%s)" % (slowest[0], slowest[1], largest[0] // 1024, largest[1]))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
