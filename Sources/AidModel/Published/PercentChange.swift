/// By how much a figure has changed, in percent of its base, as far as that is certain.
///
/// - Units: hundredths of a percent; 1826 is 18.26 %.
package enum PercentChange: Sendable, Hashable {
    /// Of two exact figures, rounded half away from zero.
    case hundredths(Int128)
    /// Everything that it can be, with both ends rounded outwards.
    case between(FigureRange)
    case unknown(Why)

    /// Why there is no percent.
    package enum Why: String, Sendable, Hashable {
        /// One of the two figures is not there.
        case absent
        /// One of the two is withheld to protect people.
        case suppressed
        /// The base is 0.
        case zero
        /// The base is rounded and may be 0.
        case unbounded
        case tooLarge
    }

    /// (now − base) ÷ base, for all that the two can be.
    package init(from base: FigureRange, to now: FigureRange) {
        if base.exactly == 0 {
            self = .unknown(.zero)
        } else if base.lowest <= 0, base.highest >= 0 {
            self = .unknown(.unbounded)
        } else if base.lowest < 0 {
            // Turning both signs leaves the ratio as it is.
            self.init(positive: base.negated, to: now.negated)
        } else {
            self.init(positive: base, to: now)
        }
    }

    /// The ratio grows with `now`, and towards zero with the base.
    private init(positive base: FigureRange, to now: FigureRange) {
        if let base = base.exactly, let now = now.exactly {
            self =
                PercentChange.divided(now, by: base) { quotient, rest in
                    rest.magnitude >= base.magnitude - rest.magnitude ? quotient + rest.signum() : quotient
                }.map { .hundredths($0) } ?? .unknown(.tooLarge)
            return
        }
        let lowest = PercentChange.divided(now.lowest, by: now.lowest < 0 ? base.lowest : base.highest) {
            $1 < 0 ? $0 - 1 : $0
        }
        let highest = PercentChange.divided(now.highest, by: now.highest < 0 ? base.highest : base.lowest) {
            $1 > 0 ? $0 + 1 : $0
        }
        guard let lowest, let highest else {
            self = .unknown(.tooLarge)
            return
        }
        self = .between(FigureRange(lowest: lowest, highest: highest))
    }

    /// (now − base) × 10,000 ÷ base, rounded by the caller; nil: beyond what fits.
    private static func divided(
        _ now: Int128, by base: Int128, round: (_ quotient: Int128, _ rest: Int128) -> Int128
    ) -> Int128? {
        let (change, isBeyond) = now.subtractingReportingOverflow(base)
        let (product, isFarBeyond) = change.multipliedReportingOverflow(by: 10_000)
        guard !isBeyond, !isFarBeyond else { return nil }
        let (quotient, rest) = product.quotientAndRemainder(dividingBy: base)
        return round(quotient, rest)
    }
}

extension FigureRange {
    fileprivate var negated: FigureRange { FigureRange(lowest: -highest, highest: -lowest) }
}
