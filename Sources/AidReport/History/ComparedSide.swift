package import AidModel

/// One of the two sets of figures that are held side by side: a quarter, a span, a vintage, a report.
package struct ComparedSide: Sendable, Hashable {
    /// What the figures are, for example “2023Q2，第1版，2023-07-14 发布”.
    package var title: BilingualText
    package var cells: [PublishedCell]
    /// What a reader of the figures must know, one sentence each.
    package var notes: [BilingualText]
    /// Why there is no cell at all; nil: there are some, or nobody knows.
    package var whyEmpty: WhyLacking?

    package init(
        title: BilingualText, cells: [PublishedCell], notes: [BilingualText] = [], whyEmpty: WhyLacking? = nil
    ) {
        self.title = title
        self.cells = cells
        self.notes = notes
        self.whyEmpty = whyEmpty
    }

    /// The side, with a note where a group that it does not have may be one that it does not name.
    var notingWithheldNames: ComparedSide {
        guard cells.contains(where: { $0.group?.isWithheld == true }) else { return self }
        var side = self
        side.notes.append(HistoryWords.withheldNames)
        return side
    }

    struct Place: Hashable {
        let period: PublishedCell.Period
        let group: PublishedCell.Group?
    }

    /// What it has of every period and group.
    var contents: [Place: PublishedCell.Content] {
        Dictionary(
            cells.map { (Place(period: $0.period, group: $0.group), $0.content) },
            uniquingKeysWith: { first, _ in first })
    }
}
