/// What a text would take, were it written in an encoding by somebody who writes Chinese.
///
/// - Units: bits, about: the logarithm of how rare its characters are in the exports of Chinese offices. A character of
///   common use takes 12, a rare one more, one that nobody uses many more.
struct TextWeight: Hashable {
    private var foreignBits = 0
    private var asciiBits = 0
    private var foreignCount = 0
    /// Of a text read as UTF-8: whether it holds letters of two bytes, which no hanzi has. Signs such as the middle dot
    /// in names are none.
    var hasLetters = false

    var bits: Int { foreignBits + asciiBits }

    /// Whether its characters, apart from ASCII, are such as people use.
    var isPlausible: Bool { foreignBits <= foreignCount * 15 }

    /// Takes in a character that is not ASCII.
    mutating func add(_ bits: Int) {
        foreignBits += bits
        foreignCount += 1
    }

    /// Takes in a character of ASCII: in GB18030 a letter or a sign may be the second byte of a hanzi instead.
    mutating func add(ascii byte: UInt8) {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): asciiBits += 4
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): asciiBits += 7
        default: asciiBits += 14
        }
    }

    static func += (lhs: inout TextWeight, rhs: TextWeight) {
        lhs.foreignBits += rhs.foreignBits
        lhs.asciiBits += rhs.asciiBits
        lhs.foreignCount += rhs.foreignCount
    }
}

/// The weights of characters.
///
/// Level 1 of GB 2312 holds the 3,755 hanzi of common use, level 2 another 3,008 that names and places need; what GBK
/// added is rare, and what is left for users to define is not used in exports.
struct CharacterWeights: Sendable {
    static let common = 12
    static let lessCommon = 16
    static let sign = 15
    static let foreignLetterInGB = 20
    static let rare = 21
    static let neverUsed = 28
    /// A character outside of GBK, in GB18030 a code of four bytes.
    static let fourByte = 30

    let table: GB18030Table
    /// For each character of the basic plane the weight of its pair of bytes; 0: it has none.
    private let byScalar: [UInt8]

    /// nil where the system has no GB18030.
    static let shared = GB18030Table.shared.map(CharacterWeights.init)

    private init(_ table: GB18030Table) {
        self.table = table
        var byScalar = [UInt8](repeating: 0, count: 0x10000)
        for lead in UInt8(0x81)...0xFE {
            for trail in UInt8(0x40)...0xFE where trail != 0x7F {
                guard
                    case .scalar(let scalar, _) = [lead, trail].withByteView({
                        table.next($0, isAtEnd: true)
                    }), scalar < 0x10000
                else { continue }
                byScalar[Int(scalar)] = UInt8(CharacterWeights.pair(lead, trail))
            }
        }
        self.byScalar = byScalar
    }

    /// The weight of a pair of bytes of GB18030.
    static func pair(_ lead: UInt8, _ trail: UInt8) -> Int {
        if trail >= 0xA1 {
            switch lead {
            case 0xD7 where trail >= 0xFA: return neverUsed
            case 0xB0...0xD7: return common
            case 0xD8...0xF7: return lessCommon
            case 0xA1...0xA3: return sign
            case 0xA4...0xA9: return foreignLetterInGB
            case 0xAA...0xAF, 0xF8...0xFE: return neverUsed
            default: return rare
            }
        }
        return (0xA1...0xA7).contains(lead) ? neverUsed : rare
    }

    /// The weight of some text as GB18030; nil: it is not valid.
    func asGB18030(_ text: ByteView) -> TextWeight? {
        var weight = TextWeight()
        var position = 0
        while position < text.count {
            if text[position] < 0x80 {
                weight.add(ascii: text[position])
                position += 1
                continue
            }
            switch table.next(text.from(position), isAtEnd: true) {
            case .scalar(_, 2):
                weight.add(CharacterWeights.pair(text[position], text[position + 1]))
                position += 2
            case .scalar(_, let length):
                weight.add(CharacterWeights.fourByte)
                position += length
            case .invalid, .incomplete: return nil
            }
        }
        return weight
    }

    /// The weight of some text as UTF-8; nil: it is not valid.
    ///
    /// - Parameter scripts: those that were met before on the same line.
    func asUTF8(_ text: ByteView, _ scripts: inout ScriptSet) -> TextWeight? {
        var weight = TextWeight()
        var position = 0
        while position < text.count {
            let lead = UInt32(text[position])
            if lead < 0x80 {
                weight.add(ascii: text[position])
                position += 1
                continue
            }
            // What is not seen is copied along with any text.
            let invisibleLength = InvisibleCharacters.ignorableLength(text, at: position)
            if invisibleLength > 0 {
                weight.add(CharacterWeights.sign)
                position += invisibleLength
                continue
            }
            guard
                case .scalar(_, let length) = UTF8Check.next(text.from(position), isAtEnd: true)
            else { return nil }
            var scalar = lead & (0x7F >> UInt32(length))
            for index in 1..<length { scalar = scalar << 6 | UInt32(text[position + index]) & 0x3F }
            if length == 2, lead > 0xC2 { weight.hasLetters = true }
            weight.add(bits(of: scalar, &scripts))
            position += length
        }
        return weight
    }

    private func bits(of scalar: UInt32, _ scripts: inout ScriptSet) -> Int {
        if scalar >= 0x10000 {
            // Rare hanzi that names have, and pictures.
            return (0x20000...0x3FFFF).contains(scalar) ? CharacterWeights.neverUsed : 24
        }
        if scalar >= 0x800 || Scripts.isSign(scalar), byScalar[Int(scalar)] > 0 { return Int(byScalar[Int(scalar)]) }
        switch scalar {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF: return 23
        case 0xE000...0xF8FF, 0xFFFD: return CharacterWeights.neverUsed
        default: return Scripts.bits(of: scalar, &scripts)
        }
    }
}

/// The scripts that were met on a line.
struct ScriptSet {
    private var bits: UInt64 = 0

    /// - Returns: whether it is new.
    mutating func insert(_ script: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(script & 63)
        defer { bits |= bit }
        return bits & bit == 0
    }
}

/// Letters that are not hanzi: whoever writes one word in a script takes all its letters from it, and few of them.
private enum Scripts {
    /// Signs that stand in Chinese text too: · ° ± × ÷ § ¨ and their like.
    static func isSign(_ scalar: UInt32) -> Bool {
        (0xA1...0xBF).contains(scalar) || scalar == 0xD7 || scalar == 0xF7
    }

    static func bits(of scalar: UInt32, _ seen: inout ScriptSet) -> Int {
        switch scalar {
        case 0xA1...0xBF, 0xD7, 0xF7: return 14
        case 0xC0...0x17F, 0x1E00...0x1EFF: return (seen.insert(0) ? 10 : 0) + 6
        case 0x391...0x3C9: return (seen.insert(1) ? 12 : 0) + 6
        case 0x401, 0x410...0x44F, 0x451: return (seen.insert(2) ? 12 : 0) + 6
        case 0x5D0...0x5EA: return (seen.insert(3) ? 12 : 0) + 6
        // Arabic letters, with those of Uyghur and Kazakh.
        case 0x621...0x64A, 0x67E, 0x686, 0x698, 0x6AD, 0x6AF, 0x6BE, 0x6C5...0x6CB, 0x6D0, 0x6D5, 0x60C, 0x61F, 0x674:
            return (seen.insert(4) ? 12 : 0) + 6
        case 0x180...0x24F, 0x1CD...0x1DC: return (seen.insert(0) ? 10 : 0) + 10
        case 0..<0x800: return (seen.insert(8 + Int(scalar >> 7)) ? 16 : 0) + 14
        case 0x2000...0x206F: return 15
        // Hangul, Yi, Tibetan, Mongolian, kana and all others, by blocks.
        default: return (seen.insert(24 + Int(scalar >> 11)) ? 12 : 0) + 9
        }
    }
}
