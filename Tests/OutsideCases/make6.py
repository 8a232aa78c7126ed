from kit import *
D = datetime.date
Z = "\u200b"
ok = dict(exit=0)

# ---- further kinds that people met
c = Case("x01-utf16-without-bom", [4], "UTF-16 whose BOM a system stripped: read rightly or refused, never NUL-ridden groups", src="https://github.com/genspark-ai/genoffice/pull/438 ; https://github.com/fxcm/FXCMTickData/issues/7")
t = base(c.name); c.csv("a.csv", t, enc="utf-16-le", en=True); c.truth(t); a = c.snapshot(); c.refused(); c.either(a, c.x).done()
c = Case("x02-utf16be-without-bom", [4], "The same, big-endian with a Chinese header", src="https://github.com/genspark-ai/genoffice/pull/438")
t = base(c.name); c.csv("a.csv", t, enc="utf-16-be"); c.truth(t); a = c.snapshot(); c.refused(); c.either(a, c.x).done()
c = Case("x03-xml-nul", [1, 5], "XML labelled GB2312 that holds a NUL: refused whole", src="https://github.com/648540858/wvp-GB28181-pro/issues/1320")
t = base(c.name); c.xml("a.xml", t, enc="gb18030", label="GB2312"); p = os.path.join(c.dir, "a.xml"); b = open(p, "rb").read(); open(p, "wb").write(b.replace(b"</City>", b"\0</City>", 1)); c.refused().done()
c = Case("x04-nul-block-at-end", [1, 7], "A file padded with NULs at its end (a copy after a power cut): the records are all there; the rest is a line that is no record, or a reject", src="https://github.com/Rdatatable/data.table/issues/1612")
t = base(c.name); c.csv("a.csv", t); p = os.path.join(c.dir, "a.csv"); open(p, "ab").write(b"\0" * 512)
c.truth(t).e(rejects={"malformed-record": 1}, mayFindings=["no-final-newline", "invisible-characters"]); a = c.snapshot(); c.balance = {}; c.x = dict(exit=0); c.truth(t).bal(scaffolding=None, records=None).e(mayFindings=["no-records-lines", "no-final-newline", "invisible-characters"]); c.either(a, c.snapshot()).done()
c = Case("x05-ctrl-z-at-end", [1, 7], "DOS's end of file, 0x1A, behind the last line", src="https://github.com/h2oai/datatable/issues/590")
t = base(c.name); c.csv("a.csv", t, eol="\r\n"); p = os.path.join(c.dir, "a.csv"); open(p, "ab").write(b"\x1a")
c.truth(t).e(rejects={"malformed-record": 1}, mayFindings=["no-final-newline", "invisible-characters"]); a = c.snapshot(); c.balance = {}; c.x = dict(exit=0); c.truth(t).bal(scaffolding=None, records=None).e(mayFindings=["no-records-lines", "no-final-newline", "invisible-characters"]); c.either(a, c.snapshot()).done()
c = Case("x06-name-column-beside", [20], "Ordinary: a column of names that is mapped to nothing appears nowhere, also with rejects and footers", cols=["claim", "name", "person", "date", "amount", "city"], src="https://github.com/fedeostan/capo-v1/issues/173")
t = base(c.name); nm = ["欧阳静姝", "司马长风", "诸葛小亮"]
for i, r in enumerate(t): r["name"] = nm[i % 3]
c.truth(t[2:]).bal(scaffolding=1).e(rejects={"bad-date": 1, "malformed-record": 1}, findings=["no-records-lines"], never=nm); c.csv("a.csv", [t[0].but(date="x")] + t[2:], insert={9: [",".join(t[1].cell(k) for k in c.cols) + ",多,余"]}, tail=["制表人：司马长风,,,,,"]).done()
c = Case("x07-reject-values-masked", [15, 21], "Rejected values with an ID, a phone number, a name in them: masked in rejects.csv, also on the second run with a register")
t = base(c.name); idv = t[0]["person"]; c.root = ["register: reg", "keyFile: the.key"]
c.truth(t[4:]).e(rejects={"bad-date": 1, "bad-amount": 1, "bad-person": 1, "damaged-person": 1}, rejectRows=4, never=[idv, "13900000001", "司马长风"])
c.csv("a.csv", [t[0].but(date=idv), t[1].but(amount="13900000001转"), t[2].but(person="司马长风"), t[3].but(person="1.1010119900307E+17")] + t[4:])
c.steps = [dict(cmd=["register", "init", "pipeline.yaml"], expect=ok), dict(cmd=["run"]), dict(cmd=["run"])]
c.x["rejects"] = {}; c.x["rejectsSkip"] = True; c.balance.update(rejected=4); c.done()
c = Case("x08-date-column-mixed-forms", [3, 9], "A column with 2023/5/1, 2023-05-01T00:00:00Z, 20230501 and Excel's day number 45047 (rejected), two-digit years (rejected)", src="https://github.com/liaochong/myexcel/issues/242")
t = base(c.name)
for i, r in enumerate(t[2:]):
    if i % 3 == 2: r["day"] = span(quarter(r["day"]))[0]
c.truth(t[2:]).e(rejects={"bad-date": 2}); c.csv("a.csv", [t[0].but(date="45047"), t[1].but(date="23/5/1")] + [r.but(date=f"{r['day'].year}/{r['day'].month}/{r['day'].day}") if i % 3 == 0 else r.but(date=f"{r['day']:%Y%m%d}") if i % 3 == 1 else r.but(date=(datetime.datetime(r["day"].year, r["day"].month, r["day"].day) - datetime.timedelta(hours=8)).isoformat() + "Z") for i, r in enumerate(t[2:])]).done()
c = Case("x09-multi-row-header-units", [6], "A header cell with the unit on a second line: 金额⏎（万元）")
t = base(c.name); c.fieldopt = {"amount": {"from": ["金额（万元）", "金额\\n（万元）".replace("\\n", "")]}}; c.names["amount"] = "金额\n（万元）"
c.csv("a.csv", [r.but(amount=f"{r['fen'] / 1e6:.6f}") for r in t]); c.fieldopt = {"amount": {"from": ["金额（万元）"]}}; c.truth(t); a = c.snapshot(); c.refused(); c.either(a, c.x).done()
c = Case("x10-wide-commas", [6], "Ordinary: full-width ￥１００．００: read or bad-amount, never another figure", src="https://github.com/plaintextaccounting/hledger/issues/2162")
t = base(c.name); t[0]["fen"] = 10000; c.csv("a.csv", [t[0].but(amount="￥１００．００")] + t[1:]); c.truth(t); a = c.snapshot(); c.balance = {}; c.x = dict(exit=0); c.truth(t[1:]).e(rejects={"bad-amount": 1}); c.either(a, c.snapshot()).done()
c = Case("x11-same-export-twice-other-encoding", [4], "Ordinary: one export twice, in UTF-8 and in GB18030: all duplicates")
t = base(c.name); c.truth(t).bal(duplicates=24); c.csv("a.csv", t); c.csv("b.csv", t, enc="gb18030", eol="\r\n").done()
c = Case("x12-trojan-source-status", [1], "RIGHT-TO-LEFT OVERRIDE within status and group: cleaned, told, never in report or page", src="https://github.com/spencermountain/out-of-character/pull/90", cols=["claim", "person", "date", "amount", "city", "status"])
t = base(c.name); c.truth(t).e(findings=["invisible-characters"], never=["\u202e", "\u2067"]); c.csv("a.csv", [r.but(city="\u202e" + r["city"], status="已打\u2067款") if i % 2 else r for i, r in enumerate(t)]).done()
c = Case("x13-tags-block", [1], "Letters of the tags block (U+E0041 …) behind a group: hidden text: cleaned", src="https://github.com/ssamba1/untell/issues/48")
t = base(c.name); c.truth(t).e(findings=["invisible-characters"]); c.csv("a.csv", [r.but(city=r["city"] + "\U000e0041\U000e0042") if i % 2 else r for i, r in enumerate(t)], enc="utf-16-le", bom=True).done()
c = Case("x14-amount-accounting", [6], "Accounting negatives on paid records: (10.00), 10.00-: bad-amount, never 10.00", src="https://github.com/moneymanagerex/moneymanagerex/issues/2898")
t = base(c.name); c.truth(t[3:]).e(rejects={"bad-amount": 3}); c.csv("a.csv", [t[0].but(amount="(10.00)"), t[1].but(amount="10.00-"), t[2].but(amount="-10.00")] + t[3:]).done()
c = Case("x15-sep-line", [22], "Excel's sep=; line above the header: read, and told as a line that is no record", src="https://github.com/PowerShell/PowerShell/issues/7776")
t = base(c.name); c.csv("a.csv", t, delim=";"); p = os.path.join(c.dir, "a.csv"); b = open(p, "rb").read(); open(p, "wb").write(b"sep=;\r\n" + b); c.truth(t).bal(scaffolding=1).e(findings=["no-records-lines"]).done()
c = Case("x16-title-lines", [7], "Title lines above the header: read or refused, never counted", src="https://github.com/adaltas/node-csv-parse/issues/263")
t = base(c.name); c.csv("a.csv", t); p = os.path.join(c.dir, "a.csv"); b = open(p, "rb").read(); open(p, "wb").write("职工互助赔付明细表,,,,\n制表单位：测试中心,,,,\n".encode() + b); c.truth(t).bal(scaffolding=None, records=None).e(mayFindings=["no-records-lines"]); a = c.snapshot(); c.refused(); c.either(a, c.x).done()
c = Case("x17-split-surrogates", [1, 4], "UTF-16 with a lone surrogate (a text cut at 255 units): that record alone is rejected")
t = base(c.name); c.truth(t[1:]).e(rejects={"malformed-record": 1}); c.csv("a.csv", [t[0].but(city="北京\ud842")] + t[1:], enc="utf-16-le", bom=True).done()
c = Case("x18-trailing-delimiter-cut", [11], "The last line ends in a delimiter and no line end; a field is missing", src="https://github.com/CedricBonjour/nanocell-csv/issues/19")
t = base(c.name); c.truth(t[:-1]).e(rejects={"bad-amount": 1}, findings=["no-final-newline"]); c.cols = ["claim", "person", "date", "city", "amount"]; c.csv("a.csv", t[:-1] + [t[-1].but(amount="")], final=False).done()
c = Case("x19-year-files-other-encodings", [4, 7], "Files of years, put together with cat: GB18030, UTF-8 with BOM and header again: not counted as mojibake", src="https://github.com/irworkshop/accountability_datacleaning/issues/8 ; https://github.com/nonviolent-action-lab/crowd-counting-consortium/issues/8")
t = base(c.name, n=40); c.csv("a.csv", t[:36], enc="gb18030"); c.csv("b.csv", t[36:], bom=True, add=False); pa, pb = (os.path.join(c.dir, x) for x in ("a.csv", "b.csv")); open(pa, "ab").write(open(pb, "rb").read()); os.remove(pb)
M = ["涓婃捣", "鍖椾含", "閲嶅簡", "澶╂触"]
alts = []
for head in ("reject", "scaffold"):
    c.x = dict(exit=0); c.balance = {}; c.truth(t[:36]).e(rejects={"malformed-record": 5 if head == "reject" else 4}, findings=["mixed-encoding"], mayFindings=["no-records-lines"], never=M)
    if head == "scaffold": c.bal(scaffolding=1)
    alts.append(c.snapshot())
c.x = dict(exit=65, never=M); alts.append(c.x); c.either(*alts).done()

# ---- several troubles in one file
c = Case("m01-gb-all-at-once", [1, 4, 7, 8, 9, 11, 12], "GB18030: marks, two UTF-8 lines, footers, a zero, a far-off date, cut numbers, no line end", cols=["claim", "person", "date", "city", "amount"])
t = base(c.name, n=60)
for i, r in enumerate(t): r["claim"] = f"2023{(i * 7919 + 104729) % 10**11:011d}{(i * 37 + 101) % 1000:03d}"
t[20]["fen"] = 0; far = R(claim="FAR-1", person=t[3]["person"], day=D(1900, 1, 1), fen=500, city="北京")
good = [r for i, r in enumerate(t) if i not in (5, 6, 40, 41, 42, 43)]
c.truth(good).bal(paid=len(good) + 1, scaffolding=2).e(rejects={"malformed-record": 2, "damaged-claim": 4}, findings=["invisible-characters", "mixed-encoding", "no-records-lines", "far-off-dates", "no-final-newline", "zero-amounts"])
rows = [r.but(claim=r["claim"][:15] + "000") if 40 <= i < 44 else r.but(city=r["city"][0] + Z + r["city"][1]) if i == 10 else r for i, r in enumerate(t)]
rows.insert(30, far); le = {5: "utf-8", 6: "utf-8"}
c.csv("a.csv", rows, enc="gb18030", lines_enc=le, insert={15: ["小计,,,,100.00"], 50: ["编号,身份证号,打款日期,地市,金额"]}, final=False, eol="\r\n").done()

c = Case("m02-xml-all-at-once", [1, 3, 6, 7, 9, 12], "XML: UTC times, marks, a totals record, a zero, far-off dates, units in cells", quarter="2023Q2")
t = base(c.name, n=60); t[7]["fen"] = 0; far = R(claim="FAR", person=t[9]["person"], day=D(2099, 12, 31), fen=1, city="北京")
c.truth(t).bal(paid=61, scaffolding=1).e(findings=["invisible-characters", "amount-units", "no-records-lines", "far-off-dates", "zero-amounts"])
rows = [r.but(date=(datetime.datetime(r["day"].year, r["day"].month, r["day"].day, i % 8) - datetime.timedelta(hours=8)).isoformat() + "Z") for i, r in enumerate(t)]
rows[11] = rows[11].but(amount=f"{t[11]['fen'] / 1e6:.6f}万元", date=t[11].cell("date")); rows[12] = rows[12].but(claim="\0" + t[12]["claim"][:4] + "&#x200B;" + t[12]["claim"][4:])
c.xml("a.xml", rows + [far], extra="<Claim><ClaimNo>合计：61笔</ClaimNo><IdNo/><PaidDate/><Amount>1.00</Amount><City/></Claim>\n").done()

c = Case("m03-utf16-text-persons", [1, 2, 7, 11], "UTF-16, type text, look-alike groups, footers, no line end", cols=["claim", "person", "date", "amount", "city"])
c.persontype = "text"; t = base(c.name, n=60, cities=["上海", "上 海", "北京"]); c.truth(t).bal(scaffolding=3).e(findings=["invisible-characters", "similar-groups", "no-records-lines", "no-final-newline"])
c.csv("a.txt", [r.but(person=r["person"][:9] + "\u202d" + r["person"][9:]) if i % 4 == 0 else r for i, r in enumerate(t)], enc="utf-16-le", bom=True, delim="\t", eol="\r\n", insert={30: ["本页合计\t\t\t1.00\t", "\t\t\t\t"]}, tail=["制表人：甲\t\t\t\t"], final=False).done()

c = Case("m04-clean-large", [1, 2, 4, 6, 7, 8, 9, 11, 12], "Ordinary: 8,000 good records in UTF-8 CSV, GB18030 CSV, UTF-16 and XML over six quarters: not one new finding")
t = base(c.name, n=8004, people=3000, quarters=("2022Q1", "2022Q2", "2022Q3", "2022Q4", "2023Q1", "2023Q2"), cities=CITIES + ["乌鲁木齐", "香港", "梅园"])
for i, r in enumerate(t): r["claim"] = f"{20230000000000000 + i * 7919 + 1}"
c.truth(t).e(notFindings=["rejected-records"]); c.csv("a.csv", t[:3000]); c.csv("b.csv", t[3000:5000], enc="gb18030", eol="\r\n", quote=True); c.csv("c.txt", t[5000:6000], enc="utf-16-le", bom=True, delim="\t"); c.xml("d.xml", t[6000:]).done()

c = Case("m05-register-all", [1, 6, 7, 9, 11, 12, 15], "With a register, two deliveries with troubles, three runs: the same bytes from the second on", cols=["claim", "person", "date", "city", "amount"])
t = base(c.name, n=80); t[0]["fen"] = 0; far = R(claim="FAR", person=t[9]["person"], day=D(1, 1, 1), fen=1, city="北京"); c.root = ["register: reg", "keyFile: the.key"]
a_, b_ = t[::2], t[1::2]
c.truth(a_[:-1] + b_).bal(paid=80, scaffolding=2, duplicates=1).e(rejects={"bad-amount": 1}, rejectRows=1, findings=["invisible-characters", "no-records-lines", "far-off-dates", "no-final-newline", "zero-amounts"])
c.csv("a.csv", a_[:-1] + [a_[-1].but(amount="100\n200")] + [far], tail=["合计,,,,9.00", "审核：某人,,,,"]); c.csv("b.csv", b_ + [a_[4].but(claim=Z + a_[4]["claim"])], final=False, enc="gb18030")
c.steps = [dict(cmd=["register", "init", "pipeline.yaml"], expect=ok), dict(cmd=["run"])] + [dict(do="save", path=f"out/t/2023Q2/{n}", **{"as": n}) for n in ("report.json", "rejects.csv")] + [dict(cmd=["run"])] + [dict(do="same", path=f"out/t/2023Q2/{n}", **{"as": n}) for n in ("report.json", "rejects.csv")] + [dict(cmd=["register", "verify", "pipeline.yaml"], expect=ok)]
c.done()

c = Case("m06-unit-totals-scale", [6, 7], "金额（万元）, a totals line in 万元, cells that repeat the unit; the balance in money is in fen")
c.names["amount"] = "金额（万元）"; t = base(c.name, n=40); tot = sum(r["fen"] for r in t)
c.truth(t).bal(scaffolding=1).e(findings=["no-records-lines"], mayFindings=["amount-units"], money=dict(paid=tot, scaffolding=tot)); c.csv("a.csv", [r.but(amount=f"{r['fen'] / 1e6:.6f}") for r in t], tail=[f"合计,,,{tot / 1e6:.6f},"]).done()
c = Case("m07-reversal-with-marks-and-units", [1, 6], "Reversals with marks in both numbers, in a column of 分", cols=["claim", "person", "date", "amount", "city", "status", "reverses"])
c.names["amount"] = "金额（分）"; t = base(c.name); rv = R(**{**t[15], "claim": "RV", "status": "reversed", "fen": 300, "reverses": t[15]["claim"]})
after = [R(**{**r, "fen": r["fen"] - 300}) if i == 15 else r for i, r in enumerate(t)]
c.truth(after).bal(reversals=1).e(findings=["invisible-characters"]); c.csv("a.csv", [r.but(amount=str(r["fen"])) for r in t] + [rv.but(amount="-300", reverses=Z + t[15]["claim"], claim="R" + Z + "V"), rv.but(amount="300")]); c.bal(duplicates=1).done()
