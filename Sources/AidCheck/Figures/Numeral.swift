/// A number as a draft has it, with the words that belong to it: `近` `98.58万` `人次`.
///
///     人民币 近 3,356,762.13 元      超 98.58万 人次     同比 +3.5%
///     ├──────── range ────────┤      │  ├digits┤├unit┤      sign +1
///
/// - Shape: `value >= 0`, `step > 0`; `upper > value` where there is one; `digits` and `unitRange` lie in `range`.
/// - Units: `value`, `step` and `upper` are in those of `DraftBounds`: hundred-millionths of a person, a
///   person-time, a yuan, a percent, a percentage point, or of one.
struct Numeral: Sendable, Hashable {
    enum Unit: Sendable, Hashable {
        /// 人, 名, 位.
        case people
        /// 人次, 次, 件, 笔, 例; person-times, payments, claims.
        case personTimes
        /// 元, 块, ¥; 角 and 分 after it.
        case money
        /// %, ‰, 成, 五分之一, 一半, 翻一番.
        case percent
        /// 个百分点, 个点.
        case percentagePoints
        /// 倍, twice, threefold.
        case multiple
        /// 美元, 港元, US$.
        case otherMoney
        /// Any other counter or measure, 个 家 天 岁 公里, and what is divided: 元/人, 元每人.
        case thing
        /// 第2位: a place among all.
        case place
        /// No unit is written.
        case none
    }

    enum Writing: Sendable, Hashable {
        case digits
        /// 三百三十万.
        case chinese
        /// 3千6百万.
        case mixed
        /// 五分之一, 2/3, 一半, one in five.
        case fraction
        /// 翻一番, doubled: a growth in percent.
        case doubling
        /// Thirteen, a dozen, twice.
        case word
    }

    /// All of it in the text that is read: hedges, marks of money and the unit with it.
    var range: Range<Int>
    /// The number alone with its magnitude: 98.58万.
    var digits: Range<Int>
    /// A mark of money before the number, where no unit stands after it.
    var unitRange: Range<Int>?
    var unit = Unit.none
    /// Without its sign.
    var value: Int128
    /// What the last digit that counts is worth.
    var step: Int128
    var hedge = Hedge.none
    /// The highest value, where it is a range: 98万至99万, 二十几, 数千.
    var upper: Int128?
    /// −1, 0 where none is written, or 1: 增长-2%, 同比+3.5%; of a halving −1.
    var sign = 0
    var writing = Writing.digits
    /// 万, 亿, 千 after digits, million.
    var hasMagnitude = false
    /// Thousands are parted by commas or blanks.
    var hasGrouping = false
    /// Whether magnitude or unit are English words.
    var unitsAreEnglish = false
    /// Whether it names a place in an order or is part of a name, and counts nothing: 第三, No. 3, 一、, ①, A03,
    /// 二〇二三, 18:30, a telephone.
    var isOrdinal = false

    /// Whether it has more digits than are read: its value is none.
    var isUnread = false

    /// Whether it is said to be just what it says.
    var isPlain: Bool { upper == nil && hedge == .none }
}
