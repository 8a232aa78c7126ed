package import AidModel
import Glibc

/// A file that cannot be read to its end, with the place and the way to mend it.
///
/// A bad record is no error but a reject; this is for whole files.
package struct InputError: Error, Sendable, Hashable {
    package enum Kind: Sendable {
        /// The data must be refused: not well-formed, a needed column missing.
        case refused
        /// There is no such file.
        case missing
        /// The system could not read on.
        case unreadable
    }

    let problem: InputProblem
    /// The file as the user named it.
    package var file: String
    /// From 1; nil where the place is no line or not known.
    package var lineNumber: Int?
    /// In the file as it lies on disk, from 0.
    package var byteOffset: Int?

    package var kind: Kind { problem.kind }
    /// Whether the system has too many files open to open this one.
    package var isOutOfHandles: Bool {
        problem == .systemFailed(code: EMFILE) || problem == .systemFailed(code: ENFILE)
    }
    package var what: BilingualText { problem.what }
    package var mend: BilingualText { problem.mend }
}

extension InputError {
    /// Does something whose errors are those of a file by that name: an archive that is kept has the name of the file that
    /// was first taken out of it.
    static func calling<Result>(_ file: String, _ body: () throws(InputError) -> Result) throws(InputError) -> Result {
        do throws(InputError) {
            return try body()
        } catch {
            var error = error
            error.file = file
            throw error
        }
    }
}
