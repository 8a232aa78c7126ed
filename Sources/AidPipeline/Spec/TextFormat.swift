import AidInput
import AidModel

/// What a text must look like: one check for the linter, one for the JSON Schema.
enum TextFormat: Sendable {
    /// One line that is not blank.
    case line
    case programmeName
    case fieldName
    /// By which a template names a statement: what Mustache takes for a name.
    case statementName
    case day
    case currency
    case timeZone
    case share
    case glob
    /// A state as exports write it; the empty text is one too.
    case state
    /// The name of a column, element or attribute.
    case column
    /// A number of lines, or what lines begin with.
    case skip
    /// One line or several, not all blank.
    case lines
    case quarter
    /// Not negative, in the currency's main unit: `1234.50`.
    case money
    /// A number from 0 on, where a band of numbers begins.
    case bound

    /// Why a text does not look as it must.
    enum Problem: Sendable {
        case lineBreak
        case blank
        case notAProgrammeName
        case notAFieldName
        case notAStatementName
        case notADate
        case notAQuarter
        case notMoney
        case notACurrency
        case notATimeZone(near: String?)
        case notAShare(ExactShare.Problem)
        case notACountOfLines
        case notABound
    }

    /// Whether a number or `true` without quotes is taken as written, as a person would expect.
    var takesAnyScalar: Bool {
        switch self {
        case .state, .column, .skip, .share, .programmeName, .glob, .money, .bound: true
        case .line, .fieldName, .statementName, .day, .currency, .timeZone, .lines, .quarter: false
        }
    }

    /// A pattern that every good text matches, for the JSON Schema; checks may ask for more.
    var pattern: String? {
        switch self {
        case .line, .column, .skip, .glob: #"^[^\u0000-\u001f]*[^\s\u0000-\u001f][^\u0000-\u001f]*$"#
        case .programmeName: "^[a-z0-9][a-z0-9-]{0,63}$"
        case .fieldName:
            #"^[^\u0000-\u0040\u005b-\u005e\u0060\u007b-\u00a0][^\u0000-\u002c\u002e\u002f\u003a-\u0040"#
                + #"\u005b-\u005e\u0060\u007b-\u00a0]{0,63}$"#
        case .statementName: "^[A-Za-z][A-Za-z0-9_-]{0,63}$"
        case .day: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        case .currency: "^[A-Z]{3}$"
        case .timeZone: "^(UTC|[A-Za-z]+(/[A-Za-z0-9_+-]+){1,2})$"
        case .share: "^([0-9]{1,9}([.][0-9]{1,9})? *[%％]|0+([.]0+)?)$"
        case .lines: #"[^\s]"#
        case .quarter: "^[0-9]{4}Q[1-4]$"
        case .money: "^[0-9]{1,15}([.][0-9]{1,4})?$"
        case .bound: "^[0-9]{1,12}([.][0-9]+)?$"
        case .state: nil
        }
    }

    /// What is wrong with a text; nil: nothing.
    func problem(of text: String) -> Problem? {
        switch self {
        case .line, .column, .glob:
            if text.unicodeScalars.contains(where: { $0.value < 0x20 }) { return .lineBreak }
            // A name that cleaning leaves nothing of would be that of every column without one.
            return text.cleanedAsField.isEmpty ? .blank : nil
        case .skip:
            if let count = SkippedLines.count(text), !(1...1000).contains(count) { return .notACountOfLines }
            return TextFormat.column.problem(of: text)
        case .state: return nil
        case .lines: return text.cleanedAsField.isEmpty ? .blank : nil
        case .quarter: return Quarter(text) == nil ? .notAQuarter : nil
        case .money: return Self.isMoney(text) ? nil : .notMoney
        case .bound: return GroupBands.bound(text, decimals: 4) == nil ? .notABound : nil
        case .programmeName: return Self.isProgrammeName(text) ? nil : .notAProgrammeName
        case .fieldName: return Self.isFieldName(text) ? nil : .notAFieldName
        case .statementName: return Self.isStatementName(text) ? nil : .notAStatementName
        case .day: return CalendarDay(iso: text) == nil ? .notADate : nil
        case .currency: return Currency(text) == nil ? .notACurrency : nil
        case .timeZone:
            return ZoneOffsets(named: text) == nil ? .notATimeZone(near: ZoneOffsets.nearestName(to: text)) : nil
        case .share:
            do throws(ExactShare.Problem) {
                _ = try ExactShare(text)
                return nil
            } catch {
                return .notAShare(error)
            }
        }
    }

    private static func isMoney(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let limits = [1...15, 1...4]
        return (1...2).contains(parts.count)
            && zip(parts, limits).allSatisfy { part, limit in
                limit.contains(part.count) && part.allSatisfy { ("0"..."9").contains($0) }
            }
    }

    private static func isProgrammeName(_ text: String) -> Bool {
        let bytes = text.utf8
        return (1...64).contains(bytes.count) && bytes.first != UInt8(ascii: "-")
            && bytes.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            }
    }

    private static func isStatementName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.first?.isLetter == true
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    }

    private static func isFieldName(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard (1...64).contains(scalars.count), let first = scalars.first else { return false }
        return (first == "_" || first.properties.isAlphabetic)
            && scalars.allSatisfy { scalar in
                scalar == "_" || scalar == "-" || scalar.properties.isAlphabetic
                    || scalar.properties.generalCategory == .decimalNumber
            }
    }
}

/// What `skip` says: a number is one of lines.
enum SkippedLines {
    /// nil: the text is what lines begin with.
    static func count(_ text: String) -> Int? {
        let text = text.cleanedAsField
        let areDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return areDigits ? Int(text.prefix(9)) : nil
    }
}
