/// Times that last until now, or are counted back from it.
extension PeriodReader {
    /// In characters: what stands between a time and 以来.
    private static let sinceReach = 12

    /// The end of 以来 after a time that 自 stands before.
    func sinceEnd(from start: Int, _ end: Int) -> Int? {
        guard start > 0, text[start - 1] == "自" || text[start - 1] == "从" else { return nil }
        for place in end..<min(text.count, end + Self.sinceReach) {
            guard text[place].isHan else { return nil }
            if let tail = scan.end(ofAny: ["以来", "至今"], at: place) { return tail }
        }
        return nil
    }

    private static let agoWords = ["一", "两", "三"].enumerated().flatMap { place, number in
        let year = number + "年"
        return ["往前推" + year, "向前推" + year, "前推" + year, year + "之前", year + "以前", year + "前"].map {
            (word: $0, years: place + 1)
        }
    }
    private static let ago = WordList(agoWords.map(\.word))

    /// 一年前, 往前推两年
    func yearsAgo(at start: Int) -> (years: Int, end: Int)? {
        guard start == 0 || !"十百千万".unicodeScalars.contains(text[start - 1]),
            let found = Self.ago.found(text, at: start)
        else { return nil }
        return (Self.agoWords[found.place].years, found.end)
    }
}
