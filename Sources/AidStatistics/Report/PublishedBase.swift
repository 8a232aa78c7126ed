package import AidModel

/// The base of a comparison as it was published, where its figures now are others.
///
/// A reader who has the printed figures of the year earlier must find the change against
/// those too, and not only against what has since been counted anew.
package struct PublishedBase: Sendable, Hashable {
    package let published: Restatement.Published
    /// What is held against it.
    private let now: Figures

    package init(_ published: Restatement.Published, now: Figures) {
        self.published = published
        self.now = now
    }

    /// Everything that the change can be; nil: the measure was not published.
    package func change(_ measure: Measure) -> FigureRange? {
        published.figures[measure].map { FigureRange(exactly: now[measure]) - $0 }
    }

    /// The change in percent of the published figure.
    package func percent(_ measure: Measure) -> Percent {
        guard let base = published.figures[measure] else { return .noneAbsent }
        return base.exactly.map { Percent(change: now[measure] - $0, base: $0) } ?? .noneRounded
    }
}
