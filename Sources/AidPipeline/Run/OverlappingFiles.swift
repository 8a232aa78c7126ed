import AidModel
import AidStatistics

/// Exports that hold the same records, where no claim numbers tell claims apart (`quality.maxSameRecords`).
///
/// An export of March that begins with the last days of February counts these twice, and nothing else shows it. Two
/// claims of one person on one day may well be of the same money, so a few are no reason to refuse.
struct OverlappingFiles: Sendable {
    /// So few may well be different claims, whatever their share, where the pipeline file gives no number.
    static let alwaysAllowed = 19
    /// How many pairs are named.
    private static let listed = 5

    /// Two files, the one before the other, and how many records they share.
    struct Pair: Sendable {
        let earlier: String
        let later: String
        let count: Int
    }

    /// A file of which too many records stand in others, too.
    struct Passed: Sendable {
        let name: String
        let count: Int
        let paidCount: Int
        /// The file that shares most with it; nil: too many share something.
        let other: String?
        let allowance: Allowance
    }

    let count: Int
    let fileCount: Int
    let firstName: String
    /// Those that share most; empty: there are too many to be told apart.
    let pairs: [Pair]
    let hasMorePairs: Bool
    private let records: SameRecords
    private let names: [String]

    init(_ records: SameRecords, names: [String]) {
        self.records = records
        self.names = names
        count = records.count
        fileCount = records.countsByFile.count
        firstName = records.countsByFile.keys.min().map { names[$0] } ?? ""
        let ordered = OverlappingFiles.ordered(records.countsByPair ?? [:])
        pairs = ordered.prefix(OverlappingFiles.listed).map { pair, count in
            Pair(earlier: names[pair.earlier], later: names[pair.later], count: count)
        }
        hasMorePairs = ordered.count > OverlappingFiles.listed
    }

    /// - Throws: where too many records of a file stand in others; nothing is published then.
    func check(_ inputs: [InputBalance], pipeline: LoadedPipeline) throws(RunFailure) {
        let allowance = pipeline.file.maxSameRecords
        func paidCount(_ file: Int) -> Int { inputs[file].balance.paid.recordCount }
        let past = records.countsByFile.filter { allowance.isExceeded(by: $0.value, of: paidCount($0.key)) }
        // That of the largest share is told; of several the first.
        let worst = past.min { one, other in
            let (share, otherShare) = (one.value * paidCount(other.key), other.value * paidCount(one.key))
            return share != otherShare ? share > otherShare : one.key < other.key
        }
        guard let (file, count) = worst else { return }
        let ofFile = (records.countsByPair ?? [:]).filter { $0.key.earlier == file || $0.key.later == file }
        let most = OverlappingFiles.ordered(ofFile).first?.pair
        let passed = Passed(
            name: names[file], count: count, paidCount: paidCount(file),
            other: most.map { names[$0.earlier == file ? $0.later : $0.earlier] }, allowance: allowance)
        throw RunFailure(RunProblem.tooManySameRecords(passed), place: passed.name)
    }

    /// What a reader of the figures must know.
    var findings: [RunFinding] { count > 0 ? [.sameRecords(self)] : [] }

    /// The pair that shares most first.
    private static func ordered(_ counts: [SameRecords.Pair: Int]) -> [(pair: SameRecords.Pair, count: Int)] {
        counts.map { (pair: $0.key, count: $0.value) }.sorted {
            $0.count != $1.count ? $0.count > $1.count : $0.pair < $1.pair
        }
    }
}
