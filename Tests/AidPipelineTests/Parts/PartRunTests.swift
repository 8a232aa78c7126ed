import AidInput
import AidModel
import AidStatistics
import Foundation
import TestSupport
import Testing

@testable import AidPipeline

/// A run that many processes do together publishes what one does alone, byte for byte.
@Suite struct PartRunTests {
    private static var seeds: [UInt64] {
        let count = ProcessInfo.processInfo.environment["AIDSTATS_SEEDS"].flatMap { UInt64($0) } ?? 24
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

    /// Every CSV file that can be is divided, be it in the middle of a field in quotes; what only all of a file tells is
    /// found out, and then it is read whole.
    @Test(arguments: seeds)
    func filesAreDividedAnywhere(seed: UInt64) async throws {
        let export = TwinExport(seed: seed)
        let folder = try TemporaryFolder()
        var options = RunOptions(pipelinePath: try export.write(to: folder.url))
        options.quarter = export.plan.quarter.map { Quarter(ordinal: $0) }
        options.output = folder.path + "/plain"
        let plain = await PartRunTests.ending { try await Run(options).run() }
        let pieces = [2, 3, 5, 16][Int(seed) % 4]
        options.output = folder.path + "/out"
        options.jobs = 1 + Int(seed) % 3
        options.reading.pieceSize = [512 << 10, 64, 300, 1000][Int(seed / 4) % 4]
        options.reading.tailSize = [16 << 10, 10, 200][Int(seed / 3) % 3]
        let asked = options
        let ending = await PartRunTests.ending {
            do {
                return try await PartRunTests.run(
                    asked, pieces: pieces, parts: 2, dividing: 1, in: folder.path + "/steps")
            } catch let failure as RunFailure where failure.problems.first?.code == "cannot-be-divided" {
                return try await PartRunTests.run(asked, pieces: pieces, parts: 2, in: folder.path + "/again")
            }
        }
        #expect(ending.differences(from: plain).isEmpty, "seed \(seed), \(pieces) pieces")
    }

    /// The programmes of the sample, with rules, measures, members, reference tables and much else.
    @Test(arguments: ["second-reimbursement", "hospital-allowance"])
    func theSampleIsThatOfAPlainRun(name: String) async throws {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        let folder = try TemporaryFolder()
        var options = RunOptions(pipelinePath: root.appending(path: "pipelines/\(name).yaml").path)
        options.output = folder.path + "/plain"
        let plain = await PartRunTests.ending { try await Run(options).run() }
        #expect(plain.exitCode == 0)
        for (pieces, parts) in [(1, 1), (3, 2), (2, 7)] {
            options.output = folder.path + "/out-\(parts)"
            let asked = options
            let ending = await PartRunTests.ending {
                try await PartRunTests.run(
                    asked, pieces: pieces, parts: parts, dividing: 1000, in: folder.path + "/steps-\(parts)")
            }
            #expect(ending.differences(from: plain).isEmpty, "\(pieces) pieces, \(parts) parts")
        }
    }

    @Test func thereIsMuchToDivide() throws {
        var dividedCount = 0
        for seed in PartRunTests.seeds {
            let folder = try TemporaryFolder()
            let pipeline = try LoadedPipeline.load(try TwinExport(seed: seed).write(to: folder.url))
            let run = try PartRun(pipeline, given: [], folder: folder.path, pieceCount: 3, partCount: 1)
            if run.shares(piece: 1, dividing: 1, ReadingSettings()).contains(where: { $0.range != nil }) {
                dividedCount += 1
            }
        }
        #expect(dividedCount * 3 > PartRunTests.seeds.count, "\(dividedCount)")
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
        _ options: RunOptions, pieces: Int, parts: Int, dividing least: Int? = nil, in folder: String
    ) async throws -> RunOutcome {
        var request = PartRequest(options, folder: folder)
        request.leastDivided = least
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
