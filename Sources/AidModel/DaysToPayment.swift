/// How many days after the treatment a claim was paid, as far as that is known: 14 bits.
///
///     0 not known │ 1 paid before the treatment │ 2 … 16,383 the days and 2
@usableFromInline
package struct DaysToPayment: Sendable, Hashable, BitwiseCopyable {
    /// Days beyond it are as if they were not known: nobody is paid 44 years later, but a placeholder such as
    /// 1970-01-01 stands for no day.
    @inlinable package static var limit: Int { 16_381 }

    @usableFromInline package let code: UInt16

    @inlinable
    package init(code: UInt16) {
        self.code = code
    }

    /// - Parameters:
    ///   - treatedOn: days since 1970-01-01; `Claim.noDay`: not known.
    ///   - paidOn: likewise.
    @inlinable
    package init(treatedOn: Int32, paidOn: Int32) {
        let days = Int(paidOn) - Int(treatedOn)
        if treatedOn == Claim.noDay || paidOn == Claim.noDay || days > DaysToPayment.limit {
            code = 0
        } else {
            code = days < 0 ? 1 : UInt16(days + 2)
        }
    }

    @inlinable package static var unknown: DaysToPayment { DaysToPayment(code: 0) }

    /// Whether the claim was paid before the treatment, which cannot be right.
    package var isBeforeTreatment: Bool { code == 1 }

    /// nil: not known, or paid before the treatment.
    package var days: Int? { code < 2 ? nil : Int(code) - 2 }
}
