extension NumeralReader {
    /// The words before a number.
    struct Prefix {
        /// Where the number begins.
        var end: Int
        var hedge = Numeral.Hedge.none
        var sign = 0
        /// ¥, RMB: the mark and what money it is.
        var mark: Range<Int>?
        var money = Numeral.Unit.none
        /// 第, No.
        var isOrdinal = false
        var hasHedgeWord = false

        init(_ start: Int) { end = start }
    }

    /// A hedge, and where else it is another word.
    struct HedgeWord: Sendable {
        var hedge: Numeral.Hedge
        /// Whether it is one only before 百, 千, 万, 亿 and 半: 上百, 过万.
        var isBeforeBare = false
        /// The characters after which it belongs to another word: 节约, 附近.
        var notAfter: [Unicode.Scalar] = []
        /// The characters before which it does.
        var notBefore: [Unicode.Scalar] = []
    }

    static let hedgesBefore = NumeralWords<HedgeWord>(
        [
            ("不少于 不低于 不下于 不下 至少 最少", HedgeWord(hedge: .atLeast)),
            ("不超过 不多于 不高于 未超过 至多 不逾", HedgeWord(hedge: .upTo)),
            (
                "越过 越过了 跨过 跨过了 跨越 迈过 迈过了 冲破 冲破了 跃过 站上 站上了 迈上 迈上了 跨上 跃上 冲上 超过 超过了 超出 超出了 超 逾 突破 突破了 高于 多于 大于 远超 远超过",
                HedgeWord(hedge: .above)
            ),
            ("上", HedgeWord(hedge: .above, isBeforeBare: true, notAfter: scalars("网线马路以晚早身手街会楼船车天地世之"))),
            ("过", HedgeWord(hedge: .above, isBeforeBare: true, notAfter: scalars("通经透路度渡不错见"))),
            ("近", HedgeWord(hedge: .below, notAfter: scalars("最附临靠邻亲远"))),
            ("破", HedgeWord(hedge: .above, notAfter: scalars("突打"))),
            ("将近 接近 几近 近乎 几乎 逼近", HedgeWord(hedge: .below)),
            ("不足 不到 未满 不满 未到 未达 低于 少于 小于", HedgeWord(hedge: .under)),
            ("约", HedgeWord(hedge: .around, notAfter: scalars("节预签合违邀制条公契爽简隐盟履失"))),
            ("大约 大概 约为 约合 差不多 大致 大体 约莫", HedgeWord(hedge: .around)),
        ],
        english: [
            (
                "at least|no fewer than|no less than|not less than|not fewer than|a minimum of",
                HedgeWord(hedge: .atLeast)
            ),
            ("up to|at most|no more than|not more than|a maximum of", HedgeWord(hedge: .upTo)),
            (
                "more than|over|above|exceeding|exceeded|exceeds|topping|topped|tops|passes|passing|surpasses|crosses|crossed|crossing|breaks|clears|cleared|beyond|north of|upwards of|upward of|well above|well past|just past|in excess of|passed|surpassed|surpassing"
                    + "|well over|just over|slightly more than|a little over|slightly over|greater than|higher than",
                HedgeWord(hedge: .above)
            ),
            ("nearly|almost|close to|just under|nearing|approaching|just short of", HedgeWord(hedge: .below)),
            ("under|less than|fewer than|below|short of", HedgeWord(hedge: .under)),
            ("about|around|roughly|approximately|some|circa|approx.|an estimated", HedgeWord(hedge: .around)),
        ])

    /// A hedge after a number or its unit, and the characters before which it is another word.
    struct AfterWord: Sendable {
        var hedge: Numeral.Hedge
        var notBefore: [Unicode.Scalar] = []
        /// Only right after the number, before its unit or a magnitude: 十来人.
        var isBeforeUnit = false
        var isOfFractions = false
    }

    static let hedgesAfter = NumeralWords<AfterWord>([
        ("左右", AfterWord(hedge: .around)), ("上下", AfterWord(hedge: .around, notBefore: scalars("班车学楼游文铺"))),
        ("以上", AfterWord(hedge: .atLeast, notBefore: scalars("述"))), ("以下", AfterWord(hedge: .upTo)),
        ("之上 及以上 或以上 (含)以上 (含)", AfterWord(hedge: .atLeast)), ("以内 之内 及以下", AfterWord(hedge: .upTo)),
        ("有余 出头 开外", AfterWord(hedge: .andMore)), ("余", AfterWord(hedge: .andMore, notBefore: scalars("额款下姚杭粮热震生"))),
        ("多", AfterWord(hedge: .andMore, notBefore: scalars("少出发支了拨付救帮投惠于方"))),
        ("许", AfterWord(hedge: .around, notBefore: scalars("多可诺愿久"))),
        ("来", AfterWord(hedge: .around, notBefore: scalars("自源到访"), isBeforeUnit: true)),
        ("强", AfterWord(hedge: .andMore, notBefore: scalars("调化烈劲势制者大"), isOfFractions: true)),
        ("弱", AfterWord(hedge: .below, notBefore: scalars("势化者"), isOfFractions: true)),
        ("+", AfterWord(hedge: .atLeast)),
        ("-odd", AfterWord(hedge: .andMore)), ("-plus", AfterWord(hedge: .atLeast)),
    ])
    static let englishHedgesAfter = NumeralWords<AfterWord>(
        [],
        english: [
            ("or so", AfterWord(hedge: .around)), ("or more", AfterWord(hedge: .atLeast)),
            ("or above", AfterWord(hedge: .atLeast)), ("and above", AfterWord(hedge: .atLeast)),
            ("or less", AfterWord(hedge: .upTo)), ("or fewer", AfterWord(hedge: .upTo)),
            ("plus", AfterWord(hedge: .atLeast)), ("odd", AfterWord(hedge: .andMore)),
        ])

    static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

    // MARK: Before

    /// Reads hedges, marks of money and signs, each once, in whatever order they stand.
    func readPrefix(_ prefix: inout Prefix) {
        let start = prefix.end
        for _ in 0..<4 {
            let at = prefix.end
            guard at < scalars.count, at == start || isJoined(at) else { return }
            if !prefix.hasHedgeWord, let (word, end) = hedgesBefore(at) {
                prefix.hedge = word.hedge
                prefix.hasHedgeWord = true
                prefix.end = afterBlank(end)
            } else if prefix.mark == nil, let (money, end) = Self.moneyMarks.longest(self, at: at), isMark(at, end) {
                prefix.mark = at..<end
                prefix.money = money
                prefix.end = afterBlank(end)
            } else if prefix.sign == 0, let (sign, end) = sign(at) {
                prefix.sign = sign
                prefix.end = end
                if scalars[at] == "±" { prefix.hedge = .around }
            } else if at == start, let end = ordinalMark(at) {
                prefix.isOrdinal = true
                prefix.end = end
                return
            } else {
                return
            }
        }
    }

    private func hedgesBefore(_ at: Int) -> (HedgeWord, Int)? {
        let first = scalars[at]
        if first.isLatinLetter, previous(at).isLatinLetter { return nil }
        guard let (word, end) = Self.hedgesBefore.longest(self, at: at), !word.notAfter.contains(previous(at)) else {
            return nil
        }
        if word.isBeforeBare {
            let next = peek(end)
            let isBare =
                next == "半" || Self.powers[next] != nil && !next.isLatinLetter
                || (Self.tens[next] ?? 0) >= 100 || next == "十" && Self.isMagnitude(peek(end + 1))
            guard isBare else { return nil }
        }
        return (word, end)
    }

    /// A hedge that a verb parts from the number: 约占62.36%, 近有, 至少达. The verb stays a word of its own.
    func hedgeBeforeVerb(_ start: Int) -> Numeral.Hedge? {
        guard start >= 2, isJoined(start), "占有达计需花是".unicodeScalars.contains(scalars[start - 1]), isJoined(start - 1)
        else { return nil }
        for count in 1...2 where start - 1 - count >= 0 {
            let first = start - 1 - count
            if let (word, end) = Self.hedgesBefore.longest(self, at: first), end == start - 1, !word.isBeforeBare,
                !word.notAfter.contains(previous(first))
            {
                return word.hedge
            }
        }
        return nil
    }

    /// Whether a mark of money stands before a number, or before a hedge of one: 人民币约335万元.
    private func isMark(_ at: Int, _ end: Int) -> Bool {
        guard !(scalars[at].isLatinLetter && previous(at).isLatinLetter) else { return false }
        let next = peek(afterBlank(end))
        return !next.isLatinLetter && next != "\0"
    }

    /// +, - and 负 right before a number, after which nothing stands that they would join it to.
    private func sign(_ at: Int) -> (Int, Int)? {
        let before = previous(at)
        func isNumber(_ index: Int) -> Bool {
            let next = peek(index)
            return next.isDigit || next == "." && peek(index + 1).isDigit || next == "¥" || next == "$"
        }
        switch scalars[at] {
        case "+": return isNumber(at + 1) && !before.isDigit && !before.isLatinLetter ? (1, at + 1) : nil
        case "-", "−":
            let isJoin = before.isDigit || before.isLatinLetter || before == "%" || before == ")" || before == "-"
            return isNumber(at + 1) && !isJoin ? (-1, at + 1) : nil
        case "±": return isNumber(at + 1) ? (0, at + 1) : nil
        case "负":
            let next = peek(at + 1)
            return isNumber(at + 1) || Self.hanDigits[next] != nil || next == "十" || next == "百" && peek(at + 2) == "分"
                ? (-1, at + 1) : nil
        case "↑", "▲": return isNumber(at + 1) ? (1, at + 1) : nil
        case "↓", "▼": return isNumber(at + 1) ? (-1, at + 1) : nil
        case "m", "n", "M", "N":
            let end = has("minus ", at: at) ? at + 6 : has("negative ", at: at) ? at + 9 : at
            return end > at && !before.isLatinLetter && isNumber(end) ? (-1, end) : nil
        case "零": return peek(at + 1) == "下" ? (-1, at + 2) : nil
        default: return nil
        }
    }

    /// The end of 第, №, No. and # before a number.
    private func ordinalMark(_ at: Int) -> Int? {
        switch scalars[at] {
        case "第", "№": return afterBlank(at + 1)
        case "#": return peek(at + 1).isDigit ? at + 1 : nil
        case "N", "n":
            guard peek(at + 1).numeralFolded == "o", !previous(at).isLatinLetter else { return nil }
            var end = at + 2
            if peek(end) == "s" { end += 1 }
            guard peek(end) == "." else { return nil }
            end = afterBlank(end + 1)
            return peek(end).isDigit ? end : nil
        default: return nil
        }
    }

    // MARK: After

    /// Reads 余, 多 and their like right after a number.
    func readNumberHedge(_ part: inout NumeralPart) {
        guard !part.isOrdinal, part.hedge == .none || part.isClosed, let (word, end) = hedgeAfter(part.end, part) else {
            return
        }
        if word.isBeforeUnit {
            let isRound =
                Self.tens[scalars[part.end - 1]] != nil || Self.powers[scalars[part.end - 1]] != nil
                || scalars[part.end - 1] == "0"
            guard isRound, unitWord(at: end) != nil else { return }
        }
        part.hedge = part.hedge.combined(with: word.hedge)
        part.end = end
    }

    /// A hedge that stands at a place after a number.
    func hedgeAfter(_ at: Int, _ part: NumeralPart?) -> (AfterWord, Int)? {
        guard isJoined(at) else { return nil }
        if let (word, end) = Self.hedgesAfter.longest(self, at: at) {
            let next = peek(end)
            guard !word.notBefore.contains(next), !word.isOfFractions || part?.writing == .fraction else { return nil }
            if scalars[at] == "多", isNumberStart(end) { return nil }
            // 300+ is no sum.
            if scalars[at] == "+", next.isDigit { return nil }
            return (word, end)
        }
        let blank = afterBlank(at)
        guard blank > at, let found = Self.englishHedgesAfter.longest(self, at: blank) else { return nil }
        return (found.meaning, found.end)
    }

    /// Whether another number stands at a place: 比1.09亿元多2600万元.
    private func isNumberStart(_ at: Int) -> Bool {
        let next = peek(afterBlank(at))
        return next.isDigit || Self.hanDigits[next] != nil || next == "十"
    }
}
