package import AidModel

extension RecordProblem {
    /// What is wrong, without any value.
    package var message: BilingualText {
        switch self {
        case .fieldCount(let found, let expected):
            BilingualText(zh: "有 \(found) 个字段，应为 \(expected) 个", en: "\(found) fields, expected \(expected)")
        case .tooManyFields:
            BilingualText(
                zh: "字段超过 \(CSVReader.fieldLimit) 个", en: "more than \(CSVReader.fieldLimit) fields")
        case .textAfterQuote: BilingualText(zh: "右引号之后还有文字", en: "text after a closing quote")
        case .strayQuote: BilingualText(zh: "未加引号的字段中出现引号", en: "a quote inside an unquoted field")
        case .unclosedQuote: BilingualText(zh: "引号没有闭合", en: "a quote that is never closed")
        case .swallowedLines(let count):
            BilingualText(
                zh: "引号内有像记录的行，这条记录占了 \(count) 行；可能缺少或多出一个引号",
                en:
                    "a field in quotes holds lines that look like records, and the record takes \(count) lines: a quote "
                    + "is missing, or one too many")
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

extension RecordProblem {
    /// What `message` says in both languages, found by its English words, which are those that are kept.
    ///
    /// - Returns: nil where they are none of these.
    package static func message(inEnglish text: String) -> BilingualText? {
        told(inEnglish: text)?.message
    }

    private static func told(inEnglish text: String) -> RecordProblem? {
        let plain: [RecordProblem] = [
            .tooManyFields, .textAfterQuote, .strayQuote, .unclosedQuote, .recordTooLong, .fieldTooLong,
            .invalidBytes(textOffset: 0), .otherEncoding, .recordInRecord,
        ]
        if let found = plain.first(where: { $0.message.en == text }) { return found }
        let numbers = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
        if numbers.count == 1 {
            let problem = RecordProblem.swallowedLines(count: numbers[0])
            if problem.message.en == text { return problem }
        }
        if numbers.count == 2 {
            let problem = RecordProblem.fieldCount(found: numbers[0], expected: numbers[1])
            if problem.message.en == text { return problem }
        }
        guard let open = text.firstIndex(of: "“"), let close = text.lastIndex(of: "”"), open < close else { return nil }
        let name = String(text[text.index(after: open)..<close])
        return [.fieldTwice(name: name), .elementInField(name: name)].first { $0.message.en == text }
    }
}
