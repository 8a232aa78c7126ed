import AidModel

/// Rows of a reference table: whom they are about, from when until when, and what.
extension ClaimDecoder {
    /// Takes a row, which has no number, no state and no money.
    mutating func takeSpell(_ record: borrowing RecordBuffer, at position: SourcePosition, _ place: RecordPlace) {
        if isNoRecord(record) { return addNoRecord(record, 0, place) }
        var invisibleCount = 0

        func clean(_ index: Int, as meaning: FieldCleaner.Meaning = .key) -> ByteView {
            let text = cleaner.clean(record.field(index), as: meaning)
            if cleaner.tookOutInvisible { invisibleCount += 1 }
            return text
        }

        func reject(_ reason: RejectReason, _ index: Int, isNumber: Bool = false, masked: String? = nil) {
            if mayBeNoRecord(record) { return addNoRecord(record, 0, place) }
            if isOtherHeader(record) {
                observations.note(.otherHeader)
                noRecordLines.note(.otherHeader, at: place)
            }
            let text = cleaner.clean(record.field(index), as: isNumber ? .number : .key)
            records.add(0)
            unusualRecords.add(0)
            unusual.rejected.add(0)
            rejects.add(reason, amountMinor: 0, at: position) {
                Reject(
                    position: position, place: place, reason: reason, field: fields.names[index],
                    maskedValue: masked ?? (isNumber ? Mask.number(text) : Mask.text(text)), amountMinor: 0)
            }
        }

        func spellDay(_ index: Int, open: Int32) -> Int32? {
            let text = clean(index, as: .number)
            return OpenDay.isOne(text) ? open : day(text)?.daysSinceEpoch
        }

        let key: PersonKey
        switch decodePerson(clean(fields.person)) {
        case .person(let found): key = found
        case .missing: return reject(.missingPerson, fields.person)
        case .damaged: return reject(.damagedPerson, fields.person)
        case .bad: return reject(.badPerson, fields.person)
        }
        guard let first = spellDay(fields.day, open: Spell.noStart) else {
            return reject(.badDate, fields.day, isNumber: true)
        }
        guard let last = spellDay(fields.amount, open: Spell.noEnd) else {
            return reject(.badDate, fields.amount, isNumber: true)
        }
        guard first <= last else {
            // Both are days, and tell of nobody.
            let days = [last, first].map { CalendarDay(daysSinceEpoch: $0).description }
            return reject(.badDate, fields.amount, masked: days.joined(separator: " < "))
        }
        let groupsCode = groups.code(
            of: record, fields: fields.breakdowns, GroupSource.Facts(person: key, dayNumber: first, amountMinor: nil),
            cleaner: &cleaner, invisibleCount: &invisibleCount)
        if invisibleCount > 0 { observations.note(.invisibleCharacters, count: invisibleCount) }
        dayCounts.takenCount += 1
        add(Claim(spellOf: key, first: first, last: last, groupsCode: groupsCode, position: position))
    }

    /// Takes a row that is understood.
    @inline(__always)
    mutating func add(_ spell: Claim) {
        records.add(0)
        batch.append(spell)
    }

    /// The same from a faster decoder.
    @inline(__always)
    mutating func add(_ spell: Claim, document: LongNumber) {
        if document.restCount > 0 { numberCounts.persons.add(document) }
        add(spell)
    }
}

/// What stands where a spell has no first or no last day.
enum OpenDay {
    private static let words = ["至今", "长期", "今"].map { Array($0.utf8) }

    /// - Parameter text: cleaned.
    static func isOne(_ text: ByteView) -> Bool {
        text.isEmpty || Placeholder.isOne(text) || words.contains { text.elementsEqual($0) }
    }
}
