import AidModel
import AidStatistics
import TestSupport

/// A made-up programme with rules, and what they make of it, worked out in the plainest way: every fen by itself, every
/// claim by going through all that its person had before.
struct RuleTwin {
    struct Record {
        var claim: String
        var person: Int?
        var day: Int32
        var fen: Int64
        /// nil: the record says none.
        var basis: Int64?
        var care: String
        var isPaid: Bool
    }

    /// A claim that stands.
    struct Standing {
        var record: Record
        var place: Int
        var left: Int64
    }

    var rules: ProgrammeRules
    var records: [Record] = []
    var reversals: [(claim: String, fen: Int64)] = []

    static let cares = ["门诊", "住院", "其他", ""]
    static let quarter = Quarter("2023Q2")!

    init(_ seed: UInt64) {
        var random = SeededRandom(seed)
        rules = Self.rules(&random)
        let claimCount = Int.random(in: 1...60, using: &random)
        let personCount = Int.random(in: 1...8, using: &random)
        let days = Self.days
        for _ in 0..<claimCount {
            var record = Record(
                claim: "C\(Int.random(in: 0..<claimCount, using: &random))",
                person: Int.random(in: 0..<20, using: &random) == 0
                    ? nil : Int.random(in: 0..<personCount, using: &random),
                day: days.randomElement(using: &random)!, fen: 0,
                basis: Int.random(in: 0..<15, using: &random) == 0 ? nil : Int64.random(in: 0...2500, using: &random),
                care: Self.cares.randomElement(using: &random)!, isPaid: Int.random(in: 0..<12, using: &random) > 0)
            // Now and then the same once more, or the same but for its basis, its day or its year.
            if let last = records.last, Int.random(in: 0..<6, using: &random) == 0 {
                record = last
                switch Int.random(in: 0..<4, using: &random) {
                case 0: record.basis = Int64.random(in: 0...2500, using: &random)
                case 1: record.day = days.randomElement(using: &random)!
                case 2: record.isPaid.toggle()
                default: break
                }
            }
            records.append(record)
        }
        // Most are paid what the rules say, as far as that is known before all is settled.
        for index in records.indices {
            let right = due(at: index) ?? Int64.random(in: 0...1000, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0: records[index].fen = Int64.random(in: 0...2500, using: &random)
            case 1: records[index].fen = right + Int64.random(in: 1...3, using: &random)
            case 2: records[index].fen = max(0, right - Int64.random(in: 1...3, using: &random))
            case 3: records[index].fen = due(at: index, ignoring: ["deductible"]) ?? right
            case 4: records[index].fen = due(at: index, ignoring: ["claim", "year"]) ?? right
            default: records[index].fen = right
            }
        }
        for record in records where record.fen > 0 && Int.random(in: 0..<10, using: &random) == 0 {
            reversals.append(
                (
                    record.claim,
                    Bool.random(using: &random) ? record.fen : Int64.random(in: 1...record.fen, using: &random)
                ))
        }
    }

    /// Of two years, most of them about their ends and that of the quarter.
    private static let days: [Int32] =
        [
            "2022-01-01", "2022-07-01", "2022-12-30", "2022-12-31", "2023-01-01", "2023-01-02", "2023-03-31",
            "2023-04-01", "2023-05-05", "2023-06-30", "2023-07-01", "2023-12-31",
        ].map { CalendarDay(iso: $0)!.daysSinceEpoch }

    static func rules(_ random: inout SeededRandom) -> ProgrammeRules {
        let firsts = ["2021-01-01", "2022-12-31", "2023-01-01", "2023-05-05"].map { CalendarDay(iso: $0)! }
        func some<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
        func amount(_ highest: Int64) -> Int64 { Int64.random(in: 1...highest, using: &random) }
        func terms() -> [RuleTerms] {
            var days = firsts.filter { _ in Bool.random(using: &random) }
            if days.isEmpty { days = [firsts[0]] }
            return days.map { from in
                var ends = (0..<Int.random(in: 0...3, using: &random)).map { _ in amount(2000) }
                ends = Set(ends).sorted()
                let open = Int.random(in: 0..<4, using: &random) > 0 || ends.isEmpty
                let brackets = (ends.map { Optional($0) } + (open ? [nil] : [])).map {
                    RuleTerms.Bracket(upToMinor: $0, share: Int.random(in: 0...10_000, using: &random))
                }
                return RuleTerms(
                    from: from,
                    deductible: some(
                        RuleTerms.Deductible(amountMinor: amount(900) - 1, isYearly: Bool.random(using: &random))),
                    brackets: brackets, claimCapMinor: some(amount(1500)), yearCapMinor: some(amount(3000)),
                    roundingUnitMinor: [1, 10, 100].randomElement(using: &random)!,
                    roundingMode: RuleTerms.RoundingMode.allCases.randomElement(using: &random)!)
            }
        }
        var kinds = [ProgrammeRules.Kind(values: nil, terms: terms())]
        var place: Int?
        if Int.random(in: 0..<4, using: &random) > 0 {
            place = 0
            kinds.insert(ProgrammeRules.Kind(values: ["门诊"], terms: terms()), at: 0)
            if Bool.random(using: &random) {
                kinds.insert(ProgrammeRules.Kind(values: ["住院", ""], terms: terms()), at: 0)
            }
            if Bool.random(using: &random) { kinds.removeLast() }
        }
        let caps = firsts.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }.map {
            ProgrammeRules.YearCap(from: $0, amountMinor: amount(5000))
        }
        return ProgrammeRules(carePlace: place, kinds: kinds, yearCaps: caps)
    }

    // MARK: What stands

    var standing: [Standing] {
        var last: [String: (record: Record, place: Int)] = [:]
        for (place, record) in records.enumerated() {
            let before = last[record.claim]?.record
            let isSame =
                before.map {
                    $0.person == record.person && $0.day == record.day && $0.fen == record.fen
                        && $0.basis == record.basis
                        && $0.care == record.care && $0.isPaid == record.isPaid
                } ?? false
            if !isSame { last[record.claim] = (record, place) }
        }
        var left = last.filter { $0.value.record.isPaid }.mapValues(\.record.fen)
        var seen: Set<String> = []
        for reversal in reversals where seen.insert("\(reversal)").inserted {
            if let now = left[reversal.claim], reversal.fen <= now { left[reversal.claim] = now - reversal.fen }
        }
        return left.compactMap { claim, left in
            let (record, place) = last[claim]!
            // A claim of nothing stands; one that was taken back whole does not.
            return left == 0 && record.fen > 0 ? nil : Standing(record: record, place: place, left: left)
        }.sorted { ($0.record.day, $0.place) < ($1.record.day, $1.place) }
    }

    // MARK: The rules

    static func kind(_ rules: ProgrammeRules, _ care: String) -> Int? {
        if rules.carePlace == nil { return 0 }
        for (index, kind) in rules.kinds.enumerated() where kind.values?.contains(care) == true { return index }
        return rules.kinds.firstIndex { $0.values == nil }
    }

    static func terms(_ rules: ProgrammeRules, _ kind: Int, _ day: Int32) -> RuleTerms? {
        var found: RuleTerms?
        for terms in rules.kinds[kind].terms where terms.from.daysSinceEpoch <= day { found = terms }
        return found
    }

    /// What a claim is due, from the claims of its person and year before it.
    ///
    /// - Parameter earlier: the kind, what the deductible took, and what was due of each.
    static func due(
        _ rules: ProgrammeRules, _ terms: RuleTerms, kind: Int, basis: Int64, day: Int32,
        earlier: [(kind: Int, taken: Int64, due: Int64)], ignoring: Set<String> = []
    ) -> (taken: Int64, due: Int64) {
        var taken: Int64 = 0
        if let deductible = terms.deductible, !ignoring.contains("deductible") {
            let used = deductible.isYearly ? earlier.filter { $0.kind == kind }.map(\.taken).reduce(0, +) : 0
            // Fen by fen.
            while taken < basis, used + taken < deductible.amountMinor { taken += 1 }
        }
        var parts: Int64 = 0
        for fen in stride(from: Int64(1), through: basis - taken, by: 1) {
            if let bracket = terms.brackets.first(where: { $0.upToMinor.map { fen <= $0 } ?? true }) {
                parts += Int64(bracket.share)
            }
        }
        let unit = terms.roundingUnitMinor * 10_000
        var due: Int64 = 0
        while (due + terms.roundingUnitMinor) * 10_000 <= parts { due += terms.roundingUnitMinor }
        let rest = parts - due * 10_000
        switch terms.roundingMode {
        case .down: break
        case .up: if rest > 0 { due += terms.roundingUnitMinor }
        case .halfUp: if rest * 2 >= unit { due += terms.roundingUnitMinor }
        }
        if let cap = terms.claimCapMinor, !ignoring.contains("claim"), due > cap { due = cap }
        if !ignoring.contains("year") {
            if let cap = terms.yearCapMinor {
                due = min(due, max(0, cap - earlier.filter { $0.kind == kind }.map(\.due).reduce(0, +)))
            }
            var total: Int64?
            for cap in rules.yearCaps where cap.from.daysSinceEpoch <= day { total = cap.amountMinor }
            if let total { due = min(due, max(0, total - earlier.map(\.due).reduce(0, +))) }
        }
        return (taken, due)
    }

    /// What the claims of one person before one of them have come to in its year.
    static func earlier(
        _ rules: ProgrammeRules, _ claims: [Standing], before index: Int
    ) -> [(kind: Int, taken: Int64, due: Int64)] {
        let year = CalendarDay(daysSinceEpoch: claims[index].record.day).civil.year
        var earlier: [(kind: Int, taken: Int64, due: Int64)] = []
        for claim in claims[..<index]
        where claim.record.person == claims[index].record.person
            && CalendarDay(daysSinceEpoch: claim.record.day).civil.year == year
        {
            guard let basis = claim.record.basis, let kind = kind(rules, claim.record.care),
                let terms = terms(rules, kind, claim.record.day)
            else { continue }
            let due = due(rules, terms, kind: kind, basis: basis, day: claim.record.day, earlier: earlier)
            earlier.append((kind, due.taken, due.due))
        }
        return earlier
    }

    /// What a record would be due were all records claims of their own.
    private func due(at index: Int, ignoring: Set<String> = []) -> Int64? {
        let record = records[index]
        guard let basis = record.basis, let kind = Self.kind(rules, record.care),
            let terms = Self.terms(rules, kind, record.day)
        else { return nil }
        return Self.due(rules, terms, kind: kind, basis: basis, day: record.day, earlier: [], ignoring: ignoring).due
    }
}
