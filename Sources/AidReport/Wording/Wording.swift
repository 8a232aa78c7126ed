import AidModel
import AidStatistics
import AidText

/// Everything that a report says in one language.
///
/// A conformance is the one place of a language's texts. What holds a value from an export or a pipeline file, or
/// strong print, is an inline text.
protocol Wording: ChartWording, Sendable {
    var labels: ReportLabels { get }
    /// What is said the same wherever figures are.
    var spokenWords: SpokenWords { get }

    /// The name with its unit, as the head of a column.
    func column(_ measure: Measure, _ currency: Currency) -> String
    func amountColumn(_ currency: Currency) -> String
    /// `short（exact）`.
    func both(short: String, exact: String) -> String
    func title(programme: String, quarter: String) -> InlineText
    func provisional(_ text: String) -> String

    /// “受助职工98.58万人、105.54万人次，发放互助金共计1.35亿元。”
    func sentence(_ period: String, _ figures: Figures, _ currency: Currency) -> String
    /// From the programme's start to a day, within a sentence.
    func spokenSpan(since: CalendarDay, through: CalendarDay) -> String
    func cumulativeSentence(_ period: String, _ figures: Figures, _ currency: Currency) -> String
    /// “相比去年同期，受助职工增加15.22万人、16.53万人次，受助金额增加2600万元。”
    func changeSentence(_ change: Change, _ currency: Currency) -> String
    /// The same against what was last published.
    func restatedSentence(_ change: Change, _ currency: Currency) -> String
    /// Two bounds of what is not known exactly.
    func range(_ lowest: String, _ highest: String) -> String
    /// A vintage in a list: its number, day and reason.
    func vintage(_ published: Restatement.Published) -> String
    func name(_ cause: RestatementCause) -> String
    func explain(_ cause: RestatementCause) -> String
    /// A measure's name where its base is as published.
    func asPublished(_ column: String) -> String
    /// Which published figures the base is.
    func asPublishedNote(_ published: Restatement.Published, quarter: String) -> String
    /// Quarters of the year to date that the data lack.
    func missingNote(_ quarters: [String]) -> String
    /// The data begin after the programme.
    func lateDataNote(_ first: String, since: String) -> String
    /// The data lack quarters since the programme's start.
    func holeNote(_ quarters: [String]) -> String
    /// The register has forgotten who was aided before a day.
    func forgottenNote(before day: String, _ start: Cumulative.SinceStart, _ currency: Currency) -> String
    func unidentifiedSentence(_ tally: Tally, _ currency: Currency) -> String

    func breakdownHeading(_ title: String) -> InlineText
    func name(_ line: BalanceLine) -> String
    func explain(_ line: BalanceLine) -> String
    func explain(_ reason: RejectReason) -> String
    func name(_ level: Finding.Level) -> String
    func finding(_ level: String, code: String, message: String) -> InlineText
    /// The line of all groups whose names are withheld.
    func withheldGroups(_ count: Int) -> String
    func smallLegend(minGroup: Int) -> InlineText
    /// Person-times and money of all quarters, from the balance.
    ///
    /// - Parameters:
    ///   - keptFrom: the first of these quarters, where records before were forgotten.
    ///   - hasUnlisted: whether some of them are not listed: those after the report's, or far off.
    func derived(_ balance: Balance, keptFrom: String?, hasUnlisted: Bool, _ currency: Currency) -> [String]
    /// A quarter whose figures alone are kept.
    func kept(_ text: String) -> String
    func keptNote(_ keptFrom: String) -> String
    func sources(pipelineFile: String, sha256: String, version: String) -> InlineText
}

extension Wording {
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
