/// Takes a draft apart into the words that say something of its figures.
struct DraftLexer {
    private let text: [Unicode.Scalar]
    private let numbers: NumberReader
    private let periods: PeriodReader
    /// Names of groups with their places, by their first character, longer ones first.
    private let groups: [Unicode.Scalar: [(name: [Unicode.Scalar], place: Int)]]
    private let skipped: [Unicode.Scalar: [[Unicode.Scalar]]]
    /// The names of the programme without marks; empty: none is known.
    private let programme: String
    private var tokens: [DraftToken] = []

    /// - Parameters:
    ///   - groups: the names of groups, each by its place.
    ///   - names: of programmes and the like, in which no figure is looked for.
    init(_ draft: DraftText, groups: [(name: String, place: Int)], names: [String]) {
        text = draft.plain
        programme = names.map(DraftLexer.bare).joined(separator: " ")
        numbers = NumberReader(text: draft.plain)
        periods = PeriodReader(numbers)
        self.groups = Dictionary(
            grouping: groups.map { (name: DraftText.plain($0.name), place: $0.place) }
                .filter { $0.name.count > 1 }.sorted { $0.name.count > $1.name.count }, by: { $0.name[0] })
        skipped = Dictionary(
            grouping: (names + DraftWords.skipped).map(DraftText.plain).filter { $0.count > 1 }
                .sorted { $0.count > $1.count }, by: { $0[0] })
    }

    static func tokens(_ draft: DraftText, groups: [(name: String, place: Int)], names: [String]) -> [DraftToken] {
        var lexer = DraftLexer(draft, groups: groups, names: names)
        return lexer.run()
    }

    private mutating func run() -> [DraftToken] {
        var index = 0
        while index < text.count { index = step(at: index) }
        return tokens
    }

    /// Reads what stands at a place.
    ///
    /// - Returns: the place after it.
    private mutating func step(at index: Int) -> Int {
        if let (kind, count) = punctuation(at: index) {
            tokens.append(DraftToken(range: index..<index + count, kind: kind))
            return index + count
        }
        if text[index] == " " { return index + 1 }
        if let name = skipped[text[index]]?.first(where: { text[index...].starts(with: $0) }) {
            return index + name.count
        }
        if let group = groups[text[index]]?.first(where: { text[index...].starts(with: $0.name) }) {
            tokens.append(DraftToken(range: index..<index + group.name.count, kind: .group(group.place)))
            return index + group.name.count
        }
        if let end = otherProgrammeEnd(at: index) {
            tokens.append(DraftToken(range: index..<end, kind: .otherProgramme))
            return end
        }
        if let end = outsideFigure(at: index) { return end }
        if let end = periods.whileEnd(at: index) {
            tokens.append(DraftToken(range: index..<end, kind: .openBase))
            return end
        }
        if let token = periods.token(at: index) {
            tokens.append(token)
            return token.range.upperBound
        }
        if let end = periods.dateEnd(at: index) { return end }
        if let number = numbers.number(at: index), let end = take(number) { return end }
        return word(at: index)
    }

    /// The end of a quoted name of another programme: “送清凉”项目, “暖·关爱”.
    private func otherProgrammeEnd(at index: Int) -> Int? {
        guard !programme.isEmpty, text[index] == "“", index + 3 < text.count,
            let close = text[(index + 1)..<min(index + 20, text.count)].firstIndex(of: "”")
        else { return nil }
        let name = DraftLexer.bare(String(String.UnicodeScalarView(text[(index + 1)..<close])))
        let isNamed =
            text[(index + 1)..<close].contains("·")
            || ["项目", "计划", "工程", "行动", "活动", "保险"].contains { numbers.has($0, at: close + 1) }
        return isNamed && !name.isEmpty && !programme.contains(name) ? close + 1 : nil
    }

    private static func bare(_ name: String) -> String {
        String(name.filter { !$0.isWhitespace && !"·“”\"'".contains($0) })
    }

    private func punctuation(at index: Int) -> (DraftToken.Kind, count: Int)? {
        switch text[index] {
        case "\n":
            let count = text[index...].prefix { $0 == "\n" }.count
            return (count > 1 ? .paragraphEnd : .sentenceEnd, count)
        case "。", "！", "？", "!", "?", "…": return (.sentenceEnd, 1)
        case ".":
            // A point between digits belongs to them.
            let isInside = index + 1 < text.count && (text[index + 1].isDigit || text[index + 1].isLatinLetter)
            return isInside ? nil : (.sentenceEnd, 1)
        case "，", ",", ";", "：", ":", "①"..."⑳": return (.clauseEnd, 1)
        case "(": return (.open, 1)
        case ")": return (.close, 1)
        default: return nil
        }
    }

    // MARK: What is no figure of ours

    /// The end of digits that are no figure: of a list, a note, a name, a telephone.
    private func outsideFigure(at index: Int) -> Int? {
        let scalar = text[index]
        if scalar.isLatinLetter {
            // Letters with digits in them are a name: A4, COVID-19. A mark of money is not.
            if NumberReader.moneyMarks.contains(where: { numbers.has($0, at: index) }) { return nil }
            var end = index
            while end < text.count, text[end].isLatinLetter { end += 1 }
            let hasDigit = end < text.count && text[end].isDigit
            let hasDash = end + 1 < text.count && text[end] == "-" && text[end + 1].isDigit
            guard hasDigit || hasDash, periods.token(at: index) == nil else { return nil }
            return nameEnd(from: end)
        }
        if scalar == "第" || scalar == "№", index + 1 < text.count, periods.period(at: index) == nil {
            let at = numbers.skipSpace(index + 1)
            let end = digitsEnd(from: at)
            return end > at ? end : ChineseNumeral(text, at: at, isHedged: false)?.end
        }
        guard scalar.isDigit, index == 0 || !text[index - 1].isDigit else { return nil }
        let end = digitsEnd(from: index)
        let next = end < text.count ? text[end] : "\n"
        let previous: Unicode.Scalar = index > 0 ? text[index - 1] : "\n"
        let count = end - index
        // 1. and 1、 at the start of a line; [1], (1) and 〔2023〕
        if previous == "\n", count <= 3, ".、)".unicodeScalars.contains(next), end + 1 < text.count,
            !text[end + 1].isDigit
        {
            return end + 1
        }
        if "([〔【".unicodeScalars.contains(previous), ")]〕】".unicodeScalars.contains(next) { return end }
        // 010-12345678, 3:1, 1.2.3, 12345678901
        if next == "-" || next == "/", end + 1 < text.count, text[end + 1].isDigit, periods.dateEnd(at: index) == nil,
            periods.period(at: index) == nil, numbers.number(at: index)?.upper == nil
        {
            return nameEnd(from: end)
        }
        if next == ".", end + 1 < text.count, text[end + 1].isDigit {
            let second = digitsEnd(from: end + 1)
            if second + 1 < text.count, text[second] == ".", text[second + 1].isDigit,
                periods.dateEnd(at: index) == nil
            {
                return nameEnd(from: second)
            }
        }
        if count >= 10, numbers.number(at: index).map({ $0.unit == .none && !$0.hasMagnitude }) ?? true { return end }
        return nil
    }

    private func digitsEnd(from start: Int) -> Int {
        var end = start
        while end < text.count, text[end].isDigit { end += 1 }
        return end
    }

    private func nameEnd(from start: Int) -> Int {
        var end = start
        while end < text.count, text[end].isDigit || text[end].isLatinLetter || "-/.".unicodeScalars.contains(text[end])
        {
            // The point that ends a sentence does not belong to the name.
            if text[end] == ".", end + 1 == text.count || !(text[end + 1].isDigit || text[end + 1].isLatinLetter) {
                break
            }
            end += 1
        }
        return end
    }

    // MARK: Numbers

    /// Keeps a number that may be a figure.
    ///
    /// - Returns: the place after it, whether it is kept or not; nil: it is no number at all, but words.
    private mutating func take(_ number: DraftNumber) -> Int? {
        let end = number.range.upperBound
        if !isFigure(number) {
            if number.writing == .digits { return max(number.digits.upperBound, number.range.lowerBound + 1) }
            return nil
        }
        tokens.append(DraftToken(range: number.range, kind: .number(number)))
        return end
    }

    private func isFigure(_ number: DraftNumber) -> Bool {
        let first = number.digits.lowerBound
        if number.writing == .digits, first > 0, number.digits.lowerBound == number.range.lowerBound {
            let previous = text[first - 1]
            if previous.isLatinLetter || previous == "第" { return false }
            if "-/#".unicodeScalars.contains(previous), first > 1, text[first - 2].isDigit { return false }
        }
        let next: Unicode.Scalar = number.range.upperBound < text.count ? text[number.range.upperBound] : "\n"
        let isLarge = number.hasMagnitude || number.value >= 1000 * DraftBounds.one
        switch number.unit {
        case .percent, .percentagePoints, .multiple: return true
        case .money: return true
        case .people: return number.writing == .digits || number.value >= 10 * DraftBounds.one
        case .personTimes:
            return isLarge || text[number.digits].contains(".") || numbers.has("人次", at: unitPlace(number))
        case .none:
            if number.writing != .digits, !number.hasMagnitude { return false }
            if next.isLatinLetter { return false }
            let isYear = !number.hasMagnitude && !number.hasGrouping && number.digits.count == 4
            if isYear, (1900...2199).contains(number.value / DraftBounds.one) { return false }
            let place = numbers.skipSpace(number.range.upperBound)
            // 252,200 year on year counts no years.
            if place < text.count, case .comparison? = DraftWords.english.word(text, at: place)?.kind { return true }
            return !Self.otherUnits.contains { numbers.has($0, at: place) }
        }
    }

    private func unitPlace(_ number: DraftNumber) -> Int {
        number.range.first { numbers.has("人次", at: $0) } ?? number.range.lowerBound
    }

    /// Units of what is not counted here.
    private static let otherUnits = [
        "家", "个", "项", "种", "类", "岁", "年", "月", "日", "天", "小时", "分钟", "秒", "米", "公里", "平方", "吨", "套", "台", "所", "条",
        "期", "届", "号", "版", "页", "层", "楼", "室", "路", "站", "线", "区", "市", "县", "街道", "省", "组", "份", "部", "张", "辆", "户",
        "步",
        "级", "折", "分", "℃", "度", "斤", "公斤", "元/", "场", "支", "座", "余家", "余个", "多家", "多个", "余项", "多项", "字", "兆", "起",
        "day", "year", "month", "hour", "district", "hospital", "kind", "th", "st", "nd", "rd", "week", "quarter",
    ]

    // MARK: Words

    private mutating func word(at index: Int) -> Int {
        if text[index].isLatinLetter {
            if index == 0 || !text[index - 1].isLatinLetter,
                let (count, kind) = DraftWords.english.word(text, at: index),
                index + count == text.count || !text[index + count].isLatinLetter
            {
                // 75% of recipients is a share; the number of recipients is a count.
                if kind == .share, numbers.hasWord("of", at: index), !isAfterPercent { return index + 2 }
                tokens.append(DraftToken(range: index..<index + count, kind: kind))
                return index + count
            }
            var end = index
            while end < text.count, text[end].isLatinLetter { end += 1 }
            return max(end, index + 1)
        }
        if numbers.has("公布", at: index) || numbers.has("发布", at: index) {
            // 与公布的去年同期数字相比; elsewhere the word says nothing of the figures.
            let rest = text[index..<min(index + 32, text.count)].prefix { !"，。；\n".unicodeScalars.contains($0) }
            let phrase = String(String.UnicodeScalarView(rest))
            if phrase.contains("相比") || phrase.contains("计算") {
                tokens.append(DraftToken(range: index..<index + 2, kind: .published))
            }
            return index + 2
        }
        if let (count, kind) = DraftWords.chinese.word(text, at: index) {
            tokens.append(DraftToken(range: index..<index + count, kind: kind))
            return index + count
        }
        if let end = moreOrLess(at: index) {
            let rises = ["多", "增", "升"].contains(text[index])
            tokens.append(DraftToken(range: index..<end, kind: .direction(rises: rises, isNoun: false)))
            return end
        }
        if let end = unknownDistrict(at: index) {
            tokens.append(DraftToken(range: index..<end, kind: .unknownGroup))
            return end
        }
        return index + 1
    }

    private var isAfterPercent: Bool {
        guard case .number(let number)? = tokens.last?.kind else { return tokens.last?.kind == .close }
        return number.unit == .percent
    }

    /// The end of words that say how much more or less: 多15.22万人, 少发2600万元, 多支付互助金2600万元.
    private func moreOrLess(at index: Int) -> Int? {
        guard "多少增降升减".unicodeScalars.contains(text[index]) else { return nil }
        if numbers.number(at: numbers.skipSpace(index + 1)) != nil { return index + 1 }
        guard text[index] == "多" || text[index] == "少" else { return nil }
        func past(_ words: [String], _ at: Int) -> Int {
            words.first { numbers.has($0, at: at) }.map { at + $0.unicodeScalars.count } ?? at
        }
        let verbs = ["发放", "发", "支付", "支出", "支", "拨付", "惠及", "受助", "出", "付"]
        let end = past(["了"], past(verbs, index + 1))
        let object = past(["受助职工", "职工", "互助金", "资金", "金额"], end)
        return end > index + 1 && numbers.number(at: numbers.skipSpace(object)) != nil ? end : nil
    }

    /// 海淀区: a district of which no fact is known. Only where some word begins.
    private func unknownDistrict(at index: Int) -> Int? {
        guard index == 0 || !text[index - 1].isHan, text[index].isHan else { return nil }
        for count in 2...3 where index + count < text.count {
            guard "区县".unicodeScalars.contains(text[index + count]) else { continue }
            let name = text[index..<index + count]
            guard name.allSatisfy(\.isHan) else { return nil }
            let common: [Unicode.Scalar] = ["地", "各", "全", "市", "园", "社", "小", "校", "城", "郊", "辖", "个", "山"]
            return common.contains(text[index + count - 1]) || name.contains("个") || name.contains("各")
                ? nil : index + count + 1
        }
        return nil
    }
}
