import AidModel
import AidStatistics
import AidText

extension DocumentShape<StandardRates> {
    static let standardRates = object(
        zh: "直接标准化的每千名会员受助职工。", en: "Recipients per thousand members, directly standardised."
    ) {
        DocumentMember("name", \.population.text, .bilingual, zh: "标准人口是什么。", en: "What the standard population is.")
        DocumentMember(
            "by", { $0.population.fields.map(\.name) }, DocumentShape<String>.text.list, zh: "按哪些字段标准化。",
            en: "The fields by which rates are standardised.")
        DocumentMember(
            optional: "quarter", { if case .members(let quarter) = $0.population.weights { quarter } else { nil } },
            .quarter, zh: "标准人口为这一季度末的会员。", en: "The population are the members at this quarter's end.")
        DocumentMember(
            optional: "file", { $0.population.weights.file?.name }, .text, zh: "给出标准人口的文件。",
            en: "The file that gives the population.")
        DocumentMember(optional: "sha256", { $0.population.weights.file?.sha256 }, .sha256)
        DocumentMember(
            "rates", \.lines, DocumentShape<StandardRates.Line>.standardLine.list, zh: "全部，然后各组。",
            en: "The whole, then the groups.")
    }.named("standardRates")
}

extension StandardPopulation.Weights {
    fileprivate var file: SourceFile? { if case .given(_, let file) = self { file } else { nil } }
}

extension DocumentShape<StandardRates.Line> {
    fileprivate static let standardLine = object {
        DocumentMember(
            optional: "field", \.field, .text, zh: "分组方式的字段；全部则无此项。",
            en: "The breakdown's field; left out of the whole.")
        DocumentMember(
            optional: "group", { $0.field == nil ? nil : EmptyGroup.name(of: $0.group) }, .text,
            zh: "组；未填为空值。", en: "The group; 未填 where the field was empty.")
        DocumentMember(
            "crude", \.crude.value, DocumentShape<Int128>.hundredths.orNull, zh: "未标准化的；没有或不公布为 null。",
            en: "As it is, not standardised; null where there is none or it is withheld.")
        DocumentMember(
            "quarter", \.now, DocumentShape<StandardRates.Rate>.standardRate, zh: "本季度。", en: "In the quarter.")
        DocumentMember(
            "yearEarlier", \.yearEarlier, DocumentShape<StandardRates.Rate>.standardRate, zh: "上年同期。",
            en: "In the year earlier.")
    }.named("standardLine")
}

extension DocumentShape<StandardRates.Rate> {
    fileprivate static let standardRate = object {
        DocumentMember(
            "recipients", \.hundredths, DocumentShape<Int128>.hundredths.orNull, zh: "受助职工，两位小数。",
            en: "Recipients, with two decimals.")
        DocumentMember(
            optional: "why", \.why, .words(["noMembers", "withheld", "absent"]),
            zh: "为何没有：标准人口的某些格中没有会员，为保护个人不公布，或没有数据。",
            en:
                "Why there is none: cells of the population have no member, it is withheld to protect people, or there are no data."
        )
        DocumentMember(
            optional: "cells", { if case .noMembers(let cells) = $0 { cells } else { nil } }, .count,
            zh: "多少格没有会员。", en: "How many cells have no member.")
        DocumentRule.null([["recipients"]], saidBy: [["why"]])
    }.named("standardRate")
}

extension StandardRates.Rate {
    /// nil: there is none.
    var hundredths: Int128? { if case .hundredths(let value) = self { value } else { nil } }

    fileprivate var why: String? {
        switch self {
        case .hundredths: nil
        case .noMembers: "noMembers"
        case .withheld: "withheld"
        case .absent: "absent"
        }
    }
}
