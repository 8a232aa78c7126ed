/// A punctuation mark of full width, as Chinese input methods type it, and what YAML takes in its place.
struct FullWidthMark: Sendable, Hashable {
    let scalar: Unicode.Scalar
    /// With the space that must follow it.
    let meant: String

    /// nil: it is none.
    init?(_ scalar: Unicode.Scalar) {
        guard let meant = FullWidthMark.table[scalar] else { return nil }
        self.scalar = scalar
        self.meant = meant
    }

    /// Whether a text that begins with it was to begin with a quotation mark, a bracket or the hyphen of a list.
    var isOpening: Bool { "“‘「『【［｛〔＂＇－".unicodeScalars.contains(scalar) }
    var isComma: Bool { "，、".unicodeScalars.contains(scalar) }
    var isColon: Bool { "：﹕".unicodeScalars.contains(scalar) }
    var isSpace: Bool { meant == " " }

    private static let table: [Unicode.Scalar: String] = [
        "：": ": ", "﹕": ": ", "，": ", ", "、": ", ", "“": "\"", "”": "\"", "＂": "\"", "「": "\"", "」": "\"", "『": "\"",
        "』": "\"", "‘": "'", "’": "'", "＇": "'", "【": "[", "】": "]", "［": "[", "］": "]", "〔": "[", "〕": "]", "｛": "{",
        "｝": "}", "＃": "#", "－": "- ", "—": "- ", "–": "- ", "\u{3000}": " ", "\u{A0}": " ",
    ]
}

/// Finds marks of full width that stand where YAML needs one of ASCII.
///
/// Within a text they are as good as any other character, so a mark is to blame for a file that is no YAML only where
/// the file gets further with the mark exchanged.
struct FullWidthMarks {
    struct Found: Sendable, Hashable {
        let mark: FullWidthMark
        let place: Place
    }

    /// How far before the place of a syntax error the mark may stand.
    private static let lineReach = 6
    /// How many marks of a line are tried each by itself.
    private static let triedAlone = 8
    /// How many marks are told.
    private static let limit = 20
    /// Longer files are parsed too slowly to be tried again and again.
    private static let sizeLimit = 1 << 16

    /// The marks that keep a text from being YAML; empty: it is something else.
    ///
    /// - Parameter progress: how far a text can be read: the line of its first syntax error; nil: to its end.
    static func toBlame(in text: String, progress: (String) -> Int?) -> [Found] {
        guard text.utf8.count <= sizeLimit else { return [] }
        var lines = Lines(text)
        var told: [Found] = []
        while told.count < limit, let line = progress(lines.text) {
            guard let culprits = culprits(in: lines, before: line, progress: progress) else { break }
            told += culprits
            lines.exchange(culprits)
        }
        return told.sorted { $0.place < $1.place }
    }

    /// The first mark of every line that seems to stand behind a key.
    static func colons(in text: String) -> [Found] {
        let lines = Lines(text)
        return Array(
            (1...lines.count).compactMap { line in lines.marks(on: line).first { $0.mark.isColon } }.prefix(limit))
    }

    private static func culprits(in lines: Lines, before error: Int, progress: (String) -> Int?) -> [Found]? {
        func isBetter(_ marks: [Found]) -> Bool {
            var tried = lines
            tried.exchange(marks)
            return progress(tried.text).map { $0 > error } ?? true
        }
        let last = min(error, lines.count)
        let near = stride(from: last, through: max(1, last - lineReach), by: -1).map(lines.marks)
        for marks in near {
            if let one = marks.prefix(triedAlone).first(where: { isBetter([$0]) }) { return [one] }
            if marks.count > 1, isBetter(marks) { return marks }
        }
        let all = Array(near.joined())
        return !all.isEmpty && isBetter(all) ? all : nil
    }
}

/// The lines of a file, in which marks can be exchanged.
private struct Lines {
    private var lines: [[Unicode.Scalar]]
    /// By line and column as they were.
    private var exchanged: [Place: String] = [:]

    init(_ text: String) {
        lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }.map(Array.init)
    }

    var count: Int { lines.count }

    var text: String {
        var text = String.UnicodeScalarView()
        for (index, line) in lines.enumerated() {
            if index > 0 { text.append("\n") }
            for (offset, scalar) in line.enumerated() {
                if let meant = exchanged[Place(line: index + 1, column: offset + 1)] {
                    text.append(contentsOf: meant.unicodeScalars)
                } else {
                    text.append(scalar)
                }
            }
        }
        return String(text)
    }

    mutating func exchange(_ found: [FullWidthMarks.Found]) {
        for found in found { exchanged[found.place] = found.mark.meant }
    }

    /// Those outside of quotes and comments that were not exchanged yet.
    func marks(on line: Int) -> [FullWidthMarks.Found] {
        var found: [FullWidthMarks.Found] = []
        var quote: Unicode.Scalar?
        var previous: Unicode.Scalar = " "
        for (offset, scalar) in lines[line - 1].enumerated() {
            defer { previous = scalar }
            if let open = quote {
                if scalar == open { quote = nil }
                continue
            }
            let isStart = " \t[{,:-".unicodeScalars.contains(previous) || FullWidthMark(previous) != nil
            if isStart, scalar == "\"" || scalar == "'" { quote = scalar }
            if scalar == "#", previous == " " || previous == "\t" { break }
            let place = Place(line: line, column: offset + 1)
            if let mark = FullWidthMark(scalar), exchanged[place] == nil {
                found.append(FullWidthMarks.Found(mark: mark, place: place))
            }
        }
        return found
    }
}
