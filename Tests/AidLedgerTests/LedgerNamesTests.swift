import AidModel
import AidRegister
import Foundation
import GRDB
import Testing

@testable import AidLedger

/// Names of groups of too few people are neither kept nor read.
@Suite struct LedgerNamesTests {
    private static let small = [PublishedCell.Period.quarter, .yearToDate].map {
        PublishedCell(period: $0, group: .init(field: "care", name: "罕见甲"), content: .suppressed("small"))
    }

    private static let withheld = small.map {
        PublishedCell(period: $0.period, group: .withheld(field: "care"), content: $0.content)
    }

    @Test func noneIsWritten() throws {
        let folder = try LedgerFolder()
        var run = Sample.run()
        run.cells = [Sample.total(recipients: 9)] + Self.small
        let ledger = try folder.writer()
        let id = try ledger.stage(run)
        try ledger.settle(run: id)
        try ledger.publish([Sample.vintage(origin: .run(id), cells: run.cells)])
        let bytes = try Data(contentsOf: URL(filePath: folder.path))
        #expect(bytes.range(of: Data("罕见甲".utf8)) == nil)
        let cells = [Sample.total(recipients: 9)] + Self.withheld
        #expect(try folder.reader().lastRun()?.cells == cells)
        #expect(try folder.reader().vintages().map(\.cells) == [cells])
    }

    /// A ledger of an earlier version has them.
    @Test func noneIsRead() throws {
        let folder = try LedgerFolder()
        let ledger = try folder.writer()
        _ = try ledger.stage(Sample.run())
        try folder.tamper(
            """
            INSERT INTO runCell (run, position, period, field, name, suppressed)
            VALUES (1, 7, 'quarter', 'care', '罕见甲', 'small'), (1, 8, 'yearToDate', 'care', '罕见甲', 'small');
            """)
        try DatabaseQueue(path: folder.path).write { db in
            for function in RecordDigest.functions(Digest.steps) { db.add(function: function) }
            try db.execute(sql: "DELETE FROM digest WHERE owner = 'run' AND id = 1")
            try RecordDigest.run.insert(1, into: db)
        }
        #expect(try folder.reader().stagedRuns().first?.cells == Sample.run().cells + Self.withheld)
    }
}
