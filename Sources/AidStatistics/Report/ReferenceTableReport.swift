package import AidModel

/// What a report says of a reference table that its groups come from.
package struct ReferenceTableReport: Sendable, Hashable {
    /// As the pipeline file calls it.
    package var name: String
    /// The claims' field that is its key.
    package var keyField: String
    /// Each with its complete balance; `paid` are the rows that were taken, and there is no money.
    package var files: [InputBalance]
    /// Different persons or codes.
    package var keyCount: Int
    /// Different rows.
    package var spellCount: Int
    /// Keys of which two rows with different values share a day.
    package var overlappingKeyCount: Int

    package init(
        name: String, keyField: String, files: [InputBalance], keyCount: Int, spellCount: Int, overlappingKeyCount: Int
    ) {
        self.name = name
        self.keyField = keyField
        self.files = files
        self.keyCount = keyCount
        self.spellCount = spellCount
        self.overlappingKeyCount = overlappingKeyCount
    }

    /// Of all files together.
    package var balance: Balance { files.reduce(into: Balance()) { $0 += $1.balance } }
}

extension QuarterReport {
    /// The files of all reference tables.
    package var tableFiles: [InputBalance] { tables.flatMap(\.files) }
}
