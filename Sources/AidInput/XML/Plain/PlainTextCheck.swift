/// What stands in a stretch of text that matters to whether it is plain.
struct PlainTextTraits: OptionSet {
    let rawValue: UInt8

    /// Bytes that are not valid UTF-8, characters that XML does not allow, or an ampersand.
    static let notPlain = PlainTextTraits(rawValue: 1)
    /// `]]>`, which text must not hold but attribute values may.
    static let sectionEnd = PlainTextTraits(rawValue: 2)
    /// A carriage return, which libxml2 turns into a line feed.
    static let carriageReturn = PlainTextTraits(rawValue: 4)
}

/// Looks through text for what makes it not plain.
enum PlainTextCheck {
    /// The traits of a stretch, which are exact.
    static func traits(_ bytes: UnsafePointer<UInt8>, count: Int) -> PlainTextTraits {
        var traits: PlainTextTraits = []
        var index = 0
        while index < count {
            let byte = bytes[index]
            if byte >= 0x80 {
                guard case .scalar(_, let length) = UTF8Check.next(bytes + index, count: count - index, isAtEnd: true)
                else { return [.notPlain] }
                if byte == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return [.notPlain] }
                index += length
                continue
            }
            switch byte {
            case 0x20...0x25, 0x27...0x5C, 0x5E...0x7F, 0x09, 0x0A: break
            case 0x0D: traits.insert(.carriageReturn)
            case UInt8(ascii: "]"):
                if index + 2 < count, bytes[index + 1] == byte, bytes[index + 2] == UInt8(ascii: ">") {
                    traits.insert(.sectionEnd)
                }
            default: return [.notPlain]
            }
            index += 1
        }
        return traits
    }
}
