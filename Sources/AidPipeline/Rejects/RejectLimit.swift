import AidInput
import AidModel
import AidStatistics

/// How many records may be rejected; past it nothing is published (`quality.maxRejected`).
enum RejectLimit {
    /// How many places are named of each reason.
    private static let placeCount = 3

    /// What was passed, and what would let it pass.
    struct Passed: Sendable {
        let rejectedCount: Int
        let recordCount: Int
        let share: String
        let allowance: Allowance
    }

    /// - Parameter forgottenCount: records that a register has forgotten since; rejects among all of them stay.
    static func check(
        _ balance: RunBalance, forgottenCount: Int, pipeline: LoadedPipeline
    ) throws(RunFailure) {
        let total = balance.total
        // An export that tells again what was counted and forgotten is not broken.
        let repeated = total.rejectedByReason[.forgottenQuarter, default: .zero].recordCount
        let rejected = total.rejected.recordCount - repeated
        let records = total.records.recordCount - total.scaffolding.recordCount - repeated + forgottenCount
        guard pipeline.file.maxRejected.isExceeded(by: rejected, of: records) else { return }
        let passed = Passed(
            rejectedCount: rejected, recordCount: records, share: percent(rejected, of: records),
            allowance: pipeline.file.maxRejected)
        var problems: [(problem: RunProblem, place: String?)] = []
        for summary in balance.rejectSummaries where summary.reason != .forgottenQuarter {
            let ofReason = balance.rejects.filter { $0.reason == summary.reason }
            let places = ofReason.prefix(placeCount).map { reject in
                let number = reject.place.lineNumber ?? reject.place.recordNumber
                return "\(balance.names[reject.position.fileIndex]):\(number)"
            }
            let list = places.joined(separator: ", ") + (ofReason.count > placeCount ? ", …" : "")
            problems.append((.recordsRejected(summary, places: list), nil))
        }
        // The causes come first: who raises the limit without them publishes wrong figures.
        problems.append((.tooManyRejects(passed), pipeline.path))
        throw RunFailure(problems)
    }

    /// Whether raising a limit is worth a word: of 5 % and less.
    static func mayPass(_ part: Int, of whole: Int) -> Bool {
        Int128(part) * 20 <= Int128(whole)
    }

    /// A share in percent with two decimals, rounded half up.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "0%" }
        let hundredths = (Int128(part) * 20_000 + Int128(whole)) / (Int128(whole) * 2)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
