import AidModel
import CScan

/// Eight characters at a time, in one machine word, first character lowest.
enum EightBytes {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let high: UInt64 = 0x8080_8080_8080_8080

    /// The first bytes of a word, the others 0.
    ///
    /// - Parameter count: from 0 to 8.
    @inline(__always)
    static func prefix(_ word: UInt64, _ count: Int) -> UInt64 {
        count >= 8 ? word : word & (1 &<< UInt64(truncatingIfNeeded: count &* 8) &- 1)
    }

    /// Whether all eight are digits.
    @inline(__always)
    static func areDigits(_ word: UInt64) -> Bool {
        let isInColumn = word & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030
        // 0x3A to 0x3F come above the column by 6; nothing carries, as no byte is above 0x3F.
        let isBelowTen = (word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030
        return isInColumn && isBelowTen
    }

    /// The number that eight digits are.
    @inline(__always)
    static func number(_ word: UInt64) -> UInt64 {
        let digits = word & 0x0F0F_0F0F_0F0F_0F0F
        // Pairs, then fours, then eight; each product is meant to lose its upper part.
        let pairs = digits &* 10 &+ digits >> 8
        let first = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let second = (pairs >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (first &+ second) >> 32
    }

    /// The sum of eight digits, each times its weight.
    ///
    /// - Parameters:
    ///   - even: the weights of the digits 0, 2, 4, 6 in lanes of 16 bits, the last one lowest.
    ///   - odd: those of 1, 3, 5, 7.
    @inline(__always)
    static func weightedSum(_ word: UInt64, even: UInt64, odd: UInt64) -> UInt64 {
        let digits = word & 0x0F0F_0F0F_0F0F_0F0F
        // The highest lane of each product is the sum of four products; none passes its lane.
        let evenSum = ((digits & 0x00FF_00FF_00FF_00FF) &* even) >> 48
        let oddSum = ((digits >> 8 & 0x00FF_00FF_00FF_00FF) &* odd) >> 48
        return evenSum + oddSum
    }

    /// Six-bit codes of eight characters as `SixBit` gives them, the first one lowest, a
    /// byte each; nil if one has none.
    @inline(__always)
    static func sixBitCodes(_ word: UInt64) -> UInt64? {
        guard word & high == 0 else { return nil }
        @inline(__always) func isAtLeast(_ byte: UInt64) -> UInt64 { (word &+ (0x80 - byte) &* ones) & high }
        let isDigit = isAtLeast(0x30) & ~isAtLeast(0x3A)
        let isUpper = isAtLeast(0x41) & ~isAtLeast(0x5B)
        let isLower = isAtLeast(0x61) & ~isAtLeast(0x7B)
        let isDash = ~((word ^ 0x2D &* ones) &+ 0x7F &* ones) & high
        guard isDigit | isUpper | isLower | isDash == high else { return nil }
        // What is taken off each kind; a dash becomes 0 and then 63.
        let offsets =
            isDigit >> 7 &* 0x2F | isUpper >> 7 &* 0x36 | isLower >> 7 &* 0x3C | isDash >> 7 &* 0x2D
        return word &- offsets &+ isDash >> 7 &* 0x3F
    }

    /// Eight six-bit codes side by side in 48 bits, the first one highest.
    @inline(__always)
    static func packed(_ codes: UInt64) -> UInt64 {
        var bits = codes.byteSwapped
        bits = bits & 0x003F_003F_003F_003F | bits >> 2 & 0x0FC0_0FC0_0FC0_0FC0
        bits = bits & 0x0000_0FFF_0000_0FFF | bits >> 4 & 0x00FF_F000_00FF_F000
        return bits & 0x00FF_FFFF | bits >> 8 & 0xFFFF_FF00_0000
    }
}

/// Whether the processor takes sixteen characters at a time; else they are taken eight at a time.
let takesSixteenCharacters = aid_fields_are_supported() != 0

extension ExactKey {
    /// As `init(plain:)`, sixteen characters at a time.
    ///
    /// - Precondition: `takesSixteenCharacters`.
    @inline(__always)
    init?(plainBySixteens text: PaddedBytes) {
        let packed = aid_pack_number(text.start, text.count)
        if packed.high == 0 { return nil }
        self.init(high: packed.high, low: packed.low)
    }

    /// The key of a claim number of up to 20 characters of `0-9 A-Z a-z -`, as
    /// `init(packing:)` gives it; nil for all others.
    ///
    /// Such a number is clean as it stands, and not in scientific notation, which has a
    /// point or a plus.
    @inline(__always)
    init?(plain text: PaddedBytes) {
        let count = text.count
        guard count >= 1, count <= 20 else { return nil }
        if count >= 16 {
            guard let first = EightBytes.sixBitCodes(text.word(at: 0)),
                let second = EightBytes.sixBitCodes(text.word(at: 8)),
                let last = EightBytes.sixBitCodes(text.word(at: count - 8))
            else { return nil }
            let high = EightBytes.packed(first)
            let low = EightBytes.packed(second)
            // Of the last eight characters only those behind the first sixteen are new.
            let rest = UInt64(truncatingIfNeeded: (count - 16) * 6)
            let tail = EightBytes.packed(last) & (1 << rest - 1)
            // high:low as 96 bits, moved up by `rest`, which is 24 at most.
            let wideLow = (high << 48 | low) << rest | tail
            let wideHigh = (high >> 16) << rest | (rest == 0 ? 0 : (high << 48 | low) >> (64 - rest))
            self.init(high: ExactKey.sixBitKind << 56 | wideHigh, low: wideLow)
            return
        }
        // Behind the text come zeros for the key, and a digit for the check.
        let first = EightBytes.prefix(text.word(at: 0), count)
        let second = count > 8 ? EightBytes.prefix(text.word(at: 8), count - 8) : 0
        let filler: UInt64 = 0x3030_3030_3030_3030
        guard EightBytes.sixBitCodes(first | filler & ~EightBytes.prefix(.max, count)) != nil,
            count <= 8 || EightBytes.sixBitCodes(second | filler & ~EightBytes.prefix(.max, count - 8)) != nil
        else { return nil }
        let kind = (ExactKey.bytesKind + UInt64(truncatingIfNeeded: count)) << 56
        if count <= 8 {
            self.init(high: kind, low: first.byteSwapped >> UInt64(truncatingIfNeeded: (8 - count) * 8))
        } else {
            let shift = UInt64(truncatingIfNeeded: (16 - count) * 8)
            let high = first.byteSwapped
            let low = second.byteSwapped
            self.init(high: kind | high >> shift, low: high << (64 - shift) | low >> shift)
        }
    }
}

extension ResidentID {
    /// The character for each remainder of the weighted sum by 11.
    ///
    /// - Source: GB 11643-1999.
    private static let checkCharacters: StaticString = "10X98765432"
    private static let dayCounts: StaticString =
        "\u{1F}\u{1D}\u{1F}\u{1E}\u{1F}\u{1E}\u{1F}\u{1F}\u{1E}\u{1F}\u{1E}\u{1F}"

    @inline(never)
    private static func isLeapYear(_ text: PaddedBytes) -> Bool {
        let year = (6..<10).reduce(0) { $0 * 10 + Int(text[$1] &- UInt8(ascii: "0")) }
        return CalendarDay.dayCount(year: year, month: 2) == 29
    }

    /// As `init(plain:)`, sixteen characters at a time.
    ///
    /// - Precondition: `takesSixteenCharacters`.
    @inline(__always)
    init?(plainBySixteens text: PaddedBytes) {
        let number = aid_resident_id(text.start)
        if number == 0 { return nil }
        self.init(number: number)
    }

    /// An ID of 18 characters that is in order in every way; nil for all others.
    ///
    /// - Parameter text: 18 bytes.
    @inline(__always)
    init?(plain text: PaddedBytes) {
        let first = text.word(at: 0)
        let second = text.word(at: 8)
        let last = UInt64(text[16] &- UInt8(ascii: "0"))
        guard EightBytes.areDigits(first), EightBytes.areDigits(second), last <= 9 else { return nil }
        // The weights 7 9 10 5 8 4 2 1, 6 3 7 9 10 5 8 4, 2.
        let sum =
            EightBytes.weightedSum(first, even: 0x0007_000A_0008_0002, odd: 0x0009_0005_0004_0001)
            + EightBytes.weightedSum(second, even: 0x0006_0007_000A_0008, odd: 0x0003_0009_0005_0004) + last * 2
        let check = ResidentID.checkCharacters.utf8Start[Int(sum % 11)]
        guard text[17] == check || (text[17] == UInt8(ascii: "x") && check == UInt8(ascii: "X")) else { return nil }
        // 48 × 10 + 48 is 16 in a byte; what is below 100 comes out right.
        let month = Int(text[10] &* 10 &+ text[11] &- 16)
        let day = text[12] &* 10 &+ text[13] &- 16
        guard month >= 1, month <= 12, day >= 1, day <= ResidentID.dayCounts.utf8Start[month &- 1] else { return nil }
        let year = UInt32(truncatingIfNeeded: first >> 48) | UInt32(truncatingIfNeeded: second << 16)
        if year == 0x3030_3030 || month == 2 && day == 29 && !ResidentID.isLeapYear(text) { return nil }
        self.init(number: EightBytes.number(first) * 1_000_000_000 + EightBytes.number(second) * 10 + last)
    }
}
