import AidNews

/// Times that are compared with: 相比去年同期, than a year before.
extension PeriodReader {
    private static let leads = WordList([
        "高于", "低于", "多于", "少于", "超过", "快于", "相比于", "相较于", "相比", "相较", "对比", "较之", "比起", "较", "比", "与", "同", "和", "跟",
    ])
    private static let englishLeads = [
        "compared with", "compared to", "compared against", "exceeded", "exceeding", "surpassed",
        "surpassing",
        "outstripped", "relative to", "in comparison with", "vs", "from", "than", "versus", "against", "over", "on",
        "as in",
        "as",
    ]

    /// The place after words between a comparison and its time: than it had been in, above the level of.
    func afterFillers(_ start: Int) -> Int {
        var at = scan.skipSpace(start)
        for words in [
            [
                "it had done", "it had been", "it had", "it did", "it was", "they had", "the case",
                "those of", "that of",
                "the figure for", "the figure in", "the figure of", "the level of", "the level in",
                "the total for",
                "the total of", "the number in", "what it was", "what it had been",
            ], ["in", "during", "for"],
        ] {
            if let word = words.first(where: { scan.hasWord($0, at: at) }) {
                at = scan.skipSpace(at + word.unicodeScalars.count)
            }
        }
        return at
    }

    func comparison(at start: Int) -> DraftToken? {
        if let lead = Self.leads.found(text, at: start) {
            let isWeak = lead.end == start + 1 && "与同和跟".unicodeScalars.contains(text[start])
            guard let (words, end) = period(at: lead.end) else { return nil }
            let after = ["相比较", "相比", "比较", "相较", "比", "对比"].first { scan.has($0, at: end) }
            if isWeak, after == nil {
                // 与去年同期的83.36万人相比: the base itself stands between.
                let rest = text[end..<min(end + 64, text.count)].prefix { !"，。；\n".unicodeScalars.contains($0) }
                let words = String(String.UnicodeScalarView(rest))
                let isThan = ["相比", "相较", "对比", "比较"].contains { words.contains($0) } || words.hasSuffix("比")
                guard isThan else { return nil }
            }
            return DraftToken(range: start..<end + (after?.unicodeScalars.count ?? 0), kind: .comparison(words))
        }
        guard text[start].isLatinLetter else { return nil }
        for lead in Self.englishLeads where scan.hasWord(lead, at: start) {
            let at = afterFillers(start + lead.unicodeScalars.count)
            guard let (words, end) = englishPeriod(at: at), words.year != nil || words.span != nil else { continue }
            // "over the second quarter" may be the time itself.
            if ["over", "on"].contains(lead), !words.isRelative { continue }
            if lead == "from", !words.isRelative, words.span == nil { continue }
            // from January to September is the time itself
            if lead == "from", englishMonths(at: at) != nil {
                return DraftToken(range: start..<end, kind: .period(words))
            }
            return DraftToken(range: start..<end, kind: .comparison(words))
        }
        return nil
    }
}
