/// What is wrong with a record that is `malformed-record`.
package enum RecordProblem: Sendable, Hashable {
    case fieldCount(found: Int, expected: Int)
    /// More than any line of names or values has (`CSVReader.fieldLimit`).
    case tooManyFields
    case textAfterQuote
    case strayQuote
    case unclosedQuote
    /// A field in quotes holds lines that are records: a quote is missing, or one too many.
    case swallowedLines(count: Int)
    case recordTooLong
    case fieldTooLong
    /// The bytes at fault begin `textOffset` bytes into the file's text as UTF-8.
    case invalidBytes(textOffset: Int)
    /// Its bytes are valid, but read as text that nobody writes; in another encoding they do not.
    case otherEncoding
    case fieldTwice(name: String)
    case elementInField(name: String)
    case recordInRecord
}
