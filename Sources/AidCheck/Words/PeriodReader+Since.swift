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

    /// 一年前, 两年前
    func yearsAgo(at start: Int) -> (years: Int, end: Int)? {
        guard "一两三".unicodeScalars.contains(text[start]),
            start == 0 || !"十百千万".unicodeScalars.contains(text[start - 1]),
            let years = ["一年前", "两年前", "三年前"].firstIndex(where: { scan.has($0, at: start) })
        else { return nil }
        return (years + 1, start + 3)
    }
}
