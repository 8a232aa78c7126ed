/// Reads the numerals of a text: each from its hedges to its unit.
///
///     近 98.58 万 余 人次 以上
///     │   │    │  │   │   └ hedge after the unit
///     │   │    │  │   └ unit
///     │   │    │  └ hedge after the number
///     │   │    └ magnitude
///     │   └ digits, Chinese numerals, English words, or a share
///     └ hedges, signs and marks of money before the number
///
/// Nothing is joined across a gap that parts columns.
///
/// - Complexity: a numeral takes time linear in its length; where none begins, a few steps.
struct NumeralReader: Sendable {
    let scalars: [Unicode.Scalar]
    let gaps: [ReadText.Gap]

    /// - Parameter gaps: one for each scalar.
    init(scalars: [Unicode.Scalar], gaps: [ReadText.Gap]) {
        precondition(scalars.count == gaps.count)
        self.scalars = scalars
        self.gaps = gaps
    }

    /// The numerals that begin in a part of the text, in order; none begins within another.
    func numerals(in range: Range<Int>) -> [Numeral] {
        var found: [Numeral] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let numeral = numeral(at: index) {
                found.append(numeral)
                index = max(numeral.range.upperBound, index + 1)
            } else {
                index += 1
            }
        }
        return found
    }

    /// The longest numeral that begins right at a place, the hedges before it included; nil: none does.
    func numeral(at start: Int) -> Numeral? {
        guard canBegin(at: start) else { return nil }
        if let numeral = single(at: start) { return range(from: numeral) }
        // 三 alone is none, but it is in 三到五成.
        guard Self.hanDigits[scalars[start]] != nil, let lower = single(at: start, allowsLone: true) else { return nil }
        let whole = range(from: lower)
        return whole.upper == nil ? nil : whole
    }

    /// A numeral that is not yet looked at as the lower end of a range.
    ///
    /// - Parameter allowsLone: whether one character may be a numeral without a unit.
    func single(at start: Int, allowsLone: Bool = false) -> Numeral? {
        var prefix = Prefix(start)
        readPrefix(&prefix)
        if prefix.end == start, let hedge = hedgeBeforeVerb(start) { prefix.hedge = hedge }
        let isJoint = prefix.end == start || isJoined(prefix.end)
        guard isJoint, var part = body(at: prefix.end, prefix) else { return nil }
        readNumberHedge(&part)
        var numeral = Numeral(
            range: start..<part.end, digits: prefix.end..<part.end, value: part.value, step: part.step)
        numeral.hedge = prefix.hedge.combined(with: part.hedge)
        readUnit(&numeral, &part, prefix)
        if part.isDigitByDigit { part.isOrdinal = numeral.unit == .none || numeral.unit == .thing }
        guard allowsLone || isNumeral(numeral, part) else { return nil }
        numeral.writing = part.writing
        numeral.hasMagnitude = part.hasMagnitude
        numeral.hasGrouping = part.hasGrouping
        numeral.unitsAreEnglish = numeral.unitsAreEnglish || part.isEnglish
        numeral.isOrdinal = part.isOrdinal || isListMark(numeral)
        numeral.isUnread = part.isUnread
        numeral.sign = prefix.sign != 0 ? prefix.sign : part.sign
        settle(&numeral, part)
        return numeral
    }

    // MARK: Characters

    /// The scalar at a place that goes on what stands before it; the null character where nothing does.
    func peek(_ index: Int) -> Unicode.Scalar {
        index < scalars.count && index >= 0 && gaps[index] != .wide ? scalars[index] : "\0"
    }

    /// The scalar before a place; the null character where the text begins.
    func previous(_ index: Int) -> Unicode.Scalar { index > 0 ? scalars[index - 1] : "\0" }

    /// Whether a place goes on what stands before it.
    func isJoined(_ index: Int) -> Bool { index < scalars.count && gaps[index] != .wide }

    /// The place after one blank, if there is one.
    func afterBlank(_ index: Int) -> Int { peek(index) == " " ? index + 1 : index }

    func has(_ word: StaticString, at index: Int) -> Bool {
        var place = index
        return word.withUTF8Buffer { bytes in
            // The words are few and short; they are decoded as they are compared.
            var decoder = Unicode.UTF8.ForwardParser()
            var iterator = bytes.makeIterator()
            while case .valid(let encoded) = decoder.parseScalar(from: &iterator) {
                guard peek(place).numeralFolded == Unicode.UTF8.decode(encoded) else { return false }
                place += 1
            }
            return true
        }
    }

    /// Whether a numeral may begin at a place at all: nothing of what stands there belongs to the word before.
    private func canBegin(at start: Int) -> Bool {
        guard start >= 0, start < scalars.count else { return false }
        let scalar = scalars[start]
        guard Self.starters.contains(scalar) else { return false }
        if scalar.isDigit { return !previous(start).isDigit || !isJoined(start) }
        if scalar.isLatinLetter { return !previous(start).isLatinLetter || !isJoined(start) }
        return scalar.value < 0x2000 || !NumeralIdioms.covers(self, start)
    }

    /// Whether what was read counts something. Chinese numerals of one character are in many words that do not.
    private func isNumeral(_ numeral: Numeral, _ part: NumeralPart) -> Bool {
        guard part.writing == .chinese, !part.isOrdinal, numeral.digits.count == 1, numeral.unit == .none else {
            return true
        }
        return part.hedge != .none || part.hasMagnitude || isListMark(numeral)
            || numeral.hedge != .none && Self.tens[scalars[numeral.digits.lowerBound]] != nil
    }

    /// What the last digit is worth, as far as the words and the unit say more than the number does.
    ///
    /// Zeros before 万 or 亿 may come of rounding, and so may those of a hedged number and of one in words; but
    /// what is below a hundred is counted, in words too.
    private func settle(_ numeral: inout Numeral, _ part: NumeralPart) {
        let isHedged = numeral.hedge != .none
        switch numeral.unit {
        case .percent, .percentagePoints:
            if part.isClosed, isHedged {
                // 一半以上, 三分之一多: a tenth of it; 翻了一番多: less than twice that.
                numeral.step =
                    part.writing == .doubling && numeral.hedge == .andMore ? numeral.value : max(numeral.value / 10, 1)
                if part.writing == .fraction, numeral.hedge == .andMore { numeral.step = 10 * DraftBounds.one }
            } else if isHedged {
                coarsen(&numeral, part)
            } else if part.writing == .chinese, !part.isClosed, numeral.step > DraftBounds.one, !isTenths(numeral) {
                numeral.step = DraftBounds.one
            }
        case .multiple:
            // 两倍 of 2.3 would be read as wrong, 两倍多 of it is right.
            if !isHedged { numeral.step = min(numeral.step, DraftBounds.one / 10) }
        default:
            if part.writing == .word, numeral.hedge == .around { return }
            if part.hasMagnitude || isHedged || part.writing != .digits { coarsen(&numeral, part) }
            if !isHedged, numeral.upper == nil, numeral.value < 100 * DraftBounds.one, numeral.step > DraftBounds.one {
                numeral.step = DraftBounds.one
            }
        }
    }

    private func isTenths(_ numeral: Numeral) -> Bool { numeral.unitRange.map { scalars[$0.lowerBound] } == "成" }

    private func coarsen(_ numeral: inout Numeral, _ part: NumeralPart) {
        guard !part.hasPoint, !part.isOrdinal, numeral.step >= DraftBounds.one, numeral.value > 0 else { return }
        while numeral.value.isMultiple(of: numeral.step * 10) { numeral.step *= 10 }
    }

    /// Every scalar with which a numeral or a word before it can begin.
    private static let starters: Set<Unicode.Scalar> = {
        var starters = Set<Unicode.Scalar>(hanDigits.keys)
        starters.formUnion(tens.keys)
        starters.formUnion(powers.keys)
        starters.formUnion(formalDigits.keys)
        starters.formUnion("0123456789+-−±↑↓▲▼.#第№数几好翻半负零廿卅".unicodeScalars)
        starters.formUnion(marks.keys)
        starters.formUnion(hedgesBefore.firstScalars)
        starters.formUnion(moneyMarks.firstScalars)
        starters.formUnion(chineseShares.firstScalars)
        starters.formUnion(englishNumbers.firstScalars)
        starters.formUnion(englishShares.firstScalars)
        starters.formUnion("n".unicodeScalars)
        for scalar in starters where ("a"..."z").contains(scalar) {
            starters.insert(Unicode.Scalar(UInt8(scalar.value - 32)))
        }
        return starters
    }()
}
