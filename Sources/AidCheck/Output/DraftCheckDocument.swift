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
            "figures", { zip($0.figures, $0.readings).map(WeighedFigure.init) }, DocumentShape.figure.list,
            zh: "每个数字，按稿件的顺序。",
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

/// A figure with the readings that were weighed.
struct WeighedFigure: Sendable {
    let figure: CheckedFigure
    let readings: [WeighedReading]
}

extension DocumentShape<WeighedFigure> {
    fileprivate static let figure = object(zh: "稿件中的一个数字。", en: "One figure of the draft.") {
        DocumentMember(
            "line", \.figure.lineNumber, .positive, zh: "首字在文件中的行，从 1 起。",
            en: "Line of its first character in the file, from 1.")
        DocumentMember(
            "column", \.figure.columnNumber, .positive, zh: "首字的列，以字符计，从 1 起。",
            en: "Column of its first character, in characters from 1.")
        DocumentMember(
            "text", \.figure.text, .text, zh: "读者所见的数字，含单位和约数词。",
            en: "The figure as a reader sees it, with its unit and hedges.")
        DocumentMember(
            "verdict", \.figure.verdict, .word,
            zh: "right 正确；rounded 属实，但与事实的印法不同；wrong 错误；contradicted 与稿中其他数字矛盾；unknown 没有事实可核对。",
            en:
                "right; rounded: true, but not as facts are printed; wrong; contradicted: by other figures of the draft; "
                + "unknown: no fact tells.")
        DocumentMember(
            "subject", \.figure.subject, DocumentShape<BilingualText>.bilingual.orNull, zh: "对其所述事项的理解。",
            en: "What it is about, as it was understood.")
        DocumentMember(
            "ours", \.figure.isOurs, .flag, zh: "是否可能是本项目的数字；否则没有核对。",
            en: "Whether it may be the programme's; any other was not checked.")
        DocumentMember("reason", \.figure.reason, .bilingual, zh: "判定的理由。", en: "Why the verdict is what it is.")
        DocumentMember(
            "expected", \.figure.expected, DocumentShape<BilingualText>.bilingual.orNull, zh: "应当写什么；null 为原文无误，或无人知道。",
            en: "What should stand there; null: what does, or nobody knows.")
        DocumentMember(
            "facts", \.figure.factIDs, DocumentShape<String>.text.list, zh: "依据的事实的 id。",
            en: "The ids of the facts that tell."
        )
        DocumentMember(
            "provisional", \.figure.isProvisional, .flag, zh: "这些事实是否初步。", en: "Whether those facts are provisional.")
        DocumentMember(
            "readings", \.readings, DocumentShape<WeighedReading>.reading.list, zh: "权衡过的读法，最可能的在前；没有事实或与本项目无关的没有。",
            en: "The readings that were weighed, the likeliest first; none without facts, and of something else.")
    }.named("figure")
}

extension DocumentShape<WeighedReading> {
    fileprivate static let reading = object(zh: "对一个数字的一种理解。", en: "One way to understand a figure.") {
        DocumentMember(
            "cost", \.cost, .count, zh: "有多少不利于它；0 为字面所说。",
            en: "How much speaks against it; 0: it is what the words say.")
        DocumentMember("subject", \.subject, .bilingual, zh: "所述事项。", en: "What it is about.")
        DocumentMember(
            "value", \.value, DocumentShape<BilingualText>.bilingual.orNull, zh: "事实的值；null 为没有事实。",
            en: "What the facts say; null: they do not tell.")
        DocumentMember("holds", \.holds, .flag, zh: "稿中的数字是否与之相符。", en: "Whether the figure agrees with it.")
    }.named("reading")
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
