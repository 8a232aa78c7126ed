/// The figures of one period and group as they were published, each exact or rounded.
///
/// - Units: persons; person-times; the currency's minor unit. nil: not published.
package struct PublishedFigures: Sendable, Hashable {
    package var recipients: FigureRange?
    package var personTimes: FigureRange?
    package var amountMinor: FigureRange?

    package init(recipients: FigureRange?, personTimes: FigureRange?, amountMinor: FigureRange?) {
        self.recipients = recipients
        self.personTimes = personTimes
        self.amountMinor = amountMinor
    }

    package init(_ figures: Figures) {
        self.init(
            recipients: FigureRange(exactly: figures[.recipients]),
            personTimes: FigureRange(exactly: figures[.personTimes]),
            amountMinor: FigureRange(exactly: figures[.amount]))
    }

    package subscript(measure: Measure) -> FigureRange? {
        switch measure {
        case .recipients: recipients
        case .personTimes: personTimes
        case .amount: amountMinor
        }
    }

    /// The figures, where every one of them was published and is known exactly.
    package var exactly: Figures? {
        guard let recipientCount = recipients?.exactly.flatMap({ Int(exactly: $0) }),
            let personTimeCount = personTimes?.exactly.flatMap({ Int(exactly: $0) }),
            let amountMinor = amountMinor?.exactly
        else { return nil }
        return Figures(recipientCount: recipientCount, personTimeCount: personTimeCount, amountMinor: amountMinor)
    }
}

/// One cell of what was published of a quarter: a period, a group or the total, and its figures.
package struct PublishedCell: Sendable, Hashable {
    /// The periods that end with the quarter.
    package enum Period: String, Sendable, Hashable, CaseIterable {
        case quarter
        case yearToDate
        case cumulative
    }

    package struct Group: Sendable, Hashable {
        /// The breakdown's name in the pipeline file.
        package var field: String
        /// nil: the claims whose field was empty (未填). For those whose names are withheld, see `isWithheld`.
        package var name: String?

        package init(field: String, name: String?) {
            self.field = field
            self.name = name
        }
    }

    package enum Content: Sendable, Hashable {
        case figures(PublishedFigures)
        /// Kept back to protect people: `small` or `complement`.
        case suppressed(String)
    }

    package var period: Period
    /// nil: the total.
    package var group: Group?
    package var content: Content

    package init(period: Period, group: Group?, content: Content) {
        self.period = period
        self.group = group
        self.content = content
    }

    package var figures: PublishedFigures? {
        if case .figures(let figures) = content { figures } else { nil }
    }
}
