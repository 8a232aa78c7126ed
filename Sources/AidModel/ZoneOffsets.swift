/// How far the clocks of a place go ahead of UTC, and when that changed: on which day a moment lies there.
///
/// A plain table, so that the modules that touch bytes need neither Foundation nor files of the system.
///
/// - Units: seconds; moments count from 1970-01-01T00:00:00Z.
package struct ZoneOffsets: Sendable, Hashable {
    /// From a moment on, until the next change.
    package struct Change: Sendable, Hashable {
        package let moment: Int
        package let offset: Int

        package init(moment: Int, offset: Int) {
            self.moment = moment
            self.offset = offset
        }
    }

    /// As IANA calls the zone.
    package let name: String
    private let firstOffset: Int
    /// In the order of their moments.
    private let changes: [Change]

    /// - Parameter firstOffset: what holds before the first change.
    package init(name: String, firstOffset: Int, changes: [Change]) {
        self.name = name
        self.firstOffset = firstOffset
        self.changes = changes
    }

    /// - Complexity: O(log n) of the changes.
    package func offset(at moment: Int) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].moment <= moment { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? firstOffset : changes[low - 1].offset
    }

    /// The day of a moment in the zone; nil: beyond the years 1 to 9999.
    package func day(at moment: Int) -> CalendarDay? {
        let local = moment + offset(at: moment)
        let number = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        guard (ZoneOffsets.firstDayNumber...ZoneOffsets.lastDayNumber).contains(number) else { return nil }
        return CalendarDay(daysSinceEpoch: Int32(number))
    }

    /// 0001-01-01 and 9999-12-31.
    private static let firstDayNumber = -719_162
    private static let lastDayNumber = 2_932_896
}

extension ZoneOffsets {
    /// The zone of programmes that name none; before 1970 without the summer times of the 1940s.
    package static let shanghai = ZoneOffsets(
        name: "Asia/Shanghai", firstOffset: 28_800,
        changes: [
            // Summer time, 1986 to 1991.
            (515_527_200, 527_014_800), (545_162_400, 558_464_400), (577_216_800, 589_914_000),
            (608_666_400, 621_968_400), (640_116_000, 653_418_000), (671_565_600, 684_867_600),
        ].flatMap { summer in
            [Change(moment: summer.0, offset: 32_400), Change(moment: summer.1, offset: 28_800)]
        })
}
