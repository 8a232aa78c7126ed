from kit import *
import gzip, bz2, lzma, zipfile, sqlite3, struct, tempfile
D = datetime.date
SUR = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIV = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅"
def names(n, seed):
    r = random.Random(seed); out = []
    while len(out) < n:
        x = r.choice(SUR) + r.choice(GIV) + (r.choice(GIV) if r.random() < .7 else "")
        if x not in out: out.append(x)
    return out
PD = [["personal-data-in-category", "personal data"], "city"]
def luhn(body):
    s = 0
    for i, ch in enumerate(reversed(body)):
        v = int(ch) * (2 if i % 2 == 0 else 1); s += v - 9 if v > 9 else v
    return body + str((10 - s % 10) % 10)

# ---- row 20: personal data in a category; names of withheld groups
def cat(name, about, values, n=60, fmt="csv", enc="utf-8", **kw):
    c = Case(name, [20], about, **kw); t = base(name, n=n, people=n * 2 // 3)
    for i, r in enumerate(t): r["city"] = values[i % len(values)]
    c.xml("a.xml", t) if fmt == "xml" else c.csv("a.csv", t, enc=enc)
    return c, t
r0 = random.Random(20)
c, t = cat("r20-ids-18", "The columns slipped by one: IDs where the city should be", [person(r0) for _ in range(40)]); c.ids |= {r["city"] for r in t}; c.refused(*PD).done()
# A province that there is, and a county that it has not: nobody has such a number.
v = [p[:6] + p[8:17] for p in (resident(110190, D(1960 + i % 30, 1 + i % 12, 3), i + 1) for i in range(40))]
c, t = cat("r20-ids-15", "15-digit IDs as the category", v); c.ids |= set(v); c.refused(*PD).done()
v = [f"13{i % 10}0000{i:04d}" for i in range(40)]
c, t = cat("r20-mobiles", "Mobile numbers as the category", v, enc="gb18030"); c.refused(*PD, never=v).done()
v = [luhn(f"622200000000{i:06d}") for i in range(40)]
c, t = cat("r20-bank-cards", "Bank cards (19 digits) as the category, XML", v, fmt="xml"); c.refused(*PD, never=v).done()
v = [luhn(f"62220000{i:07d}") for i in range(40)]
c, t = cat("r20-bank-cards-16", "Bank cards of 16 digits with blanks in groups of four, as people write them", [f"{x[:4]} {x[4:8]} {x[8:12]} {x[12:]}" for x in v], arguable="blanks within are not named in SPEC row 20, the digits are a card's all the same"); c.refused(*PD, never=v).done()
v = names(45, 1)
c, t = cat("r20-names", "The category is mapped to the column of names", v); c.refused(*PD, never=v).done()
v = names(45, 2)
c, t = cat("r20-names-gb-xml", "The same in XML, labelled GBK", v, fmt="csv", enc="gb18030"); c.refused(*PD, never=v).done()
v = ["北京", "上海", "重庆"] * 20; idv = person(random.Random(7)); v[31] = idv
c, t = cat("r20-one-id-among-sixty", "One line of sixty slipped: an ID as a group: refused, or at the least never shown", v); c.ids.add(idv)
c.truth(t, groups=False); a = c.snapshot(); a.pop("figures"); a.pop("balance"); c.refused(); c.either(c.x, a).done()
v = ["门诊", "住院"]
c = Case("r20-second-category", [20], "Two categories, the second holds names: that field is named", cols=["claim", "person", "date", "amount", "city", "care"]); t = base(c.name, n=60); vv = names(50, 3)
for i, r in enumerate(t): r["care"] = vv[i % 50]
c.csv("a.csv", t); c.refused(PD[0], "care", never=vv).done()
c = Case("r20-register-refuses-too", [20, 15], "With a register: nothing of it is taken in"); t = base(c.name, n=60); vv = names(50, 4)
for i, r in enumerate(t): r["city"] = vv[i % 50]
c.root = ["register: reg", "keyFile: the.key"]; c.csv("a.csv", t); c.refused(*PD, never=vv)
c.steps = [dict(cmd=["register", "init", "pipeline.yaml"], expect=dict(exit=0)), dict(cmd=["run"]), dict(cmd=["register", "verify", "pipeline.yaml"], expect=dict(exit=0))]; c.done()

c, t = cat("r20-neg-cities-like-surnames", "Ordinary: cities and counties that begin with a surname's letter", ["金华", "温州", "常州", "江门", "柳州", "梅州", "孟州", "安庆", "黄山", "黄石", "马鞍山", "贺州", "包头", "张家口", "石家庄"], n=90); c.truth(t).done()
c, t = cat("r20-neg-jobs", "Ordinary: trades of two to four letters", ["钳工", "焊工", "高压电工", "司机", "张力工", "钟表工", "马具工", "纺织工", "包装工", "车工", "汤料工", "金工"], n=90); c.truth(t).done()
v = [f"{x}{y}" for x in ("王家", "李家", "张集", "赵庄", "刘桥", "陈店", "杨柳", "周口", "吴店", "徐家") for y in ("镇", "村", "乡", "店")]
c, t = cat("r20-neg-villages", "Ordinary: forty villages and towns called after families, sixty claims", v, n=60, arguable="how the program tells 王家镇 from a person is open; a federation of a county counts by towns"); c.truth(t).done()
c, t = cat("r20-neg-codes", "Ordinary: codes of regions and institutions: 330102001000, 330102, H33010200012, 91330100MA0000000X", ["330102001000", "330102", "H33010200012", "91330100MA0000000X", "20230630", "130102001001", "12345678901"], n=56); c.truth(t).done()
v = [f"3301{i:012d}" for i in range(1, 200)]; v = [x for x in v if luhn(x[:-1]) != x][:6]
c, t = cat("r20-neg-16-digit-codes", "Ordinary: six institution codes of 16 digits, none of which passes Luhn", v); c.truth(t).done()
c, t = cat("r20-neg-few-names", "Ordinary: six hospitals called after people (同仁, 华佗, 李时珍 …) for sixty claims", ["李时珍", "张仲景", "华佗", "孙思邈", "林巧稚", "王清任"]); c.truth(t).done()

W = ["密科甲组", "罕见病房乙"]
def small(name, about, minGroup=5, **kw):
    c = Case(name, [20], about, **kw); c.quality["minGroup"] = str(minGroup)
    t = base(name, n=120, people=90, cities=["北京", "上海", "重庆"])
    q1, q2 = [r for r in t if quarter(r["day"]) == "2023Q1"], [r for r in t if quarter(r["day"]) == "2023Q2"]
    for q in (q1, q2):
        for i in (3, 5): q[i]["city"] = W[0]
        for i in (7, 9, 11): q[i]["city"] = W[1]
    c.truth(t, groups=False)
    return c, t
c, t = small("r20-withheld-names", "Two small groups: not named in any output"); c.e(never=W); c.csv("a.csv", t).done()
c, t = small("r20-withheld-names-xml-en", "The same from XML, report in English"); c.root = ["language: en"]; c.e(never=W); c.xml("a.xml", t).done()
c, t = small("r20-withheld-everywhere", "Nor by publish, history, compare, facts and a second run")
c.e(never=W); ok = dict(exit=0, neverMessages=W)
c.steps = [dict(cmd=["run"]), dict(cmd=["publish", "pipeline.yaml", "--quarter", "2023Q2", "--output", "out", "--on", "2023-07-16"], expect=ok), dict(cmd=["history", "pipeline.yaml", "--output", "out"], expect=ok),
           dict(cmd=["history", "pipeline.yaml", "--output", "out", "--format", "json"], expect=ok), dict(cmd=["facts", "pipeline.yaml", "--output", "out", "--quarter", "2023Q2", "--format", "json"], expect=ok), dict(cmd=["compare", "2023Q1", "2023Q2", "pipeline.yaml", "--output", "out"], expect=ok), dict(cmd=["run"])]
c.csv("a.csv", t).done()
c, t = small("r20-withheld-one-small-quarter", "A group that is large in one quarter and small in the reported one", arguable="the year earlier may name it, SPEC row 20 speaks of a group withheld because it is small")
for r in [r for r in t if quarter(r["day"]) == "2023Q1"][20:40]: r["city"] = W[1]
c.truth(t, groups=False); c.e(never=[W[0]]); c.csv("a.csv", t).done()
c, t = small("r20-neg-min-zero", "Ordinary: minGroup 0 shows all by name", minGroup=0); c.truth(t); c.csv("a.csv", t).done()
c, t = small("r20-neg-large-shown", "Ordinary: groups of five and more are shown by name, with their figures")
for r in t:
    if r["city"] in W: r["city"] = "北京"
c.truth(t); c.csv("a.csv", t).done()

# ---- row 21: what messages echo
ID = person(random.Random(21)); IDX = next(p for p in (person(random.Random(i)) for i in range(400)) if p.endswith("X")); ID15 = ID[:6] + ID[8:17]; TEL = "13900000001"
def pf(name, about, text, code=78, never=(), cmds=None, **kw):
    c = Case(name, [21], about, **kw); c.csv("a.csv", base(name)); c.refused(*text, code=code); c.x["never"] = list(never)
    return c
c = pf("r21-unknown-type", "An ID as the type of a field (pasted into the wrong line)", ["type"], never=[ID]); c.fieldopt = {"city": {"optional": ID}}; c.done()
c = pf("r21-since", "An ID as since", ["since"], never=[ID]); c.root = [f"since: {ID}"]; c.done()
c = pf("r21-unknown-key", "An ID as a key", [], never=[IDX]); c.root = [f"'{IDX}': 1"]; c.done()
c = pf("r21-state-twice", "An ID as a state, of two classes", [], never=[ID], cols=["claim", "person", "date", "amount", "city", "status"]); c.count = ["  status:", f"    paid: [已打款, '{ID}']", f"    unpaid: ['{ID}']", "    reversed: [冲正]"]; c.done()
c = pf("r21-lint-and-json", "lint, run and JSON messages: a phone number as encoding", [], never=[TEL]); c.inputs[0][1]["encoding"] = f"'{TEL}'"
c.steps = [dict(cmd=["lint", "pipeline.yaml"]), dict(cmd=["lint", "pipeline.yaml", "--log-format", "json"]), dict(cmd=["run"]), dict(cmd=["run", "--log-format", "json"])]; c.done()
c = pf("r21-yaml-broken", "YAML that does not parse, with an ID in the broken line", [], never=[ID15]); c.yaml = c.pipeline() + f"'{ID15}: [x\n"; c.done()
c = pf("r21-missing-file-id", "An input that is missing, with an ID in its name", [], code=66, never=[ID]); c.inputs = [(f"张三{ID}.csv", {})]; c.done()
c = pf("r21-missing-input-option", "The same by --input", [], code=66, never=[IDX]); c.args = ["--input", f"exports/{IDX}.csv"]; c.done()
c = Case("r21-refused-file-id", [21], "A file that is refused (no such column), an ID in its name"); c.csv(f"{ID}.csv", base(c.name), head=["a", "b", "c", "d", "e"]); c.refused(); c.x["never"] = [ID]; c.done()
c = Case("r21-refused-file-phone", [21], "A file that is refused, a mobile number and a name in its name"); c.csv(f"{TEL}的导出.csv", base(c.name), head=["a", "b", "c", "d", "e"]); c.refused(); c.x["never"] = [TEL]; c.done()
c = Case("r21-good-file-id", [21], "A good file with an ID in its name: neither in messages nor in rejects.csv", arguable="report.json names inputs; SPEC row 21 speaks of messages")
t = base(c.name); c.truth(t[1:]).e(rejects={"bad-date": 1}); c.csv(f"{ID}.csv", [t[0].but(date="x")] + t[1:]); c.x["never"] = [ID]; c.x["neverMessages"] = [ID]; c.done()
c = Case("r21-good-file-id-messages", [21], "The same: at the least not in messages"); c.csv(f"{ID}.csv", [t[0].but(date="x")] + t[1:]); c.truth(t[1:]).e(rejects={"bad-date": 1}, neverMessages=[ID]); c.ids = set(); c.done()
c = Case("r21-xml-not-well-formed-id", [21], "XML that is not well-formed, an ID in its name and at the place"); c.raw(f"{IDX}.xml", f"<Claims><Claim><IdNo>{ID}</IdNo></Claims>", dict(format="xml", record="Claim")); c.refused(); c.x["never"] = [ID, IDX]; c.done()
c = Case("r21-missing-columns-id", [21], "A file without a header: the first line, which has IDs, is not echoed"); t = base(c.name); c.csv("a.csv", t[1:], head=[t[0].cell(k) for k in c.cols]); c.ids.add(t[0]["person"]); c.refused(); c.x["never"] = [t[0]["person"]]; c.done()
c = Case("r21-neg-dated-names", [21], "Ordinary: names with days and a time are shown whole"); c.csv("claims-20230630-1530.csv", base(c.name), head=["a", "b", "c", "d", "e"]); c.refused("claims-20230630-1530.csv").done()
c = Case("r21-quarter-option", [21], "--quarter with an ID"); c.csv("a.csv", base(c.name)); c.quarter = None; c.args = ["--quarter", ID]; c.refused(code=[64, 65]); c.x["never"] = [ID]; c.done()

# ---- row 22: other kinds of files
t22 = base("r22"); CSVB = ("\n".join([",".join(ZH[k] for k in ("claim", "person", "date", "amount", "city"))] + [",".join(r.cell(k) for k in ("claim", "person", "date", "amount", "city")) for r in t22]) + "\n").encode()
def zipped(entries):
    b = io.BytesIO()
    with zipfile.ZipFile(b, "w", zipfile.ZIP_DEFLATED) as z:
        for n, d in entries: z.writestr(n, d)
    return b.getvalue()
def kind(name, about, file, data, words, xml=False, **kw):
    c = Case(name, [22], about, **kw); c.ids = {r["person"] for r in t22}
    c.raw(file, data, dict(format="xml", record="Claim") if xml else {}); c.refused(words); c.done()
def read(name, about, file, data, **kw):
    """One that is read, whatever it is called: the figures are those of the truth."""
    c = Case(name, [22], about, **kw); c.ids = {r["person"] for r in t22}
    c.raw(file, data, {}); c.truth(t22).done()
COLS22 = ("claim", "person", "date", "amount", "city")
ROWS22 = [[ZH[k] for k in COLS22]] + [[r.cell(k) for k in COLS22] for r in t22]
def workbook(rows):
    """The least that a workbook may be, its texts in the cells."""
    cells = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{v}</t></is></c>' for v in row) + "</row>" for row in rows)
    relations, content = "http://schemas.openxmlformats.org/package/2006/relationships", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return zipped([
        ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'),
        ("_rels/.rels", f'<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{content}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{content}"><sheets><sheet name="明细" sheetId="1" r:id="rId1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{content}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
        ("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>')])
def table(rows): return "<table border=1>" + "".join("<tr>" + "".join(f"<td>{v}</td>" for v in row) + "</tr>" for row in rows) + "</table>"
def spreadsheetml(rows):
    return '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="明细"><Table>' + "".join("<Row>" + "".join(f'<Cell><Data ss:Type="String">{v}</Data></Cell>' for v in row) + "</Row>" for row in rows) + "</Table></Worksheet></Workbook>\n"
def zstd(data):
    """A frame of one raw block, with its size."""
    assert 256 <= len(data) < 65536
    return b"\x28\xb5\x2f\xfd\x60" + struct.pack("<H", len(data) - 256) + struct.pack("<I", (len(data) << 3) | 1)[:3] + data
NOSHEETS = zipped([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", "<worksheet/>")])
MISSING = [["身份证号"], ["missing columns"]]
def lacks(name, about, file, data):
    c = Case(name, [22], about); c.raw(file, data, {}); c.refused(*MISSING); c.done()
read("r22-xlsx", "xlsx called .csv: read as the workbook that it is", "a.csv", workbook(ROWS22))
kind("r22-xlsx-no-sheets", "A workbook that names no sheet, called .csv", "a.csv", NOSHEETS, ["workbook"])
kind("r22-xlsx-as-xml", "xlsx given as XML", "a.xml", workbook(ROWS22), ["xlsx", "Excel"], xml=True)
ods = io.BytesIO()
with zipfile.ZipFile(ods, "w", zipfile.ZIP_DEFLATED) as z:
    # The kind comes first, and is stored: so the standard wants it.
    z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED); z.writestr("content.xml", "<x/>"); z.writestr("META-INF/manifest.xml", "<x/>")
kind("r22-ods", "ods: a zip too; named, and not read", "a.csv", ods.getvalue(), ["OpenDocument", "ods"])
kind("r22-xls", "OLE2 .xls", "a.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2040, ["xls", "Excel"])
read("r22-html", "An HTML table called .xls", "a.xls", '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>' + table(ROWS22) + "</body></html>", src="https://github.com/tidyverse/readxl/issues/480")
lacks("r22-html-columns", "An HTML table without the columns that are needed", "a.xls", "<html><head><meta charset=\"utf-8\"></head><body><table><tr><td>编号</td></tr></table></body></html>")
read("r22-html-doctype-blank", "HTML with DOCTYPE after blank lines, in GB18030", "a.csv", b"\r\n\r\n  " + ("<!DOCTYPE html><html><body>" + table(ROWS22) + "</body></html>").encode("gb18030"))
read("r22-html-table-only", "Nothing but <table …> (many web systems' “export to Excel”)", "a.xls", table(ROWS22), src="https://github.com/hhurz/tableExport.jquery.plugin/issues/49")
c = Case("r22-html-table-as-xml", [22], "The same, given as XML, which it is not: refused, with its place"); c.ids = {r["person"] for r in t22}; c.raw("a.xls", table(ROWS22), dict(format="xml", record="Claim")); c.refused("a.xls:1").done()
read("r22-zip", "zip with a CSV in it", "a.csv", zipped([("导出/a.csv", CSVB)]))
read("r22-gz", "gzip", "a.csv", gzip.compress(CSVB, mtime=0))
read("r22-bz2", "bzip2", "a.csv", bz2.compress(CSVB))
read("r22-xz", "xz", "a.csv", lzma.compress(CSVB))
read("r22-zst", "Zstandard (a raw block)", "a.csv", zstd(CSVB))
c = Case("r22-zst-cut", [22], "Zstandard that ends within its block: damaged, never half"); c.ids = {r["person"] for r in t22}; c.raw("a.csv", zstd(CSVB)[:-200], {}); c.refused().done()
read("r22-json", "A JSON array of records", "a.csv", json.dumps([dict(zip(ROWS22[0], row)) for row in ROWS22[1:]], ensure_ascii=False))
lacks("r22-json-columns", "A JSON array of records without the values that are needed", "a.csv", json.dumps([{"编号": r["claim"], "金额": 1.5} for r in t22], ensure_ascii=False))
kind("r22-json-object-as-xml", "A JSON object, given as XML", "a.xml", '{"data": [{"claim": "1"}]}\n', ["JSON"], xml=True)
kind("r22-pdf", "PDF", "a.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n", ["PDF"])
kind("r22-parquet", "Parquet", "a.csv", b"PAR1" + b"\x15\x04\x15\x10" * 40 + b"PAR1", ["Parquet"])
db = tempfile.mktemp(); k = sqlite3.connect(db); k.execute("create table t(a)"); k.commit(); k.close()
kind("r22-sqlite", "An SQLite database", "a.csv", open(db, "rb").read(), ["SQLite"]); os.remove(db)
read("r22-spreadsheetml-as-csv", "SpreadsheetML called .csv", "a.csv", spreadsheetml(ROWS22))
kind("r22-spreadsheetml-empty", "SpreadsheetML whose sheet has no cells", "a.csv", spreadsheetml([]), ["no cells"])
kind("r22-xml-as-csv", "An XML export given as CSV", "a.csv", '<?xml version="1.0" encoding="UTF-8"?>\n<Claims><Claim/></Claims>\n', ["XML"])
kind("r22-csv-as-xml", "A CSV export given as XML", "a.xml", CSVB, ["CSV", "XML"], xml=True)
read("r22-utf16-html", "HTML in UTF-16 with BOM", "a.xls", b"\xff\xfe" + ("<html><body>" + table(ROWS22) + "</body></html>").encode("utf-16-le"))
c = Case("r22-stdin-gz", [22], "gzip on standard input: read as it is"); c.ids = {r["person"] for r in t22}; c.raw("a.csv.gz", gzip.compress(CSVB, mtime=0)); c.csv("b.csv", t22); c.truth(t22); c.steps = [dict(cmd=["run", "--input", "-"], stdin="a.csv.gz")]; c.done()
c = Case("r22-neg-header-pk", [22], "Ordinary: headers that begin like magic numbers: PK, PAR1, BZh, {编号}, %PDF as unmapped first columns", cols=["note", "claim", "person", "date", "amount", "city"]); t = base(c.name, n=40)
for r in t: r["note"] = "1"
c.truth(t)
for i, h in enumerate(["PK", "PAR1", "BZh9", "{序号}", "[序号]"]):
    c.csv(f"{i}.csv", t[i * 8:i * 8 + 8], head=[h] + [ZH[k] for k in c.cols[1:]])
c.done()
c = Case("r22-neg-angle", [22], "Ordinary: a first column called <序号>", cols=["note", "claim", "person", "date", "amount", "city"]); t = base(c.name)
for r in t: r["note"] = "<1>"
c.truth(t); c.csv("a.csv", t, head=["<序号>"] + [ZH[k] for k in c.cols[1:]]).done()

# ---- row 13: a ledger of 0 bytes
ok = dict(exit=0)
def led(name, about, steps, root=(), **kw):
    c = Case(name, [13], about, **kw); c.root = list(root); c.csv("a.csv", base(name)); c.x = dict(exit=0); c.steps = steps; c.skipbalance = True; c.done()
no = dict(exit=65, text=["ledger"])
led("r13-truncated-after-run", "The ledger lost its bytes (disk full, a bad copy)", [dict(cmd=["run"], expect=ok), dict(do="truncate", path="out/t/ledger.sqlite"), dict(cmd=["run"], expect=no)])
led("r13-touched-before", "touch ledger.sqlite before the first run", [dict(do="mkdir", path="out/t"), dict(do="truncate", path="out/t/ledger.sqlite"), dict(cmd=["run"], expect=no)])
led("r13-own-path", "ledger: other/my.sqlite, of 0 bytes", [dict(do="mkdir", path="other"), dict(do="truncate", path="other/my.sqlite"), dict(cmd=["run"], expect=no)], root=["ledger: other/my.sqlite"])
led("r13-other-commands", "publish, history, compare and facts refuse it too", [dict(cmd=["run"], expect=ok), dict(do="truncate", path="out/t/ledger.sqlite")] + [dict(cmd=x + ["--output", "out"], expect=dict(exit=65)) for x in (["publish", "pipeline.yaml", "--quarter", "2023Q2"], ["history", "pipeline.yaml"], ["compare", "2023Q1@latest", "2023Q2@latest", "pipeline.yaml"])])
led("r13-neg-none-yet", "Ordinary: no ledger yet, twice", [dict(cmd=["run"], expect=ok), dict(cmd=["run"], expect=ok), dict(do="rm", path="out"), dict(cmd=["run"], expect=ok)])
led("r13-header-only", "A ledger cut to 100 bytes, to 4096, and one of text", [dict(cmd=["run"], expect=ok), dict(do="truncate", path="out/t/ledger.sqlite", size=100), dict(cmd=["run"], expect=dict(exit=65)), dict(do="truncate", path="out/t/ledger.sqlite", size=4096), dict(cmd=["run"], expect=dict(exit=65)), dict(do="write", path="out/t/ledger.sqlite", data="not a database\n" * 300), dict(cmd=["run"], expect=dict(exit=65))])

c = Case("r13-killed-while-made", [13], "Killed, or out of space, while the first ledger is being made: the next run does not refuse the 0 bytes that it left itself"); c.csv("a.csv", base(c.name)); c.once = True; c.x = dict(exit=0); c.skipbalance = True
P_ = ["out/t/ledger.sqlite", "out/t/ledger.sqlite-journal"]
c.steps = [dict(each="fault", what="signal=KILL:when={n}", calls="openat,pwrite64,fdatasync,fsync,unlink", to=9, state=["out"], cmd=["run"], paths=P_, after=[[["run"], [0]]]),
           dict(each="fault", what="error=ENOSPC:when={n}+", calls="pwrite64,write", to=3, state=["out"], cmd=["run"], paths=P_, codes=[0, 73, 74], after=[[["run"], [0]]])]
c.done()

# ---- row 14: without /proc
def proc(name, about, steps, **kw):
    c = Case(name, [14], about, **kw); t = base(name); c.csv("a.csv", t); c.truth(t); c.steps = steps; c.done(); return c
NO_PROC = dict(exit=74, text=["no-proc"])   # what may take longer than a second is refused: Swift's runtime needs /proc
proc("r14-run", "run says that it needs /proc", [dict(cmd=["run"], noProc=True, expect=NO_PROC)])
proc("r14-run-cmdline-empty", "/proc is there, its cmdline is empty, and all else is missing", [dict(cmd=["run"], proc="unreadable", expect=NO_PROC)])
proc("r14-lint-schema-version", "lint, schema, --version, a wrong command", [dict(cmd=["lint", "pipeline.yaml", "--lang", "en"], noProc=True, expect=dict(exit=0, neverMessages=["USAGE"])), dict(cmd=["schema", "report"], noProc=True, expect=dict(exit=0, text=["$schema"])), dict(cmd=["--version"], noProc=True, expect=dict(exit=0, neverMessages=["OVERVIEW"])), dict(cmd=["nonsense"], noProc=True, expect=dict(exit=64)), dict(cmd=["run", "--nonsense"], noProc=True, expect=dict(exit=64))])
proc("r14-dump", "dump says that it needs /proc", [dict(cmd=["dump", "a.csv"], noProc=True, expect=NO_PROC)])
c = Case("r14-arguments-with-letters", [14], "Arguments with blanks, quotes and Chinese letters arrive whole"); t = base(c.name); c.csv("赔付 \"一\".csv", t, add=False); c.inputs = [("none.csv", {})]; c.truth(t); c.args = ["--input", "赔付 \"一\".csv"]; c.steps = [dict(cmd=["lint", "pipeline.yaml"], noProc=True, expect=dict(exit=0)), dict(cmd=["run"])]; c.done()

# ---- row 15: what was found stays found
def reg(name, about, k=79, **kw):
    c = Case(name, kw.pop("rows", [15]), about, **kw); c.root = ["register: reg", "keyFile: the.key"]; return c
INIT = dict(cmd=["register", "init", "pipeline.yaml"], expect=ok)
def twice(*names): return [dict(do="save", path=f"out/t/2023Q2/{n}", **{"as": n}) for n in names], [dict(do="same", path=f"out/t/2023Q2/{n}", **{"as": n}) for n in names]
def bad(t, n):
    out = []
    for i, r in enumerate(t):
        if i < n: out.append([r.but(date="2023-13-40"), r.but(amount="abc"), r.but(person="12345"), r.but(claim="")][i % 4])
        else: out.append(r)
    return out
c = reg("r15-rejects-stay", "79 rejects: the second run writes them whole again, byte for byte, masked")
t = base(c.name, n=200, people=100); c.truth(t[79:]).e(rejects={"bad-date": 20, "bad-amount": 20, "bad-person": 20, "missing-claim": 19}, rejectRows=79); c.csv("a.csv", bad(t, 79))
s1, s2 = twice("report.json", "rejects.csv"); c.steps = [INIT, dict(cmd=["run"])] + s1 + [dict(cmd=["run"])] + s2; c.done()
c = reg("r15-rejects-of-two-deliveries", "Rejects of the first delivery stand in rejects.csv after the second")
t = base(c.name, n=80); a_, b_ = t[::2], t[1::2]; c.csv("a.csv", bad(a_, 6)); c.csv("b.csv", bad(b_, 4), add=False); c.inputs[0] = ("*.csv", {})
c.truth(a_[6:] + b_[4:]).e(rejects={"bad-date": 3, "bad-amount": 3, "bad-person": 2, "missing-claim": 2}, rejectRows=10)
c.steps = [INIT, dict(do="mv", path="b.csv", to="b.later"), dict(cmd=["run"], expect=dict(exit=0, rejectRows=6)), dict(do="mv", path="b.later", to="b.csv"), dict(cmd=["run"]), dict(cmd=["run"])]; c.done()
c = reg("r15-first-export-archived", "The first export is gone (archived): its rejects are kept with the register")
t = base(c.name, n=80); a_, b_ = t[::2], t[1::2]; c.csv("a.csv", bad(a_, 6)); c.csv("b.csv", b_, add=False); c.inputs[0] = ("*.csv", {})
c.truth(a_[6:] + b_).e(rejects={"bad-date": 2, "bad-amount": 2, "bad-person": 1, "missing-claim": 1}, rejectRows=6)
c.steps = [INIT, dict(do="mv", path="b.csv", to="b.later"), dict(cmd=["run"], expect=ok), dict(do="mv", path="b.later", to="b.csv"), dict(do="mv", path="a.csv", to="a.archived"), dict(cmd=["run"])]; c.done()
c = reg("r15-findings-stay", "Findings of reading stay: zero amounts, units in cells, footers, no line end, marks")
c.persontype = "text"; t = base(c.name, n=40); t[0]["fen"] = 0; c.truth(t).bal(scaffolding=1).e(findings=["zero-amounts", "amount-units", "no-records-lines", "no-final-newline", "invisible-characters"])
c.csv("a.csv", [t[0].but(city=t[0]["city"] + "\u200b"), t[1].but(amount=f"{t[1]['fen'] / 1e6:.6f}万元")] + t[2:], insert={20: ["合计,,,1.00,"]}, final=False)
s1, s2 = twice("report.json", "rejects.csv", "facts.json"); c.steps = [INIT, dict(cmd=["run"])] + s1 + [dict(cmd=["run"])] + s2; c.done()
c = reg("r15-output-folder-lost", "The output folder is lost, the register is not: the same bytes come again")
t = base(c.name, n=80); c.csv("a.csv", bad(t, 5)); c.truth(t[5:]).e(rejects={"bad-date": 2, "bad-amount": 1, "bad-person": 1, "missing-claim": 1}, rejectRows=5)
s1, s2 = twice("report.json", "rejects.csv"); c.steps = [INIT, dict(cmd=["run"])] + s1 + [dict(do="rm", path="out"), dict(cmd=["run"])] + s2; c.done()
c = reg("r15-register-equals-plain", "report.json and rejects.csv are those of a run without a register")
t = base(c.name, n=80); c.csv("a.csv", bad(t, 5)); c.truth(t[5:]).e(rejects={"bad-date": 2, "bad-amount": 1, "bad-person": 1, "missing-claim": 1}, rejectRows=5)
c.raw("plain.yaml", c.pipeline().replace("register: reg\nkeyFile: the.key\n", ""))
c.steps = [INIT, dict(cmd=["run"]), dict(cmd=["run"]), dict(do="save", path="out/t/2023Q2/rejects.csv", **{"as": "rejects"}), dict(do="rm", path="out"), dict(do="mv", path="pipeline.yaml", to="with.yaml"), dict(do="mv", path="plain.yaml", to="pipeline.yaml"), dict(cmd=["run"]), dict(do="same", path="out/t/2023Q2/rejects.csv", **{"as": "rejects"})]
c.done()
c = reg("r15-refused-then-mended", "A first run refused for too many rejects takes nothing in; mended, it does"); c.quality["maxRejected"] = "1%"
t = base(c.name, n=80); c.csv("a.csv", bad(t, 5)); c.csv("good.csv", t, add=False); c.truth(t)
c.steps = [INIT, dict(cmd=["run"], expect=dict(exit=65)), dict(do="mv", path="a.csv", to="x"), dict(do="mv", path="good.csv", to="a.csv"), dict(cmd=["run"]), dict(cmd=["register", "verify", "pipeline.yaml"], expect=ok)]; c.done()

# ---- row 16: one byte of the register
def flips(name, about, path, cmds, exit=(65,), xor=1):
    c = Case(name, [16], about); t = base(name, n=60, people=30); c.root = ["register: reg", "keyFile: the.key"]; c.csv("a.csv", t); c.truth(t); c.once = True
    c.steps = [INIT, dict(cmd=["run"]), dict(each="flip", path=path, fractions=[0, .1, .35, .6, .85, 1], xor=xor, state=["reg", "out", "the.key"], cmds=cmds, exit=list(exit), text=[["register", "key"]], orSame=True)]; c.done()
flips("r16-values", "A byte of the group values", "reg/*.values", [["run"], ["register", "verify", "pipeline.yaml", "--lang", "en"]])
flips("r16-claims", "A byte of the claims", "reg/*.claims", [["run"], ["register", "verify", "pipeline.yaml", "--lang", "en"]], xor=128)
flips("r16-people", "A byte of people and their quarters", "reg/people*", [["run"], ["register", "export", "pipeline.yaml", "--lang", "en"], ["register", "people", "pipeline.yaml", "2023Q1..2023Q2", "--lang", "en"]])
flips("r16-json", "A byte of register.json", "reg/register.json", [["run"], ["register", "verify", "pipeline.yaml", "--lang", "en"]], xor=32)
flips("r16-others", "A byte of every other file of the register (rejects and findings too)", "reg/several*,reg/rej*,reg/find*,reg/obs*,reg/note*,reg/read*", [["run"], ["register", "verify", "pipeline.yaml", "--lang", "en"]], xor=4)
flips("r16-key", "A byte of the key", "the.key", [["run"], ["register", "verify", "pipeline.yaml", "--lang", "en"]])
c = Case("r16-cut-short", [16], "Files of the register cut short, or gone"); t = base(c.name, n=60); c.root = ["register: reg", "keyFile: the.key"]; c.csv("a.csv", t); c.truth(t)
c.steps = [INIT, dict(cmd=["run"])]
for f in ("groups-0001.values", "2023Q2-0001.claims", "people-0001.tags"):
    c.steps += [dict(do="snapshot", path="reg", to="keep"), dict(do="truncate", path=f"reg/{f}", size=40), dict(cmd=["run"], expect=dict(exit=65)), dict(do="rm", path=f"reg/{f}"), dict(cmd=["run"], expect=dict(exit=65)), dict(do="rm", path="reg"), dict(do="mv", path="keep", to="reg"), dict(cmd=["run"])]
c.done()

# ---- row 17: register init, interrupted
CALLS = "mkdir,mkdirat,openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,linkat,ftruncate"
AFTER = [[["register", "init", "pipeline.yaml"], [0, 73]], [["register", "verify", "pipeline.yaml"], [0]], [["run"], [0]]]
def init(name, about, what, calls, to, start=1, codes=None, after=AFTER):
    c = Case(name, [17], about); t = base(name); c.root = ["register: reg", "keyFile: keys/the.key"]; c.csv("a.csv", t); c.once = True; c.x = dict(exit=0); c.skipbalance = True
    s = dict(each="fault", what=what, calls=calls, to=to, state=["reg", "keys", "out"], cmd=["register", "init", "pipeline.yaml"], after=after, **{"from": start})
    if codes: s["codes"] = codes
    c.steps = [dict(do="mkdir", path="keys"), s]; c.done()
init("r17-killed-at-every-write", "Killed at the n-th call that writes", "signal=KILL:when={n}", "mkdir,mkdirat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,linkat,ftruncate,fchmod", 26)
init("r17-no-space", "Out of space from the n-th write on", "error=ENOSPC:when={n}+", "write,pwrite64", 10, codes=[0, 73, 74])
init("r17-fsync-fails", "fsync fails (EIO) from the n-th on", "error=EIO:when={n}+", "fsync,fdatasync", 8, codes=[0, 73, 74])
init("r17-rename-fails", "rename and mkdir fail for want of space", "error=ENOSPC:when={n}+", "rename,renameat,renameat2,mkdir,mkdirat,linkat", 4, codes=[0, 73, 74])
c = Case("r17-neg-foreign-folder", [17], "Ordinary: the folder holds someone else's files: refused, and they are left as they were"); c.root = ["register: reg", "keyFile: the.key"]; c.csv("a.csv", base(c.name)); c.x = dict(exit=0); c.skipbalance = True
c.steps = [dict(do="mkdir", path="reg"), dict(do="write", path="reg/notes.txt", data="mine\n"), dict(do="save", path="reg/notes.txt", **{"as": "n"}), dict(cmd=["register", "init", "pipeline.yaml"], expect=dict(exit=73)), dict(do="same", path="reg/notes.txt", **{"as": "n"})]; c.done()
c = Case("r17-neg-second-init", [17], "Ordinary: init on a register that is whole: refused, it stays whole"); c.root = ["register: reg", "keyFile: the.key"]; t = base(c.name); c.csv("a.csv", t); c.truth(t)
c.steps = [INIT, dict(cmd=["run"]), dict(cmd=["register", "init", "pipeline.yaml"], expect=dict(exit=73)), dict(cmd=["register", "verify", "pipeline.yaml"], expect=ok), dict(cmd=["run"])]; c.done()

# ---- rows 18 and 19: errors of the disk at the ledger
def disk(name, row, about, cmd, what, calls, to, before=True, codes=(0, 74), never=(), standing=None, after=None, paths=("out/t/ledger.sqlite",), by=1):
    c = Case(name, [row], about); t = base(name); c.csv("a.csv", t); c.once = True; c.x = dict(exit=0); c.skipbalance = True
    s = dict(each="fault", what=what, calls=calls, to=to, by=by, state=["out"], cmd=cmd, codes=list(codes), never=list(never), paths=list(paths), after=after or [[["run"], [0]]])
    if standing: s.update(standing=standing, standingText=["published-nevertheless", "new report", "were written", "stands"])
    c.steps = ([dict(cmd=["run"], expect=ok)] if before else []) + [s]; c.done()
DAMAGE = ["damaged", "restore", "from a copy"]
disk("r18-run-eio-once", 18, "run: the n-th read of the ledger fails once", ["run"], "error=EIO:when={n}", "pread64,read", 12, never=DAMAGE)
disk("r18-run-eio-from", 18, "run: every read from the n-th on fails", ["run"], "error=EIO:when={n}+", "pread64,read", 12, never=DAMAGE)
disk("r18-history-eio", 18, "history: reads fail", ["history", "pipeline.yaml", "--output", "out", "--lang", "en"], "error=EIO:when={n}+", "pread64,read", 8, never=DAMAGE)
disk("r18-publish-eio", 18, "publish: reads fail", ["publish", "pipeline.yaml", "--quarter", "2023Q2", "--output", "out", "--lang", "en", "--on", "2023-07-16"], "error=EIO:when={n}+", "pread64,read", 10, never=DAMAGE)
disk("r19-first-run-ledger-writes", 19, "First run: writes of the ledger fail from the n-th on: if the report stands, it is said", ["run"], "error=ENOSPC:when={n}+", "pwrite64", 40, before=False, codes=(0, 73, 74), standing="out/t/2023Q2/report.json", paths=("out/t/ledger.sqlite", "out/t/ledger.sqlite-journal"), by=5)
disk("r19-first-run-ledger-sync", 19, "First run: fdatasync and fsync of the ledger fail", ["run"], "error=EIO:when={n}+", "fdatasync,fsync", 12, before=False, codes=(0, 73, 74), standing="out/t/2023Q2/report.json", paths=("out/t/ledger.sqlite", "out/t/ledger.sqlite-journal", "out/t"))
disk("r19-journal-unlink", 19, "First run: the journal cannot be removed", ["run"], "error=EIO:when={n}+", "unlink,unlinkat,ftruncate", 6, before=False, codes=(0, 73, 74), standing="out/t/2023Q2/report.json", paths=("out/t/ledger.sqlite-journal",))

STANDS = [["published-nevertheless", "new report", "were written", "stands"]]
c = Case("r19-stdout-full", [19], "Standard output is full (a log on a full disk): 74, the report stands and it is said"); t = base(c.name); c.csv("a.csv", t); c.once = True; c.x = dict(exit=0); c.skipbalance = True
c.steps = [dict(cmd=["run"], stdoutFull=True, expect=dict(exit=74, text=STANDS)), dict(cmd=["run"], expect=ok)]; c.done()
disk("r19-folders-sync", 19, "First run: the n-th fsync of all fails, whatever of", ["run"], "error=EIO:when={n}", "fsync,fdatasync", 40, before=False, codes=(0, 73, 74), standing="out/t/2023Q2/report.json", paths=(), by=2)
c = Case("r19-register-write-fails", [19, 17], "With a register: its writes and renames fail from the n-th on: old or new, and said if the report stands"); t = base(c.name); c.csv("a.csv", t); c.once = True; c.x = dict(exit=0); c.skipbalance = True; c.root = ["register: reg", "keyFile: the.key"]
A_ = [[["register", "verify", "pipeline.yaml"], [0]], [["run"], [0]]]
F_ = dict(each="fault", state=["out", "reg", "the.key"], cmd=["run"], codes=[0, 73, 74], after=A_, standing="out/t/2023Q2/report.json", standingText=STANDS[0])
c.steps = [INIT, dict(F_, what="error=ENOSPC:when={n}+", calls="rename,renameat,renameat2", to=5), dict(F_, what="error=EIO:when={n}+", calls="fsync", to=31, by=3)]; c.done()

# ---- row 23: line numbers of rejects
c = Case("r23-plain", [23], "Lines of rejects without quotes"); t = base(c.name, n=60); b = {3: "bad-date", 29: "bad-date", 59: "bad-date"}
c.truth([r for i, r in enumerate(t) if i not in b]).e(rejects={"bad-date": 3}, rejectLines=[[i + 2, x] for i, x in b.items()]); c.csv("a.csv", [r.but(date="x") if i in b else r for i, r in enumerate(t)], eol="\r\n").done()
c = Case("r23-quoted-breaks", [23], "With quoted line breaks (CRLF within too)", cols=["claim", "person", "date", "amount", "city", "note"]); t = base(c.name, n=60); rows, line, want = [], 2, []
for i, r in enumerate(t):
    nt = ["", "一\n二", "一\r\n二\r\n三"][i % 3]; bad_ = i in (7, 30, 58); rows.append(r.but(note=nt, date="x") if bad_ else r.but(note=nt))
    if bad_: want.append([line, "bad-date"])
    line += 1 + i % 3
c.truth([r for i, r in enumerate(t) if i not in (7, 30, 58)]).e(rejects={"bad-date": 3}, rejectLines=want); c.csv("a.csv", rows, eol="\r\n").done()
c = Case("r23-blank-lines", [23], "Blank lines and footers count as lines"); t = base(c.name, n=30)
c.truth(t[:29]).bal(scaffolding=None, records=None).e(rejects={"bad-date": 1}, rejectLines=[[1 + 30 + 3, "bad-date"]], mayFindings=["no-records-lines"]); c.csv("a.csv", t[:29] + [t[29].but(date="x")], insert={10: ["", ",,,,"], 20: ["小计,,,1.00,"]}).done()
c = Case("r23-large-one-reject", [23], "20,000 lines, GB18030, rejects at the very end and in the middle"); t = base(c.name, n=20000, people=5000); b = [9999, 19999]
c.truth([r for i, r in enumerate(t) if i not in b]).e(rejects={"bad-amount": 2}, rejectLines=[[i + 2, "bad-amount"] for i in b]); c.csv("a.csv", [r.but(amount="1,2,3元") if i in b else r for i, r in enumerate(t)], enc="gb18030").done()
c = Case("r23-large-quotes-late", [23], "12,000 plain lines, then quoted ones with line breaks, then a reject", cols=["claim", "person", "date", "amount", "city", "note"]); t = base(c.name, n=12400, people=5000)
rows = [r.but(note="甲\n乙") if i >= 12000 else r for i, r in enumerate(t)]; rows[12300] = rows[12300].but(date="x")
c.truth([r for i, r in enumerate(t) if i != 12300]).e(rejects={"bad-date": 1}, rejectLines=[[2 + 12300 + 300, "bad-date"]]); c.csv("a.csv", rows).done()
c = Case("r23-utf16", [23], "UTF-16"); t = base(c.name, n=30); c.truth(t[:29]).e(rejects={"bad-date": 1}, rejectLines=[[31, "bad-date"]]); c.csv("a.txt", t[:29] + [t[29].but(date="x")], enc="utf-16-le", bom=True, delim="\t", eol="\r\n").done()
