/// The tokens of JSON, one after the other, by RFC 8259; of one text, or of several behind each other (JSON Lines).
///
/// Whatever is no JSON ends the reading: half of a text says nothing of the other half.
final class JSONTokens {
    enum Token: Equatable {
        case beginObject
        case endObject
        case beginArray
        case endArray
        /// A name in an object; `text` has it.
        case key
        /// `text` has it, without its quotes.
        case string
        /// `text` has it as it stands.
        case number
        case `true`
        case `false`
        case null
        /// Behind the last text.
        case end
    }

    static let depthLimit = 64
    static let textLimit = 1 << 20

    /// What the next token may be.
    private enum Place {
        /// Before a text, or behind the last one.
        case top
        case objectStart
        case keyExpected
        case memberValue
        case objectNext
        case arrayStart
        case elementExpected
        case arrayNext
    }

    private let source: any TextSource
    private let buffer = OwnedRoom<UInt8>(count: 64 << 10)
    private var start = 0
    private var end = 0
    private(set) var lineNumber = 1
    private var place = Place.top
    private var open: [Token] = []
    /// Of the token that came last.
    private(set) var text: ContiguousArray<UInt8> = []
    /// How many texts have begun.
    private(set) var textCount = 0

    init(_ source: any TextSource) {
        self.source = source
    }

    /// How many objects and arrays are open.
    var depth: Int { open.count }

    func next() throws(InputError) -> Token {
        while true {
            guard let byte = try peekPastBlanks() else {
                guard open.isEmpty else { throw refused(.cutOff) }
                return .end
            }
            switch place {
            case .objectNext, .arrayNext:
                if byte == UInt8(ascii: ",") {
                    start += 1
                    place = place == .objectNext ? .keyExpected : .elementExpected
                } else {
                    return try close(byte)
                }
            case .objectStart where byte == UInt8(ascii: "}"), .arrayStart where byte == UInt8(ascii: "]"):
                return try close(byte)
            case .objectStart, .keyExpected:
                guard byte == UInt8(ascii: "\"") else { throw refused(.unexpected) }
                try takeString()
                guard try peekPastBlanks() == UInt8(ascii: ":") else { throw refused(.unexpected) }
                start += 1
                place = .memberValue
                return .key
            case .top:
                textCount += 1
                return try value(byte)
            case .memberValue, .arrayStart, .elementExpected: return try value(byte)
            }
        }
    }

    /// Passes over the rest of the object or array that the last token began; over nothing, if it began none.
    func skip(_ token: Token) throws(InputError) {
        guard token == .beginObject || token == .beginArray else { return }
        let outside = depth - 1
        while depth > outside { _ = try next() }
    }

    func refused(_ problem: JSONProblem) -> InputError {
        InputError(problem: .json(problem), file: source.name, lineNumber: lineNumber)
    }
}

// MARK: - Values

extension JSONTokens {
    private func value(_ byte: UInt8) throws(InputError) -> Token {
        switch byte {
        case UInt8(ascii: "{"): return try begin(.beginObject, .objectStart)
        case UInt8(ascii: "["): return try begin(.beginArray, .arrayStart)
        case UInt8(ascii: "\""):
            try takeString()
            valueEnded()
            return .string
        case UInt8(ascii: "t"): return try literal("true", .true)
        case UInt8(ascii: "f"): return try literal("false", .false)
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try takeNumber()
            valueEnded()
            return .number
        default: throw refused(.unexpected)
        }
    }

    private func begin(_ token: Token, _ next: Place) throws(InputError) -> Token {
        guard open.count < JSONTokens.depthLimit else { throw refused(.tooDeep(limit: JSONTokens.depthLimit)) }
        start += 1
        open.append(token)
        place = next
        return token
    }

    private func close(_ byte: UInt8) throws(InputError) -> Token {
        let isObject = open.last == .beginObject
        guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { throw refused(.unexpected) }
        start += 1
        open.removeLast()
        valueEnded()
        return isObject ? .endObject : .endArray
    }

    private func valueEnded() {
        place =
            switch open.last {
            case .beginObject?: .objectNext
            case .beginArray?: .arrayNext
            default: .top
            }
    }

    private func literal(_ word: StaticString, _ token: Token) throws(InputError) -> Token {
        for index in 0..<word.utf8CodeUnitCount {
            guard try peek() == word.utf8Start[index] else { throw refused(.unexpected) }
            start += 1
        }
        try endOfWord()
        valueEnded()
        return token
    }

    /// A number or a word has something behind it that ends it.
    private func endOfWord() throws(InputError) {
        guard let byte = try peek() else { return }
        let ends: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")]
        guard ends.contains(byte) else { throw refused(.unexpected) }
    }

    /// By the grammar of RFC 8259: no zeros in front, digits on both sides of a point.
    private func takeNumber() throws(InputError) {
        text.removeAll(keepingCapacity: true)
        if try peek() == UInt8(ascii: "-") { try take() }
        if try peek() == UInt8(ascii: "0") { try take() } else { try takeDigits() }
        if try peek() == UInt8(ascii: ".") {
            try take()
            try takeDigits()
        }
        if let byte = try peek(), byte | 0x20 == UInt8(ascii: "e") {
            try take()
            if let sign = try peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { try take() }
            try takeDigits()
        }
        try endOfWord()
    }

    private func takeDigits() throws(InputError) {
        let before = text.count
        while let byte = try peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { try take() }
        guard text.count > before else { throw refused(.unexpected) }
    }

    private func take() throws(InputError) {
        guard text.count < JSONTokens.textLimit else { throw refused(.tooLong(limit: JSONTokens.textLimit)) }
        text.append(buffer[start])
        start += 1
    }

    private func takeString() throws(InputError) {
        text.removeAll(keepingCapacity: true)
        start += 1
        while true {
            guard let byte = try peek() else { throw refused(.cutOff) }
            switch byte {
            case UInt8(ascii: "\""):
                start += 1
                return
            case UInt8(ascii: "\\"):
                start += 1
                try takeEscape()
            case 0..<0x20: throw refused(.unexpected)
            default: try take()
            }
        }
    }

    private func takeEscape() throws(InputError) {
        guard let byte = try peek() else { throw refused(.cutOff) }
        start += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): try takeScalar()
        default: throw refused(.unexpected)
        }
    }

    private func takeScalar() throws(InputError) {
        var value = try takeUnit()
        if (0xD800..<0xDC00).contains(value) {
            guard try peek() == UInt8(ascii: "\\") else { throw refused(.unexpected) }
            start += 1
            guard try peek() == UInt8(ascii: "u") else { throw refused(.unexpected) }
            start += 1
            let low = try takeUnit()
            guard (0xDC00..<0xE000).contains(low) else { throw refused(.unexpected) }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else { throw refused(.unexpected) }
        text.append(contentsOf: Unicode.UTF8.encode(scalar).map(Array.init) ?? [])
    }

    private func takeUnit() throws(InputError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = try peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw refused(.unexpected)
            }
            start += 1
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}

// MARK: - Bytes

extension JSONTokens {
    private func peek() throws(InputError) -> UInt8? {
        if start == end {
            start = 0
            end = try source.read(into: buffer.room)
            if end == 0 { return nil }
        }
        return buffer[start]
    }

    private func peekPastBlanks() throws(InputError) -> UInt8? {
        while let byte = try peek() {
            switch byte {
            case 0x0A: lineNumber += 1
            case 0x20, 0x09, 0x0D: break
            // Between texts some write the mark that RFC 7464 puts before each.
            case 0x1E where open.isEmpty: break
            default: return byte
            }
            start += 1
        }
        return nil
    }
}
