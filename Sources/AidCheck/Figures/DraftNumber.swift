/// A number as a draft has it, with its unit and the words around it: `近` `98.58` `万` `人次`.
struct DraftNumber: Sendable, Hashable {
    enum Unit: Sendable, Hashable {
        case people
        /// 人次, and 次, 件, 笔.
        case personTimes
        case money
        /// %, 成, 五分之一, 一半, 翻一番.
        case percent
        case percentagePoints
        /// 倍.
        case multiple
        /// No unit is written.
        case none
    }

    /// How a number was written, as far as it tells what may be a figure.
    enum Writing: Sendable, Hashable {
        case digits
        case chinese
        /// 五分之一, 一半.
        case fraction
        /// 翻一番.
        case doubling
    }

    /// All of it in the draft's shown text, its hedges and its unit with it.
    var range: Range<Int>
    /// The number alone, without hedges, units and marks of money.
    var digits: Range<Int>
    var unit: Unit
    /// In the units of `DraftBounds`.
    var value: Int128
    /// What the last digit that counts is worth, in the same units.
    var step: Int128
    var hedge: DraftHedge
    var writing: Writing
    /// 万, 亿, million.
    var hasMagnitude: Bool
    /// Whether 万 is written million.
    var unitsAreEnglish = false
    /// Thousands commas.
    var hasGrouping = false
    /// The upper end, where it is a range: 98万至99万.
    var upper: Int128?

    /// All exact figures of which it may be said.
    var accepted: DraftBounds {
        if let upper { return DraftBounds(lowest: value, highest: upper) }
        return hedge.accepted(value, step: step)
    }

    var loose: DraftBounds? { upper == nil ? hedge.loose(value, step: step) : nil }

    /// Whether it is said to be just what it says.
    var isPlain: Bool { upper == nil && hedge == .none }
}
