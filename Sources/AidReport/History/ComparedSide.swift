package import AidModel

/// One of the two sets of figures that are held side by side: a quarter, a span, a vintage, a report.
package struct ComparedSide: Sendable, Hashable {
    /// What the figures are, for example “2023Q2，第1版，2023-07-14 发布”.
    package var title: BilingualText
    package var cells: [PublishedCell]
    /// What a reader of the figures must know, one sentence each.
    package var notes: [BilingualText]

    package init(title: BilingualText, cells: [PublishedCell], notes: [BilingualText] = []) {
        self.title = title
        self.cells = cells
        self.notes = notes
    }

    func content(_ period: PublishedCell.Period, _ group: PublishedCell.Group?) -> PublishedCell.Content? {
        cells.first { $0.period == period && $0.group == group }?.content
    }
}
