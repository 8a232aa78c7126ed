import AidModel
import TestSupport

/// Tables of what was counted, as papers and bulletins print them.
struct GrammarTables {
    let world: GrammarWorld

    private var quarter: Quarter { world.quarter }
    private func number(_ quarter: Quarter) -> String { ["一", "二", "三", "四"][quarter.number - 1] }
    private func time(_ quarter: Quarter) -> String { "\(quarter.year)年\(number(quarter))季度" }

    /// With so many decimals, rounded half up.
    private func digits(_ value: GrammarWorld.Exact, _ decimals: Int, power: Int = 0) -> String {
        let written = TruthTwin.Written(value.size.numerator, by: value.denominator).moved(power).rounded(decimals)
            .max()!
        let padded = String(repeating: "0", count: max(0, decimals + 1 - written.count)) + written
        let text = decimals == 0 ? padded : padded.dropLast(decimals) + "." + padded.suffix(decimals)
        return (value.numerator < 0 ? "-" : "") + text
    }

    private func cell(_ measure: Measure, _ quarter: Quarter, _ group: Int? = nil) -> String {
        let value = world.value(measure, quarter, group)
        return measure == .amount ? digits(value, 2, power: 4) : digits(value, 0)
    }

    private func heads(_ measure: Measure) -> String {
        ["受助职工（人）", "受助人次（人次）", "互助金（万元）"][Measure.allCases.firstIndex(of: measure)!]
    }

    func text(_ figures: inout GrammarFigures) -> String {
        let title = time(quarter) + "“暖·互助”二次报销情况"
        let forms: [(Self) -> [[String]]] = [
            { $0.ofCare() }, { $0.ofYears() }, { $0.ofQuarters() }, { $0.ofDistricts() }, { $0.withShares() },
            { $0.withChanges() },
        ]
        let rows = figures.pick(forms)(self)
        let mark = figures.pick(["\t", "|", "|"])
        let lines = rows.map { mark == "|" ? "| " + $0.joined(separator: " | ") + " |" : $0.joined(separator: mark) }
        return title + "\n" + lines.joined(separator: "\n")
    }

    private func ofCare() -> [[String]] {
        [["项目"] + Measure.allCases.map(heads)]
            + ([(nil, "合计")] + GrammarWorld.care.enumerated().map { (Optional($0), $1) }).map { group, name in
                [name] + Measure.allCases.map { cell($0, quarter, group) }
            }
    }

    private func ofYears() -> [[String]] {
        [["指标", time(quarter), time(quarter.yearEarlier), "同比（%）"]]
            + Measure.allCases.map { measure in
                [
                    heads(measure), cell(measure, quarter), cell(measure, quarter.yearEarlier),
                    digits(world.percent(measure, quarter.yearEarlier), 2),
                ]
            }
    }

    private func ofQuarters() -> [[String]] {
        [["季度"] + Measure.allCases.map(heads)]
            + (0..<4).map { lag in
                let quarter = Quarter(ordinal: quarter.ordinal - lag)
                return [time(quarter)] + Measure.allCases.map { cell($0, quarter) }
            }
    }

    private func ofDistricts() -> [[String]] {
        [["区"] + Measure.allCases.map(heads)]
            + GrammarWorld.districts.enumerated().map { place, name in
                [name] + Measure.allCases.map { cell($0, quarter, place + 2) }
            }
    }

    private func withShares() -> [[String]] {
        [["类别", "受助人次", "占比（%）"]]
            + GrammarWorld.care.enumerated().map { group, name in
                [
                    name, cell(.personTimes, quarter, group), digits(world.share(.personTimes, quarter, group), 2),
                ]
            }
    }

    private func withChanges() -> [[String]] {
        let base = quarter.quarterEarlier
        return [["指标", time(quarter), time(base), "增减", "增减幅度（%）"]]
            + [Measure.recipients, .personTimes].map { measure in
                [
                    heads(measure), cell(measure, quarter), cell(measure, base), digits(world.change(measure, base), 0),
                    digits(world.percent(measure, base), 2),
                ]
            }
    }

    // MARK: English

    func english(_ random: inout SeededRandom) -> String {
        let times = [quarter, quarter.yearEarlier].map { "Q\($0.number) \($0.year)" }
        let rows =
            [["Measure"] + times + ["Change (%)"]]
            + Measure.allCases.map { measure in
                [
                    ["Recipients", "Person-times", "Aid paid (yuan)"][Measure.allCases.firstIndex(of: measure)!],
                    digits(world.value(measure, quarter), measure == .amount ? 2 : 0),
                    digits(world.value(measure, quarter.yearEarlier), measure == .amount ? 2 : 0),
                    digits(world.percent(measure, quarter.yearEarlier), 2),
                ]
            }
        let mark = Bool.random(using: &random) ? "\t" : " | "
        return rows.map { $0.joined(separator: mark) }.joined(separator: "\n")
    }
}
