import AidModel
import AidStatistics
import TestSupport
import Testing

@Suite("Without claim numbers: the same records in different files") struct SameRecordsTests {
    /// What a record says, in the simplest form.
    private struct Said: Hashable {
        let person: Int
        let day: String
        let fen: Int64
    }

    /// Counts by comparing every file with every other one.
    private struct SameRecordsTwin {
        var countsByFile: [Int: Int] = [:]
        var countsByPair: [SameRecords.Pair: Int] = [:]
        var count = 0

        init(_ files: [[Said]]) {
            let bags = files.map { $0.reduce(into: [Said: Int]()) { $0[$1, default: 0] += 1 } }
            for said in Set(files.joined()) {
                let counts = bags.map { $0[said] ?? 0 }
                for file in files.indices {
                    let most = files.indices.filter { $0 != file }.map { counts[$0] }.max() ?? 0
                    let shared = min(counts[file], most)
                    if shared > 0 { countsByFile[file, default: 0] += shared }
                    guard counts[file] > 0, let before = (0..<file).last(where: { counts[$0] > 0 }) else { continue }
                    countsByPair[SameRecords.Pair(earlier: before, later: file), default: 0] += min(
                        counts[file], counts[before])
                    count += min(counts[file], counts[before])
                }
            }
        }
    }

    private static func history(_ files: [[Said]]) -> History {
        var history = History()
        for (index, file) in files.enumerated() {
            if index > 0 { history.nextFile() }
            for said in file { history.paidWithoutNumber(said.person, said.day, said.fen) }
        }
        return history
    }

    @Test("Two exports that overlap are told record by record, as often as both have it")
    func overlap() async throws {
        let one = Said(person: 1, day: "2023-02-28", fen: 100)
        let other = Said(person: 2, day: "2023-02-28", fen: 100)
        let history = Self.history([[one, one, other], [one, one, one, Said(person: 1, day: "2023-03-01", fen: 100)]])
        let found = try await history.settle(hasClaimNumbers: false).sameRecords
        #expect(found.count == 2 && found.countsByFile == [0: 2, 1: 2])
        #expect(found.countsByPair == [SameRecords.Pair(earlier: 0, later: 1): 2])
        // All are counted as before: it is for the reader to say what they are.
        #expect(try await history.settle(hasClaimNumbers: false).balances.map(\.paid.recordCount) == [3, 4])
    }

    @Test("Whatever differs makes another record: person, day, amount, class, groups")
    func whatDiffers() async throws {
        var history = History()
        history.breakdowns = ["care"]
        history.paid("", 1, "2023-04-05", 100, groups: ["门诊"])
        history.nextFile()
        history.paid("", 2, "2023-04-05", 100, groups: ["门诊"])
        history.paid("", 1, "2023-04-06", 100, groups: ["门诊"])
        history.paid("", 1, "2023-04-05", 101, groups: ["门诊"])
        history.paid("", 1, "2023-04-05", 100, groups: ["住院"])
        history.unpaid("", 1, "2023-04-05", 100, groups: ["门诊"])
        // Of people who are not known nobody can say that they are one.
        for _ in 0..<2 {
            history.paid("", nil, "2023-04-05", 100, groups: ["门诊"])
            history.nextFile()
        }
        #expect(try await history.settle(hasClaimNumbers: false).sameRecords == SameRecords())
    }

    @Test("With claim numbers, and of one file, nothing is sought")
    func notSought() async throws {
        let said = Said(person: 1, day: "2023-02-28", fen: 100)
        #expect(try await Self.history([[said], [said]]).settle().sameRecords == SameRecords())
        #expect(try await Self.history([[said, said]]).settle(hasClaimNumbers: false).sameRecords == SameRecords())
    }

    @Test("As many as whoever compares all files finds, in whatever order they come and wherever they lie")
    func twin() async throws {
        for seed in SeededRandom.seeds(60) {
            var random = SeededRandom(seed)
            let files = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                (0..<Int.random(in: 0...80, using: &random)).map { _ in
                    Said(
                        person: Int.random(in: 1...5, using: &random),
                        day: ["2023-02-27", "2023-02-28", "2023-03-01"].randomElement(using: &random) ?? "",
                        fen: Int64.random(in: 1...4, using: &random))
                }
            }
            let expected = files.count > 1 ? SameRecordsTwin(files) : SameRecordsTwin([])
            let history = Self.history(files)
            for jobs in [1, 2, 5] {
                let found = try await history.settle(order: seed, jobs: jobs, hasClaimNumbers: false).sameRecords
                #expect(found.countsByFile == expected.countsByFile, "seed \(seed), jobs \(jobs)")
                #expect(found.countsByPair == expected.countsByPair, "seed \(seed), jobs \(jobs)")
                #expect(found.count == expected.count, "seed \(seed), jobs \(jobs)")
            }
        }
    }

    @Test("Short memory finds the same")
    func spilled() async throws {
        let seed = SeededRandom.seeds(1)[0]
        var random = SeededRandom(seed)
        let days = ["2023-02-27", "2023-02-28", "2023-03-01"]
        let files = (0..<3).map { _ in
            (0..<100_000).map { _ in
                Said(
                    person: Int(random.next() % 20_000), day: days[Int(random.next() % 3)],
                    fen: Int64(random.next() % 10))
            }
        }
        let expected = SameRecordsTwin(files)
        let history = Self.history(files)
        for jobs in [1, 3] {
            let spill = MemorySpill()
            let found = try await history.settle(
                order: seed, jobs: jobs, pool: BlockPool(byteLimit: 1, spill: spill), hasClaimNumbers: false
            ).sameRecords
            // Several writers have fewer blocks that are full.
            #expect(jobs > 1 || spill.byteCount > 1 << 20)
            #expect(found.countsByFile == expected.countsByFile && found.count == expected.count, "seed \(seed)")
            #expect(found.countsByPair == expected.countsByPair, "seed \(seed)")
        }
    }

    @Test("Of very many pairs of files only the sums are kept, whoever counts them")
    func manyPairs() async throws {
        let fileCount = 203
        // Every two files share one record: 20,503 pairs.
        var files = [[Said]](repeating: [], count: fileCount)
        var person = 0
        for one in 0..<fileCount {
            for other in one + 1..<fileCount {
                person += 1
                files[one].append(Said(person: person, day: "2023-02-28", fen: 1))
                files[other].append(Said(person: person, day: "2023-02-28", fen: 1))
            }
        }
        #expect(person > SameRecords.pairLimit)
        for jobs in [1, 3] {
            let found = try await Self.history(files).settle(jobs: jobs, hasClaimNumbers: false).sameRecords
            #expect(found.countsByPair == nil && found.count == person)
            #expect(found.countsByFile.count == fileCount && found.countsByFile.values.allSatisfy { $0 == 202 })
        }
    }
}
