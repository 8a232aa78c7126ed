package import AidModel

/// How many groups of a breakdown people are shown by name.
package enum ShownGroupLimit: Sendable, Hashable {
    /// The largest, and one line for the rest.
    case largest(Int)
    case all

    /// Of a breakdown that says nothing of it.
    package static let usual = ShownGroupLimit.largest(20)

    /// Whether some of so many groups are in the rest; a rest of one is none.
    package func leavesRest(of count: Int) -> Bool {
        if case .largest(let limit) = self { count > limit + 1 } else { false }
    }
}

/// A way in which a report breaks its figures down: by one field, or by two together.
package struct ReportBreakdown: Sendable {
    /// One field of it.
    package struct Column: Sendable, Equatable {
        /// The field's name in the pipeline file.
        package var field: String
        /// What reports call it.
        package var title: BilingualText
        /// The place of its value among those of a record.
        package var place: Int
        /// Whether its groups are in the order of the numbers in their names, as bands and months are.
        package var isNumbered: Bool
        /// Whether its groups are spans of time: then everybody knows which of them have no claims in a period.
        package var isTime: Bool

        package init(
            field: String, title: BilingualText, place: Int, isNumbered: Bool = false, isTime: Bool = false
        ) {
            self.field = field
            self.title = title
            self.place = place
            self.isNumbered = isNumbered
            self.isTime = isTime
        }
    }

    /// One, or two.
    package var columns: [Column]
    /// How many groups are shown by name.
    package var limit: ShownGroupLimit

    package init(_ columns: [Column], limit: ShownGroupLimit = .all) {
        self.columns = columns
        self.limit = limit
    }

    package init(field: String, title: BilingualText, column place: Int, limit: ShownGroupLimit = .all) {
        self.init([Column(field: field, title: title, place: place)], limit: limit)
    }

    package var field: String { GroupPair.field(columns.map(\.field)) }

    package var title: BilingualText {
        BilingualText(zh: GroupPair.field(columns.map(\.title.zh)), en: GroupPair.field(columns.map(\.title.en)))
    }

    var isPair: Bool { columns.count > 1 }
    var isTime: Bool { columns.contains(where: \.isTime) }
}
