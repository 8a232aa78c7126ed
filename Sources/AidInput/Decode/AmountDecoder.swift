import AidModel

/// Reads an amount of money (rule 2 of counting).
///
/// Decimal major units with at most as many decimals as the currency has, further ones
/// only if zero; thousands commas in their right places; one `¥` or `￥` before, or `元`
/// after. A minus sign stands before the digits or before the currency sign.
struct AmountDecoder {
    private let minorDigits: Int

    init(currency: Currency) {
        minorDigits = currency.minorDigits
    }

    /// - Returns: minor units with their sign, or nil where the text is no amount or is
    ///   beyond 64 bits.
    func decode(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        var reader = DigitReader(text)
        var isNegative = reader.skip("-")
        let hasSign = reader.skip("¥") || reader.skip("￥")
        if hasSign { while reader.skip(" ") {} }
        if !isNegative { isNegative = reader.skip("-") }
        guard let minor = minorUnits(&reader) else { return nil }
        if !hasSign, !reader.isAtEnd {
            while reader.skip(" ") {}
            guard reader.skip("元") else { return nil }
        }
        guard reader.isAtEnd else { return nil }
        return isNegative ? -minor : minor
    }

    private func minorUnits(_ reader: inout DigitReader) -> Int64? {
        var value: Int64 = 0
        var digitCount = 0
        // Digits since the last comma; a comma must follow one to three, then always three.
        var groupCount = 0
        var hasCommas = false
        whole: while true {
            if let digit = reader.number(digits: 1...1) {
                guard append(digit, to: &value) else { return nil }
                digitCount += 1
                groupCount += 1
                continue whole
            }
            guard reader.skip(",") else { break }
            guard hasCommas ? groupCount == 3 : (1...3).contains(groupCount) else { return nil }
            hasCommas = true
            groupCount = 0
        }
        if hasCommas, groupCount != 3 { return nil }
        var decimals = 0
        if reader.skip(".") {
            while let digit = reader.number(digits: 1...1) {
                if decimals < minorDigits {
                    guard append(digit, to: &value) else { return nil }
                } else if digit != 0 {
                    return nil
                }
                decimals += 1
            }
            if decimals == 0 { return nil }
        }
        guard digitCount + decimals > 0 else { return nil }
        while decimals < minorDigits {
            guard append(0, to: &value) else { return nil }
            decimals += 1
        }
        return value
    }

    /// Puts one more digit behind a number, or says that it no longer fits.
    private func append(_ digit: Int, to value: inout Int64) -> Bool {
        let (product, productOverflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, sumOverflow) = product.addingReportingOverflow(Int64(digit))
        value = sum
        return !productOverflow && !sumOverflow
    }
}
