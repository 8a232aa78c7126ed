import AidModel

/// A word of a draft that says something about its figures.
struct DraftToken: Sendable, Hashable {
    /// What is divided by what: 人均, 次均.
    enum Average: Sendable, Hashable {
        case perRecipient
        case perPersonTime
    }

    /// When something began: 自2012年5月.
    struct Beginning: Sendable, Hashable {
        var year: Int
        var month: Int?
    }

    enum Kind: Sendable, Hashable {
        case number(DraftNumber)
        /// 2023年第二季度
        case period(PeriodWords)
        /// 同比, 相比去年同期
        case comparison(PeriodWords)
        /// 累计, 自2012年5月以来, 截至6月底 with the end that it names
        case sinceStart(through: PeriodWords?, from: Beginning? = nil)
        /// 增加, 下降; a noun: 增幅, 降幅
        case direction(rises: Bool, isNoun: Bool)
        /// 增至, 降到: to a level
        case directionTo(rises: Bool)
        /// 达, 为, 至
        case level
        /// 受助职工, 受助金额
        case measure(Measure)
        /// 门诊, 朝阳区, by its place among the groups that are known
        case group(Int)
        /// A district that no fact knows.
        case unknownGroup
        case average(Average)
        /// 占
        case share
        /// 共, 总计
        case whole
        /// 其中
        case part
        /// 分别
        case respectively
        /// 持平
        case unchanged(isAbout: Bool)
        /// 首次受助
        case firstTime
        /// 新增: counted in this time, or more than in another
        case added
        /// 三年间: since a time that no word tells
        case openBase
        /// 再次受助
        case returning
        /// “送清凉”项目: another programme than that of the facts
        case otherProgramme
        /// 与公布的数字相比: the base is meant as it was published
        case published
        /// Says nothing of figures: 2012年第二季度以来.
        case nothing
        /// 最高, 每份, 起付: a figure of something else
        case rule
        /// 张先生, 本人: what the sentence says is of one person
        case person
        /// 、和
        case listMark
        case clauseEnd
        /// ( and )
        case open
        case close
        case sentenceEnd
        case paragraphEnd
    }

    /// In the draft's shown text.
    var range: Range<Int>
    var kind: Kind
}
