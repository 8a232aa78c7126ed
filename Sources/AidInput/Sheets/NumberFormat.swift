/// What a cell's number is shown as, so far as it is more than a number.
enum NumberFormat: UInt8 {
    /// A number, a percentage, a duration: it stays as it stands.
    case number
    /// Something with a year, a month or a day, maybe with a time.
    case date
    /// A time of day alone.
    case time
    /// A number with a unit of money behind it, as 24.00万元 shows 24: what is said of it counts as if it stood there.
    case fen, jiao, yuan, hundredYuan, thousandYuan, tenThousandYuan, hundredThousandYuan, millionYuan, tenMillionYuan
    case hundredMillionYuan
    /// A number of which another one is shown, as `0.00,` shows thousands, or one with a unit that is not plain.
    case scaled
    /// A number with the sign or the name of another currency than yuan.
    case foreign

    /// What stands behind a number with such a format, so that nobody takes it for another one; nil: nothing.
    var suffix: StaticString? {
        switch self {
        case .number, .date, .time: nil
        case .fen: "分"
        case .jiao: "角"
        case .yuan: "元"
        case .hundredYuan: "百元"
        case .thousandYuan: "千元"
        case .tenThousandYuan: "万元"
        case .hundredThousandYuan: "十万元"
        case .millionYuan: "百万元"
        case .tenMillionYuan: "千万元"
        case .hundredMillionYuan: "亿元"
        case .scaled: "（按缩放显示）"
        case .foreign: NumberFormat.foreignSuffix
        }
    }

    /// What the amounts of a programme in yuan may not end in.
    static let foreignSuffix: StaticString = "（外币格式）"

    /// A format that a workbook need not declare.
    ///
    /// - Source: ECMA-376, part 1, 18.8.30, with the formats of Chinese, Japanese and Korean workbooks.
    init(builtIn id: Int) {
        switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
        // In Chinese a time of day, in Japanese a date; the value tells which.
        case 32...35, 55, 56: self = .time
        case 18...21, 45, 47: self = .time
        default: self = .number
        }
    }

    /// A format as a workbook declares it, such as `yyyy"年"m"月"d"日"`.
    ///
    /// The first section alone is looked at, without what is quoted, escaped or in brackets.
    init(code: String) {
        var letters: [UInt8] = []
        var hasDigitPlaces = false
        var isDuration = false
        var codes = Array(code.utf8)[...]
        scan: while let byte = codes.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                codes = codes.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
            // The next one is a character as it stands, or one whose width is left free.
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): codes = codes.dropFirst()
            case UInt8(ascii: "["):
                let inner = codes.prefix { $0 != UInt8(ascii: "]") }
                let elapsed = Set(inner.map { $0 | 0x20 })
                if elapsed.count == 1, elapsed.isSubset(of: "hms".utf8) { isDuration = true }
                codes = codes.dropFirst(inner.count + 1)
            case UInt8(ascii: ";"): break scan
            case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"):
                hasDigitPlaces = hasDigitPlaces || letters.isEmpty
            case 0x41...0x5A, 0x61...0x7A: letters.append(byte | 0x20)
            default: break
            }
        }
        self = NumberFormat(letters: letters, hasDigitPlaces: hasDigitPlaces, isDuration: isDuration)
        if self == .number { self = NumberFormat.shown(code) }
    }

    /// - Parameter hasDigitPlaces: whether places for digits stand before all letters, as in `0.00E+00`.
    private init(letters: [UInt8], hasDigitPlaces: Bool, isDuration: Bool) {
        let isGeneral = letters.starts(with: "general".utf8)
        if isDuration || isGeneral || hasDigitPlaces {
            self = .number
            return
        }
        let hasTime = letters.contains(UInt8(ascii: "h")) || letters.contains(UInt8(ascii: "s"))
        let hasDay = letters.contains { "yde".utf8.contains($0) } || letters.firstRange(of: Array("aaa".utf8)) != nil
        // Minutes beside hours or seconds, else a month.
        let hasMonth = !hasTime && letters.contains(UInt8(ascii: "m"))
        self = hasDay || hasMonth ? .date : hasTime ? .time : .number
    }
}
