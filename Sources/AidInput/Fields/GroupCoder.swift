import AidModel

/// Finds the code of a record's groups, asking the shared table once for each new combination.
///
/// What values mean (`values` of a category) is looked up then, too: once for each combination, not for each record.
struct GroupCoder: ~Copyable {
    private let shared: GroupTable
    /// One a breakdown; empty where no value means another.
    private let names: [RecordLayout.ValueNames]
    /// One a breakdown; nil: a column.
    private let sources: [GroupSource?]
    /// Of values that mean few groups there may be as many as records.
    private var seen = InternTable()
    private static let seenLimit = 1 << 17
    private var codes: ContiguousArray<UInt32> = []
    private var text: ContiguousArray<UInt8> = []

    init(_ shared: GroupTable, breakdowns: [RecordLayout.Field]) {
        self.shared = shared
        names = breakdowns.allSatisfy(\.values.isEmpty) ? [] : breakdowns.map(\.values)
        sources = breakdowns.map(\.source)
    }

    /// - Parameters:
    ///   - facts: what groups are derived from.
    ///   - invisibleCount: raised by the values out of which something invisible was taken.
    mutating func code(
        of record: borrowing RecordBuffer, fields: Range<Int>, _ facts: GroupSource.Facts,
        cleaner: inout FieldCleaner, invisibleCount: inout Int
    ) -> UInt32 {
        text.removeAll(keepingCapacity: true)
        for (place, index) in fields.enumerated() {
            if let source = sources[place] {
                source.appendName(of: source.number(facts), to: &text)
            } else {
                text.append(contentsOf: cleaner.clean(record.field(index)))
                if cleaner.tookOutInvisible { invisibleCount += 1 }
            }
            text.append(GroupTable.separator)
        }
        if codes.count == GroupCoder.seenLimit {
            seen = InternTable()
            codes.removeAll(keepingCapacity: true)
        }
        let number = text.withByteView { seen.number(of: $0.buffer) }
        if number == codes.count { codes.append(sharedCode()) }
        return codes[number]
    }

    private func sharedCode() -> UInt32 {
        guard !names.isEmpty else { return text.withByteView { shared.code(of: $0.buffer) } }
        var named: [UInt8] = []
        for (value, names) in zip(text.split(separator: GroupTable.separator, omittingEmptySubsequences: false), names)
        {
            named += names.name(of: value)
            named.append(GroupTable.separator)
        }
        return named.withByteView { shared.code(of: $0.buffer) }
    }
}
