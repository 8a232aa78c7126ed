import AidModel
import TestSupport
import Testing

@testable import AidStatistics

struct PPercentTests {
    private static let tenPercent = PPercentRule(numerator: 1, denominator: 10, text: "10%")

    @Test func othersMustComeToPPercentOfTheLargest() {
        let rule = PPercentTests.tenPercent
        #expect(rule.isDominated(total: 1300, 1000, 201))
        #expect(!rule.isDominated(total: 1300, 1000, 200))
        // One person, two people; nobody, nothing.
        #expect(rule.isDominated(total: 1, 1, 0) && rule.isDominated(total: 2000, 1000, 1000))
        #expect(!rule.isDominated(total: 0, 0, 0))
        // As large as amounts can be.
        let most = Int128(Int64.max) * 1_000_000_000
        let fine = PPercentRule(numerator: 1, denominator: 100_000_000_000, text: "0.000000001%")
        #expect(!fine.isDominated(total: 3 * most, most, most))
        #expect(fine.isDominated(total: 2 * most, most, most))
        #expect(rule.part(of: most) == most / 10)
    }

    @Test("A group of many, of which one has nearly everything, is hidden as if for others' sake, and others behind it")
    func oneOfMany() async throws {
        var history = History()
        history.breakdowns = ["care"]
        for person in 0..<6 {
            history.paid("A\(person)", person, "2023-05-30", person == 0 ? 1_000_000 : 1000, groups: ["住院"])
            history.paid("B\(person)", 10 + person, "2023-05-30", 50_000 + Int64(person), groups: ["门诊"])
            history.paid("C\(person)", 20 + person, "2023-05-30", 400_000, groups: ["体检"])
        }
        var groups = try await history.report(minGroup: 5).breakdowns[0].groups
        #expect(groups.allSatisfy { $0.figures.value != nil })
        history.pPercent = PPercentTests.tenPercent
        let report = try await history.report(minGroup: 5)
        groups = report.breakdowns[0].groups
        #expect(groups.map(\.group) == ["住院", "体检", "门诊"])
        #expect(groups[0].figures == .suppressed(.complement))
        #expect(groups.count { $0.figures == .suppressed(.complement) } >= 2)
        #expect(groups.allSatisfy { $0.figures != .suppressed(.small) })
        #expect(report.pPercent?.text == "10%")
        // Half of it is much, too.
        history.paid("D", 3, "2023-05-30", 400_000, groups: ["住院"])
        history.paid("E", 4, "2023-05-30", 400_000, groups: ["住院"])
        groups = try await history.report(minGroup: 5).breakdowns[0].groups
        #expect(groups.allSatisfy { $0.figures.value != nil })
    }

    @Test("Reversals, several claims of a person, and claims of nobody who is known", arguments: [1, 3])
    func whatCounts(jobs: Int) async throws {
        var history = History()
        history.breakdowns = ["care"]
        history.pPercent = PPercentTests.tenPercent
        for person in 0..<6 { history.paid("A\(person)", person, "2023-05-30", 1000, groups: ["住院"]) }
        for part in 0..<20 { history.paid("P\(part)", 1, "2023-04-\(part + 10)", 5000, groups: ["住院"]) }
        for person in 0..<9 { history.paid("B\(person)", 10 + person, "2023-05-30", 9000, groups: ["门诊"]) }
        #expect(try await history.report(minGroup: 5, jobs: jobs).breakdowns[0].groups[0].figures.value == nil)
        // What somebody unknown has is not that person's, as far as anybody can tell.
        var other = history
        other.paid("N", nil, "2023-05-30", 200_000, groups: ["住院"])
        #expect(try await other.report(minGroup: 5, jobs: jobs).breakdowns[0].groups[0].figures.value != nil)
        for part in 0..<20 { history.reversal(of: "P\(part)", 5000, person: 1, groups: ["住院"]) }
        #expect(try await history.report(minGroup: 5, jobs: jobs).breakdowns[0].groups[0].figures.value != nil)
    }

    @Test("In random histories nothing is shown that the slow way says is one person's, whatever the order")
    func randomHistories() async throws {
        var (dominatedCount, shownCount) = (0, 0)
        for seed in SeededRandom.seeds(60) {
            var random = SeededRandom(seed)
            var history = History()
            history.breakdowns = ["care"]
            history.pPercent = PPercentRule(numerator: .random(in: 1...4, using: &random), denominator: 10, text: "p")
            var twin: [String: [(person: Int, quarter: Quarter, amount: Int64)]] = [:]
            for number in 0..<Int.random(in: 20...300, using: &random) {
                let group = ["甲", "乙", "丙", "丁"].randomElement(using: &random) ?? "甲"
                let person = Int.random(in: 0..<30, using: &random)
                let day = ["2022-05-01", "2022-08-01", "2023-02-01", "2023-05-01"].randomElement(using: &random) ?? ""
                let amount =
                    Int64.random(in: 0...9000, using: &random) * (Int.random(in: 0..<12, using: &random) == 0 ? 300 : 1)
                history.paid("C\(number)", person, day, amount, groups: [group])
                twin[group, default: []].append((person, History.day(day).quarter, amount))
            }
            history.paid("L", 0, "2023-05-02", 1, groups: ["甲"])
            twin["甲", default: []].append((0, Quarter("2023Q2")!, 1))
            let report = try await history.report(minGroup: 3)
            for group in report.breakdowns[0].groups where group.group != nil {
                for period in ReportPeriod.allCases {
                    let quarters = period.quarters(of: report.quarter)
                    var sums: [Int: Int64] = [:]
                    for claim in twin[group.group ?? ""] ?? [] where quarters.contains(claim.quarter) {
                        sums[claim.person, default: 0] += claim.amount
                    }
                    let sorted = sums.values.sorted(by: >)
                    let rule = try #require(history.pPercent)
                    let others = sorted.dropFirst(2).reduce(0, +)
                    let isDominated = Int(others) * rule.denominator < Int(sorted.first ?? 0) * rule.numerator
                    dominatedCount += isDominated ? 1 : 0
                    shownCount += group[period].value == nil ? 0 : 1
                    #expect(!isDominated || group[period].value == nil, "seed \(seed), \(group.group ?? ""), \(period)")
                }
            }
            let again = try await history.report(minGroup: 3, order: seed, jobs: 3)
            #expect(again.breakdowns == report.breakdowns, "seed \(seed)")
        }
        #expect(dominatedCount > 20 && shownCount > 20)
    }

    @Test("The rest of many groups grows until nobody has nearly all of it")
    func restOfMany() async throws {
        var history = History()
        history.breakdowns = ["care"]
        history.limit = .largest(3)
        history.pPercent = PPercentTests.tenPercent
        for (group, size) in [("甲", 40), ("乙", 30), ("丙", 20), ("丁", 9), ("戊", 8)] {
            for person in 0..<size {
                // The same person has nearly all of the two last, which are hidden behind one another.
                let isRich = size < 10 && person == 0
                history.paid(
                    "\(group)\(person)", isRich ? 1 : 100 * size + person, "2023-05-01",
                    isRich ? 600_000 : size < 10 ? 1000 : 9000, groups: [group])
            }
        }
        let breakdown = try await history.report(minGroup: 5).breakdowns[0]
        let bound = try #require(breakdown.bound)
        #expect(bound.listed.count == 2)
        #expect(bound.rest.figures.value?.recipientCount == 36)
    }
}
