package import AidModel
import AidStatistics
import AidText

/// What reports say, in the manner of official statistics.
extension Wording {
    /// The name with its unit, as the head of a column.
    func column(_ measure: Measure, _ currency: Currency) -> String {
        switch measure {
        case .recipients: text(zh: "受助职工（人）", en: name(measure))
        case .personTimes: text(zh: "受助人次", en: name(measure))
        case .amount: text(zh: "受助金额（\(unit(of: currency))）", en: amountColumn(currency))
        }
    }

    func amountColumn(_ currency: Currency) -> String {
        text(zh: "金额（\(unit(of: currency))）", en: "Amount (\(unit(of: currency)))")
    }

    /// `short（exact）`.
    /// What a part of a change comes from.
    func from(_ factor: ChangeFactor) -> String {
        switch factor {
        case .recipients: text(zh: "因受助职工人数", en: "From recipients")
        case .personTimesPerRecipient: text(zh: "因人均受助人次", en: "From person-times a recipient")
        case .amountPerPersonTime: text(zh: "因次均受助金额", en: "From amount a person-time")
        }
    }

    func inBrackets(_ name: String, _ more: String) -> String { text(zh: "\(name)，\(more)", en: "\(name), \(more)") }

    func both(short: String, exact: String) -> String {
        text(zh: "\(short)（\(exact)）", en: "\(short) (\(exact))")
    }

    func title(programme: String, quarter: String) -> InlineText {
        text(zh: "\(value: programme) \(quarter)", en: "\(value: programme), \(quarter)")
    }

    func provisional(_ period: String) -> String {
        text(zh: period + "（初步）", en: period + " (provisional)")
    }

    /// “受助职工98.58万人、105.54万人次，发放互助金共计1.35亿元。”
    func sentence(_ period: String, _ figures: Figures, _ currency: Currency) -> String {
        text(zh: period + "，受助职工" + granted(figures, currency), en: "In \(period), " + granted(figures, currency))
    }

    /// From the programme's start to a day, within a sentence.
    func spokenSpan(since: CalendarDay, through: CalendarDay) -> String {
        text(zh: "自\(day(since))至\(day(through))", en: "From \(day(since)) to \(day(through))")
    }

    func cumulativeSentence(_ period: String, _ figures: Figures, _ currency: Currency) -> String {
        text(zh: period + "，累计受助职工" + granted(figures, currency), en: period + ", " + granted(figures, currency))
    }

    private func granted(_ figures: Figures, _ currency: Currency) -> String {
        let recipients = spoken(figures[.recipients], .recipients, currency)
        let personTimes = spoken(figures[.personTimes], .personTimes, currency)
        let amount = spoken(figures[.amount], .amount, currency)
        return text(
            zh: "\(recipients)、\(personTimes)，发放互助金共计\(amount)。",
            en: "aid reached \(recipients) \(figures.recipientCount == 1 ? "person" : "people")"
                + " in \(personTimes) \(figures.personTimeCount == 1 ? "person-time" : "person-times"),"
                + " with a total of \(amount) paid.")
    }

    /// “相比去年同期，受助职工增加15.22万人、16.53万人次，受助金额增加2600万元。”
    func changeSentence(_ change: Change, _ currency: Currency) -> String {
        text(
            zh: "相比去年同期，\(changes(change, currency))。",
            en: "Compared with the same period a year earlier, \(changes(change, currency)).")
    }

    /// The same against what was last published.
    func restatedSentence(_ change: Change, _ currency: Currency) -> String {
        text(
            zh: "相比最近公布的数字，\(changes(change, currency))。",
            en: "Compared with what was last published, \(changes(change, currency)).")
    }

    /// Quarters of the year to date that the data lack.
    func missingNote(_ quarters: [String]) -> String {
        text(
            zh: "数据中没有\(quarters.joined(separator: "、"))的赔付。以下只含已有季度，不能当作今年以来的数字引用。",
            en:
                "The data hold no claim of \(quarters.joined(separator: ", ")). What follows covers the other quarters alone;"
                + " do not quote it as the year to date.")
    }

    /// The data begin after the programme.
    func lateDataNote(_ first: String, since: String) -> String {
        text(
            zh: "数据始于\(first)，而项目始于\(since)。以下累计只含数据中的赔付，不能当作项目开始以来的数字引用。",
            en: "The data begin with \(first), the programme on \(since). What follows covers the data alone;"
                + " do not quote it as figures since the start.")
    }

    /// The data lack quarters since the programme's start.
    func holeNote(_ quarters: [String]) -> String {
        let list = quarters.prefix(8).joined(separator: text(zh: "、", en: ", "))
        let all =
            quarters.count > 8 ? text(zh: "等\(quarters.count)个季度", en: " … (\(quarters.count) in all)") : ""
        return text(
            zh: "数据中没有\(list)\(all)的赔付。以下累计只含数据中的赔付，不能当作项目开始以来的数字引用。",
            en: "The data hold no claim of \(list)\(all). What follows covers the data alone;"
                + " do not quote it as figures since the start.")
    }

    /// The register has forgotten who was aided before a day.
    func forgottenNote(before day: String, _ start: Cumulative.SinceStart, _ currency: Currency) -> String {
        text(
            zh: "登记册已按保留期限删去\(day)以前的记录，受助职工只能从这一天起精确统计。自\(self.day(start.since))以来的受助人次"
                + "\(headline(Int128(start.personTimeCount), .personTimes, currency))、"
                + "受助金额\(headline(start.amountMinor, .amount, currency))是按删去时的数字接着累计的。",
            en:
                "The register has forgotten all records before \(day), so people are exact from that day on only. Since "
                + "\(self.day(start.since)) there were \(headline(Int128(start.personTimeCount), .personTimes, currency)) "
                + "person-times and \(headline(start.amountMinor, .amount, currency)), with what was forgotten as it stood then."
        )
    }

    func unidentifiedSentence(_ tally: Tally, _ currency: Currency) -> String {
        text(
            zh: "本季度有\(headline(Int128(tally.recordCount), .personTimes, currency))的证件号码损坏或有误，"
                + "涉及金额\(headline(tally.amountMinor, .amount, currency))。"
                + "这些赔付计入人次和受助金额，不计入受助职工人数。",
            en: "The IDs of \(headline(Int128(tally.recordCount), .personTimes, currency))"
                + " \(tally.recordCount == 1 ? "person-time" : "person-times") of the quarter,"
                + " worth \(headline(tally.amountMinor, .amount, currency)), are damaged or wrong."
                + " They count in person-times and money, not in recipients.")
    }

    func breakdownHeading(_ title: String) -> InlineText {
        text(zh: "分组统计：\(value: title)", en: "By \(value: title)")
    }

    /// Of several files their pattern and number.
    func name(_ input: PublishedInput) -> String {
        guard input.fileCount > 1 || input.name.isEmpty else { return input.name }
        let count = text(zh: "\(input.fileCount)个文件", en: input.fileCount == 1 ? "1 file" : "\(input.fileCount) files")
        return input.name.isEmpty ? count : input.name + text(zh: "（\(count)）", en: " (\(count))")
    }

    func name(_ line: BalanceLine) -> String {
        switch line {
        case .records: text(zh: "记录总数", en: "Records")
        case .paid: text(zh: "已支付", en: "Paid")
        case .unpaid: text(zh: "未支付", en: "Unpaid")
        case .reversals: text(zh: "冲正", en: "Reversals")
        case .duplicates: text(zh: "重复", en: "Duplicates")
        case .superseded: text(zh: "被替代", en: "Superseded")
        case .rejected: text(zh: "被拒", en: "Rejected")
        case .scaffolding: text(zh: "非记录行", en: "No records")
        case .fullyReversed: text(zh: "已支付中：全额冲正", en: "Of paid: fully reversed")
        case .unidentified: text(zh: "已支付中：无法识别人员", en: "Of paid: unidentified")
        }
    }

    func explain(_ line: BalanceLine) -> String {
        switch line {
        case .records: text(zh: "全部输入文件中的记录，不含表头", en: "Every record of the inputs, headers not counted")
        case .paid: text(zh: "现行有效的已支付记录，含后来被冲正的", en: "Paid records that stand, also those reversed since")
        case .unpaid: text(zh: "现行有效的未支付记录，如待审核、拒付", en: "Unpaid records that stand, such as pending and refused ones")
        case .reversals: text(zh: "已生效的冲正，其金额从原赔付中扣除", en: "Reversals that took their amount off a claim")
        case .duplicates: text(zh: "与现行版本内容完全相同的记录", en: "Records that say the same as the version that stands")
        case .superseded:
            text(zh: "同一赔付编号后来又有不同内容的记录，以后者为准", en: "Versions that a later record of the same claim replaced")
        case .rejected:
            text(
                zh: "无法使用的记录，原因见下表，明细见 rejects.csv",
                en: "Records that cannot be used: reasons below, each one in rejects.csv")
        case .scaffolding:
            text(
                zh: "合计行、签名行、重复的表头和只有分隔符的行，不是记录",
                en: "Lines of totals and signatures, repeated headers, and lines of delimiters alone")
        case .fullyReversed: text(zh: "金额已全部冲回，不再计入人数和人次", en: "Taken back whole, so no recipient and no person-time")
        case .unidentified: text(zh: "计入人次和金额，不计入人数", en: "Count in person-times and money, not in recipients")
        }
    }

    func explain(_ reason: RejectReason) -> String {
        switch reason {
        case .malformedRecord:
            text(
                zh: "记录损坏：字段数不符、引号不配对，或含有该编码中无效的字节",
                en: "Broken record: wrong number of fields, broken quoting, or bytes invalid in the encoding")
        case .missingClaim: text(zh: "缺少赔付编号", en: "No claim number")
        case .damagedClaim:
            text(
                zh: "赔付编号被电子表格损坏：变成科学计数法，或后几位变成 0",
                en: "A claim number that a spreadsheet ruined (scientific notation, or last digits made 0)")
        case .unknownStatus: text(zh: "状态不在流程文件所列各类之中", en: "A status that the pipeline file does not list")
        case .badDate: text(zh: "日期缺失、写法不明，或日历上没有这一天", en: "A date that is missing, not understood, or in no calendar")
        case .forgottenQuarter:
            text(
                zh: "属于登记册已按保留期限删去的季度，无法得知是否已统计过",
                en: "Paid in a quarter that the register has forgotten, so nobody can tell whether it was counted")
        case .badAmount:
            text(
                zh: "金额缺失、写法不明、小数位过多、不应为负或超出范围",
                en: "An amount that is missing, not understood, too finely divided, wrongly negative or too large")
        case .zeroAmount: text(zh: "已支付，但金额为零", en: "Paid, but of no money")
        case .missingPerson: text(zh: "缺少证件号码", en: "No ID number")
        case .damagedPerson:
            text(
                zh: "证件号码被电子表格损坏：变成科学计数法，或末三位变成000",
                en: "An ID ruined by a spreadsheet: scientific notation, or the last three digits made 000")
        case .badPerson: text(zh: "证件号码有误：长度、出生日期或校验码不对", en: "A wrong ID: its length, birth date or check character")
        case .reversalWithoutClaim: text(zh: "找不到所冲正的、现行有效的已支付赔付", en: "A reversal of no standing paid claim")
        case .reversalExceedsClaim: text(zh: "冲正金额大于该笔赔付的余额", en: "A reversal of more than is left of the claim")
        }
    }

    func name(_ level: Finding.Level) -> String {
        switch level {
        case .note: text(zh: "说明", en: "Note")
        case .warning: text(zh: "警告", en: "Warning")
        case .error: text(zh: "错误", en: "Error")
        }
    }

    func finding(_ level: String, code: String, message: String) -> InlineText {
        text(
            zh: "\(strong: level)（\(value: code)）：\(value: message)",
            en: "\(strong: level) (\(value: code)): \(value: message)")
    }

    /// The line of all groups whose names are withheld.
    /// Of a table of two fields, whose cells have no line of their own.
    func crossWithheld(_ count: Int) -> String {
        text(
            zh: "另有 \(count) 个组合在各时期人数都过少，不予列出，在表中与没有赔付的组合一样为“–”。",
            en:
                "\(count) more combinations have too few recipients in every period to be listed; in the tables they are "
                + "“–”, as those without claims.")
    }

    func withheldGroups(_ count: Int) -> String {
        text(zh: "隐去的组（\(count)个）", en: "withheld groups (\(count))")
    }

    /// The line of all groups that are not shown by name.
    func restGroups(_ count: Int) -> String {
        let number = NumberStyle.exact(Int128(count))
        return text(zh: "其余\(number)个", en: "the other \(number)")
    }

    /// Which groups are shown by name, what the rest is, and where all are.
    func boundNote(listed: Int, rest: Int, withheld: Int, allGroups: String) -> String {
        let number = { (count: Int) in NumberStyle.exact(Int128(count)) }
        return text(
            zh: (listed == 0 ? "本季度的组都已隐去，" : "列出本季度未隐去的组中人次最多的\(number(listed))个，其余")
                + "\(number(rest))个合为一行，同一人在其中只算一次"
                + (withheld > 0 ? "（其中\(number(withheld))个人数过少，不列名称）" : "")
                + "。本季度数字隐去的组归入其余。全部分组见 \(allGroups)。",
            en: (listed == 0
                ? "All groups are withheld in the quarter: "
                : "Shown are, of the groups that are not withheld in the quarter, the \(number(listed)) with the most "
                    + "person-times; the other ")
                + "\(number(rest)) share one row, in which a person counts once"
                + (withheld > 0 ? " (\(number(withheld)) of them have too few recipients to be named)" : "")
                + ". Groups whose figures of the quarter are withheld are among them. All groups are in \(allGroups).")
    }

    /// That a table of two fields leaves out groups that the tables of its fields do not list.
    func boundCrossNote(allGroups: String) -> String {
        text(
            zh: "只列出两个字段各自的表所列的组；全部组合见 \(allGroups)。",
            en: "Only groups that the tables of the two fields list are shown; all combinations are in \(allGroups).")
    }

    func smallLegend(minGroup: Int) -> InlineText {
        text(
            zh: "\(Mark.small) 受助职工少于\(minGroup)人，不公布", en: "\(Mark.small) withheld: fewer than \(minGroup) recipients")
    }

    /// What a measure of claims is called, with its unit.
    func column(_ measure: ClaimMeasure, _ currency: Currency) -> String {
        switch measure {
        case .medianAmount:
            text(zh: "每笔金额（\(unit(of: currency))）", en: "Amount of a claim (\(unit(of: currency)))")
        case .daysToPayment: text(zh: "就诊至打款天数", en: "Days from treatment to payment")
        }
    }

    func quartilesWithheld(recipientCount: Int) -> InlineText {
        text(
            zh: "\(Mark.small) 受助职工（减去未计入的赔付笔数）少于\(recipientCount)人，不公布",
            en: "\(Mark.small) withheld: fewer than \(recipientCount) recipients, less the claims that are not measured"
        )
    }

    /// A quarter whose figures alone are kept.
    func kept(_ quarter: String) -> String {
        text(zh: quarter + "（存数）", en: quarter + " (kept figures)")
    }

    func keptNote(_ keptFrom: String) -> String {
        text(
            zh: "标“存数”的季度，其记录已按保留期限删去，数字是删去时的数字；\(keptFrom)起的数字按本次的数据重新计算。",
            en:
                "The records of quarters with kept figures were forgotten when their time of retention was over, and their "
                + "figures are those of then; from \(keptFrom) on all is counted anew.")
    }

    /// Person-times and money of all quarters, from the balance.
    ///
    /// - Parameters:
    ///   - keptFrom: the first of these quarters, where records before were forgotten.
    ///   - hasUnlisted: whether some of them are not listed: those after the report's, or far off.
    func derived(_ balance: Balance, keptFrom: String?, hasUnlisted: Bool, _ currency: Currency) -> [String] {
        let quarters = text(
            zh: (keptFrom.map { $0 + "起各季度" } ?? "各季度") + (hasUnlisted ? "（含未列出的）" : ""),
            en: (keptFrom.map { "all quarters from \($0) on" } ?? "all quarters")
                + (hasUnlisted ? ", those not listed included," : ""))
        let standing = NumberStyle.exact(Int128(balance.paid.recordCount - balance.fullyReversed.recordCount))
        let net = quantity(
            NumberStyle.exact(
                balance.paid.amountMinor - balance.reversals.amountMinor, decimals: currency.minorDigits), .amount,
            currency)
        return [
            text(
                zh: "\(quarters)受助人次合计 = 已支付 − 全额冲正 = \(standing)人次",
                en: "Person-times of \(quarters) = paid − fully reversed = \(standing)"),
            text(
                zh: "\(quarters)受助金额合计 = 已支付 − 冲正 = \(net)", en: "Amount of \(quarters) = paid − reversals = \(net)"),
        ]
    }

    func sources(pipelineFile: String, sha256: String, version: String) -> InlineText {
        text(
            zh: "依据：上列输入文件；流程文件 \(value: pipelineFile)（SHA-256：\(code: sha256)）；程序 aidstats \(value: version)。",
            en:
                "Sources: the inputs above; pipeline file \(value: pipelineFile) (SHA-256 \(code: sha256)); program \(value: "aidstats " + version)."
        )
    }
}

extension RejectReason {
    /// What the reason means, as balances explain it.
    package var explanation: BilingualText {
        BilingualText(zh: Wording(language: .zh).explain(self), en: Wording(language: .en).explain(self))
    }
}
