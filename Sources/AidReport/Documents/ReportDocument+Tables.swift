import AidModel
import AidStatistics
import AidText

extension DocumentShape<ReferenceTableReport> {
    static let referenceTable = object(zh: "一个参照表。", en: "One reference table.") {
        DocumentMember("name", \.name, .text, zh: "流程文件中的名称。", en: "Its name in the pipeline file.")
        DocumentMember(
            "key", \.keyField, .text, zh: "与赔付对应的字段；person 为人员。",
            en: "The claims' field that joins it; person is the person.")
        DocumentMember("keys", \.keyCount, .count, zh: "不同的人员或编号数。", en: "Different persons or codes.")
        DocumentMember("spells", \.spellCount, .count, zh: "不同的行数。", en: "Different rows.")
        DocumentMember(
            "overlappingKeys", \.overlappingKeyCount, .count, zh: "同一天有不同值的人员或编号数。",
            en: "Persons or codes with different values on one day.")
        DocumentMember("files", \.files, DocumentShape<InputBalance>.tableFile.list, zh: "其文件。", en: "Its files.")
    }.named("referenceTable")
}

extension DocumentShape<InputBalance> {
    fileprivate static let tableFile = object(
        zh: "参照表的一个文件，及其各行的去向。", en: "One file of a reference table and where its rows went."
    ) {
        DocumentMember("file", \.name, .text, zh: "流程文件所写的路径。", en: "The path as the pipeline file names it.")
        DocumentMember("format", \.format, .words(["csv", "xml"]), zh: "格式。", en: "The file's format.")
        DocumentMember(
            "encoding", \.encoding, .words(["utf-8", "gb18030", "utf-16"]), zh: "读取所用的编码。",
            en: "The encoding it was read in.")
        DocumentMember("bytes", \.byteCount, .count, zh: "大小。", en: "The file's size.")
        DocumentMember(
            "sha256", \.sha256, DocumentShape<String>.sha256.orNull, zh: "运行时要求不计算的为 null。",
            en: "null where the run was told not to take it.")
        DocumentMember(
            "rows", \.balance.records.recordCount, .count, zh: "行数，不含表头。", en: "Its rows, headers not counted.")
        DocumentMember("taken", \.balance.paid.recordCount, .count, zh: "可用的行数。", en: "Those that were taken.")
        DocumentMember(
            "rejected", \.balance.rejected.recordCount, .count, zh: "被拒的行数。", en: "Those that were rejected.")
        DocumentMember(
            "scaffolding", \.balance.scaffolding.recordCount, .count, zh: "不是记录的行数。",
            en: "Those that are lines but no records.")
    }.named("tableFile")
}
