"""The programme's rules: what each claim should have been paid, worked out with exact fractions, the slow way.

    draw(programme, seed, quarters)    gives some programmes rules, and others to be tried in their place
    give_basis(rng, programme, meaning)  what a claim's aid is worked out from
    audit(count)                       what a report owes
    what_if(count)                     what `aidstats rules` owes
"""

from datetime import date, timedelta
from fractions import Fraction
import random

from model import first_day, last_day, quarter_later, quarter_of

CAUSES = ["reversed-in-part", "rounding", "year-cap", "claim-cap", "deductible", "other-terms", "other"]


class Rules:
    """Kinds of care with their terms, and the caps of the year. Money is in fen, shares in parts of 10,000."""

    def __init__(self, rng, field, values, days):
        self.field = field                       # the category that tells kinds apart; None: there is one
        names = [value for value in values if value] + ["未填"]
        self.kinds = []                          # (values or None, terms)
        if field:
            rng.shuffle(names)
            for _ in range(rng.randrange(0, 3)):
                size = rng.randrange(1, 3)
                named, names = names[:size], names[size:]
                if named:
                    self.kinds.append((named, self.terms_of(rng, days)))
        if not self.kinds or rng.random() < 0.7:
            self.kinds.insert(rng.randrange(len(self.kinds) + 1), (None, self.terms_of(rng, days)))
        self.year_caps = [(day, rng.choice([20065300, rng.randrange(1, 800_000)])) for day in self.some_days(rng, days)]
        if rng.random() < 0.4:
            self.year_caps = []

    def some_days(self, rng, days):
        return sorted(set(rng.sample(days, rng.randrange(1, 3))))

    def terms_of(self, rng, days):
        found = []
        for day in self.some_days(rng, days):
            ends = sorted({rng.randrange(1, 300_000) for _ in range(rng.randrange(0, 3))})
            brackets = [(end, rng.randrange(0, 10_001)) for end in ends]
            if rng.random() < 0.8 or not brackets:
                brackets.append((None, rng.randrange(1, 101) * 100))
            found.append({
                "from": day,
                "deductible": rng.choice([None, (rng.randrange(0, 60_000), "claim"), (rng.randrange(0, 200_000), "year")]),
                "brackets": brackets,
                "claimCap": rng.choice([None, None, rng.randrange(1, 200_000)]),
                "yearCap": rng.choice([None, None, rng.randrange(1, 500_000)]),
                "unit": rng.choice([1, 1, 10, 100]), "mode": rng.choice(["half-up", "down", "up"])})
        return found

    # --- How they are written ---

    def keys(self):
        def money(fen):
            return f"{fen // 100}.{fen % 100:02d}"
        kinds = []
        for values, terms in self.kinds:
            written = []
            for item in terms:
                brackets = [{**({"upTo": money(end)} if end else {}), "share": f"{share // 100}.{share % 100:02d}%"}
                            for end, share in item["brackets"]]
                keys = {"from": item["from"].isoformat(), "brackets": brackets}
                if item["deductible"]:
                    keys["deductible"] = {"amount": money(item["deductible"][0]), "per": item["deductible"][1]}
                for name in ("claimCap", "yearCap"):
                    if item[name]:
                        keys[name] = money(item[name])
                if (item["unit"], item["mode"]) != (1, "half-up"):
                    keys["rounding"] = {"to": money(item["unit"]), "mode": item["mode"]}
                written.append(keys)
            kinds.append({**({"care": values} if values else {}), "terms": written})
        caps = [{"from": day.isoformat(), "amount": money(fen)} for day, fen in self.year_caps]
        return {**({"care": self.field} if self.field else {}), **({"yearCap": caps} if caps else {}), "kinds": kinds}

    # --- What they say ---

    def kind_of(self, meaning):
        value = (meaning.groups[self.field] or "未填") if self.field else None
        for index, (values, _) in enumerate(self.kinds):
            if values and value in values:
                return index
        for index, (values, _) in enumerate(self.kinds):
            if values is None:
                return index
        return None

    def terms_on(self, kind, day):
        holding = [terms for terms in self.kinds[kind][1] if terms["from"] <= day]
        return max(holding, key=lambda terms: terms["from"], default=None)

    def cap_on(self, day):
        holding = [cap for cap in self.year_caps if cap[0] <= day]
        return max(holding)[1] if holding else None

    def due(self, terms, kind, basis, day, before, without=()):
        """What a claim is due and what its deductible took; `before` holds both of the year's claims before it."""
        taken = 0
        if terms["deductible"] and "deductible" not in without:
            amount, per = terms["deductible"]
            if per == "year":
                amount = max(0, amount - sum(item["taken"] for item in before if item["kind"] == kind))
            taken = min(basis, amount)
        rest, start, total = basis - taken, 0, Fraction(0)
        for end, share in terms["brackets"]:
            top = rest if end is None else min(end, rest)
            total += Fraction(max(0, top - start) * share, 10_000)
            start = rest if end is None else end
        steps = total / terms["unit"]
        whole = steps.numerator // steps.denominator
        if terms["mode"] == "up" and steps > whole or terms["mode"] == "half-up" and steps - whole >= Fraction(1, 2):
            whole += 1
        due = whole * terms["unit"]
        if terms["claimCap"] is not None and "claimCap" not in without:
            due = min(due, terms["claimCap"])
        if "yearCap" not in without:
            if terms["yearCap"] is not None:
                due = min(due, max(0, terms["yearCap"] - sum(item["due"] for item in before if item["kind"] == kind)))
            if self.cap_on(day) is not None:
                due = min(due, max(0, self.cap_on(day) - sum(item["due"] for item in before)))
        return {"kind": kind, "due": due, "taken": taken}

    def walk(self, count):
        """Every claim that stands, in its person's order: entry, why it is not judged, terms, what was before, its due."""
        places = {entry: place for place, (_, entry) in enumerate(count.export.entries())}
        years, found = {}, []
        for entry in sorted(count.standing, key=lambda e: (e.meaning.day, places[e])):
            meaning = entry.meaning
            if meaning.person is None:
                found.append((entry, "no-person", None, None, None))
            elif meaning.basis is None:
                found.append((entry, "no-basis", None, None, None))
            else:
                kind = self.kind_of(meaning)
                terms = None if kind is None else self.terms_on(kind, meaning.day)
                if terms is None:
                    found.append((entry, "no-terms", None, None, None))
                    continue
                before = years.setdefault((meaning.person, meaning.day.year), [])
                due = self.due(terms, kind, meaning.basis, meaning.day, before)
                found.append((entry, None, terms, list(before), due))
                before.append(due)
        return found, places

    def cause(self, count, entry, terms, before, due):
        paid, meaning = count.left[entry], entry.meaning

        def would(terms, kind, *without):
            return self.due(terms, kind, meaning.basis, meaning.day, before, without)["due"]
        if paid != meaning.amount:
            return "reversed-in-part"
        if abs(paid - due["due"]) <= terms["unit"]:
            return "rounding"
        if paid > due["due"]:
            for cap in ("yearCap", "claimCap"):
                if paid <= would(terms, due["kind"], cap):
                    return {"yearCap": "year-cap", "claimCap": "claim-cap"}[cap]
            if paid == would(terms, due["kind"], "deductible"):
                return "deductible"
        if any(paid == would(other, kind) for kind, (_, all_terms) in enumerate(self.kinds) for other in all_terms):
            return "other-terms"
        return "other"


# --- What is drawn --------------------------------------------------------------------------

def draw(programme, seed, quarters):
    """Gives every other programme rules, and others to be tried in their place."""
    rng = random.Random(f"{seed} rules")
    if rng.random() < 0.5:
        return
    field = rng.choice([None] + programme.categories * 2)
    values = {"district": ["白塔区", "中和区", "松岗区"], "care": ["门诊", "住院", "特殊病种"]}.get(field, [])
    days = [first_day(quarters[0]) - timedelta(days=400), date(quarters[-1][0], 1, 1), first_day(quarters[-1]),
            first_day(quarters[-1]) + timedelta(days=17), date(quarters[0][0], 12, 31)]
    programme.rules = Rules(rng, field, values, days)
    programme.rules.other = Rules(rng, rng.choice([None, field]), values, days)
    first, last = sorted(rng.choice(quarters) for _ in range(2))
    programme.rules.span = (first_day(first) + timedelta(days=rng.choice([0, 0, 45])), last_day(last))
    programme.optional.add("basis")


def give_basis(rng, programme, meaning, amount=True):
    """A basis, and mostly what the rules make of it, as if it were the person's only claim."""
    rules = programme.rules
    if not rules:
        return
    meaning.basis = None if rng.random() < 0.04 else int(10 ** rng.uniform(3, 6)) if rng.random() < 0.98 else 0
    kind = rules.kind_of(meaning)
    terms = rules.terms_on(kind, meaning.day) if kind is not None and meaning.day else None
    if meaning.basis is None or terms is None or not amount or rng.random() < 0.2:
        return
    without = rng.choice([(), (), (), (), ("deductible",), ("claimCap",), ("yearCap",)])
    due = rules.due(terms, kind, meaning.basis, meaning.day, [], without)["due"]
    meaning.amount = max(1, due + rng.choice([0, 0, 0, 0, 0, 0, 1, -1, 100, -2000]))


# --- What is owed ---------------------------------------------------------------------------

def audit(count):
    """The outcomes of the quarter, the claims below the deductible, the bands, and every difference."""
    rules, quarter = count.export.programme.rules, count.export.quarter
    walked, places = rules.walk(count)
    lines, below, differences = {}, [], []
    for entry, why, terms, before, due in walked:
        if quarter_of(entry.meaning.day) != quarter:
            continue
        paid = count.left[entry]
        if why:
            lines.setdefault(("unjudged", why), []).append((entry, 0))
            continue
        if terms["deductible"] and due["taken"] == entry.meaning.basis:
            below.append((entry, due["due"]))
        if paid == due["due"]:
            lines.setdefault(("agreeing", None), []).append((entry, due["due"]))
            continue
        cause = rules.cause(count, entry, terms, before, due)
        lines.setdefault(("over" if paid > due["due"] else "under", cause), []).append((entry, due["due"]))
        differences.append((-abs(paid - due["due"]), places[entry], entry, due["due"], cause))

    def tally(claims):
        return {"recipients": len({entry.meaning.person for entry, _ in claims} - {None}), "claims": len(claims),
                "paidMinor": sum(count.left[entry] for entry, _ in claims), "dueMinor": sum(due for _, due in claims)}

    cap = rules.cap_on(last_day(quarter))
    bands = None
    if cap is not None:
        paid = {}
        for entry in count.standing:
            if entry.meaning.person and first_day((quarter[0], 1)) <= entry.meaning.day <= last_day(quarter):
                paid[entry.meaning.person] = paid.get(entry.meaning.person, 0) + count.left[entry]
        shares = [Fraction(money, cap) for money in paid.values()]
        limits = [Fraction(0), Fraction(1, 2), Fraction(3, 4), Fraction(9, 10), Fraction(1)]
        bands = [sum(low <= share < high for share in shares) for low, high in zip(limits, limits[1:])]
        bands += [sum(share == 1 for share in shares), sum(share > 1 for share in shares)]
    rows = [{"claim": entry.meaning.claim, "day": entry.meaning.day.isoformat(), "basis": entry.meaning.basis,
             "paid": count.left[entry], "due": due, "difference": count.left[entry] - due, "cause": cause}
            for _, _, entry, due, cause in sorted(differences, key=lambda row: row[:2])]
    return {key: tally(claims) for key, claims in lines.items()}, tally(below), cap, bands, rows[:1000]


def what_if(count):
    """What both rules say over the span, of all and of each group."""
    programme = count.export.programme
    first, last = programme.rules.span
    dues = []
    for rules in (programme.rules, programme.rules.other):
        walked, _ = rules.walk(count)
        dues.append({entry: due["due"] if due else 0 for entry, why, _, _, due in walked})
    people = {}
    for entry in count.standing:
        meaning = entry.meaning
        if first <= meaning.day <= last and meaning.person is not None and meaning.basis is not None:
            keys = [None] + [(name, count.group_of(entry, name)) for name in programme.categories]
            for key in keys:
                own = people.setdefault(key, {}).setdefault(meaning.person, [0, 0, 0, 0])
                for place, value in enumerate((1, count.left[entry], dues[0][entry], dues[1][entry])):
                    own[place] += value
    found = {}
    for key, lines in people.items():
        lines = lines.values()
        costs = dict(zip(("claims", "paidMinor", "dueMinor", "otherDueMinor"), (sum(c) for c in zip(*lines))))
        costs["recipients"] = len(lines)
        split = {"more": sum(b > a for _, _, a, b in lines), "less": sum(b < a for _, _, a, b in lines),
                 "same": sum(b == a for _, _, a, b in lines),
                 "newlyHelped": sum(a == 0 < b for _, _, a, b in lines),
                 "noLongerHelped": sum(b == 0 < a for _, _, a, b in lines)}
        found[key] = (costs, split)
    return found
