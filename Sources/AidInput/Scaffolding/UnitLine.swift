import AidModel

/// A line that says the unit of the amounts of its file: 单位：万元, （金额单位：元）, 赔付明细表（单位：万元）.
enum UnitLine {
    private static let longest = 60
    /// Signs between the word and what it says.
    private static let signs = Set(" :为為是=\"'“”‘’([【")
    /// What ends what is said.
    private static let ends = Set(")]}】〕》>;；。|")
    /// What may stand before 单位 that still speaks of money: 金额单位, 计量单位, 计价单位. 工作单位 is an employer.
    private static let before = Set("额額币幣量值价價")

    /// nil: the text says no unit.
    ///
    /// - Parameter cell: the first of the line that is not blank, cleaned; the line stands among the records.
    static func kind(_ cell: ByteView, _ currency: Currency) -> LineKind? {
        // A colon, be it of full width.
        guard cell.count >= 3, cell.count <= longest, cell.contains(where: { $0 == 0x3A || $0 == 0x9A }) else {
            return nil
        }
        let text = ColumnUnit.halfWidth(String(decoding: cell, as: UTF8.self))
        guard text.contains(":") else { return nil }
        switch told(text, currency) {
        // 单位：某某公司.
        case .none, .unknown: return nil
        case .unit(let unit): return .unit(unit)
        case .several, .foreign: return .unit(nil)
        }
    }

    /// What a cell says that is alone on its line: 注：本表金额单位为万元, 以上金额以万元为单位. nil: it says no unit.
    ///
    /// - Parameter cell: cleaned.
    static func kind(inNote cell: ByteView, _ currency: Currency) -> LineKind? {
        guard cell.count <= 4096, hasUnitWord(cell) else { return nil }
        let text = ColumnUnit.halfWidth(String(decoding: cell, as: UTF8.self))
        // Behind 单位 the sentence may go on: 单位为万元；共10条.
        var said = ColumnUnit.none
        for part in text.split(whereSeparator: { ";；。,，".contains($0) }) {
            said = said.joined(with: told(String(part), currency))
        }
        let (joined, found) = (said, sentences(text, currency))
        switch joined.joined(with: found) {
        case .none, .unknown: return nil
        case .unit(let unit): return .unit(unit)
        case .several, .foreign: return .unit(nil)
        }
    }

    /// 单位, 單位.
    private static func hasUnitWord(_ cell: ByteView) -> Bool {
        cell.firstRange(of: "单位".utf8) != nil || cell.firstRange(of: "單位".utf8) != nil
    }

    /// 以万元为单位.
    private static func sentences(_ text: String, _ currency: Currency) -> ColumnUnit {
        var said = ColumnUnit.none
        for end in ["为单位", "為單位"] {
            for found in text.ranges(of: end) {
                guard let start = text[..<found.lowerBound].lastIndex(where: { "以按".contains($0) }) else { continue }
                let part = text[text.index(after: start)..<found.lowerBound]
                if namesMoney(part), !hasDigits(part) { said = said.joined(with: meaning(String(part), currency)) }
            }
        }
        return said
    }

    /// What a cell above the header says of the unit: behind a word for units as below it, but also in brackets
    /// (赔付明细（万元）), alone (万元), and within a sentence (金额以万元为单位, amounts in 10,000 yuan).
    ///
    /// - Parameter cell: cleaned.
    static func said(above cell: String, _ currency: Currency) -> ColumnUnit {
        guard cell.utf8.count <= 4096 else { return .none }
        let text = ColumnUnit.halfWidth(cell)
        var said = told(text, currency)
        func note(_ part: some StringProtocol) {
            // 10000元 may be what was paid.
            guard namesMoney(part), !hasDigits(part) else { return }
            said = said.joined(with: meaning(String(part), currency))
        }
        note(text)
        let parts = text.split(omittingEmptySubsequences: false) { "([{【〔<".contains($0) }
        for part in parts.dropFirst() {
            if let end = part.firstIndex(where: { ")]}】〕>".contains($0) }) { note(part[..<end]) }
        }
        for end in ["为单位", "為單位", "计", "計"] {
            for found in text.ranges(of: end) {
                if let start = text[..<found.lowerBound].lastIndex(where: { "以按".contains($0) }) {
                    note(text[text.index(after: start)..<found.lowerBound])
                }
            }
        }
        let lower = text.lowercased()
        for start in [" in ", "(in "] {
            for found in lower.ranges(of: start) {
                let rest = withoutDigitCommas(String(lower[found.upperBound...])).prefix {
                    !ends.contains($0) && $0 != ","
                }
                if namesMoney(rest) { said = said.joined(with: meaning(String(rest), currency)) }
            }
        }
        return said
    }

    /// What stands behind 单位, 货币 and the like.
    private static func told(_ text: String, _ currency: Currency) -> ColumnUnit {
        var said = ColumnUnit.none
        let lower = text.lowercased()
        for word in ["单位", "單位", "金额", "金額", "货币", "貨幣", "币种", "幣種", "unit", "units"] {
            for found in lower.ranges(of: word) {
                let previous = lower[..<found.lowerBound].last
                let mayStand = previous.map { !$0.isLetter || before.contains($0) || word.first == "金" } ?? true
                // 工作单位, 填报单位: of people. 金额: says nothing by itself.
                guard mayStand else { continue }
                let rest = lower[found.upperBound...]
                let between = rest.prefix { signs.contains($0) }
                guard !between.allSatisfy(\.isWhitespace), word.first != "金" || between.contains(":") else { continue }
                let value = withoutDigitCommas(String(rest.dropFirst(between.count))).prefix {
                    !ends.contains($0) && $0 != "("
                }
                if word.first == "金", hasDigits(value) { continue }
                said = said.joined(with: beginning(value, currency))
            }
        }
        return said
    }

    /// What a text says that may go on with something else: 万元 制表人：王某.
    private static func beginning(_ text: Substring, _ currency: Currency) -> ColumnUnit {
        let words = text.split(whereSeparator: \.isWhitespace)
        for count in stride(from: min(words.count, 6), to: 0, by: -1) {
            let said = meaning(words.prefix(count).joined(), currency)
            if said != .none { return said }
        }
        return .none
    }

    private static func meaning(_ text: String, _ currency: Currency) -> ColumnUnit {
        let text = withoutDigitCommas(text)
        return ColumnUnit(saidBy: text.filter { !$0.isWhitespace }, as: .unit, currency: currency)
    }

    /// Whether a text names money, and not just a number: 万 and 分 alone may be parts of anything.
    private static func namesMoney(_ text: some StringProtocol) -> Bool {
        let lower = text.lowercased()
        return ["元", "圆", "圓", "yuan", "rmb", "cny"].contains { lower.contains($0) }
    }

    private static func hasDigits(_ text: some StringProtocol) -> Bool {
        text.contains { $0.isASCII && $0.isNumber }
    }

    /// 10,000元 as 10000元.
    private static func withoutDigitCommas(_ text: String) -> String {
        text.replacing(/([0-9])[,，](?=[0-9]{3})/) { "\($0.1)" }
    }
}
