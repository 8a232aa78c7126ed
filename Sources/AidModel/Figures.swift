/// The people, person-times and money of one group in one period.
///
/// A recipient aided three times in a quarter counts once in `recipientCount`
/// and three times in `personTimeCount`. Recipients never add up across
/// periods or groups; person-times and money do across periods.
///
/// - Shape:  `0 <= recipientCount <= personTimeCount`.
/// - Units:  persons; person-times; the currency's minor unit (fen for CNY).
/// - Source: the fields `person`, `claim` and `amount` of the pipeline file.
package struct Figures: Sendable, Hashable {
    package var recipientCount: Int
    package var personTimeCount: Int
    package var amountMinor: Int128

    package static let zero = Figures(recipientCount: 0, personTimeCount: 0, amountMinor: 0)

    package init(recipientCount: Int, personTimeCount: Int, amountMinor: Int128) {
        self.recipientCount = recipientCount
        self.personTimeCount = personTimeCount
        self.amountMinor = amountMinor
    }

    /// The value of one measure.
    package subscript(measure: Measure) -> Int128 {
        switch measure {
        case .recipients: Int128(recipientCount)
        case .personTimes: Int128(personTimeCount)
        case .amount: amountMinor
        }
    }
}

/// What is measured: 受助职工, 人次, 受助金额.
package enum Measure: String, Sendable, CaseIterable {
    case recipients
    case personTimes
    case amount

    /// Digits after the point of the measure's values: those of the currency for money, else none.
    package func decimals(_ currency: Currency) -> Int {
        self == .amount ? currency.minorDigits : 0
    }
}
