import AidModel

// Rows of a reference table.
extension SpanDecoder {
    /// Takes a row if it is as most are; else it belongs to `takeUnusual`.
    mutating func takeSpell(
        _ bytes: PaddedBytes, _ spans: Room<FieldSpan>, _ line: LineCells, at position: SourcePosition
    ) -> Bool {
        guard let (key, document) = person(bytes, spans, line) else { return false }
        let first = spellDay(bytes.part(spans[fields.day]))
        let last = spellDay(bytes.part(spans[fields.amount]))
        // A row without any day says nothing of what the days of its file look like.
        guard first >= 0, last >= 0, first | last > 0 || !hasSpellDays else { return false }
        let firstDay = first == 0 ? Spell.noStart : Int32(truncatingIfNeeded: first &- SpanDecoder.dayBias)
        let lastDay = last == 0 ? Spell.noEnd : Int32(truncatingIfNeeded: last &- SpanDecoder.dayBias)
        guard firstDay <= lastDay else { return false }
        let facts = GroupSource.Facts(person: key, dayNumber: firstDay, amountMinor: nil)
        guard let groupsCode = fields.breakdowns.isEmpty ? 0 : groupsCode(bytes, spans, facts) else { return false }
        decoder.add(
            Claim(spellOf: key, first: firstDay, last: lastDay, groupsCode: groupsCode, position: position),
            document: document)
        return true
    }

    /// As `day`, and 0 where none is said.
    @inline(__always)
    private mutating func spellDay(_ value: PaddedBytes) -> Int {
        let known = cache.meaning(field: SpanDecoder.dayField, value)
        return known >= 0 ? known : learnSpellDay(value)
    }

    @inline(never)
    private mutating func learnSpellDay(_ value: PaddedBytes) -> Int {
        guard let text = cleanText(value, as: .number) else { return -1 }
        let day = OpenDay.isOne(text) ? nil : dateDecoder.decode(text)
        if day == nil, !OpenDay.isOne(text) { return -1 }
        let meaning = day.map { Int($0.daysSinceEpoch) + SpanDecoder.dayBias } ?? 0
        cache.learn(field: SpanDecoder.dayField, value, meaning: meaning)
        return meaning
    }
}
