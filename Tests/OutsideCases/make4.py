from kit import *
D = datetime.date
FAR = dict(findings=["far-off-dates"])

# ---- row 9: far-off dates
def far(name, about, days, form=None, n=40, qs=("2022Q3", "2022Q4", "2023Q1", "2023Q2"), quarter="2023Q2", **kw):
    c = Case(name, [9], about, quarter=quarter, **kw)
    t = base(name, n=n, quarters=qs)
    odd = [R(claim=f"HZ-FAR-{i}", person=person(random.Random(f"{name}{i}")), day=d, fen=100000 + i, city="北京") for i, d in enumerate(days)]
    return c, t, odd


def expect_far(c, t, odd, **kw):
    c.truth(t).bal(paid=len(t) + len(odd)).e(**FAR, quartersExact=sorted({quarter(r["day"]) for r in t if not c.quarter or quarter(r["day"]) <= c.quarter}), **kw)
    first = min(r["day"] for r in t)
    upto = [r for r in t if not c.quarter or quarter(r["day"]) <= c.quarter]
    c.e(report={"cumulative.since": first.isoformat(), "cumulative.figures.recipients": figures(upto)[0], "cumulative.figures.personTimes": figures(upto)[1], "cumulative.figures.amountMinor": figures(upto)[2]})
    return c


c, t, odd = far("r09-year-one", "C#'s DateTime.MinValue on two records: 0001-01-01", [D(1, 1, 1)] * 2)
expect_far(c, t, odd, facts=["2023Q2/firstTime", "2023Q2/cumulative/recipients"]); c.csv("a.csv", t[:5] + [o.but(date="0001-01-01 00:00:00") for o in odd] + t[5:]).done()

c, t, odd = far("r09-1900-and-1899", "Excel's 1900-01-01, Access' 1899-12-30, PHP's 1899-11-30", [D(1900, 1, 1), D(1899, 12, 30), D(1899, 11, 30)], src="https://github.com/volosoft/jtable/issues/1447")
expect_far(c, t, odd); c.csv("a.csv", [o.but(date=f"{o['day'].year}/{o['day'].month}/{o['day'].day}") for o in odd] + t, enc="gb18030").done()

c, t, odd = far("r09-epoch", "1970-01-01 for “no date”", [D(1970, 1, 1)] * 3, src="https://github.com/tainacan/tainacan/issues/211 ; https://github.com/Quartz/bad-data-guide")
expect_far(c, t, odd); c.xml("a.xml", t + [o.but(date="1970-01-01T08:00:00+08:00") for o in odd]).done()

c, t, odd = far("r09-far-future", "9999-12-31, 2099-12-31 and a mistyped 2032", [D(9999, 12, 31), D(2099, 12, 31), D(2032, 5, 10)])
expect_far(c, t, odd); c.csv("a.csv", t + odd).done()

c, t, odd = far("r09-both-ways-latest", "Both ways at once; without --quarter the latest complete quarter is 2023Q2", [D(1900, 1, 1), D(2099, 12, 31)], quarter=None)
expect_far(c, t, odd); c.e(quarter="2023Q2"); c.x.pop("groups"); c.csv("a.csv", t + odd).done()

c, t, odd = far("r09-with-since", "since: 2012-05-01 and a 1900 date: a claim before the programme", [D(1900, 1, 1)])
c.root = ["since: 2012-05-01"]
expect_far(c, t, odd); c.x.pop("report"); c.csv("a.csv", t + odd); c.e(report={"cumulative.since": "2012-05-01"}, mayFindings=["far-off-dates"]); c.x["findings"] = []; c.done()

c, t, odd = far("r09-same-people", "The people of the far-off claims have ordinary ones too: first-time recipients are counted from these", [D(1900, 1, 1)] * 4)
q2 = [r for r in t if quarter(r["day"]) == "2023Q2"]
for o, r in zip(odd, q2): o["person"] = r["person"]
before = {r["person"] for r in t if quarter(r["day"]) < "2023Q2"}; now = {r["person"] for r in q2}
expect_far(c, t, odd); c.x["report"].update({"people.firstTime": len(now - before), "people.returning": len(now & before)}); c.csv("a.csv", t + odd).done()

c, t, odd = far("r09-zero-date", "MySQL's 0000-00-00 and -0001-11-30: no dates: rejected", [], src="https://github.com/gbif/ipt/issues/1119 ; https://github.com/bolt/bolt/issues/7918")
c.truth(t[2:]).e(rejects={"bad-date": 2}); c.csv("a.csv", [t[0].but(date="0000-00-00 00:00:00"), t[1].but(date="-0001-11-30 00:00:00")] + t[2:]).done()

c = Case("r09-report-ends-at-its-quarter", [9], "Data to 2023Q4, report on 2023Q2: nothing after it, and the note later-quarters", quarter="2023Q2")
t = base(c.name, n=60, quarters=("2022Q4", "2023Q1", "2023Q2", "2023Q3", "2023Q4")); c.truth(t).bal(paid=60).e(quartersExact=["2022Q4", "2023Q1", "2023Q2"], findings=["later-quarters"], never=[])
c.csv("a.csv", t).done()

c = Case("r09-facts-end-at-quarter", [9], "The same: no fact of a later quarter, no later label in charts or page", quarter="2022Q4")
t = base(c.name, n=60, quarters=("2022Q3", "2022Q4", "2025Q1")); c.truth(t).bal(paid=60).e(quartersExact=["2022Q3", "2022Q4"], mayFindings=["far-off-dates"], factsAbsent=["2025Q1/recipients"])
c.csv("a.csv", t).done()

c = Case("r09-neg-slow-start", [9], "Ordinary: eleven years, two claims a quarter at first: none is far off", quarter="2023Q2")
qs = [f"{y}Q{q}" for y in range(2012, 2024) for q in range(1, 5) if "2012Q2" <= f"{y}Q{q}" <= "2023Q2"]
t = []
for i, q in enumerate(qs): t += [R(**{**r, "claim": f"{q}-{r['claim']}"}) for r in base(c.name + q, n=2 + i // 3, quarters=(q,), people=3)]
c.truth(t).e(quartersExact=qs); c.csv("a.csv", t).done()

c = Case("r09-neg-late-payments", [9], "Ordinary: a few claims of the two years before the bulk of data", quarter="2023Q2", arguable="how far is far is not said in SPEC; two years back are ordinary late records")
qs = [f"{y}Q{q}" for y in (2021, 2022, 2023) for q in range(1, 5) if f"{y}Q{q}" <= "2023Q2"]
t = []
for q in qs: t += [R(**{**r, "claim": f"{q}-{r['claim']}"}) for r in base(c.name + q, n=1 if q < "2022Q4" else 30, quarters=(q,), people=20)]
c.truth(t).e(quartersExact=qs); c.csv("a.csv", t).done()

c, t, odd = far("r09-far-in-second-file-register", "With a register: a far-off date of an earlier delivery keeps being told, and moves nothing", [D(1900, 1, 1), D(2099, 1, 1)])
c.rows = [9, 15]; c.root = ["register: reg", "keyFile: the.key"]
expect_far(c, t, odd); c.csv("a.csv", t[:20] + odd); c.csv("b.csv", t[20:])
c.steps = [dict(cmd=["register", "init", "pipeline.yaml"], expect=dict(exit=0)), dict(cmd=["run"]), dict(do="save", path="out/t/2023Q2/report.json", **{"as": "r"}), dict(cmd=["run"]), dict(do="same", path="out/t/2023Q2/report.json", **{"as": "r"})]
c.done()

c, t, odd = far("r09-reversal-of-far", "A far-off claim is taken back: the balance still closes", [D(1900, 1, 1), D(1900, 1, 1)])
c.cols += ["status", "reverses"]
for o in odd: o["status"] = "paid"
rv = R(claim="RV", person=odd[0]["person"], day=D(2023, 6, 1), fen=odd[0]["fen"], city="北京", status="reversed", reverses=odd[0]["claim"])
expect_far(c, t, odd); c.bal(reversals=1, fullyReversed=1, records=43); c.csv("a.csv", t + odd + [rv]).done()

# ---- row 10: a hole in the data
HOLE = dict(factsAbsent=["2023Q2/firstTime", "2023Q2/firstTime/share", "2023Q2/cumulative/recipients"], report={"people.firstTime": None, "people.returning": None}, findings=["quarters-without-claims"])
def hole(name, about, qs, quarter="2023Q2", n=12, **kw):
    c = Case(name, [10], about, quarter=quarter, **kw)
    t = base(name, n=n * len(qs), quarters=qs, people=n * 2)
    c.truth(t)
    return c, t

c, t = hole("r10-two-quarters-missing", "2022Q3 and 2022Q4 are missing in the middle", ("2022Q1", "2022Q2", "2023Q1", "2023Q2")); c.e(**HOLE); c.csv("a.csv", t).done()
c, t = hole("r10-one-quarter-missing-xml", "One quarter is missing, XML and CSV mixed", ("2022Q2", "2022Q3", "2022Q4", "2023Q2")); c.e(**HOLE); c.csv("a.csv", t[:24]); c.xml("b.xml", t[24:]).done()
c, t = hole("r10-with-since", "since: 2022-01-01, the first quarter is there, the third is not", ("2022Q1", "2022Q2", "2022Q4", "2023Q1", "2023Q2")); c.root = ["since: 2022-01-01"]; c.e(**HOLE); c.csv("a.csv", t, enc="gb18030").done()
c, t = hole("r10-all-rejected-quarter", "All records of a quarter are rejected (bad amounts): a hole too", ("2022Q2", "2022Q3", "2022Q4", "2023Q1", "2023Q2"))
good = [r for r in t if quarter(r["day"]) != "2022Q4"]
c.x.pop("groups"); c.balance = {}; c.truth(good).e(rejects={"bad-amount": 12}, **HOLE); c.csv("a.csv", [r.but(amount="待定") if quarter(r["day"]) == "2022Q4" else r for r in t]).done()
c, t = hole("r10-neg-no-hole", "Ordinary: six quarters without a hole: first-time recipients and cumulative figures are stated", ("2022Q1", "2022Q2", "2022Q3", "2022Q4", "2023Q1", "2023Q2"))
b4 = {r["person"] for r in t if quarter(r["day"]) < "2023Q2"}; now = {r["person"] for r in t if quarter(r["day"]) == "2023Q2"}
c.e(facts=["2023Q2/firstTime", "2023Q2/cumulative/recipients"], report={"people.firstTime": len(now - b4), "people.returning": len(now & b4)}, notFindings=["quarters-without-claims"]); c.csv("a.csv", t).done()
c, t = hole("r10-neg-hole-after", "Ordinary: the hole lies after the reported quarter", ("2022Q3", "2022Q4", "2023Q1", "2023Q2", "2023Q4"))
b4 = {r["person"] for r in t if quarter(r["day"]) < "2023Q2"}; now = {r["person"] for r in t if quarter(r["day"]) == "2023Q2"}
c.bal(paid=60).e(facts=["2023Q2/firstTime", "2023Q2/cumulative/recipients"], report={"people.firstTime": len(now - b4)}); c.csv("a.csv", t).done()
c, t = hole("r10-hole-in-year-to-date", "2023Q1 is missing: year to date of 2023Q2 does not stand as a whole half-year in facts", ("2022Q1", "2022Q2", "2022Q3", "2022Q4", "2023Q2"), arguable="“or years to date” of SPEC row 10: whether the year to date is withheld or told with a caveat is open")
c.e(**HOLE); c.csv("a.csv", t).done()
c, t = hole("r10-hole-and-far-date", "A 1900 date before four whole quarters makes no hole", ("2022Q3", "2022Q4", "2023Q1", "2023Q2"))
o = R(claim="FAR", person=t[0]["person"], day=D(1900, 1, 1), fen=100, city="北京")
c.bal(paid=49).e(findings=["far-off-dates"], notFindings=["quarters-without-claims"], facts=["2023Q2/firstTime", "2023Q2/cumulative/recipients"]); c.csv("a.csv", t + [o]).done()
c, t = hole("r10-news-say-it", "News and report of a quarter after a hole never print first-time recipients", ("2021Q1", "2021Q2", "2021Q3", "2022Q1", "2022Q2", "2022Q3", "2022Q4", "2023Q1", "2023Q2"))
c.e(**HOLE); c.steps = [dict(cmd=["run"]), dict(cmd=["facts", "pipeline.yaml", "--quarter", "2023Q2", "--output", "out", "--format", "text"], expect=dict(exit=0))]
c.csv("a.csv", t).done()
c, t = hole("r10-hole-register", "With a register: the missing quarter's export comes later, and the hole closes", ("2022Q4", "2023Q1", "2023Q2"))
c.rows = [10, 15]; c.root = ["register: reg", "keyFile: the.key"]
mid = [r for r in t if quarter(r["day"]) == "2023Q1"]
c.csv("a.csv", [r for r in t if r not in mid]); c.csv("late.csv", mid, add=False); whole = c.snapshot()
b4 = {r["person"] for r in t if quarter(r["day"]) < "2023Q2"}; now = {r["person"] for r in t if quarter(r["day"]) == "2023Q2"}
c.steps = [dict(cmd=["register", "init", "pipeline.yaml"], expect=dict(exit=0)), dict(cmd=["run"], expect=dict(exit=0, **HOLE)), dict(cmd=["run", "--input", "late.csv"], expect=dict(exit=0, figures=whole["figures"], report={"people.firstTime": len(now - b4)}, facts=["2023Q2/firstTime"], notFindings=["quarters-without-claims"]))]
c.done()

# ---- row 11: no line end at the end
NL = dict(findings=["no-final-newline"])
LAST = ["claim", "person", "date", "city", "amount"]
def cut(name, about, **kw):
    c = Case(name, [11], about, cols=LAST, **kw); t = base(name); t[-1]["fen"] = 10000; return c, t
c, t = cut("r11-cut-in-amount", "The copy ends in the middle of the last amount: 100.00 is 10")
t[-1]["fen"] = 1000; c.truth(t).e(**NL); c.csv("a.csv", t[:-1] + [t[-1].but(amount="10")], final=False).done()
c, t = cut("r11-whole-but-no-end", "The last line is whole and has no end: counted, not lost, and told", src="https://github.com/parsecsv/parsecsv-for-php/issues/85")
c.truth(t).e(**NL); c.csv("a.csv", t, final=False, eol="\r\n").done()
c, t = cut("r11-quoted-last-field", "The last field is quoted, without a line end: not lost", src="https://github.com/beatrichartz/csv/issues/117")
c.truth(t).e(**NL); c.csv("a.csv", t, final=False, quote=True).done()
c, t = cut("r11-require-refuses", "requireFinalNewline: true: refused"); c.csv("a.csv", t, final=False, opt=dict(requireFinalNewline="true")); c.refused(["line end", "newline", "line break", "换行"]).done()
c, t = cut("r11-require-accepts", "requireFinalNewline: true and there is one"); c.truth(t); c.csv("a.csv", t, opt=dict(requireFinalNewline="true"), eol="\r\n").done()
c, t = cut("r11-require-second-file", "Two files under one input; the second is cut: refused, and named")
c.csv("a1.csv", t[:12], opt=dict(requireFinalNewline="true")); c.csv("a2.csv", t[12:], final=False, add=False); c.inputs[0] = ("a*.csv", dict(requireFinalNewline="true")); c.refused("a2.csv").done()
c, t = cut("r11-gb-cut-in-letter", "GB18030, cut in the middle of the last letter (group is the last column)")
c.cols = ["claim", "person", "date", "amount", "city"]
c.truth(t[:-1]).e(rejects={"malformed-record": 1}, **NL); c.csv("a.csv", t, enc="gb18030", final=False)
p = os.path.join(c.dir, "a.csv"); b = open(p, "rb").read(); open(p, "wb").write(b[:-1]); c.done()
c, t = cut("r11-cut-before-amount", "Cut before the last field: too few fields: rejected, and told")
c.truth(t[:-1]).e(rejects={"malformed-record": 1}, **NL); c.csv("a.csv", t[:-1], tail=[f"{t[-1]['claim']},{t[-1]['person'][:9]}"], final=False).done()
c, t = cut("r11-utf16-no-end", "UTF-16: no line end"); c.truth(t).e(**NL); c.csv("a.csv", t, enc="utf-16-le", bom=True, final=False, eol="\r\n").done()
c, t = cut("r11-cut-inside-quotes", "Cut inside quotes: the record is broken; told or not, it is a reject")
c.truth(t[:-1]).e(rejects={"malformed-record": 1}, mayFindings=["no-final-newline"]); c.csv("a.csv", t[:-1], quote=True, tail=[f'"{t[-1]["claim"]}","{t[-1]["person"]}","2023-06-30","北京","100.0'], final=False).done()
c, t = cut("r11-glued-by-cat", "cat a b where a has no line end: two records in one line: rejected, both in one", src="https://github.com/cfedermann/Appraise/issues/41")
c.truth(t[:10] + t[12:]).e(rejects={"malformed-record": 1}); c.csv("a.csv", t[:10] + t[12:], insert={10: [",".join(str(t[10].cell(k)) for k in LAST) + ",".join(str(t[11].cell(k)) for k in LAST)]}).done()
c, t = cut("r11-neg-cr-only-file", "Ordinary: every line ends, in CR alone (old Mac), or CRLF: no finding, or the file is refused for CR")
c.truth(t); c.csv("a.csv", t, eol="\r"); a = c.snapshot(); c.refused(); c.either(a, c.x).done()
c, t = cut("r11-neg-xml-no-end", "Ordinary: XML without a line end at the end"); c.truth(t); c.xml("a.xml", t)
p = os.path.join(c.dir, "a.xml"); b = open(p, "rb").read(); open(p, "wb").write(b.rstrip(b"\n")); c.done()
c, t = cut("r11-neg-blank-line-at-end", "Ordinary: line end and blanks after it (editor's last line)"); c.truth(t).bal(scaffolding=None, records=None).e(mayFindings=["no-final-newline", "no-records-lines"]); c.csv("a.csv", t, tail=["  "], final=False).done()
c, t = cut("r11-two-files-one-finding", "Three files, two without an end: one finding"); c.truth(t).e(**NL); c.csv("a.csv", t[:8], final=False); c.csv("b.csv", t[8:16]); c.csv("c.csv", t[16:], final=False, enc="gb18030").done()
c, t = cut("r11-register-keeps-it", "With a register: the finding stands in the second run too"); c.rows = [11, 15]; c.root = ["register: reg", "keyFile: the.key"]; c.truth(t).e(**NL); c.csv("a.csv", t, final=False)
c.steps = [dict(cmd=["register", "init", "pipeline.yaml"], expect=dict(exit=0)), dict(cmd=["run"]), dict(do="save", path="out/t/2023Q2/report.json", **{"as": "r"}), dict(cmd=["run"]), dict(do="same", path="out/t/2023Q2/report.json", **{"as": "r"})]
c.done()
c, t = cut("r11-stdin", "From standard input, cut"); c.truth(t).e(**NL); c.csv("a.csv", t, final=False); c.steps = [dict(cmd=["run", "--input", "-"], stdin="a.csv")]; c.done()

# ---- row 12: zero amounts
ZERO = dict(findings=["zero-amounts"])
def zero(name, about, k=3, **kw):
    c = Case(name, [12], about, **kw); t = base(name)
    for i in range(k): t[i * 5]["fen"] = 0
    return c, t
c, t = zero("r12-default", "Three claims of 0.00, 0 and 0元: counted, told"); c.truth(t).e(**ZERO); c.csv("a.csv", [r.but(amount=["0.00", "0", "0元"][i // 5 % 3]) if not r["fen"] else r for i, r in enumerate(t)]).done()
c, t = zero("r12-count-xml", "zeroAmount: count, in XML"); c.count = ["  zeroAmount: count"]; c.truth(t).e(**ZERO); c.xml("a.xml", t).done()
c, t = zero("r12-reject", "zeroAmount: reject: reason zero-amount; no finding"); c.count = ["  zeroAmount: reject"]; c.truth([r for r in t if r["fen"]]).e(rejects={"zero-amount": 3}); c.csv("a.csv", t, enc="gb18030").done()
c, t = zero("r12-ignore", "zeroAmount: ignore: as unpaid in the balance, told"); c.count = ["  zeroAmount: ignore"]; c.truth([r for r in t if r["fen"]]).bal(unpaid=3).e(**ZERO); c.csv("a.csv", t).done()
c, t = zero("r12-ignore-later-zero-version", "ignore: a paid claim comes again with 0: that version stands, unpaid; the one before is superseded", arguable="whether a later ignored zero takes the place of the paid version, as an unpaid one does, is not said"); c.count = ["  zeroAmount: ignore"]
for r in t: r["fen"] = r["fen"] or 7700
c.truth([r for i, r in enumerate(t) if i != 4]).bal(unpaid=1, superseded=1).e(**ZERO); c.csv("a.csv", t + [R(**{**t[4], "fen": 0})]).done()
c, t = zero("r12-neg-unpaid-zero", "Ordinary: unpaid records of 0: no finding", k=0, cols=["claim", "person", "date", "amount", "city", "status"])
u = [R(**{**t[i], "claim": f"U{i}", "status": "unpaid", "fen": 0}) for i in range(4)]
c.truth(t).bal(unpaid=4); c.csv("a.csv", t + u).done()
c, t = zero("r12-neg-no-zero", "Ordinary: 0.01 is no zero", k=0); t[3]["fen"] = 1; c.truth(t); c.csv("a.csv", t).done()
c, t = zero("r12-unknown-value-lint", "zeroAmount: skip: 78"); c.count = ["  zeroAmount: skip"]; c.csv("a.csv", t); c.refused("zeroAmount", code=78).done()
c, t = zero("r12-reject-order", "reject: a record with zero and a bad ID is zero-amount; with a bad date it is bad-date"); c.count = ["  zeroAmount: reject"]
c.truth([r for r in t if r["fen"]]).e(rejects={"zero-amount": 2, "bad-date": 1})
k = [i for i, r in enumerate(t) if not r["fen"]]
c.csv("a.csv", [t[i].but(date="2023-13-01") if i == k[0] else t[i].but(person="123") if i == k[1] else t[i] for i in range(24)]).done()
c, t = zero("r12-negative-zero", "-0.00 on a paid record: bad-amount or a zero, never a wrong sum", k=0)
c.truth(t[1:]).e(rejects={"bad-amount": 1}); a = c.snapshot(); c.balance = {}; t[0]["fen"] = 0; c.x = dict(exit=0); c.truth(t).e(**ZERO); c.csv("a.csv", [t[0].but(amount="-0.00")] + t[1:]); c.either(a, c.snapshot()).done()
c, t = zero("r12-zero-fen-column", "zero in a column of 万元: 0.000000"); c.names["amount"] = "金额（万元）"; c.truth(t).e(**ZERO); c.csv("a.csv", [r.but(amount=f"{r['fen'] / 1e6:.6f}") for r in t]).done()
