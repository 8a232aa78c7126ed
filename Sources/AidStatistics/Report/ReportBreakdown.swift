package import AidModel

/// A way in which a report breaks its figures down: by one field.
package struct ReportBreakdown: Sendable {
    /// The field's name in the pipeline file.
    package var field: String
    /// What reports call it.
    package var title: BilingualText
    /// The place of its value among those of a record.
    package var column: Int
    /// Whether its groups are in the order of the numbers in their names, as bands and months are.
    package var isNumbered: Bool
    /// Whether its groups are spans of time: then everybody knows which of them have no claims in a period.
    package var isTime: Bool

    package init(
        field: String, title: BilingualText, column: Int, isNumbered: Bool = false, isTime: Bool = false
    ) {
        self.field = field
        self.title = title
        self.column = column
        self.isNumbered = isNumbered
        self.isTime = isTime
    }
}
