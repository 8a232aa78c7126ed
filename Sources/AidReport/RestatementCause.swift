import AidModel

/// The kinds of causes in the order in which reports show them; the raw value is the key in report.json.
enum RestatementCause: String, CaseIterable {
    case lateClaims
    case corrections
    case reversals
    case other
}

extension RestatementCauses {
    subscript(cause: RestatementCause) -> Change {
        switch cause {
        case .lateClaims: lateClaims
        case .corrections: corrections
        case .reversals: reversals
        case .other: other
        }
    }
}
