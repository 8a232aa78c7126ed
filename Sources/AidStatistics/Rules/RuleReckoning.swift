import AidModel

/// Works out what one person's claims should have been paid, one after the other in their order.
struct RuleReckoning {
    /// What may be left out of the rules, to see what made a difference.
    struct Waiver: OptionSet {
        let rawValue: Int
        static let deductible = Waiver(rawValue: 1)
        static let claimCap = Waiver(rawValue: 2)
        static let yearCaps = Waiver(rawValue: 4)
    }

    /// What one kind of care has come to in the year so far.
    private struct KindOfYear {
        var deductedMinor: Int64 = 0
        var dueMinor: Int64 = 0
    }

    /// What comes of one claim.
    struct Due {
        /// What should have been paid.
        let dueMinor: Int64
        /// What of the basis the deductible has taken.
        let deductedMinor: Int64
        /// What remained of the basis behind it.
        let remainingMinor: Int64
    }

    let rules: ProgrammeRules
    private var kinds: [KindOfYear]
    private var dueMinor: Int64 = 0

    init(_ rules: ProgrammeRules) {
        self.rules = rules
        kinds = Array(repeating: KindOfYear(), count: rules.kinds.count)
    }

    /// Begins another person, or another calendar year.
    mutating func beginYear() {
        dueMinor = 0
        for index in kinds.indices { kinds[index] = KindOfYear() }
    }

    /// Takes the next claim.
    ///
    /// - Parameters:
    ///   - terms: those of the kind on the claim's day.
    ///   - basisMinor: not below 0.
    mutating func take(_ basisMinor: Int64, _ terms: RuleTerms, kind: Int, dayNumber: Int32) -> Due {
        let due = due(basisMinor, terms, kind: kind, dayNumber: dayNumber)
        kinds[kind].deductedMinor = kinds[kind].deductedMinor.addingWithin(due.deductedMinor)
        kinds[kind].dueMinor = kinds[kind].dueMinor.addingWithin(due.dueMinor)
        dueMinor = dueMinor.addingWithin(due.dueMinor)
        return due
    }

    /// What the next claim should be paid, were it this one.
    func due(
        _ basisMinor: Int64, _ terms: RuleTerms, kind: Int, dayNumber: Int32, without waiver: Waiver = []
    ) -> Due {
        let soFar = kinds[kind]
        var deducted: Int64 = 0
        if let deductible = terms.deductible, !waiver.contains(.deductible) {
            let left =
                deductible.isYearly
                ? max(0, deductible.amountMinor - soFar.deductedMinor) : deductible.amountMinor
            deducted = min(basisMinor, left)
        }
        let remaining = basisMinor - deducted
        var due = terms.rounded(terms.shares(of: remaining))
        if let cap = terms.claimCapMinor, !waiver.contains(.claimCap) { due = min(due, cap) }
        if !waiver.contains(.yearCaps) {
            if let cap = terms.yearCapMinor { due = min(due, max(0, cap - soFar.dueMinor)) }
            if let cap = rules.yearCap(on: dayNumber) { due = min(due, max(0, cap - dueMinor)) }
        }
        return Due(dueMinor: due, deductedMinor: deducted, remainingMinor: remaining)
    }
}

extension RuleTerms {
    /// The shares of all brackets, before rounding.
    ///
    /// - Parameter remainingMinor: not below 0.
    /// - Returns: parts of 10,000 of a minor unit.
    fileprivate func shares(of remainingMinor: Int64) -> Int128 {
        var sum: Int128 = 0
        var start: Int64 = 0
        for bracket in brackets {
            let end = min(remainingMinor, bracket.upToMinor ?? remainingMinor)
            if end > start { sum += Int128(end - start) * Int128(bracket.share) }
            start = max(start, end)
        }
        return sum
    }

    /// - Parameter parts: of 10,000 of a minor unit, not below 0.
    /// - Returns: minor units, a multiple of the unit to which is rounded.
    fileprivate func rounded(_ parts: Int128) -> Int64 {
        let unit = Int128(roundingUnitMinor) * 10_000
        let added: Int128 =
            switch roundingMode {
            case .down: 0
            case .halfUp: unit / 2
            case .up: unit - 1
            }
        return Int64(clamping: (parts + added) / unit * Int128(roundingUnitMinor))
    }
}

extension Int64 {
    /// A sum that stays at the largest number where it would pass it; both are not below 0.
    fileprivate func addingWithin(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
