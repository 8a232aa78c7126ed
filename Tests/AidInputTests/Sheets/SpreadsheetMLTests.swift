@testable import AidInput
import AidModel
import Testing

struct SpreadsheetMLTests {
    private func text(_ bytes: [UInt8]) -> String {
        SheetOutcome { () throws(InputError) in
            try SpreadsheetMLText(MemoryTextSource(bytes, name: "a.xls"), sheet: nil)
        }.text
    }

    private func text(rows: String) -> String {
        text(
            Array(
                ("<Workbook xmlns='urn:s' xmlns:ss='urn:s'><Worksheet ss:Name='a'><Table>\(rows)</Table></Worksheet></Workbook>")
                    .utf8))
    }

    private func cell(_ value: String, _ attributes: String = "") -> String {
        "<Cell \(attributes)><Data ss:Type='String'>\(value)</Data></Cell>"
    }

    @Test func placesOfRowsAndCells() {
        #expect(
            text(
                rows: "<Row ss:Span='1'>\(cell("a"))</Row><Row>\(cell("b", "ss:Index='3'"))\(cell("c"))</Row>"
                    + "<Row ss:Index='6'>\(cell("d", "ss:MergeAcross='1'"))\(cell("e"))</Row>")
                == "a,,,\n\n,,b,c\n\n\nd,,e,\n")
    }

    @Test("Numbers have behind them the unit that their style shows, whoever gives them the style")
    func units() {
        let styles = [
            ("Default", "", "<NumberFormat/>"), ("万元", "", "<NumberFormat ss:Format='0.00&quot;万元&quot;'/>"),
            ("inherited", "ss:Parent='万元'", "<Font/>"), ("plain", "ss:Parent='万元'", "<NumberFormat/>"),
            ("scaled", "", "<NumberFormat ss:Format='#,##0,&quot;千元&quot;'/>"),
            ("thousands", "", "<NumberFormat ss:Format='0.00,'/>"),
            ("day", "", "<NumberFormat ss:Format='Short Date'/>"),
            ("money", "", "<NumberFormat ss:Format='Currency'/>"), ("share", "", "<NumberFormat ss:Format='Percent'/>"),
            ("time", "", "<NumberFormat ss:Format='Short Time'/>"),
        ].map { "<Style ss:ID='\($0)' \($1)>\($2)</Style>" }.joined()
        func cell(_ style: String, _ value: String = "24", _ type: String = "Number") -> String {
            "<Cell \(style.isEmpty ? "" : "ss:StyleID='\(style)'")><Data ss:Type='\(type)'>\(value)</Data></Cell>"
        }
        func read(_ table: String, _ attributes: String = "", _ before: String = "") -> String {
            text(
                Array(
                    ("<Workbook xmlns='urn:s' xmlns:ss='urn:s'>\(before)<Styles>\(styles)</Styles><Worksheet ss:Name='a'>"
                        + "<Table \(attributes)>\(table)</Table></Worksheet></Workbook>").utf8))
        }
        let own =
            ["", "万元", "inherited", "plain", "scaled", "thousands", "money", "share", "none"].map { cell($0) }.joined()
            + cell("万元", "24", "String") + cell("day", "45056") + cell("time", "0.5")
            + cell("day", "2023-05-10T00:00:00", "DateTime")
        #expect(
            read("<Row>\(own)</Row>")
                == "24,24万元,24万元,24,24元,24（按缩放显示）,24,24,24,24,2023-05-10,12:00:00,2023-05-10\n")
        #expect(
            read("<Row>\(cell("day", "43594"))</Row>", "", "<ExcelWorkbook><Date1904/></ExcelWorkbook>")
                == "2023-05-10\n")
        let rows =
            "<Column/><Column ss:Index='2' ss:StyleID='scaled' ss:Span='1'/><Column ss:StyleID='plain'/>"
            + "<Row>\(cell(""))\(cell(""))\(cell(""))\(cell(""))\(cell("thousands"))</Row>"
            + "<Row ss:StyleID='thousands'>\(cell(""))\(cell(""))\(cell("plain"))</Row><Row>\(cell(""))</Row>"
        #expect(
            read(rows) == "24,24元,24元,24,24（按缩放显示）\n24（按缩放显示）,24（按缩放显示）,24,,\n24,,,,\n")
        #expect(read("<Row>\(cell(""))\(cell("plain"))</Row>", "ss:StyleID='万元'") == "24万元,24\n")
    }

    @Test func whatIsWrongIsTold() {
        #expect(text(rows: "") == "[the sheet “a” has no cells]")
        #expect(text(rows: "<Row ss:Index='1099511627776'/>").hasPrefix("[a row number that"))
        #expect(text(rows: "<Row ss:Index='0'/>").hasPrefix("[a row number that"))
        #expect(text(rows: "<Row/><Row ss:Index='1'/>").hasPrefix("[rows that come twice"))
        #expect(text(rows: "<Row ss:Span='9999999999999'/><Row/>").hasPrefix("[a row number that"))
        #expect(text(rows: "<Row>\(cell("a", "ss:Index='16385'"))</Row>").hasPrefix("[more than 16384 columns]"))
        #expect(
            text(rows: "<Row>\(cell("a", "ss:MergeAcross='99999999'"))\(cell("a"))</Row>").hasPrefix(
                "[more than 16384 columns]"))
        #expect(
            text(rows: "<Row>\(cell("a", "ss:Index='2'"))\(cell("a", "ss:Index='2'"))</Row>").hasPrefix(
                "[cells of a row"))
        #expect(
            text(rows: "<Row>\(cell(String(repeating: "a", count: 200_000)))</Row>").hasPrefix("[a cell longer than"))
        #expect(text(Array("<Workbook/>".utf8)) == "[the workbook has no sheets]")
    }

    @Test func cutAtEveryByte() {
        let whole = Array(
            ("<?xml version='1.0'?><Workbook xmlns='urn:s' xmlns:ss='urn:s'><Worksheet ss:Name='甲'><Table><Row>"
                + cell("a") + "</Row><Row>" + cell("乙") + "</Row></Table></Worksheet></Workbook>").utf8)
        #expect(text(whole) == "a\n乙\n")
        for count in 0..<whole.count { #expect(text(Array(whole.prefix(count))).hasPrefix("["), "cut at \(count)") }
    }

    /// A file as an input has it.
    private func input(_ xml: String, sheet: String? = nil) throws(InputError) -> (text: String, hidden: Bool) {
        let part = InputPart(entries: sheet.map { [$0] } ?? [])
        let file = try InputFile(name: "a.xls", MemoryBytes(Array(xml.utf8))).unwrapped(part, as: .csv(delimiter: nil))
        return (String(decoding: try file.bytes(from: 0, count: 1 << 20), as: UTF8.self), !file.findings.isEmpty)
    }

    @Test("No sheet that has cells is left out without a word, and the file must be whole") func severalSheets() throws
    {
        let office = "urn:schemas-microsoft-com:office:spreadsheet"
        func sheet(_ name: String, _ text: String?, isHidden: Bool = false) -> String {
            let row = text.map { "<Row>\(cell($0))</Row>" } ?? ""
            let options = isHidden ? "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>" : ""
            return "<Worksheet ss:Name='\(name)'><Table>\(row)</Table>\(options)</Worksheet>"
        }
        func workbook(_ sheets: String...) -> String {
            "<?xml version='1.0'?><Workbook xmlns='\(office)' xmlns:ss='\(office)'>\(sheets.joined())</Workbook>"
        }
        // Excel writes three sheets, of which two are mostly empty.
        let one = workbook(sheet("空", nil), sheet("明细", "a"), sheet("Sheet3", nil))
        #expect(try input(one) == ("a\n", false))
        #expect(try input(workbook(sheet("明细", "a"), sheet("字典", "b", isHidden: true))) == ("a\n", true))
        let two = workbook(sheet("一月", "a"), sheet("二月", "b"))
        let error = #expect(throws: InputError.self) { try input(two) }
        #expect(error?.problem == .sheet(.severalSheets(["一月", "二月"])))
        #expect(try input(two, sheet: "二月").text == "b\n" && input(two, sheet: "1").text == "a\n")
        for count in 200..<one.utf8.count {
            let cut = String(decoding: one.utf8.prefix(count), as: UTF8.self)
            #expect(throws: InputError.self, "cut at \(count)") { try input(cut) }
        }
    }
}
