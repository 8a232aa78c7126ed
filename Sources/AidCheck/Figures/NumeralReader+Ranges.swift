extension NumeralReader {
    private static let rangeMarks = NumeralWords<Bool>([("至 到 — – ~ ～ - — 一", false)], english: [("to", true)])

    /// After these a number is one end of a change, and not of a range: 由12225人增至, 增加2780人至15005人.
    private static let beforeChange: [Unicode.Scalar] = scalars("从由自加长升降少高低落跌涨增减滑多")

    /// The same number with its upper end, where it is the lower end of a range: 98万至99万人, 90%~95%, 3至5天.
    func range(from lower: Numeral) -> Numeral {
        guard lower.upper == nil, lower.hedge == .none || lower.range.lowerBound < lower.digits.lowerBound,
            lower.writing != .doubling,
            let (at, isWord) = rangeMark(after: lower), !isChange(lower, isWord)
        else { return joint(lower) }
        guard let upper = upperEnd(at: at), let whole = joined(lower, upper) else { return joint(lower) }
        return whole
    }

    /// The place after the mark of a range, and whether it is a word.
    private func rangeMark(after lower: Numeral) -> (Int, Bool)? {
        var at = lower.range.upperBound
        guard isJoined(at) else { return nil }
        let first = scalars[at]
        if "至到—–~～-".unicodeScalars.contains(first) {
            at += 1
            if first == "—", peek(at) == "—" { at += 1 }
            return (at, first == "至" || first == "到")
        }
        let blank = afterBlank(at)
        guard blank > at, blank < scalars.count else { return nil }
        if has("to ", at: blank) { return (blank + 3, true) }
        if has("and ", at: blank), has("between ", at: lower.range.lowerBound - 8) { return (blank + 4, false) }
        if "—–~-".unicodeScalars.contains(peek(blank)), peek(blank + 1) == " " { return (blank + 2, false) }
        return nil
    }

    private func isChange(_ lower: Numeral, _ isWord: Bool) -> Bool {
        let start = lower.range.lowerBound
        let before = previous(start)
        if "从由自".unicodeScalars.contains(before) || has("from ", at: start - 5) { return true }
        guard isWord else { return false }
        if before == " ", previous(start - 1).isLatinLetter { return !isBeforeRange(start - 1) }
        let verbEnd = before == "了" ? previous(start - 1) : before
        return lower.unit != .none && Self.beforeChange.contains(verbEnd)
    }

    /// English words after which "12 to 15" is a range: it is a change after rose, up, by and many others.
    private func isBeforeRange(_ end: Int) -> Bool {
        has("of", at: end - 2) || has("aided", at: end - 5) || has("are", at: end - 3) || has("takes", at: end - 5)
            || has("about", at: end - 5) || has("for", at: end - 3) || has("some", at: end - 4)
            || has("in", at: end - 2)
            || has("within", at: end - 6) || has("aged", at: end - 4)
    }

    private func upperEnd(at start: Int) -> Numeral? {
        guard isJoined(start), !peek(start).isLatinLetter || peek(start).numeralFolded != "n",
            scalars[start].isDigit || Self.isHanNumeral(scalars[start])
                || scalars[start].isLatinLetter || Self.moneyMarks.longest(self, at: start) != nil,
            let upper = single(at: start, allowsLone: true), upper.hedge == .none, upper.sign == 0, upper.upper == nil,
            !upper.isOrdinal
        else { return nil }
        return upper
    }

    private func joined(_ lower: Numeral, _ upper: Numeral) -> Numeral? {
        var whole = lower
        guard !lower.isOrdinal || upper.unit == .thing else { return nil }
        // 98至99万人: unit and magnitude stand once.
        let isUnitOnce =
            lower.unit == .none || lower.unitRange.map { $0.upperBound <= lower.digits.lowerBound } ?? false
        if isUnitOnce {
            whole.unit = lower.unit == .none ? upper.unit : lower.unit
            whole.unitRange = upper.unitRange ?? lower.unitRange
        } else {
            // 百分之三至五.
            let isPercentOnce = lower.unit == .percent && lower.unitRange == nil && upper.unit == .none
            guard isPercentOnce || lower.unit == upper.unit && hasSameUnit(lower, upper) else { return nil }
        }
        guard whole.unit != .none || upper.hasMagnitude || lower.hasGrouping && upper.hasGrouping else { return nil }
        if upper.unit == .percent, lower.unit == .none, isTenths(upper) {
            whole.value *= 10
            whole.step *= 10
        }
        if !whole.hasMagnitude, upper.hasMagnitude, let factor = magnitude(of: upper),
            whole.value * factor < upper.value
        {
            whole.value *= factor
            whole.step *= factor
        }
        guard whole.value < upper.value else { return nil }
        whole.upper = upper.value
        whole.step = min(whole.step, upper.step)
        whole.hasMagnitude = whole.hasMagnitude || upper.hasMagnitude
        whole.unitsAreEnglish = whole.unitsAreEnglish || upper.unitsAreEnglish
        whole.digits = lower.digits.lowerBound..<upper.digits.upperBound
        whole.range = lower.range.lowerBound..<upper.range.upperBound
        return whole
    }

    private func isTenths(_ numeral: Numeral) -> Bool { numeral.unitRange.map { scalars[$0.lowerBound] } == "成" }

    private func hasSameUnit(_ lower: Numeral, _ upper: Numeral) -> Bool {
        guard lower.unit == .thing, let first = lower.unitRange, let second = upper.unitRange else { return true }
        return scalars[first].elementsEqual(scalars[second])
    }

    /// What the magnitude at the end of a number is worth: 万 of 99万.
    private func magnitude(of numeral: Numeral) -> Int128? {
        var index = numeral.digits.upperBound - 1
        while index > numeral.digits.lowerBound {
            if let found = englishMagnitude(at: index), !previous(index).isLatinLetter { return found.factor }
            if let power = Self.powers[scalars[index]] {
                // 3至5千万.
                return (Self.tens[previous(index)] ?? 1) * power
            }
            if let ten = Self.tens[scalars[index]] { return ten }
            index -= 1
        }
        return nil
    }

    /// Digits that a hyphen joins, and that are no range, are a code: 12-34567.
    private func joint(_ numeral: Numeral) -> Numeral {
        guard numeral.unit == .none, !numeral.hasMagnitude, !numeral.isOrdinal, numeral.range == numeral.digits,
            numeral.writing == .digits, peek(numeral.range.upperBound) == "-",
            peek(numeral.range.upperBound + 1).isDigit
        else { return numeral }
        let second = single(at: numeral.range.upperBound + 1)
        guard second.map({ $0.unit == .none && !$0.hasMagnitude && $0.writing == .digits }) ?? true else {
            return numeral
        }
        var code = numeral
        let end = second?.range.upperBound ?? digitsEnd(from: numeral.range.upperBound + 1)
        code.range = numeral.range.lowerBound..<end
        code.digits = code.range
        code.isOrdinal = true
        return code
    }
}
