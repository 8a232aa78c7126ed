import AidModel

/// Makes records of events: finds the wanted elements by `PathTable`, gathers their text
/// as it comes, and puts it in the order of the fields when the record ends.
///
///     staged    │ 2 0 2 3 - 0 4 - 0 5 │ H Z 0 0 1 │          in the order of the file
///     slots       ▲ field 2             ▲ field 0             field 1 is absent
///     buffer    │ H Z 0 0 1 ││ 2 0 2 3 - 0 4 - 0 5 │          in the order of the fields
///
/// Once a record has a problem, nothing more of it is looked at but its end. All
/// buffers are used again for the next record.
///
/// It is told how to hand on a record, and not generic over who takes it: a method of a generic
/// class that is called dynamically is never compiled for the type at hand.
final class XMLRecordAssembler: XMLEventSink {
    /// Hands a record on; the buffer is valid during the call alone.
    typealias Taker = (borrowing RecordBuffer, _ textOffset: Int, RecordPlace) -> Void
    typealias ProblemTaker = (RecordProblem, _ textOffset: Int, RecordPlace) -> Void

    private let record: XMLNamePattern
    private let table: XMLPathTable
    /// Valid as long as the parse; a later parse may go on with others.
    var take: Taker
    var takeMalformed: ProblemTaker
    /// Records before the next one.
    var recordCount = 0

    /// Elements open within the record, itself included; 0 outside of records.
    private var depth = 0
    /// The state of each open element of the record; -1 where nothing is wanted below.
    ///
    /// Raw memory, as are the slots: an array of an object is kept book of at every access. At most
    /// `XMLLimits.depth` elements are open, since the parse stops there; fields are below the
    /// count that the table was made for.
    private let states = OwnedRoom(repeating: -1, count: XMLLimits.depth + 1)
    /// Whether text now belongs to a field.
    private var isGathering = false
    private var textOffset = 0
    private var problem: RecordProblem?
    private var hasProblem = false

    private var staged = RecordBuffer()
    private var stagedStart = 0
    /// Where each field stands in `staged`; from -1 on: not seen in this record.
    private let slotStarts: OwnedRoom<Int>
    private let slotEnds: OwnedRoom<Int>
    /// Records without a problem, and how many of them hold each field.
    private var soundCount = 0
    /// nil: nobody wants to know what stands outside of records.
    private var outside: MarksOutside?
    /// What stands around records and is a field of each; nil: nobody wants any of it.
    var around: AncestorValues? {
        didSet { if around?.isEmpty == true { around = nil } }
    }
    /// Elements that are called as a record is but for the case of letters.
    private var otherCaseCount = 0
    private let foundCounts: OwnedRoom<Int>
    private let fieldCount: Int
    private var buffer = RecordBuffer()

    init(
        record: XMLNamePattern, table: PathTable<XMLNamePattern>, fieldCount: Int, currency: Currency?,
        take: @escaping Taker, takeMalformed: @escaping ProblemTaker
    ) {
        outside = currency.map(MarksOutside.init)
        self.record = record
        self.table = XMLPathTable(table)
        self.take = take
        self.takeMalformed = takeMalformed
        self.fieldCount = fieldCount
        slotStarts = OwnedRoom(repeating: -1, count: fieldCount)
        slotEnds = OwnedRoom(repeating: -1, count: fieldCount)
        foundCounts = OwnedRoom(repeating: 0, count: fieldCount)
    }

    /// In how many records each field was found; from now on it is counted anew.
    func takeFound() -> FoundFields {
        defer {
            soundCount = 0
            otherCaseCount = 0
            for field in 0..<fieldCount { foundCounts[field] = 0 }
        }
        return FoundFields(
            recordCount: soundCount, counts: Array(foundCounts.room), otherCaseCount: otherCaseCount,
            marksOutside: outside?.take() ?? [])
    }

    override func startElement(_ tag: XMLStartTag) {
        if depth == 0 {
            if record.matches(tag.name) {
                startRecord(tag)
            } else {
                if record.isOtherCase(of: tag.name) { otherCaseCount += 1 }
                outside?.start(tag)
                around?.start(tag)
            }
            return
        }
        depth += 1
        if hasProblem { return }
        let parent = states[depth - 1]
        if isGathering {
            guard table.targets(of: parent).allSatisfy(table.isMark) else {
                return fail(.elementInField(name: table.targetPath(of: parent)))
            }
            isGathering = false
        }
        let state = table.child(of: parent, tag.name)
        states[depth] = state
        if state >= 0 {
            enter(state, tag)
        } else if record.matches(tag.name) {
            // Which of the two would be the record? Neither may be lost without a word.
            fail(.recordInRecord)
        }
    }

    override func text(_ bytes: ByteView) {
        if isGathering {
            stage(bytes)
        } else if depth == 0 {
            outside?.add(bytes)
            around?.add(bytes)
        }
    }

    override func endElement(endingAt end: Int) {
        if depth == 0 {
            outside?.end()
            around?.end()
            return
        }
        if isGathering {
            isGathering = false
            endGathering(table.targets(of: states[depth]))
        }
        depth -= 1
        if depth == 0 { endRecord(end) }
    }

    // MARK: - Records

    private func startRecord(_ tag: XMLStartTag) {
        depth = 1
        textOffset = tag.textOffset
        states[1] = 0
        around?.forEach(takeAround)
        enter(0, tag)
    }

    private func endRecord(_ end: Int) {
        recordCount += 1
        if !hasProblem, end - textOffset > XMLLimits.recordByteCount { fail(.recordTooLong) }
        let place = RecordPlace(recordNumber: recordCount, lineNumber: nil, byteOffset: textOffset)
        if let problem {
            takeMalformed(problem, textOffset, place)
            self.problem = nil
            hasProblem = false
        } else {
            soundCount += 1
            for field in 0..<fieldCount where slotStarts[field] >= 0 { foundCounts[field] += 1 }
            putInOrder()
            take(buffer, textOffset, place)
        }
        staged.removeAll()
        for field in 0..<fieldCount { slotStarts[field] = -1 }
    }

    private func putInOrder() {
        buffer.removeAll()
        for field in 0..<fieldCount {
            let start = slotStarts[field]
            if start >= 0 { buffer.append(staged.bytes(start..<slotEnds[field])) }
            buffer.endField()
        }
    }

    private func fail(_ problem: RecordProblem) {
        self.problem = problem
        hasProblem = true
        isGathering = false
    }

    // MARK: - Fields

    /// Takes the wanted attributes of an element, and gets ready for its text.
    private func enter(_ state: Int, _ tag: XMLStartTag) {
        if tag.attributeCount > 0, table.wantsAttributes(of: state) { takeAttributes(state, tag) }
        let targets = table.targets(of: state)
        if hasProblem || targets.isEmpty { return }
        markSeen(targets)
        stagedStart = staged.byteCount
        isGathering = !hasProblem
    }

    private func takeAttributes(_ state: Int, _ tag: XMLStartTag) {
        for index in 0..<tag.attributeCount {
            guard let name = tag.attributeName(index), let wanted = table.attributeTargets(of: state, name)
            else { continue }
            markSeen(wanted)
            stagedStart = staged.byteCount
            tag.forEachPart(ofAttribute: index, stage)
            if hasProblem { return }
            endGathering(wanted)
        }
    }

    /// Takes a value that stands around the record.
    private func takeAround(_ field: Int, _ path: ElementPath, _ value: [UInt8]) {
        if hasProblem { return }
        if slotStarts[field] >= 0 { return fail(.fieldTwice(name: path.description)) }
        stagedStart = staged.byteCount
        value.withByteView(stage)
        slotStarts[field] = stagedStart
        slotEnds[field] = staged.byteCount
    }

    private func markSeen(_ targets: Range<Int>) {
        for target in targets {
            let field = table.field(target)
            let isSeen = slotStarts[field] >= 0
            if isSeen, !hasProblem, !table.isMark(target) { fail(.fieldTwice(name: table.path(target))) }
            slotStarts[field] = 0
            slotEnds[field] = 0
        }
    }

    private func stage(_ bytes: ByteView) {
        guard !hasProblem else { return }
        if staged.byteCount - stagedStart + bytes.count > XMLLimits.fieldByteCount { return fail(.fieldTooLong) }
        staged.append(bytes)
    }

    private func endGathering(_ targets: Range<Int>) {
        for target in targets {
            let field = table.field(target)
            slotStarts[field] = stagedStart
            slotEnds[field] = staged.byteCount
        }
    }
}
