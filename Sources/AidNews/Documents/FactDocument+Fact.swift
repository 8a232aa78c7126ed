import AidModel
package import AidText

extension DocumentShape<Fact> {
    private static let id = DocumentMember(
        "id", \Fact.id, .text(pattern: "^[0-9]{4}Q[1-4](@[0-9]+)?/."), zh: "固定不变，可读。", en: "Stable and readable.")
    private static let kind = DocumentMember(
        "kind", \Fact.kind, .word, zh: "是哪一类陈述。", en: "What sort of statement it is.")
    private static let measure = DocumentMember("measure", \Fact.measure, .word, zh: "指标。", en: "What it measures.")
    private static let period = DocumentMember("period", \Fact.period, .period)
    private static let group = DocumentMember(
        "group", \Fact.group, DocumentShape<FactGroup>.group.orNull, zh: "分组；null 为整个项目。",
        en: "A group of a breakdown; null: the programme as a whole.")
    private static let unit = DocumentMember(
        "unit", \Fact.unit, .word, zh: "计数单位；minor 为最小货币单位。百分比为该值 × 100。",
        en: "In what the value counts; minor is the currency's minor unit. A percent is value × 100.")
    private static let printed = DocumentMember(
        "printed", \Fact.printed, .bilingual, zh: "句子中的写法；没有数字的，说明原因。",
        en: "As it stands in sentences; where it is none, why.")
    private static let precision = DocumentMember(
        "precision", \Fact.precision, .precision, zh: "印出的末位数字值多少；百分比和人均人次以百分之一计。",
        en: "What the last printed digit is worth; of percents and of person-times a person in hundredths.")
    private static let base = DocumentMember(
        "base", \Fact.base, DocumentShape<FactBase>.base.orNull, zh: "比较的对象；null 为不与任何数字比较。",
        en: "What it is held against; null: nothing.")
    private static let definitions = DocumentMember(
        "definitions", \Fact.definitions, DocumentShape<String>.text.list, zh: "定义它的句子的键。",
        en: "Keys of the sentences that define it.")
    private static let provisional = DocumentMember(
        "provisional", \Fact.isProvisional, .flag, zh: "其时期或基期是否缺少日期（初步）。",
        en: "Whether days of its period, or of its base, are missing.")
    private static let restated = DocumentMember(
        "restated", \Fact.isRestated, .flag, zh: "它或其基期是否与最近公布的不同（修订）。",
        en: "Whether it, or its base, differs from what was last published.")
    private static let note = DocumentMember(
        optional: "note", \Fact.note, .bilingual, zh: "必须写在旁边的话；不需要的语言为空。",
        en: "What must stand beside it; empty where nothing must.")
    private static let sources = DocumentMember(
        "sources", \Fact.sources, DocumentShape<String>.text.list, zh: "其依据的键。", en: "Keys of what it stands on.")

    package static let fact = object(zh: "一个数字。", en: "One figure.") {
        id
        kind
        measure
        period
        group
        unit
        FactValueMembers.all.of(\Fact.value)
        printed
        precision
        base
        definitions
        provisional
        restated
        note
        sources
    } read: { place throws(JSONProblem) in
        Fact(
            id: try place[id], kind: try place[kind], period: try place[period], group: try place[group],
            measure: try place[measure], base: try place[base], value: try FactValueMembers.read(place),
            unit: try place[unit], printed: try place[printed], precision: try place[precision],
            definitions: try place[definitions], isProvisional: try place[provisional],
            isRestated: try place[restated], note: try place[note], sources: try place[sources])
    }.named("fact")
}

extension DocumentShape<FactGroup> {
    private static let field = DocumentMember(
        "field", \FactGroup.field, .text, zh: "流程文件中的字段名。", en: "The breakdown's field in the pipeline file.")
    private static let title = DocumentMember(
        "title", \FactGroup.title, .bilingual, zh: "报告中的名称。", en: "What reports call the field.")
    /// All groups that reports do not show by name.
    private static let restName = "其余"

    private static let name = DocumentMember(
        "name",
        { (group: FactGroup) in group.restCount == nil ? EmptyGroup.name(of: group.name) : restName }, .text,
        zh: "导出数据中的值；为空的是未填，未列出的各组合在一起的是其余。",
        en: "The value in the exports; 未填 where it was empty, 其余 of all groups that are not listed.")
    private static let rest = DocumentMember(
        optional: "rest", \FactGroup.restCount, .positive,
        zh: "其余：报告未逐一列出的组（未填除外）有多少个，同一人在其中只算一次；一个组的无此项。",
        en: "Of the rest, how many groups the report does not list, but for 未填: a person in several of them counts "
            + "once; left out where it is one group.")

    fileprivate static let group = object(zh: "一个分组。", en: "A group of a breakdown.") {
        field
        title
        name
        rest
    } read: { place throws(JSONProblem) in
        let restCount = try place[rest]
        return FactGroup(
            field: try place[field], title: try place[title],
            name: restCount == nil ? EmptyGroup.group(named: try place[name]) : nil, restCount: restCount)
    }
}

extension DocumentShape<FactPrecision> {
    private static let zh = DocumentMember("zh", \FactPrecision.zh, .integer, zh: "中文的。", en: "In Chinese.")
    private static let en = DocumentMember("en", \FactPrecision.en, .integer, zh: "英文的。", en: "In English.")

    fileprivate static let precision = object {
        zh
        en
    } read: { place throws(JSONProblem) in
        FactPrecision(zh: try place[zh], en: try place[en])
    }
}

extension DocumentShape<FactPeriod> {
    private static let type = DocumentMember(
        "type", \FactPeriod.type, .words(["quarter", "yearToDate", "cumulative"]), zh: "季度、今年以来或累计。",
        en: "A quarter, the year so far, or since the start.")
    private static let quarter = DocumentMember(
        "quarter", \FactPeriod.quarter, .quarter, zh: "季度，或时段的最后一季。", en: "The quarter, or the last one of the span.")
    private static let from = DocumentMember("from", \FactPeriod.firstDay, .day, zh: "第一天。", en: "The first day.")
    private static let through = DocumentMember("through", \FactPeriod.lastDay, .day, zh: "最后一天。", en: "The last day.")

    fileprivate static let period = object(zh: "数字所述的时间。", en: "The time that a figure speaks of.") {
        type
        quarter
        from
        through
    } read: { place throws(JSONProblem) in
        let last = try place[quarter]
        switch try place[type] {
        case "quarter": return .quarter(last)
        case "yearToDate": return .yearToDate(through: last)
        default: return .cumulative(since: try place[from], through: last)
        }
    }.named("period")
}

extension FactPeriod {
    fileprivate var type: String {
        switch self {
        case .quarter: "quarter"
        case .yearToDate: "yearToDate"
        case .cumulative: "cumulative"
        }
    }
}

/// `value`, and beside it why there is none.
private enum FactValueMembers {
    private static let value = DocumentMember(
        "value", \FactValue.known,
        DocumentShape<FactValue>.value.orNull.named(
            "value", zh: "准确值、上下限或准确的商，以事实的单位计。",
            en: "Exactly, within bounds, or as an exact quotient; in the fact's unit."))
    private static let noValue = DocumentMember(
        optional: "noValue", \FactValue.whyNone,
        DocumentShape<FactValue.WhyNone>.word.named(
            "noValue", zh: "为何没有数字：某一时期没有数据，基期为 0，隐去，或只知修约值。",
            en: "Why there is none: a period has no data, the base is 0, is withheld, or is known only rounded."))

    static let all = DocumentMembers<FactValue> {
        value
        noValue
        DocumentRule.null([["value"]], saidBy: [["noValue"]])
    }

    static func read(_ owner: JSONPlace) throws(JSONProblem) -> FactValue {
        if let value = try owner[value] { return value }
        guard let why = try owner[noValue] else { throw owner.problem(at: noValue.name) }
        return .none(why)
    }
}

extension FactValue {
    fileprivate var known: FactValue? { whyNone == nil ? self : nil }

    fileprivate var whyNone: WhyNone? { if case .none(let why) = self { why } else { nil } }
}

extension DocumentShape<FactValue> {
    /// No figure of a programme is as large; below it, nothing that is computed for print overflows.
    private static var figureLimit: UInt128 { 1_000_000_000_000_000_000_000_000_000_000 }

    private static let exactly = DocumentMember(
        "exactly", { (value: Int128) in value }, .integer, zh: "准确值。", en: "Exactly.")
    private static let lowest = DocumentMember(
        "lowest", \FigureRange.lowest, .integer, zh: "最小值。", en: "The smallest value.")
    private static let highest = DocumentMember(
        "highest", \FigureRange.highest, .integer, zh: "最大值。", en: "The largest value.")
    private static let numerator = DocumentMember(
        "numerator", \ExactRatio.numerator, .integer, zh: "分子。", en: "The dividend.")
    private static let denominator = DocumentMember(
        "denominator", \ExactRatio.denominator,
        DocumentShape<Int128>(.integer(least: 1), write: { $1.integer($0) }, read: DocumentShape<Int128>.integer.read),
        zh: "分母，大于 0。", en: "The divisor, above 0.")

    fileprivate static let value: DocumentShape = {
        let exact = DocumentShape<Int128>.object { exactly }
        let bounds = DocumentShape<FigureRange>.object {
            lowest
            highest
        }
        let ratio = DocumentShape<ExactRatio>.object {
            numerator
            denominator
        }
        return DocumentShape(
            .either([exact.schema, bounds.schema, ratio.schema]),
            write: { value, writer in
                switch value {
                case .exactly(let value): exact.write(value, &writer)
                case .between(let range): bounds.write(range, &writer)
                case .ratio(let quotient): ratio.write(quotient, &writer)
                case .none: writer.null()
                }
            },
            read: { place throws(JSONProblem) in
                if place.json[exactly.name] != nil {
                    let value = try place[exactly]
                    guard value.magnitude < figureLimit else { throw place.problem(at: exactly.name) }
                    return .exactly(value)
                }
                if place.json[lowest.name] != nil {
                    let (lowest, highest) = (try place[lowest], try place[highest])
                    guard lowest <= highest, max(lowest.magnitude, highest.magnitude) < figureLimit else {
                        throw place.problem
                    }
                    return .between(FigureRange(lowest: lowest, highest: highest))
                }
                guard let quotient = ExactRatio(try place[numerator], over: try place[denominator]) else {
                    throw place.problem
                }
                return .ratio(quotient)
            })
    }()
}

extension DocumentShape<FactBase> {
    private static let comparison = DocumentMember(
        "comparison", \FactBase.comparison, .word, zh: "上年同期、上一季度、公布的数字、全部、其他，或此前。",
        en: "The year earlier, the quarter earlier, what was published, the whole, the others, or what was before.")
    private static let period = DocumentMember(
        "period", \FactBase.period, .period, zh: "基期的时间。", en: "The time of the base.")
    private static let count = DocumentMember(
        optional: "count", \FactBase.count, .positive, zh: "比较多少个分组，或连续多少个季度，含自身。",
        en: "How many groups are compared, or quarters a run has, the fact's own included.")
    private static let atLeast = DocumentMember(
        optional: "atLeast", { (base: FactBase) in base.isAtLeast ? true : nil }, .yes,
        zh: "连续的季度一直到数据开始之处，实际可能更多。",
        en: "The run goes back to where the data begin, so that it may be longer.")
    private static let others = DocumentMember(optional: "others", \FactBase.others, .others)
    private static let vintage = DocumentMember(
        optional: "vintage", \FactBase.vintage, .vintage, zh: "基期为公布过的一版的，是哪一版。",
        en: "The published version that the base is.")

    fileprivate static let base = object(
        zh: "与什么比较，那又是多少。", en: "What a fact is held against, and what that was itself."
    ) {
        comparison
        period
        FactValueMembers.all.of(\FactBase.value)
        count
        atLeast
        others
        vintage
    } read: { place throws(JSONProblem) in
        FactBase(
            try place[comparison], period: try place[period], value: try FactValueMembers.read(place),
            count: try place[count], isAtLeast: try place[atLeast] ?? false, others: try place[others],
            vintage: try place[vintage])
    }.named("base")
}

extension DocumentShape<FactBase.Others> {
    private static let since = DocumentMember(
        "since", \FactBase.Others.since, .quarter, zh: "其中最早的季度。", en: "The first of them.")
    private static let count = DocumentMember(
        "count", \FactBase.Others.count, .positive, zh: "有多少个，不含自身。", en: "How many they are, without the record's own."
    )

    fileprivate static let others = object(
        zh: "创纪录的数字所高于或低于的各季度；基期是其中最接近的。",
        en: "The quarters that a record is above or below; the base is the one that comes nearest."
    ) {
        since
        count
    } read: { place throws(JSONProblem) in
        FactBase.Others(since: try place[since], count: try place[count])
    }
}
