import CScan

/// Looks through a piece of a CSV file for lines that are in another encoding than the rest.
///
/// Nearly all lines are passed over by the bytes that such a line must hold.
struct EncodingScan: Sendable {
    private let judge: EncodingJudge
    private let isUTF8: Bool

    /// nil where there can be none.
    init?(_ encoding: SpanEncoding) {
        isUTF8 = if case .utf8 = encoding { true } else { false }
        guard let judge = EncodingJudge(isUTF8 ? .utf8 : .gb18030) else { return nil }
        self.judge = judge
    }

    /// Whether a line among whole lines is clearly in the other encoding.
    ///
    /// - Parameter lines: valid in the file's encoding.
    func findsOther(_ lines: ByteView) -> Bool {
        let end = lines.count
        var lineStart = 0
        while true {
            let place =
                isUTF8 ? aid_find_letter(lines.start, lineStart, end) : aid_find_hanzi(lines.start, lineStart, end)
            guard place < end else { return false }
            var first = place
            while first > lineStart, !EncodingScan.endsLine(lines[first - 1]) { first -= 1 }
            var last = place
            while last < end, !EncodingScan.endsLine(lines[last]) { last += 1 }
            if judge.isForeign(lines.part(first..<last), margin: EncodingJudge.margin) { return true }
            lineStart = last
        }
    }

    @inline(__always)
    private static func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
