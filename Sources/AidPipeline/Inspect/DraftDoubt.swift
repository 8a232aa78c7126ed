import AidInput
import AidModel
import AidText

/// What a drafted pipeline file cannot say, and a person must know of before the figures are right.
///
/// Each stands under `undecided`, where `lint` points at it until it is settled and removed.
enum DraftDoubt {
    /// A column says which records are void, and no key of the file uses it.
    case voidFlag(column: String, file: String, values: [(value: String, count: Int)])
    /// One record stands for several person-times.
    case personTimes(column: String, file: String, recordCount: Int)
    /// The name of a file says that its claims were not paid, or were taken back.
    case nameOfUnpaid(file: String, word: String)
    /// Records of one name stand in elements of several, or are of several namespaces, and all are read.
    case elementsTogether(record: String, file: String, places: [(place: String, count: Int)])
    /// Elements of another name look like the records, and are not read.
    case elementsPassedOver(record: String, file: String, others: [(place: String, count: Int)])
}

extension DraftDoubt {
    private static let voidWords = [
        "冲正", "冲销", "红冲", "作废", "删除", "撤销", "撤回", "退票", "退回", "退款", "无效", "注销", "取消", "void", "delet", "cancel",
        "revers", "invalid", "refund",
    ]
    /// Names of flags that say the opposite: of void records they say no.
    private static let validWords = ["有效", "isvalid", "validflag", "active"]
    private static let noes: Set = ["否", "n", "no", "false", "f", "0", "无"]
    private static let personTimes: Set = [
        "次数", "件数", "人次", "笔数", "赔付次数", "赔付件数", "赔付人次", "赔付笔数", "支付次数", "支付笔数", "受助次数", "受助人次", "报销次数", "报销人次",
        "理赔次数", "理赔件数", "发放次数", "案件数", "times", "count", "claims", "claimcount", "persontimes", "timescount",
    ]
    private static let unpaidWords = [
        "退回", "退款", "退票", "作废", "拒付", "拒赔", "未支付", "未打款", "未付", "未发放", "待审核", "待支付", "待打款", "驳回", "冲正", "冲销", "撤销",
        "不通过", "refund", "returned", "void", "rejected", "refused", "unpaid", "cancel", "reversal", "reversed",
        "denied",
        "pending",
    ]

    private static func isNo(_ value: String) -> Bool {
        noes.contains(ColumnWords.bare(value)) || ["未", "不", "没", "正常", "有效"].contains { value.hasPrefix($0) }
    }

    /// Whether a column is called a mark of void records, and marks some.
    static func isVoidFlag(_ column: ColumnProfile) -> Bool {
        let bare = ColumnWords.bare(column.name)
        let saysValid = validWords.contains { bare.contains($0) }
        guard saysValid || voidWords.contains(where: { bare.contains($0) }) else { return false }
        // The day on which a record was taken out.
        if !saysValid, column.emptyCount > 0, column.share(.date, .openDate) >= 0.8 { return true }
        guard let values = column.countByValue, (1...4).contains(values.count),
            values.keys.contains(where: { StateWords.isFlag($0) || isNo($0) })
                || column.emptyCount > 0 && column.share(.money, .residentID) == 0
        else { return false }
        return values.keys.contains { isNo($0) == saysValid }
    }

    static func isPersonTimes(_ column: ColumnProfile) -> Bool {
        personTimes.contains(ColumnWords.bare(column.name)) && column.share(.wholeNumber) >= 0.9
            && column.filledCount > column.emptyCount
    }

    /// The word in the name of a file, or of a sheet of it, that says that its claims do not count; nil: none.
    static func wordOfUnpaid(in name: String) -> String? {
        let own = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
        return unpaidWords.first { own.contains($0) }
    }
}

extension PipelineDraft {
    /// The names of the columns that files have for a meaning, each with its file, where they may mean different things;
    /// none, where there is one name alone, or all of them are known.
    func namesApart(_ meaning: ColumnMeaning) -> [(column: String, file: String)] {
        let chosen = names(meaning)
        guard !chosen.isEmpty, files.count > 1 else { return [] }
        var seen: Set<String> = []
        var all: [(column: String, file: String)] = []
        var isApart = chosen.count > 1 && !chosen.allSatisfy { ColumnWords.isSure($0, meaning) }
        for file in files {
            let own = file.inspection.columns.map(\.name)
            let names =
                file.chosen[meaning].map { [$0] }
                ?? (own.contains { chosen.contains($0) }
                    ? [] : ColumnScores(file.inspection.columns).candidates(meaning))
            if file.chosen[meaning] == nil, !names.isEmpty { isApart = true }
            all += names.filter { seen.insert($0).inserted }.map {
                (PersonalNumbers.masked(in: $0), PersonalNumbers.masked(in: file.inspection.name))
            }
        }
        return isApart ? all : []
    }

    /// A column that is called one of states, and has too many values to tell them apart; nil: there is none, or another
    /// column may hold states.
    var manyStates: (name: String, count: Int?)? {
        guard names(.status).isEmpty else { return nil }
        let called = files.flatMap(\.inspection.columns).filter { ColumnWords.saysState($0.name) && $0.filledCount > 0 }
        guard let first = called.first, candidates(.status).allSatisfy({ $0 == first.name }),
            first.distinctCount.map({ $0 > ColumnScores.manyStateLimit }) ?? true
        else { return nil }
        return (PersonalNumbers.masked(in: first.name), first.distinctCount)
    }

    private var doubts: [DraftDoubt] {
        files.flatMap { file -> [DraftDoubt] in
            let name = PersonalNumbers.masked(in: file.inspection.name)
            var doubts: [DraftDoubt] = []
            let needed = Set(file.chosen.values)
            let states = names(.status).isEmpty ? Set(candidates(.status)) : []
            for column in file.inspection.columns where !needed.contains(column.name) && !states.contains(column.name) {
                let shown = PersonalNumbers.masked(in: column.name)
                if DraftDoubt.isVoidFlag(column) {
                    let values = column.share(.date, .openDate) > 0 ? [] : column.shownValues(.category)
                    doubts.append(.voidFlag(column: shown, file: name, values: values))
                } else if DraftDoubt.isPersonTimes(column) {
                    let count = column.countByValue?.filter { Int($0.key).map { $0 > 1 } ?? false }
                        .reduce(0) { $0 + $1.value }
                    if count ?? 0 > 0 {
                        doubts.append(.personTimes(column: shown, file: name, recordCount: count ?? 0))
                    }
                }
            }
            if let record = file.inspection.record, file.inspection.format == "xml" {
                let together = file.inspection.placesOfRecords
                if together.count > 1 {
                    doubts.append(.elementsTogether(record: record, file: name, places: together))
                }
                let others = file.inspection.elementsLikeRecords
                if !others.isEmpty {
                    doubts.append(.elementsPassedOver(record: record, file: name, others: others))
                }
            }
            if files.count > 1, let word = DraftDoubt.wordOfUnpaid(in: file.inspection.name), !file.hasPaidStates {
                doubts.append(.nameOfUnpaid(file: name, word: word))
            }
            return doubts
        }
    }

    /// What a person must settle, each a line that `lint` refuses.
    var undecided: [Line] {
        let doubts = doubts
        return doubts.isEmpty
            ? []
            : [Line("undecided:", texts.undecidedChoices)]
                + doubts.map { Line("  - " + PipelineDraft.scalar(TextTable.shown(texts.doubt($0)), always: true)) }
    }
}

extension Inspection.File {
    /// Whether its states tell by themselves which of its records were paid.
    fileprivate var hasPaidStates: Bool {
        columns.contains { profile, meaning in
            meaning == .status
                && (profile.countByValue ?? [:]).keys.contains { StateWords.meaning(of: $0) ?? .paid != .paid }
        }
    }
}
