import AidModel
import AidNews

/// A word of a draft that says something about its figures.
struct DraftToken: Sendable, Hashable {
    /// What is divided by what: 人均, 次均.
    enum Average: Sendable, Hashable {
        case perRecipient
        /// 平均 alone: for each recipient, unless another word says of what
        case mean
        case perPersonTime
        /// 每千名会员
        case perThousand
        case rate(DraftQuantity.Rate)
    }

    /// When something began: 自2012年5月.
    struct Beginning: Sendable, Hashable {
        var year: Int
        var month: Int?
    }

    enum Kind: Sendable, Hashable {
        case number(Numeral)
        /// 2023年第二季度
        case period(PeriodWords)
        /// 同比, 相比去年同期
        case comparison(PeriodWords)
        /// 比, 与, compared with, where what is compared with is no time: 比门诊多
        case than
        /// 累计, 自2012年5月以来, 截至6月底 with the end that it names
        case since(through: PeriodWords?, from: Beginning?)
        /// 增加, 下降; a noun: 增幅, 降幅
        case direction(rises: Bool, isNoun: Bool)
        /// 增至, 降到: to a level; nil: 变为
        case directionTo(rises: Bool?)
        /// 由, 从: from a level
        case from
        /// 至, 到, 达, 为
        case to
        /// 即, or: the same said otherwise
        case restated
        /// 前者 and 后者: the last but one quantity that was told, and the last
        case former
        case latter
        /// 是, 相当于: before a ratio
        case equals
        /// 受助职工, 受助金额: what is ours by itself
        case measure(Measure)
        /// 职工, 金额: what is ours if the sentence is
        case noun(Measure)
        /// 发放, 受助, 惠及: what the programme does, with what that counts where it says so
        case aid(Measure?)
        /// One of the programme's names
        case programme
        /// 门诊, 朝阳区, by its place among the groups that are known
        case group(Int)
        /// A district that no fact knows
        case unknownGroup
        case average(Average)
        /// 每百元: what follows is a share in percent
        case perHundred(Measure)
        /// 因受助职工人数上升: what a part of a change comes from, and whether it added or took off where it says so
        case cause(FactKind, rises: Bool?)
        /// 拉动, 下拉: what a group adds to the growth of the whole
        case contribution(rises: Bool)
        /// 占
        case share
        /// 全市, 总计
        case whole
        /// 合计, 共: of the groups that were listed, or of the whole
        case sum
        /// 该区: the group that was named last
        case sameGroup
        /// 我区: the district that was named last
        case ownDistrict
        /// 三地 in 三地合计: so many groups that were told of
        case those(Int, Numeral?)
        /// 后两者: the two that were named last
        case lastTwo
        /// 其中
        case part
        /// 分别
        case respectively
        /// 持平
        case unchanged(isAbout: Bool)
        /// 首次受助
        case firstTime
        /// 再次受助
        case returning
        /// 新增: counted in this time, or more than in another
        case added
        /// 连续
        case inARow
        /// 与公布的数字相比: the base is meant as it was published
        case published
        /// 参保, 学员: something that the programme does not count
        case other
        /// “送清凉”项目: another programme
        case otherProgramme
        /// 全省: another place
        case otherPlace
        /// 江州市: whether it is another place, the rest of the draft tells
        case city
        /// 最高, 每份, 起付: a rule or a limit
        case rule
        /// 计划, 预计: what is yet to come
        case plan
        /// 张先生, 本人: what the sentence says is of one person
        case person
        /// 、和
        case listMark
        /// ，
        case comma
        /// ；
        case semicolon
        /// ：
        case colon
        case open
        case close
        /// 。
        case sentenceEnd
        /// The end of a line
        case lineEnd
        /// An empty line
        case paragraphEnd
        /// Says nothing of figures: 已, 全市, 工会
        case plain
        /// No word that is known
        case unknown
    }

    /// In what is read of the draft.
    var range: Range<Int>
    var kind: Kind
}

extension DraftToken.Kind {
    var numeral: Numeral? {
        if case .number(let numeral) = self { numeral } else { nil }
    }

    var isNumber: Bool { numeral != nil }

    var period: PeriodWords? {
        if case .period(let words) = self { words } else { nil }
    }

    var direction: (rises: Bool, isNoun: Bool)? {
        if case .direction(let rises, let isNoun) = self { (rises, isNoun) } else { nil }
    }

    var group: Int? {
        if case .group(let place) = self { place } else { nil }
    }

    /// What it counts, if it is a noun of something that is counted.
    var measure: Measure? {
        switch self {
        case .measure(let measure), .noun(let measure): measure
        default: nil
        }
    }

    var isAid: Bool { if case .aid = self { true } else { false } }

    /// Whether it tells that its clause is about the programme.
    var isOfProgramme: Bool {
        switch self {
        case .measure, .aid, .programme, .firstTime, .returning, .cause: true
        default: false
        }
    }

    /// Whether it tells that a figure is of something else.
    var isOfOthers: Bool {
        switch self {
        case .other, .otherProgramme, .otherPlace, .rule, .plan, .person, .unknownGroup: true
        default: false
        }
    }

    var endsSentence: Bool {
        switch self {
        case .sentenceEnd, .lineEnd, .paragraphEnd: true
        default: false
        }
    }
}
