import CScan

/// What marking finds, in the test's own terms.
struct Marks: Equatable {
    /// The separators outside quotes, up to the first break.
    var positions: [Int] = []
    /// The line ends, up to the first break, as indices of `positions`.
    var lines: [Int] = []
    var brokenAt: Int?
    var hasQuotes = false
    var endsInQuotes = false
    var hasQuotedLineEnds = false
}

/// The slow twin of marking: reads RFC 4180 a byte at a time, and stops where it is broken.
func slowMarks(_ bytes: [UInt8], from start: Int, delimiter: UInt8) -> Marks {
    enum State {
        case fieldStart, unquoted, quoted, closed, equals, guarded, guardClosed
    }
    let quote = UInt8(ascii: "\"")
    var marks = Marks()
    var state = State.fieldStart
    var index = start
    reading: while index < bytes.count {
        let byte = bytes[index]
        if state == .quoted {
            if byte == quote { state = .closed }
            index += 1
            continue
        }
        let isSeparator = byte == delimiter || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
        if state == .guarded, !isSeparator {
            if byte == quote { state = .guardClosed }
            index += 1
            continue
        }
        if state == .guarded || state == .guardClosed && !isSeparator {
            marks.brokenAt = index
            break
        }
        switch byte {
        case quote:
            switch state {
            case .fieldStart, .closed: state = .quoted
            case .equals: state = .guarded
            case .unquoted, .quoted, .guarded, .guardClosed:
                marks.brokenAt = index
                break reading
            }
        case delimiter:
            marks.positions.append(index)
            state = .fieldStart
        case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            marks.lines.append(marks.positions.count)
            marks.positions.append(index)
            state = .fieldStart
            if byte == UInt8(ascii: "\r"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") {
                index += 1
            }
        default:
            if state == .closed {
                marks.brokenAt = index
                break reading
            }
            state = state == .fieldStart && byte == UInt8(ascii: "=") ? .equals : .unquoted
        }
        index += 1
    }
    // All of the whole stretch, broken or not.
    let quoteCount = bytes[start...].count { $0 == quote }
    marks.hasQuotes = quoteCount > 0
    marks.endsInQuotes = quoteCount % 2 == 1
    var isInside = false
    for byte in bytes[start...] {
        if byte == quote { isInside.toggle() }
        if isInside, byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") { marks.hasQuotedLineEnds = true }
    }
    return marks
}

/// What a variant finds; marks behind the first break are left out, as they mean nothing.
func fastMarks(_ bytes: Padded, from start: Int, delimiter: UInt8, variant: Variant) -> Marks {
    bytes.withBytes { base, count in
        let room = count - start + 64
        // Entries that were never written would show.
        var positions = [UInt32](repeating: .max, count: room + 1)
        var lines = positions
        let result = positions.withUnsafeMutableBufferPointer { positions in
            lines.withUnsafeMutableBufferPointer { lines in
                var result = aid_csv_marks()
                result.marks = positions.baseAddress
                result.lines = lines.baseAddress
                aid_mark_csv_with(variant.number, base, start, count, delimiter, &result)
                return result
            }
        }
        precondition(positions[room] == .max && lines[room] == .max, "wrote past the room")
        var marks = Marks()
        marks.brokenAt = result.broken_at == Int(bitPattern: .max) ? nil : result.broken_at
        marks.hasQuotes = result.has_quotes == 1
        marks.endsInQuotes = result.ends_in_quotes == 1
        marks.hasQuotedLineEnds = result.has_quoted_line_ends == 1
        let end = marks.brokenAt ?? count
        marks.positions = positions[..<result.mark_count].map { Int($0) }
        marks.lines = lines[..<result.line_count].map { Int($0) }
        if marks.brokenAt != nil {
            marks.positions.removeAll { $0 >= end }
            marks.lines.removeAll { $0 >= marks.positions.count }
        }
        return marks
    }
}
