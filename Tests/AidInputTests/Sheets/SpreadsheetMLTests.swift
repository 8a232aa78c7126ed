import AidInput
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
}
