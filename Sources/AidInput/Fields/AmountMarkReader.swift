import AidModel

/// What the values of amount marks say, worked out once for each value: a column 单位 may hold an employer in every
/// record, and looking for units in a text is no work for every record.
struct AmountMarkReader: ~Copyable {
    /// How many values are remembered; then it begins anew, so that nothing grows.
    private static let limit = 4096

    private let currency: Currency
    /// Values, each behind the number of its mark.
    private var seen = InternTable()
    private var meanings: ContiguousArray<ColumnUnit> = []
    private var key: ContiguousArray<UInt8> = []

    init(currency: Currency) {
        self.currency = currency
    }

    /// - Parameter value: cleaned.
    mutating func meaning(of value: ByteView, as mark: AmountMark) -> ColumnUnit {
        guard mark != .rest, value.count <= ColumnUnit.longestMark else {
            return ColumnUnit(saidBy: value, as: mark, currency: currency)
        }
        if meanings.count == AmountMarkReader.limit {
            seen = InternTable()
            meanings.removeAll(keepingCapacity: true)
        }
        key.removeAll(keepingCapacity: true)
        key.append(mark == .unit ? 0 : 1)
        key.append(contentsOf: value)
        let number = key.withByteView { seen.number(of: $0.buffer) }
        if number == meanings.count { meanings.append(ColumnUnit(saidBy: value, as: mark, currency: currency)) }
        return meanings[number]
    }
}
