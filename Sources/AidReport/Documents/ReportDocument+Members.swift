import AidModel
import AidStatistics
import AidText

extension DocumentShape<MemberRates> {
    static let memberRates = object(
        zh: "会员人数，以及每千名会员的数字。", en: "How many members there are, and figures for a thousand of them."
    ) {
        DocumentMember("source", \.source.text, .bilingual, zh: "会员人数的出处。", en: "Who says how many members there are.")
        DocumentMember(
            optional: "file", { $0.source.file?.name }, .text, zh: "给出会员人数的文件。", en: "The file that gives them.")
        DocumentMember(optional: "sha256", { $0.source.file?.sha256 }, .sha256)
        DocumentMember(
            optional: "table", { $0.source.table }, .text, zh: "由其中的会籍统计会员人数的对照表。",
            en: "The reference table in whose memberships they were counted.")
        DocumentMember(
            "quarters", \.quarters, DocumentShape<MemberRates.QuarterLine>.memberQuarter.list,
            zh: "有会员人数的各季度，由早到晚。", en: "The quarters whose members are known, oldest first.")
        DocumentMember(
            "breakdowns", \.breakdowns, DocumentShape<MemberRates.Breakdown>.memberBreakdown.list, zh: "有会员人数的分组。",
            en: "The groups whose members are known.")
        DocumentMember(
            optional: "standard", \.standard, DocumentShape<StandardRates>.standardRates, zh: "标准化率；没有标准人口则无此项。",
            en: "Standardised rates; left out where no standard population is named.")
    }.named("memberRates")
}

extension DocumentShape<MemberRates.QuarterLine> {
    fileprivate static let memberQuarter = object {
        DocumentMember("quarter", \.quarter, .quarter)
        RateMembers.all.of(\.rate)
        DocumentMember(
            optional: "retained", \.retainedCount, .positive, zh: "其中会籍保留的会员。",
            en: "Members whose memberships are retained.")
    }.named("memberQuarter")
}

extension DocumentShape<MemberRates.Breakdown> {
    fileprivate static let memberBreakdown = object {
        DocumentMember("field", \.field, .text, zh: "分组方式的字段。", en: "The breakdown's field.")
        DocumentMember(
            "groups", \.groups, DocumentShape<MemberRates.GroupLine>.memberGroup.list, zh: "各组。", en: "The groups.")
    }.named("memberBreakdown")
}

extension DocumentShape<MemberRates.GroupLine> {
    fileprivate static let memberGroup = object {
        DocumentMember(
            "group", { EmptyGroup.name(of: $0.group) }, .text, zh: "组；未填为空值。",
            en: "The group; 未填 where the field was empty.")
        DocumentMember(
            optional: "quarter", \.now, DocumentShape<MemberRates.Rate>.memberRate, zh: "本季度。", en: "In the quarter.")
        DocumentMember(
            optional: "yearEarlier", \.yearEarlier, DocumentShape<MemberRates.Rate>.memberRate, zh: "上年同期。",
            en: "In the year earlier.")
    }.named("memberGroup")
}

extension DocumentShape<MemberRates.Rate> {
    fileprivate static let memberRate = object { RateMembers.all }.named("memberRate")
}

private enum RateMembers {
    static let all = DocumentMembers<MemberRates.Rate> {
        DocumentMember("members", \.memberCount, .positive, zh: "季末会员人数。", en: "Members at the quarter's end.")
        DocumentMember(
            "perThousand", { rate in rate.figures.value.map { _ in rate } }, perThousand.orNull,
            zh: "每千名会员的数字。", en: "The figures for a thousand members.")
        DocumentMember(
            optional: "suppressed", { if case .suppressed(let why) = $0.figures { why } else { nil } },
            DocumentShape<Suppression>.word, zh: "为何隐去。", en: "Why they are withheld.")
        DocumentMember(
            optional: "absent", { $0.figures == .absent ? true : nil }, .yes, zh: "没有数据。", en: "There are no data.")
        DocumentRule.null([["perThousand"]], saidBy: [["suppressed"], ["absent"]])
    }

    private static let perThousand = DocumentShape<MemberRates.Rate>.object {
        DocumentMember(
            "recipients", { $0.perThousand(.recipients).value ?? 0 }, .hundredths, zh: "受助职工，两位小数。",
            en: "Recipients, with two decimals.")
        DocumentMember(
            "personTimes", { $0.perThousand(.personTimes).value ?? 0 }, .hundredths, zh: "受助人次，两位小数。",
            en: "Person-times, with two decimals.")
        DocumentMember(
            "amountMinor", { $0.perThousand(.amount).value ?? 0 }, .money, zh: "受助金额，以最小货币单位计。",
            en: "Their money in the minor unit.")
    }.named("perThousand")
}
