import Foundation
import Testing

@testable import AidInput

/// The same rows as several programs write them; `files/make.py` has them write.
struct SheetFileTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "files")

    /// - Parameters:
    ///   - damagedID: a number of 18 digits, as the program writes it.
    ///   - blank: what stands for a cell that holds a blank.
    private static func expected(damagedID: String, blank: String = " ", day: (String) -> String = { $0 }) -> String {
        """
        编号,身份证号,日期,时刻,金额(元),备注
        BX-1,110101199001011237,\(day("2023-05-10")),2023-05-10 09:30:00,1234.5,"甲,乙 ""丙""\"
        BX-2,\(damagedID),\(day("1999-12-31")),,0.1,两 行
        BX-3,,,,-3

        BX-4,\(blank),\(day("2024-02-29")),2024-02-29 23:59:59,100,<&>

        """
    }

    @Test(arguments: [
        ("openpyxl", "1.10101199001011e+17"), ("openpyxl-streamed", "1.10101199001011e+17"),
        ("xlsxwriter", "1.10101199001011E+17"), ("xlsxwriter-constant-memory-1904", "1.10101199001011E+17"),
        ("libreoffice", "1.10101199001011E+017"),
    ])
    func workbooks(_ name: String, damagedID: String) throws {
        let folder = Self.folder.appending(path: name)
        let parts = { (part: String) throws(InputError) -> (any TextSource)? in
            (try? Data(contentsOf: folder.appending(path: part))).map { MemoryTextSource(Array($0), name: part) }
        }
        for scansPlain in [true, false] {
            let outcome = SheetOutcome { () throws(InputError) in
                try WorkbookText(name: name, entries: parts, sheet: nil, scansPlain: scansPlain)
            }
            #expect(outcome.text == evenRowsTwin(Self.expected(damagedID: damagedID)))
        }
        // All rows are plain: libxml2 is asked for what stands before and behind them.
        let text = try WorkbookText(name: name, entries: parts, sheet: nil)
        let room = OwnedRoom<UInt8>(count: 4096)
        while try text.read(into: room.room) > 0 {}
        #expect(text.reader.parseCount == 2)
    }

    @Test func page() throws {
        let page = try Data(contentsOf: Self.folder.appending(path: "libreoffice.html"))
        let outcome = SheetOutcome { () throws(InputError) in
            try HTMLTableText(MemoryTextSource(Array(page), name: "a.xls"))
        }
        let expected = Self.expected(damagedID: "1.10101199001011E+017", blank: "") {
            let parts = $0.split(separator: "-").map { Int($0) ?? 0 }
            return "\(parts[0])年\(parts[1])月\(parts[2])日"
        }
        #expect(outcome.text == evenRowsTwin(expected))
    }

    @Test func excel2003() throws {
        let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "excel-2003.xml")))
        func read(_ sheet: SheetChoice?, pieceSize: Int = 4096) -> String {
            SheetOutcome { () throws(InputError) in
                try SpreadsheetMLText(MemoryTextSource(bytes, name: "a.xls", pieceSize: pieceSize), sheet: sheet)
            }.text
        }
        #expect(read(nil) == evenRowsTwin(Self.expected(damagedID: "1.10101199001011E+17")))
        #expect(read(nil, pieceSize: 1) == read(nil))
        #expect(read(.name("明细")) == read(nil))
        #expect(read(.number(2)) == "TRUE,#N/A,,,09:30:00\n")
        #expect(read(.name("字典")) == read(.number(2)))
        #expect(read(.number(3)) == "[there is no sheet number 3; the workbook has: 明细, 字典]")
        let sheets = try SpreadsheetMLText.sheets(MemoryTextSource(bytes))
        #expect(sheets == [SheetEntry(name: "明细", isHidden: false), SheetEntry(name: "字典", isHidden: true)])
    }
}
