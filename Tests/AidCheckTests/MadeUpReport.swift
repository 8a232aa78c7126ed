import AidModel
import AidStatistics
import ReportSupport
import TestSupport

/// Reports of made-up programmes: names of all sorts and lengths, many groups, tables of two fields, and whatever else
/// a report may tell.
enum MadeUpReport {
    /// Words of which names are made; many of them say something in a draft.
    private static let words = [
        "北京市", "东城区", "江州", "第一", "人民医院", "中医院", "有限公司", "2023年", "第二季度", "受助", "职工", "累计", "合计", "同比", "增长",
        "12家", "3号", "A座", "住院", "门诊", "工会委员会", "（集团）", "Q2", "of", "total", "All", "the other 6", "人次",
        "万元", "去年同期", "全部", "公司2022", "其中", "减少", "会员", "学校", "上半年", "互助金", "分公司", "占", "、", "—", "County", "Hospital",
        "year earlier", "change", "first half", "亿", "每", "一", "区", "|", "**", "#", " ", "。", "：", "甲",
    ]

    static func random(_ seed: UInt64) -> QuarterReport {
        var random = SeededRandom(seed)
        var report = [
            SampleReport.fullSize, SampleReport.restated, SampleReport.provisional, SampleReport.measured,
            SampleReport.forgotten, SampleReport.ruled, SampleReport.covered(SampleReport.fullSize, members: 4_250_000),
        ].randomElement(using: &random)!
        let isPlain = Bool.random(using: &random)
        report.breakdowns = (0..<Int.random(in: 1...3, using: &random)).map { place in
            // No field is called as one of its groups.
            let title = name(&random, isPlain) + "类别"
            let count = Int.random(in: 0..<4, using: &random) == 0 ? 60 : Int.random(in: 1...9, using: &random)
            return breakdown("field\(place)", title, count, isPlain, report, &random)
        }
        if Bool.random(using: &random) { report.breakdowns.append(crossed(report.breakdowns[0], report, &random)) }
        return report
    }

    /// - Parameter isPlain: whether names are those of hospitals and districts, not any words.
    private static func name(_ random: inout SeededRandom, _ isPlain: Bool) -> String {
        let words = isPlain ? ["江州市", "第一", "第二", "东城区", "人民医院", "中医院", "有限公司", "工会委员会", "（东院区）", "集团", "某"] : words
        let parts = (0..<Int.random(in: isPlain ? 2...5 : 1...8, using: &random)).map { _ in
            words.randomElement(using: &random)!
        }
        // Something in it is a name.
        return parts.joined() + (isPlain ? "" : "厂")
    }

    private static func part(_ figures: Figures, _ share: Int) -> Figures {
        SampleReport.figures(
            figures.recipientCount * share / 1000, figures.personTimeCount * share / 1000,
            figures.amountMinor * Int128(share) / 1000)
    }

    private static func group(
        _ name: String, _ report: QuarterReport, _ random: inout SeededRandom, isSmall: Bool
    ) -> GroupReport {
        let share = Int.random(in: 1...(isSmall ? 12 : 90), using: &random)
        func shown(_ whole: Shown<Figures>) -> Shown<Figures> {
            if Int.random(in: 0..<12, using: &random) == 0 { return .suppressed(.small) }
            guard case .known(let all) = whole else { return whole }
            return .known(part(all, share))
        }
        return SampleReport.group(
            name, report.quarter, now: shown(.known(report.figures)), yearEarlier: shown(report.yearEarlier.base),
            quarterEarlier: shown(report.quarterEarlier.base), yearToDate: shown(report.yearToDate.figures),
            yearToDateEarlier: shown(report.yearToDate.yearEarlier.base),
            cumulative: shown(.known(report.cumulative.figures)))
    }

    private static func breakdown(
        _ field: String, _ title: String, _ count: Int, _ isPlain: Bool, _ report: QuarterReport,
        _ random: inout SeededRandom
    ) -> BreakdownReport {
        var names: [String] = []
        while names.count < count {
            let name = name(&random, isPlain)
            names.append(names.contains(name) ? name + String(names.count) : name)
        }
        let groups = names.map { group($0, report, &random, isSmall: count > 9) }
        var breakdown = BreakdownReport(field: field, title: BilingualText(zh: title, en: title), groups: groups)
        if count > 20 {
            let rest = part(report.figures, 300)
            breakdown.bound = BreakdownReport.Bound(
                listed: Array(0..<20), restCount: count - 20,
                rest: SampleReport.group(
                    nil, report.quarter, now: .known(rest), yearEarlier: .known(rest), quarterEarlier: .known(rest),
                    yearToDate: .known(rest), yearToDateEarlier: .known(rest), cumulative: .known(rest)))
        }
        return breakdown
    }

    /// A field's groups by two kinds of care.
    private static func crossed(
        _ other: BreakdownReport, _ report: QuarterReport, _ random: inout SeededRandom
    ) -> BreakdownReport {
        let care = ["门诊", "住院"]
        let names = other.groups.prefix(6).compactMap(\.group)
        let cells = names.flatMap { name in
            care.map { kind in
                var cell = group(GroupPair.name([name, kind]), report, &random, isSmall: true)
                cell.names = [name, kind]
                return cell
            }
        }
        let axes = [
            BreakdownReport.Axis(field: other.field, title: other.title, groups: names),
            BreakdownReport.Axis(field: "care", title: BilingualText(zh: "就诊类型", en: "care"), groups: care),
        ]
        return BreakdownReport(
            field: GroupPair.field([other.field, "care"]),
            title: BilingualText(
                zh: GroupPair.field([other.title.zh, "就诊类型"]), en: GroupPair.field([other.title.en, "care"])),
            groups: cells, axes: axes)
    }
}
