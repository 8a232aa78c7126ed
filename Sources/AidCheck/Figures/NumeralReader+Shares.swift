extension NumeralReader {
    // MARK: 一半, 翻一番, 百分之五

    enum Share: Sendable {
        case half
        /// 大半: more than a half. In 过半 and 超半数 the hedge is a word of its own.
        case mostly
        /// A growth in percent.
        case growth(Int128)
        /// 百分之, 千分之: the number after it over this.
        case parts(Int128)
        case whole
        case halving
        /// 翻, 翻了: 一番 or 两番 after it.
        case doublings
    }

    static let chineseShares = NumeralWords<Share>([
        ("一半 半数 一半儿", .half), ("大半", .mostly), ("翻番 翻倍 翻了倍 翻一倍 翻了一倍 翻了番", .growth(100)), ("翻 翻了", .doublings),
        ("百分之", .parts(100)), ("千分之", .parts(1000)), ("万分之", .parts(10_000)), ("百分百 百分之百", .whole), ("减半", .halving),
    ])

    /// After these 半 is a measure of time or a price: 半年, 过半百.
    private static let afterHalf: [Unicode.Scalar] = scalars("年月天日小个价百径岛路夜生场程截辈球")

    func chineseShare(at start: Int, _ prefix: Prefix) -> NumeralPart? {
        if peek(start) == "半", prefix.hasHedgeWord {
            let end = peek(start + 1) == "数" ? start + 2 : start + 1
            return Self.afterHalf.contains(peek(end)) ? nil : share(1, over: 2, end: end)
        }
        guard let (found, end) = Self.chineseShares.longest(self, at: start) else { return nil }
        switch found {
        case .half: return share(1, over: 2, end: end)
        case .mostly:
            guard !Self.afterHalf.contains(peek(end)) else { return nil }
            var part = share(1, over: 2, end: end)
            part.hedge = .above
            return part
        case .growth(let percent): return doubling(percent, end: end)
        case .halving:
            var part = doubling(50, end: end)
            part.sign = -1
            return part
        case .whole:
            return NumeralPart(
                end: end, value: 100 * DraftBounds.one, step: DraftBounds.one, unit: .percent, writing: .chinese)
        case .parts(let whole): return percent(at: end, of: whole)
        case .doublings: return doublings(at: end)
        }
    }

    /// The number after 百分之.
    private func percent(at start: Int, of whole: Int128) -> NumeralPart? {
        guard isJoined(start), var part = compound(at: start, isBareAllowed: false) ?? plainDigits(at: start) else {
            return nil
        }
        if part.writing != .digits { part.writing = .chinese }
        part.isDigitByDigit = false
        part.isOrdinal = false
        part.unit = .percent
        part.scale(by: 100, over: whole)
        return part
    }

    /// 一番 is twice as much, 两番 four times: a growth of 100 and of 300 percent.
    private func doublings(at start: Int) -> NumeralPart? {
        var hedge = Numeral.Hedge.none
        var at = start
        if isJoined(at), let (word, end) = Self.hedgesBefore.longest(self, at: at), !word.isBeforeBare {
            hedge = word.hedge
            at = end
        }
        let digit = peek(at)
        guard let count = Self.hanDigits[digit] ?? (digit.isDigit ? Int128(digit.value - 0x30) : nil),
            (1...6).contains(count)
        else { return nil }
        // 翻了近一番, 翻了一番多.
        guard peek(at + 1) == "番" else { return nil }
        var part = doubling(((1 << count) - 1) * 100, end: at + 2)
        part.hedge = hedge
        return part
    }

    func doubling(_ percent: Int128, end: Int) -> NumeralPart {
        NumeralPart(
            end: end, value: percent * DraftBounds.one, step: 10 * DraftBounds.one, unit: .percent, writing: .doubling,
            isClosed: true)
    }

    // MARK: 五分之一, 2/3

    /// A share of something in percent; as rough as shares in words are, a percent either way.
    func share(_ top: Int128, over bottom: Int128, end: Int) -> NumeralPart {
        NumeralPart(
            end: end, value: top * 100 * DraftBounds.one / bottom, step: 2 * DraftBounds.one, unit: .percent,
            writing: .fraction, isClosed: true)
    }

    /// 五分之一, after its denominator.
    func fraction(under bottom: NumeralPart) -> NumeralPart? {
        guard peek(bottom.end) == "分", peek(bottom.end + 1) == "之", isJoined(bottom.end + 2), bottom.value > 0,
            let top = compound(at: bottom.end + 2, isBareAllowed: false) ?? plainDigits(at: bottom.end + 2),
            top.value <= bottom.value, bottom.value < 1_000_000 * DraftBounds.one
        else { return nil }
        return share(top.value, over: bottom.value, end: top.end)
    }

    /// 2/3, where the words around it say that it is a share.
    func quotient(_ top: NumeralPart, at start: Int, _ prefix: Prefix) -> NumeralPart? {
        guard peek(top.end) == "/", peek(top.end + 1).isDigit, !top.hasPoint, !top.hasMagnitude,
            let bottom = plainDigits(at: top.end + 1), !bottom.hasPoint, bottom.value > 0, !bottom.isOrdinal
        else { return nil }
        let isShare = top.value < bottom.value && bottom.value <= 100 * DraftBounds.one
        guard isShare, prefix.hasHedgeWord || isAfterShareWord(start) || isShareWord(at: bottom.end) else {
            return code(at: start, over: bottom.end, top)
        }
        return share(top.value, over: bottom.value, end: bottom.end)
    }

    private func code(at start: Int, over end: Int, _ top: NumeralPart) -> NumeralPart {
        NumeralPart(end: end, value: top.value, step: top.step, isOrdinal: true, isClosed: true)
    }

    private func isAfterShareWord(_ start: Int) -> Bool {
        "占比达为到至过约有".unicodeScalars.contains(previous(start))
    }

    private func isShareWord(at end: Int) -> Bool {
        if isJoined(end), let (word, _) = Self.hedgesAfter.longest(self, at: end), word.hedge != .none { return true }
        return peek(end) == "的" || has("of", at: afterBlank(end))
    }

    // MARK: Words for many

    /// 受助达千万人次, 惠及万名职工: a magnitude alone, where the words leave no doubt that it counts.
    ///
    /// It names the size, not the number, and is said of what has reached it: 千万 of 1058万.
    func bareMagnitude(at start: Int) -> NumeralPart? {
        let before = previous(start)
        guard gaps[start] == .none, start > 0, !Self.isHanNumeral(before), !before.isDigit,
            !"每(（:：/、\n\t".unicodeScalars.contains(before),
            var part = compound(at: start, isBareAllowed: true), let unit = unitWord(at: part.end)
        else { return nil }
        let isCounter = "名位".unicodeScalars.contains(scalars[part.end])
        let isAfterVerb = "达有及助为至到共".unicodeScalars.contains(before)
        switch unit.word.kind {
        case .unit(.personTimes): break
        case .unit(.people): guard isCounter || isAfterVerb || part.end - start > 1 else { return nil }
        case .unit(.money): guard isAfterVerb || part.end - start > 1 else { return nil }
        default: return nil
        }
        part.hedge = .atLeast
        return part
    }

    /// 数以万计: ten thousand and more.
    func wordOfMany(at start: Int) -> NumeralPart? {
        guard peek(start) == "数", peek(start + 1) == "以" else { return nil }
        var numeral = CompoundNumeral(self, at: start + 2, isBareAllowed: true)
        guard var part = numeral.read(), peek(part.end) == "计" else { return nil }
        part.end += 1
        part.hedge = .atLeast
        part.isClosed = true
        return part
    }
}
