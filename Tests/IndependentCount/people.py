"""Made-up people: their numbers are built here, and belong to no one."""

from datetime import date, timedelta


def person_of(rng, programme, index):
    if programme.person_type == "text":
        return rng.choice([f"M{index:05d}", f"会员{index:04d}号", f"{index + 100000}"])
    if programme.other_documents == "accept" and rng.random() < 0.1:
        return f"E{index:04d}{rng.randrange(1000, 9999)}"
    return resident_id(rng, index)


def resident_id(rng, index):
    """A number of a made-up region (99…), with the right check character."""
    born = date(1950, 1, 1) + timedelta(days=rng.randrange(20000))
    start = f"99{rng.randrange(1, 99):02d}{rng.randrange(1, 99):02d}" + born.strftime("%Y%m%d") + f"{index % 1000:03d}"
    return start + check_character(start)


def check_character(digits):
    total = sum(int(digit) * (2 ** (17 - index) % 11) for index, digit in enumerate(digits))
    return "10X98765432"[total % 11]


def bad_resident_id(rng):
    good = resident_id(rng, rng.randrange(1000))
    wrong_check = good[:17] + "0123456789X"[("0123456789X".index(good[17]) + 3) % 11]
    bad = rng.choice([wrong_check, good[:10] + "1332" + good[14:], good[:16], "ABC"])
    if len(bad) == 18 and bad.endswith("000"):
        # As a spreadsheet leaves a number: that is a damaged one.
        bad = bad[:17] + ("2" if good[17] == "1" else "1")
    return bad


def personal_text(rng, kind, index):
    if kind == "phones":
        return "1" + rng.choice("3456789") + f"{rng.randrange(10 ** 9):09d}"
    if kind == "cards":
        digits = "6217" + f"{rng.randrange(10 ** 14):014d}"
        total = 0
        for place, digit in enumerate(reversed(digits)):
            doubled = int(digit) * (2 if place % 2 == 0 else 1)
            total += doubled - 9 if doubled > 9 else doubled
        return digits + str(-total % 10)
    if kind == "names":
        given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国玉兰红梅志文"
        return rng.choice("王李张刘陈杨黄赵吴周") + "".join(rng.sample(given, rng.randrange(1, 3)))
    return resident_id(rng, index)
