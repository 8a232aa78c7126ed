import AidStatistics

/// Files that correct each other, and are not read in the order that their names tell.
///
/// The last version of a claim stands. Where the program has sorted `10月.csv` before `9月.csv`, that of September does:
/// the run is refused. Where someone has listed them so, it is theirs to say, and the report tells.
struct FilesOutOfOrder: Sendable {
    let claimCount: Int
    /// The name of a file whose versions stand, and of one that is the later by its name.
    let standing: String
    let later: String

    /// nil: there are none.
    private init?(_ versions: VersionsOutOfOrder, names: [String]) {
        guard let first = versions.first else { return nil }
        claimCount = versions.claimCount
        standing = names[first.standing]
        later = names[first.later]
    }

    /// - Throws: where the program itself has sorted files so.
    static func check(_ doubts: OrderDoubts, names: [String]) throws(RunFailure) {
        guard let files = FilesOutOfOrder(doubts.sorted, names: names) else { return }
        throw RunFailure(RunProblem.filesOutOfOrder(files), place: files.standing)
    }

    /// What a reader of the figures must know.
    static func findings(_ doubts: OrderDoubts, names: [String]) -> [RunFinding] {
        FilesOutOfOrder(doubts.listed, names: names).map { [.filesOutOfOrder($0)] } ?? []
    }
}
