import AidInput
import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidPipeline

@Suite("The programme's time zone") struct TimeZoneTests {
    private static func zone(_ name: String) throws -> ZoneOffsets {
        try #require(ZoneOffsets(named: name))
    }

    private static func day(_ text: String, _ zone: ZoneOffsets) throws -> String? {
        let moment = try Date(text, strategy: .iso8601)
        return zone.day(at: Int(moment.timeIntervalSince1970))?.description
    }

    @Test("is that of Shanghai, or the one that is named")
    func named() throws {
        #expect(try PipelineFileValueTests.read(PipelineFileValueTests.minimal()).layout.zone == .shanghai)
        let file = try PipelineFileValueTests.read(PipelineFileValueTests.minimal("timeZone: America/New_York"))
        #expect(file.layout.zone.name == "America/New_York")
        #expect(file.layout.zone == (try Self.zone("America/New_York")))
        for name in ["UTC", "Etc/UTC", "Etc/GMT-8", "Asia/Urumqi", "America/Argentina/Buenos_Aires", "Asia/Kolkata"] {
            let file = try PipelineFileValueTests.read(PipelineFileValueTests.minimal("timeZone: \(name)"))
            #expect(file.layout.zone.name == name)
        }
    }

    @Test(
        "that nobody knows is an error, with the name that was meant",
        arguments: [
            ("Asia/Shanghia", "Asia/Shanghai"), ("asia/shanghai", "Asia/Shanghai"), ("Asia/Beijing", "Asia/Shanghai"),
            ("CST", "Asia/Shanghai"), ("PRC", "Asia/Shanghai"), ("UTC+8", "Asia/Shanghai"),
            ("'+08:00'", "Asia/Shanghai"), ("北京时间", "Asia/Shanghai"), ("America/NewYork", "America/New_York"),
            ("EST", nil), ("Mars/Olympus", nil), ("../etc/passwd", nil), ("''", nil), ("8", nil),
        ])
    func unknown(name: String, meant: String?) {
        let reading = PipelineFileReader.read(PipelineFileValueTests.minimal("timeZone: \(name)"), name: "test.yaml")
        let found = reading.findings.filter { $0.finding.level == .error }
        #expect(found.map(\.finding.code) == ["bad-time-zone"], "\(name)")
        if let meant {
            #expect(found.allSatisfy { $0.finding.message.en.contains("did you mean “\(meant)”") }, "\(name)")
        }
    }

    @Test("goes over to summer time and back")
    func summerTime() throws {
        let zone = try Self.zone("America/New_York")
        // Four hours behind in summer, five in winter.
        #expect(try Self.day("2023-07-01T03:59:59Z", zone) == "2023-06-30")
        #expect(try Self.day("2023-07-01T04:00:00Z", zone) == "2023-07-01")
        #expect(try Self.day("2023-01-01T04:59:59Z", zone) == "2022-12-31")
        #expect(try Self.day("2023-01-01T05:00:00Z", zone) == "2023-01-01")
        // On 12 March 2023 from 07:00Z on, until 5 November 06:00Z.
        #expect(zone.offset(at: 1_678_604_399) == -18_000 && zone.offset(at: 1_678_604_400) == -14_400)
        #expect(zone.offset(at: 1_699_163_999) == -14_400 && zone.offset(at: 1_699_164_000) == -18_000)
    }

    @Test("has the offsets that Foundation knows at any moment")
    func everyZone() throws {
        for seed in SeededRandom.seeds(3) {
            var random = SeededRandom(seed)
            let names = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }.shuffled(using: &random).prefix(
                40)
            for name in names + ["Asia/Shanghai", "America/New_York", "Africa/Casablanca", "Asia/Pyongyang"] {
                let zone = try Self.zone(name)
                let known = try #require(TimeZone(identifier: name))
                for _ in 0..<400 {
                    let moment = Int.random(in: 0...5_680_000_000, using: &random)
                    let offset = known.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
                    #expect(zone.offset(at: moment) == offset, "\(name) \(moment), seed \(seed)")
                }
            }
        }
    }

    @Test("is a rule of counting, by which runs and registers are told apart")
    func rules() throws {
        let shanghai = try PipelineFileValueTests.read(PipelineFileValueTests.minimal())
        let named = try PipelineFileValueTests.read(PipelineFileValueTests.minimal("timeZone: Asia/Shanghai"))
        let other = try PipelineFileValueTests.read(PipelineFileValueTests.minimal("timeZone: Asia/Urumqi"))
        #expect(CountingRules.sha256(of: shanghai) == CountingRules.sha256(of: named))
        #expect(CountingRules.sha256(of: shanghai) != CountingRules.sha256(of: other))
    }
}
