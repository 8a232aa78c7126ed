import AidModel
import AidStatistics
import AidText

/// The report in Chinese, in the manner of official statistics.
struct ChineseWording: Wording {
    let spokenWords = SpokenWords(.zh)

    func column(_ measure: Measure, _ currency: Currency) -> String {
        switch measure {
        case .recipients: "受助职工（人）"
        case .personTimes: "受助人次"
        case .amount: "受助金额（\(unit(of: currency))）"
        }
    }

    func amountColumn(_ currency: Currency) -> String {
        "金额（\(unit(of: currency))）"
    }

    func both(short: String, exact: String) -> String {
        "\(short)（\(exact)）"
    }

    func title(programme: String, quarter: String) -> InlineText {
        "\(value: programme) \(quarter)"
    }

    func provisional(_ text: String) -> String {
        text + "（初步）"
    }

    func sentence(_ period: String, _ figures: Figures, _ currency: Currency) -> String {
        period + "，受助职工" + granted(figures, currency)
    }

    func spokenSpan(since: CalendarDay, through: CalendarDay) -> String {
        "自\(day(since))至\(day(through))"
    }

    func cumulativeSentence(_ period: String, _ figures: Figures, _ currency: Currency) -> String {
        period + "，累计受助职工" + granted(figures, currency)
    }

    private func granted(_ figures: Figures, _ currency: Currency) -> String {
        let recipients = spoken(figures[.recipients], .recipients, currency)
        let personTimes = spoken(figures[.personTimes], .personTimes, currency)
        return "\(recipients)、\(personTimes)，发放互助金共计\(spoken(figures[.amount], .amount, currency))。"
    }

    func changeSentence(_ change: Change, _ currency: Currency) -> String {
        "相比去年同期，\(changes(change, currency))。"
    }

    func restatedSentence(_ change: Change, _ currency: Currency) -> String {
        "相比最近公布的数字，\(changes(change, currency))。"
    }

    func missingNote(_ quarters: [String]) -> String {
        "数据中没有\(quarters.joined(separator: "、"))的赔付。以下只含已有季度，不能当作今年以来的数字引用。"
    }

    func lateDataNote(_ first: String, since: String) -> String {
        "数据始于\(first)，而项目始于\(since)。以下累计只含数据中的赔付，不能当作项目开始以来的数字引用。"
    }

    func holeNote(_ quarters: [String]) -> String {
        let list = quarters.prefix(8).joined(separator: "、") + (quarters.count > 8 ? "等\(quarters.count)个季度" : "")
        return "数据中没有\(list)的赔付。以下累计只含数据中的赔付，不能当作项目开始以来的数字引用。"
    }

    func forgottenNote(before day: String, _ start: Cumulative.SinceStart, _ currency: Currency) -> String {
        "登记册已按保留期限删去\(day)以前的记录，受助职工只能从这一天起精确统计。自\(self.day(start.since))以来的受助人次"
            + "\(headline(Int128(start.personTimeCount), .personTimes, currency))、"
            + "受助金额\(headline(start.amountMinor, .amount, currency))是按删去时的数字接着累计的。"
    }

    func unidentifiedSentence(_ tally: Tally, _ currency: Currency) -> String {
        "本季度有\(headline(Int128(tally.recordCount), .personTimes, currency))的证件号码损坏或有误，"
            + "涉及金额\(headline(tally.amountMinor, .amount, currency))。"
            + "这些赔付计入人次和受助金额，不计入受助职工人数。"
    }

    func breakdownHeading(_ title: String) -> InlineText {
        "分组统计：\(value: title)"
    }

    func name(_ line: BalanceLine) -> String {
        switch line {
        case .records: "记录总数"
        case .paid: "已支付"
        case .unpaid: "未支付"
        case .reversals: "冲正"
        case .duplicates: "重复"
        case .superseded: "被替代"
        case .rejected: "被拒"
        case .scaffolding: "非记录行"
        case .fullyReversed: "已支付中：全额冲正"
        case .unidentified: "已支付中：无法识别人员"
        }
    }

    func explain(_ line: BalanceLine) -> String {
        switch line {
        case .records: "全部输入文件中的记录，不含表头"
        case .paid: "现行有效的已支付记录，含后来被冲正的"
        case .unpaid: "现行有效的未支付记录，如待审核、拒付"
        case .reversals: "已生效的冲正，其金额从原赔付中扣除"
        case .duplicates: "与现行版本内容完全相同的记录"
        case .superseded: "同一赔付编号后来又有不同内容的记录，以后者为准"
        case .rejected: "无法使用的记录，原因见下表，明细见 rejects.csv"
        case .scaffolding: "合计行、签名行、重复的表头和只有分隔符的行，不是记录"
        case .fullyReversed: "金额已全部冲回，不再计入人数和人次"
        case .unidentified: "计入人次和金额，不计入人数"
        }
    }

    func explain(_ reason: RejectReason) -> String {
        switch reason {
        case .malformedRecord: "记录损坏：字段数不符、引号不配对，或含有该编码中无效的字节"
        case .missingClaim: "缺少赔付编号"
        case .damagedClaim: "赔付编号被电子表格损坏：变成科学计数法，或后几位变成 0"
        case .unknownStatus: "状态不在流程文件所列各类之中"
        case .badDate: "日期缺失、写法不明，或日历上没有这一天"
        case .forgottenQuarter: "属于登记册已按保留期限删去的季度，无法得知是否已统计过"
        case .badAmount: "金额缺失、写法不明、小数位过多、不应为负或超出范围"
        case .zeroAmount: "已支付，但金额为零"
        case .missingPerson: "缺少证件号码"
        case .damagedPerson: "证件号码被电子表格损坏：变成科学计数法，或末三位变成000"
        case .badPerson: "证件号码有误：长度、出生日期或校验码不对"
        case .reversalWithoutClaim: "找不到所冲正的、现行有效的已支付赔付"
        case .reversalExceedsClaim: "冲正金额大于该笔赔付的余额"
        }
    }

    func name(_ level: Finding.Level) -> String {
        switch level {
        case .note: "说明"
        case .warning: "警告"
        case .error: "错误"
        }
    }

    func finding(_ level: String, code: String, message: String) -> InlineText {
        "\(strong: level)（\(value: code)）：\(value: message)"
    }

    func withheldGroups(_ count: Int) -> String {
        "隐去的组（\(count)个）"
    }

    func smallLegend(minGroup: Int) -> InlineText {
        "\(Mark.small) 受助职工少于\(minGroup)人，不公布"
    }

    func kept(_ text: String) -> String {
        text + "（存数）"
    }

    func keptNote(_ keptFrom: String) -> String {
        "标“存数”的季度，其记录已按保留期限删去，数字是删去时的数字；\(keptFrom)起的数字按本次的数据重新计算。"
    }

    func derived(_ balance: Balance, keptFrom: String?, hasUnlisted: Bool, _ currency: Currency) -> [String] {
        let quarters = (keptFrom.map { $0 + "起各季度" } ?? "各季度") + (hasUnlisted ? "（含未列出的）" : "")
        let standing = balance.paid.recordCount - balance.fullyReversed.recordCount
        let net = balance.paid.amountMinor - balance.reversals.amountMinor
        return [
            "\(quarters)受助人次合计 = 已支付 − 全额冲正 = \(NumberStyle.exact(Int128(standing)))人次",
            "\(quarters)受助金额合计 = 已支付 − 冲正 = "
                + quantity(NumberStyle.exact(net, decimals: currency.minorDigits), .amount, currency),
        ]
    }

    func sources(pipelineFile: String, sha256: String, version: String) -> InlineText {
        "依据：上列输入文件；流程文件 \(value: pipelineFile)（SHA-256：\(code: sha256)）；程序 aidstats \(value: version)。"
    }
}

extension ChineseWording {
    var labels: ReportLabels {
        ReportLabels(
            provisionalNote: "\(strong: "初步数据")：导出数据未覆盖到本季度的最后几天，数字可能还会变动，引用时请注明“初步”。",
            yearEarlierHeading: "与上年同期相比（同比）",
            quarterEarlierHeading: "与上季度相比（环比）",
            yearToDateHeading: "今年以来",
            cumulativeHeading: "累计",
            quartersHeading: "各季度",
            unidentifiedHeading: "无法识别人员",
            balanceHeading: "平衡表",
            reasonsHeading: "被拒原因",
            inputsHeading: "输入文件",
            findingsHeading: "提示",
            definitionsHeading: "指标说明",
            measure: "指标",
            change: "增减",
            percent: "增减幅度",
            group: "分组",
            quarter: "季度",
            line: "去向",
            recordCount: "记录数",
            explanation: "说明",
            reason: "原因",
            file: "文件",
            format: "格式",
            encoding: "编码",
            byteCount: "字节",
            hash: "SHA-256 前12位",
            groupQuarterHeading: "本季度与上年同期",
            groupYearToDateHeading: "今年以来与上年同期",
            groupCumulativeHeading: "累计",
            allGroups: "全部",
            emptyGroup: EmptyGroup.name,
            groupsNote: "同一人可在多个分组受助，因此各组人数之和可能大于全部人数。",
            quartersNote: "均按本次输入的数据重新计算；同一人可在多个季度受助，各季度人数不能相加。",
            balanceNote: "每条记录恰有一个去向：",
            hashNote: "完整的 SHA-256 见 report.json。",
            zeroBase: "基数为0",
            noYearEarlier: "去年同期没有数据，无法比较。",
            roundedBase: "公布的是约数",
            firstTime: "首次受助",
            returning: "再次受助",
            firstTimeUnknown: "数据不是从项目开始起，无法统计",
            firstTimeUnknownForHole: "数据中间缺少季度，无法统计",
            personTimesPerRecipient: "人均受助人次",
            amountPerRecipient: "人均受助金额",
            restatementHeading: "修订",
            firstPublished: "首次公布",
            lastPublished: "最近公布",
            published: "公布",
            now: "现在",
            asLastPublished: "现在的数字与最近公布的一致。",
            causesHeading: "变动原因",
            cause: "原因",
            claimCount: "赔付笔数",
            all: "合计",
            causesNote: "各项人次和金额相加即为全部变动；人数的变动不能按原因相加。一笔赔付可涉及多个原因。",
            complementLegend: "\(Mark.complement) 为防止由其他数字推算，一并不公布",
            absentLegend: "– 无数据",
            colon: "：",
            sentenceSpace: "",
            legendSeparator: "；"
        )
    }
}
