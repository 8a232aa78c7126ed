/// The shown text in one form of each character: half-width digits and letters, simplified characters, one kind of
/// quotes and of line end; without what nobody sees.
///
/// - Shape: `scalars` and `places` have one element a character.
struct CleanText: Sendable {
    private(set) var scalars: [Unicode.Scalar] = []
    /// Where each stands in the shown text.
    private(set) var places: [Int] = []

    init(_ shown: [Unicode.Scalar]) {
        scalars.reserveCapacity(shown.count)
        places.reserveCapacity(shown.count)
        for index in shown.indices where !shown[index].isUnseen {
            scalars.append(CleanText.form(shown, index))
            places.append(index)
        }
    }

    /// The first character at or after a place of the shown text.
    func index(_ place: Int) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The form of a character: " " for narrow blanks, "\u{3000}" and "\t" for wide ones, "\n" for all line ends.
    private static func form(_ shown: [Unicode.Scalar], _ index: Int) -> Unicode.Scalar {
        let scalar = shown[index]
        func isBetween(_ isOne: (Unicode.Scalar) -> Bool) -> Bool {
            index > 0 && index + 1 < shown.count && isOne(shown[index - 1]) && isOne(shown[index + 1])
        }
        switch scalar.value {
        case 0x20...0x7E, 0x09, 0x0A: return scalar
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return narrow(scalar)
        // ％ ＋ － ～ and others; but brackets and the marks that end clauses stay as they are.
        case 0xFF02...0xFF07, 0xFF0A, 0xFF0B, 0xFF0D, 0xFF0F, 0xFF1C...0xFF1E, 0xFF20, 0xFF3C, 0xFF3E...0xFF40, 0xFF5C,
            0xFF5E:
            return narrow(scalar)
        case 0xFF0C: return isBetween { (0xFF10...0xFF19).contains($0.value) } ? "," : scalar
        case 0xFF0E: return isBetween { $0.isDigit || (0xFF10...0xFF19).contains($0.value) } ? "." : scalar
        case 0xFFE5: return "¥"
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: return " "
        case 0x0C, 0x0B, 0x0D, 0x85, 0x2028, 0x2029: return "\n"
        case 0x300C, 0xFE41, 0xFF62, 0x301D: return "“"
        case 0x300D, 0xFE42, 0xFF63, 0x301E, 0x301F: return "”"
        case 0x300E, 0xFE43: return "‘"
        case 0x300F, 0xFE44: return "’"
        // ○ where 〇 is meant: 二○二三年.
        case 0x25CB, 0x25EF:
            let isZero =
                (index > 0 && shown[index - 1].isHanDigit) || (index + 1 < shown.count && shown[index + 1].isHanDigit)
            return isZero ? "〇" : scalar
        default: return SimplifiedCharacters.simplified(scalar)
        }
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }
}

extension Unicode.Scalar {
    /// What nobody sees: zero-width characters, marks of direction and of order of bytes, soft hyphens, controls.
    fileprivate var isUnseen: Bool {
        switch value {
        case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029, 0x20...0x7E: false
        case 0...0x1F, 0x7F...0x9F, 0xAD, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
        case 0x3000...0x9FFF, 0xFF01...0xFF5E: false
        default: properties.generalCategory == .format
        }
    }

    /// A digit in Chinese, without those of ten and more.
    var isHanDigit: Bool { "〇零一二三四五六七八九○".unicodeScalars.contains(self) }

    var isBlank: Bool { self == " " || self == "\t" || self == "\u{3000}" }

    /// A character of ASCII that is seen.
    var isASCIIInk: Bool { (0x21...0x7E).contains(value) }

    /// Its width in print, in halves of a Chinese character.
    var halves: Int { value < 0x1100 || (0x2010...0x2027).contains(value) ? 1 : 2 }
}
