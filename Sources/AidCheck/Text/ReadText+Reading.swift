extension ReadText {
    /// Reads a draft.
    ///
    ///     shown ─▶ clean characters ─▶ lines ─▶ line ends ─▶ what is read ─▶ articles, tables
    ///
    /// - Complexity: linear in the draft's length.
    init(_ draft: DraftText) {
        let text = CleanText(draft.shown)
        let lines = TextLines(draft, text)
        let ends = LineEnds(text, lines, isLaidOut: draft.format == .text)
        let read = ReadWriter(text, lines, ends)
        scalars = read.scalars
        gaps = read.gaps
        places = read.indexes.map { text.places[$0] }
        let marks = ArticleMarks(draft, read, text)
        tables = ReadText.tables(read.scalars, read.lines, marks)
        articles = ArticleSplit(read, marks).articles
    }
}
