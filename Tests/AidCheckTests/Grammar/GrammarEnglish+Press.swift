import AidModel
import TestSupport

/// More ways of English dailies to say what was counted.
extension GrammarEnglish {
    static let pressForms: [@Sendable (inout Self) -> String?] = [
        { $0.groupWithShare() }, { $0.partOfPayments() }, { $0.roseByTo() }, { $0.moreThanBefore() },
        { $0.averageAgainst() }, { $0.changeBehind() }, { $0.sharesOfBoth() }, { $0.yearToDate() },
        { $0.quote() }, { $0.upFrom() }, { $0.changeOverQuarter() }, { $0.byTheEnd() }, { $0.respectively() },
        { $0.numbered() }, { $0.perDay() }, { $0.shareChange() }, { $0.timesAsMuch() }, { $0.paidTo() },
    ]

    private var yearEarlier: Quarter { quarter.yearEarlier }
    private func value(_ measure: Measure, _ quarter: Quarter? = nil, _ group: Int? = nil) -> GrammarWorld.Exact {
        world.value(measure, quarter ?? self.quarter, group)
    }
    private func careName(_ group: Int) -> String { group == 0 ? "outpatient" : "inpatient" }
    private func yuan(_ value: GrammarWorld.Exact) -> String { digits(value, decimals: 2) + " yuan" }
    private mutating func anyMeasure() -> Measure { Measure.allCases.randomElement(using: &random)! }
    private mutating func level(_ measure: Measure, _ quarter: Quarter? = nil) -> String {
        switch measure {
        case .recipients: people(value(.recipients, quarter))
        case .personTimes: number(value(.personTimes, quarter)) + " person-times"
        case .amount: money(value(.amount, quarter))
        }
    }

    fileprivate mutating func groupWithShare() -> String? {
        let group = [0, 1].randomElement(using: &random)!
        return "payments for \(careName(group)) care came to \(money(value(.amount, nil, group))), or "
            + "\(percent(world.share(.amount, quarter, group))) of the total"
    }

    fileprivate mutating func partOfPayments() -> String? {
        "of the \(number(value(.personTimes))) payments, \(number(value(.personTimes, nil, 0))) were for outpatient care "
            + "and \(number(value(.personTimes, nil, 1))) for inpatient care"
    }

    fileprivate mutating func roseByTo() -> String? {
        let percent = world.percent(.recipients, yearEarlier)
        guard isPrintable(percent) else { return nil }
        return "the number of recipients \(rose(percent)) by \(self.percent(percent)) from a year earlier to "
            + number(value(.recipients))
    }

    fileprivate mutating func moreThanBefore() -> String? {
        let percent = world.percent(.amount, yearEarlier)
        guard isPrintable(percent) else { return nil }
        return "aid payments totalled \(money(value(.amount))), \(self.percent(percent)) "
            + "\(percent.isPositive ? "more" : "less") than in the same quarter of \(yearEarlier.year)"
    }

    fileprivate mutating func averageAgainst() -> String? {
        "the average recipient received \(yuan(world.average(.amount, .recipients))), against "
            + "\(yuan(world.average(.amount, .recipients, yearEarlier))) a year earlier"
    }

    fileprivate mutating func changeBehind() -> String? {
        let change = world.change(.recipients, yearEarlier)
        guard change.numerator != 0 else { return nil }
        return "the number of recipients was \(number(value(.recipients))), \(number(change.size)) "
            + "\(change.isPositive ? "more" : "fewer") than a year earlier"
    }

    fileprivate mutating func sharesOfBoth() -> String? {
        "\(percent(world.share(.amount, quarter, 1))) of the aid went to inpatient care and "
            + "\(percent(world.share(.amount, quarter, 0))) to outpatient care"
    }

    fileprivate mutating func yearToDate() -> String? {
        guard quarter.number > 1 else { return nil }
        let name = ["", "first half", "first three quarters", "whole"][quarter.number - 1]
        let time = quarter.number == 4 ? "in \(quarter.year) as a whole" : "in the \(name) of \(quarter.year)"
        return "\(time), the programme paid \(money(world.yearToDate(.amount, quarter))) to "
            + people(world.yearToDate(.recipients, quarter))
    }

    fileprivate mutating func quote() -> String? {
        "“We helped \(level(.recipients)) and paid \(level(.amount)) in the quarter,” said Li Hua, an official with the federation"
    }

    fileprivate mutating func upFrom() -> String? {
        let base = quarter.quarterEarlier
        let change = world.change(.amount, base)
        guard change.numerator != 0, base.year == quarter.year else { return nil }
        return
            "aid payments came to \(level(.amount)), \(change.isPositive ? "up" : "down") from \(level(.amount, base)) "
            + "in the \(["first", "second", "third"][base.number - 1]) quarter"
    }

    fileprivate mutating func changeOverQuarter() -> String? {
        let change = world.change(.personTimes, quarter.quarterEarlier)
        guard change.numerator != 0 else { return nil }
        return
            "person-times numbered \(number(value(.personTimes))), \(change.isPositive ? "an increase" : "a decrease") of "
            + "\(number(change.size)) \(pick(["over", "from"])) the previous quarter"
    }

    fileprivate mutating func byTheEnd() -> String? {
        let month = ["March", "June", "September", "December"][quarter.number - 1]
        return
            "by the end of \(month) \(quarter.year), the programme had helped \(people(world.cumulative(.recipients))) "
            + "and paid \(money(world.cumulative(.amount))) in total"
    }

    fileprivate mutating func respectively() -> String? {
        let two = [Measure.recipients, .amount].map { world.percent($0, yearEarlier) }
        guard two.allSatisfy(isPrintable), two[0].isPositive == two[1].isPositive else { return nil }
        return "the programme helped \(level(.recipients)) and paid \(level(.amount)), "
            + "\(two[0].isPositive ? "up" : "down") \(percent(two[0])) and \(percent(two[1])) respectively year on year"
    }

    fileprivate mutating func numbered() -> String? {
        "recipients numbered \(number(value(.recipients))), person-times \(number(value(.personTimes))) and aid payments "
            + money(value(.amount))
    }

    fileprivate mutating func perDay() -> String? {
        let days = Int128(quarter.lastDay.daysSinceEpoch - quarter.firstDay.daysSinceEpoch + 1)
        var value = value(.amount)
        value.denominator *= days
        return "the programme paid an average of \(money(value)) a day"
    }

    fileprivate mutating func shareChange() -> String? {
        let points = world.sharePoints(.amount, 1, yearEarlier)
        guard isPrintable(points) else { return nil }
        return "inpatient care accounted for \(percent(world.share(.amount, quarter, 1))) of the amount, "
            + "\(points.isPositive ? "up" : "down") \(digits(points.size, decimals: 2)) percentage points from a year earlier"
    }

    fileprivate mutating func timesAsMuch() -> String? {
        let measure = anyMeasure()
        let times = value(measure).over(value(measure, yearEarlier))
        return "\(noun(measure)) \(pick(["was", "were"])) \(digits(times, decimals: 2)) times that of a year earlier"
    }

    fileprivate mutating func paidTo() -> String? {
        "\(level(.amount)) \(pick(["went", "was paid"])) to \(level(.recipients)) in \(number(value(.personTimes))) payments"
    }
}
