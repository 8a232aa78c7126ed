/// How much each sign speaks for or against it that the layout made the end of a line. Above 0 in sum: it did.
///
/// What stands inside a figure or a word outweighs all. An open sentence outweighs a short line, for figures are
/// set apart by hand too; the look of headlines outweighs a full line, for headlines are often as wide as the column.
enum LineWeights {
    /// By the mark at its end.
    static func ending(_ ending: TextLine.Ending) -> Int {
        switch ending {
        case .opening: 8
        case .comma: 4
        // Items of a list end so, and clauses.
        case .semicolon, .colon: -1
        case .sentence: -2
        case .open: 0
        }
    }

    /// Between the digits of a number, or a number and its unit.
    static let insideFigure = 12
    /// Inside a word that is known.
    static let insideWord = 4
    /// After a word with which no line ends that anyone ends: 的, 达, 共.
    static let afterParticle = 4
    /// A quote or bracket is open.
    static let openQuote = 3
    /// Prose ends with a mark; here is none.
    static let openProse = 5
    /// In a paragraph that was indented, what is not indented goes on.
    static let goesOn = 3
    /// A full line, a nearly full one, and one that is not.
    static let full = 3
    static let nearlyFull = 2
    static let short = -3
    static let veryShort = -4
    /// No sentence ends down to the next paragraph: headlines, captions, lists.
    static let headlines = -3
    /// The next line looks like a headline.
    static let beforeHeadline = -5
    static let listItem = -4
    /// Two lines that begin with labels.
    static let labels = -4
    /// The first line after an empty one, not indented and without any mark, may be a headline.
    static let bareFirst = -2
    /// The first line after a bullet, without any mark, may be the item's headline.
    static let bareItem = -4
    static let pageMark = -8
    /// A picture's caption ends with who took it: 林晚 摄.
    static let captionEnd = -12
    /// In characters: what is longer is no headline.
    static let longestHeadline = 36
    /// In characters, and in halves of one: columns of newspapers.
    static let narrowestColumn = 8
    static let widestColumn = 92
}
