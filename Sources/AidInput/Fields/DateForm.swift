/// A way to write dates that is read only where a pipeline file allows it (`dateForms`): it has more than one reading.
package enum DateForm: String, Sendable, Hashable, CaseIterable {
    /// Days as spreadsheets count them, `45056` or `45056.75`: the first is 1 January 1900.
    case serial1900 = "serial-1900"
    /// The same from 1 January 1904, as old spreadsheets of Apple's machines do.
    case serial1904 = "serial-1904"
    /// `23/4/5`, and `23年4月5日`.
    case yearFirst = "yy/m/d"
    /// `5/4/2023`.
    case dayFirst = "d/m/yyyy"
    /// `4/5/2023`.
    case monthFirst = "m/d/yyyy"
    /// `5/4/23`.
    case dayFirstShort = "d/m/yy"
    /// `4/5/23`.
    case monthFirstShort = "m/d/yy"
    /// `5-Apr-23`, `5-4月-23`.
    case monthName = "d-mon-yy"
    /// `2023-04-05Z`, `2023-04-05+08:00`: a day of another zone, taken as it is written.
    case dayWithOffset = "yyyy-mm-ddZ"
    /// `2023-04-05 24:00:00`, taken as the day that is written.
    case endOfDay = "24:00"

    /// What tells forms apart: of those that look alike, one alone can be meant.
    var look: Int {
        switch self {
        case .serial1900, .serial1904: 0
        case .dayFirst, .monthFirst: 1
        case .yearFirst, .dayFirstShort, .monthFirstShort: 2
        case .monthName: 3
        case .dayWithOffset: 4
        case .endOfDay: 5
        }
    }

    /// Whether a text may be a date in either form, and another one in each.
    package func contradicts(_ other: DateForm) -> Bool {
        self != other && look == other.look
    }

    /// Whether it counts days.
    var isSerial: Bool { look == 0 }
}
