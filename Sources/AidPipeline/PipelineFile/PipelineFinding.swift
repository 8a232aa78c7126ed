package import AidModel

/// Something that is wrong with a pipeline file, and where.
package struct PipelineFinding: Sendable, Hashable {
    /// From 1.
    package let line: Int
    /// From 1, counted in characters (Unicode scalars).
    package let column: Int
    package let finding: Finding

    init(_ place: Place, _ level: Finding.Level, _ code: String, _ message: BilingualText) {
        line = place.line
        column = place.column
        finding = Finding(level: level, code: code, message: message)
    }

    init(_ place: Place, _ code: String, _ message: BilingualText) {
        self.init(place, .error, code, message)
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

extension String {
    /// The text between quotation marks for a message: one line, at most 40 characters, no number of a person,
    /// not even the beginning of one.
    var quoted: String {
        let line = String(
            PersonalNumbers.masked(in: self).map {
                $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0
            })
        return "“" + (line.count > 40 ? line.prefix(39) + "…" : line[...]) + "”"
    }
}

extension Sequence where Element == String {
    /// The words one after the other, as the language separates them.
    var listed: BilingualText {
        BilingualText(zh: joined(separator: "、"), en: joined(separator: ", "))
    }
}
