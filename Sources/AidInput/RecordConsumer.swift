package import AidModel

/// What a reader hands its records to: the claim decoder, or `dump`.
///
/// Readers are generic over it, so that a record costs no dynamic call.
package protocol RecordConsumer: ~Copyable {
    /// A record that could be read. `record` is valid during the call alone.
    ///
    /// - Parameter textOffset: the record's first byte in the file's text as UTF-8.
    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace)

    /// A record that is broken in itself, once, in its place among the others.
    ///
    /// - Parameters:
    ///   - textOffset: the record's first byte in the file's text as UTF-8.
    ///   - problem: what is wrong, without any value.
    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace)

    /// A line that has not as many fields as a record, and is none: a row of totals, nothing but blanks.
    ///
    /// Readers tell such lines apart where they were told how many fields there are. To whoever does
    /// not, it is malformed as any other.
    mutating func takeNoRecord(_ line: LineKind, _ problem: RecordProblem, at textOffset: Int, place: RecordPlace)
}

extension RecordConsumer where Self: ~Copyable {
    package mutating func takeNoRecord(
        _ line: LineKind, _ problem: RecordProblem, at textOffset: Int, place: RecordPlace
    ) {
        takeMalformed(problem, at: textOffset, place: place)
    }
}

/// What is wrong with a record that is `malformed-record`.
package enum RecordProblem: Sendable, Hashable {
    case fieldCount(found: Int, expected: Int)
    case textAfterQuote
    case strayQuote
    case unclosedQuote
    case recordTooLong
    case fieldTooLong
    /// The bytes at fault begin `textOffset` bytes into the file's text as UTF-8.
    case invalidBytes(textOffset: Int)
    /// Its bytes are valid, but read as text that nobody writes; in another encoding they do not.
    case otherEncoding
    case fieldTwice(name: String)
    case elementInField(name: String)
    case recordInRecord

    package var message: BilingualText {
        switch self {
        case .fieldCount(let found, let expected):
            BilingualText(zh: "有 \(found) 个字段，应为 \(expected) 个", en: "\(found) fields, expected \(expected)")
        case .textAfterQuote:
            BilingualText(zh: "右引号之后还有文字", en: "text after a closing quote")
        case .strayQuote:
            BilingualText(zh: "未加引号的字段中出现引号", en: "a quote inside an unquoted field")
        case .unclosedQuote:
            BilingualText(zh: "引号没有闭合", en: "a quote that is never closed")
        case .recordTooLong:
            BilingualText(zh: "记录超过 1 MiB", en: "the record is longer than 1 MiB")
        case .fieldTooLong:
            BilingualText(zh: "字段超过 64 KiB", en: "a field is longer than 64 KiB")
        case .invalidBytes:
            BilingualText(zh: "字节不符合文件编码", en: "bytes that are not valid in the file's encoding")
        case .otherEncoding:
            BilingualText(
                zh: "文字的编码与文件其余部分不同", en: "text in another encoding than the rest of the file")
        case .fieldTwice(let name):
            BilingualText(zh: "字段“\(name)”出现两次", en: "the field “\(name)” comes twice")
        case .elementInField(let name):
            BilingualText(zh: "字段“\(name)”中还有元素", en: "an element inside the field “\(name)”")
        case .recordInRecord:
            BilingualText(zh: "记录中还有同名的记录", en: "a record inside a record")
        }
    }
}
