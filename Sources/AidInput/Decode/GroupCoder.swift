import AidModel

/// Finds the code of a record's groups, asking the shared table once for each new combination.
struct GroupCoder: ~Copyable {
    private let shared: GroupTable
    private var seen = InternTable()
    private var codes: ContiguousArray<UInt32> = []
    private var text: ContiguousArray<UInt8> = []

    init(_ shared: GroupTable) {
        self.shared = shared
    }

    /// - Parameter invisibleCount: raised by the values out of which something invisible was taken.
    mutating func code(
        of record: borrowing RecordBuffer, fields: Range<Int>, cleaner: inout FieldCleaner, invisibleCount: inout Int
    ) -> UInt32 {
        text.removeAll(keepingCapacity: true)
        for index in fields {
            text.append(contentsOf: cleaner.clean(record.field(index)))
            if cleaner.tookOutInvisible { invisibleCount += 1 }
            text.append(GroupTable.separator)
        }
        let number = text.withUnsafeBufferPointer { seen.number(of: $0) }
        if number == codes.count {
            codes.append(text.withUnsafeBufferPointer { shared.code(of: $0) })
        }
        return codes[number]
    }
}
