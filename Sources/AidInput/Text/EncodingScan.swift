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
    /// - Parameters:
    ///   - bytes: valid in the file's encoding.
    ///   - start: where the first line begins.
    func findsOther(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
        var lineStart = start
        while true {
            let place =
                isUTF8 ? aid_find_letter(bytes, lineStart, end) : aid_find_hanzi(bytes, lineStart, end)
            guard place < end else { return false }
            var first = place
            while first > lineStart, !EncodingScan.endsLine(bytes[first - 1]) { first -= 1 }
            var last = place
            while last < end, !EncodingScan.endsLine(bytes[last]) { last += 1 }
            let line = UnsafeBufferPointer(start: bytes + first, count: last - first)
            if judge.isForeign(line, margin: EncodingJudge.margin) { return true }
            lineStart = last
        }
    }

    @inline(__always)
    private static func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
