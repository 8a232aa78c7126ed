import AidInput
import AidModel
import AidStatistics

/// The share of rejected records past which nothing is published (`quality.maxRejected`).
enum RejectLimit {
    /// How many places are named of each reason.
    private static let placeCount = 3

    /// - Parameter forgottenCount: records that a register has forgotten since; rejects among all of them stay.
    static func check(
        _ balance: Balance, forgottenCount: Int, rejects: [Reject], inputs: [InputBalance], pipeline: LoadedPipeline
    ) throws(RunFailure) {
        // An export that tells again what was counted and forgotten is not broken.
        let repeated = balance.rejectedByReason[.forgottenQuarter, default: .zero].recordCount
        let rejected = balance.rejected.recordCount - repeated
        let records =
            balance.records.recordCount - balance.scaffolding.recordCount - repeated + forgottenCount
        guard pipeline.file.maxRejected.isExceeded(by: rejected, of: records) else { return }
        let share = percent(rejected, of: records)
        var problems: [(problem: RunProblem, place: String?)] = [
            (.tooManyRejects(rejected: rejected, records: records, share: share), pipeline.path)
        ]
        for reason in RejectReason.allCases where reason != .forgottenQuarter {
            let ofReason = rejects.filter { $0.reason == reason }
            guard !ofReason.isEmpty else { continue }
            let places = ofReason.prefix(placeCount).map { reject in
                let number = reject.place.lineNumber ?? reject.place.recordNumber
                return "\(inputs[reject.position.fileIndex].name):\(number)"
            }
            let list = places.joined(separator: ", ") + (ofReason.count > placeCount ? ", …" : "")
            problems.append((.recordsRejected(reason, count: ofReason.count, places: list), nil))
        }
        throw RunFailure(problems)
    }

    /// A share in percent with two decimals, rounded up, so that what is past a limit never looks like it.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "0%" }
        let hundredths = (Int128(part) * 10_000 + Int128(whole) - 1) / Int128(whole)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
