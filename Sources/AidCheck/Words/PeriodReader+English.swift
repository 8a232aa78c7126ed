import AidNews

/// Times in English: the second quarter of 2023, a year earlier, since May 2012.
extension PeriodReader {
    /// since May 2012, from 1 May 2012 to 30 June 2023
    func englishSince(at start: Int) -> DraftToken? {
        if let whole = englishByTheEnd(at: start) { return whole }
        guard let word = ["since", "from"].first(where: { scan.hasWord($0, at: start) }) else { return nil }
        let at = scan.skipSpace(start + word.unicodeScalars.count)
        guard let first = englishDay(at: at) else {
            if word == "since", let (words, end) = englishPeriod(at: at) {
                if case .quarter(let number)? = words.span, case .absolute(let year)? = words.year,
                    beginsSentence(start)
                {
                    return DraftToken(
                        range: start..<end, kind: .since(through: nil, from: .init(year: year, month: number * 3 - 2)))
                }
                return DraftToken(range: start..<end, kind: .plain)
            }
            return nil
        }
        let to = scan.skipSpace(first.end)
        if let mark = ["to", "until", "through"].first(where: { scan.hasWord($0, at: to) }),
            let last = englishDay(at: scan.skipSpace(to + mark.unicodeScalars.count)), let month = last.month
        {
            let through = PeriodWords(year: .absolute(last.year), span: .month((month + 2) / 3 * 3))
            return DraftToken(
                range: start..<last.end,
                kind: .since(through: through, from: .init(year: first.year, month: first.month)))
        }
        guard word == "since" else { return nil }
        return DraftToken(
            range: start..<first.end, kind: .since(through: nil, from: .init(year: first.year, month: first.month))
        )
    }

    /// By the end of June 2023 the programme had helped: of all until then.
    private func englishByTheEnd(at start: Int) -> DraftToken? {
        let words = "by the end of"
        guard scan.hasWord(words, at: start) || scan.hasWord("By the end of", at: start) else { return nil }
        guard let day = englishDay(at: scan.skipSpace(start + words.unicodeScalars.count)), let month = day.month else {
            return nil
        }
        // had helped, and not: had 4.25 million members.
        var place = day.end
        while place < min(text.count, day.end + 60), !".;\n".unicodeScalars.contains(text[place]) {
            if scan.hasWord("had", at: place) {
                let next = scan.skipSpace(place + 3)
                guard next < text.count, text[next].isLatinLetter, !scan.hasWord("a", at: next) else { return nil }
                return DraftToken(
                    range: start..<day.end,
                    kind: .since(
                        through: PeriodWords(year: .absolute(day.year), span: .month((month + 2) / 3 * 3)), from: nil))
            }
            place += 1
        }
        return nil
    }

    /// Since the third quarter of 2022, …; not: the most since that quarter.
    private func beginsSentence(_ start: Int) -> Bool {
        var place = start - 1
        while place >= 0, text[place] == " " { place -= 1 }
        return place < 0 || ".;:\n!?”\"".unicodeScalars.contains(text[place])
    }

    /// 1 May 2012, May 1, 2012, May 2012, 2012
    private func englishDay(at start: Int) -> (year: Int, month: Int?, end: Int)? {
        var at = start
        if (1...2).contains(digitCount(at)) { at = scan.skipSpace(at + digitCount(at)) }
        let month = englishMonth(at: at)
        if let month { at = scan.skipSpace(month.end) }
        if month != nil, (1...2).contains(digitCount(at)) {
            let end = at + digitCount(at)
            at = scan.skipSpace(end < text.count && text[end] == "," ? end + 1 : end)
        }
        guard digitCount(at) == 4, month != nil || at == start else { return nil }
        let year = number(at, 4)
        return (1900...2199).contains(year) && periodQuarter(at: at) == nil ? (year, month?.number, at + 4) : nil
    }

    /// Whether a year goes on as a quarter: 2023Q2.
    private func periodQuarter(at start: Int) -> Int? {
        let at = scan.skipSpace(start + 4)
        return at + 1 < text.count && (text[at] == "Q" || text[at] == "q") && text[at + 1].isDigit ? at : nil
    }

    func englishPeriod(at start: Int) -> (words: PeriodWords, end: Int)? {
        guard start < text.count, text[start].isLatinLetter || text[start].isDigit else { return nil }
        var index = start
        for word in ["the", "its", "this year's", "last year's"] where scan.hasWord(word, at: index) {
            let next = scan.skipSpace(index + word.unicodeScalars.count)
            let year: PeriodWords.Year? =
                word == "this year's" ? .offset(0) : word == "last year's" ? .offset(-1) : nil
            guard var (words, end) = englishSpan(at: next) else { return nil }
            if let year { words.year = year } else { (words.year, end) = englishYear(after: end, words.year) }
            return (words, end)
        }
        // 2023Q2, Q2 2023
        if digitCount(index) == 4, index + 5 < text.count, index == 0 || !text[index - 1].isDigit {
            let at = scan.skipSpace(index + 4)
            if at + 1 < text.count, text[at] == "Q" || text[at] == "q", ("1"..."4").contains(text[at + 1]) {
                let quarter = Int(text[at + 1].value - 0x30)
                return (PeriodWords(year: .absolute(number(index, 4)), span: .quarter(quarter)), at + 2)
            }
        }
        if let found = quartersTo(at: start) { return found }
        if let (span, end) = englishMonths(at: start) {
            let (year, last) = englishYear(after: end, nil)
            return (PeriodWords(year: year, span: span), last)
        }
        if let (year, end) = inYear(at: start) { return (PeriodWords(year: .absolute(year), span: nil), end) }
        guard var (words, end) = englishSpan(at: index) else { return nil }
        index = end
        (words.year, end) = englishYear(after: index, words.year)
        return (words, end)
    }

    /// the four quarters to March 2023, the year to June 2023
    private func quartersTo(at start: Int) -> (words: PeriodWords, end: Int)? {
        let lengths = [
            (4, ["four quarters", "year", "twelve months", "12 months"]),
            (2, ["two quarters", "six months", "half-year"]),
            (1, ["quarter", "three months"]), (3, ["three quarters", "nine months"]),
        ]
        for (count, words) in lengths {
            for word in words where scan.hasWord(word, at: start) {
                let at = scan.skipSpace(start + word.unicodeScalars.count)
                if let mark = ["to", "through", "ending with", "up to"].first(where: {
                    scan.hasWord($0, at: at)
                }),
                    let (last, end) = englishPeriod(at: scan.skipSpace(at + mark.utf8.count)),
                    case .quarter(let number)? = last.span, case .absolute(let year)? = last.year
                {
                    let first = year * 4 + number - count
                    return (
                        PeriodWords(
                            year: .absolute(first / 4),
                            span: .throughQuarter(first % 4 + 1, year: .absolute(year), number: number)), end
                    )
                }
                guard
                    let mark = ["to", "ended", "ending", "through"].first(where: { scan.hasWord($0, at: at) }),
                    let day = englishDay(at: endOf(at: scan.skipSpace(at + mark.unicodeScalars.count))),
                    let month = day.month,
                    month.isMultiple(of: 3)
                else { continue }
                let last = day.year * 4 + month / 3 - 1
                let first = last - count + 1
                return (
                    PeriodWords(
                        year: .absolute(first / 4),
                        span: .throughQuarter(first % 4 + 1, year: .absolute(day.year), number: month / 3)), day.end
                )
            }
        }
        return nil
    }

    /// In 2022, the programme …; not: launched in 2012.
    private func inYear(at start: Int) -> (year: Int, end: Int)? {
        guard
            let word = ["in", "during", "throughout", "for", "over", "across"].first(where: {
                scan.hasWord($0, at: start)
            })
        else {
            return nil
        }
        let at = scan.skipSpace(start + word.unicodeScalars.count)
        guard digitCount(at) == 4, (1900...2199).contains(number(at, 4)), periodQuarter(at: at) == nil else {
            return nil
        }
        var before = start - 1
        while before >= 0, text[before] == " " { before -= 1 }
        let beginsClause = before < 0 || !(text[before].isLatinLetter || text[before].isDigit)
        let isOfFigure =
            before >= 0
            && ["people", "recipients", "workers", "yuan", "person-times", "payments"].contains {
                let word = Array($0.unicodeScalars)
                return before + 1 >= word.count && text[(before + 1 - word.count)...before].elementsEqual(word)
            }
        return beginsClause || isOfFigure ? (number(at, 4), at + 4) : nil
    }

    /// The end of a day that is no period: 17 October 2022, October 17, 2022.
    func englishDateEnd(at start: Int) -> Int? {
        guard start < text.count, start == 0 || !(text[start - 1].isDigit || text[start - 1].isLatinLetter) else {
            return nil
        }
        func year(_ end: Int) -> Int {
            let at = scan.skipSpace(end < text.count && text[end] == "," ? end + 1 : end)
            return digitCount(at) == 4 && (1900...2199).contains(number(at, 4)) ? at + 4 : end
        }
        let days = digitCount(start)
        if (1...2).contains(days) {
            let at = scan.skipSpace(start + days)
            return at > start + days ? englishMonth(at: at).map { year($0.end) } : nil
        }
        guard let month = englishMonth(at: start) else { return nil }
        let at = scan.skipSpace(month.end)
        if (1...2).contains(digitCount(at)), at + digitCount(at) == text.count || text[at + digitCount(at)] != "." {
            return year(at + digitCount(at))
        }
        let end = year(month.end)
        return end > month.end ? end : nil
    }

    /// The end of a year that is none of ours: launched in 2012.
    func englishYearEnd(at start: Int) -> Int? {
        guard let word = ["in", "by", "of", "until"].first(where: { scan.hasWord($0, at: start) }) else { return nil }
        let at = scan.skipSpace(start + word.unicodeScalars.count)
        guard digitCount(at) == 4, (1900...2199).contains(number(at, 4)) else { return nil }
        let next = scan.skipSpace(at + 4)
        let isAlone = next >= text.count || ",.;:)–—\n".unicodeScalars.contains(text[next])
        let isDecimal = next + 1 < text.count && text[next + 1].isDigit
        return isAlone && !isDecimal ? at + 4 : nil
    }

    /// two years ago
    func englishYearsAgo(at start: Int) -> (years: Int, end: Int)? {
        guard let count = ["two", "three", "four", "five"].firstIndex(where: { scan.hasWord($0, at: start) }) else {
            return nil
        }
        let at = scan.skipSpace(start + ["two", "three", "four", "five"][count].utf8.count)
        for word in ["years ago", "years earlier", "years before"] where scan.hasWord(word, at: at) {
            return (count + 2, at + word.utf8.count)
        }
        return nil
    }

    /// closed 2022 with record aid: a year that no word of time leads to.
    func bareYearEnd(at start: Int) -> Int? {
        guard digitCount(start) == 4, (1990...2099).contains(number(start, 4)), start > 1, text[start - 1] == " ",
            text[start - 2].isLatinLetter
        else { return nil }
        let next = scan.skipSpace(start + 4)
        let follows = ["with", "on", "as", "was", "were", "by", "at", "in", "and", "than", "had", "saw", "brought"]
        guard next > start + 4, follows.contains(where: { scan.hasWord($0, at: next) }) else { return nil }
        let leads = [
            "closed", "ended", "began", "opened", "started", "finished", "for", "of", "throughout", "all", "over",
        ]
        return leads.contains { word in
            let place = start - 1 - word.utf8.count
            return place >= 0 && scan.hasWord(word, at: place)
        } ? start + 4 : nil
    }

    func englishYear(after index: Int, _ year: PeriodWords.Year?) -> (PeriodWords.Year?, Int) {
        if let year { return (year, index) }
        var at = scan.skipSpace(index)
        for word in ["of", "in"] where scan.hasWord(word, at: at) {
            at = scan.skipSpace(at + word.unicodeScalars.count)
        }
        if digitCount(at) == 4 { return (.absolute(number(at, 4)), at + 4) }
        for (word, offset) in [
            ("this year", 0), ("last year", -1), ("the year before", -1), ("the previous year", -1),
        ]
        where scan.hasWord(word, at: at) {
            return (.offset(offset), at + word.unicodeScalars.count)
        }
        return (nil, index)
    }

    /// of 2021
    func yearNamed(after index: Int) -> (year: Int, end: Int)? {
        var at = scan.skipSpace(index)
        guard let word = ["of", "in"].first(where: { scan.hasWord($0, at: at) }) else { return nil }
        at = scan.skipSpace(at + word.unicodeScalars.count)
        guard digitCount(at) == 4, (1900...2199).contains(number(at, 4)) else { return nil }
        return (number(at, 4), at + 4)
    }

    /// April-June, April to June, between April and June
    func englishMonths(at start: Int) -> (span: PeriodWords.Span, end: Int)? {
        if let found = monthsTo(at: start) { return found }
        let at = scan.hasWord("between", at: start) ? scan.skipSpace(start + 7) : start
        guard let first = englishMonth(at: at) else { return nil }
        var index = scan.skipSpace(first.end)
        guard let mark = ["-", "–", "to", "and", "through"].first(where: { scan.has($0, at: index) }) else {
            return nil
        }
        index = endOf(at: scan.skipSpace(index + mark.unicodeScalars.count))
        guard let last = englishMonth(at: index), last.number % 3 == 0 else { return nil }
        if first.number == 1, last.number > 3 { return (.toQuarter(last.number / 3), last.end) }
        return first.number == last.number - 2 ? (.quarter(last.number / 3), last.end) : nil
    }

    /// June in “the end of June”, “late June”, “30 June”.
    private func endOf(at start: Int) -> Int {
        for word in ["the end of", "end of", "late", "30", "31"] where scan.hasWord(word, at: start) {
            return scan.skipSpace(start + word.unicodeScalars.count)
        }
        return start
    }

    /// three months to the end of June, nine months to 30 September
    private func monthsTo(at start: Int) -> (span: PeriodWords.Span, end: Int)? {
        for (number, word) in [(3, "three"), (6, "six"), (9, "nine"), (12, "twelve"), (12, "12")] {
            guard
                let mark = ["to", "ending", "ended", "through", "until", "up to"].first(where: {
                    scan.hasWord(word + " months " + $0, at: start)
                })
            else { continue }
            let at = endOf(at: scan.skipSpace(start + (word + " months " + mark).unicodeScalars.count))
            guard let last = englishMonth(at: at), last.number.isMultiple(of: 3) else { return nil }
            if number == 3 { return (.quarter(last.number / 3), last.end) }
            return last.number == number ? (.toQuarter(number / 3), last.end) : nil
        }
        return nil
    }

    private func englishMonth(at start: Int) -> (number: Int, end: Int)? {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        guard start < text.count, text[start].isLatinLetter,
            let index = names.firstIndex(where: { scan.hasWord($0, at: start) })
        else { return nil }
        return (index + 1, start + names[index].unicodeScalars.count)
    }
}
