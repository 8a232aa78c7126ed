import AidModel
package import AidStatistics
package import AidText

/// What `together` prints for programs.
package enum TogetherDocument {
    package static let document = Document<JointReport>(
        "aidstats.together/1", title: "JSON of aidstats together", zh: "几个项目并列，以及任一项目、几个项目共同帮助的人数。",
        en: "Several programmes side by side, and whom any and several of them have helped."
    ) {
        DocumentMember("quarter", \.quarter, .quarter, zh: "季度。", en: "The quarter.")
        DocumentMember(
            "currency", \.reports[0].programme.currency.code, .currency,
            zh: "ISO 4217 货币代码；各处 amountMinor 均以其最小单位计。",
            en: "ISO 4217 code; every amountMinor is in its minor unit.")
        DocumentMember(
            "minGroup", \.minGroup, .count, zh: "显示人数所需的最少人数；0 为全部显示。",
            en: "The smallest number of people shown; 0 shows all.")
        DocumentMember(
            "programmes", \.reports, programme.list, zh: "各项目，依给出的次序。", en: "In the order in which they were given.")
        DocumentMember(
            "periods", { report in ReportPeriod.allCases.map { Period(report: report, period: $0) } }, period.list,
            zh: "各时期。", en: "Every period.")
    }

    private struct Period {
        let report: JointReport
        let period: ReportPeriod
    }

    /// People of a set of programmes.
    private struct Overlap {
        let names: [String]
        let people: Shown<Int>
    }

    private static let programme = DocumentShape<QuarterReport>.object {
        DocumentMember("name", \.programme.name, .text, zh: "名称。", en: "Its name.")
        DocumentMember("title", \.programme.title, .bilingual, zh: "全称。", en: "Its title.")
        DocumentMember("provisional", \.isProvisional, .flag, zh: "是否初步。", en: "Whether its figures are provisional.")
        DocumentMember(
            "since", \.cumulative.since, .day, zh: "累计从这一天起。", en: "The first day of its cumulative figures.")
        DocumentMember(
            "unidentified", \.unidentified.recordCount, .count, zh: "本季度不计入任何人员的人次。",
            en: "Person-times of the quarter that count nobody.")
    }

    private static let period = DocumentShape<Period>.object {
        DocumentMember(
            "period", { $0.period.key }, .words(ReportPeriod.allCases.map(\.key)), zh: "时期。", en: "The period.")
        DocumentMember(
            "through", { $0.period.quarters(of: $0.report.quarter).upperBound }, .quarter, zh: "时期的最后一个季度。",
            en: "Its last quarter.")
        DocumentMember(
            "programmes", { part in part.report.reports.indices.map { part.report.figures($0, part.period) } },
            figures.list, zh: "各项目自己的数字，依 programmes 的次序。",
            en: "Each programme's own figures, in the order of programmes.")
        DocumentMember(
            "any", { $0.report.people($0.period).any }, people, zh: "任一项目帮助的人，同一人只计一次。",
            en: "Whom any has helped, each once.")
        DocumentMember(
            "several", { $0.report.people($0.period).several }, people, zh: "至少两个项目帮助的人。",
            en: "Whom at least two have helped.")
        DocumentMember(
            "sets", overlaps, overlap.list, zh: "三个以上项目时，每两个项目、以及全部项目都帮助的人。",
            en: "Of three programmes and more, whom each two have helped, and whom all have.")
        DocumentMember(
            "personTimes", { $0.report.sum(.personTimes, $0.period).value.map(Int.init) },
            DocumentShape<Int>.count.orNull,
            zh: "人次合计；有的项目没有数字时为 null。", en: "Of all together; null where one has no figures.")
        DocumentMember(
            "amountMinor", { $0.report.sum(.amount, $0.period).value }, DocumentShape<Int128>.money.orNull,
            zh: "金额合计，以最小货币单位计；有的项目没有数字时为 null。",
            en: "Their money in the minor unit; null where one has no figures.")
    }

    private static func overlaps(_ part: Period) -> [Overlap] {
        zip(part.report.sets, part.report.people(part.period).sets).map { set, people in
            Overlap(names: set.map { part.report.reports[$0].programme.name }, people: people)
        }
    }

    private static let figures = DocumentShape<Shown<Figures>>.object {
        ShownMembers.all(zh: "数字。", en: "The figures.", mayBeSuppressed: false)
    }

    private static let overlap = DocumentShape<Overlap>.object {
        DocumentMember("names", \.names, DocumentShape<String>.text.list, zh: "项目的名称。", en: "The programmes' names.")
        DocumentMember("people", \.people, people, zh: "它们都帮助的人。", en: "Whom all of them have helped.")
    }

    private static let people = DocumentShape<Shown<Int>>.object(
        zh: "人数，或为何没有。", en: "A number of people, or why there is none."
    ) {
        DocumentMember("recipients", \.value, DocumentShape<Int>.count.orNull, zh: "人数。", en: "How many.")
        DocumentMember(
            optional: "suppressed", { if case .suppressed(let why) = $0 { why } else { nil } },
            DocumentShape<Suppression>.word, zh: "为何隐去：有的人员组合人数过少，或由其他时期可推算。",
            en: "Why it is withheld: some of these people are few, or it would follow from another period.")
        DocumentMember(
            optional: "absent", { $0 == .absent ? true : nil }, .yes, zh: "有的项目没有这一时期的数据。",
            en: "Some programme has no data for the period.")
        DocumentRule.null([["recipients"]], saidBy: [["suppressed"], ["absent"]])
    }.named("people")
}

extension ReportPeriod {
    /// The period's key in documents.
    fileprivate var key: String {
        switch self {
        case .quarter: "quarter"
        case .yearEarlier: "yearEarlier"
        case .quarterEarlier: "quarterEarlier"
        case .yearToDate: "yearToDate"
        case .yearToDateYearEarlier: "yearToDateYearEarlier"
        case .cumulative: "cumulative"
        }
    }
}
