import AidModel
import AidStatistics
import AidText

/// The report in English.
struct EnglishWording: Wording {
    let spokenWords = SpokenWords(.en)

    func column(_ measure: Measure, _ currency: Currency) -> String {
        measure == .amount ? amountColumn(currency) : name(measure)
    }

    func amountColumn(_ currency: Currency) -> String {
        "Amount (\(unit(of: currency)))"
    }

    func both(short: String, exact: String) -> String {
        "\(short) (\(exact))"
    }

    func title(programme: String, quarter: String) -> InlineText {
        "\(value: programme), \(quarter)"
    }

    func provisional(_ text: String) -> String {
        text + " (provisional)"
    }

    func sentence(_ period: String, _ figures: Figures, _ currency: Currency) -> String {
        "In \(period), " + granted(figures, currency)
    }

    func spokenSpan(since: CalendarDay, through: CalendarDay) -> String {
        "From \(day(since)) to \(day(through))"
    }

    func cumulativeSentence(_ period: String, _ figures: Figures, _ currency: Currency) -> String {
        period + ", " + granted(figures, currency)
    }

    private func granted(_ figures: Figures, _ currency: Currency) -> String {
        let recipients = spoken(figures[.recipients], .recipients, currency)
        let personTimes = spoken(figures[.personTimes], .personTimes, currency)
        return "aid reached \(recipients) \(figures.recipientCount == 1 ? "person" : "people")"
            + " in \(personTimes) \(figures.personTimeCount == 1 ? "person-time" : "person-times"),"
            + " with a total of \(spoken(figures[.amount], .amount, currency)) paid."
    }

    func changeSentence(_ change: Change, _ currency: Currency) -> String {
        "Compared with the same period a year earlier, \(changes(change, currency))."
    }

    func restatedSentence(_ change: Change, _ currency: Currency) -> String {
        "Compared with what was last published, \(changes(change, currency))."
    }

    func missingNote(_ quarters: [String]) -> String {
        "The data hold no claim of \(quarters.joined(separator: ", ")). What follows covers the other quarters alone;"
            + " do not quote it as the year to date."
    }

    func lateDataNote(_ first: String, since: String) -> String {
        "The data begin with \(first), the programme on \(since). What follows covers the data alone;"
            + " do not quote it as figures since the start."
    }

    func holeNote(_ quarters: [String]) -> String {
        let list =
            quarters.prefix(8).joined(separator: ", ") + (quarters.count > 8 ? " … (\(quarters.count) in all)" : "")
        return "The data hold no claim of \(list). What follows covers the data alone;"
            + " do not quote it as figures since the start."
    }

    func forgottenNote(before day: String, _ start: Cumulative.SinceStart, _ currency: Currency) -> String {
        "The register has forgotten all records before \(day), so people are exact from that day on only. Since "
            + "\(self.day(start.since)) there were \(headline(Int128(start.personTimeCount), .personTimes, currency)) "
            + "person-times and \(headline(start.amountMinor, .amount, currency)), with what was forgotten as it stood then."
    }

    func unidentifiedSentence(_ tally: Tally, _ currency: Currency) -> String {
        "The IDs of \(headline(Int128(tally.recordCount), .personTimes, currency))"
            + " \(tally.recordCount == 1 ? "person-time" : "person-times") of the quarter,"
            + " worth \(headline(tally.amountMinor, .amount, currency)), are damaged or wrong."
            + " They count in person-times and money, not in recipients."
    }

    func breakdownHeading(_ title: String) -> InlineText {
        "By \(value: title)"
    }

    func name(_ line: BalanceLine) -> String {
        switch line {
        case .records: "Records"
        case .paid: "Paid"
        case .unpaid: "Unpaid"
        case .reversals: "Reversals"
        case .duplicates: "Duplicates"
        case .superseded: "Superseded"
        case .rejected: "Rejected"
        case .scaffolding: "No records"
        case .fullyReversed: "Of paid: fully reversed"
        case .unidentified: "Of paid: unidentified"
        }
    }

    func explain(_ line: BalanceLine) -> String {
        switch line {
        case .records: "Every record of the inputs, headers not counted"
        case .paid: "Paid records that stand, also those reversed since"
        case .unpaid: "Unpaid records that stand, such as pending and refused ones"
        case .reversals: "Reversals that took their amount off a claim"
        case .duplicates: "Records that say the same as the version that stands"
        case .superseded: "Versions that a later record of the same claim replaced"
        case .rejected: "Records that cannot be used: reasons below, each one in rejects.csv"
        case .scaffolding: "Lines of totals and signatures, repeated headers, and lines of delimiters alone"
        case .fullyReversed: "Taken back whole, so no recipient and no person-time"
        case .unidentified: "Count in person-times and money, not in recipients"
        }
    }

    func explain(_ reason: RejectReason) -> String {
        switch reason {
        case .malformedRecord: "Broken record: wrong number of fields, broken quoting, or bytes invalid in the encoding"
        case .missingClaim: "No claim number"
        case .damagedClaim: "A claim number that a spreadsheet ruined (scientific notation, or last digits made 0)"
        case .unknownStatus: "A status that the pipeline file does not list"
        case .badDate: "A date that is missing, not understood, or in no calendar"
        case .forgottenQuarter:
            "Paid in a quarter that the register has forgotten, so nobody can tell whether it was counted"
        case .badAmount: "An amount that is missing, not understood, too finely divided, wrongly negative or too large"
        case .zeroAmount: "Paid, but of no money"
        case .missingPerson: "No ID number"
        case .damagedPerson: "An ID ruined by a spreadsheet: scientific notation, or the last three digits made 000"
        case .badPerson: "A wrong ID: its length, birth date or check character"
        case .reversalWithoutClaim: "A reversal of no standing paid claim"
        case .reversalExceedsClaim: "A reversal of more than is left of the claim"
        }
    }

    func name(_ level: Finding.Level) -> String {
        switch level {
        case .note: "Note"
        case .warning: "Warning"
        case .error: "Error"
        }
    }

    func finding(_ level: String, code: String, message: String) -> InlineText {
        "\(strong: level) (\(value: code)): \(value: message)"
    }

    func withheldGroups(_ count: Int) -> String {
        "withheld groups (\(count))"
    }

    func smallLegend(minGroup: Int) -> InlineText {
        "\(Mark.small) withheld: fewer than \(minGroup) recipients"
    }

    func kept(_ text: String) -> String {
        text + " (kept figures)"
    }

    func keptNote(_ keptFrom: String) -> String {
        "The records of quarters with kept figures were forgotten when their time of retention was over, and their "
            + "figures are those of then; from \(keptFrom) on all is counted anew."
    }

    func derived(_ balance: Balance, keptFrom: String?, hasUnlisted: Bool, _ currency: Currency) -> [String] {
        let quarters =
            (keptFrom.map { "all quarters from \($0) on" } ?? "all quarters")
            + (hasUnlisted ? ", those not listed included," : "")
        let standing = balance.paid.recordCount - balance.fullyReversed.recordCount
        let net = balance.paid.amountMinor - balance.reversals.amountMinor
        return [
            "Person-times of \(quarters) = paid − fully reversed = \(NumberStyle.exact(Int128(standing)))",
            "Amount of \(quarters) = paid − reversals = "
                + quantity(NumberStyle.exact(net, decimals: currency.minorDigits), .amount, currency),
        ]
    }

    func sources(pipelineFile: String, sha256: String, version: String) -> InlineText {
        "Sources: the inputs above; pipeline file \(value: pipelineFile) (SHA-256 \(code: sha256)); program \(value: "aidstats " + version)."
    }
}

extension EnglishWording {
    var labels: ReportLabels {
        ReportLabels(
            provisionalNote: """
                \(strong: "Provisional:") the exports stop before the quarter's last days. The figures may still \
                change; say so when quoting them.
                """,
            yearEarlierHeading: "Against the year earlier",
            quarterEarlierHeading: "Against the quarter earlier",
            yearToDateHeading: "Year to date",
            cumulativeHeading: "Cumulative",
            quartersHeading: "All quarters",
            unidentifiedHeading: "Unidentified",
            balanceHeading: "Balance",
            reasonsHeading: "Reasons for rejection",
            inputsHeading: "Inputs",
            findingsHeading: "Findings",
            definitionsHeading: "Definitions",
            measure: "Measure",
            change: "Change",
            percent: "Percent",
            group: "Group",
            quarter: "Quarter",
            line: "Where it went",
            recordCount: "Records",
            explanation: "Meaning",
            reason: "Reason",
            file: "File",
            format: "Format",
            encoding: "Encoding",
            byteCount: "Bytes",
            hash: "SHA-256, first 12 digits",
            groupQuarterHeading: "The quarter and the year earlier",
            groupYearToDateHeading: "Year to date and the year earlier",
            groupCumulativeHeading: "Cumulative",
            allGroups: "All",
            emptyGroup: EmptyGroup.name + " (left empty)",
            groupsNote:
                "A person can be aided in several groups, so the groups' recipients may add up to more than all.",
            quartersNote: "All counted anew from the present inputs. A person can be aided in several quarters, so the "
                + "quarters' recipients do not add up.",
            balanceNote: "Every record went exactly one way:",
            hashNote: "The whole SHA-256 of each file is in report.json.",
            zeroBase: "base is 0",
            noYearEarlier: "There are no figures for the same period a year earlier to compare with.",
            roundedBase: "base is rounded",
            firstTime: "First-time recipients",
            returning: "Returning recipients",
            firstTimeUnknown: "cannot be told, as the data begin after the programme",
            firstTimeUnknownForHole: "cannot be told, as the data lack quarters in between",
            personTimesPerRecipient: "Person-times per recipient",
            amountPerRecipient: "Amount per recipient",
            restatementHeading: "Restatement",
            firstPublished: "First published",
            lastPublished: "Last published",
            published: "Published",
            now: "Now",
            asLastPublished: "The figures are as last published.",
            causesHeading: "What has changed them",
            cause: "Cause",
            claimCount: "Claims",
            all: "All",
            causesNote: "The person-times and the money of all causes add up to the whole change; recipients do not. A "
                + "claim may be concerned by several causes.",
            complementLegend: "\(Mark.complement) withheld, as a small group's figures would follow from it",
            absentLegend: "– no data",
            colon: ": ",
            sentenceSpace: " ",
            legendSeparator: "; "
        )
    }
}
