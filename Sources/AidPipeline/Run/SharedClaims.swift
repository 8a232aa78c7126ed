import AidModel
import AidStatistics

/// Claim numbers that stand for different people (`quality.maxSharedClaims`).
///
/// A later record of a claim number takes the place of the one before it. Where a spreadsheet has cut the numbers, or
/// they were given twice, claims of different people swallow each other that way, and nothing else shows it. A person
/// who was corrected looks the same, so a few are no reason to refuse.
struct SharedClaims: Sendable {
    /// So few may well be corrections, whatever their share, where the pipeline file gives no number.
    static let alwaysAllowed = 9

    let count: Int
    let firstName: String
    let fileCount: Int

    /// - Parameter otherPersons: for each input, as the settlement counts them.
    init(_ otherPersons: [Int], names: [String]) {
        count = otherPersons.reduce(0, +)
        firstName = zip(otherPersons, names).first { $0.0 > 0 }?.1 ?? ""
        fileCount = otherPersons.count { $0 > 0 }
    }

    /// - Throws: where there are too many; nothing is published then.
    func check(_ balance: Balance, pipeline: LoadedPipeline) throws(RunFailure) {
        let paid = balance.paid.recordCount
        // No more than all, so that 100% lets everything pass.
        let allowance = pipeline.file.maxSharedClaims
        guard count > allowance.recordCount, allowance.share.isExceeded(by: min(count, paid), of: paid) else { return }
        throw RunFailure(RunProblem.tooManySharedClaims(self, paid: paid, allowance), place: pipeline.path)
    }

    /// What a reader of the figures must know.
    var findings: [RunFinding] { count > 0 ? [.sharedClaimNumbers(self)] : [] }
}
