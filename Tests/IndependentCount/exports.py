"""Random programmes with their exports, each with a truth of what every record means.

    make(seed)                 an export with the troubles that its seed draws
    make(seed, clean=True)     one without any: only what exports always have
    make(seed, only=["hole"])  one with these troubles alone

The same seed gives the same bytes, on every machine.
"""

from datetime import date, timedelta
import random

import memberships
import rules
import troubles
from model import (PAID, REVERSED, UNPAID, Entry, Export, File, Meaning, Programme, copy_of, first_day, last_day,
                   quarter_later)
from people import bad_resident_id, person_of
from writing import UNREAD_COLUMNS, file_bytes, spell_entry

CSV_NAMES = {
    "claim": ["赔付编号", "ClaimNo", "编号"], "person": ["身份证号", "IdNo", "证件号码"],
    "date": ["打款日期", "PaidDate", "支付时间"], "amount": ["互助金额", "AidAmount", "金额"],
    "status": ["状态", "Status"], "reverses": ["原赔付编号", "ReversesClaimNo"],
    "district": ["所属区", "District"], "care": ["就诊类型", "CareType"], "treatedOn": ["就诊日期", "TreatedDate"],
    "basis": ["自付一", "OutOfPocket"],
}
XML_NAMES = {
    "claim": ["ClaimNo", "@no"], "person": ["IdNo", "Person/IdNo", "Person/@id"],
    "date": ["PaidDate", "Payment/PaidDate"], "amount": ["AidAmount", "Payment/AidAmount", "互助金额"],
    "status": ["Status", "Payment/@status", "状态"], "reverses": ["ReversesClaimNo"],
    "district": ["District", "Person/District", "所属区"], "care": ["CareType", "@care"],
    "treatedOn": ["TreatedDate", "@treated"], "basis": ["OutOfPocket", "@paid"],
}
DISTRICTS = ["白塔区", "中和区", "松岗区", "石桥镇", "青溪区", "东渡区（北）", "Zone B", "金山区", ""]
CARES = ["门诊", "住院", "特殊病种", "Other A", ""]
STATES = {PAID: ["已打款", "已支付"], UNPAID: ["待审核", "拒付"], REVERSED: ["冲正"]}


def make(seed, clean=False, only=None, old_keys=False):
    """The export of a seed. `old_keys` leaves out the pipeline file's newest keys."""
    kinds = [] if clean else troubles.drawn(random.Random(f"{seed} kinds"), only)
    rng = random.Random(f"{seed} programme")
    export = programme_of(seed, rng, kinds, old_keys)
    fill(rng, export, kinds)
    for stage in troubles.STAGES:
        if stage == "cells":
            spelling = random.Random(f"{seed} spelling")
            for file, entry in export.entries():
                spell_entry(spelling, export.programme, file, entry)
        if stage == "files":
            troubles.write_unit_lines(export, random.Random(f"{seed} unit lines"))
        troubles.put_in(export, kinds, stage, lambda kind: random.Random(f"{seed} {kind}"), old_keys)
    if not old_keys:
        memberships.draw(export)
    return export


def bytes_of(export):
    """Every file of an export: its path and its bytes."""
    rng = random.Random(f"{export.seed} bytes")
    yield "pipeline.yaml", export.programme.yaml().encode("utf-8")
    for file in export.files:
        yield file.path, file_bytes(rng, export.programme, file)
    if export.programme.memberships:
        yield from export.programme.memberships.files()


# --- The programme and its files ------------------------------------------------------------

def programme_of(seed, rng, kinds, old_keys):
    first = (rng.randrange(2016, 2022), rng.randrange(1, 5))
    count = rng.randrange(2, 11)
    if "hole" in kinds:
        count = max(count, 5)
    quarters = [quarter_later(first, index) for index in range(count)]
    if "hole" in kinds:
        length = rng.randrange(1, min(3, count - 3) + 1)
        start = rng.randrange(1, count - length)
        del quarters[start:start + length]

    programme = Programme()
    programme.since = rng.choice([None, first_day(first), date(first[0] - 3, 5, 1)])
    programme.has_claim = rng.random() < 0.9
    programme.has_status = rng.random() < 0.85
    programme.has_reverses = programme.has_claim and programme.has_status and rng.random() < 0.8
    programme.date_field = rng.choice(["paidOn", "paidOn", "settledOn"])
    programme.person_type = rng.choice(["resident-id", "resident-id", "text"])
    programme.other_documents = rng.choice(["reject", "accept"])
    programme.invalid = rng.choice(["reject", "reject", "unidentified"])
    programme.categories = rng.choice([["district"], ["district", "care"], ["care"]])
    for name in programme.categories + (["reverses"] if programme.has_reverses else []):
        if rng.random() < 0.3:
            programme.optional.add(name)
    programme.min_group = rng.choice([0, 0, 0, 3, 5])
    programme.max_rejected = rng.choice([0.9, 0.9, 0.9, 0.9, 0.6, 0.02])
    if kinds:
        programme.max_rejected = 0.95
    troubles.prepare(programme, kinds, rng)
    if not old_keys:
        programme.measures = random.Random(f"{seed} measures").choice(
            [[], ["median-amount"], ["days-to-payment"], ["days-to-payment", "median-amount"]])
    if "days-to-payment" in programme.measures:
        programme.optional.add("treatedOn")
    if not old_keys:
        rules.draw(programme, seed, quarters)
    # Without a claim number no reversal could find its claim.
    programme.states = {state: words for state, words in STATES.items() if programme.has_claim or state != REVERSED}

    later = [q for q in quarters if q >= quarters[len(quarters) // 2]]
    quarter = quarters[-1] if rng.random() < 0.6 else rng.choice(later)
    files = files_of(rng, programme, kinds)
    export = Export(seed, programme, files, quarter, quarters)
    export.asks_latest = rng.random() < 0.2
    return export


def files_of(rng, programme, kinds):
    """One to four files, in the order in which they are counted, and the inputs that name them."""
    wanted = troubles.wanted_formats(kinds)
    formats = [rng.choice(["csv", "csv", "xml"]) for _ in range(rng.randrange(1, 5))]
    formats = formats[:4 - len(wanted)] + sorted(wanted - set(formats[:4 - len(wanted)]))
    rng.shuffle(formats)

    files, used_names = [], {name: [] for name in programme.fields}
    index = 0
    while index < len(formats):
        # One input holds one file, or several of a kind by a glob.
        length = 1
        while index + length < len(formats) and formats[index + length] == formats[index] and rng.random() < 0.5:
            length += 1
        folder = f"in{len(programme.inputs)}"
        format = formats[index]
        paths = sorted({f"{folder}/{rng.choice(['claims', '导出', 'Q'])}-{rng.randrange(100, 999)}.{format}"
                        for _ in range(length)}, key=lambda path: path.encode("utf-8"))
        chosen = [file_of(rng, programme, path, format, used_names) for path in paths]
        source = {"files": [f"{folder}/*.{format}"] if len(paths) > 1 or rng.random() < 0.5 else paths}
        if format == "xml":
            source["format"] = "xml"
            source["record"] = "Claim"
        elif len(chosen) == 1:
            if rng.random() < 0.3:
                source["encoding"] = {"gb18030": rng.choice(["gb18030", "gbk"]), "utf-8": "utf-8"}.get(
                    chosen[0].encoding, "utf-16")
            if rng.random() < 0.3:
                source["delimiter"] = {",": "comma", "\t": "tab", ";": "semicolon", "|": "pipe"}[chosen[0].delimiter]
        programme.inputs.append(source)
        files += chosen
        index += length
    programme.names = {name: sorted(set(names)) or [f"没有的列{name}"] for name, names in used_names.items()}
    return files


def file_of(rng, programme, path, format, used_names):
    file = File(path=path, format=format)
    choices = CSV_NAMES if format == "csv" else XML_NAMES
    for name in programme.fields:
        file.names[name] = rng.choice(choices["date" if name == programme.date_field else name])
    for name in sorted(programme.optional):
        if rng.random() < 0.3:
            del file.names[name]
    for name, written in file.names.items():
        used_names[name].append(written)
    if format == "csv":
        file.encoding, file.byte_order_mark = rng.choice([
            ("utf-8", False), ("utf-8", True), ("gb18030", False), ("gb18030", False),
            ("utf-16-le", True), ("utf-16-be", True)])
        file.delimiter = rng.choice([",", ",", ",", "\t", ";", "|"])
        file.quoting = rng.choice(["needed", "needed", "all", "some"])
        file.line_end = rng.choice(["\n", "\r\n"])
        file.final_line_end = rng.random() < 0.9
        unread = [rng.choice(names) for names in UNREAD_COLUMNS.values() if rng.random() < 0.6]
        file.columns = list(file.names) + unread
        rng.shuffle(file.columns)
    else:
        file.encoding, file.byte_order_mark, file.label = rng.choice([
            ("utf-8", False, "UTF-8"), ("utf-8", True, "utf-8"), ("gb18030", False, "GB18030"),
            ("gb18030", False, "GBK"), ("utf-16-le", True, "UTF-16")])
        file.namespace = rng.choice(["", "", "urn:example:claims"])
    return file


# --- What the records say -------------------------------------------------------------------

def fill(rng, export, kinds):
    """Claims of every quarter, then what becomes of them: repeats, corrections, reversals, rejects."""
    programme = export.programme
    size = rng.randrange(12, 45) * (20 if rng.random() < 0.03 else 1)
    if "xml-field-rare" in kinds:
        size = 110 * len(export.files) // len(export.quarters) + 30
    if "amount-scale" in kinds:
        size = max(size, 60 * len(export.files) // len(export.quarters) + 30)
    if "personal-data" in kinds:
        size = max(size, 200 // len(export.quarters))
    people = [person_of(rng, programme, index) for index in range(max(8, size * len(export.quarters) * 2 // 3))]
    numbers = claim_numbers(rng)
    by_quarter = rng.random() < 0.5 and len(export.files) <= len(export.quarters)
    changed_people = 0
    treatments = random.Random(f"{export.seed} treatments")
    bases = random.Random(f"{export.seed} bases")

    for position, quarter in enumerate(export.quarters):
        for index in range(size):
            meaning = Meaning(
                claim=next(numbers) if programme.has_claim else "",
                person=rng.choice(people),
                day=day_in(rng, quarter, last=index == 0),
                amount=int(10 ** rng.uniform(3, 5.7)),
                groups={name: groups_of(rng, name) for name in programme.categories})
            meaning.treated = treated_of(treatments, programme, meaning.day)
            rules.give_basis(bases, programme, meaning)
            if programme.has_status and rng.random() < 0.06:
                meaning.state = UNPAID
            home = position * len(export.files) // len(export.quarters) if by_quarter else rng.randrange(len(export.files))
            entry = Entry(meaning)
            put(export, home, entry)
            if index < 3:
                continue
            if programme.has_claim and programme.has_status and meaning.state == PAID and rng.random() < 0.06:
                for reversal in reversals_of(rng, programme, meaning, numbers):
                    put(export, rng.randrange(len(export.files)), Entry(reversal))
            dice = rng.random() if programme.has_claim else rng.uniform(0.17, 1)
            if dice < 0.05:
                put(export, later_file(rng, export, home), Entry(copy_of(meaning)))
            elif dice < 0.11:
                changed, changed_people = corrected(rng, programme, meaning, people, changed_people, export.quarters)
                if treatments.random() < 0.2:
                    changed.treated = treated_of(treatments, programme, changed.day)
                if programme.rules and bases.random() < 0.3:
                    rules.give_basis(bases, programme, changed, amount=bases.random() < 0.5)
                put(export, later_file(rng, export, home), Entry(changed))
            elif 0.17 < dice < 0.6 and meaning.state == UNPAID:
                entry.forced = {name: "" for name in ("person", "amount", programme.date_field) if rng.random() < 0.5}
                meaning.person = None if "person" in entry.forced else meaning.person
                meaning.amount = None if "amount" in entry.forced else meaning.amount
                meaning.day = None if programme.date_field in entry.forced else meaning.day
            elif 0.17 < dice < 0.25:
                put(export, rng.randrange(len(export.files)), rejected(rng, programme, export, meaning, numbers))
    for file in export.files:
        rng.shuffle(file.entries)
        for entry in file.entries:
            for name in programme.categories:
                if name not in file.names and name in entry.meaning.groups:
                    entry.meaning.groups[name] = ""
            if "reverses" not in file.names:
                entry.meaning.reverses = ""
            if "treatedOn" not in file.names:
                entry.meaning.treated = None
            if "basis" not in file.names:
                entry.meaning.basis = None
            settle_format(file, entry)


def put(export, index, entry):
    export.files[index].entries.append(entry)


def later_file(rng, export, home):
    return rng.randrange(home, len(export.files))


def settle_format(file, entry):
    """What cannot be written in this kind of file is written as something that can."""
    if entry.surplus and file.format == "xml" or entry.broken_bytes and (
            file.format == "xml" or file.encoding.startswith("utf-16")):
        entry.surplus, entry.broken_bytes = 0, False
        entry.meaning.rejected = "bad-amount"
        entry.meaning.amount, entry.forced["amount"] = None, "--"


def day_in(rng, quarter, last=False):
    start, end = first_day(quarter), last_day(quarter)
    if last:
        return end - timedelta(days=rng.randrange(3))
    return start + timedelta(days=rng.randrange((end - start).days + 1))


def treated_of(rng, programme, paid):
    """A day of treatment before a payment; sometimes none, one behind it, or one that is too far off."""
    if "days-to-payment" not in programme.measures or rng.random() < 0.1:
        return None
    if rng.random() < 0.05:
        return paid + timedelta(days=rng.randrange(1, 40))
    if rng.random() < 0.05:
        return paid - timedelta(days=rng.choice([0, 16_381, 16_382, 20_000, 2_000]))
    return paid - timedelta(days=int(10 ** rng.uniform(0, 2.3)) - 1)


def groups_of(rng, name):
    pool = DISTRICTS if name == "district" else CARES
    # Some groups are rare, so that small ones have to be withheld.
    return pool[min(rng.randrange(len(pool)), rng.randrange(len(pool)))] if rng.random() < 0.7 else rng.choice(pool)


def corrected(rng, programme, meaning, people, changed_people, quarters):
    """A later version of a claim that says something else."""
    dice = rng.randrange(5)
    if dice == 0 and changed_people < 3:
        return copy_of(meaning, person=rng.choice(people)), changed_people + 1
    if dice == 1:
        return copy_of(meaning, day=day_in(rng, rng.choice(quarters))), changed_people
    if dice == 2 and programme.has_status:
        return copy_of(meaning, state=UNPAID if meaning.state == PAID else PAID), changed_people
    if dice == 3:
        name = rng.choice(programme.categories)
        return copy_of(meaning, groups={**meaning.groups, name: groups_of(rng, name)}), changed_people
    return copy_of(meaning, amount=meaning.amount + rng.randrange(1, 5000)), changed_people


def reversals_of(rng, programme, meaning, numbers):
    """One or two records that take a claim back: whole, in part, too much, or from a claim that is not there."""
    kind = rng.choice(["whole", "part", "twice", "parts", "too much", "no claim"])
    amounts = {"whole": [meaning.amount], "part": [meaning.amount // 3], "twice": [meaning.amount // 2] * 2,
               "parts": [meaning.amount // 2, meaning.amount // 4], "too much": [meaning.amount + 1],
               "no claim": [meaning.amount]}[kind]
    names = meaning.claim if kind != "no claim" else next(numbers)
    own = names if not programme.has_reverses or rng.random() < 0.3 else next(numbers)
    found = []
    for index, amount in enumerate(amounts):
        if index and kind == "parts" and own != names:
            own = next(numbers)
        found.append(copy_of(meaning, state=REVERSED, claim=own, amount=amount,
                             reverses=names if own != names else ""))
    return found


def claim_numbers(rng):
    style = rng.choice(["letters", "dashes", "digits"])
    serial = rng.randrange(1, 500)
    year = rng.randrange(2016, 2022)
    while True:
        serial += rng.randrange(1, 4)
        if style == "letters":
            yield f"HZ{year}{serial:08d}"
        elif style == "dashes":
            yield f"hz-{year}-{serial:06d}"
        else:
            # Twenty digits of which the last is never 0, as a bank numbers its payments.
            yield f"{year}0501" + f"{serial:09d}" + f"{(serial * 7919) % 99:02d}" + str(serial % 9 + 1)


# --- Rejects --------------------------------------------------------------------------------

def rejected(rng, programme, export, like, numbers):
    """A record that cannot be counted, and what is written in its bad field."""
    meaning = copy_of(like, claim=next(numbers) if programme.has_claim else "", state=PAID, reverses="")
    if meaning.person is None or meaning.day is None or meaning.amount is None:
        meaning = copy_of(meaning, person=None, day=date(2020, 1, 1), amount=100)
    entry = Entry(meaning)
    reasons = ["malformed-record", "bad-date", "bad-amount", "missing-person", "damaged-person"]
    if programme.has_claim:
        reasons += ["missing-claim", "damaged-claim"]
    if programme.has_status:
        reasons.append("unknown-status")
    strict = programme.person_type == "resident-id" and programme.other_documents == "reject"
    if strict:
        reasons.append("bad-person")
    reason = rng.choice(reasons)
    meaning.rejected = reason
    if reason == "malformed-record":
        if rng.random() < 0.5:
            entry.surplus = rng.choice([1, -1])
        else:
            entry.broken_bytes = True
    elif reason == "missing-claim":
        entry.forced["claim"] = rng.choice(["", " ", "\u3000"])
    elif reason == "damaged-claim":
        entry.forced["claim"] = "2.02301E+17"
    elif reason == "unknown-status":
        entry.forced["status"] = rng.choice(["退回中", "", "paid?"])
    elif reason == "bad-date":
        entry.forced[programme.date_field] = rng.choice(["2021-02-30", "", "明天", "31/12/2021", "2021-13-01"])
    elif reason == "bad-amount":
        meaning.amount = None
        entry.forced["amount"] = rng.choice(["-5.00", "", "abc", "1.23456789", "12,34.5", "1e3"])
    elif reason == "missing-person":
        entry.forced["person"] = rng.choice(["", " "])
    elif reason == "damaged-person":
        entry.forced["person"] = "9.90101E+17"
    else:
        entry.forced["person"] = bad_resident_id(rng)
    if reason in ("damaged-person", "bad-person") and programme.invalid == "unidentified" \
            and programme.person_type == "resident-id":
        meaning.rejected = ""
        meaning.person = None
    return entry
