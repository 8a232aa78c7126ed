import AidModel
import AidText

/// How the value of a fact is printed: rounded once, from the exact value, after GB/T 15835-2011.
struct FactPrinting: Bilingual {
    let language: Language
    let currency: Currency
    let rounding: Rounding
    let words: SpokenWords
    /// Whether it is for sentences that are printed, where person-times are payments.
    let isOfNews: Bool

    init(_ language: Language, currency: Currency, rounding: Rounding, isOfNews: Bool = false) {
        self.language = language
        self.currency = currency
        self.rounding = rounding
        self.isOfNews = isOfNews
        words = SpokenWords(language)
    }

    /// A printed value, and what its last digit is worth.
    struct Printed {
        let text: String
        let step: Int128
    }

    /// - Parameter isAtLeast: of a run, whether it may be longer.
    func printed(
        _ kind: FactKind, _ measure: FactMeasure, _ value: FactValue, isAtLeast: Bool = false
    ) -> Printed {
        if case .none(let why) = value { return Printed(text: reason(why), step: 0) }
        switch kind {
        case .level, .average, .share, .highest, .lowest, .milestone: return size(kind, measure, value)
        case .change, .percent, .shareChange, .fromRecipients, .fromPersonTimesPerRecipient, .fromAmountPerPersonTime,
            .contribution:
            if case .between(let range) = value, sign(of: value) == 0, range.exactly == nil {
                return Printed(text: uncertainDirection, step: 0)
            }
            let size = size(kind, measure, value)
            return Printed(text: changed(kind, sign(of: value), size.text), step: size.step)
        case .rank, .rises, .falls:
            guard case .exactly(let count) = value else { return Printed(text: "", step: 1) }
            return Printed(text: kind == .rank ? rank(count) : run(kind, count, isAtLeast), step: 1)
        }
    }

    /// The printed form of a fact.
    func printed(_ fact: Fact) -> Printed {
        printed(fact.kind, fact.measure, fact.value, isAtLeast: fact.base?.isAtLeast ?? false)
    }

    /// The value with its unit and without a sign: `15.22万人`, `18.26%`.
    func size(_ kind: FactKind, _ measure: FactMeasure, _ value: FactValue) -> Printed {
        switch (kind, value) {
        case (.percent, .ratio(let ratio)), (.share, .ratio(let ratio)):
            return percent(ratio, unit: "%")
        case (.shareChange, .ratio(let ratio)), (.contribution, .ratio(let ratio)):
            return percent(ratio, unit: percentagePoints)
        case (_, .ratio(let ratio)): return average(measure, ratio.magnitude)
        case (_, .exactly(let value)):
            let number = number(measure, value)
            return Printed(text: quantity(number.text, measure, isOne: value.magnitude == 1), step: number.step)
        case (_, .between(let range)): return between(range, measure, isChange: kind == .change)
        case (_, .none(let why)): return Printed(text: reason(why), step: 0)
        }
    }

    /// The number of the value alone, without a sign: `15.22万`.
    func number(_ measure: FactMeasure, _ value: Int128) -> PrintedNumber {
        let (magnitude, decimals) = (Int128(value.magnitude), decimals(measure))
        let number = words.numbers.figure(magnitude, decimals: decimals, rounding: rounding)
        guard language == .en, measure == .amount, number.step == 1 else { return number }
        return words.numbers.withoutCents(magnitude, decimals: decimals, rounding: rounding) ?? number
    }

    /// The number alone of a level; nil: it is no single one.
    func number(_ measure: FactMeasure, _ value: FactValue) -> PrintedNumber? {
        switch value {
        case .exactly(let value): number(measure, value)
        case .between(let range): asPrinted(range, measure)
        case .ratio, .none: nil
        }
    }

    /// The number with a word that is true of all that the figure can be; nil: no such number.
    func hedged(_ measure: FactMeasure, _ value: FactValue, _ hedge: Hedge) -> String? {
        guard let range = value.range, range.lowest >= 0 else { return nil }
        let text = hedged(measure, range.lowest, hedge)
        // A figure that is known from print is no more than what is true of both ends alike.
        return range.exactly == nil && text != hedged(measure, range.highest, hedge) ? nil : text
    }

    /// The number with a word that is true of it, or as it is where it needs none; nil: the word is not true.
    ///
    /// Where 余 and 多 would say more than there is, 超 stands for them.
    func hedged(_ measure: FactMeasure, _ value: Int128, _ hedge: Hedge) -> String? {
        let decimals = decimals(measure)
        func text(_ hedge: Hedge) -> String? {
            words.numbers.hedged(Int128(value.magnitude), decimals: decimals, hedge)?.text
        }
        if let text = text(hedge) { return text }
        // 超 is true of every figure that has more digits than are shown; one that has not is exact.
        guard let above = text(.above) else { return number(measure, value).text }
        return hedge == .over || hedge == .more ? above : nil
    }

    /// The exact value with its unit, every digit of it: `985,800人`, `152,200 ÷ 833,600`.
    func exact(_ fact: Fact) -> String {
        func whole(_ value: Int128) -> String { NumberStyle.exact(value, decimals: decimals(fact.measure)) }
        switch fact.value {
        case .exactly(let value):
            if fact.kind == .rank || fact.kind == .rises || fact.kind == .falls { return String(value) }
            return quantity(whole(value), fact.measure, isOne: value == 1)
        case .between(let range):
            return quantity(
                whole(range.lowest) + to + whole(range.highest), fact.measure, isOne: false)
        case .ratio(let ratio): return quotient(fact.kind, fact.measure, ratio)
        case .none(let why): return reason(why)
        }
    }

    private func quotient(_ kind: FactKind, _ measure: FactMeasure, _ ratio: ExactRatio) -> String {
        func money(_ value: Int128) -> String { NumberStyle.exact(value, decimals: decimals(measure)) }
        if let measure = measure.perThousand { return rate(kind, measure, ratio) }
        switch kind {
        case .shareChange:
            let (numerator, denominator) = ratio.reduced
            return "\(NumberStyle.exact(numerator)) ÷ \(NumberStyle.exact(denominator)) × 100%"
        case .average:
            // Persons and person-times are whole; money alone has decimals.
            let isOfPersonTimes = measure == .personTimesPerRecipient
            return (isOfPersonTimes ? NumberStyle.exact(ratio.numerator) : money(ratio.numerator)) + " ÷ "
                + NumberStyle.exact(ratio.denominator)
        default: return money(ratio.numerator) + " ÷ " + money(ratio.denominator) + " × 100%"
        }
    }

    /// `986 × 1,000 ÷ 3,930`; a change of it in lowest terms.
    private func rate(_ kind: FactKind, _ measure: Measure, _ ratio: ExactRatio) -> String {
        let decimals = measure == .amount ? currency.minorDigits : 0
        func number(_ value: Int128) -> String { NumberStyle.exact(value, decimals: decimals) }
        let (numerator, denominator) = ratio.reduced
        switch kind {
        case .level, .average:
            return number(ratio.numerator / 1000) + " × 1,000 ÷ " + NumberStyle.exact(ratio.denominator)
        case .percent: return NumberStyle.exact(numerator) + " ÷ " + NumberStyle.exact(denominator) + " × 100%"
        default: return number(numerator) + (denominator == 1 ? "" : " ÷ " + NumberStyle.exact(denominator))
        }
    }

    func decimals(_ measure: FactMeasure) -> Int {
        switch measure {
        case .amount, .amountPerRecipient, .amountPerPersonTime, .amountPerThousand: currency.minorDigits
        case .recipients, .personTimes, .firstTime, .returning, .members: 0
        case .personTimesPerRecipient, .recipientsPerThousand, .personTimesPerThousand: 2
        }
    }

    /// −1, 0 or 1; 0 also where it is not known.
    func sign(of value: FactValue) -> Int128 {
        switch value {
        case .exactly(let value): value.signum()
        case .ratio(let ratio): ratio.numerator.signum()
        case .between(let range): range.lowest > 0 ? 1 : range.highest < 0 ? -1 : 0
        case .none: 0
        }
    }

    // MARK: The parts

    /// Hundredths of a percent, rounded once; what is less than the smallest of them says so.
    private func percent(_ ratio: ExactRatio, unit: String) -> Printed {
        guard let hundredths = hundredths(ratio, scale: 10_000) else {
            return Printed(text: tooLarge, step: 0)
        }
        if hundredths == 0, ratio.numerator != 0 {
            return Printed(text: lessThanHundredth + unit, step: 1)
        }
        return Printed(text: words.numbers.decimal(Int128(hundredths.magnitude), decimals: 2) + unit, step: 1)
    }

    private func average(_ measure: FactMeasure, _ ratio: ExactRatio) -> Printed {
        let isOfPeople = [.recipientsPerThousand, .personTimesPerThousand].contains(measure)
        if measure == .personTimesPerRecipient || isOfPeople {
            guard let hundredths = hundredths(ratio, scale: 100) else { return Printed(text: "", step: 0) }
            let number = words.numbers.decimal(hundredths, decimals: 2)
            return Printed(text: quantity(number, measure, isOne: hundredths == 100), step: 1)
        }
        let minor = rounding.quotient(ratio.numerator, by: ratio.denominator)
        // Rounded once: a sum that is printed in 万 comes from the exact one.
        let short = words.numbers.figure(minor, decimals: currency.minorDigits, rounding: rounding)
        guard short.step > 1 else { return Printed(text: quantity(short.text, measure, isOne: false), step: 1) }
        let once = rounding.quotient(ratio.numerator, by: ratio.denominator * short.step) * short.step
        let number = words.numbers.figure(once, decimals: currency.minorDigits, rounding: rounding)
        return Printed(text: quantity(number.text, measure, isOne: false), step: number.step)
    }

    func hundredths(_ ratio: ExactRatio, scale: Int128) -> Int128? {
        let (product, isBeyond) = ratio.numerator.multipliedReportingOverflow(by: scale)
        return isBeyond ? nil : rounding.quotient(product, by: ratio.denominator)
    }

    /// A figure known from print alone: as it was printed, or what is certain of it.
    private func between(_ range: FigureRange, _ measure: FactMeasure, isChange: Bool) -> Printed {
        let magnitude = range.highest < 0 ? FigureRange(lowest: -range.highest, highest: -range.lowest) : range
        let certain = CertainFigure(magnitude, decimals: decimals(measure), language: language)
        if !isChange, let print = asPrinted(magnitude, measure) {
            return Printed(text: quantity(print.text, measure, isOne: false), step: print.step)
        }
        return Printed(
            text: quantity(uncertain(certain), measure, isOne: false), step: magnitude.highest - magnitude.lowest)
    }

    private func uncertain(_ certain: CertainFigure) -> String {
        let text = certain.isCoarse ? certain.bounds ?? certain.statement : certain.statement ?? certain.bounds
        // Zeros after the point would tell of digits that no reader counts: 约4.20万 is 约4.2万.
        return (text ?? "").replacing(/\.([0-9]*[1-9])?0+(?![0-9])/) { match in match.1.map { "." + $0 } ?? "" }
            .filter { language == .en || $0 != "," }
    }

    /// How large a change is, without its direction and without a noun: `152,200`, `about 152,000`.
    func magnitude(_ measure: FactMeasure, _ value: FactValue) -> String? {
        guard let range = value.range else { return nil }
        if let exactly = range.exactly { return number(measure, exactly).text }
        let magnitude = range.highest < 0 ? FigureRange(lowest: -range.highest, highest: -range.lowest) : range
        return uncertain(CertainFigure(magnitude, decimals: decimals(measure), language: language))
    }

    /// The short number of which a reader would take the range to be the exact figures.
    private func asPrinted(_ range: FigureRange, _ measure: FactMeasure) -> PrintedNumber? {
        valueInPrint(range, measure).map {
            words.numbers.figure($0, decimals: decimals(measure), rounding: .halfUp)
        }
    }

    /// What was printed of a figure that is known from print alone, digit by digit; nil: it is known otherwise.
    func valueInPrint(_ range: FigureRange, _ measure: FactMeasure) -> Int128? {
        let middle = (range.lowest + range.highest + 1) / 2
        let number = NumberStyle.chinese.figure(middle, decimals: decimals(measure), rounding: .halfUp)
        let base: Measure =
            switch measure {
            case .personTimes, .personTimesPerRecipient, .personTimesPerThousand: .personTimes
            case .amount, .amountPerRecipient, .amountPerPersonTime, .amountPerThousand: .amount
            case .recipients, .firstTime, .returning, .members, .recipientsPerThousand: .recipients
            }
        guard let read = try? PrintedFigure(number.text, measure: base, currency: currency), read.range == range else {
            return nil
        }
        return read.value
    }
}
