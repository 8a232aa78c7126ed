import AidModel

/// The day and the time that a number of a spreadsheet stands for: whole days since an epoch, and a part of a day.
///
/// The number is taken digit by digit, so that no rounding of a computer's fractions matters. It is rounded to a
/// millisecond once, as a spreadsheet does, and what is left of a second goes: 45056.99999999999, a day's noise of
/// arithmetic, is the next day, and 45056.99999996528, 23:59:59.997, is not.
enum SerialDate {
    /// The longest text that is written: `9999-12-31 23:59:59`.
    static let byteCount = 19
    /// Digits behind the point that are looked at: a nanosecond has 15.
    private static let fractionDigitCount = 18
    private static let millisecondsADay: UInt64 = 86_400_000

    /// Writes what a number stands for.
    ///
    /// In the system of 1900, day 60 is 29 February 1900, which never was, and is written as it is shown. Day 0 is no
    /// day there.
    ///
    /// - Parameter output: room for `byteCount` bytes.
    /// - Returns: how many bytes were written; nil where the number stands for no day or time, and is to stay.
    static func write(_ number: ByteView, _ format: NumberFormat, is1904: Bool, to output: Room<UInt8>) -> Int? {
        guard format != .number, let (wholeDays, seconds) = parts(number) else { return nil }
        // The last day of 9999.
        guard wholeDays <= (is1904 ? 2_957_003 : 2_958_465) else { return nil }
        if wholeDays == 0, format == .time || !is1904 && seconds > 0 {
            writeTime(seconds, to: output)
            return 8
        }
        if wholeDays == 0, !is1904 { return nil }
        if wholeDays == 60, !is1904 {
            output.copy(ByteView("1900-02-29"))
        } else {
            let epoch = is1904 ? -24_107 : wholeDays < 60 ? -25_568 : -25_569
            writeDay(CalendarDay(daysSinceEpoch: Int32(wholeDays + epoch)), to: output)
        }
        if seconds == 0 { return 10 }
        output[10] = UInt8(ascii: " ")
        writeTime(seconds, to: output.from(11))
        return byteCount
    }

    /// Days, and seconds of the last one.
    private static func parts(_ number: ByteView) -> (days: Int, seconds: Int)? {
        var at = 0
        var digitCount = 0
        var pointAt: Int?
        while at < number.count {
            let byte = number[at]
            if byte == UInt8(ascii: "."), pointAt == nil {
                pointAt = digitCount
            } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                digitCount += 1
            } else {
                break
            }
            at += 1
        }
        let mantissaEnd = at
        guard digitCount > 0, digitCount <= 40, let exponent = exponent(number, from: at) else { return nil }
        // How many of the digits stand before the point.
        let wholeCount = (pointAt ?? digitCount) + exponent
        guard wholeCount <= 40, wholeCount >= -40 else { return nil }
        var days = 0
        var fraction: UInt64 = 0
        var fractionCount = min(max(0, -wholeCount), fractionDigitCount)
        var index = 0
        for place in 0..<mantissaEnd where number[place] != UInt8(ascii: ".") {
            let digit = number[place] - UInt8(ascii: "0")
            if index < wholeCount {
                days = days * 10 + Int(digit)
                if days > 9_999_999 { return nil }
            } else if fractionCount < fractionDigitCount {
                fraction = fraction * 10 + UInt64(digit)
                fractionCount += 1
            }
            index += 1
        }
        while index < wholeCount {
            days *= 10
            if days > 9_999_999 { return nil }
            index += 1
        }
        while fractionCount < fractionDigitCount {
            fraction *= 10
            fractionCount += 1
        }
        // milliseconds = fraction × 86,400,000 / 10^18, to the nearest one.
        let scale: UInt64 = 1_000_000_000_000_000_000
        let product = fraction.multipliedFullWidth(by: millisecondsADay)
        let (milliseconds, rest) = scale.dividingFullWidth(product)
        let rounded = milliseconds + (rest >= scale / 2 ? 1 : 0)
        return rounded == millisecondsADay ? (days + 1, 0) : (days, Int(rounded / 1000))
    }

    /// The exponent that stands at the end of a number, 0 for none; nil where something else stands there.
    private static func exponent(_ number: ByteView, from start: Int) -> Int? {
        if start == number.count { return 0 }
        guard number[start] | 0x20 == UInt8(ascii: "e") else { return nil }
        var at = start + 1
        var isNegative = false
        if at < number.count, number[at] == UInt8(ascii: "-") || number[at] == UInt8(ascii: "+") {
            isNegative = number[at] == UInt8(ascii: "-")
            at += 1
        }
        guard at < number.count, number.count - at <= 3 else { return nil }
        var value = 0
        while at < number.count {
            guard number[at] >= UInt8(ascii: "0"), number[at] <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(number[at] - UInt8(ascii: "0"))
            at += 1
        }
        return isNegative ? -value : value
    }

    private static func writeDay(_ day: CalendarDay, to output: Room<UInt8>) {
        let (year, month, dayOfMonth) = day.civil
        writeTwo(year / 100, to: output)
        writeTwo(year % 100, to: output.from(2))
        output[4] = UInt8(ascii: "-")
        writeTwo(month, to: output.from(5))
        output[7] = UInt8(ascii: "-")
        writeTwo(dayOfMonth, to: output.from(8))
    }

    private static func writeTime(_ seconds: Int, to output: Room<UInt8>) {
        writeTwo(seconds / 3600, to: output)
        output[2] = UInt8(ascii: ":")
        writeTwo(seconds / 60 % 60, to: output.from(3))
        output[5] = UInt8(ascii: ":")
        writeTwo(seconds % 60, to: output.from(6))
    }

    private static func writeTwo(_ number: Int, to output: Room<UInt8>) {
        output[0] = UInt8(ascii: "0") + UInt8(number / 10)
        output[1] = UInt8(ascii: "0") + UInt8(number % 10)
    }
}

// MARK: - Dates that are texts

extension SerialDate {
    /// How much of a text such as `2023-05-10T09:30:00.000` is to be written, and whether its `T` is to be a blank:
    /// ten bytes where it is midnight, eight behind the date where the date is none; nil where it is no such text.
    static func iso(_ text: ByteView) -> (range: Range<Int>, hasTime: Bool)? {
        guard text.count >= 19, text[10] == UInt8(ascii: "T"), shape(text, 0, "0000-00-00"),
            shape(text, 11, "00:00:00")
        else { return text.count == 10 && shape(text, 0, "0000-00-00") ? (0..<10, false) : nil }
        var at = 19
        if at < text.count, text[at] == UInt8(ascii: ".") {
            at += 1
            while at < text.count, (0x30...0x39).contains(text[at]) { at += 1 }
        }
        if at < text.count, text[at] == UInt8(ascii: "Z") { at += 1 }
        guard at == text.count else { return nil }
        // What is a time alone has a day before the first one.
        if text.begins(with: "1899-12-3") { return (11..<19, false) }
        return text.begins(with: "00:00:00", at: 11) ? (0..<10, false) : (0..<19, true)
    }

    /// Whether a text has digits where a pattern has zeros, and its other characters elsewhere.
    private static func shape(_ text: ByteView, _ start: Int, _ pattern: StaticString) -> Bool {
        for (index, sign) in ByteView(pattern).enumerated() {
            let byte = text[start + index]
            guard sign == 0x30 ? (0x30...0x39).contains(byte) : byte == sign else { return false }
        }
        return true
    }
}
