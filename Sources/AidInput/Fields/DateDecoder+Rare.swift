import AidModel

/// Dates as spreadsheets, databases and people write them more rarely, and those that a pipeline file must allow.
///
/// Signs of full width count as those of ASCII, blanks may stand around `年 月 日` and the separators. The day of
/// the week may stand before or behind (`星期三`, `（周三）`, `Wed`), and must be right. Behind may stand a time with
/// `上午`, `下午`, `AM`, `PM`, in `时分秒`, or of four or six digits. Months may have their English names, or
/// `5月`, where the year has four digits.
extension DateDecoder {
    private static let longest = 64

    /// What was read of a date before its time.
    fileprivate struct Written {
        var day: CalendarDay
        /// Whether a time may follow at once.
        var endsInCharacter = false
        /// Whether it is eight digits.
        var isCompact = false
    }

    func decodeRare(_ text: ByteView) -> CalendarDay? {
        guard text.count <= DateDecoder.longest else { return nil }
        if let form = forms.first(where: \.isSerial), let serial = SerialDay(text) { return serial.day(form) }
        var reader = DigitReader(text)
        var weekday = DateWords.weekday(&reader)
        if weekday != nil {
            _ = reader.skipMark(UInt8(ascii: ","))
            reader.skipBlanks()
        }
        guard let written = written(&reader) else { return nil }
        if !reader.isAtEnd, forms.contains(.dayWithOffset) {
            var rest = reader
            if DateDecoder.offset(&rest) != nil, rest.isAtEnd { return written.day }
        }
        var hasGap = reader.skipBlanks() || written.endsInCharacter
        if weekday == nil, let found = DateWords.weekday(&reader) {
            weekday = found
            hasGap = true
            reader.skipBlanks()
        }
        if let weekday, weekday != DateWords.weekday(of: written.day) { return nil }
        if reader.isAtEnd { return written.day }
        guard hasGap || reader.skip("T") || DateWords.isHalf(reader),
            let time = timeOfDay(&reader, isCompact: written.isCompact)
        else { return nil }
        reader.skipBlanks()
        if weekday == nil, let found = DateWords.weekday(&reader) {
            guard found == DateWords.weekday(of: written.day) else { return nil }
            reader.skipBlanks()
        }
        if reader.isAtEnd { return written.day }
        guard let offset = DateDecoder.offset(&reader), reader.isAtEnd else { return nil }
        return zone.day(at: Int(written.day.daysSinceEpoch) * 86_400 + time.second - offset)
    }

    // MARK: The day

    private func written(_ reader: inout DigitReader) -> Written? {
        if let month = DateWords.month(&reader) { return nameFirst(&reader, month: month) }
        guard let (first, count) = reader.digits() else { return nil }
        switch count {
        case 8: return Written(first / 10_000, first / 100 % 100, first % 100, isCompact: true)
        case 4: return longYear(&reader, first)
        case 1, 2: return shortNumber(&reader, first, count: count)
        default: return nil
        }
    }

    /// `Apr 5, 2023`.
    private func nameFirst(_ reader: inout DigitReader, month: Int) -> Written? {
        _ = reader.skip(".")
        guard reader.skipBlanks(), let (day, count) = reader.digits(), count <= 2 else { return nil }
        let hasComma = reader.skipMark(UInt8(ascii: ","))
        guard reader.skipBlanks() || hasComma, let (year, yearCount) = reader.digits(), yearCount == 4 else {
            return nil
        }
        return Written(year, month, day)
    }

    /// `2023 年 4 月 5 日`, `2023－04－05`, `2023-Apr-05`.
    private func longYear(_ reader: inout DigitReader, _ year: Int) -> Written? {
        reader.skipBlanks()
        if reader.skip("年") { return characters(&reader, year) }
        guard let separator = DateWords.separator(&reader) else { return nil }
        reader.skipBlanks()
        guard let month = DateWords.month(&reader) ?? DateWords.shortNumber(&reader) else { return nil }
        reader.skipBlanks()
        guard DateWords.separator(&reader) == separator else { return nil }
        reader.skipBlanks()
        guard let day = DateWords.shortNumber(&reader) else { return nil }
        return Written(year, month, day)
    }

    /// What follows `年`.
    private func characters(_ reader: inout DigitReader, _ year: Int) -> Written? {
        reader.skipBlanks()
        guard let month = DateWords.shortNumber(&reader) else { return nil }
        reader.skipBlanks()
        guard reader.skip("月") else { return nil }
        reader.skipBlanks()
        guard let day = DateWords.shortNumber(&reader) else { return nil }
        reader.skipBlanks()
        guard reader.skip("日") || reader.skip("号") || reader.skip("號") else { return nil }
        return Written(year, month, day, endsInCharacter: true)
    }

    /// What begins with a day, a month or a year of two digits.
    private func shortNumber(_ reader: inout DigitReader, _ first: Int, count: Int) -> Written? {
        let hasBlank = reader.skipBlanks()
        if count == 2, reader.skip("年") {
            return forms.contains(.yearFirst) ? characters(&reader, DateDecoder.year(first)) : nil
        }
        let separator = DateWords.separator(&reader)
        reader.skipBlanks()
        guard separator != nil || hasBlank else { return nil }
        if let month = DateWords.month(&reader) ?? DateWords.monthInCharacters(&reader) {
            reader.skipBlanks()
            guard DateWords.separator(&reader) == separator else { return nil }
            reader.skipBlanks()
            guard let (year, yearCount) = reader.digits() else { return nil }
            if yearCount == 4 { return Written(year, month, first) }
            guard yearCount == 2, forms.contains(.monthName) else { return nil }
            return Written(DateDecoder.year(year), month, first)
        }
        guard let separator, let second = DateWords.shortNumber(&reader) else { return nil }
        reader.skipBlanks()
        guard DateWords.separator(&reader) == separator else { return nil }
        reader.skipBlanks()
        guard let (third, thirdCount) = reader.digits() else { return nil }
        if thirdCount == 4 {
            if forms.contains(.dayFirst) { return Written(third, second, first) }
            return forms.contains(.monthFirst) ? Written(third, first, second) : nil
        }
        guard thirdCount <= 2 else { return nil }
        if count == 2, forms.contains(.yearFirst) { return Written(DateDecoder.year(first), second, third) }
        guard thirdCount == 2 else { return nil }
        if forms.contains(.dayFirstShort) { return Written(DateDecoder.year(third), second, first) }
        return forms.contains(.monthFirstShort) ? Written(DateDecoder.year(third), first, second) : nil
    }

    /// A year of two digits: from 1970 to 2069.
    private static func year(_ short: Int) -> Int { short < 70 ? 2000 + short : 1900 + short }

    // MARK: The time

    private func timeOfDay(_ reader: inout DigitReader, isCompact: Bool) -> TimeOfDay? {
        var half = DateWords.half(&reader)
        if half != nil { reader.skipBlanks() }
        guard let (hour, count) = reader.digits() else {
            // `2023/4/5 上午` says no more.
            return half != nil && reader.isAtEnd ? TimeOfDay(second: 0) : nil
        }
        guard var parts = time(&reader, hour, count: count, isCompact: isCompact) else { return nil }
        if half == nil {
            var rest = reader
            rest.skipBlanks()
            half = DateWords.half(&rest)
            if half != nil { reader = rest }
        }
        if parts.hour == 24, parts.minute == 0, parts.second == 0, half == nil, forms.contains(.endOfDay) {
            return TimeOfDay(second: 86_400)
        }
        switch half {
        case .morning:
            guard parts.hour <= 12 else { return nil }
            if parts.hour == 12 { parts.hour = 0 }
        case .afternoon: if parts.hour < 12 { parts.hour += 12 }
        case nil: break
        }
        return DateDecoder.time(parts.hour, parts.minute, parts.second)
    }

    private func time(
        _ reader: inout DigitReader, _ first: Int, count: Int, isCompact: Bool
    ) -> (hour: Int, minute: Int, second: Int)? {
        switch count {
        case 6 where isCompact: return (first / 10_000, first / 100 % 100, first % 100)
        case 4 where isCompact: return (first / 100, first % 100, 0)
        case 1, 2: break
        default: return nil
        }
        var rest = reader
        rest.skipBlanks()
        if rest.skip("时") || rest.skip("時") || rest.skip("点") || rest.skip("點") {
            reader = rest
            return inCharacters(&reader, first)
        }
        guard reader.skipMark(UInt8(ascii: ":")), let minute = reader.number(digits: 2...2) else { return nil }
        guard reader.skipMark(UInt8(ascii: ":")) else { return (first, minute, 0) }
        guard let second = reader.number(digits: 2...2) else { return nil }
        if reader.skip("."), reader.number(digits: 1...9) == nil { return nil }
        return (first, minute, second)
    }

    /// What follows `时`.
    private func inCharacters(
        _ reader: inout DigitReader, _ hour: Int
    ) -> (hour: Int, minute: Int, second: Int)? {
        var parts = (hour: hour, minute: 0, second: 0)
        reader.skipBlanks()
        guard let minute = DateWords.shortNumber(&reader) else { return parts }
        parts.minute = minute
        reader.skipBlanks()
        guard reader.skip("分") else { return nil }
        reader.skipBlanks()
        guard let second = DateWords.shortNumber(&reader) else { return parts }
        parts.second = second
        reader.skipBlanks()
        return reader.skip("秒") ? parts : nil
    }
}

extension DateDecoder.Written {
    fileprivate init?(_ year: Int, _ month: Int, _ day: Int, endsInCharacter: Bool = false, isCompact: Bool = false) {
        guard let day = CalendarDay(year: year, month: month, day: day) else { return nil }
        self.init(day: day, endsInCharacter: endsInCharacter, isCompact: isCompact)
    }
}

/// The words of dates.
private enum DateWords {
    enum Half {
        case morning
        case afternoon
    }

    static func shortNumber(_ reader: inout DigitReader) -> Int? {
        var rest = reader
        guard let (value, count) = rest.digits(), count <= 2 else { return nil }
        reader = rest
        return value
    }

    /// `-`, `/` or `.`, whatever its width.
    static func separator(_ reader: inout DigitReader) -> UInt8? {
        if reader.skipDash() { return UInt8(ascii: "-") }
        if reader.skipMark(UInt8(ascii: "/")) { return UInt8(ascii: "/") }
        return reader.skipMark(UInt8(ascii: ".")) || reader.skip("。") ? UInt8(ascii: ".") : nil
    }

    static func isHalf(_ reader: DigitReader) -> Bool {
        var rest = reader
        return half(&rest) != nil
    }

    static func half(_ reader: inout DigitReader) -> Half? {
        if reader.skip("上午") || reader.skipWord("am") || reader.skipWord("a.m.") { return .morning }
        if reader.skip("下午") || reader.skipWord("pm") || reader.skipWord("p.m.") { return .afternoon }
        return nil
    }

    /// English, in full or its first three letters.
    static func month(_ reader: inout DigitReader) -> Int? {
        guard reader.peek | 0x20 >= UInt8(ascii: "a"), reader.peek < 0x80 else { return nil }
        for (index, month) in months.enumerated() where reader.skipWord(month.start) {
            _ = reader.skipWord(month.rest) || month.start.utf8Start[0] == UInt8(ascii: "s") && reader.skipWord("t")
            return index + 1
        }
        return nil
    }

    /// `4月`, as a database in Chinese writes it.
    static func monthInCharacters(_ reader: inout DigitReader) -> Int? {
        var rest = reader
        guard let month = shortNumber(&rest), rest.skip("月") else { return nil }
        reader = rest
        return month
    }

    /// From 1 for Monday to 7.
    static func weekday(_ reader: inout DigitReader) -> Int? {
        var rest = reader
        let hasBracket = rest.skipMark(UInt8(ascii: "("))
        var found: Int?
        if rest.skip("星期") || rest.skip("周") || rest.skip("週") || rest.skip("礼拜") {
            found = (0..<characters.count).first { rest.skip(characters[$0]) }.map { min($0 + 1, 7) }
        } else if rest.peek | 0x20 >= UInt8(ascii: "a"), rest.peek < 0x80 {
            found = (0..<days.count).first { rest.skipWord(days[$0].start) }.map { index in
                _ = rest.skipWord(days[index].rest)
                return index + 1
            }
        }
        guard let found, !hasBracket || rest.skipMark(UInt8(ascii: ")")) else { return nil }
        reader = rest
        return found
    }

    static func weekday(of day: CalendarDay) -> Int {
        // 1 January 1970 was a Thursday.
        let days = (Int(day.daysSinceEpoch) + 3) % 7
        return (days + 7) % 7 + 1
    }

    private static let characters: [StaticString] = ["一", "二", "三", "四", "五", "六", "日", "天"]
    private static let days: [(start: StaticString, rest: StaticString)] = [
        ("mon", "day"), ("tue", "sday"), ("wed", "nesday"), ("thu", "rsday"), ("fri", "day"), ("sat", "urday"),
        ("sun", "day"),
    ]
    private static let months: [(start: StaticString, rest: StaticString)] = [
        ("jan", "uary"), ("feb", "ruary"), ("mar", "ch"), ("apr", "il"), ("may", ""), ("jun", "e"), ("jul", "y"),
        ("aug", "ust"), ("sep", "tember"), ("oct", "ober"), ("nov", "ember"), ("dec", "ember"),
    ]
}
