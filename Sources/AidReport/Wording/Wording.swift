import AidModel
import AidStatistics
import AidText

/// Everything that a report says, in one language.
///
/// What holds a value from an export or a pipeline file, or strong print, is an inline text.
struct Wording: Bilingual {
    let language: Language
}

extension Wording {
    var spokenWords: SpokenWords { SpokenWords(language) }
    var labels: ReportLabels { ReportLabels(language: language) }
    var chartLabels: ChartLabels { ChartLabels(language: language) }
    var numbers: NumberStyle { spokenWords.numbers }

    func quarter(_ quarter: Quarter) -> String { spokenWords.quarter(quarter) }

    /// The quarter within a sentence.
    func spoken(_ quarter: Quarter) -> String { spokenWords.spoken(quarter) }

    /// From 1 January to the end of a quarter.
    func span(through quarter: Quarter) -> String { spokenWords.span(through: quarter) }

    /// The same within a sentence.
    func spokenSpan(through quarter: Quarter) -> String { spokenWords.spokenSpan(through: quarter) }

    func day(_ day: CalendarDay) -> String { spokenWords.day(day) }

    func unit(of currency: Currency) -> String { spokenWords.unit(of: currency) }

    func name(_ measure: Measure) -> String { spokenWords.name(measure) }

    func quantity(_ number: String, _ measure: Measure, _ currency: Currency) -> String {
        spokenWords.quantity(number, measure, currency)
    }

    /// What all three measures did, without a full stop.
    func changes(_ change: Change, _ currency: Currency) -> String {
        spokenWords.changes {
            change[$0]
        } size: {
            spoken(Int128(change[$0].magnitude), $0, currency)
        }
    }

    /// A measure's value for a sentence: in the language's units, exactly where it is small.
    func spoken(_ value: Int128, _ measure: Measure, _ currency: Currency) -> String {
        let decimals = measure.decimals(currency)
        let number = numbers.short(value, decimals: decimals) ?? NumberStyle.exact(value, decimals: decimals)
        return quantity(number, measure, currency)
    }

    /// A measure's value in the language's units and exactly, once where these are the same.
    func headline(_ value: Int128, _ measure: Measure, _ currency: Currency) -> String {
        let exact = quantity(
            NumberStyle.exact(value, decimals: measure.decimals(currency)), measure, currency)
        guard numbers.short(value, decimals: measure.decimals(currency)) != nil else { return exact }
        return both(short: spoken(value, measure, currency), exact: exact)
    }
}
