import AidInput
import AidModel

extension RunFinding {
    /// How many names are listed of one kind of finding.
    static let listed = 5
    private static let listedOutliers = 3

    /// The finding as reports and logs tell it.
    var finding: Finding {
        switch self {
        case .inputsListedAgain(let again): RunFinding.inputsListedAgain(again)
        case .filesPassedOver(let count, let first):
            .warning(
                "files-passed-over", zh: "\(count) 个文件因字母大小写与 inputs 中的通配符不符而没有读取，首个是 \(first)",
                en: "\(count) files are not read, as they differ from the globs of `inputs` by the case of "
                    + "letters; \(first) is the first")
        case .foundInMoreFiles(let code, let count):
            .warning(code, zh: "另有 \(count) 个文件也是如此", en: "\(count) more files are like that")
        case .sameContent(let name, let other):
            .warning(
                "same-content", zh: "\(name) 与 \(other) 内容完全相同", en: "\(name) and \(other) are the same, byte by byte")
        case .sameFigures(let name, let other):
            .warning(
                "same-figures", zh: "\(name) 与 \(other) 的已支付记录数和金额完全相同；没有赔付编号无法去重，若是同一份导出请去掉其中一个",
                en: "\(name) and \(other) have as many paid records and as much money; without claim numbers "
                    + "nothing tells duplicates, so leave one out if they are the same export")
        case .rejectsNotKept(let fileCount, let first, let rejectCount):
            .warning(
                "rejects-not-kept",
                zh: "登记册由较早的版本读入了 \(fileCount) 个导出文件（第一个是 \(first)）：其中 \(rejectCount) 条无效记录不在 "
                    + "rejects.csv 中，记录中的异常也未检查；要看到它们，请用全部导出文件重建登记册",
                en: "an earlier version took \(fileCount) exports into the register, \(first) the first: "
                    + "\(rejectCount) rejected records of theirs are not in rejects.csv, and oddities of their records "
                    + "were not looked for; to see them, make the register anew from all exports")
        case .rejectedRecords(let count, let share):
            .warning(
                "rejected-records", zh: "\(count) 条记录（\(share)）无法统计，见 rejects.csv",
                en: "\(count) records (\(share)) could not be counted; rejects.csv lists them")
        case .rejectsNotListed(let listed, let count):
            .warning(
                "rejects-not-listed",
                zh: "rejects.csv 只列出前 \(listed) 条无效记录，共 \(count) 条；下面所举的值只取自所列记录",
                en:
                    "rejects.csv lists the first \(listed) of \(count) rejected records; values that are told below are "
                    + "those of records that are listed")
        case .rejectedFor(let summary):
            Finding(level: .note, code: summary.reason.rawValue, message: summary.whole)
        case .manySuperseded(let count, let share):
            .warning(
                "many-superseded",
                zh: "\(count) 条记录（\(share)）被同编号的后来记录替代；若不是更正，则赔付编号可能并不唯一（如会员号、每月重新编号、占位符）",
                en: "\(count) records (\(share)) were superseded by later ones of the same claim number; "
                    + "if they are no corrections, the number may not be unique to a claim (a member's "
                    + "number, one that begins anew each month, a placeholder)")
        case .unidentifiedPersons(let count):
            .warning(
                "unidentified-persons", zh: "\(count) 人次的证件号无效：计入人次和金额，不计入人数",
                en: "\(count) person-times have an invalid ID: they count money and person-times, but no recipient")
        case .sharedClaimNumbers(let shared):
            Finding(level: .warning, code: "shared-claim-numbers", message: shared.what)
        case .sameRecords(let files): RunFinding.sameRecords(files)
        case .filesOutOfOrder(let files):
            .warning("files-out-of-order", zh: files.whatListed.zh, en: files.whatListed.en)
        case .orphanedReversals(let count):
            .warning(
                "reversals-of-forgotten-claims",
                zh: "\(count) 条冲正找不到原赔付；原赔付可能已按保留期限删去，那些季度的数字保持删去时的样子",
                en: "\(count) reversals find no claim; theirs may have been forgotten, and the figures of those "
                    + "quarters stay as they were")
        case .reversalsOfOtherPersons(let count):
            .warning(
                "reversals-of-other-persons", zh: "\(count) 条冲正的证件号与所冲赔付的不同，已照所写编号冲正；请核对编号",
                en: "\(count) reversals name another person than the claims that they take back, and "
                    + "are carried out by the claim numbers; check these")
        case .repeatedReversals(let count):
            .warning(
                "repeated-reversals",
                zh: "\(count) 条冲正与同一笔赔付的另一条冲正编号相同、内容不同，两条都已冲正；若是更正，请删去旧的一条",
                en: "\(count) reversals have the number of another one of the same claim and say "
                    + "something else; both are carried out. If one corrects the other, remove the older one")
        case .farOffAmounts(let count, let fileCount, let first):
            .warning(
                "far-off-amounts",
                zh: "\(count) 笔赔付的金额是中位数的一万倍以上（\(fileCount == 1 ? first : "\(fileCount) 个文件，首见于 \(first)")）；"
                    + "金额列中可能混入了别的号码，请核对",
                en: "\(count) claims are of 10,000 times the median and more "
                    + "(\(fileCount == 1 ? first : "\(fileCount) files, first in \(first)")); another number may stand "
                    + "in the column of amounts: check them")
        case .amountScale(let outliers, let part): RunFinding.amountScale(outliers, part)
        case .membersMissing(let quarter, let file):
            .warning(
                "members-missing", zh: "\(file) 没有 \(quarter) 的会员人数",
                en: "\(file) does not say how many members there were in \(quarter)")
        case .fewerMembersThanRecipients(let group):
            .warning(
                "fewer-members-than-recipients",
                zh: (group.map { "\($0.quoted)的" } ?? "") + "受助职工多于会员；请核对会员人数",
                en: (group.map { "\($0.quoted) has " } ?? "there are ")
                    + "more recipients than members; check the number of members")
        case .standardCellsEmpty(let groups, let isOfWhole): RunFinding.standardCellsEmpty(groups, isOfWhole)
        case .standardCellsUnweighted(let count): RunFinding.standardCellsUnweighted(count)
        case .placeholderGroups(let field, let names):
            RunFinding.placeholderGroups(field, names.prefix(RunFinding.listed).joined(separator: ", "))
        case .similarGroups(let field, let told, let untold): RunFinding.similarGroups(field, told, untold)
        case .tableRejects, .tableOverlaps, .tableAbsent, .tableGaps, .tableRetained, .tableUndated: tableFinding
        case .readingTime(let stage, let nanoseconds, let jobs):
            .note(
                "timing", zh: "\(RunFinding.seconds(nanoseconds)) 秒　\(stage.name.zh)（\(jobs) 个线程合计）",
                en: "\(RunFinding.seconds(nanoseconds)) s  \(stage.name.en) (\(jobs) threads together)")
        case .stageTime(let stage, let nanoseconds):
            .note(
                "timing", zh: "\(RunFinding.seconds(nanoseconds)) 秒　\(stage.name.zh)",
                en: "\(RunFinding.seconds(nanoseconds)) s  \(stage.name.en)")
        }
    }

    private static func inputsListedAgain(_ again: [(name: String, first: String)]) -> Finding {
        let named = again.prefix(listed)
        let zh = named.map { $0.name == $0.first ? $0.name : "\($0.name) 即 \($0.first)" }.joined(separator: "、")
        let en = named.map { $0.name == $0.first ? $0.name : "\($0.name) is \($0.first)" }.joined(separator: ", ")
        let more = again.count > listed
        return .warning(
            "input-listed-again", zh: "有文件列出了不止一次，只读取一次：\(zh)\(more ? " 等" : "")",
            en: "files are listed more than once, and read once: \(en)\(more ? ", …" : "")")
    }

    private static func sameRecords(_ files: OverlappingFiles) -> Finding {
        let zh = files.pairs.map { "\($0.earlier) 与 \($0.later) \($0.count) 条" }.joined(separator: "、")
        let en = files.pairs.map { "\($0.count) in \($0.earlier) and \($0.later)" }.joined(separator: ", ")
        let isNamed = !files.pairs.isEmpty
        return .warning(
            "same-records",
            zh: "\(files.count) 条已支付记录在不止一个文件中出现（同一人、同一天、同一金额、同样的分组）；没有赔付编号无法判断是否重复，"
                + "都已计入："
                + (isNamed
                    ? zh + (files.hasMorePairs ? " 等" : "") : "涉及 \(files.fileCount) 个文件，首见于 \(files.firstName)"),
            en:
                "\(files.count) paid records stand in more than one file (the same person, day, amount and groups); without "
                + "claim numbers nothing tells whether they are one claim, and all are counted: "
                + (isNamed
                    ? en + (files.hasMorePairs ? ", …" : "")
                    : "in \(files.fileCount) files, first in \(files.firstName)"))
    }

    private static func amountScale(_ outliers: [(name: String, times: String)], _ part: ScaledPart) -> Finding {
        let others =
            switch part {
            case .files: BilingualText(zh: "其他文件", en: "that of the other files")
            case .quarters: BilingualText(zh: "其他季度", en: "that of the other quarters")
            }
        let named = outliers.prefix(listedOutliers)
        let zh = named.map { "\($0.name)（约 \($0.times) 倍）" }.joined(separator: "、")
        let en = named.map { "\($0.name) (about \($0.times) times)" }.joined(separator: ", ")
        let more = outliers.count > listedOutliers
        return .warning(
            "amount-scale",
            zh: "每笔金额的中位数与\(others.zh)相差悬殊：\(zh)\(more ? " 等" : "")；"
                + "可能单位不同，请核对，并用 fields.amount.unit 或列名写明单位",
            en: "the median money of a claim is far off \(others.en): "
                + "\(en)\(more ? ", …" : ""); its unit may be another: "
                + "check it, and say it as fields.amount.unit or in the column's name")
    }

    private static func placeholderGroups(_ field: String, _ names: String) -> Finding {
        .warning(
            "placeholder-groups",
            zh: "分组字段\(field.quoted)有值像是没有值（\(names)），按组名统计；"
                + "如应算未填，请在 fields.\(field) 中写 values: { \"未填\": [\(names)] }",
            en:
                "values of the category \(field.quoted) stand for none (\(names)), and are counted as groups; if they are "
                + "empty, write in fields.\(field) "
                + "values: { \"未填\": [\(names)] }")
    }

    private static func similarGroups(_ field: String, _ told: [[String]], _ untold: Int) -> Finding {
        // JSON is YAML, and shows what cannot be seen.
        let mapping = told.prefix(listed).map { values in
            let names = values.map(DoubtfulGroups.quoted)
            return names[0] + ": [" + names.dropFirst().joined(separator: ", ") + "]"
        }.joined(separator: ", ")
        let more = told.count - listed
        var zh: [String] = []
        var en: [String] = []
        if !told.isEmpty {
            zh.append(
                "分组字段\(field.quoted)有名称只在全半角、大小写、空白或相近字形上不同，分别统计；"
                    + "如是同一组，请在 fields.\(field) 中写 values: { \(mapping) }" + (more > 0 ? "，另有 \(more) 组" : ""))
            en.append(
                "names of the category \(field.quoted) are written in several ways (width, case, blanks, "
                    + "look-alikes) and counted apart; if they are one group, write in fields.\(field) "
                    + "values: { \(mapping) }" + (more > 0 ? ", and \(more) more" : ""))
        }
        if untold > 0 {
            zh.append("分组字段\(field.quoted)有 \(untold) 个值与别的值只有这样的不同，其中有本报告不列名称的组")
            en.append(
                "\(untold) values of the category \(field.quoted) differ from others in such ways alone, "
                    + "among them groups that this report does not name")
        }
        return .warning("similar-groups", zh: zh.joined(separator: "。"), en: en.joined(separator: ". "))
    }

    /// To the microsecond.
    private static func seconds(_ nanoseconds: Int) -> String {
        let microseconds = nanoseconds / 1000
        let fraction = String(microseconds % 1_000_000)
        return "\(microseconds / 1_000_000)." + String(repeating: "0", count: 6 - fraction.count) + fraction
    }
}

extension SharedClaims {
    /// What both the finding and the refusal say.
    var what: BilingualText {
        BilingualText(
            zh: "\(count) 条记录的赔付编号此前属于另一个人，以后一条为准"
                + "（\(fileCount == 1 ? firstName : "\(fileCount) 个文件，首见于 \(firstName)")）",
            en: "\(count) records give a claim number to another person than the record before, and the later one "
                + "counts (\(fileCount == 1 ? firstName : "\(fileCount) files, first in \(firstName)"))")
    }
}

extension FilesOutOfOrder {
    /// What is told where someone has listed the files in this order.
    fileprivate var whatListed: BilingualText {
        BilingualText(
            zh: "\(claimCount) 笔赔付在几个文件中内容不同，以后读的文件为准，而从文件名看它更早，例如 \(standing) 列在 \(later) "
                + "之后；若非本意，请按时间顺序列出",
            en:
                "\(claimCount) claims have versions in several files, and that of the file read last counts, although its name "
                + "says that it is the earlier, as with \(standing) listed behind \(later); if that is not meant, list "
                + "files in the order of time")
    }

    /// What is said where the program has sorted them, and refuses.
    var whatSorted: BilingualText {
        BilingualText(
            zh: "\(claimCount) 笔赔付在几个文件中内容不同，以哪个为准由文件的先后决定；文件按名称的字节排序，例如 \(standing) 排在 "
                + "\(later) 之后，而从文件名看它更早；没有发布任何结果",
            en:
                "\(claimCount) claims have versions in several files, and the order of the files decides which of them counts; "
                + "sorted by the bytes of their names, \(standing) comes behind \(later), for one, although its name says "
                + "that it is the earlier; nothing was published")
    }
}

extension ReadingStage {
    fileprivate var name: BilingualText {
        switch self {
        case .read: BilingualText(zh: "读取", en: "read: from files into memory")
        case .wait: BilingualText(zh: "等待", en: "wait: for the piece before")
        case .mark: BilingualText(zh: "标记", en: "mark: find structure, check text")
        case .decode: BilingualText(zh: "解码", en: "decode: records to claims, dealt out")
        case .digest: BilingualText(zh: "摘要", en: "digest: SHA-256 of the inputs")
        }
    }
}

extension RunTimings.Stage {
    fileprivate var name: BilingualText {
        switch self {
        case .resolve: BilingualText(zh: "核定", en: "resolve: versions and reversals")
        case .count: BilingualText(zh: "统计", en: "count: people told apart, figures compared")
        case .write: BilingualText(zh: "写出", en: "write: reports")
        }
    }
}

extension Finding {
    static func warning(_ code: String, zh: String, en: String) -> Finding {
        Finding(level: .warning, code: code, message: BilingualText(zh: zh, en: en))
    }

    static func note(_ code: String, zh: String, en: String) -> Finding {
        Finding(level: .note, code: code, message: BilingualText(zh: zh, en: en))
    }
}
