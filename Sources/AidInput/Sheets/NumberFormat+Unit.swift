extension NumberFormat {
    /// Words for units of money, and the power of ten of each.
    private static let units: [String: (format: NumberFormat, power: Int)] = [
        "元": (.yuan, 0), "圆": (.yuan, 0), "元整": (.yuan, 0), "人民币元": (.yuan, 0), "分": (.fen, -2), "角": (.jiao, -1),
        "百元": (.hundredYuan, 2), "百": (.hundredYuan, 2), "千元": (.thousandYuan, 3), "千": (.thousandYuan, 3),
        "仟元": (.thousandYuan, 3), "万元": (.tenThousandYuan, 4), "万": (.tenThousandYuan, 4), "萬元": (.tenThousandYuan, 4),
        "萬": (.tenThousandYuan, 4), "十万元": (.hundredThousandYuan, 5), "十万": (.hundredThousandYuan, 5),
        "百万元": (.millionYuan, 6), "百万": (.millionYuan, 6), "千万元": (.tenMillionYuan, 7), "千万": (.tenMillionYuan, 7),
        "亿元": (.hundredMillionYuan, 8), "亿": (.hundredMillionYuan, 8), "億元": (.hundredMillionYuan, 8),
        "億": (.hundredMillionYuan, 8),
    ]
    /// Signs that say how much is divided, and no unit of what stands in the cell.
    private static let signs: [String: Int] = ["K": 3, "k": 3, "千": 3, "W": 4, "w": 4, "M": 6]

    private static let foreignSigns: Set<Character> = ["$", "＄", "€", "£", "￡", "₩", "₽", "฿", "₹", "₫", "₱", "₺", "₴"]

    private static func namesOtherCurrency(_ literal: String) -> Bool {
        if literal.contains(where: { foreignSigns.contains($0) }) { return true }
        if CurrencyWord.names.keys.contains(where: { literal.contains($0) }) { return true }
        let code = literal.filter { $0.isASCII && $0.isLetter }.uppercased()
        return CurrencyWord.names.values.contains(code)
    }

    /// What a format of numbers shows beside them or in their place.
    ///
    /// `0.00"万元"` shows 24 as 24.00万元: that is its unit. A comma behind the last place for digits before the point
    /// divides by a thousand, and a point that is text by what stands behind it: `0!.0,"万"` shows 24500 as 2.5万, so that
    /// the cell is in yuan. What divides and names no unit, or another one, leaves it open.
    static func shown(_ code: String) -> NumberFormat {
        var literal = ""
        var isForeign = false
        var commaCount = 0
        /// Places behind a point that is text; nil: there is none.
        var placeCount: Int?
        // Of the last sign that is no text.
        var (isBehindDigits, pendingCount) = (false, 0)
        func add(_ text: some StringProtocol) {
            for sign in text {
                if sign == "." { placeCount = 0 } else { literal.append(sign) }
            }
        }
        var codes = code[...]
        scan: while let sign = codes.popFirst() {
            switch sign {
            case ";": break scan
            case "\"":
                let text = codes.prefix { $0 != "\"" }
                add(text)
                codes = codes.dropFirst(text.count + 1)
            case "\\", "!": if let next = codes.popFirst() { add(String(next)) }
            case "_", "*": codes = codes.dropFirst()
            case "[":
                let inner = codes.prefix { $0 != "]" }
                codes = codes.dropFirst(inner.count + 1)
                // [$US$-409], [$€-2], [$-804]: a sign, and a language.
                guard inner.first == "$" else { break }
                let parts = inner.dropFirst().split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
                add(parts[0])
                if let language = parts.dropFirst().first, ["¥", "￥"].contains(parts[0]) {
                    isForeign = language.hasSuffix("411")
                }
            case "$": literal.append(sign)
            case "0", "#", "?":
                (isBehindDigits, pendingCount) = (true, 0)
                if let count = placeCount { placeCount = count + 1 }
            case ",": if isBehindDigits { pendingCount += 1 }
            case ".":
                commaCount += pendingCount
                (isBehindDigits, pendingCount) = (true, 0)
            default: if !sign.isASCII { literal.append(sign) }
            }
        }
        if isForeign || namesOtherCurrency(literal) { return .foreign }
        let power = (commaCount + pendingCount) * 3 + (placeCount ?? 0)
        let text = literal.filter { !$0.isWhitespace && !"¥￥()（）-".contains($0) }
        let unit = units[text]
        if power > 0 { return unit?.power == power || signs[text] == power ? .yuan : .scaled }
        if let unit { return unit.format }
        let ends = ["万", "萬", "亿", "億", "万元", "亿元", "千元", "百元"]
        return signs[text] != nil || ends.contains { text.hasSuffix($0) } ? .scaled : .number
    }
}
