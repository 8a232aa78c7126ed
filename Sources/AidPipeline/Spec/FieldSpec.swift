import AidInput
import AidModel

extension PipelineSpec {
    /// The types of the fields that the file's author names.
    static let namedFieldTypes = ["date", "category"]

    /// The date of the treatment, which days to the payment are counted from.
    static let treatment = "treatedOn"

    /// The names that have a meaning of their own; all others are dates or categories.
    static let fields = MappingSpec(
        [
            KeySpec(
                "claim", claim, .optional,
                zh: "赔付编号；省略时每条记录各为一笔赔付。",
                en: "The claim number; left out, every record is a claim of its own."),
            KeySpec(
                "person", person, .required,
                zh: "受助职工的证件号码。", en: "The document number of the person aided."),
            KeySpec(
                "amount", field(type: ["money"], optional: amountIsNeeded, more: [times, unit]), .required,
                zh: "互助金额。", en: "The amount of aid."),
            KeySpec(
                basis, field(type: ["money"], optional: nil, more: [unit]), .optional,
                zh: "计算互助金额的基数，如自付一：rules 由此复算。",
                en: "What the aid is worked out from, such as what the member has paid: for rules alone."),
            KeySpec(
                "status", field(type: ["text"], optional: nil), .optional,
                zh: "赔付状态；省略时每条记录都视为已支付。", en: "The claim's state; left out, every record is paid."),
            KeySpec(
                "reverses", field(type: ["text"], optional: nil), .optional,
                zh: "冲正记录所冲正的原赔付编号；省略时即记录自身的赔付编号。",
                en: "The claim number that a reversal takes back; left out, the reversal's own."),
        ],
        others: .mapping(
            MappingSpec([
                KeySpec(
                    "from", .listOrMapping(columns, derived), .required,
                    zh: from.doc.zh + "只用于 category：也可由其他字段或文件路径得出。",
                    en: from.doc.en + " A category may also be derived from another field or from the file's path."),
                KeySpec(
                    "type", .word(WordSpec(namedFieldTypes)), .required,
                    zh: "字段类型：date 日期，category 分组。", en: "Type of the field: a date or a category."),
                KeySpec(
                    "title", .textOrMapping(.line, title), .optional,
                    zh: "报告中的名称；省略时取 from 中第一个中文名称。",
                    en: "What reports call the field; left out, its name."),
                values,
                dateForms,
                KeySpec(
                    "valuesFile", .text(.glob), .optional,
                    zh: "只用于 category：对照表，CSV 文件，两列 value,group，每行一个值和它所属的组；相对于本文件所在文件夹。",
                    en:
                        "For a category: a CSV file of two columns, value,group, with a value and the group that it means "
                        + "on each line; relative to this file's folder."),
                KeySpec(
                    "otherwise", .text(.line), .optional,
                    zh: "只用于 category：values 和 valuesFile 中没有列出的值所归的组；省略时保持原样。空值不在其内。",
                    en: "For a category: the group of every value that values and valuesFile do not list; left out, it "
                        + "stays as it is. Empty values are none of them."),
                KeySpec(
                    "default", .text(.line), .optional,
                    zh: "只用于 category：空值所归的组；省略时为 未填。",
                    en: "For a category: the group of empty values; left out, it is 未填."),
                optional,
            ])))

    private static let from = KeySpec(
        "from", .list(columns), .required,
        zh: "列名（CSV），或子元素 a/b、属性 @x、记录之外的 ../@x 和 ../../a（XML）；依次列出各种写法，每个文件只取其中之一。",
        en:
            "Names of the column (CSV), child element a/b, attribute @x or, around the record, ../@x and ../../a (XML); a file "
            + "has one of them.")

    private static let columns = ListSpec(of: .text(.column), count: 1...64, allowsSingle: true)

    private static let derived = MappingSpec([
        KeySpec(
            "field", .text(.fieldName), .optional,
            zh: "由哪个字段得出：person、amount 或 count.period 所指的日期。",
            en: "The field that groups are derived from: person, amount, or the date that count.period names."),
        KeySpec(
            "days", .list(ListSpec(of: .text(.fieldName), count: 2...2)), .optional,
            zh: "由两个日期之间的天数得出：[treatedOn, paidOn]，即就诊至打款的天数。",
            en: "From the days between two dates: [treatedOn, paidOn], from the treatment to the payment."),
        KeySpec(
            "take", .word(WordSpec(["sex", "ageBand", "region", "month", "year", membership])), .optional,
            zh:
                "取什么：居民身份证号的性别、打款之日的周岁段、前几位（地区）；日期的月份、年份；参照表的会籍（membership：在籍、会籍保留、无会籍）。由 amount 得出时不写。",
            en:
                "What is taken: of a resident ID the sex, the band of whole years of age on the day of payment, the first "
                + "digits (region); of the date its month or year; of a reference table the membership (在籍, 会籍保留, 无会籍). "
                + "Nothing of amount."),
        KeySpec(
            "bands", .list(ListSpec(of: .text(.bound), count: 1...32)), .optional,
            zh: "各段的下限，从小到大：周岁，天数，或以元等主单位计的金额。",
            en: "Where each band begins, in rising order: whole years, days, or money in the major unit."),
        KeySpec(
            "digits", .integer(2...6), .optional,
            zh: "地区取前几位：2、4 或 6；省略时为 6。", en: "How many digits of the region: 2, 4 or 6; left out, 6."),
        KeySpec(
            "begins", .integer(1...12), .optional,
            zh: "year 从几月开始：如保险年度 7 月开始写 7，组名为 2022—2023年度；省略时为 1，即公历年。",
            en:
                "The month in which a year begins: 7 for insurance years from July, whose groups are called 2022—2023年度; "
                + "left out, 1, the civil year."),
        KeySpec(
            "path", .text(.glob), .optional,
            zh: "由文件路径得出：写作 exports/{year}/{district}.csv，取大括号中与本字段同名的部分。",
            en: "From the file's path, written as exports/{year}/{district}.csv: the part in braces that is called as "
                + "the field."),
        KeySpec(
            "table", .text(.fieldName), .optional,
            zh: "由 tables 中的哪个参照表得出。", en: "The reference table, of those in tables, that it comes from."),
        KeySpec(
            "column", .list(columns), .optional,
            zh: "参照表中的列名。", en: "The reference table's columns that hold it."),
    ])

    private static let values = KeySpec(
        "values",
        .mapping(
            MappingSpec(
                [], others: .list(ListSpec(of: .text(.state), count: 1...1000, allowsSingle: true)), names: .line)),
        .optional,
        zh: "只用于 category：哪些值算作哪个组，写作 上海: [上 海, 上海市]；未列出的值保持原样。",
        en: "For a category: the values that mean a group, as in 上海: [上 海, 上海市]; others stay as they are.")

    static let dateForms = KeySpec(
        "dateForms",
        .list(
            ListSpec(
                of: .word(WordSpec(DateForm.allCases.map(\.rawValue))), count: 1...8,
                allowsSingle: true)),
        .optional,
        zh: """
            只用于 date：另外还读哪些有歧义的写法。serial-1900、serial-1904 为电子表格的日期序号，yy/m/d 如 23/4/5，\
            d/m/yyyy 如 5/4/2023，m/d/yyyy 如 4/5/2023，d/m/yy、m/d/yy 同此而年份两位，d-mon-yy 如 5-Apr-23，\
            yyyy-mm-ddZ 为带时差而无时间的日期，24:00 为当日 24 时；两位年份为 1970 至 2069 年。
            """,
        en: """
            For a date: what is read besides the forms that have one reading alone. Numbers of days as spreadsheets \
            count them (serial-1900, serial-1904), 23/4/5 (yy/m/d), 5/4/2023 (d/m/yyyy), 4/5/2023 (m/d/yyyy), the same \
            with years of two digits (d/m/yy, m/d/yy), 5-Apr-23 (d-mon-yy), a day with an offset and no time \
            (yyyy-mm-ddZ), and 24:00 as the end of the day written; years of two digits are from 1970 to 2069.
            """)

    private static let optional = KeySpec(
        "optional", .flag, .defaulted(.flag(false)),
        zh: "文件可否没有这个字段。", en: "Whether a file may lack the field.")

    private static let cutNumbers = KeySpec(
        "cutNumbers", .word(WordSpec(["reject", "accept"])), .defaulted(.text("reject")),
        zh: "16 位以上、第 15 位之后全为 0 的编号，若在一个文件中远多于偶然：视为被电子表格截断而拒绝，或按原样接受。",
        en: """
            Numbers of 16 digits and more with nothing but 0 behind the fifteenth, where a file has far more of them \
            than by chance: rejected as cut by a spreadsheet, or taken as they stand.
            """)

    private static let claim = ValueSpec.mapping(
        MappingSpec([
            from, type(["text"]),
            cutNumbers,
            notOptional(claimIsNeeded),
        ]))

    private static let person = ValueSpec.mapping(
        MappingSpec([
            from,
            KeySpec(
                "type", .word(WordSpec(["resident-id", "text"])), .defaulted(.text("resident-id")),
                zh: "resident-id 为居民身份证号，text 为任意编号。",
                en: "Resident identity numbers, or any text that tells people apart."),
            KeySpec(
                "otherDocuments", .word(WordSpec(["reject", "accept"])), .defaulted(.text("reject")),
                zh: "其他证件号码：拒绝，或按原样计人。",
                en: "What becomes of other document numbers: rejected, or counted as they stand."),
            KeySpec(
                "invalid", .word(WordSpec(["reject", "unidentified"])), .defaulted(.text("reject")),
                zh: "损坏或有误的身份证号：拒绝，或只计金额和人次、不计人数。",
                en: "What becomes of damaged or bad IDs: rejected, or counted in money and person-times alone."),
            cutNumbers,
            notOptional(personIsNeeded),
        ]))

    private static let times = KeySpec(
        "times", .list(columns), .optional,
        zh: "每条记录的金额须再乘以的整数（如住院天数）所在的列，写法同 from：金额 = from × times。",
        en: "The columns of a whole number, such as days, that the amount is multiplied by: money is from × times.")

    private static let unit = KeySpec(
        "unit",
        .word(
            WordSpec(
                MoneyUnit.allCases.map(\.rawValue),
                aliases: [
                    "分": ["fen"], "角": ["jiao"], "元": ["yuan"], "百元": ["hundred-yuan"], "千元": ["thousand-yuan"],
                    "万元": ["ten-thousand-yuan", "wan-yuan"], "百万元": ["million-yuan"], "亿元": ["hundred-million-yuan"],
                ], ignoresCase: true)), .optional,
        zh: "金额的单位，如 元、万元、分；省略时由列名（如 金额（万元））或金额自带的单位决定，都没有则为元。",
        en: "The unit of amounts; left out, the column's name, as 金额（万元）, or the amount itself says it, "
            + "and else it is 元 (yuan).")

    /// - Parameters:
    ///   - optional: why no file may lack the field; nil: one may.
    ///   - more: keys of this field alone.
    private static func field(
        type: [String], optional reason: BilingualText?, more: [KeySpec] = []
    ) -> ValueSpec {
        .mapping(
            MappingSpec([from, self.type(type), reason.map(notOptional) ?? optional] + more))
    }

    private static func type(_ words: [String]) -> KeySpec {
        KeySpec(
            "type", .word(WordSpec(words)), .defaulted(.text(words[0])),
            zh: "字段类型，可省略。", en: "Type of the field, which may be left out.")
    }

    private static func notOptional(_ reason: BilingualText) -> KeySpec {
        KeySpec(
            "optional", .onlyFalse(reason), .defaulted(.flag(false)),
            zh: "每个文件都须有此字段。", en: "Every file must have this field.")
    }

    private static let personIsNeeded = BilingualText(
        zh: "没有证件号码的文件无法计人；请删去 optional", en: "a file without it cannot be counted; remove optional")
    private static let amountIsNeeded = BilingualText(
        zh: "没有金额的文件无法统计；请删去 optional", en: "a file without it cannot be counted; remove optional")
    private static let claimIsNeeded = BilingualText(
        zh: "缺少赔付编号的文件无法与其他文件去重；请删去 optional，或不设 claim 字段",
        en: """
            the claims of a file without it could not be told from those of other files; remove optional, \
            or leave out the field claim
            """)
}
