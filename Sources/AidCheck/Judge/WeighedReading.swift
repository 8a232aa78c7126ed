package import AidModel

/// One way to understand a figure of a draft, held against the facts.
package struct WeighedReading: Sendable, Hashable {
    /// What speaks against it; 0: nothing, it is what the words say. See `DraftWeights`.
    package let cost: Int
    package let subject: BilingualText
    /// What the facts say; nil: they do not tell.
    package let value: BilingualText?
    /// Whether the figure agrees with that.
    package let holds: Bool
}

extension DraftCheck {
    /// The readings of all figures, for each the likeliest first.
    package var readings: [[WeighedReading]] {
        let wording = StatementWording(known: known)
        return DraftJudge(known: known).outcomes(understood).map { $0.map { DraftCheck.reading($0, wording) } }
    }

    /// The readings of one figure, the likeliest first.
    func readings(of place: Int) -> [WeighedReading] {
        let sentence = understood[place].sentence
        let first = understood[..<place].lastIndex { $0.sentence != sentence }.map { $0 + 1 } ?? 0
        let last = understood[place...].firstIndex { $0.sentence != sentence } ?? understood.count
        let wording = StatementWording(known: known)
        let outcomes = DraftJudge(known: known).outcomes(Array(understood[first..<last]))
        return outcomes[place - first].map { DraftCheck.reading($0, wording) }
    }

    private static func reading(_ outcome: DraftJudge.Outcome, _ wording: StatementWording) -> WeighedReading {
        let statement = outcome.reading.statement
        return WeighedReading(
            cost: outcome.reading.cost, subject: wording.subject(statement),
            value: outcome.value.map { wording.value(statement, $0) }, holds: outcome.isTrue)
    }
}
