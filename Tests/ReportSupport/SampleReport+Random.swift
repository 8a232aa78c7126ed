import AidModel
package import AidStatistics
import TestSupport

extension SampleReport {
    /// A report of any size, with gaps, falls, groups without figures, long names, and amounts from fen to trillions.
    package static func random(_ seed: UInt64) -> QuarterReport {
        var random = SeededRandom(seed)
        let scale = (0..<Int.random(in: 0...11, using: &random)).reduce(1) { power, _ in power * 10 }
        func anyFigures() -> Figures {
            let people = Int.random(in: 0...9, using: &random) * scale + Int.random(in: 0...scale, using: &random)
            let personTimes = people + Int.random(in: 0...max(people / 5, 1), using: &random)
            return figures(
                people, personTimes, Int128(personTimes) * Int128(Int.random(in: 0...99_999, using: &random)))
        }
        func anyShown() -> Shown<Figures> {
            switch Int.random(in: 0...9, using: &random) {
            case 0: .absent
            case 1: .suppressed(.small)
            case 2: .suppressed(.complement)
            default: .known(anyFigures())
            }
        }
        var report = fullSize
        report.programme = Programme(
            name: "random", title: programme.title, since: nil,
            currency: ["CNY", "USD", "JPY", "KWD"].compactMap { Currency($0) }.randomElement(using: &random) ?? .cny)
        let count = Int.random(in: 1...120, using: &random)
        let first = Quarter(year: 1995, number: 3)
        var ordinal = first.ordinal
        report.quarters = (0..<count).map { index in
            if Int.random(in: 0...30, using: &random) == 0 { ordinal += 41 }
            ordinal += 1
            let isAbsent = Int.random(in: 0...12, using: &random) == 0
            return QuarterTotal(
                quarter: Quarter(ordinal: ordinal), isProvisional: Int.random(in: 0...20, using: &random) == 0,
                figures: isAbsent ? nil : anyFigures())
        }
        let reported = report.quarters[Int.random(in: 0..<count, using: &random)]
        report.quarter = reported.quarter
        report.figures = reported.figures ?? .zero
        report.isProvisional = reported.isProvisional
        report.yearEarlier = compare(.known(report.figures), .known(anyFigures()), at: report.quarter.yearEarlier)
        report.cumulative.since = first.firstDay
        for index in report.quarters.indices where report.quarters[index].quarter <= report.quarter {
            report.cumulative.figures.personTimeCount += report.quarters[index].figures?.personTimeCount ?? 0
            report.cumulative.figures.amountMinor += report.quarters[index].figures?.amountMinor ?? 0
        }
        let names = ["东城区", "北京经济技术开发区亦庄管理委员会", "A", "Supercalifragilisticexpialidocious county", "😀😀", "–"]
        report.breakdowns = (0..<2).map { _ in
            let groups = (0..<Int.random(in: 1...30, using: &random)).map { index in
                group(
                    (names.randomElement(using: &random) ?? "") + String(index), report.quarter, now: anyShown(),
                    yearEarlier: anyShown(), quarterEarlier: anyShown(), yearToDate: anyShown(),
                    yearToDateEarlier: anyShown(), cumulative: anyShown())
            }
            let title = names.randomElement(using: &random) ?? ""
            return BreakdownReport(field: "any", title: BilingualText(zh: title, en: title), groups: groups)
        }
        return report
    }
}
