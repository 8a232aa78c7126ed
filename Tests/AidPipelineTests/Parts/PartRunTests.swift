import AidModel
import AidStatistics
import Foundation
import TestSupport
import Testing

@testable import AidPipeline

/// A run that many processes do together publishes what one does alone, byte for byte.
@Suite struct PartRunTests {
    private static var seeds: [UInt64] {
        let count = ProcessInfo.processInfo.environment["AIDSTATS_SEEDS"].flatMap { UInt64($0) } ?? 40
        return Array(1...count)
    }

    /// Pieces and parts.
    private static let divisions = [(1, 1), (2, 2), (3, 7), (7, 64), (1, 64), (5, 1)]

    @Test(arguments: seeds)
    func anyDivisionGivesTheSameBytes(seed: UInt64) async throws {
        let export = TwinExport(seed: seed)
        let folder = try TemporaryFolder()
        var options = RunOptions(pipelinePath: try export.write(to: folder.url))
        options.quarter = export.plan.quarter.map { Quarter(ordinal: $0) }
        options.output = folder.path + "/plain"
        let plain = await PartRunTests.ending { try await Run(options).run() }
        for (index, (pieces, parts)) in PartRunTests.divisions.enumerated()
        where index < 2 || Int(seed) % 4 == index % 4 {
            options.output = folder.path + "/out-\(index)"
            options.jobs = 1 + index % 3
            let asked = options
            let ending = await PartRunTests.ending {
                try await PartRunTests.run(asked, pieces: pieces, parts: parts, in: folder.path + "/steps-\(index)")
            }
            #expect(
                ending.differences(from: plain).isEmpty, "seed \(seed), \(pieces) pieces, \(parts) parts")
        }
    }

    /// What a run has published, or how it ended.
    private struct Ending {
        var exitCode: Int32 = 0
        var files: [String: Data] = [:]

        /// What is not the same.
        func differences(from other: Ending) -> [String] {
            if exitCode != other.exitCode { return ["exit \(exitCode), not \(other.exitCode)"] }
            return Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
        }
    }

    private static func ending(_ run: () async throws -> RunOutcome) async -> Ending {
        do {
            let outcome = try await run()
            var files: [String: Data] = [:]
            for name in outcome.fileNames where name != "manifest.json" {
                files[name] = try Data(contentsOf: URL(filePath: outcome.folder).appending(path: name))
            }
            return Ending(files: files)
        } catch {
            return Ending(exitCode: RunFailure(telling: error).exitCode.rawValue)
        }
    }

    private static func run(
        _ options: RunOptions, pieces: Int, parts: Int, in folder: String
    ) async throws -> RunOutcome {
        let request = PartRequest(options, folder: folder)
        // In whatever order.
        for piece in (1...pieces).reversed() {
            try await request.part(try #require(PartNumber("\(piece)/\(pieces)", limit: pieces)), into: parts)
        }
        for part in 1...parts { try await request.settle(try #require(PartNumber("\(part)/\(parts)", limit: parts))) }
        for part in (1...parts).reversed() {
            try await request.count(try #require(PartNumber("\(part)/\(parts)", limit: parts)))
        }
        var options = options
        options.countsFolder = folder
        return try await Run(options).run()
    }
}
