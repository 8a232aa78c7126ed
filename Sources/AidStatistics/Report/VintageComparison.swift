import AidModel

/// Holds figures as they are now against those that were published.
struct VintageComparison {
    private let vintages: [Vintage]

    /// - Parameter vintages: of any quarters, in any order.
    init(_ vintages: [Vintage]) {
        self.vintages = vintages.sorted { $0.number < $1.number }
    }

    /// How the figures of a quarter differ from what was published of it; nil: it was not
    /// published, or they differ neither from the first vintage nor from the last.
    ///
    /// - Parameters:
    ///   - causes: what inputs later than the last vintage have changed; nil: not counted.
    ///   - whyUnknown: why the causes cannot be told, where the caller knows.
    func restatement(
        of quarter: Quarter, now: Figures, causes: RestatementCauses?, whyUnknown: Restatement.WhyUnknown?
    ) -> Restatement? {
        let published = published(quarter)
        guard let first = published.first, let last = published.last,
            Restatement.differs(now, from: first.figures) || Restatement.differs(now, from: last.figures)
        else { return nil }
        let why =
            whyImported(last, quarter) ?? whyUnknown ?? (causes == nil ? .notCompared : nil)
        return Restatement(
            first: first, last: last, now: now,
            causes: why == nil ? causes.flatMap { VintageComparison.completed($0, from: last, to: now) } : nil,
            whyUnknown: why)
    }

    /// The base of a comparison as last published, where it differs from what is counted now.
    ///
    /// - Parameters:
    ///   - recounted: the base's figures now; nil: the data hold none, as where it was
    ///     published before there were exports.
    ///   - now: the figures that are held against the base.
    func base(of quarter: Quarter, recounted: Figures?, now: Figures) -> PublishedBase? {
        guard let last = published(quarter).last else { return nil }
        if let recounted, !Restatement.differs(recounted, from: last.figures) { return nil }
        return PublishedBase(last, now: now)
    }

    /// The vintages that tell of a quarter as a whole, oldest first.
    private func published(_ quarter: Quarter) -> [Restatement.Published] {
        vintages.filter { $0.quarter == quarter }.compactMap { vintage in
            guard let figures = vintage.figures(.quarter), Measure.allCases.contains(where: { figures[$0] != nil })
            else { return nil }
            return Restatement.Published(
                number: vintage.number, publishedOn: vintage.publishedOn, reason: vintage.reason, figures: figures)
        }
    }

    /// Why nothing can be told of the causes of a change from printed figures; nil: they were not
    /// taken from print.
    private func whyImported(_ last: Restatement.Published, _ quarter: Quarter) -> Restatement.WhyUnknown? {
        let vintage = vintages.first { $0.quarter == quarter && $0.number == last.number }
        var isImported = last.figures.exactly == nil
        if case .imported = vintage?.origin { isImported = true }
        return isImported ? .importedAsPrinted : nil
    }

    /// The causes with what none of the three kinds accounts for.
    private static func completed(
        _ causes: RestatementCauses, from last: Restatement.Published, to now: Figures
    ) -> RestatementCauses? {
        guard let base = last.figures.exactly else { return nil }
        let known = [causes.lateClaims, causes.corrections, causes.reversals]
        var completed = causes
        completed.other = RestatementCauses.Change(
            personTimes: now.personTimeCount - base.personTimeCount - known.reduce(0) { $0 + $1.personTimes },
            amountMinor: now.amountMinor - base.amountMinor - known.reduce(0) { $0 + $1.amountMinor })
        return completed
    }
}
