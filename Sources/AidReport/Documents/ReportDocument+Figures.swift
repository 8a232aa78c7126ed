import AidModel
import AidStatistics
import AidText

/// Figures since the programme's start, and what is known from then on where they begin later.
struct CumulativeFigures {
    let figures: Shown<Figures>
    let sinceStart: Cumulative.SinceStart?

    init(_ figures: Shown<Figures>, _ sinceStart: Cumulative.SinceStart? = nil) {
        self.figures = figures
        self.sinceStart = sinceStart
    }
}

extension DocumentShape<RecipientProfile> {
    static let people = object(
        zh: "本季度受助职工中有多少首次受助，人均多少。",
        en: "Who the recipients of the quarter are, and what each has got on average."
    ) {
        DocumentMember(
            "firstTime", \.firstTimeCount, DocumentShape<Int>.count.orNull, zh: "自项目开始以来此前各季度没有受助过的职工。",
            en: "Recipients with no person-time in an earlier quarter since the start.")
        DocumentMember(
            "returning", \.returningCount, DocumentShape<Int>.count.orNull, zh: "其余的受助职工。", en: "All other recipients.")
        DocumentMember(
            optional: "absent", { $0.firstTimeCount == nil ? true : nil }, .yes, zh: "数据晚于项目开始之日。",
            en: "The data begin after the programme's start.")
        DocumentMember(
            "personTimesPerRecipient", \.personTimesPerRecipientHundredths, DocumentShape<Int128>.average.orNull,
            zh: "有人员可计的人次 ÷ 人数，一次修约到两位小数。",
            en: "Person-times that name a recipient ÷ recipients, rounded once to two decimals.")
        DocumentMember(
            "amountPerRecipientMinor", \.amountPerRecipientMinor, DocumentShape<Int128>.money.orNull,
            zh: "其金额 ÷ 人数，以最小货币单位计，四舍五入。",
            en: "Their money ÷ recipients in the minor unit, rounded half away from zero.")
        DocumentMember(
            optional: "noRecipients", { $0.personTimesPerRecipientHundredths == nil ? true : nil }, .yes,
            zh: "无人受助，故无平均数。", en: "Nobody was aided, so there is no average.")
        DocumentRule.null([["firstTime"], ["returning"]], saidBy: [["absent"]])
        DocumentRule.null([["personTimesPerRecipient"], ["amountPerRecipientMinor"]], saidBy: [["noRecipients"]])
    }.named("people")
}

extension DocumentShape<Int128> {
    /// An average from 0, of two decimals, from its hundredths.
    fileprivate static let average = DocumentShape(.decimal(least: 0), write: { $1.hundredths($0) })
}

extension DocumentShape<Comparison> {
    static let comparison = object(
        zh: "更早时期的数字，以及与之相比的变化。", en: "Figures of an earlier period, and the change from them."
    ) {
        members
    }.named("comparison")

    static let publishedComparison = object(
        zh: "更早时期的数字及其变化，必要时也与公布时的数字相比。",
        en: "Figures of an earlier period, and the change from them, also as they were published."
    ) {
        members
        DocumentMember(optional: "asPublished", \.asPublished, .asPublished)
    }.named("publishedComparison")

    private static let members = DocumentMembers<Comparison> {
        DocumentMember(
            "quarter", \.quarter, .quarter, zh: "更早的季度；今年以来则为该时段的最后一季。",
            en: "The earlier quarter; for year to date, the span's last.")
        ShownMembers.all(zh: "更早的数字。", en: "The earlier figures.").of(\.base)
        DocumentMember(
            "change", \.change.value, DocumentShape<Change>.change.orNull, zh: "现在减去更早的数字。",
            en: "Now less the earlier figures.")
        PercentOrReason.members(
            .exactly(.hundredths), reasons: ["absent", "zero", "suppressed"],
            zh: "为何没有百分比：时期没有数据，基期为零，或数字隐去。",
            en: "Why a percent is null: a period has no data, the base is zero, or a figure is withheld."
        ).of { comparison in { PercentOrReason(comparison.percent($0)) } }
        DocumentMember(optional: "factors", { ComparisonFactors($0) }, DocumentShape<ComparisonFactors>.factors)
        reasonOfChange
    }

    /// Without a change every percent lacks for another reason than a base of zero; with one, for no other; and
    /// without a base there is no change.
    private static let reasonOfChange = DocumentRule.other(
        BilingualText(
            zh: "没有变化时，各项都没有百分比，原因为 absent 或 suppressed；有变化时，没有百分比只因 zero。",
            en: "Without a change no measure has a percent, for absent or suppressed; with one, only zero says why."),
        schema: {
            [
                "oneOf": [
                    DocumentRule.all([
                        DocumentRule.when(["change"], ["type": "object"]),
                        DocumentRule.when(["figures"], ["type": "object"]),
                        DocumentRule.when(["noPercent"], reasons(["zero"], required: [])),
                    ]),
                    DocumentRule.all([
                        DocumentRule.when(["change"], ["type": "null"]),
                        DocumentRule.when(
                            ["noPercent"], reasons(["absent", "suppressed"], required: Measure.allCases)),
                    ]),
                ]
            ]
        })

    private static func reasons(_ allowed: JSONText, required: [Measure]) -> JSONText {
        [
            "properties": .object(Measure.allCases.map { JSONText.Member(key: $0.jsonKey, value: ["enum": allowed]) }),
            "required": .array(required.map { .string($0.jsonKey) }),
        ]
    }
}

extension DocumentShape<Change> {
    fileprivate static let change = object {
        for measure in Measure.allCases {
            DocumentMember(measure.jsonKey, { $0[measure] }, .integer, zh: "变化。", en: "The change.")
        }
    }
}

extension DocumentShape<ReportPart<YearToDate>> {
    static let yearToDate = object(
        zh: "从1月1日到季末；人数重新去重，不是相加。",
        en: "From 1 January to the end of the quarter; recipients are counted anew, not added."
    ) {
        DocumentMember(
            "from", \.report.quarter.firstOfYear.description, .text(pattern: "^[0-9]{4}Q1$"), zh: "时段的第一季。",
            en: "The first quarter of the span.")
        DocumentMember("through", \.report.quarter, .quarter, zh: "时段的最后一季。", en: "The last quarter of the span.")
        ShownMembers.all(zh: "时段的数字。", en: "The figures of the span.").of(\.part.figures)
        DocumentMember(
            "yearEarlier", \.part.yearEarlier, .comparison, zh: "与上年同一时段相比。",
            en: "Against the same span of the year before.")
    }.named("yearToDate")
}

enum CumulativeMembers {
    typealias Owner = ReportPart<CumulativeFigures>

    static let since = DocumentMember(
        "since", \Owner.report.since, .day, zh: "第一天；登记册删除过记录的，从该日起人数准确。",
        en: "The first day; where a register has forgotten, people are exact from it.")
    static let sinceStart = DocumentMember(optional: "sinceStart", \Owner.part.sinceStart, .sinceStart)
}

extension DocumentShape<ReportPart<CumulativeFigures>> {
    static let cumulative = object(
        zh: "从项目开始到季末；人数重新去重，不是相加。",
        en: "From the programme's start to the end of the quarter; recipients are counted anew, not added."
    ) {
        CumulativeMembers.since
        DocumentMember("through", \.report.through, .day, zh: "最后一天。", en: "The last day.")
        ShownMembers.all(zh: "自第一天起的数字。", en: "The figures since the first day.").of(\.part.figures)
        CumulativeMembers.sinceStart
    }.named("cumulative")
}

extension DocumentShape<Cumulative.SinceStart> {
    private static let since = DocumentMember(
        "since", \Cumulative.SinceStart.since, .day, zh: "项目的第一天。", en: "The programme's first day.")
    private static let personTimes = DocumentMember(
        "personTimes", \Cumulative.SinceStart.personTimeCount, .count, zh: "自该日起的人次。",
        en: "Person-times from then on.")
    private static let amountMinor = DocumentMember(
        "amountMinor", \Cumulative.SinceStart.amountMinor, .integer, zh: "其金额，以最小货币单位计。",
        en: "Their money in the minor unit.")

    fileprivate static let sinceStart = object(
        zh: "登记册删除过季度的，从项目开始起仍然知道的数字。",
        en: "Where a register has forgotten quarters: what is still known from the programme's start."
    ) {
        since
        personTimes
        amountMinor
    } read: { place throws(JSONProblem) in
        Cumulative.SinceStart(
            since: try place[since], personTimeCount: try place[personTimes], amountMinor: try place[amountMinor])
    }
}

enum BreakdownMembers {
    typealias Owner = ReportPart<BreakdownReport>

    static let field = DocumentMember(
        "field", \Owner.part.field, .text, zh: "流程文件中的字段名；两个字段的写作 district × care。",
        en: "The field's name in the pipeline file; of two fields as in district × care.")
    static let fields = DocumentMember(
        optional: "fields",
        { (breakdown: Owner) in breakdown.part.axes.isEmpty ? nil : breakdown.part.axes.map(\.field) },
        DocumentShape<String>.text.list, zh: "交叉分组的两个字段；一个字段的分组无此项。",
        en: "Of a breakdown by two fields both; left out where it is by one.")
    static let title = DocumentMember(
        "title", \Owner.part.title, .bilingual, zh: "报告中的名称。", en: "What reports call the field.")
    static let groups = DocumentMember(
        "groups",
        { (breakdown: Owner) in breakdown.part.groups.map { ReportPart(part: $0, report: breakdown.report) } },
        DocumentShape.group.list, zh: "所示各时期中的每个分组。", en: "Every group of any period shown.")
    static let listed = DocumentMember(
        optional: "listed",
        { (breakdown: Owner) in
            breakdown.part.bound.map { bound in
                bound.listed.map { EmptyGroup.name(of: breakdown.part.groups[$0].group) }
            }
        },
        DocumentShape<String>.text.list, zh: "分组很多时，供人阅读的报告列出的组，由大到小；全部列出的无此项。",
        en: "Of many groups those that the reports for people show by name, the largest first; left out where all are.")
    static let rest = DocumentMember(
        optional: "rest",
        { (breakdown: Owner) in breakdown.part.bound.map { ReportPart(part: $0, report: breakdown.report) } }, .rest)
}

extension DocumentShape<ReportPart<BreakdownReport>> {
    static let breakdown = object(zh: "一种分组方式的分组。", en: "The groups of one field, or of two together.") {
        BreakdownMembers.field
        BreakdownMembers.fields
        BreakdownMembers.title
        BreakdownMembers.groups
        BreakdownMembers.listed
        BreakdownMembers.rest
    }.named("breakdown")
}

enum RestMembers {
    typealias Owner = ReportPart<BreakdownReport.Bound>

    static let groups = DocumentMember(
        "groups", \Owner.part.restCount, .count, zh: "有多少个组，包括隐去名称的组。",
        en: "How many groups they are, those whose names are withheld among them.")
    static let yearEarlier = DocumentMember("yearEarlier", \Owner.part.rest.yearEarlier, .comparison)
    static let quarterEarlier = DocumentMember("quarterEarlier", \Owner.part.rest.quarterEarlier, .comparison)
    static let yearToDate = DocumentMember(
        "yearToDate", { (rest: Owner) in ReportPart(part: rest.part.rest.yearToDate, report: rest.report) }, .yearToDate
    )
    static let cumulative = DocumentMember(
        "cumulative",
        { (rest: Owner) in ReportPart(part: CumulativeFigures(rest.part.rest.cumulative), report: rest.report) },
        .cumulative)
}

extension DocumentShape<ReportPart<BreakdownReport.Bound>> {
    private static let contributions = DocumentMember(
        optional: "contributions",
        { (rest: RestMembers.Owner) in GroupContributions(rest.part.rest, in: rest.report) },
        DocumentShape<GroupContributions>.contributions)

    fileprivate static let rest = object(
        zh: "未列出的各组（未填除外）合在一起的数字；同一人只算一次。",
        en: "The figures of all groups that are not listed, but for 未填; a person in several of them counts once."
    ) {
        RestMembers.groups
        ShownMembers.all(zh: "其余各组本季度的数字。", en: "The rest's figures of the quarter.").of(\.part.rest.figures)
        RestMembers.yearEarlier
        RestMembers.quarterEarlier
        RestMembers.yearToDate
        contributions
        RestMembers.cumulative
    }.named("rest")
}

enum GroupMembers {
    typealias Owner = ReportPart<GroupReport>

    /// The line of all groups whose names are withheld.
    private static let withheldName = "隐去的组"

    static let group = DocumentMember(
        "group", { (line: Owner) in line.part.withheldCount > 0 ? withheldName : EmptyGroup.name(of: line.part.group) },
        .text, zh: "导出数据中的值；为空的是未填，名称隐去的是隐去的组。",
        en: "The value in the exports; 未填 where it was empty, 隐去的组 where names are withheld.")
    static let names = DocumentMember(
        optional: "names",
        { (line: Owner) in line.part.names.isEmpty ? nil : line.part.names.map(EmptyGroup.name(of:)) },
        DocumentShape<String>.text.list, zh: "交叉分组中两个字段各自的组；名称隐去的无此项。",
        en: "Of a breakdown by two fields the group of each; left out where names are withheld.")
    static let withheldGroups = DocumentMember(
        optional: "withheldGroups", { (line: Owner) in line.part.withheldCount > 0 ? line.part.withheldCount : nil },
        .count, zh: "本行代表多少个人数过少、隐去名称的组。",
        en: "Where the line is of groups with too few recipients to be named: how many.")
    static let yearEarlier = DocumentMember("yearEarlier", \Owner.part.yearEarlier, .comparison)
    static let quarterEarlier = DocumentMember("quarterEarlier", \Owner.part.quarterEarlier, .comparison)
    static let yearToDate = DocumentMember(
        "yearToDate", { (line: Owner) in ReportPart(part: line.part.yearToDate, report: line.report) }, .yearToDate)
    static let cumulative = DocumentMember(
        "cumulative",
        { (line: Owner) in ReportPart(part: CumulativeFigures(line.part.cumulative), report: line.report) },
        .cumulative)
}

extension DocumentShape<ReportPart<GroupReport>> {
    private static let contributions = DocumentMember(
        optional: "contributions",
        { (line: GroupMembers.Owner) in GroupContributions(line.part, in: line.report) },
        DocumentShape<GroupContributions>.contributions)

    fileprivate static let group = object(zh: "一个分组的数字。", en: "The figures of one group.") {
        GroupMembers.group
        GroupMembers.names
        GroupMembers.withheldGroups
        ShownMembers.all(zh: "该分组本季度的数字。", en: "The group's figures of the quarter.").of(\.part.figures)
        GroupMembers.yearEarlier
        GroupMembers.quarterEarlier
        GroupMembers.yearToDate
        contributions
        GroupMembers.cumulative
    }
}

extension DocumentShape<QuarterTotal> {
    static let quarterLine = object(zh: "一个季度的数字。", en: "The figures of one quarter.") {
        DocumentMember("quarter", \.quarter, .quarter)
        DocumentMember(
            "provisional", \.isProvisional, .flag, zh: "导出数据是否在季末之前截止（初步）。",
            en: "Whether the exports stop before the quarter's last days.")
        ShownMembers.all(
            zh: "数字；该季度没有赔付时为 null。", en: "The figures; null where no claim is dated in the quarter.",
            mayBeSuppressed: false
        ).of { $0.figures.map { .known($0) } ?? .absent }
    }.named("quarterLine")
}
