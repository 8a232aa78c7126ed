/// Writes what a draft means in one of the many ways that exports do.
struct TwinWording {
    let plan: TwinPlan
    let people: [TwinPerson]

    func texts(_ draft: TwinDraft, _ random: inout TwinRandom) -> [String: String] {
        var texts = draft.groups
        if plan.hasClaim { texts["claim"] = draft.claim }
        if plan.hasStatus { texts["status"] = draft.status }
        if plan.hasReverses { texts["reverses"] = draft.reverses }
        texts["person"] = person(draft.person, &random)
        texts["amount"] = amount(draft.amount, isReversal: draft.kind == .reversed, &random)
        texts[plan.period] = day(draft.day, &random)
        if plan.hasTreatment { texts["treatedOn"] = day(draft.treatment, &random) }
        for field in texts.keys.sorted() { texts[field] = dressed(texts[field]!, &random) }
        return texts
    }

    /// What nobody sees, and may stand in XML.
    private static let unseen: [Unicode.Scalar] = [
        "\u{200B}", "\u{200E}", "\u{202C}", "\u{2060}", "\u{AD}", "\u{FEFF}", "\u{FE0F}", "\u{3164}", "\u{61C}",
        "\u{E0100}",
        "\u{7F}", "\u{9B}", "\t", "\n", "\u{85}",
    ]

    /// The same text with what cleaning takes away.
    private func dressed(_ text: String, _ random: inout TwinRandom) -> String {
        var text = text
        if random.chance(6) {
            text = String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { scalar in
                        let isLetterOrDigit =
                            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                        return isLetterOrDigit && random.chance(60) ? Unicode.Scalar(scalar.value + 0xFEE0)! : scalar
                    }))
        }
        if random.chance(4) {
            let place = random.number(0...text.unicodeScalars.count)
            let index = text.unicodeScalars.index(text.unicodeScalars.startIndex, offsetBy: place)
            text.unicodeScalars.insert(random.pick(TwinWording.unseen), at: index)
        }
        let spaces = ["", "", " ", "  ", "\t", "\u{3000}", " \u{3000}", "\u{A0}", "\n", "\r\n"]
        if random.chance(5) { text = random.pick(spaces) + text + random.pick(spaces) }
        if random.chance(6), !text.hasPrefix("'"), !text.hasPrefix("="), !text.contains("\"") {
            text = random.chance(50) ? "'" + text : "=\"" + text + "\""
        }
        if random.chance(5) { text = random.pick(spaces) + text + random.pick(spaces) }
        return text
    }

    private func person(_ person: TwinDraft.Person, _ random: inout TwinRandom) -> String {
        switch person {
        case .text(let text): return text
        case .known(let index):
            let known = people[index]
            if plan.personType == .text { return index % 2 == 0 ? known.name : known.number }
            if random.chance(15), let old = known.oldNumber { return old }
            return random.chance(30) ? known.number.lowercased() : known.number
        }
    }

    private func day(_ day: TwinDraft.Day, _ random: inout TwinRandom) -> String {
        guard case .day(let day) = day else {
            if case .text(let text) = day { return text }
            return ""
        }
        let isShort = random.chance(50)
        let month = isShort ? "\(day.month)" : two(day.month)
        let number = isShort ? "\(day.day)" : two(day.day)
        let hour = random.number(0...23)
        let minute = two(random.number(0...59))
        let second = two(random.number(0...59))
        let plain: String
        switch random.number(0...6) {
        case 0, 1: plain = day.iso
        case 2: plain = "\(day.year)/\(month)/\(number)"
        case 3: plain = "\(day.year).\(month).\(number)"
        case 4: plain = "\(day.year)年\(month)月\(number)日"
        case 5: plain = "\(day.number)"
        default:
            return random.chance(50) ? "\(day.number)\(two(hour))\(minute)\(second)" : "\(day.year)-\(month)-\(number)"
        }
        if random.chance(8) { return rareDay(day, &random) }
        guard random.chance(25) else { return plain }
        var time = (random.chance(50) ? "\(hour)" : two(hour)) + ":" + minute
        if random.chance(60) {
            time += ":" + second
            if random.chance(30) { time += random.pick([".0", ".123", ".123456789"]) }
        }
        if random.chance(20) {
            time += random.pick(["Z", "+08", "+08:00", "-05:30", "-01:00", "+14:00", "-12", "+01:00"])
        }
        return plain + random.pick([" ", "  ", "T"]) + time
    }

    /// As spreadsheets and people write it.
    private func rareDay(_ day: TwinDay, _ random: inout TwinRandom) -> String {
        let date = random.pick([
            "\(day.year) 年 \(day.month) 月 \(day.day) 日", "\(day.year)－\(day.month)－\(day.day)",
            "\(day.year)／\(two(day.month))／\(two(day.day))",
            "\(day.year)．\(day.month)．\(day.day)", "\(day.year)–\(two(day.month))–\(two(day.day))", day.iso,
        ])
        let weekday = random.pick(["", "", " 星期\(day.weekday)", "周\(day.weekday)"])
        let time = random.pick(["", " 上午 9:30", "　下午3:05:00", " 上午12:00", " ９：３０", " 下午 11:59Z"])
        return date + weekday + time
    }

    private func amount(_ amount: TwinDraft.Amount, isReversal: Bool, _ random: inout TwinRandom) -> String {
        guard case .minor(let minor) = amount else {
            if case .text(let text) = amount { return text }
            return ""
        }
        var digits = String(minor)
        while digits.count <= plan.minorDigits { digits = "0" + digits }
        var whole = String(digits.dropLast(plan.minorDigits))
        var fraction = String(digits.suffix(plan.minorDigits))
        if random.chance(40) { while fraction.hasSuffix("0") { fraction.removeLast() } }
        if random.chance(5) { fraction += random.pick(["0", "000", "00000000000000000000000"]) }
        if whole == "0", !fraction.isEmpty, random.chance(20) { whole = "" }
        if random.chance(3), !whole.isEmpty { whole = random.pick(["0", "000000000000000000000"]) + whole }
        if random.chance(20) { whole = grouped(whole) }
        var text = fraction.isEmpty ? whole : whole + "." + fraction
        let isNegative = isReversal ? random.chance(50) : minor == 0 && random.chance(10)
        let mark = random.pick(["¥", "￥"])
        let space = random.chance(20) ? " " : ""
        switch random.number(0...9) {
        case 0: text = (isNegative ? "-" : "") + mark + space + text
        case 1: text = mark + space + (isNegative ? "-" : "") + text
        case 2: text = (isNegative ? "-" : "") + text + space + "元"
        default: text = (isNegative ? "-" : "") + text
        }
        guard random.chance(6) else { return text }
        let plain = fraction.isEmpty ? whole : whole + "." + fraction
        if isNegative {
            return random.pick([
                "(\(plain))", "（\(plain)）", "\(plain)-", "−\(plain)", "－\(plain)", "(¥\(plain))", "￥−\(plain)",
            ])
        }
        let wide = plain.replacing(",", with: "，").replacing(".", with: "．")
        return random.pick(["+\(plain)", "￥\(plain)元", "\(plain)元整", wide, "＋\(wide) 元"])
    }

    private func grouped(_ whole: String) -> String {
        var parts: [Substring] = []
        var rest = whole[...]
        while rest.count > 3 {
            parts.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return ([rest] + parts).joined(separator: ",")
    }
}
