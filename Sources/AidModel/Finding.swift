/// Something that a reader of the figures must know, or that is wrong with a
/// pipeline file: a code for programs, a sentence for people.
///
/// A message never holds a value from an export unless it is a name of a column,
/// of an element, of a file, or of a group that the report shows, or one of a reject,
/// as `rejects.csv` shows it: masked where it may be a person's.
package struct Finding: Sendable, Hashable {
    package enum Level: String, Sendable, CaseIterable {
        case note
        case warning
        case error
    }

    package let level: Level
    /// Lower-case words joined by hyphens, stable across versions.
    package let code: String
    package let message: BilingualText

    package init(level: Level, code: String, message: BilingualText) {
        self.level = level
        self.code = code
        self.message = PersonalNumbers.masked(in: message)
    }
}
