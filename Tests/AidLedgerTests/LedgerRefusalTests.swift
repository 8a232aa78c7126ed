import AidModel
import GRDB
import Testing

@testable import AidLedger
@testable import AidRegister

/// What the ledger does not take, and that nothing is left of it.
@Suite struct LedgerRefusalTests {
    let folder: LedgerFolder
    let ledger: Ledger

    init() throws {
        folder = try LedgerFolder()
        ledger = try folder.writer()
    }

    /// That the ledger refuses, in words for people, and is as it was.
    private func expectRefusal(
        saying words: String? = nil, _ location: SourceLocation = #_sourceLocation, _ work: () throws -> Void
    ) throws {
        let before = try exact((ledger.stagedRuns(), ledger.lastRun() as Any, ledger.vintages()))
        let error = #expect(throws: LedgerError.self, sourceLocation: location, performing: work)
        #expect(error?.kind == .refused, sourceLocation: location)
        if let words { #expect(error?.what.en.contains(words) == true, sourceLocation: location) }
        for text in [error?.what.en, error?.mend.en, error?.what.zh, error?.mend.zh] {
            #expect(text?.isEmpty == false, sourceLocation: location)
            for word in ["INSERT", "SELECT", "UPDATE", "CHECK", "constraint", "SQL", "vintageCell", "runCell"] {
                #expect(text?.contains(word) == false, sourceLocation: location)
            }
        }
        #expect(
            try exact((ledger.stagedRuns(), ledger.lastRun() as Any, ledger.vintages())) == before,
            sourceLocation: location)
    }

    @Test func aNumberThatIsNotTheNext() throws {
        try ledger.publish([Sample.vintage()])
        for number in [Int.min, -1, 0, 1, 3, Int.max] {
            try expectRefusal(saying: "is number 2") {
                try ledger.publish([Sample.vintage(number: number, reason: .correction)])
            }
        }
        try expectRefusal(saying: "is number 1") {
            try ledger.publish([Sample.vintage(Sample.quarter.yearEarlier, number: 2, reason: .correction)])
        }
    }

    @Test func allOrNothing() throws {
        try expectRefusal(saying: "is number 2") {
            try ledger.publish([Sample.vintage(Sample.quarter.yearEarlier), Sample.vintage(), Sample.vintage()])
        }
        #expect(try ledger.vintages().isEmpty)
        try ledger.publish([Sample.vintage(), Sample.vintage(number: 2, reason: .betterData)])
        #expect(try ledger.vintages().map(\.number) == [1, 2])
    }

    @Test func reasonsWhereTheyDoNotBelong() throws {
        try expectRefusal(saying: "restates nothing") { try ledger.publish([Sample.vintage(reason: .routine)]) }
        try ledger.publish([Sample.vintage()])
        try expectRefusal(saying: "without a reason") { try ledger.publish([Sample.vintage(number: 2)]) }
    }

    @Test func aVintageOfARunThatIsNotSettled() throws {
        try expectRefusal(saying: "no published report") { try ledger.publish([Sample.vintage(origin: .run(1))]) }
        let id = try ledger.stage(Sample.run())
        try expectRefusal(saying: "no published report") { try ledger.publish([Sample.vintage(origin: .run(id))]) }
        try ledger.settle(run: id)
        try ledger.publish([Sample.vintage(origin: .run(id))])
        #expect(try ledger.vintages(of: Sample.quarter).first?.origin == .run(id))
    }

    @Test func theSameFigureTwice() throws {
        let cells = [Sample.total(recipients: 1), Sample.total(recipients: 2)]
        try expectRefusal(saying: "twice") { try ledger.publish([Sample.vintage(cells: cells)]) }
        try expectRefusal(saying: "twice") {
            try ledger.publish([Sample.vintage(cells: [Sample.unnamed, Sample.kept, Sample.unnamed])])
        }
        var run = Sample.run()
        run.cells += run.cells
        try expectRefusal(saying: "twice") { _ = try ledger.stage(run) }
    }

    @Test func settlingWhatIsNotStaged() throws {
        let id = try ledger.stage(Sample.run())
        try ledger.settle(run: id)
        try expectRefusal(saying: "run 1 ") { try ledger.settle(run: id) }
        try expectRefusal(saying: "run 1 ") { try ledger.drop(stagedRun: id) }
        try expectRefusal(saying: "run 2 ") { try ledger.drop(stagedRun: 2) }
    }

    @Test func whatBreaksTheRulesOfTheTables() throws {
        var run = Sample.run()
        run.reportSHA256 = "no hash"
        try expectRefusal(saying: "rules") { _ = try ledger.stage(run) }
        run = Sample.run()
        run.inputs[0].recordCount = -1
        try expectRefusal(saying: "rules") { _ = try ledger.stage(run) }
        run = Sample.run()
        run.finishedAt = "yesterday"
        try expectRefusal(saying: "rules") { _ = try ledger.stage(run) }
        try expectRefusal(saying: "rules") {
            try ledger.publish([Sample.vintage(origin: .imported(sha256: Sample.sha256(1).uppercased() + "0"))])
        }
    }

    @Test func quartersAndDaysBeyondTheCalendar() throws {
        for quarter in [Quarter(ordinal: 3), Quarter(ordinal: -1), Quarter(year: 10_000, number: 1)] {
            try expectRefusal(saying: "years") { try ledger.publish([Sample.vintage(quarter)]) }
            #expect(try ledger.vintages(of: quarter).isEmpty)
        }
        for day in [CalendarDay(daysSinceEpoch: -1_000_000), CalendarDay(daysSinceEpoch: 3_000_000)] {
            var vintage = Sample.vintage()
            vintage.publishedOn = day
            try expectRefusal(saying: "years") { try ledger.publish([vintage]) }
        }
    }

    @Test func writingToWhatIsOpenToRead() throws {
        let reader = try folder.reader()
        let error = #expect(throws: LedgerError.self) { try reader.stage(Sample.run()) }
        #expect(error?.kind == .readOnly)
        #expect(#expect(throws: LedgerError.self) { try reader.publish([Sample.vintage()]) }?.kind == .readOnly)
        #expect(try reader.stagedRuns().isEmpty)
    }

    @Test func aDroppedRunLeavesNothingAndItsNumberIsNotUsedAgain() throws {
        let id = try ledger.stage(Sample.run())
        try ledger.drop(stagedRun: id)
        #expect(try ledger.run(id) == nil)
        #expect(try ledger.stage(Sample.run()) == id + 1)
        let rows = try folder.raw().read { db in
            try ["runInput", "runCell", "runBase", "runProtection", "runGrouping", "runQuarter"].map {
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0) WHERE run = ?", arguments: [id])
            }
        }
        #expect(rows == [0, 0, 0, 0, 0, 0])
    }

    @Test func aLedgerIsOneProgrammes() throws {
        let folder = try LedgerFolder()
        func check(_ ledger: Ledger, _ programme: String, _ currency: String, _ access: Ledger.Access) -> LedgerError? {
            do throws(LedgerError) {
                try ledger.check(programme: programme, currency: currency, for: access)
                return nil
            } catch {
                return error
            }
        }
        let ledger = try folder.writer()
        // Nobody's: a reader leaves it so.
        #expect(check(ledger, "aid", "CNY", .reading) == nil && check(ledger, "loans", "CNY", .writing) == nil)
        for access in [Ledger.Access.reading, .writing] {
            #expect(check(ledger, "loans", "CNY", access) == nil)
            #expect(check(ledger, "aid", "CNY", access)?.kind == .another)
            #expect(check(ledger, "loans", "USD", access)?.kind == .another)
        }
        for statement in [
            "UPDATE owner SET programme = 'aid'", "DELETE FROM owner",
            "INSERT OR REPLACE INTO owner VALUES (1, 'aid', 'CNY')",
        ] {
            #expect(throws: (any Error).self) { try folder.tamper(statement) }
        }
        #expect(check(try folder.reader(), "loans", "CNY", .reading) == nil)
    }
}
