import AidModel

/// A whole number that an amount is multiplied by, such as the days of a daily rate.
enum WholeFactor {
    /// So many digits no number of days has, nor of anything else that is paid for.
    private static let mostDigits = 6

    /// The money of so many times an amount.
    ///
    /// - Parameter text: digits, and nothing else.
    /// - Returns: nil: it is no whole number, or the money is more than an amount can be.
    @inline(__always)
    static func product(_ amountMinor: Int64, _ text: ByteView) -> Int64? {
        guard (1...mostDigits).contains(text.count) else { return nil }
        var factor: Int64 = 0
        for index in 0..<text.count {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            factor = factor &* 10 &+ Int64(digit)
        }
        let (product, hasOverflown) = amountMinor.multipliedReportingOverflow(by: factor)
        return hasOverflown || product == .min ? nil : product
    }
}

extension AmountDecoder.Amount {
    /// So many times the amount; nil as for `WholeFactor`.
    ///
    /// - Parameter text: cleaned as numbers are. What spreadsheets make of whole numbers, as `3.00`, is read, too.
    func multiplied(by text: ByteView) -> AmountDecoder.Amount? {
        var count = text.count
        if let point = text.first(UInt8(ascii: "."), from: 0), point > 0,
            text.from(point + 1).allSatisfy({ $0 == UInt8(ascii: "0") })
        {
            count = point
        }
        guard let product = WholeFactor.product(minor, text.part(0..<count)) else { return nil }
        var amount = self
        amount.minor = product
        return amount
    }
}

extension SpanDecoder {
    /// The money of a record that is written as most are; nil: it is not.
    @inline(__always)
    mutating func money(_ bytes: PaddedBytes, _ spans: Room<FieldSpan>) -> Int64? {
        guard let amount = amount(bytes, spans[fields.amount]) else { return nil }
        guard let index = fields.times else { return amount }
        return WholeFactor.product(amount, bytes.part(spans[index]).view)
    }
}
