import AidNews

/// Reads numbers out of a draft's plain text.
struct NumberReader {
    let text: [Unicode.Scalar]

    /// More digits than any figure has, so that nothing overflows.
    private static let digitLimit = 15

    /// The number that begins right at a place, with the words before it; nil: none does.
    func number(at start: Int) -> DraftNumber? {
        var index = start
        var hedge = DraftHedge.none
        if let word = DraftHedge.before.first(where: { has($0.word, at: index) }) {
            hedge = word.hedge
            index = skipSpace(index + word.word.unicodeScalars.count)
        } else if let word = DraftHedge.beforeInEnglish.first(where: { hasWord($0.word, at: index) }) {
            hedge = word.hedge
            index = skipSpace(index + word.word.unicodeScalars.count)
        }
        let isMoney = Self.moneyMarks.first { has($0, at: index) }
        if let mark = isMoney { index = skipSpace(index + mark.unicodeScalars.count) }
        guard var number = share(at: index) ?? body(at: index, isHedged: hedge != .none) else { return nil }
        if hedge != .none { number.hedge = hedge }
        if isMoney != nil { number.unit = .money }
        number.range = start..<number.range.upperBound
        readUnit(&number)
        return upperEnd(of: number)
    }

    // MARK: 98.58万, 九十八万, 1.35 million

    /// What a part of a number is: 1亿 and 3500万 in 1亿3500万.
    private struct Part {
        var value: Int128
        var step: Int128
        var end: Int
        var isChinese = false
        var hasPoint = false
        var hasGrouping = false
    }

    private func body(at start: Int, isHedged: Bool) -> DraftNumber? {
        guard var part = digits(at: start) ?? chinese(at: start, isHedged: isHedged) else { return nil }
        var hedge = DraftHedge.none
        var end = part.end
        if !part.isChinese, has("余", at: end) || has("多", at: end), magnitude(at: end + 1) != nil {
            hedge = .andMore
            end += 1
        }
        var hasMagnitude = part.isChinese && part.value >= 10_000 * DraftBounds.one
        var isEnglish = false
        if let found = magnitude(at: skipSpace(end)) {
            part = scaled(part, by: found.factor)
            isEnglish = text[found.end - 1].isLatinLetter
            end = found.end
            hasMagnitude = true
            // 1亿3500万 is one number.
            if hedge == .none, let low = digits(at: end), let next = magnitude(at: low.end), next.factor < found.factor
            {
                let rest = scaled(low, by: next.factor)
                part.value += rest.value
                part.step = rest.step
                end = next.end
            } else if hedge == .none, found.factor == 10_000, let low = digits(at: end),
                (1...4).contains(low.end - end),
                !low.hasPoint, Self.isOneOf(["人", "元", "名", "位", "件", "笔", "次"], text, low.end)
            {
                // 98万5800人
                part.value += low.value
                part.step = low.step
                end = low.end
            }
        }
        if hedge == .none, let word = DraftHedge.after.suffix(2).first(where: { has($0.word, at: end) }),
            !isMoreBy(at: end)
        {
            hedge = word.hedge
            end += 1
        }
        return DraftNumber(
            range: start..<end, digits: start..<end, unit: .none, value: part.value, step: part.step, hedge: hedge,
            writing: part.isChinese ? .chinese : .digits, hasMagnitude: hasMagnitude, unitsAreEnglish: isEnglish,
            hasGrouping: part.hasGrouping)
    }

    /// Whether 多 says by how much more something is, or asks how many, and is no hedge: 比1.09亿元多2600万元.
    private func isMoreBy(at index: Int) -> Bool {
        guard has("多", at: index) else { return false }
        let next = skipSpace(index + 1)
        return Self.isOneOf(["少", "出", "发", "支", "了", "拨", "付"], text, next) || number(at: next) != nil
    }

    private func scaled(_ part: Part, by factor: Int128) -> Part {
        var part = part
        part.value *= factor
        part.step *= factor
        return part
    }

    /// Digits with thousands commas and a point.
    private func digits(at start: Int) -> Part? {
        var index = start
        var digits: [UInt8] = []
        func take() -> Int {
            let first = index
            while index < text.count, text[index].isDigit {
                digits.append(UInt8(text[index].value - 0x30))
                index += 1
            }
            return index - first
        }
        let first = take()
        guard first > 0 else { return nil }
        var hasGrouping = false
        while first <= 3, index + 3 < text.count, text[index] == ",", text[index + 1...index + 3].allSatisfy(\.isDigit),
            index + 4 == text.count || !text[index + 4].isDigit
        {
            index += 1
            _ = take()
            hasGrouping = true
        }
        var step = DraftBounds.one
        var hasPoint = false
        if index + 1 < text.count, text[index] == ".", text[index + 1].isDigit {
            index += 1
            let count = take()
            guard count <= 8 else { return nil }
            for _ in 0..<count { step /= 10 }
            hasPoint = true
        }
        guard digits.count <= Self.digitLimit else { return nil }
        let value = digits.reduce(Int128(0)) { $0 * 10 + Int128($1) } * step
        return Part(value: value, step: step, end: index, hasPoint: hasPoint, hasGrouping: hasGrouping)
    }

    /// 九十八万, 一点三五亿, 一亿三千五百万; 百万 alone only where a hedge stands before it.
    private func chinese(at start: Int, isHedged: Bool) -> Part? {
        guard let read = ChineseNumeral(text, at: start, isHedged: isHedged) else { return nil }
        return Part(value: read.value, step: read.step, end: read.end, isChinese: true, hasPoint: read.hasPoint)
    }

    private func magnitude(at index: Int) -> (factor: Int128, end: Int)? {
        for (word, factor) in Self.magnitudes where has(word, at: index) {
            return (factor, index + word.unicodeScalars.count)
        }
        for (word, factor) in Self.englishMagnitudes where hasWord(word, at: index) {
            return (factor, index + word.unicodeScalars.count)
        }
        return nil
    }

    // MARK: 百分之十八, 五分之一, 三成, 一半, 翻一番

    private func share(at start: Int) -> DraftNumber? {
        if has("百分之", at: start), let part = digits(at: start + 3) ?? chinese(at: start + 3, isHedged: true) {
            return percent(part, start, .chinese)
        }
        if let (value, end, writing) = Self.wordsOfShare.first(where: { has($0.word, at: start) }).map({
            ($0.percent, start + $0.word.unicodeScalars.count, $0.writing)
        }) {
            let step = writing == .doubling ? 10 * DraftBounds.one : 2 * DraftBounds.one
            var number = percent(Part(value: value * DraftBounds.one, step: step, end: end), start, writing)
            // 过半 has its hedge within.
            if has("过半", at: start) || has("超半", at: start) || has("逾半", at: start) { number.hedge = .above }
            if has("多", at: end), writing == .doubling {
                number.hedge = .andMore
                number.range = start..<end + 1
            }
            return number
        }
        if let found = Self.englishShares.first(where: { hasWord($0.word, at: start) }) {
            let end = start + found.word.unicodeScalars.count
            let isAlone = found.writing == .doubling || Self.afterShares.contains { hasWord($0, at: skipSpace(end)) }
            guard isAlone || Self.isOneOf([",", "."], text, end) else { return nil }
            let step = found.writing == .doubling ? 10 * DraftBounds.one : 2 * DraftBounds.one
            return percent(Part(value: found.percent * DraftBounds.one / 3, step: step, end: end), start, found.writing)
        }
        guard let bottom = chinese(at: start, isHedged: false), has("分之", at: bottom.end),
            let top = chinese(at: bottom.end + 2, isHedged: false), bottom.value > top.value, bottom.value > 0
        else { return nil }
        let share = top.value * 100 * DraftBounds.one / bottom.value
        return percent(Part(value: share, step: 2 * DraftBounds.one, end: top.end), start, .fraction)
    }

    private func percent(_ part: Part, _ start: Int, _ writing: DraftNumber.Writing) -> DraftNumber {
        DraftNumber(
            range: start..<part.end, digits: start..<part.end, unit: .percent, value: part.value, step: part.step,
            hedge: .none, writing: writing, hasMagnitude: false, hasGrouping: false)
    }

    // MARK: Units

    /// Reads the unit and the words after it, and says what the last digit is worth.
    private func readUnit(_ number: inout DraftNumber) {
        var end = number.range.upperBound
        let at = skipSpace(end)
        if number.unit != .percent {
            if has("成", at: at), number.writing == .chinese || number.writing == .digits, !number.hasMagnitude,
                !Self.isOneOf(["为", "立", "员", "功", "绩", "本", "果", "长"], text, at + 1)
            {
                number.unit = .percent
                number.value *= 10
                number.step = number.step * 10
                end = at + 1
                // 三成五
                if let rest = chinese(at: end, isHedged: false), rest.value < 10 * DraftBounds.one {
                    number.value += rest.value
                    number.step = DraftBounds.one
                    end = rest.end
                }
            } else if let unit = Self.units.first(where: { has($0.word, at: at) }), !Self.isOther(unit.word, text, at) {
                if number.unit != .money || unit.unit == .money { number.unit = unit.unit }
                end = at + unit.word.unicodeScalars.count
            } else if let unit = Self.englishUnits.first(where: { hasWord($0.word, at: at) }) {
                if number.unit != .money || unit.unit == .money { number.unit = unit.unit }
                end = at + unit.word.unicodeScalars.count
            }
        }
        if let word = DraftHedge.after.first(where: { has($0.word, at: end) }), number.hedge == .none,
            !isMoreBy(at: end)
        {
            number.hedge = word.hedge
            end += word.word.unicodeScalars.count
        }
        number.range = number.range.lowerBound..<end
        settleStep(&number)
    }

    /// Zeros before 万 or 亿 may come of rounding, and so may those of a hedged number.
    private func settleStep(_ number: inout DraftNumber) {
        switch number.unit {
        case .percent, .percentagePoints:
            if number.hedge != .none, number.writing == .fraction || number.writing == .doubling {
                number.step = max(number.value / 10, 1)
            } else if number.hedge != .none {
                coarsen(&number)
            }
        case .multiple: number.step = min(number.step, DraftBounds.one / 10)
        case .people, .personTimes, .money, .none:
            if number.hasMagnitude || number.hedge != .none { coarsen(&number) }
        }
    }

    private func coarsen(_ number: inout DraftNumber) {
        // A point says that its zeros count.
        guard number.step >= DraftBounds.one, number.value > 0, !hasPoint(number) else { return }
        while number.value.isMultiple(of: number.step * 10) { number.step *= 10 }
    }

    private func hasPoint(_ number: DraftNumber) -> Bool {
        text[number.digits].contains { $0 == "." || $0 == "点" }
    }

    // MARK: 98万至99万

    /// The same number with its upper end, where it is the lower one of a range.
    private func upperEnd(of number: DraftNumber) -> DraftNumber {
        guard number.hedge == .none, number.upper == nil else { return number }
        var index = skipSpace(number.range.upperBound)
        guard let word = Self.rangeMarks.first(where: { has($0, at: index) }) else { return number }
        index = skipSpace(index + word.unicodeScalars.count)
        guard var upper = share(at: index) ?? body(at: index, isHedged: false), upper.hedge == .none else {
            return number
        }
        readUnit(&upper)
        guard upper.hedge == .none else { return number }
        var whole = number
        // 98至99万人: the unit stands once.
        if whole.unit == .none { whole.unit = upper.unit }
        guard whole.unit == upper.unit, whole.unit != .none || upper.hasMagnitude else { return number }
        if !whole.hasMagnitude, upper.hasMagnitude, whole.value < 10_000 * DraftBounds.one,
            let factor = magnitude(at: upperMagnitudePlace(upper))?.factor
        {
            whole.value *= factor
        }
        guard whole.value < upper.value else { return number }
        whole.upper = upper.value
        whole.hasMagnitude = whole.hasMagnitude || upper.hasMagnitude
        whole.range = number.range.lowerBound..<upper.range.upperBound
        return whole
    }

    private func upperMagnitudePlace(_ number: DraftNumber) -> Int {
        number.digits.first { magnitude(at: $0) != nil } ?? number.digits.upperBound
    }

    // MARK: Words

    func has(_ word: String, at index: Int) -> Bool {
        index < text.count && text[index...].starts(with: word.unicodeScalars)
    }

    /// Whether an English word stands at a place, as a word of its own, in either case.
    func hasWord(_ word: String, at index: Int) -> Bool {
        var place = index
        guard index < text.count, index == 0 || !text[index - 1].isLatinLetter else { return false }
        for scalar in word.unicodeScalars {
            guard place < text.count, DraftWords.lowered(text[place]) == scalar else { return false }
            place += 1
        }
        return place == text.count || !(text[place].isLatinLetter || text[place].isDigit)
    }

    func skipSpace(_ index: Int) -> Int {
        var index = index
        while index < text.count, text[index] == " " { index += 1 }
        return index
    }

    static func isOneOf(_ scalars: [Unicode.Scalar], _ text: [Unicode.Scalar], _ index: Int) -> Bool {
        index < text.count && scalars.contains(text[index])
    }

    /// Whether what looks like a unit begins another word: 人均, 元旦, 次数, 名单.
    private static func isOther(_ word: String, _ text: [Unicode.Scalar], _ index: Int) -> Bool {
        let next = index + word.unicodeScalars.count
        switch word {
        case "人": return isOneOf(["均", "民", "口", "员", "才", "数", "大", "社"], text, next)
        case "元": return isOneOf(["旦", "月", "宵"], text, next)
        case "名": return isOneOf(["单", "额", "次"], text, next)
        case "位": return isOneOf(["数", "列", "居"], text, next)
        case "次": return isOneOf(["报", "数", "会", "日", "年", "均"], text, next)
        case "件": return isOneOf(["事"], text, next)
        default: return false
        }
    }
}
