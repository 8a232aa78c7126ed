/// A JSON value whose members keep their order and whose numbers are exact.
///
/// Foundation's encoders sort or shuffle members and pass decimals through
/// floating point; a report is compared byte by byte and holds neither.
package enum JSONText: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int128)
    /// A decimal with two digits: 1826 is written `18.26`, −50 `-0.50`.
    case hundredths(Int128)
    case string(String)
    case array([JSONText])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package var key: String
        package var value: JSONText

        package init(key: String, value: JSONText) {
            self.key = key
            self.value = value
        }
    }

    /// An object of these members in this order, without those that are nil.
    package static func object(of members: KeyValuePairs<String, JSONText?>) -> JSONText {
        .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
    }

    package static func integer(_ number: Int) -> JSONText {
        .integer(Int128(number))
    }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral text: String) {
        self = .string(text)
    }

    package init(integerLiteral number: Int) {
        self = .integer(number)
    }

    package init(booleanLiteral flag: Bool) {
        self = .bool(flag)
    }
}

extension JSONText: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    package init(arrayLiteral elements: JSONText...) {
        self = .array(elements)
    }

    package init(dictionaryLiteral members: (String, JSONText)...) {
        self = .object(members.map { Member(key: $0.0, value: $0.1) })
    }
}
