/// Reads a JSON text into a `JSONText`, exactly: integers of up to 38 digits, and decimals of two digits.
///
/// For files that this program has written itself, at some version; what it never writes is refused, also
/// where JSON would allow it: other decimals, exponents, a member named twice.
///
/// - Complexity: O(n). No text makes it go deeper than `depthLimit`.
package struct JSONReader {
    private static let depthLimit = 64
    private static let fewMembers = 16

    private let bytes: [UInt8]
    /// Whether all of it is UTF-8, so that each string is, too; else the first that is not is told.
    private let isUTF8: Bool
    private var position = 0

    /// - Throws: with the place where the text is not what it should be.
    package static func read(_ bytes: [UInt8]) throws(JSONProblem) -> JSONText {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.position == bytes.count else { throw reader.problem }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    }

    private var problem: JSONProblem { JSONProblem(byteOffset: position) }

    private mutating func value(depth: Int) throws(JSONProblem) -> JSONText {
        guard depth < JSONReader.depthLimit else { throw problem }
        skipSpace()
        guard position < bytes.count else { throw problem }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(JSONProblem) -> JSONText {
        var members: [JSONText.Member] = []
        // Of many members, to find one that is named twice; a few are looked through.
        var keys: Set<String> = []
        position += 1
        if skip("}") { return .object(members) }
        repeat {
            skipSpace()
            let key = try string()
            if members.count == JSONReader.fewMembers { keys = Set(members.map(\.key)) }
            let isNew =
                members.count < JSONReader.fewMembers
                ? !members.contains { $0.key == key } : keys.insert(key).inserted
            guard isNew, skip(":") else { throw problem }
            members.append(JSONText.Member(key: key, value: try value(depth: depth + 1)))
        } while skip(",")
        guard skip("}") else { throw problem }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONProblem) -> JSONText {
        var elements: [JSONText] = []
        position += 1
        if skip("]") { return .array(elements) }
        repeat { elements.append(try value(depth: depth + 1)) } while skip(",")
        guard skip("]") else { throw problem }
        return .array(elements)
    }

    private mutating func number() throws(JSONProblem) -> JSONText {
        let isNegative = skipNow("-")
        var number: Int128 = 0
        let first = position
        func isDigit(_ place: Int) -> Bool { place < bytes.count && (0x30...0x39).contains(bytes[place]) }
        func append(_ digit: UInt8) throws(JSONProblem) {
            let (product, isBeyond) = number.multipliedReportingOverflow(by: 10)
            let (sum, isFarBeyond) = product.subtractingReportingOverflow(Int128(digit - 0x30))
            guard !isBeyond, !isFarBeyond else { throw problem }
            number = sum
        }
        while isDigit(position) {
            try append(bytes[position])
            position += 1
        }
        // Zeros in front are none of ours.
        guard position > first, position == first + 1 || bytes[first] != 0x30 else { throw problem }
        let isDecimal = skipNow(".")
        if isDecimal {
            for _ in 0..<2 {
                guard isDigit(position) else { throw problem }
                try append(bytes[position])
                position += 1
            }
        }
        if position < bytes.count,
            isDigit(position) || bytes[position] == UInt8(ascii: "e")
                || bytes[position] == UInt8(ascii: "E") || bytes[position] == UInt8(ascii: ".")
        {
            throw problem
        }
        // Digits were taken off, since below zero there is one more number.
        if !isNegative {
            guard number != .min else { throw problem }
            number = -number
        }
        return isDecimal ? .hundredths(number) : .integer(number)
    }

    private mutating func string() throws(JSONProblem) -> String {
        guard skipNow("\"") else { throw problem }
        // What stood before the last escape; nearly no string has one.
        var text: [UInt8] = []
        var start = position
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                let rest = bytes[start..<position]
                let string =
                    isUTF8
                    ? String(decoding: text.isEmpty ? rest : text + rest, as: UTF8.self)
                    : String(validating: text + rest, as: UTF8.self)
                guard let string else { throw problem }
                position += 1
                return string
            case UInt8(ascii: "\\"):
                text += bytes[start..<position]
                position += 1
                text += try escaped()
                start = position
            case 0..<0x20: throw problem
            default: position += 1
            }
        }
        throw problem
    }

    /// What stands behind a backslash, in UTF-8.
    private mutating func escaped() throws(JSONProblem) -> [UInt8] {
        guard position < bytes.count else { throw problem }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "u"): break
        default: throw problem
        }
        var code = try unit()
        if (0xD800...0xDBFF).contains(code) {
            guard skipNow("\\"), skipNow("u") else { throw problem }
            let low = try unit()
            guard (0xDC00...0xDFFF).contains(low) else { throw problem }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw problem }
        return Array(String(scalar).utf8)
    }

    /// Four hexadecimal digits.
    private mutating func unit() throws(JSONProblem) -> UInt32 {
        guard position + 4 <= bytes.count else { throw problem }
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue else { throw problem }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }

    private mutating func word(_ word: StaticString, _ value: JSONText) throws(JSONProblem) -> JSONText {
        for index in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count, bytes[position] == word.utf8Start[index] else { throw problem }
            position += 1
        }
        return value
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    /// Skips a character, and white space before it, if it comes next.
    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        return skipNow(character)
    }

    private mutating func skipNow(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }
}

extension JSONText {
    /// The member with a key; nil: this is no object, or has none.
    package subscript(key: String) -> JSONText? {
        if case .object(let members) = self { members.first { $0.key == key }?.value } else { nil }
    }
}
