"""Reference tables for some programmes: who was in which union when, and which union is in which street.

    draw(export)        gives an export's programme its tables, once all its records are there
    files(programme)    their paths and bytes
"""

from datetime import date, timedelta
import random

from model import first_day

UNIONS = ["机床厂工会", "Union B", "纺织一厂", "电力公司"]
STREETS = ["一街", "二街"]
NO_MEMBER, NOT_LISTED = "无会籍", "未列入"


class Memberships:
    """Spells of people and of unions: the key, the first and the last day (None: open), and the values."""

    def __init__(self, rng, people, days, treated):
        self.as_of_treatment = treated and rng.random() < 0.5
        self.without_last = rng.random() < 0.3
        self.order = rng.random()
        self.members, self.unions = [], []
        for person in people:
            if rng.random() < 0.1:
                continue
            for _ in range(rng.choice([1, 1, 2, 2, 3])):
                first, last = self.span(rng, days)
                kind = rng.choice(["在职", "在职", "失业", ""])
                self.members.append((person, first, last, rng.choice(UNIONS), kind))
        for union in UNIONS[:3]:
            for _ in range(rng.choice([1, 2])):
                first, last = self.span(rng, days) if rng.random() < 0.5 else (None, None)
                self.unions.append((union, first, last, rng.choice(STREETS)))

    def span(self, rng, days):
        first, last = sorted(rng.choice(days) for _ in range(2))
        first = None if rng.random() < 0.3 else first
        last = None if self.without_last or rng.random() < 0.4 else last
        return first, last

    # --- What holds ---

    def held(self, spells, key, day):
        """The values that a key has on a day: of all spells that hold it the one that begins last, and so on."""
        holding = [spell for spell in spells
                   if spell[0] == key and (spell[1] is None or spell[1] <= day) and (spell[2] is None or day <= spell[2])]
        if not holding:
            return None
        return max(holding, key=self.rank)[3:]

    def rank(self, spell):
        early, late = -1, 10 ** 9
        return (early if spell[1] is None else spell[1].toordinal(), late if spell[2] is None else spell[2].toordinal(),
                [self.known(value).encode("utf-8") for value in spell[3:]])

    @staticmethod
    def known(value):
        """States are told as memberships before they are compared."""
        return {"在职": "在籍", "": "在籍", "失业": "会籍保留"}.get(value, value)

    def groups(self, meaning):
        """Union, membership and street of a claim that stands; "" where nobody can be told."""
        if meaning.person is None:
            return {"union": "", "membership": "", "street": ""}
        day = meaning.day
        if self.as_of_treatment and meaning.days_to_payment not in (None, -1):
            day = meaning.treated
        held = self.held(self.members, meaning.person, day)
        if held is None:
            return {"union": NO_MEMBER, "membership": NO_MEMBER, "street": NO_MEMBER}
        street = self.held(self.unions, held[0], meaning.day)
        return {"union": held[0], "membership": self.known(held[1]), "street": street[0] if street else NOT_LISTED}

    # --- How it is written ---

    def keys(self, date_field):
        """The keys of the pipeline file: tables, and fields."""
        until = {} if self.without_last else {"until": ["转出"]}
        as_of = {"asOf": "treatedOn" if self.as_of_treatment else date_field}
        tables = {
            "members": {"files": ["tables/members-*.csv"], "key": {"field": "person", "from": ["会员"]}, "from": ["入会"],
                        **until, "retained": {"from": ["状态"], "values": ["失业"]}, **as_of},
            "unions": {"files": ["tables/unions.csv"], "key": {"field": "union", "from": ["工会"]}, "from": ["起"],
                       **({} if self.without_last else {"until": ["止"]})},
        }
        fields = {
            "union": {"type": "category", "from": {"table": "members", "column": ["工会"]}},
            "membership": {"type": "category", "from": {"table": "members", "take": "membership"}},
            "street": {"type": "category", "from": {"table": "unions", "column": ["街道"]}},
        }
        return tables, fields

    def files(self):
        rng = random.Random(self.order)
        members = list(self.members) + rng.sample(self.members, len(self.members) // 10)
        rng.shuffle(members)
        half = len(members) // 2
        for name, rows in (("1", members[:half]), ("2", members[half:])):
            yield f"tables/members-{name}.csv", text("会员,入会,转出,工会,状态", rows)
        yield "tables/unions.csv", text("工会,起,止,街道", self.unions)


def text(header, rows):
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in rows]
    return "\n".join([header] + lines + [""]).encode("utf-8")


def draw(export):
    """Gives three programmes of ten reference tables."""
    rng = random.Random(f"{export.seed} memberships")
    programme = export.programme
    if rng.random() > 0.3:
        return
    people = sorted({entry.meaning.person for _, entry in export.entries()
                     if entry.meaning.person is not None and not entry.meaning.rejected})
    # Days that claims have, so that first and last days are met.
    days = sorted({entry.meaning.day for _, entry in export.entries() if entry.meaning.day is not None}
                  | {first_day(quarter) for quarter in export.quarters})
    days += [day + timedelta(days=1) for day in days if day < date.max]
    if not people or any("," in person or '"' in person for person in people):
        return
    programme.memberships = Memberships(rng, people, days, "days-to-payment" in programme.measures)
