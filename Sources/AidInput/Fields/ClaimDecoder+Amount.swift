import AidModel

/// The amount of a record, with what stands beside it.
extension ClaimDecoder {
    /// Whether the amount alone is one, whatever it is multiplied by.
    mutating func readsAmount(_ record: borrowing RecordBuffer) -> Bool {
        amountDecoder.read(cleaner.clean(record.field(fields.amount), as: .number)) != nil
    }

    /// What the fields beside the amount say of its unit.
    mutating func amountMark(of record: borrowing RecordBuffer) -> ColumnUnit {
        var mark = ColumnUnit.none
        for (index, kind) in zip(fields.amountMarks, AmountMark.allCases) where !record.field(index).isEmpty {
            let value = cleaner.clean(record.field(index))
            mark = mark.joined(with: marks.meaning(of: value, as: kind))
        }
        return mark
    }

    /// The amount in the unit that a record says; nil where it contradicts the file, or names another currency.
    func amount(_ text: ByteView, _ mark: ColumnUnit) -> AmountDecoder.Amount? {
        switch mark {
        case .none, .unknown: return amountDecoder.read(text)
        case .several, .foreign: return nil
        case .unit(let unit):
            guard amountUnit == nil || amountUnit == unit else { return nil }
            var amount = AmountDecoder(currency: currency, unit: unit).read(text)
            amount?.hasOwnUnit = amountUnit == nil && unit != .yuan
            return amount
        }
    }
}
