import AidModel
import TestSupport
import Testing

@testable import AidLedger

/// Random histories, in the ledger and in its plain twin: what is read back is what was written.
@Suite struct LedgerTwinTests {
    @Test(arguments: SeededRandom.seeds(6))
    func holdsWhatItsTwinHolds(seed: UInt64) throws {
        print("seed \(seed)")
        let folder = try LedgerFolder()
        var make = RandomRuns(random: SeededRandom(seed))
        var twin = LedgerTwin()
        var ledger = try folder.writer()
        for _ in 0..<40 {
            switch Int.random(in: 0..<10, using: &make.random) {
            case 0..<4:
                let run = make.run()
                let id = twin.stage(run)
                #expect(try ledger.stage(run) == id)
            case 4:
                let id = Int64.random(in: 0...Int64(twin.ids.count + 2), using: &make.random)
                let isFine = twin.settle(id)
                #expect(succeeds { () throws(LedgerError) in try ledger.settle(run: id) } == isFine)
            case 5..<7:
                guard let id = twin.stagedRuns.randomElement(using: &make.random)?.id else { continue }
                _ = twin.settle(id)
                try ledger.settle(run: id)
            case 7:
                let id = Int64.random(in: 0...Int64(twin.ids.count + 2), using: &make.random)
                let isFine = twin.drop(id)
                #expect(succeeds { () throws(LedgerError) in try ledger.drop(stagedRun: id) } == isFine)
            case 8:
                ledger = try folder.writer()
            default:
                let vintages = randomVintages(&make, twin)
                let isFine = twin.publish(vintages)
                #expect(succeeds { () throws(LedgerError) in try ledger.publish(vintages) } == isFine)
            }
            // Every time would be too slow.
            if make.chance(15) { try expectSame(ledger, twin) }
        }
        try expectSame(ledger, twin)
        try expectSame(folder.reader(), twin)
    }

    /// Mostly such as the ledger takes; some of a number that is not the next.
    private func randomVintages(_ make: inout RandomRuns, _ twin: LedgerTwin) -> [Vintage] {
        var twin = twin
        return (0..<Int.random(in: 0...4, using: &make.random)).map { _ in
            let quarter = make.quarter()
            var number = twin.vintages(of: quarter).count + 1
            if make.chance(5) { number += 1 }
            let vintage = make.vintage(quarter, number: number, settledRuns: twin.settledIDs)
            _ = twin.publish([vintage])
            return vintage
        }
    }

    private func expectSame(_ ledger: Ledger, _ twin: LedgerTwin) throws {
        #expect(try exact(ledger.stagedRuns()) == exact(twin.stagedRuns))
        #expect(try exact(ledger.lastRun() as Any) == exact(twin.lastRun as Any))
        #expect(try exact(ledger.vintages()) == exact(twin.vintages))
        for id in twin.ids + [0, -1, Int64.max] {
            #expect(try exact(ledger.run(id) as Any) == exact(twin.run(id) as Any))
        }
        for quarter in Set(twin.vintages.map(\.quarter) + twin.ids.compactMap { twin.run($0)?.quarter }) {
            #expect(try exact(ledger.vintages(of: quarter)) == exact(twin.vintages(of: quarter)))
            #expect(try exact(ledger.lastRun(of: quarter) as Any) == exact(twin.lastRun(of: quarter) as Any))
        }
    }

    private func succeeds(_ work: () throws(LedgerError) -> Void) -> Bool {
        do {
            try work()
            return true
        } catch {
            #expect(error.kind == .refused)
            return false
        }
    }
}
