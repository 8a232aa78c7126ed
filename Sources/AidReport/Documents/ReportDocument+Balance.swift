package import AidModel
import AidStatistics
package import AidText

extension DocumentShape<Balance> {
    package static let balance = object(
        zh: "记录 = 已支付 + 未支付 + 冲正 + 重复 + 被替代 + 被拒 + 非记录行，金额亦然。",
        en: "records = paid + unpaid + reversals + duplicates + superseded + rejected + scaffolding, also in money."
    ) {
        lines(\.recordCount, .count)
        DocumentMember(
            "amountMinor", { $0 }, object { lines(\.amountMinor, .money) }, zh: "各行的金额，以最小货币单位计。",
            en: "The money of every line, in the minor unit.")
    }.named("balance")

    private static func lines<Number>(
        _ number: @escaping @Sendable (Tally) -> Number, _ shape: DocumentShape<Number>
    ) -> DocumentMembers<Balance> {
        let byReason = object {
            for reason in RejectReason.allCases {
                DocumentMember(
                    optional: reason.rawValue,
                    { balance in balance.rejectedByReason[reason].flatMap { $0 == .zero ? nil : number($0) } }, shape,
                    zh: Wording(language: .zh).explain(reason), en: Wording(language: .en).explain(reason))
            }
        }
        return DocumentMembers {
            for line in BalanceLine.allCases {
                DocumentMember(
                    line.rawValue, { number($0[line]) }, shape, zh: Wording(language: .zh).explain(line),
                    en: Wording(language: .en).explain(line))
            }
            DocumentMember(
                "rejectedByReason", { $0 }, byReason, zh: "被拒的记录，按原因；没有发生的原因从略。",
                en: "The rejected ones by reason; reasons that do not occur are left out.")
        }
    }
}

extension ReportDocument {
    /// A balance that is read back.
    static func balance(_ place: JSONPlace) throws(JSONProblem) -> Balance {
        let money = try place.place(amounts)
        func tally(_ name: String) throws(JSONProblem) -> Tally {
            Tally(
                recordCount: try place[DocumentMember<Balance, Int>(name, { _ in 0 }, .count)],
                amountMinor: try money[DocumentMember<Balance, Int128>(name, { _ in 0 }, .money)])
        }
        var balance = Balance()
        balance.records = try tally(BalanceLine.records.rawValue)
        balance.paid = try tally(BalanceLine.paid.rawValue)
        balance.unpaid = try tally(BalanceLine.unpaid.rawValue)
        balance.reversals = try tally(BalanceLine.reversals.rawValue)
        balance.duplicates = try tally(BalanceLine.duplicates.rawValue)
        balance.superseded = try tally(BalanceLine.superseded.rawValue)
        balance.scaffolding = try tally(BalanceLine.scaffolding.rawValue)
        balance.fullyReversed = try tally(BalanceLine.fullyReversed.rawValue)
        balance.unidentified = try tally(BalanceLine.unidentified.rawValue)
        let (counts, amounts) = (try place.place(byReason), try money.place(byReason))
        for reason in RejectReason.allCases {
            guard let count = try counts[DocumentMember<Balance, Int?>(optional: reason.rawValue, { _ in nil }, .count)]
            else { continue }
            let amount = try amounts[DocumentMember<Balance, Int128?>(optional: reason.rawValue, { _ in nil }, .money)]
            balance.rejectedByReason[reason] = Tally(recordCount: count, amountMinor: amount ?? 0)
        }
        return balance
    }

    private static let amounts = DocumentMember<Balance, Bool>("amountMinor", { _ in false }, .flag)
    private static let byReason = DocumentMember<Balance, Bool>("rejectedByReason", { _ in false }, .flag)
}

extension DocumentShape<PublishedInput> {
    static let input = object(zh: "一个输入，及其记录的去向。", en: "One input and where its records went.") {
        DocumentMember(
            "file", \.name, .text, zh: "流程文件或使用者所写的路径；多个文件合为一项时，是流程文件所写的路径模式，没有则为空。",
            en:
                "The path as the pipeline file or the user names it; of several files the pattern of their paths, or nothing."
        )
        DocumentMember(
            optional: "files", { $0.fileCount == 1 ? nil : $0.fileCount }, .count, zh: "合为一项的文件数；单独一个文件无此项。",
            en: "How many files it is; left out of one alone.")
        DocumentMember(optional: "format", \.format, .words(["csv", "xml"]), zh: "格式。", en: "The file's format.")
        DocumentMember(
            optional: "encoding", \.encoding, .words(["utf-8", "gb18030", "utf-16"]), zh: "读取所用的编码。",
            en: "The encoding it was read in.")
        DocumentMember(
            optional: "bytes", \.contents?.byteCount, .count, zh: "大小；有分组受保护时只在 manifest.json 中，单独一个文件除外。",
            en: "The file's size; where groups are protected, manifest.json alone has it, but of a single file.")
        DocumentMember(
            "sha256", \.sha256, DocumentShape<String>.sha256.orNull, zh: "运行时要求不计算的，以及多个文件的，为 null。",
            en: "null where the run was told not to take it, and of several files.")
        DocumentMember(optional: "balance", \.contents?.balance, .balance)
    }.named("input")
}
