import AidInput
import AidModel

extension PipelineSpec {
    /// What says of a category that it is the membership itself.
    static let membership = "membership"

    /// One reference table: where its files are, as of `inputs`, and what its rows say.
    static let table = MappingSpec(
        inputKeys + [
            KeySpec(
                "key", .mapping(key), .required,
                zh: "按什么与赔付对应：人员，或某个分组字段的值。",
                en: "What joins its rows to claims: the person, or the value of a category."),
            KeySpec(
                "from", .list(columns), .optional,
                zh: "首日所在的列，当日计入；省略或空值为一直以来。",
                en: "Columns of the first day, which counts; left out or empty: since ever."),
            KeySpec(
                "until", .list(columns), .optional,
                zh: "末日所在的列，当日计入；空值为至今。省略时，一行的效力到同一人（编号）下一行的首日之前为止。",
                en:
                    "Columns of the last day, which counts; empty: until further notice. Left out, a row holds until the "
                    + "first day of the next row of the same key."),
            dateForms,
            KeySpec(
                "asOf", .text(.fieldName), .optional,
                zh: "以赔付的哪个日期查表：count.period 所指的日期（省略时），或 treatedOn；没有就诊日期的，以打款日期查。",
                en:
                    "As of which date of a claim: the one that count.period names (left out), or treatedOn; where that is not "
                    + "known, the former."),
            KeySpec(
                "retained", .mapping(retained), .optional,
                zh: "哪些行是会籍保留（失业、单位关闭）；仍属原来的组，另有提示，并可用 take: membership 分组。",
                en:
                    "Which rows are retained memberships (会籍保留: unemployed, closed employer): they stay in their groups, "
                    + "are told of, and make a group of take: membership."),
            KeySpec(
                "absent", .text(.line), .optional,
                zh: "当日不在表中的赔付所归的组；省略时，按人员对应的为 无会籍，其他为 未列入。",
                en:
                    "The group of claims that the table has nothing for on the day; left out: 无会籍 of a table by person, else "
                    + "未列入."),
        ])

    private static let columns = ListSpec(of: .text(.column), count: 1...64, allowsSingle: true)

    private static let key = MappingSpec([
        KeySpec(
            "field", .text(.fieldName), .required,
            zh: "赔付的字段：person，或 category 字段（也可以是由另一参照表得出的）。",
            en: "The claims' field: person, or a category, also one of another reference table."),
        KeySpec(
            "from", .list(columns), .required,
            zh: "表中的列名，写法同 fields。", en: "The table's columns, as of fields."),
    ])

    private static let retained = MappingSpec([
        KeySpec(
            "from", .list(columns), .required,
            zh: "表中会籍状态所在的列。", en: "The table's columns of the state of a membership."),
        KeySpec(
            "values", .list(ListSpec(of: .text(.state), count: 1...1000, allowsSingle: true)), .required,
            zh: "表示会籍保留的值。", en: "The values that say that it is retained."),
    ])
}
