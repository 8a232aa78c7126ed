import AidModel

/// What a ledger does, done with arrays: the twin that the tests believe.
struct LedgerTwin {
    private var lastID: Int64 = 0
    private var runs: [(run: RecordedRun, isSettled: Bool)] = []
    private var published: [Vintage] = []

    mutating func stage(_ run: RecordedRun) -> Int64 {
        lastID += 1
        var run = run
        run.id = lastID
        runs.append((run, false))
        return lastID
    }

    mutating func settle(_ id: Int64) -> Bool {
        guard let index = runs.firstIndex(where: { $0.run.id == id && !$0.isSettled }) else { return false }
        runs[index].isSettled = true
        return true
    }

    mutating func drop(_ id: Int64) -> Bool {
        guard let index = runs.firstIndex(where: { $0.run.id == id && !$0.isSettled }) else { return false }
        runs.remove(at: index)
        return true
    }

    mutating func publish(_ vintages: [Vintage]) -> Bool {
        let before = published
        for vintage in vintages {
            var isFine = vintage.number == self.vintages(of: vintage.quarter).count + 1
            if case .run(let id) = vintage.origin { isFine = isFine && settledIDs.contains(id) }
            guard isFine else {
                published = before
                return false
            }
            published.append(vintage)
        }
        return true
    }

    var ids: [Int64] { runs.map(\.run.id) }
    var settledIDs: [Int64] { runs.filter(\.isSettled).map(\.run.id) }
    var stagedRuns: [RecordedRun] { runs.filter { !$0.isSettled }.map(\.run) }
    var lastRun: RecordedRun? { runs.last(where: \.isSettled)?.run }
    func lastRun(of quarter: Quarter) -> RecordedRun? { runs.last { $0.isSettled && $0.run.quarter == quarter }?.run }
    func run(_ id: Int64) -> RecordedRun? { runs.first { $0.run.id == id }?.run }
    func vintages(of quarter: Quarter) -> [Vintage] { published.filter { $0.quarter == quarter } }
    var vintages: [Vintage] { published.sorted { ($0.quarter, $0.number) < ($1.quarter, $1.number) } }
}
