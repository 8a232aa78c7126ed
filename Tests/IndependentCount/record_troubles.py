"""Troubles of records: what they mean, what their money is in, how their cells are written.

Each function puts one trouble into an export, changes text and meaning alike,
and says what a run owes: nothing (the figures must be right), a finding
(`Doubt`), or a refusal. It returns whether it found a place to be put in.

`old` leaves out pipeline keys that only newer versions know.
"""

from datetime import date, datetime, timedelta, timezone
import math
import zoneinfo

from model import (PAID, REVERSED, UNPAID, Doubt, Entry, Refusal, Secret, copy_of, first_day, last_day, quarter_later,
                   quarter_of)
from people import personal_text
from writing import in_unit


def some(rng, found, most):
    """A random few of what was found: at least one, at most `most`."""
    return rng.sample(found, min(len(found), rng.randrange(1, most + 1))) if found else []


# --- What records mean ----------------------------------------------------------------------

def shared_claims(export, rng, old):
    """One claim number on several people, as when a spreadsheet cut it or numbers start anew each year."""
    places = export.plain_entries()
    many = rng.random() < 0.3
    count = max(15, len(places) // 10) if many else rng.randrange(1, 5)
    if len(places) < 3 * count:
        return False
    chosen = rng.sample(places, 2 * count)
    pairs = [(chosen[i][1], chosen[i + 1][1]) for i in range(0, 2 * count, 2)]
    pairs = [(one, other) for one, other in pairs if one.meaning.person != other.meaning.person]
    for one, other in pairs:
        other.meaning.claim = one.meaning.claim
    if not pairs:
        return False
    if many and not old and rng.random() < 0.3:
        export.programme.max_shared_claims = "100%"
    export.doubts.append(Doubt("shared-claims", ("shared-claim-numbers",), [e for pair in pairs for e in pair]))
    return True


def cut_claims(export, rng, old):
    """Many claim numbers of one file went through a spreadsheet: behind the 15th digit all is 0."""
    file = rng.choice(export.files)
    if len(file.entries) < 20:
        return False
    share = rng.choice([0.4, 0.7, 1])
    length = rng.randrange(18, 21)
    serial = rng.randrange(1, 1000)
    for entry in file.entries:
        meaning = entry.meaning
        if meaning.scaffolding or {"claim", "amount"} & set(entry.forced) or rng.random() > share:
            continue
        # A few share their first fifteen digits, so that they would swallow each other.
        serial += rng.randrange(0, 3)
        meaning.claim = "20" + f"{21_000_000_000 + serial:013d}" + "0" * (length - 15)
        meaning.reject("damaged-claim")
    return True


def overlap(export, rng, old):
    """An export begins with records of the one before, and no claim numbers tell that they are the same."""
    if export.programme.has_claim or len(export.files) < 2:
        return False
    later = rng.randrange(1, len(export.files))
    file, other = export.files[rng.randrange(later)], export.files[later]
    plain = [entry for entry in file.entries if entry.meaning.plain and not entry.forced]
    many = rng.random() < 0.5
    chosen = rng.sample(plain, min(len(plain), rng.randrange(20, 60) if many else rng.randrange(1, 5)))
    for entry in chosen:
        meaning = copy_of(entry.meaning)
        for name in export.programme.categories:
            if name not in other.names:
                meaning.groups[name] = ""
        if "treatedOn" not in other.names:
            meaning.treated = None
        if "basis" not in other.names:
            meaning.basis = None
        other.entries.insert(rng.randrange(len(other.entries) + 1), Entry(meaning))
    return bool(chosen)


def far_off_dates(export, rng, old):
    """Days that mean "none" in some system, and slips of the finger."""
    days = [date(1, 1, 1), date(1900, 1, 1), date(1899, 12, 30), date(1970, 1, 1), date(2099, 12, 31), date(9999, 12, 31)]
    chosen = some(rng, export.plain_entries(), 5)
    for _, entry in chosen:
        entry.meaning.day = rng.choice(days)
        entry.meaning.far_off = True
    if chosen:
        export.doubts.append(Doubt("far-off-dates", ("far-off-dates",), [entry for _, entry in chosen]))
    return bool(chosen)


def hole(export, rng, old):
    """Quarters without any claim between the first and the reported one; the programme was made so."""
    known = [quarter for quarter in export.quarters if quarter <= export.quarter]
    export.doubts.append(Doubt("hole", ("quarters-without-claims", "cumulative-incomplete")))
    return any(later != quarter_later(earlier, 1) for earlier, later in zip(known, known[1:]))


def zero_amounts(export, rng, old):
    chosen = some(rng, export.plain_entries(), 6)
    policy = None if old else rng.choice([None, None, "count", "reject", "ignore"])
    export.programme.zero_amount = policy
    for _, entry in chosen:
        entry.meaning.amount = 0
        if policy == "reject":
            entry.meaning.reject("zero-amount")
        if policy == "ignore":
            entry.meaning.state = UNPAID
            if export.programme.has_status:
                entry.forced["status"] = export.programme.states[PAID][0]
    if policy in (None, "count"):
        export.doubts.append(Doubt("zero-amounts", ("zero-amounts",), [entry for _, entry in chosen]))
    return bool(chosen)


SIMILAR = {
    "白塔区": ["白 塔 区", "\u2f69塔区"], "石桥镇": ["石桥 镇", "\u2f6f桥镇"], "青溪区": ["青  溪区", "\u2fad溪区"],
    "东渡区（北）": ["东渡区(北)", "东渡区 （北）"], "Zone B": ["ZONE B", "ZoneB", "zone  b"], "金山区": ["\u2fa6山区"],
    "Other A": ["other a", "OtherA"], "特殊病种": ["特殊 病种"], "门诊": ["门 诊"], "住院": ["住　院"],
}

ODD_SPELLINGS = {spelling for spellings in SIMILAR.values() for spelling in spellings}


def similar_groups(export, rng, old):
    """One group under several spellings; `values:` in the pipeline file may say so."""
    name = rng.choice(export.programme.categories)
    mapped = not old and rng.random() < 0.4
    places = [(f, e) for f, e in export.plain_entries() if e.meaning.groups[name] in SIMILAR and name in f.names]
    chosen = some(rng, places, 12)
    touched = []
    for _, entry in chosen:
        group = entry.meaning.groups[name]
        spelling = rng.choice(SIMILAR[group])
        entry.forced[name] = spelling
        touched.append(entry)
        if mapped:
            export.programme.values.setdefault(name, {}).setdefault(group, [])
            if spelling not in export.programme.values[name][group]:
                export.programme.values[name][group].append(spelling)
        else:
            entry.meaning.groups[name] = spelling
    if touched and not mapped:
        export.doubts.append(Doubt("similar-groups", ("similar-groups",), touched))
    return bool(touched)


def totals_word_in_claim(export, rng, old):
    """Real claims one of whose groups is called as a total is; they are records all the same."""
    name = rng.choice(export.programme.categories)
    always = {"claim", "person", "amount", export.programme.date_field}
    places = [(f, e) for f, e in export.plain_entries("csv")
              if name in f.names and always & set(f.columns[:f.columns.index(name)])]
    chosen = some(rng, places, 6)
    for _, entry in chosen:
        entry.meaning.groups[name] = rng.choice(["合计", "小计", "累计", "Total"])
    return bool(chosen)


def rare_groups(export, rng, old):
    """Groups of one person alone: as they are withheld, their names must be nowhere."""
    name = rng.choice(export.programme.categories)
    places = [(f, e) for f, e in export.plain_entries() if name in f.names]
    chosen = some(rng, places, 3)
    for index, (_, entry) in enumerate(chosen):
        entry.meaning.groups[name] = f"孤例{rng.randrange(100, 999)}号组{index}"
        export.secrets.append(Secret("the name of a withheld group", entry.meaning.groups[name], entry))
    return bool(chosen)


def personal_data(export, rng, old):
    """ID, telephone or card numbers, or names, where a group should stand."""
    name = rng.choice(export.programme.categories)
    kind = rng.choice(["ids", "phones", "cards", "names"])
    places = [(f, e) for f, e in export.plain_entries() if name in f.names]
    few = kind != "names" and rng.random() < 0.3
    if kind != "names":
        places = rng.sample(places, min(len(places), rng.randrange(1, 4) if few else max(10, len(places) // 3)))
    if not places or not few and len(places) < 10 or kind == "names" and len(places) < 100:
        return False
    for index, (_, entry) in enumerate(places):
        text = personal_text(rng, kind, index)
        entry.meaning.groups[name] = text
        if kind != "names":
            export.secrets.append(Secret("a person's number", text))
    export.refusals.append(Refusal("personal-data", "personal-data-in-category|personal data", must=not few))
    return True


# --- Money ----------------------------------------------------------------------------------

def rename_amount(export, file, name):
    """Another name for the amount of one file, which the pipeline file then lists."""
    file.names["amount"] = name
    export.programme.names["amount"] = sorted(
        {f.names["amount"] for f in export.files})


def unit_names(rng, file, unit):
    if file.format == "xml":
        return f"互助金额_{unit}"
    return rng.choice([f"互助金额（{unit}）", f"互助金额({unit})", f"互助金额/{unit}", f"互助金额_{unit}"])


def unit_column(export, rng, old):
    """A column whose name, or the pipeline file, says that it is in 万元."""
    if old or rng.random() < 0.6:
        for file in some(rng, export.files, len(export.files)):
            file.unit = rng.choice(["万元", "万元", "千元", "分", "元"])
            rename_amount(export, file, unit_names(rng, file, file.unit))
    else:
        unit = rng.choice(["万元", "千元", "百元", "角", "分"])
        export.programme.unit = unit
        for file in export.files:
            file.unit = unit
    return True


def unit_cells(export, rng, old):
    """Cells that name their own unit, among others that name none."""
    chosen = some(rng, [(f, e) for f, e in export.plain_entries() if f.unit == "元"], 20)
    for _, entry in chosen:
        unit = rng.choice(["万元", "千元", "元"])
        entry.forced["amount"] = in_unit(entry.meaning.amount, unit) + rng.choice(["", " "]) + unit
        if unit != "元":
            export.words.append(("unit-cells", ("amount-units",)))
    return bool(chosen)


def unit_contradicts(export, rng, old):
    """The column says one unit, the pipeline file another."""
    if old:
        return False
    file = rng.choice(export.files)
    rename_amount(export, file, unit_names(rng, file, "万元"))
    export.programme.unit = rng.choice(["元", "千元"])
    export.refusals.append(Refusal("unit-contradicts", "unit|says 万元"))
    return True


def unit_cell_contradicts(export, rng, old):
    """The column says 万元 and a few cells say 元: they cannot be understood."""
    file = rng.choice(export.files)
    file.unit = "万元"
    rename_amount(export, file, unit_names(rng, file, "万元"))
    chosen = some(rng, [e for f, e in export.plain_entries() if f is file], 5)
    for entry in chosen:
        entry.forced["amount"] = in_unit(entry.meaning.amount, "元") + "元"
        entry.meaning.reject("bad-amount")
        entry.meaning.amount = None
    return bool(chosen)


UNIT_LINES = ["单位：{}", "单位:{}", "（单位：{}）", "金额单位：{}", "赔付明细表（单位：{}）", "赔付明细（{}）", "计量单位： {}", "单位：{}、人"]


def unit_line(export, rng, old):
    """A line above the header says what amounts are in; sometimes the pipeline file says another unit."""
    places = [file for file in export.files if file.format == "csv"]
    for file in some(rng, places, len(places)):
        file.unit = rng.choice(["万元", "万元", "千元", "百元", "元"])
        file.unit_line = rng.choice(UNIT_LINES).format(file.unit)
    told = [file for file in export.files if file.unit_line]
    if told and not old and rng.random() < 0.15:
        export.programme.unit = "元" if told[0].unit != "元" else "万元"
        export.refusals.append(Refusal("unit-line", "amounts are in"))
    return bool(told)


def amount_scale(export, rng, old):
    """A file, or where there is one file alone a quarter, in 万元, and nothing says so."""
    alone = len(export.files) == 1
    file = rng.choice(export.files)
    quarter = rng.choice(export.quarters)

    def belongs(entry_file, entry):
        if alone:
            return entry.meaning.day is not None and quarter_of(entry.meaning.day) == quarter
        return entry_file is file

    plain = export.plain_entries()
    inside = [e for f, e in plain if belongs(f, e)]
    if len(inside) < 30 or len(plain) - len(inside) < 30:
        return False
    for entry_file, entry in export.entries():
        if entry.meaning.amount is None:
            continue
        # Large claims, so that two decimals of 万元 still show something.
        fen = entry.meaning.amount * 100
        entry.meaning.amount = max(1, round(fen / 10_000)) if belongs(entry_file, entry) else fen
    outside = [e for f, e in plain if not belongs(f, e)]
    export.doubts.append(Doubt("amount-scale", ("amount-scale",), inside, outside, least=30))
    return True


# --- How cells are written ------------------------------------------------------------------

IGNORABLE = "\u00ad\u034f\u061c\u115f\u180b\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202e\u2060\u2063\u2066\u2069" \
    "\u3164\ufe0f\ufeff\uffa0\U000e0001\U000e0041"
CONTROLS = "\x00\x00\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9f"


def invisible(export, rng, old):
    """Characters that nobody sees, in what tells claims, people, states and groups apart."""
    programme = export.programme
    chosen = some(rng, [(file, entry) for file, entry in export.entries()
                        if not entry.meaning.rejected and not entry.meaning.scaffolding and not entry.forced], 25)
    touched = False
    for file, entry in chosen:
        # The commonest ones most often.
        pool = "\u200b\u200b\u200b\ufeff\ufeff\u200e\u202c" + IGNORABLE + (CONTROLS if file.format == "csv" else "")
        keys = [name for name in programme.fields if name in file.names]
        name = rng.choice(keys)
        if name in (programme.date_field, "amount", "basis", "treatedOn"):
            pool = IGNORABLE
        text = entry.cells.get(name, "").strip()
        if text.startswith(("'", "=")):
            continue
        for _ in range(rng.randrange(1, 3)):
            place = rng.randrange(len(text) + 1)
            text = text[:place] + rng.choice(pool) + text[place:]
        entry.cells[name] = text
        touched = True
        if file.format == "csv" and rng.random() < 0.03:
            column = file.names[name]
            file.header_texts[name] = column[:1] + rng.choice("\u200b\ufeff\u00ad") + column[1:]
        if name not in (programme.date_field, "amount", "basis", "treatedOn"):
            export.words.append(("invisible", ("invisible-characters",)))
    return touched


def offset_dates(export, rng, old):
    """Days written as instants in another zone, around midnight at the ends of quarters."""
    programme = export.programme
    if not old:
        programme.time_zone = rng.choice(
            [None, "Asia/Shanghai", "UTC", "Asia/Kolkata", "Europe/Berlin", "America/New_York"])
    home = zoneinfo.ZoneInfo(programme.time_zone or "Asia/Shanghai")
    chosen = some(rng, export.plain_entries(), 30)
    for _, entry in chosen:
        meaning = entry.meaning
        if rng.random() < 0.6:
            quarter = quarter_of(meaning.day)
            meaning.day = rng.choice([first_day(quarter), last_day(quarter)])
        hour = rng.choice([0, 0, 1, 5, 7, 8, 12, 16, 22, 23, 23])
        local = datetime(meaning.day.year, meaning.day.month, meaning.day.day, hour, rng.randrange(60),
                         rng.randrange(60), tzinfo=home)
        instant = local.astimezone(timezone.utc)
        if instant.astimezone(home).replace(tzinfo=None) != local.replace(tzinfo=None):
            continue   # an hour that the change to summer time leaves out
        minutes = rng.choice([0, 0, 0, 60, -60, 480, -300, 330, 765, -720])
        written = instant.astimezone(timezone(timedelta(minutes=minutes)))
        sign, size = "-" if minutes < 0 else "+", abs(minutes)
        offset = rng.choice([f"{sign}{size // 60:02d}:{size % 60:02d}", f"{sign}{size // 60:02d}{size % 60:02d}"])
        if size % 60 == 0 and rng.random() < 0.3:
            offset = f"{sign}{size // 60:02d}"
        if size == 0 and rng.random() < 0.7:
            offset = "Z"
        form = rng.choice(["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S.000", "%Y-%m-%d %H:%M:%S"])
        entry.cells[programme.date_field] = written.strftime(form) + offset
    return bool(chosen)


WEEKDAYS = "一二三四五六日"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def full_width(text):
    """Signs, digits and letters of ASCII at full width."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" if c == " " else c for c in text)


def clock(rng):
    """A time of day in one of many ways, of which nothing counts but that it is one."""
    hour, minute, second = rng.randrange(24), rng.randrange(60), rng.randrange(60)
    half = hour % 12 or 12
    return rng.choice([
        f"{hour}:{minute:02d}", f"{hour:02d}:{minute:02d}:{second:02d}", f"{'上午' if hour < 12 else '下午'} {half}:{minute:02d}",
        f"{'上午' if hour < 12 else '下午'}{half}:{minute:02d}:{second:02d}", f"{half}:{minute:02d} {'AM' if hour < 12 else 'PM'}",
        f"{half:02d}:{minute:02d}:{second:02d} {'am' if hour < 12 else 'pm'}", f"{hour:02d}时{minute:02d}分",
        f"{hour}时{minute}分{second}秒", full_width(f"{hour}:{minute:02d}")])


def rare_day(rng, day):
    """A day in a form that has one reading alone."""
    year, month, number, weekday = day.year, day.month, day.day, WEEKDAYS[day.weekday()]
    mark = rng.choice(["-", "/", ".", "\uff0d", "\uff0f", "\uff0e", "\u2013", "\u2212"])
    plain = rng.choice([
        f"{year}{mark}{month}{mark}{number}", f"{year}{mark}{month:02d}{mark}{number:02d}", f"{year}年{month}月{number}日",
        f"{year} 年 {month} 月 {number} 日", f"{year}年{month:02d}月{number:02d}号", full_width(f"{year}-{month:02d}-{number:02d}"),
        f"{number}-{MONTHS[month - 1]}-{year}", f"{MONTHS[month - 1]} {number}, {year}",
        f"{number:02d} {MONTHS[month - 1].upper()} {year}", f"{number}-{month}月-{year}"])
    dice = rng.randrange(6)
    if dice == 0:
        return plain + rng.choice(["", " "]) + rng.choice(["星期", "周"]) + weekday
    if dice == 1:
        return plain + rng.choice([f"（周{weekday}）", f" 星期{weekday} "]) + clock(rng)
    if dice == 2:
        return f"{year}{month:02d}{number:02d} {rng.randrange(24):02d}{rng.randrange(60):02d}{rng.randrange(60):02d}"
    return plain if dice == 3 else plain + rng.choice([" ", "  ", "\u3000"]) + clock(rng)


def date_forms(export, rng, old):
    """Days in the ways of spreadsheets and people that have one reading alone."""
    chosen = some(rng, export.plain_entries(), 40)
    for _, entry in chosen:
        entry.cells[export.programme.date_field] = rare_day(rng, entry.meaning.day)
    return bool(chosen)


def told_date_forms(export, rng, old):
    """Days that have several readings; the pipeline file says which."""
    if old or export.programme.date_forms:
        return False
    form = rng.choice(["yy/m/d", "d/m/yyyy", "m/d/yyyy", "d/m/yy", "m/d/yy", "d-mon-yy"])
    export.programme.date_forms = [form]
    name = export.programme.date_field
    for _, entry in export.entries():
        if entry.cells.get(name) == "31/12/2021":
            entry.cells[name] = entry.forced[name] = "明天"
    chosen = [(f, e) for f, e in some(rng, export.plain_entries(), 40) if 1970 <= e.meaning.day.year < 2070]
    for _, entry in chosen:
        year, month, day = entry.meaning.day.year, entry.meaning.day.month, entry.meaning.day.day
        mark = rng.choice("/-.")
        text = {"yy/m/d": f"{year % 100:02d}{mark}{month}{mark}{day}", "d/m/yyyy": f"{day}{mark}{month:02d}{mark}{year}",
                "m/d/yyyy": f"{month:02d}{mark}{day:02d}{mark}{year}", "d/m/yy": f"{day}{mark}{month}{mark}{year % 100:02d}",
                "m/d/yy": f"{month}{mark}{day}{mark}{year % 100:02d}",
                "d-mon-yy": f"{day}-{rng.choice([MONTHS[month - 1], f'{month}月'])}-{year % 100:02d}"}[form]
        entry.cells[name] = text + rng.choice(["", "", " 9:30"])
    return bool(chosen)


def serial_of(rng, day, epoch):
    """A day as a spreadsheet counts it, maybe with the time of day."""
    number = str((day - epoch).days)
    return number + rng.choice(["", "", "", ".5", f".{rng.randrange(10 ** 10):010d}", ".0"])


def serial_dates(export, rng, old):
    """All days of a file are numbers, as where a spreadsheet has lost that they are dates."""
    programme = export.programme
    name = programme.date_field
    file = rng.choice(export.files)
    dated = [e for e in file.entries if e.meaning.day is not None and name not in e.forced]
    if len(dated) < 30 or any(e.meaning.far_off for e in file.entries):
        return False
    told = not old and not programme.date_forms and rng.random() < 0.5
    form = rng.choice(["serial-1900", "serial-1904"]) if told else "serial-1900"
    epoch = date(1899, 12, 30) if form == "serial-1900" else date(1904, 1, 1)
    for entry in dated:
        entry.cells[name] = serial_of(rng, entry.meaning.day, epoch)
    file.serials = True
    if told:
        programme.date_forms = [form]
    else:
        export.doubts.append(Doubt("serial-dates", ("serial-dates",)))
    return True


def loose_serials(export, rng, old):
    """A few days are numbers, among others that are dates: they cannot be understood, and it is told what they are."""
    programme = export.programme
    if any(form.startswith("serial") for form in programme.date_forms):
        return False
    chosen = some(rng, [(f, e) for f, e in export.plain_entries() if not f.serials], 4)
    for _, entry in chosen:
        entry.cells[programme.date_field] = serial_of(rng, entry.meaning.day, date(1899, 12, 30))
        entry.meaning.reject("bad-date")
        export.words.append(("loose-serials", ("serial-dates",)))
    return bool(chosen)


def noisy(fen):
    """An amount as arithmetic in binary may leave it: seventeen digits of a number beside it."""
    value = fen / 100
    for noise in (math.nextafter(value, math.inf), math.nextafter(value, 0)):
        text = repr(noise)
        if "e" not in text:
            return text
    return f"{fen // 100}.{fen % 100:02d}"


def amount_forms(export, rng, old):
    """Amounts in the ways of accounts, spreadsheets and people."""
    entries = [(f, e) for f, e in export.entries() if f.unit == "元" and e.meaning.state in (PAID, REVERSED) and e.meaning.amount
               and not e.meaning.rejected and not e.meaning.scaffolding and not e.forced]
    chosen = some(rng, entries, 40)
    # Reversals are few, and alone may be negative.
    chosen += [place for place in entries if place[1].meaning.state == REVERSED and place not in chosen]
    for _, entry in chosen:
        fen = entry.meaning.amount
        plain = rng.choice([f"{fen // 100}.{fen % 100:02d}", f"{fen // 100:,}.{fen % 100:02d}"])
        texts = [full_width(plain), f"￥{plain}元", f"人民币{plain}元", f"RMB{plain}", f"CNY {plain}", f"{plain} CNY", f"{plain}元整",
                 f"人民币 {plain}", f"+{plain}", noisy(fen), full_width(f"+{plain}")]
        if entry.meaning.state == REVERSED:
            texts += [f"({plain})", f"（{plain}）", f"(￥{plain})", f"{plain}-", f"\u2212{plain}", f"\uff0d{plain}", f"\u2013{plain}",
                      f"￥\u2212{plain}", full_width(f"({plain})")] * 2
        entry.cells["amount"] = rng.choice(texts)
    return bool(chosen)


def amount_commas(export, rng, old):
    """Decimal commas, and third decimals that are no noise: they cannot be understood, and are never something else."""
    chosen = some(rng, [(f, e) for f, e in export.plain_entries() if f.unit == "元" and e.meaning.amount], 5)
    for _, entry in chosen:
        fen = entry.meaning.amount
        entry.cells["amount"] = rng.choice([
            f"{fen // 100},{fen % 100:02d}", f"1.234,{fen % 100:02d}", f"{fen // 100}.{fen % 100:02d}4",
            f"{fen // 100}.{fen % 100:02d}3000000000001", f"{fen // 100}."])
        entry.meaning.reject("bad-amount")
        entry.meaning.amount = None
    return bool(chosen)
