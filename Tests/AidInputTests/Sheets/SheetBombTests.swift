import AidInput
import AidModel
import Testing

/// Small workbooks that ask for very much.
struct SheetBombTests {
    private func isQuick(_ parts: SheetParts, _ expected: String?) {
        let clock = ContinuousClock()
        var text = ""
        let time = clock.measure { text = parts.read(.number(1)).text }
        if let expected { #expect(text == expected) } else { #expect(text.first != "[", "\(text.prefix(100))") }
        // In a debug build, beside other tests.
        #expect(time < .seconds(20))
    }

    @Test func columnsWithoutEnd() {
        let letters = (0..<26).map { String(UnicodeScalar(UInt8(65 + $0))) }
        let empty = letters.flatMap { first in letters.flatMap { second in letters.map { first + second + $0 } } }
        let cells = empty.map { "<c r=\"\($0)1\"/>" }.joined()
        isQuick(SheetParts(sheet: SheetParts.sheet("<row r=\"1\">\(cells)</row>")), "[more than 16384 columns] row 1")
        let nameless = String(repeating: "<c/>", count: 1_000_000)
        isQuick(SheetParts(sheet: SheetParts.sheet("<row>\(nameless)</row>")), "[more than 16384 columns] row 1")
        let declared = String(repeating: "<col min=\"1\" max=\"1048576\"/>", count: 50_000)
        isQuick(
            SheetParts(
                sheet:
                    "<worksheet xmlns=\"a\"><cols>\(declared)</cols><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"
            ),
            "1\n")
    }

    @Test func columnsFarAway() {
        let rows = (1...20_000).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
        let outcome = SheetParts(sheet: SheetParts.sheet(rows)).read()
        #expect(outcome.text.hasPrefix("[more than 100 times as much text as the file has bytes]"))
    }

    @Test func rowsFarAway() {
        isQuick(
            SheetParts(sheet: SheetParts.sheet("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>")), nil)
        let empty = (1...100_000).map { "<row r=\"\($0 * 10)\"><c s=\"1\"/></row>" }.joined()
        isQuick(SheetParts(sheet: SheetParts.sheet(empty)), "[the sheet “明细” has no cells]")
    }

    @Test func stringsThatAreOftenShown() {
        let rows = String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 5_000)
        let long = String(repeating: "长", count: 32_767)
        let outcome = SheetParts(sheet: SheetParts.sheet(rows), strings: SheetParts.strings([long])).read()
        #expect(outcome.text.hasPrefix("[more than 100 times as much text as the file has bytes]"))
        #expect(outcome.bytes.count < 40 << 20)
        let tooLong = String(repeating: "长", count: 50_000)
        for scansPlain in [true, false] {
            #expect(
                SheetParts(sheet: SheetParts.sheet(rows), strings: SheetParts.strings([tooLong])).read(
                    scansPlain: scansPlain
                ).text
                    == "[a cell longer than 128 KiB]")
        }
        // What is said of the number of strings is not believed.
        let claimed =
            "<sst xmlns=\"\(SheetParts.main)\" count=\"9999999999\" uniqueCount=\"9999999999\"><si><t>a</t></si></sst>"
        isQuick(
            SheetParts(sheet: SheetParts.sheet("<row><c t=\"s\"><v>0</v></c></row>"), strings: claimed), "a\n")
    }

    /// The line is a record that is too long for whoever reads the text, and the rows behind it are as they were.
    @Test func aRowThatIsTooLong() {
        let cell = "<c t=\"str\"><v>" + String(repeating: "a", count: 30_000) + "</v></c>"
        let rows = "<row>" + String(repeating: cell, count: 100) + "</row><row><c><v>1</v></c></row>"
        for scansPlain in [true, false] {
            let text = SheetParts(sheet: SheetParts.sheet(rows)).read(scansPlain: scansPlain).bytes
            let lines = text.split(separator: 0x0A)
            #expect(lines.count == 2)
            #expect(lines[0].count > CSVReader.recordLimit && lines[0].count < CSVReader.recordLimit + 100_000)
            // So much text is not held until 32 rows are there.
            let commas = lines[0].filter { $0 == UInt8(ascii: ",") }
            #expect(Array(lines[1]) == Array("1".utf8) + commas)
        }
    }
}
