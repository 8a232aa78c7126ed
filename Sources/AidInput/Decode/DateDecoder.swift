import AidModel

/// Reads a date (rule 2 of counting).
///
/// `2023-04-05`, `2023/4/5`, `2023.4.5`, `20230405`, `2023年4月5日`; each also with a time
/// of day after it, of which nothing is kept but that it is one. A blank or `T` stands
/// between them, except after `日` and in `20230405153000`: `2023-4-112:30` has two readings.
package enum DateDecoder {
    /// - Returns: the day, or nil where the text is no date or no calendar has it.
    static func decode(_ text: UnsafeBufferPointer<UInt8>) -> CalendarDay? {
        var reader = DigitReader(text)
        guard let year = reader.number(digits: 4...4) else { return nil }
        let month: Int
        let day: Int
        var form = DateForm.separated
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
        guard reader.isAtEnd || skipsTimeOfDay(&reader, after: form) else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    private enum DateForm {
        case separated
        case characters
        case compact
    }

    /// ` 15:04`, `T15:04:05.123Z`, ` 9:30:00 +08:00`, or six digits right behind.
    private static func skipsTimeOfDay(_ reader: inout DigitReader, after form: DateForm) -> Bool {
        if form == .compact, let compact = reader.number(digits: 6...6) {
            return reader.isAtEnd && isTime(compact / 10_000, compact / 100 % 100, compact % 100)
        }
        var hasSeparator = reader.skip("T")
        while reader.skip(" ") { hasSeparator = true }
        guard hasSeparator || form == .characters else { return false }
        guard let hour = reader.number(digits: 1...2), reader.skip(":"), let minute = reader.number(digits: 2...2)
        else {
            return false
        }
        var second = 0
        if reader.skip(":") {
            guard let secondRead = reader.number(digits: 2...2) else { return false }
            second = secondRead
            if reader.skip(".") {
                guard reader.number(digits: 1...9) != nil else { return false }
            }
        }
        guard isTime(hour, minute, second) else { return false }
        while reader.skip(" ") {}
        if reader.isAtEnd || reader.skip("Z") { return reader.isAtEnd }
        guard reader.skip("+") || reader.skip("-"), let zoneHour = reader.number(digits: 2...2) else { return false }
        if reader.isAtEnd { return zoneHour <= 14 }
        _ = reader.skip(":")
        guard let zoneMinute = reader.number(digits: 2...2) else { return false }
        return reader.isAtEnd && zoneHour <= 14 && zoneMinute < 60
    }

    private static func isTime(_ hour: Int, _ minute: Int, _ second: Int) -> Bool {
        hour < 24 && minute < 60 && second <= 60
    }
}

/// Walks over a short text of digits and separators.
struct DigitReader {
    private let text: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    var isAtEnd: Bool { position == text.count }

    /// The next byte, 0 at the end.
    var peek: UInt8 { position < text.count ? text[position] : 0 }

    mutating func skip(_ count: Int) {
        position += count
    }

    /// Skips a text if it stands here.
    mutating func skip(_ expected: StaticString) -> Bool {
        let count = expected.utf8CodeUnitCount
        guard text.count - position >= count else { return false }
        for index in 0..<count where text[position + index] != expected.utf8Start[index] { return false }
        position += count
        return true
    }

    /// Reads a number that has so many digits; all of them if they are fewer than the
    /// most allowed. Nothing is read where there are too few.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while count < digits.upperBound, position + count < text.count {
            let digit = text[position + count] &- UInt8(ascii: "0")
            if digit > 9 { break }
            value = value * 10 + Int(digit)
            count += 1
        }
        guard count >= digits.lowerBound else { return nil }
        position += count
        return value
    }
}
