import AidInput
import TestSupport
import Testing

/// What comes of the cells of a workbook, read both ways.
struct WorkbookTextTests {
    private func text(_ parts: SheetParts, _ sheet: SheetChoice? = nil) -> String {
        let text = parts.read(sheet).text
        #expect(parts.read(sheet, scansPlain: false).text == text)
        #expect(parts.read(sheet, pieceSize: 1, roomSize: 1).text == text)
        return text
    }

    private func text(
        rows: String, strings: [String] = [], styles: [Int] = [], formats: [(id: Int, code: String)] = [],
        workbookProperties: String = ""
    ) -> String {
        text(
            SheetParts(
                sheet: SheetParts.sheet(rows), strings: SheetParts.strings(strings),
                styles: SheetParts.styles(styles, formats: formats), workbookProperties: workbookProperties))
    }

    @Test func eachTypeOfValue() {
        let rows = """
            <row r="1" spans="1:3"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>行内</t></is></c>\
            <c r="C1" t="str"><f>A1&amp;"x"</f><v>公式</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c>\
            <c r="F1" t="e"><v>#N/A</v></c><c r="G1"><v>1.1010119900101E+17</v></c><c r="H1" t="n"><v>100.10000000000001</v></c>\
            <c r="I1" t="d"><v>2023-05-10T00:00:00</v></c><c r="J1" t="d"><v>2023-05-10T09:30:00.5Z</v></c></row>
            """
        #expect(
            text(rows: rows, strings: ["甲", "乙"])
                == "乙,行内,公式,TRUE,FALSE,#N/A,1.1010119900101E+17,100.10000000000001,2023-05-10,2023-05-10 09:30:00\n")
    }

    @Test func oneLineForOneRowNumber() {
        let rows = """
            <row r="2"><c r="B2"><v>1</v></c></row><row r="5"/><row><c><v>2</v></c><c r="D6"><v>3</v></c><c><v>4</v></c></row>
            <row r="7"><c r="A7" s="1"/><c r="B7" t="s"/></row>
            """
        #expect(text(rows: rows) == "\n,1,,,\n\n\n\n2,,,3,4\n")
    }

    @Test("Rows are as wide as the widest of the first 32, and no wider", arguments: [1, 5, 31, 32, 33, 40, 90])
    func evenRows(_ wideRow: Int) {
        // Each row has as many cells as its number leaves, but for a wide one and a short one far below.
        let widths = (1...70).map { $0 == wideRow ? 12 : $0 == 60 ? 20 : 1 + $0 % 5 }
        let rows = widths.map { "<row>" + String(repeating: "<c><v>1</v></c>", count: $0) + "</row>" }.joined()
        let plain = widths.map { repeatElement("1", count: $0).joined(separator: ",") + "\n" }.joined()
        let even = evenRowsTwin(plain)
        #expect(text(rows: rows) == even)
        let widest = widths.prefix(32).max() ?? 0
        #expect(even.split(separator: "\n").allSatisfy { $0.count { $0 == "," } >= widest - 1 })
    }

    @Test func fieldsAreQuotedWhereTheyMustBe() {
        let strings = [
            "a,b", "say \"x\"", "one\ntwo", "one&#13;&#10;two", "_x000D_\nthree", "_x005F_x000D_", "_x4e2d_", "_xD800_",
            "&lt;&#x4E59;&gt;",
            " blank ", "_",
        ]
        let cells = strings.indices.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
        let expected =
            "\"a,b\",\"say \"\"x\"\"\",one two,one two, three,_x000D_,中,_xD800_,<乙>, blank ,_\n"
        #expect(text(rows: "<row>\(cells)</row>", strings: strings) == expected)
        let inline = strings.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
        #expect(text(rows: "<row>\(inline)</row>") == expected)
    }

    @Test func richTextIsJoinedAndPhoneticsAreLeftOut() {
        let si = """
            <si><r><rPr><b/></rPr><t>东</t></r><r><t xml:space="preserve"> 京</t></r><rPh sb="0" eb="1"><t>トウ</t></rPh></si>\
            <si><t>课</t><phoneticPr fontId="1" type="noConversion"/></si><si/><si><t/></si><si><t>末</t></si>
            """
        let parts = SheetParts(
            sheet: SheetParts.sheet(
                "<row>" + (0..<5).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
                    + "<c t=\"inlineStr\"><is><r><t>行</t></r><r><t>内</t></r><rPh><t>x</t></rPh></is></c></row>"),
            strings: "<sst xmlns=\"\(SheetParts.main)\">\(si)</sst>")
        #expect(text(parts) == "东 京,课,,,末,行内\n")
    }

    @Test("What is raised or struck through beside a number is none of its digits")
    func runsSetApart() {
        func run(_ text: String, _ property: String = "<b/>") -> String {
            "<r><rPr>\(property)</rPr><t>\(text)</t></r>"
        }
        let strings = [
            run("100") + run("1", "<sz val='8'/><vertAlign val='superscript'/>"),
            run("100", "<strike/>") + run("90") + run("元"),
            run("100") + run("90", "<vertAlign val='subscript'/>") + run("8"),
            run("10", "<strike val='0'/>") + run("0", "<vertAlign val='baseline'/>"), run("100", "<strike/>"),
            run("1", "<strike/>") + run("2", "<strike val='1'/>"),
        ]
        let si = strings.map { "<si>\($0)</si>" }.joined()
        let cells = strings.indices.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
        let parts = SheetParts(
            sheet: SheetParts.sheet("<row>\(cells)</row>"), strings: "<sst xmlns=\"\(SheetParts.main)\">\(si)</sst>")
        let expected = "100 1,100 90元,100 90 8,100,100,12\n"
        #expect(text(parts) == expected)
        let inline = strings.map { "<c t=\"inlineStr\"><is>\($0)</is></c>" }.joined()
        #expect(text(rows: "<row>\(inline)</row>") == expected)
    }

    @Test func datesByStyle() {
        let styles = [0, 14, 22, 20, 9, 176, 177, 178, 57, 179]
        let formats = [
            (176, "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"), (177, "#,##0.00_);[Red]\\(#,##0.00\\)"),
            (178, "[h]:mm:ss"), (179, "0.00&quot;天&quot;"),
        ]
        let values = [
            ("45056", 0), ("45056", 1), ("45056.395833333336", 2), ("0.395833333333333", 3), ("0.5", 4), ("45056", 5),
            ("45056", 6), ("1.5", 7), ("45056", 8), ("3", 9), ("4.1666666666666664E-2", 3), ("", 1),
            ("45056.99999999", 1),
            ("45056", 99),
        ]
        let row = values.map { "<c s=\"\($1)\"><v>\($0)</v></c>" }.joined()
        #expect(
            text(rows: "<row>\(row)</row>", styles: styles, formats: formats)
                == "45056,2023-05-10,2023-05-10 09:30:00,09:30:00,0.5,2023-05-10,45056,1.5,2023-05-10,3,01:00:00,,"
                + "2023-05-10 23:59:59,45056\n")
        #expect(
            text(
                rows: "<row><c s=\"0\"><v>43594</v></c><c s=\"0\"><v>0</v></c></row>", styles: [14],
                workbookProperties: "<workbookPr date1904=\"1\"/>") == "2023-05-10,1904-01-01\n")
    }

    @Test func unitsByStyle() {
        let formats = [(176, "0.00&quot;万元&quot;"), (177, "0.00,"), (178, "#,##0.00&quot;天&quot;")]
        let values = [("0.28", 0), ("12345", 1), ("3", 2), ("1.5E-2", 0), ("", 0)]
        let row = values.map { "<c s=\"\($1)\"><v>\($0)</v></c>" }.joined()
        #expect(
            text(rows: "<row>\(row)</row>", styles: [176, 177, 178], formats: formats)
                == "0.28万元,12345（按缩放显示）,3,1.5E-2万元\n")
    }

    @Test func theOnlyShownSheetWithCellsIsRead() {
        func sheet(_ value: Int?) -> [UInt8] {
            Array(
                SheetParts.sheet(value.map { "<row><c><v>\($0)</v></c></row>" } ?? "<row r=\"9\"><c r=\"A9\"/></row>")
                    .utf8)
        }
        let parts = SheetParts(sheets: [
            ("封面", "", sheet(nil)), ("字典", "state=\"hidden\"", sheet(1)), ("字典2", "state=\"veryHidden\"", sheet(2)),
            ("明细", "", sheet(3)), ("附表", "state=\"visible\"", sheet(4)),
        ])
        #expect(text(parts) == "[several sheets have cells: 明细, 附表 …]")
        #expect(
            text(
                SheetParts(sheets: [("封面", "", sheet(nil)), ("字典", "state=\"hidden\"", sheet(1)), ("明细", "", sheet(3))])
            )
                == "3\n")
        #expect(text(parts, .name("字典")) == "1\n")
        #expect(text(parts, .number(5)) == "4\n")
        #expect(text(parts, .number(6)) == "[there is no sheet number 6; the workbook has: 封面, 字典, 字典2, 明细, 附表]")
        #expect(text(parts, .number(0)).hasPrefix("[there is no sheet number 0"))
        #expect(text(parts, .name("封面")) == "[the sheet “封面” has no cells]")
        let entries = try? WorkbookText.sheets(name: "book.xlsx", entries: parts.open())
        #expect(entries?.map(\.name) == ["封面", "字典", "字典2", "明细", "附表"])
        #expect(entries?.map(\.isHidden) == [false, true, true, false, false])
        #expect(
            text(SheetParts(sheets: [("a", "", sheet(nil)), ("b", "state=\"hidden\"", sheet(1))]))
                == "[no sheet that is shown has cells]")
    }

    @Test("Parts in UTF-16, with a mark and without", arguments: [true, false], [true, false])
    func utf16(isBigEndian: Bool, hasMark: Bool) {
        var parts = SheetParts(
            sheet: SheetParts.sheet("<row><c t=\"s\"><v>0</v></c><c><v>1.5</v></c><c t=\"str\"><v>𠮷</v></c></row>"),
            strings: SheetParts.strings(["中"]))
        parts.parts = parts.parts.mapValues {
            let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + String(decoding: $0, as: UTF8.self)
            return ((hasMark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
                let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return isBigEndian ? bytes : bytes.reversed()
            }
        }
        #expect(text(parts) == "中,1.5,𠮷\n")
        parts.parts["xl/worksheets/sheet1.xml"]?.removeLast(5)
        #expect(text(parts).hasPrefix("["))
    }

    @Test func prefixesStrictNamespacesAndMarks() {
        let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        let prefixed = """
            \u{FEFF}<?xml version="1.0" encoding="utf-8"?>\r\n<x:worksheet xmlns:x="\(strict)" xmlns:y="urn:y">\
            <x:cols><x:col min="1" max="1" hidden="1"/></x:cols><x:sheetData><x:row r="1" y:z="2"><x:c r="A1"><x:v>1</x:v></x:c>\
            <c r="B1"><v>9</v></c><y:c r="C1"><x:v>9</x:v></y:c></x:row>\r\n<x:row r="2" hidden="1"><x:c><x:v>2</x:v></x:c></x:row>\
            </x:sheetData></x:worksheet>
            """
        let parts = SheetParts(sheet: prefixed)
        #expect(text(parts) == "1\n2\n")
        let source = try? WorkbookText(name: "", entries: parts.open(), sheet: nil)
        #expect(source?.hasHiddenColumns == true)
        #expect(source?.hiddenRowCount == 1)
    }

    @Test func whatIsWrongIsTold() {
        func row(_ row: String) -> String { text(rows: "<row r=\"2\"><c><v>1</v></c></row>" + row) }
        #expect(row("<row r=\"1048577\"/>") == "[a row number that is not from 1 to 1048576] row 2")
        #expect(row("<row r=\"1099511627776\"/>") == "[a row number that is not from 1 to 1048576] row 2")
        #expect(row("<row r=\"x\"/>") == "[a row number that is not from 1 to 1048576] row 2")
        #expect(row("<row r=\"2\"/>") == "[rows that come twice or out of order] row 2")
        #expect(row("<row><c r=\"XFE3\"/></row>") == "[more than 16384 columns] row 3")
        #expect(
            row("<row><c r=\"A3\"/><c r=\"A3\"/></row>") == "[cells of a row that come twice or out of order] row 3")
        for reference in ["A2", "3", "A", "", "a3", "A3x", "ABCDE3", "A99999999999999999999"] {
            #expect(
                row("<row><c r=\"\(reference)\"/></row>").hasSuffix("row 3"), "\(reference)")
            #expect(row("<row><c r=\"\(reference)\"/></row>").hasPrefix("["), "\(reference)")
        }
        #expect(
            row("<row><c t=\"s\"><v>0</v></c></row>")
                == "[a cell that refers to a shared string that is not there] row 3")
        #expect(row("<row><c t=\"s\"><v>-1</v></c></row>").hasPrefix("[a cell that refers"))
        #expect(row("<row><c><v>1</c></row>") == "[start and end tags that do not match] row 3")
        #expect(row("<row><c>&x;</c></row>").hasPrefix("[a reference to an entity other than"))
        #expect(row("<row q:a=\"1\"/>") == "[a namespace prefix that is not declared] row 2")
        #expect(row("<row a=\"1\" a=\"1\"/>") == "[an attribute that comes twice in one element] row 2")
    }

    /// The sheet of a chart is known by its relationship, before it is opened.
    @Test func chartsAreNoSheetsOfCells() {
        let rows = Array(SheetParts.sheet("<row><c><v>1</v></c></row>").utf8)
        var parts = SheetParts(sheets: [("图", "", []), ("表", "", rows)])
        let links = String(decoding: parts.parts["xl/_rels/workbook.xml.rels"] ?? [], as: UTF8.self)
        parts.parts["xl/_rels/workbook.xml.rels"] = Array(
            links.replacing(
                "/worksheet\" Target=\"worksheets/sheet1.xml", with: "/chartsheet\" Target=\"chartsheets/sheet1.xml"
            )
            .utf8)
        #expect(text(parts) == "1\n")
        #expect(text(parts, .number(1)) == "[“图” is a chart or a dialogue, no sheet of cells]")
    }

    /// Parts may lie anywhere: relationships say where.
    @Test func partsWithOtherNames() {
        var parts = SheetParts(sheet: SheetParts.sheet("<row><c><v>1</v></c></row>"))
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        parts.parts["_rels/.rels"] = Array(
            "<Relationships xmlns=\"\(namespace)\"><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"/a/b/book.xml\"/></Relationships>"
                .utf8)
        parts.parts["a/b/book.xml"] = parts.parts.removeValue(forKey: "xl/workbook.xml")
        parts.parts["a/b/_rels/book.xml.rels"] = Array(
            "<Relationships xmlns=\"\(namespace)\"><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\".././s.xml\"/></Relationships>"
                .utf8)
        parts.parts["a/s.xml"] = parts.parts.removeValue(forKey: "xl/worksheets/sheet1.xml")
        #expect(text(parts) == "1\n")
    }

    @Test func partsThatLack() {
        let sheet = SheetParts.sheet("<row><c t=\"s\"><v>0</v></c></row>")
        for part in ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"] {
            var parts = SheetParts(sheet: sheet, strings: SheetParts.strings(["a"]), styles: SheetParts.styles([0]))
            #expect(text(parts) == "a\n")
            parts.parts[part] = nil
            #expect(text(parts) == "[the workbook lacks its part \(part)]")
        }
        var parts = SheetParts(sheet: sheet)
        parts.parts["xl/workbook.xml"] = Array("<workbook/>".utf8)
        #expect(text(parts) == "[the workbook has no sheets]")
        parts = SheetParts(sheet: "<chartsheet xmlns=\"\(SheetParts.main)\"/>")
        #expect(text(parts, .number(1)) == "[“明细” is a chart or a dialogue, no sheet of cells]")
        #expect(text(parts) == "[no sheet that is shown has cells]")
        #expect(text(SheetParts(sheet: "<worksheet xmlns=\"a\"/>"), .number(1)) == "[the sheet “明细” has no cells]")
        #expect(
            text(SheetParts(sheet: "<worksheet xmlns=\"a\"><sheetData/></worksheet>"))
                == "[no sheet that is shown has cells]")
        #expect(
            text(SheetParts(sheet: "<!DOCTYPE worksheet [<!ENTITY a 'b'>]>" + sheet))
                == "[the file has a DOCTYPE, which is not read]")
    }
}
