package import AidModel

/// One file of a register, as its list of files tells of it.
package struct RegisterSegment: Sendable, Hashable {
    package enum Kind: UInt32, Sendable, CaseIterable {
        /// Tags of people, in the order of their numbers.
        case people
        /// Values of the breakdown fields, in the order of their codes.
        case groups
        /// Claims dated in one quarter.
        case quarter
        /// Claims without a day, or with one outside of the years 1970 to 2148.
        case others
        case reversals
        /// For every person the quarters with a person-time.
        case peopleQuarters
        /// Tags of the claims that are several records, or are named by a reversal.
        case several
        /// Records that their readers could not understand.
        case rejects

        /// Whether the rows are claims.
        var holdsClaims: Bool { self == .quarter || self == .others }
        /// Whether a run derives it from all others.
        var isDerived: Bool { self == .peopleQuarters || self == .several }
    }

    package let kind: Kind
    /// Of the kind `quarter` alone.
    package let quarter: Quarter?
    /// The change of the register by which the file came, from 1.
    package let change: Int
    package let byteCount: Int
    package let rowCount: Int
    package let blockCount: Int
    package let sha256: String

    /// Such as `2023Q2-0003.claims`; nothing that is read from a file decides on it.
    package var name: String { RegisterSegment.name(kind, quarter, change: change) }

    static func name(_ kind: Kind, _ quarter: Quarter?, change: Int) -> String {
        let digits = String(change)
        let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return switch kind {
        case .people: "people-\(number).tags"
        case .groups: "groups-\(number).values"
        case .quarter: "\(quarter?.description ?? "")-\(number).claims"
        case .others: "others-\(number).claims"
        case .reversals: "reversals-\(number).records"
        case .peopleQuarters: "people-\(number).quarters"
        case .several: "several-\(number).tags"
        case .rejects: "rejects-\(number).records"
        }
    }

    /// The quarter in whose file a day's claims lie; nil: they lie among `others`.
    ///
    /// A mistyped year must not make a file of its own for every quarter of ten thousand years.
    static func quarter(ofDay dayNumber: Int32) -> Quarter? {
        (0..<65_379).contains(dayNumber) ? CalendarDay(daysSinceEpoch: dayNumber).quarter : nil
    }
}
