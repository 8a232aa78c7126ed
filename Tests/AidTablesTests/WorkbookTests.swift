import AidModel
import AidReport
import AidText
import ReportSupport
import TestSupport
import Testing

@testable import AidTables

@Suite struct WorkbookTests {
    /// The same bytes each time, with no time in them: in its headers every part is of the first day that they know.
    @Test func bytesAreTheSame() throws {
        let written = WrittenTables(SampleReport.fullSize, vintages: SampleVintages.all)
        let bytes = try written.workbook()
        #expect(try written.workbook() == bytes)
        let headers = bytes.indices.filter { bytes[$0...].starts(with: [0x50, 0x4B, 3, 4]) }
        #expect(headers.count >= 12)
        for header in headers {
            // No 64-bit sizes, which not all readers know; 1980-01-01 00:00.
            #expect(bytes[header + 4] <= 20)
            #expect(Array(bytes[(header + 10)..<(header + 14)]) == [0, 0, 0x21, 0])
        }
    }

    /// Programs tell what a file is by its first part.
    @Test func theListOfPartsComesFirst() throws {
        let parts = try WrittenTables(SampleReport.fullSize).parts()
        #expect(parts.first?.name == "[Content_Types].xml")
        for part in parts.dropFirst() where !part.name.hasSuffix(".rels") {
            #expect(parts[0].text.contains("PartName=\"/\(part.name)\""), "\(part.name)")
        }
    }

    /// What does not go on one sheet goes on further ones, each with its head, and nothing is lost.
    @Test(arguments: [1, 2, 7, 45, 46, 1000])
    func rowsGoOnOnFurtherSheets(rowsPerSheet: Int) throws {
        let written = WrittenTables(SampleReport.fullSize)
        func rows(_ parts: [(name: String, text: String)]) -> (count: Int, sheets: Int, filled: Int) {
            let sheets = parts.filter { $0.name.hasPrefix("xl/worksheets/") }.dropFirst()
            let counts = sheets.map { $0.text.split(separator: "<row ").count - 2 }
            #expect(counts.allSatisfy { $0 <= rowsPerSheet })
            return (counts.reduce(0, +), sheets.count, sheets.reduce(0) { $0 + $1.text.split(separator: "<v>").count })
        }
        let whole = written.tables.all.reduce(0) { $0 + $1.rowCount }
        let parts = try written.parts(rowsPerSheet: rowsPerSheet)
        let counted = rows(parts)
        #expect(counted.count == whole)
        let expected = written.tables.all.reduce(0) { $0 + max(1, ($1.rowCount + rowsPerSheet - 1) / rowsPerSheet) }
        #expect(counted.sheets == expected)
        let book = try #require(parts.first { $0.name == "xl/workbook.xml" }?.text)
        #expect(
            book.contains("name=\"&#x5206;&#x7EC4; (2)\"") == (written.tables.table(.groups).rowCount > rowsPerSheet))
    }

    /// A table without rows is a sheet with a head.
    @Test func aTableWithoutRows() throws {
        let written = WrittenTables(SampleReport.fullSize)
        #expect(written.tables.table(.vintages).rowCount == 0)
        let sheet = try #require(try written.parts().last { $0.name.hasPrefix("xl/worksheets/") }?.text)
        #expect(sheet.contains("<autoFilter ref=\"A1:I1\"/>"))
    }

    /// A workbook is the same, kept in memory or handed on in pieces.
    @Test func aWorkbookInPieces() throws {
        let tables = ReportTables(SampleReport.random(3), vintages: [])
        let notes = TableNotes(tables, sources: SampleReport.sources, language: .zh)
        // Random numbers do not shrink: a workbook of several pieces.
        let many = Array(repeating: tables.all, count: 40).flatMap { $0 }
        let workbook = Workbook(many, notes: notes, language: .zh)
        var pieces: [[UInt8]] = []
        var sink = ByteSink { pieces.append($0) }
        try workbook.write(to: &sink)
        sink.end()
        #expect(pieces.count > 3)
        #expect(Array(pieces.joined()) == (try WrittenTables.bytes { try workbook.write(to: &$0) }))
    }

    /// Files are handed on in pieces, however large they are.
    @Test func piecesAreSmall() {
        let table = ReportTables(SampleReport.fortyQuarters, vintages: []).table(.comparisons)
        var sizes: [Int] = []
        let long = ReportTable(name: table.name, keys: table.keys, values: table.values, rowCount: 5_000) {
            table.row($0 % table.rowCount)
        }
        var sink = ByteSink { sizes.append($0.count) }
        TableCSV.write(long, to: &sink)
        #expect(sizes.count > 20)
        #expect(sizes.allSatisfy { $0 < 70_000 })
    }

    @Test func daysAreNumbersAsSpreadsheetsHaveThem() {
        #expect(SheetWriter.serial(SampleReport.day(2023, 6, 30)) == 45_107)
        #expect(SheetWriter.serial(SampleReport.day(1900, 3, 1)) == 61)
        #expect(SheetWriter.serial(SampleReport.day(1900, 2, 28)) == nil)
        #expect(
            [0, 25, 26, 51, 52, 701, 702].map(SheetWriter.columnName) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
    }

    @Test func numbersAreExact() {
        let money = TableUnit.money(.cny)
        #expect(money.plain(13_500_000_000) == "135000000.00")
        #expect(money.plain(-5) == "-0.05")
        #expect(money.plain(Int128.max) == "1701411834604692317316873037158841057.27")
        #expect(TableUnit.money(Currency("JPY")!).plain(-5) == "-5")
        #expect(TableUnit.money(Currency("KWD")!).plain(5) == "0.005")
        #expect(TableUnit.percent.plain(-1826) == "-18.26")
        #expect(TableUnit.persons.plain(0) == "0")
    }
}
