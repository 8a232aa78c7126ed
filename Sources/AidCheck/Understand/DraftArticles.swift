import AidModel
import AidNews

/// The articles of a draft taken apart into words, and which of them are about the programme.
struct DraftArticles: Sendable {
    struct Article: Sendable {
        var range: Range<Int>
        var tokens: [DraftToken]
        /// nil: it cannot be told.
        var isOurs: Bool?
    }

    let all: [Article]
    /// The words of a table's cell, or of what stands above it, with cities as what they are to the programme.
    let lexed: @Sendable (Range<Int>) -> [DraftToken]

    /// Whether what a cell says may as well be the name of a group.
    let isAmbiguous: @Sendable (Range<Int>) -> Bool

    /// - Parameters:
    ///   - names: what the programme, its groups and its recipients are called.
    ///   - carry: of a piece of a larger draft, what it goes on from.
    init(_ read: ReadText, names: ProgrammeNames, after carry: DraftCarry? = nil) {
        let tables = read.articleTables
        var articles = zip(read.articles, tables).map { article, tables in
            let tokens = Self.prose(article.range, without: tables.compactMap(\.range)).flatMap {
                DraftLexer.tokens(read, in: $0, names: names)
            }
            let captions = tables.flatMap { table in
                table.rows.prefix(1).joined().flatMap { DraftLexer.tokens(read, in: $0, names: names) }
            }
            return Article(range: article.range, tokens: tokens, isOurs: Self.isOurs(tokens + captions, names))
        }
        // What has no headline of its own goes on with what stands before it: questions and answers, lists.
        for place in articles.indices.dropFirst()
        where articles[place].isOurs == false && articles[place - 1].isOurs != false
            && Self.goesOn(read.articles[place], read)
        {
            articles[place].isOurs = nil
        }
        if let first = articles.first, first.isOurs == false {
            // A draft of one article is about what it is checked for. A piece goes on with what stands before it.
            let isOfOurs = carry.map { $0.isOurs != false && Self.goesOn(read.articles[0], read) }
            if isOfOurs ?? (articles.count == 1) { articles[0].isOurs = nil }
        }
        let ours = articles.filter { $0.isOurs != false }.map(\.tokens)
        let cities = OwnCities(read.scalars, ours, names: names)
        for place in articles.indices { articles[place].tokens = cities.told(articles[place].tokens, read.scalars) }
        all = articles
        isAmbiguous = { names.isAmbiguous(read.scalars[$0]) }
        lexed = { range in
            if let group = names.group(of: read.scalars[range]) {
                return [DraftToken(range: range, kind: .group(group))]
            }
            return cities.told(DraftLexer.tokens(read, in: range, names: names), read.scalars)
        }
    }

    /// The districts of which no fact is known.
    func districts(_ read: ReadText, known: [PublishedCell.Group]) -> DistrictNames {
        DistrictNames(read.scalars, all.flatMap(\.tokens), known: known)
    }

    /// Whether an article that is about the programme has named the quarter that all of the draft is about.
    func namesQuarter(_ setting: DraftSetting) -> Bool {
        setting.source == .named && all.contains { $0.isOurs == true }
    }

    /// Whether an article has no headline of its own: none, or a question that the one before is asked.
    private static func goesOn(_ article: ReadText.Article, _ read: ReadText) -> Bool {
        guard let first = article.headline.first else { return true }
        let line = read.scalars[first].filter { !$0.properties.isWhitespace }
        return line.first.map { "问答Q".unicodeScalars.contains($0) } ?? true || line.last == "？" || line.last == "?"
    }

    /// The parts of an article between its tables.
    private static func prose(_ range: Range<Int>, without tables: [Range<Int>]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for table in tables where table.lowerBound >= start && table.upperBound <= range.upperBound {
            parts.append(start..<table.lowerBound)
            start = table.upperBound
        }
        parts.append(start..<range.upperBound)
        return parts.filter { !$0.isEmpty }
    }

    /// Whether an article names the programme, or counts what only it counts.
    private static func isOurs(_ tokens: [DraftToken], _ names: ProgrammeNames) -> Bool {
        func isKnown(_ group: Int?) -> Bool { group.map { $0 < names.knownGroupCount } ?? false }
        let isNamed = tokens.contains { $0.kind == .programme }
        if isNamed { return true }
        return tokens.contains { if case .measure = $0.kind { true } else { $0.kind == .firstTime } }
            || tokens.contains { $0.kind.isAid }
                && tokens.contains { isKnown($0.kind.group) || $0.kind.period != nil }
                && !tokens.contains { $0.kind.isOfOthers || $0.kind.group.map { $0 >= names.knownGroupCount } ?? false }
    }
}
