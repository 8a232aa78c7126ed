import AidModel

/// The records of a file of JSON as the text of CSV: a header of paths, then a line for each record.
///
/// Records that lie in an array of other records have the values of these, too, as `../name`, wherever they stand in
/// them.
///
/// Strings come without their escapes, numbers as they stand, `null` and what is missing as nothing. A line end within a
/// value becomes a blank, so that record N stands in line N + 1.
final class JSONTableText: TextSource {
    let name: String
    private let tokens: JSONTokens
    private let records: JSONSurvey.Records
    private var columns = InternTable()
    /// The paths of the arrays that lie in one another below the first one: of each in the records of the one before.
    private let inner: [[UInt8]]
    /// How many columns there are.
    private let width: Int
    /// For each level, where the value of each column is in `values`; empty where its record has none.
    private var spans: [[Range<Int>]]
    /// The same of all lines that the record of the first array makes, one behind the other.
    private var rows: [Range<Int>] = []
    private var values: ContiguousArray<UInt8> = []
    private var path: ContiguousArray<UInt8> = []
    /// Text that is not handed out yet.
    private var line: ContiguousArray<UInt8> = []
    private var lineStart = 0
    private var isInList = false
    private var isAtEnd = false

    /// The most that a record of the first array may hold, with all that lies in it.
    private static let recordLimit = 64 << 20

    init(_ source: any TextSource, _ survey: JSONSurvey) {
        name = source.name
        tokens = JSONTokens(source)
        records = survey.records
        inner =
            if case .list(let levels) = survey.records {
                levels.dropFirst().map { Array($0.joined(separator: "/").utf8) }
            } else {
                []
            }
        width = survey.columns.count
        spans = Array(repeating: survey.columns.map { _ in 0..<0 }, count: inner.count + 1)
        for column in survey.columns {
            _ = Array(column.utf8).withByteView { columns.number(of: $0.buffer) }
            append(Array(column.utf8)[...])
        }
        endLine()
    }

    func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        while lineStart == line.count {
            line.removeAll(keepingCapacity: true)
            lineStart = 0
            guard try nextRecord() else { return 0 }
        }
        let count = min(buffer.count, line.count - lineStart)
        line[lineStart..<lineStart + count].withByteView(buffer.copy)
        lineStart += count
        return count
    }

    /// Writes the lines of the next record of the first array; false: there is none.
    private func nextRecord() throws(InputError) -> Bool {
        if case .list(let levels) = records, !isInList, !isAtEnd { try enter(levels.first ?? []) }
        guard !isAtEnd else { return false }
        switch try tokens.next() {
        case .beginObject: break
        case .endArray, .end:
            isAtEnd = true
            // The rest must be JSON, too.
            while try tokens.next() != .end {}
            return false
        default: throw tokens.refused(.noObject)
        }
        values.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        try takeRecord(0)
        for start in stride(from: 0, to: rows.count, by: max(width, 1)) {
            for span in rows[start..<start + width] { append(values[span]) }
            endLine()
        }
        // A record without any column still is one.
        if width == 0 { endLine() }
        return true
    }

    /// Takes the rest of a record: its line, or those of what lies in it, which have its values, too.
    ///
    /// - Parameter level: how many arrays it lies in, but for the first.
    private func takeRecord(_ level: Int) throws(InputError) {
        let firstRow = rows.count
        for index in spans[level].indices { spans[level][index] = 0..<0 }
        path.removeAll(keepingCapacity: true)
        for _ in level..<inner.count { path.append(contentsOf: "../".utf8) }
        try takeMembers(level, pathStart: path.count)
        guard level < inner.count else {
            rows += spans[level]
            return
        }
        guard values.count + rows.count * MemoryLayout<Range<Int>>.size <= JSONTableText.recordLimit else {
            throw tokens.refused(.recordTooLarge(limit: JSONTableText.recordLimit))
        }
        for column in spans[level].indices where !spans[level][column].isEmpty {
            for row in stride(from: firstRow, to: rows.count, by: width) { rows[row + column] = spans[level][column] }
        }
    }

    /// Takes the records of an array that lies in a record.
    private func takeList(_ level: Int) throws(InputError) {
        let outside = path
        while true {
            let token = try tokens.next()
            switch token {
            case .endArray:
                path = outside
                return
            case .beginObject: try takeRecord(level)
            default: throw tokens.refused(.noObject)
            }
        }
    }

    /// Goes to the array of records.
    private func enter(_ names: [String]) throws(InputError) {
        isInList = true
        var token = try tokens.next()
        for name in names {
            while true {
                guard token == .beginObject || token == .key, try tokens.next() == .key else {
                    throw tokens.refused(.noRecords)
                }
                let isIt = tokens.text.elementsEqual(name.utf8)
                token = try tokens.next()
                if isIt { break }
                try tokens.skip(token)
                token = .key
            }
        }
        guard token == .beginArray else { throw tokens.refused(.noRecords) }
    }

    /// - Parameter pathStart: where the path of the member begins in the record, behind what leads up to it.
    private func takeMembers(_ level: Int, pathStart: Int) throws(InputError) {
        while try tokens.next() == .key {
            let outside = path.count
            path.append(contentsOf: tokens.text)
            let token = try tokens.next()
            switch token {
            case .beginObject:
                path.append(UInt8(ascii: "/"))
                try takeMembers(level, pathStart: pathStart)
            case .beginArray:
                if level < inner.count, path[pathStart...].elementsEqual(inner[level]) {
                    try takeList(level + 1)
                } else {
                    try tokens.skip(token)
                }
            case .string, .number: take(tokens.text, level)
            case .true: take("true".utf8, level)
            case .false: take("false".utf8, level)
            default: break
            }
            path.removeLast(path.count - outside)
        }
    }

    private func take(_ value: some Collection<UInt8>, _ level: Int) {
        guard let column = path.withByteView({ columns.known($0.buffer) }) else { return }
        let start = values.count
        values.append(contentsOf: value)
        spans[level][column] = start..<values.count
    }

    /// Writes a value and a comma, in quotes where it must be.
    private func append(_ value: some Collection<UInt8>) {
        let mustBeQuoted = value.contains { [0x0A, 0x0D, UInt8(ascii: "\""), UInt8(ascii: ",")].contains($0) }
        guard mustBeQuoted else {
            line.append(contentsOf: value)
            line.append(UInt8(ascii: ","))
            return
        }
        line.append(UInt8(ascii: "\""))
        for byte in value {
            switch byte {
            case 0x0A, 0x0D: line.append(0x20)
            case UInt8(ascii: "\""):
                line.append(byte)
                line.append(byte)
            default: line.append(byte)
            }
        }
        line.append(UInt8(ascii: "\""))
        line.append(UInt8(ascii: ","))
    }

    private func endLine() {
        if line.last == UInt8(ascii: ",") { line.removeLast() }
        line.append(0x0A)
    }
}
