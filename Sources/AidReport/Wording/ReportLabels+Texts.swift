import AidModel
import AidText

/// The fixed texts of a report: headings, heads of columns, and notes.
struct ReportLabels: Bilingual {
    let language: Language

    var provisionalNote: InlineText {
        text(
            zh: "\(strong: "初步数据")：导出数据未覆盖到本季度的最后几天，数字可能还会变动，引用时请注明“初步”。",
            en: """
                \(strong: "Provisional:") the exports stop before the quarter's last days. The figures may still \
                change; say so when quoting them.
                """)
    }
    var yearEarlierHeading: String { text(zh: "与上年同期相比（同比）", en: "Against the year earlier") }
    var quarterEarlierHeading: String { text(zh: "与上季度相比（环比）", en: "Against the quarter earlier") }
    var yearToDateHeading: String { text(zh: "今年以来", en: "Year to date") }
    var cumulativeHeading: String { text(zh: "累计", en: "Cumulative") }
    var quartersHeading: String { text(zh: "各季度", en: "All quarters") }
    var unidentifiedHeading: String { text(zh: "无法识别人员", en: "Unidentified") }
    var balanceHeading: String { text(zh: "平衡表", en: "Balance") }
    var reasonsHeading: String { text(zh: "被拒原因", en: "Reasons for rejection") }
    var inputsHeading: String { text(zh: "输入文件", en: "Inputs") }
    var referenceTablesHeading: String { text(zh: "参照表", en: "Reference tables") }
    var referenceTablesNote: String {
        text(
            zh: "取自参照表的分组，以当日有效的一行为准：流程文件写明 asOf: treatedOn 的表为就诊日，其余为打款日。",
            en:
                "Groups that come from a reference table are those of the row that held on the day: that of the treatment for a "
                + "table of which the pipeline file says asOf: treatedOn, else that of the payment.")
    }
    var referenceTable: String { text(zh: "参照表", en: "Table") }
    var referenceKeys: String { text(zh: "人员或编号", en: "Persons or codes") }
    var referenceSpells: String { text(zh: "不同的行", en: "Different rows") }
    var referenceOverlaps: String { text(zh: "同日有不同值的人员或编号", en: "Persons or codes with different values on a day") }
    var rowsTaken: String { text(zh: "可用", en: "Taken") }
    var findingsHeading: String { text(zh: "提示", en: "Findings") }
    var definitionsHeading: String { text(zh: "指标说明", en: "Definitions") }
    var sourcesHeading: String { text(zh: "依据", en: "Sources") }

    var measure: String { text(zh: "指标", en: "Measure") }
    var change: String { text(zh: "增减", en: "Change") }
    var percent: String { text(zh: "增减幅度", en: "Percent") }
    var group: String { text(zh: "分组", en: "Group") }
    var quarter: String { text(zh: "季度", en: "Quarter") }
    var line: String { text(zh: "去向", en: "Where it went") }
    var recordCount: String { text(zh: "记录数", en: "Records") }
    var explanation: String { text(zh: "说明", en: "Meaning") }
    var reason: String { text(zh: "原因", en: "Reason") }
    var file: String { text(zh: "文件", en: "File") }
    var format: String { text(zh: "格式", en: "Format") }
    var encoding: String { text(zh: "编码", en: "Encoding") }
    var byteCount: String { text(zh: "字节", en: "Bytes") }
    var hash: String { text(zh: "SHA-256 前12位", en: "SHA-256, first 12 digits") }

    var groupQuarterHeading: String { text(zh: "本季度与上年同期", en: "The quarter and the year earlier") }
    var groupYearToDateHeading: String { text(zh: "今年以来与上年同期", en: "Year to date and the year earlier") }
    var groupCumulativeHeading: String { text(zh: "累计", en: "Cumulative") }
    /// The row of a breakdown that shows the figures of all groups together.
    var allGroups: String { text(zh: "全部", en: "All") }
    var emptyGroup: String { text(zh: EmptyGroup.name, en: EmptyGroup.name + " (left empty)") }
    var groupsNote: String {
        text(
            zh: "同一人可在多个分组受助，因此各组人数之和可能大于全部人数。",
            en: "A person can be aided in several groups, so the groups' recipients may add up to more than all.")
    }
    var quartersNote: String {
        text(
            zh: "均按本次输入的数据重新计算；同一人可在多个季度受助，各季度人数不能相加。",
            en: "All counted anew from the present inputs. A person can be aided in several quarters, so the "
                + "quarters' recipients do not add up.")
    }
    var balanceNote: String { text(zh: "每条记录恰有一个去向：", en: "Every record went exactly one way:") }
    var hashNote: String {
        text(zh: "完整的 SHA-256 见 report.json。", en: "The whole SHA-256 of each file is in report.json.")
    }
    /// Where files have no balance of their own.
    var contentsNote: String {
        text(
            zh: "为保护小分组，各文件的大小和平衡表只写入 manifest.json，供运行程序的人查看。",
            en:
                "To protect small groups, the size and the balance of each file are in manifest.json alone, for those who"
                + " run the program.")
    }
    /// Where files have no names.
    var namelessNote: String {
        text(
            zh: "文件名会说出未列名的分组，因此也只写入 manifest.json。",
            en: "Names of files would tell names of groups that are withheld, so they are there alone, too.")
    }
    /// In place of a percent whose base is 0.
    var zeroBase: String { text(zh: "基数为0", en: "base is 0") }
    var noYearEarlier: String {
        text(zh: "去年同期没有数据，无法比较。", en: "There are no figures for the same period a year earlier to compare with.")
    }
    /// In place of a percent whose base was printed rounded.
    var roundedBase: String { text(zh: "公布的是约数", en: "base is rounded") }

    var firstTime: String { text(zh: "首次受助", en: "First-time recipients") }
    var returning: String { text(zh: "再次受助", en: "Returning recipients") }
    /// In place of first-time and returning recipients.
    var firstTimeUnknown: String {
        text(zh: "数据不是从项目开始起，无法统计", en: "cannot be told, as the data begin after the programme")
    }
    /// The same where the data lack quarters in between.
    var firstTimeUnknownForHole: String {
        text(zh: "数据中间缺少季度，无法统计", en: "cannot be told, as the data lack quarters in between")
    }
    var personTimesPerRecipient: String { text(zh: "人均受助人次", en: "Person-times per recipient") }
    var amountPerRecipient: String { text(zh: "人均受助金额", en: "Amount per recipient") }

    var factorsHeading: String { text(zh: "增减来自哪里（与上年同期相比）", en: "What the changes come from") }
    var factorsNote: String {
        text(
            zh: "受助金额＝受助职工×人均受助人次×次均受助金额。与上年同期相比的增减量分解到这几个因素，各项之和恰为增减量。",
            en:
                "The amount is recipients × person-times a recipient × amount a person-time. The changes against the year "
                + "earlier are divided among these; the parts add up to the change exactly.")
    }
    var groupFactorsHeading: String {
        text(zh: "各组受助金额的增减来自哪里", en: "What the changes of the groups' amounts come from")
    }
    var changeToYearEarlier: String { text(zh: "与上年同期相比的增减", en: "Change against the year earlier") }
    var contribution: String { text(zh: "拉动（百分点）", en: "Contribution (percentage points)") }

    var measuresHeading: String { text(zh: "每笔赔付的中位数和四分位数", en: "Medians and quartiles of claims") }
    var lowerQuartile: String { text(zh: "下四分位数", en: "Lower quartile") }
    var median: String { text(zh: "中位数", en: "Median") }
    var upperQuartile: String { text(zh: "上四分位数", en: "Upper quartile") }
    var measuredClaims: String { text(zh: "计入的赔付笔数", en: "Claims measured") }
    var withoutDay: String { text(zh: "没有就诊日期的赔付笔数", en: "Claims without a day of treatment") }
    var paidBeforeTreatment: String { text(zh: "打款早于就诊的赔付笔数", en: "Claims paid before the treatment") }

    var restatementHeading: String { text(zh: "修订", en: "Restatement") }
    var firstPublished: String { text(zh: "首次公布", en: "First published") }
    var lastPublished: String { text(zh: "最近公布", en: "Last published") }
    /// Where there is one vintage, both the first and the last.
    var published: String { text(zh: "公布", en: "Published") }
    var now: String { text(zh: "现在", en: "Now") }
    var asLastPublished: String { text(zh: "现在的数字与最近公布的一致。", en: "The figures are as last published.") }
    var causesHeading: String { text(zh: "变动原因", en: "What has changed them") }
    var cause: String { text(zh: "原因", en: "Cause") }
    var claimCount: String { text(zh: "赔付笔数", en: "Claims") }
    var all: String { text(zh: "合计", en: "All") }
    var causesNote: String {
        text(
            zh: "各项人次和金额相加即为全部变动；人数的变动不能按原因相加。一笔赔付可涉及多个原因。",
            en: "The person-times and the money of all causes add up to the whole change; recipients do not. A "
                + "claim may be concerned by several causes.")
    }
    /// - Parameter hasPPercent: whether a group may be withheld for one person's money.
    func complementLegend(hasPPercent: Bool) -> InlineText {
        text(
            zh: "\(Mark.complement) 为防止由其他数字推算\(hasPPercent ? "，或一人的金额占去大部分" : "")，一并不公布",
            en: """
                \(Mark.complement) withheld, as a small group's figures would follow from \
                it\(hasPPercent ? ", or as one person has most of the money" : "")
                """)
    }
    var absentLegend: String { text(zh: "– 无数据", en: "– no data") }
    var colon: String { text(zh: "：", en: ": ") }
    /// Between two sentences.
    var sentenceSpace: String { text(zh: "", en: " ") }
    var legendSeparator: String { text(zh: "；", en: "; ") }
}
