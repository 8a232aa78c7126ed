/// JSON whose numbers stay as written, so that no digit of them is lost.
indirect enum TwinJSON: Equatable {
    case null
    case bool(Bool)
    case number(String)
    case string(Exact)
    case array([TwinJSON])
    case object([String: TwinJSON])

    struct Fault: Error {
        let offset: Int
    }

    init(_ bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Fault(offset: 0) }
        var parser = Parser(scalars: Array(text.unicodeScalars))
        self = try parser.value()
        parser.skipSpace()
        guard parser.next == parser.scalars.count else { throw Fault(offset: parser.next) }
    }

    subscript(_ keys: String...) -> TwinJSON? {
        var value: TwinJSON? = self
        for key in keys {
            guard case .object(let members) = value else { return nil }
            value = members[key]
        }
        return value
    }

    var elements: [TwinJSON] { if case .array(let elements) = self { elements } else { [] } }
    var text: String? { if case .string(let text) = self { text.text } else { nil } }
    var integer: Int128? { if case .number(let digits) = self { Int128(digits) } else { nil } }

    private struct Parser {
        let scalars: [Unicode.Scalar]
        var next = 0

        var peek: Unicode.Scalar { next < scalars.count ? scalars[next] : "\0" }

        mutating func skipSpace() {
            while peek == " " || peek == "\n" { next += 1 }
        }

        mutating func take(_ word: String) -> Bool {
            skipSpace()
            let wanted = Array(word.unicodeScalars)
            guard Array(scalars[next...].prefix(wanted.count)) == wanted else { return false }
            next += wanted.count
            return true
        }

        mutating func need(_ word: String) throws { if !take(word) { throw Fault(offset: next) } }

        mutating func value() throws -> TwinJSON {
            if take("null") { return .null }
            if take("true") { return .bool(true) }
            if take("false") { return .bool(false) }
            if take("[") {
                var elements: [TwinJSON] = []
                if take("]") { return .array([]) }
                repeat { elements.append(try value()) } while take(",")
                try need("]")
                return .array(elements)
            }
            if take("{") {
                var members: [String: TwinJSON] = [:]
                if take("}") { return .object([:]) }
                repeat {
                    let key = try string().text
                    try need(":")
                    guard members.updateValue(try value(), forKey: key) == nil else { throw Fault(offset: next) }
                } while take(",")
                try need("}")
                return .object(members)
            }
            if peek == "\"" { return .string(try string()) }
            let start = next
            while "+-.0123456789eE".unicodeScalars.contains(peek) { next += 1 }
            guard next > start else { throw Fault(offset: next) }
            return .number(String(String.UnicodeScalarView(scalars[start..<next])))
        }

        private mutating func string() throws -> Exact {
            try need("\"")
            var units: [UInt16] = []
            while peek != "\"" {
                guard next < scalars.count else { throw Fault(offset: next) }
                let scalar = scalars[next]
                next += 1
                guard scalar == "\\" else {
                    units += Array(String(scalar).utf16)
                    continue
                }
                let escape = peek
                next += 1
                if escape == "u" {
                    let digits = String(String.UnicodeScalarView(scalars[next..<next + 4]))
                    guard let unit = UInt16(digits, radix: 16) else { throw Fault(offset: next) }
                    units.append(unit)
                    next += 4
                } else {
                    let plain: [Unicode.Scalar: Unicode.Scalar] = [
                        "n": "\n", "r": "\r", "t": "\t", "b": "\u{8}", "f": "\u{C}",
                    ]
                    units += Array(String(plain[escape] ?? escape).utf16)
                }
            }
            next += 1
            return Exact(String(decoding: units, as: UTF16.self))
        }
    }
}
