/// A local time of day as nearly all are written behind a date: ` 15:04` or ` 15:04:05`.
enum TimeOfDayBytes {
    /// How many bytes are before the time of day that a text ends with, and before the blank or `T` that is between them.
    ///
    /// - Returns: nil if it ends with none, or what is before it is not as long as a year, a month and a day with
    ///   separators: a word between the two (`上午`) may contradict the time.
    @inline(__always)
    static func dateCount(_ text: PaddedBytes) -> Int? {
        let count = text.count
        guard count > 13, text[count &- 3] == UInt8(ascii: ":") else { return nil }
        let hasSeconds = text[count &- 6] == UInt8(ascii: ":")
        if hasSeconds, !isBelowSixty(text, at: count &- 2) { return nil }
        let end = hasSeconds ? count &- 3 : count
        // The hour, and what is before it.
        let hour = end &- 5
        let tens = text[hour] &- UInt8(ascii: "0")
        let ones = text[hour &+ 1] &- UInt8(ascii: "0")
        guard isBelowSixty(text, at: end &- 2), tens < 2 && ones < 10 || tens == 2 && ones < 4,
            text[hour &- 1] == UInt8(ascii: " ") || text[hour &- 1] == UInt8(ascii: "T"), hour > 8, hour < 12,
            text[hour &- 2] &- UInt8(ascii: "0") < 10,
            text[4] == UInt8(ascii: "-") || text[4] == UInt8(ascii: "/") || text[4] == UInt8(ascii: ".")
        else { return nil }
        return hour &- 1
    }

    @inline(__always)
    private static func isBelowSixty(_ text: PaddedBytes, at index: Int) -> Bool {
        text[index] &- UInt8(ascii: "0") < 6 && text[index &+ 1] &- UInt8(ascii: "0") < 10
    }
}
