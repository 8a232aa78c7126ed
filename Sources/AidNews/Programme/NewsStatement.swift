package import AidModel

/// Something about the programme that no export tells and nothing computes: when it began, what it is, who pays for it.
///
/// - Source: `statements` of the pipeline file.
package struct NewsStatement: Sendable, Hashable {
    /// By which templates name it.
    package var id: String
    /// A whole sentence, with its full stop; nil: there is none in that language.
    package var text: [Language: String]
    /// Who says so.
    package var source: BilingualText
    /// The day on which it was true.
    package var asOf: CalendarDay

    package init(id: String, text: [Language: String], source: BilingualText, asOf: CalendarDay) {
        self.id = id
        self.text = text
        self.source = source
        self.asOf = asOf
    }

    /// The statements that the given templates tell, each where it belongs, if the pipeline file has them.
    package enum Known: String, Sendable, CaseIterable {
        /// When the programme began, before what it has paid since.
        case start
        /// What it is.
        case about
        /// Whom it covers.
        case members
        /// The most that one person was paid.
        case highest
        /// Where the money comes from.
        case payer
    }

    /// After so many years a statement may no longer be true.
    private static let yearLimit = 3

    /// Whether it is so old that someone should see whether it is still true.
    func isOld(on day: CalendarDay) -> Bool {
        let (then, now) = (asOf.civil, day.civil)
        return (then.year + NewsStatement.yearLimit, then.month, then.day) < (now.year, now.month, now.day)
    }
}
