import AidModel

/// What is known of groups before anything is decided: one for all who ask, since they ask often.
final class KnownGroups: Sendable {
    let minGroup: Int
    /// What hides a figure of one person's money; nil: nothing does.
    let rule: PPercentRule?
    let series: [GroupSeries]
    /// Of each period its span; nil: it is not shown.
    let spans: [Range<Int>?]
    /// Of each series whether there is a table that prints it.
    let isPrinted: [Bool]
    /// Of each series those that take it in: none of its people is missing there.
    let outer: [[Int]]
    /// Of each series the periods in which it has claims.
    let filled: [PeriodSet]
    /// Time between the knots at which anything begins or ends that is or was printed.
    let pieces: GroupPieces
    /// Of each piece whether nobody knows that a group has claims in it.
    let isPartOfQuarter: [Bool]
    /// Of each period the numbers of its ends; nil: it is not shown.
    let endsOfPeriods: [Range<Int>?]
    /// Of each series the ends of the spans that earlier reports have shown.
    let shownEnds: [[Range<Int>]]
    /// Of each series what earlier reports have hidden and must stay so, by the ends of its span, in order.
    let kept: [[(span: Range<Int>, edge: HiddenEdge)]]
    /// Of each series its figures of each period, one series after the other.
    private let figuresOfPeriods: [Figures]

    /// - Parameter partAtoms: those that are no whole quarters.
    init(
        _ series: [GroupSeries], spans: [Range<Int>?], minGroup: Int, rule: PPercentRule?, partAtoms: Set<Int>,
        isPrinted: [Bool], outer: [[Int]]
    ) {
        self.series = series
        self.spans = spans
        self.minGroup = minGroup
        self.rule = rule
        self.isPrinted = isPrinted
        self.outer = outer
        filled = series.map { group in
            ReportPeriod.allCases.reduce(into: PeriodSet()) { filled, period in
                guard let span = spans[period.rawValue], group.times(in: span) > 0 else { return }
                filled.insert(PeriodSet(period))
            }
        }
        var knots = Set(spans.compactMap { $0 }.flatMap { [$0.lowerBound, $0.upperBound] })
        for group in series where group.isTold {
            for span in group.known.union(group.kept) { knots.formUnion([span.lowerBound, span.upperBound]) }
        }
        let pieces = GroupPieces(series, knots: knots)
        self.pieces = pieces
        isPartOfQuarter = pieces.spans.map { $0.count == 1 && partAtoms.contains($0.lowerBound) }
        endsOfPeriods = spans.map { $0.map { pieces.ends(of: $0) } }
        figuresOfPeriods = series.flatMap { group in ReportPeriod.allCases.map { group.figures[$0] } }
        shownEnds = series.map { $0.isTold ? $0.known.map { pieces.ends(of: $0) } : [] }
        kept = series.map { group in
            guard group.isTold else { return [] }
            return group.kept.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }.map { span in
                let then = group.uncertain(in: span)
                return (
                    pieces.ends(of: span),
                    HiddenEdge(
                        kind: group.isSmallThen(span, minGroup) ? .remembered : .kept, people: 0,
                        times: then.recordCount, money: then.amountMinor)
                )
            }
        }
    }

    func figures(_ place: Int, _ period: ReportPeriod) -> Figures {
        figuresOfPeriods[place * ReportPeriod.allCases.count + period.rawValue]
    }
}
