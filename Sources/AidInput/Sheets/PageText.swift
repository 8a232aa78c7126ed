/// The text of a web page, in UTF-8 that libxml2 cannot stumble over.
///
/// Where libxml2 meets bytes that are not UTF-8 it takes the whole page for Latin-1, and a byte 0 ends it. So each such
/// byte is a character that is in no page, and that is put back behind the parse: what is not valid stays so.
struct PageText: ~Copyable {
    /// U+10FFFD, the last of the characters for private use.
    static let invalidMark: StaticString = "\u{10FFFD}"
    private static let readByteCount = 16 << 10

    private let source: any TextSource
    private let raw = OwnedRoom<UInt8>(count: PageText.readByteCount + 4)
    private let clean = OwnedRoom<UInt8>(count: 4 * (PageText.readByteCount + 4))
    /// Bytes of a character that is not complete.
    private var keptCount = 0
    private(set) var isAtEnd = false
    /// That the page was found to be in.
    let encoding: TextEncoding

    /// - Parameter source: the page's text, as UTF-8 but for what is not valid.
    private init(_ source: any TextSource, encoding: TextEncoding) {
        self.source = source
        self.encoding = encoding
    }

    /// Begins to read a page.
    ///
    /// - Parameters:
    ///   - source: the bytes of the page as they are.
    ///   - choice: nil: as the page's mark, label and first bytes say.
    static func opening(_ source: any TextSource, encoding choice: TextEncoding? = nil) throws(InputError) -> PageText {
        let head = OwnedRoom<UInt8>(count: PageEncoding.headByteCount)
        var count = 0
        while count < head.count {
            let added = try source.read(into: head.room.from(count))
            if added == 0 { break }
            count += added
        }
        let found = PageEncoding.of(head.view(0..<count))
        let encoding = choice ?? found.encoding
        let start = encoding == found.encoding ? found.markLength : 0
        return PageText(try DecodedText(head: head.view(start..<count), source, encoding: encoding), encoding: encoding)
    }

    /// What comes next; empty at the end alone.
    mutating func next() throws(InputError) -> ByteView {
        while !isAtEnd {
            let added = try source.read(into: raw.room.from(keptCount, count: PageText.readByteCount))
            isAtEnd = added == 0
            let count = cleaned(keptCount + added)
            if count > 0 { return clean.view(0..<count) }
        }
        return .empty
    }

    /// - Returns: how many bytes are clean; what is not complete is kept.
    private mutating func cleaned(_ count: Int) -> Int {
        let text = raw.view(0..<count)
        var at = 0
        var written = 0
        while at < count {
            var length = 0
            while at + length < count, text[at + length] < 0x80, text[at + length] != 0 { length += 1 }
            var isValid = length > 0
            if !isValid, text[at] >= 0x80 {
                switch UTF8Check.next(text.from(at), isAtEnd: isAtEnd) {
                case .scalar(_, let size):
                    length = size
                    isValid = true
                case .invalid(let size): length = size
                case .incomplete:
                    raw.room.copy(text.from(at))
                    keptCount = count - at
                    return written
                }
            }
            let bytes = isValid ? text.part(at..<at + length) : ByteView(PageText.invalidMark)
            clean.room.from(written).copy(bytes)
            written += bytes.count
            at += max(1, length)
        }
        keptCount = 0
        return written
    }
}

/// The encoding of a web page, by its byte-order mark, its own label, and its first bytes.
enum PageEncoding {
    /// How much of a page is looked at.
    static let headByteCount = 64 << 10
    /// So many characters beyond ASCII that are valid UTF-8 are no chance.
    private static let sureCount = 16

    /// - Parameter head: the first bytes of a page.
    /// - Returns: the encoding, and how long the byte-order mark is.
    static func of(_ head: ByteView) -> (encoding: TextEncoding, markLength: Int) {
        if head.begins(with: "\u{FEFF}") { return (.utf8, 3) }
        if head.count >= 2, head[0] == 0xFF, head[1] == 0xFE { return (.utf16LittleEndian, 2) }
        if head.count >= 2, head[0] == 0xFE, head[1] == 0xFF { return (.utf16BigEndian, 2) }
        var validCount = 0
        var isValid = true
        var at = UTF8Check.asciiPrefix(head)
        while at < head.count, isValid {
            switch UTF8Check.next(head.from(at), isAtEnd: false) {
            case .scalar(_, let length):
                validCount += 1
                at += length
                at += UTF8Check.asciiPrefix(head.from(at))
            case .invalid: isValid = false
            case .incomplete: at = head.count
            }
        }
        // A label is often wrong, but many characters are not UTF-8 by chance.
        let isLabelled = label(head) == .gb18030
        return (isValid && (!isLabelled || validCount >= sureCount) ? .utf8 : .gb18030, 0)
    }

    /// What `<meta charset=…>` says.
    private static func label(_ head: ByteView) -> TextEncodingChoice? {
        let text = String(decoding: head.prefix(8 << 10).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
        guard let name = text.firstRange(of: "charset") else { return nil }
        let value = text[name.upperBound...].drop { " =\"'".contains($0) }
        return TextEncodingChoice(label: String(value.prefix { !" \"';/>".contains($0) }))
    }
}

/// Text of any encoding, decoded as it comes.
final class DecodedText: TextSource {
    var name: String { source.name }

    private let source: any TextSource
    private let decoder: CharacterDecoder?
    private static let readByteCount = 64 << 10
    private let raw: OwnedRoom<UInt8>
    private var rawRange = 0..<0
    private var isAtEnd = false
    private var decoded = GrowingText(capacity: 3 * (DecodedText.readByteCount + 4))
    private let room: OwnedRoom<UInt8>

    /// - Parameters:
    ///   - head: bytes that come before those of the source, without a byte-order mark.
    ///   - encoding: of the head and the source.
    init(head: ByteView, _ source: any TextSource, encoding: TextEncoding) throws(InputError) {
        self.source = source
        decoder = try CharacterDecoder.make(encoding, for: source.name)
        let rawByteCount = max(head.count, DecodedText.readByteCount) + 4
        raw = OwnedRoom(count: rawByteCount)
        // A byte of GB18030 or a unit of UTF-16 becomes three bytes at most.
        room = OwnedRoom(count: 3 * rawByteCount)
        raw.room.copy(head)
        rawRange = 0..<head.count
        decode()
    }

    func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        while true {
            let count = decoded.take(into: buffer)
            if count > 0 || isAtEnd { return count }
            let kept = rawRange.count
            raw.room.copy(raw.view(rawRange))
            let added = try source.read(into: raw.room.from(kept, count: DecodedText.readByteCount))
            isAtEnd = added == 0
            rawRange = 0..<kept + added
            decode()
        }
    }

    private func decode() {
        guard let decoder else {
            decoded.append(raw.view(rawRange))
            rawRange = 0..<0
            return
        }
        let (read, written) = decoder.writeUTF8(raw.view(rawRange), to: room.room, isAtEnd: isAtEnd)
        decoded.append(room.view(0..<written))
        rawRange = rawRange.lowerBound + read..<rawRange.upperBound
    }
}
