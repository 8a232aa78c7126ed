import AidNews

/// Reads the times that a draft names.
struct PeriodReader {
    let text: [Unicode.Scalar]
    let numbers: NumberReader

    init(_ numbers: NumberReader) {
        self.numbers = numbers
        text = numbers.text
    }

    /// What stands at a place, if it is a time.
    ///
    /// - Returns: nil: none does; with nothing named: a day or a year that is no period of ours.
    func token(at start: Int) -> DraftToken? {
        if let comparison = comparison(at: start) { return comparison }
        if let since = sinceStart(at: start) { return since }
        if let (words, end) = period(at: start) {
            // Highest of all quarters since then: no time of a figure.
            if case .quarter? = words.span, let tail = ["以来", "起"].first(where: { numbers.has($0, at: end) }) {
                return DraftToken(range: start..<end + tail.unicodeScalars.count, kind: .nothing)
            }
            return DraftToken(range: start..<end, kind: .period(words))
        }
        return nil
    }

    /// The end of a day, an hour or a number of years that begins at a place.
    func dateEnd(at start: Int) -> Int? {
        var index = start
        let count = digitCount(index)
        guard count > 0, start == 0 || !text[start - 1].isDigit else { return nil }
        index += count
        guard index < text.count else { return nil }
        // 2023-07-16, 2023.7.16, 10:30
        if count == 4 || count <= 2, "-/.:".unicodeScalars.contains(text[index]) {
            let mark = text[index]
            let second = digitCount(index + 1)
            if (1...2).contains(second) {
                let next = index + 1 + second
                if next < text.count, text[next] == mark, (1...4).contains(digitCount(next + 1)) {
                    return next + 1 + digitCount(next + 1)
                }
                if mark == ":" || count == 4 && mark == "-" && second == 2 { return next }
            }
        }
        let at = numbers.skipSpace(index)
        if at < text.count, "年月日号时点分秒周岁天".unicodeScalars.contains(text[at]), !numbers.has("分之", at: at) {
            return at + 1
        }
        return nil
    }

    // MARK: 相比去年同期

    private static let leads = ["相比于", "相较于", "相比", "相较", "对比", "较之", "比起", "较", "比", "与", "同", "和", "跟"]
    private static let englishLeads = [
        "compared with", "compared to", "compared against", "from", "than", "versus", "against", "over", "on",
    ]

    private func comparison(at start: Int) -> DraftToken? {
        if let lead = Self.leads.first(where: { numbers.has($0, at: start) }) {
            let isWeak = ["与", "同", "和", "跟"].contains(lead)
            guard let (words, end) = period(at: start + lead.unicodeScalars.count) else { return nil }
            let after = ["相比较", "相比", "比较", "相较", "比", "对比"].first { numbers.has($0, at: end) }
            if isWeak, after == nil {
                // 与去年同期的83.36万人相比: the base itself stands between.
                let rest = text[end..<min(end + 24, text.count)].prefix { !"，。；\n".unicodeScalars.contains($0) }
                guard String(String.UnicodeScalarView(rest)).contains("相比") else { return nil }
            }
            return DraftToken(range: start..<end + (after?.unicodeScalars.count ?? 0), kind: .comparison(words))
        }
        for lead in Self.englishLeads where numbers.hasWord(lead, at: start) {
            var at = numbers.skipSpace(start + lead.unicodeScalars.count)
            for word in ["in", "during"] where numbers.hasWord(word, at: at) {
                at = numbers.skipSpace(at + word.unicodeScalars.count)
            }
            guard let (words, end) = englishPeriod(at: at), words.year != nil || words.span != nil else { continue }
            // "over the second quarter" may be the time itself.
            if ["over", "on"].contains(lead), !words.isRelative { continue }
            if lead == "from", !words.isRelative, words.span == nil { continue }
            return DraftToken(range: start..<end, kind: .comparison(words))
        }
        return nil
    }

    // MARK: 自2012年5月以来, 截至6月底

    private func sinceStart(at start: Int) -> DraftToken? {
        for word in ["截止到", "截至到", "截至", "截止"] where numbers.has(word, at: start) {
            let at = numbers.skipSpace(start + word.unicodeScalars.count)
            if let (year, end) = year(at: at), numbers.has("底", at: end) || numbers.has("末", at: end) {
                let words = PeriodWords(year: year, span: .quarter(4))
                return DraftToken(range: start..<end + 1, kind: .sinceStart(through: words))
            }
            if let (words, end) = period(at: at, allowsDay: true) {
                return DraftToken(range: start..<end, kind: .sinceStart(through: words))
            }
            return DraftToken(range: start..<at, kind: .sinceStart(through: nil))
        }
        for word in ["自从", "自", "从"] where numbers.has(word, at: start) {
            let at = numbers.skipSpace(start + word.unicodeScalars.count)
            if let (words, end) = year(at: at), case .absolute(let named) = words {
                var index = end
                let month = month(at: index)
                if let month { index = month.end }
                if numbers.has("到", at: index) || numbers.has("至", at: index),
                    let (last, end) = period(at: index + 1, allowsDay: true)
                {
                    return DraftToken(
                        range: start..<end,
                        kind: .sinceStart(through: last, from: .init(year: named, month: month?.number)))
                }
                guard !["到", "至", "第", "一", "二", "三", "四", "上"].contains(where: { numbers.has($0, at: index) }) else {
                    return nil
                }
                return DraftToken(
                    range: start..<index,
                    kind: .sinceStart(through: nil, from: .init(year: named, month: month?.number)))
            }
        }
        // 2012年5月至今, 2012年以来
        if let (words, end) = year(at: start), case .absolute(let named) = words {
            let month = month(at: end)
            let index = month?.end ?? end
            for word in ["至今", "以来", "迄今", "起至今"] where numbers.has(word, at: index) {
                return DraftToken(
                    range: start..<index + word.unicodeScalars.count,
                    kind: .sinceStart(through: nil, from: .init(year: named, month: month?.number)))
            }
        }
        return englishSince(at: start)
    }

    // MARK: 2023年第二季度

    /// - Parameter allowsDay: whether a day may stand for the month that it ends: 截至6月30日.
    func period(at start: Int, allowsDay: Bool = false) -> (words: PeriodWords, end: Int)? {
        guard start < text.count else { return nil }
        if let english = englishPeriod(at: start) { return english }
        if let (years, end) = yearsAgo(at: start) {
            return (PeriodWords(year: .offset(-years), span: .same), end)
        }
        if let found = year(at: start) {
            // 2012年5月启动 tells when something began, not what the figures are of.
            if case .absolute = found.year {
                let index = month(at: found.end)?.end ?? found.end
                if Self.beginnings.contains(where: { numbers.has($0, at: index) }) { return nil }
            }
            let at = numbers.skipSpace(found.end)
            var index = numbers.has("的", at: at) ? at + 1 : at
            index = numbers.skipSpace(index)
            if let (span, end) = span(at: index, afterYear: true) {
                return (PeriodWords(year: found.year, span: span), end)
            }
            if let (span, end) = months(at: index, allowsDay: allowsDay) {
                return (PeriodWords(year: found.year, span: span), end)
            }
            // 2023年7月16日 is a day, no period.
            if month(at: index) != nil { return nil }
            return (PeriodWords(year: found.year, span: nil), found.end)
        }
        if let (span, end) = span(at: start, afterYear: false) { return (PeriodWords(year: nil, span: span), end) }
        if let (span, end) = months(at: start, allowsDay: allowsDay) {
            return (PeriodWords(year: nil, span: span), end)
        }
        return nil
    }

    /// 一年前, 两年前
    private func yearsAgo(at start: Int) -> (years: Int, end: Int)? {
        guard start == 0 || !"十百千万".unicodeScalars.contains(text[start - 1]),
            let years = ["一年前", "两年前", "三年前"].firstIndex(where: { numbers.has($0, at: start) })
        else { return nil }
        return (years + 1, start + 3)
    }

    /// The end of 三年间, 五年来: of a while that no fact is of.
    func whileEnd(at start: Int) -> Int? {
        var index = start
        if numbers.has("近", at: index) { index += 1 }
        guard index < text.count, "两二三四五六七八九十23456789".unicodeScalars.contains(text[index]),
            start == 0 || !(text[start - 1].isDigit || "十第".unicodeScalars.contains(text[start - 1]))
        else { return nil }
        return ["年间", "年来", "年中"].first { numbers.has($0, at: index + 1) }.map {
            index + 1 + $0.unicodeScalars.count
        }
    }

    private static let beginnings = [
        "启动", "成立", "推出", "设立", "开展", "实施", "试点", "建立", "开始", "创立", "正式", "起", "初", "底", "末", "中旬", "上旬", "下旬",
    ]

    private func year(at start: Int) -> (year: PeriodWords.Year, end: Int)? {
        for (word, offset) in [("今年", 0), ("本年", 0), ("当年", 0), ("去年", -1), ("上年", -1), ("前年", -2), ("同年", 0)]
        where numbers.has(word, at: start) {
            return (.offset(offset), start + 2)
        }
        // 上一年 and 上一年度
        if numbers.has("上一年", at: start) { return (.offset(-1), start + 3) }
        guard start == 0 || !text[start - 1].isDigit else { return nil }
        if digitCount(start) == 4, numbers.has("年", at: numbers.skipSpace(start + 4)) {
            let value = text[start..<start + 4].reduce(0) { $0 * 10 + Int($1.value - 0x30) }
            let end = numbers.skipSpace(start + 4) + 1
            return (1900...2199).contains(value) ? (.absolute(value), end) : nil
        }
        let digits: [Unicode.Scalar: Int] = [
            "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        ]
        guard start + 4 < text.count, text[start + 4] == "年" else { return nil }
        let read = text[start..<start + 4].compactMap { digits[$0] }
        guard read.count == 4 else { return nil }
        let value = read.reduce(0) { $0 * 10 + $1 }
        return (1900...2199).contains(value) ? (.absolute(value), start + 5) : nil
    }

    private static let spans: [(word: String, span: PeriodWords.Span)] = [
        ("前三个季度", .toQuarter(3)), ("前三季度", .toQuarter(3)), ("前3季度", .toQuarter(3)), ("一至三季度", .toQuarter(3)),
        ("1-3季度", .toQuarter(3)), ("上半年", .toQuarter(2)), ("下半年", .secondHalf), ("全年", .toQuarter(4)),
        ("年初以来", .toDate), ("这一季度", .thisQuarter), ("本季度", .ownQuarter), ("该季度", .thisQuarter),
        ("当季", .thisQuarter), ("本季", .ownQuarter), ("上一个季度", .quarterEarlier), ("上一季度", .quarterEarlier),
        ("上个季度", .quarterEarlier), ("前一季度", .quarterEarlier), ("上季度", .quarterEarlier), ("上季", .quarterEarlier),
    ]
    private static let spansAfterYear: [(word: String, span: PeriodWords.Span)] = [
        ("以来", .toDate), ("同期", .same), ("同季度", .same), ("同季", .same), ("全年度", .toQuarter(4)), ("年度", .toQuarter(4)),
        ("度", .toQuarter(4)),
    ]

    private func span(at start: Int, afterYear: Bool) -> (span: PeriodWords.Span, end: Int)? {
        let known = Self.spans + (afterYear ? Self.spansAfterYear : [("同期", .same)])
        if let found = known.first(where: { numbers.has($0.word, at: start) }) {
            // 同期 by itself may be a plain adverb.
            return (found.span, start + found.word.unicodeScalars.count)
        }
        var index = start
        if numbers.has("第", at: index) { index = numbers.skipSpace(index + 1) }
        let numerals: [Unicode.Scalar: Int] = [
            "一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "首": 1,
        ]
        if index < text.count, let number = numerals[text[index]] {
            let at = numbers.skipSpace(index + 1)
            // 一、二季度: the word stands once. At the start of a line 一、 is a mark.
            if at < text.count, "、和".unicodeScalars.contains(text[at]), start > 0, text[start - 1] != "\n",
                at + 1 < text.count, numerals[text[at + 1]] != nil, let (next, _) = span(at: at + 1, afterYear: false),
                case .quarter = next
            {
                return (.quarter(number), index + 1)
            }
            for word in ["个季度", "季度"] where numbers.has(word, at: at) {
                // 三个季度 counts quarters; 第三个季度 is one.
                if word == "个季度", index == start, !afterYear { return nil }
                return (.quarter(number), at + word.unicodeScalars.count)
            }
            if index == start, numbers.has("季", at: at), !numbers.has("季节", at: at) {
                return (.quarter(number), at + 1)
            }
        }
        return nil
    }

    // MARK: 4月至6月

    private func months(at start: Int, allowsDay: Bool) -> (span: PeriodWords.Span?, end: Int)? {
        let first = digitCount(start)
        guard (1...2).contains(first) else { return nil }
        let value = number(start, first)
        var index = start + first
        let hasMonth = numbers.has("月", at: index)
        if hasMonth { index += numbers.has("月份", at: index) ? 2 : 1 }
        if let mark = ["至", "到", "-", "—", "~", "–"].first(where: { numbers.has($0, at: index) }) {
            var at = index + mark.unicodeScalars.count
            if numbers.has("—", at: at) { at += 1 }
            let second = digitCount(at)
            if (1...2).contains(second), numbers.has("月", at: at + second) {
                let end = at + second + (numbers.has("月份", at: at + second) ? 2 : 1)
                let last = number(at, second)
                guard last % 3 == 0, last <= 12 else { return (nil, end) }
                if value == 1 { return (last == 3 ? .quarter(1) : .toQuarter(last / 3), end) }
                return (value == last - 2 ? .quarter(last / 3) : nil, end)
            }
        }
        // A day is no period.
        guard hasMonth, let month = month(at: start), allowsDay || !"日号".unicodeScalars.contains(text[month.end - 1])
        else { return nil }
        return (month.number % 3 == 0 ? .month(month.number) : nil, month.end)
    }

    /// 5月, 6月底, 6月30日
    private func month(at start: Int) -> (number: Int, end: Int)? {
        let count = digitCount(start)
        guard (1...2).contains(count), numbers.has("月", at: start + count) else { return nil }
        let value = number(start, count)
        guard (1...12).contains(value) else { return nil }
        var end = start + count + 1
        let days = digitCount(end)
        if (1...2).contains(days), numbers.has("日", at: end + days) || numbers.has("号", at: end + days) {
            end += days + 1
        } else if numbers.has("底", at: end) || numbers.has("末", at: end) || numbers.has("份", at: end) {
            end += 1
        }
        return (value, end)
    }

    func digitCount(_ start: Int) -> Int {
        guard start < text.count else { return 0 }
        return text[start...].prefix(12, while: \.isDigit)
    }

    func number(_ start: Int, _ count: Int) -> Int {
        text[start..<start + count].reduce(0) { $0 * 10 + Int($1.value - 0x30) }
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// How many of the first elements, and no more than a limit, fulfil a condition.
    fileprivate func prefix(_ limit: Int, while condition: (Unicode.Scalar) -> Bool) -> Int {
        prefix(limit).prefix(while: condition).count
    }
}
