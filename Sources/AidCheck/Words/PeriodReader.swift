import AidNews

/// Reads the times that a draft names.
struct PeriodReader {
    let text: [Unicode.Scalar]
    let scan: TextScan

    init(_ scan: TextScan) {
        self.scan = scan
        text = scan.text
    }

    /// What stands at a place, if it is a time.
    ///
    /// - Returns: nil: none does; with nothing named: a day or a year that is no period of ours.
    func token(at start: Int) -> DraftToken? {
        if let comparison = comparison(at: start) { return comparison }
        // 半年支出26万元: at the head of a line
        if scan.has("半年", at: start), start == 0 || "\n）】：".unicodeScalars.contains(text[start - 1]) {
            let words = PeriodWords(year: nil, span: .toQuarter(2))
            return DraftToken(range: start..<start + 2, kind: .period(words))
        }
        // 年初至6月末
        if let from = scan.end(ofAny: ["年初至", "年初到"], at: start), let month = month(at: from),
            month.number.isMultiple(of: 3)
        {
            let words = PeriodWords(year: nil, span: .toQuarter(month.number / 3))
            return DraftToken(range: start..<month.end, kind: .period(words))
        }
        if let end = bareYearEnd(at: start) {
            let words = PeriodWords(year: .absolute(number(start, 4)), span: nil)
            return DraftToken(range: start..<end, kind: .period(words))
        }
        if let since = sinceStart(at: start) { return since }
        if let (words, end) = period(at: start) {
            if case .quarter(let number)? = words.span, words.year != nil,
                let tail = scan.end(ofAny: ["以来", "起至今", "算起", "起算", "起"], at: end)
            {
                // 创2020年第三季度以来新高: no time of a figure.
                let isOfRecord =
                    start > 0 && "创为是".unicodeScalars.contains(text[start - 1])
                    || scan.end(ofAny: ["的新高", "新高", "的最", "最", "单季", "的单季", "首次", "已连续", "连续"], at: tail) != nil
                guard !isOfRecord else {
                    return DraftToken(range: start..<tail, kind: .plain)
                }
                guard case .absolute(let year)? = words.year else {
                    // 去年三季度以来
                    return DraftToken(
                        range: start..<tail,
                        kind: .period(PeriodWords(year: words.year, span: .fromQuarter(number))))
                }
                return DraftToken(
                    range: start..<tail,
                    kind: .since(through: nil, from: .init(year: year, month: number * 3 - 2)))
            }
            // 自2020年第三季度有电子台账以来
            if case .quarter(let number)? = words.span, case .absolute(let year)? = words.year,
                let tail = sinceEnd(from: start, end)
            {
                return DraftToken(
                    range: start..<tail, kind: .since(through: nil, from: .init(year: year, month: number * 3 - 2)))
            }
            return DraftToken(range: start..<end, kind: .period(words))
        }
        return englishYearEnd(at: start).map { DraftToken(range: start..<$0, kind: .plain) }
    }

    /// The end of a day, an hour or a number of years that begins at a place.
    func dateEnd(at start: Int) -> Int? {
        if let end = englishDateEnd(at: start) { return end }
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
        let at = scan.skipSpace(index)
        if at < text.count, "年月日号时点分秒周岁天".unicodeScalars.contains(text[at]), !scan.has("分之", at: at) {
            return at + 1
        }
        return nil
    }

    // MARK: 自2012年5月以来, 截至6月底

    private func sinceStart(at start: Int) -> DraftToken? {
        guard "截到至自从今本当去上前同〇零一二三四五六七八九".unicodeScalars.contains(text[start]) || text[start].isDigit
        else {
            return text[start].isLatinLetter ? englishSince(at: start) : nil
        }
        for word in ["截止到", "截至到", "截至", "截止"] where scan.has(word, at: start) {
            let at = scan.skipSpace(start + word.unicodeScalars.count)
            if let (year, end) = year(at: at), scan.has("底", at: end) || scan.has("末", at: end) {
                let words = PeriodWords(year: year, span: .quarter(4))
                return DraftToken(range: start..<end + 1, kind: .since(through: words, from: nil))
            }
            if let (words, end) = period(at: at, allowsDay: true) {
                return DraftToken(range: start..<end, kind: .since(through: words, from: nil))
            }
            return DraftToken(range: start..<at, kind: .since(through: nil, from: nil))
        }
        // 到2022年第一季度末，已累计
        for word in ["到", "至"] where scan.has(word, at: start) {
            // 到2022年3月底，已累计
            if let (words, end) = period(at: start + 1, allowsDay: true), words.year != nil,
                case .month? = words.span,
                "底末".unicodeScalars.contains(text[end - 1])
            {
                return DraftToken(range: start..<end, kind: .since(through: words, from: nil))
            }
            if let (words, end) = period(at: start + 1), words.year != nil,
                let tail = scan.end(ofAny: ["末", "底"], at: end)
            {
                return DraftToken(range: start..<tail, kind: .since(through: words, from: nil))
            }
        }
        for word in ["自从", "自", "从"] where scan.has(word, at: start) {
            let at = scan.skipSpace(start + word.unicodeScalars.count)
            // 自2022年10月1日至12月31日
            if let (words, end) = days(at: at) { return DraftToken(range: start..<end, kind: .period(words)) }
            if let (words, end) = year(at: at), case .absolute(let named) = words {
                var index = end
                let month = month(at: index)
                if let month { index = month.end }
                if scan.has("到", at: index) || scan.has("至", at: index),
                    let (last, end) = period(at: index + 1, allowsDay: true)
                {
                    return DraftToken(
                        range: start..<end,
                        kind: .since(through: last, from: .init(year: named, month: month?.number)))
                }
                guard !["到", "至", "第", "一", "二", "三", "四", "上"].contains(where: { scan.has($0, at: index) }) else {
                    return nil
                }
                return DraftToken(
                    range: start..<index,
                    kind: .since(through: nil, from: .init(year: named, month: month?.number)))
            }
        }
        // 2012年5月至今, 2012年以来
        if let (words, end) = year(at: start), case .absolute(let named) = words {
            let month = month(at: end)
            let index = month?.end ?? end
            for word in ["至今", "以来", "迄今", "起至今", "起"] where scan.has(word, at: index) {
                return DraftToken(
                    range: start..<index + word.unicodeScalars.count,
                    kind: .since(through: nil, from: .init(year: named, month: month?.number)))
            }
        }
        return englishSince(at: start)
    }

    // MARK: 2023年第二季度

    /// - Parameter allowsDay: whether a day may stand for the month that it ends: 截至6月30日.
    func period(at start: Int, allowsDay: Bool = false) -> (words: PeriodWords, end: Int)? {
        guard start < text.count else { return nil }
        if let english = englishPeriod(at: start) { return english }
        if let (years, end) = englishYearsAgo(at: start) {
            return (PeriodWords(year: .offset(-years), span: .same), end)
        }
        if let (years, end) = yearsAgo(at: start) {
            // 一年前的二季度
            if let named = scan.end(ofAny: ["的"], at: end), let (span, tail) = span(at: named, afterYear: true) {
                return (PeriodWords(year: .offset(-years), span: span), tail)
            }
            return (PeriodWords(year: .offset(-years), span: .same), end)
        }
        if let found = days(at: start) ?? monthsAcross(at: start) { return found }
        if let found = recentYears(at: start) ?? fiveYears(at: start) { return found }
        if let found = years(at: start) { return found }
        if let found = year(at: start) {
            // 2012年5月启动 tells when something began, not what the figures are of.
            if case .absolute = found.year {
                let index = month(at: found.end)?.end ?? found.end
                if Self.beginnings.contains(where: { scan.has($0, at: index) }) { return nil }
            }
            let at = scan.skipSpace(found.end)
            var index = scan.has("的", at: at) ? at + 1 : at
            index = scan.skipSpace(index)
            if let (span, end) = span(at: index, afterYear: true) {
                if case .quarter(let number) = span, let through = throughQuarter(at: end),
                    Self.isLater(through.year, than: found.year, or: through.number > number)
                {
                    return (
                        PeriodWords(
                            year: found.year, span: .throughQuarter(number, year: through.year, number: through.number)),
                        through.end
                    )
                }
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

    /// 2022年1月1日至6月30日, where whole quarters lie between.
    private func days(at start: Int) -> (words: PeriodWords, end: Int)? {
        guard let first = day(at: start, year: nil),
            let mark = scan.end(ofAny: ["至", "到", "—", "-", "–", "~"], at: first.end),
            let last = day(at: scan.end(ofAny: ["—", "-"], at: mark) ?? mark, year: first.year), first.day == 1,
            (first.month - 1).isMultiple(of: 3), last.month.isMultiple(of: 3), last.day >= 30
        else { return nil }
        let number = (first.month + 2) / 3
        if first.year == last.year, number == 1 {
            return (PeriodWords(year: .absolute(first.year), span: .toQuarter(last.month / 3)), last.end)
        }
        return (
            PeriodWords(
                year: .absolute(first.year),
                span: .throughQuarter(number, year: .absolute(last.year), number: last.month / 3)),
            last.end
        )
    }

    private func day(at start: Int, year: Int?) -> (year: Int, month: Int, day: Int, end: Int)? {
        var (year, index) = (year, start)
        if digitCount(start) == 4, scan.has("年", at: start + 4) { (year, index) = (number(start, 4), start + 5) }
        let months = digitCount(index)
        guard let year, (1...2).contains(months), scan.has("月", at: index + months), (1900...2199).contains(year) else {
            return nil
        }
        let at = index + months + 1
        let days = digitCount(at)
        guard (1...2).contains(days), scan.has("日", at: at + days) else { return nil }
        return (year, number(index, months), number(at, days), at + days + 1)
    }

    /// 近三年, 五年来, 两年间
    private func recentYears(at start: Int) -> (words: PeriodWords, end: Int)? {
        guard start < text.count,
            "近最过这两二三四五六七八九十".unicodeScalars.contains(text[start]) || text[start].isDigit
        else { return nil }
        let lead = scan.end(ofAny: ["近", "最近", "过去", "这"], at: start)
        let index = lead ?? start
        let numerals: [Unicode.Scalar: Int] = [
            "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
        ]
        if let end = scan.end(ofAny: ["过去的一年", "过去一年"], at: start) {
            return (PeriodWords(year: nil, span: .recentYears(1)), end)
        }
        guard index < text.count,
            start == 0 || !(text[start - 1].isDigit || "十第".unicodeScalars.contains(text[start - 1]))
        else { return nil }
        let count = numerals[text[index]] ?? (digitCount(index) == 1 ? number(index, 1) : 0)
        guard count > 1 else { return nil }
        if let end = scan.end(ofAny: ["年间", "年来", "年中"], at: index + 1) {
            return (PeriodWords(year: nil, span: .recentYears(count)), end)
        }
        if lead != nil, let end = scan.end(ofAny: ["个季度", "季度"], at: index + 1) {
            return (PeriodWords(year: nil, span: .recentQuarters(count)), end)
        }
        // 五个季度依次为
        if let end = scan.end(ofAny: ["个季度"], at: index + 1), scan.end(ofAny: ["依次", "分别", "合计", "共"], at: end) != nil {
            return (PeriodWords(year: nil, span: .recentQuarters(count)), end)
        }
        guard lead != nil, scan.has("年", at: index + 1) else { return nil }
        return (PeriodWords(year: nil, span: .recentYears(count)), index + 2)
    }

    /// “十四五”以来, “十三五”期间
    private func fiveYears(at start: Int) -> (words: PeriodWords, end: Int)? {
        guard text[start] == "十" || text[start] == "“" else { return nil }
        for (word, year) in [("十二五", 2011), ("十三五", 2016), ("十四五", 2021), ("十五五", 2026)] {
            for (name, length) in [("“" + word + "”", 5), (word, 3)] where scan.has(name, at: start) {
                guard let end = scan.end(ofAny: ["以来", "期间", "时期"], at: start + length) else { continue }
                let isSince = scan.has("以来", at: start + length)
                return (PeriodWords(year: .absolute(year), span: isSince ? .fromYear : .fiveYears), end)
            }
        }
        return nil
    }

    /// 2021年和2022年, 2021至2022年
    private func years(at start: Int) -> (words: PeriodWords, end: Int)? {
        guard digitCount(start) == 4, start == 0 || !text[start - 1].isDigit else { return nil }
        let first = number(start, 4)
        let hasWord = scan.has("年", at: start + 4)
        guard (1900...2199).contains(first),
            let mark = scan.end(ofAny: ["和", "、", "至", "到", "-", "—", "–", "~"], at: start + (hasWord ? 5 : 4)),
            digitCount(mark) == 4, scan.has("年", at: mark + 4), !scan.has("第", at: mark + 5), digitCount(mark + 5) == 0,
            span(at: mark + 5, afterYear: true) == nil
        else { return nil }
        let last = number(mark, 4)
        guard last > first, last <= 2199 else { return nil }
        let isList = "和、".unicodeScalars.contains(text[mark - 1])
        var end = mark + 5
        if let tail = recentYears(at: end) { end = tail.end }
        return (PeriodWords(year: .absolute(first), span: .toYear(last, isList: isList)), end)
    }

    private static let beginnings = [
        "启动", "成立", "推出", "设立", "开展", "实施", "试点", "建立", "开始", "创立", "正式", "起", "初", "底", "末", "中旬", "上旬", "下旬",
    ]

    private func year(at start: Int) -> (year: PeriodWords.Year, end: Int)? {
        guard start < text.count,
            "今本当去上前同〇零一二三四五六七八九".unicodeScalars.contains(text[start]) || text[start].isDigit
        else { return nil }
        for (word, offset) in [
            ("今年", 0), ("本年", 0), ("当年", 0), ("去年", -1), ("上年", -1), ("前年", -2), ("同年", 0),
        ]
        where scan.has(word, at: start) {
            return (.offset(offset), start + 2)
        }
        // 上一年 and 上一年度
        if let end = scan.end(ofAny: ["上一年", "前一年", "上个年"], at: start) { return (.offset(-1), end) }
        guard start == 0 || !text[start - 1].isDigit else { return nil }
        if digitCount(start) == 4, scan.has("年", at: scan.skipSpace(start + 4)) {
            let value = text[start..<start + 4].reduce(0) { $0 * 10 + Int($1.value - 0x30) }
            let end = scan.skipSpace(start + 4) + 1
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

    private func span(at start: Int, afterYear: Bool) -> (span: PeriodWords.Span, end: Int)? {
        let (words, known) = afterYear ? Self.spansNamedAfterYear : Self.spansNamed
        // 同期 by itself may be a plain adverb.
        if let found = words.found(text, at: start) { return (known[found.place], found.end) }
        guard start < text.count, "第一二三四1234首".unicodeScalars.contains(text[start]) else { return nil }
        var index = start
        if scan.has("第", at: index) { index = scan.skipSpace(index + 1) }
        let numerals: [Unicode.Scalar: Int] = [
            "一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "首": 1,
        ]
        if index < text.count, let number = numerals[text[index]] {
            let at = scan.skipSpace(index + 1)
            // 一、二季度: the word stands once. At the start of a line 一、 is a mark.
            if at + 1 < text.count,
                let mark = scan.end(ofAny: ["、", "和", "及", "至", "到", "-", "—", "～", "~", "–"], at: at),
                text[at] != "、" || !isListMark(start, at),
                let (second, isLonger, end) = lastQuarter(at: mark, afterYear), second > number
            {
                return (.quarters(number, second, isList: isLonger || "、和及".unicodeScalars.contains(text[at])), end)
            }
            if at + 1 < text.count, let mark = scan.end(ofAny: ["季度、", "季度和", "季度至", "季度到"], at: at),
                let (second, isLonger, end) = lastQuarter(at: mark, afterYear), second > number
            {
                return (
                    .quarters(number, second, isList: isLonger || "、和".unicodeScalars.contains(text[mark - 1])), end
                )
            }
            for word in ["个季度", "季度"] where scan.has(word, at: at) {
                // 三个季度 counts quarters; 第三个季度 is one.
                if word == "个季度", index == start, !afterYear { return nil }
                return (.quarter(number), at + word.unicodeScalars.count)
            }
            // 一季一晒
            if scan.has("季", at: at), !scan.has("季节", at: at), !scan.has("季一", at: at),
                index == start || !scan.has("季度", at: at)
            {
                return (.quarter(number), at + 1)
            }
        }
        return nil
    }

    /// In characters: how far behind two quarters a word may stand that tells of both.
    private static let listReach = 30

    /// Whether 一、 begins an item of a list: 一、二季度情况, but not 一、二季度合计.
    private func isListMark(_ start: Int, _ mark: Int) -> Bool {
        guard start == 0 || text[start - 1] == "\n" else { return false }
        guard let end = scan.end(ofAny: ["二季度", "三季度", "四季度", "2季度", "3季度", "4季度"], at: mark + 1) else { return true }
        let rest = text[end...].prefix(Self.listReach).prefix { !"。；\n".unicodeScalars.contains($0) }
        return !rest.indices.contains { scan.end(ofAny: ["合计", "共", "累计", "分别", "依次"], at: $0) != nil }
    }

    /// 2020年第三季度至2023年第二季度
    private func throughQuarter(at start: Int) -> (year: PeriodWords.Year, number: Int, end: Int)? {
        guard let mark = scan.end(ofAny: ["至", "到", "—", "-", "–", "~"], at: start),
            let last = year(at: scan.end(ofAny: ["—", "-"], at: mark) ?? mark),
            let (span, end) = span(at: last.end, afterYear: true), case .quarter(let number) = span
        else { return nil }
        return (last.year, number, end)
    }

    /// Whether a year is later than another of the same manner, or the same where that is enough.
    private static func isLater(_ year: PeriodWords.Year, than first: PeriodWords.Year, or isLaterInYear: Bool) -> Bool
    {
        switch (first, year) {
        case (.absolute(let first), .absolute(let last)), (.offset(let first), .offset(let last)):
            last > first || last == first && isLaterInYear
        default: false
        }
    }

    /// The quarter with which a list ends that goes on here: 二季度、三季度.
    private func lastQuarter(at start: Int, _ afterYear: Bool) -> (number: Int, isLonger: Bool, end: Int)? {
        guard let (span, end) = span(at: start, afterYear: afterYear) else { return nil }
        switch span {
        case .quarter(let number): return (number, false, end)
        case .quarters(_, let number, let isList): return (number, isList, end)
        default: return nil
        }
    }
}
