extension [UInt8] {
    /// Appends a number that is not negative, with zeros before it up to a width.
    mutating func append(decimal number: Int, width: Int = 1) {
        var divisor = 1
        var digits = 1
        while digits < width || number / divisor >= 10 {
            divisor *= 10
            digits += 1
        }
        while divisor > 0 {
            append(UInt8(48 + number / divisor % 10))
            divisor /= 10
        }
    }

    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends an amount of fen as yuan with two decimals.
    mutating func append(fen: Int) {
        if fen < 0 { append(45) }
        append(decimal: abs(fen) / 100)
        append(46)
        append(decimal: abs(fen) % 100, width: 2)
    }
}
