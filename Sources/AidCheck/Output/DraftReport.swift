package import AidModel

/// What a terminal is told of a draft, piece by piece: what is kept of the pieces is bounded.
package struct DraftReport: Sendable {
    private let language: Language
    private var counts: [CheckedFigure.Verdict: Int] = [:]
    private var otherCount = 0
    private var others: [String] = []
    private var wrong: [String] = []
    private var wrongCount = 0
    private var listedCount = 0

    /// How many figures of something else are listed; the document has all.
    private static let othersLimit = 30
    /// How many wrong ones are listed once more at the end.
    private static let wrongLimit = 100
    /// With as many figures and more a reader has lost sight of the wrong ones at the end.
    private static let recapFrom = 8

    package init(_ language: Language) { self.language = language }

    /// The lines of a draft, or of its next piece.
    package mutating func text(_ check: DraftCheck) -> String {
        var text = ""
        for (place, figure) in check.figures.enumerated() {
            guard check.isListed(figure) else {
                otherCount += 1
                if others.count < Self.othersLimit { others.append(check.reference(place)) }
                continue
            }
            text += check.lines(place, language)
            counts[figure.verdict, default: 0] += 1
            listedCount += 1
            guard figure.mustBeMended else { continue }
            wrongCount += 1
            if wrong.count < Self.wrongLimit { wrong.append(check.reference(place)) }
        }
        let labels = DraftCheckLabels(language: language)
        for contradiction in check.contradictions {
            text += labels.contradiction(contradiction.reason, contradiction.figures.map(check.reference)) + "\n"
        }
        return text
    }

    /// What stands below all figures: those of something else, the wrong ones once more, the summary.
    package var end: String {
        let labels = DraftCheckLabels(language: language)
        var end = otherCount == 0 ? "" : labels.others(others, count: otherCount) + "\n"
        if wrongCount > 0, listedCount >= Self.recapFrom { end += labels.toMend(wrong, count: wrongCount) + "\n" }
        return end + DraftCheckLabels.summary(counts, others: otherCount)(language) + "\n"
    }

    /// Whether something in the draft must be mended.
    package var isWrong: Bool { wrongCount > 0 }
    /// How many figures there were, of ours and of others.
    package var figureCount: Int { listedCount + otherCount }
}
