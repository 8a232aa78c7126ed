import AidModel
import AidStatistics
import TestSupport
import Testing

/// Which version of a claim stands is decided by the order of files; where their names tell another, that is counted.
struct FileOrderTests {
    private static func order(_ names: [String], lists: [Int]? = nil) -> FileOrder {
        FileOrder(names.enumerated().map { FileOrder.File(name: $1, list: lists?[$0] ?? 0) })
    }

    /// The version of one claim that each file has; "": none.
    private static func doubts(_ names: [String], _ versions: [String], lists: [Int]? = nil) async throws -> OrderDoubts
    {
        var history = History()
        for (file, version) in versions.enumerated() {
            if file > 0 { history.nextFile() }
            for fen in version.unicodeScalars { history.paid("A", 1, "2023-04-05", Int64(fen.value)) }
        }
        return try await history.settle(files: order(names, lists: lists)).orderDoubts
    }

    @Test("A version of 9月 that stands for that of 10月 is out of order; equal ones, and others' claims, are not")
    func versions() async throws {
        let names = ["10月.csv", "11月.csv", "9月.csv"]
        for (versions, first) in [
            (["x", "", "y"], (2, 0)), (["x", "y", "z"], (2, 1)), (["x", "y", "x"], (2, 1)), (["", "yx", "y"], (2, 1)),
            (["x", "", "yyx"], nil), (["x", "x", "x"], nil), (["x", "y", ""], nil), (["x", "y", "y"], nil),
            (["", "y", "zy"], nil), (["", "", "xyz"], nil),
        ] as [([String], (Int, Int)?)] {
            let doubts = try await Self.doubts(names, versions)
            #expect(doubts.sorted.claimCount == (first == nil ? 0 : 1), "\(versions)")
            #expect(doubts.sorted.first?.standing == first?.0 && doubts.sorted.first?.later == first?.1, "\(versions)")
            #expect(doubts.listed.claimCount == 0)
        }
        // That of the hundredth month says the same as what stands.
        #expect(try await Self.doubts(["100.csv", "11.csv", "9.csv"], ["x", "y", "x"]).sorted.claimCount == 0)
        #expect(try await Self.doubts(["b.csv", "a.csv"], ["x", "y"]).sorted.claimCount == 0)
        let listed = try await Self.doubts(["10月.csv", "9月.csv"], ["x", "y"], lists: [0, 1])
        #expect(listed.sorted.claimCount == 0 && listed.listed.claimCount == 1)
    }

    @Test(
        "As many as whoever reads all files anew in the order of their months would find, in whatever order they come")
    func twin() async throws {
        let names = (1...12).map { "\($0)月.csv" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var found = 0
        for seed in SeededRandom.seeds(60) {
            var random = SeededRandom(seed)
            var history = History()
            // For each claim: the last amount said, by bytes of names and by months.
            var byBytes: [Int: Int64] = [:]
            var byMonth: [Int: (month: Int, fen: Int64)] = [:]
            for (file, name) in names.enumerated() {
                if file > 0 { history.nextFile() }
                let month = Int(name.prefix { $0.isNumber }) ?? 0
                for _ in 0..<Int.random(in: 0...30, using: &random) {
                    let claim = Int.random(in: 0..<100, using: &random)
                    let fen = Int64.random(in: 1...2, using: &random)
                    history.paid("C\(claim)", claim, "2023-04-05", fen)
                    byBytes[claim] = fen
                    if byMonth[claim].map({ $0.month <= month }) ?? true { byMonth[claim] = (month, fen) }
                }
            }
            let expected = byBytes.count { byMonth[$0.key]?.fen != $0.value }
            let doubts = try await history.settle(files: Self.order(names)).orderDoubts
            #expect(doubts.sorted.claimCount == expected, "seed \(seed)")
            found += expected
            for jobs in [1, 3] {
                let again = try await history.settle(order: seed, jobs: jobs, files: Self.order(names)).orderDoubts
                #expect(again == doubts, "seed \(seed), jobs \(jobs)")
            }
        }
        #expect(found > 0)
    }
}
