import AidText
import Testing

@Suite struct JSONReaderTests {
    @Test func whatIsWrittenReadsBack() throws {
        let value: JSONText = [
            "a": [1, true, false, .null, .hundredths(-50), .hundredths(1826), "中\u{202E}\n\"\\/\u{1F600}"],
            "b": [:], "c": [], "": .integer(.max), "d": .integer(.min),
        ]
        #expect(try JSONReader.read(Array(value.pretty().utf8)) == value)
        #expect(try JSONReader.read(Array(value.compact().utf8)) == value)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "01", "1.5", "1.234", "1e3", "1.50.1", "-", "+1", "nul", "\"a",
        "\"\\x\"",
        "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\u12g4\"", "\"a\nb\"", "{\"a\":1,\"a\":2}", "1 2", "NaN", "'a'",
        "999999999999999999999999999999999999999999", "[1 2]",
    ])
    func whatIsNoneIsRefused(text: String) {
        #expect(throws: JSONProblem.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test func depthHasALimit() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONProblem(byteOffset: 64)) { try JSONReader.read(Array(deep.utf8)) }
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(throws: JSONProblem.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
    }
}
