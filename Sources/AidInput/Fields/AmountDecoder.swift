import AidModel

/// Reads an amount of money (rule 2 of counting).
///
/// A decimal number of the file's unit with at most as many decimals as make whole minor units, further
/// ones only if zero; thousands commas in their right places; one `¥` or `￥` before, or a unit such as
/// `元` or `万元` after. A minus sign stands before the digits or before the currency sign.
///
/// What is rarer is in `AmountDecoder+Rare.swift`.
struct AmountDecoder {
    struct Amount: Equatable {
        /// Minor units, with their sign.
        var minor: Int64
        /// Whether it says a unit that the file does not, and that is not the major one.
        var hasOwnUnit = false
    }

    let currency: Currency
    /// nil: the file says none.
    let unit: MoneyUnit?
    /// Of a number without a unit; nil: the currency has no unit so small.
    let decimals: Int?

    init(currency: Currency, unit: MoneyUnit? = nil) {
        self.currency = currency
        self.unit = unit
        decimals = (unit ?? .yuan).decimals(currency)
    }

    /// The minor units that a hundredth of a number stands for, where a product of it and ten digits
    /// fits; else 0.
    var hundredthMinor: Int64 {
        guard let decimals, (2...10).contains(decimals) else { return 0 }
        return (2..<decimals).reduce(1) { factor, _ in factor * 10 }
    }

    /// - Returns: minor units with their sign, or nil where the text is no amount or is
    ///   beyond 64 bits.
    func decode(_ text: ByteView) -> Int64? {
        read(text)?.minor
    }

    func read(_ text: ByteView) -> Amount? {
        readPlain(text) ?? readRare(text)
    }

    private func readPlain(_ text: ByteView) -> Amount? {
        var reader = DigitReader(text)
        var isNegative = reader.skip("-")
        let hasSign = reader.skip("¥") || reader.skip("￥")
        if hasSign { while reader.skip(" ") {} }
        if !isNegative { isNegative = reader.skip("-") }
        // The unit stands behind the number, and says how many decimals it may have.
        var end = reader
        end.skipNumber()
        var own: MoneyUnit?
        if !end.isAtEnd {
            guard !hasSign else { return nil }
            while end.skip(" ") {}
            own = AmountDecoder.unit(&end)
            guard let own, end.isAtEnd, unit == nil || unit == own else { return nil }
        }
        let decimals = if let own { own.decimals(currency) } else { decimals }
        guard let decimals, let minor = minorUnits(&reader, decimals)
        else { return nil }
        // Of `1.2.3` a part was no number.
        if own == nil, !reader.isAtEnd { return nil }
        if own != nil, !reader.isBeforeUnit { return nil }
        return Amount(minor: isNegative ? -minor : minor, hasOwnUnit: unit == nil && own != nil && own != .yuan)
    }

    static func unit(_ reader: inout DigitReader) -> MoneyUnit? {
        if reader.skip("元") { return .yuan }
        if reader.skip("角") { return .jiao }
        if reader.skip("分") { return .fen }
        if reader.skip("百元") { return .hundredYuan }
        let unit: MoneyUnit
        if reader.skip("十万") {
            unit = .hundredThousandYuan
        } else if reader.skip("百万") {
            unit = .millionYuan
        } else if reader.skip("千万") {
            unit = .tenMillionYuan
        } else if reader.skip("万") || reader.skip("萬") {
            unit = .tenThousandYuan
        } else if reader.skip("千") {
            unit = .thousandYuan
        } else if reader.skip("亿") || reader.skip("億") {
            unit = .hundredMillionYuan
        } else {
            return nil
        }
        _ = reader.skip("元")
        return unit
    }

    private func minorUnits(_ reader: inout DigitReader, _ minorDigits: Int) -> Int64? {
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

extension DigitReader {
    /// Skips digits, commas and points.
    fileprivate mutating func skipNumber() {
        while peek &- UInt8(ascii: "0") < 10 || peek == UInt8(ascii: ",") || peek == UInt8(ascii: ".") { skip(1) }
    }

    /// Whether neither a digit nor a sign within numbers stands here.
    fileprivate var isBeforeUnit: Bool {
        !(peek &- UInt8(ascii: "0") < 10 || peek == UInt8(ascii: ",") || peek == UInt8(ascii: "."))
    }
}
