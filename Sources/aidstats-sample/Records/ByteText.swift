extension [UInt8] {
    /// Appends a number from 0 to 10^18 − 1, with zeros before it up to a width.
    mutating func append(decimal number: Int, width: Int = 1) {
        var digitCount = 1
        var bound = 10
        while digitCount < 18, bound <= number {
            digitCount += 1
            bound *= 10
        }
        for _ in 0..<Swift.max(width, digitCount) { append(48) }
        var rest = number
        var index = count
        while rest > 0 {
            index -= 1
            self[index] = UInt8(48 + rest % 10)
            rest /= 10
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
