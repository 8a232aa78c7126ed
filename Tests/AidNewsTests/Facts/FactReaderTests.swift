import AidModel
import AidStatistics
import AidText
import ReportSupport
import TestSupport
import Testing

@testable import AidNews

@Suite struct FactReaderTests {
    @Test(arguments: SampleReport.all.map(\.name))
    func whatIsWrittenReadsBack(name: String) throws {
        let facts = SampleFacts.named(name)
        #expect(try FactDocument.read(FactDocument.bytes(facts)) == facts)
    }

    /// Line by line it is what the file says, in the same order.
    @Test(arguments: SampleReport.all.map(\.name))
    func linesSayWhatTheFileSays(name: String) throws {
        let facts = SampleFacts.named(name)
        var sink = ByteSink()
        FactDocument.writeLines(facts, to: &sink)
        let lines = try sink.bytes.split(separator: UInt8(ascii: "\n")).map { try JSONReader.read(Array($0)) }
        let file = try FactDocument.document.json(facts)
        let head = file.setting(["schema"], to: "aidstats.facts.lines/1").setting(["facts"], to: nil)
        #expect(lines.first == head)
        #expect(file["facts"] == .array(Array(lines.dropFirst())))
    }

    @Test func exactValuesBeyondFloatingPointStay() throws {
        var report = SampleReport.fullSize
        report.figures.amountMinor = 9_007_199_254_740_993 * 1_000_000_007
        let facts = try FactDocument.read(FactDocument.bytes(SampleFacts.of(report)))
        #expect(facts["2023Q2/amount"]?.value == .exactly(9_007_199_254_740_993 * 1_000_000_007))
    }

    @Test(
        arguments: [
            (["schema"], "aidstats.facts/2", "schema"), (["currency"], "XYZ", "currency"),
            (["facts", 0, "kind"], "rumour", "facts/0/kind"), (["facts", 0, "value"], .null, "facts/0/noValue"),
            (["facts", 0, "value", "exactly"], .hundredths(150), "facts/0/value/exactly"),
            (["facts", 0, "value"], ["lowest": 2, "highest": 1], "facts/0/value"),
            (["facts", 0, "value"], ["numerator": 2, "denominator": 0], "facts/0/value"),
            (["facts", 0, "period", "quarter"], "2023Q5", "facts/0/period/quarter"), (["facts"], 7, "facts"),
            (["sources", "run", "type"], 7, "sources/run/type"),
            (["facts", 0, "value", "exactly"], .integer(.min), "facts/0/value/exactly"),
            (["facts", 0, "value"], ["lowest": .integer(.min), "highest": 1], "facts/0/value"),
            (["facts", 0, "value"], ["numerator": .integer(.min), "denominator": 1], "facts/0/value"),
        ] as [([JSONStep], JSONText, String)])
    func whatIsNoFactIsToldWithItsPlace(path: [JSONStep], value: JSONText, place: String) throws {
        let json = try FactDocument.document.json(SampleFacts.named("first-year")).setting(path, to: value)
        #expect(throws: JSONProblem(path: place)) { try FactDocument.read(Array(json.pretty().utf8)) }
    }

    /// Whatever is cut off or changed: an error or facts, and never a crash.
    @Test(arguments: SeededRandom.seeds(30))
    func damagedFilesAreRefused(seed: UInt64) {
        var random = SeededRandom(seed)
        let bytes = FactDocument.bytes(SampleFacts.named("first-year"))
        for _ in 0..<10 {
            #expect(throws: JSONProblem.self, "seed \(seed)") {
                try FactDocument.read(Array(bytes.prefix(Int.random(in: 0..<bytes.count - 2, using: &random))))
            }
            var damaged = bytes
            damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            _ = try? FactDocument.read(damaged)
        }
    }
}
