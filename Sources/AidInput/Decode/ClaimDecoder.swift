package import AidModel

/// Turns records into claims, and those that cannot be understood into rejects (rules 1 and 2).
///
/// One decoder reads one file; the tables are shared by all of them.
package struct ClaimDecoder: RecordConsumer, ~Copyable {
    /// How many claims are handed on at once.
    private static let batchSize = 4096

    /// Every record that was taken, and the money of those whose amount could be read.
    package private(set) var records = Tally.zero
    package private(set) var rejects: [Reject] = []

    private let fileIndex: Int
    private let fields: FieldPlaces
    private let states: StateTable
    private let amountDecoder: AmountDecoder
    private let personDecoder: PersonDecoder
    private let countsInvalidAsUnidentified: Bool
    private let keys: KeyTable
    private var groups: GroupCoder
    private var cleaner = FieldCleaner()
    private var batch = ClaimBatch()
    private let deal: (ClaimBatch) -> Void

    /// - Parameters:
    ///   - fileIndex: the file's place among the inputs, which orders the claims.
    ///   - deal: gets the claims, batch by batch, in input order.
    package init(
        layout: RecordLayout, fileIndex: Int, keys: KeyTable, groups: GroupTable,
        deal: @escaping (ClaimBatch) -> Void
    ) {
        self.fileIndex = fileIndex
        self.keys = keys
        self.deal = deal
        fields = FieldPlaces(layout)
        states = StateTable(layout.status == nil ? nil : layout.statusClasses)
        amountDecoder = AmountDecoder(currency: layout.currency)
        personDecoder = PersonDecoder(rule: layout.personRule, keys: keys)
        self.groups = GroupCoder(groups)
        countsInvalidAsUnidentified =
            if case .residentID(_, let unidentified) = layout.personRule { unidentified } else { false }
    }

    /// Hands on what is left.
    package mutating func finish() {
        deal(batch)
        batch = ClaimBatch()
    }

    package mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
        records.add(0)
        rejects.append(
            Reject(
                position: SourcePosition(fileIndex: fileIndex, textOffset: textOffset), place: place,
                reason: .malformedRecord, field: nil, maskedValue: problem.message.en, amountMinor: 0))
    }

    package mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        let position = SourcePosition(fileIndex: fileIndex, textOffset: textOffset)
        let signedAmount = amountDecoder.decode(cleaner.clean(record.field(fields.amount)))
        let magnitude = signedAmount.map { $0 < 0 ? -$0 : $0 }
        var claim = Claim(
            key: ExactKey(position), person: .none, position: position, amountMinor: magnitude ?? 0,
            dayNumber: Claim.noDay, groupsCode: 0, claimClass: .paid, hasAmount: true)

        func reject(_ reason: RejectReason, field index: Int, isNumber: Bool = false) {
            let text = cleaner.clean(record.field(index))
            let money = reason == .badAmount ? 0 : magnitude ?? 0
            records.add(money)
            rejects.append(
                Reject(
                    position: position, place: place, reason: reason, field: fields.names[index],
                    maskedValue: isNumber ? Mask.number(text) : Mask.text(text), amountMinor: money))
        }

        if let index = fields.claim {
            let number = cleaner.clean(record.field(index))
            if number.isEmpty { return reject(.missingClaim, field: index) }
            if ScientificNotation.isNumber(number) { return reject(.damagedClaim, field: index) }
            claim.key = keys.key(of: number)
        }
        if let index = fields.status {
            guard let found = states.claimClass(of: cleaner.clean(record.field(index))) else {
                return reject(.unknownStatus, field: index)
            }
            claim.claimClass = found
        }
        let mayLack = claim.claimClass == .unpaid
        if let day = DateDecoder.decode(cleaner.clean(record.field(fields.day))) {
            claim.dayNumber = day.daysSinceEpoch
        } else if !mayLack {
            return reject(.badDate, field: fields.day, isNumber: true)
        }
        if signedAmount == nil || (magnitude != signedAmount && claim.claimClass != .reversed) {
            guard mayLack else { return reject(.badAmount, field: fields.amount, isNumber: true) }
            claim.hasAmount = false
            claim.amountMinor = 0
        }
        switch personDecoder.decode(cleaner.clean(record.field(fields.person))) {
        case .person(let key): claim.person = key
        case .missing where !mayLack: return reject(.missingPerson, field: fields.person)
        case .damaged where !mayLack && !countsInvalidAsUnidentified:
            return reject(.damagedPerson, field: fields.person)
        case .bad where !mayLack && !countsInvalidAsUnidentified: return reject(.badPerson, field: fields.person)
        case .missing, .damaged, .bad: break
        }
        if let index = fields.reverses, claim.claimClass == .reversed,
            ScientificNotation.isNumber(cleaner.clean(record.field(index)))
        {
            return reject(.damagedClaim, field: index)
        }
        claim.groupsCode = groups.code(of: record, fields: fields.breakdowns, cleaner: &cleaner)
        records.add(claim.amountMinor)
        append(claim, record: record, place: place)
    }

    private mutating func append(_ claim: Claim, record: borrowing RecordBuffer, place: RecordPlace) {
        if claim.claimClass == .reversed {
            appendReversal(claim, record: record, place: place)
        } else {
            batch.claims.append(claim)
        }
        if batch.claims.count + batch.reversals.count >= ClaimDecoder.batchSize { finish() }
    }

    /// A reversal is about the claim that it names, else about its own number.
    private mutating func appendReversal(_ claim: Claim, record: borrowing RecordBuffer, place: RecordPlace) {
        var reversal = Reversal(claim: claim, ownKey: claim.key, place: place, maskedTarget: "")
        var target = fields.claim.map { Mask.text(cleaner.clean(record.field($0))) } ?? ""
        if let index = fields.reverses {
            let number = cleaner.clean(record.field(index))
            if !number.isEmpty {
                reversal.claim.key = keys.key(of: number)
                target = Mask.text(number)
            }
        }
        reversal.maskedTarget = target
        batch.reversals.append(reversal)
    }
}

/// Where each field stands in a `RecordBuffer` that holds the layout's wanted fields.
private struct FieldPlaces {
    let names: [String]
    let claim: Int?
    let person: Int
    let day: Int
    let amount: Int
    let status: Int?
    let reverses: Int?
    let breakdowns: Range<Int>

    init(_ layout: RecordLayout) {
        names = layout.wantedFields.map(\.name)
        var next = 0
        func place(_ isThere: Bool) -> Int? {
            guard isThere else { return nil }
            next += 1
            return next - 1
        }
        claim = place(layout.claim != nil)
        person = next
        day = next + 1
        amount = next + 2
        next += 3
        status = place(layout.status != nil)
        reverses = place(layout.reverses != nil)
        breakdowns = next..<next + layout.breakdowns.count
    }
}

/// The class of each state.
private struct StateTable: ~Copyable {
    private var table = InternTable()
    private var classes: [ClaimClass] = []

    /// - Parameter classes: nil where there is no status field.
    init(_ classes: [String: ClaimClass]?) {
        for (state, claimClass) in (classes ?? [:]).sorted(by: { $0.key < $1.key }) {
            var state = state
            _ = state.withUTF8 { table.number(of: $0) }
            self.classes.append(claimClass)
        }
    }

    func claimClass(of state: UnsafeBufferPointer<UInt8>) -> ClaimClass? {
        table.known(state).map { classes[$0] }
    }
}

/// Finds the code of a record's groups, asking the shared table once for each new combination.
private struct GroupCoder: ~Copyable {
    private let shared: GroupTable
    private var seen = InternTable()
    private var codes: ContiguousArray<UInt32> = []
    private var text: ContiguousArray<UInt8> = []

    init(_ shared: GroupTable) {
        self.shared = shared
    }

    mutating func code(
        of record: borrowing RecordBuffer, fields: Range<Int>, cleaner: inout FieldCleaner
    ) -> UInt32 {
        text.removeAll(keepingCapacity: true)
        for index in fields {
            text.append(contentsOf: cleaner.clean(record.field(index)))
            text.append(GroupTable.separator)
        }
        let number = text.withUnsafeBufferPointer { seen.number(of: $0) }
        if number == codes.count {
            codes.append(text.withUnsafeBufferPointer { shared.code(of: $0) })
        }
        return codes[number]
    }
}
