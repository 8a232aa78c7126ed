/// A unit in which exports give amounts: 元, 万元, 分.
///
/// - Units: powers of ten of the major unit; the raw value is what users write and read.
package enum MoneyUnit: String, Sendable, Hashable, CaseIterable, Codable {
    case fen = "分"
    case jiao = "角"
    case yuan = "元"
    case tenYuan = "十元"
    case hundredYuan = "百元"
    case thousandYuan = "千元"
    case tenThousandYuan = "万元"
    case hundredThousandYuan = "十万元"
    case millionYuan = "百万元"
    case tenMillionYuan = "千万元"
    case hundredMillionYuan = "亿元"

    /// The power of ten of yuan.
    private var exponent: Int {
        switch self {
        case .fen: -2
        case .jiao: -1
        case .yuan: 0
        case .tenYuan: 1
        case .hundredYuan: 2
        case .thousandYuan: 3
        case .tenThousandYuan: 4
        case .hundredThousandYuan: 5
        case .millionYuan: 6
        case .tenMillionYuan: 7
        case .hundredMillionYuan: 8
        }
    }

    /// How many zeros turn the unit into the minor one of a currency; nil: it has no unit so small.
    package func decimals(_ currency: Currency) -> Int? {
        let decimals = exponent + currency.minorDigits
        return decimals >= 0 ? decimals : nil
    }
}
