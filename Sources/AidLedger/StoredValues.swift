import AidModel

// How values of the field look in the ledger, where SQLite has no type for them.

/// A quarter as `2023Q2`.
func stored(_ quarter: Quarter) throws -> String {
    let text = quarter.description
    guard Quarter(text) == quarter else { throw LedgerRefusal.beyondCalendar }
    return text
}

/// A day as `2023-07-16`.
func stored(_ day: CalendarDay) throws -> String {
    let text = day.description
    guard (try? CalendarDay(stored: text)) == day else { throw LedgerRefusal.beyondCalendar }
    return text
}

/// What a column must hold.
///
/// - Throws: where it holds something else.
func readable<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw UnreadableValue() }
    return value
}

extension CalendarDay {
    init(stored text: String) throws {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2],
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            let value = CalendarDay(year: year, month: month, day: day)
        else { throw UnreadableValue() }
        self = value
    }
}
