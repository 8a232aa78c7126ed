extension NumeralReader {
    static let hanDigits: [Unicode.Scalar: Int128] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    /// As they are written on cheques. Most are parts of other words too, so they count only before 佰, 万 and 元.
    static let formalDigits: [Unicode.Scalar: Int128] = [
        "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "弍": 2, "貳": 2, "參": 3, "陸": 6,
    ]
    static let tens: [Unicode.Scalar: Int128] = ["十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000]
    static let powers: [Unicode.Scalar: Int128] = [
        "万": 10_000, "亿": 100_000_000, "萬": 10_000, "億": 100_000_000, "W": 10_000, "w": 10_000,
    ]
    /// After these 千 is part of a measure: 千米, 千克.
    static let afterKilo: [Unicode.Scalar] = ["米", "克", "瓦", "卡", "伏", "赫", "焦", "帕"]
    /// After these 数 ends a word: 人数, 次数.
    static let endingInCount: [Unicode.Scalar] = scalars("人次件户总天倍基指分少多笔个项岁名例份单款参额函")

    static func isMagnitude(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isLatinLetter && (tens[scalar] != nil || powers[scalar] != nil)
    }

    static func isHanNumeral(_ scalar: Unicode.Scalar) -> Bool { hanDigits[scalar] != nil || isMagnitude(scalar) }

    /// Whether digits after 万 are a number of their own: 3万2023年, 3万15%.
    func isOtherNumber(after end: Int) -> Bool {
        let next = peek(end)
        return "年月日%倍成./-:,".unicodeScalars.contains(next) || next == "个" && peek(end + 1) == "百"
    }

    /// A number in digits, Chinese numerals or both, with its magnitudes.
    func compound(at start: Int, isBareAllowed: Bool) -> NumeralPart? {
        if start < scalars.count, let part = digitByDigit(at: start) { return part }
        var numeral = CompoundNumeral(self, at: start, isBareAllowed: isBareAllowed)
        return numeral.read()
    }

    /// 二〇二三, 一〇: digit by digit, and 万 after it.
    private func digitByDigit(at start: Int) -> NumeralPart? {
        guard let first = Self.hanDigits[scalars[start]], scalars[start] != "两",
            scalars[start] != "零" || peek(start + 1) != "点"
        else { return nil }
        var (value, count, index) = (first, 1, start + 1)
        var hasZero = false
        while count < 16, let digit = Self.hanDigits[peek(index)], peek(index) != "两" {
            value = value * 10 + digit
            hasZero = hasZero || digit == 0 && peek(index) != "零"
            count += 1
            index += 1
        }
        let isNumber = count >= 3 || count == 2 && hasZero && first != 0
        guard isNumber, Self.tens[peek(index)] == nil else { return nil }
        var part = NumeralPart(end: index, value: value * DraftBounds.one, step: DraftBounds.one, writing: .chinese)
        part.isDigitByDigit = true
        if let power = Self.powers[peek(index)], !peek(index).isLatinLetter {
            part.scale(by: power)
            part.end += 1
            part.hasMagnitude = true
        }
        return part
    }
}
