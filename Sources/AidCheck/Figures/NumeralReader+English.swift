extension NumeralReader {
    /// A word that numbers are made of.
    enum NumberWord: Sendable, Hashable {
        /// One to nineteen.
        case small(Int128)
        /// Twenty to ninety.
        case ten(Int128)
        case hundred
        /// Thousand and above.
        case scale(Int128)
        case dozen
        /// A: one, before hundred and above.
        case article
        /// Several, a few: more than one, before hundred and above.
        case several
        /// Dozens, thousands, tens of thousands: at least two of them.
        case many(Int128)
        /// Third, fourth: a place.
        case place(Int128)
        /// Half a million.
        case half
    }

    static let englishNumbers = NumeralWords<NumberWord>(
        [],
        english: [
            ("one", .small(1)), ("two", .small(2)), ("three", .small(3)), ("four", .small(4)), ("five", .small(5)),
            ("six", .small(6)), ("seven", .small(7)), ("eight", .small(8)), ("nine", .small(9)), ("ten", .small(10)),
            ("eleven", .small(11)), ("twelve", .small(12)), ("thirteen", .small(13)), ("fourteen", .small(14)),
            ("fifteen", .small(15)), ("sixteen", .small(16)), ("seventeen", .small(17)), ("eighteen", .small(18)),
            ("nineteen", .small(19)), ("twenty", .ten(20)), ("thirty", .ten(30)), ("forty", .ten(40)),
            ("fifty", .ten(50)),
            ("sixty", .ten(60)), ("seventy", .ten(70)), ("eighty", .ten(80)), ("ninety", .ten(90)),
            ("hundred", .hundred),
            ("thousand", .scale(1000)), ("million", .scale(1_000_000)), ("billion", .scale(1_000_000_000)),
            ("trillion", .scale(1_000_000_000_000)), ("dozen", .dozen), ("a|an", .article),
            ("several|a few|a couple of|a couple", .several), ("half a|half-a", .half), ("scores of", .many(40)),
            ("dozens of|dozens", .many(24)), ("hundreds of|hundreds", .many(200)),
            ("thousands of|thousands", .many(2000)),
            ("tens of thousands of|tens of thousands", .many(20_000)),
            ("hundreds of thousands of|hundreds of thousands", .many(200_000)),
            ("millions of|millions", .many(2_000_000)),
            ("tens of millions of|tens of millions", .many(20_000_000)),
            ("hundreds of millions of|hundreds of millions", .many(200_000_000)), ("first", .place(1)),
            ("second", .place(2)),
            ("third", .place(3)), ("fourth", .place(4)), ("fifth", .place(5)), ("sixth", .place(6)),
            ("seventh", .place(7)),
            ("eighth", .place(8)), ("ninth", .place(9)), ("tenth", .place(10)), ("eleventh", .place(11)),
            ("twelfth", .place(12)), ("twentieth", .place(20)),
        ])

    /// Words before which a first or second is none: first half, second-hand, first time.
    private static let afterPlace = NumeralWords<Bool>(
        [], english: [("-| time| half| quarter| hand| of all|s", true)])

    // MARK: Numbers in words

    /// Thirteen, one hundred and five, half a million, a dozen, hundreds of thousands.
    func english(at start: Int) -> NumeralPart? {
        guard let (word, end) = Self.englishNumbers.longest(self, at: start) else { return nil }
        switch word {
        case .many(let least):
            return NumeralPart(
                end: end, value: least * DraftBounds.one, step: least / 2 * DraftBounds.one, hedge: .atLeast,
                writing: .word,
                isEnglish: true, isClosed: true)
        case .place(let place):
            if Self.afterPlace.longest(self, at: end) != nil { return nil }
            return NumeralPart(
                end: end, value: place * DraftBounds.one, step: DraftBounds.one, writing: .word, isEnglish: true,
                isOrdinal: true)
        case .hundred, .scale, .dozen: return nil
        case .half: return halfOfScale(at: end)
        case .several: return several(at: end)
        case .article, .small, .ten:
            var number = EnglishNumber(self, at: start)
            return number.read()
        }
    }

    /// Half a million, half a dozen.
    private func halfOfScale(at start: Int) -> NumeralPart? {
        guard let (word, end) = Self.englishNumbers.longest(self, at: afterBlank(start)) else { return nil }
        let value: Int128
        switch word {
        case .scale(let scale): value = scale / 2
        case .dozen: value = 6
        default: return nil
        }
        let part = NumeralPart(
            end: end, value: value * DraftBounds.one, step: max(value / 5, 1) * DraftBounds.one,
            hedge: word == .dozen ? .around : .none, writing: .word, isEnglish: true)
        return part
    }

    /// Several hundred, a few thousand: up to just below ten of them.
    private func several(at start: Int) -> NumeralPart? {
        guard let (word, end) = Self.englishNumbers.longest(self, at: afterBlank(start)) else { return nil }
        var size: Int128
        var last = end
        switch word {
        case .scale(let scale): size = scale
        case .dozen: size = 12
        case .hundred:
            size = 100
            if let (next, end) = Self.englishNumbers.longest(self, at: afterBlank(last)), case .scale(let scale) = next
            {
                size *= scale
                last = end
            }
        default: return nil
        }
        size *= DraftBounds.one
        return NumeralPart(
            end: last, value: 2 * size, step: size, upper: 10 * size - DraftBounds.one, writing: .word, isEnglish: true)
    }

    // MARK: Magnitudes after digits

    private static let englishMagnitudes = NumeralWords<Int128>(
        [],
        english: [
            ("thousand|k", 1000), ("million|m|mn|mln", 1_000_000), ("billion|bn|bln", 1_000_000_000),
            ("trillion|tn|trn", 1_000_000_000_000),
        ])

    /// A magnitude that stands right at a place.
    func englishMagnitude(at index: Int) -> (factor: Int128, end: Int)? {
        guard isJoined(index), let (factor, end) = Self.englishMagnitudes.longest(self, at: index), !peek(end).isDigit
        else {
            return nil
        }
        return (factor, end)
    }

    /// 3.36 million, 3.36m, 33.6k; of 100m only money and people are millions.
    func readEnglishMagnitude(_ part: inout NumeralPart, _ prefix: Prefix) {
        guard !part.hasMagnitude, !part.isClosed else { return }
        var at = peek(part.end) == "-" ? part.end + 1 : afterBlank(part.end)
        guard scalars.indices.contains(at), let (factor, end) = englishMagnitude(at: at) else { return }
        let isLetter = end == at + 1
        if isLetter {
            guard at == part.end else { return }
            if scalars[at].numeralFolded == "m", !part.hasPoint, prefix.mark == nil {
                at = afterBlank(end)
                guard at > end, unitWord(at: at)?.word.isEnglish == true else { return }
            }
        }
        part.scale(by: factor)
        part.end = end
        part.hasMagnitude = true
        part.isEnglish = true
    }

    // MARK: Units

    static let englishUnits: [(String, UnitWord.Kind)] = [
        (
            "percentage points|percentage point|percentage-point|percentage-points|pp|ppt|ppts|pct points|pct pts",
            .unit(.percentagePoints)
        ),
        ("percent|per cent|pct|per-cent", .unit(.percent)),
        (
            "person-times|person times|person-time|person time|people (times)|persons (times)|man-times|payments|payment|claims|claim|visits",
            .unit(.personTimes)
        ),
        (
            "people|persons|person|workers|worker|employees|employee|recipients|recipient|beneficiaries|individuals|members"
                + "|staff|residents|patients|women|men|students|participants|union members|trade union members",
            .unit(.people)
        ),
        ("yuan|renminbi|rmb|cny", .unit(.money)),
        (
            "dollars|us dollars|u.s. dollars|hong kong dollars|usd|hkd|eur|jpy|gbp|euros|euro|pounds|yen|us$",
            .unit(.otherMoney)
        ),
        (
            "year on year|year-on-year|year over year|year-over-year|year earlier|quarter on quarter|quarter-on-quarter"
                + "|quarter over quarter|quarter-over-quarter|quarter earlier",
            .none
        ),
        ("times", .times), ("-fold|fold", .unit(.multiple)),
        (
            "days|day|months|month|years|year|weeks|week|hours|hour|minutes|minute|quarters|quarter|decades|decade|districts"
                + "|district|hospitals|hospital|cities|city|kinds|types|km|kg|mg|ml|cm|mm|m|mb|kwh|metres|meters|kilometres"
                + "|kilometers|tonnes|tons|projects|companies|firms|unions|centres|centers|cases|households|families|basis points|basis point|bps|points"
                + "|branches|groups|schools|provinces|am|pm|a.m.|p.m.|cents",
            .unit(.thing)
        ),
    ]

    // MARK: Shares

    enum EnglishShare: Sendable, Hashable {
        case part(Int128)
        /// Doubled: a growth in percent.
        case growth(Int128)
        case halved
        /// Twice, threefold.
        case multiple(Int128)
    }

    static let englishShares = NumeralWords<EnglishShare>(
        [],
        english: [
            ("half", .part(2)), ("halves", .part(2)), ("third|thirds", .part(3)), ("quarter|quarters", .part(4)),
            ("fifth|fifths", .part(5)), ("sixth|sixths", .part(6)), ("seventh|sevenths", .part(7)),
            ("eighth|eighths", .part(8)), ("ninth|ninths", .part(9)), ("tenth|tenths", .part(10)),
            ("doubled|doubling|doubles", .growth(100)), ("tripled|trebled|tripling", .growth(200)),
            ("quadrupled|quadrupling", .growth(300)), ("halved|halving", .halved), ("twice|double", .multiple(2)),
            ("thrice|triple", .multiple(3)), ("twofold|two-fold", .multiple(2)), ("threefold|three-fold", .multiple(3)),
            ("fourfold|four-fold", .multiple(4)), ("fivefold|five-fold", .multiple(5)),
            ("tenfold|ten-fold", .multiple(10)),
        ])

    /// What follows a share: a third of, by half, two-thirds more; a quarter earlier is none.
    private static let afterShares = NumeralWords<Bool>(
        [],
        english: [
            (
                "of|the|to|from|more|higher|lower|fewer|less|as|on|compared|above|below|that|went|were|was|are|is|year on year",
                true
            )
        ])

    /// Half, a third, two-thirds, one in five, doubled, twice.
    func englishShare(at start: Int, _ prefix: Prefix) -> NumeralPart? {
        if let (share, end) = Self.englishShares.longest(self, at: start) {
            switch share {
            case .part(let bottom):
                guard bottom == 2, isShareInWords(start, end, prefix) else { return nil }
                return englishPart(1, over: 2, end: end)
            case .growth(let percent): return englishDoubling(percent, end: end)
            case .halved:
                var part = englishDoubling(50, end: end)
                part.sign = -1
                return part
            case .multiple(let factor):
                if has("-", at: end) || isTwiceOften(at: end) { return nil }
                return NumeralPart(
                    end: end, value: factor * DraftBounds.one, step: DraftBounds.one, unit: .multiple, writing: .word,
                    isEnglish: true, isClosed: true)
            }
        }
        guard let (word, end) = Self.englishNumbers.longest(self, at: start), isJoined(end) else { return nil }
        let top: Int128
        switch word {
        case .article: top = 1
        case .small(let value): top = value
        default: return nil
        }
        if peek(end) == " ", let bottom = denominator(at: end), word != .article {
            return englishPart(top, over: bottom.value, end: bottom.end)
        }
        guard peek(end) == " " || peek(end) == "-",
            case .part(let bottom)? = Self.englishShares.longest(self, at: end + 1)?.meaning,
            let last = Self.englishShares.longest(self, at: end + 1)?.end, top < bottom
        else { return nil }
        let isPlural = scalars[last - 1] == "s" && bottom != 4
        guard isPlural || peek(end) == "-" && word != .article || isShareInWords(start, last, prefix) else {
            return nil
        }
        return englishPart(top, over: bottom, end: last)
    }

    /// 3 in 10, after its digits.
    func shareInEnglish(_ part: NumeralPart) -> NumeralPart? {
        guard peek(part.end) == " ", !part.hasPoint, part.value > 0, part.value < 100 * DraftBounds.one,
            let bottom = denominator(at: part.end), bottom.value * DraftBounds.one > part.value
        else { return nil }
        return englishPart(part.value / DraftBounds.one, over: bottom.value, end: bottom.end)
    }

    /// The five of one in five: a number up to a hundred, in words or digits, that no unit of time follows.
    private func denominator(at start: Int) -> (value: Int128, end: Int)? {
        let words = [" in every " as StaticString, " out of every ", " out of ", " in "]
        guard let word = words.first(where: { has($0, at: start) }) else { return nil }
        let at = start + word.utf8CodeUnitCount
        guard let part = peek(at).isDigit ? plainDigits(at: at) : peek(at).isLatinLetter ? english(at: at) : nil,
            !part.hasPoint, !part.isOrdinal, part.hedge == .none, part.upper == nil, part.value >= 2 * DraftBounds.one,
            part.value <= 100 * DraftBounds.one
        else { return nil }
        if case .unit(.thing)? = unitWord(at: afterBlank(part.end))?.word.kind { return nil }
        return (part.value / DraftBounds.one, part.end)
    }

    private func isShareInWords(_ start: Int, _ end: Int, _ prefix: Prefix) -> Bool {
        if let (_, last) = Self.englishNumbers.longest(self, at: start), last > end { return false }
        if has("-", at: end) || isAfterOrder(start) { return false }
        if prefix.hasHedgeWord || isAfterBy(start) { return !has(" a", at: end) || prefix.hasHedgeWord }
        return Self.afterShares.longest(self, at: afterBlank(end)) != nil
            || ",.;:".unicodeScalars.contains(peek(end)) || peek(end) == "\0" || peek(end) == "\n"
    }

    /// First half, second half, the third quarter: a time.
    private func isAfterOrder(_ start: Int) -> Bool {
        has("first ", at: start - 6) || has("second ", at: start - 7) || has("last ", at: start - 5)
            || has("this ", at: start - 5) || has("latter ", at: start - 7)
    }

    private func isAfterBy(_ start: Int) -> Bool { has("by ", at: start - 3) }

    /// Twice a year, twice each.
    private func isTwiceOften(at end: Int) -> Bool {
        has(" a ", at: end) || has(" per ", at: end) || has(" each", at: end) || has(" every", at: end)
    }

    private func englishPart(_ top: Int128, over bottom: Int128, end: Int) -> NumeralPart {
        var part = share(top, over: bottom, end: end)
        part.isEnglish = true
        return part
    }

    private func englishDoubling(_ percent: Int128, end: Int) -> NumeralPart {
        var part = doubling(percent, end: end)
        part.isEnglish = true
        return part
    }
}

/// A number in English words, while it is read from left to right.
struct EnglishNumber {
    private let reader: NumeralReader
    private let start: Int
    private var end: Int
    /// What thousand and million have closed, and what they have not; in whole ones.
    private var total: Int128 = 0
    private var current: Int128 = 0
    private var place: Int128 = 1
    private var lastScale = Int128.max
    private var isDozen = false
    private var isArticle = false
    /// Whether a word below a hundred may come: not after another.
    private var takesSmall = true
    private var takesTen = true

    init(_ reader: NumeralReader, at start: Int) {
        self.reader = reader
        self.start = start
        end = start
    }

    private static let wordLimit = 16

    mutating func read() -> NumeralPart? {
        var at = start
        for _ in 0..<Self.wordLimit {
            guard at == start || reader.isJoined(at), at < reader.scalars.count,
                let (word, last) = NumeralReader.englishNumbers.longest(reader, at: at), take(word)
            else { break }
            end = last
            // Twenty-three, one hundred and five.
            at = reader.peek(last) == "-" ? last + 1 : reader.afterBlank(last)
            guard at > last else { break }
            if place >= 100, reader.has("and ", at: at) { at += 4 }
        }
        if let half = readHalf() { return half }
        let value = total + current
        guard end > start, value > 0, !(isArticle && value == 1) else { return nil }
        // One alone is a word for many things: one of them, no one.
        if value == 1, reader.unitWord(at: reader.afterBlank(end)) == nil { return nil }
        return NumeralPart(
            end: end, value: value * DraftBounds.one, step: (isDozen ? 12 : place) * DraftBounds.one,
            hedge: isDozen ? .around : .none, writing: .word, hasMagnitude: lastScale < Int128.max, isEnglish: true)
    }

    /// One and a half, two and a half million.
    private func readHalf() -> NumeralPart? {
        guard end > start, total == 0, current > 0, current < 100, !isDozen, reader.has(" and a half", at: end) else {
            return nil
        }
        var part = NumeralPart(
            end: end + 11, value: current * DraftBounds.one + DraftBounds.one / 2, step: DraftBounds.one / 10,
            writing: .word,
            hasPoint: true, isEnglish: true)
        let at = reader.afterBlank(part.end)
        if at < reader.scalars.count,
            case .scale(let scale)? = NumeralReader.englishNumbers.longest(reader, at: at)?.meaning
        {
            part.scale(by: scale)
            part.hasMagnitude = true
            part.end = NumeralReader.englishNumbers.longest(reader, at: at)?.end ?? part.end
        }
        return part
    }

    private mutating func take(_ word: NumeralReader.NumberWord) -> Bool {
        switch word {
        case .article:
            guard end == start else { return false }
            (isArticle, current) = (true, 1)
            takesSmall = false
            takesTen = false
            return true
        case .small(let value):
            guard takesSmall, !isDozen, takesTen || value < 10 else { return false }
            current += value
            place = 1
            (takesSmall, takesTen) = (false, false)
        case .ten(let value):
            guard takesTen, !isDozen else { return false }
            current += value
            place = 10
            takesTen = false
        case .hundred:
            guard current > 0, current < 100, !isDozen else { return false }
            current *= 100
            place = 100
            (takesSmall, takesTen) = (true, true)
        case .scale(let scale):
            guard current > 0, scale < lastScale, !isDozen else { return false }
            total += current * scale
            place *= scale
            (current, lastScale) = (0, scale)
            (takesSmall, takesTen) = (true, true)
        case .dozen:
            guard current > 0, current < 100, total == 0 else { return false }
            current *= 12
            isDozen = true
        default: return false
        }
        return true
    }
}
