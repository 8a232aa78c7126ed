import AidModel

/// The lines of a balance in the order in which reports show them; the raw value is the key in report.json.
enum BalanceLine: String, CaseIterable {
    case records
    case paid
    case unpaid
    case reversals
    case duplicates
    case superseded
    case rejected
    case scaffolding
    case fullyReversed
    case unidentified

    /// The lines that add up to `records`.
    static let parts: [BalanceLine] = [.paid, .unpaid, .reversals, .duplicates, .superseded, .rejected, .scaffolding]
}

extension Balance {
    subscript(line: BalanceLine) -> Tally {
        switch line {
        case .records: records
        case .paid: paid
        case .unpaid: unpaid
        case .reversals: reversals
        case .duplicates: duplicates
        case .superseded: superseded
        case .rejected: rejected
        case .scaffolding: scaffolding
        case .fullyReversed: fullyReversed
        case .unidentified: unidentified
        }
    }

    /// The reasons that occur, in the order in which they are tried.
    var reasons: [(reason: RejectReason, tally: Tally)] {
        RejectReason.allCases.compactMap { reason in
            rejectedByReason[reason].flatMap { $0 == .zero ? nil : (reason, $0) }
        }
    }
}
