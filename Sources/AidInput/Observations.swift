import AidModel

/// Something odd about records that are counted all the same, which a reader of the figures must know.
///
/// Each kind becomes one finding a file: what is seen while records are read is counted here, and
/// told when the file has been read.
enum Observation: Int, CaseIterable, Codable {
    /// A value held characters that nobody sees; they were taken out.
    case invisibleCharacters
    /// An amount that says its own unit, another than the major one.
    case amountUnits
    /// A paid claim of no money.
    case zeroAmounts
    /// A record was written in another encoding than its file; it was rejected.
    case otherEncoding
    /// A line of names of columns, not as they stand at the top: what follows it is another table.
    case otherHeader
    /// What should name the currency of an amount is none that is known; it was taken for the programme's.
    case unknownCurrency
    /// A line says a unit of the amounts that they are not read in.
    case otherUnit
    /// A date that was rejected looks like the number of a day, beside others that are dates.
    case serialDates
    /// The day of the treatment of a paid claim could not be understood; the claim counts without it.
    case unreadTreatmentDays
    /// What a paid claim is worked out from could not be understood; the claim counts, and is held against no rules.
    case unreadBases
}

/// How often each kind of oddity was seen. Counts of pieces add up.
struct ObservationCounts: Sendable, Hashable, Codable {
    private var counts = [Int](repeating: 0, count: Observation.allCases.count)

    subscript(_ observation: Observation) -> Int { counts[observation.rawValue] }

    mutating func note(_ observation: Observation, count: Int = 1) {
        counts[observation.rawValue] += count
    }

    static func += (lhs: inout ObservationCounts, rhs: ObservationCounts) {
        for index in lhs.counts.indices { lhs.counts[index] += rhs.counts[index] }
    }

    /// One for each kind that was seen, in the order of the kinds.
    ///
    /// - Parameter lines: where the first of them stand, of those that are lines.
    func findings(in name: String, _ lines: NoRecordLines) -> [Finding] {
        Observation.allCases.filter { self[$0] > 0 }.map { $0.finding(self[$0], lines.odd[$0] ?? [], in: name) }
    }
}
