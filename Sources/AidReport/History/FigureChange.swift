import AidModel

/// How one figure differs from another, as far as both are known.
struct FigureChange: Sendable, Hashable {
    /// now − base; nil: one of the two is not there.
    let range: FigureRange?
    let percent: PercentChange

    init(from base: FigureRange?, to now: FigureRange?) {
        guard let base, let now else {
            range = nil
            percent = .unknown(.absent)
            return
        }
        range = now - base
        percent = PercentChange(from: base, to: now)
    }

    /// The change of a figure that is withheld.
    static let suppressed = FigureChange(range: nil, percent: .unknown(.suppressed))

    private init(range: FigureRange?, percent: PercentChange) {
        self.range = range
        self.percent = percent
    }
}

/// What is certain of the direction of a change.
enum ChangeDirection: Sendable, Hashable {
    case none
    case up
    case down
    case notDown
    case notUp
    case unknown

    init(_ change: FigureRange) {
        switch (change.lowest.signum(), change.highest.signum()) {
        case (0, 0): self = .none
        case (1, _): self = .up
        case (_, -1): self = .down
        case (0, _): self = .notDown
        case (_, 0): self = .notUp
        default: self = .unknown
        }
    }
}

extension PercentChange {
    /// Both ends, or the one value; nil: there is none.
    var range: FigureRange? {
        switch self {
        case .hundredths(let hundredths): FigureRange(exactly: hundredths)
        case .between(let range): range
        case .unknown: nil
        }
    }

    var whyNone: Why? {
        if case .unknown(let why) = self { why } else { nil }
    }
}

extension FigureChange {
    /// The change of one measure between two cells, each of which may be missing or kept back.
    init(from base: PublishedCell.Content?, to now: PublishedCell.Content?, _ measure: Measure) {
        if base?.suppressed != nil || now?.suppressed != nil {
            self = .suppressed
        } else {
            self.init(from: base?.figures?[measure], to: now?.figures?[measure])
        }
    }
}
