/// Whose register it is, and by which rules its claims count: under others its figures would be wrong.
package struct RegisterPurpose: Sendable, Hashable {
    /// The programme's name in its pipeline file.
    package var programme: String
    /// Of the rules of counting.
    package var rulesSHA256: String
    /// The names of the breakdown fields, whose values the groups are.
    package var breakdowns: [String]

    package init(programme: String, rulesSHA256: String, breakdowns: [String]) {
        self.programme = programme
        self.rulesSHA256 = rulesSHA256
        self.breakdowns = breakdowns
    }
}

/// The report that was published with a change of a register.
package struct RegisterPublication: Sendable, Hashable, Codable {
    package var reportSHA256: String
    /// Where the report lies, from the root of the file system.
    package var folder: String

    package init(reportSHA256: String, folder: String) {
        self.reportSHA256 = reportSHA256
        self.folder = folder
    }
}
