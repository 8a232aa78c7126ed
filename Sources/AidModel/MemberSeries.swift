/// How many members a programme covers at the ends of quarters, the whole and groups of it: a series that somebody
/// gives, or one that is counted from a table of memberships.
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

    package let source: MemberSource
    private let counts: [Place: Int]
    private let retainedCounts: [Quarter: Int]

    /// - Parameter retainedCounts: how many of all memberships are retained (会籍保留), where that was counted.
    package init(source: MemberSource, counts: [Place: Int], retainedCounts: [Quarter: Int] = [:]) {
        self.source = source
        self.counts = counts
        self.retainedCounts = retainedCounts
    }

    /// Members of the whole whose memberships are retained; nil: nobody says it.
    package func retainedCount(_ quarter: Quarter) -> Int? { retainedCounts[quarter] }

    /// nil: the series does not say it.
    package subscript(place: Place) -> Int? { counts[place] }
}

/// Who says how many members there are.
package struct MemberSource: Sendable, Hashable {
    package enum Origin: Sendable, Hashable {
        /// A series that was given.
        case file(SourceFile)
        /// A reference table of that name, in which they were counted.
        case table(String)
    }

    /// As the pipeline file says it.
    package let text: BilingualText
    package let origin: Origin

    package init(_ text: BilingualText, origin: Origin) {
        self.text = text
        self.origin = origin
    }

    /// nil: they were counted.
    package var file: SourceFile? { if case .file(let file) = origin { file } else { nil } }

    /// nil: they were given.
    package var table: String? { if case .table(let name) = origin { name } else { nil } }

    /// The name of the file or of the table.
    package var name: String {
        switch origin {
        case .file(let file): file.name
        case .table(let name): name
        }
    }
}
