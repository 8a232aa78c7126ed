import Foundation
import Testing

@testable import aidstats_sample

@Suite struct DrawsTests {
    @Test(arguments: [1, 2, 3, 16, 97, 1000])
    func shuffleMovesEveryNumberOnce(count: Int) {
        let shuffle = Shuffle(count: count, draws: Draws(seed: 7), index: 1)
        #expect(Set((0..<count).map { shuffle($0) }) == Set(0..<count))
    }

    /// Worked out apart from this code; the committed sample hangs on it.
    @Test func numbersStayTheSame() {
        let draws = Draws(seed: 2012)
        #expect((0..<4).map { draws.below(1000, .amount, $0) } == [11, 971, 612, 657])
        #expect(draws.number(.amount, 0) != draws.number(.care, 0))
        #expect(draws.number(.amount, 0) != Draws(seed: 2013).number(.amount, 0))
    }
}

@Suite struct PopulationTests {
    /// The two examples in GB 11643-1999, and one of the made-up kind.
    @Test(arguments: ["11010519491231002X", "440524188001010014", "990101199001010035"])
    func checkCharacter(id: String) {
        let bytes = Array(id.utf8)
        #expect(ResidentID.checkCharacter(of: bytes[0..<17]) == bytes[17])
    }

    @Test func everybodyHasAnIDOfTheirOwn() {
        let population = Population(draws: Draws(seed: 1))
        var seen: Set<[UInt8]> = []
        var endings: Set<UInt8> = []
        for person in Array(0..<20_000) + Array(Population.firstStranger..<(Population.firstStranger + 1000)) {
            var id: [UInt8] = []
            population.appendID(of: person, to: &id)
            #expect(id.count == 18 && id.starts(with: Array("99".utf8)))
            seen.insert(Array(id.prefix(17)))
            endings.insert(id[17])
            var old: [UInt8] = []
            population.appendOldID(of: person, to: &old)
            #expect(old == Array(id[0..<6] + id[8..<17]))
        }
        #expect(seen.count == 21_000)
        #expect(endings.count == 11)
    }
}

@Suite struct ByteTextTests {
    @Test(arguments: [(0, 1, "0"), (7, 2, "07"), (10, 1, "10"), (999, 2, "999"), (1234, 8, "00001234"), (99, 2, "99")])
    func numbersAreDigits(number: Int, width: Int, expected: String) {
        var text: [UInt8] = []
        text.append(decimal: number, width: width)
        #expect(String(decoding: text, as: UTF8.self) == expected)
    }

    @Test(arguments: [(5, "0.05"), (-12_345, "-123.45"), (98_000_000_00, "98000000.00")])
    func fenAreYuanWithTwoDecimals(fen: Int, expected: String) {
        var text: [UInt8] = []
        text.append(fen: fen)
        #expect(String(decoding: text, as: UTF8.self) == expected)
    }
}

@Suite struct TrueQuarterTests {
    @Test(arguments: [(1, 1, 10), (5, 9, 1000), (727, 772, 98_000_00), (100, 100, 12_345), (33, 65, 700_001)])
    func claimsReachTheFigures(recipients: Int, personTimes: Int, fen: Int) {
        let target = Target(
            quarter: Quarter(2023, 2), recipientCount: recipients, personTimeCount: personTimes, amountFen: fen
        )
        let quarter = TrueQuarter(target: target, index: 0, windowStart: 100, draws: Draws(seed: 3))
        let claims = (0..<personTimes).map { quarter.claim(at: $0) }
        #expect(Set(claims.map(\.person)).count == recipients)
        #expect(claims.allSatisfy { quarter.window.contains($0.person) && $0.amountFen > 0 })
        #expect(claims.reduce(0) { $0 + $1.amountFen } == fen)
        #expect(claims.allSatisfy { (target.quarter.firstDay...target.quarter.lastDay).contains($0.day) })
    }

    @Test func quartersHaveTheirDays() {
        #expect(Quarter(2023, 1).dayCount == 90)
        #expect(Quarter(2024, 1).dayCount == 91)
        #expect(Quarter(2023, 4).firstDay + 92 == Quarter(2024, 1).firstDay)
        #expect(Calendar.civil(Quarter(2023, 2).lastDay) == (2023, 6, 30))
    }
}

@Suite struct SmallSampleTests {
    private func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("aidstats-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    private func generate(into folder: String, seed: UInt64) throws {
        var export = try Small.export(to: folder, draws: Draws(seed: seed))
        try export.write(to: folder)
    }

    private func files(in folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            files[name] = try #require(FileManager.default.contents(atPath: folder + "/" + name))
        }
        return files
    }

    @Test func sameSeedGivesSameBytes() throws {
        let parent = try folder()
        defer { try? FileManager.default.removeItem(atPath: parent) }
        try generate(into: parent + "/a", seed: 2012)
        try generate(into: parent + "/b", seed: 2012)
        try generate(into: parent + "/c", seed: 7)
        #expect(try files(in: parent + "/a").count == 12)
        #expect(try files(in: parent + "/a") == files(in: parent + "/b"))
        #expect(try files(in: parent + "/a") != files(in: parent + "/c"))
    }

    @Test(arguments: [2012, 1, 2, 3] as [UInt64])
    func everyTroubleComesAndTheBalanceCloses(seed: UInt64) throws {
        let parent = try folder()
        defer { try? FileManager.default.removeItem(atPath: parent) }
        var export = try Small.export(to: parent, draws: Draws(seed: seed))
        try export.write(to: parent)
        let truth = export.truth
        #expect(truth.troubles.filter { $0.count == 0 }.map(\.name) == [])
        #expect(truth.forms.filter { $0.count == 0 }.map(\.name) == [])
        #expect(truth.tally.figures[0] == Figures(recipientCount: 727, personTimeCount: 772, amountFen: 98_000_00))
        let balance = truth.balance
        let rejectedCount = balance.rejected.reduce(0, +)
        #expect(balance.paid - balance.fullyReversed == truth.tally.figures.reduce(0) { $0 + $1.personTimeCount })
        #expect((0.006...0.01).contains(Double(rejectedCount) / Double(balance.records)))
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(truth.json.utf8)) }
    }

    @Test func groupsAddUpToTheQuarter() throws {
        let parent = try folder()
        defer { try? FileManager.default.removeItem(atPath: parent) }
        var export = try Small.export(to: parent, draws: Draws(seed: 2012))
        try export.write(to: parent)
        let tally = export.truth.tally
        for index in tally.quarters.indices {
            for groups in [tally.careFigures[index], tally.districtFigures[index]] {
                #expect(groups.reduce(0) { $0 + $1.personTimeCount } == tally.figures[index].personTimeCount)
                #expect(groups.reduce(0) { $0 + $1.amountFen } == tally.figures[index].amountFen)
                #expect(groups.reduce(0) { $0 + $1.recipientCount } >= tally.figures[index].recipientCount)
            }
        }
        #expect(tally.recipientCount(in: 0...11) < tally.figures.reduce(0) { $0 + $1.recipientCount })
    }
}
