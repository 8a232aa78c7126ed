/// Takes a text apart from its start.
struct TwinWords {
    private let scalars: [Unicode.Scalar]
    private var next = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    var isAtEnd: Bool { next == scalars.count }

    mutating func take(_ word: String) -> Bool {
        let wanted = Array(word.unicodeScalars)
        guard scalars.count - next >= wanted.count, Array(scalars[next..<next + wanted.count]) == wanted else {
            return false
        }
        next += wanted.count
        return true
    }

    mutating func takeAll(_ word: String) -> Int {
        var count = 0
        while take(word) { count += 1 }
        return count
    }

    /// As many digits as come, or nil where there are more or fewer than wanted.
    mutating func digits(_ count: ClosedRange<Int>) -> String? {
        let start = next
        while next < scalars.count, ("0"..."9").contains(scalars[next]) { next += 1 }
        guard count.contains(next - start) else {
            next = start
            return nil
        }
        return String(String.UnicodeScalarView(scalars[start..<next]))
    }
}

/// Rule 2 for days.
extension TwinReader {
    static func day(_ text: String) -> TwinDay? {
        var words = TwinWords(text)
        if let year = words.digits(4...4) {
            let ends = [["-", "-", ""], ["/", "/", ""], [".", ".", ""], ["年", "月", "日"]].first { words.take($0[0]) }
            guard let ends, let month = words.digits(1...2), words.take(ends[1]), let day = words.digits(1...2),
                words.take(ends[2])
            else { return nil }
            return words.isAtEnd || isTime(&words) ? TwinDay(Int(year)!, Int(month)!, Int(day)!) : nil
        }
        guard let number = words.digits(8...8) ?? words.digits(14...14).flatMap(dayOfLong),
            words.isAtEnd || isTime(&words)
        else { return nil }
        let plain = Int(number)!
        return TwinDay(plain / 10_000, plain / 100 % 100, plain % 100)
    }

    /// The first eight of the digits YYYYMMDDHHMMSS.
    private static func dayOfLong(_ digits: String) -> String? {
        let time = Int(digits.suffix(6))!
        guard time / 10_000 < 24, time / 100 % 100 < 60, time % 100 < 60 else { return nil }
        return String(digits.prefix(8))
    }

    private static func isTime(_ words: inout TwinWords) -> Bool {
        guard words.takeAll(" ") > 0 || words.take("T") else { return false }
        guard let hour = words.digits(1...2), Int(hour)! < 24, words.take(":"), let minute = words.digits(2...2),
            Int(minute)! < 60
        else { return false }
        if words.take(":") {
            guard let second = words.digits(2...2), Int(second)! < 60 else { return false }
            if words.take("."), words.digits(1...99) == nil { return false }
        }
        if !words.take("Z"), words.take("+") || words.take("-") {
            guard words.digits(2...2) != nil else { return false }
            if words.take(":"), words.digits(2...2) == nil { return false }
        }
        return words.isAtEnd
    }
}

/// Rule 2 for amounts.
extension TwinReader {
    static func amount(_ text: String, minorDigits: Int) -> (isNegative: Bool, magnitude: Int)? {
        var words = TwinWords(text)
        var isNegative = words.take("-")
        let hasMark = words.take("¥") || words.take("￥")
        if hasMark {
            _ = words.takeAll(" ")
            isNegative = isNegative || words.take("-")
        }
        var whole = words.digits(1...9_999) ?? ""
        if words.take(",") {
            guard (1...3).contains(whole.count) else { return nil }
            repeat {
                guard let group = words.digits(3...3) else { return nil }
                whole += group
            } while words.take(",")
        }
        var fraction = ""
        if words.take(".") {
            guard let digits = words.digits(1...9_999) else { return nil }
            fraction = digits
        }
        if !hasMark, !words.isAtEnd {
            _ = words.takeAll(" ")
            guard words.take("元") else { return nil }
        }
        guard words.isAtEnd, !(whole.isEmpty && fraction.isEmpty) else { return nil }
        guard fraction.dropFirst(minorDigits).allSatisfy({ $0 == "0" }) else { return nil }
        let digits = (whole + (fraction + "0000").prefix(minorDigits)).drop { $0 == "0" }
        guard let magnitude = digits.isEmpty ? 0 : Int(digits) else { return nil }
        return (isNegative && magnitude > 0, magnitude)
    }
}
