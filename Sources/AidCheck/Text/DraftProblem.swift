/// Why a draft cannot be read, and where.
package struct DraftProblem: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case tooLarge
        /// Too large to be checked piece by piece, too.
        case fileTooLarge
        /// Bytes that are no text in the file's encoding.
        case invalidText
        /// A zero byte: this is no text at all.
        case binary
        /// A tag, comment or script that nothing closes: the reader would see something else than the writer.
        case unclosed(String)
        case tooManyFigures
    }

    package let kind: Kind
    /// From 1; nil where the whole file is meant.
    package let lineNumber: Int?

    package init(kind: Kind, lineNumber: Int?) {
        self.kind = kind
        self.lineNumber = lineNumber
    }
}
