/// What a draft shows to its reader, with the way back to its file.
///
///     file     今年<b>二季度</b>，受助职工９８.５８万人…
///     shown    今年   二季度    ，受助职工９８.５８万人…    what the reader sees
///     offsets  0 1   5 6 7 …                              where each character stands in the file
///
/// Of plain text all is shown as it stands, layout and all; of other formats, what their layout means.
///
/// - Shape: `shown`, `offsets` and `ends` have one element a character.
package struct DraftText: Sendable {
    /// More than any page, and little enough to be held at once, with all that is said of it.
    package static let byteLimit = 4 << 20
    /// More than any archive of a paper's pages, which are checked piece by piece.
    package static let fileLimit = 64 << 20
    /// How many figures of a draft are held at once.
    package static let figureLimit = 20_000

    package let name: String
    let format: DraftFormat
    /// The whole file.
    let source: [Unicode.Scalar]
    /// The offset in `source` of the first character of each line.
    private let lineStarts: [Int]
    private(set) var shown: [Unicode.Scalar] = []
    private var offsets: [Int] = []
    private var ends: [Int] = []
    /// The cells of its tables.
    var cells = Cells()
    /// What a format says beside the text.
    var marks = Marks()
    /// Where its first character stands in the file, both from 1.
    let start: Start
    /// Where marks were found last by `nextMark`.
    private var nextMarks: [Unicode.Scalar: Int] = [:]

    /// - Parameters:
    ///   - bytes: the file in UTF-8, with or without a byte-order mark.
    ///   - name: what messages call the file.
    ///   - start: of a piece, where it begins in the file.
    package init(
        _ bytes: [UInt8], name: String, format: DraftFormat, start: Start = Start()
    ) throws(DraftProblem) {
        guard bytes.count <= DraftText.byteLimit else { throw DraftProblem(kind: .tooLarge, lineNumber: nil) }
        self.name = name
        self.format = format
        self.start = start
        let decoded = try DraftText.decoded(bytes, start.lineNumber)
        source = decoded
        lineStarts = [0] + decoded.indices.filter { decoded[$0] == "\n" }.map { $0 + 1 }
        switch format {
        case .text: readPlain()
        case .markdown: try readMarkdown()
        case .html: try readHTML()
        }
        endCell()
    }

    private static func decoded(_ bytes: [UInt8], _ firstLine: Int) throws(DraftProblem) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(bytes.count)
        var lineNumber = firstLine
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...].makeIterator() : bytes[...].makeIterator()
        while true {
            switch parser.parseScalar(from: &rest) {
            case .emptyInput: return scalars
            case .error: throw DraftProblem(kind: .invalidText, lineNumber: lineNumber)
            case .valid(let encoded):
                let scalar = Unicode.UTF8.decode(encoded)
                if scalar == "\0" { throw DraftProblem(kind: .binary, lineNumber: lineNumber) }
                if scalar == "\n" { lineNumber += 1 }
                scalars.append(scalar)
            }
        }
    }

    /// Where a draft or a piece of it begins in its file: line and column, both from 1.
    package struct Start: Sendable, Hashable {
        package var lineNumber = 1
        package var columnNumber = 1

        package init() {}
    }

    /// What Markdown and HTML say of places in the shown text.
    struct Marks: Sendable {
        struct Heading: Sendable, Hashable {
            var place: Int
            /// From 1, the highest.
            var level: Int
        }

        var headings: [Heading] = []
        /// Before which a rule stands, or another article begins.
        var rules: [Int] = []
        /// Line ends within a paragraph.
        var softLineEnds: Set<Int> = []
    }

    // MARK: What the readers of formats use

    /// Shows one character of the file.
    mutating func show(at offset: Int) {
        show(source[offset], from: offset, to: offset + 1)
    }

    /// Shows a character for a part of the file: for an entity, or a line end.
    mutating func show(_ scalar: Unicode.Scalar, from offset: Int, to end: Int) {
        shown.append(scalar)
        offsets.append(offset)
        ends.append(end)
    }

    /// Ends a line (one line end) or a paragraph (two), once however often it is asked for.
    mutating func endLine(at offset: Int, isParagraph: Bool) {
        while shown.last == " " { removeLast() }
        let count = shown.reversed().prefix { $0 == "\n" }.count
        for _ in count..<max(count, isParagraph ? 2 : 1) { show("\n", from: offset, to: offset) }
    }

    /// Ends a line of a paragraph that goes on in the next one.
    mutating func endSoftLine(at offset: Int) {
        let isOpen = shown.last != "\n"
        endLine(at: offset, isParagraph: false)
        if isOpen { marks.softLineEnds.insert(shown.count - 1) }
    }

    /// Shows a blank for white space, once for all that stands in a row.
    mutating func showSpace(at offset: Int) {
        guard let last = shown.last, last != " ", last != "\n" else { return }
        show(" ", from: offset, to: offset + 1)
    }

    private mutating func removeLast() {
        shown.removeLast()
        offsets.removeLast()
        ends.removeLast()
    }

    /// Whether a text stands at a place of the file.
    func has(_ text: String, at offset: Int) -> Bool {
        offset < source.count && source[offset...].starts(with: text.unicodeScalars)
    }

    /// The offset at which a text stands next in the file.
    func next(_ text: String, from offset: Int) -> Int? {
        guard let first = text.unicodeScalars.first else { return nil }
        return (min(offset, source.count)..<source.count).first { source[$0] == first && has(text, at: $0) }
    }

    /// The offset at which a mark stands next in a line.
    ///
    /// - Complexity: linear in the file for all searches together: where the mark was found last is kept, or
    ///   else a line of marks that nothing closes would be gone through again for each.
    mutating func nextMark(_ mark: Unicode.Scalar, from offset: Int, lineEnd: Int) -> Int? {
        var found = nextMarks[mark] ?? -1
        if found < offset {
            found = (min(offset, source.count)..<source.count).first { source[$0] == mark } ?? source.count
            nextMarks[mark] = found
        }
        return found < lineEnd ? found : nil
    }

    // MARK: The way back

    /// The part of the file from which some shown characters come.
    func sourceRange(_ range: Range<Int>) -> Range<Int> {
        offsets[range.lowerBound]..<ends[range.upperBound - 1]
    }

    /// Line and column of a place in the file, both from 1; a column is a character.
    func place(_ offset: Int) -> (lineNumber: Int, columnNumber: Int) {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return (start.lineNumber + low, (low == 0 ? start.columnNumber : 1) + offset - lineStarts[low])
    }

    func lineNumber(_ offset: Int) -> Int { place(offset).lineNumber }

    /// The part of the file that is one line, without its line end.
    func line(_ lineNumber: Int) -> Range<Int> {
        let index = lineNumber - self.start.lineNumber
        let start = lineStarts[index]
        var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : source.count
        if end > start, source[end - 1] == "\r" { end -= 1 }
        return start..<end
    }

    func sourceText(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: source[range])
        return String(text)
    }

    func shownText(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: shown[range])
        return String(text)
    }
}

extension Unicode.Scalar {
    /// A Chinese character.
    var isHan: Bool {
        (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) || value == 0x3007
            || (0x20000...0x3FFFD).contains(value)
    }

    var isDigit: Bool { ("0"..."9").contains(self) }

    var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
