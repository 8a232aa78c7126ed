/// Tells the articles of a page apart.
///
/// A page is known by what stands at its head, by rules, by several reports that begin with 本报讯. On a page each
/// headline begins an article; in a draft of one article, headlines within it are those of its parts, unless
/// nothing of what follows them was spoken of before.
struct ArticleSplit: Sendable {
    private(set) var articles: [ReadText.Article] = []
    private let text: [Unicode.Scalar]
    private let lines: [ReadWriter.Line]
    private let looks: [LineLook]
    private let marks: ArticleMarks
    private let page: PageSigns
    /// The first lines of articles, with how many lines their headlines have.
    private var starts: [(line: Int, headCount: Int)] = []
    private var subject = ArticleSubject()
    /// The last headline says that short articles stand below: 简讯.
    private var isDigest = false

    init(_ read: ReadWriter, _ marks: ArticleMarks) {
        text = read.scalars
        lines = read.lines
        self.marks = marks
        let hasHeadings = !marks.levels.isEmpty
        looks = LineLook.all(read, headings: hasHeadings ? marks.levels : nil)
        page = PageSigns(looks, read.lines, marks)
        split()
        finish()
    }

    private mutating func split() {
        var line = 0
        while line < lines.count {
            let headEnd = self.headEnd(line)
            if headEnd > line {
                if starts.isEmpty || beginsArticle(line, headEnd) { begin(line, headCount: headEnd - line) }
                take(line..<headEnd)
                line = headEnd
                continue
            }
            if line == 0 || beginsWithoutHead(line) {
                begin(line, headCount: looks[line].kind == .headedItem ? 1 : 0)
            }
            take(line..<line + 1)
            line += 1
        }
    }

    private mutating func begin(_ line: Int, headCount: Int) {
        starts.append((line, headCount))
        if headCount > 0 { isDigest = looks[line].isDigestHead }
        subject = ArticleSubject()
    }

    private mutating func take(_ range: Range<Int>) {
        for line in range { subject.add(text[lines[line].range]) }
    }

    /// The line after the headlines that begin with a line; the line itself: it is none.
    private func headEnd(_ line: Int) -> Int {
        var end = line
        while end < lines.count, end - line < 4, looks[end].kind == .headline {
            // Headings of Markdown and HTML are headlines each.
            if end > line, !marks.levels.isEmpty { break }
            end += 1
        }
        return end
    }

    // MARK: Whether an article begins

    private func beginsArticle(_ line: Int, _ headEnd: Int) -> Bool {
        if marks.afterRule.contains(line) { return true }
        let before = looks[line - 1].kind
        if before == .rule || before == .pageMark { return true }
        if let level = marks.levels[line] {
            if level == page.articleLevel { return true }
            guard page.articleLevel == nil, level == page.topLevel.map({ $0 + 1 }) else { return false }
            return page.isPage || !isOfSubject(line, headEnd)
        }
        var body = headEnd
        while body < lines.count, looks[body].kind == .byline { body += 1 }
        guard body < lines.count else { return before != .prose || page.isPage }
        if looks[body].kind == .dateline { return true }
        // The caption of a table belongs to what is said before it, unless that is a table as well.
        if looks[body].kind == .row { return before == .row || page.isPage && lines[line].isAfterEmpty }
        if looks[line].isDigestHead, page.isPage { return true }
        // Where reports begin with 本报讯, a headline that stands closer than theirs is that of a part.
        if page.datelineCount > 1, !lines[line].isAfterEmpty {
            return !page.areHeadsApart && !isOfSubject(line, headEnd)
        }
        if page.isPage { return true }
        // Below a headline stands prose, not a number or a word.
        let text = lines[body]
        return (text.last.ending == .sentence || text.range.count >= 30) && !isOfSubject(line, headEnd)
    }

    private func beginsWithoutHead(_ line: Int) -> Bool {
        if marks.afterRule.contains(line) { return true }
        let before = looks[line - 1].kind
        if before == .rule, looks[line].kind != .rule { return true }
        switch looks[line].kind {
        case .dateline:
            guard let start = starts.last else { return true }
            return (start.line..<line).contains { looks[$0].isBody }
        case .aside, .pageMark: return before != looks[line].kind
        case .headedItem: return true
        case .item:
            return page.areItemsArticles || isDigest
        case .prose: return before == .caption || (before == .pageMark && page.isPage)
        case .caption: return true
        default: return false
        }
    }

    /// Whether what a headline stands above speaks of what the article spoke of before.
    private func isOfSubject(_ line: Int, _ headEnd: Int) -> Bool {
        var part = ArticleSubject()
        var end = headEnd
        while end < lines.count, looks[end].kind != .headline { end += 1 }
        for line in line..<end { part.add(text[lines[line].range]) }
        return part.isNear(subject)
    }

    // MARK: The articles

    private mutating func finish() {
        for (index, start) in starts.enumerated() {
            let from = index == 0 ? 0 : lines[start.line].range.lowerBound
            let to = index + 1 < starts.count ? lines[starts[index + 1].line].range.lowerBound : text.count
            let headline = lines[start.line..<start.line + start.headCount].map(\.range)
            articles.append(ReadText.Article(range: from..<to, headline: Array(headline)))
        }
    }
}
