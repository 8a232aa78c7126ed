extension NumeralReader {
    /// More digits than any figure has; what is longer is a code, and would not fit.
    static let digitLimit = 15
    private static let fractionLimit = 8
    /// More groups of three than any figure has.
    private static let groupLimit = 12

    /// What stands at the place where a number may begin, after its hedges.
    func body(at start: Int, _ prefix: Prefix) -> NumeralPart? {
        guard start < scalars.count else { return nil }
        let scalar = scalars[start]
        if prefix.isOrdinal { return ordinal(at: start) }
        if let mark = Self.marks[scalar] { return self.mark(mark, at: start) }
        if scalar.isDigit || scalar == "." && peek(start + 1).isDigit { return number(at: start, prefix) }
        if scalar.isLatinLetter {
            guard !previous(start).isLatinLetter else { return nil }
            return englishShare(at: start, prefix) ?? english(at: start)
        }
        if let share = chineseShare(at: start, prefix) { return share }
        guard Self.isHanNumeral(scalar) || Self.formalDigits[scalar] != nil || "廿卅几数好".unicodeScalars.contains(scalar)
        else { return nil }
        let isBareAllowed = prefix.hasHedgeWord
        guard let part = compound(at: start, isBareAllowed: isBareAllowed) ?? bareMagnitude(at: start) else {
            return wordOfMany(at: start)
        }
        return fraction(under: part) ?? part
    }

    /// 三 after 第, 3 after No.
    private func ordinal(at start: Int) -> NumeralPart? {
        guard isJoined(start) else { return nil }
        guard var part = peek(start).isDigit ? plainDigits(at: start) : compound(at: start, isBareAllowed: false) else {
            return nil
        }
        part.isOrdinal = true
        part.isDigitByDigit = false
        return part
    }

    /// A number that begins with a digit: with its magnitude, or a code.
    private func number(at start: Int, _ prefix: Prefix) -> NumeralPart? {
        if let code = code(at: start, prefix) { return code }
        guard var part = compound(at: start, isBareAllowed: false) ?? plainDigits(at: start) else { return nil }
        if let share = quotient(part, at: start, prefix) ?? fraction(under: part) ?? shareInEnglish(part) {
            return share
        }
        readEnglishMagnitude(&part, prefix)
        return part
    }

    /// 15005, 15,005, 3 356 762.13: digits with thousands and a point, nothing after them.
    ///
    /// Thousands are groups of three all parted alike, by commas or by blanks. Else it is several numbers:
    /// 15005 16147 are two, and so are 1,5005.
    func plainDigits(at start: Int) -> NumeralPart? {
        var end = start
        var value: Int128 = 0
        var count = 0
        func take(_ range: Range<Int>) {
            for index in range where count <= Self.digitLimit {
                value = value * 10 + Int128(scalars[index].value - 0x30)
                count += 1
            }
        }
        let first = digitsEnd(from: start)
        take(start..<first)
        end = first
        guard first > start || peek(first) == "." && peek(first + 1).isDigit else { return nil }
        var hasGrouping = false
        if (1...3).contains(first - start), scalars[start] != "0" {
            let mark = peek(first)
            var groups = 0
            while groups < Self.groupLimit, let next = groupEnd(at: end, mark) {
                take(end + 1..<next)
                end = next
                groups += 1
            }
            hasGrouping = groups > 0
        }
        var step = DraftBounds.one
        var hasPoint = false
        if peek(end) == ".", peek(end + 1).isDigit {
            let last = digitsEnd(from: end + 1)
            let places = last - end - 1
            // What is less than a hundred-millionth counts no more.
            take(end + 1..<end + 1 + min(places, Self.fractionLimit))
            for _ in 0..<min(places, Self.fractionLimit) { step /= 10 }
            hasPoint = true
            end = last
        }
        guard count <= Self.digitLimit else {
            return NumeralPart(
                end: end, value: 0, step: DraftBounds.one, isOrdinal: true, isUnread: true, isClosed: true)
        }
        return NumeralPart(end: end, value: value * step, step: step, hasPoint: hasPoint, hasGrouping: hasGrouping)
    }

    func digitsEnd(from start: Int) -> Int {
        var end = start
        while end < scalars.count, end == start ? scalars[end].isDigit : peek(end).isDigit { end += 1 }
        return end
    }

    /// The end of a mark and three digits.
    private func groupEnd(at index: Int, _ mark: Unicode.Scalar) -> Int? {
        let isBlank = [" ", "\u{2009}", "\u{202F}", "\u{A0}"].contains(mark)
        guard mark == "," || isBlank, peek(index) == mark else { return nil }
        for place in index + 1...index + 3 where !peek(place).isDigit { return nil }
        guard !peek(index + 4).isDigit else { return nil }
        // A line that ends between two numbers parts them.
        guard !isBlank || gaps[index] != .line && gaps[index + 1] != .line else { return nil }
        return index + 4
    }

    // MARK: Marks

    /// Single characters that are numbers: ① and Ⅳ of a list, ½.
    enum Mark: Sendable {
        case place(Int128)
        /// In percent, the numerator over the denominator.
        case share(Int128, Int128)
    }

    static let marks: [Unicode.Scalar: Mark] = {
        var marks: [Unicode.Scalar: Mark] = [
            "½": .share(1, 2), "⅓": .share(1, 3), "⅔": .share(2, 3), "¼": .share(1, 4), "¾": .share(3, 4),
            "⅕": .share(1, 5), "⅖": .share(2, 5), "⅗": .share(3, 5), "⅘": .share(4, 5), "⅛": .share(1, 8),
        ]
        // ① ⑴ ⒈ to 20; ㈠ ㊀ to 10; Ⅰ ⅰ to 12; ❶ ➀ ➊ to 10.
        for (first, count) in [
            (0x2460, 20), (0x2474, 20), (0x2488, 20), (0x3220, 10), (0x3280, 10), (0x2160, 12), (0x2170, 12),
            (0x2776, 10),
            (0x2780, 10), (0x278A, 10),
        ] {
            for place in 0..<count {
                if let scalar = Unicode.Scalar(UInt32(first + place)) { marks[scalar] = .place(Int128(place + 1)) }
            }
        }
        return marks
    }()

    private func mark(_ mark: Mark, at start: Int) -> NumeralPart {
        switch mark {
        case .place(let value):
            return NumeralPart(
                end: start + 1, value: value * DraftBounds.one, step: DraftBounds.one, isOrdinal: true, isClosed: true)
        case .share(let top, let bottom): return share(top, over: bottom, end: start + 1)
        }
    }
}
