import TestSupport
import Testing

@testable import AidModel

/// All rejects are counted, the first are listed, in whatever parts and order they come.
@Suite struct RejectListTests {
    private static func reject(_ number: Int) -> Reject {
        Reject(
            position: SourcePosition(fileIndex: number / 70_000, textOffset: number % 70_000),
            place: RecordPlace(recordNumber: number, lineNumber: nil, byteOffset: number),
            reason: number % 3 == 0 ? .badDate : .badAmount, field: nil, maskedValue: "", amountMinor: Int64(number % 7)
        )
    }

    private static func expect(_ list: RejectList, _ count: Int, _ seed: UInt64) {
        let all = (0..<count).map(reject)
        #expect(
            list.listed.map(\.place.recordNumber) == Array(0..<min(count, RejectList.limit)), "seed \(seed)")
        var tallies: [RejectReason: Tally] = [:]
        for reject in all { tallies[reject.reason, default: .zero].add(reject.amountMinor) }
        #expect(list.tallies == tallies && list.count == count, "seed \(seed)")
        #expect(list.keptCount < RejectList.heldLimit)
    }

    @Test("The same is listed of any order and any parts")
    func anyOrder() {
        for seed in SeededRandom.seeds(3) {
            var random = SeededRandom(seed)
            let count = Int.random(in: RejectList.limit / 2...RejectList.limit * 7 / 2, using: &random)
            var numbers = Array(0..<count)
            switch seed % 3 {
            case 0: break
            case 1: numbers.reverse()
            default: numbers.shuffle(using: &random)
            }
            var parts = (0..<Int.random(in: 1...5, using: &random)).map { _ in RejectList() }
            for number in numbers {
                let part = Int.random(in: parts.indices, using: &random)
                parts[part].add(Self.reject(number))
            }
            Self.expect(parts.shuffled(using: &random).reduce(into: RejectList()) { $0 += $1 }, count, seed)
        }
    }

    @Test("What lies behind those that are listed is made no more")
    func notMade() {
        var list = RejectList()
        var madeCount = 0
        for number in 0..<RejectList.limit * 3 {
            let reject = Self.reject(number)
            list.add(reject.reason, amountMinor: reject.amountMinor, at: reject.position) {
                madeCount += 1
                return reject
            }
        }
        #expect(madeCount == RejectList.heldLimit)
        Self.expect(list, RejectList.limit * 3, 0)
    }
}
