import CScan

/// The structural bytes of a stretch of CSV, found 64 at a time.
///
///     bytes   │ a , b , c ⏎ d , e , f ⏎
///     marks   │   1   3   5   7   9   11        separators outside quotes
///     lines   │         2           5           which of the marks end lines
struct CSVMarks: ~Copyable {
    /// The first is no mark: there the place before a line is written, so that every cell lies between two.
    private let marks: OwnedRoom<UInt32>
    private let ends: OwnedRoom<UInt32>
    private var found = aid_csv_marks()

    /// - Parameter capacity: the longest stretch, in bytes.
    init(capacity: Int) {
        // The scanner writes in strokes of 64.
        marks = OwnedRoom(count: capacity + 65)
        ends = OwnedRoom(count: capacity + 64)
    }

    /// Marks a stretch that begins with a record, outside quotes.
    mutating func mark(_ bytes: PaddedBytes, from start: Int, delimiter: UInt8) {
        found.marks = marks.room.from(1).start
        found.lines = ends.room.start
        aid_mark_csv(bytes.start, start, bytes.count, delimiter, &found)
    }

    var lineCount: Int { found.line_count }
    var hasQuotes: Bool { found.has_quotes != 0 }
    /// Whether there are more line ends than those that are marked.
    var hasQuotedLineEnds: Bool { found.has_quoted_line_ends != 0 }
    var endsInQuotes: Bool { found.ends_in_quotes != 0 }

    /// Whether the quoting is in order up to a place.
    func isSound(before end: Int) -> Bool {
        // SIZE_MAX comes over as −1.
        let brokenAt = Int(found.broken_at)
        return brokenAt < 0 || brokenAt >= end
    }

    /// The lines that were marked; valid until a stretch is marked again.
    var lines: Lines { Lines(marks: marks.room, ends: ends.room) }

    struct Lines {
        fileprivate let marks: Room<UInt32>
        fileprivate let ends: Room<UInt32>

        /// The mark that ends a line.
        @inline(__always)
        func end(_ line: Int) -> Int { Int(ends[line]) }

        /// The place of a mark.
        @inline(__always)
        func place(_ mark: Int) -> Int { Int(marks[mark &+ 1]) }

        /// The cells of a line.
        ///
        /// The place before the line takes the place of the mark before its first, which ends the line before and is
        /// asked for no more.
        @inline(__always)
        func cells(from first: Int, count: Int, startingAt start: Int) -> LineCells {
            marks[first] = UInt32(truncatingIfNeeded: start &- 1)
            return LineCells(ends: marks.from(first, count: count &+ 1))
        }
    }

    /// Ends the last line where the file ends.
    mutating func endLine(at place: Int) {
        marks[found.mark_count + 1] = UInt32(place)
        ends[found.line_count] = UInt32(found.mark_count)
        found.mark_count += 1
        found.line_count += 1
    }
}
