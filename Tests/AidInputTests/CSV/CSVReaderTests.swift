import AidInput
import AidModel
import Testing

struct CSVReaderTests {
    @Test(
        "What is read, and what is wrong with what is not",
        arguments: [
            ("", []), ("a", [["a"]]), ("a,b", [["a", "b"]]), ("a,b\n", [["a", "b"]]), ("a,\n", [["a", ""]]),
            ("a,", [["a", ""]]),
            (",", [["", ""]]), (",\n,", [["", ""], ["", ""]]), ("\"\"", [[""]]), ("\"\",\"\"", [["", ""]]),
            // Line ends, in any mix.
            ("a\nb\r\nc\rd", [["a"], ["b"], ["c"], ["d"]]), ("a\r", [["a"]]), ("a\r\n", [["a"]]),
            ("a\n\rb", [["a"], ["b"]]),
            ("a\r\r\nb", [["a"], ["b"]]), ("\n\r\n\r", []), ("\n\na\n\n\nb\n\n", [["a"], ["b"]]), (" \n", [[" "]]),
            // Quotes.
            ("\"a,b\",c", [["a,b", "c"]]), ("\"a\nb\r\nc\rd\"", [["a\nb\r\nc\rd"]]), ("\"a\"\"b\"", [["a\"b"]]),
            ("\"\"\"\"", [["\""]]), ("\"\"\"\"\"\"", [["\"\""]]), ("\"\"\"a\"\"\",b", [["\"a\"", "b"]]),
            ("a,\"\"\r\n", [["a", ""]]),
            ("\"a\"\r\n\"b\"\r\"c\"\n", [["a"], ["b"], ["c"]]), ("\"a\",\n", [["a", ""]]), ("\"a\",", [["a", ""]]),
            // Text guards of spreadsheets.
            ("=\"0012\",b", [["=\"0012\"", "b"]]), ("a,=\"\"", [["a", "=\"\""]]),
            ("\"=\"\"0012\"\"\"", [["=\"0012\""]]),
            ("=\"1\"\"2\"\nb", [["! line 1: a quote inside an unquoted field"], ["b"]]),
            ("=\"1,2\"\nb", [["! line 1: a quote inside an unquoted field"], ["b"]]),
            ("=\"1\" \nb", [["! line 1: a quote inside an unquoted field"], ["b"]]),
            ("=\"\nb", [["! line 1: a quote inside an unquoted field"], ["b"]]),
            // Broken quoting costs one line.
            ("a\"b\nc", [["! line 1: a quote inside an unquoted field"], ["c"]]),
            (" \"a\"\nc", [["! line 1: a quote inside an unquoted field"], ["c"]]),
            ("\"a\"b\nc", [["! line 1: text after a closing quote"], ["c"]]),
            ("\"a\" ,b\nc", [["! line 1: text after a closing quote"], ["c"]]),
            (
                "x\n\"a\nb\"c\nd",
                [
                    ["x"], ["! line 2: text after a closing quote"], ["! line 3: a quote inside an unquoted field"],
                    ["d"],
                ]
            ),
            ("\"a\nb\nc", [["! line 1: a quote that is never closed"], ["b"], ["c"]]),
            ("a\n\"b\nc", [["a"], ["! line 2: a quote that is never closed"], ["c"]]),
            ("a\nb,\"c", [["a"], ["! line 2: a quote that is never closed"]]),
            ("\"", [["! line 1: a quote that is never closed"]]),
            ("a,\"\n\"\"\n", [["! line 1: a quote that is never closed"], [""]]),
            ("\"a\"\"\n", [["! line 1: a quote that is never closed"]]),
            (
                "\"a\n\"b\n\"c\n",
                [
                    ["! line 1: text after a closing quote"], ["! line 2: text after a closing quote"],
                    ["! line 3: a quote that is never closed"],
                ]
            ),
            ("a\r\"b\r\nc", [["a"], ["! line 2: a quote that is never closed"], ["c"]]),
            // A mark in the middle is text like any other.
            ("a\u{FEFF},b", [["a\u{FEFF}", "b"]]),
        ] as [(String, [[String]])])
    func outcomes(text: String, expected: [[String]]) {
        #expect(CSVReading(text).outcomes == expected)
        let plain = CSVTwin.read(Array(text.utf8))
        for pieceSize in pieceSizes {
            #expect(CSVReading(text, pieceSize: pieceSize) == plain, "pieces of \(pieceSize)")
        }
    }

    @Test(
        "Short and long lines",
        arguments: [
            (
                "a,b\n1\n1,2\n1,2,3\n",
                [["! line 2: 1 fields, expected 2"], ["1", "2"], ["! line 4: 3 fields, expected 2"]]
            ),
            ("a,b\n1,2,\n\n3,4", [["! line 2: 3 fields, expected 2"], ["3", "4"]]), ("a\n\"\"\n1", [[""], ["1"]]),
            ("a,b\n\"1\n2\",3\n4\n", [["1\n2", "3"], ["! line 4: 1 fields, expected 2"]]),
        ] as [(String, [[String]])])
    func fieldCounts(text: String, expected: [[String]]) {
        let reading = CSVReading(text, hasHeader: true)
        #expect(reading.outcomes == expected)
        #expect(reading == CSVTwin.read(Array(text.utf8), hasHeader: true))
    }

    @Test("A byte that is no UTF-8 costs its record, and is named by its place")
    func invalidBytes() {
        let bytes = Array("a\n1,".utf8) + [0xC3] + Array(",2\n中\"\n".utf8) + [0xE4, 0xB8]
        let reading = CSVReading(bytes)
        #expect(
            reading.entries == [
                .record(
                    [Array("a".utf8)], textOffset: 0, place: RecordPlace(recordNumber: 1, lineNumber: 1, byteOffset: 0)),
                .malformed(
                    .invalidBytes(textOffset: 4), textOffset: 2,
                    place: RecordPlace(recordNumber: 2, lineNumber: 2, byteOffset: 4)),
                .malformed(
                    .strayQuote, textOffset: 8, place: RecordPlace(recordNumber: 3, lineNumber: 3, byteOffset: 8)),
                .malformed(
                    .invalidBytes(textOffset: 13), textOffset: 13,
                    place: RecordPlace(recordNumber: 4, lineNumber: 4, byteOffset: 13)),
            ])
    }

    @Test("Columns are handed over in the order asked for; one that the file lacks is empty")
    func columns() {
        let reading = CSVReading(Array("a,b,c\n1,\"2\"\"\",3\n".utf8), hasHeader: true, columns: [2, -1, 0, 1, 1])
        #expect(reading.outcomes == [["3", "", "1", "2\"", "2\""]])
    }

    @Test(
        "The header is cleaned, and counts as no record",
        arguments: [
            ("a,b\n1,2", ["a", "b"]), (" a ,\"b\n\",'c\n1,2,3", ["a", "b", "c"]),
            ("\n\r\n a,\"\"\"b\"\n1,2\n", ["a", "\"b"]),
            ("\u{3000}甲\u{3000},=\"乙\"\n1,2", ["甲", "乙"]), ("a", ["a"]), ("a,,\n1,2,3", ["a", "", ""]),
        ])
    func header(text: String, names: [String]) {
        let reading = CSVReading(text, hasHeader: true)
        #expect(reading.header == names)
        #expect(reading == CSVTwin.read(Array(text.utf8), hasHeader: true))
        if case .record(_, _, let place)? = reading.entries.first { #expect(place.recordNumber == 1) }
    }

    @Test(
        "A header that cannot be read is refused",
        arguments: [
            ("", "the file is empty: it has no header", nil), ("\r\n\n", "the file is empty: it has no header", nil),
            ("\"a,b\n1,2", "the header cannot be read: a quote that is never closed", 1),
            ("\n\na\"b\n1", "the header cannot be read: a quote inside an unquoted field", 3),
        ] as [(String, String, Int?)])
    func badHeader(text: String, what: String, line: Int?) {
        let reading = CSVReading(text, hasHeader: true)
        #expect(reading.error?.kind == .refused)
        #expect(reading.error?.what.en == what)
        #expect(reading.error?.lineNumber == line)
        #expect(reading == CSVTwin.read(Array(text.utf8), hasHeader: true))
    }
}
