import AidModel

/// The list of a register's files as JSON has it.
struct StoredList: Codable {
    var version: Int
    var keyFingerprint: String
    var programme: String
    var rulesSHA256: String
    var breakdowns: [String]
    var changeCount: Int
    var peopleCount: Int
    var groupCount: Int
    var inputs: [Input]
    var segments: [Segment]
    var forgotten: Forgotten?
    var publication: RegisterPublication?

    struct StoredTally: Codable {
        var records: Int
        var amountMinor: Int128

        init(_ tally: Tally) {
            records = tally.recordCount
            amountMinor = tally.amountMinor
        }

        var value: Tally { Tally(recordCount: records, amountMinor: amountMinor) }
    }

    struct StoredFinding: Codable {
        var level: String
        var code: String
        var zh: String
        var en: String
    }

    struct Input: Codable {
        var name: String
        var byteCount: Int
        var sha256: String
        var format: String
        var encoding: String
        var tally: StoredTally
        var rejected: [String: StoredTally]
        /// nil: no.
        var keepsRejects: Bool?
        var findings: [StoredFinding]
        var forgotten: StoredTally?
        /// Left out where there is none.
        var scaffolding: StoredTally?
    }

    struct Segment: Codable {
        var name: String
        var kind: UInt32
        var quarter: String?
        var change: Int
        var byteCount: Int
        var rowCount: Int
        var blockCount: Int
        var sha256: String
    }

    struct Forgotten: Codable {
        struct QuarterFigures: Codable {
            var quarter: String
            var recipients: Int
            var personTimes: Int
            var amountMinor: Int128

            init(_ quarter: Quarter, _ figures: Figures) {
                self.quarter = quarter.description
                recipients = figures.recipientCount
                personTimes = figures.personTimeCount
                amountMinor = figures.amountMinor
            }

            var value: (Quarter, Figures)? {
                Quarter(quarter).map { quarter in
                    (
                        quarter,
                        Figures(recipientCount: recipients, personTimeCount: personTimes, amountMinor: amountMinor)
                    )
                }
            }
        }

        var exactFrom: String
        var quarters: [QuarterFigures]
        var yearsToDate: [QuarterFigures]
        /// As 2012-05-01.
        var since: String
        var sinceStart: StoredTally
    }
}
