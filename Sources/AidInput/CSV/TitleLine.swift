/// A line above the header of a CSV file that is no record: a title, a unit.
struct TitleLine: Sendable, Hashable {
    /// Cleaned.
    var cells: [String]
    /// From 1.
    var lineNumber: Int
}
