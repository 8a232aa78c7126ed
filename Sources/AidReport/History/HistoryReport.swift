package import AidModel

/// Every published quarter: its vintages, how each differs from the one before, and from now.
///
/// One period and one group at a time, the totals of the quarters unless told otherwise.
package struct HistoryReport: Sendable {
    /// One quarter and what was published of it.
    struct QuarterHistory: Sendable, Hashable {
        let quarter: Quarter
        /// In the order of publication.
        let vintages: [Entry]
        let now: Now?
    }

    /// One vintage, and how it differs from the one before.
    struct Entry: Sendable, Hashable {
        let vintage: Vintage
        /// nil: neither published nor kept back.
        let content: PublishedCell.Content?
        /// One a measure; nil: it is the first.
        let revision: [Measure: FigureChange]?
    }

    /// What the newest run counted, and how it differs from the last vintage.
    struct Now: Sendable, Hashable {
        let isProvisional: Bool
        /// nil: no claim is dated in the quarter any more.
        let figures: PublishedFigures?
        let revision: [Measure: FigureChange]
        /// Whether it surely differs.
        let isDifferent: Bool
    }

    let programme: Programme
    let period: PublishedCell.Period
    let group: PublishedCell.Group?
    /// What people call a breakdown, by its name in the pipeline file.
    let fieldTitles: [String: BilingualText]
    /// Oldest first.
    let quarters: [QuarterHistory]
    /// Quarters that were counted and not published, oldest first.
    let unpublished: [QuarterTotal]

    var currency: Currency { programme.currency }

    /// - Parameters:
    ///   - vintages: of any quarters, in any order.
    ///   - now: the totals of the newest run; they count for the quarters' totals alone.
    package init(
        programme: Programme, vintages: [Vintage], now: [QuarterTotal] = [],
        period: PublishedCell.Period = .quarter, group: PublishedCell.Group? = nil,
        fieldTitles: [String: BilingualText] = [:]
    ) {
        self.fieldTitles = fieldTitles
        self.programme = programme
        self.period = period
        self.group = group
        let isTotal = period == .quarter && group == nil
        let totals = Dictionary((isTotal ? now : []).map { ($0.quarter, $0) }) { $1 }
        let published = Dictionary(grouping: vintages, by: \.quarter)
        quarters = published.sorted { $0.key < $1.key }.map { quarter, vintages in
            let entries = HistoryReport.entries(vintages.sorted { $0.number < $1.number }, period, group)
            return QuarterHistory(
                quarter: quarter, vintages: entries,
                now: totals[quarter].map { HistoryReport.now($0, after: entries.last?.content?.figures) })
        }
        unpublished = totals.values.filter { published[$0.quarter] == nil && $0.figures != nil }
            .sorted { $0.quarter < $1.quarter }
    }

    private static func entries(
        _ vintages: [Vintage], _ period: PublishedCell.Period, _ group: PublishedCell.Group?
    ) -> [Entry] {
        var before: PublishedCell.Content?
        return vintages.enumerated().map { index, vintage in
            let content = vintage.cells.first { $0.period == period && $0.group == group }?.content
            defer { before = content }
            return Entry(
                vintage: vintage, content: content,
                revision: index == 0 ? nil : changes { FigureChange(from: before, to: content, $0) })
        }
    }

    private static func now(_ total: QuarterTotal, after last: PublishedFigures?) -> Now {
        let figures = total.figures.map { PublishedFigures($0) }
        let isDifferent =
            if let now = total.figures {
                last.map { Restatement.differs(now, from: $0) } ?? false
            } else {
                last != nil
            }
        return Now(
            isProvisional: total.isProvisional, figures: figures,
            revision: changes { FigureChange(from: last?[$0], to: figures?[$0]) }, isDifferent: isDifferent)
    }

    private static func changes(_ change: (Measure) -> FigureChange) -> [Measure: FigureChange] {
        Dictionary(uniqueKeysWithValues: Measure.allCases.map { ($0, change($0)) })
    }
}

extension PublishedCell.Content {
    var figures: PublishedFigures? {
        if case .figures(let figures) = self { figures } else { nil }
    }

    /// `small` or `complement`; nil: it is not kept back.
    var suppressed: String? {
        if case .suppressed(let why) = self { why } else { nil }
    }
}
