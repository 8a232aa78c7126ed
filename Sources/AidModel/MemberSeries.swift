/// How many members a programme covers at the ends of quarters, the whole and groups of it: a series that somebody
/// gives.
///
/// - Units: persons, at least one.
package struct MemberSeries: Sendable, Hashable {
    /// Whose members are meant, and when.
    package struct Place: Sendable, Hashable {
        package let quarter: Quarter
        /// nil: the whole.
        package let group: PublishedCell.Group?

        package init(_ quarter: Quarter, group: PublishedCell.Group? = nil) {
            self.quarter = quarter
            self.group = group
        }
    }

    /// Who says so.
    package let source: BilingualText
    package let file: SourceFile
    private let counts: [Place: Int]

    package init(source: BilingualText, file: SourceFile, counts: [Place: Int]) {
        self.source = source
        self.file = file
        self.counts = counts
    }

    /// nil: the series does not say it.
    package subscript(place: Place) -> Int? { counts[place] }
}
