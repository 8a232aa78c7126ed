import AidModel

/// Decodes records where they lie in a piece.
///
/// A record that is as nearly all are (paid, a person with a sound resident ID, a date and
/// an amount as they are usually written) is understood without being copied. Every other
/// one goes to `ClaimDecoder`, which knows all rules and all reasons: this decoder rejects
/// nothing, and what it takes, that one would take in the same way.
struct SpanDecoder: ~Copyable {
    /// Fields of the cache; those of the breakdowns follow.
    static let dayField = 0
    private static let stateField = 1
    private static let firstGroupField = 2

    var decoder: ClaimDecoder
    private let fileIndex: Int
    private let encoding: SpanEncoding
    let fields: FieldPlaces
    private let fieldCount: Int
    private let areSpells: Bool
    /// Whether rows of a reference table may have days.
    let hasSpellDays: Bool
    private let hasResidentIDs: Bool
    private let bySixteens = takesSixteenCharacters
    /// What makes minor units of hundredths of the file's unit; 0: it is too small to have any.
    let hundredthMinor: Int64
    private let personDecoder: PersonDecoder
    let dateDecoder: DateDecoder
    private let treatmentDecoder: DateDecoder
    /// Of the cache, behind all others.
    private let treatmentField: Int
    /// Of the cache, for dates with a time of day behind them.
    private let timedDayField: Int
    private let amountDecoder: AmountDecoder
    private let currency: Currency
    private let amountUnit: MoneyUnit?
    private let states: StateTable
    /// What is earlier is never learnt, and so always somebody else's to decide.
    private let firstDayNumber: Int32
    private let keys: KeyTable
    private let cutNumbers: CutNumbers
    var cache: ValueCache
    private var groupCodes: GroupCodes
    /// What groups are derived from, one a breakdown; empty where all are columns.
    private let groupSources: [GroupSource?]
    /// Whether the numbers of a record's groups fit one word together.
    private let groupsFit: Bool
    private var cleaner = FieldCleaner()
    private var record = RecordBuffer()

    init(
        layout: RecordLayout, fileIndex: Int, encoding: SpanEncoding, keys: KeyTable, groups: GroupTable,
        cutNumbers: CutNumbers, deal: @escaping (ClaimBatch) -> Void
    ) {
        decoder = ClaimDecoder(
            layout: layout, fileIndex: fileIndex, keys: keys, groups: groups, cutNumbers: cutNumbers, deal: deal)
        self.cutNumbers = cutNumbers
        self.fileIndex = fileIndex
        self.encoding = encoding
        self.keys = keys
        fields = FieldPlaces(layout)
        fieldCount = layout.wantedFields.count
        areSpells = layout.content == .spells
        hasSpellDays = !layout.day.from.isEmpty || !layout.amount.from.isEmpty
        hasResidentIDs = if case .residentID = layout.personRule { true } else { false }
        personDecoder = PersonDecoder(rule: layout.personRule, keys: keys)
        dateDecoder = DateDecoder(zone: layout.zone, forms: layout.dateForms)
        treatmentDecoder = DateDecoder(zone: layout.zone, forms: layout.treatmentDateForms)
        amountDecoder = AmountDecoder(currency: layout.currency, unit: layout.amountUnit)
        hundredthMinor = amountDecoder.hundredthMinor
        states = StateTable(layout.status == nil ? nil : layout.statusClasses)
        firstDayNumber = layout.forgottenBefore?.daysSinceEpoch ?? .min
        currency = layout.currency
        amountUnit = layout.amountUnit
        treatmentField = SpanDecoder.firstGroupField + layout.breakdowns.count + fields.amountMarks.count
        timedDayField = treatmentField + (fields.treatment == nil ? 0 : 1)
        cache = ValueCache(fieldCount: timedDayField + 1)
        let sources = layout.breakdowns.map(\.source)
        // What has no number is the same for all records here, whatever its texts: they would be retained for each.
        groupSources =
            sources.allSatisfy { $0 == nil } ? [] : sources.map { $0?.bitCount == 0 ? .constant("") : $0 }
        groupsFit = sources.reduce(0) { $0 + ($1?.bitCount ?? 8) } <= 64
        groupCodes = GroupCodes(
            fieldCount: sources.count, valueFieldCount: sources.count { $0 == nil },
            otherBits: sources.reduce(0) { $0 + ($1?.bitCount ?? 0) })
    }

    // MARK: What the pieces are asked for

    /// Hands on what is left.
    mutating func finish() {
        decoder.finish()
    }

    mutating func takeRejects() -> RejectList { decoder.takeRejects() }
    mutating func takeControlTotals() -> ControlTotals { decoder.takeControlTotals() }
    mutating func takeRecords() -> Tally { decoder.takeRecords() }
    mutating func takeNumberCounts() -> KeyNumberCounts { decoder.takeNumberCounts() }
    mutating func takeScaffolding() -> Tally { decoder.takeScaffolding() }
    mutating func takeObservations() -> ObservationCounts { decoder.takeObservations() }
    mutating func takeUnpaidCount() -> Int { decoder.takeUnpaidCount() }
    mutating func takeNoRecordLines() -> NoRecordLines { decoder.takeNoRecordLines() }
    mutating func takeDayCounts() -> DayCounts { decoder.takeDayCounts() }

    /// Takes a record that was put together elsewhere.
    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        decoder.take(record, at: textOffset, place: place)
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
        decoder.takeMalformed(problem, at: textOffset, place: place)
    }

    mutating func takeNoRecord(
        _ line: LineKind, _ problem: RecordProblem, at textOffset: Int, place: RecordPlace
    ) {
        decoder.takeNoRecord(line, problem, at: textOffset, place: place)
    }

    /// Hands all records that begin before an offset to the decoder of every record.
    mutating func readSlowly(
        _ reader: inout CSVReader, columns: [Int], expectedCount: Int, until end: Int
    ) throws(InputError) {
        try reader.read(into: &decoder, columns: columns, expectedCount: expectedCount, until: end)
    }

    // MARK: The usual record

    /// Takes a record if it is as most are.
    ///
    /// - Parameters:
    ///   - bytes: of the piece.
    ///   - spans: of the layout's wanted fields.
    ///   - line: all cells of its line.
    ///   - textOffset: the record's first byte in the file.
    /// - Returns: false: it was not taken, and belongs to `takeUnusual`.
    @inline(__always)
    mutating func take(
        _ bytes: PaddedBytes, _ spans: Room<FieldSpan>, _ line: LineCells, at textOffset: Int
    ) -> Bool {
        let position = SourcePosition(fileIndex: fileIndex, textOffset: textOffset)
        if areSpells { return takeSpell(bytes, spans, line, at: position) }
        if let index = fields.status {
            guard state(bytes.part(spans[index])) == Int(ClaimClass.paid.rawValue) else { return false }
        }
        var key = ExactKey(position)
        var number = LongNumber.none
        if let index = fields.claim {
            let text = bytes.part(spans[index])
            if let plain = bySixteens ? ExactKey(plainBySixteens: text) : ExactKey(plain: text) {
                if Placeholder.mayBe(text.view), isPlaceholder(text) { return false }
                key = plain
                number = LongNumber(text.view)
            } else {
                guard let found = otherKey(bytes, spans[index]) else { return false }
                (key, number) = found
            }
            if number.isCut, cutNumbers.claims.holds(number) { return false }
        }
        let day = day(bytes.part(spans[fields.day]))
        guard day >= 0 else { return false }
        for (place, index) in fields.amountMarks.enumerated() where spans[index].count > 0 {
            guard saysNothing(bytes.part(spans[index]), place) else { return false }
        }
        // Nothing is a question of the pipeline file's.
        guard let amountMinor = money(bytes, spans), amountMinor != 0 else { return false }
        guard let (person, document) = person(bytes, spans, line) else { return false }
        var facts = GroupSource.Facts(
            person: person, dayNumber: Int32(truncatingIfNeeded: day &- SpanDecoder.dayBias), amountMinor: amountMinor)
        if let index = fields.treatment {
            let treatment = treatment(bytes.part(spans[index]))
            guard treatment >= 0 else { return false }
            let treatedOn = treatment == 0 ? Claim.noDay : Int32(truncatingIfNeeded: treatment &- SpanDecoder.dayBias)
            facts.daysToPayment = DaysToPayment(treatedOn: treatedOn, paidOn: facts.dayNumber)
        }
        if let index = fields.basis, !takeBasis(bytes, spans[index]) { return false }
        guard let groupsCode = fields.breakdowns.isEmpty ? 0 : groupsCode(bytes, spans, facts) else { return false }
        decoder.add(
            Claim(
                key: key, person: person, position: position, amountMinor: amountMinor, dayNumber: facts.dayNumber,
                groupsCode: groupsCode, claimClass: .paid, hasAmount: true, daysToPayment: facts.daysToPayment),
            number: number, document: document)
        return true
    }

    @inline(never)
    private func isPlaceholder(_ text: PaddedBytes) -> Bool { Placeholder.isOne(text.view) }

    /// What is added to a day in the cache, where a meaning is never negative.
    static let dayBias = 1 << 24

    @inline(__always)
    private mutating func state(_ value: PaddedBytes) -> Int {
        let known = cache.meaning(field: SpanDecoder.stateField, value)
        return known >= 0 ? known : learnState(value)
    }

    @inline(never)
    private mutating func learnState(_ value: PaddedBytes) -> Int {
        guard let text = cleanText(value), let found = states.claimClass(of: text) else { return -1 }
        let meaning = Int(found.rawValue)
        cache.learn(field: SpanDecoder.stateField, value, meaning: meaning)
        return meaning
    }

    @inline(__always)
    private mutating func day(_ value: PaddedBytes) -> Int {
        if value.count > 13, let dateCount = TimeOfDayBytes.dateCount(value) { return timedDay(value, dateCount) }
        let known = cache.meaning(field: SpanDecoder.dayField, value)
        return known >= 0 ? known : learnDay(value)
    }

    /// Which local time of day it is decides nothing, so what is learnt is what the date means with one behind it.
    @inline(never)
    private mutating func timedDay(_ value: PaddedBytes, _ dateCount: Int) -> Int {
        let date = PaddedBytes(start: value.start, count: dateCount)
        let known = cache.meaning(field: timedDayField, date)
        if known >= 0 { return known }
        let meaning = dayMeaning(value)
        if meaning >= 0 { cache.learn(field: timedDayField, date, meaning: meaning) }
        return meaning
    }

    @inline(never)
    private mutating func learnDay(_ value: PaddedBytes) -> Int {
        let meaning = dayMeaning(value)
        if meaning >= 0 { cache.learn(field: SpanDecoder.dayField, value, meaning: meaning) }
        return meaning
    }

    private mutating func dayMeaning(_ value: PaddedBytes) -> Int {
        guard let text = cleanText(value, as: .number), let found = dateDecoder.decode(text),
            found.daysSinceEpoch >= firstDayNumber
        else { return -1 }
        return Int(found.daysSinceEpoch) + SpanDecoder.dayBias
    }

    /// As `day`, and 0 where there is none.
    @inline(__always)
    private mutating func treatment(_ value: PaddedBytes) -> Int {
        let known = cache.meaning(field: treatmentField, value)
        return known >= 0 ? known : learnTreatment(value)
    }

    @inline(never)
    private mutating func learnTreatment(_ value: PaddedBytes) -> Int {
        guard let text = cleanText(value, as: .number) else { return -1 }
        let day = text.isEmpty || Placeholder.isOne(text) ? nil : treatmentDecoder.decode(text)
        if day == nil, !text.isEmpty, !Placeholder.isOne(text) { return -1 }
        let meaning = day.map { Int($0.daysSinceEpoch) + SpanDecoder.dayBias } ?? 0
        cache.learn(field: treatmentField, value, meaning: meaning)
        return meaning
    }

    /// Whether what stands beside an amount says nothing that its file does not.
    @inline(never)
    private mutating func saysNothing(_ value: PaddedBytes, _ place: Int) -> Bool {
        let field = SpanDecoder.firstGroupField + fields.breakdowns.count + place
        if cache.meaning(field: field, value) >= 0 { return true }
        guard let text = cleanText(value) else { return false }
        switch ColumnUnit(saidBy: text, as: AmountMark.allCases[place], currency: currency) {
        case .none: break
        case .unit(let unit) where unit == amountUnit ?? .yuan: break
        default: return false
        }
        cache.learn(field: field, value, meaning: 0)
        return true
    }

    @inline(__always)
    mutating func amount(_ bytes: PaddedBytes, _ span: FieldSpan) -> Int64? {
        plainAmount(bytes, span) ?? otherAmount(bytes, span)
    }

    @inline(__always)
    func plainAmount(_ bytes: PaddedBytes, _ span: FieldSpan) -> Int64? {
        // One to eight digits, a point, and two more. The eight bytes before the point are read
        // together; those that are not of the amount count as zeros.
        let end = Int(span.end)
        let wholeCount = span.count &- 3
        guard hundredthMinor > 0, wholeCount >= 1, wholeCount <= 8, end >= 11, bytes[end &- 3] == UInt8(ascii: ".")
        else { return nil }
        let others = EightBytes.prefix(.max, 8 &- wholeCount)
        let whole = bytes.word(at: end &- 11) & ~others | 0x3030_3030_3030_3030 & others
        let tens = bytes[end &- 2] &- UInt8(ascii: "0")
        let ones = bytes[end &- 1] &- UInt8(ascii: "0")
        guard EightBytes.areDigits(whole), tens <= 9, ones <= 9 else { return nil }
        // Ten digits, and a factor of 10⁸ at most.
        return (Int64(truncatingIfNeeded: EightBytes.number(whole)) &* 100 &+ Int64(tens &* 10 &+ ones))
            &* hundredthMinor
    }

    @inline(never)
    private mutating func otherAmount(_ bytes: PaddedBytes, _ span: FieldSpan) -> Int64? {
        if let bare = span.bare(in: bytes), let amount = plainAmount(bytes, bare) { return amount }
        guard let text = cleanText(bytes.part(span), as: .number), let amount = amountDecoder.read(text),
            amount.minor >= 0, !amount.hasOwnUnit
        else { return nil }
        return amount.minor
    }

    @inline(__always)
    mutating func person(
        _ bytes: PaddedBytes, _ spans: Room<FieldSpan>, _ line: LineCells
    ) -> (PersonKey, document: LongNumber)? {
        let span = spans[fields.person]
        if hasResidentIDs, span.count == 18 {
            let text = bytes.part(span)
            if let id = bySixteens ? ResidentID(plainBySixteens: text) : ResidentID(plain: text) {
                return (PersonKey(id), .none)
            }
        }
        return otherPerson(bytes, spans, line)
    }

    @inline(never)
    private mutating func otherPerson(
        _ bytes: PaddedBytes, _ spans: Room<FieldSpan>, _ line: LineCells
    ) -> (PersonKey, document: LongNumber)? {
        let span = spans[fields.person]
        if hasResidentIDs, let bare = span.bare(in: bytes).map(bytes.part), bare.count == 18,
            let id = ResidentID(plain: bare)
        {
            return (PersonKey(id), .none)
        }
        guard let text = cleanText(bytes.part(span)), case .person(let key) = personDecoder.decode(text),
            LineWord.find(text) == nil
        else { return nil }
        // Before another field is cleaned.
        let document = key.isOtherDocument ? LongNumber(text) : .none
        if document.isCut, cutNumbers.persons.holds(document) { return nil }
        return mayBeTotals(bytes, spans, line) ? nil : (key, document)
    }

    @inline(never)
    private mutating func otherKey(_ bytes: PaddedBytes, _ span: FieldSpan) -> (ExactKey, LongNumber)? {
        if let bare = span.bare(in: bytes).map(bytes.part), let plain = ExactKey(plain: bare),
            !Placeholder.isOne(bare.view)
        {
            return (plain, LongNumber(bare.view))
        }
        guard let number = cleanText(bytes.part(span)), !number.isEmpty, !ScientificNotation.isNumber(number),
            !Placeholder.isOne(number)
        else { return nil }
        return (keys.key(of: number.buffer), LongNumber(number))
    }

    @inline(__always)
    mutating func groupsCode(
        _ bytes: PaddedBytes, _ spans: Room<FieldSpan>, _ facts: GroupSource.Facts
    ) -> UInt32? {
        guard groupSources.isEmpty else { return derivedGroupsCode(bytes, spans, facts) }
        var combined: UInt64 = 0
        var field = SpanDecoder.firstGroupField
        for index in fields.breakdowns {
            let value = bytes.part(spans[index])
            var known = cache.meaning(field: field, value)
            if known < 0 { known = groupCodes.known(field: field &- SpanDecoder.firstGroupField, value.view) }
            if known < 0 { return learnGroups(bytes, spans, facts) }
            combined = combined &<< groupCodes.bitCount | UInt64(truncatingIfNeeded: known)
            field &+= 1
        }
        let code = groupCodes.code(of: combined)
        return code >= 0 ? UInt32(truncatingIfNeeded: code) : learnGroups(bytes, spans, facts)
    }

    /// The same where some groups are derived: their numbers need not be learnt.
    private mutating func derivedGroupsCode(
        _ bytes: PaddedBytes, _ spans: Room<FieldSpan>, _ facts: GroupSource.Facts
    ) -> UInt32? {
        var combined: UInt64 = 0
        for place in groupSources.indices {
            if let source = groupSources[place] {
                combined = combined << UInt64(source.bitCount) | UInt64(truncatingIfNeeded: source.number(facts))
            } else {
                let value = bytes.part(spans[fields.breakdowns.lowerBound + place])
                var known = cache.meaning(field: SpanDecoder.firstGroupField + place, value)
                if known < 0 { known = groupCodes.known(field: place, value.view) }
                if known < 0 { return learnGroups(bytes, spans, facts) }
                combined = combined &<< groupCodes.bitCount | UInt64(truncatingIfNeeded: known)
            }
        }
        let code = groupCodes.code(of: combined)
        return groupsFit && code >= 0 ? UInt32(truncatingIfNeeded: code) : learnGroups(bytes, spans, facts)
    }

    @inline(never)
    private mutating func learnGroups(
        _ bytes: PaddedBytes, _ spans: Room<FieldSpan>, _ facts: GroupSource.Facts
    ) -> UInt32? {
        fill(bytes, spans, unescapes: false)
        guard let code = decoder.groupsCode(of: record, facts) else { return nil }
        guard groupsFit else { return code }
        var combined: UInt64 = 0
        for (place, index) in fields.breakdowns.enumerated() {
            if !groupSources.isEmpty, let source = groupSources[place] {
                combined = combined << UInt64(source.bitCount) | UInt64(truncatingIfNeeded: source.number(facts))
                continue
            }
            let value = bytes.part(spans[index])
            guard let number = groupCodes.number(field: place, value.view) else { return code }
            cache.learn(field: SpanDecoder.firstGroupField + place, value, meaning: number)
            combined = combined &<< groupCodes.bitCount | UInt64(number)
        }
        groupCodes.learn(combined, code: code)
        return code
    }

    // MARK: Every other record

    /// Takes a record by all rules.
    ///
    /// - Parameters:
    ///   - line: what its line is.
    ///   - hasDoubledQuotes: whether doubled quotes in its fields stand for single ones.
    mutating func takeUnusual(
        _ bytes: PaddedBytes, _ spans: Room<FieldSpan>, at textOffset: Int, place: RecordPlace,
        line: LineKind, hasDoubledQuotes: Bool
    ) {
        fill(bytes, spans, unescapes: hasDoubledQuotes)
        record.line = line
        decoder.take(record, at: textOffset, place: place)
    }

    private mutating func fill(
        _ bytes: PaddedBytes, _ spans: Room<FieldSpan>, unescapes: Bool
    ) {
        record.removeAll()
        for index in 0..<fieldCount {
            record.appendField(bytes.part(spans[index]).view, encoding, hasDoubledQuotes: unescapes)
        }
    }

    /// The cleaned field; nil where something invisible was taken out of it, which the decoder of every record notes.
    mutating func cleanText(
        _ value: PaddedBytes, as meaning: FieldCleaner.Meaning = .key
    ) -> ByteView? {
        let cleaned = cleaner.clean(text(value), as: meaning)
        return cleaner.tookOutInvisible ? nil : cleaned
    }

    /// A field as UTF-8; valid until the record that is put together changes.
    private mutating func text(_ value: PaddedBytes) -> ByteView {
        if case .utf8 = encoding { return value.view }
        record.removeAll()
        record.appendField(value.view, encoding, hasDoubledQuotes: false)
        return record.field(0)
    }
}
