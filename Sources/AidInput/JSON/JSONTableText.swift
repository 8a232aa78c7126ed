import AidModel

/// The records of a file of JSON as the text of CSV: a header of paths, then a line for each record.
///
/// Strings come without their escapes, numbers as they stand, `null` and what is missing as nothing. A line end within a
/// value becomes a blank, so that record N stands in line N + 1.
final class JSONTableText: TextSource {
    let name: String
    private let tokens: JSONTokens
    private let records: JSONSurvey.Records
    private var columns = InternTable()
    /// Where the value of each column is in `values`; empty where a record has none.
    private var spans: [Range<Int>]
    private var values: ContiguousArray<UInt8> = []
    private var path: ContiguousArray<UInt8> = []
    /// Text that is not handed out yet.
    private var line: ContiguousArray<UInt8> = []
    private var lineStart = 0
    private var isInList = false
    private var isAtEnd = false

    init(_ source: any TextSource, _ survey: JSONSurvey) {
        name = source.name
        tokens = JSONTokens(source)
        records = survey.records
        spans = survey.columns.map { _ in 0..<0 }
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

    /// Writes the line of the next record; false: there is none.
    private func nextRecord() throws(InputError) -> Bool {
        if case .list(let path) = records, !isInList, !isAtEnd { try enter(path) }
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
        for index in spans.indices { spans[index] = 0..<0 }
        path.removeAll(keepingCapacity: true)
        try takeMembers()
        for span in spans { append(values[span]) }
        endLine()
        return true
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

    private func takeMembers() throws(InputError) {
        while try tokens.next() == .key {
            let outside = path.count
            path.append(contentsOf: tokens.text)
            let token = try tokens.next()
            switch token {
            case .beginObject:
                path.append(UInt8(ascii: "/"))
                try takeMembers()
            case .beginArray: try tokens.skip(token)
            case .string, .number: take(tokens.text)
            case .true: take("true".utf8)
            case .false: take("false".utf8)
            default: break
            }
            path.removeLast(path.count - outside)
        }
    }

    private func take(_ value: some Collection<UInt8>) {
        guard let column = path.withByteView({ columns.known($0.buffer) }) else { return }
        let start = values.count
        values.append(contentsOf: value)
        spans[column] = start..<values.count
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
