import AidInput
import Testing

struct CSVDelimiterTests {
    private func delimiter(_ text: String, pieceSize: Int = 512 << 10) throws -> String {
        let source = MemoryTextSource(Array(text.utf8), pieceSize: pieceSize)
        return String(Unicode.Scalar(try CSVReader(detectingDelimiterOf: source).delimiter))
    }

    @Test(
        "The first line that has a delimiter tells which, by what stands outside of quotes",
        arguments: [
            ("", ","), ("a", ","), ("a\n1;2;3\n", ";"), ("a,b\n", ","), ("a;b\n", ";"), ("a\tb", "\t"),
            ("a|b|c\n1,2,3,4,5", "|"),
            ("a,b;c;d\n", ";"), ("a;b,c\n", ","), ("a|b;c", ";"), ("a;b\tc", "\t"), ("a\tb,c", ","),
            ("\"a,b,c\";d\n", ";"), ("\"a\"\";;\";b,c,d", ","), ("\"a\n,,,\n\";b\n", ";"), ("\n\r\n\ra;b\n,,,", ";"),
            (" \n;;;", ";"), ("标题\na,b\n", ","), ("标题\n\na\tb\n", "\t"), ("sep=;\na;b,c\n", ";"), ("中；文;b\r,,,,", ";"),
            ("\"a;b", ","),
        ])
    func detection(text: String, expected: String) throws {
        for pieceSize in pieceSizes {
            #expect(try delimiter(text, pieceSize: pieceSize) == expected, "pieces of \(pieceSize)")
        }
    }

    @Test("The file is then read with it from its start", arguments: [",", "\t", ";", "|"])
    func readsOn(delimiter: String) {
        let text = "\n甲,乙;丙\n1,2;3\n\"4,5;\t|\",6;7\n".replacing(",", with: delimiter)
        let bytes = Array((delimiter == ";" ? text : text.replacing(";", with: "")).utf8)
        for pieceSize in pieceSizes {
            let reading = CSVReading(bytes, delimiter: nil, hasHeader: true, pieceSize: pieceSize)
            #expect(reading == CSVTwin.read(bytes, delimiter: Array(delimiter.utf8)[0], hasHeader: true))
            #expect(reading.header?.count == (delimiter == ";" ? 3 : 2))
        }
    }

    @Test("A first line that never ends is judged by its first megabyte, whatever the pieces")
    func endlessFirstLine() throws {
        // A quote that is never closed, so that every line belongs to the first.
        let start = "a;b,\"" + String(repeating: "x", count: (1 << 20) - 5)
        let text = "a;b;c" + String(repeating: "x", count: (1 << 20) - 5) + String(repeating: ",", count: 300_000)
        for pieceSize in [4096, 700_000, 512 << 10, 4 << 20] {
            #expect(try delimiter(start + ",,,,,\n", pieceSize: pieceSize) == ",")
            #expect(try delimiter(text, pieceSize: pieceSize) == ";", "pieces of \(pieceSize)")
        }
    }
}
