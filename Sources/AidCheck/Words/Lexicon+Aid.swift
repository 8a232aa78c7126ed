import AidModel

/// Nouns of aid, made of what is done and of what is counted: 赔付 with 人次, 笔数, 总额.
///
/// They are ours where the sentence is, for other programmes use them, too.
extension Lexicon {
    private static let chineseAidVerbs = [
        "补助", "资助", "救助", "赔付", "理赔", "给付", "报销", "补偿", "帮扶", "发放", "支付", "拨付", "领取", "获补", "获赔", "受补",
        "领补", "获助",
        "受助",
        "受惠", "受益", "惠及", "享受", "援助", "扶助", "获益", "受援", "支出", "兑付", "报补", "结报", "领受", "申领", "获得补助",
        "获得救助", "获得赔付",
        "获得资助",
    ]
    private static let chineseCounted: [(Measure, [String])] = [
        (
            .recipients, ["人数", "总人数", "职工", "职工数", "职工人数", "职工总数", "会员", "会员数", "者", "的职工", "的人数", "员工"]
        ),
        (.personTimes, ["人次", "人次数", "总人次", "次数", "笔数", "件数", "的人次", "总笔数", "总次数"]),
        (.amount, ["金额", "总金额", "总额", "资金", "资金总额", "款", "款项", "额", "金", "金总额", "支出", "的资金", "的金额"]),
    ]

    static let chineseAidNouns: [(DraftToken.Kind, String)] = chineseCounted.map { measure, ends in
        (
            .noun(measure),
            chineseAidVerbs.flatMap { verb in ends.map { verb + $0 } }.joined(separator: " ")
        )
    }

    private static let englishCounted: [(Measure, [String])] = [
        (
            .recipients,
            [
                "number of people", "number of workers", "number of recipients", "number of beneficiaries",
                "number of employees", "number helped", "number of those helped", "number of people helped",
                "number of workers helped", "numbers helped", "those helped", "those aided",
                "those assisted",
                "those supported", "people aided", "people assisted", "people supported", "workers aided",
                "workers assisted", "workers supported", "employees helped", "headcount", "head count",
                "claimants",
                "payees", "individuals", "worker", "employee", "person", "beneficiary", "labourers",
                "laborers",
                "workers reached", "people reached", "workers covered by payments",
            ]
        ),
        (
            .personTimes,
            [
                "number of payments", "number of claims", "number of payouts", "number of reimbursements",
                "payments made", "claims paid", "claims settled", "claims met", "reimbursements",
                "reimbursement",
                "payment count", "claim count", "person-time", "disbursals", "instances",
                "individual payments",
                "individual claims", "claim numbers", "payment numbers", "volume of claims",
                "volume of payments",
                "tally of payments", "tally of claims",
            ]
        ),
        (
            .amount,
            [
                "sums", "amounts", "total amount", "amount paid", "amount disbursed", "amount of money",
                "sum paid",
                "total paid", "money paid", "money paid out", "money disbursed", "value of payments",
                "value of claims",
                "value of aid", "payment value", "relief", "assistance", "financial aid", "financial help",
                "financial assistance", "financial support", "cash", "bill for aid", "aid bill",
                "yuan total",
                "relief money", "support money", "grant money", "disbursal", "total outlay",
                "total spending",
                "payouts total", "compensation", "benefit", "benefit payments", "benefits paid",
                "aid total",
            ]
        ),
    ]

    static let englishAidNouns: [(DraftToken.Kind, String)] = englishCounted.map { measure, words in
        (.noun(measure), words.joined(separator: "|"))
    }
}
