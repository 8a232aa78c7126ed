from kit import *
D = datetime.date
import zoneinfo
T3 = ("2023Q1", "2023Q2", "2023Q3")

# ---- row 3: dates with an offset. Truth: days in the zone.
def stamp(day, hh, mm, off, fmt="{:%Y-%m-%dT%H:%M:%S}", suffix=None, zone="Asia/Shanghai", ss=0):
    """The moment of hh:mm in the zone on that day, written with another offset (minutes)."""
    local = datetime.datetime(day.year, day.month, day.day, hh, mm, ss, tzinfo=zoneinfo.ZoneInfo(zone))
    w = local.astimezone(datetime.timezone(datetime.timedelta(minutes=off)))
    return fmt.format(w) + suffix


def edges(t):
    """Puts a third of the records on first days of quarters."""
    for i, r in enumerate(t):
        if i % 3 == 0: r["day"] = span(quarter(r["day"]))[0]
    return t


c = Case("r03-utc-evening", [3], "A web system writes UTC: payments between midnight and eight of a quarter's first day carry the day before", quarter="2023Q3", src="https://github.com/julien-nc/cospend-nc/issues/211")
t = edges(base(c.name, n=36, quarters=T3)); c.truth(t)
c.csv("a.csv", [r.but(date=stamp(r["day"], i % 24, 30, 0, suffix="Z")) for i, r in enumerate(t)]).done()

c = Case("r03-json-midnight", [3], "JavaScript's toISOString of dates alone: 2023-06-30T16:00:00.000Z is 1 July", quarter="2023Q3", src="https://github.com/nextcloud/deck/issues/7245")
t = edges(base(c.name, n=36, quarters=T3)); c.truth(t)
c.csv("a.csv", [r.but(date=stamp(r["day"], 0, 0, 0, suffix=".000Z")) for r in t], enc="gb18030", quote=True).done()

c = Case("r03-offset-minus-one", [3], "-01:00, -0100, -01", quarter="2023Q3")
t = edges(base(c.name, n=36, quarters=T3)); c.truth(t)
s = ["-01:00", "-0100", "-01"]
c.csv("a.csv", [r.but(date=stamp(r["day"], (i * 5) % 24, 59, -60, suffix=s[i % 3])) for i, r in enumerate(t)]).done()

c = Case("r03-offset-plus-eight", [3], "+08:00, +0800, +08 in Shanghai: the day as written, also at 23:59:59 and 00:00:00", quarter="2023Q3")
t = edges(base(c.name, n=36, quarters=T3)); c.truth(t)
s = ["+08:00", "+0800", "+08"]
c.csv("a.csv", [r.but(date=stamp(r["day"], 23 if i % 2 else 0, 59 if i % 2 else 0, 480, suffix=s[i % 3], ss=59 if i % 2 else 0)) for i, r in enumerate(t)]).done()

c = Case("r03-many-offsets", [3], "+14:00, +05:30, -11:00, +09:00, -03:30 with blank instead of T", quarter="2023Q3")
t = edges(base(c.name, n=60, quarters=T3)); c.truth(t)
o = [(840, "+14:00"), (330, "+05:30"), (-660, "-11:00"), (540, "+09:00"), (-210, "-03:30"), (0, "+00:00"), (0, "-00:00")]
c.csv("a.csv", [r.but(date=stamp(r["day"], (i * 7) % 24, 1, o[i % 7][0], fmt="{:%Y-%m-%d %H:%M:%S}" if i % 2 else "{:%Y-%m-%dT%H:%M:%S}", suffix=o[i % 7][1])) for i, r in enumerate(t)]).done()

c = Case("r03-new-year", [3], "2022-12-31T16:00:00Z is the first quarter of 2023; a second earlier is not", quarter="2023Q1")
t = base(c.name, n=24, quarters=("2022Q4", "2023Q1"))
t[0]["day"], t[12]["day"] = D(2022, 12, 31), D(2023, 1, 1)
c.truth(t); c.csv("a.csv", [r.but(date="2022-12-31T15:59:59Z") if i == 0 else r.but(date="2022-12-31T16:00:00Z") if i == 12 else r for i, r in enumerate(t)]).done()

c = Case("r03-berlin-summer-time", [3], "timeZone: Europe/Berlin, with its summer time", quarter="2023Q2")
c.root = ["timeZone: Europe/Berlin"]
t = edges(base(c.name, n=24)); c.truth(t)
rows = []
for i, r in enumerate(t):
    rows.append(r.but(date=stamp(r["day"], [0, 23, 12][i % 3], [0, 59, 0][i % 3], 0, suffix="Z", zone="Europe/Berlin")))
c.csv("a.csv", rows).done()

c = Case("r03-new-york", [3], "timeZone: America/New_York: 2023-07-01T03:30:00Z is 30 June there", quarter="2023Q2")
c.root = ['timeZone: "America/New_York"']
t = edges(base(c.name, n=24)); c.truth(t)
c.csv("a.csv", [r.but(date=stamp(r["day"], [0, 23][i % 2], 30, 0, suffix="Z", zone="America/New_York")) for i, r in enumerate(t)]).done()

c = Case("r03-shanghai-1988", [3], "China had summer time from 1986 to 1991: 1988-06-30T15:30:00Z is half past midnight of 1 July 1988", quarter="1988Q3")
t = base(c.name, n=24, quarters=("1988Q2", "1988Q3")); t[0]["day"], t[12]["day"], t[14]["day"] = D(1988, 6, 30), D(1988, 7, 1), D(1988, 9, 30)
c.truth(t); c.csv("a.csv", [r.but(date={0: "1988-06-30T14:59:59Z", 12: "1988-06-30T15:30:00Z", 14: "1988-09-30T15:59:00Z"}.get(i, r.cell("date"))) for i, r in enumerate(t)]).done()

c = Case("r03-xml-attribute", [3], "XML of a web service: xs:dateTime with Z in an attribute", quarter="2023Q3")
t = edges(base(c.name, n=36, quarters=T3)); c.truth(t)
c.fieldopt = {"date": {"from": ["@PaidDate"]}}
c.xml("a.xml", [r.but(date=stamp(r["day"], (i * 11) % 24, 0, 0, suffix=".123Z" if i % 2 else "Z")) for i, r in enumerate(t)], attrs=("date",)).done()

c = Case("r03-utf16", [3], "UTF-16 CSV with offsets", quarter="2023Q3")
t = edges(base(c.name, n=36, quarters=T3)); c.truth(t)
c.csv("a.csv", [r.but(date=stamp(r["day"], (i * 11) % 24, 0, 0, suffix="Z")) for i, r in enumerate(t)], enc="utf-16-le", bom=True, eol="\r\n").done()

c = Case("r03-neg-local-times", [3], "Ordinary: times without an offset are local, in every form", quarter="2023Q3")
t = edges(base(c.name, n=36, quarters=T3)); c.truth(t)
f = ["{:%Y-%m-%d} 23:59:59", "{:%Y-%m-%d}T00:00:00", "{:%Y/%m/%d} 0:00", "{:%Y%m%d}235959", "{:%Y-%m-%d} 00:00:00.000", "{:%Y年%m月%d日} 23:59"]
c.csv("a.csv", [r.but(date=f[i % 6].format(r["day"])) for i, r in enumerate(t)]).done()

c = Case("r03-bad-offsets", [3], "Offsets and times that there are not: bad-date, never another day", quarter="2023Q2")
t = base(c.name); good = t[:12] + t[17:]
c.truth(good).e(rejects={"bad-date": 5})
c.csv("a.csv", t[:12] + [t[12].but(date="2023-06-30T16:30:00+25:00"), t[13].but(date="2023-06-30T16:30:00+08:99"), t[14].but(date="2023-06-30T25:30:00Z"), t[15].but(date="2023-02-30T10:00:00Z"), t[16].but(date="2023-06-30T16:30:00+8x")] + t[17:]).done()

c = Case("r03-named-zones", [3], "“UTC”, “GMT”, “CST”, lower-case z: read rightly or bad-date, never the wrong quarter", quarter="2023Q3")
t = base(c.name, n=36, quarters=T3)
for i, s in ((24, "2023-06-30 16:30:00 UTC"), (25, "2023-06-30 16:30:00 GMT"), (27, "2023-06-30t16:30:00z")): t[i]["day"] = D(2023, 7, 1)
rows = [r.but(date={24: "2023-06-30 16:30:00 UTC", 25: "2023-06-30 16:30:00 GMT", 27: "2023-06-30t16:30:00z"}.get(i, r.cell("date"))) for i, r in enumerate(t)]
c.csv("a.csv", rows)
alts = []
for drop in range(8):
    gone = [k for j, k in enumerate((24, 25, 27)) if drop >> j & 1]
    c.x = dict(exit=0); c.balance = {}
    c.truth([r for i, r in enumerate(t) if i not in gone])
    if gone: c.e(rejects={"bad-date": len(gone)})
    alts.append(c.snapshot())
c.either(*alts).done()

c = Case("r03-date-with-z-alone", [3], "xs:date with a zone and no time, 2023-06-30Z: that day or bad-date", quarter="2023Q2")
t = base(c.name); c.csv("a.csv", [r.but(date=r.cell("date") + "Z") if i == 12 else r for i, r in enumerate(t)])
c.truth(t); a = c.snapshot(); c.x = dict(exit=0); c.balance = {}; c.truth(t[:12] + t[13:]).e(rejects={"bad-date": 1}); c.either(a, c.snapshot()).done()

c = Case("r03-unknown-zone-lint", [3], "A zone that is not: the pipeline file is wrong")
c.root = ["timeZone: Asia/Beijing"]
c.csv("a.csv", base(c.name)); c.refused("timeZone", code=78).done()

c = Case("r03-mixed-with-register", [3, 15], "Two deliveries, one local, one in UTC, with a register: the same claims are duplicates, since the days agree", quarter="2023Q3")
c.root = ["register: reg", "keyFile: the.key"]
t = edges(base(c.name, n=36, quarters=T3)); c.truth(t).bal(duplicates=36)
c.csv("a.csv", t); c.csv("b.csv", [r.but(date=stamp(r["day"], (i * 13) % 24, 0, 0, suffix="Z")) for i, r in enumerate(t)])
c.steps = [dict(cmd=["register", "init", "pipeline.yaml"], expect=dict(exit=0)), dict(cmd=["run"]), dict(cmd=["run"])]
c.done()

# ---- row 4: mixed encodings
MOJI = ["涓婃捣", "鍖椾含", "閲嶅簡", "澶╂触"]
MIX = dict(findings=["mixed-encoding"], never=MOJI)
c = Case("r04-gb-with-utf8-lines", [4], "A GB18030 export; a colleague appended three lines of a UTF-8 one", src="https://github.com/w3c/csvw/issues/699")
t = base(c.name, n=60); c.truth(t[:57]).e(rejects={"malformed-record": 3}, **MIX)
c.csv("a.csv", t, enc="gb18030", lines_enc={57: "utf-8", 58: "utf-8", 59: "utf-8"}, eol="\r\n").done()

c = Case("r04-gb-with-utf8-block", [4], "copy a.csv+b.csv: two thirds GB18030, one third UTF-8: rejected past the threshold, or refused; never a group of mojibake")
t = base(c.name, n=60); c.quality["maxRejected"] = "0.1%"
c.csv("a.csv", t, enc="gb18030", lines_enc={i: "utf-8" for i in range(40, 60)}); c.refused(never=MOJI).done()

c = Case("r04-utf8-with-gb-lines", [4], "A UTF-8 export with three lines of GB18030: the three are rejected, not the rest")
t = base(c.name, n=60); c.truth(t[:57]).e(rejects={"malformed-record": 3}, never=MOJI, mayFindings=["mixed-encoding"])
c.csv("a.csv", t, enc="utf-8", lines_enc={57: "gb18030", 58: "gb18030", 59: "gb18030"}).done()

c = Case("r04-utf8-bom-with-gb-lines", [4], "The same with a BOM", src="https://github.com/irworkshop/accountability_datacleaning/issues/8")
t = base(c.name, n=60); c.truth(t[2:]).e(rejects={"malformed-record": 2}, never=MOJI, mayFindings=["mixed-encoding"])
c.csv("a.csv", t, enc="utf-8", bom=True, lines_enc={0: "gb18030", 1: "gb18030"}).done()

c = Case("r04-ascii-head-gb-then-utf8", [4], "English column names; the first lines GB18030, ten of forty UTF-8")
t = base(c.name, n=40); c.truth(t[:30]).e(rejects={"malformed-record": 10}, **MIX)
c.csv("a.csv", t, en=True, enc="gb18030", lines_enc={i: "utf-8" for i in range(30, 40)}).done()

c = Case("r04-explicit-gb-but-utf8", [4], "encoding: gb18030 in the pipeline file, UTF-8 bytes", src="https://github.com/mholt/PapaParse/issues/849")
t = base(c.name); c.csv("a.csv", t, opt=dict(encoding="gb18030"), en=True); c.refused("utf-8", never=MOJI).done()

c = Case("r04-explicit-gb-but-utf8-bom", [4], "encoding: gbk, a file with the BOM of UTF-8: read as UTF-8, or refused", src="https://github.com/mholt/PapaParse/issues/849")
t = base(c.name); c.csv("a.csv", t, opt=dict(encoding="gbk"), bom=True)
c.truth(t).e(never=MOJI); a = c.snapshot(); c.refused(never=MOJI); c.either(a, c.x).done()

c = Case("r04-explicit-utf8-but-gb", [4], "encoding: utf-8, GB18030 bytes: refused")
t = base(c.name); c.csv("a.csv", t, opt=dict(encoding="utf-8"), enc="gb18030", en=True); c.refused().done()

c = Case("r04-xml-label-gbk-bytes-utf8", [4], "XML labelled gbk, written by a program that writes UTF-8", src="https://github.com/xbmc/xbmc/pull/4418")
t = base(c.name); c.xml("a.xml", t, label="gbk"); c.refused("utf-8", never=MOJI).done()

c = Case("r04-xml-label-gb2312-bytes-utf8", [4], "The same with gb2312, and only one group in Chinese")
t = base(c.name, cities=["北京", "A", "B", "C"]); c.xml("a.xml", t, label="gb2312"); c.refused("utf-8", never=MOJI).done()

c = Case("r04-xml-label-utf8-bytes-gb", [4], "XML labelled UTF-8, GB18030 bytes: not well-formed, refused")
t = base(c.name); c.xml("a.xml", t, enc="gb18030", label="UTF-8"); c.refused().done()

c = Case("r04-xml-bom-and-label-differ", [4], "BOM of UTF-8 and the label gbk: refused, or read as UTF-8; never mojibake", src="https://github.com/lestrrat-go/helium/pull/1168")
t = base(c.name); c.xml("a.xml", t, label="gbk", bom=b"\xef\xbb\xbf"); c.truth(t).e(never=MOJI); a = c.snapshot(); c.refused(never=MOJI); c.either(a, c.x).done()

c = Case("r04-xml-gbk-override", [4], "The way that the refusal names: encoding: utf-8 in inputs reads it rightly")
t = base(c.name); c.truth(t); c.xml("a.xml", t, label="gbk", opt=dict(encoding="utf-8")).done()

c = Case("r04-xml-utf16-label-gbk", [4], "A system exports UTF-16 with BOM and leaves the label gb2312 (a template's): read as UTF-16 or refused")
t = base(c.name); c.xml("a.xml", t, enc="utf-16-le", label="gb2312", bom=b"\xff\xfe"); c.truth(t).e(never=MOJI); a = c.snapshot(); c.refused(); c.either(a, c.x).done()

c = Case("r04-neg-xml-gb2312-beyond", [4], "Ordinary: label gb2312 with letters of GBK alone (镕, 喆, 屌): read", src="https://github.com/sparklemotion/nokogiri/issues/1441")
t = base(c.name, cities=["镕城", "喆里", "北京", "赒区"]); c.truth(t); c.xml("a.xml", t, enc="gb18030", label="gb2312").done()

c = Case("r04-neg-gb-rare-letters", [4], "Ordinary: GB18030 with rare and four-byte letters, full-width forms, €: no finding")
t = base(c.name, cities=["镕城", "㛃区", "𠮷田", "①组", "犇犇犇", "Ⅲ类"]); c.truth(t); c.csv("a.csv", t, enc="gb18030").done()

c = Case("r04-neg-gb-that-is-utf8", [4], "Ordinary: GB18030 whose groups are also valid UTF-8 (梅园, 鹿院, 庐元): stays so. Chinese header", src="https://github.com/jakob/TableTool/pull/26")
cs = ["梅园", "鹿院", "庐元", "茂园"]
for s in cs: s.encode("gb18030").decode("utf-8")
t = base(c.name, cities=cs); c.truth(t); c.csv("a.csv", t, enc="gb18030").done()

c = Case("r04-neg-gb-that-is-utf8-whole", [4], "The same with an English header: the whole file is valid UTF-8 (Armenian and Greek), but no one writes so")
t = base(c.name, cities=cs); c.truth(t); c.csv("a.csv", t, enc="gb18030", en=True).done()

c = Case("r04-neg-utf8-middle-dot", [4], "Ordinary: UTF-8, lines whose only letters beyond ASCII are ·, é, ü, ×, ° (in GB18030 路, 茅, 眉 …): all read")
t = base(c.name, n=48, cities=["Caf\u00e9", "M\u00fcnchen", "Ali\u00b7K", "2\u00d73", "37\u00b0C", "北京", "上海", "重庆"]); c.truth(t); c.csv("a.csv", t).done()

c = Case("r04-neg-utf8-uyghur", [4], "Ordinary in Xinjiang: UTF-8, some lines in Uyghur or Kazakh letters (two bytes each) among Chinese ones", arguable="two-byte scripts weigh little in SPEC row 4, but the file is right as it stands")
t = base(c.name, n=48, cities=["ئۈرۈمچى", "قەشقەر", "Алматы", "乌鲁木齐", "喀什", "伊宁"]); c.truth(t); c.csv("a.csv", t).done()

c = Case("r04-neg-each-file-its-own", [4], "Ordinary: three files, UTF-8, GB18030, UTF-16, each as a whole")
t = base(c.name, n=60); c.truth(t); c.csv("a.csv", t[:20]); c.csv("b.csv", t[20:40], enc="gb18030"); c.csv("c.csv", t[40:], enc="utf-16-le", bom=True).done()

c = Case("r04-neg-ascii-only", [4], "Ordinary: not one letter beyond ASCII")
t = base(c.name, cities=["BJ", "SH"]); c.truth(t); c.csv("a.csv", t, en=True).done()

c = Case("r04-quoted-lines-mixed", [4, 23], "Mixed encodings with quoted line breaks: one record is one record, its line is named")
t = base(c.name, n=60); c.truth(t[:58]).e(rejects={"malformed-record": 2}, **MIX)
c.cols += ["note"]
rows = [r.but(note="第一行\n第二行") if i % 2 else r for i, r in enumerate(t)]
c.e(rejectLines=[[1 + 1 + 58 + 29, "malformed-record"], [1 + 1 + 58 + 29 + 1, "malformed-record"]])
c.csv("a.csv", rows, enc="gb18030", lines_enc={58: "utf-8", 59: "utf-8"}).done()

c = Case("r04-large-gb-few-utf8", [4], "12,000 records in GB18030, seven lines in UTF-8 far apart")
t = base(c.name, n=12000, people=4000); bad = [17, 1801, 3333, 6000, 8191, 10240, 11999]
c.truth([r for i, r in enumerate(t) if i not in bad]).e(rejects={"malformed-record": 7}, **MIX)
c.csv("a.csv", t, enc="gb18030", lines_enc={i: "utf-8" for i in bad}).done()
