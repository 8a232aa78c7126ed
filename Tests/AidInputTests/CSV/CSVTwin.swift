import AidModel

@testable import AidInput

/// The slow, obvious twin of the CSV reader: a character at a time over the whole text, from the
/// rules as they are written. It knows no pieces, and no record may reach 1 MiB.
struct CSVTwin {
    private let text: [UInt8]
    private let delimiter: UInt8

    static func read(_ text: [UInt8], delimiter: UInt8 = UInt8(ascii: ","), hasHeader: Bool = false) -> CSVReading {
        CSVTwin(text: text, delimiter: delimiter).reading(hasHeader: hasHeader)
    }

    private enum Parsed {
        case record([[UInt8]], end: Int)
        case broken(RecordProblem)
    }

    private func reading(hasHeader: Bool) -> CSVReading {
        var reading = CSVReading()
        var position = 0
        var recordNumber = 0
        var expected: Int?
        while position < text.count {
            if let next = afterLineEnd(position) {
                position = next  // A blank line.
                continue
            }
            recordNumber += 1
            let start = position
            var place = RecordPlace(recordNumber: recordNumber, lineNumber: lineNumber(at: start), byteOffset: start)
            var problem: RecordProblem?
            var found: [[UInt8]] = []
            switch parse(start) {
            case .broken(let brokenProblem):
                problem = brokenProblem
                position = endOfLine(start)
            case .record(let fields, let end):
                position = end
                found = fields
                if let invalid = firstInvalid(start..<end) {
                    place.byteOffset = invalid
                    problem = .invalidBytes(textOffset: invalid)
                } else if let expected, let lineCount = swallowedLines(fields, columnCount: expected) {
                    problem = .swallowedLines(count: lineCount)
                } else if let expected, fields.count != expected {
                    problem = .fieldCount(found: fields.count, expected: expected)
                }
            }
            if hasHeader, expected == nil {
                if let problem {
                    reading.error = refusal(problem, line: place.lineNumber)
                    return reading
                }
                reading.header = found.map { FieldCleanerOracle.clean($0) }
                expected = found.count
                recordNumber = 0
            } else if let problem {
                reading.entries.append(.malformed(problem, textOffset: start, place: place))
            } else {
                reading.entries.append(.record(found, textOffset: start, place: place))
            }
        }
        if hasHeader, expected == nil { reading.error = emptyFile }
        return reading
    }

    private func byte(_ position: Int) -> Character? {
        position < text.count ? Character(Unicode.Scalar(text[position])) : nil
    }

    /// Where the next line begins, if a line end stands here: LF, CRLF or CR.
    private func afterLineEnd(_ position: Int) -> Int? {
        guard position < text.count else { return nil }
        if text[position] == 0x0A { return position + 1 }
        guard text[position] == 0x0D else { return nil }
        return position + 1 < text.count && text[position + 1] == 0x0A ? position + 2 : position + 1
    }

    private func endOfLine(_ start: Int) -> Int {
        var position = start
        while position < text.count {
            if let next = afterLineEnd(position) { return next }
            position += 1
        }
        return position
    }

    /// One more than the line ends before.
    private func lineNumber(at end: Int) -> Int {
        var number = 1
        var position = 0
        while position < end {
            if let next = afterLineEnd(position) {
                number += 1
                position = next
            } else {
                position += 1
            }
        }
        return number
    }

    /// A byte-order mark within the file, before a quote or a text guard, is no part of the record.
    private func markLength(_ start: Int) -> Int {
        let begin = text[start...].prefix(5)
        return begin.starts(with: Array("\u{FEFF}\"".utf8)) || begin.elementsEqual("\u{FEFF}=\"".utf8) ? 3 : 0
    }

    private func parse(_ start: Int) -> Parsed {
        let separator = Character(Unicode.Scalar(delimiter))
        var fields: [[UInt8]] = []
        var position = start + markLength(start)
        while true {
            var field: [UInt8] = []
            if byte(position) == "\"" {
                position += 1
                while true {
                    guard let next = byte(position) else { return .broken(.unclosedQuote) }
                    if next == "\"" {
                        guard byte(position + 1) == "\"" else { break }
                        position += 1
                    }
                    field.append(text[position])
                    position += 1
                }
                position += 1
                if let next = byte(position), next != separator, next != "\n", next != "\r" {
                    return .broken(.textAfterQuote)
                }
            } else {
                while let next = byte(position), next != separator, next != "\n", next != "\r" {
                    field.append(text[position])
                    position += 1
                }
                let shown = field.map { Character(Unicode.Scalar($0)) }
                let isGuard =
                    shown.starts(with: ["=", "\""]) && shown.last == "\"" && shown.count { $0 == "\"" } == 2
                if shown.contains("\""), !isGuard { return .broken(.strayQuote) }
            }
            fields.append(field)
            guard byte(position) == separator else {
                return .record(fields, end: afterLineEnd(position) ?? text.count)
            }
            position += 1
        }
    }

    /// How many lines a record reaches over in whose quotes other records lie: a whole line within a field has as many
    /// delimiters as a record, or the field is the end of one record and the beginning of the next.
    private func swallowedLines(_ fields: [[UInt8]], columnCount: Int) -> Int? {
        guard columnCount >= 3 else { return nil }
        let separator = Character(Unicode.Scalar(delimiter))
        let delimiterCount = columnCount - 1
        // `\r\n` is one character, and a line end.
        let lines = fields.map { field in
            String(String.UnicodeScalarView(field.map { Unicode.Scalar($0) }))
                .split(omittingEmptySubsequences: false) { ["\n", "\r", "\r\n"].contains($0) }
                .map { line in line.count { $0 == separator } }
        }
        let hasRecord = lines.enumerated().contains { place, counts in
            guard counts.count > 1, let first = counts.first, let last = counts.last else { return false }
            let isRestAndBeginning =
                place + first == delimiterCount && last + fields.count - 1 - place == delimiterCount
            return isRestAndBeginning || counts.dropFirst().dropLast().contains(delimiterCount)
        }
        return hasRecord ? 1 + lines.reduce(0) { $0 + $1.count - 1 } : nil
    }

    /// By the standard library's decoder.
    private func firstInvalid(_ range: Range<Int>) -> Int? {
        var decoder = UTF8()
        var bytes = text[range].makeIterator()
        var position = range.lowerBound
        while true {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar): position += String(scalar).utf8.count
            case .emptyInput: return nil
            case .error: return position
            }
        }
    }

    private func refusal(_ problem: RecordProblem, line: Int?) -> InputError {
        InputError(problem: .brokenHeader(problem), file: "export.csv", lineNumber: line)
    }

    private var emptyFile: InputError { InputError(problem: .noHeader, file: "export.csv") }
}

/// Cleans the few things that occur in headers of these tests.
enum FieldCleanerOracle {
    static func clean(_ field: [UInt8]) -> String {
        func trimmed(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
            func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
            return text.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        }
        let visible = String(decoding: field, as: UTF8.self).unicodeScalars.filter {
            $0.properties.generalCategory != .control && !$0.properties.isDefaultIgnorableCodePoint
        }
        var text = trimmed(Array(visible))
        if text.starts(with: ["=", "\""]), text.last == "\"", text.count >= 3 {
            text = trimmed(Array(text[2..<text.count - 1]))
        }
        if text.first == "'" { text = trimmed(Array(text[1...])) }
        var string = String.UnicodeScalarView()
        string.append(contentsOf: text)
        return String(string)
    }
}
