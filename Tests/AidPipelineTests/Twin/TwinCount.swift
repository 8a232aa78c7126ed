/// What became of a record.
enum TwinFate: Equatable {
    case paid, unpaid, reversal, duplicate, superseded
    case scaffolding
    case rejected(String)
}

/// Recipients, person-times and money.
struct TwinFigures: Equatable {
    var recipients = 0
    var personTimes = 0
    var amount: Int128 = 0
}

/// Rules 3 to 6 of counting, the slow way.
struct TwinCount {
    let plan: TwinPlan
    let seen: [TwinUnderstanding]
    private(set) var fates: [TwinFate] = []
    /// What is left of each standing paid record, by its index.
    private(set) var left: [Int: Int] = [:]
    /// Standing paid records that a reversal was applied to.
    private var isReversed: Set<Int> = []
    /// Records that give a claim to somebody else.
    private(set) var sharing: [Int] = []

    init(_ export: TwinExport) {
        plan = export.plan
        let reader = TwinReader(plan: export.plan)
        seen = export.records.map(reader.understand)
        fates = seen.map { seen in
            guard let reason = seen.reason else { return .duplicate }
            return reason == TwinUnderstanding.noRecord ? .scaffolding : .rejected(reason)
        }
        let standing = settleVersions()
        for (index, fate) in fates.enumerated() where fate == .paid { left[index] = seen[index].amount! }
        settleReversals(standing)
    }

    /// All that a record says.
    struct Version: Hashable {
        var claim: Exact
        var target: Exact?
        var person: Exact?
        var day: TwinDay?
        var amount: Int?
        var isPaid: Bool?
        var wait: Int?
        var groups: [Exact]

        init(_ seen: TwinUnderstanding) {
            (claim, person, day, amount, groups) = (seen.claim, seen.person, seen.day, seen.amount, seen.groupTexts)
            wait = seen.wait
            if seen.kind == .reversed { target = seen.target } else { isPaid = seen.kind == .paid }
        }
    }

    /// Rule 3; gives the standing record of each claim.
    private mutating func settleVersions() -> [Exact: Int] {
        var standing: [Exact: Int] = [:]
        var people: [Exact: Exact] = [:]
        for (index, record) in seen.enumerated() where record.reason == nil && record.kind != .reversed {
            if plan.hasClaim {
                if let earlier = standing[record.claim] {
                    if Version(seen[earlier]) == Version(record) { continue }
                    fates[earlier] = .superseded
                }
                standing[record.claim] = index
                if let person = record.person {
                    if let earlier = people[record.claim], earlier != person { sharing.append(index) }
                    people[record.claim] = person
                }
            }
            fates[index] = record.kind == .paid ? .paid : .unpaid
        }
        return standing
    }

    /// Rule 4.
    private mutating func settleReversals(_ standing: [Exact: Int]) {
        var known: Set<Version> = []
        for (index, record) in seen.enumerated() where record.reason == nil && record.kind == .reversed {
            guard known.insert(Version(record)).inserted else { continue }
            guard let claim = standing[record.target], let rest = left[claim] else {
                fates[index] = .rejected("reversal-without-claim")
                continue
            }
            guard record.amount! <= rest else {
                fates[index] = .rejected("reversal-exceeds-claim")
                continue
            }
            fates[index] = .reversal
            left[claim] = rest - record.amount!
            isReversed.insert(claim)
        }
    }

    // MARK: Rule 5

    /// Standing paid records, also those taken back whole.
    var claims: [Int] { left.keys.sorted() }

    func isFullyReversed(_ index: Int) -> Bool { left[index] == 0 && isReversed.contains(index) }

    func figures(where isMeant: (TwinUnderstanding) -> Bool) -> TwinFigures {
        var figures = TwinFigures()
        var people: Set<Exact> = []
        for index in claims where !isFullyReversed(index) && isMeant(seen[index]) {
            figures.personTimes += 1
            figures.amount += Int128(left[index]!)
            if let person = seen[index].person { people.insert(person) }
        }
        figures.recipients = people.count
        return figures
    }

    // MARK: Rule 6

    /// The lines of the balance by name, rejected ones by reason too.
    func balance(of isMeant: (Int) -> Bool) -> (records: [String: Int128], money: [String: Int128]) {
        var records: [String: Int128] = [:]
        var money: [String: Int128] = [:]
        for line in [
            "records", "paid", "unpaid", "reversals", "duplicates", "superseded", "rejected", "scaffolding",
            "fullyReversed", "unidentified",
        ] {
            records[line] = 0
            money[line] = 0
        }
        for (index, fate) in fates.enumerated() where isMeant(index) {
            var lines = ["records"]
            switch fate {
            case .paid:
                lines.append("paid")
                if isFullyReversed(index) { lines.append("fullyReversed") }
                if !isFullyReversed(index), seen[index].person == nil { lines.append("unidentified") }
            case .unpaid: lines.append("unpaid")
            case .reversal: lines.append("reversals")
            case .duplicate: lines.append("duplicates")
            case .superseded: lines.append("superseded")
            case .scaffolding: lines.append("scaffolding")
            case .rejected(let reason): lines += ["rejected", "rejectedByReason." + reason]
            }
            for line in lines {
                records[line, default: 0] += 1
                // What counts without a recipient counts with what reversals have left of it.
                money[line, default: 0] += Int128(line == "unidentified" ? left[index]! : seen[index].money)
            }
        }
        return (records, money)
    }
}
