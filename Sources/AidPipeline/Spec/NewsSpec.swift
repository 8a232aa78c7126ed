import AidNews
import AidText

/// The keys of `news` and `statements`.
extension PipelineSpec {
    static let news = MappingSpec([
        KeySpec(
            "templates", .text(.glob), .optional,
            zh: "新闻模板文件夹，相对于本文件所在文件夹；其中没有的用自带模板。",
            en: "The folder of the newsroom's templates, relative to this file's folder; those it lacks are as given."),
        KeySpec(
            "rounding", .word(WordSpec(Rounding.allCases.map(\.rawValue))), .defaulted(.text("half-up")),
            zh: "数值修约：half-up 四舍五入，half-even 四舍六入五成双。",
            en: "What becomes of a figure just between two printed ones: away from zero, or to the even one."),
        KeySpec(
            "names", words(1...100), .optional,
            zh: "报刊对本项目的称呼，check 据此认出本项目的数字；省略时为两种语言的名称，及其中引号内的部分。",
            en:
                "What the press calls the programme, by which check knows its figures; left out, the titles in both languages "
                + "and what stands in quotation marks in them."),
        KeySpec(
            "recipients", words(1...100), .defaulted(.list(NewsWords.usualRecipients)),
            zh: "对受助人的称呼。", en: "What those are called whom the programme has helped."),
        KeySpec(
            "notOurs", words(0...1000), .defaulted(.list([])),
            zh: "表明一个数字与本项目无关的词，如其他项目、学员、参观者；check 本来就认得的不必列出。",
            en:
                "Words that take a figure away from the programme, such as other schemes, students or visitors; on top of those "
                + "that check knows by itself."),
        KeySpec(
            "groups", .mapping(MappingSpec([], others: .text(.line), names: .line)), .optional,
            zh: "英文新闻对各分组的称呼，写作 门诊: outpatient care；省略时照写数据中的值。",
            en: "What English news calls groups, as in 门诊: outpatient care; others are called as in the exports."),
    ])

    private static func words(_ count: ClosedRange<Int>) -> ValueSpec {
        .list(ListSpec(of: .text(.line), count: count, allowsSingle: true))
    }

    static let statement = MappingSpec([
        KeySpec(
            "id", .text(.statementName), .required,
            zh: "模板引用它所用的名称；自带模板使用 \(knownIDs)，有则刊出。",
            en: "By which templates name it; those given tell \(knownIDs) where there are any."),
        KeySpec(
            "text", .mapping(eitherLanguage), .required,
            zh: "完整的句子，带句号；缺少一种语言的，该语言的新闻不刊出。",
            en: "A whole sentence with its full stop; news in a language that it is not in goes without."),
        KeySpec(
            "source", .textOrMapping(.line, eitherLanguage), .required,
            zh: "出处，列在新闻下面。", en: "Who says so, as listed below the news."),
        KeySpec(
            "asOf", .text(.day), .required,
            zh: "何时如此；比所述季度早三年以上的，新闻下面提醒核实。",
            en:
                "The day on which it was true; more than three years before the end of the quarter, a note asks to check it."
        ),
    ])

    private static let knownIDs = NewsStatement.Known.allCases.map(\.rawValue).joined(separator: ", ")

    private static let eitherLanguage = MappingSpec(
        [
            KeySpec("zh", .text(.line), .optional, zh: "中文。", en: "In Chinese."),
            KeySpec("en", .text(.line), .optional, zh: "英文。", en: "In English."),
        ], minKeys: 1)
}
