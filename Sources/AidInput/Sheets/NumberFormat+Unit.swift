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

    /// Signs and names of currencies.
    private static let currencies: [String: NumberFormat] = {
        let words: [NumberFormat: String] = [
            .usDollar: "$ US$ USD USD$ 美元 美金", .hongKongDollar: "HK$ HKD HKD$ 港元 港币 港幣",
            .macaoPataca: "MOP MOP$ 澳门元 澳门币",
            .newTaiwanDollar: "NT$ TWD 新台币 台币 臺幣", .euro: "€ EUR 欧元", .pound: "£ GBP 英镑", .yen: "JPY 日元 日圆 円",
            .otherCurrency: "A$ AU$ AUD C$ CA$ CAD S$ SGD ₩ KRW ₽ RUB ₹ INR ฿ THB CHF 韩元 卢布 澳元 加元 加币 新加坡元 泰铢 瑞士法郎",
        ]
        return words.reduce(into: [:]) { found, entry in
            for word in entry.value.split(separator: " ") { found[String(word)] = entry.key }
        }
    }()

    /// The currency that a text beside a number names; nil: none, or the yuan.
    private static func currency(_ text: String) -> NumberFormat? {
        if let currency = currencies[text] { return currency }
        // 万美元: how many dollars they are does not matter.
        let isFarther = currencies.keys.contains { $0.count > 1 && !$0.allSatisfy(\.isASCII) && text.hasSuffix($0) }
        return isFarther ? .otherCurrency : nil
    }

    /// What a format of numbers shows beside them or in their place.
    ///
    /// `0.00"万元"` shows 24 as 24.00万元: that is its unit. A comma behind the last place for digits before the point
    /// divides by a thousand, and a point that is text by what stands behind it: `0!.0,"万"` shows 24500 as 2.5万, so that
    /// the cell is in yuan. What divides and names no unit, or another one, leaves it open. `[$€-2] 0.00` shows euros,
    /// and `[$¥-411]` yen.
    static func shown(_ code: String) -> NumberFormat {
        var literal = ""
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
                // A currency, and the language in which it is written.
                guard inner.first == "$" else { break }
                let parts = inner.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
                let isYen = parts.count > 1 && ["¥", "￥"].contains(parts[0]) && parts[1].uppercased().hasSuffix("411")
                literal += isYen ? "JPY" : String(parts.first ?? "").filter { !$0.isWhitespace }
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
        let power = (commaCount + pendingCount) * 3 + (placeCount ?? 0)
        let text = bare(literal)
        if let currency = currency(text) { return currency }
        let unit = units[text]
        if power > 0 { return unit?.power == power || signs[text] == power ? .yuan : .scaled }
        return unit?.format ?? (isScaling(text) ? .scaled : .number)
    }

    /// What a cell shows beside a number that was written for machines: `x:num="24"` beside 24.00万元.
    ///
    /// Where both are one number, the unit is that of the number; where what is shown is as many of the unit as the
    /// number is yuan, the number is in yuan. Where they do not agree, or the unit is not plain, it is left open. So is
    /// it with the sign of a currency.
    static func shown(_ text: ByteView, of number: ByteView) -> NumberFormat {
        if text.allSatisfy({ (0x30...0x39).contains($0) || "+-., ()%".utf8.contains($0) }) { return .number }
        let shown = ColumnUnit.halfWidth(String(decoding: text, as: UTF8.self))
        let unit = bare(shown.filter { !isDigit($0) && !".,，+−".contains($0) })
        if let currency = currency(unit) { return currency }
        guard let power = units[unit]?.power ?? signs[unit] else { return isScaling(unit) ? .scaled : .number }
        guard let value = Double(String(decoding: number, as: UTF8.self)).map(abs), value.isFinite,
            let part = shown.drop(while: { !isDigit($0) && $0 != "." }).split(whereSeparator: {
                !isDigit($0) && !".,，".contains($0)
            }).first, let shownValue = Double(part.filter { $0 != "," && $0 != "，" })
        else { return .scaled }
        let placeCount = part.firstIndex(of: ".").map { part.distance(from: $0, to: part.endIndex) - 1 } ?? 0
        func agrees(_ value: Double) -> Bool {
            abs(value - shownValue) <= 0.500_001 * power10(-placeCount) + value * 1e-12
        }
        if let format = units[unit]?.format, agrees(value) { return format }
        return agrees(value / power10(power)) ? .yuan : .scaled
    }

    /// What is left of a text beside a number when marks that say no unit are taken out.
    private static func bare(_ text: String) -> String {
        text.filter { !$0.isWhitespace && !"¥￥()（）-".contains($0) }
    }

    /// Whether a text says that a part of an amount is shown, though not plainly which.
    private static func isScaling(_ text: String) -> Bool {
        signs[text] != nil || ["万", "萬", "亿", "億", "万元", "亿元", "千元", "百元"].contains { text.hasSuffix($0) }
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    private static func power10(_ power: Int) -> Double {
        let size = (0..<abs(power)).reduce(1.0) { size, _ in size * 10 }
        return power < 0 ? 1 / size : size
    }

    /// A format as SpreadsheetML declares it: some have English names.
    init(named code: String) {
        switch code {
        case "Euro Currency": self = .euro
        case "General", "General Number", "Currency", "Fixed", "Standard", "Percent", "Scientific", "Yes/No",
            "True/False", "On/Off":
            self = .number
        case "General Date", "Long Date", "Medium Date", "Short Date": self = .date
        case "Long Time", "Medium Time", "Short Time": self = .time
        default: self.init(code: code)
        }
    }
}
