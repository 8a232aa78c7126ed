import AidModel
import AidStatistics
import TestSupport
import Testing

@Suite("Several programmes side by side") struct JointReportTests {
    private static let quarter = Quarter("2023Q2")!

    /// Made-up programmes, and whom they have helped when, claim by claim.
    private struct Programmes {
        var histories: [History] = []
        var claims: [[(person: Int, day: String)]] = []
        var minGroup = 0

        init(_ seed: UInt64) {
            var random = SeededRandom(seed)
            minGroup = [0, 2, 5].randomElement(using: &random)!
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                var history = History()
                var own: [(person: Int, day: String)] = []
                let most = Int.random(in: 1...40, using: &random)
                for number in 0..<Int.random(in: 5...60, using: &random) {
                    let person = Int.random(in: 1...most, using: &random)
                    let month = Int.random(in: 0..<18, using: &random)
                    let day = "\(2022 + month / 12)-\(String(month % 12 + 101).dropFirst())-15"
                    history.paid("C\(number)", person, day, 100)
                    if Int.random(in: 0..<10, using: &random) == 0 {
                        history.reversal(of: "C\(number)", 100)
                    } else {
                        own.append((person, day))
                    }
                }
                // Every quarter has some claim.
                for month in stride(from: 2, to: 18, by: 3) {
                    let day = "\(2022 + month / 12)-\(String(month % 12 + 101).dropFirst())-30"
                    history.paid("Q\(month)", 1, day, 100)
                    own.append((1, day))
                }
                histories.append(history)
                claims.append(own)
            }
        }

        func report(order: UInt64? = nil, jobs: Int = 1) async throws -> JointReport {
            var sources: [JointReportBuilder.Source] = []
            for (place, history) in histories.enumerated() {
                let settled = try await history.settle(order: order, jobs: jobs)
                sources.append(
                    JointReportBuilder.Source(
                        programme: programme("p\(place)"), minGroup: place == 0 ? minGroup : 0, claims: settled,
                        inputs: history.inputs(settled)))
            }
            return try await JointReportBuilder.report(sources, quarter: JointReportTests.quarter, jobs: jobs)
        }

        /// For everybody the programmes that helped in a period.
        func helped(_ period: ReportPeriod) -> [Int: Set<Int>] {
            let quarters = period.quarters(of: JointReportTests.quarter)
            var helped: [Int: Set<Int>] = [:]
            for (place, own) in claims.enumerated() {
                for claim in own where quarters.contains(History.day(claim.day).quarter) {
                    helped[claim.person, default: []].insert(place)
                }
            }
            return helped
        }
    }

    private static func programme(_ name: String, since: String? = nil) -> Programme {
        Programme(
            name: name, title: BilingualText(zh: name, en: name), since: since.map(History.day), currency: .cny)
    }

    @Test("People are told apart as sets of them are")
    func twin() async throws {
        for seed in SeededRandom.seeds(200) {
            let programmes = Programmes(seed)
            let report = try await programmes.report(order: seed, jobs: Int(seed % 3) + 1)
            let all = ReportPeriod.allCases.map { Array(programmes.helped($0).values) }
            let sizes = all.map { Dictionary(grouping: $0) { $0 }.mapValues(\.count) }
            func isSmall(_ period: ReportPeriod) -> Bool {
                sizes[period.rawValue].values.contains { $0 < programmes.minGroup }
            }
            for period in ReportPeriod.allCases {
                let people = report.people(period)
                if isSmall(period) {
                    #expect(people.any == .suppressed(.small), "seed \(seed)")
                } else if ReportPeriod.allCases.contains(where: isSmall) {
                    #expect(people.any == .suppressed(.complement), "seed \(seed)")
                } else {
                    let helped = all[period.rawValue]
                    #expect(people.any == .known(helped.count), "seed \(seed)")
                    #expect(people.several == .known(helped.count { $0.count > 1 }), "seed \(seed)")
                    #expect(
                        people.sets == report.sets.map { set in .known(helped.count { $0.isSuperset(of: set) }) },
                        "seed \(seed)")
                }
                for place in programmes.histories.indices {
                    #expect(
                        report.figures(place, period).value?.recipientCount
                            == all[period.rawValue].count { $0.contains(place) }, "seed \(seed)")
                }
            }
        }
    }

    @Test("The order of records and the number of threads change nothing")
    func order() async throws {
        for seed in SeededRandom.seeds(20) {
            let programmes = Programmes(seed)
            let plain = try await programmes.report()
            #expect(try await programmes.report(order: seed + 1, jobs: 3) == plain, "seed \(seed)")
        }
    }

    @Test("A programme that had not begun has helped nobody; one without data may have")
    func beforeTheStart() async throws {
        var old = History()
        var new = History()
        for day in ["2022-06-30", "2023-03-30", "2023-06-30"] {
            for person in 1...9 { old.paid("\(day)\(person)", person, day, 1) }
        }
        for person in 5...20 { new.paid("N\(person)", person, "2023-06-30", 1) }
        for (since, isKnown) in [("2023-01-01", true), ("2022-05-01", false)] {
            var sources: [JointReportBuilder.Source] = []
            for (history, since) in [(old, "2022-01-01"), (new, since)] {
                let settled = try await history.settle()
                sources.append(
                    JointReportBuilder.Source(
                        programme: Self.programme(since, since: since), minGroup: 0, claims: settled,
                        inputs: history.inputs(settled)))
            }
            let report = try await JointReportBuilder.report(sources, quarter: nil, jobs: 1)
            #expect(report.quarter == Self.quarter)
            #expect(report.people(.quarter).any == .known(20) && report.people(.quarter).several == .known(5))
            #expect(report.people(.yearEarlier).any == (isKnown ? .known(9) : .absent))
            #expect(report.sum(.personTimes, .yearEarlier) == (isKnown ? .known(9) : .absent))
            #expect(report.sum(.amount, .quarter) == .known(25))
        }
    }
}
