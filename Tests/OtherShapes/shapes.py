"""One list of made-up claims, exported in many shapes.

    python3 shapes.py FOLDER

writes every shape as FOLDER/NAME/…; compare.py uses the same functions. All
people, numbers and places are made up with a fixed seed. No shape says
anything that another does not say, but for the columns that it lacks.

A statistician gets such files from hospitals, insurers, banks and unions;
each says the same in other words. What the right figures are is counted by
compare.py from the list of claims, not from any file.
"""

import datetime
import io
import os
import random
import sys
from xml.sax.saxutils import escape, quoteattr

SEED = 20230630
CARE = ["门诊", "住院", "慢病"]
CARE_EN = {"门诊": "Outpatient", "住院": "Inpatient", "慢病": "Chronic", "": ""}
DISTRICTS = ["明湖区", "石桥区", "青溪区", "西浦区", "中和区", "白塔区"]
DISTRICT_EN = dict(zip(DISTRICTS, ["Minghu", "Shiqiao", "Qingxi", "Xipu", "Zhonghe", "Baita"]))
HOSPITALS = ["第一医院", "第二医院", "中医院", "妇幼保健院", "石桥卫生院"]
EMPLOYERS = ["石桥小学", "青溪粮油公司", "梅园食品厂", "柳岸百货", "明湖环卫所", "白塔机床厂", "港务集团"]
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰"


# People and claims


def check_character(body):
    """The last character of an 18-digit resident ID: ISO 7064 MOD 11-2."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(body))
    return "10X98765432"[total % 11]


def make_id(rng, born, sex):
    region = rng.choice([11, 12, 13, 31, 32, 33, 34, 37, 42, 44, 51]) * 10000
    region += rng.randint(1, 12) * 100 + rng.randint(1, 28)
    order = rng.randint(1, 499) * 2 - (1 if sex == "男" else 0)
    body = "%06d%s%03d" % (region, born.strftime("%Y%m%d"), order)
    return body + check_character(body)


def make_card(rng):
    """A bank card number with a right Luhn digit."""
    body = "62" + "".join(rng.choice("0123456789") for _ in range(16))
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return body + str(-total % 10)


def make_person(rng, used):
    while True:
        born = datetime.date(1955, 1, 1) + datetime.timedelta(days=rng.randint(0, 17000))
        sex = rng.choice("男女")
        number = make_id(rng, born, sex)
        # The 15-digit form must be another for everybody, too.
        if number[:6] + number[8:17] not in used:
            used.add(number[:6] + number[8:17])
            break
    return {
        "id": number,
        "name": rng.choice(SURNAMES) + "".join(rng.choice(GIVEN) for _ in range(rng.choice([1, 2, 2]))),
        "sex": sex,
        "born": born,
        "age": 2023 - born.year,
        "phone": rng.choice(["13", "15", "18"]) + "".join(rng.choice("0123456789") for _ in range(9)),
        "card": make_card(rng),
        "employer": rng.choice(EMPLOYERS),
        "district": rng.choice(DISTRICTS),
    }


def make_claims():
    """The records of two quarters, in the order in which they were delivered."""
    rng = random.Random(SEED)
    used = set()
    people = [make_person(rng, used) for _ in range(300)]
    others = [make_person(rng, used) for _ in range(300)]
    first, days = datetime.date(2023, 1, 1), 180
    records = []
    for number in range(1, 401):
        place = rng.randrange(len(people))
        person, other = people[place], others[rng.randrange(60)]  # one relative or agent for many people
        paid = first + datetime.timedelta(days=rng.randint(0, days))
        settled = paid - datetime.timedelta(days=rng.randint(1, 30))
        applied = settled - datetime.timedelta(days=rng.randint(5, 60))
        total = rng.randint(20000, 3000000)
        status = rng.choices(["paid", "pending", "rejected"], [90, 6, 4])[0]
        records.append({
            "claim": number, "orig": None, "status": status,
            "paid": paid if status == "paid" else None,
            "amount": total * rng.randint(15, 60) // 100,
            "total": total, "settled": total * rng.randint(61, 80) // 100,
            "appliedOn": applied, "settledOn": settled, "delivered": paid,
            "care": rng.choices(CARE, [60, 30, 10])[0],
            "hospital": rng.choice(HOSPITALS), "other": other, **person,
        })
    records.sort(key=lambda record: record["delivered"])
    paid = [record for record in records if record["status"] == "paid"]
    chosen = rng.sample(paid, 24)
    later = []
    for record in chosen[:8]:  # the same record twice
        later.append(dict(record))
    for record in chosen[8:14]:  # a later version with other money
        later.append(dict(record, amount=record["amount"] + rng.randint(100, 9999)))
    for place, record in enumerate(chosen[14:22]):  # taken back, every second one in part
        amount = record["amount"] if place % 2 == 0 else record["amount"] // 3
        later.append(dict(record, claim=500 + place, orig=record["claim"], status="reversed", amount=amount))
    for record in chosen[22:]:  # refused after all
        later.append(dict(record, status="rejected", paid=None))
    for record in [record for record in records if record["status"] == "pending"][:5]:
        day = min(record["delivered"] + datetime.timedelta(days=20), datetime.date(2023, 6, 30))
        later.append(dict(record, status="paid", paid=day))
    for record in later:
        day = min(record["delivered"] + datetime.timedelta(days=rng.randint(1, 40)), datetime.date(2023, 6, 30))
        record["delivered"] = day
    records += later
    records.sort(key=lambda record: (record["delivered"], record["orig"] is not None))
    # A version or reversal stands behind what it is of, as it does in life.
    for place, record in enumerate(records):
        record["seq"] = place + 1
        record["serial"] = "LS%08d" % (70000000 + place * 37)
        record["batch"] = "P%s" % record["delivered"].strftime("%Y%m")
    return records


# Ways to write a value


def claim_letters(number):
    return "" if number is None else "RM2023%06d" % (number * 7 + 1000)


def claim_digits(number):
    return "" if number is None else "%d" % (202300000000 + number * 13)


def claim_long(number):
    """18 digits, as many as an ID has, but none that could be one."""
    return "" if number is None else "9023%014d" % (number * 7919 + 33333333331)


def claim_small(number):
    return "" if number is None else "%d" % number


def yuan(fen):
    return "%d.%02d" % divmod(fen, 100)


def thousands(fen):
    return "{:,}.{:02d}".format(*divmod(fen, 100))


def short(fen):
    text = yuan(fen).rstrip("0").rstrip(".")
    return text


def ten_thousands(fen):
    return ("%d.%06d" % divmod(fen, 1000000))


def day(form):
    return lambda value: "" if value is None else form.format(y=value.year, m=value.month, d=value.day)


ISO = day("{y}-{m:02d}-{d:02d}")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
MONTH_NAMES = "January February March April May June July August September October November December".split()


def english_day(value):
    return "" if value is None else "%02d-%s-%d" % (value.day, MONTHS[value.month - 1], value.year)


def utc_time(value):
    """Half past midnight in Shanghai, told in UTC: the day before."""
    if value is None:
        return ""
    return (value - datetime.timedelta(days=1)).strftime("%Y-%m-%dT16:30:00Z")


def fullwidth(text):
    return "".join(chr(ord(letter) + 0xFEE0) if "0" <= letter <= "9" else letter for letter in text)


def words(paid, pending, rejected, reversed_):
    return {"paid": paid, "pending": pending, "rejected": rejected, "reversed": reversed_}


STATES = words("已打款", "待审核", "拒付", "冲正")
STATES_EN = words("Paid", "Pending", "Rejected", "Reversed")


# Columns

CELLS = {
    "claim": lambda r, s: s["claims"](r["claim"]),
    "orig": lambda r, s: s["claims"](r["orig"]),
    "sameclaim": lambda r, s: s["claims"](r["orig"] or r["claim"]),
    "id": lambda r, s: s["ids"](r["id"], r),
    "name": lambda r, s: r["name"],
    "paid": lambda r, s: s["dates"](r["paid"]),
    "paidall": lambda r, s: s["dates"](r["paid"] or r["delivered"]),
    "amount": lambda r, s: s["sign"](r) + s["money"](r["amount"]),
    "status": lambda r, s: s["states"][r["status"]],
    "care": lambda r, s: s["cares"](r["care"]),
    "district": lambda r, s: s["places"](r["district"]),
    "hospital": lambda r, s: r["hospital"],
    "employer": lambda r, s: r["employer"],
    "phone": lambda r, s: r["phone"],
    "card": lambda r, s: r["card"],
    "seq": lambda r, s: str(r["seq"]),
    "serial": lambda r, s: r["serial"],
    "batch": lambda r, s: r["batch"],
    "total": lambda r, s: s["money"](r["total"]),
    "settled": lambda r, s: s["money"](r["settled"]),
    "applied": lambda r, s: s["dates"](r["appliedOn"]),
    "settledOn": lambda r, s: s["dates"](r["settledOn"]),
    "born": lambda r, s: s["dates"](r["born"]),
    "age": lambda r, s: str(r["age"]),
    "sex": lambda r, s: r["sex"],
    "otherid": lambda r, s: r["other"]["id"],
    "otheridsome": lambda r, s: r["other"]["id"] if int(r["other"]["phone"]) % 3 == 0 else "",
    "othername": lambda r, s: r["other"]["name"],
    "none": lambda r, s: "",
    "unit": lambda r, s: s["unit"],
    "audit": lambda r, s: {"paid": "通过", "pending": "审核中", "rejected": "不通过", "reversed": "通过"}[r["status"]],
    "payment": lambda r, s: {"paid": "已支付", "pending": "未支付", "rejected": "未支付", "reversed": "已冲正"}[r["status"]],
    "monthname": lambda r, s: MONTH_NAMES[r["delivered"].month - 1],
    "month": lambda r, s: r["delivered"].strftime("%Y%m"),
    "year": lambda r, s: "" if r["paid"] is None else str(r["paid"].year),
    "monthonly": lambda r, s: "" if r["paid"] is None else str(r["paid"].month),
    "dayonly": lambda r, s: "" if r["paid"] is None else str(r["paid"].day),
    "note": lambda r, s: ["", "材料齐全", "第一行\n第二行", "他说“\"可以\"”，已核"][r["seq"] % 4],
}

DEFAULTS = {
    "delimiter": ",", "encoding": "utf-8", "eol": "\n", "quote": False, "mark": b"",
    "claims": claim_letters, "ids": lambda number, record: number, "dates": ISO, "money": yuan,
    "sign": lambda record: "", "states": STATES, "cares": lambda care: care, "places": lambda place: place,
    "unit": "元", "before": [], "after": [], "guard": set(), "expect": "right", "keep": lambda record: True,
    "format": "csv", "xml": None, "why": "", "hasClaim": True, "hasStatus": True,
    "wholeYuan": False,
}


def columns(text):
    """`header=key` pairs, between blanks; in a header, _ stands for itself and ␣ for a blank."""
    pairs = [pair.rsplit("=", 1) for pair in text.split()]
    return [(header.replace("␣", " ").replace("⏎", "\n"), key) for header, key in pairs]


def part(cols, **options):
    """One file of a shape."""
    made = dict(DEFAULTS)
    made.update(options)
    made["cols"] = columns(cols) if isinstance(cols, str) else cols
    return made


SHAPES = []


def shape(name, cols, expect="right", why="", parts=None, decide=None, **options):
    """A shape of one file, or of several where parts are given.

    expect: right  the figures are right without editing the pipeline file
            mark   a person must decide; right figures are welcome, too
            refuse the README does not promise that this is read
    decide: which class each undecided state is moved to by the person
    """
    files = parts if parts else [part(cols, **options)]
    SHAPES.append({"name": name, "files": files, "expect": expect, "why": why, "decide": decide or {}})


ZH = "案件编号=claim 身份证号=id 姓名=name 支付日期=paid 赔付金额=amount 状态=status 冲正案件编号=orig 就诊类型=care 区县=district"
EN = ("claim_no=claim id_number=id name=name payment_date=paid amount=amount status=status "
      "original_claim_no=orig care_type=care district=district")
english = {"states": STATES_EN, "cares": CARE_EN.get, "places": DISTRICT_EN.get}
only_paid = {"keep": lambda r: r["status"] == "paid", "hasStatus": False}
codes = {"states": words("3", "1", "2", "9"), "expect": "mark"}


def without(cols, *keys):
    return " ".join(pair for pair in cols.split() if pair.rsplit("=", 1)[1] not in keys)


# States where every record has a date, as where it is the planned day: here nothing but the state keeps unpaid claims out
DATED = without(ZH, "paid", "orig") + " 支付日期=paidall"
UNREVERSED = {"keep": lambda r: r["status"] != "reversed"}
for label, header, states, expect in [
    ("words", "状态", STATES, "right"),
    ("not-arrived", "状态", words("已到账", "未到账", "拒付", ""), "right"),
    ("not-paid", "status", words("paid", "not_paid", "refused", ""), "right"),
    ("not-paid-blank", "status", words("Paid", "Not paid", "Rejected", ""), "right"),
    ("to-be-paid", "status", words("paid", "to_be_paid", "rejected", ""), "right"),
    ("awaiting-payment", "status", words("Paid", "Awaiting payment", "Never paid", ""), "right"),
    ("paid-back", "status", words("paid", "pending", "repaid", ""), "mark"),
    ("is-paid-yes-no", "是否打款", words("是", "否", "否", ""), "mark"),
    ("is-paid-y-n", "Paid?", words("Y", "N", "N", ""), "mark"),
    ("is-paid-true-false", "is_paid", words("true", "false", "false", ""), "mark"),
    ("is-paid-one-zero", "打款标志", words("1", "0", "0", ""), "mark"),
    ("state-one-zero", "状态", words("1", "0", "0", ""), "mark"),
    ("state-code", "状态代码", words("A", "B", "C", ""), "mark"),
    ("stage", "Stage", words("Disbursed", "Under review", "Refused", ""), "mark"),
    ("result", "处理结果", words("已赔付", "处理中", "拒赔", ""), "mark"),
    ("abbreviated", "STS", words("PD", "PN", "RJ", ""), "mark"),
    ("no-such-name", "F06", words("给付完毕", "在审", "不符合条件", ""), "mark"),
]:
    shape("dated-" + label, DATED.replace("状态=status", header + "=status"), states=states, expect=expect, **UNREVERSED)


def many_states(count):
    """Words of states with a serial reason each, as some systems write them."""
    return lambda r, s: {"paid": "已打款"}.get(r["status"], "拒付-原因%d" % (r["seq"] % (count - 1)))


for number in [8, 12, 14, 20, 40]:
    CELLS["states%d" % number] = many_states(number)
    shape("dated-%d-states" % number, DATED.replace("=status", "=states%d" % number), expect="mark" if number > 20 else "right", **UNREVERSED)
shape("cancelled-as-reversal", ZH, states=words("已打款", "待审核", "拒付", "已撤销"), expect="mark", decide={"已撤销": "reversed"})
shape("cancelled-as-reversal-same-number", without(ZH, "claim", "orig") + " 案件编号=sameclaim",
      states=words("已打款", "待审核", "拒付", "已撤销"), expect="mark")
shape("returned-as-reversal-same-number", without(ZH, "claim", "orig") + " 案件编号=sameclaim",
      states=words("已打款", "待审核", "拒付", "退回"), expect="mark")
shape("no-status-insurer-number", without(ZH, "status", "orig", "claim") + " 赔案号=claim", **only_paid)
shape("no-status-pinyin-number", without(ZH, "status", "orig", "claim") + " PAH=claim", **only_paid)
shape("no-reversals-insurer-number", without(ZH, "orig", "claim") + " 赔案号=claim", keep=lambda r: r["status"] != "reversed")
shape("apply-and-arrival", without(ZH, "paid") + " 申请日期=applied 资金到位日期=paid")
shape("apply-date-only", without(ZH, "paid", "orig") + " 申请日期=applied", expect="mark", why="no payment date: the quarter is a guess", **UNREVERSED)
shape("birth-date-only", without(ZH, "paid", "orig") + " 出生日期=born", expect="mark", why="no payment date", **UNREVERSED)
shape("cost-only", without(ZH, "amount") + " 医疗总费用=total", expect="mark", why="no column of aid")
shape("family-id-first-bare", "家属身份证号=otherid 身份证号=id " + without(ZH, "id"))
shape("spouse-id-english", "spouse_id=otherid " + EN, **english)
shape("contact-id-behind", without(ZH, "id") + " 身份证=id 代办人证件号码=otherid")
shape("guardian-id-before", "监护人证件号码=otherid " + without(ZH, "id") + " 参保人证件号码=id")
shape("money-two-decimals-in-header", without(ZH, "amount") + " 赔付金额（万元）=amount", money=lambda fen: "%d.%04d" % divmod(fen // 100, 10000), wholeYuan=True)

# Names of columns
shape("plain-chinese", ZH)
shape("chinese-insurer", "赔案号=claim 身份证号=id 姓名=name 支付日期=paid 赔付金额=amount 状态=status 原赔案号=orig 就诊类型=care 区县=district")
shape("chinese-other-words", "案件编号=claim 公民身份号码=id 职工姓名=name 打款时间=paid 互助金额=amount 案件状态=status "
      "冲正原案件编号=orig 医疗类别=care 所属区=district")
shape("chinese-third-words", "理赔编号=claim 身份证件号码=id 被保险人=name 到账日期=paid 给付金额=amount 处理结果=status "
      "关联理赔编号=orig 费用类型=care 行政区=district", states=words("已赔付", "处理中", "拒赔", "撤销赔付"), expect="right",
      decide={"撤销赔付": "reversed"})
shape("chinese-bank", "业务编号=claim 收款人证件号=id 收款人=name 转账日期=paid 转账金额=amount 转账结果=status "
      "原业务编号=orig 类别=care 地区=district", states=words("转账成功", "待转账", "退票", "冲账"),
      decide={"退票": "unpaid", "冲账": "reversed", "待转账": "unpaid"})
shape("traditional-chinese", "理賠編號=claim 身份證號=id 姓名=name 支付日期=paid 賠付金額=amount 狀態=status 原理賠編號=orig "
      "就診類型=care 區縣=district")
shape("english-snake", EN, **english)
shape("english-words", "Claim␣Number=claim National␣ID=id Full␣Name=name Date␣Paid=paid Amount␣Paid=amount Claim␣Status=status "
      "Reversal␣Of=orig Type␣of␣Care=care District=district", states=words("Settled", "In progress", "Declined", "Voided"),
      cares=CARE_EN.get, places=DISTRICT_EN.get, decide={"Voided": "reversed"})
shape("english-camel", "claimId=claim residentId=id memberName=name paidOn=paid benefitAmount=amount claimState=status "
      "reversesClaimId=orig careKind=care city=district", **english)
shape("english-capitals-shuffled", "DISTRICT=district STATUS=status PAYMENT␣AMOUNT=amount CARE=care NAME=name "
      "ORIGINAL␣CLAIM=orig PAYMENT␣DATE=paid CLAIM=claim ID␣CARD␣NO.=id",
      states=words("PAID", "PENDING", "DENIED", "REVERSED"), cares=CARE_EN.get, places=DISTRICT_EN.get)
shape("english-disbursed", "Case␣Ref=claim Resident␣Identity␣Number=id Beneficiary=name Disbursed␣On=paid Disbursed␣Amount=amount "
      "Stage=status Reversed␣Case␣Ref=orig Service=care Region=district",
      states=words("Disbursed", "Under review", "Refused", "Clawed back"), cares=CARE_EN.get, places=DISTRICT_EN.get,
      decide={"Clawed back": "reversed"})
shape("pinyin-whole", "peianhao=claim shenfenzhenghao=id xingming=name zhifuriqi=paid peifujine=amount zhuangtai=status "
      "yuanpeianhao=orig jiuzhenleixing=care quxian=district")
shape("pinyin-underscores", "pei_an_hao=claim sfz_hao=id xing_ming=name da_kuan_ri_qi=paid jin_e=amount zhuang_tai=status "
      "yuan_pei_an_hao=orig lei_bie=care qu_xian=district")
shape("pinyin-initials", "PAH=claim SFZH=id XM=name ZFRQ=paid PFJE=amount ZT=status YPAH=orig JZLX=care QX=district")
shape("pinyin-initials-with-other-money", "xh=seq pah=claim sfzh=id xm=name sqrq=applied jarq=settledOn dkrq=paid zfy=total hzje=amount "
      "zt=status ypah=orig jzlx=care qx=district", why="sqrq apply, jarq settle, dkrq pay; zfy cost, hzje aid")
shape("english-abbreviated", "CLM_NO=claim ID_NO=id NM=name PAY_DT=paid PAY_AMT=amount STS=status ORIG_CLM_NO=orig "
      "CARE_TP=care DIST=district", states=words("PD", "PN", "RJ", "RV"), expect="mark",
      decide={"PD": "paid", "PN": "unpaid", "RJ": "unpaid", "RV": "reversed"})
shape("coded-headers", "F01=claim F02=id F03=name F04=paid F05=amount F06=status F07=orig F08=care F09=district", expect="mark",
      why="one date, one money: only the column of reversed claims has no name")
shape("coded-headers-two-of-each", "F01=claim F02=id F03=name F04=applied F05=paid F06=total F07=amount F08=status F09=orig "
      "F10=care F11=district", expect="mark", why="nothing tells which date and which money")
shape("numbered-headers", "列1=id 列2=paid 列3=amount 列4=claim 列5=status 列6=orig 列7=care", expect="mark")
shape("insurance-standard-codes", "AAZ217=claim AAC002=id AAC003=name AAE036=paid AKE039=amount AAE016=status AAZ218=orig AKA130=care "
      "AAA027=district", expect="mark", states=words("已支付", "待审核", "不予支付", "冲正"))
shape("headers-with-units-and-breaks", "赔案⏎编号=claim 身份证号⏎（18位）=id 姓名=name 支付日期⏎（年月日）=paid 赔付金额⏎（元）=amount 状态=status "
      "原赔案⏎编号=orig 就诊⏎类型=care 区县=district")
shape("headers-with-stars", "*赔案号=claim *身份证号=id 姓名=name *支付日期=paid *赔付金额(元)=amount *状态=status 原赔案号=orig 就诊类型=care 区县=district")
shape("bare-names", "编号=claim 证件号=id 姓名=name 日期=paid 金额=amount 状态=status 原编号=orig 类型=care 区=district")
shape("english-bare-names", "No=claim ID=id Name=name Date=paid Amount=amount Status=status Reverses=orig Type=care Area=district", **english)

# Other columns beside them
EXTRA = ("序号=seq 区县=district 单位名称=employer 姓名=name 性别=sex 年龄=age 身份证号=id 手机号码=phone 银行卡号=card 医院名称=hospital "
         "就诊类型=care 医疗总费用=total 医保支付=settled 申请日期=applied 结案日期=settledOn 支付日期=paid 案件编号=claim 冲正案件编号=orig "
         "互助金额=amount 状态=status 备注=note")
shape("many-columns", EXTRA)
shape("many-columns-english", "No.=seq District=district Employer=employer Name=name Gender=sex Age=age ID␣Number=id Mobile=phone "
      "Bank␣Account=card Hospital=hospital Care␣Type=care Total␣Cost=total Settled␣Amount=settled Apply␣Date=applied Settle␣Date=settledOn "
      "Payment␣Date=paid Claim␣No.=claim Original␣Claim␣No.=orig Aid␣Amount=amount Status=status Remarks=note", **english)
shape("three-moneys", without(ZH, "amount") + " 申请金额=total 核定金额=settled 实付金额=amount")
shape("three-moneys-english", without(EN, "amount") + " claimed_amount=total approved_amount=settled paid_amount=amount", **english)
shape("three-moneys-insurance", without(ZH, "amount") + " 总费用=total 统筹支付=settled 二次报销金额=amount")
shape("self-paid-and-aid", without(ZH, "amount") + " 个人自付金额=total 大病保险支付金额=settled 互助保障金=amount")
shape("moneys-nothing-tells", without(ZH, "amount") + " 金额1=total 金额2=settled 金额3=amount", expect="mark")
shape("total-and-amount", without(ZH, "amount") + " 金额合计=total 金额=amount", expect="mark", why="a person might mean either")
shape("three-dates-english", without(EN, "paid") + " received_date=applied approved_date=settledOn paid_date=paid", **english)
shape("three-dates-finish", without(ZH, "paid") + " 受理时间=applied 审核通过时间=settledOn 发放时间=paid")
shape("dates-nothing-tells", without(ZH, "paid") + " 日期1=applied 日期2=settledOn 日期3=paid", expect="mark")
shape("created-and-updated", without(EN, "paid") + " created_at=applied updated_at=settledOn paid_at=paid", **english)
shape("settle-date-alone-with-apply", without(ZH, "paid") + " 申请日期=applied 入账日期=paid")
shape("birth-date", "出生日期=born " + ZH)
shape("birth-date-and-bare-date", without("出生年月日=born " + ZH, "paid") + " 日期=paid")
shape("id-called-document", "证件类型=unit 证件号码=id 联系电话=phone 开户账号=card " + without(ZH, "id"), unit="居民身份证")
shape("id-called-account", "卡号=card 社会保障号码=id 电话=phone " + without(ZH, "id"))
shape("family-id-behind", ZH + " 家属姓名=othername 家属身份证=otheridsome")
shape("family-id-before", "家属姓名=othername 家属身份证号=otherid " + ZH)
shape("agent-id-before", "经办人=othername 经办人身份证号=otherid " + without(ZH, "id") + " 职工身份证号=id")
shape("agent-id-english", "agent_name=othername agent_id_no=otherid " + without(EN, "id") + " member_id_no=id", **english)
shape("payee-id", "收款人身份证=otherid " + without(ZH, "id") + " 身份证=id")
shape("patient-and-worker-id", "患者身份证号=otherid 职工身份证号=id " + without(ZH, "id"), expect="mark",
      why="who the recipient is, the programme's rules say; 受助职工 is the worker")
shape("two-ids-nothing-tells", "身份证号1=otherid 身份证号2=id " + without(ZH, "id"), expect="mark")
shape("serial-beside-claim", "流水号=serial 批次号=batch " + ZH, why="a serial number of each line is no claim number")
shape("serial-english", "transaction_id=serial batch_no=batch " + EN, **english)
shape("row-number-first", "ID=seq " + without(EN, "id") + " id_card=id", **english)
shape("sequence-beside-small-claims", "序号=seq " + ZH, claims=claim_small)
shape("audit-and-payment-state", "审核状态=audit " + without(ZH, "status") + " 支付状态=payment")
shape("month-column-english", "Month=monthname " + EN, **english)
shape("month-column-digits", "统计月份=month " + ZH)
shape("empty-columns", "备用1=none " + ZH + " 备用2=none 备用3=none")
shape("unnamed-empty-columns", [("", "none")] + columns(ZH) + [("", "none"), ("", "none")])
shape("person-by-name-only", without(ZH, "id"), expect="refuse", why="nobody can be told apart by names")

# How values are written
shape("gb18030-crlf", ZH, encoding="gb18030", eol="\r\n")
shape("gb18030-quoted-many", EXTRA, encoding="gb18030", eol="\r\n", quote=True)
shape("utf16-little-tab", ZH, encoding="utf-16-le", mark=b"\xff\xfe", delimiter="\t", eol="\r\n")
shape("utf16-big", ZH, encoding="utf-16-be", mark=b"\xfe\xff")
shape("utf8-mark-semicolon", ZH, mark=b"\xef\xbb\xbf", delimiter=";", eol="\r\n")
shape("pipe", EN, delimiter="|", **english)
shape("tab-quoted", ZH, delimiter="\t", quote=True)
shape("old-mac-line-ends", ZH, eol="\r", expect="refuse", why="the README names no such line ends")
shape("money-sign-and-commas", ZH, money=lambda fen: "¥" + thousands(fen))
shape("money-word", ZH, money=lambda fen: yuan(fen) + "元")
shape("money-fullwidth-sign", ZH, money=lambda fen: "￥" + yuan(fen))
shape("money-short", ZH, money=short)
shape("money-in-header", without(ZH, "amount") + " 赔付金额（万元）=amount", money=ten_thousands)
shape("money-in-header-ascii", without(ZH, "amount") + " 赔付金额(万元)=amount", money=ten_thousands)
shape("money-fen-header", without(ZH, "amount") + " 赔付金额（分）=amount", money=str)
shape("money-cents-english", without(EN, "amount") + " amount_in_cents=amount", money=str, **dict(english, expect="mark"))
shape("money-fen-english", without(EN, "amount") + " amount_fen=amount", money=str, **dict(english, expect="mark"))
shape("money-thousands-header", without(ZH, "amount") + " 赔付金额/千元=amount", money=lambda fen: "%d.%05d" % divmod(fen, 100000), expect="mark")
shape("money-unit-column", ZH + " 金额单位=unit", unit="万元", money=ten_thousands)
shape("money-currency-column", EN + " currency=unit", unit="CNY", **english)
shape("money-unit-line", ZH, before=["单位：万元"], money=ten_thousands, expect="mark")
shape("negative-reversals", ZH, sign=lambda r: "-" if r["status"] == "reversed" else "")
shape("reversal-of-own-number", without(ZH, "claim", "orig") + " 案件编号=sameclaim")
shape("date-slashes", ZH, dates=day("{y}/{m}/{d}"))
shape("date-dots", ZH, dates=day("{y}.{m}.{d}"))
shape("date-digits", ZH, dates=day("{y}{m:02d}{d:02d}"))
shape("date-digits-many", EXTRA, dates=day("{y}{m:02d}{d:02d}"))
shape("date-chinese", ZH, dates=day("{y}年{m}月{d}日"))
shape("date-time", ZH, dates=day("{y}-{m:02d}-{d:02d} 23:59:59"))
shape("date-time-slashes", ZH, dates=day("{y}/{m}/{d} 8:05"))
shape("date-utc", EN, dates=utc_time, **english)
shape("date-english-months", EN, dates=english_day, **dict(english, expect="refuse"))
shape("date-american", EN, dates=day("{m}/{d}/{y}"), **dict(english, expect="refuse"))
shape("date-in-three-columns", without(ZH, "paid") + " 年=year 月=monthonly 日=dayonly", expect="refuse")
shape("states-insurer-1", ZH, states=words("赔付完成", "资料补充中", "不予受理", "冲销"), decide={"冲销": "reversed"})
shape("states-insurer-2", ZH, states=words("结案支付成功", "待复核", "审核不通过", "红冲"), decide={"红冲": "reversed"})
shape("states-insurer-3", ZH, states=words("已发放", "未发放", "退回", "收回"), expect="mark",
      decide={"退回": "unpaid", "收回": "reversed"})
shape("states-insurer-4", ZH, states=words("支付成功", "支付中", "支付失败", "已退款"), expect="mark",
      decide={"已退款": "reversed"})
shape("states-insurer-5", ZH, states=words("已结案", "已受理", "已拒绝", "已撤销"), expect="mark",
      decide={"已结案": "paid", "已撤销": "reversed", "已受理": "unpaid"})
shape("states-with-codes", ZH, states=words("03-已打款", "01-待审核", "02-拒付", "09-冲正"))
shape("states-not-words", ZH, states=words("已打款", "未打款", "不打款", "打款冲回"), expect="mark", decide={"打款冲回": "reversed", "不打款": "unpaid"})
shape("states-english-not-words", EN, cares=CARE_EN.get, places=DISTRICT_EN.get, states=words("paid", "unpaid", "not payable", "payment reversed"))
shape("states-english-closed", EN, cares=CARE_EN.get, places=DISTRICT_EN.get, expect="mark",
      states=words("Closed", "Open", "Denied", "Refunded"), decide={"Closed": "paid", "Open": "unpaid", "Refunded": "reversed"})
shape("states-pinyin", ZH, states=words("yizhifu", "daishenhe", "jufu", "chongzheng"), expect="mark",
      decide={"yizhifu": "paid", "daishenhe": "unpaid", "jufu": "unpaid", "chongzheng": "reversed"})
shape("states-digits", ZH, decide={"3": "paid", "1": "unpaid", "2": "unpaid", "9": "reversed"}, **codes)
shape("states-two-digits", ZH, states=words("02", "00", "01", "99"), expect="mark",
      decide={"02": "paid", "00": "unpaid", "01": "unpaid", "99": "reversed"})
shape("states-zero-one", without(ZH, "orig"), states=words("1", "0", "0", "-"), keep=lambda r: r["status"] != "reversed", expect="mark",
      decide={"1": "paid", "0": "unpaid"})
shape("states-letters", ZH, states=words("P", "W", "R", "X"), expect="mark", decide={"P": "paid", "W": "unpaid", "R": "unpaid", "X": "reversed"})
shape("states-yes-no", without(ZH, "status", "orig") + " 是否打款=status", states=words("是", "否", "否", ""),
      keep=lambda r: r["status"] != "reversed", expect="mark", decide={"是": "paid", "否": "unpaid"})
shape("states-y-n", without(EN, "status", "orig") + " Paid?=status", states=words("Y", "N", "N", ""), cares=CARE_EN.get,
      keep=lambda r: r["status"] != "reversed", expect="mark", decide={"Y": "paid", "N": "unpaid"})
shape("states-true-false", without(EN, "status", "orig") + " is_paid=status", states=words("true", "false", "false", ""), cares=CARE_EN.get,
      keep=lambda r: r["status"] != "reversed", expect="mark", decide={"true": "paid", "false": "unpaid"})
shape("states-empty-when-pending", ZH, states=words("已打款", "", "拒付", "冲正"), expect="mark")
shape("care-as-codes", ZH, cares=lambda care: str(CARE.index(care) + 1))
shape("no-status", without(ZH, "status", "orig"), **only_paid)
shape("no-status-no-claim", without(ZH, "status", "orig", "claim"), hasClaim=False, **only_paid)
shape("no-status-no-claim-serial", "序号=seq " + without(ZH, "status", "orig", "claim"), hasClaim=False, **only_paid)
shape("no-claim", without(ZH, "claim", "orig"), hasClaim=False, keep=lambda r: r["status"] != "reversed")
shape("no-claim-many", without(EXTRA, "claim", "orig"), hasClaim=False, keep=lambda r: r["status"] != "reversed")
shape("no-claim-serial", without("流水号=serial " + ZH, "claim", "orig"), hasClaim=False, keep=lambda r: r["status"] != "reversed",
      why="a number of each line counts as no claim number would")
shape("claims-of-digits", ZH, claims=claim_digits)
shape("claims-of-18-digits", ZH, claims=claim_long)
shape("claims-of-18-digits-coded", "C1=claim C2=id C3=paid C4=amount C5=status C6=orig C7=care", claims=claim_long, expect="mark")
shape("claims-small-numbers", ZH, claims=claim_small)
shape("old-ids-among", ZH, ids=lambda number, r: number[:6] + number[8:17] if r["seq"] % 3 == 0 and number[6:8] == "19" else number)
shape("old-ids-all", ZH, keep=lambda r: r["id"][6:8] == "19", ids=lambda number, r: number[:6] + number[8:17])
shape("ids-small-x", ZH, ids=lambda number, r: number.lower())
shape("ids-in-groups", ZH, ids=lambda number, r: number[:6] + " " + number[6:14] + " " + number[14:])
shape("ids-masked", ZH, ids=lambda number, r: number[:6] + "********" + number[14:], expect="refuse", why="masked numbers tell nobody apart")
shape("guards", ZH, guard={"id", "claim", "orig"})
shape("apostrophes", ZH, ids=lambda number, r: "'" + number)
shape("tabs-behind-ids", ZH, ids=lambda number, r: number + "\t")
shape("fullwidth-digits", ZH, ids=lambda number, r: fullwidth(number), dates=lambda value: fullwidth(ISO(value)), money=lambda fen: fullwidth(yuan(fen)))
shape("padded-with-blanks", ZH, ids=lambda number, r: "  " + number + "  ", money=lambda fen: "%14s" % yuan(fen))
shape("title-line", ZH, before=["2023年上半年职工互助明细表"], expect="refuse", why="the README names no title lines before the header")
shape("total-line", ZH, after=["合计"])
shape("total-line-with-money", ZH, after=["合计,,,,1234567.89,,,,", "制表人：,,,,,,,,"])

# XML


def xml_elements(rows, spec):
    out = ['<?xml version="1.0" encoding="%s"?>' % spec.get("declared", "UTF-8"), "<Claims>"]
    for row in rows:
        out.append("  <Claim>" + "".join("<%s>%s</%s>" % (h, escape(v), h) for h, v in row) + "</Claim>")
    return "\n".join(out + ["</Claims>", ""])


def xml_attributes(rows, spec):
    out = ['<?xml version="1.0"?>', "<claims>"]
    for row in rows:
        out.append("  <claim " + " ".join("%s=%s" % (h, quoteattr(v)) for h, v in row if v) + "/>")
    return "\n".join(out + ["</claims>", ""])


def xml_namespace(rows, spec):
    text = xml_elements(rows, spec)
    return text.replace("<Claims>", '<Claims xmlns="urn:example:aid:1">')


def xml_prefix(rows, spec):
    out = ['<?xml version="1.0"?>', '<a:Claims xmlns:a="urn:example:aid:1">']
    for row in rows:
        out.append("<a:Claim>" + "".join("<a:%s>%s</a:%s>" % (h, escape(v), h) for h, v in row) + "</a:Claim>")
    return "\n".join(out + ["</a:Claims>", ""])


def xml_nested(rows, spec):
    """A header, a list of records with elements inside elements, and a trailer."""
    out = ['<?xml version="1.0"?>', "<Export>", "<Header><Sender>Insurer</Sender><Created>2023-07-05</Created></Header>", "<Body>"]
    for row in rows:
        v = {h: escape(value) for h, value in row}
        out.append(
            '<Case no="%s"><Member idNo="%s"><Name>%s</Name><Address><District>%s</District></Address></Member>'
            '<Payment><Date>%s</Date><Amount>%s</Amount></Payment><Decision>%s</Decision>%s<Care>%s</Care></Case>'
            % (v["no"], v["idNo"], v["Name"], v["District"], v["Date"], v["Amount"], v["Decision"],
               "<Reverses>%s</Reverses>" % v["Reverses"] if v["Reverses"] else "", v["Care"]))
    out += ["</Body>", "<Trailer><Count>%d</Count></Trailer>" % len(rows), "</Export>", ""]
    return "\n".join(out)


def xml_envelope(rows, spec):
    inner = xml_elements(rows, spec).split("\n", 1)[1].replace("Claims>", "rows>").replace("Claim>", "row>")
    return ('<?xml version="1.0"?>\n<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><Reply>'
            + inner.strip() + "</Reply></soap:Body></soap:Envelope>\n")


shape("xml-elements", "ClaimNo=claim IdNo=id Name=name PaidDate=paid AidAmount=amount Status=status OriginalClaimNo=orig CareType=care District=district",
      format="xml", xml=xml_elements, **english)
shape("xml-elements-chinese", ZH, format="xml", xml=xml_elements)
shape("xml-gb18030", ZH, format="xml", xml=xml_elements, encoding="gb18030", declared="GB18030")
shape("xml-attributes", EN, format="xml", xml=xml_attributes, **english)
shape("xml-namespace", EN, format="xml", xml=xml_namespace, **english)
shape("xml-prefix", EN, format="xml", xml=xml_prefix, **english)
shape("xml-nested", "no=claim idNo=id Name=name District=district Date=paid Amount=amount Decision=status Reverses=orig Care=care",
      format="xml", xml=xml_nested, **english)
shape("xml-envelope", EN, format="xml", xml=xml_envelope, **english)
shape("xml-pinyin", "pah=claim sfzh=id xm=name sqrq=applied zfrq=paid zje=total pfje=amount zt=status ypah=orig jzlx=care qx=district",
      format="xml", xml=xml_elements)
shape("xml-extras", "seq=seq claimNo=claim idNo=id agentIdNo=otherid phone=phone bankCard=card applyDate=applied settleDate=settledOn payDate=paid "
      "totalCost=total aidAmount=amount status=status originalClaimNo=orig careType=care", format="xml", xml=xml_elements, **english)
shape("xml-codes", EN, format="xml", xml=xml_elements, cares=CARE_EN.get, decide={"3": "paid", "1": "unpaid", "2": "unpaid", "9": "reversed"}, **codes)
# One other name at a time, of those that people give to a column
NAMES = {
    "claim": "赔案号 赔案编号 理赔号 报案号 案件号 申请编号 申请单号 业务流水号 救助编号 报销单号 单据号 受理编号 互助编号 结算编号 "
             "Claim␣ID ClaimNumber CaseNo case_id application_no Claim␣Reference Reference lipeihao anjianhao LPBH AJBH BH",
    "orig": "原案号 原案件编号 被冲正案件编号 冲正案件编号 关联案件编号 原单号 对应原编号 Reverses␣Claim parent_claim related_claim_no reversed_claim "
            "Original␣Case yuananjianbianhao YAJBH",
    "id": "身份证 身份证件号 公民身份证号码 证件号码 证件号 会员身份证 职工身份证号码 身份号码 ID Identity␣No resident_id citizen_id "
          "ID␣Card IDCard certNo cert_no shenfenzheng sfzhm ZJHM SFZHM",
    "paid": "打款日期 付款日期 付款时间 拨付日期 发放日期 到账时间 划款日期 支付完成时间 赔付日期 赔款支付日期 救助日期 Payment␣Date PayTime "
            "paid_at Date␣of␣Payment Transfer␣Date Disbursement␣Date pay_day fukuanriqi dakuanshijian FKRQ DKRQ ZFSJ",
    "amount": "金额 报销金额 救助金额 补助金额 给付额 赔款 实赔金额 实付金额 打款金额 发放金额 互助金 赔付金额(元) 二次报销额 Paid␣Amount "
              "Benefit payout Reimbursement Aid␣Amount␣(CNY) amt jine baoxiaojine BXJE JE PFJE",
    "status": "案件状态 支付状态 打款状态 处理状态 审核状态 结果 处理进度 赔付结论 Claim␣State State Result Outcome payment_status zhuangtai ZT CLZT",
}
for key, names in NAMES.items():
    for name in names.split():
        shape("name-%s-%s" % (key, name.replace("␣", "-")),
              [(name.replace("␣", " ") if of == key else header, of) for header, of in columns(ZH)])

# Two files
half = lambda first: (lambda r: (r["delivered"] < datetime.date(2023, 4, 1)) == first)
shape("two-languages", "", parts=[
    part(ZH, keep=half(True)),
    part(EN, keep=half(False), states=STATES_EN)])
shape("two-languages-many", "", parts=[
    part(EXTRA, keep=half(True), encoding="gb18030", eol="\r\n"),
    part("claim_no=claim apply_date=applied settle_date=settledOn pay_date=paid total_cost=total aid_amount=amount id_no=id phone=phone "
         "status=status original_claim_no=orig care_type=care district=district", keep=half(False), states=STATES_EN, delimiter="\t")])
shape("two-pinyin-chinese", "", parts=[
    part(ZH, keep=half(True)),
    part("PAH=claim SFZH=id XM=name ZFRQ=paid PFJE=amount ZT=status YPAH=orig JZLX=care QX=district", keep=half(False))])
shape("csv-and-xml", "", parts=[
    part(ZH, keep=half(True)),
    part(EN, keep=half(False), format="xml", xml=xml_elements, states=STATES_EN)])
shape("two-vocabularies", "", parts=[
    part(ZH, keep=half(True), states=words("已支付", "审核中", "不予支付", "冲正")),
    part(ZH, keep=half(False), states=words("已打款", "待审核", "拒付", "冲正"), dates=day("{y}/{m}/{d}"))])
shape("two-orders-same-names", "", parts=[
    part(ZH, keep=half(True)),
    part(" ".join(reversed(ZH.split())), keep=half(False), delimiter=";", encoding="gb18030")])
shape("second-lacks-care", "", parts=[
    part(ZH, keep=half(True)),
    part(without(ZH, "care"), keep=half(False))], expect="right")
shape("second-lacks-status", "", parts=[
    part(without(ZH, "orig"), keep=lambda r: half(True)(r) and r["status"] != "reversed"),
    part(without(ZH, "status", "orig"), keep=lambda r: half(False)(r) and r["status"] == "paid")], expect="mark",
    why="nobody says that the second file is of payments only")
shape("units-differ", "", parts=[
    part(ZH, keep=half(True)),
    part(without(ZH, "amount") + " 赔付金额（万元）=amount", keep=half(False), money=ten_thousands)])
shape("names-crossed", "", parts=[
    part(without(ZH, "amount") + " 赔付金额=amount 医疗费用=total", keep=half(True)),
    part(without(ZH, "amount") + " 医疗费用=total 互助金额=amount", keep=half(False))])


# Writing


def rows_of(records, spec):
    rows = []
    for record in records:
        if spec["keep"](record):
            rows.append([(header, CELLS[key](record, spec)) for header, key in spec["cols"]])
    return rows


def csv_cell(text, spec, key):
    if key in spec["guard"]:
        return '="%s"' % text if text else ""
    if spec["quote"] or any(letter in text for letter in (spec["delimiter"], '"', "\n", "\r")):
        return '"' + text.replace('"', '""') + '"'
    return text


def write_csv(records, spec):
    out = io.StringIO()
    for line in spec["before"]:
        out.write(line + spec["eol"])
    out.write(spec["delimiter"].join(csv_cell(h, spec, "") for h, _ in spec["cols"]) + spec["eol"])
    for row in rows_of(records, spec):
        cells = [csv_cell(value, spec, key) for (_, value), (_, key) in zip(row, spec["cols"])]
        out.write(spec["delimiter"].join(cells) + spec["eol"])
    for line in spec["after"]:
        out.write(line + spec["eol"])
    return out.getvalue()


def write_shape(made, records, folder):
    """Writes the files of a shape and returns their paths in the order of counting."""
    os.makedirs(folder, exist_ok=True)
    paths = []
    for place, spec in enumerate(made["files"]):
        path = os.path.join(folder, "part%d.%s" % (place + 1, spec["format"]))
        text = spec["xml"](rows_of(records, spec), spec) if spec["format"] == "xml" else write_csv(records, spec)
        with open(path, "wb") as file:
            file.write(spec["mark"] + text.encode(spec["encoding"]))
        paths.append(path)
    return paths


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: shapes.py FOLDER")
    records = make_claims()
    for made in SHAPES:
        write_shape(made, records, os.path.join(sys.argv[1], made["name"]))
    print("%d shapes of %d records" % (len(SHAPES), len(records)))


if __name__ == "__main__":
    main()
