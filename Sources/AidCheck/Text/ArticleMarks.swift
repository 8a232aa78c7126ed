/// What Markdown and HTML say of the lines that were read: their headings and rules.
struct ArticleMarks: Sendable {
    /// By the lines' number; 1 is the highest.
    private(set) var levels: [Int: Int] = [:]
    /// Lines before which a rule stands.
    private(set) var afterRule: Set<Int> = []

    init(_ draft: DraftText, _ read: ReadWriter, _ text: CleanText) {
        guard !draft.marks.headings.isEmpty || !draft.marks.rules.isEmpty else { return }
        let starts = read.lines.map { $0.range.isEmpty ? 0 : text.places[read.indexes[$0.range.lowerBound]] }
        for heading in draft.marks.headings {
            if let line = ArticleMarks.line(starts, heading.place) { levels[line] = heading.level }
        }
        for rule in draft.marks.rules {
            if let line = ArticleMarks.line(starts, rule) { afterRule.insert(line) }
        }
    }

    /// The first line that begins at or after a place.
    private static func line(_ starts: [Int], _ place: Int) -> Int? {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low < starts.count ? low : nil
    }
}
