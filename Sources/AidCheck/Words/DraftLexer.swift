import AidModel
import AidNews

/// Takes what is read of a draft apart into words.
struct DraftLexer {
    private let text: [Unicode.Scalar]
    private let scan: TextScan
    private let numerals: NumeralReader
    private let periods: PeriodReader
    private let chinese: Lexicon
    private let english: Lexicon
    private let names: ProgrammeNames
    private var tokens: [DraftToken] = []

    /// - Parameter names: what the programme, its groups and its recipients are called.
    init(_ read: ReadText, names: ProgrammeNames) {
        text = read.scalars
        scan = TextScan(text: read.scalars)
        numerals = NumeralReader(scalars: read.scalars, gaps: read.gaps)
        periods = PeriodReader(scan)
        self.names = names
        chinese = names.chinese
        english = names.english
    }

    /// The words of a part of the text, in its order.
    static func tokens(_ read: ReadText, in range: Range<Int>, names: ProgrammeNames) -> [DraftToken] {
        var lexer = DraftLexer(read, names: names)
        var index = range.lowerBound
        while index < range.upperBound { index = max(lexer.step(at: index), index + 1) }
        return lexer.tokens
    }

    private mutating func add(_ kind: DraftToken.Kind, _ range: Range<Int>) -> Int {
        tokens.append(DraftToken(range: range, kind: kind))
        return range.upperBound
    }

    /// Reads what stands at a place.
    ///
    /// - Returns: the place after it.
    private mutating func step(at index: Int) -> Int {
        // （集团）总公司 is a name, whatever it begins with.
        if text[index] != "\n", !text[index].isHan, let (count, kind) = names.word(text, at: index) {
            return add(kind, index..<index + count)
        }
        if let (kind, count) = punctuation(at: index) { return add(kind, index..<index + count) }
        if text[index] == " " || text[index] == "\t" { return index + 1 }
        if let end = otherScheme(at: index) { return add(.other, index..<end) }
        if let (count, kind) = names.word(text, at: index) { return add(kind, index..<index + count) }
        if let end = otherProgrammeEnd(at: index) { return add(.otherProgramme, index..<end) }
        // quarter on quarter is no time
        if text[index].isLatinLetter, let (count, kind) = english.word(text, at: index), case .comparison = kind {
            return add(kind, index..<index + count)
        }
        if let end = aboveTime(at: index) { return end }
        if let (number, end) = ordinalQuarter(at: index) {
            return add(.period(PeriodWords(year: nil, span: .quarter(number))), index..<end)
        }
        if let token = periods.token(at: index) {
            tokens.append(token)
            return token.range.upperBound
        }
        if let end = periods.dateEnd(at: index) { return add(.plain, index..<end) }
        if let end = moreOrLess(at: index) {
            let rises = "多增升涨高快".unicodeScalars.contains(text[index])
            return add(.direction(rises: rises, isNoun: false), index..<end)
        }
        // 一次平均 is no number.
        if let (count, kind) = chinese.word(text, at: index), case .average = kind {
            return add(kind, index..<index + count)
        }
        if let (measure, end) = perHundred(at: index) { return add(.perHundred(measure), index..<end) }
        if isPerPerson(index) { return add(.average(.perRecipient), index..<index + 2) }
        if let (count, end) = those(at: index) { return add(.those(count, numerals.numeral(at: index)), index..<end) }
        if let numeral = numerals.numeral(at: index), numeral.range.upperBound > index {
            return add(kind(numeral), numeral.range)
        }
        return word(at: index)
    }

    /// A number; 一位 and 一名 tell of one person, 一笔账 counts nothing.
    private func kind(_ numeral: Numeral) -> DraftToken.Kind {
        if numeral.isUnread { return .number(numeral) }
        if numeral.isOrdinal { return place(numeral).map { .number($0) } ?? .plain }
        let isOne = numeral.value == DraftBounds.one && numeral.writing == .chinese && numeral.isPlain
        guard isOne, numeral.unit == .people || numeral.unit == .personTimes else { return .number(perPerson(numeral)) }
        return numeral.unit == .people ? .person : .plain
    }

    /// 居全市第2位: the place that something has among all; nil: it only names something, 第二次.
    private func place(_ numeral: Numeral) -> Numeral? {
        let start = numeral.range.lowerBound
        guard text[start] == "第", start < 2 || !scan.has("倒数", at: start - 2) else { return nil }
        let end = numeral.range.upperBound
        let isEnd = end >= text.count || !text[end].isHan || "位名高多大".unicodeScalars.contains(text[end])
        let hasWord = tokens.suffix(4).contains {
            scan.end(ofAny: DraftReader.rankWords, at: $0.range.lowerBound) != nil
        }
        guard isEnd, hasWord else { return nil }
        var numeral = numeral
        numeral.unit = .place
        numeral.isOrdinal = false
        return numeral
    }

    /// 132.98元/人 is money: for each of whom it is, its words say.
    private func perPerson(_ numeral: Numeral) -> Numeral {
        guard numeral.unit == .thing, let unit = numeral.unitRange, scan.has("元/人", at: unit.lowerBound) else {
            return numeral
        }
        var numeral = numeral
        numeral.unit = .money
        return numeral
    }

    /// The end of a quoted name of another programme: “送清凉”项目, “暖·关爱”.
    private func otherProgrammeEnd(at index: Int) -> Int? {
        guard text[index] == "“", index + 3 < text.count,
            let close = text[(index + 1)..<min(index + 20, text.count)].firstIndex(of: "”")
        else { return nil }
        let inside = text[(index + 1)..<close]
        guard !inside.contains("\n"), !names.isOwn(inside) else { return nil }
        let isNamed =
            inside.contains("·")
            || scan.end(ofAny: ["项目", "计划", "工程", "行动", "活动", "保险", "保障", "品牌", "基金"], at: close + 1) != nil
        return isNamed ? close + 1 : nil
    }

    private func punctuation(at index: Int) -> (DraftToken.Kind, count: Int)? {
        switch text[index] {
        case "\n":
            let count = text[index...].prefix { $0 == "\n" }.count
            return (count > 1 ? .paragraphEnd : .lineEnd, count)
        case "。", "！", "？", "!", "?", "…": return (.sentenceEnd, 1)
        case "." where scan.has("...", at: index):
            // Points that lead to a figure: Payments made ....... 851
            let end = text[index...].prefix(DraftWeights.reach).prefix { $0 == "." }.endIndex
            let next = scan.skipSpace(end)
            return (next < text.count && text[next].isDigit ? .colon : .sentenceEnd, end - index)
        case ".":
            // A point between digits belongs to them.
            let isInside = index + 1 < text.count && (text[index + 1].isDigit || text[index + 1].isLatinLetter)
            return isInside ? nil : (.sentenceEnd, 1)
        case "，", ",": return (.comma, 1)
        case "；", ";": return (.semicolon, 1)
        case "—" where index + 1 < text.count && text[index + 1] == "—": return (.comma, 2)
        case "→": return (.directionTo(rises: nil), 1)
        case "/" where index > 0 && index + 1 < text.count: return (.listMark, 1)
        case "：", ":": return (.colon, 1)
        case "(", "（", "[", "【", "〔": return (.open, 1)
        case ")", "）", "]", "】", "〕": return (.close, 1)
        default: return nil
        }
    }

    // MARK: Words

    private mutating func word(at index: Int) -> Int {
        if text[index].isLatinLetter {
            if let end = thereEnd(at: index) { return add(.sameGroup, index..<end) }
            if let end = membersEnd(at: index) { return add(members(before: end), index..<end) }
            if let (count, kind) = english.word(text, at: index) {
                return add(isOfGroup(index, count) ? .noun(.recipients) : kind, index..<index + count)
            }
            var end = index
            while end < text.count, text[end].isLatinLetter || text[end] == "-" || text[end] == "'" { end += 1 }
            // In Shiqiao district
            let next = scan.skipSpace(end)
            if ("A"..."Z").contains(text[index]),
                ["district", "county", "township"].contains(where: { scan.hasWord($0, at: next) })
            {
                return add(.unknownGroup, index..<end)
            }
            return addUnknown(index..<max(end, index + 1))
        }
        if let (count, kind) = chinese.word(text, at: index) {
            if kind == .other, isOfGroup(index, count) { return add(.noun(.recipients), index..<index + count) }
            // 门诊与住院; 与门诊相比
            if kind == .than, count == 1, "与同".unicodeScalars.contains(text[index]) {
                let rest = text[index..<min(index + 24, text.count)].prefix { !"，。；\n".unicodeScalars.contains($0) }
                let isThan = rest.indices.dropFirst(2).contains { scan.has("相比", at: $0) || scan.has("相较", at: $0) }
                return add(isThan ? .than : .listMark, index..<index + 1)
            }
            return add(kind, index..<index + count)
        }
        if let end = ofOthers(at: index) { return add(.other, index..<end) }
        if let (kind, end) = place(at: index) { return add(kind, index..<end) }
        return text[index].isHan ? addUnknown(index..<index + 1) : index + 1
    }

    /// The number helped there rose: in the group that was named last; not: there were.
    private func thereEnd(at index: Int) -> Int? {
        guard scan.hasWord("there", at: index) else { return nil }
        let next = scan.skipSpace(index + 5)
        let verbs = ["were", "was", "are", "is", "have", "has", "had", "would", "will", "came"]
        return verbs.contains { scan.hasWord($0, at: next) } ? nil : index + 5
    }

    private func membersEnd(at index: Int) -> Int? {
        ["union members", "members", "member"].first { scan.hasWord($0, at: index) }.map {
            index + $0.utf8.count
        }
    }

    /// Members of a union are others where they are counted, unless they are said to have got something.
    private func members(before end: Int) -> DraftToken.Kind {
        let before = tokens.suffix(4).reversed().prefix { !$0.kind.endsClause }
        let own = before.prefix { $0.kind == .plain || $0.kind.isNumber || $0.kind == .unknown }
        guard own.contains(where: { $0.kind.isNumber }) else { return .plain }
        // paid 109,000 yuan in medical aid to 785 members
        let clause = tokens.suffix(DraftWeights.reach).reversed().prefix {
            !$0.kind.endsSentence && $0.kind != .semicolon
        }
        let isPaid = clause.contains { $0.kind.isAid || $0.kind == .measure(.amount) }
        if isPaid, !clause.contains(where: { $0.kind.isOfOthers }) { return .noun(.recipients) }
        var at = scan.skipSpace(end)
        for _ in 0..<3 where at < text.count && text[at].isLatinLetter {
            guard let (count, kind) = english.word(text, at: at) else { break }
            if kind.isAid { return .noun(.recipients) }
            at = scan.skipSpace(at + count)
        }
        return before.contains { $0.kind.isAid } ? .noun(.recipients) : .other
    }

    /// above the same quarter, below 2021: more or less than at that time.
    private mutating func aboveTime(at index: Int) -> Int? {
        guard text[index].isLatinLetter,
            let (word, rises) = [
                ("above", true), ("ahead of", true), ("below", false), ("short of", false),
            ].first(
                where: { scan.hasWord($0.0, at: index) })
        else { return nil }
        let end = index + word.utf8.count
        let at = periods.afterFillers(end)
        guard let (words, last) = periods.period(at: at), text[at].isLatinLetter || text[at].isDigit
        else { return nil }
        _ = add(.direction(rises: rises, isNoun: false), index..<end)
        return add(.comparison(words), at..<last)
    }

    /// in the second, after another quarter was named.
    private func ordinalQuarter(at index: Int) -> (number: Int, end: Int)? {
        guard text[index] == "t" || text[index] == "T",
            let place = ["the first", "the second", "the third", "the fourth"].firstIndex(where: {
                scan.hasWord($0, at: index)
            })
        else { return nil }
        let end = index + ["the first", "the second", "the third", "the fourth"][place].utf8.count
        let isAlone = end >= text.count || ",.;:)\n".unicodeScalars.contains(text[end])
        guard
            isAlone
                || ["and", "but", "with"].contains(where: { scan.hasWord($0, at: scan.skipSpace(end)) })
        else {
            return nil
        }
        let said = tokens.suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        let isNamed = said.contains { if case .quarter? = $0.kind.period?.span { true } else { false } }
        return isNamed ? (place + 1, end) : nil
    }

    /// 住院患者, severe-illness patients: those of a group are no other people.
    private func isOfGroup(_ index: Int, _ count: Int) -> Bool {
        guard let last = tokens.last, last.kind.group != nil, index - last.range.upperBound <= 1 else { return false }
        let word = String(String.UnicodeScalarView(text[index..<index + count].map(\.lowered)))
        return ["患者", "病人", "patients"].contains(word)
    }

    /// Keeps characters of no known word, those in a row as one.
    private mutating func addUnknown(_ range: Range<Int>) -> Int {
        if let last = tokens.last, last.kind == .unknown, last.range.upperBound == range.lowerBound {
            tokens[tokens.count - 1].range = last.range.lowerBound..<range.upperBound
            return range.upperBound
        }
        return add(.unknown, range)
    }

    /// The end of words that say how much more or less: 多15.22万人, 少发2600万元, 多支付互助金2600万元.
    private func moreOrLess(at index: Int) -> Int? {
        // 增速比前者低0.61个百分点
        if "高低快慢".unicodeScalars.contains(text[index]), index + 1 < text.count {
            return text[index + 1].isDigit ? index + 1 : nil
        }
        guard "多少增降升减涨跌".unicodeScalars.contains(text[index]) else { return nil }
        func isNumber(_ at: Int) -> Bool {
            at < text.count
                && (text[at].isDigit || "约近超了".unicodeScalars.contains(text[at]) || numerals.numeral(at: at) != nil)
        }
        if index + 1 < text.count, text[index + 1].isDigit { return index + 1 }
        guard text[index] == "多" || text[index] == "少" else {
            return isNumber(index + 1) && !(index > 0 && text[index - 1].isDigit) ? index + 1 : nil
        }
        if index > 0, text[index - 1].isDigit || "十百千万亿".unicodeScalars.contains(text[index - 1]) { return nil }
        if numerals.numeral(at: index + 1) != nil { return index + 1 }
        func past(_ words: [String], _ at: Int) -> Int { scan.end(ofAny: words, at: at) ?? at }
        let verbs = [
            "发放", "发", "支付", "支出", "支", "拨付", "惠及", "领到", "领取", "拿到", "拿", "获得", "获", "得到", "得", "收到", "补助", "补", "帮扶",
            "报", "享受", "新增", "受助", "帮助", "帮", "救助", "出", "付", "报销", "领取", "领", "报", "花", "给",
            "赔付", "赔", "增加", "增",
        ]
        let end = past(["了", "出"], past(verbs, index + 1))
        if end == index + 1, let verb = verbEnd(at: index + 1), numerals.numeral(at: verb) != nil { return verb }
        let object = past(["受助职工", "职工", "互助金", "资金", "金额", "钱"], end)
        return end > index + 1 && numerals.numeral(at: object) != nil ? end : nil
    }

    /// The end of a verb that 了 ends: 补助了, 资助了.
    private func verbEnd(at start: Int) -> Int? {
        for end in text.indices[min(start + 1, text.count)...].prefix(4) where text[end] == "了" {
            return text[start..<end].allSatisfy(\.isHan) ? end + 1 : nil
        }
        return nil
    }

    /// 每发出100元补助金, 每补助一百人次: what follows is a share in percent.
    private func perHundred(at index: Int) -> (measure: Measure, end: Int)? {
        guard text[index] == "每" else { return nil }
        for start in (index + 1)..<min(index + 5, text.count) {
            guard let end = scan.end(ofAny: ["100", "百", "一百"], at: start) else {
                guard text[start].isHan else { return nil }
                continue
            }
            for (word, measure) in [
                ("人次", Measure.personTimes), ("元", .amount), ("人", .recipients), ("名", .recipients),
            ] {
                if let last = scan.end(ofAny: [word], at: end) { return (measure, last) }
            }
            return nil
        }
        return nil
    }

    /// 平均水平：住院每人311.64元: after 平均 it is an average, not a rule.
    private func isPerPerson(_ index: Int) -> Bool {
        guard scan.has("每人", at: index), !scan.has("每人次", at: index), index + 2 < text.count, text[index + 2].isDigit
        else { return false }
        return tokens.suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }.contains {
            if case .average = $0.kind { true } else { false }
        }
    }

    /// 三地 in 三地合计, 两区共: so many that were told of.
    private func those(at index: Int) -> (count: Int, end: Int)? {
        guard "两二三四五六七八".unicodeScalars.contains(text[index]) else { return nil }
        let numerals: [Unicode.Scalar: Int] = [
            "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
        ]
        let kinds = [
            "个县区", "个区县", "县区", "区县", "个城区", "个区", "个县", "地", "区", "县", "类", "档", "项", "种", "家", "者", "组",
        ]
        let sums = ["合计", "共", "总共", "一共", "总计", "加起来", "相加", "之和", "合起来", "加在一起", "工会合计", "工会共"]
        guard let count = numerals[text[index]], index == 0 || !"第十百千万".unicodeScalars.contains(text[index - 1]),
            let end = scan.end(ofAny: kinds, at: index + 1), scan.end(ofAny: sums, at: end) != nil
        else { return nil }
        return (count, end)
    }

    /// 重大疾病互助保障计划: another scheme, by the words before what all schemes are called.
    private func otherScheme(at index: Int) -> Int? {
        guard text[index].isHan else { return nil }
        for count in 2...8 where index + count < text.count {
            let place = index + count
            guard text[place - 1].isHan else { return nil }
            guard "互保".unicodeScalars.contains(text[place]) else { continue }
            guard let end = scan.end(ofAny: ["互助保障计划", "互助计划", "保障计划", "互助保障", "保险计划"], at: place) else { continue }
            // 职工医疗互助计划 may be what the programme is part of.
            let words = text[index..<place]
            let isOther = ["疾病", "意外", "女职工", "津贴", "伤害", "重疾", "住院", "特病", "安康", "身故"].contains { word in
                (words.startIndex..<words.endIndex).contains { scan.has(word, at: $0) }
            }
            return isOther ? end : nil
        }
        return nil
    }

    /// 经办人员, 青年志愿者: people by what they do, where the word is not known.
    private func ofOthers(at index: Int) -> Int? {
        guard text[index].isHan else { return nil }
        for count in 1...3 where index + count + 1 < text.count {
            if let end = scan.end(ofAny: ["人员", "对象", "工人", "师傅们"], at: index + count),
                text[index..<index + count].allSatisfy(\.isHan)
            {
                return end
            }
        }
        return nil
    }

    /// 海淀区, 江州市: a place of which no fact is known. Only where some word begins.
    private func place(at index: Int) -> (DraftToken.Kind, end: Int)? {
        guard index == 0 || !text[index - 1].isHan || tokens.last?.range.upperBound == index, text[index].isHan else {
            return nil
        }
        for count in 2...3 where index + count < text.count {
            let end = text[index + count]
            guard "区县市省".unicodeScalars.contains(end) else { continue }
            let name = text[index..<index + count]
            let common: [Unicode.Scalar] = [
                "地", "各", "全", "市", "园", "社", "小", "校", "城", "郊", "辖", "个", "山", "该", "的", "两", "都", "超", "我", "本", "夜",
                "股", "上", "楼", "集", "门",
            ]
            guard name.allSatisfy(\.isHan), !common.contains(text[index + count - 1]), !name.contains("个"),
                !name.contains("各")
            else { return nil }
            if end == "市" || end == "省" {
                // 农贸市场, 夜市
                let next = index + count + 1 < text.count ? text[index + count + 1] : " "
                let isWord = end == "市" && "场区民值级政容直面".unicodeScalars.contains(next)
                return isWord ? nil : (.city, index + count + 1)
            }
            return (.unknownGroup, index + count + 1)
        }
        return nil
    }
}
