package import AidModel
package import AidStatistics

/// Two sets of figures side by side: what has changed, and no more than is certain of it.
package struct ComparisonReport: Sendable {
    /// One period and group that either side has.
    struct Line: Sendable, Hashable {
        let period: PublishedCell.Period
        let group: PublishedCell.Group?
        /// nil: the side does not have it.
        let base: PublishedCell.Content?
        let now: PublishedCell.Content?

        func change(_ measure: Measure) -> FigureChange {
            FigureChange(from: base, to: now, measure)
        }
    }

    let base: ComparedSide
    let now: ComparedSide
    let currency: Currency
    /// Whether the cells of the period `quarter` are those of spans of quarters.
    let isOfSpans: Bool
    let fieldTitles: [String: BilingualText]
    /// By period; the total before its groups, the groups as the sides have them.
    let lines: [Line]
    /// How many groups of a breakdown the text shows, by its field; of those that it does not name as many as usual.
    let limits: [String: ShownGroupLimit]
    /// Whether the text shows every group.
    let showsAllGroups: Bool

    /// - Parameters:
    ///   - base: what the change is counted from.
    ///   - now: what it is counted to.
    ///   - isOfSpans: whether the cells of the period `quarter` are those of spans of quarters,
    ///     such as 2022Q1..2022Q4; the report then calls them so.
    ///   - fieldTitles: what people call a breakdown, by its name in the pipeline file.
    package init(
        base: ComparedSide, now: ComparedSide, currency: Currency, isOfSpans: Bool = false,
        fieldTitles: [String: BilingualText] = [:], limits: [String: ShownGroupLimit] = [:],
        showsAllGroups: Bool = false
    ) {
        self.fieldTitles = fieldTitles
        self.limits = limits
        self.showsAllGroups = showsAllGroups
        self.base = base.notingWithheldNames
        self.now = now.notingWithheldNames
        self.currency = currency
        self.isOfSpans = isOfSpans
        let (baseContents, nowContents) = (base.contents, now.contents)
        lines = PublishedCell.Period.allCases.flatMap { period in
            ComparisonReport.groups(period, base, now).map { group in
                let place = ComparedSide.Place(period: period, group: group)
                return Line(period: period, group: group, base: baseContents[place], now: nowContents[place])
            }
        }
    }

    /// Every group of a period once; nil, the total, first.
    private static func groups(
        _ period: PublishedCell.Period, _ base: ComparedSide, _ now: ComparedSide
    ) -> [PublishedCell.Group?] {
        let all = (base.cells + now.cells).filter { $0.period == period && $0.group?.isWithheld != true }.map(\.group)
        var seen: Set<PublishedCell.Group?> = []
        let once = all.filter { seen.insert($0).inserted }
        // Fields one after the other, though one side may lack some of a field's groups.
        let fields = once.compactMap { $0?.field }
        let order = Dictionary(zip(fields, 0...)) { first, _ in first }
        return once.enumerated().sorted { one, other in
            let places = (
                one.element.map { order[$0.field] ?? 0 } ?? -1, other.element.map { order[$0.field] ?? 0 } ?? -1
            )
            return places.0 == places.1 ? one.offset < other.offset : places.0 < places.1
        }.map(\.element)
    }
}
