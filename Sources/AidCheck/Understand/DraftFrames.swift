import AidModel
import AidNews

/// A value that words may mean, and what speaks against that.
struct Weighed<Value: Sendable & Hashable>: Sendable, Hashable {
    var value: Value
    var cost: Int

    init(_ value: Value, _ cost: Int = DraftWeights.said) {
        self.value = value
        self.cost = cost
    }
}

/// Which time the figures of a clause are of.
struct TimeFrame: Sendable, Hashable {
    /// The times that may be meant, the likeliest first; none: no figures are kept for what was named.
    var spans: [Weighed<DraftSpan>]
    /// Whether it is one to compare with: 去年同期为83.36万人.
    var isBase = false
    /// Whether the sentence names it.
    var isSaid = false
    /// Whether a figure has been told of it.
    var isUsed = false
    /// The word that names it.
    var word: Range<Int>?
    /// Whether that stands in the headline above.
    var isOfHeading = false

    static func steady(_ span: DraftSpan) -> TimeFrame { TimeFrame(spans: [Weighed(span)]) }
}

/// A figure as the next ones see it.
struct FigureMention: Sendable, Hashable {
    enum Role: Sendable, Hashable {
        case level
        /// What is compared with.
        case base
        case change
        case percent
        case ratio
        case share
        case points
        case run
        /// 居全市第2位
        case place
        /// 有7个区超过60人
        case count
        case none
    }

    var role: Role
    /// Of what it is: the first reading's.
    var quantity: DraftQuantity?
    /// The measures that it may be of, where its words leave that open.
    var measures: [FactMeasure] = []
    /// The times that it may be of.
    var spans: [DraftSpan] = []
    var rises: Bool?
    var average: DraftToken.Average?
    var support: DraftSupport
    /// The token that it is, and the clause in which that stands.
    var token: Int
    var clause: Int
    /// Whether nothing but a list mark stands between it and the figure before.
    var isListed = false
    /// Whether a time stands after it that dates it alone.
    var isDated = false
}

/// What a paragraph has said so far.
struct ParagraphFrame: Sendable, Hashable {
    /// What the next sentence is about if it says nothing of it.
    var time: TimeFrame
    /// The last time that was named and was neither from the start nor a base.
    var steady: DraftSpan
    var quarter: DraftSpan?
    var year: Int?
    var comparison: PeriodWords?
    /// The levels of its last sentence that has some.
    var levels: [FigureMention] = []
    var listedGroups: [Int] = []
    /// The groups of which something was told to be counted, each once, in order.
    var toldGroups: [Int] = []
    /// The group that a sentence of its own named last: 答：住院。互助金7.57万元.
    var groupOfTitle: Int?
    /// The only group of the sentence before, if that told no figure: 重症职工的互助金占了大头。二季度为7.57万元.
    var groupOfTopic: Int?
    /// The group that was named last.
    var lastGroup: Int?
    /// Those that were named, each once.
    var namedGroups: [Int] = []
    /// The district that was named last.
    var lastDistrict: Int?
    /// The time that was compared with last.
    var lastBase: DraftSpan?
    var isOfProgramme = false
    /// Whether the article has told of one person.
    var hasPerson = false
    /// What the last figure of the sentence before was an average of; nil: it was none.
    var average: DraftToken.Average?
    /// Whose figures are told under a short title: （三）意外伤害互助。
    var topic: DraftSupport.Reason?
    /// Whether figures were told under it.
    var hasTopicFigures = false
    var hasFigures = false
    var hasPeriod = false
}

/// What a sentence has said so far.
struct SentenceFrame: Sendable, Hashable {
    var time: TimeFrame
    /// The last time in it that is no base.
    var main: TimeFrame
    /// How many semicolons it has had.
    var segment = 0
    /// The first time that it names and that is no base.
    var opening: TimeFrame?
    var comparison: PeriodWords?
    var groups: [Int] = []
    /// Whether the clause that names the group begins with it: 门诊方面.
    var groupIsSubject = false
    /// Of which clause the group is.
    var groupClause = -1
    var listedGroups: [Int] = []
    /// The times that it lists: 一季度、二季度.
    var listed: [[Weighed<DraftSpan>]] = []
    /// Everything that was told to count something, averages too, in order.
    var told: [DraftQuantity] = []
    var levels: [FigureMention] = []
    var changes: [FigureMention] = []
    var last: FigureMention?
    /// The number that says from where on groups are counted: 有7个区超过60人.
    var limitToken: Int?
    /// The quarter from which the sentence counts up to another that it names.
    var since: Quarter?
    /// Why figures are not ours since some word, and in which clause that stands.
    var other: (reason: DraftSupport.Reason, clause: Int, hasFigures: Bool)?
    var isOfProgramme = false
    var share: ShareFrame?
    /// The time from which a measure is said to have gone to another: 由去年同期的83.36万人增至.
    var fromSpan: DraftSpan?
    /// The changes in percent that it tells, in order.
    var percents: [PercentMention] = []
    /// The same as the figures that a list may say more of.
    var rises: [FigureMention] = []
    /// What is told by the hundred: 每百元互助金里.
    var hundred: Measure?
    /// The last noun of what is counted, and its token.
    var noun: (measure: Measure, token: Int, clause: Int)?
    var isAgainstPublished = false
    /// The groups of which something was told to be counted, each once, in order.
    var toldGroups: [Int] = []
    /// Whether it is about one person since some word, and nothing of all was named since: 她自付1.8万元，拿到补助5400元.
    var isOfPerson = false
    /// Whether 前者 and 后者 in it are the two groups that were listed before.
    var hasFormerGroup = false
    /// The average that a clause named which told no figure, and that clause: per head, …
    var fronted: (average: DraftToken.Average, clause: Int)?
    /// Groups of which a sum in it may be, or as well of all.
    var openGroups: [Int] = []

    static func == (lhs: Self, rhs: Self) -> Bool { lhs.time == rhs.time && lhs.levels == rhs.levels }
    func hash(into hasher: inout Hasher) { hasher.combine(levels) }
}

/// What a question asks for: 平均一次报多少？
struct QuestionFrame: Sendable, Hashable {
    var isOfProgramme: Bool
    var average: DraftToken.Average?
    var comparison: PeriodWords?
    /// How many people, or how much money, it asks for.
    var measure: Measure?
}

/// A change in percent, by what it is of and against what.
struct PercentMention: Sendable, Hashable {
    var quantity: DraftQuantity?
    var base: DraftQuantity?
}

/// 住院互助金占全部互助金的比重: what a share is of, where its figure stands in a later clause.
struct ShareFrame: Sendable, Hashable {
    var measure: Measure?
    var groups: [Int]
    /// The longer time that is the whole: 占上半年的.
    var whole: DraftSpan?
}

/// What a clause has said so far.
struct ClauseFrame: Sendable {
    var start: Int
    var number: Int
    /// The groups since the last figure, and whether one was named since the start.
    var groups: [Int] = []
    var beginsWithGroup = false
    /// Whether the group that was named last stands behind the figure that it is of: 12 were for outpatients.
    var hasGroupBehind = false
    /// Whether a semicolon stands before it.
    var isAfterSemicolon = false
    var hasWords = false
    var comparison: PeriodWords?
    var comparisons: [PeriodWords] = []
    var comparisonToken: Int?
    var fromTime: [Weighed<DraftSpan>]?
    var fromToken: Int?
    var wholeSpan: DraftSpan?
    var thanGroups: [Int] = []
    var thanToken: Int?
    var isInBrackets = false
    var lastFigure: Int?
    var distribution: Distribution?
}

/// What the numbers after 分别, or those of a list of percents, are of in turn.
struct Distribution: Sendable, Hashable {
    enum Targets: Sendable, Hashable {
        case measures([Measure])
        case groups([Int])
        case comparisons([PeriodWords])
        case times([[Weighed<DraftSpan>]])
        case levels([FigureMention])

        var count: Int {
            switch self {
            case .measures(let all): all.count
            case .groups(let all): all.count
            case .comparisons(let all): all.count
            case .times(let all): all.count
            case .levels(let all): all.count
            }
        }
    }

    var targets: Targets
    var next = 0
}
