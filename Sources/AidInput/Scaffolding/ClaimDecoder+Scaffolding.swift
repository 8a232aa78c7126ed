import AidModel

/// Lines of totals and signatures: they look like records, and are none.
extension ClaimDecoder {
    /// Whether a record is none, whatever else is to be said of it.
    ///
    /// A word of totals or signatures stands where a record has its number, its person or its day, or a
    /// word of totals begins the line; and there is no sound resident ID. So no claim is dropped for what
    /// one of its groups is called.
    mutating func isNoRecord(_ record: borrowing RecordBuffer) -> Bool {
        switch record.line {
        case .blank, .note, .header, .skipped: return true
        case .totals, .unit: break
        case .usual, .signature:
            let hasWord =
                fields.claim.map { word(record, $0) != nil } ?? false || word(record, fields.person) != nil
                || word(record, fields.day) != nil
            guard hasWord else { return false }
        }
        return !hasSoundID(record)
    }

    /// Whether a record that cannot be counted is rather none.
    ///
    /// A word stands somewhere in it, and what a claim cannot be without does not.
    mutating func mayBeNoRecord(_ record: borrowing RecordBuffer) -> Bool {
        guard record.line == .signature || saysTotals(record), !hasSoundID(record) else { return false }
        return lacks(record, fields.claim) || lacks(record, fields.person) || lacks(record, fields.day)
            || lacks(record, fields.amount)
    }

    private mutating func saysTotals(_ record: borrowing RecordBuffer) -> Bool {
        if let index = fields.status, word(record, index) == .totals { return true }
        if let index = fields.reverses, word(record, index) == .totals { return true }
        for index in fields.breakdowns where word(record, index) == .totals { return true }
        return false
    }

    /// Whether a field that there is has nothing in it.
    private mutating func lacks(_ record: borrowing RecordBuffer, _ index: Int?) -> Bool {
        guard let index else { return false }
        return cleaner.clean(record.field(index)).isEmpty
    }

    /// What a line of totals states, and in the column of amounts; nil: it is none.
    mutating func statedTotals(
        _ record: borrowing RecordBuffer
    ) -> (stated: StatedTotals, amount: StatedAmount?)? {
        var stated = StatedTotals()
        switch record.line {
        case .totals(let found): stated = found
        case .usual:
            let places = [fields.claim, fields.person, fields.day].compactMap { $0 }
            guard let index = places.first(where: { word(record, $0) != nil }), word(record, index) == .totals else {
                return nil
            }
            stated.takeWord(cleaner.clean(record.field(index)))
        case .blank, .header, .skipped, .signature, .note, .unit: return nil
        }
        let cell = cleaner.clean(record.field(fields.amount), as: .number)
        return (stated, cell.isEmpty ? stated.amount : StatedAmount(cell: cell, unit: amountUnit, currency))
    }

    private mutating func word(_ record: borrowing RecordBuffer, _ index: Int) -> LineWord? {
        LineWord.find(cleaner.clean(record.field(index)))
    }

    private mutating func hasSoundID(_ record: borrowing RecordBuffer) -> Bool {
        guard hasResidentIDs else { return false }
        if case .id = ResidentIDDecoder.decode(cleaner.clean(record.field(fields.person))) { return true }
        return false
    }
}
