import TestSupport
import AidInput
import AidModel
import Foundation
import Testing

@testable import AidPipeline

/// Same inputs, same bytes: however many threads read them, in whatever pieces, wherever the machine stands.
@Suite struct InvarianceTests {
    /// Seeds whose runs publish a report.
    private static let seeds = (1...40).map { UInt64($0) }.filter { TwinTrial(seed: $0).periods != nil }.prefix(25)

    @Test func thereAreEnoughSeeds() {
        #expect(InvarianceTests.seeds.count == 25)
    }

    @Test(arguments: seeds)
    func jobsAndPiecesChangeNothing(seed: UInt64) async throws {
        try await InvarianceTests.inFolder(of: seed) { export, folder in
            let pipeline = try export.write(to: folder)
            let plain = try await InvarianceTests.outputs(pipeline, export)
            #expect(plain.allSatisfy { !$0.isEmpty })
            // Threads, bytes of a piece, and bytes read behind it.
            let variants = [
                (2, 512 << 10, 16 << 10), (7, 512 << 10, 0), (1, 1, 0), (7, 2, 1), (1, 3, 500), (2, 7, 64),
                (7, 64, 200), (2, 300, 150), (3, 1000, 400), (2, 64 << 10, 16 << 10), (1, 4096, 1000),
            ]
            for (jobs, pieceSize, tailSize) in variants {
                let outputs = try await InvarianceTests.outputs(
                    pipeline, export, jobs: jobs, pieceSize: pieceSize, tailSize: tailSize)
                #expect(outputs == plain, "seed \(seed), \(jobs) jobs, pieces of \(pieceSize) and \(tailSize)")
            }
            let slow = try await InvarianceTests.outputs(pipeline, export, isSlow: true)
            #expect(slow == plain, "seed \(seed), the slow way")
        }
    }

    /// What is compressed is what it was, whatever its name says.
    @Test(arguments: seeds.prefix(10))
    func compressionChangesNothing(seed: UInt64) async throws {
        try await InvarianceTests.inFolder(of: seed) { export, folder in
            let pipeline = try export.write(to: folder)
            let plain = try await InvarianceTests.outputs(pipeline, export)
            let formats: [WrittenArchive.Format] = [.gzip, .zstandard, .xz, .bzip2]
            for (index, file) in export.files.enumerated() {
                let url = folder.appending(path: file.name)
                let format = formats[(Int(seed) + index) % formats.count]
                let bytes = WrittenArchive.bytes(format, [.init("", Array(try Data(contentsOf: url)))])
                try Data(bytes).write(to: url)
            }
            for (jobs, pieceSize, tailSize) in [(1, 512 << 10, 16 << 10), (2, 300, 150), (7, 64, 200), (3, 1000, 0)] {
                let outputs = try await InvarianceTests.outputs(
                    pipeline, export, jobs: jobs, pieceSize: pieceSize, tailSize: tailSize)
                #expect(outputs == plain, "seed \(seed), \(jobs) jobs, pieces of \(pieceSize) and \(tailSize)")
            }
            let slow = try await InvarianceTests.outputs(pipeline, export, isSlow: true)
            #expect(slow == plain, "seed \(seed), the slow way")
        }
    }

    /// A glob finds files in the order in which the directory has them.
    @Test(arguments: seeds)
    func theOrderOfTheDirectoryChangesNothing(seed: UInt64) async throws {
        try await InvarianceTests.inFolder(of: seed) { export, folder in
            let plain = try await InvarianceTests.outputs(try export.write(to: folder.appending(path: "one")), export)
            let other = folder.appending(path: "other")
            try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
            for file in export.files.reversed() { try Data().write(to: other.appending(path: file.name)) }
            let outputs = try await InvarianceTests.outputs(try export.write(to: other), export)
            #expect(outputs == plain, "seed \(seed)")
        }
    }

    @Test(arguments: seeds.prefix(6))
    func timeZoneAndLocaleChangeNothing(seed: UInt64) async throws {
        try await InvarianceTests.inFolder(of: seed) { export, folder in
            let pipeline = try export.write(to: folder)
            let plain = try await InvarianceTests.outputs(pipeline, export)
            let settings = [
                ("UTC", "C"), ("Asia/Shanghai", "zh_CN.UTF-8"), ("America/St_Johns", "de_DE.UTF-8"),
                ("XXX-14", "tr_TR.GB18030"),
            ]
            for (zone, locale) in settings {
                let output = folder.appending(path: "run").path
                var arguments = ["run", pipeline, "--output", output, "--quiet", "--jobs", "2"]
                if let quarter = export.plan.quarter { arguments += ["--quarter", quarterName(quarter)] }
                let ending = try Executable.run(
                    arguments, in: folder.path, environment: ["TZ": zone, "LC_ALL": locale, "LANG": locale])
                #expect(ending.exitCode == 0, "seed \(seed), TZ=\(zone) LC_ALL=\(locale)")
                let name = try #require(TwinTrial(seed: seed).periods.map { quarterName($0.quarter) })
                let outputs = try InvarianceTests.read("\(output)/twin/\(name)")
                #expect(outputs == plain, "seed \(seed), TZ=\(zone) LC_ALL=\(locale)")
            }
        }
    }

    // MARK: Runs

    private static func outputs(
        _ pipeline: String, _ export: TwinExport, jobs: Int = 1, pieceSize: Int = 512 << 10, tailSize: Int = 16 << 10,
        isSlow: Bool = false
    ) async throws -> [Data] {
        var options = RunOptions(pipelinePath: pipeline)
        options.output = URL(filePath: pipeline).deletingLastPathComponent().appending(path: "out").path
        options.quarter = export.plan.quarter.map { Quarter(ordinal: $0) }
        options.jobs = jobs
        options.reading.pieceSize = pieceSize
        options.reading.tailSize = tailSize
        options.reading.isSlow = isSlow
        return try read(try await Run(options).run().folder)
    }

    private static func read(_ folder: String) throws -> [Data] {
        try [
            "report.json", "report.md", "report.html", "trend-amount.svg", "facts.json", "news.zh.md", "news.en.md",
            "rejects.csv",
        ].map {
            try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))
        }
    }

    private static func inFolder(of seed: UInt64, _ body: (TwinExport, URL) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        try await body(TwinExport(seed: seed), folder.url)
    }
}
