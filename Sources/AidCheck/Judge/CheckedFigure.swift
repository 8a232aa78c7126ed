package import AidModel

/// What is to be said of one figure of a draft.
package struct CheckedFigure: Sendable, Hashable {
    package enum Verdict: String, Sendable, Hashable, CaseIterable {
        case right
        /// True, but not rounded as the facts are printed.
        case rounded
        /// The exact figure cannot be rounded to it.
        case wrong
        /// No fact tells, but other figures of the same draft contradict it.
        case contradicted
        /// No fact tells.
        case unknown

        /// A mark that tells verdicts apart without colours.
        var mark: String {
            switch self {
            case .right: "✓"
            case .rounded: "≈"
            case .wrong: "✗"
            case .contradicted: "≠"
            case .unknown: "?"
            }
        }
    }

    /// Its first character, from 1.
    package let lineNumber: Int
    package let columnNumber: Int
    /// As the draft shows it.
    package let text: String
    package let verdict: Verdict
    package let reason: BilingualText
    /// What it is about, as it was understood; nil: that could not be told.
    package let subject: BilingualText?
    /// What should stand there; nil: what stands there, or nobody knows.
    package let expected: BilingualText?
    /// The facts that tell, fewest first.
    package let factIDs: [String]
    package let isProvisional: Bool
    /// Whether it may be one of the programme's.
    package let isOurs: Bool
    package var mustBeMended: Bool { verdict == .wrong || verdict == .contradicted }
    /// In the file.
    let range: Range<Int>
    /// In the shown text.
    let shown: Range<Int>
}
