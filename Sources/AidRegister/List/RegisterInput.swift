package import AidModel

/// An export that the register has taken in: what a report says of it without reading it again.
package struct RegisterInput: Sendable, Hashable {
    package var name: String
    package var byteCount: Int
    /// By it the export is known again.
    package var sha256: String
    /// As reports name them: `csv`, `utf-8`.
    package var format: String
    package var encoding: String
    /// All records of it.
    package var records: Tally
    /// What its reader could not understand.
    package var rejectedByReason: [RejectReason: Tally]
    /// Its lines that are no records.
    package var scaffolding = Tally.zero
    package var findings: [Finding]
    /// Claims and reversals of it that were forgotten since. Set by the register.
    package internal(set) var forgotten = Tally.zero
    /// Whether its rejects are kept; an earlier version of the program kept but their number, and looked for less
    /// when it read the export.
    package internal(set) var keepsRejects = true

    package init(
        name: String, byteCount: Int, sha256: String, format: String, encoding: String, records: Tally,
        rejectedByReason: [RejectReason: Tally], findings: [Finding]
    ) {
        self.name = name
        self.byteCount = byteCount
        self.sha256 = sha256
        self.format = format
        self.encoding = encoding
        self.records = records
        self.rejectedByReason = rejectedByReason
        self.findings = findings
    }

    /// How many records its reader could not understand.
    package var rejectedCount: Int { rejectedByReason.values.reduce(0) { $0 + $1.recordCount } }
}
