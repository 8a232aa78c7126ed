/// What a reader reads of a draft: lines that the layout broke are joined, blanks of the layout are left out,
/// letters are half-width and characters simplified, so that a word is one run of scalars wherever it stood.
///
///     shown    受助職工1.61万⏎人 次，占　比     what the draft shows
///     scalars  受助职工1.61万人次，占比         what is read
///     gaps              line ↑  ↑ blank ↑ wide  what was left out before a scalar
///
/// A blank between two ASCII characters stays a blank. A line end that the layout did not make is "\n", an
/// empty line or the end of a paragraph "\n\n", the end of a table's cell "\t", of its row "\n".
///
/// - Shape: `scalars`, `gaps` and `places` have one element a character.
struct ReadText: Sendable {
    /// What stood before a character and is not read.
    enum Gap: UInt8, Sendable, Hashable {
        case none
        case blank
        /// A tab, several blanks, a full-width blank: something that parts columns.
        case wide
        /// A line broken for its length.
        case line
    }

    /// One article of a page, its headline with it.
    struct Article: Sendable, Hashable {
        var range: Range<Int>
        /// The lines of its headline; none: it has none.
        var headline: [Range<Int>] = []
    }

    struct Table: Sendable, Hashable {
        /// The line above it, which may name its time and its units.
        var caption: Range<Int>?
        /// The heading that it stands under, where a format says which lines are some.
        var heading: Range<Int>?
        /// Cells may be empty.
        var rows: [[Range<Int>]]
        /// How many of the first rows are heads.
        var headCount: Int

        /// From its first cell to its last; nil: it has none.
        var range: Range<Int>? {
            guard let start = rows.first?.first?.lowerBound, let end = rows.joined().map(\.upperBound).max() else {
                return nil
            }
            return start..<max(start, end)
        }
    }

    let scalars: [Unicode.Scalar]
    let gaps: [Gap]
    /// Where each scalar stands in the draft's shown text.
    let places: [Int]
    /// In order, without gaps between them.
    let articles: [Article]
    let tables: [Table]

    /// The tables that begin in each article.
    ///
    /// - Complexity: linear in both together.
    var articleTables: [[Table]] {
        var rest = tables[...]
        return articles.map { article in
            let own = rest.prefix { $0.range.map { $0.lowerBound < article.range.upperBound } ?? true }
            rest = rest.dropFirst(own.count)
            return own.filter { $0.range != nil }
        }
    }

    /// The part of the shown text from which a part of what is read comes.
    func shownRange(_ range: Range<Int>) -> Range<Int> {
        places[range.lowerBound]..<places[range.upperBound - 1] + 1
    }
}
