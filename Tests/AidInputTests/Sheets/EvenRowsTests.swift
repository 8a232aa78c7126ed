import AidInput
import AidModel
import TestSupport
import Testing

/// Rows get as many cells as the widest of the first 32 has, whatever they are read of.
struct EvenRowsTests {
    private typealias Rows = [[String]]

    private func workbook(_ rows: Rows) -> SheetParts {
        let lines = rows.map { row in
            "<row>" + row.map { "<c t=\"str\"><v>\(escaped($0))</v></c>" }.joined() + "</row>"
        }
        return SheetParts(sheet: SheetParts.sheet(lines.joined()))
    }

    private func spreadsheetML(_ rows: Rows) -> [UInt8] {
        let lines = rows.map { row in
            "<Row>" + row.map { "<Cell><Data ss:Type='String'>\(escaped($0))</Data></Cell>" }.joined() + "</Row>"
        }
        return Array(
            ("<Workbook xmlns='urn:s' xmlns:ss='urn:s'><Worksheet ss:Name='a'><Table>\(lines.joined())"
                + "</Table></Worksheet></Workbook>").utf8)
    }

    private func page(_ rows: Rows) -> [UInt8] {
        let lines = rows.map { row in "<tr>" + row.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>" }
        return Array("<html><table>\(lines.joined())</table></html>".utf8)
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    /// What comes of rows, which is the same of each kind of file, each way, in pieces of any size.
    private func text(_ rows: Rows, pieceSize: Int = 4096, _ note: Comment = "") -> String {
        let parts = workbook(rows)
        let text = parts.read(pieceSize: pieceSize, roomSize: pieceSize).text
        #expect(parts.read(scansPlain: false, pieceSize: pieceSize).text == text, note)
        let xml = spreadsheetML(rows)
        #expect(
            SheetOutcome(roomSize: pieceSize) { () throws(InputError) in
                try SpreadsheetMLText(MemoryTextSource(xml, name: "a.xls", pieceSize: pieceSize), sheet: nil)
            }.text == text, note)
        let html = page(rows)
        #expect(
            SheetOutcome(roomSize: pieceSize) { () throws(InputError) in
                try HTMLTableText(MemoryTextSource(html, name: "a.xls", pieceSize: pieceSize))
            }.text == text, note)
        return text
    }

    // MARK: - By hand

    @Test func fewerThan32Rows() {
        #expect(text([["a"]]) == "a\n")
        #expect(text([["a", "b"], ["c", "d"]]) == "a,b\nc,d\n")
        #expect(text([["a"], ["b", "c", "d"], ["e", "f"]]) == "a,,\nb,c,d\ne,f,\n")
        // The last one is the widest.
        #expect(text([["a,b"], [], ["\"c"], ["", "", "d"]]) == "\"a,b\",,\n\n\"\"\"c\",,\n,,d\n")
    }

    @Test func the32ndRowIsTheLastThatDecides() {
        let ones = Rows(repeating: ["1"], count: 31)
        #expect(
            text(ones + [["2", "3"], ["4"], ["5", "6", "7"]])
                == String(repeating: "1,\n", count: 31) + "2,3\n4,\n5,6,7\n")
        #expect(
            text(ones + [["1"], ["2", "3"], ["4"]]) == String(repeating: "1\n", count: 32) + "2,3\n4\n")
    }

    @Test func rowsWithoutCellsAreNotAmongThe32AndStayEmpty() {
        let gaps = Rows((0..<31).flatMap { _ in [["1"], []] })
        #expect(
            text(gaps + [["2", "3"], [], ["4"], [], [""], ["5", "6", "7"]])
                == String(repeating: "1,\n\n", count: 31) + "2,3\n\n4,\n\n\n5,6,7\n")
    }

    /// An empty cell makes no row wider, among the first or behind them.
    @Test func emptyCellsBehindTheWidestAreNotWritten() {
        #expect(text([["a", "b", "", ""], ["c", "", "", "", ""]]) == "a,b\nc,\n")
        let first = Rows(repeating: ["1", "2", "", ""], count: 32)
        #expect(
            text(first + [["3", "", "", ""], ["4", "5", "6", "", "", ""]])
                == String(repeating: "1,2\n", count: 32) + "3,\n4,5,6\n")
    }

    /// Text is held up to 1 MiB: the row that comes to it is the last that decides.
    @Test func soMuchTextIsNotHeld() {
        // With its line end, an eighth of it.
        let eighth = String(repeating: "a", count: (128 << 10) - 1)
        let full = Rows(repeating: [eighth], count: 8)
        let almost = full.dropLast() + [[String(eighth.dropLast())]]
        let held = almost.map { $0[0] + ",\n" }.joined()
        let handedOut = full.map { $0[0] + "\n" }.joined()
        // No `==` in place: thousands of letters would be shown.
        let isWidened = text(almost + [["1", "2"], ["3"], ["4", "5", "6"]]) == held + "1,2\n3,\n4,5,6\n"
        #expect(isWidened)
        let isLeft = text(full + [["1", "2"], ["3"], ["4", "5", "6"]]) == handedOut + "1,2\n3\n4,5,6\n"
        #expect(isLeft)
    }

    /// Empty lines are text, too.
    @Test func emptyLinesAreHeldNoLonger() {
        func lastLines(_ row: Int) -> String {
            let rows =
                "<row r=\"1\"><c><v>1</v></c></row><row r=\"\(row)\"><c><v>2</v></c></row>"
                + "<row><c><v>3</v></c><c><v>4</v></c></row>"
            let parts = SheetParts(sheet: SheetParts.sheet(rows))
            let bytes = parts.read().bytes
            #expect(parts.read(scansPlain: false).bytes == bytes)
            #expect(bytes.count { $0 == 0x0A } == row + 1)
            return String(decoding: bytes.filter { $0 != 0x0A }, as: UTF8.self)
        }
        // Behind the second row there are as many bytes as its number, and the two digits.
        #expect(lastLines((1 << 20) - 3) == "1,2,3,4")
        #expect(lastLines((1 << 20) - 2) == "123,4")
    }

    // MARK: - Drawn

    @Test func randomRowsAgainstTheTwin() {
        let texts = ["1", "a,b", "\"", "say \"x, y\"", "<&>", "张三", "", ""]
        for seed in SeededRandom.seeds(60) {
            var random = SeededRandom(seed)
            func draw(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
            let greatest = 1 + draw(12)
            let rows = (0..<[1, 3, 31, 32, 33, 80][draw(6)]).map { _ in
                (0..<(draw(20) == 0 ? 15 : draw(greatest + 1))).map { _ in texts[draw(texts.count)] }
            }
            let lines = rows.map { row in
                let filled = row.lastIndex { !$0.isEmpty }.map { row[...$0] } ?? []
                return filled.map {
                    $0.contains(",") || $0.contains("\"") ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0
                }.joined(separator: ",")
            }
            guard let last = lines.lastIndex(where: { !$0.isEmpty }) else { continue }
            let plain = lines[...last].map { $0 + "\n" }.joined()
            let note: Comment = "seed \(seed)"
            #expect(text(rows, pieceSize: [1, 7, 64, 4096][Int(seed % 4)], note) == evenRowsTwin(plain), note)
        }
    }

    @Test("A row that the plain scan declines behind its end is none of the first rows")
    func aDeclinedRow() {
        let rows = "<row spans=\"]]>\"><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>"
        let parts = SheetParts(sheet: SheetParts.sheet(rows))
        #expect(parts.read(scansPlain: true) == parts.read(scansPlain: false))
    }
}
