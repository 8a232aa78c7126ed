/// A number without the words around it, while it is read.
struct NumeralPart {
    /// After its last character.
    var end: Int
    /// In the units of `DraftBounds`.
    var value: Int128
    /// What its last digit is worth.
    var step: Int128
    var upper: Int128?
    /// 三成五 and 五百余万 have a hedge within.
    var hedge = Numeral.Hedge.none
    /// Of 一半 and 百分之五: what they are without any word after them.
    var unit = Numeral.Unit.none
    var sign = 0
    var writing = Numeral.Writing.digits
    /// A point says that its zeros count.
    var hasPoint = false
    var hasMagnitude = false
    var hasGrouping = false
    var isEnglish = false
    /// A year, a telephone, a name, a list mark.
    var isOrdinal = false
    /// More digits than are read.
    var isUnread = false
    /// 二〇二三: a year or a code, but for a unit after it.
    var isDigitByDigit = false
    /// Nothing of it is left to be read after it: 一半, ①.
    var isClosed = false

    mutating func scale(by factor: Int128, over divisor: Int128 = 1) {
        value = value * factor / divisor
        step = max(step * factor / divisor, 1)
        upper = upper.map { $0 * factor / divisor }
    }
}
