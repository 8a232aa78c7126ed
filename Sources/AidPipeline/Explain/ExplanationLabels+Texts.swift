import AidInput
import AidModel
import AidNews
import AidText

/// The words of an explanation.
struct ExplanationLabels: Bilingual {
    let language: Language

    // MARK: Sections

    var meaning: String { text(zh: "含义", en: "What it means") }
    var counted: String { text(zh: "统计哪些赔付（流程文件）", en: "Which claims count (pipeline file)") }
    var computed: String { text(zh: "怎样算出", en: "How it is computed") }
    var way: String { text(zh: "从全部记录到这个数字", en: "From all records to the figure") }
    var byFile: String { text(zh: "各文件的记录", en: "The records of each file") }
    var earlier: String { text(zh: "上年同期", en: "The year earlier") }
    var published: String { text(zh: "公布过的版本", en: "As published") }
    var causes: String { text(zh: "自最近公布以来是什么改变了它", en: "What has changed it since it was last published") }
    var sources: String { text(zh: "依据", en: "What it stands on") }

    // MARK: The figure

    func value(_ printed: String, exact: String, id: String) -> String {
        text(zh: "\(printed)（精确值 \(exact)；事实 \(id)）", en: "\(printed) (exactly \(exact); fact \(id))")
    }
    var provisional: String {
        text(zh: "初步：所述时期或基期缺少一些日子，数字可能还会变动。", en: "Provisional: days of the period, or of its base, are missing.")
    }
    var otherPipeline: String {
        text(
            zh: "注意：流程文件在那次运行之后改过；下面“统计哪些赔付”说的是现在的流程文件。",
            en: "Note: the pipeline file has changed since that run; which claims count is told from it as it is now.")
    }
    var restated: String { text(zh: "修订：它或其基期与最近公布的不同。", en: "Restated: it, or its base, is not as last published.") }

    // MARK: What counts

    func states(_ kind: ClaimClass, _ states: [String], of columns: [String]) -> String {
        let list = states.joined(separator: text(zh: "、", en: ", "))
        let column = self.columns(columns)
        return switch kind {
        case .paid: text(zh: "已支付：\(column) 为 \(list)", en: "paid: \(column) is \(list)")
        case .unpaid: text(zh: "未支付，不计入：\(column) 为 \(list)", en: "unpaid, not counted: \(column) is \(list)")
        case .reversed:
            text(zh: "冲正，从原赔付中扣除：\(column) 为 \(list)", en: "reversed, taken off its claim: \(column) is \(list)")
        }
    }
    var everyRecordPaid: String { text(zh: "每条记录都是已支付的。", en: "every record is paid") }
    func dated(_ field: String, _ columns: [String], _ first: String, _ last: String) -> String {
        text(
            zh: "日期（\(field)，\(self.columns(columns))）在\(first)至\(last)",
            en: "dated \(first) to \(last) (\(field): \(self.columns(columns)))")
    }
    func grouped(_ title: String, _ name: String, _ columns: [String]) -> String {
        let from = columns.isEmpty ? "" : text(zh: "（\(self.columns(columns))）", en: " (\(self.columns(columns)))")
        return text(zh: "\(title)\(from)为 \(name)", en: "\(title)\(from) is \(name)")
    }
    func rest(_ title: String, _ count: Int, _ columns: [String]) -> String {
        let from = columns.isEmpty ? "" : text(zh: "（\(self.columns(columns))）", en: " (\(self.columns(columns)))")
        let number = NumberStyle.exact(Int128(count))
        return text(
            zh: "\(title)\(from)为报告未逐一列出的\(number)个组之一，同一人只算一次",
            en: "\(title)\(from) is one of the \(number) groups that the report does not list; a person counts once")
    }
    func persons(_ columns: [String], _ rule: RecordLayout.PersonRule) -> String {
        let column = self.columns(columns)
        return switch rule {
        case .text: text(zh: "人员按\(column)区分", en: "persons are told apart by \(column)")
        case .residentID(let acceptsOthers, let countsInvalid):
            text(
                zh: "人员按居民身份证号码（\(column)）区分，15位与18位视为同一人；"
                    + (acceptsOthers ? "其他证件按原样区分" : "其他证件被拒")
                    + (countsInvalid ? "；证件有误的只计人次和金额" : "；证件有误的被拒"),
                en: "persons are told apart by resident ID (\(column)), of 15 and 18 digits alike; other documents are "
                    + (acceptsOthers ? "taken as they stand" : "rejected")
                    + (countsInvalid ? "; wrong IDs count person-times and money alone" : "; wrong IDs are rejected"))
        }
    }
    func claims(_ columns: [String]) -> String {
        text(
            zh: "同一赔付编号（\(self.columns(columns))）的多条记录以最后一条为准",
            en: "of several records with one claim number (\(self.columns(columns))) the last one stands")
    }
    var everyRecordAClaim: String { text(zh: "每条记录是一笔赔付", en: "every record is a claim of its own") }

    private func columns(_ names: [String]) -> String { names.joined(separator: " / ") }

    // MARK: How it is computed

    func heldAgainst(_ base: String) -> String { text(zh: "基数：\(base)", en: "held against \(base)") }
    func now(_ value: String) -> String { text(zh: "本期：\(value)", en: "now: \(value)") }
    func result(_ exact: String, printed: String) -> String {
        text(zh: "得出：\(exact)，印作 \(printed)", en: "gives \(exact), printed as \(printed)")
    }
    func part(_ kind: FactKind, _ value: String) -> String {
        switch kind {
        case .change: text(zh: "与上年同期相比的增减：\(value)，其中", en: "change against the year earlier: \(value), of which")
        case .fromRecipients: text(zh: "  因受助职工人数 \(value)", en: "  from recipients \(value)")
        case .fromPersonTimesPerRecipient:
            text(zh: "  因人均受助人次 \(value)", en: "  from person-times a recipient \(value)")
        default: text(zh: "  因次均受助金额 \(value)", en: "  from amount a person-time \(value)")
        }
    }
    func changed(_ printed: String, exact: String) -> String {
        text(zh: "\(printed)（\(exact)）", en: "\(printed) (\(exact))")
    }

    // MARK: Tables

    var step: String { text(zh: "步骤", en: "Step") }
    var figure: String { text(zh: "本期", en: "Now") }
    var base: String { text(zh: "基期", en: "Base") }
    var ofPeriod: String { text(zh: "其中日期在所述时期", en: "of them dated in the period") }
    var balanceColumns: [String] {
        language == .zh
            ? ["文件", "记录", "已支付", "未支付", "冲正", "重复", "被替代", "被拒"]
            : ["File", "Records", "Paid", "Unpaid", "Reversals", "Duplicates", "Superseded", "Rejected"]
    }
    var vintageColumns: [String] {
        language == .zh
            ? ["版本", "公布日期", "修订原因", "公布的数字", "现在与之相差"]
            : ["Version", "Published on", "Reason", "Figure", "Now less it"]
    }
    var firstTime: String {
        text(zh: "其中自项目开始以来首次受助", en: "of them in no quarter before, since the programme's start")
    }
    var returning: String {
        text(zh: "其中以前的季度也受助过", en: "of them in some quarter before, since the programme's start")
    }
    /// What is divided by, for a figure of each thousand members.
    var overMembers: String { text(zh: "除以季末会员，乘以 1,000", en: "÷ members at the quarter's end, × 1,000") }
    var causeColumns: [String] {
        language == .zh ? ["原因", "涉及赔付", "人次", "金额"] : ["Cause", "Claims", "Person-times", "Amount"]
    }
    var neverPublished: String { text(zh: "没有公布过。", en: "It was never published.") }
    func range(_ lowest: String, _ highest: String) -> String {
        text(zh: "\(lowest)～\(highest)", en: "\(lowest) to \(highest)")
    }

    func reason(_ reason: RestatementReason) -> String {
        switch reason {
        case .betterData: text(zh: "源数据更完善", en: "better source data")
        case .routine: text(zh: "例行重算", en: "routine recalculation")
        case .changedMethod: text(zh: "统计方法变更", en: "changed method")
        case .correction: text(zh: "更正", en: "correction")
        }
    }
}
