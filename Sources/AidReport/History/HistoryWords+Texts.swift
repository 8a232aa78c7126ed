import AidModel
import AidText

/// The words of histories and comparisons in one language, and their figures.
struct HistoryWords: Bilingual {
    let language: Language
    let currency: Currency
    let wording: Wording
    private let fieldTitles: [String: BilingualText]

    /// - Parameter fieldTitles: what reports call a breakdown, by its name in the pipeline file.
    init(_ language: Language, _ currency: Currency, fieldTitles: [String: BilingualText]) {
        self.language = language
        self.currency = currency
        self.fieldTitles = fieldTitles
        wording = Wording(language: language)
    }

    /// In place of a figure that is not there. A dash of one column on every terminal.
    static let absent = "-"

    func name(_ period: PublishedCell.Period) -> String {
        switch period {
        case .quarter: text(zh: "本季度", en: "Quarter")
        case .yearToDate: text(zh: "今年以来", en: "Year to date")
        case .cumulative: text(zh: "累计", en: "Cumulative")
        }
    }

    /// `就诊类型：门诊`.
    func name(_ group: PublishedCell.Group) -> String {
        (fieldTitles[group.field]?(language) ?? group.field) + wording.labels.colon
            + (group.name ?? wording.labels.emptyGroup)
    }

    /// That a table has not all groups of a breakdown.
    func leftOut(_ field: String, _ count: Int) -> String {
        let number = NumberStyle.exact(Int128(count))
        return (fieldTitles[field]?(language) ?? field) + wording.labels.colon
            + text(
                zh: "列出人次最多的组，另有\(number)个组，见 --all-groups 或 --format csv",
                en: "the groups with the most person-times; \(number) more with --all-groups, or --format csv")
    }

    func name(_ reason: RestatementReason) -> String {
        let name =
            switch reason {
            case .betterData: text(zh: "数据更新", en: "better data")
            case .routine: text(zh: "例行重算", en: "routine")
            case .changedMethod: text(zh: "口径变化", en: "new method")
            case .correction: text(zh: "更正", en: "correction")
            }
        return reason.rawValue + " " + name
    }

    func column(_ measure: Measure) -> String {
        wording.column(measure, currency)
    }

    /// A figure, or the finest rounding that is certain.
    func figure(_ range: FigureRange?, _ measure: Measure, isSigned: Bool = false) -> String {
        guard let range else { return HistoryWords.absent }
        let figure = CertainFigure(range, measure, currency, language: language, isSigned: isSigned)
        return figure.statement ?? figure.bounds ?? HistoryWords.absent
    }

    /// A figure that may be kept back.
    func figure(_ content: PublishedCell.Content?, _ measure: Measure) -> String {
        content?.suppressed == nil ? figure(content?.figures?[measure], measure) : withheld
    }

    /// A figure of one side of a comparison, or in a word why there is none.
    func figure(_ content: PublishedCell.Content?, _ measure: Measure, lacking why: WhyLacking?) -> String {
        if let why { return name(why) }
        guard content?.suppressed == nil, content?.figures?[measure] == nil else { return figure(content, measure) }
        return name(.notGiven)
    }

    func name(_ why: WhyLacking) -> String {
        switch why {
        case .noClaims, .noClaimOfGroup: text(zh: "无赔付", en: "no claims")
        case .beforeStart: text(zh: "项目未开始", en: "before start")
        case .beforeData: text(zh: "早于数据", en: "before data")
        case .notExported: text(zh: "尚无数据", en: "no data yet")
        case .notGiven: text(zh: "未公布", en: "not given")
        case .notGrouped: text(zh: "未分组", en: "not grouped")
        case .noneOrWithheld: text(zh: "无或不公布", en: "none or withheld")
        }
    }

    /// A change; where it is not exact, everything that it can be.
    func change(_ change: FigureChange, _ measure: Measure) -> String {
        guard let range = change.range else {
            return change.percent.whyNone == .suppressed ? withheld : HistoryWords.absent
        }
        let figure = CertainFigure(range, measure, currency, language: language, isSigned: true)
        return figure.bounds ?? figure.statement ?? HistoryWords.absent
    }

    /// A percent; where it is not exact, everything that it can be.
    func percent(_ percent: PercentChange) -> String {
        switch percent {
        case .hundredths, .between:
            let figure = percent.range.map { CertainFigure(percent: $0, language: language) }
            return figure?.bounds ?? figure?.statement ?? HistoryWords.absent
        case .unknown(.zero): return wording.labels.zeroBase
        case .unknown(.unbounded): return text(zh: "基数可能为0", en: "base may be 0")
        case .unknown(.suppressed): return withheld
        case .unknown(.absent), .unknown(.tooLarge): return HistoryWords.absent
        }
    }

    /// What is certain of the direction of a change that has no certain digit.
    func direction(_ direction: ChangeDirection) -> String {
        switch direction {
        case .none: text(zh: "持平", en: "no change")
        case .up: text(zh: "增加", en: "rise")
        case .down: text(zh: "减少", en: "fall")
        case .notDown: text(zh: "未减少", en: "no fall")
        case .notUp: text(zh: "未增加", en: "no rise")
        case .unknown: text(zh: "增减不定", en: "uncertain")
        }
    }

    var withheld: String { text(zh: "不公布", en: "withheld") }

    var roundedLegend: String {
        text(
            zh: "约：发布时已舍入，所示数字确定，末尾的零不一定；～：只知在两端之间（两端向外舍入）。",
            en:
                "“about”: published rounded, the digits shown are certain; “to”: only both ends are known, rounded outwards."
        )
    }
    static let withheldNames = BilingualText(
        zh: "人数过少的组隐去名称：没有数字的组可能没有赔付，也可能人数过少",
        en: "groups of too few people are withheld by name: one without figures may have no claim, or too few people")

    var comma: String { text(zh: "，", en: ", ") }

    // MARK: Histories

    var nothingPublished: String { text(zh: "还没有发布过任何季度。", en: "No quarter has been published yet.") }
    var historyHeading: String { text(zh: "发布的数字及其修订", en: "published figures and their revisions") }
    var triangleHeading: String { text(zh: "修订三角", en: "revision triangle") }
    var vintageColumn: String { text(zh: "版本", en: "Vintage") }
    var publishedOn: String { text(zh: "发布日期", en: "Published") }
    var why: String { text(zh: "说明", en: "Why") }
    var now: String { text(zh: "现值", en: "now") }
    var revision: String { text(zh: "  较上版", en: "  revision") }
    var revisionPercent: String { text(zh: "  幅度", en: "  percent") }
    var firstPublished: String { text(zh: "首次发布", en: "first") }
    var imported: String { text(zh: "补录", en: "imported") }
    var provisional: String { text(zh: "初步", en: "provisional") }
    var noClaimsLeft: String { text(zh: "已无数据", en: "no claims left") }

    func vintage(_ number: Int) -> String { text(zh: "第\(number)版", en: "v\(number)") }

    /// What a table is of, part by part.
    func heading(_ parts: [String]) -> String { parts.joined(separator: text(zh: "　", en: ", ")) }

    func unpublished(_ totals: [QuarterTotal]) -> String {
        let quarters = totals.map { total in
            total.quarter.description + (total.isProvisional ? text(zh: "（初步）", en: " (provisional)") : "")
        }
        return text(
            zh: "已统计而未发布：" + quarters.joined(separator: "、"),
            en: "Counted but not published: " + quarters.joined(separator: ", "))
    }

    // MARK: Comparisons

    var nothingToCompare: String { text(zh: "两边都没有数字，无从比较。", en: "Neither side has a figure to compare.") }
    var change: String { text(zh: "A到B", en: "A to B") }
    var percent: String { text(zh: "幅度", en: "Percent") }
    var certain: String { text(zh: "可以确定", en: "Certain") }
    /// Of two spans of quarters.
    var wholeSpan: String { text(zh: "期间合计", en: "Span") }

    /// A direction and how far at least: `增加约3万人`, `rise of about 30,000`.
    func certain(_ direction: ChangeDirection, _ size: String) -> String {
        self.direction(direction) + text(zh: "", en: " of ") + size
    }
}
