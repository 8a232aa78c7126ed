"""Random small programmes: what is true of them, and the exports that say it, delivery by delivery."""

from dataclasses import dataclass, field
from random import Random

SCENARIOS = ["single", "year", "restated", "both", "many", "files", "nested", "regrouped", "dominated"]


def quarter_name(ordinal):
    return f"{ordinal // 4}Q{ordinal % 4 + 1}"


@dataclass
class Claim:
    number: int
    person: int
    quarter: int
    month: int
    amount: int
    groups: dict
    # The delivery with which it comes, and that with which it is taken back; None: it stands.
    step: int
    reversed_step: int = None


@dataclass
class Step:
    """A delivery, and the reports that are made once it is there."""
    reports: list
    publishes: bool


@dataclass
class Programme:
    seed: int
    scenario: str
    min_group: int
    first: int
    last: int
    fields: list
    breakdowns: list
    # Of each field that has a table of its own, how many groups are shown by name; None: as many as usual.
    show: int = None
    # Whether each group of `care` comes in files of its own: `column` if a column says so too, `path` if the name alone.
    files: str = None
    # Of each group of `care` the group of `kind` that takes it in.
    kinds: dict = field(default_factory=dict)
    # The share of the p% rule; 0: there is none.
    p_percent: int = 0
    # From a delivery on, what groups of `care` are put into which other ones.
    merged_since: int = 0
    merged: dict = field(default_factory=dict)
    claims: list = field(default_factory=list)
    steps: list = field(default_factory=list)

    def group(self, claim, breakdown, step=-1):
        """The group of a claim, as the pipeline file of a delivery has it."""
        if isinstance(breakdown, list):
            return tuple(claim.groups[name] for name in breakdown)
        return self.named(breakdown, claim.groups[breakdown], step)

    def named(self, breakdown, group, step):
        return self.merged.get(group, group) if breakdown == "care" and step >= self.merged_since else group

    def members(self, breakdown, group, step):
        """The groups of before that one has taken in."""
        return sorted(g for g in {*self.merged, *self.merged.values(), group} if self.named(breakdown, g, step) == group)

    def standing(self, step):
        return [c for c in self.claims
                if c.step <= step and (c.reversed_step is None or c.reversed_step > step)]


def make(seed, scenario):
    rng = Random(f"{seed} {scenario}")
    programme = make_plain(seed, scenario, rng)
    cares = sorted({c.groups["care"] for c in programme.claims})
    if scenario == "files":
        programme.files = rng.choice(["column", "path"])
    elif scenario == "nested":
        programme.kinds = {care: f"Kind{rng.choice('PQR')}" for care in cares}
        programme.fields.append("kind")
        programme.breakdowns.insert(rng.randint(0, 1), "kind")
        for claim in programme.claims:
            claim.groups["kind"] = programme.kinds[claim.groups["care"]]
    elif scenario == "dominated":
        # Some have nearly all of the money of their group.
        programme.p_percent = rng.choice([5, 10, 10, 20])
        for claim in programme.claims:
            if rng.random() < 0.04:
                claim.amount *= rng.choice([50, 400])
    elif scenario == "regrouped" and len(cares) > 1:
        programme.merged_since = rng.randint(1, max(1, len(programme.steps) - 1))
        # As a rule one that may well have been hidden.
        sizes = sorted(cares, key=lambda care: sum(c.groups["care"] == care for c in programme.claims))
        gone = sizes[0] if rng.random() < 0.7 else rng.choice(cares)
        programme.merged = {gone: rng.choice([c for c in cares if c != gone])}
    return programme


# What else is printed of it: as that of another scenario.
BASES = {"files": ["year", "single"], "nested": ["single", "single", "restated"], "regrouped": ["year", "restated", "both"],
         "dominated": ["single", "single", "year"]}


def make_plain(seed, scenario, rng):
    if scenario in BASES:
        kind, scenario = scenario, rng.choice(BASES[scenario])
    else:
        kind = scenario
    year = 2020 + rng.randint(0, 2)
    first = year * 4 + rng.randint(0, 3)
    count = rng.randint(2, 7)
    last = first + count - 1
    fields = ["care"]
    breakdowns = ["care"]
    dice = 1 if kind in BASES else rng.random()
    # With many groups, a solver takes minutes for a table of two fields.
    if dice < (0.05 if scenario == "many" else 0.3):
        fields.append("district")
        breakdowns += ["district", ["care", "district"]]
        if rng.random() < 0.2:
            breakdowns.remove(rng.choice(["care", "district"]))
    elif dice < 0.4:
        breakdowns.append("month")
    elif dice < 0.5:
        fields.append("mon")
        breakdowns.append("mon")
    programme = Programme(
        seed, kind, rng.choice([3, 4, 5, 5, 5, 6]), first, last, fields, breakdowns)
    sizes = [rng.choice([1, 2, 3, 5, 8, 12, 20, 40]) for _ in range(rng.choice([1, 2, 3, 3, 4, 4, 5, 6]))]
    if kind == "nested":
        # Wholes of one part, or of two, and some of more.
        sizes += [rng.choice([2, 3, 5, 8, 12, 20, 40]) for _ in range(3)]
    districts = [rng.choice([1, 2, 4]) for _ in range(rng.randint(2, 3))]
    numbers = iter(range(1, 10 ** 6))
    late = scenario in ("restated", "both")
    if scenario == "many":
        # More groups than are shown by name, many of them small; whoever is in one is often in others, too.
        late = rng.random() < 0.5
        programme.show = rng.choice([1, 2, 3, 3, 3])
        sizes = [rng.choice([1, 2, 3, 5, 5, 8, 8, 12, 12, 20, 40]) for _ in range(rng.randint(programme.show + 2, 9))]
    if scenario in ("single", "restated"):
        # Everything up to the last quarter comes at once.
        step_of = {quarter: 0 for quarter in range(first, last + 1)}
        programme.steps = [Step([last], True)]
        if late:
            programme.steps += [Step([last], True) for _ in range(rng.randint(1, 2))]
    else:
        reported = list(range(max(first, last - rng.randint(1, 4)), last + 1))
        step_of = {quarter: max(0, quarter - reported[0]) for quarter in range(first, last + 1)}
        programme.steps = [Step([quarter], True) for quarter in reported]
        if late and rng.random() < 0.5:
            programme.steps.append(Step(reported[-2:], True))
        if rng.random() < 0.2:
            # An earlier quarter, reported after the fact.
            programme.steps[-1].reports = programme.steps[-1].reports + [rng.randint(first, last)]
    for place, size in enumerate(sizes):
        name = f"Care{chr(65 + place)}"
        for quarter in range(first, last + 1):
            people = 0 if rng.random() < 0.12 else max(0, size + rng.randint(-size // 2 - 1, size // 2 + 1))
            for _ in range(people):
                person = rng.randint(1, 40 + size * 3) + place * rng.choice([0, 1000])
                for _ in range(rng.choice([1, 1, 1, 1, 2])):
                    month = quarter % 4 * 3 + rng.randint(1, 3)
                    programme.claims.append(Claim(
                        next(numbers), person, quarter, month, rng.choice([rng.randint(100, 900_000), 5000]),
                        {"care": name, "month": f"{month}月", "mon": f"M{month}",
                         "district": f"District{'XYZ'[rng.choices(range(len(districts)), districts)[0]]}"},
                        step_of[quarter]))
    if late:
        final = len(programme.steps) - 1
        for claim in programme.claims:
            if rng.random() < 0.03 and claim.step < final:
                claim.step = rng.randint(claim.step + 1, final)
            elif rng.random() < 0.01 and claim.step < final:
                claim.reversed_step = rng.randint(claim.step + 1, final)
    # A quarter can be reported only if claims of it are there.
    for number, step in enumerate(programme.steps):
        known = {claim.quarter for claim in programme.standing(number)}
        step.reports = [quarter for quarter in step.reports if quarter in known]
    return programme


def write_pipeline(programme, path, step=0):
    def source(name):
        if name == "care" and programme.files == "path":
            return '{ path: "export{n}-{care}.csv" }'
        return f"[{name}]"

    def values(name):
        if name != "care" or step < programme.merged_since or not programme.merged:
            return ""
        return ", values: { " + ", ".join(f"{new}: [{old}]" for old, new in programme.merged.items()) + " }"

    fields = "".join(
        f"  {name}: {{ from: {source(name)}, type: category{values(name)} }}\n" for name in programme.fields)
    if "month" in programme.breakdowns:
        fields += "  month: { from: { field: paidOn, take: month }, type: category }\n"
    def written(breakdown):
        if isinstance(breakdown, list):
            return "[" + ", ".join(breakdown) + "]"
        return f"{{ field: {breakdown}, show: {programme.show} }}" if programme.show else breakdown

    breakdowns = ", ".join(map(written, programme.breakdowns))
    share = f", pPercent: {programme.p_percent}%" if programme.p_percent else ""
    start = f"{programme.first // 4}-{programme.first % 4 * 3 + 1:02d}-01"
    path.write_text(f"""name: attacked
since: {start}
inputs:
  - files: ["export*.csv"]
fields:
  claim: {{ from: [no] }}
  person: {{ from: [who], type: text }}
  paidOn: {{ from: [day], type: date }}
  amount: {{ from: [money] }}
  status: {{ from: [state] }}
  reverses: {{ from: [back] }}
{fields}count:
  status: {{ paid: [paid], unpaid: [open], reversed: [taken] }}
quality: {{ minGroup: {programme.min_group}{share} }}
breakdowns: [{breakdowns}]
reports: [json, markdown, html, csv, xlsx]
""")


def write_export(programme, step, path, care=None):
    """The file of one delivery, or those of each group."""
    if programme.files and care is None:
        for care in sorted({c.groups["care"] for c in programme.claims}):
            write_export(programme, step, path.with_stem(f"{path.stem}-{care}"), care)
        return
    fields = [f for f in programme.fields if f != "care" or programme.files != "path"]
    lines = [",".join(["no,who,day,money,state,back", *fields])]

    def line(number, claim, state, back):
        day = f"{claim.quarter // 4}-{claim.month:02d}-{28 if claim.month % 3 == 0 else 3}"
        cells = [number, f"w{claim.person}", day, f"{claim.amount // 100}.{claim.amount % 100:02d}", state, back]
        lines.append(",".join(cells + [claim.groups[name] for name in fields]))

    for claim in programme.claims:
        if care and claim.groups["care"] != care:
            continue
        if claim.step == step:
            line(f"c{claim.number}", claim, "paid", "")
        if claim.reversed_step == step:
            line(f"r{claim.number}", claim, "taken", f"c{claim.number}")
    path.write_text("\n".join(lines) + "\n")
