import AidInput

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

/// The column of a file that is taken for a meaning, and how surely: learnt from what values look like, then from names.
struct ColumnScores {
    /// Names, without blanks, brackets and what stands in them, in small letters. A name that holds one of the words is
    /// likely to mean it; earlier words count more.
    private static let words: [ColumnMeaning: [String]] = [
        .person: ["身份证", "证件号", "公民身份", "sfz", "zjh", "idno", "idcard", "idnumber", "person"],
        .claim: [
            "赔付编号", "报销编号", "案件号", "单号", "流水号", "业务号", "申请号", "编号", "claimno", "claim", "pfbh", "bxbh",
            "lsh", "djh", "bh",
        ],
        .reverses: ["原赔付", "原单", "原编号", "原流水", "冲正", "冲销", "revers", "orig"],
        .date: ["打款", "支付", "付款", "拨付", "发放", "到账", "paid", "pay", "dkrq", "zfrq", "日期", "时间", "date", "rq"],
        .amount: [
            "互助金额", "互助金", "赔付金额", "补助金额", "报销金额", "实付", "发放金额", "aidamount", "aid", "hzje", "金额", "amount",
            "je", "money",
        ],
        .status: ["状态", "status", "state", "zt"],
        .name: ["姓名", "name", "xm"],
        .category: ["类型", "类别", "区", "地市", "type", "care", "district", "city", "lb", "lx"],
    ]

    private let columns: [ColumnProfile]

    init(_ columns: [ColumnProfile]) {
        self.columns = columns
    }

    /// What each column means: the columns that are needed once are chosen first, each the best of all.
    var meanings: [ColumnMeaning] {
        var meanings: [ColumnMeaning?] = columns.map { $0.filledCount == 0 ? .empty : nil }
        for meaning in [ColumnMeaning.person, .date, .amount, .status, .reverses, .claim] {
            let best = columns.indices.filter { meanings[$0] == nil }
                .map { (index: $0, score: score(columns[$0], meaning)) }
                .filter { $0.score > 0 }.max { $0.score == $1.score ? $0.index > $1.index : $0.score < $1.score }
            if let best { meanings[best.index] = meaning }
        }
        return columns.indices.map { index in meanings[index] ?? other(columns[index]) }
    }

    /// The column that fits best among those that were taken for a meaning; nil: none was.
    func best(_ meaning: ColumnMeaning, among meanings: [ColumnMeaning]) -> Int? {
        columns.indices.filter { meanings[$0] == meaning }.map { (index: $0, score: score(columns[$0], meaning)) }
            .max { $0.score == $1.score ? $0.index > $1.index : $0.score < $1.score }?.index
    }

    /// How well a column's values and name fit a meaning; 0: they do not.
    private func score(_ column: ColumnProfile, _ meaning: ColumnMeaning) -> Int {
        let name = nameScore(column.name, meaning)
        let distinct = column.distinctCount
        switch meaning {
        case .person:
            let share = column.share(.residentID, .badResidentID, .damagedNumber)
            return share >= 0.5 ? Int(share * 100) + name : 0
        case .date:
            let share = column.share(.date)
            return share >= 0.8 ? Int(share * 40) + name : 0
        case .amount:
            let (money, number) = (column.share(.money), column.share(.money, .wholeNumber, .serialDate))
            return number >= 0.9 && (money > 0.1 || name > 0) ? Int(money * 40) + name : 0
        case .status:
            guard let distinct, distinct <= 12, distinct < column.filledCount || name > 0 else { return 0 }
            let known = (column.countByValue ?? [:]).reduce(0) {
                StateWords.meaning(of: $1.key) == nil ? $0 : $0 + $1.value
            }
            let share = known * 100 / max(column.filledCount, 1)
            return share >= 50 || name > 0 ? share + name : 0
        case .reverses:
            return name > 0 && column.emptyCount > column.filledCount ? name : 0
        case .claim:
            let isMany = distinct.map { $0 * 2 >= column.filledCount } ?? true
            let isOther = column.share(.date, .money, .shortHan) > 0.5
            return isMany && !isOther && name > 0 && column.emptyCount * 10 <= column.filledCount ? name : 0
        case .category, .name, .text, .empty: return 0
        }
    }

    /// What no single column is needed for.
    private func other(_ column: ColumnProfile) -> ColumnMeaning {
        if nameScore(column.name, .name) > 0 && column.share(.shortHan) >= 0.5 { return .name }
        if column.share(.date) >= 0.8 { return .date }
        if column.share(.money) >= 0.5 { return .amount }
        if column.share(.residentID, .badResidentID) >= 0.5 { return .person }
        if let distinct = column.distinctCount, distinct <= 50, distinct * 2 <= column.filledCount,
            column.share(.wholeNumber, .damagedNumber) < 0.5 || nameScore(column.name, .category) > 0
        {
            return .category
        }
        return column.share(.shortHan) >= 0.8 ? .name : .text
    }

    private func nameScore(_ name: String, _ meaning: ColumnMeaning) -> Int {
        let bare = String(
            name.prefix { !"(（[【".contains($0) }.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" })
        let words = ColumnScores.words[meaning] ?? []
        guard let place = words.firstIndex(where: { bare.contains($0) }) else { return 0 }
        return 60 - place
    }
}

/// States of claims as exports write them.
enum StateWords {
    enum Meaning: String, CaseIterable {
        case paid
        case unpaid
        case reversed
    }

    private static let words: [(word: String, meaning: Meaning)] = [
        ("未支付", .unpaid), ("未打款", .unpaid), ("未付", .unpaid), ("待", .unpaid), ("审核中", .unpaid), ("不通过", .unpaid),
        ("拒", .unpaid), ("驳回", .unpaid), ("退回", .unpaid), ("撤销", .unpaid), ("失败", .unpaid), ("冲正", .reversed),
        ("冲销", .reversed), ("退款", .reversed), ("退费", .reversed), ("已支付", .paid), ("已打款", .paid), ("已付", .paid),
        ("已发放", .paid), ("已拨付", .paid), ("成功", .paid), ("到账", .paid), ("unpaid", .unpaid), ("pending", .unpaid),
        ("reject", .unpaid), ("refused", .unpaid), ("revers", .reversed), ("refund", .reversed), ("paid", .paid),
        ("success", .paid),
    ]

    /// What a state means where its words say so; nil: nobody can know.
    static func meaning(of state: String) -> Meaning? {
        let state = state.lowercased()
        return words.first { state.contains($0.word) }?.meaning
    }
}
