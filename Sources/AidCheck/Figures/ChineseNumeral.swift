/// A number in Chinese characters: 九十八万, 一点三五亿, 一亿三千五百万.
struct ChineseNumeral {
    /// In the units of `DraftBounds`.
    private(set) var value: Int128 = 0
    /// What its last digit is worth.
    private(set) var step = DraftBounds.one
    private(set) var end: Int
    private(set) var hasPoint = false

    private static let digits: [Unicode.Scalar: Int128] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let tens: [Unicode.Scalar: Int128] = ["十": 10, "百": 100, "千": 1000]
    private static let powers: [Unicode.Scalar: Int128] = ["万": 10_000, "亿": 100_000_000]
    /// More characters than any figure has.
    private static let lengthLimit = 24

    /// The numeral that begins right at a place; nil: none does, or it is no number (二〇二三).
    ///
    /// - Parameter isHedged: whether 百万 may stand for 1,000,000, as in 上百万.
    init?(_ text: [Unicode.Scalar], at start: Int, isHedged: Bool) {
        end = start
        guard start < text.count, Self.digits[text[start]] != nil || text[start] == "十" || isHedged else { return nil }
        // What stands above the section below 10,000; that section; and a digit whose place is not known yet.
        var (total, section): (Int128, Int128) = (0, 0)
        var digit: Int128?
        var lastPlace: Int128 = 1
        while end < text.count, end - start < Self.lengthLimit {
            let scalar = text[end]
            if let next = Self.digits[scalar] {
                guard digit == nil || digit == 0 else { return nil }
                digit = next
                if next != 0 { lastPlace = 1 }
            } else if let ten = Self.tens[scalar] {
                // 百 alone is a number only in 上百万.
                guard digit != nil || section == 0 && total == 0 && (ten == 10 || isHedged) else { break }
                section += (digit == 0 ? 1 : digit ?? 1) * ten
                digit = nil
                lastPlace = ten
            } else if let power = Self.powers[scalar] {
                guard section + (digit ?? 0) > 0 || total > 0 else { break }
                guard total < 10_000_000_000 else { return nil }
                let isWhole = total > 0 && section == 0 && digit == nil
                if power == 100_000_000 || isWhole {
                    total = (total + section + (digit ?? 0)) * power
                } else {
                    total += (section + (digit ?? 0)) * power
                }
                lastPlace = isWhole ? lastPlace * power : (digit != nil && digit != 0 ? 1 : lastPlace) * power
                (section, digit) = (0, nil)
            } else {
                break
            }
            end += 1
        }
        guard end > start else { return nil }
        value = (total + section + (digit ?? 0)) * DraftBounds.one
        step = max(lastPlace, 1) * DraftBounds.one
        readFraction(text)
    }

    /// 点五八 and 万 after it.
    private mutating func readFraction(_ text: [Unicode.Scalar]) {
        guard end + 1 < text.count, text[end] == "点", Self.digits[text[end + 1]] != nil else { return }
        var place = end + 1
        var unit = DraftBounds.one
        while place < text.count, let digit = Self.digits[text[place]], unit >= 10 {
            unit /= 10
            value += digit * unit
            place += 1
        }
        step = unit
        end = place
        hasPoint = true
        while end < text.count, let power = Self.powers[text[end]], value < 1_000_000_000_000 * DraftBounds.one {
            value *= power
            step *= power
            end += 1
        }
    }
}
