import AidModel
import Foundation
import Glibc
import Testing

@testable import AidPipeline

/// An independent count of random exports, compared with the pipeline's.
///
/// `AIDSTATS_SEEDS=5000 swift test --filter TwinTests` tries more of them, and
/// `AIDSTATS_SEED=17` this one alone, and keeps its files.
@Suite struct TwinTests {
    private static let base: UInt64 = 1

    private static var seeds: ClosedRange<UInt64> {
        let environment = ProcessInfo.processInfo.environment
        if let seed = environment["AIDSTATS_SEED"].flatMap({ UInt64($0) }) { return seed...seed }
        let count = environment["AIDSTATS_SEEDS"].flatMap { UInt64($0) } ?? 300
        return base...base + count - 1
    }

    private static let batches = 4

    @Test(arguments: 0..<batches)
    func anIndependentCountAgrees(batch: Int) async throws {
        if batch == 0 { print("twin: seeds \(TwinTests.seeds)") }
        for seed in TwinTests.seeds where Int(seed) % TwinTests.batches == batch {
            let differences = try await TwinTrial(seed: seed).differences()
            let told = differences.prefix(6).joined(separator: "\n  ")
            #expect(differences.isEmpty, "seed \(seed), \(differences.count) differences:\n  \(told)")
        }
    }

    /// The exports have trouble of every kind, and reports with everything in them.
    @Test func everyKindOfTroubleComesUp() {
        var reasons: Set<String> = []
        var refused = 0
        for seed in TwinTests.base...TwinTests.base + 99 {
            let count = TwinCount(TwinExport(seed: seed))
            if TwinPeriods(count) == nil { refused += 1 }
            for fate in count.fates {
                if case .rejected(let reason) = fate { reasons.insert(reason) } else { reasons.insert("\(fate)") }
            }
        }
        // The twin does not know of claim numbers that a spreadsheet ruined (ClaimDecoderTests do), and has no
        // register that forgets (RegisterForgetTests).
        let wanted =
            RejectReason.allCases.filter { $0 != .damagedClaim && $0 != .forgottenQuarter }.map(\.rawValue) + [
                "paid", "unpaid", "reversal", "duplicate", "superseded", "scaffolding",
            ]
        #expect(reasons == Set(wanted))
        #expect((1...30).contains(refused))
    }
}

/// One seed: the exports written, run, and compared.
struct TwinTrial {
    let export: TwinExport
    let count: TwinCount
    /// nil where the run must be refused.
    let periods: TwinPeriods?

    init(seed: UInt64) {
        export = TwinExport(seed: seed)
        count = TwinCount(export)
        let rejected = count.fates.filter { if case .rejected = $0 { true } else { false } }.count
        let records = count.fates.count - count.fates.filter { $0 == .scaffolding }.count
        let isPastLimit = rejected * 10_000 > export.plan.maxRejected * records
        let isShared =
            count.sharing.count >= 10
            && min(count.sharing.count, count.claims.count) * 100
                > TwinExport.maxSharedClaims(seed) * count.claims.count
        let outOfOrder = count.outOfOrder(export)
        let isOutOfOrder = outOfOrder.isSorted && outOfOrder.count > 0
        periods =
            isPastLimit || isShared || isOutOfOrder || count.sameRecords(export).isPastLimit ? nil : TwinPeriods(count)
    }

    func differences() async throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "aidstats-twin-\(UUID().uuidString)")
        let isKept = ProcessInfo.processInfo.environment["AIDSTATS_SEED"] != nil
        if isKept { print("twin: seed \(export.seed) in \(folder.path)") }
        defer { if !isKept { try? FileManager.default.removeItem(at: folder) } }
        var options = RunOptions(pipelinePath: try export.write(to: folder))
        options.output = folder.appending(path: "out").path
        options.quarter = export.plan.quarter.map { Quarter(ordinal: $0) }
        let outcome: RunOutcome
        do {
            outcome = try await Run(options).run()
        } catch let failure as RunFailure {
            if periods == nil, failure.exitCode == .dataRefused { return [] }
            let told = failure.problems.map { "\($0.place ?? "") \($0.code) \($0.what.en)" }.joined(separator: "; ")
            return [
                "the run ended with \(failure.exitCode.rawValue), which the twin \(periods == nil ? "did" : "did not") expect: \(told)"
            ]
        }
        guard let periods else { return ["the run should have been refused"] }
        func read(_ name: String) throws -> [UInt8] {
            Array(try Data(contentsOf: URL(filePath: outcome.folder).appending(path: name)))
        }
        var differences = TwinComparison(
            export: export, periods: periods, report: try TwinJSON(try read("report.json")),
            manifest: try TwinJSON(try read("manifest.json"))
        )
        .differences
        differences += TwinFindings(try TwinJSON(try read("report.json")), export: export, count: count).differences
        differences += TwinRejects(try read("rejects.csv"), export: export, count: count).differences
        for name in outcome.fileNames {
            let bytes = try read(name)
            differences += leaks(in: bytes).map { "\(name): \($0)" }
        }
        return differences
    }

    /// Which people a file gives away, by their place in the pool.
    private func leaks(in bytes: [UInt8]) -> [String] {
        // strstr is fast in debug builds too; it stops at a zero byte, which no output has.
        let text = bytes.map { CChar(bitPattern: $0) } + [0]
        return export.people.enumerated().compactMap { index, person in
            let isTold = [person.number, person.oldNumber, person.name, person.number.lowercased()].compactMap { $0 }
                .contains { strstr(text, $0) != nil }
            return isTold ? "person \(index) of the pool is told" : nil
        }
    }
}
