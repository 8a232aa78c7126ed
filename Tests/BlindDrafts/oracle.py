"""Computes what each slot of the templates should say, prints it as a newspaper would, and decides
whether a printed figure can fairly be said of the exact value.

Names in slots, all of the page's quarter unless a lag is given:
    R0 T0 M0      recipients, person-times, money in yuan; R1 of the quarter before, R4 of a year earlier
    YR0 YM4       the same from 1 January to the quarter's end
    Mh0 Mo0       of inpatients (住院) and outpatients (门诊); a b c d e f: six districts; u v w: the
                  districts with the most, second and third most recipients in the page's quarter
    dR4 pM1       change and percent against the quarter with that lag
    sMh0          share of the group in the whole, in percent; csMh4 its change in percentage points
    S('M',0,3)    the sum over the quarters with lags 0 to 3; S('T',0,1,'h') of a group
    SINCE('M')    the sum since the data begin; RUN('M',4) quarters of unbroken rise up to this one
    RANK('u','M') the district's place by that measure; OVER('R',60) how many districts have more than that
    x             the district with the fourth most recipients (for conditions against ties)
    QD YD         days of the quarter, days from 1 January to its end

    python3 oracle.py [--folder paragraphs] [--print NAME]
"""
import argparse
import calendar
import json
import math
import pathlib
import re
import unicodedata
from fractions import Fraction

GROUPS = {"h": "care=住院", "o": "care=门诊", "a": "district=明湖区", "b": "district=石桥区",
          "c": "district=西浦区", "d": "district=青溪区", "e": "district=东渡区", "f": "district=白塔区"}
NAME = re.compile(r"(cs|d|p|s)?(Y)?([RTM])([a-z]?)(\d?)$")
CHINESE_QUARTER = "一二三四"
SPANS = ["一季度", "上半年", "前三季度", "全年"]
DAYS = {3: 31, 6: 30, 9: 30, 12: 31}
ENGLISH_QUARTER = ["first", "second", "third", "fourth"]
ENGLISH_SPAN = ["first quarter", "first half", "first nine months", "whole"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"]


class Unknown(Exception):
    pass


FULL = str.maketrans("0123456789", "０１２３４５６７８９")


def renamed(group, names):
    """The group as it is called in another programme than the sample's."""
    field, _, name = group.partition("=")
    return field + "=" + names.get(field, {}).get(name, name)


class Truth:
    def __init__(self, path=None):
        path = path or pathlib.Path(__file__).with_name("truth.json")
        names = path.with_name("names.json")
        names = json.loads(names.read_text(encoding="utf-8")) if names.is_file() else {}
        self.groups = {letter: renamed(group, names) for letter, group in GROUPS.items()}
        self.quarters = {}
        for entry in json.loads(path.read_text(encoding="utf-8"))["quarters"]:
            year, number = entry["quarter"].split("Q")
            self.quarters[int(year) * 4 + int(number) - 1] = entry
        self.first, self.last = min(self.quarters), max(self.quarters)

    def level(self, measure, quarter, group=None, ytd=False):
        entry = self.quarters.get(quarter)
        if entry is None:
            raise Unknown
        if ytd and quarter // 4 == self.first // 4:
            raise Unknown  # the data begin within that year
        figures = entry["ytd" if ytd else "all"]
        if group is not None:
            figures = entry["ytdGroups" if ytd else "groups"].get(group)
        value = None if figures is None else figures[measure]
        if value is None:
            raise Unknown
        return Fraction(value, 100) if measure == "M" else Fraction(value)

    def districts(self, quarter, measure="R"):
        entry = self.quarters[quarter]["groups"]
        named = [(-v[measure], k) for k, v in entry.items() if k.startswith("district=") and v[measure] is not None
                 and not k.endswith("未填")]
        return [k for _, k in sorted(named)]


def days_of(quarter, months):
    """The days of so many months up to the end of the quarter."""
    year, end = quarter // 4, quarter % 4 * 3 + 3
    return Fraction(sum(calendar.monthrange(year, month)[1] for month in range(end - months + 1, end + 1)))


class Names(dict):
    """The names of one page; the districts u, v, w stay those of the page's own quarter."""

    def __init__(self, truth, quarter, own=None):
        super().__init__()
        self.truth, self.quarter = truth, quarter
        self.groups = dict(truth.groups)
        self.groups.update(zip("uvwx", truth.districts(quarter if own is None else own)))
        self["S"], self["SINCE"], self["RUN"], self["RANK"] = self.total, self.since, self.run, self.rank
        self["OVER"] = self.over
        self["QD"], self["YD"] = days_of(quarter, 3), days_of(quarter, quarter % 4 * 3 + 3)
        self["abs"], self["qn"], self["first"] = abs, quarter % 4 + 1, quarter - truth.first

    def total(self, measure, start, end, group=None):
        if measure == "R":
            raise Unknown  # people do not add up
        return sum(self.truth.level(measure, self.quarter - lag, self.groups.get(group)) for lag in range(start, end + 1))

    def since(self, measure):
        return self.total(measure, 0, self.quarter - self.truth.first)

    def run(self, measure, lag):
        count, quarter = 0, self.quarter
        while quarter - lag in self.truth.quarters and \
                self.truth.level(measure, quarter) > self.truth.level(measure, quarter - lag):
            count, quarter = count + 1, quarter - 1
        return Fraction(count)

    def rank(self, group, measure):
        return Fraction(self.truth.districts(self.quarter, measure).index(self.groups[group]) + 1)

    def over(self, measure, limit):
        """Districts with more than the limit; the hidden ones have fewer than the limits that are asked for."""
        return Fraction(sum(self.truth.level(measure, self.quarter, key) > limit
                            for key in self.truth.districts(self.quarter, measure)))

    def __missing__(self, name):
        match = NAME.match(name)
        if not match:
            raise KeyError(name)
        kind, ytd, measure, letter, lag = match.groups()
        group, lag, ytd = self.groups.get(letter), int(lag or 0), bool(ytd)
        if letter and group is None:
            raise KeyError(name)

        def level(back, of=group):
            return self.truth.level(measure, self.quarter - back, of, ytd)

        if kind is None:
            return level(lag)
        if kind == "s":
            return level(lag) / level(lag, None) * 100
        if kind == "cs":
            return level(0) / level(0, None) * 100 - level(lag) / level(lag, None) * 100
        change = level(0) - level(lag)
        return change if kind == "d" else change / level(lag) * 100


def value(expression, names):
    return eval(expression, {"__builtins__": {}}, names)


# ---------------------------------------------------------------- printing

DIGITS = "零一二三四五六七八九"


def chinese(text, traditional=False):
    """九百八十六, 十三点五; below ten thousand before the point."""
    whole, _, decimals = text.partition(".")
    number, out, zero = int(whole), "", False
    if number >= 10000:
        high, low = divmod(number, 10000)
        rest = "" if low == 0 else ("零" if low < 1000 else "") + chinese(str(low))
        out = chinese(str(high)) + ("萬" if traditional else "万") + rest
    elif number == 0:
        out = "零"
    else:
        for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = number // place % 10
            if digit:
                if zero and out:
                    out += "零"
                if not (place == 10 and digit == 1 and out == ""):
                    out += DIGITS[digit]
                out += unit
                zero = False
            else:
                zero = True
    if decimals:
        out += ("點" if traditional else "点") + "".join(DIGITS[int(d)] for d in decimals)
    return out


def grouped(text, mark):
    whole, point, decimals = text.partition(".")
    parts = []
    while len(whole) > 3:
        parts.insert(0, whole[-3:])
        whole = whole[:-3]
    return mark.join([whole] + parts) + point + decimals


FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def formal(text):
    """壹拾叁万伍仟, as on vouchers."""
    out = chinese(text)
    return (("一" if out.startswith("十") else "") + out).translate(FORMAL)


SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
         "seventeen eighteen nineteen").split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def english(text):
    """nine hundred and eighty-six, twenty-three point nine; below a million before the point."""
    whole, _, decimals = text.partition(".")
    number = int(whole)
    if number < 20:
        out = SMALL[number]
    elif number < 100:
        out = TENS[number // 10] + ("-" + SMALL[number % 10] if number % 10 else "")
    elif number < 1000:
        out = SMALL[number // 100] + " hundred" + (" and " + english(str(number % 100)) if number % 100 else "")
    else:
        rest = number % 1000
        out = english(str(number // 1000)) + " thousand" + \
            ("" if rest == 0 else " and " + english(str(rest)) if rest < 100 else " " + english(str(rest)))
    return out + (" point " + " ".join(SMALL[int(d)] for d in decimals) if decimals else "")


# Parts of a whole that writers name: 四分之三, three-quarters.
PARTS = ["1/4", "1/3", "1/2", "2/3", "3/4", "4/5"]
ENGLISH_PARTS = {"1/4": "a quarter", "1/3": "a third", "1/2": "half", "2/3": "two-thirds", "3/4": "three-quarters",
                 "4/5": "four-fifths"}
POWERS = {1: "十", 2: "百", 3: "千", 4: "万", 5: "十万", 6: "百万"}

STYLES = {
    "": lambda t: t,
    ",": lambda t: grouped(t, ","),
    "_": lambda t: grouped(t, " "),
    "f": lambda t: t.translate(str.maketrans("0123456789.", "０１２３４５６７８９．")),
    "z": chinese,
    "t": lambda t: chinese(t, True),
    "F": lambda t: grouped(t, ",").translate(str.maketrans("0123456789.,", "０１２３４５６７８９．，")),
    "D": formal,
    "e": english,
    "T": lambda t: t,
}


def rounded(value, decimals):
    """Half up, as newspapers do, as a decimal text."""
    scaled = value * 10 ** decimals
    whole = math.floor(abs(scaled) + Fraction(1, 2))
    return as_text(whole, decimals)


def as_text(whole, decimals):
    if decimals == 0:
        return str(whole)
    text = str(whole).rjust(decimals + 1, "0")
    return text[:-decimals] + "." + text[-decimals:]


def stripped(text):
    return text.rstrip("0").rstrip(".") if "." in text else text


# The codes: d whole; y Y to so many decimals (y drops .00); w W in 万; k 千; V "W" for 万; b 亿; m 百万; u 13万5千;
# p x a P percents, times and means; o n cut or raised to so many digits; wo wn po pn co cn the same in 万, percent, 成;
# qo qn parts of a whole; ce 五成六; h 半; j 九百八十几; g 上千; v 翻一番.
FORM = re.compile(r"([,_fFztTDe]?)(wo|wn|po|pn|co|cn|ce|qo|qn|[dyYwWkpPxaoniIVbmujgvh])(\d?)(\^\d+)?([<>~]?)$")


class Printed:
    """A figure as it is printed: digits (a plain decimal text), scale, style, unit sign, hedge."""

    def __init__(self, digits, scale, style, sign, hedge, cut, family):
        self.digits, self.scale, self.style, self.sign = digits, scale, style, sign
        self.hedge, self.cut, self.family = hedge, cut, family

    def but(self, **changes):
        other = Printed(self.digits, self.scale, self.style, self.sign, self.hedge, self.cut, self.family)
        other.__dict__.update(changes)
        return other

    def text(self):
        if self.family == "cheng":
            body = "两" if self.digits == "2" and self.style != "" else STYLES[self.style](self.digits)
        elif self.family in WORDED:
            body = WORDED[self.family](self)
        else:
            body = STYLES[self.style](self.digits)
        if self.cut and self.cut < len(body):
            body = body[:self.cut] + "\n" + body[self.cut:]
        return body + self.sign

    def number(self):
        if self.family == "doubled":
            return Fraction(2) ** int(self.digits)
        return Fraction(self.digits) * self.scale

    def step(self):
        """One in the last place that is meant; zeros at the end of a whole number may be rounding."""
        if self.family in ("part", "half", "tens", "power", "doubled", "tenths"):
            return Fraction(self.scale)
        if "." in self.digits:
            return Fraction(self.scale) / 10 ** len(self.digits.partition(".")[2])
        zeros = len(self.digits) - len(self.digits.rstrip("0")) if len(self.digits) > 2 else 0
        return Fraction(self.scale) * 10 ** zeros

    def fair_of(self, exact):
        """May it fairly be said of that exact value? Rounding up, down and half up all count as fair."""
        exact, said, step = abs(exact), self.number(), self.step()
        if self.family == "tens":
            return said < exact < said + 10
        if self.family == "power":
            return said <= exact < said * 10
        if self.family == "doubled":
            return said <= exact < said * 2
        if self.hedge == ">":
            return exact >= said
        if self.hedge == "<":
            return said * Fraction(4, 5) <= exact <= said
        if self.hedge == "~":
            return abs(exact - said) < max(step, said / 20)
        if self.family == "exact":
            return exact == said
        return abs(exact - said) < step

    def plainly_false_of(self, exact):
        """Beyond doubt: `余` and `近` leave some room that no reader would quarrel over."""
        exact, said = abs(exact), self.number()
        if self.fair_of(exact):
            return False
        if self.family in ("power", "doubled"):
            return exact < said  # too little said of it is no falsehood
        if self.hedge == "<" and exact < said:
            return exact < said * Fraction(7, 10)
        return True


def part(self):
    above, _, below = self.digits.partition("/")
    if self.style == "e":
        return ENGLISH_PARTS[self.digits]
    return "一半" if self.digits == "1/2" else chinese(below) + "分之" + chinese(above)


def mixed(self):
    """13万5千, 十三万五千."""
    whole, _, thousands = self.digits.partition(".")
    put, wan = STYLES[self.style], "萬" if self.style == "t" else "万"
    return put(whole) + wan + (put(thousands) + "千" if thousands.strip("0") else "")


# Figures that are words in whole or in part.
WORDED = {
    "part": part,
    "mixed": mixed,
    "tenths": lambda self: chinese(str(int(self.digits) // 10)) + "成" + chinese(str(int(self.digits) % 10)).strip("零"),
    "half": lambda self: "半" if self.digits == "5" else chinese(self.digits) + "成",
    "tens": lambda self: chinese(str(int(self.digits) * 10), self.style == "t") + ("幾" if self.style == "t" else "几"),
    "power": lambda self: "上" + POWERS[len(self.digits) - 1],
    "doubled": lambda self: "翻了" + ("两" if self.digits == "2" else chinese(self.digits)) + "番",
}


def printed(form, exact):
    match = FORM.match(form)
    if not match:
        raise ValueError("form " + form)
    style, code, number, cut, hedge = match.groups()
    cut = int(cut[1:]) if cut else 0
    exact, n = abs(exact), int(number or 0)
    wan = "萬" if style in ("t", "T") else "万"

    def make(digits, scale=1, sign="", family="rounded", default=""):
        return Printed(digits, scale, style, sign, hedge or default, cut, family)

    if code == "d":
        if exact.denominator != 1:
            raise ValueError("not whole")
        return make(str(exact.numerator), family="exact")
    if code == "y":
        text = rounded(exact, n)
        return make(text[:-3] if text.endswith(".00") else text)
    if code == "Y":
        return make(rounded(exact, n))
    if code in "wW":
        text = rounded(exact / 10000, n)
        return make(stripped(text) if code == "w" else text, 10000, wan)
    if code == "k":
        return make(stripped(rounded(exact / 1000, n)), 1000, "千")
    if code in "pxa":
        return make(stripped(rounded(exact, n)))
    if code == "P":
        return make(rounded(exact, n))
    if code in "on":  # whole numbers cut or raised to n significant digits
        whole = math.floor(exact) if code == "o" else math.ceil(exact)
        place = 10 ** max(len(str(whole)) - n, 0)
        whole = whole // place * place if code == "o" else -(-whole // place) * place
        return make(str(whole), default=">" if code == "o" else "<")
    if code == "V":
        return make(stripped(rounded(exact / 10000, n)), 10000, "W")
    if code == "b":
        return make(stripped(rounded(exact / 10 ** 8, n)), 10 ** 8, "億" if style in ("t", "T") else "亿")
    if code == "m":
        return make(stripped(rounded(exact / 10 ** 6, n)), 10 ** 6, "百萬" if style in ("t", "T") else "百万")
    if code == "u":
        return make(rounded(exact / 10000, 1), 10000, family="mixed")
    if code in ("qo", "qn"):
        fitting = [p for p in PARTS if (Fraction(p) * 100 <= exact) == (code == "qo")]
        return make(fitting[-1] if code == "qo" else fitting[0], 100, family="part", default=">" if code == "qo" else "<")
    if code == "h":
        return make("5", 10, family="half", default=">")
    if code == "j":
        return make(str(math.floor(exact / 10)), 10, family="tens", default="j")
    if code == "g":
        return make("1" + "0" * (len(str(math.floor(exact))) - 1), family="power", default=">")
    if code == "v":
        return make(str(math.floor(exact).bit_length() - 1), family="doubled", default=">")
    if code in ("wo", "wn"):
        scaled = exact / 10000 * 10 ** n
        whole = math.floor(scaled) if code == "wo" else math.ceil(scaled)
        return make(stripped(as_text(whole, n)), 10000, wan, default=">" if code == "wo" else "<")
    if code in ("po", "pn"):
        whole = math.floor(exact) if code == "po" else math.ceil(exact)
        return make(str(whole), default=">" if code == "po" else "<")
    if code == "ce":
        return make(rounded(exact, 0), family="tenths")
    if code in ("co", "cn"):
        whole = math.floor(exact / 10) if code == "co" else math.ceil(exact / 10)
        return make(str(whole), 10, "成", "cheng", ">" if code == "co" else "<")
    raise ValueError("form " + form)


# ---------------------------------------------------------------- templates

class Template:
    def __init__(self, path):
        head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
        self.name, self.fields = path.stem, {}
        for line in head.splitlines():
            key, _, rest = line.partition(":")
            self.fields[key.strip()] = rest.strip()
        self.kind = self.fields["kind"]
        self.body = body
        self.suffix = self.fields.get("file", "txt")
        self.need = self.fields.get("need", "")
        self.count = int(self.fields.get("pages", "2"))
        self.wrap = int(self.fields.get("wrap", "0"))
        self.fold = int(self.fields.get("fold", "0"))
        self.tabs, self.fill = int(self.fields.get("tabs", "0")), self.fields.get("fill", "half")


class Slot:
    def __init__(self, start, end, expression, form, shown, alternatives, exact):
        self.start, self.end, self.expression, self.form = start, end, expression, form
        self.shown, self.alternatives, self.exact = shown, alternatives, exact


class Other:
    def __init__(self, start, end):
        self.start, self.end = start, end


class Direction:
    def __init__(self, start, end, here, opposite):
        self.start, self.end, self.here, self.opposite = start, end, here, opposite
        self.slots = []


class Page:
    def __init__(self, template, quarter, text, slots, others, directions):
        self.template, self.quarter, self.text = template, quarter, text
        self.slots, self.others, self.directions = slots, others, directions

    def name(self):
        return "%s@%dQ%d" % (self.template.name, self.quarter // 4, self.quarter % 4 + 1)

    def date(self):
        year, month = issue(self.quarter)
        return "%d-%02d-16" % (year, month)


def issue(quarter):
    year, month = quarter // 4, quarter % 4 * 3 + 4
    return (year + 1, 1) if month > 12 else (year, month)


def words(truth, quarter, names):
    year, n, before = quarter // 4, quarter % 4, quarter - 1
    date = issue(quarter)
    end = n * 3 + 3
    out = {"Y": year, "Y1": year - 1, "Y2": year - 2, "N": CHINESE_QUARTER[n], "n": n + 1,
           "PY": before // 4, "PN": CHINESE_QUARTER[before % 4], "SPAN": SPANS[n], "EM": end, "ED": DAYS[end],
           "BM": end - 2, "DY": date[0], "DM": date[1], "EN": ENGLISH_QUARTER[n],
           "PEN": ENGLISH_QUARTER[before % 4], "ESPAN": ENGLISH_SPAN[n], "DMON": MONTHS[date[1] - 1],
           "EMON": MONTHS[end - 1], "ZY": "".join("〇一二三四五六七八九"[int(d)] for d in str(year))}
    out.update({"YY": year % 100, "YY1": year % 100 - 1, "MG": year - 1911, "MG1": year - 1912, "qn": n + 1,
                "FY": str(year).translate(FULL), "FY1": str(year - 1).translate(FULL), "Fn": str(n + 1).translate(FULL),
                "BMON": MONTHS[end - 3], "DY1": date[0] - 1})
    for lag in range(12):  # the quarter with that lag
        out["LY%d" % lag], out["LN%d" % lag] = (quarter - lag) // 4, CHINESE_QUARTER[(quarter - lag) % 4]
        out["LE%d" % lag] = ENGLISH_QUARTER[(quarter - lag) % 4]
    for letter in "uvw":
        out[letter] = names.groups[letter].partition("=")[2]
    return out


TOKEN = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)(?:\|([^\[\]]+))?\]|<([^<>]+)>|\{([^{}?]+)\?([^{}:]*):([^{}]*)\}|\{(\w+)\}")


def page(template, truth, quarter):
    """The true page of that quarter; raises Unknown where the template says what no fact of it does."""
    names = Names(truth, quarter)
    if template.need and not value(template.need, names):
        raise Unknown
    placeholders = words(truth, quarter, names)
    out, slots, others, directions, at = "", [], [], [], 0
    for match in TOKEN.finditer(template.body):
        out += template.body[at:match.start()]
        at = match.end()
        expression, form, alternatives, other, sign, up, down, word = match.groups()
        start = len(out)
        if expression:
            exact = value(expression, names)
            shown = printed(form, exact)
            if not shown.fair_of(exact):
                raise ValueError(template.name + ": not fair: " + expression + " " + form)
            if shown.hedge in ("<", ">") and exact == shown.number():
                raise Unknown  # 890 is not `more than 890`
            out += shown.text()
            slots.append(Slot(start, len(out), expression, form, shown,
                              [a for a in (alternatives or "").split(";") if a], exact))
        elif other:
            out += other
            others.append(Other(start, len(out)))
        elif sign:
            amount = value(sign, names)
            if amount == 0:
                raise Unknown
            here, opposite = (up, down) if amount > 0 else (down, up)
            out += here
            directions.append(Direction(start, len(out), here, opposite))
        else:
            out += str(placeholders[word])
    out += template.body[at:]
    for place, direction in enumerate(directions):
        limit = directions[place + 1].start if place + 1 < len(directions) else len(out)
        stop = re.search(r"[。；;\n]|\. ", out[direction.end:limit])
        limit = direction.end + stop.start() if stop else limit
        direction.slots = [s for s in slots if direction.end <= s.start < limit
                           and re.match(r"(cs|d|p)Y?[RTM]", s.expression)]
    if template.suffix == "html":
        out = out.replace("‹", "<").replace("›", ">")  # as tags are written in templates
    if template.tabs:
        out = aligned(out, template.tabs, template.fill, slots + others + directions)
    if template.fold:
        out = folded(out, template.fold)
    if template.wrap:
        out = wrapped(out, template.wrap, slots + others + directions)
    return Page(template, quarter, out, slots, others, directions)


def wrapped(text, width, marks):
    """Breaks every line after so many characters, as a narrow column does, and moves the marks along."""
    places, out, column = [], "", 0
    for c in text:
        if c == "\n":
            column = 0
        elif column >= width and c not in "，。、；：？！”）》」%％":
            out += "\n"
            column = 0
        places.append(len(out))
        out += c
        column += c != "\n"
    places.append(len(out))
    for mark in marks:
        mark.start, mark.end = places[mark.start], places[mark.end - 1] + 1
    return out


def folded(text, width):
    """Sets line ends for blanks, so that no line is longer than the width; no mark moves."""
    out, start, blank = list(text), 0, -1
    for place, c in enumerate(text):
        if c == "\n":
            start, blank = place + 1, -1
        elif place - start >= width and blank > start:
            out[blank], start, blank = "\n", blank + 1, -1
        if c == " ":
            blank = place
    return "".join(out)


def aligned(text, width, fill, marks):
    """Sets blanks for tabs, up to the next multiple of the width, where a Chinese character takes two."""
    places, out, column = [], "", 0
    for c in text:
        places.append(len(out))
        if c == "\t":
            gap = width - column % width
            gap = gap + width if gap < 2 else gap
            out += " " * gap if fill == "half" else "　" * max(gap // 2, 1)
            column += gap
        else:
            out += c
            column = 0 if c == "\n" else column + (2 if unicodedata.east_asian_width(c) in "WFA" else 1)
    places.append(len(out))
    for mark in marks:
        mark.start, mark.end = places[mark.start], places[mark.end - 1] + 1
    return out


ALLOWED = [(2022, 4), (2021, 4), (2023, 2), (2022, 2), (2023, 1), (2022, 3), (2021, 3), (2022, 1)]


def pages(truth=None, folder=None):
    """All true pages: each template for as many quarters as it asks for, in a fixed order."""
    folder = folder or pathlib.Path(__file__).with_name("paragraphs")
    truth = truth or truth_of(folder)
    out = []
    for number, path in enumerate(sorted(folder.glob("*.txt"))):
        template, made = Template(path), 0
        order = [ALLOWED[(number + k * 3) % len(ALLOWED)] for k in range(len(ALLOWED))]
        for year, n in order:
            if made == template.count:
                break
            try:
                out.append(page(template, truth, year * 4 + n - 1))
                made += 1
            except Unknown:
                pass
        if made == 0:
            raise ValueError(template.name + ": no quarter fits")
    return out


def folder_named(name):
    return pathlib.Path(__file__).with_name(name)


def truth_of(folder):
    """The figures of a folder of templates: its own, where it has a programme of its own, or else the sample's."""
    own = folder / "truth.json"
    return Truth(own if own.is_file() else None)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", default="paragraphs", help="the folder of templates beside this file")
    parser.add_argument("--print", metavar="NAME", help="print the pages whose template's name begins so; all: every one")
    options = parser.parse_args()
    everything = pages(folder=folder_named(options.folder))
    if options.print:
        for one in everything:
            if options.print == "all" or one.template.name.startswith(options.print):
                print("=== %s (%s)\n%s" % (one.name(), one.date(), one.text))
        return
    by_kind = {}
    for one in everything:
        entry = by_kind.setdefault(one.template.kind, [0, 0, 0])
        entry[0] += 1
        entry[1] += len(one.slots)
        entry[2] += len(one.others)
    for kind, entry in sorted(by_kind.items()):
        print("%-16s pages %3d  ours %4d  not ours %4d" % (kind, *entry))
    print("templates", len({p.template.name for p in everything}), "pages", len(everything), "ours",
          sum(len(p.slots) for p in everything), "not ours", sum(len(p.others) for p in everything))


if __name__ == "__main__":
    main()
