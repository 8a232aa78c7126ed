from kit import *
D = datetime.date
Z, SHY, LRM, RLM, LRO, PDF, WJ, BOM, ZWJ, NUL, LRE, FSI, PDI = "\u200b", "\u00ad", "\u200e", "\u200f", "\u202d", "\u202c", "\u2060", "\ufeff", "\u200d", "\0", "\u202a", "\u2068", "\u2069"
INV = dict(findings=["invisible-characters"])


def inside(s, ch, at=None):
    at = len(s) // 2 if at is None else at
    return s[:at] + ch + s[at:]


# ---- row 1: invisible characters
c = Case("r01-claim-zwsp-duplicate", [1], "A colleague pasted claims again out of a web page: zero-width spaces within the number", src="https://github.com/opengovsg/postmangovsg/pull/88")
t = base(c.name); c.truth(t).bal(duplicates=3).e(**INV)
c.csv("a.csv", t + [t[i].but(claim=inside(t[i]["claim"], Z)) for i in (1, 4, 7)]).done()

c = Case("r01-claim-zwsp-superseded", [1], "The later version of a claim has U+200E within its number and another amount: it stands, once")
t = base(c.name); new = R(**{**t[5], "fen": t[5]["fen"] + 1234})
c.truth(t[:5] + [new] + t[6:]).bal(superseded=1).e(**INV)
c.csv("a.csv", t + [new.but(claim=LRM + inside(new["claim"], LRM))]).done()

c = Case("r01-person-text-ten-ways", [1], "type text: one person with ten kinds of invisible characters, within and at the ends", src="https://github.com/Tatoeba/tatoeba2/issues/643")
c.persontype = "text"
t = base(c.name, n=24, people=5)
forms = [Z, LRM, RLM, LRO, PDF, SHY, WJ, BOM, "\u200c", "\u2063", "\u061c", "\u034f", "\u180e", NUL, "\x1f", "\x7f", "\u0085", "\u2066", "\u3164", "\uffa0"]
rows = [r.but(person=inside(r["person"], forms[i % len(forms)], 3 + i % 9)) for i, r in enumerate(t)]
c.truth(t).e(**INV); c.csv("a.csv", rows).done()

c = Case("r01-resident-wechat-override", [1], "IDs copied out of a chat on Windows: U+202D in front, U+202C behind; WhatsApp: U+202A", src="https://github.com/nhoizey/vscode-gremlins/pull/204")
t = base(c.name)
c.truth(t).e(**INV); c.csv("a.csv", [r.but(person=(LRO + r["person"] + PDF) if i % 2 else LRE + r["person"] + PDF) for i, r in enumerate(t)], eol="\r\n", bom=True).done()

c = Case("r01-passport-accept-zwj", [1], "otherDocuments accept: one passport, once with joiner, once in lower case, once plain: one person")
c.personopt = "otherDocuments: accept"
t = base(c.name, people=6)
for r in t[:6]: r["person"] = "E8812345X7"
c.truth(t).e(**INV)
c.csv("a.csv", [t[0].but(person="E88" + ZWJ + "12345X7"), t[1].but(person="e8812345x7" + Z), t[2].but(person=FSI + "E8812345X7" + PDI)] + t[3:]).done()

c = Case("r01-group-lookalike-bytes", [1], "Groups with BOM, word joiner, soft hyphen and a vertical tab within: the same four cities")
t = base(c.name)
f = [BOM, WJ, SHY, "\x0b", "\u200f", "\x00"]
c.truth(t).e(**INV); c.csv("a.csv", [r.but(city=inside(r["city"], f[i % 6], 1)) if i % 3 == 0 else r for i, r in enumerate(t)]).done()

c = Case("r01-group-line-break-inside", [1], "Alt+Enter within and behind a cell of a spreadsheet: 上⏎海 is 上海")
t = base(c.name)
c.truth(t).e(**INV); c.csv("a.csv", [r.but(city=r["city"][0] + "\n" + r["city"][1]) if i % 4 == 1 else r.but(city=r["city"] + "\n") if i % 4 == 2 else r for i, r in enumerate(t)], eol="\r\n").done()

c = Case("r01-group-ivs", [1], "A name with an ideographic variation selector (U+E0100, from a Japanese input method) and emoji selector")
t = base(c.name, cities=["葛店", "辻堂", "北京"])
c.truth(t).e(**INV); c.csv("a.csv", [r.but(city=inside(r["city"], "\U000e0100", 1)) if i % 2 else r.but(city=r["city"] + "\ufe0e") if i % 5 == 0 else r for i, r in enumerate(t)]).done()

c = Case("r01-status-rlm", [1], "A status with right-to-left mark is no unknown status", cols=["claim", "person", "date", "amount", "city", "status"])
t = base(c.name); u = [R(**{**t[2], "claim": "HZ-U-1", "status": "unpaid"}), R(**{**t[3], "claim": "HZ-U-2", "status": "unpaid"})]
c.truth(t).bal(unpaid=2).e(**INV)
c.csv("a.csv", [r.but(status=RLM + "已打款") if i % 2 else r.but(status="已" + NUL + "打款") if i % 3 == 0 else r for i, r in enumerate(t)] + [u[0].but(status="待" + Z + "审核"), u[1]]).done()

c = Case("r01-reverses-zwsp", [1], "The number of the claim taken back has invisible characters, or the claim itself has", cols=["claim", "person", "date", "amount", "city", "status", "reverses"])
t = base(c.name)
rev = [R(**{**t[1], "claim": "RV-1", "status": "reversed", "day": D(2023, 6, 20)}), R(**{**t[13], "claim": "RV-2", "status": "reversed", "fen": 500, "day": D(2023, 6, 21)})]
after = [r for r in t if r is not t[1]]; after = [R(**{**r, "fen": r["fen"] - 500}) if r["claim"] == t[13]["claim"] else r for r in after]
c.truth(after).bal(paid=24, reversals=2, fullyReversed=1, records=26).e(**INV)
rows = [r.but(claim=inside(r["claim"], SHY)) if i == 13 else r for i, r in enumerate(t)]
c.csv("a.csv", rows + [rev[0].but(reverses=inside(t[1]["claim"], Z)), rev[1].but(reverses=t[13]["claim"])]).done()

c = Case("r01-date-ie-lrm", [1], "toLocaleDateString of Internet Explorer puts U+200E around every part of a date", src="https://github.com/sharkdp/bat/pull/3862 (the same marks)")
t = base(c.name)
c.truth(t).e(**INV); c.csv("a.csv", [r.but(date=f"{LRM}{r['day'].year}{LRM}/{LRM}{r['day'].month}{LRM}/{LRM}{r['day'].day}") for r in t]).done()

c = Case("r01-amount-calculator-paste", [1], "Amounts pasted out of the Windows calculator: U+202D … U+202C; with thousands commas and zero-width spaces")
t = base(c.name, low=150000, high=990000)
c.truth(t).e(**INV); c.csv("a.csv", [r.but(amount=LRO + f"{r['fen'] / 100:,.2f}" + PDF) if i % 2 else r.but(amount=inside(r.cell("amount"), Z)) for i, r in enumerate(t)]).done()

c = Case("r01-amount-two-lines", [1], "Two amounts in one cell by Alt+Enter are not one amount; a date broken in two is none")
t = base(c.name)
good = t[:6] + t[9:]
c.truth(good).e(rejects={"bad-amount": 2, "bad-date": 1})
c.csv("a.csv", t[:6] + [t[6].but(amount="100\n200"), t[7].but(amount="10\x00 0"), t[8].but(date="2023-05-\n10")] + t[9:]).done()

c = Case("r01-amount-two-lines-tab", [1], "A tab or a vertical tab within an amount or a date: not glued together")
t = base(c.name); good = t[:6] + t[9:]
c.truth(good).e(rejects={"bad-amount": 2, "bad-date": 1})
c.csv("a.csv", t[:6] + [t[6].but(amount="100\t200"), t[7].but(amount="1\x0b00"), t[8].but(date="2023-05\x0b-1")] + t[9:]).done()

c = Case("r01-header-zwsp", [1], "Column names with zero-width space and BOM in the middle of the header", src="https://github.com/opengovsg/postmangovsg/pull/88")
t = base(c.name)
c.truth(t).e(mayFindings=["invisible-characters"]); c.csv("a.csv", t, head=["编" + Z + "号", BOM + "身份证号", "打款日期" + LRM, "金" + WJ + "额", "地市"]).done()

c = Case("r01-state-of-pipeline-zwsp", [1], "The pipeline file itself was pasted from a page: its state holds U+200B, the export's does not", cols=["claim", "person", "date", "amount", "city", "status"])
t = base(c.name)
c.count = ["  status:", '    paid: ["已打款\\u200b"]', '    unpaid: ["待\\u00ad审核"]', "    reversed: [冲正]"]
c.truth(t).bal(unpaid=1); c.csv("a.csv", t + [R(**{**t[0], "claim": "HZ-U", "status": "unpaid"})]).done()

c = Case("r01-columns-of-pipeline-zwsp", [1], "A column name of the pipeline file holds U+200B, the file's does not")
t = base(c.name); c.fieldopt = {"city": {"from": ["地" + Z + "市"]}}
c.truth(t); c.csv("a.csv", t).done()

c = Case("r01-only-invisible", [1], "Cells that hold nothing but invisible characters are empty: missing-claim, missing-person, 未填")
t = base(c.name); good = t[2:]
for r in good[:3]: r["city"] = ""
c.truth(good).e(rejects={"missing-claim": 1, "missing-person": 1}, **INV)
c.csv("a.csv", [t[0].but(claim=Z + Z), t[1].but(person=WJ)] + [r.but(city=SHY + BOM) if i < 3 else r for i, r in enumerate(good)]).done()

c = Case("r01-nul-csv", [1], "NUL bytes within claim numbers, groups and status, and before a closing quote", cols=["claim", "person", "date", "amount", "city", "status"], src="https://github.com/turicas/rows/issues/273 ; https://github.com/OpenRefine/OpenRefine/issues/653")
t = base(c.name)
c.truth(t).bal(duplicates=2).e(**INV)
c.csv("a.csv", [r.but(city=r["city"] + NUL) if i % 2 else r for i, r in enumerate(t)] + [t[2].but(claim=inside(t[2]["claim"], NUL)), t[3].but(claim=t[3]["claim"] + NUL + NUL)], quote=True).done()

c = Case("r01-gb18030-zwsp", [1], "GB18030: U+200B and U+00AD as four bytes")
t = base(c.name)
c.truth(t).bal(duplicates=1).e(**INV)
c.csv("a.csv", [r.but(city=inside(r["city"], Z, 1)) if i % 3 else r for i, r in enumerate(t)] + [t[4].but(claim=inside(t[4]["claim"], SHY))], enc="gb18030", eol="\r\n").done()

c = Case("r01-utf16-bidi", [1], "UTF-16 with tabs, as Excel's “Unicode text”: bidi marks in IDs and groups")
t = base(c.name)
c.truth(t).e(**INV); c.csv("a.txt", [r.but(person=LRO + r["person"] + PDF, city=RLM + r["city"]) if i % 2 else r for i, r in enumerate(t)], enc="utf-16-le", bom=True, delim="\t", eol="\r\n").done()

c = Case("r01-xml-references", [1], "XML: invisible characters as references and as such, in elements and attributes")
t = base(c.name)
rows = [r.but(claim="\0" + inside(r["claim"], "&#8203;")) if i % 3 == 0 else r.but(city=inside(r["city"], WJ, 1)) if i % 3 == 1 else r for i, r in enumerate(t)]
c.truth(t).bal(duplicates=1).e(**INV); c.xml("a.xml", rows + [t[0].but(person="\0" + inside(t[0]["person"], "&#xAD;"))], attrs=("claim",)); c.fieldopt["claim"] = {"from": ["@ClaimNo"]}; c.done()

c = Case("r01-neg-ends-and-guards", [1], "Ordinary: BOM at the start, blanks, NBSP, wide blank, tab guards, '…, =\"…\": cleaned without a finding", src="https://github.com/archimatetool/archi/issues/840 ; https://github.com/zhongshaofa/easyadmin/pull/38")
t = base(c.name)
g = [lambda s: "\t" + s, lambda s: s + "\t", lambda s: "'" + s, lambda s: f'="{s}"', lambda s: "\u3000" + s + " ", lambda s: "\u00a0" + s]
c.truth(t); c.csv("a.csv", [r.but(person=g[i % 6](r["person"]), claim=g[(i + 2) % 6](r["claim"]), city=" " + r["city"] + "\u3000") for i, r in enumerate(t)], bom=True, eol="\r\n").done()

c = Case("r01-neg-rare-letters", [1], "Ordinary: letters beyond the BMP, Uyghur with middle dots, Tibetan, Korean, emoji: nothing is taken out, nothing merged")
c.persontype = "text"
t = base(c.name, cities=["𠮷田", "㛃区", "བོད་", "서울", "ئۈرۈمچى", "👍组"], people=6)
names = ["阿依古丽·买买提", "阿依古丽买买提", "𠀀𠀁", "次仁·卓玛", "次仁卓玛", "O'Neil-3"]
ids = sorted({r["person"] for r in t})
for r in t: r["person"] = names[ids.index(r["person"])]
c.truth(t); c.csv("a.csv", t).done()

c = Case("r01-register-second-run", [1, 15], "With a register: cleaned keys meet over two deliveries, and the finding stays on the second run")
c.root = ["register: reg", "keyFile: the.key"]
t = base(c.name)
c.truth(t).bal(duplicates=2).e(**INV)
c.csv("a.csv", t[:12]); c.csv("b.csv", t[12:] + [t[1].but(claim=inside(t[1]["claim"], Z)), t[13].but(claim=LRM + t[13]["claim"])])
c.steps = [dict(cmd=["register", "init", "pipeline.yaml"], expect=dict(exit=0)), dict(cmd=["run"]), dict(do="save", path="out/t/2023Q2/report.json", **{"as": "first"}), dict(cmd=["run"]), dict(do="same", path="out/t/2023Q2/report.json", **{"as": "first"})]
c.done()

c = Case("r01-large-one-in-hundred", [1], "9,000 records in two files; every 97th has a mark in claim, ID or group; 60 come twice")
t = base(c.name, n=9000, people=3000)
rows = [r if i % 97 else r.but(claim=inside(r["claim"], Z)) if i % 3 == 0 else r.but(person=LRO + r["person"]) if i % 3 == 1 else r.but(city=r["city"] + WJ) for i, r in enumerate(t)]
c.truth(t).bal(duplicates=60).e(**INV); c.csv("a.csv", rows[:5000]); c.csv("b.csv", rows[5000:] + [t[i * 11].but(claim=inside(t[i * 11]["claim"], SHY)) for i in range(60)], enc="gb18030").done()

# ---- row 2: similar groups
SIM = dict(findings=["similar-groups"])
c = Case("r02-blank-within", [2], "WPS spreads two letters over a cell: 上　海, 北 京", src="https://github.com/bryntum/support/issues/7648")
t = base(c.name, n=40, cities=["上海", "上　海", "北京", "北 京", "重庆"]); c.truth(t).e(**SIM, findingText=["values"]); c.csv("a.csv", t).done()

c = Case("r02-letter-case", [2], "ICU, icu, Icu", src="https://github.com/huridocs/uwazi/issues/2323")
t = base(c.name, n=40, cities=["ICU", "icu", "Icu", "门诊"]); c.truth(t).e(**SIM); c.csv("a.csv", t, enc="gb18030").done()

c = Case("r02-parentheses-width", [2], "住院（一）, 住院(一)")
t = base(c.name, n=40, cities=["住院（一）", "住院(一)", "门诊", "特病"]); c.truth(t).e(**SIM); c.csv("a.csv", t).done()

c = Case("r02-radicals", [2], "Letters of the radicals block and compatibility ideographs, as PDF to Excel gives them: ⼥工 for 女工, 金 U+F90A for 金")
t = base(c.name, n=40, cities=["女工", "⼥工", "金山", "\uf90a山", "长宁"]); c.truth(t).e(**SIM); c.csv("a.csv", t).done()

c = Case("r02-nfd-letters", [2], "Café as one and as two letters; ①组 and 1组")
t = base(c.name, n=40, cities=["Caf\u00e9", "Cafe\u0301", "①组", "1组"]); c.truth(t).e(**SIM); c.csv("a.csv", t).done()

c = Case("r02-mapped", [2], "values: maps what looks alike, and a short name: merged, no finding")
c.fieldopt = {"city": {"values": "{ 上海: [上 海, 上海市], 北京: [北　京] }"}}
t = base(c.name, n=40, cities=["上海", "上 海", "上海市", "北京", "北　京"])
m = {"上 海": "上海", "上海市": "上海", "北　京": "北京"}
c.csv("a.csv", t); c.truth([R(**{**r, "city": m.get(r["city"], r["city"])}) for r in t]).done()

c = Case("r02-mapped-xml", [2], "The same in XML, a value not listed stays; duplicates are seen after mapping or not, never counted twice")
c.fieldopt = {"city": {"values": "{ 上海: [SH, sh] }"}}
t = base(c.name, n=40, cities=["SH", "sh", "上海", "北京"])
c.xml("a.xml", t); c.truth([R(**{**r, "city": "上海" if r["city"].upper() == "SH" else r["city"]}) for r in t]).done()

c = Case("r02-mapped-twice-lint", [2], "One value listed for two: the pipeline file is wrong")
c.fieldopt = {"city": {"values": "{ 上海: [SH], 北京: [SH] }"}}
t = base(c.name); c.csv("a.csv", t); c.refused(code=78).done()

c = Case("r02-neg-different-names", [2], "Ordinary: 上海 and 上海市, 一院 and 二院, A1 and A11, 1区 and 11区 are not alike")
t = base(c.name, n=48, cities=["上海", "上海市", "一院", "二院", "A1", "A11", "1区", "11区"]); c.truth(t); c.csv("a.csv", t).done()

c = Case("r02-neg-fullwidth-cleaned", [2], "Full-width letters and digits become half-width anyhow: one group, no finding")
t = base(c.name, cities=["A区", "北京"]); c.truth(t); c.csv("a.csv", [r.but(city="Ａ区") if r["city"] == "A区" and i % 4 == 0 else r for i, r in enumerate(t)]).done()

c = Case("r02-neg-trailing-blank", [2], "Blanks at the ends are trimmed: one group, no finding", src="https://github.com/huridocs/uwazi/issues/7797")
t = base(c.name); c.truth(t); c.csv("a.csv", [r.but(city=r["city"] + " ") if i % 2 else r for i, r in enumerate(t)]).done()

c = Case("r02-withheld-not-named", [2, 20], "Look-alikes that are both too small to be shown: told without a name")
c.quality["minGroup"] = "5"
t = base(c.name, n=80, people=60, cities=["北京", "上海", "重庆"])
q2 = [r for r in t if quarter(r["day"]) == "2023Q2"]
for i, r in enumerate([r for r in t][:2]): r["city"] = ["密科甲", "密 科甲"][i]
for i, r in enumerate(q2[5:8]): r["city"] = ["密科甲", "密 科甲", "密科甲"][i]
c.truth(t, groups=False); c.csv("a.csv", t); c.e(mayFindings=["similar-groups"], never=["密科甲", "密 科甲"]).done()
