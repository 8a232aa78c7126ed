/// A number with its magnitudes, in digits, Chinese numerals or both, while it is read from left to right.
///
///     3 千 6 百 万        一亿 三千 五百 万        五百 三十 余 万
///     └ pending           └ total               │       └ hedge
///       └ section                               └ section, until 万 takes it into the total
///
/// Ends before whatever does not go on the number: 三百 in 三百五百, 98万 in 98万2023年.
struct CompoundNumeral {
    private let reader: NumeralReader
    private let start: Int
    private(set) var end: Int
    private let isBareAllowed: Bool

    /// What 万 and 亿 have closed; in the units of `DraftBounds`, as all below.
    private var total: Int128 = 0
    /// Below the next 万.
    private var section: Int128 = 0
    /// A digit whose place is not known yet.
    private var pending: Int128?
    private var pendingStep = DraftBounds.one
    private var pendingIsASCII = false
    /// 七八百: how much further the upper end is, for the digit or in the section.
    private var pendingExtra: Int128 = 0
    private var extra: Int128 = 0
    /// 几百 reaches to just below a thousand.
    private var isTopOpen = false

    /// What the last digit is worth.
    private var place = DraftBounds.one
    /// The last of 十 百 千, of 万 亿, and of either: each that follows is smaller.
    private var lastTen = Int128.max
    private var lastPower = Int128.max
    private var lastUnit: Int128 = 1
    private var isAfterZero = false
    /// Nothing but 万 and 亿 may follow.
    private var isClosed = false
    private var isBare = false

    private var hedge = Numeral.Hedge.none
    private var hasPoint = false
    private var hasMagnitude = false
    private var hasGrouping = false
    private var hasASCII = false
    private var hasHan = false

    /// More parts than any number has.
    private static let partLimit = 24

    /// - Parameter isBareAllowed: whether 百万 may stand for 1,000,000, as in 上百万.
    init(_ reader: NumeralReader, at start: Int, isBareAllowed: Bool) {
        self.reader = reader
        self.start = start
        self.isBareAllowed = isBareAllowed
        end = start
    }

    /// The number that begins at the place; nil: none does.
    mutating func read() -> NumeralPart? {
        for _ in 0..<Self.partLimit {
            guard end < reader.scalars.count, takeNext() else { break }
        }
        // 几千米 has no number.
        guard end > start, !isTopOpen || pending == nil else { return nil }
        closePending()
        let value = total + section
        // 百 alone counts something only with 余, 多 or 来 after it, or a hedge before it.
        if isBare, !isBareAllowed, hedge == .none, !isRoughly(at: end) { return nil }
        var part = NumeralPart(end: end, value: value, step: place)
        if extra > 0 { part.upper = value + extra - (isTopOpen ? DraftBounds.one : 0) }
        part.hedge = hedge
        part.writing = hasASCII ? (hasHan ? .mixed : .digits) : .chinese
        part.hasPoint = hasPoint
        part.hasMagnitude = hasMagnitude || hasASCII && hasHan
        part.hasGrouping = hasGrouping
        return part
    }

    private var isStarted: Bool { end > start }

    private func peek(_ index: Int) -> Unicode.Scalar {
        index == start ? reader.scalars[index] : reader.peek(index)
    }

    private mutating func takeNext() -> Bool {
        let scalar = peek(end)
        if scalar.isDigit { return takeDigits() }
        if let ten = NumeralReader.tens[scalar] { return takeTen(ten) }
        if let power = NumeralReader.powers[scalar] { return takePower(power) }
        if let digit = NumeralReader.hanDigits[scalar] { return takeHanDigit(digit) }
        if let digit = NumeralReader.formalDigits[scalar], isFormal(at: end + 1) { return takeHanDigit(digit) }
        switch scalar {
        case "廿", "卅": return takeTwenties(scalar == "廿" ? 2 : 3)
        case "点": return takePoint()
        case "几", "数", "好": return takeVague()
        case "余", "多", "来": return takeRoughly()
        default: return false
        }
    }

    // MARK: Digits

    private mutating func takeDigits() -> Bool {
        guard pending == nil, !isClosed, !hasPoint, let part = reader.plainDigits(at: end), !part.isOrdinal else {
            return false
        }
        if isStarted {
            // 98万5800, 3亿5000万; not 98万2023年, nor a number that a blank parts from it.
            guard reader.gaps[end] != .blank, hasASCII, lastUnit >= 100, !part.hasPoint, !part.hasGrouping,
                part.value < lastUnit * DraftBounds.one, !reader.isOtherNumber(after: part.end)
            else { return false }
        }
        pending = part.value
        pendingStep = part.step
        pendingIsASCII = true
        hasPoint = part.hasPoint
        hasGrouping = part.hasGrouping
        hasASCII = true
        end = part.end
        return true
    }

    private mutating func takeHanDigit(_ digit: Int128) -> Bool {
        guard !isClosed, !hasPoint else { return false }
        let next = reader.peek(end + 1)
        if digit == 0 {
            guard pending == nil else { return false }
            if isStarted {
                guard NumeralReader.isHanNumeral(next) || NumeralReader.formalDigits[next] != nil || next.isDigit else {
                    return false
                }
                isAfterZero = true
            } else {
                guard next == "点" else { return false }
                pending = 0
            }
            hasHan = true
            end += 1
            return true
        }
        if let before = pending {
            // 七八百, 三五个.
            let low = before / DraftBounds.one
            guard !pendingIsASCII, pendingExtra == 0, digit == low + 1 || low == 3 && digit == 5, low < 9,
                isStep(next) || reader.unitWord(at: end + 1) != nil
            else { return false }
            pendingExtra = (digit - low) * DraftBounds.one
            end += 1
            return true
        }
        if isStarted, !isBare || lastTen == 10 {
            // 三百五 is 350, but for words that only begin with a digit: 三百一次性.
            let isColloquial = lastTen != 10 && !isAfterZero && !isStep(next)
            if isColloquial {
                guard lastUnit >= 100, reader.peek(end) != "两", NumeralIdioms.end(reader, at: end) == nil else {
                    return false
                }
            }
        } else if isStarted {
            return false
        }
        pending = digit * DraftBounds.one
        pendingStep = DraftBounds.one
        pendingIsASCII = false
        hasHan = true
        end += 1
        return true
    }

    /// 几十, 数千, 好几百; and 二十几.
    private mutating func takeVague() -> Bool {
        let scalar = peek(end)
        if isStarted {
            guard scalar != "好", pending == nil, section > 0, lastTen == 10 || scalar == "几" && lastTen < 10_000,
                !isClosed
            else { return false }
            let next = reader.peek(end + 1)
            guard NumeralReader.powers[next] != nil || reader.unitWord(at: end + 1) != nil || scalar == "几" else {
                return false
            }
            // 九百几 is 901 or more, 九百几十 910 or more.
            let least = lastTen > 10 && NumeralReader.tens[next] == nil ? 1 : lastTen / 10
            section += least * DraftBounds.one
            place = least * DraftBounds.one
            extra = lastTen * DraftBounds.one - place
            isTopOpen = true
            isClosed = true
            hasHan = true
            end += 1
            return true
        }
        let first = scalar == "好" ? end + 1 : end
        guard scalar != "好" || reader.peek(first) == "几" else { return false }
        guard isStep(reader.peek(first + 1)) else { return false }
        if scalar == "数", NumeralReader.endingInCount.contains(reader.previous(start)) { return false }
        pending = 2 * DraftBounds.one
        pendingExtra = 8 * DraftBounds.one
        isTopOpen = true
        hasHan = true
        end = first + 1
        return true
    }

    // MARK: Places

    private mutating func takeTen(_ ten: Int128) -> Bool {
        let next = reader.peek(end + 1)
        // 百分点, 千分之三, 三千米.
        if next == "分" && ten >= 100 || ten == 1000 && NumeralReader.afterKilo.contains(next) { return false }
        guard !isClosed, ten < lastTen, !(hasPoint && pending == nil) else { return false }
        let digit: Int128
        if let pending {
            digit = pending
        } else if ten == 10, !isBare, !isAfterZero || isStarted {
            digit = DraftBounds.one
        } else if !isStarted, canBeBare {
            digit = DraftBounds.one
            isBare = true
        } else {
            return false
        }
        section += digit * ten
        place = (pending == nil ? DraftBounds.one : pendingStep) * ten
        extra = pendingExtra * ten
        (pending, pendingExtra) = (nil, 0)
        if extra > 0 { isClosed = true }
        (lastTen, lastUnit) = (ten, ten)
        isAfterZero = false
        hasHan = true
        end += 1
        return true
    }

    private mutating func takePower(_ power: Int128) -> Bool {
        let scalar = peek(end)
        let next = reader.peek(end + 1)
        if scalar.isLatinLetter {
            // 3600W元.
            guard pending != nil, pendingIsASCII, !next.isLatinLetter, !next.isDigit else { return false }
        }
        // 万分之三, 万元 without a number.
        if next == "分" { return false }
        let isWhole = total > 0 && section == 0 && pending == nil
        guard power < lastPower || power == 100_000_000 && lastPower == 10_000,
            total < 1_000_000_000_000 * DraftBounds.one
        else { return false }
        let amount = section + (pending ?? 0)
        if amount == 0 {
            if isWhole {
                guard power == 100_000_000, lastUnit == 10_000 else { return false }
            } else {
                guard !isStarted, canBeBare else { return false }
                isBare = true
            }
        }
        if isBare, amount == 0, total == 0 {
            (total, place) = (power * DraftBounds.one, power * DraftBounds.one)
        } else if power == 100_000_000 {
            place = (isWhole || pending == nil ? place : pendingStep) * power
            total = (total + amount) * power
        } else {
            place = (pending == nil ? place : pendingStep) * power
            total += amount * power
        }
        extra = (pendingExtra > 0 ? pendingExtra : extra) * power
        isClosed = extra > 0 || hasPoint || hedge != .none
        (section, pending, pendingExtra) = (0, nil, 0)
        (lastTen, lastPower, lastUnit) = (Int128.max, power, power)
        isAfterZero = false
        hasMagnitude = true
        hasHan = hasHan || !scalar.isLatinLetter && !hasASCII
        end += 1
        return true
    }

    /// 廿三 is 23.
    private mutating func takeTwenties(_ tens: Int128) -> Bool {
        guard pending == nil, !isClosed, !hasPoint, lastTen > 10, !isBare else { return false }
        section += tens * 10 * DraftBounds.one
        place = 10 * DraftBounds.one
        (lastTen, lastUnit) = (10, 10)
        hasHan = true
        end += 1
        return true
    }

    // MARK: 点, 余

    /// 一点三五; not 三点五十分, nor 三点一刻.
    private mutating func takePoint() -> Bool {
        guard isStarted, !hasPoint, !isClosed, !hasASCII, hasHan, total == 0 else { return false }
        var index = end + 1
        var fraction: Int128 = 0
        var unit = DraftBounds.one
        while let digit = NumeralReader.hanDigits[reader.peek(index)], unit > 1 {
            unit /= 10
            fraction += digit * unit
            index += 1
        }
        let next = reader.peek(index)
        guard index > end + 1, next != "十", next != "刻", next != "分" else { return false }
        pending = section + (pending ?? 0) + fraction
        pendingStep = unit
        section = 0
        (lastTen, hasPoint) = (1, true)
        end = index
        return true
    }

    /// 余 within a number, before its 万: 五百余万.
    private mutating func takeRoughly() -> Bool {
        let scalar = peek(end)
        let next = reader.peek(end + 1)
        guard isStarted, !isClosed, NumeralReader.powers[next] != nil, !next.isLatinLetter,
            reader.peek(end + 2) != "分", scalar != "来" || pending == nil
        else { return false }
        hedge = scalar == "来" ? .around : .andMore
        end += 1
        return true
    }

    private func isRoughly(at index: Int) -> Bool { ["余", "多", "来"].contains(reader.peek(index)) }

    /// Whether a number of ten or more goes on: 十 百 千 万 亿.
    private func isStep(_ scalar: Unicode.Scalar) -> Bool { NumeralReader.isMagnitude(scalar) }

    /// Whether 百 or 万 may begin a number here: with a hedge before it, or 余, 多, 来 after it and its like.
    private var canBeBare: Bool {
        NumeralIdioms.end(reader, at: start) == nil && !NumeralReader.powers.keys.contains(reader.previous(start))
    }

    private func isFormal(at index: Int) -> Bool {
        let next = reader.peek(index)
        return isStep(next) || "元圆角点零".unicodeScalars.contains(next)
    }

    /// The last digit: 五 in 十五, and in 三百五, which is 350.
    private mutating func closePending() {
        guard let last = pending else { return }
        let isSingle = last < 10 * DraftBounds.one && !hasPoint
        if isStarted, isSingle, lastUnit >= 100, !isAfterZero {
            section += last * lastUnit / 10
            place = lastUnit / 10 * DraftBounds.one
            extra = pendingExtra * lastUnit / 10
        } else {
            section += last
            place = pendingStep
            extra = max(extra, pendingExtra)
        }
    }
}
