import AidModel
import TestSupport
import Testing

@testable import AidStatistics

@Suite("Medians and quartiles of claims") struct ClaimMeasureTests {
    private static func quartiles(_ numbers: [Int64]) -> [Int64] {
        let places = QuartilePlaces(count: numbers.count)
        let quartiles = places.quartiles(RankedValues.values(at: places.ranks) { take in numbers.forEach(take) })
        return [quartiles.lower, quartiles.median, quartiles.upper]
    }

    @Test(
        "Definition 2 of Hyndman and Fan, by hand",
        arguments: [
            ([7], [7, 7, 7]), ([1, 2], [1, 2, 2]), ([1, 4], [1, 3, 4]), ([3, 1, 2], [1, 2, 3]),
            // Means of 10 and 20, 20 and 30, 30 and 40; of 1 and 2, which is rounded up.
            ([40, 30, 20, 10], [15, 25, 35]), ([1, 2, 2, 3], [2, 2, 3]), ([1, 2, 3, 4, 5], [2, 3, 4]),
            ([1, 2, 3, 4, 5, 6], [2, 4, 5]), ([1, 2, 3, 4, 5, 6, 7, 8], [3, 5, 7]), ([0, 0, 0, 0], [0, 0, 0]),
            ([.max, .max, .max - 1, .max], [.max, .max, .max]),
        ] as [([Int64], [Int64])])
    func byHand(numbers: [Int64], expected: [Int64]) {
        #expect(Self.quartiles(numbers) == expected)
    }

    @Test("As sorting all and picking them gives")
    func sorted() {
        for seed in SeededRandom.seeds(300) {
            var random = SeededRandom(seed)
            let count = Int.random(in: 1...60, using: &random)
            // Many equal ones, or hardly any, of every size.
            let highest = Int64.max >> Int64.random(in: 0...62, using: &random)
            let numbers = (0..<count).map { _ in Int64.random(in: 0...highest, using: &random) }
            #expect(Self.quartiles(numbers) == QuartileTwin.quartiles(numbers), "seed \(seed)")
        }
    }

    @Test("The days to payment: those of the same day, of the limit, and those that are none")
    func days() {
        #expect(DaysToPayment(treatedOn: 100, paidOn: 100).days == 0)
        #expect(DaysToPayment(treatedOn: 100, paidOn: 16_481).days == 16_381)
        #expect(DaysToPayment(treatedOn: 100, paidOn: 16_482) == .unknown)
        #expect(DaysToPayment(treatedOn: -719_162, paidOn: 2_932_896) == .unknown)
        #expect(DaysToPayment(treatedOn: Claim.noDay, paidOn: 100) == .unknown)
        #expect(DaysToPayment(treatedOn: 100, paidOn: Claim.noDay) == .unknown)
        let early = DaysToPayment(treatedOn: 2_932_896, paidOn: -719_162)
        #expect(early.isBeforeTreatment && early.days == nil)
    }

    @Test("A claim keeps all that is packed into it")
    func packed() {
        for day in [-719_162, 0, 2_932_896, Claim.noDay] as [Int32] {
            for groupsCode in [0, 1, UInt32(GroupTable.limit - 1)] {
                for claimClass in ClaimClass.allCases {
                    for days in [0, 1, 2, 16_383] as [UInt16] {
                        for hasAmount in [true, false] {
                            let claim = Claim(
                                key: ExactKey(SourcePosition(bits: 0)), person: .none,
                                position: SourcePosition(bits: 0),
                                amountMinor: 0, dayNumber: day, groupsCode: groupsCode, claimClass: claimClass,
                                hasAmount: hasAmount, daysToPayment: DaysToPayment(code: days))
                            #expect(claim.dayNumber == day && claim.groupsCode == groupsCode)
                            #expect(claim.claimClass == claimClass && claim.isPaid == (claimClass == .paid))
                            #expect(claim.daysToPayment.code == days && claim.hasAmount == hasAmount)
                        }
                    }
                }
            }
        }
    }

    // MARK: In a report

    @Test("Of the claims that stand, net of reversals, whatever the order, threads and memory")
    func report() async throws {
        for seed in SeededRandom.seeds(6) {
            let (history, twin) = Self.history(seed, claimCount: 400)
            let expected = try await history.report(order: seed)
            #expect(expected.measures == twin.measures, "seed \(seed)")
            #expect(try await history.report(order: seed + 1, jobs: 3) == expected, "seed \(seed)")
        }
    }

    @Test("With so little memory that the claims are spilled")
    func spilled() async throws {
        let seed = SeededRandom.seeds(1)[0]
        let (history, twin) = Self.history(seed, claimCount: 300_000)
        let spill = MemorySpill()
        let pool = BlockPool(byteLimit: 1, spill: spill)
        #expect(try await history.report(jobs: 2, pool: pool).measures == twin.measures, "seed \(seed)")
        #expect(spill.byteCount > 1 << 20)
    }

    @Test("Records without claim numbers")
    func withoutNumbers() async throws {
        var history = History()
        history.measures = [.medianAmount]
        for fen in [5, 1, 3] as [Int64] { history.paidWithoutNumber(1, "2023-04-01", fen) }
        let settled = try await history.settle(hasClaimNumbers: false)
        let measures = try await history.report(settled).measures
        #expect(measures.map(\.distribution.value?.quartiles) == [Quartiles(lower: 1, median: 3, upper: 5)])
        #expect(measures.map(\.yearEarlier) == [.absent])
    }

    @Test("A register's claims, which were settled once, are measured again")
    func settledAgain() async throws {
        var history = History()
        history.measures = [.medianAmount]
        for number in 0..<20 { history.paid("A\(number)", number, "2023-04-01", Int64(number)) }
        history.nextFile()
        history.paid("A3", 3, "2023-04-02", 1000)
        history.reversal(of: "A5", 5)
        let settled = try await history.settleAgain(known: [0], jobs: 2)
        let report = try await history.report(settled)
        #expect(report.measures == (try await history.report()).measures)
        #expect(report.measures[0].distribution.value?.claimCount == 19)
    }

    @Test("What is odd is told: no day at all, and payments before the treatment")
    func observations() async throws {
        var history = History()
        history.measures = [.daysToPayment]
        history.paid("A", 1, "2022-04-01", 1, treated: nil)
        history.paid("B", 1, "2023-04-02", 1, treated: History.day("2023-04-03"))
        history.paid("C", 2, "2023-04-02", 1, treated: History.day("2023-04-02"))
        let report = try await history.report(since: "2022-04-01")
        #expect(
            report.observations.filter { $0.code.hasSuffix("payment") || $0.code.hasSuffix("treatment") } == [
                .paidBeforeTreatment(Quarter("2023Q2")!, claimCount: 1), .noDaysToPayment(Quarter("2022Q2")!),
            ])
        let measure = try #require(report.measures.first)
        #expect(measure.yearEarlier == .absent)
        let distribution = try #require(measure.distribution.value)
        #expect(distribution.claimCount == 1 && distribution.withoutDayCount == 0)
        #expect(distribution.quartiles == Quartiles(lower: 0, median: 0, upper: 0))
    }

    @Test(
        "Ten times the smallest group is needed, of people of whom it is known",
        arguments: [(50, 0, true), (49, 0, false), (51, 1, true), (50, 1, false)])
    func withheld(recipients: Int, withoutDay: Int, isShown: Bool) async throws {
        var history = History()
        history.measures = ClaimMeasure.allCases
        for person in 0..<recipients {
            // Some twice, which makes no more of them.
            history.paid(
                "A\(person)", person, "2023-04-02", 100,
                treated: person < withoutDay ? nil : History.day("2023-04-01"))
        }
        for person in 45..<49 {
            history.paid("B\(person)", person, "2023-04-02", 100, treated: History.day("2023-04-01"))
        }
        let measures = try await history.report(minGroup: 5).measures
        #expect((measures[1].distribution.value != nil) == isShown)
        #expect(isShown || measures[1].distribution == .suppressed(.small))
        #expect((measures[0].distribution.value != nil) == (recipients >= 50))
    }

    @Test("Where all groups are shown, so are quartiles, however many claims are not measured")
    func allShown() async throws {
        var history = History()
        history.measures = [.daysToPayment]
        history.paid("A", 1, "2023-04-02", 1, treated: History.day("2023-04-01"))
        for number in 0..<9 { history.paid("B\(number)", 1, "2023-04-02", 1, treated: nil) }
        let measures = try await history.report(minGroup: 0).measures
        #expect(measures.map(\.distribution.value?.quartiles.median) == [1])
        #expect(try await history.report(minGroup: 1).measures.map(\.distribution) == [.suppressed(.small)])
    }

    /// Claims of two quarters and others, of which some are reversed, come twice or were corrected; and what their
    /// quartiles are.
    private static func history(_ seed: UInt64, claimCount: Int) -> (History, QuartileTwin) {
        var random = SeededRandom(seed)
        var history = History()
        history.measures = ClaimMeasure.allCases
        var twin = QuartileTwin()
        let days = ["2022-04-01", "2022-06-30", "2023-03-31", "2023-04-01", "2023-06-30", "2023-07-01"]
        for number in 0..<claimCount {
            let day = days.randomElement(using: &random)!
            let fen = [0, 500, Int64.random(in: 1...1_000_000, using: &random)].randomElement(using: &random)!
            let waited = Int32.random(in: -2...90, using: &random) * (number % 100 == 0 ? 400 : 1)
            let isTreated = number % 7 != 0
            let treated = isTreated ? CalendarDay(daysSinceEpoch: History.day(day).daysSinceEpoch - waited) : nil
            let (claim, person) = ("C\(number)", number % 50)
            var left = fen
            var isReversed = false
            switch Int.random(in: 0..<20, using: &random) {
            case 0: history.paid(claim, person, day, fen + 1, treated: nil)
            case 1:
                left = fen / 2
                isReversed = true
                history.reversal(of: claim, fen - left)
            case 2:
                left = 0
                isReversed = true
                history.reversal(of: claim, fen)
            default: break
            }
            history.paid(claim, person, day, fen, treated: treated)
            // What was taken back whole stands no more; a claim of nothing does, unless it was reversed.
            if left > 0 || !isReversed {
                twin.claims.append((day, left, isTreated ? Int(waited) : nil))
            }
        }
        return (history, twin)
    }
}

/// Sorts all numbers and picks the quartiles.
private struct QuartileTwin {
    /// The day of payment, the money, and the days since the treatment.
    var claims: [(day: String, fen: Int64, days: Int?)] = []

    static func quartiles(_ numbers: [Int64]) -> [Int64] {
        let sorted = numbers.sorted()
        return [1, 2, 3].map { quarter in
            // Numbers are counted from 1; that at ⌈np⌉, or half way to the next where np is whole.
            let place = (sorted.count * quarter + 3) / 4
            guard sorted.count * quarter % 4 == 0 else { return sorted[place - 1] }
            let sum = Int128(sorted[place - 1]) + Int128(sorted[place])
            return Int64(sum / 2 + sum % 2)
        }
    }

    private func distribution(_ measure: ClaimMeasure, _ quarter: Quarter) -> Shown<ClaimDistribution> {
        let claims = claims.filter { History.day($0.day).quarter == quarter }
        let numbers: [Int64?] = claims.map { claim in
            if measure == .medianAmount { return claim.fen }
            guard let days = claim.days, days >= 0, days <= 16_381 else { return nil }
            return Int64(days)
        }
        var distribution = ClaimDistribution()
        distribution.claimCount = numbers.count { $0 != nil }
        distribution.unmeasuredCount = numbers.count { $0 == nil }
        if measure == .daysToPayment {
            distribution.paidBeforeTreatmentCount = claims.count { $0.days.map { $0 < 0 } ?? false }
        }
        let quartiles = QuartileTwin.quartiles(numbers.compactMap { $0 })
        distribution.quartiles = Quartiles(lower: quartiles[0], median: quartiles[1], upper: quartiles[2])
        return .known(distribution)
    }

    /// Of 2023Q2.
    var measures: [MeasureReport] {
        ClaimMeasure.allCases.map { measure in
            MeasureReport(
                measure: measure, distribution: distribution(measure, Quarter("2023Q2")!),
                yearEarlier: distribution(measure, Quarter("2022Q2")!))
        }
    }
}
