package import AidModel

/// All that a report says of one quarter, exact and in no language: the source of
/// report.json, report.md, the page and its charts.
package struct QuarterReport: Sendable, Hashable {
    package var programme: Programme
    package var quarter: Quarter
    /// Whether the exports stop before the quarter's last days (初步).
    package var isProvisional: Bool
    package var figures: Figures
    /// Recipients of the quarter who are in none before it since the programme's start (首次受助);
    /// nil: the data lack quarters since then, so it cannot be told.
    package var firstTimeCount: Int?
    /// Person-times of the quarter and their money that count no recipient.
    package var unidentified: Tally
    /// How the figures differ from what was published of the quarter; nil: it was not
    /// published, or they do not differ.
    package var restatement: Restatement?
    package var yearEarlier: Comparison
    package var quarterEarlier: Comparison
    package var yearToDate: YearToDate
    package var cumulative: Cumulative
    package var breakdowns: [BreakdownReport]
    /// What quartiles were asked for.
    package var measures: [MeasureReport]
    /// Every quarter of the data up to that of the report, also those without claims in between, oldest first.
    package var quarters: [QuarterTotal]
    /// Those after it, of which the report shows nothing.
    package var laterQuarters: [QuarterTotal]
    /// Claims whose dates are so far from all others that they are in no quarter at all.
    package var farOffClaimCount: Int
    package var balance: Balance
    /// The same for each input, in input order; what is published of them is `publishedInputs`.
    package var inputs: [InputBalance]
    /// The reference tables that groups come from; whoever has joined them says it.
    package var tables: [ReferenceTableReport] = []
    /// The claims held against the programme's rules; nil: the pipeline file states none.
    package var rules: RuleReport?
    /// What stands for the inputs where the names of some would tell names that are withheld: a pattern, or nothing;
    /// nil: they have their names.
    package var namelessInputs: String?
    /// Figures for a thousand members; nil: nobody says how many there are.
    package var members: MemberRates?
    /// What a reader must know of the data, in no language.
    package var observations: [ReportObservation]
    /// The same and all else that a reader must know, in words; whoever has counted says it.
    package var findings: [Finding]
    /// The smallest number of recipients shown in a group; 0 shows all.
    package var minGroup: Int
    /// What hides a figure of one person's money; nil: nothing does.
    package var pPercent: PPercentRule?
    /// The first quarter whose records a register has still; the figures of those before are as they were when it
    /// forgot them. nil: it has forgotten none.
    package var keptFrom: Quarter?

    package init(
        programme: Programme, quarter: Quarter, isProvisional: Bool, figures: Figures, firstTimeCount: Int?,
        unidentified: Tally, yearEarlier: Comparison, quarterEarlier: Comparison, yearToDate: YearToDate,
        cumulative: Cumulative,
        breakdowns: [BreakdownReport], measures: [MeasureReport] = [], quarters: [QuarterTotal], balance: Balance,
        inputs: [InputBalance],
        observations: [ReportObservation] = [], findings: [Finding], minGroup: Int, restatement: Restatement? = nil,
        keptFrom: Quarter? = nil,
        laterQuarters: [QuarterTotal] = [], farOffClaimCount: Int = 0
    ) {
        self.laterQuarters = laterQuarters
        self.farOffClaimCount = farOffClaimCount
        self.keptFrom = keptFrom
        self.programme = programme
        self.quarter = quarter
        self.isProvisional = isProvisional
        self.figures = figures
        self.firstTimeCount = firstTimeCount
        self.unidentified = unidentified
        self.yearEarlier = yearEarlier
        self.quarterEarlier = quarterEarlier
        self.yearToDate = yearToDate
        self.cumulative = cumulative
        self.breakdowns = breakdowns
        self.measures = measures
        self.quarters = quarters
        self.balance = balance
        self.inputs = inputs
        self.observations = observations
        self.findings = findings
        self.minGroup = minGroup
        self.restatement = restatement
    }
}

extension QuarterReport {
    /// The figures of all groups together.
    package subscript(period: ReportPeriod) -> Shown<Figures> {
        switch period {
        case .quarter: .known(figures)
        case .yearEarlier: yearEarlier.base
        case .quarterEarlier: quarterEarlier.base
        case .yearToDate: yearToDate.figures
        case .yearToDateYearEarlier: yearToDate.yearEarlier.base
        case .cumulative: .known(cumulative.figures)
        }
    }
}

/// From 1 January to the end of the quarter (今年以来); its recipients are counted anew.
package struct YearToDate: Sendable, Hashable {
    package var figures: Shown<Figures>
    /// Against the same span of the year before; `quarter` is that span's last.
    package var yearEarlier: Comparison

    package init(figures: Shown<Figures>, yearEarlier: Comparison) {
        self.figures = figures
        self.yearEarlier = yearEarlier
    }
}

/// From the programme's start to the end of the quarter (累计).
package struct Cumulative: Sendable, Hashable {
    package var since: CalendarDay
    package var through: CalendarDay
    package var figures: Figures
    /// Where a register has forgotten quarters, `since` is the first day from which people are told apart,
    /// and this is what is known from the programme's start; nil: nothing was forgotten.
    package var sinceStart: SinceStart?

    /// Person-times and money, which add up whoever had them.
    package struct SinceStart: Sendable, Hashable {
        package var since: CalendarDay
        package var personTimeCount: Int
        package var amountMinor: Int128

        package init(since: CalendarDay, personTimeCount: Int, amountMinor: Int128) {
            self.since = since
            self.personTimeCount = personTimeCount
            self.amountMinor = amountMinor
        }
    }

    package init(since: CalendarDay, through: CalendarDay, figures: Figures, sinceStart: SinceStart? = nil) {
        self.since = since
        self.through = through
        self.figures = figures
        self.sinceStart = sinceStart
    }
}

/// The groups of one breakdown: of one field, or of two together.
package struct BreakdownReport: Sendable, Hashable {
    /// One field of a breakdown by two.
    package struct Axis: Sendable, Hashable {
        package var field: String
        package var title: BilingualText
        /// Its groups that a line of the breakdown names, in their order; nil for 未填.
        package var groups: [String?]

        package init(field: String, title: BilingualText, groups: [String?]) {
            self.field = field
            self.title = title
            self.groups = groups
        }
    }

    /// The field's name in the pipeline file; of two fields `GroupPair.field`.
    package var field: String
    /// What reports call it.
    package var title: BilingualText
    /// Every group of any period shown, by the bytes of its name; then one line for all whose names are withheld;
    /// `未填` last.
    package var groups: [GroupReport]
    /// Of a breakdown by two fields both; else none.
    package var axes: [Axis]
    /// What people are shown of many groups; nil: all of them.
    package var bound: Bound?

    /// The largest groups by name, and the rest of them in one line.
    package struct Bound: Sendable, Hashable {
        /// Their places among `groups`, the largest first.
        package var listed: [Int]
        /// How many groups are in the rest: all others but 未填, those whose names are withheld among them.
        package var restCount: Int
        /// Their figures, with the people told apart.
        package var rest: GroupReport

        package init(listed: [Int], restCount: Int, rest: GroupReport) {
            self.listed = listed
            self.restCount = restCount
            self.rest = rest
        }
    }

    /// The groups that people are shown in lines of their own: all, or the largest and 未填.
    package var listed: [GroupReport] {
        guard let bound else { return groups }
        return bound.listed.map { groups[$0] } + groups.filter { $0.group == nil && $0.withheldCount == 0 }
    }

    package init(field: String, title: BilingualText, groups: [GroupReport], axes: [Axis] = []) {
        self.axes = axes
        self.field = field
        self.title = title
        self.groups = groups
    }
}

package struct GroupReport: Sendable, Hashable {
    /// The value in the export, or nil where it was empty (未填), and where names are withheld.
    package var group: String?
    /// Of a breakdown by two fields the group of each, nil for 未填; none where names are withheld.
    package var names: [String?]
    /// How many groups the line stands for whose names are withheld; 0: it is a group's own.
    package var withheldCount: Int
    package var figures: Shown<Figures>
    package var yearEarlier: Comparison
    package var quarterEarlier: Comparison
    package var yearToDate: YearToDate
    package var cumulative: Shown<Figures>

    package init(
        group: String?, names: [String?] = [], withheldCount: Int = 0, figures: Shown<Figures>, yearEarlier: Comparison,
        quarterEarlier: Comparison, yearToDate: YearToDate, cumulative: Shown<Figures>
    ) {
        self.group = group
        self.names = names
        self.withheldCount = withheldCount
        self.figures = figures
        self.yearEarlier = yearEarlier
        self.quarterEarlier = quarterEarlier
        self.yearToDate = yearToDate
        self.cumulative = cumulative
    }
}

/// One input, what it is, and where its records went.
package struct InputBalance: Sendable, Hashable {
    /// The path as the pipeline file or the user names it, without numbers of persons.
    package var name: String
    package var byteCount: Int
    /// Lower-case hexadecimal; nil where the run was told not to take it.
    package var sha256: String?
    /// `csv` or `xml`.
    package var format: String
    /// `utf-8`, `gb18030` or `utf-16`.
    package var encoding: String
    package var balance: Balance

    package init(name: String, byteCount: Int, sha256: String?, format: String, encoding: String, balance: Balance) {
        self.name = PersonalNumbers.masked(in: name)
        self.byteCount = byteCount
        self.sha256 = sha256
        self.format = format
        self.encoding = encoding
        self.balance = balance
    }
}
