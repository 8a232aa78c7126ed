import AidNews

/// A time as a draft names it, before it is known which one that is: 去年同期, 第三季度, 前三季度.
struct PeriodWords: Sendable, Hashable {
    enum Year: Sendable, Hashable {
        case absolute(Int)
        /// Years from this one: 今年 0, 去年 −1.
        case offset(Int)
    }

    enum Span: Sendable, Hashable {
        /// From 1 to 4.
        case quarter(Int)
        /// 本季度: the quarter that the draft is about.
        case ownQuarter
        /// 当季, the quarter: the one that the paragraph is about.
        case thisQuarter
        case quarterEarlier
        /// 同期: the same span of another year.
        case same
        case secondHalf
        /// From 1 January to the end of this quarter: 上半年, 前三季度, 全年.
        case toQuarter(Int)
        /// 今年以来.
        case toDate
        /// 一至二季度; a list: 一、二季度, whose figures may be told one by one.
        case quarters(Int, Int, isList: Bool)
        /// 2021年至2022年; a list: 2021年和2022年
        case toYear(Int, isList: Bool)
        /// 近三年
        case recentYears(Int)
        /// 2020年第三季度至2023年第二季度: from the quarter of that number to another year's.
        case throughQuarter(Int, year: Year, number: Int)
        /// 那时: the time that was compared with last.
        case then
        /// 近四个季度
        case recentQuarters(Int)
        /// “十四五”以来: from that year on.
        case fromYear
        /// 去年三季度以来: from that quarter on.
        case fromQuarter(Int)
        /// “十三五”期间
        case fiveYears
        /// A quarter by its last month, as in 截至6月底; nil: no quarter ends with it.
        case month(Int)
    }

    var year: Year?
    var span: Span?

    /// The number of the quarter that is named, or with which the span ends.
    var quarterNumber: Int? {
        switch span {
        case .quarter(let number)?, .toQuarter(let number)?, .quarters(_, let number, _)?: number
        case .month(let month)?: month / 3
        default: nil
        }
    }

    static let yearEarlier = PeriodWords(year: .offset(-1), span: .same)
    static let quarterEarlier = PeriodWords(year: nil, span: .quarterEarlier)

    /// Whether it is said from the time that the story tells of: 去年同期, 上季度.
    var isRelative: Bool { span == .same || span == .quarterEarlier }
}
