package import AidModel
import AidStatistics
package import AidText

/// What was published before, and how the figures differ from it.
extension DocumentShape<Restatement> {
    static let restatement = object(
        zh: "本季度的数字与公布过的有何不同，原因何在。",
        en: "How the figures of the quarter differ from what was published of it, and why."
    ) {
        DocumentMember("first", \.first, .vintage, zh: "首次公布的数字。", en: "As first published.")
        DocumentMember("last", \.last, .vintage, zh: "最近公布的数字。", en: "As last published.")
        DocumentMember("now", \.now, .figures, zh: "现在的数字。", en: "As they are now.")
        DocumentMember(
            "change", { restatement in { restatement.change($0)?.exactly } },
            .byMeasure(DocumentShape<Int128>.integer.orNull), zh: "现在减去最近公布的数字；未公布或修约印发的为 null。",
            en: "Now less what was last published; null where it was not published, or printed rounded.")
        DocumentMember(
            "causes", \.causes, DocumentShape<RestatementCauses>.causes.orNull,
            zh: "自最近公布以来，是什么改变了人次和金额：各项之和即为变化。",
            en:
                "What has changed the person-times and the money since the last vintage: the kinds add up to the change."
        )
        DocumentMember(
            optional: "whyUnknown", { $0.causes == nil ? $0.whyUnknown?.text : nil }, .bilingual, zh: "为何说不出原因。",
            en: "Why the causes cannot be told.")
        DocumentRule.null([["causes"]], saidBy: [["whyUnknown"]])
    }.named("restatement")
}

extension DocumentShape<PublishedBase> {
    static let asPublished = object(
        zh: "更早时期最近公布的数字与现在不同时，该数字及与之相比的变化。",
        en: "The earlier figures as last published, where they are others now, and the change from them."
    ) {
        PublishedMembers.all.of(\PublishedBase.published)
        DocumentMember(
            "change", { base in { base.change($0) } }, .publishedFigures, zh: "现在减去公布的数字。",
            en: "Now less the published figures.")
        PercentOrReason.members(
            .exactly(.hundredths), reasons: ["absent", "zero", "rounded"], zh: "为何没有百分比：未公布、为零或修约印发。",
            en: "Why a percent is null: the figure was not published, is zero, or was printed rounded."
        ).of { base in { PercentOrReason(base.percent($0)) } }
    }.named("asPublished")
}

private enum PublishedMembers {
    static let all = DocumentMembers<Restatement.Published> {
        DocumentMember(
            "vintage", \.number, .count, zh: "该季度的第几版，从 1 起。",
            en: "The vintage's number among those of its quarter, from 1.")
        DocumentMember("publishedOn", \.publishedOn, .day, zh: "公布之日。", en: "The day on which it was published.")
        DocumentMember(
            optional: "reason", \.reason, .word, zh: "为何修订上一版：源数据更完善、例行重算、统计方法变更、更正。",
            en:
                "Why it restated the vintage before: better source data, routine recalculation, changed method, correction."
        )
        DocumentMember("figures", { published in { published.figures[$0] } }, .publishedFigures)
    }
}

extension DocumentShape<Restatement.Published> {
    fileprivate static let vintage = object(zh: "一个季度的一版。", en: "One vintage of a quarter.") {
        PublishedMembers.all
    }.named("published")
}

extension DocumentShape<RestatementCauses> {
    fileprivate static let causes = object {
        for cause in RestatementCause.allCases {
            DocumentMember(
                cause.rawValue, { $0[cause] }, cause == .other ? .remainder : .cause,
                zh: Wording(language: .zh).explain(cause),
                en: Wording(language: .en).explain(cause))
        }
    }
}

extension DocumentShape<RestatementCauses.Change> {
    private static let sums = DocumentMembers<RestatementCauses.Change> {
        DocumentMember("personTimes", \.personTimes, .integer, zh: "人次。", en: "Person-times.")
        DocumentMember(
            "amountMinor", \.amountMinor, .integer, zh: "金额，以最小货币单位计。", en: "Money in the minor unit.")
    }

    fileprivate static let cause = object(zh: "一类原因带来的变化。", en: "What one kind of cause has changed.") {
        DocumentMember(
            "claims", \.claimCount, .count, zh: "涉及的赔付；一笔赔付可涉及两类。",
            en: "The claims concerned; a claim may be concerned by two kinds.")
        sums
    }.named("cause")

    /// Of what no claim accounts for, nobody knows how many claims it concerns.
    fileprivate static let remainder = object { sums }
}

extension ReportReading {
    /// What has changed the figures of a report's quarter since they were last published.
    package struct Causes: Sendable {
        /// One kind: as reports call it, and what it has changed.
        package struct Line: Sendable {
            /// For programs.
            package let code: String
            package let name: BilingualText
            /// nil: nobody knows.
            package let claimCount: Int?
            package let personTimes: Int
            package let amountMinor: Int128
        }

        /// The number of the vintage.
        package let vintage: Int
        /// Those that have changed anything; they add up to the change.
        package let lines: [Line]
        /// Why they cannot be told; nil: they can.
        package let whyUnknown: BilingualText?
    }

    /// nil: the quarter was not published, or its figures are as they were last.
    package static func causes(_ bytes: [UInt8]) throws(JSONProblem) -> Causes? {
        let root = try ReportDocument.document.place(in: bytes)
        let restatement = DocumentMember<QuarterReport, String>("restatement", { _ in "" }, .text)
        guard root.json[restatement.name] != nil else { return nil }
        let place = try root.place(restatement)
        let last = DocumentMember<Restatement, String>("last", { _ in "" }, .text)
        let vintage = DocumentMember<Restatement.Published, Int>("vintage", \.number, .count)
        let number = try place.place(last)[vintage]
        let why = DocumentMember<Restatement, BilingualText?>(
            optional: "whyUnknown", { $0.whyUnknown?.text }, .bilingual)
        if let whyUnknown = try place[why] { return Causes(vintage: number, lines: [], whyUnknown: whyUnknown) }
        let causes = DocumentMember<Restatement, String>("causes", { _ in "" }, .text)
        let all = try place.place(causes)
        var lines: [Causes.Line] = []
        for cause in RestatementCause.allCases {
            let member = DocumentMember<RestatementCauses, String>(cause.rawValue, { _ in "" }, .text)
            let change = try all.place(member)
            let claims = DocumentMember<RestatementCauses.Change, Int?>(optional: "claims", { $0.claimCount }, .count)
            let personTimes = DocumentMember<RestatementCauses.Change, Int>("personTimes", \.personTimes, .integer)
            let amount = DocumentMember<RestatementCauses.Change, Int128>("amountMinor", \.amountMinor, .integer)
            let line = Causes.Line(
                code: cause.rawValue,
                name: BilingualText(
                    zh: Wording(language: .zh).name(cause), en: Wording(language: .en).name(cause)),
                claimCount: try change[claims], personTimes: try change[personTimes],
                amountMinor: try change[amount])
            if line.claimCount ?? 0 != 0 || line.personTimes != 0 || line.amountMinor != 0 { lines.append(line) }
        }
        return lines.isEmpty ? nil : Causes(vintage: number, lines: lines, whyUnknown: nil)
    }
}
