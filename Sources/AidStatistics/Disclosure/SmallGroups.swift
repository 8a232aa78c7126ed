import AidModel

/// Which groups are so small that a report does not name them.
///
/// The name of a group may itself tell who is in it (a rare illness, a village, a person's name that came into the
/// wrong column). So a group has a name in a report only if it is no small one in at least one of its periods.
enum SmallGroups {
    /// Whether a group has too few recipients in every period of a report to be named in it.
    static func isNameWithheld(_ figures: PeriodFigures, minGroup: Int) -> Bool {
        ReportPeriod.allCases.allSatisfy { figures[$0].recipientCount < minGroup }
    }
}
