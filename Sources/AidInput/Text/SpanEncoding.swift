/// How bytes that need no decoding to find their structure stand for text.
package enum SpanEncoding: Sendable {
    case utf8
    /// Delimiters, quotes and line ends are never part of another character, if the delimiter
    /// is below 0x30; letters and digits are.
    case gb18030(GB18030Table)

    /// The index of the first byte that is no character, or nil.
    func firstInvalid(_ text: ByteView) -> Int? {
        switch self {
        case .utf8: UTF8Check.firstInvalid(text)
        case .gb18030(let table): table.firstInvalid(text)
        }
    }
}
