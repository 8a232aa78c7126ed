package import AidModel

/// One side of a comparison, as the user names it.
package enum ComparedOperand: Sendable, Hashable {
    /// `2023Q2`, `2023Q2@first`, `2023Q2@2`, `2023Q2@latest`, `2023Q2@2023-10-16`
    case quarter(Quarter, VintageChoice)
    /// `2022Q1..2022Q4`
    case span(ClosedRange<Quarter>)
    /// A report.json.
    case report(path: String)

    /// Which of a quarter's figures are meant.
    package enum VintageChoice: Sendable, Hashable {
        /// As they stand today: those of the newest run, else the last vintage.
        case now
        case first
        case number(Int)
        case latest
        /// The one that stood on a day.
        case asOf(CalendarDay)
    }

    /// Reads what the user wrote; nil where it is none of these.
    package init?(_ text: String) {
        if text.contains("/") || text.lowercased().hasSuffix(".json") {
            self = .report(path: text)
            return
        }
        if let dots = text.firstRange(of: "..") {
            guard let first = Quarter(String(text[..<dots.lowerBound])),
                let last = Quarter(String(text[dots.upperBound...])), first <= last
            else { return nil }
            self = .span(first...last)
            return
        }
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let quarter = Quarter(parts[0]) else { return nil }
        guard parts.count == 2 else {
            self = .quarter(quarter, .now)
            return
        }
        switch parts[1] {
        case "first": self = .quarter(quarter, .first)
        case "latest": self = .quarter(quarter, .latest)
        default:
            if let day = CalendarDay(iso: parts[1]) {
                self = .quarter(quarter, .asOf(day))
            } else if let number = Int(parts[1]), number > 0 {
                self = .quarter(quarter, .number(number))
            } else {
                return nil
            }
        }
    }
}
