package import AidModel

/// Something that is wrong with a pipeline file, and where.
package struct PipelineFinding: Sendable, Hashable {
    /// From 1.
    package let line: Int
    /// From 1, counted in characters (Unicode scalars).
    package let column: Int
    package let finding: Finding

    init(_ place: Place, _ problem: PipelineProblem) {
        line = place.line
        column = place.column
        finding = problem.finding
    }

    var place: Place { Place(line: line, column: column) }
}

/// A place in the text of a pipeline file, both numbers from 1.
struct Place: Sendable, Hashable, Comparable {
    var line: Int
    var column: Int

    static let start = Place(line: 1, column: 1)

    static func < (lhs: Place, rhs: Place) -> Bool {
        (lhs.line, lhs.column) < (rhs.line, rhs.column)
    }
}
