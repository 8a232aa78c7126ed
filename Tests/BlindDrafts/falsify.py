"""Makes one-figure falsifications of the true pages.

    python3 falsify.py [--folder paragraphs] [--seed 20231116] [--count 3000] [--print]

Each is a page in which one statement is made false: one figure is changed, or two are exchanged, or the word
of direction before it is turned. A change counts only if the oracle finds the new figure plainly false of the
exact value: not by rounding up, down or half up in the last place that is meant, not by `余`, `近`, `超` or
`约`, and not of any other reading that the template names as fair.
"""
import argparse
import random
import re
from fractions import Fraction

import oracle

KINDS = ["digit", "point", "unit", "swap", "direction", "percent-points", "year-ago", "other-quarter",
         "rounding", "bound"]
TURNS = {"增长": "下降", "增加": "减少", "上升": "下降", "提高": "下降", "下降": "增长", "减少": "增加",
         "rose": "fell", "climbed": "dropped", "increased by": "decreased by", "grew by": "shrank by",
         "up": "down", "rising": "falling", "低": "高", "高": "低"}
TRADITIONAL = {"下降": "下降", "增长": "增長", "减少": "減少"}
POINTS = {"en": " percentage points", "hant": "個百分點"}
WORD = re.compile(r"增长|增加|上升|下降|减少|提高|\brose\b|\bclimbed\b|\bincreased by\b|\bgrew by\b|\bup\b")
STOP = re.compile(r"[。；;\n]|\. ")
CHANGE = re.compile(r"(cs|d|p)Y?[RTM]")


class Falsified:
    def __init__(self, page, kind, text, targets, what):
        self.page, self.kind, self.text, self.targets, self.what = page, kind, text, targets, what


def replaced(page, slot, new):
    return page.text[:slot.start] + new + page.text[slot.end:]


def is_false(slot, shown, page, truth):
    if slot.expression.startswith("RUN"):
        return False  # a shorter run is true as well, and a longer one may have begun before the data
    if not shown.plainly_false_of(slot.exact):
        return False
    names = oracle.Names(truth, page.quarter)
    return not any(shown.fair_of(oracle.value(other, names)) for other in slot.alternatives)


def one(page, kind, slot, shown, truth, old=None):
    """The page with that figure in that slot, if it is false and looks different."""
    new = shown.text()
    if new == page.text[slot.start:slot.end] or not is_false(slot, shown, page, truth):
        return None
    return Falsified(page, kind, replaced(page, slot, new), [(slot.start, slot.start + len(new))],
                     "%s -> %s" % (page.text[slot.start:slot.end].replace("\n", "/"), new.replace("\n", "/")))


# What stands for another figure where a figure is words: 四分之三, 过半, 上千, 翻一番.
OTHERWISE = {"part": oracle.PARTS, "half": ["7", "8", "9"], "power": ["10000", "100000"], "doubled": ["1", "2", "3"]}
WORDED = set(OTHERWISE) | {"tens", "mixed", "tenths"}


def digit(page, slot, truth, dice):
    digits = slot.shown.digits
    if slot.shown.family in OTHERWISE:
        choices = [c for c in OTHERWISE[slot.shown.family] if c != digits]
        dice.shuffle(choices)
        for choice in choices:
            found = one(page, "digit", slot, slot.shown.but(digits=choice), truth)
            if found:
                return found
        return None
    places = [i for i, c in enumerate(digits) if c.isdigit()]
    dice.shuffle(places)
    for place in places:
        choices = [c for c in "0123456789" if c != digits[place] and not (place == 0 and c == "0")]
        dice.shuffle(choices)
        for choice in choices:
            shown = slot.shown.but(digits=digits[:place] + choice + digits[place + 1:])
            found = one(page, "digit", slot, shown, truth)
            if found:
                return found
    return None


def point(page, slot, truth, dice):
    if "." not in slot.shown.digits or slot.shown.family in WORDED:
        return None
    number = Fraction(slot.shown.digits) * dice.choice([Fraction(10), Fraction(1, 10)])
    text = oracle.stripped("%.4f" % float(number))
    return one(page, "point", slot, slot.shown.but(digits=text), truth)


def unit(page, slot, truth, dice):
    shown, after = slot.shown, page.text[slot.end:slot.end + 1]
    if shown.family in WORDED or shown.style == "D":
        return None
    if shown.sign == "W":
        choices = [shown.but(sign="亿", scale=10 ** 8)]
    elif shown.sign in ("亿", "億", "百万", "百萬") and after == "元":
        choices = [shown.but(sign="万" if "万" in shown.sign or shown.sign == "亿" else "萬", scale=10000)]
    elif shown.sign in ("万", "萬") and after in ("元", "余"):
        choices = [shown.but(sign="亿" if shown.sign == "万" else "億", scale=10 ** 8), shown.but(sign="", scale=1)]
    elif shown.sign == "千":
        choices = [shown.but(sign="万", scale=10000)]
    elif shown.sign == "" and after in ("元", "人", "名") and slot.expression[0] in "RTMYdS":
        wan = "萬" if page.template.kind == "traditional" else "万"
        choices = [shown.but(sign=wan, scale=10000, family="rounded")]
    else:
        return None
    dice.shuffle(choices)
    for choice in choices:
        found = one(page, "unit", slot, choice, truth)
        if found:
            return found
    return None


def moved(page, slot, truth, quarters, kind):
    try:
        names = oracle.Names(truth, page.quarter + quarters, page.quarter)
        exact = oracle.value(slot.expression, names)
        shown = oracle.printed(slot.form, exact)
    except (oracle.Unknown, ValueError, KeyError, ZeroDivisionError):
        return None
    return one(page, kind, slot, shown, truth)


def rounding(page, slot, truth, dice):
    """Fewer digits, and further off than any rounding to them: 12.87 as 13.2, 986 as 960."""
    shown = slot.shown
    if shown.hedge or shown.family == "cheng" or shown.family in WORDED:
        return None
    digits = shown.digits
    if len(digits.partition(".")[0]) >= 3:
        digits = str(int(Fraction(digits)))
    if "." in digits and len(digits.replace(".", "").lstrip("0")) >= 3:
        places = len(digits.partition(".")[2]) - 1
        step = Fraction(1, 10 ** places)
        text = oracle.rounded(Fraction(digits) + dice.choice([2, -2, 3]) * step, places)
    elif "." not in digits and len(digits) >= 3:
        step = 10 ** (len(digits) - 2)
        text = str((int(digits) + step // 2) // step * step + dice.choice([2, -2, 3]) * step)
    else:
        return None
    if Fraction(text) <= 0:
        return None
    return one(page, "rounding", slot, shown.but(digits=text, family="rounded"), truth)


def bound(page, slot, truth, dice):
    """超 a round number that was not reached, 近 one that was passed by a twentieth and more."""
    shown = slot.shown
    if shown.hedge or shown.family == "cheng" or shown.family in WORDED or shown.style or page.template.fields.get("lang") == "en" \
            or page.template.kind == "table" or shown.cut or not slot.expression[0] in "RTMY" \
            or page.text[slot.start - 1] in "约近超逾+￥":
        return None
    if slot.expression.startswith("RANK"):
        return None
    whole = Fraction(shown.digits)
    place = Fraction(10) ** (len(shown.digits.partition(".")[0]) - 1)
    tenth = place / 10
    if whole < 5:
        return None
    if dice.random() < 0.5:
        text, word, sign = -(-whole // tenth) * tenth + tenth, "超", ">"
    else:
        text, word, sign = whole * Fraction(19, 20) // tenth * tenth, "近", "<"
    digits = oracle.stripped("%.2f" % float(text))
    new = shown.but(digits=digits, hedge=sign, family="rounded")
    wrong = abs(slot.exact) < new.number() if sign == ">" else abs(slot.exact) > new.number() > 0
    if not wrong or not is_false(slot, new, page, truth):
        return None
    return Falsified(page, "bound", replaced(page, slot, word + new.text()),
                     [(slot.start + 1, slot.start + 1 + len(new.text()))],
                     "%s -> %s" % (shown.text(), word + new.text()))


def percent_points(page, slot, truth, dice):
    after = page.text[slot.end:]
    change = slot.expression
    if page.template.kind == "table":
        return None
    if re.match(r"pY?[RTM]", change) and not slot.shown.hedge and re.match(r"[%％]| percent\b", after):
        old = re.match(r"[%％]| percent\b", after).group()
        new = POINTS.get(page.template.fields.get("lang"), "个百分点")
    elif change.startswith("cs") and after.startswith("个百分点"):
        names = oracle.Names(truth, page.quarter)
        share, before = change[1:], change[1:-1]
        level = oracle.value(share[:-1] + "0", names)
        base = oracle.value(before + change[-1], names)
        if abs(abs(level / base - 1) * 100 - slot.shown.number()) < Fraction(3, 10):
            return None
        old, new = "个百分点", "%"
    else:
        return None
    text = page.text[:slot.end] + new + after[len(old):]
    return Falsified(page, "percent-points", text, [(slot.start, slot.end)],
                     page.text[slot.start:slot.end] + old + " -> " + new)


def turns(page):
    """Words of direction with the figures that they speak of, all of which are changes."""
    words = [(d.start, d.end, d.here, d.opposite) for d in page.directions]
    for match in WORD.finditer(page.text):
        if any(start < match.end() and match.start() < end for start, end, _, _ in words):
            continue
        if page.text[match.end():match.end() + 1] in ("到", "至", "了一"):
            continue
        turned = TURNS[match.group()]
        if page.template.fields.get("lang") == "hant":
            turned = TRADITIONAL.get(turned, turned)
        words.append((match.start(), match.end(), match.group(), turned))
    words.sort()
    out = []
    for place, (start, end, here, opposite) in enumerate(words):
        limit = words[place + 1][0] if place + 1 < len(words) else len(page.text)
        stop = STOP.search(page.text[end:limit])
        limit = end + stop.start() if stop else limit
        slots = [s for s in page.slots if end <= s.start < limit]
        mine = []
        for slot in slots:  # those right behind the word; a level ends them
            if not CHANGE.match(slot.expression) and "-" not in slot.expression:
                break
            mine.append(slot)
        if mine and not any(o.start < mine[0].start and o.start >= end for o in page.others):
            out.append((start, end, here, opposite, mine))
    return out


def direction(page, dice):
    found = turns(page)
    if not found:
        return None
    start, end, here, opposite, slots = dice.choice(found)
    text = page.text[:start] + opposite + page.text[end:]
    shift = len(opposite) - (end - start)
    return Falsified(page, "direction", text, [(s.start + shift, s.end + shift) for s in slots],
                     here + " -> " + opposite)


def swap(page, truth, dice):
    pairs = []
    for i, first in enumerate(page.slots):
        for second in page.slots[i + 1:]:
            between = page.text[first.end:second.start]
            if re.search(r"[。\n]|\. ", between) and page.template.kind != "table":
                break
            if first.shown.sign != second.shown.sign or first.shown.style != second.shown.style \
                    or first.form != second.form or first.shown.cut or second.shown.cut:
                continue
            one_after, other_after = page.text[first.end:first.end + 2], page.text[second.end:second.end + 2]
            if one_after[:1] != other_after[:1] or ("次" in one_after) != ("次" in other_after):
                continue
            if is_false(first, second.shown, page, truth) and is_false(second, first.shown, page, truth):
                pairs.append((first, second))
    if not pairs:
        return None
    first, second = dice.choice(pairs)
    a, b = page.text[first.start:first.end], page.text[second.start:second.end]
    text = page.text[:first.start] + b + page.text[first.end:second.start] + a + page.text[second.end:]
    shift = len(b) - len(a)
    return Falsified(page, "swap", text, [(first.start, first.start + len(b)), (second.start + shift, second.end)],
                     a + " <-> " + b)


def of_page(page, truth, seed):
    dice = random.Random("%d %s" % (seed, page.name()))
    found = []

    def try_slots(make, wanted):
        slots = list(page.slots)
        dice.shuffle(slots)
        made = 0
        for slot in slots:
            result = make(slot)
            if result:
                found.append(result)
                made += 1
                if made == wanted:
                    return

    try_slots(lambda s: digit(page, s, truth, dice), 2)
    try_slots(lambda s: point(page, s, truth, dice), 1)
    try_slots(lambda s: unit(page, s, truth, dice), 1)
    try_slots(lambda s: moved(page, s, truth, -4, "year-ago"), 1)
    try_slots(lambda s: moved(page, s, truth, dice.choice([-1, 1]), "other-quarter"), 1)
    try_slots(lambda s: rounding(page, s, truth, dice), 1)
    try_slots(lambda s: bound(page, s, truth, dice), 1)
    try_slots(lambda s: percent_points(page, s, truth, dice), 1)
    for result in (direction(page, dice), swap(page, truth, dice)):
        if result:
            found.append(result)
    return found


def falsifications(pages, truth, seed, count):
    everything = []
    for page in pages:
        everything.extend(of_page(page, truth, seed))
    if len(everything) > count:
        dice = random.Random(seed)
        chosen = sorted(dice.sample(range(len(everything)), count))
        everything = [everything[i] for i in chosen]
    return everything


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", default="paragraphs")
    parser.add_argument("--seed", type=int, default=20231116)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--print", action="store_true")
    options = parser.parse_args()
    folder = oracle.folder_named(options.folder)
    truth = oracle.truth_of(folder)
    made = falsifications(oracle.pages(truth, folder), truth, options.seed, options.count)
    print("seed %d: %d falsifications" % (options.seed, len(made)))
    for kind in KINDS:
        print("  %-15s %d" % (kind, sum(f.kind == kind for f in made)))
    if options.print:
        for f in made:
            start, end = f.targets[0]
            print("%s %s: %s\n    …%s…" % (f.page.name(), f.kind, f.what,
                                         f.text[max(0, start - 30):end + 12].replace("\n", "/")))


if __name__ == "__main__":
    main()
