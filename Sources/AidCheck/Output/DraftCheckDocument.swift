import AidModel
package import AidText

/// What `check --format json` prints.
package enum DraftCheckDocument {
    package static let document = Document<DraftCheck>(
        "aidstats.check/1", title: "check of aidstats", zh: "核对一篇稿件的结果。", en: "What check says of a draft."
    ) {
        DocumentMember(
            "draft", \.draft.name, .text, zh: "稿件的文件名；- 为标准输入。", en: "The file as it was named; - is standard input.")
        DocumentMember(
            "quarter", \.quarter, DocumentShape<Quarter>.quarter.orNull, zh: "稿件所述的季度；null 为稿件没有写明，也没有事实。",
            en: "The quarter that the draft is about; null: it names none, and there are no facts.")
        DocumentMember(
            "facts", \.hasFacts, .flag, zh: "是否有事实可核对。", en: "Whether there were facts to hold it against.")
        DocumentMember(
            "wrong", \.isWrong, .flag, zh: "是否有错误或矛盾的数字；退出码 65。",
            en: "Whether a figure is wrong or contradicted; exit code 65.")
        DocumentMember("counts", { $0 }, counts, zh: "各判定的数字个数。", en: "How many figures have each verdict.")
        DocumentMember(
            "figures", \.figures, DocumentShape.figure.list, zh: "每个数字，按稿件的顺序。",
            en: "Every figure, in the order of the draft.")
        DocumentMember(
            "contradictions", \.contradictions, DocumentShape.contradiction.list, zh: "稿件自相矛盾之处。",
            en: "What in the draft contradicts itself.")
    }

    private static let counts = DocumentShape<DraftCheck>.object {
        for verdict in CheckedFigure.Verdict.allCases {
            DocumentMember(verdict.rawValue, { $0.count(verdict) }, .count, zh: "个数。", en: "Figures.")
        }
    }
}

extension DocumentShape<CheckedFigure> {
    fileprivate static let figure = object(zh: "稿件中的一个数字。", en: "One figure of the draft.") {
        DocumentMember(
            "line", \.lineNumber, .positive, zh: "首字在文件中的行，从 1 起。",
            en: "Line of its first character in the file, from 1.")
        DocumentMember(
            "column", \.columnNumber, .positive, zh: "首字的列，以字符计，从 1 起。",
            en: "Column of its first character, in characters from 1.")
        DocumentMember(
            "text", \.text, .text, zh: "读者所见的数字，含单位和约数词。",
            en: "The figure as a reader sees it, with its unit and hedges.")
        DocumentMember(
            "verdict", \.verdict, .word,
            zh: "right 正确；rounded 属实，但与事实的印法不同；wrong 错误；contradicted 与稿中其他数字矛盾；unknown 没有事实可核对。",
            en:
                "right; rounded: true, but not as facts are printed; wrong; contradicted: by other figures of the draft; "
                + "unknown: no fact tells.")
        DocumentMember(
            "subject", \.subject, DocumentShape<BilingualText>.bilingual.orNull, zh: "对其所述事项的理解。",
            en: "What it is about, as it was understood.")
        DocumentMember("reason", \.reason, .bilingual, zh: "判定的理由。", en: "Why the verdict is what it is.")
        DocumentMember(
            "expected", \.expected, DocumentShape<BilingualText>.bilingual.orNull, zh: "应当写什么；null 为原文无误，或无人知道。",
            en: "What should stand there; null: what does, or nobody knows.")
        DocumentMember(
            "facts", \.factIDs, DocumentShape<String>.text.list, zh: "依据的事实的 id。", en: "The ids of the facts that tell."
        )
        DocumentMember(
            "provisional", \.isProvisional, .flag, zh: "这些事实是否初步。", en: "Whether those facts are provisional.")
    }.named("figure")
}

extension DocumentShape<DraftContradiction> {
    fileprivate static let contradiction = object(
        zh: "不能同时成立的数字。", en: "Figures that cannot all be true."
    ) {
        DocumentMember("kind", \.kind, .word, zh: "矛盾的种类。", en: "What they contradict each other in.")
        DocumentMember(
            "figures", \.figures, DocumentShape<Int>.count.list, zh: "在 figures 中的位置，从 0 起。",
            en: "Places in figures, from 0.")
        DocumentMember("reason", \.reason, .bilingual, zh: "为何矛盾。", en: "Why they contradict each other.")
    }.named("contradiction")
}
