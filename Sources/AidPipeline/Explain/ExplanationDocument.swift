import AidModel
import AidNews
import AidReport
import AidText

/// What `explain` prints for programs: the same as for people, with every number as it is.
enum ExplanationDocument {
    static let document = Document<FigureExplanation>(
        "aidstats.explanation/1", title: "JSON of aidstats explain", zh: "一个数字是怎么来的。",
        en: "How one figure came about."
    ) {
        DocumentMember("programme", \.set.programme, .namedProgramme, zh: "项目。", en: "The programme.")
        DocumentMember(
            "currency", \.set.programme.currency.code, .currency, zh: "ISO 4217 货币代码；金额以其最小单位计。",
            en: "ISO 4217 code; money is in its minor unit.")
        DocumentMember("language", \.language, .word, zh: "文字的语言。", en: "The language of the texts.")
        DocumentMember("fact", \.fact, .fact, zh: "这个数字。", en: "The figure.")
        DocumentMember("subject", { $0.wording.subject($0.fact) }, .text, zh: "它是什么的数字。", en: "What it is of.")
        DocumentMember("exact", { $0.wording.exact($0.fact) }, .text, zh: "精确值。", en: "Every digit of it.")
        DocumentMember(
            "notes", \.notes, texts, zh: "必须知道的，如初步、修订。", en: "What must be known, such as that it is provisional.")
        DocumentMember("meaning", \.definitions, texts, zh: "它的定义。", en: "What it means.")
        DocumentMember("counts", \.countedRules, texts, zh: "统计哪些赔付。", en: "Which claims count.")
        DocumentMember("computed", \.computed, texts, zh: "怎样算出。", en: "How it is computed.")
        DocumentMember(
            "steps", \.way, step.list, zh: "从全部记录到这个数字的每一步。", en: "Each step from all records to it.")
        DocumentMember(
            "files", { $0.byFile.map { File(name: $0.name, balance: $0.balance) } }, file.list,
            zh: "各文件的记录；报告不公布的为空。", en: "The records of each file; none where the report does not publish them.")
        DocumentMember(
            "yearEarlier", \.earlier, texts, zh: "上年同期，以及由此而来的增减。",
            en: "The year earlier, and the change from it.")
        DocumentMember(
            "published", \.published, published.list, zh: "公布过的各版。", en: "Every version that was published.")
        DocumentMember(
            optional: "causes", \.causes, causes, zh: "自最近公布以来是什么改变了它；没有改变的无此项。",
            en: "What has changed it since it was last published; left out where nothing has.")
        DocumentMember("sources", { $0.wording.sources($0.fact) }, texts, zh: "依据。", en: "What it stands on.")
    }

    private static let texts = DocumentShape<String>.text.list

    private static let step = DocumentShape<FigureExplanation.ComparedStep>.object(zh: "一步。", en: "One step.") {
        DocumentMember("step", \.label, .text, zh: "减去什么，或余下什么。", en: "What goes, or is left.")
        DocumentMember("value", \.now.value, .integer, zh: "多少。", en: "How many, or how much.")
        DocumentMember(
            "unit", \.now.unit, DocumentShape<FigureTrail.Step.Unit>.word, zh: "单位：记录、人、人次，或最小货币单位。",
            en: "In what: records, persons, person-times, or the currency's minor unit.")
        DocumentMember(
            optional: "base", \.base?.value, DocumentShape<Int128>.integer, zh: "基期的同一步。",
            en: "The same step of the time that the figure is held against.")
    }.named("explainedStep")

    private struct File {
        let name: String
        let balance: Balance

        subscript(place: Int) -> Int { FigureExplanation.tallies(balance)[place].recordCount }
    }

    private static let file = DocumentShape<File>.object(zh: "一个文件的记录数。", en: "The records of one file.") {
        DocumentMember("file", \.name, .text, zh: "文件。", en: "The file.")
        DocumentMember("records", { $0[0] }, .count, zh: "记录。", en: "Records.")
        DocumentMember("paid", { $0[1] }, .count, zh: "已支付。", en: "Paid.")
        DocumentMember("unpaid", { $0[2] }, .count, zh: "未支付。", en: "Unpaid.")
        DocumentMember("reversals", { $0[3] }, .count, zh: "冲正。", en: "Reversals.")
        DocumentMember("duplicates", { $0[4] }, .count, zh: "重复。", en: "Duplicates.")
        DocumentMember("superseded", { $0[5] }, .count, zh: "被替代。", en: "Superseded.")
        DocumentMember("rejected", { $0[6] }, .count, zh: "被拒。", en: "Rejected.")
    }.named("explainedFile")

    private static let bounds = DocumentShape<FigureRange>.object(
        zh: "上下限；精确的两者相同。", en: "The bounds; of an exact figure both are the same."
    ) {
        DocumentMember("lowest", \.lowest, .integer, zh: "最小值。", en: "The smallest value.")
        DocumentMember("highest", \.highest, .integer, zh: "最大值。", en: "The largest value.")
    }.named("explainedBounds")

    private static let published = DocumentShape<FigureExplanation.PublishedRow>.object(
        zh: "公布过的一版。", en: "One version that was published."
    ) {
        DocumentMember("vintage", \.vintage.number, .positive, zh: "版次，从 1 起。", en: "Its number, from 1.")
        DocumentMember("publishedOn", \.vintage.publishedOn, .day, zh: "公布之日。", en: "The day of publication.")
        DocumentMember(
            optional: "reason", \.vintage.reason, DocumentShape<RestatementReason>.word, zh: "为何修订上一版。",
            en: "Why it restates the version before.")
        DocumentMember("value", \.range, bounds, zh: "公布的数字。", en: "What was published.")
        DocumentMember(
            optional: "difference", \.difference, bounds, zh: "现在与之相差。", en: "What it is now less that.")
    }.named("explainedVersion")

    private static let causes = DocumentShape<ReportReading.Causes>.object(
        zh: "自最近公布以来的变化，按原因；人次和金额的各项之和即为变化。",
        en: "What has changed since the last version, by cause; person-times and money add up to the change."
    ) {
        DocumentMember("vintage", \.vintage, .positive, zh: "最近公布的版次。", en: "The last version's number.")
        DocumentMember("lines", \.lines, cause.list, zh: "各项原因。", en: "The causes.")
        DocumentMember(
            optional: "whyUnknown", \.whyUnknown, .bilingual, zh: "为何说不出原因。", en: "Why they cannot be told.")
    }.named("explainedCauses")

    private static let cause = DocumentShape<ReportReading.Causes.Line>.object(zh: "一类原因。", en: "One kind of cause.") {
        DocumentMember(
            "cause", \.code, .text, zh: "补报 lateClaims、更正 corrections、冲正 reversals 或其他 other。",
            en: "Late claims, corrections, reversals, or something else.")
        DocumentMember("name", \.name, .bilingual, zh: "报告中的名称。", en: "What reports call it.")
        DocumentMember(
            optional: "claims", \.claimCount, .count, zh: "涉及的赔付。", en: "The claims concerned.")
        DocumentMember("personTimes", \.personTimes, .integer, zh: "人次的变化。", en: "The change of person-times.")
        DocumentMember("amountMinor", \.amountMinor, .integer, zh: "金额的变化。", en: "The change of money.")
    }.named("explainedCause")
}
