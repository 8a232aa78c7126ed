import CScan

/// Tells of a line whether it is written in the encoding of its file, or in the other one of UTF-8 and GB18030.
///
/// Some text is valid in both: 上海 in UTF-8 reads as 涓婃捣 in GB18030. Then both readings are weighed. Fields are looked
/// at one by one, for one of them may come from elsewhere; they are told apart by bytes that are never part of a
/// character, a comma as well as a blank.
struct EncodingJudge {
    /// By how many bits the reading in the file's encoding must be the worse, to be called wrong. Chance reaches that
    /// once in a million lines that are valid in both encodings, which few are.
    static let margin = 20
    /// The same in a file that is known to be mixed.
    static let marginInMixedFiles = 8

    enum Verdict {
        /// Nothing but ASCII, or nothing that tells.
        case silent
        case own
        /// Clearly in the other encoding; maybe not even valid in the file's.
        case other
        /// It would have to be weighed, and the system's converter cannot be opened.
        case unknowable
    }

    /// nil: the system's converter cannot be opened. Lines that need no weighing are told all the same.
    private let weights: CharacterWeights?
    private let isUTF8: Bool

    /// - Parameter encoding: the file's; nil is returned for UTF-16, which is never mistaken.
    init?(_ encoding: TextEncoding, weights: CharacterWeights? = .shared) {
        guard !encoding.isUTF16 else { return nil }
        self.weights = weights
        isUTF8 = encoding == .utf8
    }

    /// What the fields of a line amount to.
    private struct Sum {
        /// By how many bits the file's own reading is the worse, over fields that are valid in both.
        var excess = 0
        var hasText = false
        var isValid = true
        var isValidElsewhere = true
        var elsewhere = TextWeight()
    }

    private func sum(_ line: ByteView, _ weights: CharacterWeights) -> Sum {
        var sum = Sum()
        var scripts = ScriptSet()
        var position = 0
        while true {
            position += UTF8Check.asciiPrefix(line.from(position))
            guard position < line.count else { return sum }
            let start = position
            while position < line.count, !EncodingJudge.endsField(line[position]) { position += 1 }
            let field = line.part(start..<position)
            sum.hasText = true
            let utf8 = weights.asUTF8(field, &scripts)
            let gb18030 = weights.asGB18030(field)
            let (own, other) = isUTF8 ? (utf8, gb18030) : (gb18030, utf8)
            if let own, let other, isUTF8 ? own.hasLetters : EncodingJudge.beginsHanzi(field[0]) {
                sum.excess += own.bits - other.bits
            }
            if own == nil { sum.isValid = false }
            if let other {
                sum.elsewhere += other
            } else {
                sum.isValidElsewhere = false
            }
        }
    }

    /// Whether a byte of UTF-8 begins a hanzi, or a sign that stands beside hanzi. Where GB18030 is in question nothing
    /// else is taken for UTF-8, nor are hanzi in UTF-8 taken for GB18030; `EncodingScan` counts on both.
    @inline(__always)
    private static func beginsHanzi(_ byte: UInt8) -> Bool { (0xE2...0xEF).contains(byte) }

    /// Bytes that stand for themselves in either encoding, wherever they stand.
    @inline(__always)
    private static func endsField(_ byte: UInt8) -> Bool {
        byte < 0x30 || (0x3A...0x3F).contains(byte)
    }

    /// Whether some text holds the bytes that any line in the other encoding must hold, if it is valid in the file's.
    /// Hardly a line does, and looking for them costs next to nothing beside weighing the line.
    private func mayBeForeign(_ text: ByteView) -> Bool {
        let place =
            isUTF8 ? aid_find_letter(text.start, 0, text.count) : aid_find_hanzi(text.start, 0, text.count)
        return place < text.count
    }

    private func isValid(_ line: ByteView) -> Bool {
        if isUTF8 { return UTF8Check.firstInvalid(line) == nil }
        var found = aid_gb18030_findings()
        return weights?.table.isValid(line, &found) ?? false
    }

    /// What a whole line is, be it valid or not.
    func verdict(_ line: ByteView) -> Verdict {
        if UTF8Check.asciiPrefix(line) == line.count { return .silent }
        if !mayBeForeign(line), isValid(line) { return .own }
        return weighedVerdict(line)
    }

    /// The verdict by weighing every field.
    func weighedVerdict(_ line: ByteView) -> Verdict {
        guard let weights else { return .unknowable }
        let sum = sum(line, weights)
        guard sum.hasText else { return .silent }
        if sum.excess >= EncodingJudge.margin { return .other }
        if !sum.isValid { return sum.isValidElsewhere && sum.elsewhere.isPlausible ? .other : .silent }
        return .own
    }

    /// Whether a record that is valid in the file's encoding holds a line that is clearly in the other one; without
    /// the system's converter, whether it may: then the survey of the file's lines says why it cannot be told.
    func isForeign(_ record: ByteView, margin: Int) -> Bool {
        mayBeForeign(record) && isForeignByWeight(record, margin: margin)
    }

    /// The same by weighing every field.
    func isForeignByWeight(_ record: ByteView, margin: Int) -> Bool {
        guard let weights else { return true }
        var start = 0
        while start < record.count {
            let rest = record.from(start)
            let end = rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? rest.count
            let sum = sum(rest.part(0..<end), weights)
            // A field that is nothing but the file's own speaks for the rest.
            if sum.excess >= (sum.isValidElsewhere ? margin : max(margin, EncodingJudge.margin)) { return true }
            start += end + 1
        }
        return false
    }
}
