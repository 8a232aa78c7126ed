package import AidModel

/// Where a file's records keep what is counted, as the pipeline file says.
package struct RecordLayout: Sendable, Hashable {
    /// One field: its name in the pipeline file, and where a record may hold it.
    package struct Field: Sendable, Hashable {
        package var name: String
        /// Names of columns; of child elements (`a/b`, `{uri}a`); or of attributes (`@x`, `a/@x`).
        package var from: [String]
        /// What reports call it.
        package var title: BilingualText
        /// Whether a file may lack it altogether.
        package var isOptional: Bool
        /// Whether nobody asked for it (`AmountMark`): a file may have several, of which one counts.
        var isMark = false
        /// Of a breakdown: which of its values mean another one.
        package var values: ValueNames
        /// Of a breakdown: what its values are derived from; nil: `from` names their column.
        package var source: GroupSource?

        package init(
            name: String, title: BilingualText? = nil, from: [String], isOptional: Bool = false,
            values: ValueNames = ValueNames([:]), source: GroupSource? = nil
        ) {
            self.values = values
            self.source = source
            self.name = name
            self.title = title ?? .init(zh: name, en: name)
            self.from = from
            self.isOptional = isOptional
        }
    }

    /// How a person is told from another (`type`, `otherDocuments`, `invalid`).
    package enum PersonRule: Sendable, Hashable {
        case residentID(acceptsOtherDocuments: Bool, countsInvalidAsUnidentified: Bool)
        case text
    }

    /// What becomes of paid records of no money (`count.zeroAmount`).
    package enum ZeroAmounts: String, Sendable, Hashable, CaseIterable {
        case count
        case reject
        /// As if they were unpaid.
        case ignore
    }

    /// What records are.
    package enum Content: Sendable, Hashable {
        case claims
        /// Rows of a reference table: `person` is what they are about, `day` the first day, `amount` the last one.
        case spells
    }

    package var content = Content.claims
    /// nil: every record is a claim of its own.
    package var claim: Field?
    /// Whether claim numbers that look as if a spreadsheet had cut them are taken as they stand (`cutNumbers`).
    package var acceptsCutNumbers = false
    package var person: Field
    /// The same of documents that are no resident IDs.
    package var acceptsCutDocuments = false
    package var personRule: PersonRule
    /// The date that `count.period` names.
    package var day: Field
    package var amount: Field
    /// nil: every record is paid.
    package var status: Field?
    /// The class of each state that is known, cleaned as field values are.
    package var statusClasses: [String: ClaimClass]
    package var reverses: Field?
    /// The date of the treatment; nil: nothing asks for it.
    package var treatment: Field?
    /// What the aid is worked out from (`basis`); nil: no rules ask for it.
    package var basis: Field?
    /// The unit of the basis, as `amountUnit` is that of amounts.
    package var basisUnit: MoneyUnit?
    package var breakdowns: [Field]
    package var currency: Currency
    /// What amounts are given in; nil: nothing says it, so each may say it itself, and else it is the major unit.
    package var amountUnit: MoneyUnit?
    /// The whole number that an amount is multiplied by, such as days of a daily rate; nil: there is none.
    package var times: Field?
    package var zeroAmounts = ZeroAmounts.count
    /// Whose days a date with an offset from UTC is counted by.
    package var zone = ZoneOffsets.shanghai
    /// What dates may look like besides the forms that have one reading alone.
    package var dateForms: [DateForm] = []
    /// The same of the date of the treatment.
    package var treatmentDateForms: [DateForm] = []
    /// Claims paid before it belong to quarters that a register has forgotten; nil: to none.
    package var forgottenBefore: CalendarDay?

    package init(
        claim: Field?, person: Field, personRule: PersonRule, day: Field, amount: Field, status: Field?,
        statusClasses: [String: ClaimClass], reverses: Field?, breakdowns: [Field], currency: Currency
    ) {
        self.claim = claim
        self.person = person
        self.personRule = personRule
        self.day = day
        self.amount = amount
        self.status = status
        self.statusClasses = statusClasses
        self.reverses = reverses
        self.breakdowns = breakdowns
        self.currency = currency
    }

    /// The layout of a reference table.
    ///
    /// - Parameters:
    ///   - key: what its rows are about.
    ///   - first: the first day, which a row may lack.
    ///   - last: the last day, likewise.
    ///   - claims: the layout of the claims that it is for.
    package init(
        spells key: Field, rule: PersonRule, first: Field, last: Field, values: [Field], of claims: RecordLayout
    ) {
        self.init(
            claim: nil, person: key, personRule: rule, day: first, amount: last, status: nil, statusClasses: [:],
            reverses: nil, breakdowns: values, currency: claims.currency)
        content = .spells
        zone = claims.zone
    }

    /// The fields that the pipeline file names, each once.
    package var namedFields: [Field] {
        [claim, person, day, amount, status, reverses, treatment, times, basis].compactMap { $0 } + breakdowns
    }

    /// The breakdowns whose values records have, and no reference table.
    package var recordBreakdowns: [Field] { breakdowns.filter { $0.source?.tableValue == nil } }

    /// Values of `recordBreakdowns` as values of `breakdowns`: those of tables are empty until they are joined.
    package func withTablePlaces(_ groups: [[String]]) -> [[String]] {
        groups.map { values in
            var next = values.makeIterator()
            return breakdowns.map { $0.source?.tableValue == nil ? next.next() ?? "" : "" }
        }
    }

    /// Values of `breakdowns` as values of `recordBreakdowns`.
    package func withoutTablePlaces(_ values: [String]) -> [String] {
        zip(breakdowns, values).filter { $0.0.source?.tableValue == nil }.map(\.1)
    }

    /// All fields that are read, in the order in which a `RecordBuffer` holds them: those that are named, and
    /// what may say the unit of an amount.
    package var wantedFields: [Field] {
        namedFields + amountMarks.map { $0.field(of: amount) }
    }

    /// What may stand beside an amount, where there is one.
    var amountMarks: [AmountMark] { content == .claims ? AmountMark.allCases : [] }

    /// For each wanted field the elements and attributes of XML that may hold it; names of columns that are no
    /// names of XML are left out.
    package var elementPaths: [[ElementPath]] {
        wantedFields.map { field in
            field.from.compactMap { name in
                var path = ElementPath(name)
                path?.isMark = field.isMark
                return path
            }
        }
    }
}
