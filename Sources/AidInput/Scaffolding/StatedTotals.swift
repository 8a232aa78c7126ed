import AidModel

/// What the cells of a line of totals say in words and numbers: how many records there are (共200条), and their money.
package struct StatedTotals: Sendable, Hashable, Codable {
    /// What a line adds up.
    enum Scope: UInt8, Sendable, Hashable, CaseIterable, Codable {
        /// 小计: a part, a page.
        case part
        /// 合计.
        case sum
        /// 总计: everything.
        case whole
        /// 累计, 本年合计: also what other files hold.
        case beyond
    }

    var scope = Scope.sum
    /// Whether it names whose sum it is: 浦东新区小计.
    var isNamed = false
    /// nil: it says none, or several.
    private(set) var recordCount: Int?
    /// An amount with a unit (68.62万元), or the only one with a point of a line that has not a record's cells.
    private(set) var amount: StatedAmount?

    private var countCount = 0
    private var labelledCount = 0
    private var bareCount = 0
    private var labelled: StatedAmount?
    private var bare: StatedAmount?

    init() {}

    /// Takes the first cell of the line that is not blank.
    ///
    /// - Parameter cell: cleaned.
    mutating func takeWord(_ cell: ByteView) {
        let text = String(decoding: cell, as: UTF8.self).lowercased()
        func holds(_ words: String...) -> Bool { words.contains { text.contains($0) } }
        if holds("累计", "累計", "年", "季", "月") {
            scope = .beyond
        } else if holds("总计", "總計", "总数", "總數", "总共", "汇总", "匯總", "总金额", "grand", "全部") {
            scope = .whole
        } else if holds("小计", "小計", "本页", "本頁", "subtotal", "sub-total") {
            scope = .part
        }
        let bare = text.filter { $0.isLetter }
        isNamed = !StatedTotals.unnamed.contains { bare.hasPrefix($0) }
    }

    private static let unnamed = [
        "合", "小", "总", "共", "累", "本页", "全部", "以上", "金额", "total", "sub", "grand", "sum", "汇", "總", "匯", "第",
    ]

    /// Takes any cell of the line.
    ///
    /// - Parameter cell: cleaned.
    mutating func take(_ cell: ByteView, _ currency: Currency?) {
        var at = 0
        while at < cell.count {
            guard StatedTotals.isDigit(cell[at]) else {
                at += 1
                continue
            }
            let start = at
            while at < cell.count, StatedTotals.isPartOfNumber(cell[at]) { at += 1 }
            takeNumber(cell, start..<at, currency)
        }
    }

    private mutating func takeNumber(_ cell: ByteView, _ range: Range<Int>, _ currency: Currency?) {
        var reader = DigitReader(cell.from(range.upperBound))
        reader.skipBlanks()
        let digits = cell.part(range)
        if StatedTotals.skipCounted(&reader) || reader.isAtEnd && StatedTotals.isBehindCount(cell, range.lowerBound) {
            countCount += 1
            recordCount = countCount == 1 ? StatedTotals.count(digits) : nil
            return
        }
        guard let currency else { return }
        if let unit = AmountDecoder.unit(&reader), reader.isAtEnd || reader.peek >= 0x80 || reader.peek < 0x30 {
            labelledCount += 1
            labelled = StatedAmount(digits, unit: unit, currency)
        } else if range.count == cell.count, digits.contains(UInt8(ascii: ".")) {
            bareCount += 1
            bare = StatedAmount(digits, unit: nil, currency)
        }
    }

    /// Ends the line.
    ///
    /// - Parameter hasColumns: whether its cells lie in the columns of the records.
    mutating func finish(hasColumns: Bool) {
        if labelledCount == 1 {
            amount = labelled
        } else if labelledCount == 0, bareCount == 1, !hasColumns {
            amount = bare
        }
    }

    private static func skipCounted(_ reader: inout DigitReader) -> Bool {
        let words: [StaticString] = ["条", "條", "笔", "筆", "行", "例", "件", "人次"]
        if words.contains(where: { reader.skip($0) }) { return true }
        return reader.skipWord("rows") || reader.skipWord("row") || reader.skipWord("records")
    }

    /// 总笔数：200.
    private static func isBehindCount(_ cell: ByteView, _ start: Int) -> Bool {
        let before = String(decoding: cell.part(0..<start), as: UTF8.self).filter { !$0.isWhitespace }
        return ["笔数", "筆數", "条数", "條數", "记录数", "行数"].contains { word in
            [":", "：", ""].contains { before.hasSuffix(word + $0) }
        }
    }

    private static func count(_ digits: ByteView) -> Int? {
        var value = 0
        for byte in digits where byte != UInt8(ascii: ",") {
            guard isDigit(byte), value < 1_000_000_000_000 else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
    }
}

/// An amount that a line of totals states, and how exactly.
package struct StatedAmount: Sendable, Hashable, Codable {
    /// The currency's minor unit.
    var minor: Int64
    /// What one of its last decimal stands for: 68.62万元 is exact to 100 yuan.
    var step: Int64
    /// That it says itself.
    var ownUnit: MoneyUnit?

    /// nil: it is no amount.
    ///
    /// - Parameters:
    ///   - text: cleaned.
    ///   - unit: of a number that says none; nil: yuan.
    init?(cell text: ByteView, unit: MoneyUnit?, _ currency: Currency) {
        let decoded =
            AmountDecoder(currency: currency, unit: unit).read(text) ?? AmountDecoder(currency: currency).read(text)
        guard let minor = decoded?.minor else { return nil }
        self.minor = minor
        var at = 0
        while at < text.count, text[at] &- UInt8(ascii: "0") > 9 { at += 1 }
        let start = at
        while at < text.count, text[at] &- UInt8(ascii: "0") < 10 || text[at] == 0x2C || text[at] == 0x2E { at += 1 }
        var reader = DigitReader(text.from(at))
        reader.skipBlanks()
        ownUnit = AmountDecoder.unit(&reader)
        step = StatedAmount.step(text.part(start..<at), (ownUnit ?? unit ?? .yuan).decimals(currency) ?? 0)
    }

    /// - Parameter unit: that it says; nil: none.
    fileprivate init?(_ digits: ByteView, unit: MoneyUnit?, _ currency: Currency) {
        guard let minor = AmountDecoder(currency: currency, unit: unit).decode(digits) else { return nil }
        self.minor = minor
        ownUnit = unit
        step = StatedAmount.step(digits, (unit ?? .yuan).decimals(currency) ?? 0)
    }

    private static func step(_ digits: ByteView, _ decimals: Int) -> Int64 {
        let written = digits.lastIndex(of: UInt8(ascii: ".")).map { digits.count - $0 - 1 } ?? 0
        return (0..<max(0, min(decimals - written, 17))).reduce(1) { step, _ in step * 10 }
    }
}
