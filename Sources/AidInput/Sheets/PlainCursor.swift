/// Goes through text that is to be proven plain: such that libxml2 can read it in one way alone.
///
/// Whatever it does not know it declines, which costs nothing but time. A byte 0, which is nowhere plain, stands behind
/// the text, so that nothing goes on behind its end. Whether the text is valid UTF-8 of characters that XML allows is
/// looked at for a whole item, by `isValid`.
struct PlainCursor: ~Copyable {
    /// How far from a place a decision looks ahead at most.
    static let lookahead = 48
    private static let attributeLimit = 16

    enum Step {
        /// An attribute: `name` and `value` are of it.
        case attribute
        /// The end of a start tag.
        case open
        /// The end of a tag that is an element by itself.
        case empty
        case odd
    }

    let text: PaddedBytes
    var at = 0
    private(set) var name = 0..<0
    private(set) var value = 0..<0
    /// The prefix of items, with its colon.
    private let prefix: [UInt8]
    private let declared: [[UInt8]]
    private var decoded = GrowingText(capacity: 256)
    /// Where the local names of a tag's attributes begin and end.
    private let localNames = OwnedRoom<UInt32>(count: 2 * PlainCursor.attributeLimit)

    /// - Parameter sink: whose container's tags say which prefixes there are.
    /// - Returns: nil where the prefix of the items is longer than is plain.
    init?(_ text: PaddedBytes, at start: Int, in sink: ItemSink) {
        let tags = sink.containerTags ?? []
        let nameStart = tags.lastIndex(of: UInt8(ascii: "<")).map { $0 + 1 } ?? 0
        let name = tags[nameStart...].prefix { PlainCursor.isNameByte($0) }
        prefix = name.lastIndex(of: UInt8(ascii: ":")).map { Array(name[...$0]) } ?? []
        declared = sink.prefixes
        self.text = text
        at = start
        if prefix.count > 24 { return nil }
    }

    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    @inline(__always)
    static func isNameByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "-") < 14 && byte != UInt8(ascii: "/")
            || byte == UInt8(ascii: "_")
    }

    @inline(__always)
    mutating func skipSpace() {
        while PlainCursor.isSpace(text[at]) { at &+= 1 }
    }

    /// Whether a text stands here; then it is passed.
    @inline(__always)
    mutating func passes(_ expected: StaticString) -> Bool {
        let count = expected.utf8CodeUnitCount
        for index in 0..<count where text[at &+ index] != expected.utf8Start[index] { return false }
        at &+= count
        return true
    }

    /// The place behind the prefix, or nil.
    @inline(__always)
    private func behindPrefix(_ start: Int) -> Int? {
        if prefix.isEmpty { return start }
        for index in prefix.indices where text[start &+ index] != prefix[index] { return nil }
        return start &+ prefix.count
    }

    /// Whether the start tag of an item's element begins here; then its name is passed.
    @inline(__always)
    mutating func opens(_ name: StaticString) -> Bool {
        guard text[at] == UInt8(ascii: "<"), let start = behindPrefix(at &+ 1) else { return false }
        let before = at
        at = start
        if passes(name), !PlainCursor.isNameByte(text[at]), text[at] < 0x80 { return true }
        at = before
        return false
    }

    /// Whether the end tag of an item's element stands here; then it is passed.
    @inline(__always)
    mutating func closes(_ name: StaticString) -> Bool {
        guard text[at] == UInt8(ascii: "<"), text[at &+ 1] == UInt8(ascii: "/"), let start = behindPrefix(at &+ 2)
        else { return false }
        let before = at
        at = start
        if passes(name), text[at] == UInt8(ascii: ">") {
            at &+= 1
            return true
        }
        at = before
        return false
    }
}

// MARK: - Attributes

extension PlainCursor {
    /// Passes the next attribute of a start tag, or the end of the tag.
    @inline(__always)
    mutating func step() -> Step {
        let isBehindSpace = PlainCursor.isSpace(text[at])
        skipSpace()
        if text[at] == UInt8(ascii: ">") {
            at &+= 1
            return .open
        }
        if text[at] == UInt8(ascii: "/") {
            guard text[at &+ 1] == UInt8(ascii: ">") else { return .odd }
            at &+= 2
            return .empty
        }
        let start = at
        guard isBehindSpace, (text[at] | 0x20) &- UInt8(ascii: "a") < 26 else { return .odd }
        repeat { at &+= 1 } while PlainCursor.isNameByte(text[at])
        name = start..<at
        let quote = text[at &+ 1]
        guard text[at] == UInt8(ascii: "="), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        else { return .odd }
        at &+= 2
        let valueStart = at
        while text[at] != quote {
            let byte = text[at]
            if byte < 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { return .odd }
            at &+= 1
        }
        value = valueStart..<at
        at &+= 1
        return .attribute
    }

    /// The one letter that the last attribute's name is; 0 for other names.
    @inline(__always)
    var letter: UInt8 { name.count == 1 ? text[name.lowerBound] : 0 }

    @inline(__always)
    var valueView: ByteView { view(value) }

    @inline(__always)
    func view(_ range: Range<Int>) -> ByteView { text.view.part(range) }

    /// Passes all attributes of a start tag and its end; each must have a local name of its own, and a declared prefix
    /// or none.
    ///
    /// - Returns: `open`, `empty` or `odd`.
    @inline(__always)
    mutating func passAttributes(_ take: (borrowing PlainCursor) -> Void = { _ in }) -> Step {
        var count = 0
        while true {
            let step = step()
            guard step == .attribute else { return step }
            guard isSound(count) else { return .odd }
            take(self)
            count += 1
        }
    }

    /// Whether the last attribute, of which there are so many before it, is one that libxml2 takes as it stands.
    private func isSound(_ count: Int) -> Bool {
        if count == PlainCursor.attributeLimit { return false }
        let name = view(name)
        var localStart = 0
        if let colon = name.firstIndex(of: UInt8(ascii: ":")) {
            localStart = colon + 1
            let prefix = name.part(0..<colon)
            let isSpace = prefix.isEqual(to: "xml") && name.from(localStart).isEqual(to: "space")
            guard isSpace || declared.contains(where: { prefix.elementsEqual($0) }), localStart < name.count,
                (name[localStart] | 0x20) &- UInt8(ascii: "a") < 26, !name.from(localStart).contains(UInt8(ascii: ":"))
            else { return false }
        } else if name.isEqual(to: "xmlns") {
            return false
        }
        let local = name.from(localStart)
        for other in 0..<count {
            let range = Int(localNames[2 * other])..<Int(localNames[2 * other + 1])
            if view(range).hasSameBytes(as: local) { return false }
        }
        localNames[2 * count] = UInt32(self.name.lowerBound + localStart)
        localNames[2 * count + 1] = UInt32(self.name.upperBound)
        return true
    }
}

// MARK: - Text

extension PlainCursor {
    /// Passes text up to the next tag, and gives it with its references resolved; nil where it is not plain.
    ///
    /// What is given is valid until the next call.
    @inline(__always)
    mutating func characters() -> ByteView? {
        let start = at
        while true {
            let byte = text[at]
            if byte == UInt8(ascii: "<") { return view(start..<at) }
            if byte == UInt8(ascii: "&") || byte < 0x20 && byte != 0x0A && byte != 0x09 { break }
            at &+= 1
        }
        guard text[at] == UInt8(ascii: "&") else { return nil }
        return decodedCharacters(from: start)
    }

    @inline(never)
    private mutating func decodedCharacters(from start: Int) -> ByteView? {
        decoded.removeAll()
        decoded.append(view(start..<at))
        while true {
            let byte = text[at]
            if byte == UInt8(ascii: "<") { return decoded.view }
            if byte == UInt8(ascii: "&") {
                guard let scalar = reference() else { return nil }
                decoded.append(scalar: scalar)
            } else if byte < 0x20 && byte != 0x0A && byte != 0x09 {
                return nil
            } else {
                decoded.append(byte)
                at += 1
            }
        }
    }

    /// Passes a reference to a character that XML allows, or to one of its five entities.
    private mutating func reference() -> UInt32? {
        if passes("&amp;") { return 0x26 }
        if passes("&lt;") { return 0x3C }
        if passes("&gt;") { return 0x3E }
        if passes("&quot;") { return 0x22 }
        if passes("&apos;") { return 0x27 }
        guard passes("&#") else { return nil }
        let isHex = passes("x")
        let start = at
        var scalar: UInt32 = 0
        while at < start + 8, text[at] != UInt8(ascii: ";") {
            let digit: UInt8
            switch text[at] {
            case 0x30...0x39: digit = text[at] - 0x30
            case 0x41...0x46 where isHex: digit = text[at] - 0x41 + 10
            case 0x61...0x66 where isHex: digit = text[at] - 0x61 + 10
            default: return nil
            }
            scalar = scalar * (isHex ? 16 : 10) + UInt32(digit)
            if scalar > 0x10FFFF { return nil }
            at += 1
        }
        guard at > start, text[at] == UInt8(ascii: ";") else { return nil }
        at += 1
        switch scalar {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: return scalar
        default: return nil
        }
    }

    /// Whether all characters between two places are valid, and no text ends a CDATA section.
    @inline(__always)
    func isValid(_ range: Range<Int>) -> Bool {
        let item = view(range)
        let traits = PlainTextTraits(item, checksUTF8: true)
        if traits.isEmpty || traits == .carriageReturn { return true }
        // An ampersand counts as not plain there.
        return !traits.contains(.sectionEnd) && PlainCursor.isValidBesidesReferences(item)
    }

    @inline(never)
    private static func isValidBesidesReferences(_ item: ByteView) -> Bool {
        guard UTF8Check.firstInvalid(item) == nil else { return false }
        for index in 0..<item.count {
            let byte = item[index]
            if byte < 0x20, !isSpace(byte) { return false }
            // U+FFFE and U+FFFF.
            if byte == 0xEF, item[index + 1] == 0xBF, item[index + 2] >= 0xBE { return false }
        }
        return true
    }
}
