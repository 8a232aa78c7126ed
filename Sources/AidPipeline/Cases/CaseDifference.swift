import AidModel

/// How what came of a test differs from what it expects.
enum CaseDifference: Sendable {
    case figure(Measure, expected: String, got: String)
    /// - Parameter why: what most likely made them rejects.
    case rejects(RejectReason, expected: Int, got: Int, why: BilingualText?)
    /// Its lines cannot be read at all.
    case unread(BilingualText)
    /// There can be no figures of its quarter.
    case uncounted(BilingualText)
}
