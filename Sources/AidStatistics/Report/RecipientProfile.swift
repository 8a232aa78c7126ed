import AidModel

/// Who the recipients of a quarter are, and what each has got on average.
package struct RecipientProfile: Sendable, Hashable {
    /// Those who are in no quarter before it since the programme's start (首次受助); nil: the
    /// data lack quarters since then.
    package let firstTimeCount: Int?
    /// All others (再次受助).
    package let returningCount: Int?
    /// Person-times a recipient (人均人次), in hundredths; nil: there is no recipient.
    package let personTimesPerRecipientHundredths: Int128?
    /// Money a recipient (人均金额) in the currency's minor unit; nil: there is no recipient.
    package let amountPerRecipientMinor: Int128?

    init(_ report: QuarterReport) {
        let recipientCount = report.figures.recipientCount
        firstTimeCount = report.firstTimeCount
        returningCount = report.firstTimeCount.map { recipientCount - $0 }
        guard recipientCount > 0 else {
            personTimesPerRecipientHundredths = nil
            amountPerRecipientMinor = nil
            return
        }
        // What names no recipient is left out, or each would seem to have got a share of it.
        let personTimeCount = report.figures.personTimeCount - report.unidentified.recordCount
        let amountMinor = report.figures.amountMinor - report.unidentified.amountMinor
        personTimesPerRecipientHundredths = RecipientProfile.rounded(
            Int128(personTimeCount) * 100, over: recipientCount)
        amountPerRecipientMinor = RecipientProfile.rounded(amountMinor, over: recipientCount)
    }

    /// Half away from zero, once; nothing here is negative.
    private static func rounded(_ number: Int128, over count: Int) -> Int128 {
        (number * 2 + Int128(count)) / (Int128(count) * 2)
    }
}

extension QuarterReport {
    package var people: RecipientProfile { RecipientProfile(self) }
}
