/// Keys that a mapping names more than once.
///
/// Yams stops at the first of them. To find the rest of what is wrong as well, the first
/// character of the earlier key is exchanged for one of Unicode's private use, which moves
/// no place, and the text is parsed once more.
struct DuplicateKeys {
    /// How often a text is parsed again before the reader gives up.
    static let limit = 32

    private var originals: [Unicode.Scalar: String] = [:]

    /// Masks the key that begins at a place.
    ///
    /// - Returns: false where it cannot be masked: an anchor, a tag, or past the limit.
    mutating func mask(_ key: String, at place: Place, in text: inout String) -> Bool {
        guard originals.count < Self.limit, !key.isEmpty,
            let mask = (0xE000...0xF8FF).lazy.compactMap({ Unicode.Scalar($0 as UInt32) })
                .first(where: { originals[$0] == nil && !text.unicodeScalars.contains($0) })
        else { return false }
        var scalars = Array(text.unicodeScalars)
        guard var index = Self.index(of: place, in: scalars) else { return false }
        if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
        guard index < scalars.count, scalars[index] == key.unicodeScalars.first else { return false }
        scalars[index] = mask
        text = String(String.UnicodeScalarView(scalars))
        originals[mask] = key
        return true
    }

    /// The key as it stands in the file.
    func original(of key: String) -> String {
        key.unicodeScalars.first.flatMap { originals[$0] } ?? key
    }

    /// Lines end where libyaml ends them.
    private static func index(of place: Place, in scalars: [Unicode.Scalar]) -> Int? {
        var line = 1
        var index = 0
        while line < place.line, index < scalars.count {
            switch scalars[index] {
            case "\r":
                if index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
                line += 1
            case "\n", "\u{85}", "\u{2028}", "\u{2029}":
                line += 1
            default:
                break
            }
            index += 1
        }
        index += place.column - 1
        return index < scalars.count ? index : nil
    }
}
