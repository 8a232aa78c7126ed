package import AidModel

/// Reads a date (rule 2 of counting).
///
/// `2023-04-05`, `2023/4/5`, `2023.4.5`, `20230405`, `2023年4月5日`; each also with a time
/// of day after it, of which nothing is kept but that it is one. A blank or `T` stands
/// between them, except after `日` and in `20230405153000`: `2023-4-112:30` has two readings.
///
/// A time with an offset (`Z`, `+01:00`, `-0100`, `+08`) is a moment, whose day is that of the
/// programme's zone. A time without one is local: its day is the one that is written.
///
/// What is rarer, and what a pipeline file must allow, is in `DateDecoder+Rare.swift`.
package struct DateDecoder: Sendable {
    let zone: ZoneOffsets
    /// What may be read besides the forms that have one reading alone.
    let forms: [DateForm]

    package init(zone: ZoneOffsets, forms: [DateForm] = []) {
        self.zone = zone
        self.forms = forms
    }

    /// - Returns: the day, or nil where the text is no date or no calendar has it.
    func decode(_ text: ByteView) -> CalendarDay? {
        decodePlain(text) ?? decodeRare(text)
    }

    /// As nearly all dates are written.
    private func decodePlain(_ text: ByteView) -> CalendarDay? {
        var reader = DigitReader(text)
        guard let year = reader.number(digits: 4...4) else { return nil }
        let month: Int
        let day: Int
        var form = Separation.separated
        switch reader.peek {
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
            let separator = reader.peek
            reader.skip(1)
            guard let monthRead = reader.number(digits: 1...2), reader.peek == separator else { return nil }
            reader.skip(1)
            guard let dayRead = reader.number(digits: 1...2) else { return nil }
            (month, day) = (monthRead, dayRead)
        case 0xE5:
            form = .characters
            guard reader.skip("年"), let monthRead = reader.number(digits: 1...2), reader.skip("月"),
                let dayRead = reader.number(digits: 1...2), reader.skip("日")
            else { return nil }
            (month, day) = (monthRead, dayRead)
        default:
            form = .compact
            guard let monthRead = reader.number(digits: 2...2), let dayRead = reader.number(digits: 2...2) else {
                return nil
            }
            (month, day) = (monthRead, dayRead)
        }
        guard let written = CalendarDay(year: year, month: month, day: day) else { return nil }
        if reader.isAtEnd { return written }
        guard let time = DateDecoder.timeOfDay(&reader, after: form) else { return nil }
        guard let offset = time.offset else { return written }
        return zone.day(at: Int(written.daysSinceEpoch) * 86_400 + time.second - offset)
    }

    private enum Separation {
        case separated
        case characters
        case compact
    }

    /// A time of day.
    struct TimeOfDay {
        /// Of the day; a leap second counts as the one before it, which is of the same day.
        var second: Int
        /// Seconds ahead of UTC; nil: the time is local.
        var offset: Int?
    }

    /// ` 15:04`, `T15:04:05.123Z`, ` 9:30:00 +08:00`, or six digits right behind; nil: none of these.
    private static func timeOfDay(_ reader: inout DigitReader, after form: Separation) -> TimeOfDay? {
        if form == .compact, let compact = reader.number(digits: 6...6) {
            return reader.isAtEnd ? time(compact / 10_000, compact / 100 % 100, compact % 100) : nil
        }
        var hasSeparator = reader.skip("T")
        while reader.skip(" ") { hasSeparator = true }
        guard hasSeparator || form == .characters else { return nil }
        guard let hour = reader.number(digits: 1...2), reader.skip(":"), let minute = reader.number(digits: 2...2)
        else {
            return nil
        }
        var second = 0
        if reader.skip(":") {
            guard let secondRead = reader.number(digits: 2...2) else { return nil }
            second = secondRead
            if reader.skip(".") {
                guard reader.number(digits: 1...9) != nil else { return nil }
            }
        }
        guard var time = time(hour, minute, second) else { return nil }
        while reader.skip(" ") {}
        if reader.isAtEnd { return time }
        guard let offset = offset(&reader), reader.isAtEnd else { return nil }
        time.offset = offset
        return time
    }

    /// `Z`, `+01:00`, `-0100`, `+08`; no clock goes further from UTC than 14 hours.
    static func offset(_ reader: inout DigitReader) -> Int? {
        if reader.skip("Z") { return 0 }
        let isBehind = reader.peek == UInt8(ascii: "-")
        guard isBehind || reader.peek == UInt8(ascii: "+") else { return nil }
        reader.skip(1)
        guard let hour = reader.number(digits: 2...2) else { return nil }
        var minute = 0
        if !reader.isAtEnd {
            _ = reader.skip(":")
            guard let minuteRead = reader.number(digits: 2...2) else { return nil }
            minute = minuteRead
        }
        guard minute < 60, hour * 60 + minute <= 14 * 60 else { return nil }
        return (hour * 60 + minute) * (isBehind ? -60 : 60)
    }

    static func time(_ hour: Int, _ minute: Int, _ second: Int) -> TimeOfDay? {
        guard hour < 24, minute < 60, second <= 60 else { return nil }
        return TimeOfDay(second: hour * 3600 + minute * 60 + min(second, 59))
    }
}
