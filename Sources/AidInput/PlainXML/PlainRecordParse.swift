/// Parses one record a byte at a time, and says what of it is the record's shape.
///
/// It is the proof behind `PlainShapes`: a record is plain when this parse says so. It
/// knows start tags, end tags, attributes and text; with anything else, and in any doubt, the
/// record is not plain, and libxml2 has the say.
struct PlainRecordParse: ~Copyable {
    enum Outcome: Equatable {
        /// The first byte behind the record's last `>`.
        case plain(end: Int)
        case notPlain
        /// The bytes end before the record does.
        case incomplete
    }

    /// A literal part of the record and the text of any length behind it.
    struct Step {
        var literal: Range<Int>
        /// What ends the text: `<`, or the quote of an attribute.
        var terminator: UInt8
        /// The fields that want the text.
        var targets: [Int]
        /// Where in `keys` stands all that decides what may follow.
        var key: Range<Int>
        /// A bit for each field that was seen up to here.
        var seen: UInt64
    }

    /// White space between tags that is taken for a part of the shape.
    private static let literalSpaceLimit = 64
    private static let attributeLimit = 32

    private let scope: PlainXMLScope
    private var names: PlainXMLNames

    /// The record's shape, after `parse` with `learns`; the last step has no text behind it.
    private(set) var steps: ContiguousArray<Step> = []
    private(set) var keys: ContiguousArray<UInt8> = []
    private(set) var isLearning = false

    /// Elements open within the record, itself included: their names and states.
    private var openNames: ContiguousArray<Int> = []
    private var openStates: ContiguousArray<Int> = []
    /// Attributes of the start tag at hand.
    private var attributes: ContiguousArray<Int> = []
    /// A bit for each field that was seen in the record.
    private(set) var seen: UInt64 = 0
    private var literalStart = 0
    /// Whether the last tag was a start tag.
    private var isFreshlyOpen = false

    init(_ scope: PlainXMLScope) {
        self.scope = scope
        names = PlainXMLNames(scope)
    }

    /// - Parameters:
    ///   - start: where the record's `<` stands.
    ///   - fields: room for the record's spans, all empty.
    ///   - learns: whether to write down the shape.
    mutating func parse(
        _ bytes: ByteView, at start: Int, into fields: Room<FieldSpan>,
        learns: Bool
    ) -> Outcome {
        isLearning = learns
        steps.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        openNames.removeAll(keepingCapacity: true)
        openStates.removeAll(keepingCapacity: true)
        seen = 0
        literalStart = start
        var cursor = Cursor(bytes: bytes, at: start)
        do throws(Stop) {
            try startTag(&cursor, fields)
            while !openNames.isEmpty { try content(&cursor, fields) }
        } catch {
            return error == .notPlain ? .notPlain : .incomplete
        }
        endStep(at: cursor.at, terminator: 0, targets: [])
        return .plain(end: cursor.at)
    }

    /// Why a record is given up.
    private enum Stop: Error {
        case notPlain
        case incomplete
    }

    private struct Cursor {
        let bytes: ByteView
        var at: Int

        var byte: UInt8 {
            get throws(Stop) {
                guard at < bytes.count else { throw .incomplete }
                return bytes[at]
            }
        }

        mutating func skipSpace() throws(Stop) {
            while PlainRecordParse.isSpace(try byte) { at += 1 }
        }

        mutating func expect(_ wanted: UInt8) throws(Stop) {
            guard try byte == wanted else { throw .notPlain }
            at += 1
        }
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    // MARK: - Content

    /// Text, and the tag behind it.
    private mutating func content(
        _ cursor: inout Cursor, _ fields: Room<FieldSpan>
    ) throws(Stop) {
        let start = cursor.at
        let isBehindStartTag = isFreshlyOpen
        var isSpace = true
        while true {
            let byte = try cursor.byte
            if byte == UInt8(ascii: "<") { break }
            if byte == UInt8(ascii: "&") { throw .notPlain }
            if byte == UInt8(ascii: "]") { try refuseSectionEnd(cursor) }
            if !PlainRecordParse.isSpace(byte) { isSpace = false }
            cursor.at += 1
        }
        guard cursor.at + 1 < cursor.bytes.count else { throw .incomplete }
        let isEndTag = cursor.bytes[cursor.at + 1] == UInt8(ascii: "/")
        let isLeaf = isBehindStartTag && isEndTag
        let state = openStates[openStates.count - 1]
        let targets = state < 0 ? [] : scope.table.states[state].targets
        if !targets.isEmpty {
            // No element may stand in a field.
            guard isLeaf else { throw .notPlain }
            try setFields(targets, start..<cursor.at, cursor, fields)
        }
        if isLeaf || !isSpace || cursor.at - start > PlainRecordParse.literalSpaceLimit {
            endStep(at: start, terminator: UInt8(ascii: "<"), targets: targets)
            literalStart = cursor.at
        }
        if isEndTag { try endTag(&cursor) } else { try startTag(&cursor, fields) }
    }

    private func refuseSectionEnd(_ cursor: Cursor) throws(Stop) {
        guard cursor.at + 2 < cursor.bytes.count else { throw .incomplete }
        if cursor.bytes[cursor.at + 1] == UInt8(ascii: "]"), cursor.bytes[cursor.at + 2] == UInt8(ascii: ">") {
            throw .notPlain
        }
    }

    private mutating func endTag(_ cursor: inout Cursor) throws(Stop) {
        cursor.at += 2
        let name = try self.name(&cursor)
        guard names.isSame(openNames[openNames.count - 1], name) else { throw .notPlain }
        try cursor.skipSpace()
        try cursor.expect(UInt8(ascii: ">"))
        close()
    }

    private mutating func close() {
        openNames.removeLast()
        openStates.removeLast()
        isFreshlyOpen = false
    }

    // MARK: - Start tags

    private mutating func startTag(
        _ cursor: inout Cursor, _ fields: Room<FieldSpan>
    ) throws(Stop) {
        cursor.at += 1
        guard let number = names.number(of: try name(&cursor)) else { throw .notPlain }
        let state: Int
        if let parent = openStates.last {
            state = names.childState(number, of: parent)
        } else {
            state = number == 0 ? 0 : -2
        }
        // The root is open besides.
        guard state > -2, openNames.count < XMLLimits.depth - 1 else { throw .notPlain }
        openNames.append(number)
        openStates.append(state)
        isFreshlyOpen = true
        attributes.removeAll(keepingCapacity: true)
        while true {
            let start = cursor.at
            try cursor.skipSpace()
            switch try cursor.byte {
            case UInt8(ascii: ">"):
                cursor.at += 1
                return try markSeen(state)
            case UInt8(ascii: "/"):
                cursor.at += 1
                try cursor.expect(UInt8(ascii: ">"))
                try markSeen(state)
                return close()
            default:
                guard cursor.at > start else { throw .notPlain }
                try attribute(&cursor, of: state, fields)
            }
        }
    }

    /// The fields that want the element's own text have been seen, were it empty.
    private mutating func markSeen(_ state: Int) throws(Stop) {
        guard state >= 0 else { return }
        try markSeen(scope.table.states[state].targets)
    }

    private mutating func markSeen(_ targets: [PathTarget]) throws(Stop) {
        for target in targets {
            guard seen & 1 << UInt64(target.field) == 0 else { throw .notPlain }
            seen |= 1 << UInt64(target.field)
        }
    }

    private mutating func attribute(
        _ cursor: inout Cursor, of state: Int, _ fields: Room<FieldSpan>
    ) throws(Stop) {
        guard attributes.count < PlainRecordParse.attributeLimit,
            let number = names.number(of: try name(&cursor))
        else { throw .notPlain }
        let place = names.attributePlace(number, in: state)
        guard place > -2, !isAmongAttributes(number) else { throw .notPlain }
        attributes.append(number)
        try cursor.skipSpace()
        try cursor.expect(UInt8(ascii: "="))
        try cursor.skipSpace()
        let quote = try cursor.byte
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .notPlain }
        cursor.at += 1
        let start = cursor.at
        while true {
            let byte = try cursor.byte
            if byte == quote { break }
            // libxml2 makes blanks of line ends and tabs in values.
            if byte < 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { throw .notPlain }
            cursor.at += 1
        }
        let targets = place < 0 ? [] : scope.table.states[state].attributes[place].targets
        try markSeen(targets)
        try setFields(targets, start..<cursor.at, cursor, fields)
        endStep(at: start, terminator: quote, targets: targets)
        literalStart = cursor.at
        cursor.at += 1
    }

    private func isAmongAttributes(_ number: Int) -> Bool {
        for other in attributes where names.isSameAttribute(number, other) { return true }
        return false
    }

    // MARK: - Parts

    /// What stands where a name is due, up to what can only be behind one.
    private func name(_ cursor: inout Cursor) throws(Stop) -> ByteView {
        let start = cursor.at
        while true {
            let byte = try cursor.byte
            if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") {
                break
            }
            cursor.at += 1
            guard cursor.at - start <= PlainXMLNames.nameByteLimit else { throw .notPlain }
        }
        return cursor.bytes.part(start..<cursor.at)
    }

    private func setFields(
        _ targets: [PathTarget], _ text: Range<Int>, _ cursor: Cursor,
        _ fields: Room<FieldSpan>
    ) throws(Stop) {
        guard !targets.isEmpty else { return }
        // libxml2 would make a line feed of it.
        if cursor.bytes.part(text).contains(0x0D) { throw .notPlain }
        for target in targets { fields[target.field] = FieldSpan(text) }
    }

    // MARK: - The shape

    private mutating func endStep(at end: Int, terminator: UInt8, targets: [PathTarget]) {
        guard isLearning else { return }
        let keyStart = keys.count
        appendKey(terminator)
        steps.append(
            Step(
                literal: literalStart..<end, terminator: terminator, targets: targets.map(\.field),
                key: keyStart..<keys.count, seen: seen))
    }

    /// All that decides what may follow, and what it means: the elements that are open, the
    /// fields that were seen, and within a start tag its attributes. Of a record's end the fields alone are left.
    private mutating func appendKey(_ terminator: UInt8) {
        func append(_ number: Int) {
            keys.append(UInt8(truncatingIfNeeded: number))
            keys.append(UInt8(truncatingIfNeeded: number >> 8))
        }
        keys.append(terminator)
        for shift in stride(from: UInt64(0), to: 64, by: 8) { keys.append(UInt8(truncatingIfNeeded: seen >> shift)) }
        append(openNames.count)
        for name in openNames { append(name) }
        let isInTag = terminator != UInt8(ascii: "<") && terminator != 0
        if isInTag { for name in attributes { append(name) } }
    }
}
