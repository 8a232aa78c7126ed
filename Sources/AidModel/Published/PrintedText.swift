/// The parts of a figure as it was printed: `近` `98.58` `万` `人次`.
///
/// Only the writing is understood here; what it means is for `PrintedFigure`.
struct PrintedText {
    /// What the words around a number make of it.
    enum Hedge: Hashable {
        case none
        /// 余, 多, 超: that much, and some more.
        case above
        /// 近: not quite.
        case below
        /// 约: a little more or less.
        case around
    }

    /// The number without its point.
    private(set) var digits: UInt128 = 0
    /// Digits after the point; nil: there is no point.
    private(set) var fractionCount: Int?
    /// 4 for 万, 8 for 亿; nil: the number is written out.
    private(set) var exponent: Int?
    private(set) var hedge = Hedge.none

    /// More digits than any figure has, so that reading them never overflows.
    private static let digitLimit = 30

    init(_ text: String, measure: Measure, currency: Currency) throws(PrintedFigureProblem) {
        var reader = Reader(text)
        readLead(&reader, PrintedText.currencyMarks(measure, currency))
        try readNumber(&reader, measure)
        try readTail(&reader, measure)
        let unit = reader.rest
        if unit.isEmpty || PrintedText.units(measure, currency).contains(unit) { return }
        let isOther = Measure.allCases.contains { PrintedText.units($0, currency).contains(unit) }
        throw PrintedFigureProblem(isOther ? .otherUnit : .notUnderstood, measure)
    }

    /// `约`, `¥`, one of each in any order.
    private mutating func readLead(_ reader: inout Reader, _ marks: [String]) {
        var hasMark = false
        while true {
            if hedge == .none, let word = PrintedText.leadingHedges.first(where: { reader.skip($0.word) }) {
                hedge = word.hedge
            } else if !hasMark, marks.contains(where: { reader.skip($0) }) {
                hasMark = true
            } else {
                return
            }
        }
    }

    private mutating func readNumber(_ reader: inout Reader, _ measure: Measure) throws(PrintedFigureProblem) {
        reader.skipSpace()
        var groups = [reader.digits()]
        while reader.skipNow(",") { groups.append(reader.digits()) }
        guard !groups[0].isEmpty else { throw PrintedFigureProblem(.notUnderstood, measure) }
        guard groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }) else {
            throw PrintedFigureProblem(.badGrouping, measure)
        }
        var all = groups.flatMap { $0 }
        if reader.skipNow(".") {
            let fraction = reader.digits()
            guard !fraction.isEmpty else { throw PrintedFigureProblem(.notUnderstood, measure) }
            fractionCount = fraction.count
            all += fraction
        }
        guard all.count <= PrintedText.digitLimit else { throw PrintedFigureProblem(.tooLarge, measure) }
        for digit in all { digits = digits * 10 + UInt128(digit) }
    }

    /// `万`, `万余`, `余万`: the unit of the number, and whether there is more of it.
    private mutating func readTail(_ reader: inout Reader, _ measure: Measure) throws(PrintedFigureProblem) {
        var isMore = reader.skip("余") || reader.skip("多")
        if let unit = PrintedText.exponents.first(where: { reader.skip($0.word) }) {
            exponent = unit.exponent
            isMore = isMore || reader.skip("余") || reader.skip("多")
        }
        if isMore {
            // 近98万余 says two things.
            guard hedge == .none else { throw PrintedFigureProblem(.notUnderstood, measure) }
            hedge = .above
        }
    }

    // Longer words before those that they begin with.
    private static let leadingHedges: [(word: String, hedge: Hedge)] = [
        ("超过", .above), ("超", .above), ("逾", .above), ("接近", .below), ("将近", .below), ("近", .below),
        ("大约", .around), ("约", .around),
    ]
    private static let exponents: [(word: String, exponent: Int)] = [
        ("万亿", 12), ("千亿", 11), ("百亿", 10), ("十亿", 9), ("亿", 8), ("千万", 7), ("百万", 6), ("十万", 5), ("万", 4),
    ]

    private static func currencyMarks(_ measure: Measure, _ currency: Currency) -> [String] {
        guard measure == .amount else { return [] }
        return currency == .cny ? ["人民币", "¥", currency.code] : [currency.code]
    }

    private static func units(_ measure: Measure, _ currency: Currency) -> [String] {
        switch measure {
        case .recipients: ["人", "名", "位"]
        case .personTimes: ["人次", "次"]
        case .amount: currency == .cny ? ["元", "圆", currency.code] : [currency.code]
        }
    }
}

/// Walks over a text in half-width characters.
private struct Reader {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) {
        scalars = text.unicodeScalars.map(Reader.halfWidth)
    }

    /// What is left, without white space around it.
    var rest: String {
        var rest = String.UnicodeScalarView()
        var end = scalars.count
        var start = position
        while start < end, Reader.isSpace(scalars[start]) { start += 1 }
        while start < end, Reader.isSpace(scalars[end - 1]) { end -= 1 }
        rest.append(contentsOf: scalars[start..<end])
        return String(rest)
    }

    /// Skips a word, and white space before it, if it comes next.
    mutating func skip(_ word: String) -> Bool {
        var next = position
        while next < scalars.count, Reader.isSpace(scalars[next]) { next += 1 }
        guard scalars[next...].starts(with: word.unicodeScalars) else { return false }
        position = next + word.unicodeScalars.count
        return true
    }

    /// Skips a character that stands right here.
    mutating func skipNow(_ scalar: Unicode.Scalar) -> Bool {
        guard position < scalars.count, scalars[position] == scalar else { return false }
        position += 1
        return true
    }

    mutating func skipSpace() {
        while position < scalars.count, Reader.isSpace(scalars[position]) { position += 1 }
    }

    /// The digits that stand right here.
    mutating func digits() -> [UInt8] {
        var digits: [UInt8] = []
        while position < scalars.count, ("0"..."9").contains(scalars[position]) {
            digits.append(UInt8(scalars[position].value - 0x30))
            position += 1
        }
        return digits
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }

    /// U+FF01 … U+FF5E are ASCII in full width; the yen sign has a place of its own.
    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0xFFE5: "¥"
        default: scalar
        }
    }
}
