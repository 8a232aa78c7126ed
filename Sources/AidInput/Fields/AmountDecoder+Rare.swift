import AidModel

/// Amounts as accounts, spreadsheets and people write them more rarely.
///
/// Signs of full width (`１，２３４．５０`); `人民币`, `RMB`, the currency's code or `￥` before, behind or both; `元整`; a
/// plus; for a minus, brackets, a dash of any kind, or a minus behind (`10.00-`). A decimal comma is never read,
/// neither as such nor as one of thousands, and there is one sign at most.
extension AmountDecoder {
    private static let longest = 64

    func readRare(_ text: ByteView) -> Amount? {
        guard !text.isEmpty, text.count <= AmountDecoder.longest else { return nil }
        // A sheet's format that is not of yuan is that of a programme in another currency.
        let suffix = NumberFormat.foreignSuffix
        let start = text.count - suffix.utf8CodeUnitCount
        if currency != .cny, start > 0, text.begins(with: suffix, at: start) { return read(text.part(0..<start)) }
        var reader = DigitReader(text)
        var signs = Signs()
        signs.take(&reader)
        var hasCurrency = skipCurrency(&reader)
        if hasCurrency { reader.skipBlanks() }
        signs.take(&reader)
        let isBracketed = reader.skipMark(UInt8(ascii: "("))
        if isBracketed {
            reader.skipBlanks()
            if !hasCurrency, skipCurrency(&reader) {
                hasCurrency = true
                reader.skipBlanks()
            }
        }
        guard let number = LongDecimal(&reader) else { return nil }
        reader.skipBlanks()
        if isBracketed {
            guard reader.skipMark(UInt8(ascii: ")")), signs.count == 0 else { return nil }
            signs.add(isMinus: true)
            reader.skipBlanks()
        } else if reader.skipDash() {
            signs.add(isMinus: true)
            reader.skipBlanks()
        }
        let own = AmountDecoder.wordyUnit(&reader)
        if own != nil { reader.skipBlanks() }
        if skipCurrency(&reader) { reader.skipBlanks() }
        guard reader.isAtEnd, signs.count <= 1, own == nil || unit == nil || unit == own,
            let decimals = own.map({ $0.decimals(currency) }) ?? decimals,
            let minor = number.minorUnits(decimals: decimals)
        else { return nil }
        return Amount(
            minor: signs.isMinus ? -minor : minor, hasOwnUnit: unit == nil && own != nil && own != .yuan)
    }

    private struct Signs {
        private(set) var count = 0
        private(set) var isMinus = false

        mutating func add(isMinus: Bool) {
            count += 1
            self.isMinus = isMinus
        }

        mutating func take(_ reader: inout DigitReader) {
            if reader.skipMark(UInt8(ascii: "+")) {
                add(isMinus: false)
            } else if reader.skipDash() {
                add(isMinus: true)
            }
        }
    }

    /// A unit, of which `元` may be followed by `整`.
    private static func wordyUnit(_ reader: inout DigitReader) -> MoneyUnit? {
        let unit = reader.skip("圆") || reader.skip("圓") ? .yuan : unit(&reader)
        if let unit, unit != .jiao, unit != .fen { _ = reader.skip("整") || reader.skip("正") }
        return unit
    }

    /// The programme's currency by its sign, its code or its name.
    private func skipCurrency(_ reader: inout DigitReader) -> Bool {
        if reader.skip("¥") || reader.skip("￥") { return true }
        guard currency == .cny else {
            let code = Array(currency.code.utf8)
            var rest = reader
            for byte in code {
                guard rest.peek == byte else { return false }
                rest.skip(1)
            }
            reader = rest
            return true
        }
        return reader.skip("人民币") || reader.skip("人民幣") || reader.skipWord("rmb") || reader.skipWord("cny")
    }
}

/// A decimal number of many digits, with thousands commas or without.
private struct LongDecimal {
    /// All its digits.
    private var value: Int128 = 0
    /// How many of them stand behind the point.
    private var decimalCount = 0
    /// How many digits it has from the first one on that is not 0.
    private var significantCount = 0
    /// The same up to the last digit that is not 0.
    private var filledCount = 0

    /// So many digits, times 10^9, fit 128 bits.
    private static let longest = 28
    /// So many digits tell a floating-point number from all others: where there are fewer, each was written by somebody,
    /// and where there are more, by a program that knows them.
    private static let floatDigits = 15...17
    /// An error of less than one in so many is one of arithmetic.
    private static let precision: Int128 = 1_000_000_000

    /// nil: none stands here, or its commas are not those of thousands.
    init?(_ reader: inout DigitReader) {
        var digitCount = 0
        var groupCount = 0
        var hasCommas = false
        while true {
            if let digit = reader.number(digits: 1...1) {
                digitCount += 1
                groupCount += 1
                append(digit)
            } else if reader.skipMark(UInt8(ascii: ",")) {
                guard hasCommas ? groupCount == 3 : (1...3).contains(groupCount) else { return nil }
                hasCommas = true
                groupCount = 0
            } else {
                break
            }
            guard significantCount <= LongDecimal.longest else { return nil }
        }
        if hasCommas, groupCount != 3 { return nil }
        if reader.skipMark(UInt8(ascii: ".")) {
            while let digit = reader.number(digits: 1...1) {
                // Of zeros there may be more than fit.
                if significantCount >= LongDecimal.longest || decimalCount >= LongDecimal.longest {
                    guard digit == 0 else { return nil }
                    continue
                }
                decimalCount += 1
                append(digit)
            }
            if decimalCount == 0 { return nil }
        }
        guard digitCount + decimalCount > 0 else { return nil }
    }

    private mutating func append(_ digit: Int) {
        value = value * 10 + Int128(digit)
        if value > 0 { significantCount += 1 }
        if digit > 0 { filledCount = significantCount }
    }

    /// The number times 10^`decimals`, if it is whole, or but for the noise of floating-point arithmetic would be
    /// (`100.10000000000001`, `99.99999999999999`); nil: it is neither, or beyond 64 bits.
    func minorUnits(decimals: Int) -> Int64? {
        if decimalCount <= decimals {
            guard decimals - decimalCount <= 10 else { return nil }
            return Int64(exactly: value * LongDecimal.power(decimals - decimalCount))
        }
        let power = LongDecimal.power(decimalCount - decimals)
        let (whole, rest) = value.quotientAndRemainder(dividingBy: power)
        if rest == 0 { return Int64(exactly: whole) }
        let isAbove = rest * 2 >= power
        let error = isAbove ? power - rest : rest
        // Noise is also less than a millionth of a minor unit: else these are decimals.
        guard LongDecimal.floatDigits.contains(filledCount), error * LongDecimal.precision <= value,
            error * 1_000_000 < power
        else { return nil }
        return Int64(exactly: isAbove ? whole + 1 : whole)
    }

    private static func power(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
