import AidInput
import AidModel
package import AidText

/// What `inspect --format json` prints.
package enum InspectDocument {
    package static let document = Document<Inspection>(
        "aidstats.inspection/1", title: "JSON of aidstats inspect", zh: "各文件是什么，各列装的是什么。",
        en: "What files are, and what their columns hold."
    ) {
        DocumentMember(
            "files", \.files, DocumentShape.file.list, zh: "各文件，按给出的顺序。", en: "The files, in the order given.")
    }
}

extension DocumentShape<Inspection.File> {
    fileprivate static let file = object(zh: "一个文件。", en: "One file.") {
        DocumentMember("file", \.inspection.name, .text, zh: "给出的路径。", en: "The path as it was given.")
        DocumentMember("format", \.inspection.format, .words(["csv", "xml"]), zh: "格式。", en: "Its format.")
        DocumentMember(
            "layers", \.inspection.layers, DocumentShape<String>.text.list,
            zh: "它取自什么，由外到内：gzip、zip、excelWorkbook、webPage、json 等；csv 和 xml 文件本身为空。",
            en:
                "What it was taken out of, from the outermost: gzip, zip, excelWorkbook, webPage, json and so on; nothing, "
                + "of a file that is CSV or XML itself.")
        DocumentMember("encoding", \.inspection.encoding, .text, zh: "读取所用的编码。", en: "The encoding it was read in.")
        DocumentMember(
            optional: "delimiter", { $0.inspection.delimiter.map(String.init) }, .text, zh: "CSV 的分隔符。",
            en: "The delimiter of CSV.")
        DocumentMember(
            optional: "record", \.inspection.record, .text, zh: "XML 中作为一条记录的元素。",
            en: "The element of XML that is one record.")
        DocumentMember(
            "titles", \.inspection.titleCount, .count, zh: "表头之上的标题行数。", en: "Lines of titles above the header.")
        DocumentMember(
            optional: "unit", { $0.inspection.unitAbove?.said }, .text, zh: "表头之上的一行所写明的金额单位。",
            en: "The unit of amounts that a line above the header says.")
        DocumentMember(
            optional: "headerLine", \.inspection.headerLine, .count, zh: "CSV 表头所在的行，从 1 起。",
            en: "The line on which the header of CSV begins, from 1.")
        DocumentMember(
            "headerRows", \.inspection.headerRowCount, .count, zh: "表头占几行。", en: "How many lines the header takes.")
        DocumentMember(
            "surplusColumns", \.inspection.surplusCount, .count, zh: "记录末尾比表头多出的空列数。",
            en: "Empty columns at the end of records that the header has not.")
        DocumentMember(
            "noRecords", \.inspection.noRecordCount, .count, zh: "表头之下不是记录的行：重复的表头、合计、签名、空行。",
            en: "Lines below the header that are no records: repeated headers, totals, signatures, blanks.")
        DocumentMember(
            "records", \.inspection.recordCount, .count, zh: "记录数，不含表头。", en: "Its records, without the header.")
        DocumentMember(
            "oddRecords", \.inspection.oddCount, .count, zh: "其中损坏的，或字段数与表头不同的。",
            en: "Those of them that are broken, or have not as many fields as the header.")
        DocumentMember(
            "columns", { file in file.columns.map { Column(profile: $0.profile, meaning: $0.meaning) } },
            DocumentShape<Column>.column.list, zh: "各列，按文件中的顺序。", en: "The columns, in the order of the file.")
    }
}

private struct Column {
    let profile: ColumnProfile
    let meaning: ColumnMeaning
}

extension DocumentShape<Column> {
    fileprivate static let column = object(zh: "一列。", en: "One column.") {
        DocumentMember(
            "name", \.profile.name, .text, zh: "列名、子元素或属性。", en: "The column's name, child element or attribute.")
        DocumentMember("meaning", \.meaning, .word, zh: "看来装的是什么。", en: "What it seems to hold.")
        DocumentMember("filled", \.profile.filledCount, .count, zh: "有值的记录数。", en: "Records that have a value.")
        DocumentMember("empty", \.profile.emptyCount, .count, zh: "为空的记录数。", en: "Records that have none.")
        DocumentMember(
            "distinct", \.profile.distinctCount, DocumentShape<Int>.count.orNull, zh: "不同值的个数；null 为超过 5,000 个。",
            en: "How many different values there are; null: more than 5,000.")
        DocumentMember(
            "kinds", { $0.profile }, kinds, zh: "值的样子；没有的从略。",
            en: "What values look like; kinds that do not occur are left out.")
        DocumentMember(optional: "firstDay", \.profile.firstDay, .day, zh: "最早的日期。", en: "The first date.")
        DocumentMember(optional: "lastDay", \.profile.lastDay, .day, zh: "最晚的日期。", en: "The last date.")
        DocumentMember(
            "values", { column in column.profile.shownValues(column.meaning, limit: 50) }, value.list,
            zh: "状态和类别的值，从多到少；个人信息不显示。",
            en: "The values of states and categories, the most frequent first; none of persons.")
    }

    private static var kinds: DocumentShape<ColumnProfile> {
        .object {
            for kind in ValueKind.allCases {
                DocumentMember(
                    optional: kind.rawValue, { $0.countByKind[kind] }, .count, zh: kind.title.zh, en: kind.title.en)
            }
        }
    }

    private static var value: DocumentShape<(value: String, count: Int)> {
        .object(zh: "一个值。", en: "One value.") {
            DocumentMember("value", { $0.value }, .text, zh: "值。", en: "The value.")
            DocumentMember("count", { $0.count }, .count, zh: "出现的次数。", en: "How often it stands there.")
        }
    }
}
