import AidModel
import Foundation

@testable import AidInput

extension Target {
    private static let sheet =
        "<worksheet xmlns=\"\(SheetParts.main)\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
        + "t=\"inlineStr\"><is><t>日期</t></is></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>45056.5</v></c><c r=\"C2\" t=\"b\">"
        + "<v>1</v></c></row><row/><row r=\"9\"><c t=\"str\"><f>A1</f><v>x_x000D_&#10;,\"</v></c></row></sheetData></worksheet>"
    private static let strings =
        "<sst xmlns=\"\(SheetParts.main)\"><si><t>编号</t></si><si><r><t xml:space=\"preserve\"> a</t></r><r><t>b</t></r></si></sst>"
    private static let words = [
        "<row>", "</row>", "<row r=\"1\">", "<c>", "</c>", "<c r=\"A1\">", "</sheetData>", "<v>", "</v>", "<t>", "</t>",
        "<is>", "</is>", "t=\"s\"", "t=\"inlineStr\"", "s=\"1\"", "]]>", "<![CDATA[", "<!--", "-->", "&#10;", "&amp;",
        "_x000D_", "xmlns=''", "<si>", "</si>", "<r>", "</r>", "<sheet name=\"", "Target=\"", "<Row>", "<Cell>", "<td>",
        "<tr>", "</table>", "rowspan=\"2\"", "<Data ss:Type=\"Number\">", "ss:Index=\"3\"",
    ]

    /// Sheets the plain way against libxml2 alone; and the parts around them, pages and Excel 2003's XML.
    static let sheetTargets = [
        Target(
            "sheet", takes: ["sheet1.xml"], choiceCount: 1, seeds: ["\u{1}\(sheet)\0\(strings)", "\u{4}\(sheet)"],
            words: words
        ) { bytes in
            var input = Input(bytes)
            let size = input.pick([1, 2, 3, 7, 64, 4096, 65_536])
            let parts = input.parts
            var book = SheetParts(
                sheet: parts[0], strings: "", styles: SheetParts.styles([0, 14, 22, 176], formats: [(176, "0.00")]))
            book.parts["xl/sharedStrings.xml"] = parts.count > 1 ? parts[1] : Array(strings.utf8)
            let slow = book.read(scansPlain: false)
            expectEqual(book.read(), slow, "whole")
            expectEqual(book.read(pieceSize: size), slow, "pieces of \(size)")
            expectEqual(book.read(roomSize: size), slow, "room for \(size)")
        },
        Target("workbook", seedBytes: [workbookSeed()], words: words) { bytes in
            let names = [
                "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
            ]
            let parts = Input(bytes).parts
            var book = SheetParts([:])
            for (name, part) in zip(names, parts) { book.parts[name] = part }
            _ = try? WorkbookText.sheets(name: "book.xlsx", entries: book.open())
            expectEqual(book.read(), book.read(scansPlain: false), "a workbook")
        },
        Target(
            "page", takes: [".html", ".xml", ".xls"],
            seeds: [
                "<html><table><tr><th colspan=2>编号</th><th>x</th></tr><tr><td rowspan=2>1</td><td>&nbsp;&#x4E;</td></tr></table>",
                "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook "
                    + "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
                    + "<Worksheet ss:Name=\"一\"><Table><Row><Cell><Data ss:Type=\"String\">编号</Data></Cell></Row><Row ss:Index=\"3\">"
                    + "<Cell ss:Index=\"2\"><Data ss:Type=\"DateTime\">2023-05-10T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>",
            ], words: words
        ) { bytes in
            _ = TextRead { () throws(InputError) in try HTMLTableText(MemoryTextSource(bytes)) }
            let whole = TextRead { () throws(InputError) in try SpreadsheetMLText(MemoryTextSource(bytes), sheet: nil) }
            let small = TextRead(roomSize: 7) { () throws(InputError) in
                try SpreadsheetMLText(MemoryTextSource(bytes, pieceSize: 5), sheet: nil)
            }
            expectEqual(small, whole, "small pieces")
            _ = try? SpreadsheetMLText.filledSheets(MemoryTextSource(bytes))
        },
    ]

    private static func workbookSeed() -> [UInt8] {
        let book = SheetParts(sheet: sheet, strings: strings, styles: SheetParts.styles([0, 14, 22]))
        return [
            "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
        ].map { book.parts[$0] ?? [] }.joined(separator: [0]).map { $0 }
    }
}
