/// A word that stands in a line about the records, and not in a record: 合计, 制表人.
///
/// It is the whole cell, or a colon and what it is about follow. Blanks within it do not matter
/// (`合　计`), nor does the case of letters.
enum LineWord: Sendable {
    /// Of a line that adds up the records above it.
    case totals
    /// Of one that says who made the list, and when.
    case signature

    /// - Parameter cell: cleaned.
    @inline(__always)
    static func find(_ cell: ByteView) -> LineWord? {
        let count = cell.count
        guard count >= 3 else { return nil }
        if mayBegin(cell[0], cell[1], cell[2]) || count <= longestSum && endsInSum(cell) { return matched(cell) }
        return nil
    }

    /// Whether a word may begin with some bytes of UTF-8.
    @inline(__always)
    static func mayBegin(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        if first < 0x80 {
            if isSign(first) { return true }
            switch (first | 0x20, second | 0x20) {
            case (UInt8(ascii: "t"), UInt8(ascii: "o")), (UInt8(ascii: "s"), UInt8(ascii: "u")),
                (UInt8(ascii: "g"), UInt8(ascii: "r")):
                return true
            // Somebody may have spread a word out.
            case (UInt8(ascii: "t"), 0x20), (UInt8(ascii: "s"), 0x20), (UInt8(ascii: "g"), 0x20): return true
            default: return false
            }
        }
        // Brackets of full width: （合计）, 【合计】.
        if first == 0xE3 && second == 0x80 || first == 0xEF && second == 0xBC { return true }
        // Letters of other languages begin with other bytes.
        guard first >= 0xE4, first <= 0xE9 else { return false }
        return LineWord.firstCharacters.contains(UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third))
    }

    /// The first characters of all words in UTF-8, sorted out by a look at 64 bits.
    private static let firstCharacters = FirstCharacters()

    private struct FirstCharacters: Sendable {
        /// For each character a bit by its last six and some of its middle bits.
        private var bits: [UInt64] = Array(repeating: 0, count: 64)

        init() {
            for word in LineWord.totalsWords + LineWord.signatureWords + ["第", "以"] {
                let start = word.utf8Start
                guard start[0] >= 0x80 else { continue }
                bits[Int(start[1] & 0x3F)] |= 1 << UInt64(start[2] & 0x3F)
            }
        }

        @inline(__always)
        func contains(_ character: UInt32) -> Bool {
            bits[Int(character >> 8 & 0x3F)] >> UInt64(character & 0x3F) & 1 == 1
        }
    }

    @inline(never)
    private static func matched(_ cell: ByteView) -> LineWord? {
        let cell = withoutSigns(cell)
        if isSum(cell) || isPageOrCount(cell) { return .totals }
        if totalsWords.contains(where: { isWord($0, cell, isTotals: true) }) { return .totals }
        return signatureWords.contains(where: { isWord($0, cell, isTotals: false) }) ? .signature : nil
    }

    // MARK: Sums of something, and counts

    /// Ten characters; a longer one is a sentence.
    private static let longestSum = 30
    private static let sumWords: [StaticString] = ["合计", "小计", "总计", "共计", "累计", "合計", "小計", "總計", "共計", "累計"]

    /// Whether the last character that is no sign is the last of these words.
    @inline(__always)
    private static func endsInSum(_ cell: ByteView) -> Bool {
        let count = cell.count
        // 计, 計; behind it a bracket of full width may stand, or signs.
        guard cell[0] >= 0xE4, cell[0] <= 0xE9 else { return false }
        let last = cell[count &- 1]
        return last == 0xA1 && cell[count &- 2] == 0xAE || last == 0x88 && cell[count &- 2] == 0xA8
    }

    /// 浦东新区小计, 以上合计.
    private static func isSum(_ cell: ByteView) -> Bool {
        guard cell.count <= longestSum, (cell.first ?? 0) >= 0xE4 else { return false }
        return sumWords.contains { word in
            let count = word.utf8CodeUnitCount
            // 张合计 may be a name; 张三 has no sum.
            guard cell.count >= count + 6 else { return false }
            return cell.begins(with: word, at: cell.count - count)
        }
    }

    /// 第 1 页, 共 3 页, 共 12 条.
    private static func isPageOrCount(_ cell: ByteView) -> Bool {
        // 以上共 12 条.
        let cell = cell.begins(with: "以上共") ? cell.from(6) : cell
        guard cell.begins(with: "第") || cell.begins(with: "共") else { return isRowCount(cell) }
        var at = 3
        skipBlanks(cell, &at)
        let start = at
        while at < cell.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(cell[at]) { at += 1 }
        guard at > start else { return false }
        skipBlanks(cell, &at)
        let rest = cell.from(at)
        if cell.begins(with: "第") { return rest.begins(with: "页") || rest.begins(with: "頁") }
        let counted: [StaticString] = ["页", "頁", "条", "條", "笔", "筆", "人", "行", "例", "件"]
        return counted.contains { rest.begins(with: $0) }
    }

    /// (200 rows), as clients of databases end a table; its brackets are off.
    private static func isRowCount(_ cell: ByteView) -> Bool {
        var reader = DigitReader(cell)
        guard reader.digits() != nil, reader.skip(" "), reader.skipWord("row") else { return false }
        _ = reader.skipWord("s")
        return reader.isAtEnd || reader.skip(" ")
    }

    /// What stands between signs: （合计）, **合计**.
    private static func withoutSigns(_ cell: ByteView) -> ByteView {
        var (start, end) = (0, cell.count)
        while start < end, let count = signLength(cell, start) { start += count }
        while end > start {
            if isSign(cell[end - 1]) || cell[end - 1] == UInt8(ascii: ":") {
                end -= 1
            } else if end - start >= 3, signLength(cell, end - 3) == 3 || isColon(cell, end - 3) {
                end -= 3
            } else {
                break
            }
        }
        return cell.part(start..<end)
    }

    /// Signs of ASCII; not the colon, which the words look for.
    @inline(__always)
    private static func isSign(_ byte: UInt8) -> Bool {
        // Asked of every document number: a bit for each sign, by half of ASCII.
        byte < 0x80 && (byte < 0x40 ? lowSigns : highSigns) >> UInt64(byte & 0x3F) & 1 == 1
    }

    private static let lowSigns = bits("()<>*-=#")
    private static let highSigns = bits("[]{}~")

    private static func bits(_ signs: String) -> UInt64 {
        signs.utf8.reduce(0) { $0 | 1 << UInt64($1 & 0x3F) }
    }

    /// Of full width.
    private static func isColon(_ cell: ByteView, _ at: Int) -> Bool {
        cell[at] == 0xEF && cell[at + 1] == 0xBC && cell[at + 2] == 0x9A
    }

    /// How many bytes long the sign is that stands at a place; nil: there is none.
    private static func signLength(_ cell: ByteView, _ at: Int) -> Int? {
        if isSign(cell[at]) { return 1 }
        guard at + 2 < cell.count else { return nil }
        switch (cell[at], cell[at + 1], cell[at + 2]) {
        // （）
        case (0xEF, 0xBC, 0x88), (0xEF, 0xBC, 0x89): return 3
        // 〈〉《》「」『』【】, 〔〕〖〗
        case (0xE3, 0x80, 0x88...0x91), (0xE3, 0x80, 0x94...0x97): return 3
        default: return nil
        }
    }

    // MARK: Words

    private static func isWord(_ word: StaticString, _ cell: ByteView, isTotals: Bool) -> Bool {
        var at = 0
        for index in 0..<word.utf8CodeUnitCount {
            skipBlanks(cell, &at)
            let wanted = word.utf8Start[index]
            guard at < cell.count, (cell[at] < 0x80 ? lowered(cell[at]) : cell[at]) == wanted else { return false }
            at += 1
        }
        skipBlanks(cell, &at)
        guard at < cell.count else { return true }
        let rest = cell.from(at)
        if rest.begins(with: ":") || rest.begins(with: "：") || rest.begins(with: "(") || rest.begins(with: "（") {
            return true
        }
        // 合计5人. No letter is a digit's neighbour in a number that somebody made up.
        guard isTotals, word.utf8Start[0] >= 0x80 else { return false }
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(rest[0]) || rest.begins(with: "¥")
            || rest.begins(with: "￥")
            || rest.begins(with: "=")
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    /// Blanks, tabs, line ends, no-break and full-width blanks.
    private static func skipBlanks(_ text: ByteView, _ at: inout Int) {
        while at < text.count {
            if text[at] == 0x20 || (0x09...0x0D).contains(text[at]) {
                at += 1
            } else if at + 1 < text.count, text[at] == 0xC2, text[at + 1] == 0xA0 {
                at += 2
            } else if at + 2 < text.count, text[at] == 0xE3, text[at + 1] == 0x80, text[at + 2] == 0x80 {
                at += 3
            } else {
                return
            }
        }
    }

    /// Small letters, no blanks.
    private static let totalsWords: [StaticString] = [
        "合计", "小计", "总计", "共计", "累计", "总合计", "本页合计", "本页小计", "本页累计", "本月合计", "本月小计", "本月累计", "本季合计", "本季度合计",
        "本季累计", "本年合计", "本年累计", "当月合计", "全年合计", "全部合计", "合计金额", "合计人数", "合计人次", "合计笔数", "金额合计", "人数合计",
        "总计金额", "总计人数", "总条数", "记录数", "总记录数", "记录总数", "总金额", "总人数", "总笔数", "合計", "小計", "總計", "共計", "累計", "total",
        "totals", "subtotal",
        "sub-total", "grandtotal", "sum", "汇总", "匯總", "总数", "總數", "总共",
    ]

    private static let signatureWords: [StaticString] = [
        "制表人", "制表", "制表日期", "制表单位", "制单人", "制单", "复核人", "复核", "审核人", "审核", "审批人", "填表人", "填表", "填表日期", "填报人",
        "填报日期", "经办人", "负责人", "打印日期", "打印时间", "打印人", "导出日期", "导出时间", "导出人", "製表人", "製表", "複核", "審核", "審核人",
    ]
}
