package import AidModel

extension RecordProblem {
    /// What is wrong, without any value.
    package var message: BilingualText {
        switch self {
        case .fieldCount(let found, let expected):
            BilingualText(zh: "有 \(found) 个字段，应为 \(expected) 个", en: "\(found) fields, expected \(expected)")
        case .textAfterQuote: BilingualText(zh: "右引号之后还有文字", en: "text after a closing quote")
        case .strayQuote: BilingualText(zh: "未加引号的字段中出现引号", en: "a quote inside an unquoted field")
        case .unclosedQuote: BilingualText(zh: "引号没有闭合", en: "a quote that is never closed")
        case .recordTooLong: BilingualText(zh: "记录超过 1 MiB", en: "the record is longer than 1 MiB")
        case .fieldTooLong: BilingualText(zh: "字段超过 64 KiB", en: "a field is longer than 64 KiB")
        case .invalidBytes: BilingualText(zh: "字节不符合文件编码", en: "bytes that are not valid in the file's encoding")
        case .otherEncoding:
            BilingualText(zh: "文字的编码与文件其余部分不同", en: "text in another encoding than the rest of the file")
        case .fieldTwice(let name): BilingualText(zh: "字段“\(name)”出现两次", en: "the field “\(name)” comes twice")
        case .elementInField(let name):
            BilingualText(zh: "字段“\(name)”中还有元素", en: "an element inside the field “\(name)”")
        case .recordInRecord: BilingualText(zh: "记录中还有同名的记录", en: "a record inside a record")
        }
    }
}
