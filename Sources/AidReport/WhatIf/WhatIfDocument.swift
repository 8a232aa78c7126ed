import AidModel
import AidStatistics
package import AidText

/// What `rules` prints for programs.
package enum WhatIfDocument {
    package static let document = Document<WhatIfReport>(
        "aidstats.rules/1", title: "JSON of aidstats rules", zh: "另一种规则会付多少、使多少人多得或少得。",
        en: "What other rules would have cost, and how many people they would have given more or less."
    ) {
        DocumentMember("programme", \.programme, .namedProgramme, zh: "项目。", en: "The programme.")
        DocumentMember("currency", \.programme.currency.code, .currency, zh: "ISO 4217 货币代码。", en: "ISO 4217 code.")
        DocumentMember("from", \.from.description, .text, zh: "首日。", en: "The first day of the span.")
        DocumentMember("through", \.through.description, .text, zh: "末日。", en: "The last day of the span.")
        DocumentMember("pipelineFile", \.pipelineFile, .text, zh: "现行规则的流程文件。", en: "The file of the present rules.")
        DocumentMember("otherFile", \.otherFile, .text, zh: "另一种规则的文件。", en: "The file of the other rules.")
        DocumentMember("minGroup", \.minGroup, .count, zh: "少于这么多人的不公布。", en: "Of fewer people nothing is told.")
        DocumentMember(
            "withoutBasis", \.withoutBasisCount, .count, zh: "没有基数而不在其内的笔数。", en: "Claims left out for want of a basis."
        )
        DocumentMember(
            "withoutPerson", \.withoutPersonCount, .count, zh: "无法识别人员而不在其内的笔数。",
            en: "Claims left out since nobody knows whose they are.")
        DocumentMember("costs", \.total, costs, zh: "全部的金额。", en: "What all cost.")
        DocumentMember(
            "people", { $0.withholdsSplit ? nil : $0.total }, people.orNull, zh: "全部的人。",
            en: "Who would get more or less.")
        DocumentMember(
            optional: "suppressed", { $0.withholdsSplit ? Suppression.small : nil }, .word, zh: "为何隐去。",
            en: "Why that is withheld.")
        DocumentRule.null([["people"]], saidBy: [["suppressed"]])
        DocumentMember("breakdowns", \.breakdowns, breakdown.list, zh: "各分组方式。", en: "By the groups of each category.")
    }

    private static let costs = DocumentShape<RuleWhatIf.Line>.object(
        zh: "人数、笔数和金额，以最小货币单位计。", en: "People, claims, and money in the minor unit."
    ) {
        DocumentMember("recipients", \.recipientCount, .count, zh: "不同的人。", en: "Different people.")
        DocumentMember("claims", \.claimCount, .count, zh: "赔付笔数。", en: "Claims.")
        DocumentMember("paidMinor", \.paidMinor, .money, zh: "已付。", en: "What was paid.")
        DocumentMember("dueMinor", \.dueMinor, .money, zh: "按现行规则应付。", en: "What the present rules say.")
        DocumentMember("otherDueMinor", \.otherDueMinor, .money, zh: "按另一种规则应付。", en: "What the other rules say.")
    }.named("ruleCosts")

    private static let people = DocumentShape<RuleWhatIf.Line>.object(
        zh: "在整个时段内合计，多得、少得的人数。", en: "How many people get more or less, over the whole span."
    ) {
        DocumentMember("more", \.moreCount, .count, zh: "多得。", en: "More.")
        DocumentMember("less", \.lessCount, .count, zh: "少得。", en: "Less.")
        DocumentMember("same", \.sameCount, .count, zh: "不变。", en: "As much.")
        DocumentMember(
            "newlyHelped", \.newlyHelpedCount, .count, zh: "多得的人中，按现行规则不得的。",
            en: "Of those with more, who get nothing by the present rules.")
        DocumentMember(
            "noLongerHelped", \.noLongerHelpedCount, .count, zh: "少得的人中，按另一种规则不得的。",
            en: "Of those with less, who would get nothing.")
    }.named("rulePeople")

    private static let breakdown = DocumentShape<WhatIfReport.Breakdown>.object(zh: "一种分组方式。", en: "One category.") {
        DocumentMember("field", \.field, .text, zh: "流程文件中的字段名。", en: "Its name in the pipeline file.")
        DocumentMember("groups", \.lines, line.list, zh: "各组。", en: "Its groups.")
    }.named("ruleBreakdown")

    private static let line = DocumentShape<WhatIfReport.Line>.object(zh: "一个组。", en: "One group.") {
        DocumentMember(
            optional: "group", { $0.withheldCount > 0 ? nil : EmptyGroup.name(of: $0.group) }, .text,
            zh: "组名；空值为 未填；不列名称的没有。", en: "Its name, 未填 of the empty one; left out where names are withheld.")
        DocumentMember(
            optional: "withheldGroups", { $0.withheldCount > 0 ? $0.withheldCount : nil }, .count,
            zh: "不列名称的组数。", en: "How many groups whose names are withheld.")
        DocumentMember("costs", \.costs.value, costs.orNull, zh: "金额。", en: "What it costs.")
        DocumentMember("people", \.split.value, people.orNull, zh: "人。", en: "Who would get more or less.")
        DocumentMember(
            optional: "suppressed", { if case .suppressed(let why) = $0.split { why } else { nil } }, .word,
            zh: "为何隐去。", en: "Why both, or the latter, are withheld.")
        DocumentRule.null([["costs"], ["people"]], saidBy: [["suppressed"]])
    }.named("ruleGroup")
}
