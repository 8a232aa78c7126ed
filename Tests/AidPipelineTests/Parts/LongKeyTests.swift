import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidPipeline

/// Claim numbers, persons and groups of any length take no more memory than a step may.
@Suite struct LongKeyTests {
    private static func place(_ lines: [String]) throws -> Workplace {
        let place = try Workplace.ready()
        let pipeline = try place.text("pipeline.yaml").replacing(
            "otherDocuments: reject", with: "otherDocuments: accept")
        try place.write("pipeline.yaml", pipeline)
        try place.write("exports/a.csv", ([Exports.header] + lines).joined(separator: "\n") + "\n")
        return place
    }

    /// Reads and settles, and goes on to the report; gives how that ends, and the report's bytes.
    private static func run(_ place: Workplace, _ memory: Int) async throws -> (code: String?, report: [UInt8]?) {
        var options = RunOptions(pipelinePath: place.path + "/pipeline.yaml")
        options.memory = MemoryBudget(byteCount: memory)
        options.output = place.path + "/parts"
        do {
            try await PartRequest(options, folder: place.path + "/steps").doAll(parts: 3)
            options.countsFolder = place.path + "/steps"
            _ = try await AidPipeline.Run(options).run()
            return (nil, try place.bytes("parts/aid/2023Q2/report.json"))
        } catch let failure as RunFailure {
            return (failure.problems.first?.code, nil)
        }
    }

    private static func claim(_ number: String, _ person: String, _ care: String = "门诊") -> String {
        "\(number),\(person),2023-04-05,100.00,已打款,\(care),\(Persons.first.name)"
    }

    /// A field of the length that a record may have at most.
    private static let long = String(repeating: "A", count: 900_000)

    @Test(arguments: [
        (1...3).map { claim("\(long)\($0)", Persons.first.id) }, (1...3).map { claim("HZ\($0)", "\(long)\($0)") },
        (1...3).map { claim("HZ\($0)", Persons.first.id, "\(long)\($0)") },
    ])
    func someLongOnesAreAsInAPlainRun(lines: [String]) async throws {
        let place = try LongKeyTests.place(lines)
        let memory = 2 << 30
        var options = RunOptions(pipelinePath: place.path + "/pipeline.yaml")
        options.memory = MemoryBudget(byteCount: memory)
        options.output = place.path + "/plain"
        _ = try await AidPipeline.Run(options).run()
        let ended = try await LongKeyTests.run(place, memory)
        #expect(ended.code == nil)
        #expect(ended.report == (try place.bytes("plain/aid/2023Q2/report.json")))
    }

    /// With the least memory there can be.
    @Test(arguments: [
        ((1...64).map { claim("\(long)\($0)", Persons.first.id) }, "keys-too-long"),
        ((1...64).map { claim("HZ\($0)", "\(long)\($0)") }, "keys-too-long"),
        ((1...24).map { claim("HZ\($0)", Persons.first.id, "\(long)\($0)") }, "groups-too-long"),
    ])
    func manyLongOnesAreRefused(lines: [String], code: String) async throws {
        let place = try LongKeyTests.place(lines)
        let ended = try await LongKeyTests.run(place, MemoryBudget.least)
        #expect(ended.code == code)
    }
}
