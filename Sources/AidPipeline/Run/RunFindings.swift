import AidInput
import AidModel
import AidStatistics

/// What the balance tells a reader of the figures.
enum RunFindings {
    /// How many files are named for one kind of finding.
    private static let fileLimit = 5

    /// What reading has found in the files: of each kind for a few files by name, and how many more there are.
    static func ofFiles(_ files: [RunInput]) -> [Finding] {
        var shown: [Finding] = []
        var counts: [String: Int] = [:]
        var furtherCodes: [String] = []
        for finding in files.flatMap(\.findings) {
            counts[finding.code, default: 0] += 1
            switch counts[finding.code, default: 0] {
            case ...fileLimit: shown.append(finding)
            case fileLimit + 1: furtherCodes.append(finding.code)
            default: break
            }
        }
        return shown
            + furtherCodes.map { code in
                RunFinding.foundInMoreFiles(code: code, count: counts[code, default: 0] - fileLimit).finding
            }
    }

    /// Refuses what would be read wrongly.
    static func refuse(_ files: [RunInput]) throws(RunFailure) {
        let problems = files.flatMap(\.findings).filter { $0.level == .error }.map {
            RunFailure.Problem(code: $0.code, what: $0.message)
        }
        guard problems.isEmpty else { throw RunFailure(.dataRefused, problems) }
    }

    /// Inputs that are equal byte by byte. Claim numbers make the second one duplicates;
    /// without them it would count everything twice, and the run is refused.
    static func copies(
        _ inputs: [InputBalance], of files: [InputFile?], hasClaimNumbers: Bool
    ) throws(RunFailure) -> [RunFinding] {
        var findings: [RunFinding] = []
        // Files of the same bytes have as many records, of as much money: of thousands that are alike in size alone not
        // every one need be read beside every other.
        var seen: [AlikeFiles: [Int]] = [:]
        for (index, input) in inputs.enumerated() where input.balance.records.recordCount > 0 {
            let alike = AlikeFiles(byteCount: input.byteCount, records: input.balance.records)
            let candidates = seen[alike, default: []]
            seen[alike, default: []].append(index)
            var equal: Int?
            for candidate in candidates where try areEqual(index, candidate, inputs, files) { equal = candidate }
            guard let other = equal else { continue }
            let name = inputs[other].name
            guard hasClaimNumbers else {
                throw RunFailure(RunProblem.copyCounted(name: input.name, other: name), place: input.name)
            }
            findings.append(.sameContent(name: input.name, other: name))
        }
        return findings
    }

    private struct AlikeFiles: Hashable {
        let byteCount: Int
        let records: Tally
    }

    /// Inputs of as many records and as much money as another one: the same export once more, written another way.
    static func sameFigures(_ inputs: [InputBalance]) -> [RunFinding] {
        var seen: [Tally: String] = [:]
        return inputs.compactMap { input in
            guard input.balance.paid.recordCount >= 20 else { return nil }
            guard let other = seen[input.balance.paid] else {
                seen[input.balance.paid] = input.name
                return nil
            }
            return .sameFigures(name: input.name, other: other)
        }
    }

    /// Whether two inputs of one size are equal: by their digests, or else by all their bytes.
    private static func areEqual(
        _ one: Int, _ other: Int, _ inputs: [InputBalance], _ files: [InputFile?]
    ) throws(RunFailure) -> Bool {
        if let digest = inputs[one].sha256, let otherDigest = inputs[other].sha256 { return digest == otherDigest }
        do throws(InputError) {
            guard let one = files[one], let other = files[other] else { return false }
            return try one.hasSameBytes(as: other)
        } catch {
            throw RunFailure([error])
        }
    }

    /// That a register lacks what an earlier version of the program did not keep of its exports.
    static func notKept(_ files: [RunInput]) -> [RunFinding] {
        let lacking = files.filter { $0.keptRejects == nil }
        guard let first = lacking.first else { return [] }
        let count = lacking.reduce(0) { count, file in
            file.rejectedByReason.values.reduce(count) { $0 + $1.recordCount }
        }
        return [.rejectsNotKept(fileCount: lacking.count, first: first.name, rejectCount: count)]
    }

    /// - Parameter forgottenCount: as for `RejectLimit`.
    static func ofBalance(
        _ balance: Balance, _ rejects: [RejectSummary], forgottenCount: Int
    ) -> [RunFinding] {
        var findings: [RunFinding] = []
        let scaffolding = balance.scaffolding.recordCount
        let rejected = balance.rejected.recordCount
        if rejected > 0 {
            let records = balance.records.recordCount - scaffolding + forgottenCount
            findings.append(.rejectedRecords(count: rejected, share: RejectLimit.percent(rejected, of: records)))
            if rejected > RejectList.limit {
                findings.append(.rejectsNotListed(listed: RejectList.limit, count: rejected))
            }
            findings += rejects.map(RunFinding.rejectedFor)
        }
        let orphans = balance.rejectedByReason[.reversalWithoutClaim, default: .zero].recordCount
        if orphans > 0, forgottenCount > 0 { findings.append(.orphanedReversals(count: orphans)) }
        let superseded = balance.superseded.recordCount
        if superseded >= 20, superseded * 10 > balance.paid.recordCount + superseded {
            let share = RejectLimit.percent(superseded, of: balance.records.recordCount)
            findings.append(.manySuperseded(count: superseded, share: share))
        }
        let unidentified = balance.unidentified.recordCount
        if unidentified > 0 { findings.append(.unidentifiedPersons(count: unidentified)) }
        return findings
    }
}
