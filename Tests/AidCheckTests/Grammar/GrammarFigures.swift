import AidModel
import TestSupport

/// Prints exact values in the ways of the press, each of them true.
struct GrammarFigures {
    enum Unit: String {
        case people = "人"
        case personTimes = "人次"
        case yuan = "元"
        case percent = "%"
        case points = "个百分点"
        case fold = "倍"
    }

    var random: SeededRandom

    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    mutating func pick<Element>(_ all: [Element]) -> Element { all.randomElement(using: &random)! }

    /// - Parameter value: above zero.
    mutating func print(_ value: GrammarWorld.Exact, _ unit: Unit) -> String {
        switch unit {
        case .people, .personTimes, .yuan: amount(value, unit)
        case .percent: percent(value)
        case .points, .fold: digits(value, decimals: pick([1, 2])) + unit.rawValue
        }
    }

    /// The value with so many decimals, rounded half up.
    func digits(_ value: GrammarWorld.Exact, decimals: Int, power: Int = 0) -> String {
        let written = TruthTwin.Written(value.numerator, by: value.denominator).moved(power).rounded(decimals).max()!
        return point(written, decimals)
    }

    private func point(_ digits: String, _ places: Int) -> String {
        guard places > 0 else { return digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return padded.dropLast(places) + "." + padded.suffix(places)
    }

    private mutating func percent(_ value: GrammarWorld.Exact) -> String {
        let decimals = pick([2, 2, 1])
        let text = digits(value, decimals: decimals)
        if chance(6), let words = ChineseWriting.text(text) { return "百分之" + words }
        return text + "%"
    }

    private func isTrue(_ word: DraftDoc.Word, _ digits: String, _ power: Int, _ value: GrammarWorld.Exact) -> Bool {
        word == .none
            ? TruthTwin.isRounding(
                digits, power: power, zerosCount: power == 0, of: value.numerator, by: value.denominator)
            : TruthTwin.isTrue(word, digits, power: power, of: value.numerator, by: value.denominator)
    }

    private mutating func amount(_ value: GrammarWorld.Exact, _ unit: Unit) -> String {
        let whole = value.numerator / value.denominator
        while true {
            var figure = DraftDoc.Figure(kind: .level, measure: .recipients, period: 0, digits: "", magnitude: .one)
            if whole >= 100_000_000, !chance(6) {
                figure.magnitude = .yi
            } else if whole >= 10_000, !chance(4) {
                figure.magnitude = .wan
            }
            let isOut = figure.magnitude == .one
            // Averages to the fen, people to the last one.
            let isExact = value.denominator == 1 || value.denominator == 100
            let decimals = isOut ? (unit == .yuan ? (isExact || whole < 10_000 ? 2 : 0) : 0) : pick([2, 2, 1])
            figure.digits = digits(value, decimals: decimals, power: figure.magnitude.rawValue)
            figure.measure = unit == .people ? .recipients : unit == .personTimes ? .personTimes : .amount
            if whole >= 200, chance(4) { hedge(&figure, value) }
            guard isTrue(figure.word, figure.digits, figure.magnitude.rawValue, value) else { continue }
            figure.hasCommas = isOut && decimals == 0 && chance(3)
            if chance(6) { figure.writing = pick([.wide, .chinese, .spaced]) }
            if figure.writing == .chinese, isOut || ChineseWriting.text(figure.digits) == nil {
                figure.writing = .plain
            }
            if figure.hasCommas, figure.writing == .spaced { figure.writing = .plain }
            return DraftDoc.text(figure)
        }
    }

    private mutating func hedge(_ figure: inout DraftDoc.Figure, _ value: GrammarWorld.Exact) {
        figure.word = pick([.over, .more, .above, .beyond, .nearly, .about])
        let places = figure.magnitude == .one ? 0 : pick([0, 1])
        let written = TruthTwin.Written(value.numerator, by: value.denominator).moved(figure.magnitude.rawValue)
        var cut = Int128((written.whole + written.fraction.prefix(places)).map(String.init).joined()) ?? 0
        // 15005人 is 15000余人, not 15004余人.
        if figure.magnitude == .one {
            var step: Int128 = 10
            while step * 100 <= cut { step *= 10 }
            cut = cut / step * step
            if figure.word == .nearly { cut += step }
        } else if figure.word == .nearly {
            cut += 1
        }
        figure.digits = point(String(cut), places)
    }
}
