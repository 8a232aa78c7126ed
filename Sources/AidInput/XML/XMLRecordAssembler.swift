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
final class XMLRecordAssembler<Consumer: RecordConsumer & ~Copyable>: XMLEventSink {
    private let record: XMLNamePattern
    private let table: PathTable<XMLNamePattern>
    /// Valid as long as the parse; a later parse may go on with another one.
    var consumer: UnsafeMutablePointer<Consumer>
    /// Records before the next one.
    var recordCount = 0

    /// Elements open within the record, itself included; 0 outside of records.
    private var depth = 0
    /// The state of each open element of the record; -1 where nothing is wanted below.
    private var states: ContiguousArray<Int>
    /// Whether text now belongs to a field.
    private var isGathering = false
    private var textOffset = 0
    private var problem: RecordProblem?

    private var staged = RecordBuffer()
    private var stagedStart = 0
    /// Where each field stands in `staged`; nil: not seen in this record.
    private var slots: ContiguousArray<Range<Int>?>
    private var buffer = RecordBuffer()

    init(
        record: XMLNamePattern, table: PathTable<XMLNamePattern>, fieldCount: Int,
        consumer: UnsafeMutablePointer<Consumer>
    ) {
        self.record = record
        self.table = table
        self.consumer = consumer
        states = ContiguousArray(repeating: -1, count: XMLLimits.depth + 1)
        slots = ContiguousArray(repeating: nil, count: fieldCount)
    }

    func startElement(_ tag: XMLStartTag) {
        if depth == 0 {
            if record.matches(tag.name) { startRecord(tag) }
            return
        }
        depth += 1
        if problem != nil { return }
        let parent = states[depth - 1]
        if isGathering {
            return fail(.elementInField(name: table.states[parent].targets[0].path))
        }
        let state = child(of: parent, tag.name)
        states[depth] = state
        if state >= 0 {
            enter(state, tag)
        } else if record.matches(tag.name) {
            // Which of the two would be the record? Neither may be lost without a word.
            fail(.recordInRecord)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isGathering { stage(bytes) }
    }

    func endElement(endingAt end: Int) {
        if depth == 0 { return }
        if isGathering {
            isGathering = false
            endGathering(table.states[states[depth]].targets)
        }
        depth -= 1
        if depth == 0 { endRecord(end) }
    }

    // MARK: - Records

    private func startRecord(_ tag: XMLStartTag) {
        depth = 1
        textOffset = tag.textOffset
        states[1] = 0
        enter(0, tag)
    }

    private func endRecord(_ end: Int) {
        recordCount += 1
        if problem == nil, end - textOffset > XMLLimits.recordByteCount { problem = .recordTooLong }
        let place = RecordPlace(recordNumber: recordCount, lineNumber: nil, byteOffset: textOffset)
        if let problem {
            consumer.pointee.takeMalformed(problem, at: textOffset, place: place)
        } else {
            putInOrder()
            consumer.pointee.take(buffer, at: textOffset, place: place)
        }
        problem = nil
        staged.removeAll()
        for field in slots.indices { slots[field] = nil }
    }

    private func putInOrder() {
        buffer.removeAll()
        for slot in slots {
            if let slot, let start = staged.allBytes.baseAddress {
                buffer.append(start + slot.lowerBound, count: slot.count)
            }
            buffer.endField()
        }
    }

    private func fail(_ problem: RecordProblem) {
        self.problem = problem
        isGathering = false
    }

    // MARK: - Fields

    private func child(of parent: Int, _ name: XMLName) -> Int {
        if parent < 0 { return -1 }
        for (pattern, state) in table.states[parent].children where pattern.matches(name) { return state }
        return -1
    }

    /// Takes the wanted attributes of an element, and gets ready for its text.
    private func enter(_ state: Int, _ tag: XMLStartTag) {
        if !table.states[state].attributes.isEmpty { takeAttributes(state, tag) }
        if problem != nil || table.states[state].targets.isEmpty { return }
        for target in table.states[state].targets { markSeen(target) }
        stagedStart = staged.byteCount
        isGathering = problem == nil
    }

    private func takeAttributes(_ state: Int, _ tag: XMLStartTag) {
        for index in 0..<tag.attributeCount {
            guard let name = tag.attributeName(index),
                let wanted = table.states[state].attributes.first(where: { $0.name.matches(name) })
            else { continue }
            for target in wanted.targets { markSeen(target) }
            stagedStart = staged.byteCount
            tag.forEachPart(ofAttribute: index, stage)
            if problem != nil { return }
            endGathering(wanted.targets)
        }
    }

    private func markSeen(_ target: PathTarget) {
        if problem == nil, slots[target.field] != nil { fail(.fieldTwice(name: target.path)) }
        slots[target.field] = 0..<0
    }

    private func stage(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard problem == nil, let start = bytes.baseAddress else { return }
        if staged.byteCount - stagedStart + bytes.count > XMLLimits.fieldByteCount { return fail(.fieldTooLong) }
        staged.append(start, count: bytes.count)
    }

    private func endGathering(_ targets: [PathTarget]) {
        for target in targets { slots[target.field] = stagedStart..<staged.byteCount }
    }
}
