import AidModel
package import AidStatistics
package import AidText

/// A report, and what it stands on besides its inputs.
package struct SourcedReport: Sendable {
    let report: QuarterReport
    let sources: ReportSources

    package init(_ report: QuarterReport, sources: ReportSources) {
        self.report = report
        self.sources = sources
    }
}

/// A part of a report, beside what it needs of the whole.
struct ReportPart<Part> {
    let part: Part
    let report: ReportFrame
}

/// What parts of a report speak of besides their own figures: one for all of them, as they may be many.
final class ReportFrame: Sendable {
    let quarter: Quarter
    /// The first and the last day of cumulative figures.
    let since: CalendarDay
    let through: CalendarDay
    /// Of the programme as a whole.
    let yearEarlier: Comparison
    let quarterEarlier: Comparison
    let yearToDate: Comparison

    init(_ report: QuarterReport) {
        quarter = report.quarter
        (since, through) = (report.cumulative.since, report.cumulative.through)
        (yearEarlier, quarterEarlier) = (report.yearEarlier, report.quarterEarlier)
        yearToDate = report.yearToDate.yearEarlier
    }
}

/// `report.json`: the report for programs.
///
/// Wherever figures may be null, the member beside them says why.
package enum ReportDocument {
    static let quarter = DocumentMember(
        "quarter", \QuarterReport.quarter, .quarter, zh: "报告的季度。", en: "The quarter of the report.")
    static let provisional = DocumentMember(
        "provisional", \QuarterReport.isProvisional, .flag, zh: "导出数据是否在季末之前截止（初步）。",
        en: "Whether the exports stop before the quarter's last days.")
    static let currency = DocumentMember(
        "currency", \QuarterReport.programme.currency.code, .currency,
        zh: "ISO 4217 货币代码；各处 amountMinor 均以其最小单位计。",
        en: "ISO 4217 code; every amountMinor is in its minor unit.")
    static let programme = DocumentMember(
        "programme", \QuarterReport.programme, .programme, zh: "流程文件所述的项目。",
        en: "The programme, as its pipeline file describes it.")
    static let figures = DocumentMember(
        "figures", \QuarterReport.figures, .figures, zh: "本季度的数字。", en: "The figures of the quarter.")
    static let yearToDate = DocumentMember(
        "yearToDate", { (report: QuarterReport) in ReportPart(part: report.yearToDate, report: ReportFrame(report)) },
        .yearToDate,
        zh: "从1月1日到季末。", en: "From 1 January to the end of the quarter.")
    static let cumulative = DocumentMember(
        "cumulative",
        { (report: QuarterReport) in
            ReportPart(
                part: CumulativeFigures(.known(report.cumulative.figures), report.cumulative.sinceStart),
                report: ReportFrame(report))
        }, .cumulative, zh: "从项目开始到季末。", en: "From the programme's start to the end of the quarter.")
    static let breakdowns = DocumentMember(
        "breakdowns",
        { (report: QuarterReport) in
            let frame = ReportFrame(report)
            return report.breakdowns.map { ReportPart(part: $0, report: frame) }
        },
        DocumentShape.breakdown.list, zh: "各分组方式的分组。", en: "The groups of each breakdown field.")

    static let quarters = DocumentMember(
        "quarters", \QuarterReport.quarters, DocumentShape.quarterLine.list, zh: "数据中截至本季度的各季度，由早到晚。",
        en: "Every quarter of the data up to the report's, oldest first.")
    static let balance = DocumentMember(
        "balance", \QuarterReport.balance, .balance, zh: "全部输入的每条记录去了哪里。",
        en: "Where every record of all inputs went.")
    static let keptFrom = DocumentMember(
        optional: "keptFrom", \QuarterReport.keptFrom, .quarter, zh: "此前各季度的数字，是其记录被删除时的数字。",
        en: "Figures of quarters before it are as they were when their records were forgotten.")
    static let inputs = DocumentMember(
        "inputs", \QuarterReport.publishedInputs, DocumentShape.input.list,
        zh: "各输入，按输入顺序；文件名会说出未列名的分组时，合为一项。",
        en:
            "Each input, in input order; all of them as one where names of files would tell names that are withheld.")

    private static let unidentified = DocumentShape<Tally>.object {
        DocumentMember("personTimes", \.recordCount, .count, zh: "人次。", en: "Person-times.")
        DocumentMember(
            "amountMinor", \.amountMinor, .integer, zh: "金额，以最小货币单位计。", en: "Money in the minor unit.")
    }

    private static let sources = DocumentShape<ReportSources>.object {
        DocumentMember("pipelineFile", \.pipelineFile, .pipelineFile)
        DocumentMember("version", \.version, .text, zh: "aidstats 的版本。", en: "The version of aidstats.")
    }

    private static let ofReport = DocumentMembers<QuarterReport> {
        programme
        quarter
        provisional
        currency
        DocumentMember(
            "minGroup", \.minGroup, .count, zh: "显示一个分组所需的最少人数；0 为全部显示。",
            en: "The smallest number of recipients shown in a group; 0 shows all.")
        DocumentMember(
            optional: "pPercent", \.pPercent?.text, .text, zh: "p% 规则的比例；未设定时无此项。",
            en: "The share of the p% rule; none is set where this is left out.")
        figures
        DocumentMember(
            "unidentified", \.unidentified, unidentified, zh: "本季度不计入任何人员的人次及其金额。",
            en: "Person-times of the quarter that count no recipient, and their money.")
        DocumentMember("people", \.people, .people)
        DocumentMember(optional: "restatement", \.restatement, .restatement)
        DocumentMember(
            "yearEarlier", \.yearEarlier, .publishedComparison, zh: "与上年同一季度相比。",
            en: "Against the same quarter of the year before.")
        DocumentMember(
            "quarterEarlier", \.quarterEarlier, .comparison, zh: "与上一季度相比。", en: "Against the quarter before.")
        yearToDate
        cumulative
        breakdowns
        DocumentMember(
            optional: "measures",
            { report in
                let frame = ReportFrame(report)
                return report.measures.isEmpty ? nil : report.measures.map { ReportPart(part: $0, report: frame) }
            }, DocumentShape<ReportPart<MeasureReport>>.measure.list, zh: "流程文件 measures 所列的指标。",
            en: "What the pipeline file asks for in measures.")
        DocumentMember(
            optional: "members", \.members, .memberRates, zh: "每千名会员的数字；流程文件没有 members 则无此项。",
            en: "Figures for a thousand members; left out where the pipeline file has no `members`.")
        DocumentMember(
            optional: "rules", \.rules, .rules, zh: "按流程文件的 rules 复算的结果；没有 rules 则无此项。",
            en: "The claims held against rules of the pipeline file; left out where it states none.")
        keptFrom
        quarters
        balance
        inputs
        DocumentMember(
            optional: "tables", { $0.tables.isEmpty ? nil : $0.tables },
            DocumentShape<ReferenceTableReport>.referenceTable.list, zh: "分组所取自的参照表；没有则无此项。",
            en: "The reference tables that groups come from; left out where there are none.")
        DocumentMember(
            "findings", \.findings, DocumentShape.finding.list, zh: "读者应当知道的事。",
            en: "What a reader of the figures must know.")
        DocumentMember(
            "definitions", { $0 }, .definitions, zh: "各数字和各时期的含义；报告中没有的从略。",
            en: "What each figure and kind of period means; what the report does not have is left out.")
    }

    package static let document = Document<SourcedReport>(
        "aidstats.report/1", title: "report.json of aidstats", zh: "一个互助项目一个季度的数字，所比较的数字，以及其依据。",
        en: "The figures of one quarter of an aid programme, with what they are held against and stand on."
    ) {
        ofReport.of(\SourcedReport.report)
        DocumentMember(
            "sources", \.sources, sources, zh: "除输入外数字的依据。", en: "What the figures stand on besides the inputs.")
    }
}

extension DocumentShape<Finding> {
    fileprivate static let finding = object(
        zh: "关于数字的说明、警告或错误。", en: "A note, a warning or an error about the figures."
    ) {
        DocumentMember("level", \.level, .word, zh: "轻重。", en: "How much it matters.")
        DocumentMember(
            "code", \.code, .text(pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"), zh: "种类，各版本不变。",
            en: "The finding's kind, stable across versions.")
        DocumentMember("message", \.message, .bilingual, zh: "文字说明。", en: "The finding in words.")
    }.named("finding")
}

extension DocumentShape<QuarterReport> {
    /// The sentences that define what a report has.
    fileprivate static let definitions = object {
        for definition in Definition.allCases {
            if Definition.always.contains(definition) {
                DocumentMember(
                    definition.rawValue, { definition.text(minGroup: $0.minGroup, pPercent: $0.pPercent?.text) },
                    .bilingual
                )
            } else {
                DocumentMember(
                    optional: definition.rawValue,
                    {
                        Definition.needed(by: $0).contains(definition)
                            ? definition.text(minGroup: $0.minGroup, pPercent: $0.pPercent?.text) : nil
                    }, .bilingual)
            }
        }
    }
}
