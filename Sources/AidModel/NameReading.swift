/// Reads the name of a file from its beginning to its end, number by number.
struct NameReading {
    private let letters: [Unicode.Scalar]
    private var next = 0

    init(_ name: String) {
        letters = name.unicodeScalars.map(NameReading.halfWidth)
    }

    var isAtEnd: Bool { next == letters.count }

    mutating func takeLetter() -> Unicode.Scalar {
        next += 1
        return letters[next - 1]
    }

    /// A number of digits, of Chinese numerals, a month by its English name, or a third of a month (上旬).
    mutating func takeNumber() -> NameNumber? {
        takeDigits() ?? takeNumeral() ?? takeTenDays() ?? takeMonth()
    }

    /// Whether a name ends here: a folder's, that of an archive or of a file before its extension.
    var isAtNameEnd: Bool {
        switch letters[next] {
        case "/", "#": return true
        case ".":
            let rest = letters[(next + 1)...].prefix { $0 != "/" && $0 != "#" }
            return rest.first?.properties.isAlphabetic == true
                && rest.allSatisfy { $0.isASCII && ($0 == "." || $0.isNameLetter || $0.digit != nil) }
        default: return false
        }
    }

    private mutating func takeDigits() -> NameNumber? {
        let digits = letters[next...].prefix { $0.digit != nil }
        guard !digits.isEmpty else { return nil }
        next += digits.count
        return NameNumber(digits: digits.compactMap(\.digit))
    }

    /// 二〇二三, 十二, 一百零五.
    private mutating func takeNumeral() -> NameNumber? {
        let run = letters[next...].prefix { NameReading.numerals[$0] != nil || NameReading.units[$0] != nil }
        // No number of files, and no year, is longer.
        guard (1...9).contains(run.count) else { return nil }
        next += run.count
        guard run.contains(where: { NameReading.units[$0] != nil }) else {
            return NameNumber(digits: run.compactMap { NameReading.numerals[$0] })
        }
        var (sum, digit) = (0, nil as Int?)
        for letter in run {
            if let unit = NameReading.units[letter] {
                sum += (digit ?? 1) * unit
                digit = nil
            } else {
                digit = NameReading.numerals[letter].map(Int.init)
            }
        }
        return NameNumber(sum + (digit ?? 0))
    }

    private mutating func takeTenDays() -> NameNumber? {
        guard next + 1 < letters.count, letters[next + 1] == "旬", let place = NameReading.tenDays[letters[next]] else {
            return nil
        }
        next += 1
        return NameNumber(place)
    }

    private mutating func takeMonth() -> NameNumber? {
        guard next == 0 || !letters[next - 1].isNameLetter else { return nil }
        let word = letters[next...].prefix(10).prefix { $0.isNameLetter }
        let text = word.reduce(into: "") { $0.unicodeScalars.append($1) }.lowercased()
        guard text.count >= 3,
            let month = NameReading.months.firstIndex(where: { $0 == text || $0.prefix(3) == text })
        else { return nil }
        next += word.count
        return NameNumber(month + 1)
    }

    private static func halfWidth(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(letter.value) else { return letter }
        return Unicode.Scalar(letter.value - 0xFEE0) ?? letter
    }

    private static let numerals: [Unicode.Scalar: UInt8] = [
        "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let units: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]
    private static let tenDays: [Unicode.Scalar: Int] = ["上": 1, "中": 2, "下": 3]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}

extension Unicode.Scalar {
    /// From 0 to 9.
    fileprivate var digit: UInt8? {
        ("0"..."9").contains(self) ? UInt8(truncatingIfNeeded: value) - UInt8(ascii: "0") : nil
    }

    fileprivate var isNameLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
