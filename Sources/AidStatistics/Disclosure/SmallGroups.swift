import AidModel

/// Which groups are so small that a report does not name them.
///
/// The name of a group may itself tell who is in it (a rare illness, a village, a person's name that came into the
/// wrong column). So a small group of which nothing is shown has a name in a report only if it is large by far in at
/// least one of its periods. One that is small in none, and hidden only for the sake of others, has its name.
enum SmallGroups {
    /// A group of which nothing is shown has its name from so many times the smallest group on: three people in each
    /// quarter are few, though those of a year are enough to be hidden as something large.
    private static let factor = 2

    /// Whether a report that shows nothing of a group does not name it either.
    ///
    /// - Parameter figures: of every period of the report.
    static func isNameWithheld(_ figures: PeriodFigures, minGroup: Int) -> Bool {
        let all = ReportPeriod.allCases.map { figures[$0] }
        return all.allSatisfy { $0.recipientCount < factor * minGroup }
            && all.contains { $0.personTimeCount > 0 && $0.recipientCount < minGroup }
    }
}
