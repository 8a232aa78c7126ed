/// Of what the quartiles of a quarter's claims are told, claim by claim (`measures` of the pipeline file).
package enum ClaimMeasure: String, Sendable, Hashable, CaseIterable {
    /// Of the money of a claim, net of reversals.
    case medianAmount = "median-amount"
    /// Of the days from the treatment to the payment.
    case daysToPayment = "days-to-payment"
}
