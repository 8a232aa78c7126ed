package import AidModel

extension DraftProblem {
    /// What is wrong.
    package var what: BilingualText {
        switch kind {
        case .tooLarge:
            BilingualText(
                zh: "稿件超过 \(DraftText.byteLimit >> 20) MiB",
                en: "the draft is larger than \(DraftText.byteLimit >> 20) MiB"
            )
        case .fileTooLarge:
            BilingualText(
                zh: "稿件超过 \(DraftText.fileLimit >> 20) MiB",
                en: "the draft is larger than \(DraftText.fileLimit >> 20) MiB")
        case .invalidText: BilingualText(zh: "此处的字节不是有效的文字", en: "the bytes here are no valid text")
        case .binary: BilingualText(zh: "这不是文本文件", en: "this is no text file")
        case .unclosed(let what): BilingualText(zh: "\(what) 没有结束", en: "\(what) is never closed")
        case .tooManyFigures:
            BilingualText(
                zh: "稿件中的数字超过 \(DraftText.figureLimit) 个",
                en: "the draft has more than \(DraftText.figureLimit) figures")
        }
    }

    /// What to do about it.
    package var mend: BilingualText {
        switch kind {
        case .fileTooLarge: BilingualText(zh: "请分成几份检查", en: "check it in parts")
        case .tooLarge, .tooManyFigures:
            BilingualText(
                zh: "请分成几份检查，或存为纯文本、不用 --html 和 --format json 检查",
                en: "check it in parts, or as plain text without --html and --format json")
        case .invalidText:
            BilingualText(
                zh: "请另存为 UTF-8，或用 --encoding 指明编码", en: "save it as UTF-8, or name its encoding with --encoding")
        case .binary:
            BilingualText(zh: "请另存为纯文本、Markdown 或 HTML", en: "save it as plain text, Markdown or HTML")
        case .unclosed: BilingualText(zh: "请补上结束标记", en: "close it")
        }
    }
}
