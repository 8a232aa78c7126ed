import CScan

/// The structural bytes of a stretch of CSV, found 64 at a time.
///
///     bytes   │ a , b , c ⏎ d , e , f ⏎
///     marks   │   1   3   5   7   9   11        separators outside quotes
///     lines   │         2           5           which of the marks end lines
struct CSVMarks: ~Copyable {
    /// One more, before the first, is for whoever looks for fields between marks.
    private let marks: UnsafeMutablePointer<UInt32>
    private let lines: UnsafeMutablePointer<UInt32>
    private var found = aid_csv_marks()

    /// - Parameter capacity: the longest stretch, in bytes.
    init(capacity: Int) {
        // The scanner writes in strokes of 64.
        marks = UnsafeMutablePointer.allocate(capacity: capacity + 65) + 1
        lines = .allocate(capacity: capacity + 64)
    }

    deinit {
        (marks - 1).deallocate()
        lines.deallocate()
    }

    /// Marks a stretch that begins with a record, outside quotes.
    ///
    /// - Parameter bytes: 64 bytes behind `count` can be read.
    mutating func mark(_ bytes: UnsafePointer<UInt8>, from start: Int, count: Int, delimiter: UInt8) {
        found.marks = marks
        found.lines = lines
        aid_mark_csv(bytes, start, count, delimiter, &found)
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

    /// The place of a mark.
    @inline(__always)
    subscript(mark: Int) -> Int { Int(marks[mark]) }

    /// The mark that ends a line.
    @inline(__always)
    func lineEnd(_ line: Int) -> Int { Int(lines[line]) }

    /// The places of all marks; the one before the first can be written to, too.
    var places: UnsafeMutablePointer<UInt32> { marks }

    /// For each line the mark that ends it.
    var lineEnds: UnsafePointer<UInt32> { UnsafePointer(lines) }

    /// Ends the last line where the file ends.
    mutating func endLine(at place: Int) {
        marks[found.mark_count] = UInt32(place)
        lines[found.line_count] = UInt32(found.mark_count)
        found.mark_count += 1
        found.line_count += 1
    }
}
