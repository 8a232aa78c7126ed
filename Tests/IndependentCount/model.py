"""The words that the independent count is written in.

A programme has files, a file has entries in order, and each entry knows two
things: the text that is written for it, and what that text means by the rules
of counting. Whoever makes an export sets both; whoever counts looks at the
meaning alone, so nothing here ever has to read a file back.
"""

from dataclasses import dataclass, field
from datetime import date
import json

PAID, UNPAID, REVERSED = "paid", "unpaid", "reversed"

# The order in which reasons apply: the first that fits is the record's reason.
REASONS = [
    "malformed-record", "missing-claim", "damaged-claim", "unknown-status", "bad-date",
    "bad-amount", "zero-amount", "missing-person", "damaged-person", "bad-person",
]


# --- Quarters -------------------------------------------------------------------------------

def quarter_of(day):
    """The quarter of a day, as (2023, 2)."""
    return (day.year, (day.month + 2) // 3)


def quarter_name(quarter):
    return f"{quarter[0]:04d}Q{quarter[1]}"


def quarter_later(quarter, count):
    index = quarter[0] * 4 + quarter[1] - 1 + count
    return (index // 4, index % 4 + 1)


def first_day(quarter):
    return date(quarter[0], quarter[1] * 3 - 2, 1)


def last_day(quarter):
    return date(quarter[0], quarter[1] * 3, 31 if quarter[1] in (1, 4) else 30)


# --- Records --------------------------------------------------------------------------------

@dataclass
class Meaning:
    """What one record says, by the rules of counting. Money is in fen and never negative."""

    state: str = PAID
    claim: str = ""
    person: str | None = None        # None: nobody can be told
    day: date | None = None
    amount: int | None = None
    groups: dict = field(default_factory=dict)   # category: value, "" where it is empty
    basis: int | None = None         # None: not said, or not to be understood; what rules work the aid out from
    treated: date | None = None      # None: not said, or not to be understood
    reverses: str = ""               # the claim that a reversal names; "" is its own number
    rejected: str = ""               # why it cannot be counted
    scaffolding: bool = False        # a line that is no record: a total, a header, blanks
    far_off: bool = False            # dated where no quarter of the programme is

    def reject(self, reason):
        """Rejected for this reason, unless an earlier one applies already."""
        if not self.rejected or REASONS.index(reason) < REASONS.index(self.rejected):
            self.rejected = reason

    @property
    def days_to_payment(self):
        """None: not known; -1: paid before the treatment."""
        if self.treated is None or self.day is None:
            return None
        days = (self.day - self.treated).days
        return None if days > 16_381 else max(days, -1)

    @property
    def money(self):
        """What the balance counts for it: nothing if the amount cannot be understood."""
        return 0 if self.rejected == "malformed-record" else self.amount or 0

    @property
    def plain(self):
        """Whether it is an ordinary paid record that troubles may be put into."""
        return (self.state == PAID and not self.rejected and not self.scaffolding and not self.far_off
                and self.person is not None)


def copy_of(meaning, **changes):
    copy = Meaning(**{**meaning.__dict__, "groups": dict(meaning.groups)})
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy


@dataclass(eq=False)
class Entry:
    """One line of a CSV file or one element of an XML file, with what it means."""

    meaning: Meaning
    cells: dict = field(default_factory=dict)    # field: text
    forced: dict = field(default_factory=dict)   # field: text that stands whatever the meaning says
    note: str = ""                               # text of a column that nothing reads
    name: str = ""                               # and of another
    row: list | None = None                      # all cells of a line that has no fields
    surplus: int = 0                             # cells too many (1) or too few (-1)
    broken_bytes: bool = False                   # a byte that no encoding knows
    other_encoding: bool = False                 # written in another encoding than its file
    bare: bool = False                           # written without quotes
    cut_quote: bool = False                      # its last cell opens a quote and never closes it
    absent: set = field(default_factory=set)     # XML: fields whose element is left out
    empty_line: bool = False                     # nothing at all on the line
    above: bool = False                          # stands above the header
    tail: str = ""                               # what stands at the end of the file in its place
    mark: bool = False                           # a byte-order mark stands before it


@dataclass(eq=False)
class File:
    """One export: its entries and how they are written."""

    path: str = ""
    format: str = "csv"
    encoding: str = "utf-8"                      # Python's name of it
    byte_order_mark: bool = False
    names: dict = field(default_factory=dict)    # field: column, or path of an element or attribute
    columns: list = field(default_factory=list)  # CSV: fields and unread columns, in order
    delimiter: str = ","
    quoting: str = "needed"                      # needed, all, some
    line_end: str = "\n"
    final_line_end: bool = True
    label: str | None = None                     # XML: the encoding it says it is in
    namespace: str = ""
    unit: str = "元"                             # what its amounts are written in
    unit_line: str = ""                          # CSV: a cell above the header that says so
    parent_fields: set = field(default_factory=set)   # XML: fields that stand on the parent element
    header_texts: dict = field(default_factory=dict)  # CSV: a column's name as it is written, where that differs
    spreadsheet: bool = False                    # XML: written as a spreadsheet's own XML
    merged: tuple | None = None                  # CSV: columns below one cell of a header of two lines: first, count, text
    header_surplus: int = 0                      # CSV: delimiters at the end of the header that no record has
    row_surplus: int = 0                         # CSV: delimiters at the end of all lines below it that the header lacks
    serials: bool = False                        # its days are numbers, as a spreadsheet counts them
    entries: list = field(default_factory=list)


@dataclass(eq=False)
class Programme:
    """What the pipeline file says."""

    name: str = "independent"
    since: date | None = None
    time_zone: str | None = None                 # None: the key is left out
    has_claim: bool = True
    has_status: bool = True
    has_reverses: bool = True
    date_field: str = "paidOn"
    person_type: str = "resident-id"
    other_documents: str = "reject"
    invalid: str = "reject"
    categories: list = field(default_factory=list)
    measures: list = field(default_factory=list)
    optional: set = field(default_factory=set)
    names: dict = field(default_factory=dict)    # field: names that it goes by
    unit: str | None = None
    date_forms: list = field(default_factory=list)
    values: dict = field(default_factory=dict)   # category: {name: [other spellings]}
    states: dict = field(default_factory=dict)   # class: words
    zero_amount: str | None = None
    min_group: int = 0
    max_rejected: float = 0.9
    max_shared_claims: str | None = None
    inputs: list = field(default_factory=list)   # dictionaries as they are written
    rules: object = None                         # the programme's rules (rules.py); None: there are none
    memberships: object = None                   # reference tables (memberships.py); None: there are none

    @property
    def fields(self):
        named = ["claim"] if self.has_claim else []
        named += ["person", self.date_field, "amount"]
        named += ["status"] if self.has_status else []
        named += ["reverses"] if self.has_reverses else []
        named += ["basis"] if self.rules else []
        named += ["treatedOn"] if "days-to-payment" in self.measures else []
        return named + self.categories

    @property
    def breakdowns(self):
        return self.categories + (["union", "membership", "street"] if self.memberships else [])

    def yaml(self):
        """The pipeline file. Its values are JSON, which is YAML too."""
        fields = {}
        for name in self.fields:
            key = {"from": self.names[name]}
            if name == "person":
                key["type"] = self.person_type
                if self.person_type == "resident-id":
                    key["otherDocuments"] = self.other_documents
                    key["invalid"] = self.invalid
            if name == "amount" and self.unit:
                key["unit"] = self.unit
            if name == self.date_field:
                key["type"] = "date"
                if self.date_forms:
                    key["dateForms"] = self.date_forms
            if name == "treatedOn":
                key["type"] = "date"
            if name in self.categories:
                key["type"] = "category"
                if name in self.values:
                    key["values"] = self.values[name]
            if name in self.optional:
                key["optional"] = True
            fields[name] = key
        counting = {}
        if self.date_field != "paidOn":
            counting["period"] = self.date_field
        if self.has_status:
            counting["status"] = self.states
        if self.zero_amount:
            counting["zeroAmount"] = self.zero_amount
        document = {"name": self.name}
        if self.since:
            document["since"] = self.since.isoformat()
        if self.time_zone:
            document["timeZone"] = self.time_zone
        document["inputs"] = self.inputs
        if self.memberships:
            document["tables"], more = self.memberships.keys(self.date_field)
            fields |= more
        document["fields"] = fields
        document["count"] = counting
        document["breakdowns"] = self.breakdowns
        document["measures"] = self.measures
        if self.rules:
            document["rules"] = self.rules.keys()
        document["quality"] = {"maxRejected": f"{self.max_rejected * 100:g}%", "minGroup": self.min_group}
        if self.max_shared_claims:
            document["quality"]["maxSharedClaims"] = self.max_shared_claims
        document["reports"] = ["json"]
        lines = []
        for key, value in document.items():
            if key == "fields":
                lines.append("fields:")
                lines += [f"  {name}: {as_json(value[name])}" for name in value]
            elif value not in ({}, []):
                lines.append(f"{key}: {value if isinstance(value, str) else as_json(value)}")
        return "\n".join(lines) + "\n"


def as_json(value):
    return json.dumps(value, ensure_ascii=False)


# --- What is expected of a run --------------------------------------------------------------

@dataclass(eq=False)
class Doubt:
    """A finding that the report owes, because figures are not what a reader would take them for.

    With entries, it is due where some of them stand in the figures, and as many of the others that they are held
    against.
    """

    kind: str
    codes: tuple
    entries: list = field(default_factory=list)
    others: list = field(default_factory=list)
    least: int = 1


@dataclass(eq=False)
class Refusal:
    """A reason to refuse the whole run; what its message says (a regular expression)."""

    kind: str
    says: str
    must: bool = True


@dataclass(eq=False)
class Secret:
    """A text that no published file may hold; with an entry, if that stands in the figures."""

    what: str
    text: str
    entry: Entry | None = None


@dataclass(eq=False)
class Export:
    """A whole example: pipeline file, files, and what is expected of a run on them."""

    seed: int
    programme: Programme
    files: list
    quarter: tuple                               # the quarter to report
    quarters: list                               # those that the programme has claims in
    kinds: list = field(default_factory=list)    # the troubles that were put in
    refusals: list = field(default_factory=list)
    doubts: list = field(default_factory=list)
    words: list = field(default_factory=list)    # findings that are good to have; figures are right anyway
    secrets: list = field(default_factory=list)  # what no published file may hold
    asks_latest: bool = False                    # run without --quarter

    def entries(self):
        for file in self.files:
            for entry in file.entries:
                yield file, entry

    def plain_entries(self, format=None):
        return [(file, entry) for file, entry in self.entries()
                if entry.meaning.plain and not entry.forced and (format is None or file.format == format)]
