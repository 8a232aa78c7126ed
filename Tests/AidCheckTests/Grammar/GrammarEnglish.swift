import AidModel
import TestSupport

/// Sentences of an English desk about one quarter of a world, all of them true.
struct GrammarEnglish {
    let world: GrammarWorld
    var random: SeededRandom

    var quarter: Quarter { world.quarter }

    init(_ world: GrammarWorld, _ random: SeededRandom) {
        self.world = world
        self.random = random
    }

    mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random)! }

    // MARK: Figures

    func digits(_ value: GrammarWorld.Exact, decimals: Int, power: Int = 0) -> String {
        let written = TruthTwin.Written(value.numerator, by: value.denominator).moved(power).rounded(decimals).max()!
        let padded = String(repeating: "0", count: max(0, decimals + 1 - written.count)) + written
        return decimals == 0 ? padded : padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    mutating func number(_ value: GrammarWorld.Exact) -> String {
        let whole = value.numerator / value.denominator
        if whole >= 1_000_000, Bool.random(using: &random) { return digits(value, decimals: 2, power: 6) + " million" }
        var grouped = ""
        let digits = digits(value, decimals: 0)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        return grouped
    }

    mutating func people(_ value: GrammarWorld.Exact) -> String {
        number(value) + " " + pick(["people", "workers"])
    }
    mutating func money(_ value: GrammarWorld.Exact) -> String {
        let number = number(value)
        return pick([number + " yuan", "CNY " + number])
    }
    mutating func percent(_ value: GrammarWorld.Exact) -> String {
        digits(value.size, decimals: [1, 2].randomElement(using: &random)!) + pick(["%", " percent", " per cent"])
    }
    func isPrintable(_ value: GrammarWorld.Exact) -> Bool { value.size.numerator * 20 > value.denominator }

    // MARK: Words

    private mutating func time() -> String {
        let name = ["first", "second", "third", "fourth"][quarter.number - 1]
        return pick(["In the \(name) quarter of \(quarter.year)", "In Q\(quarter.number) \(quarter.year)"])
    }

    mutating func rose(_ value: GrammarWorld.Exact) -> String {
        value.isPositive ? pick(["rose", "increased", "grew"]) : pick(["fell", "declined", "dropped"])
    }

    mutating func noun(_ measure: Measure) -> String {
        switch measure {
        case .recipients: pick(["the number of recipients", "recipients"])
        case .personTimes: "person-times"
        case .amount: pick(["the amount of aid", "aid payments"])
        }
    }

    private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    // MARK: Sentences

    mutating func sentence(isFirst: Bool) -> String? {
        let forms: [@Sendable (inout Self) -> String?] =
            [
                { $0.levels() }, { $0.levelWithPercent() }, { $0.growth() }, { $0.shareOfCare() }, { $0.average() },
                { $0.sinceStart() }, { $0.compared() }, { $0.fromTo() },
            ] + Self.pressForms
        let form = isFirst ? [0, 1].randomElement(using: &random)! : Int.random(in: forms.indices, using: &random)
        guard let text = forms[form](&self) else { return nil }
        return (isFirst ? time() + ", " + text : capital(text)) + "."
    }

    private mutating func levels() -> String? {
        let (people, money) = (people(world.value(.recipients, quarter)), money(world.value(.amount, quarter)))
        return pick([
            "the programme helped \(people) and paid \(money)",
            "\(people) received aid of \(money)",
            "the mutual aid programme paid \(money) to \(people)",
        ])
    }

    private mutating func levelWithPercent() -> String? {
        let value = world.percent(.recipients, quarter.yearEarlier)
        guard isPrintable(value) else { return nil }
        return "\(people(world.value(.recipients, quarter))) received aid, "
            + "\(value.isPositive ? "up" : "down") \(percent(value)) \(pick(["year on year", "from a year earlier"]))"
    }

    private mutating func growth() -> String? {
        let measure = Measure.allCases.randomElement(using: &random)!
        let isQuarterEarlier = Int.random(in: 0..<3, using: &random) == 0
        let value = world.percent(measure, isQuarterEarlier ? quarter.quarterEarlier : quarter.yearEarlier)
        guard isPrintable(value) else { return nil }
        let base =
            isQuarterEarlier
            ? pick(["quarter on quarter", "from the previous quarter"]) : pick(["year on year", "from a year earlier"])
        return "\(noun(measure)) \(rose(value)) \(pick(["by ", ""]))\(percent(value)) \(base)"
    }

    private mutating func shareOfCare() -> String? {
        let group = [0, 1].randomElement(using: &random)!
        let share = percent(world.share(.amount, quarter, group))
        return "\(group == 0 ? "outpatient" : "inpatient") care accounted for \(share) of the amount"
    }

    private mutating func average() -> String? {
        "average aid was \(digits(world.average(.amount, .recipients), decimals: 2)) yuan per person"
    }

    private mutating func sinceStart() -> String? {
        "since May 2012, the programme has helped \(people(world.cumulative(.recipients))) and paid \(money(world.cumulative(.amount)))"
    }

    private mutating func compared() -> String? {
        "the programme helped \(people(world.value(.recipients, quarter))), compared with "
            + "\(number(world.value(.recipients, quarter.yearEarlier))) in the same period last year"
    }

    private mutating func fromTo() -> String? {
        let value = world.percent(.amount, quarter.yearEarlier)
        guard isPrintable(value) else { return nil }
        return "aid payments \(rose(value)) from \(money(world.value(.amount, quarter.yearEarlier))) a year earlier "
            + "to \(money(world.value(.amount, quarter)))"
    }
}
