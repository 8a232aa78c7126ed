package import AidModel

/// What goes from one process to another, and in files between them.
package enum PartKind: UInt32, Sendable, CaseIterable {
    // What `part` leaves, by claim.
    case claims = 1
    /// Claims that are to be held against rules.
    case basedClaims = 2
    case reversals = 3
    /// What reading has left besides, and how many rows there are.
    case reading = 4

    // What `settle` leaves, by person.
    case people = 16
    case measured = 17
    case ruled = 18
    case amounts = 19
    /// What stands and has to be joined with reference tables.
    case dated = 21
    /// What adds up, and how many rows there are.
    case shares = 20

    // What `count` leaves.
    case counts = 32
}

/// Takes what is ready for one part.
package typealias PartTaking = (_ kind: PartKind, _ part: Int, _ rowCount: Int, _ payload: [UInt8]) throws -> Void

/// The tables of a process, whose numbers mean nothing in another one.
package struct PartTables: Sendable {
    package let groups: GroupTable
    package let keys: KeyTable
    /// How many values a combination of groups has.
    let valueCount: Int

    /// - Parameter keys: a table of all texts, whatever memory they take.
    package init(groups: GroupTable, keys: KeyTable, valueCount: Int) {
        self.groups = groups
        self.keys = keys
        self.valueCount = valueCount
    }

    /// Writes down all groups there are.
    package func writeGroups(to bytes: inout LittleEndianBytes) {
        groups.write(to: &bytes, valueCount: valueCount)
    }

    /// Takes in the groups of another process.
    package func takeGroups(_ reader: inout LittleEndianReader) throws(DamagedBytes) {
        _ = try ReceivedGroups(&reader, groups, valueCount: valueCount)
    }
}
