import AidModel

/// What `register.json` says: the register is what this list names, and nothing else in the folder.
struct RegisterList: Sendable, Hashable {
    static let fileName = "register.json"
    static let newFileName = "register.json.new"
    /// 2 keeps rejects and scaffolding of every export.
    /// 3 keeps the days from the treatment to the payment.
    static let version = 3
    static let oldestVersion = 1

    var keyFingerprint: String
    var purpose: RegisterPurpose
    /// How often the register was changed.
    var changeCount = 0
    var inputs: [RegisterInput] = []
    var peopleCount = 0
    var groupCount = 0
    var segments: [RegisterSegment] = []
    var forgotten: ForgottenQuarters?
    /// The report that was published with the last delivery.
    var publication: RegisterPublication?

    var breakdowns: [String] { purpose.breakdowns }

    func segments(_ kind: RegisterSegment.Kind) -> [RegisterSegment] { segments.filter { $0.kind == kind } }

    /// Whether the list agrees with itself.
    var isConsistent: Bool {
        let names = Set(segments.map(\.name))
        return names.count == segments.count
            && segments.allSatisfy {
                $0.change >= 1 && $0.change <= changeCount && ($0.kind == .quarter) == ($0.quarter != nil)
            }
            && segments(.people).map(\.rowCount).reduce(0, +) == peopleCount
            && segments(.groups).map(\.rowCount).reduce(0, +) == groupCount
            && segments(.rejects).map(\.rowCount).reduce(0, +)
                == inputs.reduce(0) { $0 + ($1.keepsRejects ? $1.rejectedCount : 0) }
            && segments(.peopleQuarters).count <= 1 && segments(.several).count <= 1
            && Set(inputs.map(\.sha256)).count == inputs.count
    }
}
