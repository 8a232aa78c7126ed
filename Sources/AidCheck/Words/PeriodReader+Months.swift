import AidNews

/// Months of a time: 4月至6月, 6月底.
extension PeriodReader {
    func months(at start: Int, allowsDay: Bool) -> (span: PeriodWords.Span?, end: Int)? {
        let first = digitCount(start)
        guard (1...2).contains(first) else { return nil }
        let value = number(start, first)
        var index = start + first
        let hasMonth = scan.has("月", at: index)
        if hasMonth { index += scan.has("月份", at: index) ? 2 : 1 }
        if let mark = ["至", "到", "-", "—", "~", "–"].first(where: { scan.has($0, at: index) }) {
            var at = index + mark.unicodeScalars.count
            if scan.has("—", at: at) { at += 1 }
            let second = digitCount(at)
            if (1...2).contains(second), scan.has("月", at: at + second) {
                let end = at + second + (scan.has("月份", at: at + second) ? 2 : 1)
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

    /// 2020年7月至2023年3月, where whole quarters lie between.
    func monthsAcross(at start: Int) -> (words: PeriodWords, end: Int)? {
        func month(at place: Int, _ year: Int?) -> (year: Int, month: Int, end: Int)? {
            var (year, index) = (year, place)
            if digitCount(place) == 4, scan.has("年", at: place + 4) {
                (year, index) = (number(place, 4), place + 5)
            }
            guard let year, let found = self.month(at: index),
                !"日号".unicodeScalars.contains(text[found.end - 1])
            else {
                return nil
            }
            return (year, found.number, found.end)
        }
        guard digitCount(start) == 4, start == 0 || !text[start - 1].isDigit,
            let first = month(at: start, nil),
            let mark = scan.end(ofAny: ["至", "到", "——", "—", "-", "–", "~"], at: first.end),
            let last = month(at: mark, first.year), last.year > first.year, first.month % 3 == 1,
            last.month % 3 == 0
        else { return nil }
        return (
            PeriodWords(
                year: .absolute(first.year),
                span: .throughQuarter(
                    (first.month + 2) / 3, year: .absolute(last.year), number: last.month / 3)),
            last.end
        )
    }

    /// 5月, 6月底, 6月30日
    func month(at start: Int) -> (number: Int, end: Int)? {
        let count = digitCount(start)
        guard (1...2).contains(count), scan.has("月", at: start + count) else { return nil }
        let value = number(start, count)
        guard (1...12).contains(value) else { return nil }
        var end = start + count + 1
        let days = digitCount(end)
        if (1...2).contains(days), scan.has("日", at: end + days) || scan.has("号", at: end + days) {
            end += days + 1
        } else if scan.has("底", at: end) || scan.has("末", at: end) || scan.has("份", at: end) {
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
