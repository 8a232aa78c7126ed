package import AidModel

/// Turns records into claims, and those that cannot be understood into rejects (rules 1 and 2).
///
/// One decoder reads one file; the tables are shared by all of them.
package struct ClaimDecoder: RecordConsumer, ~Copyable {
    /// Every record that was taken, and the money of those whose amount could be read.
    package internal(set) var records = Tally.zero
    /// Those of them that are no records.
    package private(set) var scaffolding = Tally.zero
    package internal(set) var rejects = RejectList()
    /// What was odd about records that were taken all the same.
    var observations = ObservationCounts()
    /// What the fields are called in any file.
    private let columnNames: Set<String>
    /// A bit for each length that one of them has.
    private let columnNameLengths: UInt64
    /// Claims taken that were not paid.
    private var unpaidCount = 0
    var dayCounts = DayCounts()
    var noRecordLines = NoRecordLines()
    private var controlTotals = ControlTotals()
    /// The records that are no paid claims: as they stand, and as `records` holds them.
    var unusual = ControlTotals.Sums()
    var unusualRecords = Tally.zero

    /// Bytes; what is longer is no state.
    private static let longestState = 96

    private let fileIndex: Int
    /// Whether records are rows of a reference table.
    let areSpells: Bool
    let fields: FieldPlaces
    private let states: StateTable
    private let dateDecoder: DateDecoder
    private let treatmentDecoder: DateDecoder
    let amountDecoder: AmountDecoder
    let basisDecoder: AmountDecoder
    let currency: Currency
    /// That of the file.
    let amountUnit: MoneyUnit?
    private let personDecoder: PersonDecoder
    private let countsInvalidAsUnidentified: Bool
    let hasResidentIDs: Bool
    private let zeroAmounts: RecordLayout.ZeroAmounts
    private let firstDayNumber: Int32
    private let keys: KeyTable
    var groups: GroupCoder
    var marks: AmountMarkReader
    var cleaner = FieldCleaner()
    var batch: ClaimBatchBuffer
    private let cutNumbers: CutNumbers
    var numberCounts = KeyNumberCounts()

    /// - Parameters:
    ///   - fileIndex: the file's place among the inputs, which orders the claims.
    ///   - cutNumbers: what an earlier reading has found of the file's claim numbers.
    ///   - deal: gets the claims, batch by batch, in input order.
    package init(
        layout: RecordLayout, fileIndex: Int, keys: KeyTable, groups: GroupTable,
        cutNumbers: CutNumbers = CutNumbers(), deal: @escaping (ClaimBatch) -> Void
    ) {
        self.fileIndex = fileIndex
        areSpells = layout.content == .spells
        self.cutNumbers = cutNumbers
        self.keys = keys
        batch = ClaimBatchBuffer(keepsBases: layout.basis != nil, deal)
        basisDecoder = AmountDecoder(currency: layout.currency, unit: layout.basisUnit)
        fields = FieldPlaces(layout)
        columnNames = Set(layout.wantedFields.flatMap { $0.from.map(FieldCleaner.cleaned) })
        columnNameLengths = columnNames.reduce(0) { $0 | 1 << UInt64(min($1.utf8.count, 63)) }
        states = StateTable(layout.status == nil ? nil : layout.statusClasses)
        dateDecoder = DateDecoder(zone: layout.zone, forms: layout.dateForms)
        treatmentDecoder = DateDecoder(zone: layout.zone, forms: layout.treatmentDateForms)
        amountDecoder = AmountDecoder(currency: layout.currency, unit: layout.amountUnit)
        currency = layout.currency
        marks = AmountMarkReader(currency: layout.currency)
        amountUnit = layout.amountUnit
        zeroAmounts = layout.zeroAmounts
        hasResidentIDs = if case .residentID = layout.personRule { true } else { false }
        personDecoder = PersonDecoder(rule: layout.personRule, keys: keys)
        self.groups = GroupCoder(groups, breakdowns: layout.breakdowns)
        firstDayNumber = layout.forgottenBefore?.daysSinceEpoch ?? .min
        countsInvalidAsUnidentified =
            if case .residentID(_, let unidentified) = layout.personRule { unidentified } else { false }
    }

    /// Hands on what is left.
    package mutating func finish() {
        batch.handOn()
    }

    /// Takes a record that a faster decoder has understood.
    ///
    /// - Parameters:
    ///   - number: its claim number.
    ///   - document: its person's, if that is no resident ID.
    @inline(__always)
    mutating func add(_ claim: Claim, number: LongNumber, document: LongNumber) {
        if number.restCount > 0 { numberCounts.claims.add(number) }
        if document.restCount > 0 { numberCounts.persons.add(document) }
        records.add(claim.amountMinor)
        batch.append(claim)
    }

    /// The code of the groups of a record that is understood elsewhere; nil where something about them is to be
    /// noted.
    mutating func groupsCode(of record: borrowing RecordBuffer, _ facts: GroupSource.Facts) -> UInt32? {
        var invisibleCount = 0
        let code = groups.code(
            of: record, fields: fields.breakdowns, facts, cleaner: &cleaner, invisibleCount: &invisibleCount)
        return invisibleCount == 0 ? code : nil
    }

    /// The rejects so far; from now on there are none.
    mutating func takeRejects() -> RejectList {
        defer { rejects = RejectList() }
        return rejects
    }

    /// What was observed so far; from now on it is counted anew.
    mutating func takeObservations() -> ObservationCounts {
        defer { observations = ObservationCounts() }
        return observations
    }

    /// The lines so far that are no records; from now on they are counted anew.
    mutating func takeScaffolding() -> Tally {
        defer { scaffolding = .zero }
        return scaffolding
    }

    /// What they are, and where; from now on it is noted anew.
    mutating func takeNoRecordLines() -> NoRecordLines {
        defer { noRecordLines = NoRecordLines() }
        return noRecordLines
    }

    /// What lines of totals state so far, and the sums of the records; to be taken before the records are.
    mutating func takeControlTotals() -> ControlTotals {
        defer {
            controlTotals = ControlTotals()
            unusual = ControlTotals.Sums()
            unusualRecords = .zero
        }
        controlTotals.end(with: sums)
        return controlTotals
    }

    /// The records so far, since they were taken last.
    private var sums: ControlTotals.Sums {
        var sums = unusual
        sums.paid = records - scaffolding - unusualRecords
        sums.scaffoldingCount = scaffolding.recordCount
        return sums
    }

    /// The unpaid claims so far; from now on they are counted anew.
    mutating func takeUnpaidCount() -> Int {
        defer { unpaidCount = 0 }
        return unpaidCount
    }

    /// What dates looked like so far; from now on they are counted anew.
    mutating func takeDayCounts() -> DayCounts {
        defer { dayCounts = DayCounts() }
        return dayCounts
    }

    /// The records so far; from now on they are counted anew.
    mutating func takeRecords() -> Tally {
        defer { records = .zero }
        return records
    }

    /// What claim numbers looked like so far; from now on they are counted anew.
    mutating func takeNumberCounts() -> KeyNumberCounts {
        defer { numberCounts = KeyNumberCounts() }
        return numberCounts
    }

    package mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
        records.add(0)
        unusualRecords.add(0)
        unusual.rejected.add(0)
        unusual.unreadCount += 1
        if problem == .otherEncoding { observations.note(.otherEncoding) }
        let position = SourcePosition(fileIndex: fileIndex, textOffset: textOffset)
        rejects.add(.malformedRecord, amountMinor: 0, at: position) {
            Reject(
                position: position, place: place, reason: .malformedRecord, field: nil,
                maskedValue: problem.message.en, amountMinor: 0)
        }
    }

    package mutating func takeNoRecord(
        _ line: LineKind, _ problem: RecordProblem, at textOffset: Int, place: RecordPlace
    ) {
        if case .totals(let stated) = line, place.lineNumber != nil {
            controlTotals.add(stated, areSpells ? nil : stated.amount, at: place, before: sums)
        }
        addNoRecord(line, 0, place)
    }

    /// Takes a whole record that is none.
    mutating func addNoRecord(_ record: borrowing RecordBuffer, _ amountMinor: Int64, _ place: RecordPlace) {
        // Elements of XML are no lines, and come in any order.
        if place.lineNumber != nil, let (stated, amount) = statedTotals(record) {
            controlTotals.add(stated, areSpells ? nil : amount, at: place, before: sums)
        }
        addNoRecord(record.line, amountMinor, place)
    }

    private mutating func addNoRecord(_ line: LineKind, _ amountMinor: Int64, _ place: RecordPlace) {
        noRecordLines.add(line, at: place)
        if case .unit(let unit) = line, unit == nil || unit != amountUnit ?? .yuan {
            observations.note(.otherUnit)
            noRecordLines.note(.otherUnit, unit: unit, at: place)
        }
        records.add(amountMinor)
        scaffolding.add(amountMinor)
    }

    package mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        let position = SourcePosition(fileIndex: fileIndex, textOffset: textOffset)
        if areSpells { return takeSpell(record, at: position, place) }
        var invisibleCount = 0

        func clean(_ index: Int, as meaning: FieldCleaner.Meaning = .key) -> ByteView {
            let text = cleaner.clean(record.field(index), as: meaning)
            if cleaner.tookOutInvisible { invisibleCount += 1 }
            return text
        }

        let mark = amountMark(of: record)
        var amount = amount(clean(fields.amount, as: .number), mark)
        if let index = fields.times { amount = amount?.multiplied(by: clean(index, as: .number)) }
        let signedAmount = amount?.minor
        let magnitude = signedAmount.map { $0 < 0 ? -$0 : $0 }
        var key = ExactKey(position)
        var person = PersonKey.none
        var amountMinor = magnitude ?? 0
        var dayNumber = Claim.noDay
        var claimClass = ClaimClass.paid
        var hasAmount = true
        if isNoRecord(record) { return addNoRecord(record, magnitude ?? 0, place) }

        func reject(_ reason: RejectReason, field index: Int, isNumber: Bool = false) {
            if mayBeNoRecord(record) { return addNoRecord(record, magnitude ?? 0, place) }
            if isOtherHeader(record) {
                observations.note(.otherHeader)
                noRecordLines.note(.otherHeader, at: place)
            }
            let text = cleaner.clean(record.field(index), as: isNumber ? .number : .key)
            let money = reason == .badAmount ? 0 : magnitude ?? 0
            records.add(money)
            unusualRecords.add(money)
            unusual.rejected.add(signedAmount ?? 0)
            if signedAmount == nil { unusual.unreadCount += 1 }
            rejects.add(reason, amountMinor: money, at: position) {
                Reject(
                    position: position, place: place, reason: reason, field: fields.names[index],
                    maskedValue: isNumber ? Mask.number(text) : Mask.text(text),
                    rawState: reason == .unknownStatus && text.count <= ClaimDecoder.longestState
                        ? String(decoding: text, as: UTF8.self) : nil, amountMinor: money)
            }
        }

        if let index = fields.claim {
            let number = clean(index)
            if number.isEmpty || Placeholder.isOne(number) { return reject(.missingClaim, field: index) }
            let long = LongNumber(number)
            numberCounts.claims.add(long)
            if ScientificNotation.isNumber(number) || cutNumbers.claims.holds(long) {
                return reject(.damagedClaim, field: index)
            }
            key = keys.key(of: number.buffer)
        }
        if let index = fields.status {
            guard let found = states.claimClass(of: clean(index)) else {
                return reject(.unknownStatus, field: index)
            }
            claimClass = found
        }
        var mayLack = claimClass == .unpaid
        if let day = day(clean(fields.day, as: .number)) {
            dayNumber = day.daysSinceEpoch
        } else if mayLack {
            // A header whose state is called as one that is listed.
            if isOtherHeader(record) { observations.note(.otherHeader) }
        } else {
            if isSerial(record) { observations.note(.serialDates) }
            return reject(.badDate, field: fields.day, isNumber: true)
        }
        if claimClass == .paid, dayNumber < firstDayNumber {
            return reject(.forgottenQuarter, field: fields.day, isNumber: true)
        }
        if signedAmount == nil || (magnitude != signedAmount && claimClass != .reversed) {
            guard mayLack else {
                if amount == nil, fields.times == nil, readsAmount(record),
                    let index = fields.amountMarks.last(where: { !cleaner.clean(record.field($0)).isEmpty })
                {
                    return reject(.badAmount, field: index)
                }
                if let times = fields.times, amount == nil, readsAmount(record) {
                    return reject(.badAmount, field: times, isNumber: true)
                }
                return reject(.badAmount, field: fields.amount, isNumber: true)
            }
            hasAmount = false
            amountMinor = 0
        }
        let isZero = claimClass == .paid && amountMinor == 0
        if isZero {
            switch zeroAmounts {
            case .count: break
            case .reject: return reject(.zeroAmount, field: fields.amount, isNumber: true)
            case .ignore:
                claimClass = .unpaid
                mayLack = true
            }
        }
        switch decodePerson(clean(fields.person)) {
        case .person(let found): person = found
        case .missing where !mayLack: return reject(.missingPerson, field: fields.person)
        case .damaged where !mayLack && !countsInvalidAsUnidentified:
            return reject(.damagedPerson, field: fields.person)
        case .bad where !mayLack && !countsInvalidAsUnidentified: return reject(.badPerson, field: fields.person)
        case .missing, .damaged, .bad: break
        }
        if let index = fields.reverses, claimClass == .reversed {
            let number = clean(index)
            let long = LongNumber(number)
            numberCounts.reverses.add(long)
            if ScientificNotation.isNumber(number) || cutNumbers.reverses.holds(long) {
                return reject(.damagedClaim, field: index)
            }
        }
        var treatedOn = Claim.noDay
        if let index = fields.treatment {
            let text = clean(index, as: .number)
            if let day = treatmentDecoder.decode(text) {
                treatedOn = day.daysSinceEpoch
            } else if claimClass == .paid, !text.isEmpty, !Placeholder.isOne(text) {
                observations.note(.unreadTreatmentDays)
            }
        }
        noteBasis(of: record, claimClass)
        let daysToPayment = DaysToPayment(treatedOn: treatedOn, paidOn: dayNumber)
        let groupsCode = groups.code(
            of: record, fields: fields.breakdowns,
            GroupSource.Facts(
                person: person, dayNumber: dayNumber, amountMinor: hasAmount ? amountMinor : nil,
                daysToPayment: daysToPayment), cleaner: &cleaner, invisibleCount: &invisibleCount)
        if invisibleCount > 0 { observations.note(.invisibleCharacters, count: invisibleCount) }
        let claim = Claim(
            key: key, person: person, position: position, amountMinor: amountMinor, dayNumber: dayNumber,
            groupsCode: groupsCode, claimClass: claimClass, hasAmount: hasAmount, daysToPayment: daysToPayment)
        records.add(amountMinor)
        if claimClass != .paid {
            unusualRecords.add(amountMinor)
            let signed = signedAmount ?? 0
            if claimClass == .unpaid { unusual.unpaid.add(signed) } else { unusual.reversed.add(signed) }
        }
        if isZero { observations.note(.zeroAmounts) }
        if amount?.hasOwnUnit == true, hasAmount { observations.note(.amountUnits) }
        if case .unknown = mark, hasAmount { observations.note(.unknownCurrency) }
        dayCounts.takenCount += 1
        if claimClass == .unpaid { unpaidCount += 1 }
        if claimClass == .reversed {
            appendReversal(claim, record: record, place: place)
        } else {
            batch.append(claim)
        }
    }

    /// As the decoder of dates does; what they look like is counted.
    mutating func day(_ text: ByteView) -> CalendarDay? {
        let day = dateDecoder.decode(text)
        if day != nil {
            dayCounts.dateCount += 1
        } else if SerialDay(text)?.isUsual == true {
            dayCounts.serialCount += 1
        } else if !text.isEmpty {
            dayCounts.otherCount += 1
        }
        return day
    }

    private mutating func isSerial(_ record: borrowing RecordBuffer) -> Bool {
        SerialDay(cleaner.clean(record.field(fields.day), as: .number))?.isUsual == true
    }

    /// As the decoder of persons does, but for numbers that were cut.
    mutating func decodePerson(_ text: ByteView) -> PersonDecoder.Outcome {
        let outcome = personDecoder.decode(text)
        guard case .person(let key) = outcome, key.isOtherDocument else { return outcome }
        let long = LongNumber(text)
        numberCounts.persons.add(long)
        return cutNumbers.persons.holds(long) ? .damaged : outcome
    }

    /// Whether a record that cannot be counted holds names of columns: in three fields at least, so that a claim of
    /// a group that is called as a column is none.
    mutating func isOtherHeader(_ record: borrowing RecordBuffer) -> Bool {
        var count = 0
        for index in fields.names.indices {
            let text = cleaner.clean(record.field(index))
            // Most values are none, and of ASCII can only be equal to names of their length.
            if columnNameLengths >> UInt64(min(text.count, 63)) & 1 == 0, text.allSatisfy({ $0 < 0x80 }) { continue }
            if columnNames.contains(String(decoding: text, as: UTF8.self)) { count += 1 }
        }
        return count >= 3
    }

    /// A reversal is about the claim that it names, else about its own number.
    private mutating func appendReversal(_ claim: Claim, record: borrowing RecordBuffer, place: RecordPlace) {
        var reversal = Reversal(claim: claim, ownKey: claim.key, place: place, maskedTarget: "")
        var target = fields.claim.map { Mask.text(cleaner.clean(record.field($0))) } ?? ""
        if let index = fields.reverses {
            let number = cleaner.clean(record.field(index))
            if !number.isEmpty, !Placeholder.isOne(number) {
                reversal.claim.key = keys.key(of: number.buffer)
                target = Mask.text(number)
            }
        }
        reversal.maskedTarget = target
        batch.append(reversal)
    }
}
