package import AidModel

/// What the programme's rules say that a claim is paid (`rules` of the pipeline file).
///
/// Of what the member has paid (the basis) the deductible goes off first; of what remains each bracket pays its share;
/// the sum is rounded once; then the cap of the claim, that of the kind of care in the year, and that of all kinds in
/// the year hold. Years are calendar years of the day by which claims are counted, and a person's claims come in the
/// order of those days, and of the input within a day.
///
/// - Units: minor units of the currency; shares in parts of 10,000.
package struct ProgrammeRules: Sendable, Hashable {
    /// The terms of some kinds of care, which share the year's deductible and cap.
    package struct Kind: Sendable, Hashable {
        /// Values of the category that tells kinds of care apart; nil: all that no other kind names.
        package var values: [String]?
        /// By their first days, rising.
        package var terms: [RuleTerms]

        package init(values: [String]?, terms: [RuleTerms]) {
            self.values = values
            self.terms = terms
        }
    }

    /// What all kinds of care together may pay a person in a calendar year, from a day on.
    package struct YearCap: Sendable, Hashable {
        package var from: CalendarDay
        package var amountMinor: Int64

        package init(from: CalendarDay, amountMinor: Int64) {
            self.from = from
            self.amountMinor = amountMinor
        }
    }

    /// The category that tells kinds of care apart, as a place among the claims' groups; nil: there is one kind.
    package var carePlace: Int?
    package var kinds: [Kind]
    /// By their first days, rising.
    package var yearCaps: [YearCap]

    package init(carePlace: Int?, kinds: [Kind], yearCaps: [YearCap]) {
        self.carePlace = carePlace
        self.kinds = kinds
        self.yearCaps = yearCaps
    }

    /// The kind of a value of the category; nil: the rules say nothing of it.
    func kind(of value: String?) -> Int? {
        kinds.firstIndex { $0.values?.contains(value ?? "") ?? false } ?? kinds.firstIndex { $0.values == nil }
    }

    /// For each groups code the kind of its claims.
    ///
    /// - Parameter groups: for each code the values of the categories, "" where empty.
    func kindsByCode(_ groups: [[String]]) -> [Int?] {
        guard let carePlace else { return groups.isEmpty ? [kind(of: nil)] : groups.map { _ in kind(of: nil) } }
        return groups.map { kind(of: $0[carePlace]) }
    }

    /// The terms of a kind on a day; nil: none yet.
    func terms(of kind: Int, on dayNumber: Int32) -> RuleTerms? {
        kinds[kind].terms.last { $0.from.daysSinceEpoch <= dayNumber }
    }

    /// The year's cap of all kinds on a day; nil: there is none.
    package func yearCap(on dayNumber: Int32) -> Int64? {
        yearCaps.last { $0.from.daysSinceEpoch <= dayNumber }?.amountMinor
    }
}

/// What holds of one kind of care from a day on.
package struct RuleTerms: Sendable, Hashable {
    package struct Deductible: Sendable, Hashable {
        package var amountMinor: Int64
        /// Whether it goes off once in a calendar year, and not off every claim.
        package var isYearly: Bool

        package init(amountMinor: Int64, isYearly: Bool) {
            self.amountMinor = amountMinor
            self.isYearly = isYearly
        }
    }

    /// Of what remains of one claim, the part from the bracket before up to here, and the share of it that is paid.
    package struct Bracket: Sendable, Hashable {
        /// nil: without end.
        package var upToMinor: Int64?
        /// In parts of 10,000.
        package var share: Int

        package init(upToMinor: Int64?, share: Int) {
            self.upToMinor = upToMinor
            self.share = share
        }
    }

    package enum RoundingMode: String, Sendable, Hashable, CaseIterable {
        case halfUp = "half-up"
        case down
        case up
    }

    package var from: CalendarDay
    package var deductible: Deductible?
    /// Rising, and the last without end; what is behind a last one that ends is not paid.
    package var brackets: [Bracket]
    package var claimCapMinor: Int64?
    package var yearCapMinor: Int64?
    /// To multiples of it.
    package var roundingUnitMinor: Int64
    package var roundingMode: RoundingMode

    package init(
        from: CalendarDay, deductible: Deductible?, brackets: [Bracket], claimCapMinor: Int64? = nil,
        yearCapMinor: Int64? = nil, roundingUnitMinor: Int64 = 1, roundingMode: RoundingMode = .halfUp
    ) {
        self.from = from
        self.deductible = deductible
        self.brackets = brackets
        self.claimCapMinor = claimCapMinor
        self.yearCapMinor = yearCapMinor
        self.roundingUnitMinor = roundingUnitMinor
        self.roundingMode = roundingMode
    }
}
