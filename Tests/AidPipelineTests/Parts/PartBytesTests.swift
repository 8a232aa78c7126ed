import AidModel
import AidStatistics
import Foundation
import TestSupport
import Testing

@testable import AidPipeline

/// Every byte of what one step hands to the next is looked at before anything is counted from it.
@Suite struct PartBytesTests {
    /// A run of two claims by one piece and two parts, in a folder of its own.
    private struct Run {
        let place: Workplace
        let request: PartRequest
        let run: PartRun

        init() async throws {
            place = try Workplace.ready()
            try place.write("exports/a.csv", Exports.csv.prefix(3).joined(separator: "\n") + "\n")
            let folder = place.path + "/steps"
            request = PartRequest(RunOptions(pipelinePath: place.path + "/pipeline.yaml"), folder: folder)
            try await request.doAll(parts: 2)
            run = try PartRun(
                try LoadedPipeline.load(place.path + "/pipeline.yaml"), given: [], folder: folder, pieceCount: 1,
                partCount: 2)
        }

        private var loading: PartLoading {
            let (settlement, tables, _) = run.makeSettlement(request.options)
            return PartLoading(run, settlement, tables, jobs: 1)
        }

        /// Reads all of the files of a kind, as the steps together do.
        func load(_ ending: String) async throws {
            switch ending {
            case "claims":
                let pieces = try await loading.pieces(of: 0)
                _ = try run.inputs(pieces, request.options.reading)
                _ = try await loading.pieces(of: 1)
            case "standing": _ = try await loading.settled([.people, .measured, .ruled, .amounts, .dated])
            default: _ = try loading.counts()
            }
        }

        /// The code of what a file is refused with, where it is refused; its own path must be named.
        func refusal(_ name: String, _ bytes: [UInt8]) async throws -> String? {
            try place.write("steps/" + name, bytes)
            do {
                try await load(String(name.split(separator: ".")[1]))
                return nil
            } catch let failure as RunFailure {
                let problem = try #require(failure.problems.first)
                #expect(failure.exitCode == .dataRefused && problem.place?.hasSuffix(name) == true)
                return problem.code
            }
        }
    }

    private static let names = ["piece-1-of-1.claims", "part-1-of-2.standing", "part-2-of-2.counts"]

    @Test(arguments: names)
    func everyByteIsLookedAt(name: String) async throws {
        let run = try await Run()
        let whole = try run.place.bytes("steps/" + name)
        #expect(whole.count > 2 * PartFrame.headerByteCount || name.hasSuffix("counts"))
        var codes: Set<String> = []
        for index in whole.indices {
            var bytes = whole
            bytes[index] ^= 1 << (index % 8)
            let refusal = try await run.refusal(name, bytes)
            codes.insert(try #require(refusal, "\(name): byte \(index) is other, and nobody says so"))
        }
        #expect(codes.isSubset(of: ["part-damaged", "part-of-another-run", "part-of-another-version"]))
        #expect(try await run.refusal(name, whole) == nil)
    }

    @Test(arguments: names)
    func fileIsWholeOrRefused(name: String) async throws {
        let run = try await Run()
        let whole = try run.place.bytes("steps/" + name)
        for length in whole.indices {
            #expect(
                try await run.refusal(name, Array(whole.prefix(length))) == "part-damaged", "\(name), \(length) bytes")
        }
        for more in [[0], Array(whole.prefix(PartFrame.headerByteCount)), whole] {
            #expect(try await run.refusal(name, whole + more) == "part-damaged")
        }
    }

    /// Frames that are whole, and of this run, but not those that were written.
    @Test func framesAreThoseThatWereWritten() async throws {
        let run = try await Run()
        let name = "piece-1-of-1.claims"
        let whole = try run.place.bytes("steps/" + name)
        let frames = try PartBytesTests.frames(of: whole)
        #expect(frames.count > 1)
        for index in frames.indices {
            var fewer = frames
            fewer.remove(at: index)
            #expect(try await run.refusal(name, fewer.flatMap { $0 }) == "part-damaged", "without frame \(index)")
            var more = frames
            more.insert(frames[index], at: index)
            #expect(try await run.refusal(name, more.flatMap { $0 }) == "part-damaged", "frame \(index) twice")
        }
    }

    private static func frames(of bytes: [UInt8]) throws -> [[UInt8]] {
        var frames: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let header = Array(rest.prefix(PartFrame.headerByteCount))
            guard case .frame(let frame) = header.withUnsafeBytes({ PartFrame.read($0) }) else { break }
            frames.append(Array(rest.prefix(PartFrame.headerByteCount + frame.payloadByteCount)))
            rest = rest.dropFirst(PartFrame.headerByteCount + frame.payloadByteCount)
        }
        return frames
    }

    /// With reference tables the run counts people; `count` yet tells what is damaged, while it can be done again.
    @Test func countRefusesDamageBesideTables() async throws {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        let folder = try TemporaryFolder()
        var options = RunOptions(pipelinePath: root.appending(path: "pipelines/hospital-allowance.yaml").path)
        options.output = folder.path + "/reports"
        #expect(try LoadedPipeline.load(options.pipelinePath).file.tables.isEmpty == false)
        let request = PartRequest(options, folder: folder.path + "/steps")
        try await request.doAll(parts: 2)
        let standing = folder.url.appending(path: "steps/part-1-of-2.standing")
        let whole = try Data(contentsOf: standing)
        for index in stride(from: 0, to: whole.count, by: whole.count / 40) {
            var bytes = whole
            bytes[index] ^= 0x10
            try bytes.write(to: standing)
            var refusals: [RunFailure] = []
            for part in ["1/2", "2/2"] {
                do {
                    try await request.count(try #require(PartNumber(part, limit: 2)))
                } catch let failure as RunFailure {
                    refusals.append(failure)
                }
            }
            #expect(!refusals.isEmpty, "byte \(index) of \(whole.count)")
            for refusal in refusals {
                #expect(refusal.exitCode == .dataRefused && refusal.problems.first?.place == standing.path)
            }
        }
    }
}

extension PartRequest {
    /// All steps but the last, by one piece.
    func doAll(parts: Int) async throws {
        try await part(try #require(PartNumber("1/1", limit: 1)), into: parts)
        let numbers = try (1...parts).map { try #require(PartNumber("\($0)/\(parts)", limit: parts)) }
        for number in numbers { try await settle(number) }
        for number in numbers { try await count(number) }
    }
}
