import AidInput
import AidModel
import AidText

/// All keys of a pipeline file.
///
/// - Source: the section “Pipeline file” of the interface; the order is the one in which
///   people write them.
enum PipelineSpec {
    static let root = MappingSpec([
        KeySpec(
            "version", .integer(1...1), .defaulted(.integer(1)),
            zh: "流程文件格式的版本，目前为 1。", en: "Version of the pipeline file's format, 1 for now."),
        KeySpec(
            "name", .text(.programmeName), .required,
            zh: "项目代号，也是输出文件夹的名称：小写字母、数字和连字符。",
            en: "Name of the programme and of its output folder: lower-case letters, digits and hyphens."),
        KeySpec(
            "title", .textOrMapping(.line, title), .optional,
            zh: "报告中的项目名称，可分中英文；省略时用 name。",
            en: "The programme's title in reports, in one or both languages; left out, it is the name."),
        KeySpec(
            "since", .text(.day), .optional,
            zh: "项目开始之日，累计数从这一天算起；省略时从数据中最早的打款日起。",
            en: "First day of the programme, where cumulative figures begin; left out, the earliest payment."),
        KeySpec(
            "currency", .text(.currency), .defaulted(.text("CNY")),
            zh: "ISO 4217 货币代码，决定金额的小数位数。",
            en: "Currency code of ISO 4217, which gives the decimals of amounts."),
        KeySpec(
            "timeZone", .text(.timeZone), .defaulted(.text("Asia/Shanghai")),
            zh: "项目所在时区，IANA 名称；带时差的日期时间（如 2023-06-30T16:30:00Z）按该时区归入日期。",
            en: "Time zone of the programme, by its IANA name; a date with a time and an offset from UTC "
                + "(2023-06-30T16:30:00Z) counts on the day that it was there."),
        KeySpec(
            "inputs", .list(ListSpec(of: .mapping(input), isUnique: false)), .defaulted(.list([])),
            zh: "导出文件；省略时须用 --input 指定。", en: "The exports; left out, --input must name them."),
        KeySpec(
            "tables", .mapping(MappingSpec([], others: .mapping(table), names: .fieldName)), .defaulted(.mapping),
            zh: "参照表（如会籍表）：按人员或编号对应，可有首日和末日；fields 中以 from: { table: …, column: … } 取其值。",
            en:
                "Reference tables, such as one of memberships, joined by person or code and maybe with days; fields take "
                + "their values with from: { table: …, column: … }."),
        KeySpec(
            "fields", .mapping(fields), .required,
            zh: "字段与导出文件中列名、元素或属性的对应。",
            en: "The fields, and the columns, elements or attributes that hold them."),
        KeySpec(
            "count", .mapping(count), .defaulted(.mapping),
            zh: "按哪个日期、哪些状态统计。", en: "By which date and which states claims are counted."),
        KeySpec(
            "breakdowns",
            .list(
                ListSpec(
                    of: .listOrMapping(
                        ListSpec(of: .text(.fieldName), count: 1...2, allowsSingle: true), breakdown), count: 0...16)),
            .defaulted(.list([])),
            zh:
                "分组统计所用的 category 字段，最多 16 个；[district, care] 为两个字段的交叉分组，一个字段只能用于一个交叉分组；"
                + "{ field: union, show: 20 } 指明列出多少个组。",
            en:
                "Fields of type category by which figures are broken down, at most 16; [district, care] is a breakdown by "
                + "two together, and a field is in one such pair at most; { field: union, show: 20 } says how many groups "
                + "are shown by name."),
        KeySpec(
            "measures",
            .list(ListSpec(of: .word(WordSpec(ClaimMeasure.allCases.map(\.rawValue))), count: 0...2)),
            .defaulted(.list([])),
            zh: "报告中另外给出中位数和四分位数的指标：median-amount 为每笔赔付的金额，days-to-payment 为就诊（treatedOn）至打款的天数。",
            en:
                "What the report tells the median and the quartiles of, besides: the money of a claim (median-amount), or the "
                + "days from the treatment (treatedOn) to the payment (days-to-payment)."),
        KeySpec(
            "members", .mapping(members), .optional,
            zh: "季末会员人数，据以计算每千名会员的数字。",
            en: "How many members there are at the ends of quarters, for figures per thousand members."),
        KeySpec(
            "rules", .mapping(rules), .optional,
            zh: "项目的规则：起付线、分段比例、封顶线、舍入。报告据此复算每笔赔付；需要 fields.basis，不能与登记册同用。",
            en:
                "The programme's rules: deductible, shares, caps, rounding. Reports hold every claim against them; they need "
                + "fields.basis, and no register."),
        KeySpec(
            "quality", .mapping(quality), .defaulted(.mapping),
            zh: "质量门槛与小组保护。", en: "Quality thresholds and the protection of small groups."),
        KeySpec(
            "ledger", .text(.glob), .optional,
            zh: "台账文件，保存每次发布的数字；相对于本文件所在文件夹，省略时在报告旁边。",
            en: "The ledger, which keeps all figures as they were published; relative to this file's folder, "
                + "by default beside the reports."),
        KeySpec(
            "register", .text(.glob), .optional,
            zh: "登记册文件夹，保存读过的全部记录（不含证件号码），以后只读新的导出；相对于本文件所在文件夹。",
            en: "The folder of the register, which keeps all records read so far without any ID number, so that "
                + "later runs read new exports alone; relative to this file's folder."),
        KeySpec(
            "keyFile", .text(.glob), .optional,
            zh: "登记册的密钥文件，由 aidstats register init 生成，不得放在登记册文件夹中。",
            en: "The register's key, made by aidstats register init; never within the register's folder."),
        KeySpec(
            "reports", .list(ListSpec(of: .word(WordSpec(ReportFormat.allCases.map(\.rawValue))), count: 1...5)),
            .defaulted(.list(["json", "markdown", "html"])),
            zh: "要写出的报告；markdown 带有 SVG 图表文件，html 是单个网页文件，csv 是 tables 文件夹中供程序读取的表格，xlsx 是供同事查看的工作簿。",
            en:
                "The reports to write; markdown comes with its charts as SVG files, html is one file, csv are tables for "
                + "programs in the folder tables, xlsx is a workbook for colleagues."),
        KeySpec(
            "news", .mapping(news), .defaulted(.mapping),
            zh: "事实与新闻句子的写法，以及报刊的用词。",
            en: "How facts and the sentences of news are written, and the words of the press."),
        KeySpec(
            "statements", .list(ListSpec(of: .mapping(statement), isUnique: false)), .defaulted(.list([])),
            zh: "新闻中不由数据算出的背景说明：何时启动，覆盖多少会员，最高受助金额，项目是什么，由谁出资；模板写作 {{statements.start}}。",
            en:
                "Background of the news that no export tells: when the programme began, how many members it covers, the highest "
                + "aid, what it is, who pays; templates name one as {{statements.start}}."),
        KeySpec(
            "language", .word(WordSpec(Language.allCases.map(\.rawValue))), .defaulted(.text("zh")),
            zh: "报告语言。", en: "Language of the reports."),
        KeySpec(
            "undecided", .list(ListSpec(of: .text(.line), count: 0...1000)), .defaulted(.list([])),
            zh: "init 看不出、须由人核实的事项：处理之后删去，lint 才放行。",
            en: "What init found and could not settle: lint refuses each until it is removed."),
        KeySpec(
            "tests", .list(ListSpec(of: .mapping(CaseSpec.test), isUnique: false)), .defaulted(.list([])),
            zh: "测试：几行导出和应得的结果，由 aidstats lint --test 执行。",
            en: "Tests: lines of an export and what must come of them, tried by aidstats lint --test."),
    ])

    static let title = MappingSpec(
        [
            KeySpec("zh", .text(.line), .optional, zh: "中文名称。", en: "The title in Chinese."),
            KeySpec("en", .text(.line), .optional, zh: "英文名称。", en: "The title in English."),
        ], minKeys: 1)

    private static let members = MappingSpec([
        KeySpec(
            "file", .text(.glob), .optional,
            zh: "给出季末会员人数的 CSV 文件，列为 quarter,members（全部会员），或另有 field,group（各组会员，如 district,东渡区）；"
                + "相对于本文件所在文件夹。",
            en:
                "A CSV file with the columns quarter,members (all of them), and field,group where it has those of groups, "
                + "too, as in district,东渡区; relative to this file's folder."),
        KeySpec(
            "table", .text(.fieldName), .optional,
            zh: "不用 file 时：tables 中按人员对应的会籍表，统计每季度最后一天有效的会籍，每人只计一次；取自此表（及以其值为键的表）的分组也有会员人数。",
            en:
                "In place of file: a table of memberships in tables, by person; on the last day of each quarter people "
                + "whose memberships hold are counted, each once, and by the groups that come from it or from tables whose "
                + "keys it gives."),
        KeySpec(
            "source", .textOrMapping(.line, title), .required,
            zh: "会员人数的出处，写入报告。", en: "Who says how many members there are, as reports say it."),
        KeySpec(
            "standard", .mapping(standard), .optional,
            zh: "标准人口：按年龄、性别等直接标准化每千名会员受助职工；需要 table。",
            en:
                "The standard population for which recipients per thousand members are directly standardised, by age, sex or "
                + "the like; needs table."),
    ])

    /// Direct standardisation.
    private static let standard = MappingSpec([
        KeySpec(
            "by", .list(ListSpec(of: .text(.fieldName), count: 1...3, allowsSingle: true)), .required,
            zh: "按哪些字段标准化，如 [age, sex]；须取自会籍表所给的列，不由证件号码推算。",
            en:
                "The fields by which to standardise, such as [age, sex]; columns of the memberships alone, never worked out "
                + "from ID numbers."),
        KeySpec(
            "of", .text(.quarter), .optional, zh: "以本项目这一季度末的会员为标准人口。",
            en: "The programme's own members at the end of this quarter are the standard population."),
        KeySpec(
            "weights", .text(.glob), .optional,
            zh: "不用 of 时：标准人口的 CSV 文件，列为 by 的各字段和 weight（人数）；相对于本文件所在文件夹。",
            en:
                "In place of of: a CSV file of the standard population, with a column for each field of by, and weight "
                + "(people); relative to this file's folder."),
        KeySpec(
            "name", .textOrMapping(.line, title), .optional,
            zh: "标准人口是什么，写入报告；有 weights 的必填。",
            en: "What the standard population is, as reports say it; required with weights."),
    ])

    private static let input = MappingSpec(inputKeys)

    /// What says which files are meant, and how they are read.
    static let inputKeys: [KeySpec] = [
        KeySpec(
            "files", .list(ListSpec(of: .text(.glob), count: 1...1000, allowsSingle: true, isUnique: false)), .required,
            zh: "文件路径或通配符，相对于本文件所在文件夹；- 为标准输入；压缩包后写 # 和通配符，指里面的文件（claims.zip#*.csv）。",
            en:
                "Paths or globs, relative to this file's folder; - is standard input; # and a glob behind an archive mean "
                + "files in it (claims.zip#*.csv)."),
        KeySpec(
            "format", .word(WordSpec(FileFormat.allCases.map(\.rawValue))), .defaulted(.text("csv")),
            zh: "文件格式：csv 指各种表格（CSV、Excel 工作表、网页表格，认内容不认文件名），xml，json（含 JSON Lines）。",
            en:
                "Format of the files: csv means any table (CSV, sheets of workbooks, tables of web pages, told by their "
                + "bytes), xml, or json (JSON Lines, too)."),
        KeySpec(
            "encoding",
            .word(
                WordSpec(
                    TextEncodingChoice.allCases.map(\.rawValue),
                    aliases: ["utf-8": ["utf8"], "gb18030": ["gbk", "gb2312"], "utf-16": ["utf16"]], ignoresCase: true)
            ), .defaulted(.text("auto")),
            zh: "文件编码；auto 为自动识别，gbk、gb2312 按 gb18030 处理。",
            en: "Encoding of the files; auto finds it, gbk and gb2312 mean gb18030."),
        KeySpec(
            "delimiter",
            .word(
                WordSpec(
                    ["auto", "comma", "tab", "semicolon", "pipe"],
                    aliases: ["comma": [","], "tab": ["\t", "\\t"], "semicolon": [";"], "pipe": ["|"]])),
            .defaulted(.text("auto")),
            zh: "CSV 的分隔符；auto 为按表头自动识别。",
            en: "What separates the fields of a CSV file; auto finds it from the header."),
        KeySpec(
            "header", .mapping(header), .optional,
            zh: "表头的位置（CSV、工作表等表格）；省略时为前二十行中第一个含有所需各列的行。",
            en:
                "Where the header of a table is (CSV, a sheet); left out, the first of its first twenty lines that has all columns "
                + "needed."),
        KeySpec(
            "skip",
            .list(ListSpec(of: .text(.skip), count: 1...100, allowsSingle: true)), .optional,
            zh: "表格（CSV、工作表等）中不是记录的行：一个数字为开头的行数，文字为这些行的开头，写作 [3, 备注, 打印]。",
            en:
                "Lines of a table (CSV, a sheet) that are no records: a number of lines at its top, and texts that others begin "
                + "with, as in [3, 备注, Printed]."),
        KeySpec(
            "record", .text(.line), .optional,
            zh:
                "XML 中作为一条记录的元素，例如 Claim 或 {uri}Claim；format 为 xml 时必填。JSON 中由记录组成的数组的路径，例如 data/list，或另一数组的记录中的 members/claims；只有一个时可省略。",
            en:
                "The XML element that is one record, as Claim or {uri}Claim; required where format is xml. The path of the "
                + "array of records in JSON, as data/list, or as members/claims within records of another; left out: the only one."
        ),
        KeySpec(
            "requireFinalNewline", .flag, .defaulted(.flag(false)),
            zh: "CSV 的最后一行没有换行符时是否拒绝该文件：文件可能在那里中断。",
            en: "Whether a CSV file is refused whose last line has no line end: it may be cut off there."),
    ]

    private static let header = MappingSpec(
        [
            KeySpec(
                "row", .integer(1...1000), .optional,
                zh: "表头（第一行）在文件中的行号，从 1 起；其上各行都不是记录。",
                en: "The line on which it begins, from 1; those above it are no records."),
            KeySpec(
                "rows", .integer(1...5), .defaulted(.integer(1)),
                zh: "表头占几行；列名由上至下以空格相连，合并单元格的名称沿用到右边各列（写作 金额 实付）。",
                en:
                    "How many lines it takes; the names of a column are joined by blanks from top to bottom, and those of "
                    + "merged cells are carried to the right."),
        ], minKeys: 1)

    private static let breakdown = MappingSpec([
        KeySpec("field", .text(.fieldName), .required, zh: "字段名。", en: "The field's name."),
        KeySpec(
            "show", .integerOrWord(1...GroupTable.valueLimit, WordSpec(["all"])), .optional,
            zh: "报告列出多少个最大的组，其余合为一行；all 为全部。省略时为 20；年龄段、金额段、天数段、月份和年份为全部。",
            en:
                "How many of the largest groups reports show by name, with one row for the rest; all shows every one. Left "
                + "out: 20, but all bands, months and years."),
    ])

    private static let count = MappingSpec([
        KeySpec(
            "period", .text(.fieldName), .defaulted(.text("paidOn")),
            zh: "决定赔付属于哪个季度的日期字段。", en: "The date field that decides a claim's quarter."),
        KeySpec(
            "status", .mapping(status), .optional,
            zh: "每一类包含哪些状态；有 status 字段时必填。",
            en: "The states of each class; required where a status field is mapped."),
        KeySpec(
            "zeroAmount", .word(WordSpec(RecordLayout.ZeroAmounts.allCases.map(\.rawValue))),
            .defaulted(.text("count")),
            zh: "已支付而金额为零的记录：count 照常统计，reject 拒绝，ignore 按未支付处理。",
            en: "Paid records of no money: counted, rejected, or taken for unpaid."),
    ])

    private static let status = MappingSpec([
        KeySpec(
            "paid", states(1...1000), .required,
            zh: "视为已支付的状态，计入统计。", en: "States of claims that were paid and are counted."),
        KeySpec(
            "unpaid", states(0...1000), .defaulted(.list([])),
            zh: "视为未支付的状态，不计入。", en: "States of claims that were not paid and are not counted."),
        KeySpec(
            "reversed", states(0...1000), .defaulted(.list([])),
            zh: "视为冲正的状态，从原赔付中扣回。", en: "States of reversals, which take an amount off a claim."),
        KeySpec(
            "undecided", states(0...1000), .defaulted(.list([])),
            zh: "init 看不出含义的状态：移到上面各类之前，lint 不放行。",
            en: "States that init could not tell: lint refuses them until they stand in one of the classes above."),
    ])

    private static func states(_ count: ClosedRange<Int>) -> ValueSpec {
        .list(ListSpec(of: .text(.state), count: count, allowsSingle: true))
    }

    private static let quality = MappingSpec([
        KeySpec(
            "maxRejected", .textOrMapping(.share, allowance("0.1%", recordCount: 0)), .defaulted(.text("0.1%")),
            zh: "被拒记录的最大比例，须带百分号；超过则以 65 退出，不发布任何数字。写成 { share: 0.1%, records: 3 } 时，"
                + "两者都超过才拒绝。",
            en: "Largest share of rejected records, with its percent sign; past it the run ends with 65 and publishes "
                + "nothing. As { share: 0.1%, records: 3 } it refuses only what is past both."),
        KeySpec(
            "minGroup", .integer(0...1000), .defaulted(.integer(5)),
            zh: "分组中可显示的最少人数；0 为全部显示。",
            en: "Smallest number of recipients shown in a group; 0 shows all."),
        KeySpec(
            "pPercent", .text(.share), .optional,
            zh: "p% 规则：分组中除金额最多的两人外，其余人的金额合计不足最多者的这一比例时，不公布该组；须带百分号，常用 10%。省略时不用此规则。",
            en: "The p% rule: a group is withheld where all but the two people with the most money come to less than "
                + "this share of what the first of them has, so that the second could tell it closely; with its percent "
                + "sign, usually 10%. Left out, there is no such rule."),
        KeySpec(
            "maxRestatement", .text(.share), .optional,
            zh: "已发布的季度最多可变动的比例；任何一项超过则以 65 退出，不写出结果。省略时不限。",
            en: "Largest change of a published quarter, as a share of what was last published; past it in any "
                + "measure the run ends with 65 and writes nothing. Left out, there is no limit."),
        KeySpec(
            "maxSharedClaims",
            .textOrMapping(.share, allowance("1%", recordCount: SharedClaims.alwaysAllowed)), .defaulted(.text("1%")),
            zh: "同一赔付编号先后属于不同的人，这样的记录最多占已支付赔付的比例，须带百分号；超过且至少 10 条，则以 65 退出，"
                + "不发布任何数字。写成 { share: 1%, records: 20 } 时，两者都超过才拒绝。",
            en: "Largest number of records that give a claim number to another person than the record before, as a "
                + "share of paid claims, with its percent sign; past it, and with at least 10, the run ends with 65 "
                + "and publishes nothing. As { share: 1%, records: 20 } it refuses only what is past both."),
        KeySpec(
            "maxSameRecords",
            .textOrMapping(.share, allowance("10%", recordCount: OverlappingFiles.alwaysAllowed)),
            .defaulted(.text("10%")),
            zh: "没有赔付编号时，一个文件的已支付记录最多有多大比例在别的文件中也有（同一人、同一天、同一金额、同样的分组），须带百分号；"
                + "超过且至少 20 条，则以 65 退出，不发布任何数字；100% 为全部放过。写成 { share: 10%, records: 50 } 时，两者都超过才拒绝。",
            en: "Without claim numbers: largest share of the paid records of a file that stand in another file as well "
                + "(the same person, day, amount and groups), with its percent sign; past it, and with at least 20, the run "
                + "ends with 65 and publishes nothing; 100% lets all pass. As { share: 10%, records: 50 } it refuses only "
                + "what is past both."),
    ])

    private static func allowance(_ share: String, recordCount: Int) -> MappingSpec {
        MappingSpec(
            [
                KeySpec(
                    "share", .text(.share), .defaulted(.text(share)),
                    zh: "最大比例，须带百分号。", en: "The largest share, with its percent sign."),
                KeySpec(
                    "records", .integer(0...1_000_000), .defaulted(.integer(recordCount)),
                    zh: "不论比例，总可放过的记录数。", en: "So many records pass, whatever their share."),
            ], minKeys: 1)
    }
}
