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

    func callAsFunction(_ zh: String, _ en: String) -> String {
        language == .zh ? zh : en
    }

    func name(_ period: PublishedCell.Period) -> String {
        switch period {
        case .quarter: self("本季度", "Quarter")
        case .yearToDate: self("今年以来", "Year to date")
        case .cumulative: self("累计", "Cumulative")
        }
    }

    /// `就诊类型：门诊`.
    func name(_ group: PublishedCell.Group) -> String {
        (fieldTitles[group.field]?(language) ?? group.field) + wording.labels.colon
            + (group.name ?? wording.labels.emptyGroup)
    }

    func name(_ reason: RestatementReason) -> String {
        let name =
            switch reason {
            case .betterData: self("数据更新", "better data")
            case .routine: self("例行重算", "routine")
            case .changedMethod: self("口径变化", "new method")
            case .correction: self("更正", "correction")
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
        case .noClaims, .noClaimOfGroup: self("无赔付", "no claims")
        case .beforeStart: self("项目未开始", "before start")
        case .beforeData: self("早于数据", "before data")
        case .notExported: self("尚无数据", "no data yet")
        case .notGiven: self("未公布", "not given")
        case .notGrouped: self("未分组", "not grouped")
        case .noneOrWithheld: self("无或不公布", "none or withheld")
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
        case .unknown(.unbounded): return self("基数可能为0", "base may be 0")
        case .unknown(.suppressed): return withheld
        case .unknown(.absent), .unknown(.tooLarge): return HistoryWords.absent
        }
    }

    /// What is certain of the direction of a change that has no certain digit.
    func direction(_ direction: ChangeDirection) -> String {
        switch direction {
        case .none: self("持平", "no change")
        case .up: self("增加", "rise")
        case .down: self("减少", "fall")
        case .notDown: self("未减少", "no fall")
        case .notUp: self("未增加", "no rise")
        case .unknown: self("增减不定", "uncertain")
        }
    }

    var withheld: String { self("不公布", "withheld") }

    var roundedLegend: String {
        self(
            "约：发布时已舍入，所示数字确定，末尾的零不一定；～：只知在两端之间（两端向外舍入）。",
            "“about”: published rounded, the digits shown are certain; “to”: only both ends are known, rounded outwards."
        )
    }
}
