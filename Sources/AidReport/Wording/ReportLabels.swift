import AidText

/// The fixed texts of a report: headings, heads of columns, and notes.
struct ReportLabels: Sendable {
    var provisionalNote: InlineText
    var yearEarlierHeading: String
    var quarterEarlierHeading: String
    var yearToDateHeading: String
    var cumulativeHeading: String
    var quartersHeading: String
    var unidentifiedHeading: String
    var balanceHeading: String
    var reasonsHeading: String
    var inputsHeading: String
    var findingsHeading: String
    var definitionsHeading: String

    var measure: String
    var change: String
    var percent: String
    var group: String
    var quarter: String
    var line: String
    var recordCount: String
    var explanation: String
    var reason: String
    var file: String
    var format: String
    var encoding: String
    var byteCount: String
    var hash: String

    var groupQuarterHeading: String
    var groupYearToDateHeading: String
    var groupCumulativeHeading: String
    /// The row of a breakdown that shows the figures of all groups together.
    var allGroups: String
    var emptyGroup: String
    var groupsNote: String
    var quartersNote: String
    var balanceNote: String
    var hashNote: String
    /// In place of a percent whose base is 0.
    var zeroBase: String
    var noYearEarlier: String
    /// In place of a percent whose base was printed rounded.
    var roundedBase: String

    var firstTime: String
    var returning: String
    /// In place of first-time and returning recipients.
    var firstTimeUnknown: String
    /// The same where the data lack quarters in between.
    var firstTimeUnknownForHole: String
    var personTimesPerRecipient: String
    var amountPerRecipient: String

    var restatementHeading: String
    var firstPublished: String
    var lastPublished: String
    /// Where there is one vintage, both the first and the last.
    var published: String
    var now: String
    var asLastPublished: String
    var causesHeading: String
    var cause: String
    var claimCount: String
    var all: String
    var causesNote: String
    var complementLegend: InlineText
    var absentLegend: String
    var colon: String
    /// Between two sentences.
    var sentenceSpace: String
    var legendSeparator: String
}
