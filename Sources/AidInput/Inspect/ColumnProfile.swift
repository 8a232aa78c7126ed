package import AidModel

/// What a value looks like, whatever its column is called.
package enum ValueKind: String, Sendable, Hashable, CaseIterable {
    /// A resident ID whose check character and date of birth are right.
    case residentID
    /// It has the shape of one, but the check character or the date is wrong.
    case badResidentID
    /// Scientific notation, or 18 digits of which a spreadsheet has made the last ones 0.
    case damagedNumber
    case date
    /// A whole number as spreadsheets count days, from 1982 to 2064.
    case serialDate
    /// A date in a form with several readings (`dateForms`): `5/4/2023`, `23/4/5`.
    case openDate
    case wholeNumber
    /// A number with decimals, a currency sign or a unit.
    case money
    /// Two to four Chinese characters.
    case shortHan
    case text
}

/// What a column of a file holds, value by value.
package struct ColumnProfile: Sendable {
    /// How many different values are told apart.
    package static let distinctLimit = 5_000
    private static let emptyLineLimit = 3

    package let name: String
    package private(set) var emptyCount = 0
    /// The lines of the first records without a value, from 1; none, where there are no lines.
    package private(set) var emptyLines: [Int] = []
    package private(set) var filledCount = 0
    package private(set) var countByKind: [ValueKind: Int] = [:]
    /// Of the dates that have several.
    package private(set) var dateReadings = DateReadings()
    package private(set) var firstDay: CalendarDay?
    package private(set) var lastDay: CalendarDay?
    /// How often each value stands there; nil: there are more than `distinctLimit`.
    package private(set) var countByValue: [String: Int]? = [:]

    init(name: String) {
        self.name = name
    }

    /// The share of filled values of some kinds; 0 where there are none.
    package func share(_ kinds: ValueKind...) -> Double {
        guard filledCount > 0 else { return 0 }
        return Double(kinds.reduce(0) { $0 + (countByKind[$1] ?? 0) }) / Double(filledCount)
    }

    /// How many different values there are; nil: more than `distinctLimit`.
    package var distinctCount: Int? { countByValue?.count }

    /// - Parameter line: from 1; nil: the file has no lines.
    mutating func takeEmpty(on line: Int? = nil) {
        emptyCount += 1
        if let line, emptyLines.count < ColumnProfile.emptyLineLimit { emptyLines.append(line) }
    }

    /// - Parameter value: cleaned, and not empty.
    @discardableResult
    mutating func take(_ value: ByteView, _ reader: ValueReader) -> ValueKind {
        filledCount += 1
        let (kind, day) = reader.kind(value)
        countByKind[kind, default: 0] += 1
        if kind == .openDate { dateReadings.take(reader.openDates.readings(value)) }
        if let day {
            firstDay = min(firstDay ?? day, day)
            lastDay = max(lastDay ?? day, day)
        }
        guard countByValue != nil else { return kind }
        countByValue?[String(decoding: value, as: UTF8.self), default: 0] += 1
        if let count = distinctCount, count > ColumnProfile.distinctLimit { countByValue = nil }
        return kind
    }
}

/// Tells what a value looks like.
struct ValueReader {
    /// Digits, and more of them behind a point than fen have: an amount in 万元.
    private func isDecimal(_ value: ByteView) -> Bool {
        var (digits, decimals) = (0, 0)
        var hasPoint = false
        for index in 0..<value.count {
            switch value[index] {
            case 0x30...0x39: if hasPoint { decimals += 1 } else { digits += 1 }
            case UInt8(ascii: ".") where !hasPoint: hasPoint = true
            case UInt8(ascii: "-") where index == 0: break
            default: return false
            }
        }
        return (1...9).contains(digits) && (1...6).contains(decimals)
    }

    let openDates = OpenDateReader()
    private let dates = DateDecoder(zone: ZoneOffsets.shanghai)
    private let amounts = AmountDecoder(currency: .cny)

    func kind(_ value: ByteView) -> (ValueKind, CalendarDay?) {
        switch ResidentIDDecoder.decode(value) {
        case .id: return (.residentID, nil)
        case .damaged: return (.damagedNumber, nil)
        case .bad where value.count == 18: return (.badResidentID, nil)
        case .bad, .otherDocument: break
        }
        if let day = dates.decode(value) { return (.date, day) }
        let digits = value.allSatisfy { (0x30...0x39).contains($0) }
        if digits {
            let number = value.count == 5 ? value.reduce(0) { $0 * 10 + Int($1 - 0x30) } : 0
            return (30_000..<60_000 ~= number ? .serialDate : .wholeNumber, nil)
        }
        if amounts.decode(value) != nil || isDecimal(value) { return (.money, nil) }
        if case .id = ResidentIDDecoder.decodeGroups(value) { return (.residentID, nil) }
        if !openDates.readings(value).isEmpty { return (.openDate, nil) }
        // Two to four characters of three bytes, with a dot of two.
        guard (6...12).contains(value.count) else { return (.text, nil) }
        let characters = String(decoding: value, as: UTF8.self).unicodeScalars
        let isHan = characters.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || $0 == "·" }
        return (isHan && (2...4).contains(characters.count) ? .shortHan : .text, nil)
    }
}
