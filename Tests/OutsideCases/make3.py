from kit import *
D = datetime.date
MIXNEVER = []

# ---- row 5: XML fields that are not there
c = Case("r05-misnamed-element", [5], "The export calls the group CityName: refused with the names that are there", src="shared case 30-xml-misnamed-field")
t = base(c.name); c.xml("a.xml", t, tags={**EN, "city": "CityName"}); c.refused("CityName").done()

c = Case("r05-letter-case", [5], "paiddate in the pipeline file's PaidDate stead: names of XML are case-sensitive")
t = base(c.name); c.xml("a.xml", t, tags={**EN, "date": "paidDate"}); c.refused("paidDate").done()

c = Case("r05-attribute-not-element", [5], "The group is an attribute of the record, the pipeline file says an element: named as @City")
t = base(c.name); c.xml("a.xml", t, attrs=("city",)); c.refused("@City").done()

c = Case("r05-on-the-parent", [5], "The city stands once, on the parent element (a batch per city): refused, and the parent's attribute is named")
t = base(c.name); c.xml("a.xml", t, cols=["claim", "person", "date", "amount"], wrap=('<Claims><Batch City="北京" BatchNo="7">', "</Batch></Claims>")); c.refused("@City").done()

c = Case("r05-wrong-path", [5], "Person/IdNo in the pipeline file, Insured/IdNo in the file")
t = base(c.name); c.fieldopt = {"person": {"from": ["Person/IdNo"]}}
c.xml("a.xml", [r.but(person="") for r in t], tags={**EN, "person": "Insured"}); c.refused("Insured").done()

c = Case("r05-amount-misnamed", [5], "The amount's element has another name: refused as a missing field, not as 24 bad amounts")
t = base(c.name); c.xml("a.xml", t, tags={**EN, "amount": "PayAmount"}); c.refused("PayAmount").done()

c = Case("r05-second-file-lacks-it", [5], "Two files; only the second lacks the field: refused, and the second is named")
t = base(c.name); c.xml("a.xml", t[:12]); c.xml("b.xml", t[12:], cols=["claim", "person", "date", "amount"]); c.refused("b.xml").done()

c = Case("r05-optional-may-lack", [5], "Ordinary: optional: true: not there, all 未填, no refusal")
t = base(c.name); c.fieldopt = {"city": {"optional": "true"}}
for r in t: r["city"] = ""
c.truth(t); c.xml("a.xml", t, cols=["claim", "person", "date", "amount"]).done()

c = Case("r05-empty-elements", [5], "Ordinary: the element is in every record and empty, as an empty column in CSV: 未填, no refusal")
t = base(c.name)
for r in t: r["city"] = ""
c.truth(t); c.xml("a.xml", t).done()

c = Case("r05-rarely-found", [5], "200 records, one of them has the group: a finding")
t = base(c.name, n=200, people=90)
for i, r in enumerate(t): r["city"] = "北京" if i == 150 else ""
c.truth(t).e(findings=["field-rarely-found"]); c.xml("a.xml", t, skip=lambda r, k: k == "city" and not r["city"]).done()

c = Case("r05-neg-found-in-two-of-a-hundred", [5], "Ordinary: 200 records, four have it: nothing to say")
t = base(c.name, n=200, people=90)
for i, r in enumerate(t): r["city"] = "北京" if i % 50 == 0 else ""
c.truth(t); c.xml("a.xml", t, skip=lambda r, k: k == "city" and not r["city"]).done()

c = Case("r05-neg-few-records", [5], "Ordinary: 24 records, one has the group: too few to tell")
t = base(c.name)
for i, r in enumerate(t): r["city"] = "北京" if i == 3 else ""
c.truth(t); c.xml("a.xml", t, skip=lambda r, k: k == "city" and not r["city"]).done()

c = Case("r05-neg-no-records", [5], "Ordinary: one of two files has no record yet: not refused for fields that it lacks")
t = base(c.name); c.truth(t); c.xml("a.xml", t); c.raw("b.xml", '<?xml version="1.0"?>\n<Claims></Claims>\n', dict(format="xml", record="Claim")).done()

c = Case("r05-neg-two-names", [5], "Ordinary: from has the names of two systems; each file has one")
t = base(c.name); c.truth(t); c.xml("a.xml", t[:12]); c.xml("b.xml", t[12:], tags={**EN, **{k: ZH[k] for k in ZH}}, record="赔付", enc="gb18030", label="GBK").done()

c = Case("r05-spreadsheetml-as-xml", [5, 22], "Excel's “XML Spreadsheet 2003” given as XML with record Row", src="https://github.com/SheetJS/sheetjs/issues/419")
t = base(c.name)
rows = "".join("<Row>" + "".join(f'<Cell><Data ss:Type="String">{r.cell(k)}</Data></Cell>' for k in c.cols) + "</Row>\n" for r in t)
SML = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Sheet1"><Table><Row>' + "".join(f'<Cell><Data ss:Type="String">{ZH[k]}</Data></Cell>' for k in c.cols) + "</Row>\n" + rows + "</Table></Worksheet></Workbook>\n"
c.ids = {r["person"] for r in t}
c.raw("a.xml", SML, dict(format="xml", record="Row")); c.refused(["SpreadsheetML", "Excel", "spreadsheet"]).done()

c = Case("r05-spreadsheetml-record-claim", [5, 22], "The same with record Claim, of which it has none; prefix instead of default namespace")
c.ids = {r["person"] for r in t}
c.raw("a.xml", SML.replace("<Workbook xmlns=", "<ss:Workbook xmlns:x=").replace("</Workbook", "</ss:Workbook"), dict(format="xml", record="Claim")); c.refused(["SpreadsheetML", "Excel", "spreadsheet"]).done()

c = Case("r05-reverses-not-optional", [5], "reverses, not optional, is in no record (the file calls it another name): refused, not 0 and reversal-without-claim", cols=["claim", "person", "date", "amount", "status", "reverses"])
t = base(c.name); rv = R(**{**t[1], "claim": "RV1", "status": "reversed", "reverses": t[1]["claim"]})
c.xml("a.xml", t + [rv], tags={**EN, "reverses": "OrigClaimNo"}, skip=lambda r, k: k == "reverses" and not r.get("reverses")); c.refused("OrigClaimNo").done()

# ---- row 6: units of money
def wan(fen, per=1000000): return format(decimal.Decimal(fen) / per, "f")
import decimal
c = Case("r06-header-wan", [6], "金额（万元）: the column decides", src="https://github.com/rainx/pytdx/pull/102")
t = base(c.name); c.names["amount"] = "金额（万元）"; c.truth(t); c.csv("a.csv", [r.but(amount=wan(r["fen"])) for r in t]).done()

c = Case("r06-header-wan-half-width-gb", [6], "金额(万元) with half-width parentheses, GB18030, thousands commas")
t = base(c.name, low=10**10, high=3 * 10**10); c.names["amount"] = "金额(万元)"; c.truth(t)
c.csv("a.csv", [r.but(amount=format(decimal.Decimal(r["fen"]) / 1000000, ",f")) for r in t], enc="gb18030").done()

c = Case("r06-header-underscore-xml", [6], "XML cannot have parentheses in names: 金额_万元")
t = base(c.name); c.names["amount"] = "金额_万元"; c.truth(t)
c.xml("a.xml", [r.but(amount=wan(r["fen"])) for r in t], tags={**EN, "amount": "金额_万元"}).done()

c = Case("r06-header-qian-fen", [6], "Two files: 金额/千元 and 金额（分）", )
t = base(c.name); c.fieldopt = {"amount": {"from": ["金额/千元", "金额（分）"]}}; c.truth(t)
c.names["amount"] = "金额/千元"; c.csv("a.csv", [r.but(amount=wan(r["fen"], 100000)) for r in t[:12]])
c.names["amount"] = "金额（分）"; c.csv("b.csv", [r.but(amount=str(r["fen"])) for r in t[12:]]).done()

c = Case("r06-unit-key", [6], "unit: 万元 with a column that names none")
t = base(c.name); c.fieldopt = {"amount": {"unit": "万元"}}; c.truth(t); c.csv("a.csv", [r.but(amount=wan(r["fen"])) for r in t]).done()

c = Case("r06-unit-key-contradicted", [6], "unit: 万元, but the column says 元: refused")
t = base(c.name); c.fieldopt = {"amount": {"unit": "万元"}}; c.names["amount"] = "金额（元）"; c.csv("a.csv", t); c.refused("元").done()

c = Case("r06-unit-key-contradicted-in-second-file", [6], "unit: 元; the second file's column says 万元: refused, and that file is named")
t = base(c.name); c.fieldopt = {"amount": {"unit": "元", "from": ["金额", "金额（万元）"]}}
c.csv("a.csv", t[:12]); c.names["amount"] = "金额（万元）"; c.csv("b.csv", [r.but(amount=wan(r["fen"])) for r in t[12:]]); c.refused("b.csv").done()

c = Case("r06-cells-name-wan", [6], "No unit in the header; cells like 0.05万元 beside 100元 and plain ones: the cell decides, and it is told")
t = base(c.name); c.truth(t).e(findings=["amount-units"])
c.csv("a.csv", [r.but(amount=wan(r["fen"]) + ["万元", "万元", "万元"][i % 3]) if i % 4 == 0 else r.but(amount=r.cell("amount") + "元") if i % 4 == 1 else r for i, r in enumerate(t)]).done()

c = Case("r06-neg-cells-name-yuan", [6], "Ordinary: 100.00元, ¥100.00, ￥1,020.00: read, no finding", src="https://github.com/dingdangdog/cashbook/issues/42")
t = base(c.name, low=90000, high=900000); c.truth(t)
c.csv("a.csv", [r.but(amount=["¥{:,.2f}", "￥{:,.2f}", "{:.2f}元", "{:,.2f}"][i % 4].format(r["fen"] / 100)) for i, r in enumerate(t)]).done()

c = Case("r06-cell-against-header", [6], "金额（元）, but three cells say 万元: bad-amount, never 0.05 yuan nor silently 500")
t = base(c.name); c.names["amount"] = "金额（元）"; c.truth(t[3:]).e(rejects={"bad-amount": 3})
c.csv("a.csv", [r.but(amount=wan(r["fen"]) + "万元") if i < 3 else r for i, r in enumerate(t)]).done()

c = Case("r06-cell-agrees-with-header", [6], "金额（万元） and cells that repeat the unit: read")
t = base(c.name); c.names["amount"] = "金额（万元）"; c.truth(t).e(mayFindings=["amount-units"])
c.csv("a.csv", [r.but(amount=wan(r["fen"]) + ("万元" if i % 2 else "")) for i, r in enumerate(t)]).done()

c = Case("r06-precision", [6], "1.234567万元 is exact to the fen; one digit more is bad-amount; more zeros are fine")
t = base(c.name); t[0]["fen"] = 1234567; c.names["amount"] = "金额（万元）"
c.truth(t[:1] + t[3:]).e(rejects={"bad-amount": 2})
c.csv("a.csv", [t[0].but(amount="1.234567000"), t[1].but(amount="1.2345678"), t[2].but(amount="0.0000001")] + [r.but(amount=wan(r["fen"])) for r in t[3:]]).done()

c = Case("r06-fen-with-fraction", [6], "金额（分）: 123.5 is no amount")
t = base(c.name); c.names["amount"] = "金额（分）"; c.truth(t[1:]).e(rejects={"bad-amount": 1})
c.csv("a.csv", [t[0].but(amount="123.5")] + [r.but(amount=str(r["fen"])) for r in t[1:]]).done()

c = Case("r06-scale-between-files", [6], "Two files, the second in 万元 without a word: a finding (figures as read)")
t = base(c.name, n=60, quarters=("2023Q2",)); rows = [R(**{**r, "fen": max(1, r["fen"] // 10000)}) for r in t[30:]]
c.truth(t[:30] + rows).e(findings=["amount-scale"]); c.csv("a.csv", t[:30]); c.csv("b.csv", rows).done()

c = Case("r06-scale-between-quarters", [6], "One file; since the second quarter in 万元")
t = base(c.name, n=60); rows = [R(**{**r, "fen": max(1, r["fen"] // 10000)}) if r["day"] >= D(2023, 4, 1) else r for r in t]
c.truth(rows).e(findings=["amount-scale"]); c.csv("a.csv", rows).done()

c = Case("r06-neg-scale-tenfold", [6], "Ordinary: inpatient files pay fifty times outpatient ones: no finding")
t = base(c.name, n=60, quarters=("2023Q2",), low=2000, high=4000); rows = [R(**{**r, "fen": r["fen"] * 50}) for r in t[30:]]
c.truth(t[:30] + rows); c.csv("a.csv", t[:30]); c.csv("b.csv", rows).done()

c = Case("r06-neg-scale-few", [6], "Ordinary: a file of five small corrections: too few to tell")
t = base(c.name, n=40, quarters=("2023Q2",)); rows = [R(**{**r, "fen": max(1, r["fen"] // 10000)}) for r in t[35:]]
c.truth(t[:35] + rows); c.csv("a.csv", t[:35]); c.csv("b.csv", rows).done()

c = Case("r06-neg-names-with-fen", [6], "Ordinary: column names that hold 分, 元 or 角 and no unit: 个人自付部分, 单元金额, 部分报销, 分公司支付, 三角区补助, 公元金额: all yuan")
names = ["个人自付部分", "单元金额", "部分报销金额", "分公司支付金额", "三角区补助", "元旦慰问金额"]
c.fieldopt = {"amount": {"from": names}}; t = base(c.name, n=48); c.truth(t)
for i, n in enumerate(names):
    c.names["amount"] = n; c.csv(f"{i}.csv", t[i * 8:i * 8 + 8])
c.done()

c = Case("r06-neg-yuan-header", [6], "Ordinary: 金额(元), 金额：元, 互助金额_元, 金额 单位：元: yuan")
names = ["金额(元)", "金额：元", "互助金额_元", "金额 单位：元"]
c.fieldopt = {"amount": {"from": names}}; t = base(c.name, n=48); c.truth(t)
for i, n in enumerate(names):
    c.names["amount"] = n; c.csv(f"{i}.csv", t[i * 12:i * 12 + 12])
c.done()

c = Case("r06-unit-word-in-header", [6], "单位：万元 within the column name")
c.names["amount"] = "金额 单位：万元"; t = base(c.name); c.truth(t); c.csv("a.csv", [r.but(amount=wan(r["fen"])) for r in t]).done()

c = Case("r06-unit-in-lenticular-brackets", [6], "金额【万元】, whole numbers: read as 万元, or refused; never as yuan without a word")
c.names["amount"] = "金额【万元】"; t = base(c.name)
for i, r in enumerate(t): r["fen"] = (1 + i % 3) * 1000000
c.truth(t); c.csv("a.csv", [r.but(amount=str(r["fen"] // 1000000)) for r in t]); alt = c.snapshot(); c.refused(); c.either(alt, c.x).done()

c = Case("r06-unit-whole-numbers", [6], "金额（万元） with whole numbers, 3 and 12: nothing but the name tells; read as 万元")
c.names["amount"] = "金额（万元）"; t = base(c.name)
for i, r in enumerate(t): r["fen"] = (1 + i % 12) * 1000000
c.truth(t); c.csv("a.csv", [r.but(amount=str(r["fen"] // 1000000)) for r in t]).done()

c = Case("r06-other-currency-lint", [6], "unit: 万元 with currency USD: the pipeline file is wrong")
c.root = ["currency: USD"]; c.fieldopt = {"amount": {"unit": "万元"}}; c.csv("a.csv", base(c.name)); c.refused(code=78).done()

c = Case("r06-unknown-unit-lint", [6], "unit: 万: not known, 78")
c.fieldopt = {"amount": {"unit": "两"}}; c.csv("a.csv", base(c.name)); c.refused("unit", code=78).done()

c = Case("r06-thousands-unquoted", [6], "A system that does not quote 320,003,208.90: too many fields, rejected, never 320", src="https://github.com/ruoklive/lottery_bug/issues/72", cols=["claim", "person", "date", "city", "amount"])
t = base(c.name); c.truth(t[1:]).e(rejects={"malformed-record": 1})
lines = [",".join(["HZ-BIG", t[0]["person"], "2023-05-05", "北京", "320,003,208.90"])]
c.csv("a.csv", t[1:], insert={5: lines}).done()

c = Case("r06-decimal-comma", [6], "A system set to another country: 12,50 is no 1250 and no 12.50: bad-amount", src="https://github.com/buckets/application/issues/200")
t = base(c.name); c.truth(t[2:]).e(rejects={"bad-amount": 2})
c.csv("a.csv", [t[0].but(amount="12,50"), t[1].but(amount="1.234,56")] + t[2:], delim=";").done()

# ---- row 7: totals and other lines that are no records
SC = dict(findings=["no-records-lines"])
txt = "type text: "
c = Case("r07-text-subtotals", [7], txt + "小计 and 合计 with a date and a money that could be a claim", src="https://github.com/portfolio-performance/portfolio/issues/1611")
c.persontype = "text"
t = base(c.name); c.truth(t).bal(scaffolding=2).e(**SC, money=dict(scaffolding=150000 + 150000))
c.csv("a.csv", t, tail=["小计,5人,2023-06-30,1500.00,", "合计,5人,2023-06-30,1500.00,"]).done()

c = Case("r07-resident-footer", [7], "合计, a blank line, 制表人：… 审核人：… below; default threshold")
c.quality.pop("maxRejected")
t = base(c.name); c.truth(t).bal(scaffolding=None, records=None).e(**SC, never=["张伟国", "李丽华"])
c.csv("a.csv", t, tail=["合计,,,12345.00,", "", "制表人：张伟国,,,审核：李丽华,"], eol="\r\n", enc="gb18030").done()

c = Case("r07-footer-other-width", [7], "Footers of one or two cells, not padded: 制表人：张伟国 / 打印日期：2023-07-01 / 合计：500.00元（5笔）")
c.quality.pop("maxRejected")
t = base(c.name); c.truth(t).bal(scaffolding=3).e(**SC, never=["张伟国"])
c.csv("a.csv", t, tail=["合计：500.00元（5笔）", "制表人：张伟国", "打印日期：2023-07-01,第1页"]).done()

c = Case("r07-blank-delimiter-lines", [7], "Excel's used range: lines of commas, of blanks, of wide blanks")
c.quality.pop("maxRejected")
t = base(c.name); c.truth(t).bal(scaffolding=4).e(**SC)
c.csv("a.csv", t, insert={10: [",,,,"]}, tail=[",,,,", "  , ,\u3000,,", ' ,"",,,']).done()

c = Case("r07-repeated-header-bom", [7], "Two exports one behind the other: BOM and header again in the middle", src="https://github.com/whitfin/s3-concat/issues/3 ; https://github.com/alcibiade/pan-discovery/issues/7")
c.quality.pop("maxRejected")
t = base(c.name); c.truth(t).bal(scaffolding=1).e(**SC)
c.csv("a.csv", t, bom=True, insert={12: ["\ufeff编号,身份证号,打款日期,金额,地市"]}).done()

c = Case("r07-header-every-ten-rows", [7], "A plug-in writes the header again every ten rows", src="https://github.com/wpninjas/ninja-forms/issues/2404")
c.quality.pop("maxRejected")
t = base(c.name, n=60); h = '"编号","身份证号","打款日期","金额","地市"'
c.truth(t).bal(scaffolding=5).e(**SC); c.csv("a.csv", t, quote=True, insert={i: [h] for i in range(10, 60, 10)}).done()

c = Case("r07-pages-of-a-pdf", [7], "A PDF turned into CSV: header, 本页合计 and 第2页 on every page, 第2页 too", src="https://github.com/tabulapdf/tabula-java/issues/186")
t = base(c.name, n=60); h = "编号,身份证号,打款日期,金额,地市"
c.truth(t).bal(scaffolding=10).e(**SC)
ins = {i: ["本页合计,,,1000.00,", h] for i in range(15, 60, 15)}; ins[30] = ["本页合计,,,1000.00,", "第2页", h]
c.csv("a.csv", t, insert=ins, tail=["本页合计,,,1000.00,", "累计,,,4000.00,", "审核,,,,"]).done()

c = Case("r07-xml-totals", [7], "XML: a last record with 合计 in the claim number")
c.persontype = "text"
t = base(c.name); c.truth(t).bal(scaffolding=1).e(**SC, money=dict(scaffolding=99900))
c.xml("a.xml", t, extra="<Claim><ClaimNo>合计</ClaimNo><IdNo>24人</IdNo><PaidDate>2023-06-30</PaidDate><Amount>999.00</Amount><City></City></Claim>\n").done()

c = Case("r07-english-totals", [7], "Total, SUBTOTAL:, Grand total, Sum in a UTF-16 sheet with tabs")
c.persontype = "text"
t = base(c.name); c.truth(t).bal(scaffolding=4).e(**SC)
c.csv("a.txt", t, enc="utf-16-le", bom=True, delim="\t", eol="\r\n", tail=["Total\t3\t2023-06-30\t10.00\t", "SUBTOTAL:\t3\t2023-06-30\t10.00\t", "Grand total\t3\t2023-06-30\t20.00\t", "Sum\t\t2023-06-30\t20.00\t"]).done()

c = Case("r07-spaced-totals", [7], "WPS spreads the word over the cell: 合　计, 小 计, 总  计", arguable="blanks within the word are not named in SPEC row 7, but spreadsheets write so")
c.persontype = "text"
t = base(c.name); c.truth(t).bal(scaffolding=3).e(**SC)
c.csv("a.csv", t, tail=["合　计,24人,2023-06-30,100.00,", "小 计,12人,2023-06-30,100.00,", "总  计,24人,2023-06-30,100.00,"]).done()

c = Case("r07-totals-in-person-cell", [7], "The first column is a running number; the person's cell says 合计；the claim number is empty", cols=["note", "claim", "person", "date", "amount", "city"])
c.persontype = "text"; c.names["note"] = "序号"
t = base(c.name)
for i, r in enumerate(t): r["note"] = str(i + 1)
c.truth(t).bal(scaffolding=1).e(**SC); c.csv("a.csv", t, tail=["25,,合计,2023-06-30,100.00,"]).done()

c = Case("r07-totals-in-first-unmapped-cell", [7], "The first column is no field of ours and says 合计; the person's cell holds a count", cols=["note", "claim", "person", "date", "amount", "city"])
c.persontype = "text"; c.names["note"] = "序号"
t = base(c.name)
for i, r in enumerate(t): r["note"] = str(i + 1)
c.truth(t).bal(scaffolding=1).e(**SC); c.csv("a.csv", t, tail=["合计,24,24人,2023-06-30,100.00,全市"]).done()

c = Case("r07-no-claim-field", [7], "No claim number in the export at all: a totals line is the first cell, the person's", cols=["person", "date", "amount", "city"])
c.persontype = "text"
t = base(c.name); c.truth(t).bal(scaffolding=1).e(**SC); c.csv("a.csv", t, tail=["合计,2023-06-30,100.00,"]).done()

c = Case("r07-neg-group-called-total", [7], "Ordinary: a good record whose group says 合计 (or 小计) is a record")
t = base(c.name, cities=["北京", "合计", "小计", "上海"]); c.truth(t); c.csv("a.csv", t).done()

c = Case("r07-neg-remark-total", [7], "Ordinary: a remark in the last column says 合计三次; 制表人 in a column of its own on every line", cols=["claim", "person", "date", "amount", "city", "note"])
t = base(c.name)
for i, r in enumerate(t): r["note"] = ["合计三次", "制表人：王小二", "合计", ""][i % 4]
c.truth(t).e(never=["王小二"]); c.csv("a.csv", t).done()

c = Case("r07-neg-first-cell-total-with-id", [7], "Ordinary: the first column is a remark that says 合计 on some lines that have all of a claim, with a valid ID", cols=["note", "claim", "person", "date", "amount", "city"])
t = base(c.name)
for i, r in enumerate(t): r["note"] = "合计" if i % 5 == 0 else "总计：2次" if i % 7 == 0 else ""
c.truth(t); c.csv("a.csv", t).done()

c = Case("r07-neg-hospital-first", [7], "Ordinary: the first column is a hospital: Total Care Clinic, 复核医院, 小计时工互助站, Summit, 制表厂: records", cols=["city", "claim", "person", "date", "amount"])
c.persontype = "text"
t = base(c.name, n=48, cities=["Total Care Clinic", "复核医院", "小计时工互助站", "Summit", "制表厂医务室", "审核中心"]); c.truth(t); c.csv("a.csv", t).done()

c = Case("r07-neg-person-sumit", [7], "Ordinary: type text: people called Sumit, Totalin, 计小合, 合计元", )
c.persontype = "text"
t = base(c.name, people=4); ids = sorted({r["person"] for r in t}); m = dict(zip(ids, ["Sumit", "Totalin", "计小合", "总计平"]))
for r in t: r["person"] = m[r["person"]]
c.truth(t); c.csv("a.csv", t).done()

c = Case("r07-neg-blank-lines-at-end", [7], "Ordinary: empty lines at the end: no rejects, whatever they are called")
c.quality.pop("maxRejected")
t = base(c.name); c.truth(t).bal(scaffolding=None, records=None).e(mayFindings=["no-records-lines"]); c.csv("a.csv", t, tail=["", "", ""], eol="\r\n").done()

c = Case("r07-end-of-file-line", [7], "***END OF FILE*** is no totals word: a reject", src="https://github.com/plaintextaccounting/hledger/issues/1076")
t = base(c.name); c.truth(t).e(rejects={"malformed-record": 1}); c.csv("a.csv", t, tail=["***END OF FILE***"]).done()

c = Case("r07-last-page-twice", [7], "A paged export: header on each page, and the last page twice: duplicates, counted once", src="https://github.com/payloadcms/payload/issues/11828")
t = base(c.name, n=40); h = "编号,身份证号,打款日期,金额,地市"
c.truth(t).bal(scaffolding=3, duplicates=10).e(**SC); c.csv("a.csv", t + t[30:], insert={10: [h], 20: [h], 40: [h]}).done()

c = Case("r07-register-footers", [7, 15], "With a register: the balance of the second run still holds the scaffolding and the finding")
c.root = ["register: reg", "keyFile: the.key"]; c.persontype = "text"
t = base(c.name); c.truth(t).bal(scaffolding=2).e(**SC)
c.csv("a.csv", t, tail=["小计,5人,2023-06-30,1500.00,", "合计,5人,2023-06-30,1500.00,"])
c.steps = [dict(cmd=["register", "init", "pipeline.yaml"], expect=dict(exit=0)), dict(cmd=["run"]), dict(do="save", path="out/t/2023Q2/report.json", **{"as": "first"}), dict(cmd=["run"]), dict(do="same", path="out/t/2023Q2/report.json", **{"as": "first"})]
c.done()

c = Case("r07-footer-short-of-date", [7], "status mapped: a totals line has no state: scaffolding, not unknown-status", cols=["claim", "person", "date", "amount", "city", "status"])
c.quality.pop("maxRejected")
t = base(c.name); c.truth(t).bal(scaffolding=1).e(**SC); c.csv("a.csv", t, tail=["总计,,,9.00,,"]).done()

# ---- row 8: claim numbers that a spreadsheet cut
def long18(i): return f"2023{(i * 7919 + 104729) % 10**11:011d}{(i * 37 + 101) % 1000:03d}"
c = Case("r08-half-cut", [8], "18-digit numbers; a colleague opened and saved half of the file in Excel: …000", src="https://github.com/huanz/tableExport/issues/4")
t = base(c.name, n=40)
for i, r in enumerate(t): r["claim"] = long18(i)
cut = [i for i in range(20, 40)]
c.truth(t[:20]).e(rejects={"damaged-claim": 20}); c.quality["maxRejected"] = "60%"
c.quarter = "2023Q1"; c.x.pop("groups"); c.truth(t[:20])
c.csv("a.csv", [r.but(claim=r["claim"][:15] + "000") if i in cut else r for i, r in enumerate(t)]).done()

c = Case("r08-all-cut-refused", [8], "All cut: past the threshold, refused, nothing swallowed", src="https://github.com/MicrosoftDocs/OfficeDocs-Support/issues/622")
t = base(c.name, n=40); c.quality["maxRejected"] = "0.1%"
c.csv("a.csv", [r.but(claim=long18(i)[:15] + "000") for i, r in enumerate(t)]); c.refused().done()

c = Case("r08-twenty-digits", [8], "20-digit numbers, eight of thirty end in 00000; all people differ")
t = base(c.name, n=30, people=30)
for i, r in enumerate(t): r["claim"] = long18(i) + f"{i % 9 + 1}7"
c.truth(t[8:]).e(rejects={"damaged-claim": 8}); c.csv("a.csv", [r.but(claim=r["claim"][:15] + "00000") if i < 8 else r for i, r in enumerate(t)], enc="gb18030").done()

c = Case("r08-xml-cut", [8], "The same in XML, where someone went by way of a sheet")
t = base(c.name, n=30)
for i, r in enumerate(t): r["claim"] = long18(i)
c.truth(t[10:]).e(rejects={"damaged-claim": 10}); c.xml("a.xml", [r.but(claim=r["claim"][:15] + "000") if i < 10 else r for i, r in enumerate(t)]).done()

c = Case("r08-two-round-numbers", [8], "Ordinary: two numbers of forty that end in 000: not far more than chance, they stand", )
t = base(c.name, n=40)
for i, r in enumerate(t): r["claim"] = long18(i)
t[3]["claim"], t[9]["claim"] = long18(3)[:15] + "000", long18(9)[:15] + "000"
c.truth(t); c.csv("a.csv", t).done()

c = Case("r08-neg-sixteen-digits", [8], "Ordinary: 16-digit numbers: one in ten ends in 0 by chance")
t = base(c.name, n=60)
for i, r in enumerate(t): r["claim"] = f"{2023000000000000 + i * 1237 + 11}"
c.truth(t); c.csv("a.csv", t).done()

c = Case("r08-neg-sequence-of-18", [8], "Ordinary: date, place and a running number of four digits, 3,000 of them: …1000, 2000, 3000 stand")
t = base(c.name, n=3000, people=1500)
for i, r in enumerate(t): r["claim"] = f"20230501330102{i + 1:04d}"
c.truth(t); c.csv("a.csv", t).done()

c = Case("r08-neg-fifteen-digits", [8], "Ordinary: 15 digits that end in 000, and letters before 000: nothing was cut")
t = base(c.name, n=40)
for i, r in enumerate(t): r["claim"] = f"2023{i + 101:08d}000" if i % 2 else f"HZ20230501{i + 10:05d}000"
c.truth(t); c.csv("a.csv", t).done()

c = Case("r08-shared-numbers-finding", [8], "Five numbers come twice, for different people: the later stands, and it is told")
t = base(c.name, n=700, people=700); k = [R(**{**t[i], "person": t[i + 300]["person"]}) for i in range(5)]
c.truth(k + t[5:]).bal(superseded=5).e(findings=["shared-claim-numbers"])
c.csv("a.csv", t + k).done()

c = Case("r08-shared-numbers-refused", [8], "Numbers restart in each of two branches: 30 of 60 are shared: refused", )
a, b = base(c.name, n=30, quarters=("2023Q2",), people=30), base(c.name + "b", n=30, quarters=("2023Q2",), people=30)
for i in range(30): a[i]["claim"] = b[i]["claim"] = f"{i + 1:06d}"
c.csv("a.csv", a); c.csv("b.csv", b); c.refused(["shared-claim-numbers", "claim number"]).done()

c = Case("r08-shared-numbers-allowed", [8], "The same with maxSharedClaims: 60%: a finding alone")
c.quality["maxSharedClaims"] = "100%"
c.csv("a.csv", a); c.csv("b.csv", b); c.truth(b).bal(superseded=30).e(findings=["shared-claim-numbers"]).done()

c = Case("r08-shared-over-deliveries-register", [8, 15], "With a register the second delivery shares numbers with the first, which is only in the register")
c.root = ["register: reg", "keyFile: the.key"]; c.quality["maxSharedClaims"] = "100%"
c.csv("a.csv", a); c.csv("b.csv", b, add=False)
ok = dict(exit=0)
c.truth(b).bal(superseded=30, records=60).e(findings=["shared-claim-numbers"]); fin = c.snapshot()
c.steps = [dict(cmd=["register", "init", "pipeline.yaml"], expect=ok), dict(cmd=["run"], expect=ok), dict(cmd=["run", "--input", "b.csv"], expect=dict(exit=0, findings=fin["findings"], figures=fin["figures"]))]
c.done()

c = Case("r08-neg-corrections", [8], "Ordinary: twelve later versions of the same people's claims, other amounts; a 15-digit ID for its 18-digit one: no finding")
t = base(c.name, n=40)
k = [R(**{**t[i], "fen": t[i]["fen"] + 7}) for i in range(12)]
for r in t[20:24]: r["person"] = r["person"][:6] + "19" + r["person"][8:]
ids = {r["person"]: None for r in t[20:24]}
for i in range(20, 24):
    p = t[i]["person"]; s = p[:17]; w = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    t[i]["person"] = s + "10X98765432"[sum(int(x) * y for x, y in zip(s, w)) % 11]
k2 = [R(**{**t[i], "fen": t[i]["fen"] + 9}) for i in range(20, 24)]
c.truth(k + t[12:20] + k2 + t[24:]).bal(superseded=16)
c.csv("a.csv", t + k + [r.but(person=r["person"][:6] + r["person"][8:17]) for r in k2]).done()

c = Case("r08-neg-unpaid-without-person", [8], "Ordinary: unpaid without a person first, then paid with one, for twenty claims: nobody shares a number", cols=["claim", "person", "date", "amount", "city", "status"])
t = base(c.name, n=40)
u = [R(**{**r, "status": "unpaid", "person": ""}).but(date="", amount="") for r in t[:20]]
c.truth(t).bal(superseded=20); c.csv("a.csv", u + t).done()

c = Case("r08-scientific", [8], "2.02305E+17: damaged, as before", src="https://github.com/cookieY/Yearning-go/issues/39")
t = base(c.name, n=40); c.truth(t[5:]).e(rejects={"damaged-claim": 5}); c.csv("a.csv", [r.but(claim="2.02305E+17") if i < 5 else r for i, r in enumerate(t)]).done()

c = Case("r08-neg-hex-numbers", [8], "Ordinary: hexadecimal numbers, of which some look like 73928e03: claims like any other", src="https://github.com/archimatetool/archi/issues/141", arguable="damaged-claim of before may take 73928e03 for scientific notation; a reject is safe, but a real system writes so")
t = base(c.name, n=40)
for i, r in enumerate(t): r["claim"] = f"{(i * 2654435761 + 12345) % 2**32:08x}" if i % 4 else f"{73900 + i}e{i % 10:02d}"
c.truth(t); c.csv("a.csv", t).done()
