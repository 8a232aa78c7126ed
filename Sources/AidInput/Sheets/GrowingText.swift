/// Text that is made piece by piece, as one field of CSV beside the other, and handed out from its front.
struct GrowingText: ~Copyable {
    private var owned: OwnedRoom<UInt8>
    /// Behind the last byte made.
    private(set) var count = 0
    /// What was handed out already.
    private var taken = 0

    init(capacity: Int = 64 << 10) {
        owned = OwnedRoom(count: capacity)
    }

    var view: ByteView { owned.view(0..<count) }
    /// Bytes that nobody has taken yet.
    var pendingCount: Int { count - taken }

    /// Hands out what comes next, as far as there is room.
    mutating func take(into buffer: Room<UInt8>) -> Int {
        let size = min(buffer.count, pendingCount)
        buffer.copy(owned.view(taken..<taken + size))
        taken += size
        if taken == count { removeAll() }
        return size
    }

    mutating func removeAll() {
        taken = 0
        count = 0
    }

    /// Takes back what was made behind a place.
    mutating func truncate(to place: Int) {
        count = place
    }

    @inline(__always)
    mutating func reserve(_ size: Int) {
        if count &+ size > owned.count { grow(size) }
    }

    @inline(never)
    private mutating func grow(_ size: Int) {
        let wider = OwnedRoom<UInt8>(count: max(owned.count * 2, count + size))
        wider.room.copy(view)
        owned = wider
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        owned[count] = byte
        count &+= 1
    }

    @inline(__always)
    mutating func append(_ bytes: ByteView) {
        reserve(bytes.count)
        owned.room.from(count).copy(bytes)
        count &+= bytes.count
    }

    mutating func append(_ byte: UInt8, times: Int) {
        reserve(times)
        for index in count..<count + times { owned[index] = byte }
        count += times
    }

    mutating func append(scalar: UInt32) {
        reserve(4)
        count += CharacterDecoder.writeUTF8(scalar, to: owned.room.from(count))
    }
}

// MARK: - Fields

extension GrowingText {
    /// Appends the day or time that a number stands for; false where it stands for none.
    mutating func appendDate(_ number: ByteView, _ format: NumberFormat, is1904: Bool) -> Bool {
        reserve(SerialDate.byteCount)
        let written = SerialDate.write(number, format, is1904: is1904, to: owned.room.from(count))
        count += written ?? 0
        return written != nil
    }
}

extension GrowingText {
    /// Appends a text as one field: line ends as blanks, quoted where it must be.
    @inline(__always)
    mutating func appendField(_ text: ByteView) {
        for byte in text where GrowingText.matters(byte) { return appendOddField(text, unescaping: false) }
        append(text)
    }

    /// As `appendField`, of the text of a workbook: there `_x000D_` stands for a character.
    @inline(__always)
    mutating func appendWorkbookField(_ text: ByteView) {
        for byte in text where GrowingText.matters(byte) || byte == UInt8(ascii: "_") {
            return appendOddField(text, unescaping: true)
        }
        append(text)
    }

    @inline(__always)
    private static func matters(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }

    @inline(never)
    private mutating func appendOddField(_ text: ByteView, unescaping: Bool) {
        let start = count
        var isQuoted = false
        var at = 0
        var isBehindReturn = false
        while at < text.count {
            var byte = text[at]
            at += 1
            if unescaping, byte == UInt8(ascii: "_"), let code = GrowingText.escape(text, from: at) {
                at += 6
                if code >= 0x80 {
                    isBehindReturn = false
                    append(scalar: code)
                    continue
                }
                byte = code < 0x20 && code != 0x0A && code != 0x0D ? UInt8(ascii: " ") : UInt8(code)
            }
            let wasBehindReturn = isBehindReturn
            isBehindReturn = byte == 0x0D
            switch byte {
            case 0x0A where wasBehindReturn: break
            case 0x0A, 0x0D: append(UInt8(ascii: " "))
            case UInt8(ascii: "\""):
                isQuoted = true
                append(byte)
                append(byte)
            default:
                if byte == UInt8(ascii: ",") { isQuoted = true }
                append(byte)
            }
        }
        guard isQuoted else { return }
        append(0)
        owned.room.from(start + 1).copy(owned.view(start..<count - 1))
        owned[start] = UInt8(ascii: "\"")
        append(UInt8(ascii: "\""))
    }

    /// The character that `xHHHH_` means, with a `_` before it; nil where it is no such escape, or of half a character.
    private static func escape(_ text: ByteView, from start: Int) -> UInt32? {
        guard text.count - start >= 6, text[start] == UInt8(ascii: "x"), text[start + 5] == UInt8(ascii: "_")
        else { return nil }
        var code: UInt32 = 0
        for index in start + 1..<start + 5 {
            switch text[index] {
            case 0x30...0x39: code = code << 4 | UInt32(text[index] - 0x30)
            case 0x41...0x46: code = code << 4 | UInt32(text[index] - 0x41 + 10)
            case 0x61...0x66: code = code << 4 | UInt32(text[index] - 0x61 + 10)
            default: return nil
            }
        }
        return (0xD800...0xDFFF).contains(code) || code >= 0xFFFE ? nil : code
    }
}
