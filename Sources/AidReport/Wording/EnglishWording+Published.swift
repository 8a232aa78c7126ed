import AidModel
import AidStatistics

/// What was published before, and what has changed it.
extension EnglishWording {
    func range(_ lowest: String, _ highest: String) -> String {
        "\(lowest) to \(highest)"
    }

    func vintage(_ published: Restatement.Published) -> String {
        "vintage \(published.number), published on \(day(published.publishedOn))"
            + (published.reason.map { ": \(explain($0)) (\($0.rawValue))" } ?? "")
    }

    private func explain(_ reason: RestatementReason) -> String {
        switch reason {
        case .betterData: "better source data"
        case .routine: "routine recalculation"
        case .changedMethod: "changed method"
        case .correction: "correction"
        }
    }

    func name(_ cause: RestatementCause) -> String {
        switch cause {
        case .lateClaims: "Late claims"
        case .corrections: "Corrections"
        case .reversals: "Reversals"
        case .other: "Other"
        }
    }

    func explain(_ cause: RestatementCause) -> String {
        switch cause {
        case .lateClaims: "Claims that were not there, or not yet paid, when the quarter was last published"
        case .corrections: "Claims of which a later record says something else"
        case .reversals: "Claims of which reversals take off another amount than before"
        case .other: "What these do not account for: inputs or rules that are no longer the same"
        }
    }

    func asPublished(_ column: String) -> String {
        column + ", as published"
    }

    func asPublishedNote(_ published: Restatement.Published, quarter: String) -> String {
        "As published: against the figures of \(quarter) as last published (vintage \(published.number), "
            + "\(day(published.publishedOn)))."
    }
}
