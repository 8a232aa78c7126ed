import AidModel

/// Whether words tell of one person, whose money is none of the programme's totals.
extension DraftReader {
    private static let sayings = [
        "说", "表示", "介绍", "告诉", "透露", "坦言", "称", "算", "指出", "said", "says", "told", "added", "explained",
    ]
    private static let costs = ["自付", "自费", "医疗费", "医药费", "药费", "总费用", "费用", "负担"]
    /// People whose own a figure need not be: 打入本人账户.
    private static let reflexives = ["本人", "自己"]

    /// Whether the person at a place only says what follows: 他介绍, said Mr Li.
    func isSpeaker(_ index: Int) -> Bool {
        let scan = TextScan(text: text)
        if scan.end(ofAny: Self.reflexives, at: tokens[index].range.lowerBound) != nil { return true }
        if scan.end(ofAny: Self.sayings, at: tokens[index].range.upperBound - 1) != nil { return true }
        let after = tokens[(index + 1)...].prefix(3).prefix { !$0.kind.endsClause }
        let before = tokens[..<index].suffix(1)
        return (Array(before) + Array(after)).contains { scan.end(ofAny: Self.sayings, at: $0.range.lowerBound) != nil }
    }

    /// Whether what somebody paid stands there, with how much: 自付2.37万元.
    func isCost(_ index: Int) -> Bool {
        guard TextScan(text: text).end(ofAny: Self.costs, at: tokens[index].range.lowerBound) != nil else {
            return false
        }
        return tokens[(index + 1)...].prefix(2).contains { $0.kind.numeral?.unit == .money }
    }

    /// Whether a word takes the sentence from one person to all: 全市, 二季度, 受助职工.
    func tellsOfAll(_ kind: DraftToken.Kind) -> Bool {
        switch kind {
        case .measure, .whole, .sum, .group, .sameGroup, .ownDistrict, .those, .since, .respectively: true
        case .period(let words): !words.isRelative
        default: false
        }
    }
}
