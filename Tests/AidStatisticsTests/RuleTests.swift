import AidModel
import TestSupport
import Testing

@testable import AidStatistics

@Suite("The programme's rules") struct RuleTests {
    private static let keys = KeyTable()

    private static func key(_ text: String) -> ExactKey {
        Array(text.utf8).withUnsafeBufferPointer { keys.key(of: $0) }
    }

    /// Deals a twin's records out and settles them.
    ///
    /// - Parameter order: the seed of an order in which they are dealt; nil: as they stand.
    private static func settled(
        _ twin: RuleTwin, order: UInt64? = nil, jobs: Int = 1, pool: BlockPool = BlockPool()
    ) async throws -> (claims: SettledClaims, groups: [[String]]) {
        let groups = GroupTable()
        var claims: [(claim: Claim, basis: Int64)] = twin.records.enumerated().map { place, record in
            let values = Array(record.care.utf8) + [GroupTable.separator]
            return (
                Claim(
                    key: key(record.claim),
                    person: record.person.map { PersonKey(ResidentID(number: UInt64($0) + 1)) } ?? .none,
                    position: SourcePosition(fileIndex: 0, textOffset: place * 10), amountMinor: record.fen,
                    dayNumber: record.day, groupsCode: values.withUnsafeBufferPointer { groups.code(of: $0) },
                    claimClass: record.isPaid ? .paid : .unpaid, hasAmount: true), record.basis ?? ClaimBatch.noBasis
            )
        }
        var reversals = twin.reversals.enumerated().map { place, reversal in
            let claim = Claim(
                key: key(reversal.claim), person: .none,
                position: SourcePosition(fileIndex: 0, textOffset: (claims.count + place) * 10),
                amountMinor: reversal.fen, dayNumber: 0, groupsCode: 0, claimClass: .reversed, hasAmount: true)
            return Reversal(
                claim: claim, ownKey: claim.key,
                place: RecordPlace(recordNumber: place, lineNumber: nil, byteOffset: 0), maskedTarget: "")
        }
        if let order {
            var random = SeededRandom(order)
            claims.shuffle(using: &random)
            reversals.shuffle(using: &random)
        }
        let settlement = ClaimSettlement(fileCount: 1, hasClaimNumbers: true, since: nil, pool: pool, isRuled: true)
        let dealers = (0..<jobs).map { _ in ClaimDealer(settlement) }
        for (place, row) in claims.enumerated() {
            [row.claim].withUnsafeBufferPointer { claims in
                [row.basis].withUnsafeBufferPointer { bases in
                    dealers[place % jobs].deal(
                        ClaimBatch(claims: claims, reversals: place == 0 ? reversals : [], bases: bases))
                }
            }
        }
        for dealer in dealers { dealer.finish() }
        return (try await settlement.settle(jobs: jobs), groups.values())
    }

    private static func lines(_ audit: RuleAudit) -> [String] {
        func text(_ tally: RuleTally) -> String {
            "\(tally.recipientCount) [\(tally.claimCount), \(tally.paidMinor), \(tally.dueMinor)]"
        }
        var lines = zip(RuleOutcome.all, audit.outcomes).filter { $1.claimCount > 0 }.map { outcome, tally in
            "\(outcome.word)\(outcome.cause.map { " " + $0 } ?? ""): \(text(tally))"
        }
        if audit.belowDeductible.claimCount > 0 { lines.append("below: \(text(audit.belowDeductible))") }
        lines.sort()
        lines += audit.differences.map { difference in
            var claim: [UInt8] = []
            keys.appendText(of: difference.key, to: &claim)
            return
                "\(String(decoding: claim, as: UTF8.self)) \(difference.paidMinor) \(difference.dueMinor) \(difference.cause.rawValue)"
        }
        return lines + (audit.yearCapMinor == nil ? [] : ["bands \(audit.bands)"])
    }

    private static func audit(
        _ twin: RuleTwin, order: UInt64? = nil, jobs: Int = 1, pool: BlockPool = BlockPool()
    ) async throws -> RuleAudit {
        let (claims, groups) = try await settled(twin, order: order, jobs: jobs, pool: pool)
        return try await RuleAudit.audit(
            claims, rules: twin.rules, groups: groups, quarter: RuleTwin.quarter, jobs: jobs)
    }

    @Test("Outcomes, causes, bands and differences are those of the twin, whatever the order, threads and memory")
    func audit() async throws {
        for seed in SeededRandom.seeds(400) {
            let twin = RuleTwin(seed)
            let expected = twin.audit()
            #expect(Self.lines(try await Self.audit(twin)) == expected, "seed \(seed)")
            if seed % 8 == 0 {
                let pool = BlockPool(byteLimit: 0, spill: MemorySpill())
                let other = try await Self.audit(twin, order: seed, jobs: 3, pool: pool)
                #expect(Self.lines(other) == expected, "seed \(seed), in another order")
            }
        }
    }

    @Test("What other rules cost, and whom they help, is what the twin says")
    func whatIf() async throws {
        let ends = ["2021-05-01", "2022-12-31", "2023-01-01", "2023-04-01", "2023-07-01", "2024-01-01"].map {
            CalendarDay(iso: $0)!
        }
        for seed in SeededRandom.seeds(400) {
            let twin = RuleTwin(seed)
            var random = SeededRandom(~seed)
            var other = RuleTwin.rules(&random)
            if other.carePlace != nil { other.carePlace = 0 }
            let first = Int.random(in: 0..<ends.count, using: &random)
            let days = ends[first]...ends[Int.random(in: first..<ends.count, using: &random)]
            let (claims, groups) = try await Self.settled(twin, order: seed, jobs: 2)
            let whatIf = try await RuleWhatIf.reckon(
                claims, rules: twin.rules, other: other, groups: groups, days: days, places: [0], jobs: 2)
            func text(_ name: String, _ line: RuleWhatIf.Line) -> String {
                let money = [Int128(line.claimCount), line.paidMinor, line.dueMinor, line.otherDueMinor]
                let split = [
                    line.moreCount, line.lessCount, line.sameCount, line.newlyHelpedCount, line.noLongerHelpedCount,
                ]
                return "\(name): \(line.recipientCount) \(money) \(split)"
            }
            let lines =
                (whatIf.total.claimCount == 0 ? [] : [text("all", whatIf.total)])
                + whatIf.groups.flatMap { $0.lines.map { text("care " + $0.name, $0.line) } }
            #expect(lines.sorted() == twin.whatIf(other, days: days), "seed \(seed)")
        }
    }

    @Test("Without claim numbers every record is a claim with its own basis")
    func withoutNumbers() async throws {
        let settlement = ClaimSettlement(fileCount: 1, hasClaimNumbers: false, since: nil, isRuled: true)
        let dealer = ClaimDealer(settlement)
        let day = CalendarDay(iso: "2023-05-05")!.daysSinceEpoch
        let claims = (0..<3).map { place in
            let position = SourcePosition(fileIndex: 0, textOffset: place)
            return Claim(
                key: ExactKey(position), person: PersonKey(ResidentID(number: 7)), position: position, amountMinor: 50,
                dayNumber: day, groupsCode: 0, claimClass: .paid, hasAmount: true)
        }
        claims.withUnsafeBufferPointer { claims in
            [100, 100, 90].withUnsafeBufferPointer {
                dealer.deal(ClaimBatch(claims: claims, reversals: [], bases: $0))
            }
        }
        dealer.finish()
        let rules = ProgrammeRules(
            carePlace: nil,
            kinds: [
                .init(
                    values: nil,
                    terms: [
                        RuleTerms(
                            from: CalendarDay(iso: "2023-01-01")!, deductible: nil,
                            brackets: [.init(upToMinor: nil, share: 5000)])
                    ])
            ],
            yearCaps: [])
        let audit = try await RuleAudit.audit(
            try await settlement.settle(jobs: 1), rules: rules, groups: [], quarter: RuleTwin.quarter, jobs: 1)
        #expect(audit.outcomes[0] == RuleTally(recipientCount: 1, claimCount: 2, paidMinor: 100, dueMinor: 100))
        #expect(audit.differences.map(\.dueMinor) == [45])
    }

    @Test("The largest basis, share and cap stay within bounds")
    func extremes() {
        let terms = RuleTerms(
            from: CalendarDay(iso: "2023-01-01")!, deductible: nil,
            brackets: [.init(upToMinor: nil, share: 10_000)], roundingUnitMinor: 1_000_000_000_000_000,
            roundingMode: .up)
        let rules = ProgrammeRules(carePlace: nil, kinds: [.init(values: nil, terms: [terms])], yearCaps: [])
        var reckoning = RuleReckoning(rules)
        for _ in 0..<3 { #expect(reckoning.take(.max, terms, kind: 0, dayNumber: 20_000).dueMinor == .max) }
    }

    @Test(
        "Small lines are withheld with large ones beside them that leave it open how small they are",
        arguments: [
            ([20, 3, 0], 5, ["complement", "small", "-"]), ([20, 30, 3], 5, ["complement", "-", "small"]),
            ([6, 30, 3], 5, ["complement", "complement", "small"]),
            ([5, 6, 1], 5, ["complement", "complement", "small"]),
            ([20, 30, 0], 5, ["-", "-", "-"]), ([1, 2, 3], 5, ["small", "small", "small"]), ([1, 9], 0, ["-", "-"]),
            ([1, 9], 1, ["-", "-"]), ([10, 1], 5, ["complement", "small"]), ([9, 1], 5, ["complement", "small"]),
        ] as [([Int], Int, [String])])
    func smallLines(people: [Int], minGroup: Int, expected: [String]) {
        #expect(SmallLines.withheld(people, minGroup: minGroup).map { $0?.rawValue ?? "-" } == expected)
    }

    @Test("Whatever is withheld, a small line can have any number below minGroup")
    func smallLinesAreOpen() {
        for seed in SeededRandom.seeds(500) {
            var random = SeededRandom(seed)
            let minGroup = Int.random(in: 2...6, using: &random)
            let people = (0..<Int.random(in: 1...6, using: &random)).map { _ in Int.random(in: 0...14, using: &random) }
            let withheld = SmallLines.withheld(people, minGroup: minGroup)
            let isAll = zip(people, withheld).allSatisfy { $0 == 0 || $1 != nil }
            for place in people.indices where withheld[place] == .small && !isAll {
                // Everyone knows the sum of what is withheld, that the small have one to minGroup − 1, the others no less.
                let others = withheld.indices.filter { withheld[$0] != nil && $0 != place }
                let sum = withheld.indices.filter { withheld[$0] != nil }.reduce(0) { $0 + people[$1] }
                let least = others.reduce(0) { $0 + (withheld[$1] == .small ? 1 : minGroup) }
                #expect(sum - (minGroup - 1) >= least, "seed \(seed)")
                #expect(others.contains { withheld[$0] == .complement }, "seed \(seed)")
            }
        }
    }
}
