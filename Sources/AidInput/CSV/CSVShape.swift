/// Where the header of a CSV file stands and which of its lines are no records, as a pipeline file says it (`header`,
/// `skip`).
package struct CSVShape: Sendable, Hashable {
    /// The line on which the header begins, from 1; nil: it is looked for.
    package var headerLine: Int?
    /// How many lines the names of the columns take, one below the other.
    package var headerRowCount = 1
    /// How many lines at the top are no records.
    package var skippedCount = 0
    /// What lines begin with that are no records, cleaned as field values are.
    package var skippedBeginnings: [String] = []

    package init() {}

    /// How many lines stand above the header at least.
    var topCount: Int { max(skippedCount, (headerLine ?? 1) - 1) }
}
