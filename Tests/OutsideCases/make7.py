from kit import *
c = Case("x20-access-leaves-nulls-out", [5], "Ordinary: Access writes no element where a value is null; xsi:nil elsewhere: 未填, no finding", src="https://github.com/joyfullservice/msaccess-vcs-addin/issues/425 ; https://github.com/sequelpro/sequelpro/issues/1404")
t = base(c.name, n=120, people=60)
for i, r in enumerate(t):
    if i % 2: r["city"] = ""
c.truth(t); c.xml("a.xml", t, skip=lambda r, k: k == "city" and not r["city"] and int(r["claim"][-2:]) % 4 == 0)
p = os.path.join(c.dir, "a.xml"); b = open(p).read(); open(p, "w").write(b.replace("<City></City>", '<City xsi:nil="true"/>').replace("<Claims>", '<Claims xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">')); c.done()
c = Case("x21-names-with-blanks", [1], "Ordinary: type text: “John Doe”, “JohnDoe” and “Jane Doe” are three people; the blank within stays", src="https://github.com/julien-nc/cospend-nc/issues/97")
c.persontype = "text"; t = base(c.name, people=3); m = dict(zip(sorted({r["person"] for r in t}), ["John Doe", "JohnDoe", "Jane Doe"]))
for r in t: r["person"] = m[r["person"]]
c.truth(t); c.csv("a.csv", t).done()
c = Case("x22-line-break-not-quoted", [23], "A system that does not quote: a line break within a name breaks one record in two: two rejects, the rest stands", src="https://github.com/SuperCoopBerlin/tapir/issues/99", cols=["claim", "name", "person", "date", "amount", "city"])
t = base(c.name)
for r in t: r["name"] = "某"
c.truth(t[:9] + t[10:]).e(rejects={"malformed-record": 2}, rejectLines=[[11, "malformed-record"], [12, "malformed-record"]])
l = [t[9].cell(k) for k in c.cols]; l[1] = "甲\n乙"; c.csv("a.csv", t[:9] + t[10:], insert={9: [",".join(l)]}).done()
c = Case("x23-nbsp-in-header-and-ids", [1], "Ordinary: NBSP around column names and IDs: trimmed, no finding", src="https://github.com/NHSDigital/manage-vaccinations-in-schools/pull/3410 ; https://github.com/vocdoni/vocdoni-app/issues/1644")
t = base(c.name); c.truth(t); c.csv("a.csv", [r.but(person="\u00a0" + r["person"] + "\u00a0", date=r.cell("date") + "\u00a0") for r in t], head=[f"\u00a0{ZH[k]}\u00a0" for k in c.cols]).done()
c = Case("x24-closing-balance-lines", [7], "A statement that ends in lines of its own: 期末余额 is no word of ours and is a reject; 共计：… is left out", src="https://github.com/buckets/application/issues/300 ; https://github.com/The-Commit-Company/mint/issues/98")
t = base(c.name); c.truth(t).bal(scaffolding=1).e(rejects={"malformed-record": 1}, findings=["no-records-lines"]); c.csv("a.csv", t, tail=["共计：24笔", "期末余额,1000.00"], enc="gb18030").done()
