import AidInput
import AidModel

/// What a column is for, as far as its values and its name tell.
package enum ColumnMeaning: String, Sendable, CaseIterable {
    case person
    case claim
    case reverses
    case date
    case amount
    case status
    case category
    case name
    case text
    case empty
}

/// Names of columns that tell what they hold, in Chinese, English and pinyin.
///
/// Names are compared without blanks, `_` and `-`, in small letters, up to a bracket. Earlier words count more.
enum ColumnWords {
    static let of: [ColumnMeaning: [String]] = [
        .person: ["身份证", "证件号", "公民身份", "sfz", "zjh", "idno", "idcard", "idnumber", "memberid", "person"],
        .claim: [
            "赔付编号", "赔案", "理赔号", "理賠", "报案号", "案件编号", "案件号", "报销编号", "单据号", "单号", "业务号", "业务编号", "申请号",
            "编号", "claimno", "claimid", "caseno", "caseid", "applicationno", "reference", "claim", "case", "pfbh",
            "pah",
            "bxbh", "lipei", "peian", "anjian", "djh", "流水号", "lsh", "bh",
        ],
        .reverses: [
            "原赔", "原案", "原单", "原编号", "原业务", "原流水", "关联案件", "冲正", "冲销", "revers", "orig", "parent", "related",
            "yuan", "yaj",
        ],
        .date: ["打款", "支付", "付款", "拨付", "发放", "到账", "入账", "到位", "转账", "paid", "pay", "dkrq", "zfrq", "fkrq"],
        .amount: ["互助", "赔付金额", "补助", "报销金额", "二次报销", "发放金额", "aidamount", "aid", "hzje", "实发金额", "实付金额", "实赔金额"],
        .status: ["状态", "status", "state", "zt"],
        .name: ["姓名", "name", "xm", "经办", "代办", "操作员", "审核人", "经手", "联系人", "contact"],
        .category: ["类型", "类别", "险种", "区", "地市", "type", "care", "district", "city", "lb", "lx"],
    ]

    /// Names that say that a column is about somebody or something else.
    static let other: [ColumnMeaning: [String]] = [
        .person: [
            "家属", "监护", "经办", "代办", "代理", "收款", "患者", "联系", "配偶", "agent", "guardian", "spouse", "payee", "patient",
            "contact", "申请人", "applicant", "就诊人", "就医人", "病人", "医生", "医师", "户主", "领款", "领取", "开户", "法人", "审核", "操作",
            "doctor",
            "physician", "household", "operator",
        ],
        .claim: ["序号", "行号", "原", "关联", "parent", "related", "orig", "revers"],
        .date: treatments + submissions + [
            "出生", "生日", "参保", "入会", "入职", "生效", "失效", "到期", "有效", "发票", "票据", "事故", "出险", "发生", "birth", "insur",
            "effective", "expir", "invoice", "accident",
        ],
        .amount: [
            "自付", "自费", "总费用", "医保", "统筹", "大病", "结算", "起付", "settled", "total", "copay", "selfpay", "fee",
            "申请", "申报", "余额", "结余", "发票", "票据", "保额", "限额", "累计", "核减", "核增", "扣减", "扣除", "扣款", "退回", "退款", "退费",
            "退票", "审核", "balance", "invoice", "refund", "return", "deduct", "request", "applied", "apply", "cumul",
            "limit",
        ],
    ]

    /// What days of treatment are called, the day that tells most of it first.
    private static let treatments = [
        "就诊", "就医", "诊疗", "治疗", "看病", "门诊", "visit", "treat", "入院", "住院", "admission", "admit", "出院", "discharge",
    ]

    /// What is called a day long before any money is paid.
    private static let submissions = [
        "申请", "受理", "提交", "申报", "报案", "立案", "登记", "录入", "创建", "上报", "填报", "报送", "收件", "更新", "修改", "导出", "打印",
        "apply", "applied", "application", "submi", "creat", "regist", "receiv", "updat", "modif", "export",
    ]

    /// What is called a day on which it was decided that money is paid, or how much: better than none, where no day of
    /// the payment itself is there.
    private static let decisions = [
        "审核", "审批", "复核", "核准", "批准", "核定", "核赔", "理算", "结案", "结算", "approv", "audit", "review", "settle",
    ]

    static func saysDecision(_ name: String) -> Bool { decisions.contains { bare(name).contains($0) } }

    /// Where a name stands among those of days of treatment, from 0; nil: it is none.
    static func treatmentRank(_ name: String) -> Int? {
        let bare = bare(name)
        guard !submissions.contains(where: { bare.contains($0) }), !saysDecision(name),
            of[.date]?.contains(where: { bare.contains($0) }) != true
        else { return nil }
        return treatments.firstIndex { bare.contains($0) }
    }

    /// Names of numbers that are of something else than the claim, though nothing else may tell claims apart.
    private static let otherNumbers = [
        "银行", "交易", "发票", "票据", "批次", "住院", "门诊", "病案", "卡号", "bank", "invoice", "batch", "transaction",
    ]

    /// What an amount is called that was paid, beside the words of `of`: these are not enough to choose it by.
    private static let payments = [
        "赔付", "赔款", "理赔", "给付", "救助", "慰问", "实付", "实发", "报销", "支付", "打款", "付款", "拨付", "划款", "发放", "到账", "pay",
        "claim", "benefit", "disburs",
    ]

    /// What an amount is called that nothing else is said of.
    private static let plainAmounts: Set = ["金额", "amount", "amt", "je", "money"]

    /// Whether a name surely says a meaning, so that another sure name means the same in another file.
    static func isSure(_ name: String, _ meaning: ColumnMeaning) -> Bool {
        if saysOther(name, meaning) { return false }
        if score(name, meaning) > 0 { return true }
        guard meaning == .amount else { return false }
        let bare = bare(name)
        let last = bare.split(separator: "/").last.map { $0.drop { $0 == "@" } } ?? ""
        return plainAmounts.contains(String(last)) || payments.contains { bare.contains($0) }
    }

    /// Whether a name says that a column holds states, of whatever.
    static func saysState(_ name: String) -> Bool {
        let bare = bare(name)
        return score(name, .status) > 0 || results.contains { bare.contains($0) }
    }

    /// What the states of claims are called, where they are not called states.
    private static let results = [
        "审核结果", "审批结果", "处理结果", "办理结果", "支付结果", "打款结果", "付款结果", "发放结果", "赔付结果", "理赔结果", "result",
    ]

    /// Names of columns that may say whether a claim was paid, though they are not called so.
    static let mayBeStatus = ["是否", "标志", "标识", "结果", "stage", "flag", "paid", "sts", "result"]

    /// Numbers that tell people within a union or an employer.
    private static let workerNumbers = [
        "工号", "会员号", "会员编号", "会员卡号", "员工号", "员工编号", "职工号", "职工编号", "人员编号", "社保号", "社保编号", "个人编号", "医保号",
        "memberno", "membernumber", "employeeno", "employeeid", "workerno", "staffno", "staffid", "gonghao",
        "huiyuanhao",
    ]

    static func isWorkerNumber(_ name: String) -> Bool {
        let bare = bare(name)
        return !saysOther(name, .person) && workerNumbers.contains { bare.contains($0) }
    }

    /// Whether a column numbers the lines.
    static func isLineNumber(_ column: ColumnProfile) -> Bool {
        ["序号", "行号", "no", "no.", "#", "seq", "rowno", "xh"].contains(bare(column.name))
            && column.share(.wholeNumber) >= 0.9
    }

    static func bare(_ name: String) -> String {
        name.prefix { !"(（[【".contains($0) }.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
    }

    /// 0: no word of the meaning is in the name.
    static func score(_ name: String, _ meaning: ColumnMeaning) -> Int {
        let bare = bare(name)
        if other[meaning]?.contains(where: { bare.contains($0) }) == true { return 0 }
        if meaning == .claim, otherNumbers.contains(where: { bare.contains($0) }) { return 0 }
        return of[meaning]?.firstIndex { bare.contains($0) }.map { 60 - $0 } ?? 0
    }

    static func saysOther(_ name: String, _ meaning: ColumnMeaning) -> Bool {
        other[meaning]?.contains { bare(name).contains($0) } ?? false
    }
}

/// States of claims as exports write them.
enum StateWords {
    enum Meaning: String, CaseIterable {
        case paid
        case unpaid
        case reversed
    }

    private static let words: [Meaning: Set<String>] = [
        .paid: words(
            "已支付 已打款 已付 已付款 已发放 已拨付 已划款 已赔付 已给付 已报销 已到账 到账 支付成功 打款成功 付款成功 发放成功 赔付完成 支付完成 支付完毕 打款完毕 付款完毕 发放完毕 给付完毕 赔付完毕 "
                + "paid disbursed settled payed"),
        .unpaid: words(
            "未支付 未打款 未付 未付款 未发放 未拨付 未赔付 未报销 未到账 待支付 待打款 待付款 待审核 待审批 待复核 待受理 审核中 审批中 受理中 处理中 "
                + "打款中 支付中 拒付 拒赔 拒绝 拒绝赔付 拒绝支付 拒绝打款 拒绝受理 驳回 审核不通过 不通过 不予支付 不予受理 不予赔付 支付失败 打款失败 unpaid pending "
                + "notpaid neverpaid rejected refused denied declined underreview tobepaid"),
        .reversed: words("冲正 已冲正 冲销 已冲销 红冲 冲账 reversed reversal"),
    ]

    /// What may be a flag of payments, though nobody can know which.
    private static let flags = words("是 否 y n yes no true false t f 0 1 2 3")

    private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }

    /// Words behind a state, as in brackets, that take it back, or leave it open.
    private static let doubts = [
        "作废", "退", "失败", "部分", "待", "未", "冲", "撤", "取消", "拒", "驳", "不", "异常", "挂起", "重复", "错", "追回", "核减", "扣",
        "处理中", "审核中", "支付中", "打款中", "void", "cancel", "return", "refund", "fail", "partial", "pend", "revers", "reject",
        "refus", "denied", "not ", "unpaid", "recall", "error", "duplicate", "hold",
    ]

    /// Words behind a state that may say that it was paid.
    private static let payments = ["支付", "打款", "付款", "已付", "发放", "部分", "paid", "partial"]

    /// What a state means where it says so as a whole, or in front of a remark that does not change it; nil: nobody can
    /// know.
    static func meaning(of state: String) -> Meaning? {
        for ends in ["(（[【:：", "(（[【:：-－—"] {
            let head = state.prefix { !ends.contains($0) }
            guard let meaning = wholeMeaning(of: ColumnWords.bare(String(head))) else { continue }
            let rest = state.dropFirst(head.count).lowercased()
            let against = meaning == .paid ? doubts : payments
            return against.contains { rest.contains($0) } ? nil : meaning
        }
        return nil
    }

    private static func wholeMeaning(of bare: String) -> Meaning? {
        if let meaning = Meaning.allCases.first(where: { words[$0]?.contains(bare) == true }) { return meaning }
        // 拒付 and 已拒付 are the same.
        return bare.hasPrefix("已") && words[.unpaid]?.contains(String(bare.dropFirst())) == true ? .unpaid : nil
    }

    static func isFlag(_ value: String) -> Bool { flags.contains(ColumnWords.bare(value)) }
}

/// The columns of a file that are taken for a meaning: by what their values look like, then by their names.
struct ColumnScores {
    /// The most that a column scores whose values fit, and whose name does not say that it is the one.
    private static let byValuesAlone = 45

    /// How many states a column has at most that is called so, and one that is not.
    static let (calledStateLimit, manyStateLimit, stateLimit) = (200, 60, 12)

    private let columns: [ColumnProfile]

    init(_ columns: [ColumnProfile]) {
        self.columns = columns
    }

    /// What each column means, and the column that was chosen for each meaning that is needed once: the best of all, if
    /// no other is as good.
    func assigned() -> (meanings: [ColumnMeaning], chosen: [ColumnMeaning: Int]) {
        var chosen: [ColumnMeaning: Int] = [:]
        var meanings: [ColumnMeaning?] = columns.map { $0.filledCount == 0 ? .empty : nil }
        for meaning in [ColumnMeaning.person, .date, .amount, .status, .claim, .reverses] {
            let claims = meanings.firstIndex(of: .claim).flatMap { columns[$0].countByValue }
            let scores = columns.indices.filter { meanings[$0] == nil }
                .map { (index: $0, score: score(columns[$0], meaning, claims: claims)) }
                .filter { $0.score > 0 }.sorted { $0.score == $1.score ? $0.index < $1.index : $0.score > $1.score }
            // Of two that are as good nobody can know which; nor of several dates of which none is called a payment's.
            guard let best = scores.first, scores.dropFirst().first?.score != best.score,
                scores.count == 1 || best.score > ColumnScores.byValuesAlone || meaning == .status
            else { continue }
            meanings[best.index] = meaning
            chosen[meaning] = best.index
        }
        return (columns.indices.map { index in meanings[index] ?? other(columns[index]) }, chosen)
    }

    /// Columns that may be what is needed, where none is it surely: for a person to choose from.
    func candidates(_ meaning: ColumnMeaning) -> [String] {
        columns.filter { column in
            // What has no name cannot be chosen.
            guard !column.name.isEmpty else { return false }
            return switch meaning {
            case .person: column.share(.residentID, .badResidentID, .damagedNumber) >= 0.5
            case .date: column.share(.date, .serialDate, .openDate) >= 0.8
            case .amount: column.share(.money) >= 0.5
            case .claim:
                !ColumnWords.saysOther(column.name, .claim) && !ColumnWords.isLineNumber(column)
                    && !ColumnWords.isWorkerNumber(column.name)
                    && (column.distinctCount.map { $0 * 10 >= column.filledCount * 9 } ?? true)
                    && column.emptyCount == 0
                    && column.share(.residentID, .badResidentID, .date, .openDate, .money, .shortHan) < 0.5
            case .status: mayBeStatus(column)
            case .reverses, .category, .name, .text, .empty: false
            }
        }.map(\.name)
    }

    private func mayBeStatus(_ column: ColumnProfile) -> Bool {
        // What is called so is never passed over, whatever stands there.
        if column.filledCount > 0, ColumnWords.saysState(column.name), column.share(.date, .openDate, .money) < 0.5 {
            return true
        }
        guard let values = column.countByValue, (2...60).contains(values.count),
            column.share(.date, .openDate, .money) < 0.5, !DraftDoubt.isPersonTimes(column)
        else { return false }
        let bare = ColumnWords.bare(column.name)
        return values.keys.contains { StateWords.meaning(of: $0) != nil }
            || values.count <= 12 && values.keys.allSatisfy(StateWords.isFlag)
            || values.count <= 12 && ColumnWords.mayBeStatus.contains { bare.contains($0) }
    }

    /// How well a column's values and name fit a meaning; 0: they do not.
    ///
    /// - Parameter claims: how often each claim number stands there; nil: not known.
    private func score(_ column: ColumnProfile, _ meaning: ColumnMeaning, claims: [String: Int]?) -> Int {
        let name = ColumnWords.score(column.name, meaning)
        if ColumnWords.saysOther(column.name, meaning) { return 0 }
        let distinct = column.distinctCount
        switch meaning {
        case .person:
            return column.share(.residentID, .badResidentID, .damagedNumber) >= 0.5 ? 100 + name : 0
        case .date:
            // A day of the decision stands back behind whatever may be the payment's.
            if ColumnWords.saysDecision(column.name) { return column.share(.date, .openDate) >= 0.8 ? 20 : 0 }
            if column.share(.date) >= 0.8 { return 40 + name }
            if column.share(.date, .openDate) >= 0.8 { return 35 + name }
            // Numbers of days may be anything, unless the column is called a date.
            return column.share(.date, .openDate, .serialDate) >= 0.8 && name > 0 ? 20 + name : 0
        case .amount:
            let (money, number) = (column.share(.money), column.share(.money, .wholeNumber, .serialDate))
            let isCalled = ["金额", "amount", "je", "money"].contains { ColumnWords.bare(column.name).contains($0) }
            guard number >= 0.9, money > 0.1 || name > 0 || isCalled else { return 0 }
            return (isCalled ? ColumnScores.byValuesAlone : 40) + name
        case .status:
            guard let values = column.countByValue, let distinct,
                distinct <= (name > 0 ? ColumnScores.calledStateLimit : ColumnScores.stateLimit)
            else { return 0 }
            guard !values.keys.contains(where: ColumnScores.mayBePersonal) else { return 0 }
            let known = values.reduce(0) { StateWords.meaning(of: $1.key) == nil ? $0 : $0 + $1.value }
            let share = known * 100 / max(column.filledCount, 1)
            // Where they are many, and nobody can know most of them, no list tells them apart.
            if share < 50, name == 0 || distinct > ColumnScores.manyStateLimit { return 0 }
            return share + name
        case .reverses:
            guard column.emptyCount > column.filledCount else { return 0 }
            if let values = column.countByValue, let claims, !claims.isEmpty {
                return values.keys.allSatisfy { claims[$0] != nil } ? 100 + name : name
            }
            return name
        case .claim:
            let isMany = distinct.map { $0 * 2 >= column.filledCount } ?? true
            let isOther = column.share(.date, .openDate, .money, .shortHan, .residentID) > 0.5
            return isMany && !isOther && name > 0 && column.emptyCount * 10 <= column.filledCount ? name : 0
        case .category, .name, .text, .empty: return 0
        }
    }

    /// What no single column is needed for.
    private func other(_ column: ColumnProfile) -> ColumnMeaning {
        if ColumnWords.score(column.name, .name) > 0 && column.share(.shortHan) >= 0.5 { return .name }
        if column.share(.date, .openDate) >= 0.8 { return .date }
        if column.share(.money) >= 0.5 { return .amount }
        if column.share(.residentID, .badResidentID) >= 0.5 { return .person }
        if let values = column.countByValue, values.count <= 50, values.count * 2 <= column.filledCount,
            !values.keys.contains(where: ColumnScores.mayBePersonal),
            column.share(.wholeNumber, .damagedNumber) < 0.5 || ColumnWords.score(column.name, .category) > 0
        {
            return .category
        }
        return column.share(.shortHan) >= 0.8 ? .name : .text
    }

    /// Whether a value holds a number that may be a person's.
    private static func mayBePersonal(_ value: String) -> Bool {
        PersonalNumbers.masked(in: value) != value || value.contains(/[0-9]{11}/)
    }
}
