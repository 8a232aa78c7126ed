extension FieldSpan {
    /// What is left of a field without blanks of ASCII at its ends and a text guard, as `FieldCleaner` leaves it; nil:
    /// it has none, or nothing is left.
    func bare(in bytes: PaddedBytes) -> FieldSpan? {
        var start = Int(start)
        var end = Int(end)
        func trim() {
            while start < end, FieldSpan.isBlank(bytes[start]) { start += 1 }
            while start < end, FieldSpan.isBlank(bytes[end - 1]) { end -= 1 }
        }
        trim()
        if end - start >= 3, bytes[start] == UInt8(ascii: "="), bytes[start + 1] == UInt8(ascii: "\""),
            bytes[end - 1] == UInt8(ascii: "\"")
        {
            start += 2
            end -= 1
            trim()
        }
        if start < end, bytes[start] == UInt8(ascii: "'") {
            start += 1
            trim()
        }
        return start < end && end - start < count ? FieldSpan(start..<end) : nil
    }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 <= 0x0D - 0x09 }
}
