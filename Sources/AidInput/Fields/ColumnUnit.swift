import AidModel

/// The unit of money that the name of a column says, if it says one.
///
/// A unit counts only where it cannot be a part of another word: in brackets, behind a separator
/// (`金额/千元`, `金额_分`, `AmountFen`), or as a suffix that is nothing else (`金额万元`). So 分公司金额,
/// 万达金额 and 部分金额 say none.
enum ColumnUnit: Hashable {
    case none
    case unit(MoneyUnit)
    case several(String)
    /// The name of another currency.
    case foreign(String)
    /// What should name a currency, and is none that is known.
    case unknown(String)

    /// - Parameters:
    ///   - name: of a column, cleaned; of an element or attribute without namespace.
    ///   - currency: whose name says nothing.
    init(of name: String, currency: Currency) {
        var found: Set<MoneyUnit> = []
        var foreign: String?
        func note(_ text: String) -> Bool {
            if let unit = ColumnUnit.unit(text) {
                found.insert(unit)
                return true
            }
            if let code = CurrencyWord.code(inName: text) {
                if code != currency.code { foreign = text }
                return true
            }
            return false
        }
        let name = ColumnUnit.halfWidth(name)
        // What is nothing but a unit.
        if let unit = ColumnUnit.units[name.lowercased()] {
            self = .unit(unit)
            return
        }
        let (outer, brackets) = ColumnUnit.takingOutBrackets(name)
        for (text, isLast) in brackets {
            // Not at the end, a lone character may be a part of a word: （分）公司金额.
            guard isLast || text.count > 1 else { continue }
            if note(text) { continue }
            for part in text.split(whereSeparator: { ",、;/ ".contains($0) }) where part.count > 1 || isLast {
                _ = note(String(part))
            }
        }
        if !ColumnUnit.noteEnd(of: outer, note), let suffix = ColumnUnit.suffix(of: outer) { _ = note(suffix) }
        if let foreign {
            self = .foreign(foreign)
        } else if found.count > 1 {
            self = .several(found.map(\.rawValue).sorted().joined(separator: "、"))
        } else {
            self = found.first.map { .unit($0) } ?? .none
        }
    }

    /// As it is shown.
    var shown: String {
        switch self {
        case .none: ""
        case .unit(let unit): unit.rawValue
        case .several(let text), .foreign(let text), .unknown(let text): text
        }
    }

    // MARK: Parts of a name

    /// Full-width signs, brackets among them, made half-width.
    static func halfWidth(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
            scalars.append(isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(scalars)
    }

    private static let brackets: [Character: Character] = [
        "(": ")", "[": "]", "【": "】", "〔": "〕", "{": "}", "〈": "〉", "<": ">", "「": "」",
    ]

    /// The text outside of brackets, and what stands in each of them.
    private static func takingOutBrackets(_ name: String) -> (outer: String, inner: [(text: String, isLast: Bool)]) {
        var outer = ""
        var inner: [(text: String, end: String.Index)] = []
        var rest = name[...]
        while let open = rest.firstIndex(where: { brackets[$0] != nil }), let closing = brackets[rest[open]] {
            guard let close = rest[open...].firstIndex(of: closing) else { break }
            outer += rest[..<open] + " "
            inner.append((String(rest[rest.index(after: open)..<close]), close))
            rest = rest[rest.index(after: close)...]
        }
        outer += rest
        // Of brackets at the end there may be several: 金额（元）（含税).
        let end = rest.allSatisfy(\.isWhitespace)
        return (outer, inner.map { ($0.text, end && isAtEnd($0.end, of: name)) })
    }

    /// Whether nothing but brackets and blanks follows a bracket.
    private static func isAtEnd(_ close: String.Index, of name: String) -> Bool {
        var depth = 0
        for character in name[name.index(after: close)...] {
            if brackets[character] != nil {
                depth += 1
            } else if brackets.values.contains(character) {
                depth -= 1
            } else if depth <= 0, !character.isWhitespace {
                return false
            }
        }
        return true
    }

    /// Notes the last words of a text, the most of them first.
    private static func noteEnd(of text: String, _ note: (String) -> Bool) -> Bool {
        var words = words(of: text)
        while let last = words.last, perWords.contains(last) || notes.contains(last) { words.removeLast() }
        // A text of one word alone is a name: 元 may be anything.
        for count in [4, 3, 2, 1] where words.count > count {
            if note(words.suffix(count).joined()) { return true }
        }
        return false
    }

    /// Words between separators; a capital letter behind a small one begins one, too.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        func isCapital(_ character: Character) -> Bool { ("A"..."Z").contains(character) }
        for character in text {
            let isSeparator = character.isWhitespace || "/_-–—:,、|·・.;".contains(character)
            let startsWord = isCapital(character) && word.last.map { ("a"..."z").contains($0) } ?? false
            if isSeparator || startsWord {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if !isSeparator { word.append(character) }
        }
        return word.isEmpty ? words : words + [word]
    }

    /// What a unit is given for, and what else is said of it: 元/人.
    private static let perWords: Set<String> = ["人", "人次", "次", "笔", "件", "每人", "每笔", "位"]
    private static let notes: Set<String> = ["整", "人民币"]

    /// A unit right behind the word of which it is one.
    private static func suffix(of text: String) -> String? {
        let text = words(of: text).last ?? ""
        for unit in ["百万元", "千万元", "十万元", "万元", "千元", "百元", "十元", "亿元"] where text.hasSuffix(unit) { return unit }
        // 万元金额; not 万元以上金额.
        for unit in ["百万元", "千万元", "十万元", "万元", "千元", "亿元"]
        where text.hasPrefix(unit) && !text.hasPrefix(unit + "以") { return unit }
        for sign in ["额W", "额w"] where text.hasSuffix(sign) { return "万元" }
        for name in CurrencyWord.names.keys where text.hasSuffix(name) && text.count > name.count { return name }
        let money = ["额", "款", "金", "费", "币"]
        if text.hasSuffix("元"), money.contains(where: { text.hasSuffix($0 + "元") }) { return "元" }
        for unit in ["百万", "万", "千", "亿", "分", "角"] where text.hasSuffix("额" + unit) { return unit }
        let lower = text.lowercased()
        for unit in ["yuan", "fen", "cents", "cny", "rmb"] {
            for word in ["amount", "amt", "money", "fee", "sum"] where lower.hasSuffix(word + unit) { return unit }
        }
        return nil
    }

    // MARK: Words for units

    private static func unit(_ text: String) -> MoneyUnit? {
        var text = normalized(text)
        if let unit = units[text] { return unit }
        for start in ["单位:", "单位", "單位:", "單位", "以", "unit:", "unit", "in"] where text.hasPrefix(start) {
            text.removeFirst(start.count)
            break
        }
        for start in ["人民币:", "人民币", "rmb", "cny", "¥", "￥"] where text.hasPrefix(start) {
            text.removeFirst(start.count)
            break
        }
        for end in ["为单位", "计", "/人次", "/人", "/笔", "/次", "/件", "人民币", "整", "rmb", "cny"]
        where text.hasSuffix(end) {
            text.removeLast(end.count)
            break
        }
        return units[text]
    }

    private static func normalized(_ text: String) -> String {
        text.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
    }

    private static let units: [String: MoneyUnit] = {
        let words: [MoneyUnit: String] = [
            .fen: "分 fen cent cents", .jiao: "角 jiao",
            .yuan: "元 圆 圓 yuan 1元 元整", .tenYuan: "十元 10元 10yuan ×10元 x10元",
            .hundredYuan: "百 百元 100元 100yuan hundredyuan",
            .thousandYuan:
                "k k元 kyuan kcny tcny 千 仟 仟元 千圆 ×1000元 x1000元 ×1000 x1000 000 '000 千 千元 1000元 1,000元 1000yuan 1,000yuan thousand thousands thousandyuan thousandsofyuan kyuan "
                + "'000 '000yuan yuan'000",
            .tenThousandYuan:
                "w w元 万圆 萬圆 萬圓 ×10000元 x10000元 ×10000 x10000 '0000 0000 tensofthousands tensofthousandsyuan 万 萬 万元 萬元 10000元 10,000元 10000yuan 10,000yuan 10000 10,000 wan wanyuan 10k 10kyuan "
                + "tenthousand tenthousands tenthousandyuan 10thousandyuan 10thousand",
            .hundredThousandYuan: "十万 十万元 100000元 100,000元",
            .millionYuan: "mn mm 百万 百万元 1000000元 1,000,000元 million millions millionyuan millionsofyuan",
            .tenMillionYuan: "千万 千万元",
            .hundredMillionYuan: "亿 億 亿元 億元 100millionyuan hundredmillionyuan",
        ]
        return words.reduce(into: [:]) { units, entry in
            for word in entry.value.split(separator: " ") { units[String(word)] = entry.key }
        }
    }()
}
