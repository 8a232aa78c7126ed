/// A resident identity number of the People's Republic of China.
///
/// The check character follows from the 17 digits before it, so these alone are
/// the person, exactly, in 64 bits.
///
/// - Source: GB 11643-1999; the check character after ISO 7064:1983, MOD 11-2.
@usableFromInline
package struct ResidentID: Sendable, Hashable {
    /// The first 17 digits as a number.
    @usableFromInline package let number: UInt64

    @inlinable @inline(__always)
    package init(number: UInt64) {
        self.number = number
    }

    /// The check character of 17 digits, `0` to `9` or `X`, in ASCII.
    ///
    /// - Parameter weightedSum: the digits' sum, each times its weight.
    @inlinable @inline(__always)
    package static func checkCharacter(weightedSum: Int) -> UInt8 {
        let remainder = (12 - weightedSum % 11) % 11
        return remainder == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(remainder)
    }

    /// The weight of the digit at an index from 0 to 16: 2^(17 − index) mod 11.
    @inlinable @inline(__always)
    package static func weight(at index: Int) -> Int {
        (1 << (17 - index)) % 11
    }
}
