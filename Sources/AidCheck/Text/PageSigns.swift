/// What tells that a draft is a page of several articles.
struct PageSigns: Sendable {
    private(set) var isPage: Bool
    /// Reports that begin with 本报讯 or the like.
    let datelineCount: Int
    /// Empty lines stand before the headlines of such reports.
    let areHeadsApart: Bool
    /// The items of lists are articles each.
    let areItemsArticles: Bool
    /// The highest level of headings; and that of which there are several at the top, each above an article.
    let topLevel: Int?
    let articleLevel: Int?

    init(_ looks: [LineLook], _ lines: [ReadWriter.Line], _ marks: ArticleMarks) {
        datelineCount = looks.count { $0.kind == .dateline }
        areHeadsApart = looks.indices.dropFirst(2).contains {
            looks[$0].kind == .dateline && looks[$0 - 1].kind == .headline
                && (lines[$0 - 1].isAfterEmpty || (looks[$0 - 2].kind == .headline && lines[$0 - 2].isAfterEmpty))
        }
        let headedCount = looks.count { $0.kind == .headedItem }
        areItemsArticles = headedCount > 1
        let top = marks.levels.values.min()
        topLevel = top
        articleLevel = marks.levels.values.count { $0 == top } > 1 ? top : nil
        isPage =
            datelineCount > 1 || headedCount > 1 || !marks.afterRule.isEmpty
            || looks.contains { $0.kind == .pageMark || $0.kind == .rule }
    }
}
