package import AidModel

/// A figure of the report that may be missing or withheld.
package enum Shown<Value: Sendable & Hashable>: Sendable, Hashable {
    case known(Value)
    /// There is no data for the period.
    case absent
    /// Withheld to protect people.
    case suppressed(Suppression)

    package var value: Value? {
        if case .known(let value) = self { value } else { nil }
    }

    /// What is made of the figure; where there is none, the same reason.
    package func map<Other>(_ change: (Value) -> Other) -> Shown<Other> {
        switch self {
        case .known(let value): .known(change(value))
        case .absent: .absent
        case .suppressed(let why): .suppressed(why)
        }
    }
}

/// Why a figure is withheld.
package enum Suppression: String, Sendable, Hashable, CaseIterable {
    /// Fewer recipients than `minGroup`.
    case small
    /// Else a small group's figures would follow by subtraction.
    case complement
}

/// The difference of two figures, now − base.
package struct Change: Sendable, Hashable {
    package let recipients: Int
    package let personTimes: Int
    package let amountMinor: Int128

    package init(from base: Figures, to now: Figures) {
        recipients = now.recipientCount - base.recipientCount
        personTimes = now.personTimeCount - base.personTimeCount
        amountMinor = now.amountMinor - base.amountMinor
    }

    package subscript(measure: Measure) -> Int128 {
        switch measure {
        case .recipients: Int128(recipients)
        case .personTimes: Int128(personTimes)
        case .amount: amountMinor
        }
    }
}

/// A change in percent of its base, or why there is none.
package enum Percent: Sendable, Hashable {
    /// Hundredths of a percent, rounded half away from zero: 1826 is 18.26 %.
    case hundredths(Int128)
    /// The period or its base has no data.
    case noneAbsent
    /// The base is 0.
    case noneZero
    /// The figure or its base is withheld.
    case noneSuppressed
    /// The base is known only as it was rounded for print.
    case noneRounded

    /// Change ÷ base × 100, rounded once, from exact values.
    package init(change: Int128, base: Int128) {
        guard base != 0 else {
            self = .noneZero
            return
        }
        let numerator = change * 10_000
        let doubled = numerator.magnitude * 2 + base.magnitude
        let rounded = Int128(doubled / (base.magnitude * 2))
        self = .hundredths((numerator < 0) != (base < 0) ? -rounded : rounded)
    }
}

/// Figures of a period held against those of an earlier one.
package struct Comparison: Sendable, Hashable {
    /// The quarter of the base; for year to date, its last one.
    package let quarter: Quarter
    package let base: Shown<Figures>
    package let change: Shown<Change>
    /// The base as it was last published, where that differs from what it is now.
    package var asPublished: PublishedBase? {
        get { published.first }
        set { published = newValue.map { [$0] } ?? [] }
    }
    /// One, or none: it would take more room than all else, and groups have none.
    private var published: [PublishedBase] = []
    /// Whether every person-time of both names a recipient, so that a change can be told by what it comes from.
    package var tellsFactors = true

    package init(quarter: Quarter, now: Shown<Figures>, base: Shown<Figures>) {
        self.quarter = quarter
        self.base = base
        change =
            switch (now, base) {
            case (.suppressed(let why), _), (_, .suppressed(let why)): .suppressed(why)
            case (.absent, _), (_, .absent): .absent
            case (.known(let now), .known(let base)): .known(Change(from: base, to: now))
            }
    }

    /// The change of one measure in percent of its base.
    package func percent(_ measure: Measure) -> Percent {
        switch (base, change) {
        case (.absent, _), (_, .absent): .noneAbsent
        case (.known(let base), .known(let change)): Percent(change: change[measure], base: base[measure])
        default: .noneSuppressed
        }
    }
}
