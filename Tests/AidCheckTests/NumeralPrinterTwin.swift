import TestSupport

@testable import AidCheck

/// Writes exact values in the forms of the press: the slow, obvious counterpart of `NumeralReader`.
///
/// It knows how a number is written, and nothing of how one is read. Values are whole people, person-times or
/// yuan, but for `cents` and `percent`.
struct NumeralPrinterTwin {
    /// A text that says something true of an exact value.
    struct Printed {
        var form: String
        var text: String
        /// In the units of `DraftBounds`.
        var exact: Int128
        var unit: Numeral.Unit
    }

    var random: SeededRandom

    private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    private static let formal = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

    mutating func printed() -> Printed {
        // As many values of each size.
        let size = Int.random(in: 1...10, using: &random)
        let top = (0..<size).reduce(1) { power, _ in power * 10 }
        let value = Int.random(in: (top / 10)..<top, using: &random)
        let forms: [(String, (Int, inout SeededRandom) -> (String, Numeral.Unit)?)] = [
            ("digits", { value, random in counted("\(value)", &random) }),
            ("commas", { value, random in counted(NumeralPrinterTwin.grouped(value, ","), &random) }),
            ("blanks", { value, random in counted(NumeralPrinterTwin.grouped(value, " "), &random) }),
            ("wide digits", { value, random in counted(NumeralPrinterTwin.wide("\(value)"), &random) }),
            ("万", { value, random in scaled(value, 10_000, "万", &random) }),
            ("亿", { value, random in scaled(value, 100_000_000, "亿", &random) }),
            ("万 split", { value, random in split(value, &random) }),
            ("千元", { value, _ in rounded(value, 1000).map { ("\($0)千元", .money) } }),
            ("W", { value, _ in rounded(value, 10_000).map { ("\($0)W元", .money) } }),
            ("Chinese", { value, random in counted(NumeralPrinterTwin.chinese(value), &random) }),
            ("formal", { value, _ in (NumeralPrinterTwin.chinese(value, isFormal: true) + "元整", .money) }),
            ("余", { value, random in more(value, &random) }), ("近", { value, random in nearly(value, &random) }),
            ("超", { value, random in above(value, &random) }), ("不足", { value, random in under(value, &random) }),
            ("约", { value, random in around(value, &random) }), ("上百", { value, random in bare(value, &random) }),
            ("数千", { value, random in several(value, &random) }), ("至", { value, random in range(value, &random) }),
            ("English words", { value, _ in (NumeralPrinterTwin.english(value) + " people", .people) }),
            ("million", { value, random in million(value, &random) }),
            ("more than", { value, random in aboveInEnglish(value, &random) }),
        ]
        while true {
            let (form, print) = forms.randomElement(using: &random)!
            if let (text, unit) = print(value, &random) {
                return Printed(form: form, text: text, exact: Int128(value) * DraftBounds.one, unit: unit)
            }
        }
    }

    /// A share, in hundredths of a percent.
    mutating func percent() -> Printed {
        let value = Int.random(in: 1..<10_000, using: &random)
        let exact = Int128(value) * DraftBounds.one / 100
        let text: String
        let form: String
        switch Int.random(in: 0..<5, using: &random) {
        case 0: (form, text) = ("%", Self.decimal(value, 2) + "%")
        case 1: (form, text) = ("百分之", "百分之" + Self.chineseDecimal(value, 2))
        case 2:
            (form, text) = (
                "percent", Self.decimal(value, 2) + [" percent", " per cent", " pct"].randomElement(using: &random)!
            )
        case 3 where value >= 1000:
            // Tenths of it, cut off.
            (form, text) = ("成多", Self.digits[value / 1000] + "成多")
        case 4 where value >= 1000: (form, text) = ("超成", "超" + Self.digits[value / 1000] + "成")
        default: (form, text) = ("‰", Self.decimal(value, 1) + "‰")
        }
        return Printed(form: form, text: text, exact: exact, unit: .percent)
    }

    /// Money to the fen.
    mutating func cents() -> Printed {
        let value = Int.random(in: 100..<1_000_000_000, using: &random)
        let exact = Int128(value) * DraftBounds.one / 100
        let yuan = value / 100
        let jiao = value / 10 % 10
        let fen = value % 10
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return Printed(form: "元", text: Self.decimal(value, 2) + "元", exact: exact, unit: .money)
        case 1:
            return Printed(
                form: "¥", text: "¥" + Self.grouped(yuan, ",") + "." + String(jiao) + String(fen), exact: exact,
                unit: .money)
        case 2 where jiao > 0 && fen > 0:
            return Printed(form: "角分", text: "\(yuan)元\(jiao)角\(fen)分", exact: exact, unit: .money)
        case 3 where jiao > 0 && fen > 0:
            let text =
                "人民币" + Self.chinese(yuan, isFormal: true) + "元" + Self.formal[jiao] + "角" + Self.formal[fen] + "分"
            return Printed(form: "formal 角分", text: text, exact: exact, unit: .money)
        default:
            return Printed(form: "blanks", text: Self.decimalGrouped(value, " ") + "元", exact: exact, unit: .money)
        }
    }

    // MARK: Digits

    static func grouped(_ value: Int, _ mark: String) -> String {
        var text = ""
        for (place, digit) in String(value).reversed().enumerated() {
            if place > 0, place % 3 == 0 { text = mark + text }
            text = String(digit) + text
        }
        return text
    }

    private static func wide(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0)! }))
    }

    static func decimal(_ value: Int, _ places: Int) -> String {
        var digits = String(value)
        while digits.count <= places { digits = "0" + digits }
        return "\(digits.dropLast(places)).\(digits.suffix(places))"
    }

    private static func decimalGrouped(_ cents: Int, _ mark: String) -> String {
        grouped(cents / 100, mark) + "." + String(decimal(cents, 2).suffix(2))
    }

    // MARK: Chinese numerals

    /// 一万五千零五: as it is spoken.
    static func chinese(_ value: Int, isFormal: Bool = false) -> String {
        let units: [(Int, String)] = [(100_000_000, "亿"), (10_000, "万"), (1, "")]
        var text = ""
        var rest = value
        for (unit, name) in units {
            let part = rest / unit
            rest %= unit
            guard part > 0 else { continue }
            if !text.isEmpty, part < 1000 { text += "零" }
            text += section(part, isFormal) + name
        }
        // 一十五 is 十五 at the beginning.
        if !isFormal, text.hasPrefix("一十") { text.removeFirst() }
        return text
    }

    /// Below ten thousand.
    private static func section(_ value: Int, _ isFormal: Bool) -> String {
        let digits = isFormal ? formal : self.digits
        var text = ""
        var isZero = false
        for (unit, name) in [
            (1000, isFormal ? "仟" : "千"), (100, isFormal ? "佰" : "百"), (10, isFormal ? "拾" : "十"), (1, ""),
        ] {
            let digit = value / unit % 10
            if digit == 0 {
                isZero = !text.isEmpty
            } else {
                if isZero { text += "零" }
                text += digits[digit] + name
                isZero = false
            }
        }
        return text
    }

    private static func chineseDecimal(_ value: Int, _ places: Int) -> String {
        let whole = value / 100
        let text = whole == 0 ? "零" : chinese(whole)
        return text + "点" + String(decimal(value, places).suffix(places)).map { digits[Int(String($0))!] }.joined()
    }

    // MARK: English words

    static func english(_ value: Int) -> String {
        let scales: [(Int, String)] = [(1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand")]
        for (scale, name) in scales where value >= scale {
            let rest = value % scale
            let tail = rest == 0 ? "" : rest < 100 ? " and " + english(rest) : " " + english(rest)
            return english(value / scale) + " " + name + tail
        }
        if value >= 100 {
            return english(value / 100) + " hundred" + (value % 100 == 0 ? "" : " and " + english(value % 100))
        }
        let small = [
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        if value < 20 { return small[value] }
        let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        return tens[value / 10] + (value % 10 == 0 ? "" : "-" + small[value % 10])
    }
}

// MARK: - Forms

private typealias Form = (String, Numeral.Unit)

private func counted(_ number: String, _ random: inout SeededRandom) -> Form {
    let units: [Form] = [
        ("人", .people), ("名", .people), ("位", .people), ("人次", .personTimes), ("件", .personTimes), ("元", .money),
        ("人(次)", .personTimes), ("个", .thing), ("家", .thing),
    ]
    let (word, unit) = units.randomElement(using: &random)!
    return (number + word, unit)
}

/// To the nearest multiple, as a count of them; nil: nothing of it would be left.
private func rounded(_ value: Int, _ unit: Int) -> Int? {
    let count = (value + unit / 2) / unit
    return count > 0 ? count : nil
}

/// 98.58万, with up to four places.
private func scaled(_ value: Int, _ unit: Int, _ name: String, _ random: inout SeededRandom) -> Form? {
    guard value >= unit / 10 else { return nil }
    let places = Int.random(in: 0...4, using: &random)
    let last = (0..<places).reduce(unit) { left, _ in left / 10 }
    guard let count = rounded(value, last) else { return nil }
    return counted((places == 0 ? "\(count)" : NumeralPrinterTwin.decimal(count, places)) + name, &random)
}

/// 98万5800, 1亿3500万.
private func split(_ value: Int, _ random: inout SeededRandom) -> Form? {
    let low = value % 10_000
    guard value >= 10_000, value < 100_000_000, low >= 1000 else { return nil }
    return counted("\(value / 10_000)万\(low)", &random)
}

/// The number cut off after its first one or two digits: 98|5,800 is 980,000, of steps of 10,000; nil: nothing is cut.
private func cut(_ value: Int, _ random: inout SeededRandom) -> (floor: Int, step: Int)? {
    let keep = Int.random(in: 1...2, using: &random)
    let count = String(value).count
    guard count > keep else { return nil }
    let step = (0..<count - keep).reduce(1) { power, _ in power * 10 }
    let floor = value / step * step
    // 500 and more says as much of 520 as 52 tens and more: the last digit that is no zero tells the step.
    guard floor / step % 10 != 0 else { return nil }
    return (floor, step)
}

private func written(_ value: Int, _ random: inout SeededRandom) -> String {
    if value % 10_000 == 0, Bool.random(using: &random) { return "\(value / 10_000)万" }
    return Bool.random(using: &random) ? NumeralPrinterTwin.chinese(value) : "\(value)"
}

private func more(_ value: Int, _ random: inout SeededRandom) -> Form? {
    guard let (floor, _) = cut(value, &random) else { return nil }
    return counted(written(floor, &random) + ["余", "多"].randomElement(using: &random)!, &random)
}

private func nearly(_ value: Int, _ random: inout SeededRandom) -> Form? {
    guard let (floor, step) = cut(value, &random) else { return nil }
    let top = floor + step
    // Of 1.9 nobody says nearly 3, nor of 11 nearly 20; and 990 is near 1000 by a step of 10 only as 近1000.
    guard top / step % 10 != 0, top - value < min(step, top / 10) else { return nil }
    return counted(["近", "将近", "接近"].randomElement(using: &random)! + written(top, &random), &random)
}

private func above(_ value: Int, _ random: inout SeededRandom) -> Form? {
    guard let (floor, _) = cut(value, &random) else { return nil }
    return counted(
        ["超", "超过", "逾", "突破", "至少", "不少于"].randomElement(using: &random)! + written(floor, &random), &random)
}

private func under(_ value: Int, _ random: inout SeededRandom) -> Form? {
    guard let (floor, step) = cut(value, &random) else { return nil }
    return counted(["不足", "不到"].randomElement(using: &random)! + written(floor + step, &random), &random)
}

private func around(_ value: Int, _ random: inout SeededRandom) -> Form? {
    guard let (floor, step) = cut(value, &random) else { return nil }
    let near = value - floor < step / 2 ? floor : floor + step
    guard abs(near - value) <= near / 10, near / step % 10 != 0 else { return nil }
    return counted(["约", "大约"].randomElement(using: &random)! + written(near, &random), &random)
}

private func bare(_ value: Int, _ random: inout SeededRandom) -> Form? {
    let sizes = [(100_000_000, "亿"), (1_000_000, "百万"), (10_000, "万"), (1000, "千"), (100, "百")]
    guard let (_, name) = sizes.first(where: { value >= $0.0 && value < 10 * $0.0 }) else { return nil }
    return counted(["上", "逾", "超"].randomElement(using: &random)! + name, &random)
}

private func several(_ value: Int, _ random: inout SeededRandom) -> Form? {
    let sizes = [
        (10_000_000, "千万"), (1_000_000, "百万"), (100_000, "十万"), (10_000, "万"), (1000, "千"), (100, "百"), (10, "十"),
    ]
    guard let (_, name) = sizes.first(where: { value >= 2 * $0.0 && value < 10 * $0.0 }) else { return nil }
    return counted(["数", "几"].randomElement(using: &random)! + name, &random)
}

private func range(_ value: Int, _ random: inout SeededRandom) -> Form? {
    guard let (floor, step) = cut(value, &random) else { return nil }
    let mark = ["至", "到", "—", "~", "-"].randomElement(using: &random)!
    if floor % 10_000 == 0, step % 10_000 == 0 {
        return counted(
            "\(floor / 10_000)\(Bool.random(using: &random) ? "万" : "")\(mark)\((floor + step) / 10_000)万", &random)
    }
    return counted("\(floor)\(mark)\(floor + step)", &random)
}

private func million(_ value: Int, _ random: inout SeededRandom) -> Form? {
    guard value >= 100_000, let count = rounded(value, 10_000) else { return nil }
    let number = NumeralPrinterTwin.decimal(count, 2)
    let forms: [Form] = [
        ("\(number) million yuan", .money), ("\(number)m yuan", .money), ("RMB \(number) million", .money),
        ("\(number) million people", .people), ("¥\(number)mn", .money),
        ("\(number) million person-times", .personTimes),
    ]
    return forms.randomElement(using: &random)
}

private func aboveInEnglish(_ value: Int, _ random: inout SeededRandom) -> Form? {
    guard let (floor, step) = cut(value, &random) else { return nil }
    let number = NumeralPrinterTwin.grouped(floor, ",")
    let next = NumeralPrinterTwin.grouped(floor + step, ",")
    let forms = [
        "more than \(number) people", "over \(number) people", "at least \(number) people", "\(number)+ people",
        "\(number) or more people", "fewer than \(next) people",
    ]
    return (forms.dropLast(number == next ? 1 : 0).randomElement(using: &random)!, .people)
}
