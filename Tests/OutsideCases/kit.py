"""Builds cases: truth first, then the files that a spreadsheet or system would make of it. Python 3, standard library alone."""
import csv, datetime, io, json, os, random, shutil

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = os.path.join(HERE, "cases")
ZH = dict(claim="编号", person="身份证号", date="打款日期", amount="金额", city="地市", status="状态", reverses="原编号", name="姓名", care="就诊类型", note="备注")
EN = dict(claim="ClaimNo", person="IdNo", date="PaidDate", amount="Amount", city="City", status="Status", reverses="Reverses", name="Name", care="CareType", note="Note")
KEY = dict(claim="claim", person="person", date="paidOn", amount="amount", city="city", status="status", reverses="reverses", care="care")
CITIES = ["北京", "上海", "重庆", "天津"]
STATUS = dict(paid="已打款", unpaid="待审核", reversed="冲正")
NEW = ["invisible-characters", "similar-groups", "mixed-encoding", "field-rarely-found", "amount-units", "amount-scale", "no-records-lines",
       "shared-claim-numbers", "far-off-dates", "no-final-newline", "zero-amounts"]


def resident(region, birth, seq):
    s = f"{region:06d}{birth:%Y%m%d}{seq:03d}"
    w = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return s + "10X98765432"[sum(int(a) * b for a, b in zip(s, w)) % 11]


def person(rnd):
    # 990114 and the like belong to no place: nobody has such a number
    return resident(990100 + rnd.randrange(1, 30), datetime.date(1950 + rnd.randrange(50), rnd.randrange(1, 13), rnd.randrange(1, 28)), rnd.randrange(1, 999))


def quarter(d):
    return f"{d.year:04d}Q{(d.month + 2) // 3}"


def span(q):
    y, n = int(q[:4]), int(q[5])
    a = datetime.date(y, 3 * n - 2, 1)
    b = (datetime.date(y + (n == 4), (3 * n) % 12 + 1, 1)) - datetime.timedelta(days=1)
    return a, b


class R(dict):
    """One record of truth; cells holds what the file says instead."""
    def __init__(self, **kw):
        super().__init__(kw)
        self.cells = {}

    def but(self, **cells):
        r = R(**self); r.cells = {**self.cells, **cells}; return r

    def cell(self, col):
        if col in self.cells: return self.cells[col]
        if col == "date": return self["day"].isoformat()
        if col == "amount": return f"{self['fen'] / 100:.2f}"
        if col == "status": return STATUS[self.get("status", "paid")]
        return self.get(col, "")


def base(name, n=24, quarters=("2023Q1", "2023Q2"), people=None, cities=CITIES, prefix="HZ", low=2000, high=90000):
    rnd = random.Random(name)
    ids = [person(rnd) for _ in range(people or max(2, n * 2 // 3))]
    out = []
    per = n // len(quarters)
    k = 0
    for q in quarters:
        a, b = span(q)
        for i in range(per):
            k += 1
            day = b - datetime.timedelta(days=i) if i < 2 else a + datetime.timedelta(days=rnd.randrange((b - a).days))
            if i == 2: day = a
            out.append(R(claim=f"{prefix}-{q}-{k:05d}", person=rnd.choice(ids), day=day, fen=rnd.randrange(low, high), city=cities[k % len(cities)], status="paid"))
    return out


def figures(recs):
    return [len({r["person"] for r in recs}), len(recs), sum(r["fen"] for r in recs)]


class Case:
    def __init__(self, name, rows, about, cols=("claim", "person", "date", "amount", "city"), quarter="2023Q2", src=None, arguable=None):
        self.name, self.rows, self.about, self.cols, self.quarter, self.src, self.arguable = name, rows, about, list(cols), quarter, src, arguable
        self.dir = os.path.join(CASES, name)
        shutil.rmtree(self.dir, ignore_errors=True)
        os.makedirs(self.dir)
        self.inputs = []
        self.x = dict(exit=0)
        self.any = None
        self.balance = {}
        self.skipbalance = False
        self.steps = None
        self.args = []
        self.persontype = "resident-id"
        self.personopt = ""
        self.fieldopt = {}
        self.names = {}
        self.root = []
        self.count = []
        self.quality = dict(minGroup="0", maxRejected="50%")
        self.yaml = None
        self.ids = set()
        self.breakdowns = None

    # --- files
    def raw(self, file, data, add=None):
        if isinstance(data, str): data = data.encode("utf-8")
        os.makedirs(os.path.dirname(os.path.join(self.dir, file)), exist_ok=True)
        with open(os.path.join(self.dir, file), "wb") as f: f.write(data)
        if add is not None: self.inputs.append((file, add))
        return self

    def line(self, cells, delim=",", quote=False):
        out = []
        for c in cells:
            c = str(c)
            if quote or any(x in c for x in (delim, '"', "\n", "\r")): c = '"' + c.replace('"', '""') + '"'
            out.append(c)
        return delim.join(out)

    def csv(self, file, recs, enc="utf-8", bom=False, eol="\n", delim=",", quote=False, head=None, cols=None, insert=None, tail=(), final=True, lines_enc=None, opt=None, add=True, en=False):
        cols = cols or self.cols
        names = EN if en else ZH
        head = head if head is not None else [self.names.get(c, names[c]) for c in cols]
        rows = [(self.line(head, delim, quote), enc)]
        for i, r in enumerate(recs):
            for t in (insert or {}).get(i, ()): rows.append((t, enc))
            rows.append((self.line([r.cell(c) for c in cols], delim, quote), (lines_enc or {}).get(i, enc)))
        for t in tail: rows.append((t, enc))
        data = b""
        for i, (t, e) in enumerate(rows):
            end = eol if final or i < len(rows) - 1 else ""
            data += t.encode(e, "surrogatepass") if isinstance(t, str) else t
            data += end.encode(e)
        if bom: data = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "gb18030": b"\x84\x31\x95\x33"}[enc] + data
        self.raw(file, data, (opt or {}) if add else None)
        for r in recs: self.ids.add(r.get("person", ""))
        return self

    def xml(self, file, recs, enc="utf-8", label="UTF-8", cols=None, tags=None, record="Claim", attrs=(), extra="", opt=None, bom=b"", wrap=None, add=True, skip=lambda r, c: False):
        cols = cols or self.cols
        tags = tags or EN
        esc = lambda s: str(s).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;") if not str(s).startswith("\0") else str(s)[1:]
        a, b = wrap or ("<Claims>", "</Claims>")
        t = f'<?xml version="1.0"' + (f' encoding="{label}"' if label else "") + "?>\n" + a + "\n"
        for r in recs:
            at = "".join(f' {tags[c]}="{esc(r.cell(c))}"' for c in attrs if not skip(r, c))
            t += f"  <{record}{at}>" + "".join(f"<{tags[c]}>{esc(r.cell(c))}</{tags[c]}>" for c in cols if c not in attrs and not skip(r, c)) + f"</{record}>\n"
        t += extra + b + "\n"
        self.raw(file, bom + t.encode(enc), dict(format="xml", record=record, **(opt or {})) if add else None)
        for r in recs: self.ids.add(r.get("person", ""))
        return self

    # --- the pipeline file
    def pipeline(self):
        if self.yaml is not None: return self.yaml
        y = ["name: t", 'title: { zh: 测试, en: Test }'] + self.root + ["inputs:"]
        for f, o in self.inputs:
            y.append(f"  - files: [{json.dumps(f, ensure_ascii=False)}]")
            for k, v in o.items(): y.append(f"    {k}: {v}")
        y.append("fields:")
        for c in self.cols:
            if c not in KEY: continue
            names = [self.names[c]] if c in self.names else []
            names += [n for n in (ZH[c], EN[c]) if n not in names]
            o = "from: [" + ", ".join(json.dumps(n, ensure_ascii=False) for n in (self.fieldopt.get(c, {}).get("from") or names)) + "]"
            t = {"date": "date", "city": "category", "care": "category", "person": self.persontype}.get(c)
            if t: o += f", type: {t}"
            if c == "person" and self.personopt: o += ", " + self.personopt
            for k, v in self.fieldopt.get(c, {}).items():
                if k != "from": o += f", {k}: {v}"
            y.append(f"  {KEY[c]}: {{ {o} }}")
        cnt = list(self.count)
        if "status" in self.cols and not any("status" in x for x in cnt):
            cnt += ["  status:", "    paid: [已打款]", "    unpaid: [待审核, 拒付]", "    reversed: [冲正]"]
        if cnt: y += ["count:"] + cnt
        b = self.breakdowns if self.breakdowns is not None else [KEY[c] for c in self.cols if c in ("city", "care")]
        if b: y.append("breakdowns: [" + ", ".join(b) + "]")
        y.append("quality: { " + ", ".join(f"{k}: {v}" for k, v in self.quality.items()) + " }")
        return "\n".join(y) + "\n"

    # --- expectations
    def truth(self, recs, groups=True):
        recs = [r for r in recs if r.get("status", "paid") == "paid"]
        qs = sorted({quarter(r["day"]) for r in recs})
        self.x["figures"] = {q: figures([r for r in recs if quarter(r["day"]) == q]) for q in qs if not self.quarter or q <= self.quarter}
        if groups:
            self.x["groups"] = {}
            for c in ("city", "care"):
                if c in self.cols:
                    now = [r for r in recs if quarter(r["day"]) == self.quarter]
                    allg = {r.get(c) or "未填" for r in recs if not self.quarter or quarter(r["day"]) <= self.quarter}
                    self.x["groups"][KEY[c]] = {g: figures([r for r in now if (r.get(c) or "未填") == g]) for g in sorted(allg)}
        self.balance["paid"] = len(recs)
        return self

    def bal(self, **kw): self.balance.update(kw); return self

    def e(self, **kw): self.x.update(kw); return self

    def refused(self, *text, code=65, **kw):
        self.x = dict(exit=code, text=list(text), **kw); self.skipbalance = True; return self

    def either(self, *alts): self.any = list(alts); return self

    def done(self):
        x = self.x
        if x["exit"] == 0 and not self.skipbalance and "figures" in x:
            b = dict(unpaid=0, reversals=0, duplicates=0, superseded=0, scaffolding=0, rejected=sum(x.get("rejects", {}).values()))
            b.update(self.balance)
            if "records" not in b and None not in b.values(): b["records"] = sum(b.values())
            x["balance"] = {k: v for k, v in b.items() if v is not None}
        ids = sorted(i for i in self.ids if len(i) >= 15)
        with open(os.path.join(self.dir, "pipeline.yaml"), "w") as f: f.write(self.pipeline())
        o = dict(rows=self.rows, about=self.about, quarter=self.quarter)
        if self.arguable: o["arguable"] = self.arguable
        if self.args: o["args"] = self.args
        if self.steps: o["steps"] = self.steps
        if getattr(self, "once", False): o["once"] = True
        o["neverIDs"] = ids
        if self.any: o["anyOf"] = [self.balanced(a) for a in self.any]
        else: o["expect"] = x
        with open(os.path.join(self.dir, "expect.json"), "w") as f: json.dump(o, f, ensure_ascii=False, indent=1)
        if self.src:
            with open(os.path.join(self.dir, "note.md"), "w") as f: f.write(f"{self.about}\n\nMet by others: {self.src}\n")

    def balanced(self, a): return a

    def snapshot(self):
        """The expectation as it stands, with its balance, for use in either()."""
        x = json.loads(json.dumps(self.x))
        if x["exit"] == 0 and "figures" in x and not self.skipbalance:
            b = dict(unpaid=0, reversals=0, duplicates=0, superseded=0, scaffolding=0, rejected=sum(x.get("rejects", {}).values()))
            b.update(self.balance)
            if "records" not in b and None not in b.values(): b["records"] = sum(b.values())
            x["balance"] = {k: v for k, v in b.items() if v is not None}
        return x
