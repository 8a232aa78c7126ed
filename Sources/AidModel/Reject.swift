/// Why a record could not be counted, in the order in which reasons are tried.
///
/// - Source: rules 2 and 4 of counting; the raw values are what users read in
///   `rejects.csv` and in the balance.
package enum RejectReason: String, Codable, Sendable, CaseIterable, Comparable {
    case malformedRecord = "malformed-record"
    case missingClaim = "missing-claim"
    /// A spreadsheet has turned the claim number into `2.02304E+15`, the same for many claims.
    case damagedClaim = "damaged-claim"
    case unknownStatus = "unknown-status"
    case badDate = "bad-date"
    /// Paid in a quarter whose records a register has forgotten: nobody can tell whether it was counted.
    case forgottenQuarter = "forgotten-quarter"
    case badAmount = "bad-amount"
    /// A paid record of no money (`count.zeroAmount: reject`).
    case zeroAmount = "zero-amount"
    case missingPerson = "missing-person"
    case damagedPerson = "damaged-person"
    case badPerson = "bad-person"
    case reversalWithoutClaim = "reversal-without-claim"
    case reversalExceedsClaim = "reversal-exceeds-claim"

    /// Whether it is found out of all claims together, not of the record by itself.
    package var isFoundInSettling: Bool { self == .reversalWithoutClaim || self == .reversalExceedsClaim }

    package static func < (lhs: RejectReason, rhs: RejectReason) -> Bool {
        allCases.firstIndex(of: lhs)! < allCases.firstIndex(of: rhs)!
    }
}

/// A record's place as a person finds it again in the export.
package struct RecordPlace: Sendable, Hashable, Codable {
    /// The record's place in its file, from 1; a CSV header is none.
    package var recordNumber: Int
    /// The line of a CSV file on which the record begins, from 1; nil for XML.
    package var lineNumber: Int?
    /// The first byte of the record, or the one at fault, in the file as it lies on disk.
    package var byteOffset: Int

    package init(recordNumber: Int, lineNumber: Int?, byteOffset: Int) {
        self.recordNumber = recordNumber
        self.lineNumber = lineNumber
        self.byteOffset = byteOffset
    }
}

/// A record that was not counted: where it stands, and why.
package struct Reject: Sendable, Hashable, Codable {
    package let position: SourcePosition
    package var place: RecordPlace
    package let reason: RejectReason
    /// The pipeline's name of the field at fault, where it is one field.
    package let field: String?
    /// The offending value, personal data masked.
    package let maskedValue: String
    /// Of `.unknownStatus` alone the state as it stands, until it is known which states may be shown; never told itself.
    package let rawState: String?
    /// The money that leaves with the record, 0 where it could not be read.
    package let amountMinor: Int64

    package init(
        position: SourcePosition, place: RecordPlace, reason: RejectReason, field: String?,
        maskedValue: String, rawState: String? = nil, amountMinor: Int64
    ) {
        self.position = position
        self.place = place
        self.reason = reason
        self.field = field
        self.maskedValue = maskedValue
        self.rawState = rawState
        self.amountMinor = amountMinor
    }

    /// The same reject, of which another value is told and no other is known.
    package func telling(_ value: String) -> Reject {
        Reject(
            position: position, place: place, reason: reason, field: field, maskedValue: value,
            amountMinor: amountMinor)
    }
}
