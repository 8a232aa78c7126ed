"""The count: from what every record means to every figure, by the rules, the slow and obvious way.

Nothing here looks at bytes or cells; see exports.py for how meanings are written.
"""

from collections import Counter

from model import PAID, REVERSED, first_day, last_day, quarter_later, quarter_of


class Count:
    """All figures of one export.

    `fate` says of every entry where the balance puts it: paid, unpaid, reversals,
    duplicates, superseded, rejected or scaffolding; `reason` why it was rejected;
    `left` how much money of a paid claim stands.
    """

    def __init__(self, export):
        self.export = export
        self.fate, self.reason, self.left = {}, {}, {}
        self.of_tables = {}
        self.shared_versions = 0
        self.settle()
        self.claims = [e for e, fate in self.fate.items() if fate == "paid" and not e.meaning.far_off]
        # What counts: claims that no reversal took back whole.
        self.standing = [e for e in self.claims if not self.fully_reversed(e)]
        self.with_claims = {quarter_of(e.meaning.day) for e in self.claims}
        self.first_quarter = min(self.with_claims, default=None)
        self.last_day = max((e.meaning.day for e in self.claims), default=None)
        self.since = export.programme.since or min((e.meaning.day for e in self.claims), default=None)

    # --- Where every record goes ---

    def settle(self):
        programme = self.export.programme
        versions, reversals = {}, []
        for _, entry in self.export.entries():
            meaning = entry.meaning
            if meaning.scaffolding:
                self.fate[entry] = "scaffolding"
            elif meaning.rejected:
                self.reject(entry, meaning.rejected)
            elif meaning.state == REVERSED:
                reversals.append(entry)
            elif not programme.has_claim:
                self.fate[entry] = meaning.state
            else:
                before = versions.get(meaning.claim)
                if before is not None and (says(before), before.meaning.basis) == (says(entry), meaning.basis):
                    self.fate[entry] = "duplicates"
                    continue
                if before is not None:
                    self.fate[before] = "superseded"
                    self.shared_versions += before.meaning.person != meaning.person
                versions[meaning.claim] = entry
                self.fate[entry] = meaning.state

        for entry, fate in self.fate.items():
            if fate == "paid":
                self.left[entry] = entry.meaning.amount

        seen = set()
        for entry in reversals:
            meaning = entry.meaning
            if says(entry) in seen:
                self.fate[entry] = "duplicates"
                continue
            seen.add(says(entry))
            claim = versions.get(meaning.reverses or meaning.claim)
            if claim is None or self.fate[claim] != "paid":
                self.reject(entry, "reversal-without-claim")
            elif meaning.amount > self.left[claim]:
                self.reject(entry, "reversal-exceeds-claim")
            else:
                self.left[claim] -= meaning.amount
                self.fate[entry] = "reversals"

    def reject(self, entry, reason):
        self.fate[entry] = "rejected"
        self.reason[entry] = reason

    def same_records(self):
        """Without claim numbers: of each file how many paid records stand in another one, too; files with none left out."""
        if self.export.programme.has_claim:
            return {}
        found = {file: Counter() for file in self.export.files}
        for file, entry in self.export.entries():
            if self.fate[entry] == "paid" and entry.meaning.person is not None:
                found[file][says(entry)] += 1
        same = Counter()
        for file, records in found.items():
            for record, number in records.items():
                same[file] += min(number, max((others[record] for other, others in found.items() if other is not file),
                                              default=0))
        return {file: number for file, number in same.items() if number}

    def fully_reversed(self, entry):
        return self.left[entry] == 0 and entry.meaning.amount > 0

    def balance(self, file=None):
        """Records and money of each class, of one file or of all."""
        entries = [e for f, e in self.export.entries() if file is None or f is file]
        records, money, reasons, reason_money = Counter(), Counter(), Counter(), Counter()
        for entry in entries:
            fate = self.fate[entry]
            records[fate] += 1
            money[fate] += entry.meaning.money
            if fate == "rejected":
                reasons[self.reason[entry]] += 1
                reason_money[self.reason[entry]] += entry.meaning.money
            if fate == "paid" and self.fully_reversed(entry):
                records["fullyReversed"] += 1
                money["fullyReversed"] += entry.meaning.money
            if fate == "paid" and entry.meaning.person is None:
                records["unidentified"] += 1
                money["unidentified"] += entry.meaning.money
        return records, money, reasons, reason_money

    # --- Figures ---

    def figures(self, first, last, category=None, group=None):
        """People, person-times and money from one day to another, of all or of one group."""
        people, person_times, money = set(), 0, 0
        for entry in self.standing:
            meaning = entry.meaning
            if not first <= meaning.day <= last:
                continue
            if category is not None and self.group_of(entry, category) != group:
                continue
            person_times += 1
            money += self.left[entry]
            if meaning.person is not None:
                people.add(meaning.person)
        return {"recipients": len(people), "personTimes": person_times, "amountMinor": money}

    def quarter_figures(self, quarter, category=None, group=None):
        return self.figures(first_day(quarter), last_day(quarter), category, group)

    def measure(self, name, quarter):
        """Quartiles of the claims of a quarter, and how many are in none; None where there are none."""
        entries = [e for e in self.standing if quarter_of(e.meaning.day) == quarter]
        values = [self.left[e] if name == "median-amount" else e.meaning.days_to_payment for e in entries]
        known = sorted(value for value in values if value is not None and value >= 0)
        if not known:
            return None
        found = {"claims": len(known)}
        for key, part in (("lowerQuartile", 1), ("median", 2), ("upperQuartile", 3)):
            place, rest = divmod(len(known) * part, 4)
            found[key] = known[place] if rest else rounded(known[place - 1] + known[place], 2)
        if name == "days-to-payment":
            found["withoutDay"] = values.count(None)
            found["paidBeforeTreatment"] = values.count(-1)
        return found

    def year_to_date(self, quarter, category=None, group=None):
        return self.figures(first_day((quarter[0], 1)), last_day(quarter), category, group)

    def cumulative(self, quarter, category=None, group=None):
        return self.figures(self.since, last_day(quarter), category, group)

    def groups(self, category, last):
        """Every group that has had a claim up to a quarter's end."""
        return {self.group_of(e, category) for e in self.standing if e.meaning.day <= last_day(last)}

    def group_of(self, entry, category):
        if category in entry.meaning.groups:
            return entry.meaning.groups[category] or "未填"
        if entry not in self.of_tables:
            self.of_tables[entry] = self.export.programme.memberships.groups(entry.meaning)
        return self.of_tables[entry][category] or "未填"

    def years_comparable(self, quarter):
        """Whether this year and the year before have data for the same quarters."""
        numbers = range(1, quarter[1] + 1)
        now = {number for number in numbers if (quarter[0], number) in self.with_claims}
        then = {number for number in numbers if (quarter[0] - 1, number) in self.with_claims}
        return now == then

    def provisional(self, quarter):
        """Whether no payment is dated in the quarter's last seven days or later."""
        return (last_day(quarter) - self.last_day).days >= 7

    def start_missing(self):
        return quarter_of(self.since) < self.first_quarter

    def holes(self, quarter):
        """Quarters without claims between the first one and this one."""
        found, at = [], self.first_quarter
        while at < quarter:
            if at not in self.with_claims:
                found.append(at)
            at = quarter_later(at, 1)
        return found

    def people(self, quarter):
        """First-time and returning recipients of a quarter, and the two averages of recipients."""
        now = [e for e in self.standing if quarter_of(e.meaning.day) == quarter and e.meaning.person is not None]
        earlier = {e.meaning.person for e in self.standing if quarter_of(e.meaning.day) < quarter}
        recipients = {e.meaning.person for e in now}
        averages = (None, None)
        if recipients:
            averages = (rounded(len(now) * 100, len(recipients)),
                        rounded(sum(self.left[e] for e in now), len(recipients)))
        return len(recipients - earlier), len(recipients & earlier), averages[0], averages[1]


def says(entry):
    """All that a record says; two that say the same are one."""
    meaning = entry.meaning
    return (meaning.claim, meaning.reverses, meaning.person, meaning.day, meaning.amount, meaning.state,
            meaning.days_to_payment, tuple(sorted(meaning.groups.items())))


def rounded(number, by):
    """A quotient to a whole number, half away from zero."""
    sign = -1 if (number < 0) != (by < 0) else 1
    return sign * ((2 * abs(number) + abs(by)) // (2 * abs(by)))


def percent_hundredths(now, then):
    """The change in hundredths of a percent; None where the base is zero."""
    return None if then == 0 else rounded((now - then) * 10_000, then)
