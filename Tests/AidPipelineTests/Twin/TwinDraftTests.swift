import AidModel
import Foundation
import Testing

@testable import AidCheck
@testable import AidPipeline

/// `check` says of no report and no news that a run has written of a random export that something in it is wrong.
@Suite struct TwinDraftTests {
    private static let seeds: ClosedRange<UInt64> = {
        let environment = ProcessInfo.processInfo.environment
        if let seed = environment["AIDSTATS_SEED"].flatMap({ UInt64($0) }) { return seed...seed }
        return 1...(environment["AIDSTATS_SEEDS"].flatMap { UInt64($0) } ?? 60)
    }()

    @Test func ownReportsAreNotWrong() async throws {
        print("drafts of twins: seeds \(Self.seeds)")
        var (runs, figures, unknown) = (0, 0, 0)
        for seed in Self.seeds {
            let export = TwinExport(seed: seed)
            let folder = FileManager.default.temporaryDirectory.appending(path: "aidstats-twin-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let pipeline = try export.write(to: folder)
            var options = RunOptions(pipelinePath: pipeline)
            options.output = folder.appending(path: "out").path
            options.quarter = export.plan.quarter.map { Quarter(ordinal: $0) }
            guard let outcome = try? await Run(options).run() else { continue }
            runs += 1
            for name in ["report.md", "news.zh.md", "news.en.md"] {
                var request = DraftCheckRequest(draftPath: outcome.folder + "/" + name)
                request.pipelinePath = pipeline
                request.output = options.output
                let check = try request.run().check
                figures += check.figures.count
                unknown += check.count(.unknown)
                let lines = try String(contentsOf: URL(filePath: outcome.folder).appending(path: name), encoding: .utf8)
                    .split(separator: "\n", omittingEmptySubsequences: false)
                let wrong = check.figures.filter(\.mustBeMended).map { figure in
                    let before = lines[figure.lineNumber - 1].prefix(figure.columnNumber + 12).suffix(90)
                    return "\(figure.lineNumber):\(figure.columnNumber) \(figure.text): \(figure.reason.en) | \(before)"
                }
                #expect(wrong.isEmpty, "seed \(seed), \(name)\n\(wrong.prefix(10).joined(separator: "\n"))")
            }
        }
        print("\(runs) runs, \(figures) figures, \(unknown) not known")
        #expect(runs > 0)
    }
}
